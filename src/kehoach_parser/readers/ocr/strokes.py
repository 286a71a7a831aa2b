"""Roman numerals counted in the picture: a model that reads line by line swallows equal strokes."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from kehoach_parser.readers.ocr.pixels import INK, Picture, Pixels, numpy
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.patterns import pattern

_POINTS: Final = 72.0
_NUMERAL: Final = pattern(r"(?P<open>\(?)(?P<strokes>I[Il1|]{0,2})(?P<rest>(?:[/.,;:].*)?)")
"""Not before a bracket, which is a stroke itself."""

_MOST: Final = 3
_CAPITALS: Final = (0.72, 0.03)
"""Where capitals begin above the baseline and end below it, in sizes of the font."""

_LEAST_HEIGHT: Final = 8  # pixels
_BANDS: Final = (0.25, 0.5, 0.75)
_BAND: Final = 0.04
_NEAR: Final = 0.14
_THICKEST: Final = 0.36
_MOST_LEAN: Final = 0.2
_SAME_LEAN: Final = 0.06
"""Shares of a capital's height: a slash leans more than the strokes before it."""

Run = tuple[int, int]


def counted(word: Word, shown: Picture) -> str | None:
    """Return a word whose numeral has more strokes in the picture than were read, null if none.

    Fewer strokes than were read prove nothing: they may have run together.
    """
    match = _NUMERAL.fullmatch(word.text)
    if not match:
        return None
    count = _uprights(shown.gray, _box(word, shown.dpi / _POINTS))
    strokes = "I" * max(count, len(match["strokes"]))
    if count > _MOST or strokes == match["strokes"]:
        return None
    return f"{match['open']}{strokes}{match['rest']}"


def _box(word: Word, unit: float) -> tuple[int, int, int, int]:
    above, below = _CAPITALS
    return (
        max(round(word.x0 * unit) - 2, 0), max(round((word.base - above * word.size) * unit), 0),
        round(word.x1 * unit) + 2, round((word.base + below * word.size) * unit),
    )  # fmt: skip


def _uprights(gray: Pixels, box: tuple[int, int, int, int]) -> int:
    """Return how many parallel strokes from top to bottom a word begins with."""
    np = numpy()
    x0, top, x1, bottom = box
    ink = gray[top:bottom, x0:x1] < INK
    rows = np.flatnonzero(ink[:, : max((bottom - top) // 2, 1)].any(1))
    if len(rows) < _LEAST_HEIGHT:
        return 0
    first, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    upper, middle, lower = (
        _runs(ink[first + round(height * (at - _BAND)) : first + round(height * (at + _BAND)) + 1])
        for at in _BANDS
    )
    leans = [_lean(run, upper, lower, height) for run in middle]
    if not leans or leans[0] is None or abs(leans[0]) > _MOST_LEAN * height:
        return 0
    reach, same = _SAME_LEAN * height + 0.5, leans[0]
    return len(list(takewhile(lambda x: x is not None and abs(x - same) <= reach, leans)))


def _runs(rows: Pixels) -> list[Run]:
    """Return the runs of columns that are mostly ink."""
    np = numpy()
    held = (rows.mean(0) > 0.5).astype(np.int8)  # noqa: PLR2004 - most of the rows
    steps = np.flatnonzero(np.diff(np.concatenate(([0], held, [0]))))
    return [(int(a), int(b)) for a, b in zip(steps[0::2], steps[1::2], strict=True)]


def _lean(run: Run, upper: Iterable[Run], lower: Iterable[Run], height: int) -> float | None:
    """Return by how much the stroke through a run leans, null where it is no single stroke."""
    ends = [_nearest(run, others, _NEAR * height) for others in (upper, lower)]
    if any(end is None or end[1] - end[0] > _THICKEST * height for end in (run, *ends)):
        return None
    above, below = (_centre(end) for end in ends if end is not None)
    return above - below


def _nearest(run: Run, others: Iterable[Run], reach: float) -> Run | None:
    near = [other for other in others if abs(_centre(other) - _centre(run)) <= reach]
    return min(near, key=lambda other: abs(_centre(other) - _centre(run)), default=None)


def _centre(run: Sequence[int]) -> float:
    return sum(run) / 2
