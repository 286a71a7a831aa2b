"""What an engine mistakes a syllable's marks for, and how often: counted on 180 scanned pages.

The counts are of what was printed, given what was read: a tilde is seldom one, since two marks
above each other blur to it; an acute is nearly always right, else it was a hook.
"""

import unicodedata
from bisect import bisect
from functools import lru_cache
from typing import Final, NamedTuple

_SIGNS: Final = {"\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~",
                 "\u0302": "^", "\u0306": "("}  # fmt: skip
"""Marks above a vowel: grave, acute, hook, tilde; circumflex, breve."""

_SHAPES: Final = "^("
_HORN: Final = "\u031b"
_DOT: Final = "\u0323"

_STEPS: Final = (0.5, 0.8, 0.95, 0.99)
_WRONG: Final = {
    "": (0.3, 0.34, 0.2, 0.06, 0.005),
    "^": (0.33, 0.24, 0.076, 0.027, 0.005),
    "'": (0.33, 0.28, 0.13, 0.087, 0.005),
    "'^": (0.33, 0.34, 0.175, 0.05, 0.025),
    "`": (0.2, 0.1, 0.05, 0.01, 0.003),
    "`^": (0.8, 0.13, 0.03, 0.01, 0.003),
    "?": (0.2, 0.1, 0.06, 0.01, 0.005),
    "?^": (0.2, 0.1, 0.03, 0.01, 0.005),
    "~": (0.9, 0.54, 0.67, 0.36, 0.024),
    "~^": (0.5, 0.08, 0.01, 0.01, 0.005),
}
"""Share of readings that are wrong, by their marks above and by confidence up to each step."""

_WRONG_BREVE: Final = (0.02, 0.01, 0.005, 0.003, 0.002)
_WRONG_UNMET: Final = (0.98, 0.93, 0.67, 0.38, 0.015)
_WRONG_UNMET_BLURRED: Final = (0.99, 0.99, 0.99, 0.99, 0.95)
"""The same of what is no syllable that was met."""

_BLUR: Final = "~"
_BLURRED: Final = {
    "~": {"`^": 80, "'^": 118, "?^": 210, "`(": 360, "(": 400, "'(": 440,
          "`": 400, "'": 400, "?": 400, "": 400},
    "~^": {"'(": 86, "'^": 140, "`^": 240, "?^": 270, "^": 270, "?(": 300, "`(": 400},
}  # fmt: skip
_TONES: Final = {
    "": {"`": 60, "?": 97, "'": 240, "~": 320},
    "'": {"?": 5, "`": 400, "": 400, "~": 500},
    "`": {"?": 60, "'": 180, "": 250, "~": 250},
    "?": {"'": 15, "`": 240, "": 300, "~": 320},
    "~": {"'": 140, "`": 240, "?": 270, "": 270},
}
"""What it costs that other marks, or another tone alone, were printed where some were read."""

_RARE: Final = 500
_RESHAPED: Final = 240
_HORNED: Final = 450
_DOTTED: Final = 450
_BARRED: Final = 600


class Marks(NamedTuple):
    """The marks of a syllable: tone above, circumflex or breve, horn, dot below, bar of Đ."""

    tone: str
    shape: str
    horn: bool
    dot: bool
    bar: bool

    @property
    def above(self) -> str:
        """The marks above its vowels."""
        return self.tone + self.shape


@lru_cache(maxsize=1 << 14)
def marks(syllable: str) -> Marks:
    """Return the marks of a syllable in lower case.

    >>> marks("đỗ")
    Marks(tone='~', shape='^', horn=False, dot=False, bar=True)
    """
    parts = unicodedata.normalize("NFD", syllable)
    above = [_SIGNS[mark] for mark in parts if mark in _SIGNS]
    return Marks(
        tone="".join(sign for sign in above if sign not in _SHAPES)[:1],
        shape="".join(sign for sign in above if sign in _SHAPES)[:1],
        horn=_HORN in parts,
        dot=_DOT in parts,
        bar="đ" in parts,
    )


def is_blurred(syllable: str) -> bool:
    """Return whether a syllable's tilde may be two marks that ran together."""
    return marks(syllable).above == _BLUR


def doubt(read: str, confidence: float, *, met: bool) -> float:
    """Return how probable it is that a syllable is not what was read.

    `met` tells whether there is such a syllable.

    >>> doubt("tỉnh", 0.97, met=True), doubt("đông", 0.7, met=True), doubt("tuãn", 0.97, met=False)
    (0.01, 0.24, 0.99)
    """
    above = marks(read).above
    if not met:
        wrong = _WRONG_UNMET_BLURRED if above == _BLUR else _WRONG_UNMET
    else:
        wrong = _WRONG.get(above, _WRONG_BREVE)
    return wrong[bisect(_STEPS, confidence)]


@lru_cache(maxsize=1 << 14)
def misreading(read: str, true: str) -> int:
    """Return what it costs that a syllable was printed where another of its letters was read.

    In hundredths of a nat, as `lexicon.bigrams` counts, beside the doubt in the word itself.

    >>> misreading("tuãn", "tuần"), misreading("buối", "buổi"), misreading("tỉnh", "tĩnh")
    (80, 5, 320)
    """
    one, other = marks(read), marks(true)
    found = 0
    if one.above in _BLURRED and one.above != other.above:
        found += _BLURRED[one.above].get(other.above, _RARE)
    else:
        found += _TONES[one.tone].get(other.tone, 0) + _RESHAPED * (one.shape != other.shape)
    differing = ((one.horn, other.horn, _HORNED), (one.dot, other.dot, _DOTTED),
                 (one.bar, other.bar, _BARRED))  # fmt: skip
    return found + sum(cost for read_so, is_so, cost in differing if read_so != is_so)
