"""From the tokens of a form to expressions: calendar stretches, and the table of all builders."""

from collections.abc import Callable
from typing import Final

from kehoach_parser.extract.deadlines import recurrence, terms
from kehoach_parser.extract.deadlines.atoms import Clock
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.lexer import CODES, Token
from kehoach_parser.extract.deadlines.moments import LAST_WEEK, MONTHS, Moment, Part, Unit
from kehoach_parser.extract.deadlines.run import Run, limit_of
from kehoach_parser.model import DeadlineKind, Modality

Builder = Callable[[Run], list[Expression]]

_MIDNIGHT: Final = Clock(0, 0)
_LAST_DAY: Final = 31
_SPANNED: Final = {Unit.DAY, Unit.DECADE, Unit.MONTH, Unit.QUARTER, Unit.YEAR}
_NUMBERED: Final = {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR}
_QUARTER: Final = 3  # months
_WEEK: Final = 7
_SHORTEST: Final = 28  # days that every month has
_WEEK_OF_PART: Final[dict[Part | None, int]] = {Part.FIRST: 1, Part.MIDDLE: 2, Part.LAST: LAST_WEEK}


def _bounding(tokens: list[Token]) -> Modality | None:
    """Return the limit, without the `từ … đến` of clocks; `từ 0 giờ` begins the day itself."""
    clocks = [index for index, token in enumerate(tokens) if token.code == CODES["CLOCK"]]
    if not clocks:
        return limit_of(tokens)
    begin = clocks[0]
    if tokens[begin].value == _MIDNIGHT:
        return limit_of(tokens)
    if begin and tokens[begin - 1].code == CODES["FROM"]:
        begin -= 1
    after = [token for token in tokens[clocks[-1] + 1 :] if token.code != CODES["FROM"]]
    return limit_of(tokens[:begin]) or limit_of(after)


def calendar(run: Run) -> list[Expression]:
    """Read `trước ngày 10/6 và ngày 10/12`: an expression for each stretch, one limit for all."""
    limit, clock = _bounding(run.tokens), run.clock
    found: list[Expression] = []
    piece: list[Token] = []
    for token in run.tokens:
        piece.append(token)
        if isinstance(token.value, Moment):
            part, bound = run.part_of(piece), _of_span(limit, token.value)
            start, end = part.span
            found.append(
                Expression(run.form, start, end, None, bound, (token.value,), part.part, clock)
            )
            piece = []
    return _with_sibling_years(found)


def feast(run: Run) -> list[Expression]:
    """Read `trước dịp lễ 30/4 và 01/5`: the first of its days is the limit."""
    first = calendar(run)[0]
    return [first._replace(end=run.tokens[-1].end)]


def _of_span(limit: Modality | None, moment: Moment) -> Modality | None:
    """Return how a stretch is bound; `từ năm 2026-2028`, `từ tháng 9-12` mean all between."""
    if limit is not Modality.FROM or moment.listed or moment.unit not in _NUMBERED:
        return limit
    single = moment.first + (_QUARTER - 1 if moment.unit is Unit.QUARTER else 0)
    return limit if moment.last == single else Modality.DURING


def _with_sibling_years(found: list[Expression]) -> list[Expression]:
    """Give a missing year from the next of the same list (`trước 05/6 và 05/12/2026`)."""
    year: int | None = None
    filled: list[Expression] = []
    for expression in reversed(found):
        moment = expression.moments[0]
        if moment.year is None and year:
            moments = (moment._replace(year=year),)
            filled.append(expression._replace(moments=moments, flags=("sibling_year",)))
        else:
            year = moment.year
            filled.append(expression)
    return filled[::-1]


