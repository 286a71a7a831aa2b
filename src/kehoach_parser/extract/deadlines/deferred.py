"""Cells of time columns that point elsewhere: `Theo tiến độ của Trung ương`.

Each is one conditional expression for the whole cell; what stands inside it is part of a name.
"""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.extract.deadlines.columns import Columns
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.model import DeadlineKind
from kehoach_parser.text.patterns import pattern

_ELSEWHERE: Final = pattern(
    r"(?:thực\shiện\s)?theo\s(?:kế\shoạch|tiến\sđộ|hướng\sdẫn|phân\scông|yêu\scầu|chỉ\sđạo|lộ\strình|lịch"
    r"|thời\s(?:gian|hạn)|quy\sđịnh|văn\sbản|chương\strình)"
)
_LONGEST: Final = 200
_EDGES: Final = " .;"


def deferred(low: str, columns: Columns) -> Iterator[Expression]:
    """Yield an expression for each cell of a time column that refers to another document."""
    for place in columns.time_cells():
        start = place.start
        cell = low[start : place.end]
        if len(cell) > _LONGEST or not _ELSEWHERE.match(cell):
            continue
        stop = start + len(cell.rstrip(_EDGES))
        yield Expression(
            "deferred", start, stop, DeadlineKind.CONDITIONAL, condition=low[start:stop],
            flags=("needs_event",),
        )  # fmt: skip
