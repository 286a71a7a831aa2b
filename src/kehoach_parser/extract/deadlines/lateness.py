"""Whether a day lies before the plan, and whether what is due on it is ordered all the same."""

from datetime import date, timedelta
from typing import Final

from kehoach_parser.extract.deadlines.case import Case
from kehoach_parser.extract.deadlines.expression import LIMITS
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.model import SectionKind
from kehoach_parser.text.patterns import pattern

_HANDED_IN: Final = pattern(r"(?<!đã\s)\b(?:gửi|trình|nộp)\s[^.;]{0,70}\Z")
"""What is to reach somebody by a day."""

_ORDERED: Final = pattern(
    r"(?:\A[\s\-+*\d.)]*|[.;:,]\s)(?:(?:hoàn\sthành|gửi|trình|nộp)\s[^.;,]{0,70}"
    r"|báo\scáo\s[^.;,]{0,50}\b(?:về|gửi|cho|với)\s[^.;,]{0,50})\Z"
)
"""What is ordered by a day: the clause begins with what is to be done."""

_WRITTEN_UP: Final = timedelta(days=31)
"""Within what time words become a document."""


def lies_behind(case: Case) -> bool:
    """Tell whether the day lies before the plan; what was due right before it was ordered by word.

    A notice of a meeting's conclusions comes out days after their first deadlines.
    """
    day = case.value.due or _begun(case)
    scheduled = case.place.kind is SectionKind.SCHEDULE and case.expression.moments[-1].year
    if scheduled or not case.past(day):
        return False  # `Khai giảng: 05/9/2026` in a plan of the end of September
    if day is None or case.expression.limit not in LIMITS:
        return True
    ordered = _HANDED_IN.search(case.line) or _ORDERED.search(case.line)
    return not ordered or case.past(day + _WRITTEN_UP)


def _begun(case: Case) -> date | None:
    """Return from when on something is done, null for the month that runs (`từ tháng 9/2025`)."""
    start, reference = case.value.start, case.frame.reference
    if start is None or reference is None or case.expression.moments[0].unit is Unit.DAY:
        return start
    return None if start == reference.replace(day=1) else start
