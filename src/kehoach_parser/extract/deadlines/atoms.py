"""Calendar atoms: `15/3/2026`, `quý II/2023`, `tháng 4, 5 năm 2026`, `17h30`, `hằng năm`.

Each atom has a pattern over lower-cased text and a reader that gives its code and value. The
patterns are tried in the order of `ATOMS`; within one place the first that fits wins.
"""

import re
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.moments import MONTHS, Moment, Unit

Value = Moment | Unit | int | tuple[int, int] | None
Reading = tuple[str, Value]
"""The name of a token and its value; an atom that is none after all reads as `NOTHING`."""

NOTHING: Final[Reading] = ("GAP", None)
WORD_NUMBERS: Final = {
    "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười lăm": 15,
    "hai mươi": 20, "ba mươi": 30, "bốn mươi lăm": 45, "sáu mươi": 60, "chín mươi": 90,
}  # fmt: skip
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_NAMES: Final = {"giêng": 1, "chạp": 12, "mười": 10, "mười một": 11, "mười hai": 12}
_UNITS: Final = {"ngày": Unit.DAY, "tuần": Unit.WEEK, "tháng": Unit.MONTH, "quý": Unit.QUARTER,
                 "quí": Unit.QUARTER, "năm": Unit.YEAR}  # fmt: skip
_SUNDAY: Final = 8  # weekdays are numbered as people say them: thứ 2 (Monday) to thứ 7, chủ nhật
_LAST_HOUR: Final = 24
_MINUTES: Final = 60
_LEAP: Final = 2024

_Y: Final = r"(?:19|20)\d\d"
_YEAR: Final = rf"(?:(?:\s?[/.-]\s?|,?\s+(?:của\s+)?năm\s+){_Y})?"
_MM: Final = r"(?:1[0-2]|0?[1-9])"
_QQ: Final = r"(?:iv|i{1,3}|0?[1-4]|một|nhất|hai|ba|tư|bốn)(?!\w)"
_END: Final = r"(?![\d%]|[.,]\d|/\w|-[a-zđ])"
_QUY: Final = r"qu(?:ý|í)"
_COUNTED: Final = r"(?=\s+(?:\(\d{1,3}\)\s)?(?:ngày\s(?:làm|kể|sau|trước)|tuần|tháng(?!\s\d)|lần))"
_NUMBER_WORDS: Final = "|".join(sorted(WORD_NUMBERS, key=len, reverse=True)).replace(" ", r"\s")
_KY: Final = r"k(?:ỳ|ì)"

PATTERNS: Final = (
    ("clock", "0", r"\d{1,2}\s?(?:giờ|h|g)(?:\s?[0-5]\d(?!\d))?(?:\s?(?:phút|['’p]))?(?!\w) | \d{1,2}:\d\d(?![\d:])"),
    ("date", "0", rf"(?:\d{{1,2}}\s?[-–]\s?)?\d{{1,2}}(?:\s?/\s?|[.-]|\s+tháng\s+)\d{{1,2}}{_YEAR}{_END}"),
    ("dotted_month", "0", rf"\d{{1,2}}\s?[/-]\s?{_Y}{_END}"),
    ("half", "0", rf"\d{{1,2}}\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+{_Y})?"),
    ("bare_years", "0", rf"{_Y}\s?[-–]\s?{_Y}{_END}"),
    ("bare_year", "0", rf"{_Y}{_END}"),
    ("number", "0", rf"\d{{1,3}}{_END}"),
    ("every", "hằng hàng mỗi từng", rf"(?:hằng|hàng|mỗi|từng)\s+(?:năm|{_QUY}|tháng|tuần|ngày|học\s{_KY})(?!\w)"),
    ("next", "năm tháng quý quí tuần", rf"(?:năm|tháng|{_QUY}|tuần)\s+(?:trước\s)?(?:liền\skề|liền\ssau|kế\stiếp|sau)(?!\w)"),
    ("quarter", "quý quí", rf"{_QUY}\s+{_QQ}(?:(?:\s?[,–-]\s?|\s+và\s+|\s+)(?:{_QUY}\s+)?{_QQ})*(?:(?:\s?[/.-]\s?|\s+(?:của\s+)?(?:năm\s+)?){_Y})?"),
    ("month", "tháng", rf"tháng\s+(?:{_MM}(?:\s?(?:,|và|-|–)\s?(?:tháng\s+)?{_MM}(?=\s?/\s?{_Y}|\s+năm\s+{_Y}))*|giêng|chạp|mười(?:\s(?:một|hai))?)(?!\w){_YEAR}{_END}"),
    ("short_month", "t", rf"t\.?{_MM}\s?[/-]\s?{_Y}{_END}"),
    ("school_year", "năm", rf"năm\shọc\s+{_Y}\s?[-–]\s?{_Y}"),
    ("years", "giai thời nhiệm năm", rf"(?:giai\sđoạn|thời\s{_KY}|nhiệm\s{_KY}|năm)\s+\(?(?:5\snăm\s+|từ\s)?(?:năm\s+)?\(?{_Y}\s?(?:[-–]|đến)\s?(?:năm\s+)?{_Y}\)?"),
    ("year", "năm", rf"năm\s+{_Y}{_END}"),
    ("word_number", "năm một hai ba bốn sáu bảy tám chín mười bốn", rf"(?:{_NUMBER_WORDS}){_COUNTED}"),
    ("semester", "học", rf"học\s{_KY}(?:\s+(?:ii|i|1|2|một|hai)(?!\w))?"),
    ("weekday", "thứ chủ", r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|nhất|[2-7])(?!\w) | chủ\snhật"),
)  # fmt: skip
"""Name, first words (`0` stands for any digit) and pattern (verbose) of each atom."""

