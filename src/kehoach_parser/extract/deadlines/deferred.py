"""Times that point elsewhere: `Theo tiến độ của Trung ương`, `Khi phát sinh`.

They fill a cell of a time column, or the line behind a label (`Thời gian: Theo kế hoạch của bộ`).
Each is one conditional expression for the whole value; what stands inside it is part of a name.
"""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.extract.deadlines.cells import TimeCell
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.model import DeadlineKind
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import CELL_GAP

_ELSEWHERE: Final = pattern(
    r"(?:thực\shiện\s)?theo\s(?:kế\shoạch|tiến\sđộ|hướng\sdẫn|phân\scông|yêu\scầu|chỉ\sđạo|lộ\strình|lịch"
    r"|thời\s(?:gian|hạn)|quy\sđịnh|văn\sbản|chương\strình|(?:các\s)?mốc\b|điều\s\d|nghị\s(?:định|quyết)"
    r"|quyết\sđịnh|thông\s(?:báo|tư)|đề\sán)"
)
_EVENT: Final = ("khi ", "sau ")
"""How a cell begins that tells an event; only where no time stands in it."""

_BEHIND_LABEL: Final = ": theo "
_LABEL: Final = pattern(
    r"[\s\-+*•–—➢▪❖✓○·●]*(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)/:-]\s)?"
    r"(?:thời\s(?:gian|hạn)|tiến\sđộ)(?:\s(?:thực\shiện|hoàn\sthành|triển\skhai|tổ\schức))?\s?"
)
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
    return _whole(low, start, words)


def deferred_lines(low: str) -> Iterator[Expression]:
    """Yield the expressions that follow a label of time, to the end of the line."""
    at = low.find(_BEHIND_LABEL)
    while at >= 0:
        start, opens = at + len(": "), low.rfind("\n", 0, at) + 1
        end = low.find("\n", start)
        words = low[start : end if end >= 0 else len(low)]
        plain = len(words) <= _LONGEST and CELL_GAP not in words
        if plain and _LABEL.fullmatch(low, opens, at) and _ELSEWHERE.match(words):
            yield _whole(low, start, words)
        at = low.find(_BEHIND_LABEL, start)


def _whole(low: str, start: int, words: str) -> Expression:
    stop = start + len(words.rstrip(_EDGES))
    return Expression(
        DEFERRED, start, stop, DeadlineKind.CONDITIONAL, condition=low[start:stop],
        flags=("needs_event",),
    )  # fmt: skip
