"""Tables of a docx as grids: merged cells placed once, header rows, borders."""

from collections.abc import Iterator
from itertools import repeat
from typing import Final, NamedTuple

from kehoach_parser.readers.cells import Spot, cell_text, is_all_bold
from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.flat import (
    CELL_TELLING,
    CellReader,
    FlatRow,
    FlatWalk,
    is_flat,
)
from kehoach_parser.readers.docx.runs import opened
from kehoach_parser.readers.docx.styles import Styles, draws
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import MOST_COLUMNS, within
from kehoach_parser.text.document import Cell, Grid

_SPAN: Final = f"{w.W}gridSpan"
_DOWN: Final = f"{w.W}vMerge"
_ACROSS: Final = f"{w.W}hMerge"
_HIDDEN_ROW: Final = f"{w.W}hidden"
_BEFORE: Final = f"{w.W}gridBefore"
_HEADER: Final = f"{w.W}tblHeader"
_CELL_REMOVED: Final = f"{w.W}cellDel"


class _RowLook(NamedTuple):
    """What a `w:trPr` says; `before` counts the grid columns that the row leaves out."""

    header: bool = False
    shown: bool = True
    before: int = 0


class _CellLook(NamedTuple):
    """What a `w:tcPr` says: merges are "restart", "continue" or null, `lines` null if unsaid."""

    columns: int = 1
    down: str | None = None
    across: str | None = None
    lines: bool | None = None
    shown: bool = True


_PLAIN_ROW: Final = _RowLook()
_PLAIN_CELL: Final = _CellLook()


def frames(table: Element) -> list[Element]:
    """Return the cells of a table with one a row, none where a row has more."""
    found: list[Element] = []
    for row in _wrapped(table, w.ROW):
        if not _row_look(row.find(w.ROW_PROPERTIES)).shown:
            continue
        cells = [cell for cell in _wrapped(row, w.CELL) if _cell_look(cell).shown]
        if len(cells) > 1:
            return []
        found += cells
    return found


def read_grid(table: Element, styles: Styles, reader: CellReader) -> Grid:
    """Return a table; the reader gives the blocks of a cell and is asked in order."""
    open_cells: dict[int, Spot] = {}
    lines: list[bool | None] = []
    width = heads = 0
    found: list[list[Cell]] = []
    walk = FlatWalk(table, reader).rows() if is_flat(table) else _rows(table)
    for row in walk:
        look = _row_look(row.properties)
        if not look.shown:
            continue
        if heads == len(found) and look.header:
            heads += 1
        cells, open_cells, end = _read_row(row, look.before, open_cells, reader, lines)
        found.append(cells)
        width = max(width, end)
    return Grid(tuple(map(tuple, found)), width, heads, _ruled(table, styles, lines))


def _read_row(
    row: FlatRow,
    before: int,
    above: dict[int, Spot],
    reader: CellReader,
    lines: list[bool | None],
) -> tuple[list[Cell], dict[int, Spot], int]:
    """Return a row's new cells, those that may go on below by column, and the row's width."""
    words = row.read()
    if not row.told and not row.odd and not reader.in_field:
        lines += repeat(None, len(words))
        plain = [Cell(text, n, 1, 1, bold) for n, (text, bold) in enumerate(words, before)]
        return plain, {}, before + len(words)
    cells: list[Cell] = []
    below: dict[int, Spot] = {}
    column = before
    for number, element in enumerate(row.cells):
        look = _cell_look(element) if number in row.told else _PLAIN_CELL
        if not look.shown:
            continue
        lines.append(look.lines)
        spot = above.get(column) if look.down == "continue" else None
        if look.across == "continue" and cells:
            cells[-1] = cells[-1]._replace(columns=cells[-1].columns + look.columns)
        elif spot is not None:
            spot.enlarge()
        else:
            spot = Spot(cells, len(cells)) if look.down is not None else None
            is_odd = number in row.odd or reader.in_field
            text, bold = _by_blocks(element, reader) if is_odd else words[number]
            cells.append(Cell(text, column, look.columns, 1, bold))
        if spot is not None:
            below[column] = spot
        column += look.columns
    return cells, below, column


def _by_blocks(cell: Element, reader: CellReader) -> tuple[str, bool]:
    blocks = reader.blocks(cell)
    return cell_text(blocks), is_all_bold(blocks)


def _rows(table: Element) -> Iterator[FlatRow]:
    """Yield the rows of a table with wrappers, their cells to be read block by block."""
    for element in _wrapped(table, w.ROW):
        row = FlatRow(element, element.find(w.ROW_PROPERTIES))
        row.cells += _wrapped(element, w.CELL)
        row.words = [[] for _ in row.cells]
        row.odd = row.told = set(range(len(row.cells)))
        yield row


def _row_look(properties: Element | None) -> _RowLook:
    if properties is None:
        return _PLAIN_ROW
    header, shown, before = False, True, 0
    for child in properties:
        tag = child.tag
        if tag == _HEADER:
            header = w.is_on(child)
        elif tag in {w.DELETED, _HIDDEN_ROW}:
            shown = not w.is_on(child)
        elif tag == _BEFORE:
            before = within(child.get(w.VAL), MOST_COLUMNS, least=0)
    return _RowLook(header, shown, before)


def _cell_look(cell: Element) -> _CellLook:
    """Return what a cell's properties say; the schema puts them first in it."""
    properties = cell[0] if len(cell) else None
    if properties is None or properties.tag != w.CELL_PROPERTIES:
        return _PLAIN_CELL
    columns, down, across, lines, shown = _PLAIN_CELL
    for child in properties:
        tag = child.tag
        if tag not in CELL_TELLING:
            continue
        if tag == _SPAN:
            columns = within(child.get(w.VAL), MOST_COLUMNS)
        elif tag == _DOWN:
            down = child.get(w.VAL, "continue")
        elif tag == _ACROSS:
            across = child.get(w.VAL, "continue")
        elif tag == w.CELL_BORDERS:
            lines = draws(child) if len(child) else None
        elif tag == _CELL_REMOVED:
            shown = False
    return _CellLook(columns, down, across, lines, shown)


def _wrapped(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the children of a tag, also those inside content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        else:
            inner = opened(child)
            if inner is not None:
                yield from _wrapped(inner, tag)


def _ruled(table: Element, styles: Styles, cells: list[bool | None]) -> bool:
    """Return whether most cells have lines: a line under one name makes no ruled table."""
    lines = False
    properties = table.find(w.TABLE_PROPERTIES)
    if properties is not None:
        style = properties.find(w.TABLE_STYLE)
        lines = style is not None and styles.ruled(style.get(w.VAL))
        borders = properties.find(w.TABLE_BORDERS)
        if borders is not None and len(borders):
            lines = draws(borders)
    drawn = sum(lines if said is None else said for said in cells)
    return 2 * drawn >= len(cells) > 0
