"""Recurring expressions: runs of tokens to RFC 5545 rules.

The rule says what the words say (`hằng quý` is FREQ=MONTHLY;INTERVAL=3), it never adds a day.
"""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.extract.deadlines.atoms import Clock, Value
from kehoach_parser.extract.deadlines.expression import LIMITS, Expression
from kehoach_parser.extract.deadlines.lexer import CODES, Token
from kehoach_parser.extract.deadlines.moments import MONTHS, Moment, Part, Unit
from kehoach_parser.extract.deadlines.run import Run
from kehoach_parser.model import DeadlineKind
from kehoach_parser.text.patterns import pattern

_FREQUENCIES: Final = {
    Unit.DAY: ("DAILY", 1), Unit.WEEK: ("WEEKLY", 1), Unit.MONTH: ("MONTHLY", 1),
    Unit.QUARTER: ("MONTHLY", 3), Unit.YEAR: ("YEARLY", 1),
}  # fmt: skip
_UNITS: Final = {
    CODES["DAY"]: Unit.DAY, CODES["WEEK"]: Unit.WEEK, CODES["MONTH"]: Unit.MONTH,
    CODES["QUARTER"]: Unit.QUARTER, CODES["YEAR"]: Unit.YEAR,
}  # fmt: skip
_WEEKDAYS: Final = {2: "MO", 3: "TU", 4: "WE", 5: "TH", 6: "FR", 7: "SA", 8: "SU"}
_WORKDAYS: Final = tuple(_WEEKDAYS.values())[:5]
_REPORT: Final = "báo cáo "
_WEEKS: Final[dict[Part | None, str]] = {Part.FIRST: "1", Part.LAST: "-1"}
_QUARTER_MONTHS: Final[dict[Part | None, str]] = {
    Part.FIRST: "1,4,7,10",
    Part.MIDDLE: "2,5,8,11",
    Part.LAST: "3,6,9,12",
}
_EDGES: Final[dict[int, int]] = {Part.FIRST: 1, Part.LAST: -1}
_EVERY: Final = (CODES["EVERY"], CODES["NEXT"], CODES["LAST"])
_BEFORE_PART: Final = (CODES["WEEK"], CODES["WEEKDAY"])
_SPREADS: Final = (CODES["UNTIL"], CODES["DASH"])
_SHORTEST_MONTH: Final = 28  # a rule on later days leaves months out
_LAST_DAY: Final = 31
_NUMBER: Final = CODES["NUMBER"]
_WHOLE_YEAR: Final = CODES["WHOLE"]
_NINE_MONTHS: Final = 9
_LONGEST_PERIOD: Final = 60
_LONGEST_SENTENCE: Final = 240
_EACH_DAY: Final = pattern(r"\b(?:hằng|hàng|mỗi|báo cáo) ngày\b[^.|\n]*\Z")


def rule(unit: Unit, count: int = 1) -> str:
    """Return the rule of a bare period.

    >>> rule(Unit.QUARTER), rule(Unit.MONTH, 6), rule(Unit.YEAR)
    ('FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY')
    """
    frequency, step = _FREQUENCIES[unit]
    interval = step * count
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _recurring(run: Run, repeat: str | None) -> Expression:
    return run.expression(DeadlineKind.RECURRING)._replace(rule=repeat)


def _listed(numbers: list[int]) -> str:
    return ",".join(str(number) for number in dict.fromkeys(numbers))


def _unit_of(tokens: list[Token]) -> Unit | None:
    """Return the unit of `hằng năm`; null for one without a rule (`mỗi học kỳ`)."""
    for token in reversed(tokens):
        if token.code in _EVERY and isinstance(token.value, Unit):
            return token.value
    return None


def daily(run: Run) -> list[Expression]:
    """Read `trước 15h hằng ngày`, `báo cáo ngày trước 15h`, `hằng ngày tổng hợp, gửi trước 15h`."""
    if run.codes[0] == CODES["DAY"]:
        each_day = _of_report(run)
    else:
        each_day = _unit_of(run.tokens) is Unit.DAY or _in_daily_sentence(run)
    return [_recurring(run, rule(Unit.DAY))] if each_day else []


def _in_daily_sentence(run: Run) -> bool:
    """Tell whether the sentence before says that something is done each day."""
    start = run.span[0]
    return _EACH_DAY.search(run.low, max(0, start - _LONGEST_SENTENCE), start) is not None


