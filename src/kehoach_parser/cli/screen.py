"""A plan drawn for people: card, outline, tasks, citations, deadlines, diagnostics."""

import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from kehoach_parser.checks.wording import clipped
from kehoach_parser.cli.words import word
from kehoach_parser.errors import UsageError
from kehoach_parser.exporters.duties import reference_name
from kehoach_parser.exporters.spoken import spoken_duration, spoken_rule
from kehoach_parser.messages import Language
from kehoach_parser.model import (
    Deadline,
    Metadata,
    Modality,
    Plan,
    Section,
    Severity,
    Task,
)
from kehoach_parser.model.base import Entity

WIDE: Final = 110
"""From this width on the coordinating units have a column of their own."""

_BRANCH: Final = 4
"""Columns of the outline's lines that each level takes."""

_SHORTEST: Final = 20
_TASK_LENGTH: Final = 200
_CONTEXT: Final = 60
_AROUND: Final = 4  # words
_UNSURE: Final = " (?)"
"""What marks a fact that OCR is not sure of."""

_SURE: Final = 0.8
_DOUBTS: Final = frozenset({"ocr-doubtful", "ocr-number-doubtful"})
_CARD: Final = {"number": "code", "symbol": "code", "place": "issued", "issued_on": "issued"}
"""Rows of the card that show another field too."""

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


class Choice(NamedTuple):
    """What to draw: one section by its path (null: all), only the tasks, in which language."""

    section: str | None = None
    tasks_only: bool = False
    language: Language = "vi"


def drawn(plan: Plan, choice: Choice, width: int, *, colour: bool) -> str:
    """Return a plan as text of a width in columns, with colours where the terminal has them.

    Raises `UsageError` where the section that is asked for is not in the plan.
    """
    shown = _chosen(plan, choice.section)
    page = io.StringIO()
    screen = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False,
        legacy_windows=False, emoji=False, markup=False,
    )  # fmt: skip
    for part in _parts(plan, shown, choice, width):
        screen.print(part)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _chosen(plan: Plan, path: str | None) -> frozenset[str] | None:
    """Return the ids of a section and all below it, null for the whole plan."""
    if path is None:
        return None
    wanted = path.strip("/").casefold()
    found = [
        section.id
        for section in plan.sections
        if section.path.casefold() == wanted or section.path.casefold().startswith(f"{wanted}/")
    ]
    if not found:
        paths = ", ".join(section.path for section in plan.sections if section.level == 1)
        raise UsageError("usage-no-section", section=path, paths=paths or "-")
    return frozenset(found)


def _parts(
    plan: Plan, shown: frozenset[str] | None, choice: Choice, width: int
) -> Iterator[RenderableType]:
    language = choice.language
    tasks = [task for task in plan.tasks if shown is None or task.section in shown]
    whole = shown is None and not choice.tasks_only
    if whole:
        yield _card(plan, language)
    if not choice.tasks_only:
        yield from _outline(plan, shown, width, language)
        yield from _passages(plan, shown)
    yield from _tasks(plan, tasks, width, language)
    if whole:
        yield from _deadlines(plan, language)
        yield from _references(plan, language)
        yield from _diagnostics(plan, language)


# --------------------------------------------------------------------- card


def _card(plan: Plan, language: Language) -> Panel:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="bold", no_wrap=True)
    rows.add_column(overflow="fold")
    doubted = _doubted(plan)
    for code, value in _facts(plan.metadata):
        if value:
            mark = _UNSURE if code in doubted else ""
            rows.add_row(Text(word(f"show-{code}", language)), Text(f"{value}{mark}"))
    kind = plan.metadata.document_type
    title = kind.name.upper() if kind else word("show-no-plan", language)
    return Panel(rows, title=Text(title, "bold"), subtitle=Text(plan.source.name, "dim"))


def _doubted(plan: Plan) -> frozenset[str]:
    """Return the rows of the card that OCR is not sure of, as the diagnostics say."""
    places = {item.span for item in plan.diagnostics if item.code in _DOUBTS}
    names = {name for name, span in plan.metadata.spans.items() if span in places}
    signers = {"signers" for signer in plan.metadata.signers if signer.span in places}
    return frozenset({_CARD.get(name, name) for name in names} | signers)


