"""Tables of an odt as grids: merged cells placed once, header rows, borders."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers.cells import cell_text, is_all_bold
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import MOST_COLUMNS, within
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.odt.styles import Styles
from kehoach_parser.text.document import Block, Cell, Grid

_ROW: Final = f"{o.TABLES}table-row"
_HEADER_ROWS: Final = f"{o.TABLES}table-header-rows"
_GROUPS: Final = frozenset((
    _HEADER_ROWS, f"{o.TABLES}table-rows", f"{o.TABLES}table-row-group",
))  # fmt: skip
_CELL: Final = f"{o.TABLES}table-cell"
_COVERED: Final = f"{o.TABLES}covered-table-cell"
_STYLE_NAME: Final = f"{o.TABLES}style-name"
_DEFAULT_STYLE: Final = f"{o.TABLES}default-cell-style-name"
_REPEATED: Final = f"{o.TABLES}number-columns-repeated"
_COLUMNS: Final = f"{o.TABLES}number-columns-spanned"
_ROWS: Final = f"{o.TABLES}number-rows-spanned"
_VISIBILITY: Final = f"{o.TABLES}visibility"

ReadBlocks = Callable[[Element], list[Block]]


class _Row(NamedTuple):
    element: Element
    header: bool


def frames(table: Element) -> list[Element]:
    """Return the cells of a table with one a row, none where a row has more."""
    found: list[Element] = []
    for row in _rows(table):
        cells = list(row.element.iterchildren(_CELL))
        if len(cells) > 1:
            return []
        found += cells
    return found


def read_grid(table: Element, styles: Styles, read: ReadBlocks) -> Grid:
    """Return a table; `read` gives the blocks of a cell and is asked in order."""
    found: list[tuple[Cell, ...]] = []
    width = heads = cells = lines = 0
    rows = list(_rows(table))
    for number, row in enumerate(rows):
        if row.header and heads == number:
            heads += 1
        shown = tuple(_cells(row.element, len(rows) - number, read))
        found.append(shown)
        cells += len(shown)
        lines += sum(styles.ruled(name) for name in _cell_styles(row.element))
        width = max(width, *(cell.column + cell.columns for cell in shown), 0)
    return Grid(tuple(found), width, heads, ruled=2 * lines >= cells > 0)


def _rows(parent: Element, *, header: bool = False) -> Iterator[_Row]:
    """Yield the rows that are shown; repeated rows, which no writer of texts makes, stand once."""
    for child in parent:
        if child.tag == _ROW:
            if child.get(_VISIBILITY, "visible") == "visible":
                yield _Row(child, header)
        elif child.tag in _GROUPS:
            yield from _rows(child, header=header or child.tag == _HEADER_ROWS)


def _cells(row: Element, rows_left: int, read: ReadBlocks) -> Iterator[Cell]:
    """Yield the cells that begin in a row; of a repeated cell the words stand once."""
    column = 0
    for element in row.iterchildren(_CELL, _COVERED):
        repeated = within(element.get(_REPEATED), MOST_COLUMNS)
        if element.tag == _CELL:
            columns = within(element.get(_COLUMNS), MOST_COLUMNS)
            rows = within(element.get(_ROWS), rows_left)
            blocks = read(element)
            yield Cell(cell_text(blocks), column, columns, rows, is_all_bold(blocks))
        column += repeated


def _cell_styles(row: Element) -> Iterator[str]:
    default = row.get(_DEFAULT_STYLE, "")
    for element in row.iterchildren(_CELL):
        yield element.get(_STYLE_NAME, default)
