"""The days that terms count from: `kể từ ngày 01/7/2026`, `kể từ ngày kết thúc quý II/2026`."""

from datetime import date, timedelta
from typing import Final

from kehoach_parser.extract.deadlines.lexer import lex
from kehoach_parser.extract.deadlines.moments import Moment
from kehoach_parser.text.patterns import pattern

_FROM: Final = pattern(
    r"(?:(?:kể\s|tính\s|bắt\sđầu\s)?từ|sau|trước)\s(?:sau\s)?(?:khi\s|ngày\s)?(?P<ends>(?:kết\sthúc|hết)\s)?"
)
_YEAR_ENDS: Final = ("năm",)
_HALF_ENDS: Final = ("6 tháng đầu năm", "06 tháng đầu năm", "sáu tháng đầu năm")
_LAST_DAYS: Final = {**dict.fromkeys(_YEAR_ENDS, (12, 31)), **dict.fromkeys(_HALF_ENDS, (6, 30))}
_COMMON: Final = 2025
_BEFORE_LEAP: Final = 2027  # a term from its end may run over 29 February 2028


def named_day(anchor: str) -> Moment | None:
    """Return the day or stretch that an anchor names and nothing else, null for an event.

    Of a stretch only what is said to end counts (`kết thúc quý II`); a year must be named, since
    what ends each year has no one day.
    """
    opening = _FROM.match(anchor)
    if opening is None:
        return None
    moments = [token for token in lex(anchor, opening.end()).tokens if type(token[3]) is Moment]
    if len(moments) != 1:
        return None
    _, start, end, moment = moments[0]
    if not isinstance(moment, Moment) or start != opening.end() or end != len(anchor):
        return None
    is_day = bool(moment.month)
    return moment if is_day or (opening["ends"] and moment.year) else None


def yearly_day(anchor: str, days: int) -> date | None:
    """Return the day of the year that ends a term from the end of each year or first half.

    >>> yearly_day("kể từ ngày kết thúc 6 tháng đầu năm", 45)
    datetime.date(2025, 8, 14)
    """
    opening = _FROM.match(anchor)
    ended = _LAST_DAYS.get(anchor[opening.end() :]) if opening and opening["ends"] else None
    if ended is None:
        return None
    first, other = (date(year, *ended) + timedelta(days) for year in (_COMMON, _BEFORE_LEAP))
    return first if (first.month, first.day) == (other.month, other.day) else None
