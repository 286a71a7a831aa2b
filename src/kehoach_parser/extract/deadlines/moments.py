"""Stretches of the calendar that words name: days, months, quarters, halves, years."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from enum import IntEnum
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines import lunar

MONTHS: Final = 12
LAST_WEEK: Final = 5
"""The number of a month's last week, however many it has."""
_QUARTER_CODE: Final = 32  # ISO 8601-2: quarters are 33 to 36
_HALF_CODES: Final = {(1, 6): 40, (7, 12): 41}  # ISO 8601-2: halves


class Unit(IntEnum):
    """The grain of a stretch."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    QUARTER = 3
    HALF = 4
    YEAR = 5
    DECADE = 6
    LUNAR = 7


_WITHOUT_CODE: Final = frozenset((Unit.DAY, Unit.WEEK, Unit.DECADE, Unit.LUNAR))


class Part(IntEnum):
    """The part of a stretch: đầu, giữa, cuối; nửa đầu, nửa cuối."""

    FIRST = 1
    MIDDLE = 2
    LAST = 3
    FIRST_HALF = 4
    LAST_HALF = 5


class Moment(NamedTuple):
    """A stretch of the calendar; `year` is null where the words give none.

    `first` and `last` are days of `month` (unit DAY; LUNAR: of a lunar month), the number of a
    week in `month` (WEEK, 5 is the last one) or of a third of it (DECADE: thượng, trung, hạ
    tuần), months of the year (MONTH, QUARTER, HALF), or years (YEAR). `listed` holds the months
    or the last months of quarters that a list with gaps names (`tháng 3, 6, 9, 12`). `part` is
    what of it is meant as the edge of a range (`từ giữa quý I đến …`), null for all.
    """

    unit: Unit
    first: int
    last: int
    year: int | None = None
    month: int = 0
    listed: tuple[int, ...] = ()
    part: Part | None = None

    def bounds(self, year: int) -> tuple[date, date] | None:
        """Return the first and last day, null where there is no such day.

        `year` fills a missing year. Months that run over the year's end begin the year before.
        """
        whole = self._whole(year)
        return narrowed(*whole, self.part) if whole and self.part else whole

    def _whole(self, year: int) -> tuple[date, date] | None:
        year = self.year or year
        if not 1 <= year < MAXYEAR:
            return None
        if self.unit is Unit.YEAR:
            return date(self.first, 1, 1), date(self.last, 12, 31)
        if self.unit is Unit.LUNAR:
            return self._lunar(year)
        if self.month:
            return self._days_of_month(year)
        start = year - (self.first > self.last)
        return date(start, self.first, 1), month_end(year, self.last)

    def edtf(self, year: int) -> str | None:
        """Return the ISO 8601-2 form of a stretch that is no day, null for days and for parts."""
        year = self.year or year
        if self.part or self.unit in _WITHOUT_CODE:
            return None
        if self.unit is Unit.YEAR:
            return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"
        half = _HALF_CODES.get((self.first, self.last))
        if self.unit is Unit.HALF and half:
            return f"{year}-{half}"
        if self.unit is Unit.QUARTER or self.listed:
            return self._set(year)
        if self.first == self.last:
            return f"{year}-{self.first:02}"
        return f"{year - (self.first > self.last)}-{self.first:02}/{year}-{self.last:02}"

    def months(self) -> list[int]:
        """Return the months of a stretch of months, those between in a list left out."""
        if self.unit is Unit.QUARTER:
            return [month for end in self._quarter_ends() for month in range(end - 2, end + 1)]
        return list(self.listed or range(self.first, self.last + 1))

    def _quarter_ends(self) -> tuple[int, ...]:
        return self.listed or tuple(range(self.first + 2, self.last + 1, 3))

    def _set(self, year: int) -> str:
        """Return the code of one quarter, or the set of several quarters or months."""
        if self.unit is Unit.QUARTER:
            codes = [f"{year}-{_QUARTER_CODE + month // 3}" for month in self._quarter_ends()]
        else:
            codes = [f"{year}-{month:02}" for month in self.listed]
        return codes[0] if len(codes) == 1 else "{" + ",".join(codes) + "}"

    def _days_of_month(self, year: int) -> tuple[date, date] | None:
        if self.unit is Unit.WEEK:
            return _week(year, self.month, self.first)[0], _week(year, self.month, self.last)[1]
        if self.unit is Unit.DECADE:
            return _decade(year, self.month, self.first)
        return _days(year, self.month, self.first, self.last)

    def _lunar(self, year: int) -> tuple[date, date] | None:
        """Return the solar days; a year that the words name is the lunar one."""
        find = lunar.lunar_day if self.year else lunar.within_solar_year
        first, last = (find(year, self.month, day) for day in (self.first, self.last))
        return (first, last) if first and last else None


def _days(year: int, month: int, first: int, last: int) -> tuple[date, date] | None:
    """Return two days of a month; negative numbers count from its end."""
    length = monthrange(year, month)[1] if 1 <= month <= MONTHS else 0
    first, last = (day if day > 0 else length + 1 + day for day in (first, last))
    try:
        return date(year, month, first), date(year, month, last)
    except ValueError:
        return None


def _week(year: int, month: int, number: int) -> tuple[date, date]:
    """Return what both readings of a week cover: days 15-21, or the third Monday's week."""
    end = month_end(year, month)
    if number >= LAST_WEEK:
        monday = end - timedelta(days=end.weekday())
        return min(monday, end - timedelta(days=6)), end
    first = date(year, month, 7 * number - 6)
    monday = date(year, month, 1) + timedelta(
        days=-date(year, month, 1).weekday() % 7 + 7 * number - 7
    )
    return min(first, monday), min(max(first, monday) + timedelta(days=6), end)


def _decade(year: int, month: int, number: int) -> tuple[date, date]:
    """Return days 1-10, 11-20, or 21 to the month's end."""
    first = date(year, month, 10 * number - 9)
    end = month_end(year, month)
    return first, end if number == Part.LAST else first + timedelta(days=9)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month.

    >>> month_end(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1])


def narrowed(start: date, end: date, part: Part) -> tuple[date, date]:
    """Return the first, middle or last third of a stretch (đầu, giữa, cuối), or its half.

    >>> narrowed(date(2026, 4, 1), date(2026, 4, 30), Part.MIDDLE)
    (datetime.date(2026, 4, 11), datetime.date(2026, 4, 20))
    """
    days = (end - start).days + 1
    third, two = timedelta(days=days // 3), timedelta(days=2 * days // 3)
    one_day = timedelta(days=1)
    if part is Part.FIRST_HALF:
        return start, start + timedelta(days=days // 2 - 1)
    if part is Part.LAST_HALF:
        return start + timedelta(days=days // 2), end
    if part is Part.FIRST:
        return start, start + third - one_day
    if part is Part.MIDDLE:
        return start + third, start + two - one_day
    return start + two, end
