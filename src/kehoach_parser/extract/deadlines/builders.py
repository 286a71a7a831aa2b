"""From the tokens of a form to expressions: calendar stretches, and the table of all builders."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kehoach_parser.extract.deadlines import recurrence, terms
from kehoach_parser.extract.deadlines.expression import Expression, limit_of, values
from kehoach_parser.extract.deadlines.lexer import CODES, Token
from kehoach_parser.extract.deadlines.moments import Moment, Part, Unit
from kehoach_parser.extract.deadlines.spans import clock_of, trimmed
from kehoach_parser.model import DeadlineKind, Modality

Builder = Callable[[str, list[Token], str], list[Expression]]

_CLOCK_WORDS: Final = frozenset(
    CODES[n] for n in ("FROM", "UNTIL", "DASH", "FILLER", "TIMEOFDAY", "COMMA")
)
_DEFAULT_LIMIT: Final = {"tet": None}


def _part(tokens: list[Token]) -> Part | None:
    return next(
        (Part(t.value) for t in tokens if t.code == CODES["PART"] and isinstance(t.value, int)),
        None,
    )


def _bounding(tokens: list[Token]) -> Modality | None:
    """Return the limit, without the `từ … đến` of clocks."""
    clocks = [i for i, t in enumerate(tokens) if t.code == CODES["CLOCK"]]
    if not clocks:
        return limit_of(tokens)
    begin = clocks[0]
    if begin and tokens[begin - 1].code == CODES["FROM"]:
        begin -= 1
    rest = tokens[clocks[-1] + 1 :]
    return limit_of(tokens[:begin]) or limit_of([t for t in rest if t.code != CODES["FROM"]])


def calendar(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trước ngày 10/6 và ngày 10/12`: an expression for each stretch, one limit for all."""
    limit = _bounding(tokens)
    found: list[Expression] = []
    piece: list[Token] = []
    for token in tokens:
        piece.append(token)
        if isinstance(token.value, Moment):
            start, end = trimmed(piece)
            found.append(Expression(form, start, end, None, limit, (token.value,), _part(piece),
                                    clock_of(tokens)))  # fmt: skip
            piece = []
    if found and piece:
        found[-1] = replace(found[-1], end=_closed(low, found[-1].end))
    return _siblings(found)


def _closed(low: str, end: int) -> int:
    return end


def _siblings(found: list[Expression]) -> list[Expression]:
    """Give a missing year from the next of the same list (`trước 05/6 và 05/12/2026`)."""
    year: int | None = None
    filled: list[Expression] = []
    for expression in reversed(found):
        moment = expression.moments[0]
        if moment.year is None and year:
            moment = replace(moment, year=year)
            expression = replace(expression, moments=(moment,), flags=("sibling_year",))
        year = moment.year
        filled.append(expression)
    return filled[::-1]


def spread(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `từ ngày … đến ngày …`; the start takes its month and year from the end."""
    moments = values(tokens, Moment)
    last = moments[-1]
    if len(moments) > 1:
        first = moments[0]
    else:
        number = next((t.value for t in tokens if t.code == CODES["NUMBER"]), None)
        if not isinstance(number, int) or number > 31:  # noqa: PLR2004
            return []
        first = replace(last, first=number, last=number)
    if first.unit is not last.unit:
        return []
    if first.year is None and last.year is not None:
        later = (first.month or first.first, first.first) > (last.month or last.last, last.last)
        first = replace(first, year=last.year - later)
    start, end = trimmed(tokens)
    return [
        Expression(
            form,
            start,
            end,
            DeadlineKind.INTERVAL,
            Modality.DURING,
            (first, last),
            clock=clock_of(tokens),
        )
    ]


def until(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `từ nay đến hết năm 2026`."""
    found = values(tokens, Moment)
    start, end = trimmed(tokens)
    flags = ("from_issue",)
    if not found:
        return [
            Expression(
                "tet", start, end, DeadlineKind.DATE, Modality.BEFORE, flags=("lunar", *flags)
            )
        ]
    return [
        Expression(
            form,
            start,
            end,
            DeadlineKind.INTERVAL,
            Modality.BY,
            (found[-1],),
            _part(tokens),
            flags=flags,
        )
    ]


def week(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `tuần cuối của tháng 9`, `tuần 3 tháng 5`: two readings of what a week is."""
    month = values(tokens, Moment)[-1]
    position = next(i for i, t in enumerate(tokens) if t.code == CODES["WEEK"]) + 1
    token = tokens[position]
    number = token.value if isinstance(token.value, int) else 0
    if token.code == CODES["PART"]:
        number = {Part.FIRST: 1, Part.MIDDLE: 2, Part.LAST: 5}[Part(number)]
    if not 1 <= number <= 5:  # noqa: PLR2004
        return []
    start, end = trimmed(tokens)
    moment = Moment(Unit.WEEK, number, number, month.year, month.last)
    return [
        Expression(
            form,
            start,
            end,
            DeadlineKind.INTERVAL,
            limit_of(tokens),
            (moment,),
            flags=("two_readings",),
        )
    ]


def _plain(kind: DeadlineKind) -> Builder:
    def build(low: str, tokens: list[Token], form: str) -> list[Expression]:
        start, end = trimmed(tokens)
        return [
            Expression(
                form, start, end, kind, limit_of(tokens), part=_part(tokens), clock=clock_of(tokens)
            )
        ]

    return build


def tet(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trước Tết Nguyên đán`; the year comes from the plan, or from can-chi after it."""
    start, end = trimmed(tokens)
    return [Expression(form, start, end, DeadlineKind.DATE, limit_of(tokens), flags=("lunar",))]


BUILDERS: Final[dict[str, Builder]] = {
    "weekly": recurrence.weekly, "yearly": recurrence.yearly, "monthly": recurrence.monthly,
    "quarterly": recurrence.quarterly, "quota": recurrence.quota, "periodic": recurrence.periodic,
    "every": recurrence.every, "semesters": recurrence.semesters, "range": spread, "until": until,
    "term": terms.term, "hours": terms.hours, "event": terms.event, "condition": terms.condition,
    "week": week, "calendar": calendar, "loose": calendar, "tet": tet,
    "tenure": _plain(DeadlineKind.FUZZY), "review": _plain(DeadlineKind.FUZZY),
    "school": _plain(DeadlineKind.INTERVAL), "partial": _plain(DeadlineKind.FUZZY),
    "this": _plain(DeadlineKind.INTERVAL), "often": _plain(DeadlineKind.ONGOING),
    "whole": _plain(DeadlineKind.ONGOING), "clock": _plain(DeadlineKind.DATE),
}  # fmt: skip
"""What reads each form of `lexicon/deadline_forms.tsv`."""
