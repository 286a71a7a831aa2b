"""From the whole text to deadline records."""

import re
from collections.abc import Sequence
from datetime import date
from heapq import merge
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.case import Case
from kehoach_parser.extract.deadlines.columns import Columns
from kehoach_parser.extract.deadlines.deferred import deferred
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.frame import Timeframe, timeframe
from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.extract.deadlines.judge import role as role_of
from kehoach_parser.extract.deadlines.lexer import lower
from kehoach_parser.extract.deadlines.moments import MONTHS
from kehoach_parser.extract.deadlines.normal import normal
from kehoach_parser.extract.deadlines.places import Places
from kehoach_parser.extract.deadlines.records import record, year_inferred
from kehoach_parser.findings import Finding
from kehoach_parser.model import Citation, Deadline
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_BLANK_DATE: Final = pattern(r"tháng\s*(\d{0,2})\s*năm\s*((?:19|20)\d\d)")


class Dates(NamedTuple):
    """The deadlines of a plan, and what was noticed while reading them."""

    deadlines: tuple[Deadline, ...]
    findings: tuple[Finding, ...]


def find_deadlines(
    source: SourceText, header: Header, outline: Outline, citations: Sequence[Citation]
) -> Dates:
    """Return each time expression that sets a deadline, in the order of the text."""
    low = _joined_titles(lower(source.text), header)
    frame = _frame(low, source, header)
    places = Places(low, source, header, outline, citations)
    records: list[Deadline] = []
    end, day = 0, None
    for expression in _expressions(low, places.columns):
        if expression.start < end or places.cited(expression.start, expression.end):
            continue
        place = places.at(expression.start, expression.end)
        value = normal(low, expression, frame, place.column.year if place.column else None)
        if value is None:
            continue
        if expression.form == "clock":  # a row of a timetable is on the day named last
            value = value._replace(start=day, due=day)
        case = Case(low, expression, value, place, frame, places)
        role = role_of(case)
        if role is not None:
            records.append(record(source, case, role, len(records) + 1))
            end = value.end
            day = value.due if value.due and value.due == value.start else day
    return Dates(tuple(records), tuple(filter(None, map(year_inferred, records))))


def _joined_titles(low: str, header: Header) -> str:
    """Return the text with its titles on one line: a period may run over a line's end there."""
    for name in ("title", "attached"):
        span = header.metadata.spans.get(name)
        if span and "\n" in low[slice(*span)]:
            low = low[: span[0]] + low[slice(*span)].replace("\n", " ") + low[span[1] :]
    return low


def _expressions(low: str, columns: Columns) -> Sequence[Expression]:
    """Return all expressions by place; of two that begin together the longer comes first."""
    elsewhere = list(deferred(low, columns))
    if not elsewhere:
        return parse(low)
    return list(merge(elsewhere, parse(low), key=lambda found: (found.start, -found.end)))


def _frame(low: str, source: SourceText, header: Header) -> Timeframe:
    """Return the frame of the plan's dates; a blank issue date still gives a year."""
    metadata = header.metadata
    period = metadata.period
    end = source.lines[header.end].start if header.end < len(source.lines) else len(low)
    blank = None if metadata.issued_on else _BLANK_DATE.search(low, 0, end)
    return timeframe(
        metadata.issued_on,
        period.start if period else None,
        period.end if period else None,
        words=period.text if period else "",
        blank=_first_day(blank) if blank else None,
        own=metadata.document_type.name.lower() if metadata.document_type else "",
    )


def _first_day(blank: re.Match[str]) -> date:
    """Return the first day of a date line whose day, or day and month are blank."""
    month = int(blank[1] or 1)
    return date(int(blank[2]), month if 1 <= month <= MONTHS else 1, 1)