LEADS: Final = (
    "hằng", "hàng", "mỗi", "từng", "giai đoạn", "thời k", "nhiệm k", "học k", "thứ", "chủ nhật",
    "một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip
"""Literals that may begin an atom, apart from digits and the words of the table."""

_INT: Final = re.compile(r"\d+")
_YEAR_IN: Final = re.compile(rf"(?<!\d){_Y}(?!\d)")
_QUARTER_WORD: Final = re.compile(rf"(?<=[\s,–-]){_QQ}")


class Clock(NamedTuple):
    """A time of the day."""

    hour: int
    minute: int


def _numbers(text: str) -> list[int]:
    return [int(number) for number in _INT.findall(text)]


def _years_in(text: str) -> list[int]:
    return [int(year) for year in _YEAR_IN.findall(text)]


def _clock(text: str) -> Reading:
    hour, minute = (*_numbers(text), 0)[:2]
    if hour > _LAST_HOUR or minute >= _MINUTES:
        return NOTHING
    return "CLOCK", Clock(hour, minute)


def _date(text: str) -> Reading:
    """Read `d/m`, `d tháng m`, `d/m/y`, `d-d/m/y`; without slash and year it is weak."""
    years = _years_in(text)
    days = _numbers(text)
    if years:
        days = days[:-1]
    if len(days) < 2 or not 1 <= days[-1] <= MONTHS:  # noqa: PLR2004  a day and a month
        return NOTHING
    moment = Moment(Unit.DAY, days[0], days[-2], years[0] if years else None, days[-1])
    if moment.bounds(_LEAP if not years else years[0]) is None or days[0] > days[-2]:
        return NOTHING
    strong = bool(years) or "/" in text or "tháng" in text
    return ("DATE" if strong else "WEAKDATE"), moment


def _dotted_month(text: str) -> Reading:
    month, year = _numbers(text)
    if not 1 <= month <= MONTHS:
        return NOTHING
    return "WEAKMONTH", Moment(Unit.MONTH, month, month, year)


def _half(text: str) -> Reading:
    count, *years = _numbers(text)
    if not 0 < count < MONTHS:
        return NOTHING
    first, last = (1, count) if "đầu" in text else (MONTHS + 1 - count, MONTHS)
    return "HALF", Moment(Unit.HALF, first, last, years[0] if years else None)


def _span_of_years(name: str, text: str) -> Reading:
    years = _years_in(text)
    if years[0] > years[-1]:
        return NOTHING
    return name, Moment(Unit.YEAR, years[0], years[-1], years[-1])


def _bare_years(text: str) -> Reading:
    return _span_of_years("BAREYEARS", text)


def _bare_year(text: str) -> Reading:
    return _span_of_years("BAREYEAR", text)


def _years(text: str) -> Reading:
    return _span_of_years("YEARS", text)


def _year(text: str) -> Reading:
    return _span_of_years("YEARNAME", text)


def _school_year(text: str) -> Reading:
    first, last = _years_in(text)
    return ("SCHOOLYEAR", (first, last)) if last == first + 1 else NOTHING


def _number(text: str) -> Reading:
    return "NUMBER", int(text)


def _word_number(text: str) -> Reading:
    return "NUMBER", WORD_NUMBERS[" ".join(text.split())]


def _every(text: str) -> Reading:
    return "EVERY", _UNITS.get(text.split()[1])


def _next(text: str) -> Reading:
    return "NEXT", _UNITS[text.split()[0]]


def _quarter(text: str) -> Reading:
    years = _years_in(text)
    words = _QUARTER_WORD.findall(_YEAR_IN.sub("", text))
    quarters = [int(w) if w.isdigit() else _ROMAN.get(w) or WORD_NUMBERS[w] for w in words]
    moment = Moment(Unit.QUARTER, 3 * min(quarters) - 2, 3 * max(quarters),
                    years[0] if years else None)  # fmt: skip
    return "QUARTERNAME", moment


def _month(text: str) -> Reading:
    years = _years_in(text)
    named = _numbers(_YEAR_IN.sub("", text))
    if not named:
        named = [_MONTH_NAMES[" ".join(_YEAR_IN.sub("", text).replace("năm", "").split()[1:])]]
    return "MONTHNAME", Moment(Unit.MONTH, named[0], named[-1], years[0] if years else None)


def _short_month(text: str) -> Reading:
    _, moment = _dotted_month(text)
    return "MONTHNAME", moment


def _semester(_text: str) -> Reading:
    return "SEMESTER", None


def _weekday(text: str) -> Reading:
    name = text.split()[1]
    return "WEEKDAY", int(name) if name.isdigit() else WORD_NUMBERS.get(name, _SUNDAY)


READERS: Final = {
    "clock": _clock, "date": _date, "dotted_month": _dotted_month, "half": _half,
    "bare_years": _bare_years, "bare_year": _bare_year, "number": _number, "every": _every,
    "next": _next, "quarter": _quarter, "month": _month, "short_month": _short_month,
    "school_year": _school_year, "years": _years, "year": _year, "semester": _semester,
    "weekday": _weekday, "word_number": _word_number,
}  # fmt: skip
