"""From words that an engine read to the records that the PDF reader lays out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from kehoach_parser.readers.ocr_engines.base import Spotted
from kehoach_parser.readers.ocr_pixels import Picture, blueness, body, boldness
from kehoach_parser.readers.pdf_chars import Word

_POINTS: Final = 72.0
_X_HEIGHT: Final = 0.45
_CAP_HEIGHT: Final = 0.66
"""Shares of a font's size that small letters and capitals have (Times New Roman)."""

_ASCENT: Final = 0.8
_ALIKE: Final = 0.14
"""Sizes that differ less from the usual one are taken for it: a pixel is 6 % of a letter."""

_BOLD: Final = 1.22
_MOSTLY: Final = 0.5
_PEN: Final = 0.5
"""Confidence of words in blue ink at most: handwriting is not what engines can read."""

_UNREADABLE: Final = 0.35
_DOUBTED: Final = 0.6
_FEW: Final = 3
_WIDE: Final = 2.0
"""Room between words, in heights of the line, that parts columns."""


class _Measured(NamedTuple):
    """A line as measured: words, baseline and height of letters (points), width of strokes."""

    words: list[Spotted]
    base: float
    height: float
    weight: float


class Read(NamedTuple):
    """The words of a page, and how many marks were left out because they cannot be read."""

    words: list[Word]
    unreadable: int


def words_of(spotted: Iterable[Spotted], shown: Picture) -> Read:
    """Return the words of a page with baseline, size and weight measured in its picture."""
    groups = list(_groups(spotted))
    lines = [_measured(words, shown) for words in groups if _is_legible(words)]
    usual = _usual_size(lines)
    weight = _median([(line.weight, _letters(line.words)) for line in lines])
    found: list[Word] = []
    for line in sorted(lines, key=lambda line: (line.base, line.words[0].x0)):
        bold = line.weight > _BOLD * weight
        found += _records(line, _size(line, usual), shown, bold=bold, order=_next(found))
    return Read(found, len(groups) - len(lines))


def _groups(spotted: Iterable[Spotted]) -> Iterator[list[Spotted]]:
    """Yield the words of each line; a wide gap parts what stands in two columns."""
    lines: dict[int, list[Spotted]] = defaultdict(list)
    for word in spotted:
        lines[word.line].append(word)
    for words in lines.values():
        words.sort(key=lambda word: word.x0)
        group = words[:1]
        for last, word in pairwise(words):
            if word.x0 - last.x1 > _WIDE * (word.bottom - word.top):
                yield group
                group = []
            group.append(word)
        yield group


def _is_legible(words: Sequence[Spotted]) -> bool:
    """Whether a line is text: stamps, signatures and specks give a few doubtful characters."""
    letters = _letters(words)
    sure = sum(word.confidence * len(word.text) for word in words) / max(letters, 1)
    return sure >= (_DOUBTED if letters <= _FEW else _UNREADABLE)


def _letters(words: Iterable[Spotted]) -> int:
    return sum(len(word.text) for word in words)


def _measured(words: list[Spotted], shown: Picture) -> _Measured:
    unit = _POINTS / shown.dpi
    box = (
        round(min(word.x0 for word in words)), round(min(word.top for word in words)),
        round(max(word.x1 for word in words)), round(max(word.bottom for word in words)),
    )  # fmt: skip
    top, base = body(shown.gray, box) or (box[1] + 0.35 * (box[3] - box[1]), float(box[3]))
    return _Measured(words, base * unit, (base - top) * unit, boldness(shown.gray, box))


def _usual_size(lines: Sequence[_Measured]) -> float:
    """Return the size of most letters: that of lines with mostly small letters."""
    small = [(line.height / _X_HEIGHT, _letters(line.words)) for line in lines
             if sum(char.islower() for word in line.words for char in word.text)
             > _MOSTLY * _letters(line.words)]  # fmt: skip
    return _median(small or [(line.height / _CAP_HEIGHT, 1) for line in lines])


def _size(line: _Measured, usual: float) -> float:
    """Return a line's size, what is measured as capitals or as small letters.

    Of the two readings the one nearer to the usual size counts; sizes near it are taken for it.
    """
    readings = (line.height / _X_HEIGHT, line.height / _CAP_HEIGHT)
    size = min(readings, key=lambda size: abs(size - usual))
    if abs(size - usual) <= _ALIKE * usual:
        return round(usual, 1)
    return max(round(usual * round(10 * size / usual) / 10, 1), 1.0)


def _median(values: Sequence[tuple[float, int]]) -> float:
    """Return the median of values, each counted by its letters."""
    return median(value for value, count in values for _ in range(count)) if values else 0.0


def _next(words: Sequence[Word]) -> int:
    """Return the place in reading order after the last word, with a blank between."""
    return words[-1].order + len(words[-1].text) + 1 if words else 0


def _records(line: _Measured, size: float, shown: Picture, *, bold: bool, order: int) -> list[Word]:
    unit = _POINTS / shown.dpi
    top = line.base - _ASCENT * size
    found: list[Word] = []
    for word in sorted(line.words, key=lambda word: word.x0):
        box = round(word.x0), round(word.top), round(word.x1), round(word.bottom)
        pen = blueness(shown, box) > _MOSTLY
        sure = min(word.confidence, _PEN) if pen else word.confidence
        found.append(
            Word(word.text, word.x0 * unit, top, word.x1 * unit, top + size, line.base, size,
                 bold, italic=False, order=order, confidence=round(sure, 2))
        )  # fmt: skip
        order += len(word.text) + 1
    return found


class Evenly:
    """Edges of a word's characters where only the word's are known: each as wide as the next."""

    def edges(self, word: Word) -> list[tuple[float, float]]:
        """Return the left and right edge of each character."""
        step = (word.x1 - word.x0) / len(word.text)
        return [(word.x0 + n * step, word.x0 + (n + 1) * step) for n in range(len(word.text))]
