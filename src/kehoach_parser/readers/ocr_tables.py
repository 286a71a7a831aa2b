"""The ruling of a scanned page: level and upright strokes found in its picture."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.ocr_engines.base import Wall
from kehoach_parser.readers.ocr_pixels import INK, PAPER, Picture, Pixels, numpy, opencv
from kehoach_parser.readers.pdf_pages import Page
from kehoach_parser.readers.pdf_rules import Rules, Stroke, merged

_POINTS: Final = 72.0
_SHORTEST: Final = 30.0
"""Points: strokes of letters are shorter."""

_PIECE: Final = 10.0
"""Points that an unbroken piece of a worn stroke has at least; no letter's bar is longer."""

_THICKEST: Final = 4.0  # points, the slope of a line that is not quite level included
_SHIFT: Final = 9.0
"""Points by which a column's width differs from sheet to sheet."""

_FAINT: Final = 40
"""Ruling is often grayer than letters; a pixel this much lighter than ink still counts."""


def find_rules(shown: Picture) -> Rules:
    """Return the strokes of a page in points."""
    np, cv = numpy(), opencv()
    ink = (shown.gray < INK + _FAINT).astype(np.uint8)
    unit = _POINTS / shown.dpi
    return Rules(_strokes(ink, unit), _strokes(cv.transpose(ink), unit))


def _strokes(ink: Pixels, unit: float) -> list[Stroke]:
    """Return the level strokes of a picture in points; `unit` is a pixel's size."""
    found = merged(piece for piece in _pieces(ink, round(_PIECE / unit), unit))
    return [stroke for stroke in found if stroke.end - stroke.start >= _SHORTEST]


def _pieces(ink: Pixels, shortest: int, unit: float) -> Iterator[Stroke]:
    np, cv = numpy(), opencv()
    whole = cv.dilate(ink, np.ones((2, 1), np.uint8))  # a stroke that steps by a pixel is one
    kept = cv.morphologyEx(whole, cv.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    count, _, boxes, centres = cv.connectedComponentsWithStats(kept, connectivity=8)
    for number in range(1, int(count)):
        x, _, width, height, _ = (int(value) for value in boxes[number])
        if height * unit <= _THICKEST:
            yield Stroke(float(centres[number][1]) * unit, x * unit, (x + width) * unit)


def align(pages: Sequence[Page]) -> None:
    """Give a table at the top of a page the column edges of the one that ended the page before.

    Each sheet lies a little differently in the scanner; columns that differ by no more than
    that are the same.
    """
    for before, after in pairwise(pages):
        if not (before.recognised and after.recognised and before.tables and after.tables):
            continue
        last, first = before.tables[-1], after.tables[0]
        if len(last.xs) == len(first.xs) and _same_widths(last.xs, first.xs):
            after.tables[0] = first._replace(xs=last.xs)


def _same_widths(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(
        abs((b - a) - (d - c)) <= _SHIFT
        for (a, b), (c, d) in zip(pairwise(one), pairwise(other), strict=True)
    )


def walls_of(rules: Rules, shown: Picture) -> tuple[Wall, ...]:
    """Return the upright strokes in pixels: no line of text runs over them."""
    unit = shown.dpi / _POINTS
    return tuple(Wall(s.at * unit, s.start * unit, s.end * unit) for s in rules.upright)


def without_rules(shown: Picture, rules: Rules) -> Picture:
    """Return a picture with the ruling painted over, so that it is not read as letters."""
    gray = shown.gray.copy()
    unit = shown.dpi / _POINTS
    half = max(round(1.2 * unit), 1)
    for stroke in rules.level:
        at, start, end = (round(value * unit) for value in stroke)
        _fade(gray[max(at - half, 0) : at + half + 1, start:end])
    for stroke in rules.upright:
        at, start, end = (round(value * unit) for value in stroke)
        _fade(gray[start:end, max(at - half, 0) : at + half + 1])
    return shown._replace(gray=gray)


def _fade(part: Pixels) -> None:
    part[:] = PAPER
