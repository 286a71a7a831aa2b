"""Normal forms: an expression's days, read against the plan's frame."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.anchors import named_day
from kehoach_parser.extract.deadlines.expression import LIMITS, Expression
from kehoach_parser.extract.deadlines.frame import Timeframe
from kehoach_parser.extract.deadlines.lunar import tet_day
from kehoach_parser.extract.deadlines.moments import MONTHS, Part, Unit, narrowed
from kehoach_parser.extract.deadlines.workdays import counted, working_day
from kehoach_parser.model import DeadlineKind, Modality, YearSource
from kehoach_parser.text.patterns import pattern

_DAY: Final = timedelta(days=1)
_TERM: Final = pattern(r"(-?)P(\d+)(BD|[DWMY])\Z")
_DAYS: Final = (Unit.DAY, Unit.LUNAR)
_ISSUE: Final = pattern(
    r"(?:kể\stừ|tính\stừ|từ|sau)\s(?:ngày\s|khi\s)?"
    r"(?:(?:ký\sban\shành|ban\shành|ký)(?:\s(?P<made>[\w\s]+))?|(?P<is_made>[\w\s]+)\sđược\s(?:ban\shành|ký))\Z"
)
_OPEN: Final = pattern(r"\s(?:và|,)\s?(?:các|những)\snăm\s(?:tiếp\stheo|sau|tới)(?:\stiếp\stheo)?")
_DAYS_AHEAD: Final = pattern(
    r"\s(?P<least>(?:ít\snhất|tối\sthiểu)\s)?(?P<count>\d{1,2})\s(?P<unit>ngày|tuần|tháng)\b(?!\slàm)"
)
"""How long before Tết (`trước Tết Nguyên đán ít nhất 20 ngày`)."""
_TET: Final = pattern(r"(?:trước|sau)\stết(?:\snguyên\sđán|\sâm\slịch)?(?!\w)")
_UNITS: Final = {"ngày": "D", "tuần": "W", "tháng": "M"}


class Normal(NamedTuple):
    """The values of a time expression, as `Deadline` has them."""

    kind: DeadlineKind
    end: int
    start: date | None = None
    due: date | None = None
    strict_due: date | None = None
    rolled_due: date | None = None
    edtf: str | None = None
    year_source: YearSource | None = None
    flags: tuple[str, ...] = ()


def normal(
    low: str, expression: Expression, frame: Timeframe, sibling: int | None = None
) -> Normal | None:
    """Return the normal form, null where a date does not exist or nothing gives its year.

    `sibling` is a year that stands beside the expression, as in its column's header.
    """
    if expression.moments:
        found = _dated(expression, frame, sibling)
        return found and _continued(low, found)
    if expression.form == "tet":
        return _tet(low, expression, frame)
    if expression.form == "this" or _is_years_end(expression):
        return _this(low, expression, frame)
    if expression.duration:
        return _counted(expression, frame)
    kind = expression.kind or DeadlineKind.FUZZY
    start = frame.issued_on if "from_issue" in expression.flags else None
    return Normal(kind, expression.end, start, flags=expression.flags)


def _dated(expression: Expression, frame: Timeframe, sibling: int | None) -> Normal | None:
    first, last = expression.moments[0], expression.moments[-1]
    found = frame.year_of(last, sibling)
    if found is None:
        return _undated(expression)
    year, source = found
    if "sibling_year" in expression.flags:
        source = YearSource.SIBLING
    begin, end = first.bounds(year), last.bounds(year)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    is_day = last.unit in _DAYS and begin[0] == end[1] and len(expression.moments) == 1
    kind = DeadlineKind.DATE if is_day else DeadlineKind.INTERVAL
    edtf = (
        last.edtf(year)
        if len(expression.moments) == 1
        else _joined(first.edtf(year), last.edtf(year))
    )
    flags = tuple(flag for flag in expression.flags if flag != "sibling_year")
    if last.unit is Unit.LUNAR:
        flags = (*flags, "lunar")
    whole = Normal(kind, expression.end, begin[0], end[1], None, None, edtf, source, flags)
    if "from_issue" in flags:
        part = expression.part
        early = part is Part.FIRST or part is Part.MIDDLE
        due = narrowed(begin[0], end[1], part)[1] if part and early else end[1]
        strict = due - _DAY if is_day and expression.limit is Modality.BEFORE else None
        return whole._replace(
            kind=DeadlineKind.INTERVAL, start=frame.issued_on, due=due, strict_due=strict
        )
    return _bounded(whole, expression.limit, expression.part)


def _undated(expression: Expression) -> Normal | None:
    """Read `trước ngày 30/6` where nothing says the year: a limit, on no day that is known."""
    by_day = all(moment.unit is Unit.DAY for moment in expression.moments)
    if by_day and expression.limit in LIMITS:
        return Normal(DeadlineKind.DATE, expression.end, flags=expression.flags)
    return None


def _continued(low: str, found: Normal) -> Normal:
    """Read what follows: `… và các năm tiếp theo` has no end."""
    more = _OPEN.match(low, found.end)
    if more and found.start:
        return found._replace(end=more.end(), due=None, edtf=None)
    return found


def _joined(first: str | None, last: str | None) -> str | None:
    plain = first and last and len(first) == len(last) and "{" not in first + last
    return f"{first}/{last}" if plain else None


def _bounded(whole: Normal, limit: Modality | None, part: Part | None) -> Normal:
    """Return what a part and a limit word leave of a stretch."""
    start, due = whole.start, whole.due
    if start is None or due is None:
        return whole
    if part is Part.LAST:
        return whole._replace(start=None)
    if part is not None:
        start, due = narrowed(start, due, part)
        whole = whole._replace(kind=DeadlineKind.FUZZY)
    if limit is Modality.BEFORE:
        return _before(whole, start, due)
    if limit is Modality.BY:
        return whole._replace(start=None, due=due)
    if limit is Modality.FROM:
        return whole._replace(start=start, due=None)
    after = limit is Modality.AFTER
    return whole._replace(start=due + _DAY if after else start, due=None if after else due)


def _before(whole: Normal, start: date, due: date) -> Normal:
    """Read `trước`: a day named counts as due, of a month or year the day before its first."""
    if whole.kind is DeadlineKind.DATE:
        return whole._replace(start=None, due=due, strict_due=due - _DAY)
    return whole._replace(start=None, due=start - _DAY, strict_due=start - _DAY)


def _tet(low: str, expression: Expression, frame: Timeframe) -> Normal | None:
    found = tet_day(low, expression.end, frame.reference)
    if found is None:
        return None
    day, end = found
    if expression.limit is Modality.BEFORE:
        start = frame.issued_on if "from_issue" in expression.flags else None
        ahead = _DAYS_AHEAD.match(low, end)
        if ahead:
            flags = (*expression.flags, "at_least") if ahead["least"] else expression.flags
            day = counted(day, -int(ahead["count"]), _UNITS[ahead["unit"]])
            return Normal(DeadlineKind.DATE, ahead.end(), start, day, flags=flags)
        return Normal(DeadlineKind.DATE, end, start, day, day - _DAY, flags=expression.flags)
    return Normal(DeadlineKind.FUZZY, end, flags=expression.flags)


def _this(low: str, expression: Expression, frame: Timeframe) -> Normal | None:
    """Read `trong năm`, `đến hết năm`: the plan's year.

    `trong tháng`, `trong quý` have no value of their own.
    """
    words = low[expression.start : expression.end]
    own = frame.source is YearSource.PLAN or frame.start is None
    if not words.endswith(("năm", "năm nay")) or frame.year is None or frame.school or not own:
        return Normal(DeadlineKind.FUZZY, expression.end)
    first, last = date(frame.year, 1, 1), date(frame.year, MONTHS, 31)
    return Normal(DeadlineKind.INTERVAL, expression.end,
                  None if expression.limit is Modality.BY else first, last,
                  edtf=str(frame.year), year_source=frame.source)  # fmt: skip


def _is_years_end(expression: Expression) -> bool:
    """Tell whether a year's end is a limit (`đến cuối năm`); bare, it is a loose time."""
    limited = expression.form == "partial" and expression.limit is Modality.BY
    return limited and expression.part is Part.LAST


