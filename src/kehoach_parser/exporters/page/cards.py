"""Tasks, citations and the head as the page's lists show them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.exporters.page.facts import places
from kehoach_parser.exporters.page.timeline import day_of
from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.model import Deadline, DeadlineKind, Metadata, Plan, Reference, Source, Task

_ROLES: Final = ("implements", "basis", "amends", "replaces", "mentions", "self")
_REPEATING: Final = (DeadlineKind.RECURRING, DeadlineKind.ONGOING)
_KILO: Final = 1024
_BRIEF: Final = 90


class Named(NamedTuple):
    """Words and the fact that they name (null where the plan has none)."""

    words: str
    fact: str | None


class TaskCard(NamedTuple):
    """A task with what belongs to it; `leads`, `units` and `days` are what filters look at."""

    task: Task
    lead: tuple[Named, ...]
    coordinating: tuple[Named, ...]
    approving: tuple[Named, ...]
    deadlines: tuple[Deadline, ...]
    bases: tuple[Named, ...]
    missing: str
    leads: str
    units: str
    days: str


class Choice(NamedTuple):
    """An entry of a filter: its value, its words and how many tasks it leaves."""

    value: str
    words: str
    count: int


class ReferenceCard(NamedTuple):
    """A cited document with the ids of its mentions."""

    name: str
    facts: tuple[str, ...]
    reference: Reference | None


class ReferenceGroup(NamedTuple):
    """Cited documents of one role."""

    heading: str
    cards: tuple[ReferenceCard, ...]


class Field(NamedTuple):
    """A line of the document's head: its heading, and what the document says there."""

    heading: str
    values: tuple[Named, ...]


# --------------------------------------------------------------------- tasks


def task_cards(plan: Plan, say: Wording) -> tuple[TaskCard, ...]:
    """Return the tasks in the document's order."""
    units = {unit.key: unit.id for unit in plan.units}
    units |= {unit_key(unit.name): unit.id for unit in plan.units}
    deadlines = {item.id: item for item in plan.deadlines}
    citations = {item.id: item for item in plan.citations}
    references = {item.id: item for item in plan.references}
    cards: list[TaskCard] = []
    for task in plan.tasks:
        lead, helping, approving = (
            tuple(Named(name, units.get(unit_key(name))) for name in names)
            for names in (task.lead, task.coordinating, task.approving)
        )
        times = tuple(deadlines[name] for name in task.deadlines if name in deadlines)
        bases = tuple(
            Named(name_of(reference), citation.id)
            for citation in (citations[name] for name in task.citations if name in citations)
            if (reference := references.get(citation.reference or ""))
        )
        cards.append(TaskCard(
            task, lead, helping, approving, times, bases, _missing(task, say),
            _ids(lead), _ids((*lead, *helping)), days_of(times),
        ))  # fmt: skip
    return tuple(cards)


def days_of(deadlines: Iterable[Deadline]) -> str:
    """Return what the time filter looks at: last days, `r` for what repeats, `x` for the rest."""
    found = [
        day.isoformat() if (day := day_of(item)) else "r" if item.kind in _REPEATING else "x"
        for item in deadlines
    ]
    return " ".join(dict.fromkeys(found))


def brief(text: str) -> str:
    """Return the first words of a text.

    >>> brief("Rà soát " * 20)[-12:]
    'Rà soát Rà …'
    """
    return text if len(text) <= _BRIEF else text[:_BRIEF].rsplit(" ", 1)[0] + " …"


def _ids(names: Iterable[Named]) -> str:
    return " ".join(dict.fromkeys(item.fact for item in names if item.fact))


def _missing(task: Task, say: Wording) -> str:
    """Return what of the "5 rõ" a task does not say."""
    names = ("work", "people", "time", "result", "responsibility")
    said = zip(names, task.clarity.five, strict=True)
    return ", ".join(say(f"clear-{name}") for name, clear in said if not clear)


def unit_choices(plan: Plan, cards: Sequence[TaskCard]) -> tuple[Choice, ...]:
    """Return the bodies that lead or help, the busiest first."""
    counts = Counter(name for card in cards for name in card.units.split())
    found = [Choice(unit.id, unit.name, counts[unit.id]) for unit in plan.units if counts[unit.id]]
    return tuple(sorted(found, key=lambda choice: -choice.count))