def _marked(entity: Entity, text: str) -> str:
    """Return the words of a fact, with a mark where OCR is not sure of them."""
    unsure = entity.confidence is not None and entity.confidence < _SURE
    return f"{text}{_UNSURE}" if unsure else text


def _facts(metadata: Metadata) -> Iterator[tuple[str, str | None]]:
    issuer, attached = metadata.issuer, metadata.attached
    yield "title", metadata.title
    plan = f"{attached.document_type.name}: {attached.title or ''}" if attached else None
    yield "attached", plan
    yield "code", metadata.code or (metadata.symbol and f"…/{metadata.symbol}")
    day = _day(metadata.issued_on)
    yield "issued", ", ".join((metadata.place, day or "…")) if metadata.place else day
    bodies = (issuer.parent, issuer.name) if issuer else ()
    yield "issuer", " · ".join(filter(None, bodies))
    yield "period", metadata.period.text if metadata.period else None
    yield "signers", "; ".join(_signer(metadata))
    yield "recipients", "; ".join(metadata.recipients)
    yield "marks", ", ".join(filter(None, (metadata.urgency, metadata.secrecy)))


def _signer(metadata: Metadata) -> Iterator[str]:
    for signer in metadata.signers:
        position = signer.position or signer.capacity
        yield f"{signer.name} ({position})" if position else signer.name


def _day(day: date | None) -> str | None:
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else None


# --------------------------------------------------------------------- outline


def _outline(
    plan: Plan, shown: frozenset[str] | None, width: int, language: Language
) -> Iterator[RenderableType]:
    sections = [s for s in plan.sections if shown is None or s.id in shown]
    if not sections:
        return
    root = Tree(Text(word("show-outline", language), "bold"), guide_style="dim")
    branches: dict[str | None, Tree] = {None: root}
    for section in sections:
        above = branches.get(section.parent, root)
        branches[section.id] = above.add(_branch(section, width, language))
    yield Group(Text(), root)


def _branch(section: Section, width: int, language: Language) -> Text:
    """Return a section's label, its heading cut to one line, and at the top its kind."""
    label = f"{section.label}  " if section.label else ""
    kind = f"  [{word(f'kind-{section.kind.value}', language)}]" if section.level == 1 else ""
    room = width - _BRANCH * section.level - len(label) - len(_marked(section, "")) - len(kind) - 1
    heading = _marked(section, clipped(section.heading, max(room, _SHORTEST)))
    return Text.assemble((label, "bold cyan"), heading, (kind, "dim"))


def _passages(plan: Plan, shown: frozenset[str] | None) -> Iterator[RenderableType]:
    """Yield the whole text of a section that was asked for."""
    if shown is None:
        return
    starts = [section.span[0] for section in plan.sections]
    chosen = [i for i, section in enumerate(plan.sections) if section.id in shown]
    last = chosen[-1] + 1
    end = starts[last] if last < len(starts) else plan.sections[chosen[-1]].span[1]
    yield Group(Text(), Text(plan.text[starts[chosen[0]] : end].rstrip()))


# --------------------------------------------------------------------- tasks


def _tasks(
    plan: Plan, tasks: list[Task], width: int, language: Language
) -> Iterator[RenderableType]:
    if not tasks:
        return
    wide = width >= WIDE
    table = _table(_tasks_title(plan, tasks, language))
    for code, ratio in _columns(wide=wide):
        table.add_column(word(f"show-{code}", language), ratio=ratio, overflow="fold")
    deadlines = {deadline.id: deadline for deadline in plan.deadlines}
    for task in tasks:
        table.add_row(*_cells(task, deadlines, language, wide=wide))
    yield Group(Text(), table)


def _tasks_title(plan: Plan, tasks: list[Task], language: Language) -> str:
    """Return the title of the tasks, with the plan's own clarity where all of them are shown."""
    title = word("show-tasks", language, count=len(tasks))
    if plan.clarity is None or len(tasks) < len(plan.tasks):
        return title
    return f"{title} · {word('show-clear', language)}: {plan.clarity:.0%}"


def _columns(*, wide: bool) -> tuple[tuple[str, int], ...]:
    if wide:
        return ("path", 3), ("task", 14), ("lead", 6), ("with", 6), ("due", 5), ("clear", 2)
    return ("path", 4), ("task", 12), ("who", 7), ("due", 5), ("clear", 2)


