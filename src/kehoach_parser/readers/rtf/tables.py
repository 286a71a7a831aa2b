"""Tables of an RTF as grids: columns from the edges of cells, merged cells, borders."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kehoach_parser.readers.cells import Spot, cell_text, is_all_bold
from kehoach_parser.text.document import Block, Cell, Grid

_SAME_EDGE: Final = 90
"""Twips (20ths of a point) by which edges may differ that are meant as one."""

_USUAL_WIDTH: Final = 1000
"""Twips for a cell whose edge is not said."""


_SIDES: Final[dict[bytes, bool | None]] = {
    **{f"clbrdr{side}".encode(): False for side in "tblr"},
    **{f"trbrdr{side}".encode(): True for side in "tblrhv"},
    **{f"brdr{side}".encode(): None for side in ("t", "b", "l", "r", "btw", "bar")},
    b"box": None, b"cldglu": None, b"cldgll": None, b"chbrdr": None,
}  # fmt: skip
"""Words that say which border comes next: a row's (true), a cell's, or of a paragraph (null)."""

_LINES: Final = {
    **dict.fromkeys((b"brdrnone", b"brdrnil", b"brdrtbl"), False),
    **{
        f"brdr{kind}".encode(): True
        for kind in (
            "s", "th", "db", "dot", "dash", "hair", "dashsm", "dashd", "dashdd", "triple",
            "tnthsg", "thtnsg", "tnthtnsg", "tnthmg", "thtnmg", "tnthtnmg", "tnthlg", "thtnlg",
            "tnthtnlg", "wavy", "wavydb", "dashdotstr", "emboss", "engrave", "inset", "outset",
        )
    },
}  # fmt: skip
"""Words that say how a border is drawn, and whether it is."""

ROW_WORDS: Final = frozenset((
    b"cellx", b"clvmrg", b"clmrg", b"trleft", b"trhdr", *_SIDES, *_LINES
))  # fmt: skip


@dataclass(slots=True)
class CellLook:
    r"""What stands before a `\cellx`: merges, and whether lines are drawn (null: not said)."""

    down: bool = False
    across: bool = False
    lines: bool | None = None
    edge: int = 0


@dataclass(slots=True)
class RowLook:
    r"""What stands between `\trowd` and `\row`."""

    left: int = 0
    header: bool = False
    lines: bool = False
    cells: list[CellLook] = field(default_factory=lambda: [])
    open: CellLook = field(default_factory=CellLook)
    of_row: bool | None = None
    """Whose borders the next words tell: the row's, the cell's (false), or neither's (null)."""

    def said(self, word: bytes, number: int | None) -> None:
        """Take one control word."""
        if word == b"cellx":
            self.open.edge = number or 0
            self.cells.append(self.open)
            self.open = CellLook()
        elif word == b"clvmrg":
            self.open.down = True
        elif word == b"clmrg":
            self.open.across = True
        elif word == b"trleft":
            self.left = number or 0
        elif word == b"trhdr":
            self.header = True
        elif word in _SIDES:
            self.of_row = _SIDES[word]
        elif word in _LINES:
            self._border(drawn=_LINES[word])

    def _border(self, *, drawn: bool) -> None:
        if self.of_row:
            self.lines = self.lines or drawn
        elif self.of_row is False:
            self.open.lines = drawn or bool(self.open.lines)


class Row(NamedTuple):
    """A row: how it looks, and the blocks of each of its cells."""

    look: RowLook
    cells: list[list[Block]]


class _Placed(NamedTuple):
    """A cell with the edges it stands between."""

    left: int
    right: int
    down: bool
    blocks: list[Block]


def framed(rows: Sequence[Row]) -> list[Block] | None:
    """Return the blocks of a table with one cell a row, null where a row has more."""
    if not rows or any(len(row.cells) > 1 for row in rows):
        return None
    return [block for row in rows for cell in row.cells for block in cell]


def make_grid(rows: Sequence[Row]) -> Grid:
    """Return a table; a cell stands in the columns between its edges."""
    placed = [list(_placed(row)) for row in rows]
    edges = _edges(placed)
    found: list[list[Cell]] = []
    above: dict[int, Spot] = {}
    for cells in placed:
        above = _add_row(cells, edges, above, found)
    width = max((cell.column + cell.columns for row in found for cell in row), default=0)
    heads = next((n for n, row in enumerate(rows) if not row.look.header), len(rows))
    return Grid(tuple(map(tuple, found)), width, heads, ruled=_ruled(rows))


def _add_row(
    cells: list[_Placed],
    edges: list[int],
    above: dict[int, Spot],
    found: list[list[Cell]],
) -> dict[int, Spot]:
    """Add a row's new cells; return by column the cells that may go on below."""
    row: list[Cell] = []
    below: dict[int, Spot] = {}
    free = 0
    for cell in cells:
        column = max(_column(edges, cell.left), free)
        columns = max(_column(edges, cell.right) - column, 1)
        free = column + columns
        spot = above.get(column) if cell.down else None
        if spot is None:
            text, bold = cell_text(cell.blocks), is_all_bold(cell.blocks)
            row.append(Cell(text, column, columns, 1, bold))
            below[column] = Spot(row, len(row) - 1)
        else:
            below[column] = spot
            spot.enlarge()
    found.append(row)
    return below


def _placed(row: Row) -> Iterator[_Placed]:
    """Yield a row's cells; one that goes on to the right has the edge of the last."""
    looks = row.look.cells
    left = row.look.left
    pending: _Placed | None = None
    for number, blocks in enumerate(row.cells):
        look = looks[number] if number < len(looks) else CellLook(edge=left + _USUAL_WIDTH)
        right = max(look.edge, left + 1)
        if look.across and pending is not None:
            pending = pending._replace(right=right)
        else:
            if pending is not None:
                yield pending
            pending = _Placed(left, right, look.down, blocks)
        left = right
    if pending is not None:
        yield pending


def _edges(rows: list[list[_Placed]]) -> list[int]:
    """Return where columns begin: edges that nearly agree are one."""
    edges: list[int] = []
    for edge in sorted({edge for row in rows for cell in row for edge in (cell.left, cell.right)}):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _column(edges: list[int], at: int) -> int:
    return max(bisect_right(edges, at) - 1, 0)


def _ruled(rows: Sequence[Row]) -> bool:
    """Return whether most cells have lines."""
    said = [
        row.look.lines if look.lines is None else look.lines
        for row in rows
        for look in row.look.cells[: len(row.cells)]
    ]
    return 2 * sum(said) >= len(said) > 0
