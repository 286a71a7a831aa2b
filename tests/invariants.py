"""What holds of every output, whatever the document: `check_plan(plan)`."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

from jsonschema import Draft202012Validator

from kehoach_parser.messages import messages
from kehoach_parser.model import Plan, Record, Span
from kehoach_parser.model.base import Entity
from kehoach_parser.model.schema import schema

ENTITIES = ("sections", "tasks", "citations", "deadlines")
PREFIXES = {
    "sections": "s",
    "tasks": "t",
    "references": "r",
    "citations": "c",
    "deadlines": "d",
    "tables": "b",
    "units": "u",
}


def check_plan(plan: Plan) -> None:
    """Fail with all that is wrong in a plan."""
    found = list(problems(plan))
    assert not found, "\n".join(found[:20])


def problems(plan: Plan) -> Iterator[str]:
    """Yield a sentence for each rule of docs/output.md that a plan breaks."""
    yield from _shape(plan)
    yield from _spans(plan)
    yield from _names(plan)
    yield from _order(plan)
    yield from _outline(plan)
    yield from _tasks(plan)
    yield from _citations(plan)
    yield from _references(plan)
    yield from _tables(plan)
    yield from _values(plan)


class SchemaError(Protocol):
    """What jsonschema says of a fault."""

    json_path: str
    message: str


class Validator(Protocol):
    """What is used of jsonschema, whose own types are partly unknown."""

    def iter_errors(self, instance: object) -> Iterable[SchemaError]:
        """Yield each fault of a JSON value."""
        ...


@cache
def _validator() -> Validator:
    Draft202012Validator.check_schema(schema())
    return cast("Validator", Draft202012Validator(schema()))


def schema_errors(data: object) -> list[str]:
    """Return what the output's schema says against a JSON value."""
    errors = _validator().iter_errors(data)
    return [f"schema: {error.json_path}: {error.message[:200]}" for error in errors]


