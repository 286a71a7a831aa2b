"""Cells of time columns that point elsewhere: `Theo tiến độ của Trung ương`, `Khi phát sinh`.

Each is one conditional expression for the whole cell; what stands inside it is part of a name.
"""

from typing import Final

from kehoach_parser.extract.deadlines.cells import TimeCell
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.model import DeadlineKind
from kehoach_parser.text.patterns import pattern

_ELSEWHERE: Final = pattern(
    r"(?:thực\shiện\s)?theo\s(?:kế\shoạch|tiến\sđộ|hướng\sdẫn|phân\scông|yêu\scầu|chỉ\sđạo|lộ\strình|lịch"
    r"|thời\s(?:gian|hạn)|quy\sđịnh|văn\sbản|chương\strình|(?:các\s)?mốc\b|điều\s\d|nghị\s(?:định|quyết)"
    r"|quyết\sđịnh|thông\s(?:báo|tư)|đề\sán)"
)
_EVENT: Final = ("khi ", "sau ")
"""How a cell begins that tells an event; only where no time stands in it."""

_LONGEST: Final = 200
_EDGES: Final = " .;"


DEFERRED: Final = "deferred"
"""The form of these expressions; that they name a document makes them no part of its name."""


def deferred(low: str, cell: TimeCell, *, alone: bool) -> Expression | None:
    """Return an expression for a cell of a time column that refers to another document.

    One that is `alone` there may tell an event.
    """
    start = cell.start
    words = low[start : cell.end]
    told = _ELSEWHERE.match(words) or (alone and words.startswith(_EVENT))
    if len(words) > _LONGEST or not told:
        return None
    stop = start + len(words.rstrip(_EDGES))
    return Expression(
        DEFERRED, start, stop, DeadlineKind.CONDITIONAL, condition=low[start:stop],
        flags=("needs_event",),
    )  # fmt: skip