def _counted(expression: Expression, frame: Timeframe) -> Normal:
    """Count a term from the issue date where that is its anchor (BLDS 2015, điều 147, 148)."""
    blank = Normal(DeadlineKind.RELATIVE, expression.end, flags=("needs_event",))
    term = _TERM.match(expression.duration or "")
    from_day = _anchor_day(expression, frame) if term else None
    if term is None or from_day is None:
        return blank
    day, source = from_day
    due = counted(day, int(term[1] + term[2]), term[3])
    rolled = due if term[1] else working_day(due)
    return Normal(
        DeadlineKind.RELATIVE, expression.end, None, due, None, rolled if rolled != due else None,
        year_source=source,
    )  # fmt: skip


def _anchor_day(expression: Expression, frame: Timeframe) -> tuple[date, YearSource | None] | None:
    """Return the day that a term counts from: the plan's issue, or one that the anchor names."""
    anchor = expression.anchor or ""
    if frame.issued_on and _is_own_issue(anchor, frame.own):
        return frame.issued_on, None
    tet = _TET.match(anchor) if "tết" in anchor else None
    eve = tet_day(anchor, tet.end(), frame.reference) if tet else None
    if eve and eve[1] == len(anchor):
        return eve[0], None
    moment = named_day(anchor)
    found = frame.year_of(moment) if moment else None
    bounds = moment.bounds(found[0]) if moment and found else None
    if found is None or bounds is None:
        return None
    return bounds[0 if anchor.startswith("trước") else 1], found[1]


def _is_own_issue(anchor: str, own: str) -> bool:
    """Tell whether a term counts from the issue of this document, not of another one.

    `own` is its type: in a decision `ngày ban hành Quyết định` is its own day.
    """
    found = _ISSUE.match(anchor)
    if found is None:
        return False
    issued = found["made"] or found["is_made"] or own
    return issued in {own, "kế hoạch"} or issued.endswith(" này")
