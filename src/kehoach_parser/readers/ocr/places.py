"""Names of provinces put right, where nothing else can stand."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.lexicon.ocr_words import bare, syllables, territories
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.folding import fold

_KINDS: Final = frozenset({"tinh"})
_MOST: Final = 3


class Place(NamedTuple):
    """The words of a province's name, and its syllables."""

    words: Sequence[Word]
    name: Sequence[str]


def misread_places(words: Sequence[Word]) -> Iterator[Place]:
    """Yield the names of provinces in a line that are not spelled as they are.

    Other marks may be another place (`Thanh Hòa` is a commune). A province it is after `tỉnh`,
    before the day of a head (`Lâm Đõng, ngày`), where a syllable is none, or only one
    letter of it is left.
    """
    cores = [syllables(word.text) for word in words]
    keys = [bare(word.text) for word in words]
    for at in range(len(words)):
        for count in range(2, min(_MOST, len(words) - at) + 1):
            key = tuple(keys[at : at + count])
            torn = _torn(key) if count == _MOST and len(key[0]) == 1 else None
            name = torn or territories().get(key)
            held = cores[at : at + count]
            if name is None or not all(len(core) == 1 and core[0][0].isupper() for core in held):
                continue
            read = [fold(core[0]) for core in held]
            wrong = [one for one, right in zip(read, name, strict=True) if one != fold(right)]
            before = keys[at - 1] if at else ""
            after = keys[at + count] if at + count < len(keys) else ""
            dated = words[at + count - 1].text.endswith(",") and after.startswith("ngay")
            none = all(not bigrams().is_known(one) for one in wrong)
            if wrong and (torn or before in _KINDS or dated or none):
                shouted = words[at + 1].text.isupper()
                yield Place(words[at : at + count], [*map(str.upper, name)] if shouted else name)


def _torn(key: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the name of three syllables whose first one lost its vowel (`H CHÍ MINH`)."""
    names = territories().items()
    return next((name for one, name in names if one[1:] == key[1:] and one[0][0] == key[0]), None)
