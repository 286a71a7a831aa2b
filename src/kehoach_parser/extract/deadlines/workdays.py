"""Counting terms: calendar days, working days, and days off (BLDS 2015, điều 147 and 148)."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kehoach_parser.extract.deadlines.moments import MONTHS, month_end

if TYPE_CHECKING:
    from holidays import HolidayBase

WEEK = 7


def counted(day: date, count: int, unit: str) -> date:
    """Return the last day of a term that is counted from the day after `day`.

    `unit` is D, BD (working days), W, M or Y. Months and years end on the corresponding day, or on
    the month's last day.

    >>> counted(date(2024, 1, 31), 1, "M"), counted(date(2024, 2, 5), 10, "BD")
    (datetime.date(2024, 2, 29), datetime.date(2024, 2, 26))
    """
    if unit == "BD":
        return _calendar().get_nth_working_day(day, count)
    if unit in {"D", "W"}:
        return day + timedelta(days=count * (WEEK if unit == "W" else 1))
    months = day.month - 1 + count * (MONTHS if unit == "Y" else 1)
    end = month_end(day.year + months // MONTHS, months % MONTHS + 1)
    return end.replace(day=min(day.day, end.day))


def working_day(day: date) -> date:
    """Return the day, or the next working day after a day off.

    >>> working_day(date(2026, 2, 17))
    datetime.date(2026, 2, 23)
    """
    calendar = _calendar()
    return day if calendar.is_working_day(day) else calendar.get_nth_working_day(day, 1)


@cache
def _calendar() -> "HolidayBase":
    """Return Vietnam's days off; loaded on first use, few plans count days."""
    from holidays import country_holidays

    return country_holidays("VN")
