"""Registers without any ruling: a header whose words stand apart, rows that begin with a number.

The columns are where the words of most rows begin. A page is looked at only where a line begins
with `STT`, and names with the lines around it that wrap a task and a third known column; a line
that runs over the columns ends the table, unless it is a group's (`II`, then words over the width).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import heads_register, role_of
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.grid import Lattice, Place
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, pieces
from kehoach_parser.text.row_labels import GROUP_LABEL, ROW_LABEL, ROW_NUMBER

_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
_HEAD_GAP: Final = 0.7
"""Room in sizes between the words of a header that parts its columns; these are never justified."""

_HEAD_LINES: Final = 4
_HEAD_ROOM: Final = 1.45
"""Sizes between the bases of two lines of a header's cell."""

_MOST_ROOM: Final = 3.5
"""Sizes between the bases of two lines up to which the second may go on with the table."""

_COUNT: Final = ("STT", "TT", "S.TT", "SỐ")
"""Words with which the header of a count begins."""

_MARGIN: Final = 2.0
_NEAR: Final = 1.5

Row = list[Word]


class Head(NamedTuple):
    """The header of a register: the rows of words `[first, last)` that it takes, its cells."""

    first: int
    last: int
    cells: list[Row]

    @property
    def texts(self) -> list[str]:
        """The words of the cells."""
        return [" ".join(word.text for word in cell) for cell in self.cells]


class Register(NamedTuple):
    """A table on a page: its cells, and the rows of words `[first, last)` that it takes."""

    lattice: Lattice
    first: int
    last: int


def open_register(rows: Sequence[Row]) -> Register | None:
    """Return the first register without ruling among a page's rows, null where there is none."""
    for number, row in enumerate(rows):
        if row[0].text.upper() in _COUNT and (head := _head(rows, number)):
            found = _register(rows, head)
            if found:
                return found
    return None


def _head(rows: Sequence[Row], number: int) -> Head | None:
    """Return the header that a row with a count's head is of, null where it heads no register.

    It goes on below up to the first number, and above where the count's head stands lower than
    what the other cells begin with: of these readings the one counts that knows most columns.
    """
    last = next(
        (n for n in range(number + 1, min(number + _HEAD_LINES, len(rows))) if _ends_head(rows, n)),
        number + 1,
    )
    first = number
    readings = [Head(number, last, _heads(rows[number:last]))]
    while first and number - first < _HEAD_LINES and _is_tight(rows[first - 1], rows[first]):
        first -= 1
        readings.append(Head(first, last, _heads(rows[first:last])))
    best = max(readings, key=lambda head: sum(map(bool, map(role_of, head.texts))))
    return best if heads_register(best.texts) else None


def _ends_head(rows: Sequence[Row], number: int) -> bool:
    """Return whether a row below a header's first is none of it: it has a number, or stands off."""
    label = rows[number][0].text
    return ROW_LABEL.fullmatch(label) is not None or not _is_tight(rows[number - 1], rows[number])


def _is_tight(above: Row, below: Row) -> bool:
    return below[0].base - above[0].base <= _HEAD_ROOM * above[0].size


def _heads(rows: Sequence[Row]) -> list[Row]:
    """Return the cells of a header from left to right, their words line by line."""
    cells: list[Row] = []
    for row in rows:
        for piece in pieces(row, _HEAD_GAP):
            over = [cell for cell in cells if _overlap(cell, piece)]
            cells = [cell for cell in cells if cell not in over]
            cells.append([word for cell in (*over, piece) for word in cell])
    return sorted(cells, key=lambda cell: min(word.x0 for word in cell))


def _overlap(cell: Row, piece: Row) -> bool:
    left, right = min(word.x0 for word in cell), max(word.x1 for word in cell)
    return left < piece[-1].x1 and piece[0].x0 < right


def _register(rows: Sequence[Row], head: Head) -> Register | None:
    first = head.first
    last = head.last
    while last < len(rows) and _is_near(rows[last - 1], rows[last]):
        last += 1
    xs = _edges(rows[head.last : last], head.cells)
    end = next((n for n in range(head.last, last) if not _fits(rows[n], xs)), last)
    begins = [n for n in range(head.last, end) if _label(rows[n], xs)]
    while begins and GROUP_LABEL.fullmatch(rows[begins[-1]][0].text):
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
    numbers = [row[0].x0 for row in rows if ROW_NUMBER.fullmatch(row[0].text)]
    found = [min([head[0][0].x0, *numbers]) - 2 * _MARGIN]
    for before, cell in pairwise(head):
        high = min(word.x0 for word in cell)
        low = min(max(word.x1 for word in before), high)
        places = [x for x in starts if low + _MARGIN < x <= high + _NEAR]
        best = max(places, key=lambda x: (_votes(starts, x), x), default=high)
        found.append(best - _MARGIN)
    right = max(word.x1 for row in (*rows, *head) for word in row)
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
    if not (ROW_NUMBER.fullmatch(row[0].text) and row[0].x1 <= xs[1] + _MARGIN):
        return False
    columns = {sum(word.x0 >= x - _NEAR for x in xs) for word in row}
    return len(columns) >= _FEWEST_COLUMNS


def _is_group(row: Row, xs: tuple[float, ...]) -> bool:
    if not (GROUP_LABEL.fullmatch(row[0].text) and xs[0] <= row[0].x0 and row[0].x1 <= xs[1]):
        return False
    return len(row) > 1 and len(pieces(row[1:], COLUMN_GAP)) == 1


def _cells(row: Row, xs: tuple[float, ...], at: int) -> list[Place]:
    """Return the places of a row's cells; a group's words stand over the whole width."""
    if at and _is_group(row, xs):
        return [Place(at, 0, 1, 1), Place(at, 1, 1, len(xs) - 2)]
    return [Place(at, column, 1, 1) for column in range(len(xs) - 1)]
