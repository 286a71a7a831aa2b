"""From words to lines: what stands on one baseline, from left to right."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.document import Box
from kehoach_parser.text.patterns import pattern

COLUMN_GAP: Final = 1.3
"""Room between two words of a row, in sizes, that may part columns."""

_SAME_BASE: Final = 0.4
_RAISED_BASE: Final = 0.5
_RAISED_SIZE: Final = 0.75
"""Sizes by which the base of a raised number may differ, and how much smaller it is."""

_NO_GAP: Final = 0.06
_OVERLAY_GAP: Final = 2.5
_STAMP_GAP: Final = 6.0
_NUMBER: Final = pattern(r"\d+[a-zđ]?\Z", re.IGNORECASE)
_SYMBOL: Final = pattern(r"[-/]\s?[\dA-ZĐƯ]")


@dataclass(slots=True)
class Line:
    """Words on one baseline. `left` and `right` are the edges of the column that it stands in."""

    words: list[Word]
    page: int
    left: float = 0.0
    right: float = 0.0
    centered: bool = False
    footnote: bool = False
    text: str = field(init=False, default="")
    x0: float = field(init=False, default=0.0)
    x1: float = field(init=False, default=0.0)
    base: float = field(init=False, default=0.0)
    size: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        """Measure the words."""
        self.measure()

    def measure(self) -> None:
        """Take text and edges from the words (again)."""
        words = self.words
        self.text = line_text(words)
        self.x0 = words[0].x0
        self.x1 = max(word.x1 for word in words)
        sizes: Counter[float] = Counter()
        for word in words:
            sizes[word.size] += len(word.text)
        self.size = max(sizes, key=lambda size: (sizes[size], size))
        self.base = next(word.base for word in words if word.size == self.size)

    @property
    def bold(self) -> int:
        """How many leading characters are bold."""
        for number, word in enumerate(self.words):
            if not word.bold:
                return len(line_text(self.words[:number])) if number else 0
        return len(self.text)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def all_bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)

    @property
    def scanned(self) -> bool:
        """Whether OCR read it."""
        return self.words[0].confidence is not None

    @property
    def italic(self) -> bool:
        """Whether every word is italic."""
        return all(word.italic for word in self.words)

    @property
    def box(self) -> Box:
        """Edges, from the top left."""
        return (
            self.x0,
            self.top,
            self.x1,
            max(word.bottom for word in self.words),
        )


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Return words by baseline from the top down; a small raised word joins its row."""
    found: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=lambda word: word.base):
        large, small = max(size, word.size), min(size, word.size)
        near = (_RAISED_BASE if small < _RAISED_SIZE * large else _SAME_BASE) * large
        if found and word.base - base <= near:
            found[-1].append(word)
            if word.size > 1.15 * size:
                base, size = word.base, word.size
        else:
            found.append([word])
            base, size = word.base, word.size
    return [_in_order(row) for row in found]


def pieces(row: Sequence[Word], gap: float) -> list[list[Word]]:
    """Return a row parted where the room between words is `gap` times their size or more."""
    found: list[list[Word]] = [[row[0]]]
    reach = row[0].x1
    for word in row[1:]:
        if word.x0 - reach > gap * word.size:
            found.append([word])
        else:
            found[-1].append(word)
        reach = max(reach, word.x1)
    return found


def line_text(words: Sequence[Word]) -> str:
    """Return the words with a blank where there is room between them.

    A number that a stamp put before `/KH-…` stands right at it.
    """
    parts: list[str] = []
    last: Word | None = None
    for word in words:
        if last is not None and not _adjoin(last, word):
            parts.append(" ")
        parts.append(word.text)
        last = word
    return "".join(parts)


def _adjoin(last: Word, word: Word) -> bool:
    room = word.x0 - last.x1
    apart = not last.order < word.order <= last.order + last.reach + 2
    if word.close and not apart:
        return True
    if apart and room < _NO_GAP * word.size:
        return not (last.stamp or word.stamp)
    return (
        apart
        and room < (_STAMP_GAP if last.stamp else _OVERLAY_GAP) * word.size
        and _SYMBOL.match(word.text) is not None
        and _NUMBER.match(last.text) is not None
    )


def _in_order(row: list[Word]) -> list[Word]:
    row.sort(key=lambda word: word.x0)
    return [
        word
        for number, word in enumerate(row)
        if not (number and _drawn_twice(row[number - 1], word))
    ]


def _drawn_twice(first: Word, second: Word) -> bool:
    """Return whether a word is drawn again a hair aside to look bold."""
    return (
        first.text == second.text
        and abs(first.x0 - second.x0) < 0.15 * first.size
        and abs(first.base - second.base) < 0.15 * first.size
    )
