"""The columns of all tables, where one goes on with the table before it (broken over two pages)."""

from collections.abc import Callable
from typing import Final

from kehoach_parser.extract.tables.columns import Columns, columns_of
from kehoach_parser.extract.tables.contents import is_doer, is_time
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import ROW_NUMBER
from kehoach_parser.text.source import GridCell, GridText, SourceText

_COUNT: Final = pattern(r"[\s(]*(\d{1,4})[.)]*\s*")


def read_columns(source: SourceText) -> tuple[Columns, ...]:
    """Return the columns of each table in order."""
    found: list[Columns] = []
    above: GridText | None = None
    for grid in source.grids:
        own = columns_of(source, grid)
        if above and _goes_on(source, above, found[-1], grid, own):
            own = found[-1]._replace(header_rows=0, goes_on=True)
        found.append(own)
        above = grid
    return tuple(found)


def _goes_on(
    source: SourceText, above: GridText, columns: Columns, grid: GridText, own: Columns
) -> bool:
    """Return whether a table without a header goes on with the one before, which has one.

    It is as wide, and stands right below, or its first number is the next one, or its cells are
    what the header of the one before tells (`1. Hạ tầng`, a table, `2. Văn hóa`, the next).
    """
    if above.width != grid.width or not columns.is_headed or _has_header(own):
        return False
    if grid.lines[0] == above.lines[-1] + 1:
        return True
    stt = columns.first("stt")
    if stt is None:
        return False
    last, first = _counts(source, above.rows, stt), _counts(source, grid.rows[:1], stt)
    if last and first and first[0] == last[-1] + 1:
        return True
    return columns.is_register and _is_alike(source, columns, grid)


def _is_numbered(text: str) -> bool:
    return ROW_NUMBER.fullmatch(text) is not None


_TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "stt": _is_numbered,
    "lead": is_doer,
    "deadline": is_time,
}
"""What the cells of a register are by the roles of their columns."""


def _is_alike(source: SourceText, columns: Columns, grid: GridText) -> bool:
    """Return whether a table's first row has a number, who acts, and when, in their columns."""
    told: set[str] = set()
    for cell in grid.rows[0]:
        role = columns.roles[cell.column] or ""
        if role in _TESTS and (text := source.cell(cell)):
            if not _TESTS[role](text):
                return False
            told.add(role)
    return told.issuperset(_TESTS)


def _has_header(columns: Columns) -> bool:
    """Return whether what was read as a header is one; a row below a header has numbers."""
    if columns.is_register or "stt" in columns.roles:
        return True
    return columns.is_headed and not any(map(str.isdigit, "".join(columns.header)))


def _counts(source: SourceText, rows: tuple[tuple[GridCell, ...], ...], stt: int) -> list[int]:
    """Return the numbers of the rows, in order, those of groups (`II`) left out."""
    found = (
        _COUNT.fullmatch(source.text, cell.start, cell.end)
        for row in rows
        for cell in row
        if cell.column == stt
    )
    return [int(match[1]) for match in found if match]
