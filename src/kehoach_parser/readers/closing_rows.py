"""Closing blocks that stand as the last rows of the table above them.

Where a register ends a document and nothing stands between, the two are one table: so .doc stores
them, and so people type them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from kehoach_parser.lexicon.signing import RECIPIENTS
from kehoach_parser.text.document import Block, Cell, Document, Grid

_LAST_ROWS: Final = 3
"""Rows that a closing block takes at most."""


def with_closings_apart(document: Document) -> Document:
    """Return a document whose closing blocks are tables of their own."""
    blocks: list[Block] = []
    for block in document.blocks:
        blocks += _parted(block) if isinstance(block, Grid) else (block,)
    same = len(blocks) == len(document.blocks)
    return document if same else document._replace(blocks=tuple(blocks))


def _parted(grid: Grid) -> tuple[Grid, ...]:
    first = max(1, len(grid.rows) - _LAST_ROWS)
    for number in range(first, len(grid.rows)):
        row = grid.rows[number]
        if any(RECIPIENTS.match(cell.text) for cell in row):
            filled = [
                tuple(cell for cell in row if cell.text.strip()) for row in grid.rows[number:]
            ]
            above = grid._replace(pages=grid.pages[:number])
            below = grid._replace(pages=grid.pages[number:], header_rows=0, ruled=False)
            return _of_rows(above, grid.rows[:number]), _of_rows(below, filled)
    return (grid,)


def _of_rows(grid: Grid, rows: Sequence[tuple[Cell, ...]]) -> Grid:
    """Return a grid of some of its rows, without the columns in which no cell of these begins."""
    starts = sorted({cell.column for row in rows for cell in row})
    return grid._replace(
        rows=tuple(tuple(_narrowed(cell, starts) for cell in row) for row in rows),
        width=len(starts),
    )


def _narrowed(cell: Cell, starts: list[int]) -> Cell:
    column = bisect_left(starts, cell.column)
    return cell._replace(
        column=column, columns=bisect_left(starts, cell.column + cell.columns) - column
    )
