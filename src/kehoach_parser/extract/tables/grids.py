"""Rows of tables below their headers, merged cells seen from each row."""

from typing import NamedTuple

from kehoach_parser.extract.tables.columns import Columns
from kehoach_parser.text.source import GridCell, GridText, SourceText


class Row(NamedTuple):
    """A row below the header: its own cells by column, and those that merges show in it."""

    number: int
    line: int
    own: tuple[GridCell | None, ...]
    shown: tuple[GridCell | None, ...]


def rows_of(grid: GridText, columns: Columns) -> list[Row]:
    """Return the rows below the header, in order."""
    found: list[Row] = []
    carried: dict[int, tuple[GridCell, int]] = {}
    for number, cells in enumerate(grid.rows):
        own, shown = _laid_out(cells, grid.width, carried)
        if number >= columns.header_rows:
            found.append(Row(number - columns.header_rows, grid.lines[number], own, shown))
    return found


_Laid = tuple[GridCell | None, ...]


def _laid_out(
    cells: tuple[GridCell, ...], width: int, carried: dict[int, tuple[GridCell, int]]
) -> tuple[_Laid, _Laid]:
    """Return a row's own cells by column, and with those that merges show in it.

    `carried` are the cells that go on below, with how many rows they have left.
    """
    if not carried and len(cells) == width and not any(cell.rows > 1 for cell in cells):
        return cells, cells
    own: list[GridCell | None] = [None] * width
    shown = [carried[c][0] if c in carried else None for c in range(width)]
    for column, (cell, left) in list(carried.items()):
        if left > 1:
            carried[column] = (cell, left - 1)
        else:
            del carried[column]
    for cell in cells:
        own[cell.column] = cell
        for column in range(cell.column, min(cell.column + cell.columns, width)):
            shown[column] = cell
            if cell.rows > 1:
                carried[column] = (cell, cell.rows - 1)
    return tuple(own), tuple(shown)


def texts_of(source: SourceText, row: Row) -> tuple[str, ...]:
    """Return a row's texts by column; a cell that a merge covers is empty."""
    text = source.text
    return tuple([text[cell.start : cell.end] if cell else "" for cell in row.own])
