"""An office's own workbook, filled: columns are known by their header words, looks are kept."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from kehoach_parser.errors import FormatError
from kehoach_parser.exporters.base import Template
from kehoach_parser.exporters.duties import COLUMNS, Duty, joined
from kehoach_parser.exporters.formulas import risky
from kehoach_parser.exporters.moved_rows import Growth, follow
from kehoach_parser.exporters.packages import settled
from kehoach_parser.exporters.tables import DOCUMENT, SECRECY, Cell
from kehoach_parser.lexicon.register_headers import role_of
from kehoach_parser.readers.guard import Archive
from kehoach_parser.text.folding import key

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_HEAD: Final = 60  # rows in which a header row is looked for
_PACKED: Final = b"PK"  # how any zip archive begins
_WORKBOOK: Final = "xl/workbook.xml"
_OWN: Final = {column.header: column for column in (DOCUMENT, SECRECY, *COLUMNS)}
_ROLES: Final = {
    "stt": "STT", "task": "Nhiệm vụ", "lead": "Cơ quan chủ trì", "coop": "Cơ quan phối hợp",
    "deadline": "Thời hạn", "deliverable": "Sản phẩm", "basis": "Căn cứ",
    "supervisor": "Người phụ trách", "approver": "Cấp trình, phê duyệt",
}  # fmt: skip
"""Role of a header (`lexicon/register_headers.tsv`): the column of ours that fills it."""

_LOOKS: Final = ("font", "border", "fill", "alignment", "protection", "number_format")
_BOTH: Final = "lead+coop"
_UNREADABLE: Final = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError)
"""What openpyxl raises for workbooks that miss parts or have odd ones."""

_START: Final = "bắt đầu"


class Target(NamedTuple):
    """Where a sheet is filled: its columns by number, and the row of its header."""

    sheet: "Worksheet"
    row: int
    roles: dict[int, str]


def filled(template: Template, rows: Sequence[Duty], made: datetime) -> bytes:
    """Return the workbook with a row for each task below its header row, the rest as it was.

    Rows that are filled already stay, and numbers go on after theirs. What stands below the
    table (sums, signatures) moves down. Raises `FormatError` where the file is no xlsx workbook
    or has no row with a header for tasks, `LimitError` where it unpacks to too much.
    """
    book = _loaded(template)
    target = next(filter(None, map(_target, book.worksheets)), None)
    if target is None:
        raise FormatError("template-no-header", name=template.name)
    growth = _fill(target, rows)
    follow(book, target.sheet, growth)
    book.properties.created = made
    result = BytesIO()
    book.save(result)
    return settled(result.getvalue(), made)


def _loaded(template: Template) -> "Workbook":
    """Return a workbook whose parts were weighed, and found free of entities, before."""
    from openpyxl import load_workbook

    if not template.data.startswith(_PACKED):
        raise FormatError("template-not-xlsx", name=template.name)
    archive = Archive(template.data, template.name)
    if _WORKBOOK not in archive.parts:
        raise FormatError("template-not-xlsx", name=template.name)
    for part in archive.parts:
        if part.endswith((".xml", ".rels")):
            archive.xml(part)
    try:
        return load_workbook(BytesIO(template.data))
    except _UNREADABLE as error:
        raise FormatError("template-not-xlsx", name=template.name) from error


def _target(sheet: "Worksheet") -> Target | None:
    """Return the header row that names most columns, tasks among them."""
    found = [
        Target(sheet, number, roles)
        for number, row in enumerate(sheet.iter_rows(max_row=_LONGEST_HEAD), 1)
        if "Nhiệm vụ" in (roles := _roles(row)).values() and len(roles) > 1
    ]
    return max(found, key=lambda target: len(target.roles), default=None)


def _roles(row: "Iterable[object]") -> dict[int, str]:
    """Return which columns of ours (or `lead+coop`, `bắt đầu`) fill a header row's columns."""
    roles: dict[int, str] = {}
    for number, cell in enumerate(row, 1):
        header = str(getattr(cell, "value", None) or "")
        role = _role(" ".join(header.split()))
        if role and role not in roles.values():  # the time once, not in `Tiến độ` again
            roles[number] = role
    return roles


