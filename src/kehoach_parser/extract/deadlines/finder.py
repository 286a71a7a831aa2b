"""From the whole text to deadline records."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.frame import Timeframe, timeframe
from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.extract.deadlines.case import Case
from kehoach_parser.extract.deadlines.judge import role as role_of
from kehoach_parser.extract.deadlines.lexer import lower
from kehoach_parser.extract.deadlines.normal import Normal, normal
from kehoach_parser.extract.deadlines.places import Place, Places
from kehoach_parser.findings import Finding, finding
from kehoach_parser.model import Citation, Deadline, DeadlineRole, Modality, Window, YearSource
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.source import SourceText

_BLANK_DATE: Final = re.compile(r"tháng\s*\d{0,2}\s*năm\s*((?:19|20)\d\d)")
_DATA: Final = re.compile(r"số\sliệu|thống\skê|kỳ\sbáo\scáo")


class Dates(NamedTuple):
    """The deadlines of a plan, and what was noticed while reading them."""

    deadlines: tuple[Deadline, ...]
    findings: tuple[Finding, ...]


def find_deadlines(
    source: SourceText, header: Header, outline: Outline, citations: Sequence[Citation]
) -> Dates:
    """Return each time expression that sets a deadline, in the order of the text."""
    low = lower(source.text)
    frame = _frame(low, source, header)
    places = Places(low, source, header, outline, citations)
    records: list[Deadline] = []
    findings: list[Finding] = []
    end = 0
    for expression in parse(low):
        if expression.start < end:
            continue
        place = places.at(expression.start, expression.end)
        value = normal(low, expression, frame, place.column.year if place.column else None)
        role = value and role_of(Case(low, expression, value, place, frame, places))
        if value is None or role is None:
            continue
        if expression.form == "clock":
            value = _on_day_of(records, value)
        record = _record(source, expression, value, role, place, len(records) + 1)
        records.append(record)
        end = record.span[1]
        if value.year_source in {YearSource.PLAN, YearSource.DOCUMENT} and expression.moments:
            findings.append(_year_inferred(record))
    return Dates(tuple(records), tuple(findings))


def _on_day_of(records: list[Deadline], value: Normal) -> Normal:
    """Give a row of a timetable (`8h30 - 9h00`) the day that was named last."""
    day = next((r.due for r in reversed(records) if r.due and r.start == r.due), None)
    return replace(value, start=day, due=day)


def _year_inferred(record: Deadline) -> Finding:
    day = record.due or record.start
    return finding("year-inferred", record.span, text=record.text, year=day.year if day else "")


def _frame(low: str, source: SourceText, header: Header) -> Timeframe:
    metadata = header.metadata
    period = metadata.period
    end = source.lines[header.end].start if header.end < len(source.lines) else len(low)
    blank = None if metadata.issued_on else _BLANK_DATE.search(low, 0, end)
    return timeframe(
        metadata.issued_on,
        period.start if period else None,
        period.end if period else None,
        period.text if period else "",
        int(blank[1]) if blank else None,
    )


def _record(
    source: SourceText,
    expression: Expression,
    value: Normal,
    role: DeadlineRole,
    place: Place,
    number: int,
) -> Deadline:
    start, end = expression.start, value.end
    is_window = expression.form == "range" and bool(_DATA.search(place.before))
    clock = expression.clock
    return Deadline(
        id=f"d{number}",
        text=source.text[start:end],
        span=(start, end),
        page=source.page_at(start),
        box=source.box_at(start),
        confidence=source.lines[place.line].confidence,
        role=role,
        kind=value.kind,
        modality=expression.limit
        or (Modality.DURING if value.start != value.due else Modality.ON if value.due else None),
        start=value.start,
        due=value.due,
        strict_due=value.strict_due,
        rolled_due=value.rolled_due,
        time=f"{clock.hour:02}:{clock.minute:02}" if clock else None,
        rrule=expression.rule,
        duration=expression.duration,
        anchor=_words(source.text, low_words=expression.anchor, start=start, end=end),
        condition=_words(source.text, low_words=expression.condition, start=start, end=end),
        edtf=value.edtf,
        window=Window(start=value.start, end=value.due) if is_window else None,
        year_source=value.year_source,
        flags=value.flags,
    )


def _words(text: str, low_words: str | None, start: int, end: int) -> str | None:
    """Return words in the case of the text; builders see it in lower case."""
    if low_words is None:
        return None
    return text[end - len(low_words) : end] if end - len(low_words) >= start else low_words
