"""trueocr: a small model for printed Vietnamese that comes with its package and needs no network.

Its parts are called one by one, since its own page reading gives no places of words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from kehoach_parser.readers.ocr_engines.base import Spotted, Wall
from kehoach_parser.readers.ocr_pixels import Picture, Pixels, gaps, ink_bounds, numpy

_PADDINGS: Final = (0.2, 0.3)
"""Room above and below a line, in its heights. Each line is read with either; marks over
letters that one reading loses the other finds."""

_WIDEST: Final = 18.0
"""A line longer than this many of its heights is squeezed by the model, so it is cut before."""

_MORE_PADDINGS: Final = (0.15, 0.25, 0.4)
"""Lines with digits are read with these too."""

_DISPUTED: Final = 0.6
"""Confidence of a number on which readings differ, times the share that agrees."""

_LEAST_GAP: Final = 0.15
_NEAR_CUT: Final = 0.35
_SIDE: Final = 0.3
_MOST_WIDTH: Final = 768
_WINDOW: Final = 3
_FORBIDDEN: Final = 4  # the class "set in upright columns" of the model for turns

Bounds = tuple[int, int, int, int]


class _Char(NamedTuple):
    """A character with its place (pixels) and its probability."""

    text: str
    x: float
    sure: float


class _Word(NamedTuple):
    """A word of a line: its characters' first and last place, its least probable character."""

    text: str
    first: float
    last: float
    sure: float


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

    def read(self, shown: Picture, walls: tuple[Wall, ...]) -> list[Spotted]:
        """Return the words of a page."""
        found: list[Spotted] = []
        boxes = sorted(self._page.detect(shown.gray).tolist(), key=lambda box: (box[1], box[0]))
        for number, box in enumerate(boxes):
            for bounds in _pieces(shown.gray, box, walls):
                found += self._spotted(shown.gray, bounds, number)
        return found

    def _spotted(self, gray: Pixels, box: Bounds, line: int) -> Iterator[Spotted]:
        free = gaps(gray, box)
        readings = [_words(self._chars(gray, box, padding)) for padding in _PADDINGS]
        words = _voted(readings)
        if not words:
            return
        if any(_digits(word.text) for reading in readings for word in reading):
            more = [_words(self._chars(gray, box, padding)) for padding in _MORE_PADDINGS]
            words = [_agreed(word, (*readings, *more), box[3] - box[1]) for word in words]
        edges = [box[0], *(_gap(free, a.last, b.first) for a, b in pairwise(words)), box[2]]
        for word, (x0, x1) in zip(words, pairwise(edges), strict=True):
            tight = ink_bounds(gray, (x0, box[1], max(x1, x0 + 1), box[3])) or (x0, x1)
            yield Spotted(word.text, tight[0], box[1], tight[1], box[3], word.sure, line)

    def _chars(self, gray: Pixels, box: Bounds, padding: float) -> list[_Char]:
        """Return the characters of a line piece in order."""
        np = numpy()
        height = box[3] - box[1]
        crop = self._crops.crop_line(
            gray, box, window=_WINDOW, max_width=_MOST_WIDTH, pad_x=_SIDE, pad_y=padding
        )
        batch, widths = self._crops.pad_batch([crop])
        names, feed = ["ids", "conf", "lengths"], {"x": batch, "widths": widths}
        ids, sure, lengths = self._lines.session.run(names, feed)
        count = int(lengths[0])
        steps = ids[0, :count]
        kept = np.flatnonzero((steps != 0) & np.concatenate(([True], steps[1:] != steps[:-1])))
        step = (box[2] - box[0] + 2 * _SIDE * height) / count
        start = box[0] - _SIDE * height
        return [
            _Char(self._lines.chars[steps[at] - 1], start + (int(at) + 0.5) * step,
                  float(sure[0, at]))
            for at in kept
        ]  # fmt: skip


def load() -> TrueOcr:
    """Return the engine."""
    return TrueOcr()


def _words(chars: Sequence[_Char]) -> list[_Word]:
    found: list[_Word] = []
    held: list[_Char] = []
    for char in (*chars, _Char(" ", 0.0, 1.0)):
        if char.text != " ":
            held.append(char)
        elif held:
            text = "".join(each.text for each in held)
            found.append(_Word(text, held[0].x, held[-1].x, min(each.sure for each in held)))
            held = []
    return found


def _voted(readings: Sequence[list[_Word]]) -> list[_Word]:
    """Return for each word the surer reading; where the counts differ, the surer line."""
    first, second = readings
    if len(first) != len(second):
        return max(readings, key=lambda words: sum(w.sure for w in words) / (len(words) or 1))
    return [max(pair, key=lambda word: word.sure) for pair in zip(first, second, strict=True)]


def _agreed(word: _Word, readings: Sequence[list[_Word]], height: int) -> _Word:
    """Return a word with a number as most readings have it, and as sure as they agree.

    Printed digits are read alike however the line is cut; handwritten ones are not.
    """
    reach = max(height, word.last - word.first)
    near = [min(words, key=lambda other: _apart(word, other)) for words in readings if words]
    beside = [other for other in near if _apart(word, other) < reach]
    votes = Counter(_digits(other.text) for other in beside)
    if not any(votes) or len(votes) == 1:
        return word
    digits, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    same = [other for other in beside if _digits(other.text) == digits]
    best = max(same, key=lambda other: other.sure)
    return best._replace(sure=min(best.sure, _DISPUTED * count / len(readings)))


def _apart(one: _Word, other: _Word) -> float:
    """Return how far the middles of two words are apart, in pixels."""
    return abs(one.first + one.last - other.first - other.last) / 2


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _gap(free: Sequence[tuple[int, int]], last: float, first: float) -> int:
    """Return where to part two words: the middle of the widest gap between their characters."""
    between = [(min(b, round(first)) - max(a, round(last)), (a + b) // 2) for a, b in free
               if b > last and a < first]  # fmt: skip
    return max(between)[1] if between else round((last + first) / 2)


def _pieces(gray: Pixels, box: Sequence[float], walls: Sequence[Wall]) -> Iterator[Bounds]:
    """Yield the parts of a line's box between walls, long ones cut at gaps between words."""
    height, width = gray.shape
    top, bottom = max(int(box[1]), 0), min(int(box[3]) + 1, int(height))
    middle = (top + bottom) / 2
    between = [
        round(wall.x)
        for wall in walls
        if wall.top <= middle <= wall.bottom and box[0] + 4 < wall.x < box[2] - 4
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
