"""Characters that no XML can hold: dropped with a diagnostic, spans still point to their words."""

import json
from typing import TypeAlias

import pytest

from exporters.plans import planned
from invariants import schema_errors
from kehoach_parser import Plan, export
from kehoach_parser.exporters.characters import without_forbidden
from kehoach_parser.text.visible import NOT_XML

PLAN = planned("Sở Nội vụ chủ trì rà soát hồ sơ, hoàn thành trước ngày 30/6/2026.")


Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"


def _dirty(plan: Plan, mark: str) -> Plan:
    """Return the plan as JSON from elsewhere may have it: a mark after each `ồ`, spans moved."""
    places = [place for place, letter in enumerate(plan.text) if letter == "ồ"]

    def moved(value: Json) -> Json:
        if isinstance(value, str):
            return value.replace("ồ", f"ồ{mark}")
        if isinstance(value, dict):
            return {key: moved(item) for key, item in value.items()}
        if isinstance(value, list):
            return [shifted(item) if isinstance(item, int) else moved(item) for item in value]
        return value

    def shifted(place: int) -> int:
        return place + len(mark) * sum(at < place for at in places)

    return Plan.model_validate(moved(json.loads(plan.model_dump_json())))


@pytest.mark.parametrize("dirt", ["\x00", "\x0b\x0c", "\x1b", "\ufffe", "\uffff"])
def test_forbidden_characters_are_dropped_and_the_plan_says_so(dirt: str) -> None:
    dirty = _dirty(PLAN, dirt)
    assert NOT_XML.search(dirty.text)
    clean = without_forbidden(dirty)
    assert clean.model_copy(update={"diagnostics": PLAN.diagnostics}) == PLAN
    assert [found.code for found in clean.diagnostics if found not in PLAN.diagnostics] == [
        "characters-dropped"
    ]
    assert schema_errors(json.loads(clean.model_dump_json())) == []


def test_a_clean_plan_is_returned_as_it_is() -> None:
    assert without_forbidden(PLAN) is PLAN


def test_only_jsonl_keeps_them() -> None:
    dirty = _dirty(PLAN, "\x01")
    assert json.loads(export(dirty, to="jsonl"))["text"] == dirty.text
    assert b"\x01" not in export(dirty, to="csv")
