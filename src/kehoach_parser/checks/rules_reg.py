"""REG: registers, the tables that assign tasks."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from kehoach_parser.checks.rule import Hit, edit, hit, rule
from kehoach_parser.checks.subject import Subject, names_many
from kehoach_parser.checks.wording import clipped
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.model import Severity, Table, TableRole, Task, TaskOrigin
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern

_NEEDED: Final = (("đơn vị chủ trì", "lead"), ("thời gian hoàn thành", "deadline"))
_WHOLE_NUMBER: Final = pattern(r"\d{1,3}")
_ROW_2: Final = "| 2 | Tập huấn công chức bộ phận một cửa | Sở Nội vụ |"


@rule(
    "REG001", "column-missing", Severity.INFO,
    title=("Bảng phân công thiếu cột", "A register lacks a column"),
    message=("Bảng phân công không có cột {column}", "The register has no column for {column}"),
    why=("Bảng phân công phải cho biết ai làm và bao giờ xong.",
         "A register says who does what by when."),
    source="Phương châm “5 rõ”",
    fires=edit(("| Đơn vị phối hợp | Thời gian hoàn thành |", "| Đơn vị phối hợp | Ghi chú |"),
               ("| Trước ngày 30/9/2026 |", "| Phiếu hỏi |"),
               ("| Trước ngày 15/7/2026 |", "| Hai lớp |"),
               ("| Trước ngày 31/7/2026 |", "| Mua mới |")),
    silent=edit(("| Đơn vị phối hợp | Thời gian hoàn thành |", "| Đơn vị phối hợp | Tiến độ |")),
)  # fmt: skip
def column_missing(subject: Subject) -> Iterator[Hit]:
    """Find registers without a column for who leads, or for when, in which no row says it."""
    for table in _registers(subject):
        roles = subject.columns[table.id]
        rows = [task for task in subject.plan.tasks if task.table == table.id]
        said = {
            "lead": any(task.clarity.people for task in rows),
            "deadline": any(task.clarity.time for task in rows),
        }
        for name, role in _NEEDED:
            if role not in roles and not said[role]:
                yield hit(table.span, page=table.page, column=name)


@rule(
    "REG002", "row-number", Severity.WARNING,
    title=("Số thứ tự trong bảng nhảy hoặc lặp lại", "The rows' numbers jump or repeat"),
    message=("Sau dòng {before} là dòng {label}", "Row {before} is followed by row {label}"),
    why=("Số thứ tự sai làm viện dẫn sai dòng, và thường là mất một dòng khi ghép bảng.",
         "A wrong number makes references wrong, and mostly says that a row is lost."),
    fires=edit((_ROW_2, _ROW_2.replace("2", "4"))),
    silent=edit((_ROW_2, _ROW_2.replace("2", "02"))),
)  # fmt: skip
def row_number(subject: Subject) -> Iterator[Hit]:
    """Find a row whose whole number neither follows the last one nor starts again at 1."""
    for table in _registers(subject):
        rows = [task for task in subject.plan.tasks if task.table == table.id and _number(task)]
        for before, task in pairwise(rows):
            last, here = _number(before), _number(task)
            same_row = before.row == task.row or before.span == task.span  # a merged cell
            if here not in {last + 1, 1} and not same_row and not (here == last and last == 1):
                yield hit(task.span, before=last, label=here)


def _number(task: Task) -> int:
    """Return a row's number, 0 where its label is none."""
    match = _WHOLE_NUMBER.fullmatch(task.label or "")
    return int(match[0]) if match else 0


@rule(
    "REG003", "row-twice", Severity.WARNING,
    title=("Hai dòng của bảng giao cùng một việc cho cùng đơn vị",
           "Two rows give one task to one unit"),
    message=("Dòng này trùng với dòng {first}: “{task}”", "The row repeats row {first}: “{task}”"),
    why=("Dòng trùng làm tính sai số nhiệm vụ; thời hạn khác nhau thì không biết theo dòng nào.",
         "A repeated row counts a task twice; where the times differ nobody knows which counts."),
    fires=edit(("| 2 | Tập huấn công chức bộ phận một cửa |",
                "| 2 | Khảo sát mức độ hài lòng của người dân |")),
    silent=edit(("| 3 | Bố trí trang thiết bị cho bộ phận một cửa |",
                 "| 3 | Khảo sát mức độ hài lòng của người dân |")),
)  # fmt: skip
def row_twice(subject: Subject) -> Iterator[Hit]:
    """Find rows of one table with the same words and the same leads."""
    for table in _registers(subject):
        known: dict[tuple[str, ...], Task] = {}
        for task in subject.plan.tasks:
            if task.table != table.id:
                continue
            same = (key(task.text), *sorted(unit_key(name) for name in task.lead))
            first = known.setdefault(same, task)
            if first is not task and first.row != task.row:
                yield hit(task.span, task=clipped(task.text),
                          first=first.label or (first.row or 0) + 1)  # fmt: skip


@rule(
    "REG004", "row-against-text", Severity.WARNING,
    title=("Bảng và phần lời giao việc khác nhau", "The register and the text disagree"),
    message=("Bảng ghi {table} nhưng mục {path} ghi {text}",
             "The register has {table}, but {path} has {text}"),
    why=("Một nhiệm vụ ghi hai nơi phải cùng đơn vị chủ trì và cùng thời hạn.",
         "A task that stands in two places has one lead and one time."),
    fires=edit(("chủ trì, phối hợp với Sở Tài chính xây dựng", "xây dựng"),
               ("| 1 | Khảo sát mức độ hài lòng của người dân | Sở Nội vụ |",
                "| 1 | Xây dựng, trình Ủy ban nhân dân tỉnh ban hành Quyết định về quy trình một"
                " cửa | Sở Tư pháp |")),
    silent=edit(("chủ trì, phối hợp với Sở Tài chính xây dựng", "xây dựng"),
                ("| 1 | Khảo sát mức độ hài lòng của người dân | Sở Nội vụ | Các sở, ban, ngành"
                 " | Trước ngày 30/9/2026 |",
                 "| 1 | Xây dựng, trình Ủy ban nhân dân tỉnh ban hành Quyết định về quy trình một"
                 " cửa | Sở Nội vụ | Các sở, ban, ngành | Trước ngày 15/5/2026 |")),
)  # fmt: skip
def row_against_text(subject: Subject) -> Iterator[Hit]:
    """Find rows that repeat a task of the text with other leads, or with another last day."""
    dues = {found.id: found.due for found in subject.plan.deadlines}
    for row, told in subject.repeats:
        for one, other in (
            (sorted(row.lead), sorted(told.lead)),
            (_days(row, dues), _days(told, dues)),
        ):
            if any(map(names_many, (*one, *other))):
                continue  # all bodies in the text, one of them in the register: no contradiction
            if one and other and not {unit_key(x) for x in one} & {unit_key(x) for x in other}:
                yield hit(row.span, table="; ".join(one), text="; ".join(other), path=told.path)


def _days(task: Task, dues: dict[str, date | None]) -> list[str]:
    return sorted(str(dues[name]) for name in task.deadlines if dues.get(name))


def _registers(subject: Subject) -> Iterator[Table]:
    """Yield the tables that hold tasks of their own."""
    owners = {task.table for task in subject.plan.tasks if task.origin is TaskOrigin.TABLE}
    for table in subject.plan.tables:
        if table.role is TableRole.TASK_REGISTER and table.id in owners:
            yield table
