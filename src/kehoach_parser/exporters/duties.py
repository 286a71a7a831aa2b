"""The rows of a task register: what an office's table says of each task, of one plan or several."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeVar

from kehoach_parser.exporters.tables import Column
from kehoach_parser.model import (
    Citation,
    Deadline,
    DeadlineRole,
    Plan,
    Reference,
    ReferenceRole,
    Task,
)

Fact = TypeVar("Fact", Deadline, Citation)
SEPARATOR: Final = "; "


class Duty(NamedTuple):
    """One row: words as they stand in the document, first and last day as dates.

    `number` counts from 1 in each plan (STT). `place` is the path of the task's section.
    """

    plan: Plan
    number: int
    task: str
    lead: str
    coordinating: str
    responsible: str
    approving: str
    time: str
    first_day: date | None
    last_day: date | None
    deliverables: str
    basis: str
    place: str
    page: int | None


COLUMNS: Final = (
    Column[Duty]("STT", 6, lambda duty: duty.number),
    Column[Duty]("Nhiệm vụ", 48, lambda duty: duty.task),
    Column[Duty]("Cơ quan chủ trì", 20, lambda duty: duty.lead),
    Column[Duty]("Cơ quan phối hợp", 20, lambda duty: duty.coordinating),
    Column[Duty]("Người phụ trách", 16, lambda duty: duty.responsible, always=False),
    Column[Duty]("Cấp trình, phê duyệt", 14, lambda duty: duty.approving, always=False),
    Column[Duty]("Thời hạn", 18, lambda duty: duty.time),
    Column[Duty]("Hạn chót", 12, lambda duty: duty.last_day),
    Column[Duty]("Sản phẩm", 18, lambda duty: duty.deliverables),
    Column[Duty]("Căn cứ", 18, lambda duty: duty.basis),
    Column[Duty]("Mục", 12, lambda duty: duty.place),
    Column[Duty]("Trang", 7, lambda duty: duty.page),
)
"""The task register's columns, as offices head them."""


def last_day(deadline: Deadline) -> date | None:
    """Return the last day on which a deadline can still be met, null where it names no day.

    That is the day before for `trước ngày …` (the day itself for `trước 17 giờ ngày …`), the
    next working day for a counted term that ends on a day off.
    """
    if deadline.time:
        return deadline.due
    return deadline.strict_due or deadline.rolled_due or deadline.due


def duties(plans: Iterable[Plan]) -> tuple[Duty, ...]:
    """Return the rows of all plans in the documents' order, repeated tasks once."""
    return tuple(row for plan in plans for row in _of_plan(plan))


def _of_plan(plan: Plan) -> Iterator[Duty]:
    deadlines = {deadline.id: deadline for deadline in plan.deadlines}
    citations = {citation.id: citation for citation in plan.citations}
    references = {reference.id: reference for reference in plan.references}
    for number, task in enumerate(_once(plan.tasks), 1):
        times = _known(deadlines, task.deadlines)
        yield Duty(
            plan,
            number,
            task.text,
            joined(task.lead),
            joined(task.coordinating),
            task.responsible or "",
            joined(task.approving),
            joined(deadline.text for deadline in times),
            min((time.start for time in times if time.start), default=None),
            _last(times),
            joined(task.deliverables),
            joined(_bases(_known(citations, task.citations), references)),
            place_of(task),
            task.page,
        )


def _known(facts: dict[str, Fact], names: Iterable[str]) -> list[Fact]:
    """Return the facts of these ids; somebody may have taken one out of a stored plan."""
    return [facts[name] for name in names if name in facts]


def place_of(task: Task) -> str:
    """Return the labels above a task for people: headings without a number (`~`) left out."""
    return "/".join(step for step in (task.path or "").split("/") if step != "~")


def _once(tasks: Sequence[Task]) -> Iterator[Task]:
    """Leave out tasks in prose that a register row repeats, whose facts that row takes over."""
    rows = {task.same_as: task for task in tasks if task.same_as}
    prose = {task.id: task for task in tasks if task.id in rows}
    for task in tasks:
        if task.same_as in prose:
            yield _filled(task, prose[task.same_as])
        elif task.id not in rows:
            yield task


_FACTS: Final = (
    "lead", "coordinating", "responsible", "approving", "deliverables", "deadlines", "citations"
)  # fmt: skip


def _filled(row: Task, prose: Task) -> Task:
    missing = {field: getattr(prose, field) for field in _FACTS if not getattr(row, field)}
    return row.model_copy(update=missing)


def _last(times: Sequence[Deadline]) -> date | None:
    """Return the last day of all times; a plan's period counts only where nothing else does."""
    binding = [time for time in times if time.role is not DeadlineRole.PERIOD]
    return max(filter(None, map(last_day, binding or times)), default=None)


def _bases(citations: Iterable[Citation], references: dict[str, Reference]) -> Iterator[str]:
    for citation in citations:
        reference = references.get(citation.reference or "")
        if reference and reference.role is not ReferenceRole.SELF:
            yield reference_name(reference)


def reference_name(reference: Reference) -> str:
    """Return a cited document's name: type and number, of a law its title."""
    if reference.code is None:
        return reference.title or reference.type_name or ""
    return " ".join(filter(None, (reference.type_name, reference.code)))


def joined(words: Iterable[str]) -> str:
    """Return the words in one cell, each once.

    >>> joined(["Sở Nội vụ", "Sở Tài chính", "Sở Nội vụ"])
    'Sở Nội vụ; Sở Tài chính'
    """
    return SEPARATOR.join(dict.fromkeys(filter(None, words)))
