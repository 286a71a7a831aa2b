"""The rows of the sheet of deadlines: each time expression, and what it is about."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kehoach_parser.exporters.duties import joined, last_day, place_of
from kehoach_parser.exporters.labels import KINDS, ROLES
from kehoach_parser.exporters.spoken import spoken_duration, spoken_rule
from kehoach_parser.exporters.tables import Column
from kehoach_parser.model import Deadline, Modality, Plan, Task


class Occasion(NamedTuple):
    """A deadline with its tasks; `subject` is what it is about, `place` the path of its task."""

    plan: Plan
    number: int
    deadline: Deadline
    tasks: tuple[Task, ...]
    subject: str

    @property
    def place(self) -> str:
        """The path of the first task that is bound."""
        return place_of(self.tasks[0]) if self.tasks else ""


COLUMNS: Final = (
    Column[Occasion]("STT", 6, lambda row: row.number),
    Column[Occasion]("Thời hạn", 28, lambda row: row.deadline.text),
    Column[Occasion]("Nội dung", 56, lambda row: row.subject),
    Column[Occasion]("Vai trò", 12, lambda row: ROLES[row.deadline.role]),
    Column[Occasion]("Loại", 16, lambda row: KINDS[row.deadline.kind]),
    Column[Occasion]("Từ ngày", 12, lambda row: row.deadline.start),
    Column[Occasion]("Đến ngày", 12, lambda row: row.deadline.due),
    Column[Occasion]("Hạn chót", 12, lambda row: last_day(row.deadline)),
    Column[Occasion]("Giờ", 8, lambda row: row.deadline.time, always=False),
    Column[Occasion]("Lặp lại", 24, lambda row: _recurrence(row.deadline), always=False),
    Column[Occasion]("Mốc, điều kiện", 26, lambda row: _trigger(row.deadline), always=False),
    Column[Occasion]("Mục", 14, lambda row: row.place),
    Column[Occasion]("Trang", 7, lambda row: row.deadline.page),
)


def _recurrence(deadline: Deadline) -> str:
    return spoken_rule(deadline.rrule or "", before=deadline.modality is Modality.BEFORE)


def _trigger(deadline: Deadline) -> str:
    duration = spoken_duration(deadline.duration or "")
    return joined((duration, deadline.anchor or "", deadline.condition or ""))


def occasions(plans: Iterable[Plan]) -> tuple[Occasion, ...]:
    """Return the deadlines of all plans in the documents' order."""
    return tuple(row for plan in plans for row in _of_plan(plan))


def _of_plan(plan: Plan) -> Iterator[Occasion]:
    bound: dict[str, list[Task]] = {}
    for task in plan.tasks:
        for name in task.deadlines:
            bound.setdefault(name, []).append(task)
    for number, deadline in enumerate(plan.deadlines, 1):
        tasks = tuple(bound.get(deadline.id, ()))
        yield Occasion(plan, number, deadline, tasks, _subject(plan, deadline, tasks))


def _subject(plan: Plan, deadline: Deadline, tasks: tuple[Task, ...]) -> str:
    """Return the tasks' words, the title whole, or the line in which the time stands.

    Of a plan that was stored without its text, the time's own words.
    """
    if tasks:
        return joined(task.text for task in tasks)
    first, last = plan.metadata.spans.get("title", (0, 0))
    if plan.metadata.title and first <= deadline.span[0] < last:
        return plan.metadata.title
    start = plan.text.rfind("\n", 0, deadline.span[0]) + 1
    end = plan.text.find("\n", deadline.span[1])
    return plan.text[start : len(plan.text) if end < 0 else end].strip() or deadline.text
