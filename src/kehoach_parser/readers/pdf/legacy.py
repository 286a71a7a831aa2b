"""Old encodings in a PDF: decoded word by word, before anything is made of the words."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kehoach_parser.findings import Finding
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.legacy_names import VNI
from kehoach_parser.text.legacy_signs import may_be_legacy

if TYPE_CHECKING:
    from kehoach_parser.readers.legacy.runs import LegacyText


_SOFT: Final = "\N{SOFT HYPHEN}"


class OldWords:
    """What the pages so far have shown; nothing is loaded before a page may be old."""

    def __init__(self) -> None:
        """Begin with no page."""
        self._text: LegacyText | None = None

    @property
    def encoding(self) -> str | None:
        """The encoding of most of the text, null where that is Unicode."""
        return self._text.encoding if self._text else None

    def findings(self) -> tuple[Finding, ...]:
        """Return what was decoded."""
        return self._text.findings() if self._text else ()

    def mend(self, words: list[Word], chars: str) -> None:
        """Decode the words of a page in place; `chars` are its characters."""
        if not (may_be_legacy(chars) or (self._text and self._text.changed)):
            if _SOFT in chars:
                _show_hyphens(words)
            return
        from kehoach_parser.readers.legacy.runs import LegacyText, Run  # noqa: PLC0415 - old files only
        from kehoach_parser.text.legacy import draws_symbols, font_of  # noqa: PLC0415 - the same

        self._text = self._text or LegacyText(hyphens=True)
        words[:] = _with_their_marks(words)
        lines = _lines([word for word in words if not draws_symbols(word.font)])
        runs = [[Run(f"{word.text} ", font_of(word.font)) for word in line] for line in lines]
        cut = {word.order for word in words if word.text.endswith("-")}
        for line, texts in zip(lines, self._text.decoded(runs), strict=True):
            for word, text in zip(line, texts or (), strict=False):
                _put(word, text[:-1])
        for line, following in pairwise(lines):
            if line[-1].order in cut:
                _keep_whole(line[-1], following[0].text)


def _show_hyphens(words: list[Word]) -> None:
    """Put a hyphen for each soft one: a page shows both, and programs name the same glyph so."""
    for word in words:
        if _SOFT in word.text:
            word.text = word.text.replace(_SOFT, "-")


def _with_their_marks(words: list[Word]) -> list[Word]:
    """Return the words, marks of VNI with their letters: PDFium sees blanks before some.

    They have no width, so that they overlap the letter before them.
    """
    from kehoach_parser.text.legacy import codes  # noqa: PLC0415 - old files only

    doubles = {code for code in codes(VNI) if len(code) > 1}
    found: list[Word] = []
    for word in words:
        last = found[-1] if found and word.close else None
        if last is not None and last.text[-1] + word.text[0] in doubles:
            own = last.places or tuple(range(len(last.text)))
            gap = word.order - last.order
            last.places = (*own, *(gap + place for place in range(len(word.text))))
            last.text += word.text
            last.x1 = max(last.x1, word.x1)
        else:
            found.append(word)
    return found


def _lines(words: list[Word]) -> list[list[Word]]:
    """Return words that follow one another on one baseline together."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and abs(last.base - word.base) < word.size / 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _put(word: Word, text: str) -> None:
    """Give a word its letters, with their places where one is not one character."""
    old, word.text = word.text, text
    places = word.places or tuple(range(len(old)))
    if len(text) < len(old):
        from kehoach_parser.text.legacy import letter_places  # noqa: PLC0415 - old files only

        word.places = tuple(places[place] for place in letter_places(old, VNI))
    elif len(text) > len(old):  # a letter that was lost: it stands with one of its neighbours
        word.places = tuple(places[min(place, len(old) - 1)] for place in range(len(text)))


def _keep_whole(word: Word, following: str) -> None:
    """Mark a word whose line ends inside it, where a soft hyphen stood for ư.

    What joins lines takes a soft hyphen for a cut (`ngư` and `ời`); it shows nothing.
    """
    from kehoach_parser.text.syllables import is_syllable  # noqa: PLC0415 - old files only

    after = following.rstrip(".,;:").lower()
    if word.text[-1] not in "ưƯ":
        return
    if after.startswith("ư") and is_syllable(f"{word.text[:-1]}{after}".lower()):
        word.text = f"{word.text[:-1]}{_SOFT}"  # the letter was put back on the next line
    elif is_syllable(f"{word.text}{after}".lower()):
        places = word.places or tuple(range(len(word.text)))
        word.places = (*places, places[-1])
        word.text += _SOFT
