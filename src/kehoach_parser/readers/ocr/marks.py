"""What an engine mistakes a syllable's marks for: how likely one is read where another stands."""

import unicodedata
from functools import cache
from typing import Final, NamedTuple

_TONES: Final = "\u0300\u0301\u0309\u0303"  # grave, acute, hook, tilde
_TILDE: Final = "\u0303"
_SHAPES: Final = "\u0302\u0306"  # circumflex, breve
_HORN: Final = "\u031b"
_DOT: Final = "\u0323"

_SWAPPED: Final = 160
_TONE_ADDED: Final = 320
_SHAPE_ADDED: Final = 240
_LOST: Final = 480
"""Ink that was read is seldom none."""

_MISTAKEN: Final = 240
"""A breve or circumflex for a tone, or the other way round: `giăi` is `giải`."""

_HORNED: Final = 320
_DOTTED: Final = 400
_BARRED: Final = 640
_BLURRED: Final = 80
"""A tilde is what a circumflex or breve with a tone above it blurs to: `võn` is `vốn`."""


class Marks(NamedTuple):
    """The marks of a syllable: tone above, circumflex or breve, horn, dot below, bar of Đ."""

    tone: str
    shape: str
    horn: bool
    dot: bool
    bar: bool

    @property
    def is_blurred(self) -> bool:
        """Whether it may be two marks run together."""
        return self.tone == _TILDE and not self.shape


@cache
def marks(syllable: str) -> Marks:
    """Return the marks of a syllable in lower case.

    >>> marks("đỗ")
    Marks(tone='\u0303', shape='\u0302', horn=False, dot=False, bar=True)
    """
    parts = unicodedata.normalize("NFD", syllable)
    return Marks(
        tone="".join(mark for mark in parts if mark in _TONES),
        shape="".join(mark for mark in parts if mark in _SHAPES),
        horn=_HORN in parts,
        dot=_DOT in parts,
        bar="đ" in parts,
    )


@cache
def misreading(read: str, true: str) -> int:
    """Return what it costs that a syllable is read where another of its letters stands.

    In hundredths of a nat, as `lexicon.bigrams` counts, beside the doubt in the word itself.
    """
    one, other = marks(read), marks(true)
    if one.is_blurred and other.shape and one[2:] == other[2:]:
        return _BLURRED
    if one[2:] == other[2:] and _is_one_for_another(one, other):
        return _MISTAKEN
    found = 0
    if one.tone != other.tone:
        found += _SWAPPED if one.tone and other.tone else _TONE_ADDED if other.tone else _LOST
    if one.shape != other.shape:
        found += _SWAPPED if one.shape and other.shape else _SHAPE_ADDED if other.shape else _LOST
    differing = ((one.horn, other.horn, _HORNED), (one.dot, other.dot, _DOTTED),
                 (one.bar, other.bar, _BARRED))  # fmt: skip
    return found + sum(cost for read_so, is_so, cost in differing if read_so != is_so)


def _is_one_for_another(one: Marks, other: Marks) -> bool:
    """Whether each has one mark above its vowel, a tone in the one and a shape in the other."""
    return bool(one.tone) == bool(other.shape) != bool(other.tone) == bool(one.shape)
