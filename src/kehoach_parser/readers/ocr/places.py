"""Names of provinces put right, where nothing else can stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.lexicon.ocr_words import bare, syllables, territories
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.folding import fold

_KINDS: Final = frozenset({"tinh"})
_KINDS_IN_CAPITALS: Final = frozenset({"tinh", "pho"})
_MOST: Final = 3
_VOWELS: Final = frozenset("aeiouy")


class Place(NamedTuple):
    """The words of a province's name, and its syllables."""

    words: Sequence[Word]
    name: Sequence[str]


def misread_places(words: Sequence[Word]) -> Iterator[Place]:
    """Yield the names of provinces in a line that are not spelled as they are.

    Other marks may be another place (`Thanh Hòa` is a commune). A province it is after `tỉnh`,
    before the day of a head (`Lâm Đõng, ngày`), or where a syllable is none.
    """
    cores = [syllables(word.text) for word in words]
    keys = [bare(word.text) for word in words]
    for at in range(len(words)):
        for count in range(2, min(_MOST, len(words) - at) + 1):
            name = territories().get(tuple(keys[at : at + count]))
            if name is None and at and keys[at - 1] in _KINDS_IN_CAPITALS:
                thin = _without_vowel(words[at : at + count], keys[at : at + count])
                if thin:
                    yield Place(words[at : at + count], thin)
            held = cores[at : at + count]
            if name is None or not all(len(core) == 1 and core[0][0].isupper() for core in held):
                continue
            read = [fold(core[0]) for core in held]
            wrong = [one for one, right in zip(read, name, strict=True) if one != fold(right)]
            before = keys[at - 1] if at else ""
            after = keys[at + count] if at + count < len(keys) else ""
            dated = words[at + count - 1].text.endswith(",") and after.startswith("ngay")
            none = all(not bigrams().is_known(one) for one in wrong)
            if wrong and (before in _KINDS or dated or none):
                yield Place(words[at : at + count], name)


def _without_vowel(words: Sequence[Word], keys: Sequence[str]) -> Sequence[str]:
    """Return the province in capitals whose name lacks a vowel (`THÀNH PHỐ H CHÍ MINH`).

    Marks of capitals run into the line above, and the letter below them goes unseen.
    """
    if not all(word.text.isupper() for word in words):
        return ()
    return [syllable.upper() for syllable in _thinner().get(tuple(keys), ())]


@cache
def _thinner() -> dict[tuple[str, ...], Sequence[str]]:
    """Return the provinces by their letters but one vowel, where only one has these."""
    found: dict[tuple[str, ...], set[Sequence[str]]] = defaultdict(set)
    for letters, name in territories().items():
        for number, syllable in enumerate(letters):
            for at in (at for at, char in enumerate(syllable) if char in _VOWELS):
                less = syllable[:at] + syllable[at + 1 :]
                found[*letters[:number], less, *letters[number + 1 :]].add(tuple(name))
    return {key: names.pop() for key, names in found.items()
            if len(names) == 1 and key not in territories()}  # fmt: skip
