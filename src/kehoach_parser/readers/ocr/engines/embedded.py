"""trueocr: a small model for printed Vietnamese that comes with its package and needs no network.

Its parts are called one by one, since its own page reading gives no places of words.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any, Final, NamedTuple

from kehoach_parser.readers.ocr.engines.base import Bounds, Columns, Spotted, Wall
from kehoach_parser.readers.ocr.engines.quotes import quoted
from kehoach_parser.readers.ocr.engines.readings import (
    Char,
    Read,
    agreed,
    digits,
    merged,
    read_words,
)
from kehoach_parser.readers.ocr.pixels import (
    PAPER,
    Picture,
    Pixels,
    gaps,
    ink_bounds,
    numpy,
    opencv,
    within,
)

Box = Sequence[float]
"""Left, top, right and bottom edge of a line, as the model gives them."""


class _Look(NamedTuple):
    """How a line is shown to the model: room above and below in its heights, and its stretch."""

    room: float
    stretch: float


_LOOKS: Final = (_Look(0.25, 1.15), _Look(0.22, 1.25))
"""Each line is read in either way; marks over letters that one loses the other finds. The model
errs a third less on letters that are set wider than they are printed (benchmarks/ocr.py)."""

_WIDEST: Final = 18.0
"""A line longer than this many of its heights is squeezed by the model, so it is cut before."""

_MORE_LOOKS: Final = (_Look(0.2, 1.2), _Look(0.3, 1.1), _Look(0.25, 1.0))
"""Lines with digits are shown in these ways too."""

_INK_POWER: Final = 0.7
"""Ink is made darker by this power before lines are read: thin strokes carry the marks."""

_LEAST_GAP: Final = 0.15
_NEAR_CUT: Final = 0.35
_SIDE: Final = 0.4
"""Room left and right of a line in its heights; with less a last full stop goes unseen."""

_BEYOND: Final = 0.1
"""Heights of a line by which a character may seem to stand outside of its part."""

_TOUCH: Final = 4
"""Pixels by which a line's box may reach beyond its column."""

_EDGE: Final = 0.12
"""The part of a box's height above and below it where no letters are."""

_CUT: Final = 0.5
"""Ink there, against that of the line, from which the box cuts letters."""

_MOST_WIDTH: Final = 768
_WINDOW: Final = 3
_FORBIDDEN: Final = 4  # the class "set in upright columns" of the model for turns


