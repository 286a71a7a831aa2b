"""Tables of a docx as grids: merged cells placed once, header rows, borders."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kehoach_parser.readers import docx_names as w
from kehoach_parser.readers.cells import cell_text, is_bold
from kehoach_parser.readers.docx_runs import opened
from kehoach_parser.readers.docx_styles import Styles, draws
from kehoach_parser.readers.guard import Element
from kehoach_parser.text.document import Block, Cell, Grid

_SPAN: Final = f"{w.W}gridSpan"
_DOWN: Final = f"{w.W}vMerge"
_ACROSS: Final = f"{w.W}hMerge"
_BEFORE: Final = f"{w.W}gridBefore"
_HEADER: Final = f"{w.W}tblHeader"
_CELL_REMOVED: Final = f"{w.W}cellDel"
_MOST_COLUMNS: Final = 63
"""Word's own limit."""

ReadCell = Callable[[Element], list[Block]]


@dataclass(slots=True)
class _Draft:
    """A cell that later cells may still enlarge."""

    text: str
    column: int
    columns: int
    rows: int
    bold: bool

    def cell(self) -> Cell:
        return Cell(self.text, self.column, self.columns, self.rows, self.bold)


@dataclass(frozen=True, slots=True)
class _CellLook:
    """What a `w:tcPr` says: merges are "restart", "continue" or null, `lines` null if unsaid."""

    columns: int = 1
    down: str | None = None
    across: str | None = None
    lines: bool | None = None


def rows(table: Element) -> list[Element]:
    """Return the rows that show: deleted and hidden ones do not."""
    return [row for row in _wrapped(table, w.ROW) if not _row_said(row, w.DELETED, f"{w.W}hidden")]


def cells(row: Element) -> list[Element]:
    """Return the cells of a row that show."""
    found = _wrapped(row, w.CELL)
    return [cell for cell in found if cell.find(f"{w.CELL_PROPERTIES}/{_CELL_REMOVED}") is None]


def read_grid(table: Element, styles: Styles, read_cell: ReadCell) -> Grid:
    """Return a table; `read_cell` gives the blocks of one cell and is called in order."""
    drafts: list[list[_Draft]] = []
    open_cells: dict[int, _Draft] = {}
    looks: list[bool | None] = []
    width = heads = 0
    for row in rows(table):
        if heads == len(drafts) and _row_said(row, _HEADER):
            heads += 1
        found, open_cells, end = _read_row(row, open_cells, read_cell, looks)
        drafts.append(found)
        width = max(width, end)
    grid = tuple(tuple(draft.cell() for draft in row) for row in drafts)
    return Grid(grid, width, heads, _ruled(table, styles, looks))


def _read_row(
    row: Element, above: dict[int, _Draft], read_cell: ReadCell, looks: list[bool | None]
) -> tuple[list[_Draft], dict[int, _Draft], int]:
    """Return a row's new cells, those that may go on below by column, and the row's width."""
    drafts: list[_Draft] = []
    below: dict[int, _Draft] = {}
    column = _before(row)
    for element in cells(row):
        look = _cell_look(element.find(w.CELL_PROPERTIES))
        looks.append(look.lines)
        draft = above.get(column) if look.down == "continue" else None
        if look.across == "continue" and drafts:
            drafts[-1].columns += look.columns
        elif draft is not None:
            draft.rows += 1
        else:
            draft = _draft(read_cell(element), column, look.columns)
            drafts.append(draft)
        if draft is not None and look.down is not None:
            below[column] = draft
        column += look.columns
    return drafts, below, column


def _draft(blocks: list[Block], column: int, columns: int) -> _Draft:
    return _Draft(cell_text(blocks), column, columns, 1, is_bold(blocks))


def _cell_look(properties: Element | None) -> _CellLook:
    if properties is None:
        return _CellLook()
    columns, down, across, lines = 1, None, None, None
    for child in properties:
        tag = child.tag
        if tag == _SPAN:
            columns = min(max(w.number(child.get(w.VAL), 1), 1), _MOST_COLUMNS)
        elif tag == _DOWN:
            down = child.get(w.VAL, "continue")
        elif tag == _ACROSS:
            across = child.get(w.VAL, "continue")
        elif tag == w.CELL_BORDERS:
            lines = draws(child) if len(child) else None
    return _CellLook(columns, down, across, lines)


def _before(row: Element) -> int:
    found = row.find(f"{w.ROW_PROPERTIES}/{_BEFORE}")
    skipped = w.number(found.get(w.VAL), 0) if found is not None else 0
    return min(max(skipped, 0), _MOST_COLUMNS)


def _row_said(row: Element, *names: str) -> bool:
    properties = row.find(w.ROW_PROPERTIES)
    if properties is None:
        return False
    return any(child.tag in names and w.is_on(child) for child in properties)


def _wrapped(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the children of a tag, also those inside content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        else:
            inner = opened(child)
            if inner is not None:
                yield from _wrapped(inner, tag)


def _ruled(table: Element, styles: Styles, looks: list[bool | None]) -> bool:
    """Return whether most cells have lines: a line under one name makes no ruled table."""
    lines = False
    properties = table.find(w.TABLE_PROPERTIES)
    if properties is not None:
        style = properties.find(w.TABLE_STYLE)
        lines = style is not None and styles.ruled(style.get(w.VAL))
        borders = properties.find(w.TABLE_BORDERS)
        if borders is not None and len(borders):
            lines = draws(borders)
    drawn = sum(lines if said is None else said for said in looks)
    return 2 * drawn >= len(looks) > 0
