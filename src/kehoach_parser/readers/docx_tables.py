"""Tables of a docx as grids: merged cells placed once, header rows, borders."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers import docx_names as w
from kehoach_parser.readers.cells import cell_text, is_all_bold
from kehoach_parser.readers.docx_runs import opened
from kehoach_parser.readers.docx_styles import Styles, draws
from kehoach_parser.readers.guard import Element
from kehoach_parser.text.document import Block, Cell, Grid

_SPAN: Final = f"{w.W}gridSpan"
_DOWN: Final = f"{w.W}vMerge"
_ACROSS: Final = f"{w.W}hMerge"
_HIDDEN_ROW: Final = f"{w.W}hidden"
_BEFORE: Final = f"{w.W}gridBefore"
_HEADER: Final = f"{w.W}tblHeader"
_CELL_REMOVED: Final = f"{w.W}cellDel"
_TELLING: Final = frozenset((_SPAN, _DOWN, _ACROSS, _CELL_REMOVED, w.CELL_BORDERS))
_MOST_COLUMNS: Final = 63
"""Word's own limit."""

ReadCell = Callable[[Element], list[Block]]


class _Spot(NamedTuple):
    """The place of a cell that cells of later rows may still enlarge."""

    row: list[Cell]
    place: int

    def enlarge(self) -> None:
        """Let the cell cover one more row."""
        cell = self.row[self.place]
        self.row[self.place] = cell._replace(rows=cell.rows + 1)


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


def only_cell(table: Element) -> Element | None:
    """Return the cell of a table that has no other, null where there are more or none."""
    cells = (cell for row, _ in _rows(table) for cell, _ in _cells(row))
    first = next(cells, None)
    return first if next(cells, None) is None else None


def read_grid(table: Element, styles: Styles, read_cell: ReadCell) -> Grid:
    """Return a table; `read_cell` gives the blocks of one cell and is called in order."""
    rows: list[list[Cell]] = []
    open_cells: dict[int, _Spot] = {}
    lines: list[bool | None] = []
    width = heads = 0
    for row, looks in _rows(table):
        if heads == len(rows) and looks.header:
            heads += 1
        found, open_cells, end = _read_row(row, looks.before, open_cells, read_cell, lines)
        rows.append(found)
        width = max(width, end)
    return Grid(tuple(map(tuple, rows)), width, heads, _ruled(table, styles, lines))


def _read_row(
    row: Element,
    before: int,
    above: dict[int, _Spot],
    read_cell: ReadCell,
    lines: list[bool | None],
) -> tuple[list[Cell], dict[int, _Spot], int]:
    """Return a row's new cells, those that may go on below by column, and the row's width."""
    cells: list[Cell] = []
    below: dict[int, _Spot] = {}
    column = before
    for element, look in _cells(row):
        lines.append(look.lines)
        spot = above.get(column) if look.down == "continue" else None
        if look.across == "continue" and cells:
            cells[-1] = cells[-1]._replace(columns=cells[-1].columns + look.columns)
        elif spot is not None:
            spot.enlarge()
        else:
            spot = _Spot(cells, len(cells)) if look.down is not None else None
            blocks = read_cell(element)
            cells.append(Cell(cell_text(blocks), column, look.columns, 1, is_all_bold(blocks)))
        if spot is not None:
            below[column] = spot
        column += look.columns
    return cells, below, column


def _rows(table: Element) -> Iterator[tuple[Element, _RowLook]]:
    """Yield the rows that show: deleted and hidden ones do not."""
    for row in _wrapped(table, w.ROW):
        look = _row_look(row.find(w.ROW_PROPERTIES))
        if look.shown:
            yield row, look


def _cells(row: Element) -> Iterator[tuple[Element, _CellLook]]:
    """Yield the cells of a row that show."""
    for cell in _wrapped(row, w.CELL):
        first = cell[0] if len(cell) else None
        is_said = first is not None and first.tag == w.CELL_PROPERTIES
        look = _cell_look(first) if is_said and first is not None else _PLAIN_CELL
        if look.shown:
            yield cell, look


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
            before = min(max(w.number(child.get(w.VAL), 0), 0), _MOST_COLUMNS)
    return _RowLook(header, shown, before)


def _cell_look(properties: Element) -> _CellLook:
    columns, down, across, lines, shown = _PLAIN_CELL
    for child in properties:
        tag = child.tag
        if tag not in _TELLING:
            continue
        if tag == _SPAN:
            columns = min(max(w.number(child.get(w.VAL), 1), 1), _MOST_COLUMNS)
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
