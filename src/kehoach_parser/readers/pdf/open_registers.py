"""Registers without any ruling: a header whose words stand apart, rows that begin with a number.

The columns are where the words of most rows begin. A page is looked at only where a line begins
with `STT` and names a task and a third known column; a line that runs over the columns ends the
table, unless it is a group's (`II`, then words over the width).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import role_of
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.grid import Lattice, Place
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, line_text, pieces
from kehoach_parser.text.patterns import pattern

_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
_MOST_ROOM: Final = 3.5
"""Sizes between the bases of two lines up to which the second may go on with the table."""

_COUNT: Final = ("STT", "TT", "S.TT", "SỐ")
"""Words with which the header of a count begins."""

_MARGIN: Final = 2.0
_NEAR: Final = 1.5
_NUMBER: Final = pattern(r"\d{1,3}(?:\.\d{1,2})*[.)]?")
_GROUP: Final = pattern(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")

Row = list[Word]


class Register(NamedTuple):
    """A table on a page: its cells, and the rows of words `[first, last)` that it takes."""

    lattice: Lattice
    first: int
    last: int


def open_register(rows: Sequence[Row]) -> Register | None:
    """Return the first register without ruling among a page's rows, null where there is none."""
    for number, row in enumerate(rows):
        if row[0].text.upper() in _COUNT and (head := _head(row)):
            found = _register(rows, number, head)
            if found:
                return found
    return None


def _head(row: Row) -> list[Row] | None:
    """Return the header's cells, null where the row is no header of a register."""
    head = pieces(row, COLUMN_GAP)
    roles = {role_of(line_text(piece)) for piece in head} - {None}
    enough = len(head) >= _FEWEST_COLUMNS and len(roles) >= _FEWEST_COLUMNS
    return head if enough and "task" in roles else None


def _register(rows: Sequence[Row], first: int, head: list[Row]) -> Register | None:
    last = first + 1
    while last < len(rows) and _is_near(rows[last - 1], rows[last]):
        last += 1
    xs = _edges(rows[first:last], head)
    end = next((n for n in range(first + 1, last) if not _fits(rows[n], xs)), last)
    begins = [n for n in range(first + 1, end) if _label(rows[n], xs)]
    while begins and _GROUP.fullmatch(rows[begins[-1]][0].text):
        end = begins.pop()  # a heading below the table
    if sum(_is_numbered(rows[n], xs) for n in begins) < _FEWEST_ROWS:
        return None
    starts = [first, *begins]
    bottom = max(word.bottom for word in rows[end - 1]) + _MARGIN
    ys = (*(min(word.top for word in rows[n]) - _MARGIN for n in starts), bottom)
    if any(below <= above for above, below in pairwise(ys)):
        return None
    cells = [cell for at, n in enumerate(starts) for cell in _cells(rows[n], xs, at)]
    return Register(Lattice(xs, ys, tuple(cells)), first, end)


def _is_near(above: Row, below: Row) -> bool:
    return below[0].base - above[0].base <= _MOST_ROOM * above[0].size


def _edges(rows: Sequence[Row], head: list[Row]) -> tuple[float, ...]:
    """Return the edges of the columns: left of where the words of most rows begin."""
    starts = Counter(round(word.x0) for row in rows for word in row)
    left = min(row[0].x0 for row in rows[:1]) - 2 * _MARGIN
    found = [left]
    for before, cell in pairwise(head):
        high = cell[0].x0
        low = min(before[-1].x1, high)
        places = [x for x in starts if low + _MARGIN < x <= high + _NEAR]
        best = max(places, key=lambda x: (_votes(starts, x), x), default=high)
        found.append(best - _MARGIN)
    right = max(word.x1 for row in rows for word in row)
    return (*found, right + _MARGIN)


def _votes(starts: Counter[int], x: int) -> int:
    return starts[x - 1] + starts[x] + starts[x + 1]


def _fits(row: Row, xs: tuple[float, ...]) -> bool:
    """Return whether a line is of the table: of a group, or of cells below the columns' heads.

    In the first column stand numbers alone, with cells beside them.
    """
    if _is_group(row, xs):
        return True
    if row[0].x0 < xs[0] or any(_runs_over(word, x) for word in row for x in xs):
        return False
    return row[0].x0 > xs[1] or _is_numbered(row, xs)


def _runs_over(word: Word, edge: float) -> bool:
    return word.x0 < edge - _NEAR and word.x1 > edge + _MARGIN + _NEAR


def _label(row: Row, xs: tuple[float, ...]) -> str | None:
    """Return the number or the group's label with which a line begins a row of the table."""
    return row[0].text if _is_numbered(row, xs) or _is_group(row, xs) else None


def _is_numbered(row: Row, xs: tuple[float, ...]) -> bool:
    if not (_NUMBER.fullmatch(row[0].text) and row[0].x1 <= xs[1] + _MARGIN):
        return False
    columns = {sum(word.x0 >= x - _NEAR for x in xs) for word in row}
    return len(columns) >= _FEWEST_COLUMNS


def _is_group(row: Row, xs: tuple[float, ...]) -> bool:
    if not (_GROUP.fullmatch(row[0].text) and xs[0] <= row[0].x0 and row[0].x1 <= xs[1]):
        return False
    return len(row) > 1 and len(pieces(row[1:], COLUMN_GAP)) == 1


def _cells(row: Row, xs: tuple[float, ...], at: int) -> list[Place]:
    """Return the places of a row's cells; a group's words stand over the whole width."""
    if at and _is_group(row, xs):
        return [Place(at, 0, 1, 1), Place(at, 1, 1, len(xs) - 2)]
    return [Place(at, column, 1, 1) for column in range(len(xs) - 1)]
