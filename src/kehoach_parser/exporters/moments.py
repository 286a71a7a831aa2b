"""When a deadline stands in a calendar: its day or days, its hour, and how it comes again."""

from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from kehoach_parser.exporters.duties import last_day
from kehoach_parser.model import Deadline, DeadlineRole, Modality, Plan

_SPANNING: Final = (DeadlineRole.PERIOD, DeadlineRole.EVENT)
"""Roles whose time is a stretch of days; a deadline stands on its last day alone."""

_MONTHS: Final = 12
_WITHIN_DAY: Final = frozenset(("MINUTELY", "HOURLY"))
_DAY_BEFORE: Final = {
    "MO": "SU", "TU": "MO", "WE": "TU", "TH": "WE", "FR": "TH", "SA": "FR", "SU": "SA",
}  # fmt: skip
_BY_DAY: Final = frozenset({"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYEASTER"})
_LAST_DAYS: Final = {
    "YEARLY": {"BYMONTH": "12", "BYMONTHDAY": "-1"},
    "MONTHLY": {"BYMONTHDAY": "-1"},
    "WEEKLY": {"BYDAY": "FR"},
}
"""The day of a recurrence that names none (`hằng quý`): the last one of each period."""


class Moment(NamedTuple):
    """First and last day, inclusive; `hour` where the words have one.

    `rule` is a recurrence (RFC 5545) that begins on `first`; its day is `assumed` where the
    words name none.
    """

    first: date
    last: date
    hour: time | None = None
    rule: str | None = None
    assumed: bool = False


def moment_of(deadline: Deadline, plan: Plan) -> Moment | None:
    """Return when a deadline stands in a calendar, null where its words name no time."""
    hour = _hour(deadline.time)
    if deadline.rrule and (moment := _recurring(deadline, plan)):
        return moment._replace(hour=hour)
    day = last_day(deadline) or deadline.start
    if day is None:
        return None
    first = deadline.start if deadline.role in _SPANNING else None
    return Moment(first if first and first <= day else day, day, hour)


def _hour(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def _recurring(deadline: Deadline, plan: Plan) -> Moment | None:
    """Return a recurrence from the plan's own time on, null where that time is not known.

    What recurs within a day (`02 giờ/lần`) is no entry of a calendar of days.
    """
    parts = dict(part.split("=", 1) for part in (deadline.rrule or "").split(";") if "=" in part)
    base = deadline.start or _beginning(plan)
    if base is None or parts.get("FREQ") in _WITHIN_DAY:
        return None
    assumed = not _BY_DAY & set(parts)
    if assumed:
        parts = {**_LAST_DAYS.get(parts.get("FREQ", ""), {}), **parts}
    elif deadline.modality is Modality.BEFORE and deadline.time is None:
        parts = _the_day_before(parts)
    first = _first(parts, base)
    if first is None:
        return None
    end = plan.metadata.period.end if plan.metadata.period else None
    if end and first <= end and not {"UNTIL", "COUNT"} & set(parts):
        parts["UNTIL"] = _until(end, _hour(deadline.time))
    return Moment(first, first, rule=_joined(parts), assumed=assumed)


def _the_day_before(parts: dict[str, str]) -> dict[str, str]:
    """Return a rule whose days of the month each fall a day earlier: `trước ngày 20 hằng tháng`.

    >>> _the_day_before({"FREQ": "YEARLY", "BYMONTH": "1,7", "BYMONTHDAY": "1"})
    {'FREQ': 'YEARLY', 'BYMONTH': '12,6', 'BYMONTHDAY': '-1'}
    >>> _the_day_before({"FREQ": "WEEKLY", "BYDAY": "FR"})
    {'FREQ': 'WEEKLY', 'BYDAY': 'TH'}
    """
    days, weekday = parts.get("BYMONTHDAY", ""), parts.get("BYDAY", "")
    if weekday in _DAY_BEFORE:
        return {**parts, "BYDAY": _DAY_BEFORE[weekday]}
    if days == "1":
        months = [int(month) for month in parts.get("BYMONTH", "").split(",") if month.isdecimal()]
        shifted = ",".join(str(month - 1 or _MONTHS) for month in months)
        return {**parts, **({"BYMONTH": shifted} if shifted else {}), "BYMONTHDAY": "-1"}
    if all(day.isdecimal() and int(day) > 1 for day in days.split(",")):
        return {**parts, "BYMONTHDAY": ",".join(str(int(day) - 1) for day in days.split(","))}
    return parts


def _beginning(plan: Plan) -> date | None:
    """Return the later of the day a plan was issued and the day its period begins."""
    begun = plan.metadata.period.start if plan.metadata.period else None
    return max(filter(None, (plan.metadata.issued_on, begun)), default=None)


def _first(parts: dict[str, str], base: date) -> date | None:
    """Return the first day of a rule from `base` on, null where the rule makes no sense."""
    from dateutil.rrule import rrulestr

    try:
        steps = int(parts.get("INTERVAL", "1"))
        start = datetime.combine(base, time())
        aligned = _aligned(start, steps) if parts.get("FREQ") == "MONTHLY" else start
        found = rrulestr(_joined(parts), dtstart=aligned).after(start, inc=True)
    except ValueError:
        return None
    return found.date() if found else None


def _aligned(start: datetime, steps: int) -> datetime:
    """Return the first of the month in which a period of several months ends, June of a half year.

    >>> _aligned(datetime(2026, 4, 9), 3).month
    6
    """
    if steps <= 1 or _MONTHS % steps:
        return start
    return start.replace(day=1, month=-(-start.month // steps) * steps)


def _until(end: date, hour: time | None) -> str:
    """Return the end of a rule: a day; with an hour the end of that day in Vietnam as UTC."""
    if hour is None:
        return f"{end:%Y%m%d}"
    return f"{datetime.combine(end, time(23, 59, 59)) - timedelta(hours=7):%Y%m%dT%H%M%SZ}"


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
