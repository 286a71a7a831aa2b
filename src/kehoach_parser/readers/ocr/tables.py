"""The ruling of a scanned page: level and upright strokes found in its picture."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.ocr.engines.base import Wall
from kehoach_parser.readers.ocr.pixels import INK, PAPER, Picture, Pixels, numpy, opencv
from kehoach_parser.readers.ocr.worn import completed
from kehoach_parser.readers.pdf.pages import Page
from kehoach_parser.readers.pdf.rules import Rules, Stroke, merged

_POINTS: Final = 72.0
_SHORTEST: Final = 30.0
"""Points: strokes of letters are shorter."""

_PIECE: Final = 14.0
"""Points that an unbroken piece of a worn stroke has at least; no letter's bar is longer."""

_THICKEST: Final = 4.0
_THICK: Final = 5
"""Pixels that a stroke has at most, with what is blurred about it."""

_TALL: Final = 4
"""An upright stroke whose lean is measured is so many times as long as its least piece."""

_MOST_SLANT: Final = 0.05
LEAST_SLANT: Final = 0.003
"""Over a whole page less than a column's padding."""

_SHIFT: Final = 9.0
"""Points by which a column's width differs from sheet to sheet."""

_SLOPE: Final = 0.015
"""Sheets are warped: one stroke of a page may still rise a little where others are level."""

_FAINT: Final = 40
"""Ruling is often grayer than letters; a pixel this much lighter than ink still counts."""


class Ruling(NamedTuple):
    """The strokes of a page in points, and the picture without them: they are not letters."""

    rules: Rules
    bare: Picture


def find_ruling(shown: Picture) -> Ruling:
    """Return the ruling of a page."""
    np, cv = numpy(), opencv()
    ink = (shown.gray < INK + _FAINT).astype(np.uint8)
    unit = _POINTS / shown.dpi
    turned = cv.transpose(ink)
    level, across = _strokes(ink, unit)
    upright, down = _strokes(turned, unit)
    whole = completed(level, upright, ink, unit), completed(upright, level, turned, unit)
    for mask, parts in ((across, whole[0].added), (down, whole[1].added)):
        _draw(mask, parts, unit)
    gray = np.where(across | cv.transpose(down), PAPER, shown.gray).astype(np.uint8)
    rules = Rules(*(merged([*each.strokes, *each.added]) for each in whole))
    return Ruling(rules, shown._replace(gray=gray))


def _draw(mask: Pixels, strokes: Sequence[Stroke], unit: float) -> None:
    """Mark where level strokes are drawn."""
    for stroke in strokes:
        row = round(stroke.at / unit)
        ends = ((round(stroke.start / unit), row), (round(stroke.end / unit), row))
        opencv().line(mask, *ends, 1, _THICK)


def _strokes(ink: Pixels, unit: float) -> tuple[list[Stroke], Pixels]:
    """Return the level strokes of a picture in points, and where they are drawn.

    `unit` is a pixel's size.
    """
    np, cv = numpy(), opencv()
    whole = cv.dilate(ink, np.ones((2, 1), np.uint8))  # a stroke that steps by a pixel is one
    kept = cv.morphologyEx(whole, cv.MORPH_OPEN, np.ones((1, round(_PIECE / unit)), np.uint8))
    mask = np.zeros_like(kept)
    left, top, across, down = cv.boundingRect(kept)  # most pages have few strokes, or none
    if not across:
        return [], mask
    where = slice(top, top + down), slice(left, left + across)
    part = np.ascontiguousarray(kept[where])
    count, labels, boxes, centres = cv.connectedComponentsWithStats(part, connectivity=8)
    pieces: dict[int, Stroke] = {}
    for number in range(1, int(count)):
        x, _, width, height, _ = (int(value) for value in boxes[number])
        if height * unit <= _THICKEST + _SLOPE * width * unit:
            at = (top + float(centres[number][1])) * unit
            pieces[number] = Stroke(at, (left + x) * unit, (left + x + width) * unit)
    found = [s for s in merged(pieces.values()) if s.end - s.start >= _SHORTEST]
    drawn = np.zeros(int(count), np.uint8)
    drawn[[n for n, piece in pieces.items() if any(_is_part(piece, s) for s in found)]] = 1
    mask[where] = drawn[labels]
    return found, cv.dilate(mask, np.ones((5, 3), np.uint8))


def _is_part(piece: Stroke, stroke: Stroke) -> bool:
    near = abs(piece.at - stroke.at) <= _THICKEST
    return near and stroke.start - 1 <= piece.start and piece.end <= stroke.end + 1


def slant(shown: Picture) -> float:
    """Return how far long upright strokes lean: pixels to the right for each one down."""
    np, cv = numpy(), opencv()
    ink = (shown.gray < INK + _FAINT).astype(np.uint8)
    long = max(round(_PIECE * shown.dpi / _POINTS), 2)
    whole = cv.dilate(ink, np.ones((1, 2), np.uint8))
    kept = cv.morphologyEx(whole, cv.MORPH_OPEN, np.ones((long, 1), np.uint8))
    left, top, across, down = cv.boundingRect(kept)
    if down < _TALL * long:
        return 0.0
    whole = cv.dilate(kept, np.ones((5, 3), np.uint8))
    edge = max(top - 2, 0), max(left - 1, 0)
    part = np.ascontiguousarray(whole[edge[0] : top + down + 2, edge[1] : left + across + 1])
    count, labels, boxes, _ = cv.connectedComponentsWithStats(part, connectivity=8)
    found: list[float] = []
    for number in range(1, int(count)):
        x, y, width, height, _ = (int(value) for value in boxes[number])
        if height < _TALL * long or width > height * _MOST_SLANT + _THICKEST * 3:
            continue
        rows, columns = np.nonzero(labels[y : y + height, x : x + width] == number)
        found.append(float(np.polyfit(rows, columns, 1)[0]))
    return float(np.median(found)) if found else 0.0


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
