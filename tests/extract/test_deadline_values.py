"""Classes A to N of time expressions: words to normal forms, by phenomenon."""

from datetime import date
from enum import Enum

from case_files import Case, each_case
from extract.small_plan import frame_of
from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.extract.deadlines.normal import normal
from kehoach_parser.text.folding import lower

IN_PROSE = {"clock", "loose"}  # forms that only a time column makes a deadline


def values_of(text: str, issued_on: str | None, period: str) -> list[dict[str, object]]:
    low = lower(text)
    frame = frame_of(issued_on, period)
    found: list[dict[str, object]] = []
    for expression in parse(low):
        value = normal(low, expression, frame)
        if value is None or expression.form in IN_PROSE:
            continue
        clock = expression.clock
        fields: dict[str, object] = {
            "text": text[expression.start : value.end],
            "kind": value.kind,
            "modality": expression.limit,
            "start": value.start,
            "due": value.due,
            "strict_due": value.strict_due,
            "rolled_due": value.rolled_due,
            "edtf": value.edtf,
            "rrule": expression.rule,
            "duration": expression.duration,
            "anchor": expression.anchor,
            "condition": expression.condition,
            "time": f"{clock.hour:02}:{clock.minute:02}" if clock else None,
            "year_source": value.year_source,
            "flags": list(value.flags),
        }
        found.append({name: plain(field) for name, field in fields.items()})
    return found


def plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


@each_case("deadline_values")
def test_value(case: Case) -> None:
    found = values_of(case["text"], case.get("issued_on"), case.get("period", ""))
    wanted: list[dict[str, object]] = case["expect"]
    shown = [{name: one[name] for name in want} for one, want in zip(found, wanted, strict=False)]
    assert (shown, len(found)) == (wanted, len(wanted)), case["phenomenon"]
