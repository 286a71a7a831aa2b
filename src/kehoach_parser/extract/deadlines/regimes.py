"""What recurs by the words before its day: `báo cáo năm gửi trước ngày 15/12`, `hằng năm …`.

In the plan of one year it is a day; in a plan of several years, or of none, each year has one.
"""

from dataclasses import replace
from typing import Final

from kehoach_parser.extract.deadlines.anchors import yearly_day
from kehoach_parser.extract.deadlines.case import Case
from kehoach_parser.extract.deadlines.expression import LIMITS
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.extract.deadlines.normal import Normal
from kehoach_parser.model import DeadlineKind
from kehoach_parser.text.patterns import pattern

_OF_KIND: Final = pattern(
    r"báo\scáo\s(?:định\skỳ\s|tổng\skết\s|sơ\skết\s)?(?:hằng\s|hàng\s)?"
    r"(?:năm(?!\s(?:\d|học))|0?[69]\stháng(?:\s(?:đầu|cuối)\snăm)?(?!\s(?:\d|năm|đầu|cuối)))[^.;:]*\Z"
)
_EACH_YEAR: Final = pattern(r"\b(?:hằng|hàng)\snăm\b[^.;:]*\Z")
_EACH_YEARS: Final = ("hằng năm", "hàng năm")
_YEARLY: Final = pattern(r"(?:\W*(?:định\skỳ,?\s)?(?:hằng|hàng)\snăm)\b[^.;:]*\Z")
"""A sentence about each year: `Hằng năm, …, báo cáo trước ngày 15/12`."""

_DAYS: Final = pattern(r"P(\d+)D\Z")


def with_regime(case: Case) -> Case:
    """Return the case, a recurring one where the words before a day say so."""
    expression, frame = case.expression, case.frame
    if expression.anchor and case.value.due is None:
        return _after_period(case, expression.anchor)
    if len(expression.moments) != 1 or expression.limit not in LIMITS:
        return case
    day = expression.moments[0]
    if day.unit is not Unit.DAY or day.year:
        return case
    before = case.place.before
    one_year = frame.school or (frame.start and frame.end and frame.start.year == frame.end.year)
    yearly = any(words in before for words in _EACH_YEARS)
    if yearly and _YEARLY.fullmatch(before):
        return _each_year(case, day.month, day.last)
    if one_year or not ((yearly and _EACH_YEAR.search(before)) or _OF_KIND.search(before)):
        return case
    return _each_year(case, day.month, day.last)


def _after_period(case: Case, anchor: str) -> Case:
    """Read `45 ngày kể từ ngày kết thúc 6 tháng đầu năm`: each year on 14 August."""
    term = _DAYS.match(case.expression.duration or "")
    day = yearly_day(anchor, int(term[1])) if term else None
    return _each_year(case, day.month, day.day) if day else case


def _each_year(case: Case, month: int, day: int) -> Case:
    rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    return replace(
        case,
        expression=case.expression._replace(rule=rule),
        value=Normal(DeadlineKind.RECURRING, case.value.end),
    )
