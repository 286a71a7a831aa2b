"""Recurrences (RFC 5545) and durations (ISO 8601) in words, for people who read neither."""

from typing import Final, NamedTuple

from kehoach_parser.messages import Language
from kehoach_parser.text.patterns import pattern


class _Words(NamedTuple):
    """How a language says a rule and a duration.

    `every` is by frequency and interval, 0 for any other interval.
    """

    every: dict[tuple[str, int], str]
    days: dict[str, str]
    month_day: str
    last_day: str
    months: str
    nth: str
    last: str
    units: dict[str, str]
    before: str
    limit: str


_VIETNAMESE: Final = _Words(
    every={
        ("MINUTELY", 0): "{} phút một lần", ("HOURLY", 1): "hằng giờ",
        ("HOURLY", 0): "{} giờ một lần", ("DAILY", 1): "hằng ngày", ("DAILY", 0): "{} ngày một lần",
        ("WEEKLY", 1): "hằng tuần", ("WEEKLY", 0): "{} tuần một lần",
        ("MONTHLY", 1): "hằng tháng", ("MONTHLY", 3): "hằng quý",
        ("MONTHLY", 0): "{} tháng một lần",
        ("YEARLY", 1): "hằng năm", ("YEARLY", 0): "{} năm một lần",
    },
    days={
        "MO": "thứ Hai", "TU": "thứ Ba", "WE": "thứ Tư", "TH": "thứ Năm", "FR": "thứ Sáu",
        "SA": "thứ Bảy", "SU": "Chủ nhật",
    },
    month_day="ngày {}",
    last_day="cuối cùng",
    months="tháng {}",
    nth="{} lần thứ {}",
    last="{} cuối cùng",
    units={"Y": "năm", "M": "tháng", "W": "tuần", "D": "ngày", "BD": "ngày làm việc",
           "H": "giờ", "TM": "phút"},
    before="trước {}",
    limit="trước {}",
)  # fmt: skip
_ENGLISH: Final = _Words(
    every={
        ("MINUTELY", 0): "every {} minutes", ("HOURLY", 1): "hourly",
        ("HOURLY", 0): "every {} hours", ("DAILY", 1): "daily", ("DAILY", 0): "every {} days",
        ("WEEKLY", 1): "weekly", ("WEEKLY", 0): "every {} weeks",
        ("MONTHLY", 1): "monthly", ("MONTHLY", 3): "quarterly",
        ("MONTHLY", 0): "every {} months",
        ("YEARLY", 1): "yearly", ("YEARLY", 0): "every {} years",
    },
    days={
        "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
        "SA": "Saturday", "SU": "Sunday",
    },
    month_day="day {}",
    last_day="last",
    months="month {}",
    nth="{} no. {}",
    last="last {}",
    units={"Y": "years", "M": "months", "W": "weeks", "D": "days", "BD": "working days",
           "H": "hours", "TM": "minutes"},
    before="{} before",
    limit="before {}",
)  # fmt: skip
_WORDS: Final = {"vi": _VIETNAMESE, "en": _ENGLISH}

_NAMING: Final = frozenset(("BYDAY", "BYMONTHDAY"))
_KNOWN: Final = frozenset(("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"))
_DAY: Final = pattern(r"(?P<nth>-?\d*)(?P<day>[A-Z]{2})")
_DURATION: Final = pattern(r"(?P<sign>-?)P(?P<time>T?)(?P<count>\d+)(?P<unit>BD|[YMWDH])")


def spoken_rule(rule: str, language: Language = "vi", *, before: bool = False) -> str:
    """Return a recurrence in words; one with parts that have no words here as it stands.

    `before` is for a bare limit whose own day is too late: `trước ngày 20 hằng tháng`.

    >>> spoken_rule("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20")
    'ngày 20 tháng 3, 6, 9, 12 hằng năm'
    >>> spoken_rule("FREQ=MONTHLY;BYDAY=-1SA"), spoken_rule("FREQ=WEEKLY;INTERVAL=2", "en")
    ('thứ Bảy cuối cùng hằng tháng', 'every 2 weeks')
    >>> spoken_rule("FREQ=MONTHLY;BYMONTHDAY=20", before=True)
    'trước ngày 20 hằng tháng'
    """
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    words = _WORDS[language]
    every = _every(parts, words)
    if every is None or set(parts) - _KNOWN:
        return rule
    said = (
        _weekdays(parts.get("BYDAY", ""), words),
        _month_days(parts.get("BYMONTHDAY", ""), words),
        words.months.format(parts["BYMONTH"].replace(",", ", ")) if "BYMONTH" in parts else "",
        every,
    )
    whole = " ".join(filter(None, said))
    return words.limit.format(whole) if before and _NAMING & set(parts) else whole


def _every(parts: dict[str, str], words: _Words) -> str | None:
    frequency, interval = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
    if not interval.isdecimal():
        return None
    said = words.every.get((frequency, int(interval))) or words.every.get((frequency, 0))
    return said and said.format(interval)


def _weekdays(days: str, words: _Words) -> str:
    return ", ".join(_weekday(match["nth"], words.days.get(match["day"], match["day"]), words)
                     for match in _DAY.finditer(days))  # fmt: skip


def _weekday(nth: str, day: str, words: _Words) -> str:
    if not nth:
        return day
    return words.last.format(day) if nth == "-1" else words.nth.format(day, nth)


def _month_days(days: str, words: _Words) -> str:
    named = [words.last_day if day == "-1" else day for day in days.split(",") if day]
    return words.month_day.format(", ".join(named)) if named else ""


def spoken_duration(duration: str, language: Language = "vi") -> str:
    """Return a duration of one unit in words, another as it stands.

    >>> spoken_duration("P3BD"), spoken_duration("-P10D"), spoken_duration("PT24H", "en")
    ('3 ngày làm việc', 'trước 10 ngày', '24 hours')
    """
    match = _DURATION.fullmatch(duration)
    if match is None:
        return duration
    words = _WORDS[language]
    unit = words.units["TM" if match["time"] and match["unit"] == "M" else match["unit"]]
    said = f"{match['count']} {unit}"
    return words.before.format(said) if match["sign"] else said
