"""What rules look at: a plan, and where its lines stand."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Final

from kehoach_parser.lexicon.register_headers import role_of
from kehoach_parser.model import Clarity, Diagnostic, Metadata, Plan, SectionKind, Table, Task
from kehoach_parser.model.base import Entity
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_CLOSING: Final = pattern(
    r"(?:Trên đây là|Trong quá trình|Quá trình|Nhận được|Căn cứ (?:vào )?Kế hoạch này)"
)
"""How a plan's last paragraphs begin: what to do where something is unclear."""

_CONTENT: Final = pattern(
    r"nội dung (?:tổng kết|sơ kết|kiểm tra|giám sát|khảo sát|tuyên truyền|báo cáo|hội nghị)"
    r"|nội dung(?:,| và) chương trình(?: (?:hội nghị|cuộc họp|làm việc))?\s*:?\Z"
    r"|chương trình (?:hội nghị|hội thảo|cuộc họp|buổi lễ|làm việc)\s*:?\Z"
)
_ENFORCED: Final = pattern(
    r"chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết) này[\s./]*\Z"
)
"""How a decision's last article ends; its date of effect stands in another."""
_WHOLE: Final = 0.6
"""The share of a task's words from which on a row repeats the whole task."""
_EVERYBODY: Final = pattern(r"(?:các|những|toàn thể|mọi)\s")


def names_many(unit: str) -> bool:
    """Return whether a name stands for many bodies, none of which it tells.

    >>> names_many("Các bộ, ngành"), names_many("Sở Nội vụ")
    (True, False)
    """
    return _EVERYBODY.match(fold(unit)) is not None


class Subject:
    """One document under check; what several rules need is worked out once."""

    def __init__(self, plan: Plan) -> None:
        """Keep the plan."""
        self.plan = plan

    @property
    def meta(self) -> Metadata:
        """The document's metadata."""
        return self.plan.metadata

    @cached_property
    def _contents(self) -> frozenset[str]:
        """The ids of sections that list what a meeting, report or visit is about."""
        found: set[str] = set()
        for section in self.plan.sections:
            if section.parent in found or _CONTENT.match(fold(section.heading)):
                found.add(section.id)
        return frozenset(found)

    @cached_property
    def assigned(self) -> tuple[Task, ...]:
        """The tasks, without lists of contents, leads to a list, and every plan's closing words."""
        return tuple(
            task
            for task in self.plan.tasks
            if task.section not in self._contents
            and not (_CLOSING.match(task.text) or task.text.endswith(":"))
            and not _ENFORCED.search(task.text)
        )

    @cached_property
    def repeats(self) -> tuple[tuple[Task, Task], ...]:
        """The rows that repeat a whole task of the text, each with that task.

        A row may also be one part of a task, with its own lead and time.
        """
        tasks = {task.id: task for task in self.plan.tasks}
        pairs = ((row, tasks.get(row.same_as or "")) for row in self.plan.tasks)
        return tuple(
            (row, told) for row, told in pairs if told and len(row.text) >= _WHOLE * len(told.text)
        )

    def unclear(self, role: str, says: Callable[[Clarity], bool]) -> Iterator[Task]:
        """Yield the tasks that do not say something, nor do their rows in a register.

        A register that lacks the whole column is one finding (REG001), not one a row.
        """
        answered = {told.id for row, told in self.repeats if says(row.clarity)}
        for task in self.assigned:
            if task.id in answered or says(task.clarity):
                continue
            if task.table is None or role in self.columns[task.table]:
                yield task

    @cached_property
    def columns(self) -> dict[str, frozenset[str]]:
        """The roles of each table's columns (`lead`, `deadline`, `deliverable` …) by its id."""
        return {
            table.id: frozenset(
                role for cell in table.header for role in (role_of(cell) or "").split("+")
            )
            for table in self.plan.tables
        }

    @cached_property
    def dated(self) -> date | None:
        """The date of issue; while it is blank, the latest date of a document cited.

        A plan is issued no earlier than what it cites.
        """
        cited = (one.issued_on for one in self.plan.references if one.issued_on)
        return self.meta.issued_on or max(cited, default=None)

    @property
    def is_official(self) -> bool:
        """Whether this is an administrative document (a news article has no form to check)."""
        return self.meta.document_type is not None

    @property
    def is_plan(self) -> bool:
        """Whether the document is a plan or carries one."""
        kinds = (self.meta.document_type, self.meta.attached and self.meta.attached.document_type)
        return any(kind and kind.code == "KH" for kind in kinds)

    def noticed(self, *codes: str) -> Iterator[Diagnostic]:
        """Yield what the parser has noticed already, by its codes."""
        return (found for found in self.plan.diagnostics if found.code in codes)

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line of `Plan.text`."""
        starts = [0]
        starts += (at + 1 for at, letter in enumerate(self.plan.text) if letter == "\n")
        return starts

    def line_at(self, offset: int) -> int:
        """Return the 1-based line of `Plan.text` that holds an offset."""
        return bisect_right(self.starts, offset)

    def line_span(self, line: int) -> tuple[int, int]:
        """Return the offsets of a 1-based line, its line feed excluded."""
        start = self.starts[line - 1]
        last = line >= len(self.starts)
        return start, len(self.plan.text) if last else self.starts[line] - 1

    def page_at(self, offset: int) -> int | None:
        """Return the page of an offset, as far as the section or task around it tells."""
        at = bisect_right(self._paged, (offset, 1 << 30)) - 1
        return self._paged[at][1] if at >= 0 else None

    @cached_property
    def _paged(self) -> list[tuple[int, int]]:
        """The offsets of everything that has a page, with it, in order."""
        plan = self.plan
        things: tuple[Entity | Table, ...] = (
            *plan.sections, *plan.tasks, *plan.citations, *plan.deadlines, *plan.tables
        )  # fmt: skip
        found = [(one.span[0], one.page) for one in things if one.page]
        found += [(one.span[0], one.page) for one in plan.diagnostics if one.span and one.page]
        first = [(0, 1)] if self.plan.source.pages else []
        return sorted(first + found)

    @cached_property
    def head_end(self) -> int:
        """The offset where the line ends on which the title (trích yếu) begins, 0 without one.

        An official letter's `V/v …` shares its table row with the motto and the date.
        """
        title = self.meta.spans.get("title")
        return self.line_span(self.line_at(title[0]))[1] if title else 0

    @cached_property
    def appended(self) -> int:
        """The offset where the appendices begin, the text's end where there are none."""
        starts = (s.span[0] for s in self.plan.sections if s.kind is SectionKind.APPENDIX)
        return min(starts, default=len(self.plan.text))
