"""Which passages of a document are in an old encoding: documents often mix them with Unicode."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.text.legacy import Font
from kehoach_parser.text.legacy_evidence import Evidence, has_codes, is_unicode, weigh
from kehoach_parser.text.legacy_names import TCVN3, VNI

_FONTS: Final = {TCVN3: Font(TCVN3), VNI: Font(VNI)}
_NOTHING: Final = Evidence()


class Passage(NamedTuple):
    """A text of one font in one paragraph; `font` is what its name says, null for nothing."""

    text: str
    font: Font | None = None


class _Case(NamedTuple):
    """A passage with what its words say; `plain` has no codes, `modern` a letter of Unicode."""

    passage: Passage
    plain: bool
    modern: bool
    evidence: dict[str, Evidence]

    def says(self, encoding: str) -> Evidence:
        return self.evidence.get(encoding, _NOTHING)


class Judge:
    """Judges the passages of a document part by part; what one part shows counts for the next."""

    def __init__(self) -> None:
        """Begin with no evidence."""
        self._sure: set[str] = set()
        self._trusted: set[str] = set()
        self._mixed = False

    def fonts(self, passages: Sequence[Passage]) -> tuple[Font | None, ...]:
        """Return for each passage what it is to be decoded as, null for what stays.

        First come passages that are clear by themselves, then those that are likely in such a
        document, at last those whose words could be either: these follow their neighbours.
        """
        cases = [_case(passage) for passage in passages]
        self._learn(cases)
        found = [self._own(case) for case in cases]
        return tuple(self._settled(cases, found))

    def _learn(self, cases: Sequence[_Case]) -> None:
        """Note which encodings the document has, and which fonts say what is true."""
        self._mixed = self._mixed or any(case.modern for case in cases)
        for encoding in _FONTS:
            older = _sum([case for case in cases if not case.modern], encoding)
            clear = (case.says(encoding).is_clear for case in cases if _of_words(case) == encoding)
            if older.is_certain or (older.is_likely and any(clear)):
                self._sure.add(encoding)
            lettered = [case for case in cases if _named(case) == encoding and not case.plain]
            likely = sum(case.says(encoding).is_likely for case in lettered)
            modern = sum(case.modern for case in lettered)
            if likely > modern and _sum(lettered, encoding).is_likely:
                self._trusted.add(encoding)
                self._sure.add(encoding)

    def _own(self, case: _Case) -> Font | None:
        """Return what a passage's own font and words say."""
        if case.modern:
            return None
        font = case.passage.font
        by_words = _of_words(case)
        if font is not None:
            said = case.says(font.encoding)
            if by_words not in {None, font.encoding} and not said.is_likely:
                return _FONTS[by_words] if by_words and case.says(by_words).is_clear else None
            trusted = font.encoding in self._trusted
            if case.plain:
                return font if trusted and font.capitals else None
            return font if said.is_likely or trusted else None
        if by_words is None or case.plain:
            return None
        return _FONTS[by_words] if by_words in self._sure else None

    def _settled(
        self, cases: Sequence[_Case], found: Sequence[Font | None]
    ) -> Iterator[Font | None]:
        """Yield the decisions, open passages as the nearest decided ones on both sides."""
        decided = [_decided(case, font) for case, font in zip(cases, found, strict=True)]
        behind = list(_last_known(decided))
        ahead = list(_last_known(decided[::-1]))[::-1]
        for case, font, one, other in zip(cases, found, behind, ahead, strict=True):
            is_open = font is None and not case.plain and not case.modern
            if not is_open or case.passage.font is not None:
                yield font
            elif not self._mixed and len(self._sure) == 1:
                yield _FONTS[next(iter(self._sure))]
            else:
                near = {name for name in (one, other) if name is not None}
                name = next(iter(near)) if len(near) == 1 else ""
                yield _FONTS[name] if name and not case.says(name).bad else None


def _case(passage: Passage) -> _Case:
    plain = not has_codes(passage.text)
    modern = is_unicode(passage.text)
    weighed = {} if plain or modern else {name: weigh(passage.text, name) for name in _FONTS}
    return _Case(passage, plain, modern, weighed)


def _named(case: _Case) -> str | None:
    return case.passage.font.encoding if case.passage.font else None


def _of_words(case: _Case) -> str | None:
    """Return the encoding that a passage's words speak for, null where for none or for both."""
    first, second = (case.says(encoding) for encoding in (TCVN3, VNI))
    if first.lead == second.lead:
        return None
    best, said = (TCVN3, first) if first.lead > second.lead else (VNI, second)
    return best if said.is_likely else None


def _sum(cases: Sequence[_Case], encoding: str) -> Evidence:
    total = _NOTHING
    for case in cases:
        total = total.plus(case.says(encoding))
    return total


def _decided(case: _Case, font: Font | None) -> str | None:
    """Return what a passage tells its neighbours: an encoding, "" for Unicode, null for nothing."""
    if font is not None:
        return font.encoding
    return "" if case.modern else None


def _last_known(decided: Sequence[str | None]) -> Iterator[str | None]:
    """Yield for each place the nearest decision before it."""
    last: str | None = None
    for one in decided:
        yield last
        last = one if one is not None else last
