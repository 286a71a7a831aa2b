"""Closing blocks that stand as the last rows of the table above them.

Where a register ends a document and nothing stands between, the two are one table: so .doc stores
them, and so people type them.
"""

from typing import Final

from kehoach_parser.text.document import Block, Document, Grid

_RECIPIENTS: Final = "Nơi nhận"
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
        if any(cell.text.lstrip().startswith(_RECIPIENTS) for cell in grid.rows[number]):
            above = grid._replace(rows=grid.rows[:number], pages=grid.pages[:number])
            return above, _closing(grid, number)
    return (grid,)


def _closing(grid: Grid, number: int) -> Grid:
    """Return the rows from a number on as a table of the columns that they fill."""
    rows = [[cell for cell in row if cell.text.strip()] for row in grid.rows[number:]]
    columns = sorted({cell.column for row in rows for cell in row})
    placed = [
        tuple(cell._replace(column=columns.index(cell.column), columns=1, rows=1) for cell in row)
        for row in rows
    ]
    pages = grid.pages[number:]
    return Grid(tuple(placed), len(columns), ruled=False, page=grid.page, pages=pages, box=grid.box)