def day_of(run: Run) -> list[Expression]:
    """Read `tháng 6 (trước ngày 20)`, `trước ngày 20 của tháng 6`, `ngày 15 tháng tư năm 2026`."""
    month, number = run.moments()[-1], run.first("NUMBER") or 0
    if month.unit is not Unit.MONTH or month.listed or not 0 < number <= _LAST_DAY:
        return []
    moment = Moment(Unit.DAY, number, number, month.year, month.last)
    return [run.expression()._replace(moments=(moment,))]


def spread(run: Run) -> list[Expression]:
    """Read `từ ngày … đến ngày …`; the start takes its month and year from the end."""
    moments = _cut(run)
    if not moments:
        return []
    first, last = moments[0], moments[-1]
    if len(moments) == 1:
        number = _first_day(run)
        if number is None or not 0 < number <= _LAST_DAY or run.part:
            return []
        first = last._replace(first=number, last=number)
    plain = run.expression(DeadlineKind.INTERVAL)
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - (_place(first) > _place(last)))
    if first.unit is not last.unit:  # `từ tháng 6/2026 đến hết năm 2027`
        whole = plain._replace(limit=Modality.DURING, moments=(first, last), part=None)
        return [whole] if {first.unit, last.unit} <= _SPANNED else []
    limit = Modality.DURING if run.limit else None  # a dash alone joins what may be any two times
    return [plain._replace(limit=limit, moments=(first, last), part=None)]


def _cut(run: Run) -> list[Moment]:
    """Return the stretches, cut to the parts that are named; none where a list cannot be.

    Where the first one begins and the last one ends cuts nothing (`từ đầu tháng 9 đến …`).
    """
    cut: list[Moment] = []
    part: Part | None = None
    for token in run.tokens:
        if token.code == CODES["PART"] and isinstance(token.value, int):
            part = Part(token.value)
        elif isinstance(token.value, Moment):
            moment = token.value
            if part and part is not (Part.LAST if cut else Part.FIRST):
                if moment.listed:
                    return []
                third = moment.unit is Unit.MONTH and part <= Part.LAST
                decade = Moment(Unit.DECADE, part, part, moment.year, moment.last)
                moment = decade if third else moment._replace(part=part)
            cut.append(moment)
            part = None
    return cut


def _place(moment: Moment) -> tuple[int, int]:
    """Return the month and the day, or third, that a stretch of one year ends with."""
    return (moment.month, moment.last) if moment.month else (moment.last, _LAST_DAY)


def _first_day(run: Run) -> int | None:
    """Return the first number that names a day: in `02 ngày 12 và 13/5` the 12."""
    counted = CODES["NUMBER"] + CODES["DAY"] in run.codes
    numbers = run.numbers()
    return numbers[counted] if len(numbers) > counted else None


def until(run: Run) -> list[Expression]:
    """Read `từ nay đến hết năm 2026`, `từ ngày ký đến cuối năm`, `từ nay đến Tết`."""
    moments = run.moments()
    if run.tokens[-1].code == CODES["WHEN"]:
        return _until_event(run, moments)
    if not moments and run.part is Part.LAST:
        moments = [Moment(Unit.MONTH, MONTHS, MONTHS)]
    if moments:
        plain = run.expression(DeadlineKind.INTERVAL)
        flags = () if run.has("HAPPENS") else ("from_issue",)
        limit = Modality.BEFORE if run.has("BEFORE") else Modality.BY
        return [plain._replace(limit=limit, moments=(moments[-1],), flags=flags)]
    if run.part:
        return []
    plain = run.part_of(run.tokens)._replace(form="tet").expression(DeadlineKind.DATE)
    return [plain._replace(limit=Modality.BEFORE, flags=("lunar", "from_issue"))]


def _until_event(run: Run, moments: list[Moment]) -> list[Expression]:
    """Read `từ nay đến khi bàn giao xong`: it begins on a day and ends with an event."""
    plain = run.expression(DeadlineKind.INTERVAL)
    end = terms.clause_end(run.low, run.tokens[-1].end)
    flags = ("needs_event",) if moments else ("from_issue", "needs_event")
    return [plain._replace(end=end, limit=Modality.FROM, moments=tuple(moments), flags=flags)]