class TrueOcr:
    """The embedded engine; its models run in one thread."""

    def __init__(self) -> None:
        """Load the models."""
        page: Any = import_module("trueocr.page")
        recognizer: Any = import_module("trueocr.recognizer")
        self._crops: Any = import_module("trueocr.preprocess")
        models = Path(import_module("trueocr").__file__ or "").parent / "models"
        self._page: Any = page.PageEngine(models, threads=1)
        self._lines: Any = recognizer.Recognizer(models, threads=1)

    @property
    def version(self) -> str:
        """Name and version."""
        return f"trueocr {version('trueocr')}"

    def turns(self, shown: Picture) -> int:
        """Return how many quarter turns clockwise set the page upright."""
        found = int(self._page.orientation(shown.gray))
        return 0 if found == _FORBIDDEN else found

    def read(self, shown: Picture, walls: tuple[Wall, ...], columns: Columns = ()) -> list[Spotted]:
        """Return the words of a page."""
        found: list[Spotted] = []
        ink = opencv().LUT(shown.gray, _darker())
        boxes = sorted(self._boxes(shown.gray, columns), key=lambda box: (box[1], box[0]))
        for number, box in enumerate(boxes):
            parts = list(_pieces(shown.gray, box, walls))
            for place, bounds in enumerate(parts):
                first, last = place == 0, place == len(parts) - 1
                words = self._read(ink, bounds, begins=first, ends=last)
                found += _placed(words, shown.gray, bounds, number)
        return quoted(found)

    def _boxes(self, gray: Pixels, columns: Columns) -> list[Box]:
        """Return the boxes of lines.

        Where cells are set in the middle of their row, lines of neighbours stand at different
        heights; the model takes them for one line, at the mean of the heights. Then it is shown
        the columns of such rows by turns, each second one left out.
        """
        found: list[Box] = self._page.detect(gray).tolist()
        misread = [box for box in found if _cuts_letters(gray, box, columns)]
        turns = [[cell for column in columns[n::2] for cell in column if _holds(cell, misread)]
                 for n in (0, 1)]  # fmt: skip
        again = [box for cells in turns if cells
                 for box in self._page.detect(_alone(gray, cells)).tolist()]  # fmt: skip
        cells = [cell for turn in turns for cell in turn]
        return again + [box for box in found if not _is_again(box, cells, again)]

    def look(self, shown: Picture, box: Bounds) -> list[Spotted]:
        """Return the words of what a box shows as one line."""
        left, top, right, bottom = box
        held = within(shown, box)
        if not ink_bounds(shown.gray, held):
            return []
        part = shown.gray[max(top - 2 * (bottom - top), 0) : bottom + 2 * (bottom - top)]
        above = min(top, 2 * (bottom - top))
        ink = opencv().LUT(part, _darker())
        words = self._reading(ink, (left, above, right, above + bottom - top), _LOOKS[0])
        return list(_placed(words, shown.gray, held, 0))

    def _read(self, ink: Pixels, box: Bounds, *, begins: bool, ends: bool) -> list[Read]:
        """Return the words of a part of a line as several readings agree on them.

        Where it does not begin or end the line, what stands beyond it is its neighbours'.
        """
        slack = _BEYOND * (box[3] - box[1])
        reach = -inf if begins else box[0] - slack, inf if ends else box[2] + slack
        readings = [self._reading(ink, box, look, reach) for look in _LOOKS]
        found = merged(*readings, ends=ends)
        if any(digits(word.text) for reading in readings for word in reading):
            readings += [self._reading(ink, box, look, reach) for look in _MORE_LOOKS]
            found = [agreed(word, readings, box[3] - box[1]) for word in found]
        return found

    def _reading(
        self, ink: Pixels, box: Bounds, look: _Look, reach: tuple[float, float] = (-inf, inf)
    ) -> list[Read]:
        """Return the words of a part of a line in order: those of characters within reach."""
        np, cv = numpy(), opencv()
        height = box[3] - box[1]
        crop = self._crops.crop_line(
            ink, box, window=_WINDOW, max_width=_MOST_WIDTH, pad_x=_SIDE, pad_y=look.room
        )
        wide = min(round(crop.shape[1] * look.stretch), _MOST_WIDTH)
        crop = cv.resize(crop, (wide, crop.shape[0]), interpolation=cv.INTER_LINEAR)
        batch, widths = self._crops.pad_batch([crop])
        names, feed = ["ids", "conf", "lengths"], {"x": batch, "widths": widths}
        ids, sure, lengths = self._lines.session.run(names, feed)
        count = int(lengths[0])
        steps = ids[0, :count]
        kept = np.flatnonzero((steps != 0) & np.concatenate(([True], steps[1:] != steps[:-1])))
        step = (box[2] - box[0] + 2 * _SIDE * height) / count
        start = box[0] - _SIDE * height
        chars = (
            Char(self._lines.chars[steps[at] - 1], start + (int(at) + 0.5) * step,
                 float(sure[0, at]))
            for at in kept
        )  # fmt: skip
        return read_words(char for char in chars if reach[0] <= char.x <= reach[1])


def load() -> TrueOcr:
    """Return the engine."""
    return TrueOcr()


def _darker() -> Pixels:
    """Return the table that makes ink darker: of each shade of gray the one it becomes."""
    np = numpy()
    ink = (PAPER - np.arange(PAPER + 1)) / PAPER
    return np.round(PAPER * (1 - ink**_INK_POWER)).astype(np.uint8)


def _placed(words: Sequence[Read], gray: Pixels, box: Bounds, line: int) -> Iterator[Spotted]:
    """Yield words with the edges that their ink has."""
    if not words:
        return
    free = gaps(gray, box)
    edges = [box[0], *(_gap(free, a.last, b.first) for a, b in pairwise(words)), box[2]]
    for word, (x0, x1) in zip(words, pairwise(edges), strict=True):
        tight = ink_bounds(gray, (x0, box[1], max(x1, x0 + 1), box[3])) or (x0, x1)
        yield Spotted(word.text, tight[0], box[1], tight[1], box[3], word.sure, line)


