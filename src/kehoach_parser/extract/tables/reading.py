"""The tables of a document: their roles, and the tasks of those that are registers."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.roles.headings import Context, heading_units
from kehoach_parser.extract.tables.columns import Columns
from kehoach_parser.extract.tables.contents import SESSION, is_action
from kehoach_parser.extract.tables.grids import Row, rows_of, texts_of
from kehoach_parser.extract.tables.registers import Register, read_rows
from kehoach_parser.lexicon.register_headers import ACTING
from kehoach_parser.model import Table, TableRole
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.source import GridText, SourceText

_EMBLEM: Final = "cộng h"
_BLANK_MARKS: Final = " .…_-"
_EACH: Final = ("từng ", "mỗi ")
"""A heading with these names no body: `Phân công cho từng bộ phận`."""

_VALUES: Final = (*ACTING, "deadline", "deliverable", "supervisor", "approver", "mark", "tick")


def read_tables(
    source: SourceText, copy: Copy, outline: Outline, header: Header, columns: tuple[Columns, ...]
) -> tuple[tuple[Table, ...], list[Draft]]:
    """Return the tables in order, and the drafts of the tasks in registers.

    A table that goes on with the register before it belongs to that register.
    """
    tables: list[Table] = []
    drafts: list[Draft] = []
    register: Register | None = None
    for number, (grid, own) in enumerate(zip(source.grids, columns, strict=True)):
        rows = rows_of(grid, own)
        is_head = _is_head(source, copy, header, grid)
        if not (register and own.goes_on and register.section == _section(outline, grid)):
            register = None if is_head else _register(source, copy, outline, grid, own, rows)
        if register:
            drafts += read_rows(register, rows, number)
        role = TableRole.TASK_REGISTER if register else TableRole.OTHER
        role = TableRole.HEADER if is_head else role
        tables.append(_table(source, outline, number, own, rows, role))
    return tuple(tables), drafts


def _register(
    source: SourceText, copy: Copy, outline: Outline, grid: GridText, columns: Columns,
    rows: list[Row],
) -> Register | None:  # fmt: skip
    """Return the register that a table begins, null where it holds no tasks."""
    tasks = _task_columns(source, columns, rows)
    filled = any(_is_filled(source, columns, rows, task) for task in tasks)
    if not (filled and columns.is_register):
        return None
    section = _section(outline, grid)
    base = outline.sections[section].path if section >= 0 else ""
    stt = columns.first("stt")
    numbered = stt is not None and any(_text(source, row, stt) for row in rows)
    register = Register(source, copy, columns, tasks, base, section, numbered)
    if columns.first(*ACTING) is None:
        register.heading = _heading_bodies(source, copy, outline, section)
    return register


def _section(outline: Outline, grid: GridText) -> int:
    """Return the number of the section that a table stands in, -1 for none."""
    return outline.owner[grid.lines[0]]


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


def _task_columns(source: SourceText, columns: Columns, rows: list[Row]) -> tuple[int, ...]:
    """Return the column of the tasks: of several the one with the most cells of its own.

    Of columns that are as full the one with more actions holds them. Rows that only name
    groups do not count. The halves of days in a timetable all hold tasks.
    """
    if SESSION in columns.roles:
        return tuple(n for n, role in enumerate(columns.roles) if role == SESSION)
    found = [n for n, role in enumerate(columns.roles) if role == "task"]
    if len(found) < 2:  # noqa: PLR2004 - nothing to choose from
        return tuple(found)
    values = _values(columns)
    rows = [row for row in rows if any(_text(source, row, value) for value in values)]
    texts = {n: [_text(source, row, n) for row in rows if row.own[n]] for n in found}
    return (max(found, key=lambda n: (sum(map(bool, texts[n])), sum(map(is_action, texts[n])))),)


def _is_head(source: SourceText, copy: Copy, header: Header, grid: GridText) -> bool:
    """Return whether a table lays out the page's head: Quốc hiệu, issuer, number, date."""
    if grid.lines[0] >= header.end:
        return False
    start = source.lines[grid.lines[0]].start
    end = source.lines[grid.lines[-1]].end
    return not grid.ruled or _EMBLEM in copy.low[start:end] or grid.lines[0] == 0


def _is_filled(source: SourceText, columns: Columns, rows: list[Row], task: int) -> bool:
    """Return whether any row holds a task and a value for it; an empty form holds none."""
    values = _values(columns)
    return any(
        _text(source, row, task) and any(_text(source, row, value) for value in values)
        for row in rows
    )


def _values(columns: Columns) -> list[int]:
    """Return the columns that say of a task who, when and what comes out."""
    return [n for n, role in enumerate(columns.roles) if role in _VALUES]


def _text(source: SourceText, row: Row, column: int) -> str:
    cell = row.shown[column]
    return source.cell(cell).strip(_BLANK_MARKS) if cell else ""


def _table(
    source: SourceText, outline: Outline, number: int, columns: Columns, rows: list[Row],
    role: TableRole,
) -> Table:  # fmt: skip
    grid = source.grids[number]
    section = _section(outline, grid)
    return Table(
        id=f"table{number + 1}",
        role=role,
        section=outline.sections[section].id if section >= 0 else None,
        span=(source.lines[grid.lines[0]].start, source.lines[grid.lines[-1]].end),
        page=grid.page,
        box=grid.box,
        header=columns.header,
        rows=tuple(texts_of(source, row) for row in rows),
    )
