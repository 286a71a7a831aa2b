"""The issue date beside a number, in each of its spellings."""

import re
from datetime import date
from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern

_DATE: Final = pattern(
    r"""
    (?:[ ]?(?:,|(?P<open>\())|[ ]?ban[ ]hành|[ ]?ký)?[ ]*
    (?:
        (?:(?:ngày[ ])?(?:ngày|NGÀY|Ngày))?[ ]{0,3}(?P<day>[0-3]?[0-9])[ ]?
        (?: (?P<mark>[/.\-–])[ ]?(?P<month>[01]?[0-9])[ ]?(?P=mark)[ ]?
            (?P<year>(?:(?:19|20)[0-9]{2}|(?<=/)[0-4][0-9]))
          | (?:tháng|THÁNG)[ ]?(?P<month_in_words>[01]?[0-9]),?[ ]?
            (?:năm|NĂM)[ ]?(?P<year_in_words>(?:19|20)[0-9]{2})
        )(?![0-9])
      | ngày[ .…_]{0,20}(?:tháng[ .…_]{0,20}[0-9]{0,2}[ ]{0,3}năm[ ]|/[ ]?[01]?[0-9]?[ ]?/[ ]?)
        (?P<year_of_blank>(?:19|20)[0-9]{2})\b
      | (?:tháng|THÁNG)[ ]?[01]?[0-9](?:[ ]?/[ ]?|[ ](?:năm|NĂM)[ ])
        (?P<year_of_month>(?:19|20)[0-9]{2})\b
      | (?:năm|NĂM)[ ](?P<year_alone>(?:19|20)[0-9]{2})\b(?![ ]?[-–][ ]?[0-9])
    )
    (?(open)\)?)
    """,
    re.VERBOSE,
)
_CENTURY: Final = 2000


class Issued(NamedTuple):
    """A day or only its year, and where its words end."""

    day: date | None
    year: int
    end: int


def read_date(text: str, start: int) -> Issued | None:
    """Return the date that stands at an offset, null where none does or no such day exists.

    >>> read_date("số 8 ngày10 /3/2026", 4).day
    datetime.date(2026, 3, 10)
    >>> read_date(", ngày 28 tháng 7 năm 2023 của", 0).end
    26
    """
    match = _DATE.match(text, start, start + 60)
    if match is None or match.end() == start:
        return None
    alone = match["year_of_month"] or match["year_alone"] or match["year_of_blank"]
    if alone:
        return Issued(None, int(alone), match.end())
    year = int(match["year"] or match["year_in_words"])
    if len(match["year"] or "") == len("25"):  # `ngày 05/3/25`; without `ngày` part of a code
        if "gày" not in match[0]:
            return None
        year += _CENTURY
    month = int(match["month"] or match["month_in_words"])
    try:
        day = date(year, month, int(match["day"]))
    except ValueError:
        return None
    return Issued(day, year, match.end())
