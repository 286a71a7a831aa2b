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
    before the day of a head (`Lâm Đõng, ngày`), or where a syllable is none.
    """
    cores = [syllables(word.text) for word in words]
    keys = [bare(word.text) for word in words]
    for at in range(len(words)):
        for count in range(2, min(_MOST, len(words) - at) + 1):
            name = territories().get(tuple(keys[at : at + count]))
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
