"""The ruling of a PDF page: level and upright strokes, whatever drew them."""

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.chars import Frame
from kehoach_parser.readers.pdf.native import call

_THIN: Final = 3.0
"""A filled box no thicker than this (points) is a stroke."""

_SHORTEST: Final = 4.0
_TOUCH: Final = 2.0
_PATH, _FORM = 2, 5  # kinds of page objects
_LINE, _BEZIER = 0, 1  # kinds of path segments
_DEEPEST: Final = 8
_MOST_SEGMENTS: Final = 2000

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


class Stroke(NamedTuple):
    """A stroke at `at`, from `start` to `end` along the other axis (points)."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The strokes of a page, each unbroken one once."""

    level: list[Stroke]
    upright: list[Stroke]


def read_rules(page: int, frame: Frame) -> Rules:
    """Return the ruling of an open page in reading space."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for corner in _edges(page):
        x0, y0, x1, y1 = frame.box(*corner)
        if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
            level.append(Stroke((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
            upright.append(Stroke((x0 + x1) / 2, y0, y1))
    return Rules(merged(level), merged(upright))


def merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return the strokes with pieces of one line joined, in order of place.

    >>> merged([Stroke(10, 0, 50), Stroke(10.4, 51, 90), Stroke(30, 0, 5)])
    [Stroke(at=10, start=0, end=90), Stroke(at=30, start=0, end=5)]
    """
    lines: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if lines and stroke.at - lines[-1][0].at <= _TOUCH:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: list[Stroke]) -> Iterator[Stroke]:
    at = line[0].at
    start, end = None, 0.0
    for stroke in sorted(line, key=lambda stroke: stroke.start):
        if start is None:
            start, end = stroke.start, stroke.end
        elif stroke.start <= end + _TOUCH:
            end = max(end, stroke.end)
        else:
            yield Stroke(at, start, end)
            start, end = stroke.start, stroke.end
    if start is not None:
        yield Stroke(at, start, end)


def _edges(page: int) -> Iterator[tuple[float, float, float, float]]:
    """Yield the two corners of each thin box or straight edge, in page space."""
    item = call("FPDFPage_GetObject")
    kind = call("FPDFPageObj_GetType")
    for index in range(call("FPDFPage_CountObjects")(page)):
        found = item(page, index)
        what = kind(found)
        if what == _PATH:
            yield from _path_edges(found, _IDENTITY)
        elif what == _FORM:
            yield from _form_edges(found, _IDENTITY, 0)


def _form_edges(
    form: int, outer: Matrix, depth: int
) -> Iterator[tuple[float, float, float, float]]:
    if depth == _DEEPEST:
        return
    matrix = _times(_matrix(form), outer)
    for index in range(call("FPDFFormObj_CountObjects")(form)):
        found = call("FPDFFormObj_GetObject")(form, index)
        what = call("FPDFPageObj_GetType")(found)
        if what == _PATH:
            yield from _path_edges(found, matrix)
        elif what == _FORM:
            yield from _form_edges(found, matrix, depth + 1)


def _path_edges(path: int, outer: Matrix) -> Iterator[tuple[float, float, float, float]]:
    bounds = (ctypes.c_float * 4)()
    at = ctypes.addressof(bounds)
    call("FPDFPageObj_GetBounds")(path, at, at + 4, at + 8, at + 12)
    left, bottom, right, top = bounds
    if right - left <= _THIN or top - bottom <= _THIN:
        yield (*_moved((left, bottom), outer), *_moved((right, top), outer))
        return
    modes = (ctypes.c_int * 2)()
    at = ctypes.addressof(modes)
    call("FPDFPath_GetDrawMode")(path, at, at + 4)
    filled, stroked = modes
    if not (filled or stroked):
        return
    matrix = _times(_matrix(path), outer)
    for shape in _shapes(path, matrix):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        if max(xs) - min(xs) <= _THIN or max(ys) - min(ys) <= _THIN:
            yield min(xs), min(ys), max(xs), max(ys)
        elif stroked:
            yield from ((*a, *b) for a, b in pairwise(shape))


def _shapes(path: int, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the corners of each part of a path that consists of straight lines."""
    shape: list[Point] = []
    straight = True
    xy = (ctypes.c_float * 2)()
    at = ctypes.addressof(xy)
    for index in range(min(call("FPDFPath_CountSegments")(path), _MOST_SEGMENTS)):
        segment = call("FPDFPath_GetPathSegment")(path, index)
        kind = call("FPDFPathSegment_GetType")(segment)
        call("FPDFPathSegment_GetPoint")(segment, at, at + 4)
        if kind not in (_LINE, _BEZIER):
            if len(shape) > 1 and straight:
                yield shape
            shape, straight = [], True
        straight = straight and kind != _BEZIER
        shape.append(_moved((xy[0], xy[1]), matrix))
        if call("FPDFPathSegment_GetClose")(segment):
            shape.append(shape[0])
    if len(shape) > 1 and straight:
        yield shape


def _matrix(item: int) -> Matrix:
    matrix = (ctypes.c_float * 6)()
    call("FPDFPageObj_GetMatrix")(item, ctypes.addressof(matrix))
    a, b, c, d, e, f = matrix
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    (a, b, c, d, e, f), (p, q, r, s, t, u) = first, then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
