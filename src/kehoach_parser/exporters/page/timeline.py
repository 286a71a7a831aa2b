"""Deadlines in the order of time: groups for the list, and bars for the overview."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.model import Deadline, DeadlineKind, DeadlineRole

WIDTH: Final = 640
HEIGHT: Final = 56
_GAP: Final = 2
_WIDEST: Final = 40
_MOST_MONTHS: Final = 36
_MOST_QUARTERS: Final = 48
_UNDATED: Final = (
    DeadlineKind.RECURRING, DeadlineKind.ONGOING, DeadlineKind.CONDITIONAL,
    DeadlineKind.RELATIVE, DeadlineKind.FUZZY, DeadlineKind.DATE, DeadlineKind.INTERVAL,
)  # fmt: skip
"""Groups of what names no day, in the order of the list."""


class Group(NamedTuple):
    """Deadlines under one heading; `name` is the heading's anchor."""

    name: str
    heading: str
    deadlines: tuple[Deadline, ...]


class Bar(NamedTuple):
    """A bar of the overview in its own units: it leads to the group `name`."""

    name: str
    label: str
    x: float
    y: float
    width: float
    height: float


class Tick(NamedTuple):
    """A year below the bars."""

    x: float
    text: str


class Overview(NamedTuple):
    """How many deadlines fall due in each month, quarter or year of a plan."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def day_of(deadline: Deadline) -> date | None:
    """Return the day by which a deadline is sorted: its last, else its first."""
    return deadline.due or deadline.start


def groups(deadlines: Iterable[Deadline], say: Wording) -> tuple[Group, ...]:
    """Return all deadlines: month by month, then what names no day, then the plan's periods."""
    periods = [item for item in deadlines if item.role is DeadlineRole.PERIOD]
    others = [item for item in deadlines if item.role is not DeadlineRole.PERIOD]
    last = [Group("w-period", say("group-period"), tuple(periods))] if periods else []
    return (*_months(others, say), *_undated(others, say), *last)


def _months(deadlines: Iterable[Deadline], say: Wording) -> Iterator[Group]:
    dated = [(day, item) for item in deadlines if (day := day_of(item))]
    dated.sort(key=itemgetter(0))
    for (year, month), items in groupby(dated, key=lambda pair: (pair[0].year, pair[0].month)):
        heading = say("month", month=month, year=year)
        yield Group(_anchor(year, month), heading, tuple(item for _, item in items))


def _undated(deadlines: Iterable[Deadline], say: Wording) -> Iterator[Group]:
    undated = [item for item in deadlines if day_of(item) is None]
    named = [(say(f"kind-{kind.value}"), kind) for kind in _UNDATED]
    for heading, kinds in groupby(named, key=itemgetter(0)):
        wanted = {kind for _, kind in kinds}
        items = tuple(item for item in undated if item.kind in wanted)
        if items:
            yield Group(f"w-{items[0].kind.value}", heading, items)


def _anchor(year: int, month: int) -> str:
    return f"w-{year}-{month:02}"


# --------------------------------------------------------------------- overview


class _Scale(NamedTuple):
    """How time is cut: `months` in a step, and the code of the words for a step."""

    months: int
    code: str


def overview(deadlines: Iterable[Deadline], say: Wording) -> Overview | None:
    """Return the bars of a plan's deadlines, null where fewer than two steps have one."""
    days = sorted(
        day for item in deadlines
        if item.role is not DeadlineRole.PERIOD and (day := day_of(item))
    )  # fmt: skip
    if not days or _number(days[0]) == _number(days[-1]):
        return None
    scale = _scale(_number(days[-1]) - _number(days[0]) + 1)
    counts = Counter(_number(day) // scale.months for day in days)
    first: dict[int, date] = {}
    for day in days:
        first.setdefault(_number(day) // scale.months, day)
    steps = range(min(counts), max(counts) + 1)
    step = min(WIDTH / len(steps), _WIDEST)
    return Overview(
        tuple(_bars(counts, first, step, scale, say)), tuple(_ticks(steps, step, scale))
    )


def _number(day: date) -> int:
    """Return the number of a day's month, counted from year 0."""
    return day.year * 12 + day.month - 1


def _scale(months: int) -> _Scale:
    if months <= _MOST_MONTHS:
        return _Scale(1, "month")
    return _Scale(3, "quarter") if months <= _MOST_QUARTERS * 3 else _Scale(12, "year")


def _bars(
    counts: Counter[int], first: dict[int, date], step: float, scale: _Scale, say: Wording
) -> Iterator[Bar]:
    highest = max(counts.values())
    start = min(counts)
    for number, count in sorted(counts.items()):
        day = first[number]
        period = say(scale.code, year=day.year, month=day.month, quarter=(day.month + 2) // 3)
        height = max(HEIGHT * count / highest, 3)
        yield Bar(
            _anchor(day.year, day.month),
            say("bar", period=period, count=count),
            round((number - start) * step, 1),
            round(HEIGHT - height, 1),
            round(max(step - _GAP, 1), 1),
            round(height, 1),
        )


def _ticks(steps: Sequence[int], step: float, scale: _Scale) -> Iterator[Tick]:
    """Return a year at its first step; where many are shown, those that find room."""
    last = -WIDTH
    for index, number in enumerate(steps):
        year, month = divmod(number * scale.months, 12)
        begins = index == 0 or month < scale.months
        if begins and index * step - last >= _WIDEST:
            last = round(index * step)
            yield Tick(round(index * step, 1), str(year))
