"""The tables of a document: their roles, and the tasks of those that are registers."""

from typing import Final, NamedTuple

from kehoach_parser.extract.contexts import Context, heading_units
from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.grids import Columns, Row, columns_of, rows_of, texts_of
from kehoach_parser.extract.register_cells import PEOPLE
from kehoach_parser.extract.registers import Register, counts_on, read_rows
from kehoach_parser.model import Table, TableRole
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.source import GridText, SourceText

_EMBLEM: Final = "cộng h"
_BLANK_MARKS: Final = " .…_-"
_EACH: Final = ("từng ", "mỗi ")
"""A heading with these names no body: `Phân công cho từng bộ phận`."""

_VALUES: Final = (
    "lead", "coop", "lead+coop", "deadline", "deliverable", "supervisor", "approver", "mark",
)  # fmt: skip


class _Read(NamedTuple):
    """A table as it was read; `register` is null where it holds no tasks."""

    grid: GridText
    columns: Columns
    rows: list[Row]
    role: TableRole
    register: Register | None


def read_tables(
    source: SourceText, copy: Copy, outline: Outline, header: Header
) -> tuple[tuple[Table, ...], list[Draft]]:
    """Return the tables in order, and the drafts of the tasks in registers."""
    tables: list[Table] = []
    drafts: list[Draft] = []
    before: _Read | None = None
    for number, grid in enumerate(source.grids):
        read = _going_on(source, grid, before) or _fresh(source, copy, outline, header, grid)
        if read.register:
            drafts += read_rows(read.register, read.rows, number)
        tables.append(_table(source, outline, number, read))
        before = read
    return tuple(tables), drafts


def _fresh(
    source: SourceText, copy: Copy, outline: Outline, header: Header, grid: GridText
) -> _Read:
    columns = columns_of(source, grid)
    rows = rows_of(grid, columns)
    if _is_head(source, copy, header, grid):
        return _Read(grid, columns, rows, TableRole.HEADER, None)
    task = _task_column(source, columns, rows)
    if task is None or not columns.is_register or not _is_filled(source, columns, rows, task):
        return _Read(grid, columns, rows, TableRole.OTHER, None)
    section = outline.owner[grid.lines[0]]
    base = outline.sections[section].path if section >= 0 else ""
    stt = columns.first("stt")
    numbered = stt is not None and any(_text(source, row, stt) for row in rows)
    register = Register(source, copy, columns, task, base, section, numbered)
    if columns.first(*PEOPLE) is None:
        register.heading = _heading_bodies(source, copy, outline, section)
    return _Read(grid, columns, rows, TableRole.TASK_REGISTER, register)


def _heading_bodies(
    source: SourceText, copy: Copy, outline: Outline, section: int
) -> Context | None:
    """Return the bodies that the heading above a register without a column of doers names."""
    if section < 0:
        return None
    line = source.lines[outline.heads[section]]
    label = len(outline.sections[section].label or "")
    start = next((n for n in range(line.start + label, line.end) if source.text[n].isalpha()), 0)
    found = heading_units(copy, start, line.end)
    each = found and any(copy.low.startswith(_EACH, name.start) for name in found.lead)
    return None if each else found


def _task_column(source: SourceText, columns: Columns, rows: list[Row]) -> int | None:
    """Return the column of the tasks: of several the one with the most cells of its own."""
    found = [n for n, role in enumerate(columns.roles) if role == "task"]
    filled = {n: sum(bool(row.own[n] and _text(source, row, n)) for row in rows) for n in found}
    return max(found, key=lambda n: filled[n], default=None)


def _going_on(source: SourceText, grid: GridText, before: _Read | None) -> _Read | None:
    """Return a table without a header that goes on with the register before it.

    It stands right below, or its first number is the next one.
    """
    if before is None or before.register is None or not grid.lines:
        return None
    if grid.width != before.grid.width or columns_of(source, grid).is_register:
        return None
    columns = before.columns._replace(header_rows=0)
    rows = rows_of(grid, columns)
    if grid.lines[0] != before.grid.lines[-1] + 1 and not counts_on(before.register, rows[0]):
        return None
    return _Read(grid, columns, rows, TableRole.TASK_REGISTER, before.register)


def _is_head(source: SourceText, copy: Copy, header: Header, grid: GridText) -> bool:
    """Return whether a table lays out the page's head: Quốc hiệu, issuer, number, date."""
    if not grid.lines or grid.lines[0] >= header.end:
        return False
    start = source.lines[grid.lines[0]].start
    end = source.lines[grid.lines[-1]].end
    return not grid.ruled or _EMBLEM in copy.low[start:end] or grid.lines[0] == 0


def _is_filled(source: SourceText, columns: Columns, rows: list[Row], task: int) -> bool:
    """Return whether any row holds a task and a value for it; an empty form holds none."""
    values = [n for n, role in enumerate(columns.roles) if role in _VALUES]
    return any(
        _text(source, row, task) and any(_text(source, row, value) for value in values)
        for row in rows
    )


def _text(source: SourceText, row: Row, column: int) -> str:
    cell = row.shown[column] if column < len(row.shown) else None
    return source.cell(cell).strip(_BLANK_MARKS) if cell else ""


def _table(source: SourceText, outline: Outline, number: int, read: _Read) -> Table:
    grid = read.grid
    section = outline.owner[grid.lines[0]] if grid.lines else -1
    start = source.lines[grid.lines[0]].start if grid.lines else 0
    return Table(
        id=f"table{number + 1}",
        role=read.role,
        section=outline.sections[section].id if section >= 0 else None,
        span=(start, source.lines[grid.lines[-1]].end if grid.lines else start),
        page=grid.page,
        box=grid.box,
        header=read.columns.header,
        rows=tuple(texts_of(source, row) for row in read.rows),
    )
