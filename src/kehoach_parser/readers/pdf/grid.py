"""Lattices: the tables that a page's ruling draws, with merged cells."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.rules import Rules, Stroke
from kehoach_parser.text.document import Box

_TOUCH: Final = 3.0
_BEYOND: Final = 8.0
_MOST_CELLS: Final = 40_000
_MOST_STROKES: Final = 3000
"""A page with more strokes shows a drawing."""


class Place(NamedTuple):
    """A cell of a lattice: where it begins, and how many rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int


class Lattice(NamedTuple):
    """A ruled table: the edges of its columns and rows (points), and its cells by row.

    `whole` is false where a group of open cells is no rectangle: some ruling is missing.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Place, ...]
    whole: bool = True

    @property
    def box(self) -> Box:
        """The outer edges."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_box(self, cell: Place) -> Box:
        """Return the edges of a cell."""
        return (
            self.xs[cell.column],
            self.ys[cell.row],
            self.xs[cell.column + cell.columns],
            self.ys[cell.row + cell.rows],
        )


def find_lattices(rules: Rules) -> list[Lattice]:
    """Return the tables of a page from the top down: two cells at least, one no table."""
    if len(rules.level) + len(rules.upright) > _MOST_STROKES:
        return []
    found: list[Lattice] = []
    for level, upright in _connected(rules):
        lattice = _lattice(*_framed(level, upright))
        if lattice and len(lattice.cells) > 1:
            found.append(lattice)
    found.sort(key=lambda lattice: (lattice.ys[0], lattice.xs[0]))
    return [inner for inner in found if not any(_inside(inner, other) for other in found)]


def _connected(rules: Rules) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield the groups of strokes that cross or touch one another."""
    parents = list(range(len(rules.level) + len(rules.upright)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for number, stroke in enumerate(rules.upright, len(rules.level)):
        first = bisect_left(rules.level, stroke.start - _TOUCH, key=lambda line: line.at)
        for index in range(first, len(rules.level)):
            line = rules.level[index]
            if line.at > stroke.end + _TOUCH:
                break
            if line.start - _TOUCH <= stroke.at <= line.end + _TOUCH:
                parents[root(index)] = root(number)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index, stroke in enumerate((*rules.level, *rules.upright)):
        group = groups.setdefault(root(index), ([], []))
        group[index >= len(rules.level)].append(stroke)
    return (group for group in groups.values() if group[0] and group[1])


def _framed(level: list[Stroke], upright: list[Stroke]) -> tuple[list[Stroke], list[Stroke]]:
    """Return the strokes with outer edges that the file leaves undrawn."""
    left, right = min(s.start for s in level), max(s.end for s in level)
    top, bottom = min(s.start for s in upright), max(s.end for s in upright)
    high, low = min(s.at for s in level), max(s.at for s in level)
    first, last = min(s.at for s in upright), max(s.at for s in upright)
    span, depth = (min(left, first), max(right, last)), (min(top, high), max(bottom, low))
    level = level + [Stroke(y, *span) for y, at in ((top, high), (bottom, low))
                     if abs(y - at) > _BEYOND]  # fmt: skip
    upright = upright + [Stroke(x, *depth) for x, at in ((left, first), (right, last))
                         if abs(x - at) > _BEYOND]  # fmt: skip
    return sorted(level), sorted(upright)


def _lattice(level: list[Stroke], upright: list[Stroke]) -> Lattice | None:
    xs, ys = _places(upright), _places(level)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > _MOST_CELLS:
        return None
    walls = _covered(upright, xs, ys)
    floors = _covered(level, ys, xs)
    cells: list[Place] = []
    whole = True
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            group = _open_group(row, column, walls, floors, (rows, columns))
            place = _bounds(group)
            whole = whole and len(group) == place.rows * place.columns
            taken |= group
            cells.append(place)
    return Lattice(xs, ys, tuple(cells), whole)


def _places(strokes: Iterable[Stroke]) -> tuple[float, ...]:
    """Return where strokes stand, near ones as one."""
    found: list[float] = []
    for at in sorted(stroke.at for stroke in strokes):
        if not found or at - found[-1] > _TOUCH:
            found.append(at)
    return tuple(found)


def _covered(
    strokes: list[Stroke], across: tuple[float, ...], along: tuple[float, ...]
) -> set[tuple[int, int]]:
    """Return pairs (which edge, which step along it) where a stroke is drawn."""
    middles = [(a + b) / 2 for a, b in pairwise(along)]
    return {
        (edge, step)
        for stroke in strokes
        for edge in (max(bisect_left(across, stroke.at + 0.01) - 1, 0),)
        for step in range(bisect_left(middles, stroke.start), bisect_left(middles, stroke.end))
    }


def _open_group(
    row: int,
    column: int,
    walls: set[tuple[int, int]],
    floors: set[tuple[int, int]],
    size: tuple[int, int],
) -> set[tuple[int, int]]:
    """Return the unit cells that no drawn edge parts from this one."""
    group = {(row, column)}
    queue = [(row, column)]
    while queue:
        r, c = queue.pop()
        steps = (
            ((r, c + 1), (c + 1, r) in walls),
            ((r, c - 1), (c, r) in walls),
            ((r + 1, c), (r + 1, c) in floors),
            ((r - 1, c), (r, c) in floors),
        )
        for (y, x), closed in steps:
            if closed or (y, x) in group or not (0 <= y < size[0] and 0 <= x < size[1]):
                continue
            group.add((y, x))
            queue.append((y, x))
    return group


def _bounds(group: set[tuple[int, int]]) -> Place:
    rows, columns = [row for row, _ in group], [column for _, column in group]
    top, left = min(rows), min(columns)
    return Place(top, left, max(rows) - top + 1, max(columns) - left + 1)


def _inside(inner: Lattice, outer: Lattice) -> bool:
    if inner is outer:
        return False
    a, b = inner.box, outer.box
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3] and a != b
