"""Type and title in the table that lays out the head above them, as paragraphs of their own."""

from typing import Final

from kehoach_parser.readers.headtext import names_type
from kehoach_parser.text.document import Block, Cell, Document, Grid, Paragraph

_TOP: Final = 6
"""Blocks within which a head stands."""

Row = tuple[Cell, ...]


def with_title_below(document: Document) -> Document:
    """Return the document, its head's table cut above the row that names the type."""
    for at, block in enumerate(document.blocks[:_TOP]):
        if isinstance(block, Paragraph):
            if names_type(block.text):
                break
            continue
        first = next((n for n, row in enumerate(block.rows) if n and _names_type(row)), None)
        if first is not None:
            before, after = document.blocks[:at], document.blocks[at + 1 :]
            return document._replace(blocks=(*before, *_cut(block, first), *after))
    return document


def _names_type(row: Row) -> bool:
    """Return whether a row has but one filled cell, and that one begins with a type's name."""
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) == 1 and names_type(filled[0].text.strip().partition("\n")[0])


def _cut(grid: Grid, first: int) -> list[Block]:
    """Return the rows above one, its lines and those of such rows below it, and the other rows."""
    last = first
    while last < len(grid.rows) and sum(bool(cell.text.strip()) for cell in grid.rows[last]) < 2:  # noqa: PLR2004 - one cell is no table
        last += 1
    lines = [
        Paragraph(line, len(line) if cell.bold else 0, centered=True, page=grid.page, box=cell.box)
        for row in grid.rows[first:last]
        for cell in row
        for line in cell.text.split("\n")
        if line.strip()
    ]
    rest = [_part(grid, last, len(grid.rows))] if last < len(grid.rows) else []
    return [_part(grid, 0, first), *lines, *rest]


def _part(grid: Grid, first: int, last: int) -> Grid:
    return grid._replace(rows=grid.rows[first:last], pages=grid.pages[first:last], header_rows=0)
