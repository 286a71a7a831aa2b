"""Time expressions that bind somebody or bound the plan."""

from datetime import date
from enum import StrEnum

from kehoach_parser.model.base import Entity, Record


class DeadlineRole(StrEnum):
    """What the time is for."""

    DEADLINE = "deadline"
    REPORT = "report"
    PERIOD = "period"
    EVENT = "event"


class DeadlineKind(StrEnum):
    """The class of the expression."""

    DATE = "date"
    INTERVAL = "interval"
    RECURRING = "recurring"
    RELATIVE = "relative"
    CONDITIONAL = "conditional"
    ONGOING = "ongoing"
    FUZZY = "fuzzy"


class Modality(StrEnum):
    """How the time binds: `trước` is before, `chậm nhất` by, `trong` within, `từ … đến` during."""

    BY = "by"
    BEFORE = "before"
    WITHIN = "within"
    DURING = "during"
    FROM = "from"
    AFTER = "after"
    ON = "on"


class YearSource(StrEnum):
    """Where the year came from."""

    EXPLICIT = "explicit"
    SIBLING = "sibling"
    PLAN = "plan"
    DOCUMENT = "document"


class Window(Record):
    """The data window of a report (`số liệu từ ngày … đến ngày …`), both days inclusive."""

    start: date | None = None
    end: date | None = None


class Deadline(Entity):
    """A time expression and its normal form.

    `start` and `due` are the first and last day of the time meant, inclusive; `strict_due` is
    the day before `due` for `trước`; `rolled_due` the next working day where a counted term
    ends on a day off. `duration` is ISO 8601 (`P15D`), working days are `P10BD`. `edtf` is
    ISO 8601-2 where the precision is not a day (`2023-06`, `2023-34` is quarter II).
    """

    role: DeadlineRole
    kind: DeadlineKind
    modality: Modality | None = None
    start: date | None = None
    due: date | None = None
    strict_due: date | None = None
    rolled_due: date | None = None
    time: str | None = None
    rrule: str | None = None
    duration: str | None = None
    anchor: str | None = None
    condition: str | None = None
    edtf: str | None = None
    window: Window | None = None
    year_source: YearSource | None = None
    flags: tuple[str, ...] = ()
