"""Worn ruling: strokes that copying has broken are joined, and reach what they end at."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from kehoach_parser.readers.ocr.pixels import Pixels, numpy
from kehoach_parser.readers.pdf.rules import Stroke

_REACH: Final = 28.0
"""Points that may be missing: a row or two of a table."""

_SAME: Final = 2.0
_COVERED: Final = 0.7
"""Share of the missing part that shows ink: a line of letters has less."""

_GAP: Final = 2.0
"""Points that a break in a stroke has at most: letters keep as far from the rows' edges."""

_ASIDE: Final = 4
"""Pixels by which ink may stand beside a stroke's line."""


class Completed(NamedTuple):
    """Strokes as they were drawn, and the parts of them that were missing."""

    strokes: list[Stroke]
    added: list[Stroke]


def completed(
    strokes: Sequence[Stroke], others: Sequence[Stroke], ink: Pixels, unit: float
) -> Completed:
    """Return strokes joined and made as long as the ink between them and other strokes says.

    `others` are the strokes that cross them, `ink` is turned so that the strokes are level, and
    `unit` is a pixel's size in points.
    """
    found: list[Stroke] = []
    added: list[Stroke] = []
    for stroke in sorted(strokes):
        across = _crossings(stroke, others)
        missing = [part for end in _ends(stroke, across) for part in _drawn(end, ink, unit)]
        start = min([stroke.start, *(part.start for part in missing)])
        end = max([stroke.end, *(part.end for part in missing)])
        found.append(Stroke(stroke.at, start, end))
        added += missing
        added += _beyond(found[-1], across, ink, unit)
    for one, other in pairwise(sorted(found, key=lambda stroke: (round(stroke.at), stroke.start))):
        near = abs(one.at - other.at) <= _SAME and 0 < other.start - one.end <= _REACH
        added += _drawn([Stroke(one.at, one.end, other.start)], ink, unit) if near else ()
    return Completed(found, added)


def _crossings(stroke: Stroke, others: Sequence[Stroke]) -> list[float]:
    """Return where strokes cross the line that a stroke lies on."""
    return sorted(each.at for each in others if each.start - _SAME <= stroke.at <= each.end + _SAME)


def _beyond(stroke: Stroke, across: Sequence[float], ink: Pixels, unit: float) -> Iterator[Stroke]:
    """Yield low pieces of a stroke's line that stand apart, each from one crossing to the next.

    A head one line high over a group row that covers the width has such walls.
    """
    for start, end in pairwise(across):
        apart = end <= stroke.start - _SAME or start >= stroke.end + _SAME
        part = Stroke(stroke.at, start, end)
        if apart and _SAME < end - start <= _REACH and _is_drawn(part, ink, unit):
            yield part


def _ends(stroke: Stroke, across: Sequence[float]) -> tuple[list[Stroke], list[Stroke]]:
    """Return what may be missing before and behind a stroke: from one crossing to the next."""
    before = [at for at in reversed(across) if 0 < stroke.start - at <= _REACH]
    behind = [at for at in across if 0 < at - stroke.end <= _REACH]
    return (
        [Stroke(stroke.at, start, end) for end, start in pairwise([stroke.start, *before])],
        [Stroke(stroke.at, start, end) for start, end in pairwise([stroke.end, *behind])],
    )


def _drawn(parts: Sequence[Stroke], ink: Pixels, unit: float) -> Iterator[Stroke]:
    """Yield the parts that ink shows, up to the first that it does not."""
    return takewhile(lambda part: _is_drawn(part, ink, unit), parts)


def _is_drawn(part: Stroke, ink: Pixels, unit: float) -> bool:
    row, first, last = round(part.at / unit), round(part.start / unit), round(part.end / unit)
    columns = ink[:, first : max(last, first + 1)]
    bands = (columns[max(at - 1, 0) : at + 2] for at in range(row - _ASIDE, row + _ASIDE + 1))
    return any(band.size and _is_stroke(band.any(0), _GAP / unit) for band in bands)


def _is_stroke(seen: Pixels, gap: float) -> bool:
    """Return whether columns with ink are a stroke that is broken here and there."""
    np = numpy()
    inked = np.flatnonzero(np.concatenate(([True], seen, [True])))
    return float(seen.mean()) >= _COVERED and int(np.diff(inked).max()) - 1 <= gap
