"""The place and the day of issue, from the line that names both."""

import re
from datetime import date
from typing import Final

from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_TIEU_NGU: Final = pattern(r"\A.*\b[Hh]ạnh [Pp]húc\W+(?=\w)")
"""The tiêu ngữ that a page shows close above the place."""

_BODY_BESIDE: Final = pattern(rf"(?:[{UPPER}]{{2,}}\s+){{2,}}(?=[{UPPER}][{LOWER}])")
"""A body in capitals that stands beside the place on its line."""


def place_name(text: str) -> str | None:
    """Return the place alone, without what a page shows beside it; null where nothing is left."""
    words = _TIEU_NGU.sub("", text.strip(" ,.-–|/"))
    words = re.split(r"(?:/[A-ZĐ][\w&\-/]*|\A[A-ZĐ]{2,5}-[A-ZĐ&.-]+|\d)\s+", words)[-1].strip()
    body = _BODY_BESIDE.match(words)
    return (words[body.end() :] if body else words) or None


def issued_day(match: re.Match[str]) -> date | None:
    """Return the day of `Sơn Hải, ngày … tháng … năm …`, null while a part is blank."""
    parts = ["".join(match[name].split()) for name in ("year", "month", "day")]
    if not all(part.isdigit() for part in parts):
        return None
    year, month, day = map(int, parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