def _of_report(run: Run) -> bool:
    """Tell whether the period that begins a run says which report is meant (`báo cáo ngày …`)."""
    return run.low.endswith(_REPORT, 0, run.span[0])


def hourly(run: Run) -> list[Expression]:
    """Read `báo cáo 02 giờ/lần`, `30 phút một lần`."""
    minutes = run.first("MINUTES")
    count = minutes or (run.clock.hour if run.clock else 0)
    if not count:
        return []
    step = f";INTERVAL={count}" if count > 1 else ""
    return [
        _recurring(run, f"FREQ={'MINUTELY' if minutes else 'HOURLY'}{step}")._replace(clock=None)
    ]


def weekly(run: Run) -> list[Expression]:
    """Read `thứ Sáu hằng tuần`, `thứ Sáu tuần thứ 2 và thứ Sáu tuần thứ 4 hằng tháng`.

    So `các ngày làm việc trong tuần`. `tuần` before the limit is what the report is of:
    `báo cáo tuần vào thứ Năm`; `thứ Hai đầu tuần` is each week's, `2 tuần 1 lần` each second one's.
    """
    spaced = _NUMBER + CODES["WEEK"] in run.codes
    each_week = (
        spaced
        or run.codes.startswith(CODES["WEEK"])
        or run.codes.endswith(CODES["PART"] + CODES["WEEK"])
        or f"{CODES['SLASH']}{CODES['WEEK']}" in run.codes
    )
    unit = Unit.WEEK if each_week else _unit_of(run.tokens)
    if run.has("WORKING") and (run.has("WEEK") or unit is Unit.WEEK):
        return [_recurring(run, f"{rule(Unit.WEEK)};BYDAY={','.join(_WORKDAYS)}")]
    if unit is None and run.has("MONTH"):
        unit = Unit.MONTH
    if unit is not Unit.WEEK and unit is not Unit.MONTH:
        return []
    return _on_weekdays(run, unit, (run.first("NUMBER") or 0) if spaced else 1)


def weekday(run: Run) -> list[Expression]:
    """Read `trước 16 giờ thứ Sáu` of each week."""
    return _on_weekdays(run, Unit.WEEK)


def monthday(run: Run) -> list[Expression]:
    """Read `trước ngày 25` of each month."""
    day = run.first("NUMBER") or 0
    repeat = f"{rule(Unit.MONTH)};BYMONTHDAY={day}"
    return [_recurring(run, repeat)] if 0 < day <= _LAST_DAY else []


def _on_weekdays(run: Run, unit: Unit, count: int = 1) -> list[Expression]:
    if any(token.code in _SPREADS for token in run.tokens):
        return _through_week(run)
    days: list[str] = []
    previous = ""
    for token in run.tokens:
        if token.code == CODES["WEEKDAY"] and isinstance(token.value, int):
            if previous == CODES["WEEK"] and days:
                days = _in_week(days, token.value)
            else:
                days.append(_WEEKDAYS.get(token.value, ""))
        elif token.code == _NUMBER and previous == CODES["WEEK"] and days:
            days = _in_week(days, token.value)
        elif token.code == CODES["PART"] and previous in _BEFORE_PART and unit is Unit.MONTH:
            days[-1] = f"{_WEEKS[run.part]}{days[-1]}" if run.part in _WEEKS else ""
        previous = token.code
    repeat = f"{rule(unit, count)};BYDAY={','.join(days)}"
    return [_recurring(run, repeat)] if count and all(days) else []


def _in_week(days: list[str], number: Value | Clock) -> list[str]:
    """Return the days with the last one in a week of the month (`tuần thứ 2 và tuần thứ 4`)."""
    last = days[-1]
    if last[0].isdigit():
        return [*days, f"{number}{last.lstrip('12345')}"]
    return [*days[:-1], f"{number}{last}"]


def _through_week(run: Run) -> list[Expression]:
    """Read `từ thứ Hai đến thứ Sáu hằng tuần`: each day from the first to the last."""
    ends = run.numbers("WEEKDAY")
    days = [name for number, name in _WEEKDAYS.items() if ends[0] <= number <= ends[-1]]
    return [_recurring(run, f"{rule(Unit.WEEK)};BYDAY={','.join(days)}")] if days else []


