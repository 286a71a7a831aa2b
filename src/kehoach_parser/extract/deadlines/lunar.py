"""Tết: the first day of the lunar year, by the year that the words name."""

from datetime import date
from typing import Final

from kehoach_parser.text.patterns import pattern

TET: Final = {
    day.year: day
    for day in (
        date(2010, 2, 14), date(2011, 2, 3), date(2012, 1, 23), date(2013, 2, 10),
        date(2014, 1, 31), date(2015, 2, 19), date(2016, 2, 8), date(2017, 1, 28),
        date(2018, 2, 16), date(2019, 2, 5), date(2020, 1, 25), date(2021, 2, 12),
        date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29),
        date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13),
        date(2030, 2, 2), date(2031, 1, 23), date(2032, 2, 11), date(2033, 1, 31),
        date(2034, 2, 19), date(2035, 2, 8),
    )
}  # fmt: skip
"""First day of Tết by solar year, Vietnamese calendar (2030 differs from the Chinese one)."""

STEMS: Final = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
BRANCHES: Final = (
    "thân",
    "dậu",
    "tuất",
    "hợi",
    "tý",
    "sửu",
    "dần",
    "mão",
    "thìn",
    "tỵ",
    "ngọ",
    "mùi",
)
"""Can and chi by the year's remainder of 10 and 12."""

_SPELLINGS: Final = {"kỉ": "kỷ", "tí": "tý", "tị": "tỵ", "quí": "quý"}
_CAN_CHI: Final = pattern(
    rf"({'|'.join((*STEMS, 'kỉ', 'quí'))})\s({'|'.join((*BRANCHES, 'tí', 'tị'))})(?!\w)"
    r"(?:\s(?:năm\s)?(?:19|20)\d\d)?"
)
_YEAR: Final = pattern(r"(?:năm\s)?((?:19|20)\d\d)")
_AFTER: Final = 40


def tet_day(low: str, end: int, near: date | None) -> tuple[date, int] | None:
    """Return Tết's first day and where its words end.

    The year is can-chi or a number right after `Tết`, else the first Tết from `near` on.

    >>> tet_day("tết nguyên đán giáp thìn", 15, date(2023, 12, 1))
    (datetime.date(2024, 2, 10), 24)
    """
    rest = low[end : end + _AFTER].lstrip()
    begin = end + len(low[end : end + _AFTER]) - len(rest)
    named = _CAN_CHI.match(rest) or _YEAR.match(rest)
    if named is None:
        days = [day for day in TET.values() if near and day >= near]
        return (days[0], end) if days else None
    stop = begin + named.end()
    if named.re is _YEAR:
        day = TET.get(int(named[1]))
        return (day, stop) if day else None
    stem = STEMS.index(_SPELLINGS.get(named[1], named[1]))
    branch = BRANCHES.index(_SPELLINGS.get(named[2], named[2]))
    years = [y for y in TET if y % 10 == stem and y % 12 == branch]
    return (TET[years[0]], stop) if years else None
