"""What is to be done, by whom, by when."""

from enum import StrEnum

from kehoach_parser.model.base import Entity, Record, Span


class TaskOrigin(StrEnum):
    """Where a task stands: in prose or in a row of a register."""

    PARAGRAPH = "paragraph"
    TABLE = "table"


class Clarity(Record):
    """The "5 rõ" rule: whether work, people, time, result and responsibility are said.

    `authority` is the sixth of "6 rõ" (rõ thẩm quyền): whether who decides is named.
    """

    work: bool
    people: bool
    time: bool
    result: bool
    responsibility: bool
    authority: bool = False

    @property
    def five(self) -> tuple[bool, ...]:
        """The five of the "5 rõ" rule, without `authority`."""
        return (self.work, self.people, self.time, self.result, self.responsibility)


class Task(Entity):
    """A paragraph that directs an action, or a row of a task register.

    `text` is the task without its label. `lead`, `coordinating` and `approving` are names of
    units as written (chủ trì, phối hợp, cấp trình hoặc phê duyệt); `responsible` is a person or
    post (`Lãnh đạo phụ trách`). `deadlines` and `citations` are ids. `row` counts from 0
    without the header.
    """

    label: str | None
    path: str | None
    section: str | None
    origin: TaskOrigin
    table: str | None = None
    row: int | None = None
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    approving: tuple[str, ...] = ()
    responsible: str | None = None
    deliverables: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    same_as: str | None = None
    clarity: Clarity


class Unit(Record):
    """A body that the plan names; `key` is folded and spells abbreviations out."""

    id: str
    name: str
    key: str
    mentions: tuple[Span, ...] = ()
