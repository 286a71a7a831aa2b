"""From the whole text to deadline records."""

import re
from collections.abc import Hashable, Sequence
from datetime import date
from heapq import merge
from operator import attrgetter
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.case import Case
from kehoach_parser.extract.deadlines.cells import TimeCell
from kehoach_parser.extract.deadlines.deferred import DEFERRED, deferred, deferred_lines
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.frame import Timeframe, timeframe
from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.extract.deadlines.judge import role as role_of
from kehoach_parser.extract.deadlines.moments import (
    LAST_WEEK,
    MONTHS,
    Moment,
    Unit,
    month_end,
)
from kehoach_parser.extract.deadlines.normal import Normal, normal
from kehoach_parser.extract.deadlines.places import Place, Places
from kehoach_parser.extract.deadlines.records import moved, record, year_inferred
from kehoach_parser.extract.deadlines.regimes import with_regime
from kehoach_parser.extract.tables.columns import Columns
from kehoach_parser.findings import Finding
from kehoach_parser.model import Citation, Deadline, Modality, SectionKind
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.folding import lower
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import CELL_GAP, SourceText

_DIGITS: Final = pattern(r"\d{1,2}")
_BARE: Final = pattern(
    r"\d{1,2}(?:\s?[-–,+]\s?\d{1,2})*|[ivx]{1,4}(?:\s?[-–,+]\s?[ivx]{1,4})*"
    r"|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
)
"""Numbers, Roman numerals, and a day without a word."""

_OFTEN: Final = "often"
_CLOCK: Final = "clock"
_WEEK: Final = "numbered"
_BY_ROW: Final = (_CLOCK, _WEEK)
"""Forms whose meaning hangs on what stands above in the table."""

_WITH_CLAUSE: Final = ("event", "condition", "term")
"""Forms that run to the end of a clause, in which a document may be cited."""

_NAMES_DAY: Final = (" là ", ": ")
_LAST_CALL: Final = pattern(r"\bhạn\s(?:cuối|chót)\b[^;|]{0,80}\Z")
_LIMIT_APART: Final = pattern(
    r"\b(?:chậm|muộn)\snhất\s(?:gửi|nộp|trình|hoàn|báo|về|cho|đến)\b[^\d,.;:|]{0,90}\s\Z"
)
"""A limit that what is sent or to whom parts from its day (`chậm nhất về Sở A ngày 23/3`)."""
_START: Final = attrgetter("start")
_JOINS: Final = (", ", " và ", ", và ")
_BLANK_DATE: Final = pattern(r"tháng\s*(\d{0,2})\s*năm\s*((?:19|20)\d\d)")


class Dates(NamedTuple):
    """The deadlines of a plan, and what was noticed while reading them."""

    deadlines: tuple[Deadline, ...]
    findings: tuple[Finding, ...]


def find_deadlines(
    source: SourceText,
    header: Header,
    outline: Outline,
    citations: Sequence[Citation],
    columns: tuple[Columns, ...],
) -> Dates:
    """Return each time expression that sets a deadline, in the order of the text."""
    low = _joined_titles(lower(source.text), header)
    frame = _frame(low, source, header)
    places = Places(low, source, header, outline, citations, columns)
    judge = _Judge(low, source, frame, places)
    cells: list[TimeCell | Expression] = [*places.cells.times()]
    others: list[TimeCell | Expression] = [*parse(_without(low, cells))]
    lines: list[TimeCell | Expression] = [*deferred_lines(low)]
    for found in merge(cells, lines, others, key=_START):
        if isinstance(found, TimeCell):
            judge.cell(found)
        else:
            judge.expression(found)
    records = tuple(judge.records)
    return Dates(records, tuple(filter(None, map(year_inferred, records))))


