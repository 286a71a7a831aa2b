"""Recurring expressions: tokens to RFC 5545 rules.

The rule says what the words say (`hằng quý` is FREQ=MONTHLY;INTERVAL=3), it never adds a day.
"""

from typing import Final

from kehoach_parser.extract.deadlines.expression import Expression, limit_of, values
from kehoach_parser.extract.deadlines.lexer import CODES, Token
from kehoach_parser.extract.deadlines.moments import MONTHS, Moment, Part, Unit
from kehoach_parser.extract.deadlines.spans import clock_of, trimmed
from kehoach_parser.model import DeadlineKind, Modality

_FREQUENCIES: Final = {
    Unit.DAY: ("DAILY", 1), Unit.WEEK: ("WEEKLY", 1), Unit.MONTH: ("MONTHLY", 1),
    Unit.QUARTER: ("MONTHLY", 3), Unit.YEAR: ("YEARLY", 1),
}  # fmt: skip
_UNITS: Final = {CODES["DAY"]: Unit.DAY, CODES["WEEK"]: Unit.WEEK, CODES["MONTH"]: Unit.MONTH,
                 CODES["QUARTER"]: Unit.QUARTER, CODES["YEAR"]: Unit.YEAR}  # fmt: skip
_WEEKDAYS: Final = {2: "MO", 3: "TU", 4: "WE", 5: "TH", 6: "FR", 7: "SA", 8: "SU"}
_QUARTER_MONTHS: Final = {Part.FIRST: "1,4,7,10", Part.MIDDLE: "2,5,8,11", Part.LAST: "3,6,9,12"}
_EVERY: Final = (CODES["EVERY"], CODES["NEXT"])


def rule(unit: Unit, count: int = 1) -> str:
    """Return the rule of a bare period.

    >>> rule(Unit.QUARTER), rule(Unit.MONTH, 6), rule(Unit.YEAR)
    ('FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY')
    """
    frequency, step = _FREQUENCIES[unit]
    interval = step * count
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _recurring(
    low: str, tokens: list[Token], form: str, repeat: str | None, flags: tuple[str, ...] = ()
) -> Expression:
    start, end = trimmed(tokens)
    return Expression(
        form, start, end, DeadlineKind.RECURRING, limit_of(tokens),
        clock=clock_of(tokens), rule=repeat, flags=flags,
    )  # fmt: skip


def _every(tokens: list[Token]) -> Unit | None:
    """Return the unit of `hằng năm`; null for one without a rule (`mỗi học kỳ`)."""
    for token in tokens:
        if token.code in _EVERY and isinstance(token.value, Unit):
            return token.value
    return None


def every(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `hằng năm`, `mỗi quý`."""
    unit = _every(tokens)
    return [_recurring(low, tokens, form, None if unit is None else rule(unit))]


def weekly(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `thứ Sáu hằng tuần`, `thứ Sáu tuần thứ 2 và thứ Sáu tuần thứ 4 hằng tháng`."""
    unit = _every(tokens)
    if unit not in {Unit.WEEK, Unit.MONTH}:
        return []
    days: list[str] = []
    for index, token in enumerate(tokens):
        if token.code != CODES["WEEKDAY"] or not isinstance(token.value, int):
            continue
        if index and tokens[index - 1].code == CODES["WEEK"]:
            days[-1] = f"{token.value}{days[-1]}"
        else:
            days.append(_WEEKDAYS.get(token.value, ""))
    if not all(days):
        return []
    return [_recurring(low, tokens, form, f"{rule(unit)};BYDAY={','.join(days)}")]


def yearly(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trước ngày 15/11 hằng năm`, `trong tháng 01 hằng năm`, `ngày 31/01 năm sau`."""
    unit = _every(tokens)
    moments = values(tokens, Moment)
    if unit is not Unit.YEAR or not moments:
        return []
    months = ",".join(dict.fromkeys(str(m.month or m.last) for m in moments))
    repeat = f"{rule(unit)};BYMONTH={months}"
    days = list(dict.fromkeys(m.last for m in moments if m.unit is Unit.DAY))
    if days:
        repeat += f";BYMONTHDAY={','.join(map(str, days))}"
    elif any(m.unit is not Unit.MONTH for m in moments):
        first = ",".join(str(n) for m in moments for n in range(m.first, m.last + 1))
        repeat = f"{rule(unit)};BYMONTH={first}"
    return [_recurring(low, tokens, form, repeat)]


def monthly(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trước ngày 18 hằng tháng`, `từ ngày 1 đến ngày 5 hằng tháng`."""
    days = values(tokens, int)
    unit = _every(tokens)
    days = [day for day in days if not isinstance(day, Unit)]
    if unit is not Unit.MONTH or not days or not all(0 < day <= 31 for day in days):  # noqa: PLR2004
        return []
    joined = any(t.code in {CODES["UNTIL"], CODES["DASH"]} for t in tokens)
    if joined and len(days) > 1:
        days = list(range(days[0], days[-1] + 1))
    return [_recurring(low, tokens, form, f"{rule(unit)};BYMONTHDAY={','.join(map(str, days))}")]


def quarterly(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trước ngày 20 của tháng cuối quý`: a month of each quarter, by its number."""
    limited = limit_of(tokens) or any(t.code == CODES["DAY"] for t in tokens)
    number = next((t.value for t in tokens if t.code == CODES["NUMBER"]), None)
    part = next((t.value for t in tokens if t.code == CODES["PART"]), None)
    if not limited or not isinstance(number, int) or not isinstance(part, int):
        return []
    repeat = f"FREQ=YEARLY;BYMONTH={_QUARTER_MONTHS[Part(part)]};BYMONTHDAY={number}"
    return [_recurring(low, tokens, form, repeat)]


def quota(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `01 lần/tháng`, `6 tháng một lần`, `mỗi quý 01 lần`; a minimum is flagged."""
    unit = _every(tokens)
    count = 1
    codes = "".join(t.code for t in tokens)
    if unit is None:
        unit = next(_UNITS[t.code] for t in tokens if t.code in _UNITS)
        if codes.index(CODES["TIMES"]) > min(i for i, c in enumerate(codes) if c in _UNITS):
            count = next(t.value for t in tokens if t.code == CODES["NUMBER"])  # type: ignore[assignment]
    flags = ("at_least",) if CODES["LEAST"] in codes else ()
    return [_recurring(low, tokens, form, rule(unit, count), flags)]


def periodic(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `định kỳ 6 tháng, hằng năm`: one expression for each period."""
    found: list[Expression] = []
    piece: list[Token] = []
    for token in tokens:
        piece.append(token)
        unit = _UNITS.get(token.code, _every([token]))
        if unit is None:
            continue
        count = next((t.value for t in piece if t.code == CODES["NUMBER"]), 1)
        if isinstance(count, int) and 0 < count <= MONTHS * 5:
            found.append(_recurring(low, piece, form, rule(unit, count)))
        piece = []
    return found


def semesters(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `cuối học kỳ 1 và cuối học kỳ 2`: recurring, but nothing dates it."""
    return [_recurring(low, tokens, form, None)]


__all__ = ["Modality", "every", "monthly", "periodic", "quarterly", "quota", "rule", "semesters",
           "weekly", "yearly"]  # fmt: skip
