"""Marks put right by the word beside: pairs of syllables that are nearly always spelled one way."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.ocr_words import bare, pairs
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

CERTAIN: Final = 0.85
"""A word that the engine is surer of is left as it was read: names look like anything."""

_CORE: Final = pattern(r"(?P<before>[^\w]*)(?P<core>[^\W\d_]+)(?P<after>[^\w]*)")


_Held = tuple[Word, re.Match[str] | None]


class Usual(NamedTuple):
    """A word and how its letters are usually spelled beside its neighbours."""

    word: Word
    text: str


def usual(words: Sequence[Word]) -> Iterator[Usual]:
    """Yield the words of a line that are spelled otherwise than beside their neighbours usual."""
    cores = [_CORE.fullmatch(word.text) for word in words]
    right: dict[int, set[str]] = {}
    for at, held in enumerate(pairwise(zip(words, cores, strict=True))):
        for place, syllable in enumerate(_pair(*held)):
            right.setdefault(at + place, set()).add(syllable)
    for at, spellings in right.items():
        core = cores[at]
        if core is None or len(spellings) > 1:
            continue
        (spelling,) = spellings
        if fold(core["core"]) != spelling:
            new = _cased(core["core"], spelling)
            yield Usual(words[at], f"{core['before']}{new}{core['after']}")


def _pair(one: _Held, other: _Held) -> tuple[str, ...]:
    """Return the usual spelling of two neighbours, none where they may be something else."""
    cores = one[1], other[1]
    if cores[0] is None or cores[1] is None or cores[0]["after"] or cores[1]["before"]:
        return ()
    texts = cores[0]["core"], cores[1]["core"]
    if all(text[0].isupper() for text in texts) and not all(text.isupper() for text in texts):
        return ()  # a name
    found = pairs().get((bare(texts[0]), bare(texts[1])), ())
    certain = (
        (word.confidence or 0.0) >= CERTAIN and fold(text) != syllable
        for (word, _), text, syllable in zip((one, other), texts, found, strict=bool(found))
    )
    return () if any(certain) else found


def _cased(core: str, right: str) -> str:
    if core.isupper() and (len(core) > 1 or len(right) == 1):
        return right.upper()
    return right.capitalize() if core[0].isupper() else right