def _cells(
    task: Task, deadlines: dict[str, Deadline], language: Language, *, wide: bool
) -> tuple[Text, ...]:
    words = clipped(task.text, _TASK_LENGTH)
    due = "; ".join(_marked(deadlines[name], deadlines[name].text) for name in task.deadlines)
    five = task.clarity.five
    clear = Text(f"{sum(five)}/{len(five)}")
    lead, others = "; ".join(task.lead) or task.responsible or "", "; ".join(task.coordinating)
    head = (Text(task.path or "", "cyan"), Text(_marked(task, words)))
    if wide:
        return *head, Text(lead), Text(others), Text(due), clear
    both = f"{lead}\n{word('show-with-short', language)} {others}" if others else lead
    return *head, Text(both.strip()), Text(due), clear


def _table(title: str) -> Table:
    return Table(
        title=Text(title, "bold"), title_justify="left", expand=True, show_lines=True,
        border_style="dim", padding=(0, 0), pad_edge=False,
    )  # fmt: skip


# --------------------------------------------------------------------- deadlines, citations


def _deadlines(plan: Plan, language: Language) -> Iterator[RenderableType]:
    rows = [
        (_marked(item, item.text), word(f"role-{item.role.value}", language), _time(item, language))
        for item in plan.deadlines
    ]
    yield from _listed("deadlines", ("expression", "role", "value"), rows, language)


def _time(deadline: Deadline, language: Language) -> str:
    """Return what a time expression means: how it comes again, its days, how long, its kind."""
    before = deadline.modality is Modality.BEFORE
    return (
        spoken_rule(deadline.rrule or "", language, before=before)
        or _days(deadline, language)
        or spoken_duration(deadline.duration or "", language)
        or word(f"time-{deadline.kind.value}", language)
    )


def _days(deadline: Deadline, language: Language) -> str:
    first, last = _day(deadline.start), _day(deadline.due)
    if first and last:
        return first if first == last else f"{first} - {last}"
    if last:
        before = deadline.modality is Modality.BEFORE
        return word("show-before" if before else "show-until", language, day=last)
    return word("show-from", language, day=first) if first else ""


def _references(plan: Plan, language: Language) -> Iterator[RenderableType]:
    rows = [
        (
            reference_name(item),
            _day(item.issued_on) or "",
            item.issuer or "",
            str(len(item.mentions)),
        )
        for item in plan.references
        if item.role.value != "self"
    ]
    columns = ("reference", "issued", "issuer", "mentions")
    yield from _listed("references", columns, rows, language)


def _listed(
    name: str, columns: Iterable[str], rows: Sequence[tuple[str, ...]], language: Language
) -> Iterator[RenderableType]:
    if not rows:
        return
    table = _table(word(f"show-{name}", language, count=len(rows)))
    table.show_lines = False
    table.padding = (0, 1, 0, 0)
    for code in columns:
        table.add_column(word(f"show-{code}", language), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    yield Group(Text(), table)


# --------------------------------------------------------------------- diagnostics


def _diagnostics(plan: Plan, language: Language) -> Iterator[RenderableType]:
    if not plan.diagnostics:
        return
    starts = [0, *(i + 1 for i, letter in enumerate(plan.text) if letter == "\n")]
    lines = [Text(word("show-diagnostics", language, count=len(plan.diagnostics)), "bold")]
    for item in plan.diagnostics:
        at = ""
        if item.span:
            number = bisect_right(starts, item.span[0])
            at = word("show-line", language, number=number) + ": "
        severity = word(f"severity-{item.severity.value}", language)
        lines.append(Text.assemble((f"{severity}: ", _STYLES[item.severity]), at, item.message))
        if item.span:
            lines.append(Text(f"    {_context(plan.text, *item.span)}", "dim"))
    yield Group(Text(), *lines)


def _context(text: str, start: int, end: int) -> str:
    """Return the words of a span with those around it in its line."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before = text[first:start].split(" ")[-_AROUND - 1 :]
    after = text[end : last if last >= 0 else len(text)].split(" ")[: _AROUND + 1]
    inside = " ".join(text[start:end].split())[:_CONTEXT]
    return f"{' '.join(before)}{inside}{' '.join(after)}".strip()
