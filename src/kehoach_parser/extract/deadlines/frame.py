"""The frame of a plan's dates: when it was issued, its own period, the year for dates without."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.moments import MONTHS, Moment, Unit
from kehoach_parser.model import YearSource
from kehoach_parser.text.patterns import pattern

_SCHOOL_START: Final = 8  # a school year's dates from August on are in its first year
_HALF_YEAR: Final = timedelta(days=182)
"""How far back the days lie that an article names without their year."""

_SCHOOL: Final = pattern(r"(?i:năm\s+học(?:\s+mới)?)\s*:?\s+((?:19|20)\d\d)")


class Timeframe(NamedTuple):
    """What a date of the plan is read against.

    `year` is the plan's own year (its title's), or else the document's; `source` says which.
    `school` is the first year of a school year (`năm học 2025-2026`), `earliest` the first day
    on which it can have been issued: of a blank date the first of its month or year. `own` is
    the document's own type in lower case (`quyết định`). `news` is for an article, which tells
    of what was and what will be; its day is the one on which it was posted.
    """

    issued_on: date | None = None
    start: date | None = None
    end: date | None = None
    year: int | None = None
    source: YearSource = YearSource.DOCUMENT
    school: int | None = None
    earliest: date | None = None
    own: str = ""
    news: bool = False

    @property
    def reference(self) -> date | None:
        """The day before which everything is past: the issue date, else the start of its year.

        A plan without any date may have been issued in the year before its period.
        """
        if self.earliest:
            return self.earliest
        year = self.start.year - 1 if self.start else self.year
        return date(year, 1, 1) if year else None

    def year_of(self, moment: Moment, sibling: int | None = None) -> tuple[int, YearSource] | None:
        """Return the year that a moment is in and where it came from, null where nothing says it.

        Order: its own year, a sibling's (the column's header), the plan's, the document's; of
        the last two the plan's wins because plans for a year are issued in the December before.
        """
        if moment.year:
            return moment.year, YearSource.EXPLICIT
        if sibling:
            return sibling, YearSource.SIBLING
        month = moment.month or moment.first
        if moment.unit is Unit.LUNAR:  # about a month later in the solar year
            month = month % MONTHS + 1
        if self.school:
            return self.school + (month < _SCHOOL_START), YearSource.PLAN
        if self.year is None:
            return None
        if self.source is YearSource.DOCUMENT and self.earliest:
            told = self.news and moment.unit in {Unit.DAY, Unit.LUNAR}
            day = self.earliest - _HALF_YEAR if told else self.earliest
            return self._first_after(moment, day), YearSource.DOCUMENT
        return self.year + self._is_next_winter(moment), self.source

    def _is_next_winter(self, moment: Moment) -> bool:
        """Tell whether a lunar day of the plan's year was over when the plan was issued.

        In a plan for 2023, issued in October, `25 tháng Chạp` is in February 2024.
        """
        bounds = moment.bounds(self.year or 0) if moment.unit is Unit.LUNAR else None
        return bool(bounds and self.earliest and bounds[1] < self.earliest)

    @staticmethod
    def _first_after(moment: Moment, day: date) -> int:
        """Return the year of the first occurrence that does not end before a day."""
        if moment.unit is Unit.YEAR:
            return day.year
        bounds = moment.bounds(day.year)
        return day.year if bounds is None or bounds[1] >= day else day.year + 1


def timeframe(
    issued_on: date | None,
    start: date | None,
    end: date | None,
    words: str = "",
    blank: date | None = None,
    own: str = "",
) -> Timeframe:
    """Return the frame of a plan from its issue date, period and the words of the period.

    `blank` is the first day that an issue date without day or month can mean, `own` the
    document's own type.
    """
    earliest = issued_on or blank
    known = earliest.year if earliest else None
    school = _SCHOOL.search(words)
    frame = Timeframe(issued_on, start, end, known, earliest=earliest, own=own)
    if school:
        return frame._replace(school=int(school[1]))
    if start and end and (start.year == end.year or known is None):
        return frame._replace(year=start.year, source=YearSource.PLAN)
    return frame
