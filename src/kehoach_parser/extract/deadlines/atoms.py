"""Calendar atoms: `15/3/2026`, `quý II/2023`, `tháng 4, 5 năm 2026`, `17h30`, `hằng năm`.

Each atom has a pattern over lower-cased text (`lexicon/deadline_atoms.tsv`; the first row that
fits at a place wins) and a reader here that gives its code and value.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.lunar import CAN_CHI, year_in
from kehoach_parser.extract.deadlines.moments import LAST_WEEK, MONTHS, Moment, Unit
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.numerals import WORD_VALUES
from kehoach_parser.text.patterns import pattern

Value = Moment | Unit | int | tuple[int, int] | None
Reading = tuple[str, Value]
"""The name of a token and its value; an atom that is none after all reads as `_NOTHING`."""

_NOTHING: Final[Reading] = ("GAP", None)
_TEN: Final = 10
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FEASTS: Final = {"trung": (15, 8), "đoan": (5, 5), "hàn": (3, 3)}
"""Day and lunar month of the feasts called Tết, by the word after it."""

_LUNAR_MONTHS: Final = {"giêng": 1, "chạp": 12}
_FULL_MOON: Final = 15
_LONGEST_MONTH: Final = 30
_TET_DAYS: Final = 10  # mùng 1 to mùng 10 Tết; days from 23 on are the year's last
_UNITS: Final = {"ngày": Unit.DAY, "tuần": Unit.WEEK, "tháng": Unit.MONTH, "quý": Unit.QUARTER,
                 "quí": Unit.QUARTER, "qúy": Unit.QUARTER, "năm": Unit.YEAR}  # fmt: skip
_SUNDAY: Final = 8  # weekdays are numbered as people say them: thứ 2 (Monday) to thứ 7, chủ nhật
_LAST_HOUR: Final = 24
_LONGEST: Final = 96  # hours that are counted: within 48 or 72
_MINUTES: Final = 60
_LEAP: Final = 2024

_Y: Final = r"(?:19|20)\d\d"
_YY: Final = r"[2-4]\d"  # a year without its century, behind a slash; no month is as great
_CENTURY: Final = 2000
_QUARTER: Final = r"(?:[il]v|[il]{1,3}|0?[1-4]|một|nhất|hai|ba|tư|bốn)(?!\w)"
_MACROS: Final = {
    "{Y}": _Y,
    "{OF_YEAR}": rf"(?:(?:\s?[/.-]\s?|,?\s+(?:của\s+)?năm\s+){_Y}|/{_YY})?",
    "{YY}": _YY,
    "{END}": r"(?![\d%]|[.,]\d|/\w|-[a-zđ])",
    "{MONTH}": r"(?:1[0-2]|0?[1-9])",
    "{NTH}": _QUARTER,
    "{QUY}": "(?:qu[ýí]|qúy)",
    "{KY}": "k(?:ỳ|ì)",
    "{LUNAR_YEAR}": rf"(?:,?\s(?:năm\s)?(?:{CAN_CHI}(?:\s(?:năm\s)?{_Y})?|{_Y}))",
    "{WORDS}": r"(?:{DIGIT}\s)?m(?:ươi|ười)(?:\s{DIGIT})?|{DIGIT}",
    "{DIGIT}": "(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)",
}
"""What the names in the patterns of the table stand for."""

_GROUP: Final = pattern(r"(?<!\\)\((?!\?)")


def patterns() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return name, first words (`0` stands for any digit) and regex of each atom."""
    return tuple(
        (row["atom"], tuple(row["first_words"].split()), _expanded(row["pattern"]))
        for row in rows("deadline_atoms")
    )


def _expanded(pattern: str) -> str:
    """Return a row's pattern as regex; blanks are single and never a line's end."""
    plain = _GROUP.sub("(?:", pattern)
    for name, regex in _MACROS.items():
        plain = plain.replace(name, regex)
    return plain.replace(r"\s", " ")