def _shape(plan: Plan) -> Iterator[str]:
    data: dict[str, Json] = json.loads(plan.model_dump_json())
    yield from schema_errors(data)
    if Plan.model_validate_json(plan.model_dump_json()) != plan:
        yield "the JSON does not read back to the same plan"
    if not unicodedata.is_normalized("NFC", plan.text):
        yield "the text is not NFC"
    for name, value in data.items():
        if name not in {"tables", "text"}:
            yield from _empties(name, value)


Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def _empties(place: str, value: Json) -> Iterator[str]:
    """Yield the places of empty strings: unknown is null."""
    if value == "":
        yield f"{place} is an empty string"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _empties(f"{place}.{key}", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _empties(f"{place}[{number}]", inner)


def _spans(plan: Plan) -> Iterator[str]:
    for name in ENTITIES:
        entities: tuple[Entity, ...] = getattr(plan, name)
        for entity in entities:
            start, end = entity.span
            if plan.text[start:end] != entity.text:
                yield f"{entity.id}: {plan.text[start:end][:60]!r} is not {entity.text[:60]!r}"
            if not entity.text:
                yield f"{entity.id} covers nothing"
    for place, span in _places(plan):
        if not 0 <= span[0] <= span[1] <= len(plan.text):
            yield f"{place}: span {span} is out of bounds"
    period = plan.metadata.period
    if period and plan.text[slice(*period.span)] != period.text:
        yield f"the period's text is not at {period.span}"


def _places(plan: Plan) -> Iterator[tuple[str, Span]]:
    for name in (*ENTITIES, "tables", "diagnostics"):
        records: tuple[Record, ...] = getattr(plan, name)
        for number, record in enumerate(records):
            if span := getattr(record, "span", None):
                yield f"{name}[{number}]", span
    for unit in plan.units:
        yield from ((unit.id, span) for span in unit.mentions)
    for name, span in plan.metadata.spans.items():
        yield f"metadata.{name}", span
    for signer in plan.metadata.signers:
        if signer.span:
            yield signer.name, signer.span


def _names(plan: Plan) -> Iterator[str]:
    for name, prefix in PREFIXES.items():
        ids = [record.id for record in getattr(plan, name)]
        stems = {text.rstrip("0123456789") for text in ids}
        numbers = [int(text.removeprefix(text.rstrip("0123456789"))) for text in ids]
        if numbers != list(range(1, len(ids) + 1)):
            yield f"ids of {name} are not 1, 2, 3, …: {ids[:8]}"
        if len(stems) > 1 or (name in {*ENTITIES, "references"} and stems - {prefix}):
            yield f"ids of {name} begin with {stems}"


def _order(plan: Plan) -> Iterator[str]:
    for name in (*ENTITIES, "tables"):
        starts = [record.span[0] for record in getattr(plan, name)]
        yield from _rising(name, starts)
    lines = [unit.mentions[0][0] for unit in plan.units if unit.mentions]
    yield from _rising("units", lines)


def _rising(name: str, starts: Iterable[int]) -> Iterator[str]:
    for before, after in pairwise(starts):
        if before > after:
            yield f"{name} are not in document order: {before} before {after}"
            return


def _outline(plan: Plan) -> Iterator[str]:
    seen = {section.id: section for section in plan.sections}
    ranks = {section.id: number for number, section in enumerate(plan.sections)}
    for section in plan.sections:
        step = section.label or "~"
        parent = seen.get(section.parent) if section.parent else None
        if section.parent and not parent:
            yield f"{section.id}: no parent {section.parent}"
        elif parent and ranks[parent.id] >= ranks[section.id]:
            yield f"{section.id} stands before its parent"
        if section.level != (parent.level + 1 if parent else 1):
            yield f"{section.id}: level {section.level} under {parent and parent.level}"
        # An unnumbered heading has path "~" wherever it stands (docs/output.md, Section).
        if section.path != (f"{parent.path}/{step}" if parent and section.label else step):
            yield f"{section.id}: path {section.path} under {parent and parent.path}"


def _tasks(plan: Plan) -> Iterator[str]:
    sections = {section.id for section in plan.sections}
    deadlines = {deadline.id for deadline in plan.deadlines}
    citations = {citation.id for citation in plan.citations}
    rows = {table.id: len(table.rows) for table in plan.tables}
    names = {task.id for task in plan.tasks}
    for task in plan.tasks:
        if task.section and task.section not in sections:
            yield f"{task.id}: no section {task.section}"
        if {*task.deadlines} - deadlines or {*task.citations} - citations:
            yield f"{task.id} names a deadline or citation that is not there"
        if (task.origin == "table") != (task.table is not None and task.row is not None):
            yield f"{task.id}: origin {task.origin} with table {task.table}, row {task.row}"
        if task.table and not 0 <= (task.row or 0) < rows.get(task.table, 0):
            yield f"{task.id}: no row {task.row} in table {task.table}"
        if task.same_as and task.same_as not in names - {task.id}:
            yield f"{task.id}: no task {task.same_as}"


def _citations(plan: Plan) -> Iterator[str]:
    references = {reference.id: reference for reference in plan.references}
    for citation in plan.citations:
        if {*citation.candidates} - {*references}:
            yield f"{citation.id}: candidates {citation.candidates}"
        if citation.candidates and citation.reference:
            yield f"{citation.id} has candidates though it is resolved"
        if citation.reference:
            owner = references.get(citation.reference)
            if not owner or citation.id not in owner.mentions:
                yield f"{citation.id} and its reference {citation.reference} do not agree"


def _references(plan: Plan) -> Iterator[str]:
    names = {reference.id for reference in plan.references}
    owners = {citation.id: citation.reference for citation in plan.citations}
    for reference in plan.references:
        if {*reference.implements} - names:
            yield f"{reference.id} implements {reference.implements}, not all are there"
        for mention in reference.mentions:
            if owners.get(mention) != reference.id:
                yield f"{reference.id} and its mention {mention} do not agree"


def _tables(plan: Plan) -> Iterator[str]:
    sections = {section.id for section in plan.sections}
    for table in plan.tables:
        if table.section and table.section not in sections:
            yield f"{table.id}: no section {table.section}"
        if any(len(row) != len(table.header) for row in table.rows):
            yield f"{table.id}: rows are not as wide as the header ({len(table.header)})"
        text = plan.text[slice(*table.span)]
        for row in table.rows:
            lost = [cell for cell in row if cell not in text]
            if lost:
                yield f"{table.id}: not in the text: {lost[0][:60]!r}"


def _values(plan: Plan) -> Iterator[str]:
    for deadline in plan.deadlines:
        if deadline.start and deadline.due and deadline.start > deadline.due:
            yield f"{deadline.id} ends before it starts"
    for diagnostic in plan.diagnostics:
        if diagnostic.code not in messages():
            yield f"diagnostic {diagnostic.code} has no message"