def month_choices(deadlines: Iterable[Deadline], say: Wording) -> tuple[Choice, ...]:
    """Return the months in which something falls due, in order."""
    counts = Counter(f"{item.due:%Y-%m}" for item in deadlines if item.due)
    return tuple(
        Choice(value, say("month", month=int(value[5:]), year=int(value[:4])), count)
        for value, count in sorted(counts.items())
    )


def tasks_of_deadlines(cards: Iterable[TaskCard]) -> dict[str, list[TaskCard]]:
    """Return the tasks that each deadline binds, by its id."""
    found: dict[str, list[TaskCard]] = {}
    for card in cards:
        for deadline in card.deadlines:
            found.setdefault(deadline.id, []).append(card)
    return found


# --------------------------------------------------------------------- citations


def name_of(reference: Reference) -> str:
    """Return what people call a cited document: type and number, of a law its title."""
    if reference.code is None:
        return reference.title or reference.type_name or ""
    return " ".join(filter(None, (reference.type_name, reference.code)))


def reference_groups(plan: Plan, say: Wording) -> tuple[ReferenceGroup, ...]:
    """Return the cited documents by role, then the mentions whose document is open."""
    groups = [
        ReferenceGroup(say(f"reference-{role}"), tuple(_of_role(plan, role))) for role in _ROLES
    ]
    cards = [
        ReferenceCard(item.text, (item.id,), None)
        for item in plan.citations
        if item.reference is None
    ]
    groups.append(ReferenceGroup(say("open-citation").capitalize(), tuple(cards)))
    return tuple(group for group in groups if group.cards)


def _of_role(plan: Plan, role: str) -> Iterator[ReferenceCard]:
    for reference in plan.references:
        if reference.role.value == role:
            yield ReferenceCard(name_of(reference), reference.mentions, reference)


# --------------------------------------------------------------------- head


def head_fields(plan: Plan, say: Wording) -> tuple[Field, ...]:
    """Return what the head says, and which file it stands in; what is unknown is left out."""
    fields = (
        Field(say(f"field-{name}"), tuple(value for value in values if value.words))
        for name, values in (*_head(plan.metadata, say), *_file(plan.source, say))
    )
    return tuple(field for field in fields if field.values)


def _head(metadata: Metadata, say: Wording) -> Iterator[tuple[str, Iterable[Named]]]:
    place = places(metadata)
    kind, issuer, attached = metadata.document_type, metadata.issuer, metadata.attached
    yield "document_type", [Named(kind.name if kind else "", place.get("document_type"))]
    yield "code", [Named(_code(metadata), place.get("code") or place.get("symbol"))]
    bodies = (issuer.parent, issuer.name) if issuer else ()
    yield "issuer", [Named(" · ".join(filter(None, bodies)), place.get("issuer"))]
    yield "place", [Named(metadata.place or "", place.get("place"))]
    day = say.day(metadata.issued_on) if metadata.issued_on else ""
    yield "issued_on", [Named(day, place.get("issued_on"))]
    yield "title", [Named(metadata.title or "", place.get("title"))]
    plan = f"{attached.document_type.name}: {attached.title or ''}" if attached else ""
    yield "attached", [Named(plan, place.get("attached"))]
    yield "period", [Named(metadata.period.text if metadata.period else "", None)]
    yield "urgency", [Named(metadata.urgency or "", place.get("urgency"))]
    yield "secrecy", [Named(metadata.secrecy or "", place.get("secrecy"))]
    yield "signers", _signers(metadata)
    yield "recipients", [Named(item, None) for item in metadata.recipients]
    yield "signatures", [Named(item.signer, None) for item in metadata.signatures]


def _code(metadata: Metadata) -> str:
    return metadata.code or (f"…/{metadata.symbol}" if metadata.symbol else "")


def _signers(metadata: Metadata) -> Iterator[Named]:
    for number, signer in enumerate(metadata.signers, 1):
        post = " ".join(filter(None, (signer.capacity, signer.position)))
        words = f"{signer.name} ({post})" if post else signer.name
        yield Named(words, f"m-signer{number}" if signer.span else None)


def _file(source: Source, say: Wording) -> Iterator[tuple[str, Iterable[Named]]]:
    size = f"{-(-source.bytes // _KILO)} KB"
    name = say("file", name=source.name, format=source.format.value, size=size)
    pages = say("file-pages", pages=source.pages) if source.pages else ""
    yield "file", [Named(", ".join(filter(None, (name, pages))), None)]
    yield "parser", [Named(", ".join(filter(None, (source.parser, source.ocr))), None)]
    yield "sha256", [Named(source.sha256, None)]
