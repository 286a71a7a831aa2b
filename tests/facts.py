"""The facts of a plan without ids and places, to compare one plan with another or with gold."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, NotRequired, TypedDict

from kehoach_parser.model import Citation, Plan

GOLD: Final = Path(__file__).parent / "golden"


class GoldMetadata(TypedDict):
    document_type: str | None
    number: str | None
    symbol: str | None
    code: str | None
    issuer: str | None
    place: str | None
    issued_on: str | None
    title: str | None
    signers: list[str]
    recipients: int | None


class GoldSection(TypedDict):
    path: str
    heading: str
    kind: str | None


class GoldTask(TypedDict):
    path: str | None
    text: str
    lead: list[str]
    coordinating: list[str]
    deadlines: list[str]


class GoldReference(TypedDict):
    type: str
    code: str | None
    issued_on: str | None
    issuer: str | None
    mentions: int
    title: NotRequired[str]


class GoldDeadline(TypedDict):
    text: str
    role: str
    kind: str
    start: str | None
    due: str | None
    rrule: str | None


class Gold(TypedDict):
    name: str
    metadata: GoldMetadata
    sections: list[GoldSection]
    tasks: list[GoldTask]
    references: list[GoldReference]
    deadlines: list[GoldDeadline]


class Duty(NamedTuple):
    path: str | None
    text: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    deadlines: tuple[str, ...]


def gold_of(name: str) -> Gold:
    """Return what a reader wrote down about a sample."""
    gold: Gold = json.loads((GOLD / f"{name}.gold.json").read_text("utf-8"))
    return gold


def words(text: str | None) -> str:
    """Return a text in one case with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text or "").casefold().split())


def outline(plan: Plan) -> list[tuple[str, str, str]]:
    """Return path, heading and kind of each section."""
    return [(section.path, words(section.heading), section.kind) for section in plan.sections]


def duties(plan: Plan) -> list[Duty]:
    """Return the tasks with the words of their deadlines."""
    times = {deadline.id: words(deadline.text) for deadline in plan.deadlines}
    return [
        Duty(
            task.path,
            words(task.text.replace(" / ", " ")),
            tuple(map(words, task.lead)),
            tuple(map(words, task.coordinating)),
            tuple(times[name] for name in task.deadlines),
        )
        for task in plan.tasks
    ]


def sources(plan: Plan) -> list[tuple[str, str, str | None, str, int]]:
    """Return type, code (of a law its name), day, issuer and count of mentions; not the plan."""
    return [
        (
            reference.type or "",
            reference.code or words(reference.title),
            str(reference.issued_on) if reference.issued_on else None,
            words(reference.issuer),
            _mentions(plan, reference.mentions, reference.code),
        )
        for reference in plan.references
        if reference.role != "self"
    ]


def _mentions(plan: Plan, names: Iterable[str], code: str | None) -> int:
    """Count the mentions that hold the number, or the full name."""
    cited = {citation.id: citation for citation in plan.citations}
    return sum(_whole(cited[name], code) for name in names)


def _whole(citation: Citation, code: str | None) -> bool:
    return citation.form not in {"alias", "anaphora"} or bool(code and code in citation.text)


def times(plan: Plan) -> list[tuple[str, str, str]]:
    """Return words, kind and value of each deadline."""
    return [
        (
            words(item.text.replace(" / ", " ")),
            item.kind,
            _value(item.start, item.due, item.rrule),
        )
        for item in plan.deadlines
    ]


def _value(start: date | str | None, due: date | str | None, rrule: str | None) -> str:
    return f"{start or ''}..{due or ''} {rrule or ''}".strip()


def everything(plan: Plan) -> dict[str, object]:
    """Return all facts that the same document must give in each format."""
    return {
        "outline": outline(plan),
        "tasks": duties(plan),
        "references": sources(plan),
        "deadlines": times(plan),
        "metadata": _flat(plan),
    }