_WORD_ENDS: Final = r"(?!\w)"
_COUNTS: Final = (
    r"(?= [(nthlmb-v]|\) )"  # what is counted: ngày, tuần, tháng, lần; or the next numeral
)
LEADS: Final = {
    **dict.fromkeys(("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"), _COUNTS),
    **dict.fromkeys(("hằng", "hàng", "mỗi", "từng", "giai đoạn", "thời kỳ", "thời kì"), _WORD_ENDS),
    **dict.fromkeys(("học kỳ", "học kì", "thứ", "chủ nhật", "rằm", "xong"), _WORD_ENDS),
    **dict.fromkeys(("mùng", "mồng"), r"(?= \d)"),
    **dict.fromkeys(("tiết", "bài"), r"(?=/)"),
    **dict.fromkeys(("hè", "dịp hè", "mùa hè"), _WORD_ENDS),
    "tin": r"(?=/|, bài/)",
    "nửa": r"(?= (?:th|n|đ|c))",
    "hk": r"(?= ?[i\d])",
    "q": r"(?=\.? ?[i1-4])",
    "t": r"(?=\.?\d)",
}
"""Literals that may begin an atom, apart from digits and the words of the table; what follows."""

_INT: Final = pattern(r"\d+")
_YEAR_IN: Final = pattern(rf"(?<!\d){_Y}(?!\d)|(?<=[\div]/){_YY}\Z")
_QUARTER_WORD: Final = pattern(rf"(?<=[\s,+–ýíyq.-]){_QUARTER}")
_DASH: Final = pattern(r"\d\s?[–-]\s?t?\.?\d\d?(?!\d)|[iv]\s?[–-]")


class Clock(NamedTuple):
    """A time of the day."""

    hour: int
    minute: int


def _numbers(text: str) -> list[int]:
    return [int(number) for number in _INT.findall(text)]