def week(run: Run) -> list[Expression]:
    """Read `tuần cuối của tháng 9`, `tuần 3 tháng 5`: two readings of what a week is."""
    moment = run.moments()[-1]
    if moment.unit is not Unit.WEEK:
        number = run.first("NUMBER") or run.first("WEEKDAY") or _WEEK_OF_PART.get(run.part, 0)
        if not 1 <= number <= LAST_WEEK:
            return []
        if moment.unit is not Unit.MONTH:
            return []
        moment = Moment(Unit.WEEK, number, number, moment.year, moment.last)
    plain = run.expression(DeadlineKind.INTERVAL)
    return [plain._replace(moments=(moment,), part=None, flags=("two_readings",))]


def decade(run: Run) -> list[Expression]:
    """Read `trung tuần tháng 11/2026`: ten days of a month."""
    month = run.moments()[-1]
    number = run.first("DECADE") or 0
    if month.unit is not Unit.MONTH:
        return []
    moment = Moment(Unit.DECADE, number, number, month.year, month.last)
    return [run.expression(DeadlineKind.INTERVAL)._replace(moments=(moment,))]


def days(run: Run) -> list[Expression]:
    """Read `trong 10 ngày đầu của tháng 7/2026`, `hai tuần cuối tháng 10`: a month's edge."""
    month, count = run.moments()[-1], run.first("NUMBER") or 0
    count *= _WEEK if run.has("WEEK") else 1
    if month.unit is not Unit.MONTH or run.part is Part.MIDDLE or not 0 < count < _SHORTEST:
        return []
    plain = run.expression(DeadlineKind.INTERVAL)
    if run.part is Part.FIRST:
        found = Moment(Unit.DAY, 1, count, month.year, month.last)
        return [plain._replace(moments=(found,), part=None)]
    found = Moment(Unit.DAY, -count, -1, month.year, month.last)
    return [plain._replace(moments=(found,), part=None)]


def _plain(kind: DeadlineKind, *flags: str) -> Builder:
    """Return a builder for forms whose words say all: only their kind is known."""

    def build(run: Run) -> list[Expression]:
        return [run.expression(kind)._replace(flags=flags)]

    return build


BUILDERS: Final[dict[str, Builder]] = {
    "weekly": recurrence.weekly, "weekday": recurrence.weekday,
    "monthday": recurrence.monthday,
    "weekdays": recurrence.weekday, "reports": recurrence.periodic,
    "yearly": recurrence.yearly, "monthly": recurrence.monthly,
    "quarterly": recurrence.quarterly, "quota": recurrence.quota, "periodic": recurrence.periodic,
    "every": recurrence.periodic, "daily": recurrence.daily,
    "hourly": recurrence.hourly, "semesters": recurrence.semesters,
    "range": spread, "until": until,
    "term": terms.term, "hours": terms.hours, "event": terms.event, "condition": terms.condition,
    "adhoc": terms.ad_hoc,
    "week": week, "decade": decade, "days": days, "calendar": calendar, "loose": calendar,
    "feast": feast, "dayof": day_of,
    "tet": _plain(DeadlineKind.DATE, "lunar"),
    "season": _plain(DeadlineKind.RELATIVE, "needs_event"),
    "tenure": _plain(DeadlineKind.FUZZY), "review": _plain(DeadlineKind.FUZZY),
    "school": _plain(DeadlineKind.INTERVAL), "numbered": _plain(DeadlineKind.INTERVAL),
    "partial": _plain(DeadlineKind.FUZZY), "this": _plain(DeadlineKind.INTERVAL),
    "often": _plain(DeadlineKind.ONGOING), "whole": _plain(DeadlineKind.ONGOING),
    "clock": _plain(DeadlineKind.DATE),
}  # fmt: skip
"""What reads each form of `lexicon/deadline_forms.tsv`."""
