"""Capitals that TCVN3 has no codes for: `KÕ HO¹CH` is typed for "KẾ HOẠCH".

Only Ă Â Ê Ô Ơ Ư Đ have codes of their own; all others are typed as small letters, and only a font
for capitals draws them large. Where another font stands, the letters around them tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, pairwise
from typing import Final

from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_NEAR: Final = pattern(r"[ \t\xa0]*,?[ \t\xa0]+\Z")
"""What may stand between two words of one phrase."""

_COMMITTEE: Final = pattern(
    r"(?<![^\W\d_])ủy(?=[ ]ban[ ](?:nhân[ ]dân|kiểm[ ]tra|mặt[ ]trận|MTTQ|bầu[ ]cử|dân[ ]tộc)\b)",
    re.VERBOSE | re.IGNORECASE,
)
"""A body whose name begins with a letter that has no code as a capital; not "tỉnh ủy ban hành"."""

_TELLING: Final = 3
"""Letters from which a word in capitals is more than an abbreviation."""


class _Case(Enum):
    """How a word is written; of an open one the only capital may be its first letter."""

    SMALL = "small"
    LARGE = "large"
    OPEN = "open"
    OTHER = "other"


@dataclass(slots=True)
class _Word:
    """A word with its place, and whether its line is in capitals as far as it tells."""

    text: str
    start: int
    end: int
    case: _Case

    @property
    def tells(self) -> bool:
        """Whether its neighbours are in capitals too: a syllable, and no abbreviation."""
        long = len(self.text) >= _TELLING or not self.text.isascii()
        return self.case is _Case.LARGE and long and is_syllable(self.text.lower())


def with_capitals(text: str) -> str:
    """Return decoded TCVN3 text with the capitals that its codes could not show.

    >>> with_capitals("Kế HOạCH số 5, Sở Y tế; Số: 12/KH-UBND")
    'KẾ HOẠCH số 5, Sở Y tế; Số: 12/KH-UBND'
    """
    letters = list(text)
    for line in _lines(text):
        for word in line:
            if word.case is _Case.LARGE:
                letters[word.start : word.end] = enlarged(word.text)
    for body in _COMMITTEE.finditer(text):
        letters[body.start()] = "Ủ"
    return "".join(letters)


def enlarged(text: str) -> str:
    """Return a text in capitals of the same length; a ligature has no capital of one letter.

    >>> enlarged("kế hoạch ﬁ")
    'KẾ HOẠCH ﬁ'
    """
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _lines(text: str) -> Iterator[Sequence[_Word]]:
    """Yield the words of each line, each with its case, open ones decided by their line."""
    start = 0
    for line in text.split("\n"):
        words = [
            _Word(match[0], start + match.start(), start + match.end(), _case(match[0]))
            for match in WORD.finditer(line)
        ]
        _decide(words, text)
        yield words
        start += len(line) + 1


def _case(word: str) -> _Case:
    """Return the case that a word's own letters tell."""
    if any(letter.isascii() and letter.islower() for letter in word):
        return _Case.SMALL
    if any(letter.isupper() for letter in word[1:]):
        return _Case.LARGE
    if any(letter.islower() for letter in word):
        return _Case.OPEN
    return _Case.OTHER


def _decide(words: list[_Word], text: str) -> None:
    """Make open words large where the whole line is, or beside a telling one."""
    if not any(word.case is _Case.OPEN for word in words):
        return
    telling = any(word.tells for word in words)
    if telling and not any(word.case is _Case.SMALL for word in words):
        for word in words:
            if word.case is _Case.OPEN:
                word.case = _Case.LARGE
        return
    pairs = list(pairwise(words))
    for one, other in chain(pairs, ((b, a) for a, b in reversed(pairs))):
        if other.case is _Case.OPEN and one.tells and _NEAR.match(_between(one, other, text)):
            other.case = _Case.LARGE


def _between(one: _Word, other: _Word, text: str) -> str:
    first, last = sorted((one, other), key=lambda word: word.start)
    return text[first.end : last.start]
