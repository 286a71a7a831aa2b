"""Tables that anydoc gives, as grids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kehoach_parser.readers.cells import cell_text, is_bold
from kehoach_parser.text.document import Block, Cell, Grid

if TYPE_CHECKING:
    import anydoc

ReadBlocks = Callable[[Iterable["anydoc.Block"]], list[Block]]


def read_grid(table: anydoc.Table, read: ReadBlocks) -> Grid:
    """Return a table, each merged cell once where it begins; `read` converts a cell's blocks.

    anydoc does not tell borders, so only its own layout tables count as unruled.
    """
    rows = tuple(tuple(_cells(row, read)) for row in table.grid)
    width = max(map(len, table.grid), default=0)
    return Grid(rows, width, table.header_rows, ruled=table.kind != "layout")


def _cells(row: list[anydoc.CellSlot], read: ReadBlocks) -> Iterable[Cell]:
    for column, slot in enumerate(row):
        if slot.cell is None:
            continue
        blocks = read(slot.cell.blocks)
        yield Cell(
            cell_text(blocks), column, slot.cell.col_span, slot.cell.row_span, is_bold(blocks)
        )
