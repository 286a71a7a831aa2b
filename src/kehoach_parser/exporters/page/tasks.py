"""Tasks as the page lists them, and the choices by which they are filtered."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from kehoach_parser.exporters.duties import reference_name
from kehoach_parser.exporters.page.timeline import day_of
from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.model import Deadline, DeadlineKind, Plan, ReferenceRole, Task

_REPEATING: Final = (DeadlineKind.RECURRING, DeadlineKind.ONGOING)


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
    repeats: str
    missing: str
    leads: str
    units: str
    days: str


class Choice(NamedTuple):
    """An entry of a filter: its value, its words and how many tasks it leaves."""

    value: str
    words: str
    many: int


def task_cards(plan: Plan, say: Wording) -> tuple[TaskCard, ...]:
    """Return the tasks in the document's order."""
    units = {unit.key: unit.id for unit in plan.units}
    units |= {unit_key(unit.name): unit.id for unit in plan.units}
    deadlines = {item.id: item for item in plan.deadlines}
    bases = _bases(plan)
    paths = {task.id: task.path or task.id for task in plan.tasks}
    found = (_card(task, units, deadlines, bases, say) for task in plan.tasks)
    return tuple(card._replace(repeats=paths.get(card.task.same_as or "", "")) for card in found)


def _card(
    task: Task,
    units: Mapping[str, str],
    deadlines: Mapping[str, Deadline],
    bases: Mapping[str, Named],
    say: Wording,
) -> TaskCard:
    lead, helping, approving = (
        tuple(Named(name, units.get(unit_key(name))) for name in names)
        for names in (task.lead, task.coordinating, task.approving)
    )
    times = tuple(deadlines[name] for name in task.deadlines if name in deadlines)
    return TaskCard(
        task, lead, helping, approving, times,
        tuple(bases[name] for name in task.citations if name in bases),
        "", _missing(task, say), _ids(lead), _ids((*lead, *helping)), days_of(times),
    )  # fmt: skip


def _bases(plan: Plan) -> dict[str, Named]:
    """Return the name of the other document that each mention means, by the mention's id."""
    others = (item for item in plan.references if item.role is not ReferenceRole.SELF)
    names = {item.id: reference_name(item) for item in others}
    return {
        item.id: Named(names[item.reference], item.id)
        for item in plan.citations
        if item.reference in names
    }


def days_of(deadlines: Iterable[Deadline]) -> str:
    """Return what the time filter looks at: last days, `r` for what repeats, `x` for the rest.

    A first day that has no last one ends in `+`.
    """
    return " ".join(dict.fromkeys(map(_day_word, deadlines)))


def _day_word(deadline: Deadline) -> str:
    if day := day_of(deadline):
        return day.isoformat() if deadline.due else f"{day.isoformat()}+"
    return "r" if deadline.kind in _REPEATING else "x"


def brief(text: str, most: int = 60) -> str:
    """Return the first words of a text.

    >>> brief("Rà soát " * 20, 12)
    'Rà soát Rà …'
    """
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


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
    return tuple(sorted(found, key=lambda choice: -choice.many))


def month_choices(deadlines: Iterable[Deadline], say: Wording) -> tuple[Choice, ...]:
    """Return the months in which something falls due, in order."""
    counts = Counter(item.due.isoformat()[:7] for item in deadlines if item.due)
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
