"""Tables of HTML as grids, merged cells at their place."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from kehoach_parser.readers.html.flow import paragraphs
from kehoach_parser.readers.number_formats import within
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern

_MOST_SPAN: Final = 1000
"""The widest span that browsers accept; here a row of merged cells is no wider either."""

_WIDE: Final = 64
"""Columns from which only those in which a cell begins count: `colspan=100` asks for all."""
_BORDER: Final = pattern(
    r"border(?:-(?:top|bottom|left|right))?(?:-(?:style|width))?\s*:\s*(?P<value>[^;]+)",
    re.IGNORECASE,
)
_NO_BORDER: Final = pattern(
    r"\s*(?:(?:medium\s)?none|hidden|0(?:\.0+)?(?:p[tx]|in|[cm]m)?)(?![\w.])", re.IGNORECASE
)
_DATA_COLUMNS: Final = 3
_DATA_ROWS: Final = 2


def read_grid(table: HtmlElement) -> Grid | None:
    """Return a table as a grid, null where it has no cell with text."""
    rows: list[tuple[Cell, ...]] = []
    covered: dict[int, int] = {}
    heads = width = 0
    leading = True
    elements = list(_rows(table))
    for number, element in enumerate(elements):
        row, width = _row(element, len(elements) - number, covered, width)
        leading = leading and _is_head(element)
        heads += leading
        rows.append(row)
    if width > _WIDE:
        rows, width = _narrowed(rows)
    if not any(cell.text for row in rows for cell in row):
        return None
    return Grid(tuple(rows), width, heads if heads < len(rows) else 0, _ruled(table, rows, width))


def _narrowed(rows: list[tuple[Cell, ...]]) -> tuple[list[tuple[Cell, ...]], int]:
    """Return the rows and their width without last columns in which no cell begins."""
    width = max(cell.column for row in rows for cell in row) + 1
    return [
        tuple(cell._replace(columns=min(cell.columns, width - cell.column)) for cell in row)
        for row in rows
    ], width


def is_frame(table: HtmlElement) -> bool:
    """Return whether a table only frames a page: one cell a row, or one that holds a table."""
    rows = [list(_cells(row)) for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    if all(len(row) <= 1 for row in rows):
        return True
    full = [cell for cell in cells if cell.text_content().strip()]
    if len(full) > 1:
        return False
    return not full or full[0].find(".//table") is not None


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    return (cell for cell in row if cell.tag in {"td", "th"})


def _row(
    element: HtmlElement, rows_left: int, covered: dict[int, int], width: int
) -> tuple[tuple[Cell, ...], int]:
    """Return a row's cells; `covered` counts the rows that merges from above still take."""
    found: list[Cell] = []
    column = 0
    taken = {index for index, rows in covered.items() if rows > 0}
    for index in taken:
        covered[index] -= 1
    for cell in _cells(element):
        while column in taken:
            column += 1
        columns = within(_said(cell, "colspan"), max(_MOST_SPAN - column, 1))
        rows = within(_said(cell, "rowspan"), rows_left)
        text, bold = _words(cell)
        found.append(Cell(text, column, columns, rows, bold))
        if rows > 1 and column < _MOST_SPAN:
            covered.update({column + index: rows - 1 for index in range(columns)})
        column += columns
    return tuple(found), max(width, column, *(index + 1 for index in taken), 0)


def _said(cell: HtmlElement, name: str) -> str:
    return (cell.get(name) or "").strip()


def _words(cell: HtmlElement) -> tuple[str, bool]:
    found = list(paragraphs(cell))
    text = "\n".join(paragraph.text for paragraph in found)
    return text, bool(text) and all(paragraph.bold >= len(paragraph.text) for paragraph in found)


def _is_head(row: HtmlElement) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    cells = list(_cells(row))
    return bool(cells) and all(cell.tag == "th" for cell in cells)


def _ruled(table: HtmlElement, rows: list[tuple[Cell, ...]], width: int) -> bool:
    """Return whether a table shows borders; where nothing says so, whether it looks like data."""
    border = table.get("border")
    if border is not None and border.strip() not in {"", "0"}:
        return True
    styles = [cell.get("style") or "" for row in _rows(table) for cell in _cells(row)]
    said = [
        match for style in (table.get("style") or "", *styles) for match in _BORDER.finditer(style)
    ]
    if said:
        return any(not _NO_BORDER.match(match["value"]) for match in said)
    if border is not None:
        return False
    return width >= _DATA_COLUMNS and len(rows) >= _DATA_ROWS