def _gap(free: Sequence[tuple[int, int]], last: float, first: float) -> int:
    """Return where to part two words: the middle of the widest gap between their characters."""
    between = [(min(b, round(first)) - max(a, round(last)), (a + b) // 2) for a, b in free
               if b > last and a < first]  # fmt: skip
    return max(between)[1] if between else round((last + first) / 2)


def _cuts_letters(gray: Pixels, box: Box, columns: Columns) -> bool:
    """Return whether a line's box runs over several columns and cuts the letters of one."""
    x0, top, x1, bottom = (round(edge) for edge in box[:4])
    middle = (top + bottom) / 2
    met = [(max(x0, left), min(x1, right)) for column in columns
           for left, high, right, low in column
           if high <= middle < low and x0 + _TOUCH < right and left < x1 - _TOUCH]  # fmt: skip
    edge = max(round(_EDGE * (bottom - top)), 1)
    for left, right in met if len(met) > 1 else ():
        ink = PAPER - gray[max(top - edge, 0) : bottom + edge, left:right].astype(float)
        within = ink[edge:-edge].mean()
        if max(ink[:edge].mean(), ink[-edge:].mean()) > _CUT * within > 0:
            return True
    return False


def _holds(cell: Bounds, boxes: Sequence[Box]) -> bool:
    """Return whether the middle of a box is as high as a cell."""
    return any(cell[1] <= (box[1] + box[3]) / 2 < cell[3] for box in boxes)


def _is_again(box: Box, cells: Sequence[Bounds], again: Sequence[Box]) -> bool:
    """Return whether a line's box is one of cells that were read again, and found again there."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    inside = any(left <= x < right and top <= y < bottom for left, top, right, bottom in cells)
    return inside and any(
        each[0] < box[2] and box[0] < each[2] and each[1] < box[3] and box[1] < each[3]
        for each in again
    )


def _alone(gray: Pixels, cells: Sequence[Bounds]) -> Pixels:
    """Return a picture of nothing but some cells."""
    shown = numpy().full_like(gray, PAPER)
    for left, top, right, bottom in cells:
        shown[top:bottom, left:right] = gray[top:bottom, left:right]
    return shown


def _pieces(gray: Pixels, box: Box, walls: Sequence[Wall]) -> Iterator[Bounds]:
    """Yield the parts of a line's box between walls, long ones cut at gaps between words."""
    height, width = gray.shape
    top, bottom = max(int(box[1]), 0), min(int(box[3]) + 1, int(height))
    middle = (top + bottom) / 2
    between = [
        round(wall.x)
        for wall in walls
        if wall.top <= middle <= wall.bottom and box[0] + _TOUCH < wall.x < box[2] - _TOUCH
    ]
    edges = [max(int(box[0]), 0), *sorted(between), min(int(box[2]) + 1, int(width))]
    for x0, x1 in pairwise(edges):
        bounds = ink_bounds(gray, (x0, top, x1, bottom))
        if bounds and bottom > top:
            yield from _cut(gray, (bounds[0], top, bounds[1], bottom))


def _cut(gray: Pixels, box: Bounds) -> Iterator[Bounds]:
    x0, top, x1, bottom = box
    height = bottom - top
    count = -(-(x1 - x0) // round(_WIDEST * height))
    free = [gap for gap in gaps(gray, box) if gap[1] - gap[0] >= _LEAST_GAP * height]
    start = x0
    for number in range(1, count):
        aim = x0 + (x1 - x0) * number / count
        near = [gap for gap in free if abs(sum(gap) / 2 - aim) < _NEAR_CUT * (x1 - x0) / count]
        if near:
            widest = max(near, key=lambda gap: (gap[1] - gap[0], -abs(sum(gap) / 2 - aim)))
            yield start, top, widest[0], bottom
            start = widest[1]
    yield start, top, x1, bottom
