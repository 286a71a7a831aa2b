"""The lunar calendar: days of lunar months, Tết, and years by can-chi.

The years stand in `lexicon/lunar_years.tsv`: the first day of Tết, the leap month (nhuận) and the
days of each month, as the Vietnamese calendar counts them (UTC+7; Tết 2030 is a day before the
Chinese one).
"""

from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.patterns import pattern

_STEMS: Final = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
_BRANCHES: Final = (
    "thân", "dậu", "tuất", "hợi", "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi",
)  # fmt: skip
"""Can and chi by the year's remainder of 10 and 12."""

_SPELLINGS: Final = {"kỉ": "kỷ", "tí": "tý", "tị": "tỵ", "quí": "quý"}
CAN_CHI: Final = (
    rf"(?:{'|'.join((*_STEMS, 'kỉ', 'quí'))}) (?:{'|'.join((*_BRANCHES, 'tí', 'tị'))})(?!\w)"
)
"""A year by its two names: `Giáp Thìn`."""
_TWO_NAMES: Final = pattern(CAN_CHI)
_NAMED: Final = pattern(rf"({CAN_CHI})(?:\s(?:năm\s)?(?:19|20)\d\d)?")
_YEAR: Final = pattern(r"(?:năm\s)?((?:19|20)\d\d)")
_AFTER: Final = 40


class _LunarYear(NamedTuple):
    """A lunar year: its first day, its leap month (0: none), the days of its months."""

    new_year: date
    leap: int
    days: tuple[int, ...]


@cache
def _years() -> dict[int, _LunarYear]:
    return {
        int(row["year"]): _LunarYear(
            date.fromisoformat(row["new_year"]),
            int(row["leap"] or 0),
            tuple(map(int, row["days"].split())),
        )
        for row in rows("lunar_years")
    }


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the solar day of a lunar one, null beyond the table; day 30 of a short month is 29.

    >>> lunar_day(2026, 3, 10), lunar_day(2025, 12, 30)
    (datetime.date(2026, 4, 26), datetime.date(2026, 2, 16))
    """
    known = _years().get(year)
    if known is None:
        return None
    before = month - 1 + bool(known.leap and month > known.leap)
    return known.new_year + timedelta(sum(known.days[:before]) + min(day, known.days[before]) - 1)


def within_solar_year(year: int, month: int, day: int) -> date | None:
    """Return when a lunar day falls in a solar year: the Chạp of January, not of the next winter.

    >>> within_solar_year(2026, 12, 23)
    datetime.date(2026, 2, 10)
    """
    earlier = lunar_day(year - 1, month, day)
    return earlier if earlier and earlier.year == year else lunar_day(year, month, day)


def _year_of_can_chi(words: str) -> int | None:
    """Return the year that can-chi names, of those in the table.

    >>> _year_of_can_chi("bính ngọ")
    2026
    """
    can, chi = (_SPELLINGS.get(word, word) for word in words.split())
    stem, branch = _STEMS.index(can), _BRANCHES.index(chi)
    return next((y for y in _years() if y % 10 == stem and y % 12 == branch), None)


def year_in(words: str) -> int | None:
    """Return the year that words name by can-chi, or else by its number."""
    named = _TWO_NAMES.search(words)
    if named:
        return _year_of_can_chi(named[0])
    number = _YEAR.search(words)
    return int(number[1]) if number else None


def tet_day(low: str, end: int, near: date | None) -> tuple[date, int] | None:
    """Return Tết's first day and where its words end.

    The year is can-chi or a number right after `Tết`, else the first Tết from `near` on.

    >>> tet_day("tết nguyên đán giáp thìn", 15, date(2023, 12, 1))
    (datetime.date(2024, 2, 10), 24)
    """
    rest = low[end : end + _AFTER].lstrip()
    begin = end + len(low[end : end + _AFTER]) - len(rest)
    named = _NAMED.match(rest) or _YEAR.match(rest)
    if named is None:
        days = [year.new_year for year in _years().values() if near and year.new_year >= near]
        return (days[0], end) if days else None
    year = year_in(named[0])
    day = lunar_day(year, 1, 1) if year else None
    return (day, begin + named.end()) if day else None