def _years_in(text: str) -> list[int]:
    years = map(int, _YEAR_IN.findall(text))
    return [year if year > _CENTURY // 2 else _CENTURY + year for year in years]


def _clock(text: str) -> Reading:
    hour, minute = (*_numbers(text), 0)[:2]
    if _LAST_HOUR < hour <= _LONGEST and text.endswith("giờ"):
        return "MINUTES", hour * _MINUTES
    if hour > _LAST_HOUR or minute >= _MINUTES:
        return _NOTHING
    return "CLOCK", Clock(hour, minute)


def _date(text: str) -> Reading:
    """Read `d/m`, `d tháng m`, `d/m/y`, `d-d/m/y`; without slash and year it is weak."""
    years = _years_in(text)
    days = _numbers(text)
    if years:
        days = days[:-1]
    if len(days) < 2 or not 1 <= days[-1] <= MONTHS:  # noqa: PLR2004 - a day and a month
        return _NOTHING
    moment = Moment(Unit.DAY, days[0], days[-2], years[0] if years else None, days[-1])
    if moment.bounds(_LEAP if not years else years[0]) is None or days[0] > days[-2]:
        return _NOTHING
    strong = bool(years) or "/" in text or "tháng" in text
    return ("DATE" if strong else "WEAKDATE"), moment


def _dotted_month(text: str) -> Moment | None:
    month, year = _numbers(text)
    return Moment(Unit.MONTH, month, month, year) if 1 <= month <= MONTHS else None


def _half(text: str) -> Moment | None:
    years = _years_in(text)
    count = MONTHS // 2 if text.startswith("nửa") else _numbers(text)[0]
    if not 0 < count < MONTHS:
        return None
    first, last = (MONTHS + 1 - count, MONTHS) if "cuối" in text else (1, count)
    return Moment(Unit.HALF, first, last, years[0] if years else None)


def _years(text: str) -> Moment | None:
    years = _years_in(text)
    return Moment(Unit.YEAR, years[0], years[-1], years[-1]) if years[0] <= years[-1] else None


def _school_year(text: str) -> tuple[int, int] | None:
    first, last = _years_in(text)
    return (first, last) if last == first + 1 else None


def _greater(text: str) -> int:
    """Read `15-20 ngày`."""
    return _numbers(text)[-1]


def _hours_spread(text: str) -> int | None:
    """Read `24-48 giờ`: the greater number, where no day has as many hours (not `7-8 giờ`)."""
    hours = _greater(text)
    return hours * _MINUTES if hours > _LAST_HOUR else None


def _word_number(text: str) -> int:
    """Read `mười lăm`, `sáu mươi`, `bốn mươi lăm`."""
    tens, ten, ones = text.replace("mươi", "mười").partition("mười")
    if not ten:
        return _digit(text)
    return _TEN * _digit(tens or "một") + (_digit(ones) if ones else 0)


def _digit(word: str) -> int:
    """Return the number of a word; after tens `mốt` is one, `lăm` five."""
    plain = word.strip()
    return WORD_VALUES["năm" if plain == "lăm" else "một" if plain == "mốt" else plain]


def _first_unit(text: str) -> Unit:
    return _UNITS[text.split(maxsplit=1)[0]]


def _quarter(text: str) -> Moment:
    years = _years_in(text)
    words = _QUARTER_WORD.findall(_YEAR_IN.sub("", text))
    ends = [3 * _ordinal(word) for word in words]
    listed = _with_gaps(ends, 3) if _DASH.search(text) is None else ()
    year = years[0] if years else None
    return Moment(Unit.QUARTER, min(ends) - 2, max(ends), year, listed=listed)


def _edge_quarter(text: str) -> Moment:
    """Read `quý cuối năm 2026`: the first or the last of the year."""
    years = _years_in(text)
    first = 1 if "đầu" in text else MONTHS - 2
    return Moment(Unit.QUARTER, first, first + 2, years[0] if years else None)


def _with_gaps(numbers: list[int], step: int) -> tuple[int, ...]:
    """Return the numbers of a list that leaves some out, nothing for one without gaps."""
    whole = list(range(numbers[0], numbers[-1] + 1, step))
    return () if numbers == whole else tuple(sorted(set(numbers)))


def _ordinal(word: str) -> int:
    """Read `2`, `ii`, `hai`; in scans and old files a small l stands for I."""
    if word.isdigit():
        return int(word)
    return WORD_VALUES.get(word) or _ROMAN[word.replace("l", "i")]


def _month(text: str) -> Moment:
    if _INT.search(_YEAR_IN.sub("", text)):
        return _months(text)
    years = _years_in(text)
    named = _named_month(text)
    return Moment(Unit.MONTH, named, named, years[0] if years else None)


def _week(text: str) -> Moment | None:
    *numbers, month = _numbers(_YEAR_IN.sub("", text))
    years = _years_in(text)
    first, last = numbers[0], numbers[-1]
    if not 1 <= first <= last <= LAST_WEEK:
        return None
    return Moment(Unit.WEEK, first, last, years[0] if years else None, month)


def _months(text: str) -> Moment:
    years = _years_in(text)
    named = _numbers(_YEAR_IN.sub("", text))
    year = years[0] if years else None
    dashed = _DASH.search(text) is not None
    if dashed or named[0] > named[-1]:
        return Moment(Unit.MONTH, named[0], named[-1], year)
    return Moment(Unit.MONTH, named[0], named[-1], year, listed=_with_gaps(named, 1))


def _lunar_day(text: str) -> Moment | None:
    """Read `rằm tháng giêng`, `10/3 âm lịch`, `mùng 6 tết bính ngọ`."""
    words = text.replace("/", " ").split()
    numbers = _numbers(_YEAR_IN.sub("", text))
    day = _FULL_MOON if words[0] == "rằm" else numbers.pop(0)
    if "tết" in words and "tháng" not in words:
        month = 1 if day <= _TET_DAYS else MONTHS
    else:
        month = numbers[0] if numbers else _named_month(text)
    if not 1 <= day <= _LONGEST_MONTH:
        return None
    return Moment(Unit.LUNAR, day, day, year_in(text), month)


def _lunar_month(text: str) -> Moment:
    return Moment(Unit.LUNAR, 1, _LONGEST_MONTH, year_in(text), _named_month(text))


def _feast_day(text: str) -> Moment:
    """Read `Tết Trung thu`, which is not the new year's."""
    day, month = _FEASTS[text.split()[1]]
    return Moment(Unit.LUNAR, day, day, year_in(text), month)


def _named_month(text: str) -> int:
    """Return the month that is named by a word: `tháng giêng`, `tháng mười một`."""
    first, second = (*text.partition("tháng ")[2].split(), "")[:2]
    both = WORD_VALUES.get(f"{first} {second}")
    return both or _LUNAR_MONTHS.get(first) or WORD_VALUES[first]


def _new_year(text: str) -> Moment:
    years = _years_in(text)
    return Moment(Unit.DAY, 1, 1, years[0] if years else None, 1)


def _weekday(text: str) -> int:
    name = text.split()[1]
    return int(name) if name.isdigit() else WORD_VALUES.get(name, _SUNDAY)


def _named(token: str, read: Callable[[str], Value] = lambda _: None) -> Callable[[str], Reading]:
    """Return the reader of atoms that give one token with the value that `read` finds."""
    return lambda text: (token, read(text))


def _checked(token: str, read: Callable[[str], Value]) -> Callable[[str], Reading]:
    """Return the reader of atoms that are none where `read` finds no value."""

    def reading(text: str) -> Reading:
        value = read(text)
        return _NOTHING if value is None else (token, value)

    return reading


READERS: Final[dict[str, Callable[[str], Reading]]] = {
    "few": _named("NUMBER", int),  # before any word that makes no other atom of it: most are such
    "number": _named("NUMBER", int), "spread": _named("NUMBER", _greater),
    "word_number": _named("NUMBER", _word_number),
    "clock": _clock, "minutes": _named("MINUTES", lambda text: _numbers(text)[0]),
    "hours_spread": _checked("MINUTES", _hours_spread),
    "date": _date,
    "lunar_day": _checked("DATE", _lunar_day), "new_year": _named("DATE", _new_year),
    "feast_day": _named("DATE", _feast_day), "feast": lambda _: _NOTHING,
    "weekday": _named("WEEKDAY", _weekday), "week": _checked("WEEKNAME", _week),
    "month": _named("MONTHNAME", _month), "lunar_month": _named("MONTHNAME", _lunar_month),
    "short_month": _named("MONTHNAME", _months), "bare_short_month": _named("WEAKSHORT", _months),
    "short_months": _named("WEAKMONTH", _months),  # `11-12/2026`: with two signs it is no day
    "dotted_month": _checked("WEAKMONTH", _dotted_month),
    "quarter": _named("QUARTERNAME", _quarter), "short_quarter": _named("QUARTERNAME", _quarter),
    "bare_short_quarter": _named("WEAKSHORT", _quarter),
    "edge_quarter": _named("QUARTERNAME", _edge_quarter), "half": _checked("HALF", _half),
    "bare_years": _checked("BAREYEARS", _years), "bare_year": _checked("BAREYEAR", _years),
    "years": _checked("YEARS", _years), "year": _checked("YEARNAME", _years),
    "school_year": _checked("SCHOOLYEAR", _school_year), "semester": _named("SEMESTER"),
    "every": _named("EVERY", lambda text: _UNITS.get(text.split(maxsplit=2)[1])),
    "last": _named("LAST", _first_unit), "next": _named("NEXT", _first_unit),
    "half_unit": _named("HALFUNIT", lambda text: _UNITS[text.removeprefix("nửa").strip()]),
    "issue": _named("ISSUE"), "happens": _named("HAPPENS"), "done": _named("BY"),
    "made": _named("TIMES"), "summer": _named("SCHOOLYEAR"),
}  # fmt: skip