def yearly(run: Run) -> list[Expression]:
    """Read `trước ngày 15/11 hằng năm`, `trong tháng 01 hằng năm`, `ngày 31/01 năm sau`.

    Days that one rule cannot hold (`30/6 và 31/12`: it would give 30/12 too) are a rule each.
    `năm (trước ngày 25/11/2026)` is no rule: the day has its year.
    """
    unit = _unit_of(run.tokens)
    if unit not in {Unit.YEAR, None}:
        return monthly(run) if run.has("WEAKDATE") else []
    if run.has("LAST") and run.limit not in LIMITS:
        return []
    if run.has("UNTIL") or run.has("DASH"):
        return [_spread(run)]
    days = _days_of(run)
    if not days:
        months = [month for moment in run.moments() for month in moment.months()]
        return [_recurring(run, f"{rule(Unit.YEAR)};BYMONTH={_listed(months)}")]
    if days[-1].year and _unit_of(run.tokens) is None:
        return [run.expression()._replace(form="calendar", moments=(days[-1],))]
    return _each_on(run, days)


def _each_on(run: Run, days: list[Moment]) -> list[Expression]:
    """Return one rule for all days if it can hold them, else a rule for each."""
    if len({day.first for day in days}) == 1 or len({day.month for day in days}) == 1:
        return [_on_days(run, days)]
    limit = run.limit
    return [_on_days(part, _days_of(part))._replace(limit=limit) for part in _parts(run)]


def _days_of(run: Run) -> list[Moment]:
    """Return the days of a list; a month after a day has the same day (`15 tháng 6 và tháng 12`).

    A number before a list of months is the day of each of them.
    """
    days: list[Moment] = []
    plain = run.codes.replace(CODES["FILLER"], "")
    number = run.first("NUMBER") if CODES["DAY"] + CODES["NUMBER"] in plain else None
    for moment in run.moments():
        if moment.unit is Unit.MONTH and (days or number):
            day = days[-1].last if days else number or 0
            days += [Moment(Unit.DAY, day, day, month=month) for month in moment.months()]
        elif moment.unit in {Unit.DAY, Unit.LUNAR}:
            days.append(moment)
    return days


def _on_days(run: Run, days: list[Moment]) -> Expression:
    """Return the rule of days of the year; none says a lunar day."""
    if any(day.unit is Unit.LUNAR for day in days):
        return _recurring(run, rule(Unit.YEAR))._replace(flags=("lunar",))
    months, numbers = [day.month for day in days], [day.last for day in days]
    repeat = f"BYMONTH={_listed(months)};BYMONTHDAY={_listed(numbers)}"
    return _recurring(run, f"{rule(Unit.YEAR)};{repeat}")


def _parts(run: Run) -> Iterator[Run]:
    """Yield a run for each day of a list; what follows the last one belongs to it."""
    piece: list[Token] = []
    left = len(run.moments())
    for token in run.tokens:
        piece.append(token)
        if isinstance(token.value, Moment) and left > 1:
            yield run.part_of(piece)
            piece, left = [], left - 1
    yield run.part_of(piece)


def _spread(run: Run) -> Expression:
    """Return the rule of a range's last day, or of all its months (`từ tháng 5 đến tháng 10`)."""
    moments = run.moments()
    last = moments[-1]
    if last.unit is Unit.DAY:
        return _on_days(run, [last])
    months = [
        (month - 1) % MONTHS + 1
        for month in range(
            moments[0].first,
            last.last + 1 + (MONTHS if moments[0].first > last.last else 0),
        )
    ]
    return _recurring(run, f"{rule(Unit.YEAR)};BYMONTH={_listed(months)}")


def monthly(run: Run) -> list[Expression]:
    """Read `trước ngày 18 hằng tháng`, `từ ngày 1 đến ngày 5 hằng tháng`, `ngày cuối tháng`.

    Which month of a quarter is meant may be left unsaid (`hằng quý, trước ngày 20`). A count is
    none of the days (`02 ngày/tháng (ngày 10 và ngày 25)`, `mỗi tháng 01 lần vào ngày 5`).
    """
    unit = Unit.MONTH if run.has("MONTH") else _unit_of(run.tokens)
    if unit is not Unit.MONTH and unit is not Unit.QUARTER:
        return []
    if run.codes[0] == CODES["MONTH"] and not _of_report(run):
        return []
    if run.has("WEEK") or run.has("WORKING"):  # one of its days
        return [_recurring(run, rule(Unit.MONTH))]
    days = _days_in(run)
    if not days or not all(0 < day <= _LAST_DAY or day == -1 for day in days):
        return []
    if len(days) > 1 and any(token.code in _SPREADS for token in run.tokens):
        days = list(range(days[0], days[-1] + 1)) or days[-1:]  # from a day of the month before
    found = _recurring(run, f"{rule(unit)};BYMONTHDAY={_listed(days)}")
    return [found._replace(flags=("short_months",)) if days[-1] > _SHORTEST_MONTH else found]