class _Judge:
    """Makes records of expressions in the order of the text.

    `_known` holds what cells of time columns gave, by all that decides it: long registers say
    the same few things again and again. `_day` is the day named last, `_tabled` whether in a
    table; `_held` are the days that the plan's time and place name.
    """

    def __init__(self, low: str, source: SourceText, frame: Timeframe, places: Places) -> None:
        self._low = low
        self._source = source
        self._frame = frame
        self._places = places
        self._end = 0
        self._day: date | None = None
        self._held: set[date] = set()
        self._tabled = False
        self._month: tuple[int | None, date] | None = None
        self._own: date | None = None
        self._known: dict[Hashable, tuple[int, list[Deadline] | None]] = {}
        self.records: list[Deadline] = []

    def expression(self, expression: Expression) -> None:
        """Add the record of an expression that is a deadline."""
        places = self._places
        start, end = expression.start, expression.end
        within = start + 1 if expression.form in _WITH_CLAUSE else end
        in_name = expression.form != DEFERRED and places.cited(start, within)
        if start < self._end or in_name:
            return
        place = places.at(start, end)
        if expression.moments and expression.limit is None and _is_last_call(place.before):
            expression = expression._replace(limit=Modality.BY)
        year = place.column.year if place.column else place.stage_year
        value = normal(self._low, expression, self._frame, year)
        if value is None:
            return
        if expression.form == _CLOCK:
            day = self._row_day()
            value = value._replace(start=day, due=day)
        elif expression.form == _WEEK:
            value = self._in_month(expression, value, place)
        case = Case(
            self._low, expression, value, place, self._frame, places, self._joins(expression)
        )
        role = role_of(case)
        if role is not None:
            found = record(self._source, with_regime(case), role, len(self.records) + 1)
            self._add(found)
            self._note_day(found, place)

    def _joins(self, expression: Expression) -> bool:
        """Tell whether only a comma or `và` parts a day from the deadline before it.

        So it may part `thường xuyên` (`Tháng 12/2026 và thường xuyên`).
        """
        if not self.records or self._low[self._end : expression.start] not in _JOINS:
            return False
        if expression.form == _OFTEN:
            return True
        is_day = bool(expression.moments) and expression.moments[0].unit is Unit.DAY
        return is_day and self.records[-1].due is not None

    def _row_day(self) -> date | None:
        """Return the day of a timetable's row.

        It is the one that the table names, else the only one on which the event is held, else the
        one named last.
        """
        held = None if self._tabled or len(self._held) != 1 else next(iter(self._held))
        return held or self._day

    def _in_month(self, expression: Expression, value: Normal, place: Place) -> Normal:
        """Return a week by its number in the month of the plan, or the one named above it."""
        table = self._source.lines[place.line].table
        named = self._month if self._month and self._month[0] == table else None
        first = named[1] if named and table is not None else self._own
        numbers = [*map(int, _DIGITS.findall(self._low, expression.start, expression.end))]
        if first is None or numbers[-1] > LAST_WEEK or numbers[0] > numbers[-1]:
            return value
        week = Moment(Unit.WEEK, numbers[0], numbers[-1], first.year, first.month)
        days = week.bounds(first.year) or (None, None)
        return value._replace(start=days[0], due=days[1], flags=("two_readings",))

    def _note_day(self, found: Deadline, place: Place) -> None:
        month = (
            found.start
            and found.start.day == 1
            and found.due == month_end(found.start.year, found.start.month)
        )
        if month and found.start:
            self._month = self._source.lines[place.line].table, found.start
            self._own = found.start if place.title else self._own
        if found.due and found.due == found.start:
            self._tabled = place.column is not None
            if place.kind is SectionKind.SCOPE:
                self._held.add(found.due)

    def cell(self, cell: TimeCell) -> None:
        """Add the records of a cell in a column of times, those of its like moved to its place."""
        key = self._places.deciding(cell)
        first, like = self._known.get(key, (0, None))
        cited = self._places.cited(cell.start, cell.end)
        if like is not None and not cited:
            for found in like:
                number = len(self.records) + 1
                self._add(moved(self._source, found, cell.start - first, number))
            return
        known = len(self.records)
        expressions = _inside(self._low, cell)
        for expression in expressions:
            self.expression(expression)
        if not cited and not any(expression.form in _BY_ROW for expression in expressions):
            self._known[key] = cell.start, self.records[known:]

    def _add(self, found: Deadline) -> None:
        self.records.append(found)
        self._end = found.span[1]
        if found.due and found.due == found.start:
            self._day = found.due


def _is_last_call(before: str) -> bool:
    """Tell whether words before a bare day make it a limit: `Hạn cuối nhận bài dự thi là …`."""
    named = before.endswith(_NAMES_DAY) and _LAST_CALL.search(before)
    return bool(named or ("nhất " in before and _LIMIT_APART.search(before)))


def _joined_titles(low: str, header: Header) -> str:
    """Return the text with its titles on one line: a period may run over a line's end there."""
    for name in ("title", "attached"):
        span = header.metadata.spans.get(name)
        if span and "\n" in low[slice(*span)]:
            low = low[: span[0]] + low[slice(*span)].replace("\n", " ") + low[span[1] :]
    return low


def _without(low: str, cells: Sequence[TimeCell | Expression]) -> str:
    """Return the text with blanks in the place of cells that are read apart."""
    parts: list[str] = []
    at = 0
    for cell in cells:
        parts += (low[at : cell.start], " " * (cell.end - cell.start))
        at = cell.end
    return "".join((*parts, low[at:]))


def _inside(low: str, cell: TimeCell) -> list[Expression]:
    """Return the expressions in a cell by place; of two that begin together the longer first."""
    if cell.column.words_before and _BARE.fullmatch(low, cell.start, cell.end):
        return _bare_value(low, cell)
    # The gap after the cell counts: `12 |` at the start of a row is its label.
    gap = len(CELL_GAP) if low.startswith(CELL_GAP, cell.end) else 0
    found = parse(low, cell.start, cell.end + gap)
    if cell.column.begins:
        found = [one._replace(limit=one.limit or Modality.FROM) for one in found]
    elsewhere = deferred(low, cell, alone=not found)
    if elsewhere is None:
        return found
    return list(merge([elsewhere], found, key=lambda one: (one.start, -one.end)))


def _bare_value(low: str, cell: TimeCell) -> list[Expression]:
    """Return the time that a value names with the words above it: `Tháng`, `3`."""
    found = parse(f"{cell.column.words_before} {low[cell.start : cell.end]}")
    return [one._replace(start=cell.start, end=cell.end) for one in found[:1]]


def _frame(low: str, source: SourceText, header: Header) -> Timeframe:
    """Return the frame of the plan's dates; a blank issue date still gives a year."""
    metadata = header.metadata
    period = metadata.period
    end = source.lines[header.end].start if header.end < len(source.lines) else len(low)
    blank = None if metadata.issued_on else _BLANK_DATE.search(low, 0, end)
    frame = timeframe(
        metadata.issued_on,
        period.start if period else None,
        period.end if period else None,
        words=period.text if period else "",
        blank=header.posted_on or (_first_day(blank) if blank else None),
        own=metadata.document_type.name.lower() if metadata.document_type else "",
    )
    return frame._replace(news=not header.is_official)


def _first_day(blank: re.Match[str]) -> date:
    """Return the first day of a date line whose day, or day and month are blank."""
    month = int(blank[1] or 1)
    return date(int(blank[2]), month if 1 <= month <= MONTHS else 1, 1)