def _flat(plan: Plan) -> GoldMetadata:
    head = plan.metadata
    return {
        "document_type": head.document_type.code if head.document_type else None,
        "number": head.number,
        "symbol": head.symbol,
        "code": head.code,
        "issuer": head.issuer.name if head.issuer else None,
        "place": head.place,
        "issued_on": str(head.issued_on) if head.issued_on else None,
        "title": head.title,
        "signers": [signer.name for signer in head.signers],
        "recipients": len(head.recipients),
    }


def differences(plan: Plan, gold: Gold) -> list[str]:
    """Return what a plan and its gold do not agree on, a line each."""
    return [
        *_metadata(plan, gold),
        *_sections(plan, gold),
        *_tasks(plan, gold),
        *_references(plan, gold),
        *_deadlines(plan, gold),
    ]


def _metadata(plan: Plan, gold: Gold) -> Iterator[str]:
    wanted = gold["metadata"]
    found = _flat(plan)
    if wanted["recipients"] is None:
        found["recipients"] = None
    for (field, value), (_, right) in zip(found.items(), wanted.items(), strict=True):
        if value != right:
            yield f"metadata.{field}: {value!r}, gold {right!r}"


def _sections(plan: Plan, gold: Gold) -> Iterator[str]:
    found = {path: (heading, kind) for path, heading, kind in outline(plan)}
    texts = {section.path: words(section.text) for section in plan.sections}
    wanted = {section["path"]: section for section in gold["sections"]}
    yield from (f"section {path} is not there" for path in wanted if path not in found)
    yield from (f"section {path} is none" for path in found if path not in wanted)
    for path, section in wanted.items():
        if path not in found:
            continue
        if words(section["heading"]) not in texts[path] + " " + found[path][0]:
            yield f"section {path}: {found[path][0]!r}, gold {section['heading']!r}"
        if section["kind"] and section["kind"] != found[path][1]:
            yield f"section {path}: kind {found[path][1]}, gold {section['kind']}"


def _tasks(plan: Plan, gold: Gold) -> Iterator[str]:
    left = duties(plan)
    for task in gold["tasks"]:
        near = [duty for duty in left if duty.text.startswith(words(task["text"]))]
        same = [duty for duty in near if task["path"] in {None, duty.path}] or near
        if not same:
            yield f"task {task['path']} {task['text']!r} is not there"
            continue
        left.remove(same[0])
        yield from _task(same[0], task)
    yield from (f"task {duty.path} {duty.text[:60]!r} is none" for duty in left)


def _task(found: Duty, gold: GoldTask) -> Iterator[str]:
    place = f"task {gold['path']} {gold['text'][:40]!r}"
    if gold["path"] not in {None, found.path}:
        yield f"{place}: path {found.path}"
    for field in ("lead", "coordinating", "deadlines"):
        wanted = tuple(map(words, gold[field]))
        if getattr(found, field) != wanted:
            yield f"{place}: {field} {getattr(found, field)}, gold {wanted}"


def _references(plan: Plan, gold: Gold) -> Iterator[str]:
    wanted = [
        (
            reference["type"],
            reference["code"] or words(reference.get("title")),
            reference["issued_on"],
            words(reference["issuer"]),
            reference["mentions"],
        )
        for reference in gold["references"]
    ]
    found = sources(plan)
    yield from (f"reference {item} is not there" for item in wanted if item not in found)
    yield from (f"reference {item} is none" for item in found if item not in wanted)


def _deadlines(plan: Plan, gold: Gold) -> Iterator[str]:
    wanted = [
        (words(item["text"]), item["kind"], _value(item["start"], item["due"], item["rrule"]))
        for item in gold["deadlines"]
    ]
    found = times(plan)
    for item in wanted:
        if item in found:
            found.remove(item)
        else:
            yield f"deadline {item} is not there"
    yield from (f"deadline {item} is none" for item in found)