def _days_in(run: Run) -> list[int]:
    """Return the days of the month that a run names, its last one as -1.

    So `5-10`, which may be a day and a month elsewhere; `trong 5 ngày đầu` is by the fifth.
    """
    if run.has("WEAKDATE"):
        weak = run.moments()[0]
        return list(range(weak.first, weak.month + 1))
    days = run.numbers()[run.has("SLASH") or run.has("TIMES") :]
    if run.part is Part.LAST:
        return [*days, -1]
    return days[:1] if run.part is Part.FIRST else days


def quarterly(run: Run) -> list[Expression]:
    """Read `trước ngày 20 của tháng cuối quý`: a month of each quarter, by its number.

    Two parts tell the day, too (`ngày cuối cùng của tháng đầu quý sau`); months may stand beside
    it (`tháng cuối quý, tháng 6 và tháng 12`).
    """
    parts = run.numbers("PART")
    day = run.first("NUMBER") if len(parts) == 1 else _EDGES.get(parts[0])
    months = _QUARTER_MONTHS.get(Part(parts[-1]))
    if not (run.limit or run.has("DAY")) or day is None or months is None:
        return []
    if not -1 <= day <= _LAST_DAY or not day or _unit_of(run.tokens) not in {None, Unit.QUARTER}:
        return []
    named = [int(month) for month in months.split(",")]
    named += [month for moment in run.moments() for month in moment.months()]
    return [_recurring(run, f"FREQ=YEARLY;BYMONTH={_listed(sorted(named))};BYMONTHDAY={day}")]


def quota(run: Run) -> list[Expression]:
    """Read `01 lần/tháng`, `02 ngày/tháng`, `6 tháng một lần`, `mỗi quý 01 lần`, `ngày 02 lần`.

    A minimum is flagged; no rule says `mỗi học kỳ 02 lần`, `01 lần/năm học`.
    """
    unit = _unit_of(run.tokens)
    count = 1
    if not run.has("TIMES"):
        unit = _UNITS[run.tokens[-1].code]
    elif unit is None:
        named = [(place, t.code) for place, t in enumerate(run.tokens) if t.code in _UNITS]
        place, code = named[0] if named else (len(run.tokens), "")
        unit = _UNITS.get(code)
        if 0 < place < run.codes.index(CODES["TIMES"]):
            count = run.first("NUMBER") or 1
    flags = ("at_least",) if run.has("LEAST") else ()
    repeat = None if unit is None else rule(unit, count)
    return [_recurring(run, repeat)._replace(flags=flags)]


def periodic(run: Run) -> list[Expression]:
    """Read `hằng năm`, `hằng quý, 6 tháng`, `định kỳ 6 tháng, hằng năm`: one for each period.

    `3 tháng, 6 tháng, 9 tháng và năm` are counted from the year's start: each is once a year.
    """
    found: list[Expression] = []
    piece: list[Token] = []
    of_year = _NINE_MONTHS in run.numbers()
    for token in run.tokens:
        piece.append(token)
        if token.code not in _UNITS and token.code not in (*_EVERY, _WHOLE_YEAR):
            continue
        whole = token.code == _WHOLE_YEAR
        unit = Unit.YEAR if whole else _UNITS.get(token.code, _unit_of([token]))
        part = run.part_of(piece)
        counts = part.numbers()
        within = bool(counts) and all(0 < count <= MONTHS for count in counts)
        counts = counts or [1]
        if of_year and unit is Unit.MONTH and within:
            found.append(_recurring(part, f"{rule(Unit.YEAR)};BYMONTH={_listed(counts)}"))
        elif len(counts) == 1 and 0 < counts[0] <= _LONGEST_PERIOD:
            found.append(_recurring(part, None if unit is None else rule(unit, counts[0])))
        piece = []
    return found


def semesters(run: Run) -> list[Expression]:
    """Read `cuối học kỳ 1 và cuối học kỳ 2`: recurring, but nothing dates it; one end is once."""
    once = run.codes.count(CODES["PART"]) == 1 and not run.has("PERIODIC")
    return [run.expression(DeadlineKind.FUZZY) if once else _recurring(run, None)]
