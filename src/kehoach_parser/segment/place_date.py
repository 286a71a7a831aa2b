"""The place and the day of issue, from the line that names both."""

import re
from datetime import date
from typing import Final

from kehoach_parser.segment.pieces import Piece
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.numerals import day_of
from kehoach_parser.text.patterns import pattern

_TIEU_NGU: Final = pattern(r"\A.*\b[Hh]ạnh [Pp]húc\W+(?=\w)")
"""The tiêu ngữ that a page shows close above the place."""

_BODY_BESIDE: Final = pattern(rf"(?:[{UPPER}]{{2,}}\s+){{2,}}(?=[{UPPER}][{LOWER}])")
"""A body in capitals that stands beside the place on its line."""

_DAY_ALONE: Final = pattern(
    r"\W*[nN]gày\s(?P<day>\d\d?)\stháng\s(?P<month>\d\d?)\snăm\s(?P<year>\d{4})\W*"
)
"""A line of the head with the day of issue and no place."""


def body_beside(piece: Piece) -> Piece:
    """Return a line of the head without the place and day beside its body in capitals."""
    day = piece.text.find(", ngày ") if piece.text[:2].isupper() else -1
    body = _BODY_BESIDE.match(piece.text, 0, day) if day > 0 else None
    if body is None:
        return piece
    return piece._replace(text=body[0].rstrip(), end=piece.start + len(body[0].rstrip()))


def place_name(text: str) -> str | None:
    """Return the place alone, without what a page shows beside it; null where nothing is left."""
    words = _TIEU_NGU.sub("", text.strip(" ,.-–|/"))
    words = re.split(r"(?:/[A-ZĐ][\w&\-/]*|\A[A-ZĐ]{2,5}-[A-ZĐ&.-]+|\d)\s+", words)[-1].strip()
    body = _BODY_BESIDE.match(words)
    return (words[body.end() :] if body else words) or None


def issued_day(match: re.Match[str]) -> date | None:
    """Return the day of `Sơn Hải, ngày … tháng … năm …`, null while a part is blank."""
    year, month, day = ("".join(match[name].split()) for name in ("year", "month", "day"))
    return day_of(year, month, day) if (year + month + day).isdigit() else None


def lone_day(head: list[Piece]) -> tuple[date, tuple[int, int]] | tuple[None, None]:
    """Return the day of issue that stands in a line of the head without a place, with its place."""
    for piece in head:
        match = _DAY_ALONE.fullmatch(piece.text)
        issued = issued_day(match) if match else None
        if issued:
            return issued, (piece.start, piece.end)
    return None, None
