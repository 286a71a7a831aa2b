"""The closed vocabulary in which OCR is put right: by letters without their marks.

Types, bodies, territories and heading words come from their own tables, what else every document
has from `ocr_words.tsv`. Names of people and free text have no row anywhere, so that they stay.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from kehoach_parser.lexicon.bodies import bodies
from kehoach_parser.lexicon.doctypes import rows as doctypes
from kehoach_parser.lexicon.doctypes import type_names
from kehoach_parser.lexicon.rows import rows, worded
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import SYLLABLE_OR_NUMBER, WORD

_FEWEST: Final = 2
"""A syllable alone may be too many words: `so` is `số`, `sổ`, `sơ` and `sở`."""

_JOINTLY: Final = ("", " LIÊN NGÀNH", " LIÊN TỊCH", " PHỐI HỢP")
"""What follows the type's name where several bodies issue a document."""

Syllables = tuple[str, ...]

_SHAPE: Final = str.maketrans({"0": "O", "1": "I", "|": "I", "!": "I"})


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """Return the letters of a text in lower case without any marks.

    >>> bare("KẺ HOẠCH đợt 2")
    'kehoachdot'
    """
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if char.isalpha())


def syllables(text: str) -> Syllables:
    """Return the words of a phrase."""
    return tuple(WORD.findall(text))


@cache
def phrases() -> dict[Syllables, tuple[Syllables, ...]]:
    """Return phrases of two syllables or more by their bare syllables; ambiguous ones are out.

    Of several spellings (`hằng năm|hàng năm`) each is right as it stands; the first is meant
    where none is read.
    """
    found: dict[Syllables, dict[str, tuple[Syllables, ...]]] = defaultdict(dict)
    for phrase in _vocabulary():
        spellings = tuple(map(syllables, phrase.split("|")))
        words = spellings[0]
        if len(words) >= _FEWEST:
            found[tuple(map(bare, words))].setdefault(fold(" ".join(words)), spellings)
    return {key: next(iter(each.values())) for key, each in found.items() if len(each) == 1}


def closed_pairs() -> Iterator[Syllables]:
    """Yield the neighbours in phrases of the closed vocabulary, in modern spelling."""
    for phrase in (*_vocabulary(), *_serving("neighbours")):
        for spelling in phrase.split("|"):
            yield from pairwise(map(fold, SYLLABLE_OR_NUMBER.findall(spelling)))


@cache
def territories() -> dict[Syllables, Syllables]:
    """Return the names of provinces by their bare syllables: `Lâm Đồng`, not `tỉnh Lâm Đồng`."""
    found: dict[Syllables, Syllables] = {}
    for body in bodies():
        if body.level == "territory":
            name = tuple(word for word in syllables(body.name) if word[0].isupper())
            found[tuple(map(bare, name))] = name
    return found


@cache
def longest() -> int:
    """Return how many syllables the longest phrase has."""
    return max(map(len, phrases()))


@cache
def whole_lines() -> tuple[str, ...]:
    """Return the texts that stand in a line of their own and are known when nearly alike."""
    return tuple(_serving("line"))


@cache
def type_lines() -> tuple[str, ...]:
    """Return the lines above a title: names of types in capitals, of one body or of several."""
    return tuple(
        sorted(f"{name.upper()}{jointly}" for name in type_names() for jointly in _JOINTLY)
    )


@cache
def symbols() -> dict[str, str]:
    """Return codes of types and abbreviations of bodies by their shape (`HDND`); unambiguous.

    Of two spellings with and without the stroke of Đ the one with it counts.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for symbol in _symbols():
        found[shape(symbol)].add(symbol)
    return {
        key: max(each, key=lambda symbol: symbol.count("Đ"))
        for key, each in found.items()
        if len({symbol.replace("Đ", "D") for symbol in each}) == 1
    }


@cache
def known_symbols() -> frozenset[str]:
    """Return every code and abbreviation as it is written."""
    return frozenset(_symbols())


def shape(symbol: str) -> str:
    """Return a symbol with the letters that OCR confuses made one.

    >>> shape("IIĐND"), shape("UBNĐ")
    ('HDND', 'UBND')
    """
    plain = unicodedata.normalize("NFD", symbol.replace("Đ", "D").translate(_SHAPE))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("II", "H")


def _vocabulary() -> Iterator[str]:
    for doctype in doctypes():
        yield from doctype.names
    for body in bodies():
        yield body.name
    yield from (words for words, _ in worded("heading_words"))
    yield from _serving("accents")


def _serving(how: str) -> Iterator[str]:
    """Yield the phrases of `ocr_words.tsv` that serve in one way."""
    return (words for words, row in worded("ocr_words") if row["how"] == how)


def _symbols() -> Iterator[str]:
    for doctype in doctypes():
        yield doctype.doctype.code
        yield from doctype.spellings
    for row in rows("abbreviations"):
        yield row["short"]
    for body in bodies():
        yield from body.short
    yield from ("TTg", "CP", "TW", "TU")
