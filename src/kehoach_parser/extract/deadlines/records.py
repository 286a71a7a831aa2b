"""Deadline records of the output, from expressions, values and roles."""

from typing import Final

from kehoach_parser.extract.deadlines.case import Case
from kehoach_parser.findings import Finding, finding
from kehoach_parser.model import Deadline, DeadlineRole, Modality, Window, YearSource
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_DATA: Final = pattern(r"số\sliệu|thống\skê|kỳ\sbáo\scáo")
_GUESSED: Final = (YearSource.PLAN, YearSource.DOCUMENT)


def record(source: SourceText, case: Case, role: DeadlineRole, number: int) -> Deadline:
    """Return the record of a judged expression; `number` counts from 1."""
    expression, value = case.expression, case.value
    start, end = expression.start, value.end
    clock = expression.clock
    is_window = expression.form == "range" and bool(_DATA.search(case.place.before))
    return Deadline(
        id=f"d{number}",
        text=source.text[start:end],
        span=(start, end),
        page=source.page_at(start),
        box=source.box_at(start),
        confidence=source.lines[case.place.line].confidence,
        role=role,
        kind=value.kind,
        modality=expression.limit or _modality(case),
        start=value.start,
        due=value.due,
        strict_due=value.strict_due,
        rolled_due=value.rolled_due,
        time=f"{clock.hour:02}:{clock.minute:02}" if clock else None,
        rrule=expression.rule,
        duration=expression.duration,
        anchor=_as_written(source.text, expression.anchor, end),
        condition=_as_written(source.text, expression.condition, end),
        edtf=value.edtf,
        window=Window(start=value.start, end=value.due) if is_window else None,
        year_source=value.year_source,
        flags=value.flags,
    )


def moved(source: SourceText, found: Deadline, by: int, number: int) -> Deadline:
    """Return the record of the same words elsewhere in the text; `number` counts from 1."""
    start = found.span[0] + by
    line = source.lines[source.line_at(start)]
    return found.model_copy(
        update={
            "id": f"d{number}",
            "span": (start, found.span[1] + by),
            "page": line.page,
            "box": line.box,
            "confidence": line.confidence,
        }
    )


def _modality(case: Case) -> Modality | None:
    """Return how a bare stretch binds: a day is on it, a longer one within or during it.

    In a table the column's header may make of a day a limit (`Thời hạn hoàn thành`).
    """
    value = case.value
    if value.start is None and value.due is None:
        return None
    if value.start == value.due:
        limit = case.place.column is not None and case.place.column.is_limit
        return Modality.BY if limit else Modality.ON
    return Modality.DURING if case.place.column is None else Modality.WITHIN


def _as_written(text: str, low: str | None, end: int) -> str | None:
    """Return words that end an expression, or what a bracket in it closes, in their own case."""
    if low is None:
        return None
    end -= text[end - 1] == ")" and not low.endswith(")")
    return text[end - len(low) : end]


def year_inferred(found: Deadline) -> Finding | None:
    """Return the finding that a year was taken from the plan or the document, null if not."""
    day = found.due or found.start
    if day is None or found.year_source not in _GUESSED:
        return None
    return finding("year-inferred", found.span, text=found.text, year=day.year)
