"""The tables of a document: their roles, and the tasks of those that are registers."""

from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.grids import Columns, Row, columns_of, rows_of, texts_of
from kehoach_parser.extract.registers import Register, read_rows
from kehoach_parser.extract.copies import Copy
from kehoach_parser.model import Table, TableRole
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.source import GridText, SourceText

_EMBLEM = "cộng h"
_VALUES = ("lead", "coop", "lead+coop", "deadline", "deliverable", "supervisor", "approver")


def read_tables(
    source: SourceText, copy: Copy, outline: Outline, header: Header
) -> tuple[tuple[Table, ...], list[Draft]]:
    """Return the tables in order, and the drafts of the tasks in registers."""
    tables: list[Table] = []
    drafts: list[Draft] = []
    before: tuple[GridText, Register] | None = None
    for number, grid in enumerate(source.grids):
        columns = columns_of(source, grid)
        register = None
        if before and _goes_on(grid, before[0], columns):
            columns = Columns(0, (), before[1].columns.roles)
            register = before[1]
        rows = rows_of(source, grid, columns)
        role = _role(source, copy, header, grid, columns, rows)
        if role is TableRole.TASK_REGISTER:
            register = register or _register(source, copy, outline, number, grid, columns, rows)
            register.table = number
            register.drafts = []
            drafts += read_rows(register, rows)
        before = (grid, register) if register else None
        tables.append(_table(source, outline, number, grid, role, columns, rows))
    return tuple(tables), drafts


def _goes_on(grid: GridText, before: GridText, columns: Columns) -> bool:
    """Return whether a table without a header of its own goes on with the one right before it."""
    return (
        not columns.is_register
        and grid.width == before.width
        and bool(grid.lines and before.lines)
        and grid.lines[0] == before.lines[-1] + 1
    )


def _role(
    source: SourceText,
    copy: Copy,
    header: Header,
    grid: GridText,
    columns: Columns,
    rows: list[Row],
) -> TableRole:
    if not grid.lines:
        return TableRole.OTHER
    first = grid.lines[0]
    start, end = source.lines[first].start, source.lines[grid.lines[-1]].end
    if first < header.end and (not grid.ruled or _EMBLEM in copy.low[start:end] or first == 0):
        return TableRole.HEADER
    filled = _is_filled(source, columns, rows)
    return TableRole.TASK_REGISTER if columns.is_register and filled else TableRole.OTHER


def _is_filled(source: SourceText, columns: Columns, rows: list[Row]) -> bool:
    """Return whether any row holds a task and a value for it; an empty form holds none."""
    task = columns.first("task")
    values = [n for n, role in enumerate(columns.roles) if role in _VALUES]
    return task is not None and any(
        _text(source, row, task) and any(_text(source, row, value) for value in values)
        for row in rows
    )


def _text(source: SourceText, row: Row, column: int) -> str:
    cell = row.shown[column] if column < len(row.shown) else None
    return source.cell(cell).strip(" .…_-") if cell else ""


def _register(
    source: SourceText, copy: Copy, outline: Outline, number: int, grid: GridText,
    columns: Columns, rows: list[Row],
) -> Register:  # fmt: skip
    section = outline.owner[grid.lines[0]]
    base = outline.sections[section].path if section >= 0 else ""
    stt = columns.first("stt")
    numbered = stt is not None and any(_text(source, row, stt) for row in rows)
    return Register(source, copy, columns, base, section, number, numbered)


def _table(
    source: SourceText, outline: Outline, number: int, grid: GridText,
    role: TableRole, columns: Columns, rows: list[Row],
) -> Table:  # fmt: skip
    first = grid.lines[0] if grid.lines else 0
    line = source.lines[first]
    section = outline.owner[first]
    return Table(
        id=f"table{number + 1}",
        role=role,
        section=outline.sections[section].id if section >= 0 else None,
        span=(line.start, source.lines[grid.lines[-1]].end if grid.lines else line.end),
        page=grid.page,
        box=grid.box,
        header=columns.header,
        rows=tuple(texts_of(source, row) for row in rows),
    )