def _role(header: str) -> str | None:
    folded = key(header)
    if not folded:
        return None
    if own := next((name for name in _OWN if key(name) == folded), None):
        return own
    role = role_of(header)
    if role == "deadline" and _START in folded:
        return _START
    return _BOTH if role == _BOTH else _ROLES.get(role or "")


def _fill(target: Target, rows: Sequence[Duty]) -> Growth:
    """Write the rows; return what has moved for them."""
    first = _first_free(target)
    offset = _last_number(target, first)
    growth = _make_room(target, first, len(rows))
    for number, duty in enumerate(rows):
        _copy_looks(target.sheet, first, first + number)
        for column, role in target.roles.items():
            cell = target.sheet.cell(first + number, column)
            _put(cell, _value(role, duty, offset + number + 1))
    return growth


def _first_free(target: Target) -> int:
    """Return the first row below the header, its numbers `(1) (2) …` and rows that are filled."""
    row = target.row + 1
    while row <= target.sheet.max_row and any(_words(target, row)):
        row += 1
    return row


def _words(target: Target, row: int) -> Iterator[str]:
    for column in target.roles:
        value = target.sheet.cell(row, column).value
        yield "" if value is None else str(value).strip()


def _last_number(target: Target, before: int) -> int:
    """Return the last number in the column STT, 0 where none stands there."""
    column = next((number for number, role in target.roles.items() if role == "STT"), None)
    if column is None or before == target.row + 1:
        return 0
    value = target.sheet.cell(before - 1, column).value
    return value if isinstance(value, int) else 0


def _make_room(target: Target, first: int, count: int) -> Growth:
    """Move down what stands below the free rows, merged cells and heights with it."""
    sheet = target.sheet
    last = sheet.max_row
    free = first
    while free <= last and not any(cell.value is not None for cell in sheet[free]):
        free += 1
    shift = max(first + count - free, 0)
    growth = Growth(first, first + count - 1, free, shift)
    if free > last or not shift:
        return growth
    sheet.move_range(f"A{free}:{sheet.cell(last, sheet.max_column).coordinate}", rows=shift)
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row >= free:
            merged.shift(row_shift=shift)
    _move_heights(sheet, free, shift)
    return growth


def _move_heights(sheet: "Worksheet", first: int, shift: int) -> None:
    """Move the heights of rows from `first` on down, and let those before find their own."""
    numbers = [number for number in sheet.row_dimensions if number >= first]
    heights: dict[int, float | None] = {}
    for number in numbers:
        heights[number] = sheet.row_dimensions[number].height  # pyright: ignore[reportUnknownMemberType]
    for number in heights:
        sheet.row_dimensions[number].height = None
    for number, height in heights.items():
        sheet.row_dimensions[number + shift].height = height


def _copy_looks(sheet: "Worksheet", pattern: int, row: int) -> None:
    """Give a row's cells the looks of those in the first row that is filled."""
    for column in range(1, sheet.max_column + 1):
        for look in _LOOKS if row > pattern else ():
            setattr(sheet.cell(row, column), look, copy(getattr(sheet.cell(pattern, column), look)))


def _put(cell: "SheetCell | MergedCell", value: Cell) -> None:
    """Write a value; words are never a formula, whatever they begin with."""
    from openpyxl.cell import MergedCell
    from openpyxl.styles import Alignment

    if isinstance(cell, MergedCell):
        return
    if isinstance(value, str):
        if not cell.has_style:  # a form that is bare below its header
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.value = value
        cell.data_type = "s"
        cell.quotePrefix = risky(value)
    else:
        cell.value = value
        if isinstance(value, date) and cell.number_format == "General":
            cell.number_format = "dd/mm/yyyy"


def _value(role: str, duty: Duty, number: int) -> Cell:
    if role == "STT":
        return number
    if role == _BOTH:
        return joined((duty.lead, duty.coordinating))
    if role == _START:
        return duty.first_day
    return _OWN[role].value(duty)
