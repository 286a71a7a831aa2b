"""From words that an engine read to the records that the PDF reader lays out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from kehoach_parser.readers.ocr.engines.base import Bounds, Spotted
from kehoach_parser.readers.ocr.hand import is_uneven
from kehoach_parser.readers.ocr.legible import legible, letters
from kehoach_parser.readers.ocr.pixels import Picture, blueness, body, boldness
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.patterns import pattern

_POINTS: Final = 72.0
_X_HEIGHT: Final = 0.45
_CAP_HEIGHT: Final = 0.66
"""Shares of a font's size that small letters and capitals have (Times New Roman)."""

_ASCENT: Final = 0.8
_ALIKE: Final = 0.14
"""Sizes that differ less from the usual one are taken for it: a pixel is 6 % of a letter."""

_LEAST_OF_BOX, _MOST_OF_BOX = 0.7, 1.3
"""Shares of its box's height that a line's size has."""

_BOLD: Final = 1.22
_MOSTLY: Final = 0.5
_PEN: Final = 0.3
"""Confidence of handwriting at most, in blue ink or not: it is not what engines can read."""

_FILLED_IN: Final = pattern(r"\AS\w{1,2}\s?:|ngày.{1,12}tháng")
"""Lines with a number or day that is often written by hand."""

_WIDE: Final = 2.0
"""Room between words, in heights of the line, that parts columns."""


class _Measured(NamedTuple):
    """A line as measured: words, baseline, height of letters and of its box (points), strokes."""

    words: list[Spotted]
    base: float
    height: float
    box: float
    weight: float


class Read(NamedTuple):
    """The words of a page, and how many marks were left out because they cannot be read."""

    words: list[Word]
    unreadable: int


def words_of(spotted: Iterable[Spotted], shown: Picture, tables: Sequence[Bounds] = ()) -> Read:
    """Return the words of a page with baseline, size and weight measured in its picture.

    `tables` are the edges of its ruled tables, in pixels.
    """
    held = list(groups(spotted))
    lines = [_measured(words, shown) for words in legible(held, tables)]
    usual = _usual_size(lines)
    weight = _median([(line.weight, letters(line.words)) for line in lines])
    found: list[Word] = []
    for line in sorted(lines, key=lambda line: (line.base, line.words[0].x0)):
        bold = line.weight > _BOLD * weight
        found += _records(line, _size(line, usual), shown, bold=bold, order=_next(found))
    return Read(found, len(held) - len(lines))


def groups(spotted: Iterable[Spotted]) -> Iterator[list[Spotted]]:
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


def _measured(words: list[Spotted], shown: Picture) -> _Measured:
    unit = _POINTS / shown.dpi
    box = (
        round(min(word.x0 for word in words)), round(min(word.top for word in words)),
        round(max(word.x1 for word in words)), round(max(word.bottom for word in words)),
    )  # fmt: skip
    top, base = body(shown.gray, box) or (box[1] + 0.35 * (box[3] - box[1]), float(box[3]))
    high = (box[3] - box[1]) * unit
    return _Measured(words, base * unit, (base - top) * unit, high, boldness(shown.gray, box))


def _usual_size(lines: Sequence[_Measured]) -> float:
    """Return the size of most letters: that of lines with mostly small letters."""
    small = [(line.height / _X_HEIGHT, letters(line.words)) for line in lines
             if sum(char.islower() for word in line.words for char in word.text)
             > _MOSTLY * letters(line.words)]  # fmt: skip
    return _median(small or [(line.height / _CAP_HEIGHT, 1) for line in lines])


def _size(line: _Measured, usual: float) -> float:
    """Return a line's size, what is measured as capitals or as small letters.

    Of the two readings the one nearer to the box's height counts. Sizes near the usual one are
    taken for it, and so is a line whose box is as high: marks and specks lead measures astray.
    """
    box = line.box
    size = min((line.height / _X_HEIGHT, line.height / _CAP_HEIGHT), key=lambda s: abs(s - box))
    if min(abs(size - usual), abs(box - usual)) <= _ALIKE * usual:
        return round(usual, 1)
    size = min(max(size, box * _LEAST_OF_BOX), box * _MOST_OF_BOX)
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
    filled_in = _FILLED_IN.search(" ".join(word.text for word in line.words)) is not None
    found: list[Word] = []
    for word in sorted(line.words, key=lambda word: word.x0):
        box = round(word.x0), round(word.top), round(word.x1), round(word.bottom)
        pen = blueness(shown, box) > _MOSTLY or (
            filled_in and is_uneven(shown.gray, box, word.text)
        )
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
