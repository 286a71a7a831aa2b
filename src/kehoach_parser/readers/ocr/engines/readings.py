"""Several readings of one line made into one: no reading of a small model is right everywhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern

_ENDS: Final = ".,;:"
_DISPUTED: Final = 0.6
"""Confidence of a number on which readings differ, times the share that agrees."""

_IN_PART: Final = 0.5
"""Confidence of a number of which other readings have nothing but parts."""

_A_DIGIT: Final = 0.6
"""Heights of a line: a digit is narrower, two are wider."""


class Char(NamedTuple):
    """A character with its place (pixels) and its probability."""

    text: str
    x: float
    sure: float


class Read(NamedTuple):
    """A word of a line: its characters' first and last place, its least probable character."""

    text: str
    first: float
    last: float
    sure: float


Reading = Sequence[Read]

_SHARE: Final = pattern(r"\d%")


def read_words(chars: Iterable[Char]) -> list[Read]:
    """Return the words that characters make."""
    found: list[Read] = []
    held: list[Char] = []
    for char in (*chars, Char(" ", 0.0, 1.0)):
        if char.text != " ":
            held.append(char)
        elif held:
            text = "".join(each.text for each in held)
            found.append(Read(text, held[0].x, held[-1].x, min(each.sure for each in held)))
            held = []
    return found


def merged(one: Reading, other: Reading, *, ends: bool) -> list[Read]:
    """Return two readings of a part of a line as one: word by word the surer of both.

    A mark at the end of a line is small enough to be overlooked, but nothing else is taken for
    one: where the part `ends` the line it stays, whichever reading has it.
    """
    best, second = (one, other) if _mean(one) >= _mean(other) else (other, one)
    found = list(_chosen(best, second))
    return _ended(found, (best, second)) if ends else found


def _chosen(best: Reading, second: Reading) -> Iterator[Read]:
    ours, theirs = ([_core(word.text) for word in words] for words in (best, second))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        here, there = best[a:b], second[c:d]
        if len(here) == len(there):
            yield from (max(pair, key=_trust) for pair in zip(here, there, strict=True))
        elif kind != "insert":
            yield from there if _is_better(there, here) else here
        elif not c or d == len(second):  # a bullet, or a last word that went unseen
            yield from there


def _trust(word: Read) -> tuple[float, bool]:
    return word.sure, word.text != _core(word.text)


def _is_better(words: Reading, other: Reading) -> bool:
    """Return whether words are others that a narrow blank ran together, else surer ones."""
    texts = ["".join(word.text for word in each) for each in (words, other)]
    if texts[0] == texts[1]:
        return (not _splits_number(words), len(words)) > (not _splits_number(other), len(other))
    return _mean(words) > _mean(other)


def _splits_number(words: Reading) -> bool:
    return any(a.text[-1].isdigit() and b.text[0].isdigit() for a, b in pairwise(words))


def _ended(words: list[Read], readings: Sequence[Reading]) -> list[Read]:
    if not words or words[-1].text[-1] in _ENDS:
        return words
    for reading in readings:
        last = reading[-1].text if reading else ""
        if last and last[-1] in _ENDS and last[-1] != last:
            return [*words[:-1], words[-1]._replace(text=words[-1].text + last[-1])]
    return words


def agreed(word: Read, readings: Sequence[Reading], height: int) -> Read:
    """Return a word with a number as most readings have it, and as sure as they agree.

    Printed digits are read alike however the line is shown; handwritten ones are not. `height`
    is the line's, in pixels. Of as many votes the longer number counts.
    """
    near = [min(words, key=lambda other: _apart(word, other)) for words in readings if words]
    beside = [other for other in near if _apart(word, other) < _A_DIGIT * height]
    shares = [other for other in beside if _SHARE.search(other.text)]
    if shares:  # `70%` is read as `706`, never the other way round
        return max(shares, key=lambda other: other.sure)
    votes = Counter(digits(other.text) for other in beside)
    if not any(votes) or len(votes) == 1:
        return word
    most, count = max(votes.items(), key=lambda vote: (vote[1], len(vote[0]), vote[0]))
    same = [other for other in beside if digits(other.text) == most]
    best = max(same, key=lambda other: other.sure)
    share = (
        _IN_PART
        if all(_is_part(other.text, best.text) for other in beside)
        else (_DISPUTED * count / len(readings))
    )
    return best._replace(sure=min(best.sure, share))


def _is_part(text: str, whole: str) -> bool:
    """Return whether a reading has nothing that another has not: it only overlooked something."""
    rest = iter(whole)
    return all(char in rest for char in text if char.isalnum())


def digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(char for char in text if char.isdigit())


def _apart(one: Read, other: Read) -> float:
    """Return how far the ends of two words are apart at most, in pixels."""
    return max(abs(one.first - other.first), abs(one.last - other.last))


def _core(text: str) -> str:
    return text.rstrip(_ENDS)


def _mean(words: Reading) -> float:
    return sum(word.sure for word in words) / (len(words) or 1)
