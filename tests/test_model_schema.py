import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from invariants import schema_errors
from kehoach_parser import model, parse_text
from kehoach_parser.model import Record
from kehoach_parser.model.schema import DIALECT, schema, schema_text

RECORDS = [
    record
    for record in vars(model).values()
    if isinstance(record, type) and issubclass(record, Record)
]
TEXT = "KẾ HOẠCH\nKiểm tra công tác văn thư"
STORED = Path(__file__).parents[1] / "docs" / "plan.schema.json"


def test_the_stored_schema_is_the_code_s() -> None:
    assert STORED.read_text("utf-8") == schema_text(), "run `make docs`"


def test_the_schema_is_draft_2020_12() -> None:
    assert schema()["$schema"] == DIALECT
    Draft202012Validator.check_schema(schema())


def test_an_output_is_valid_with_and_without_its_text() -> None:
    plan = json.loads(parse_text(TEXT).model_dump_json())
    assert schema_errors(plan) == []
    del plan["text"]
    assert schema_errors(plan) == []


@pytest.mark.parametrize("name", ["source", "metadata", "sections", "tasks", "deadlines"])
def test_an_output_that_lacks_a_field_is_not_valid(name: str) -> None:
    plan = json.loads(parse_text(TEXT).model_dump_json())
    del plan[name]
    assert schema_errors(plan) == [f"schema: $: '{name}' is a required property"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_each_field_stands_in_the_page_about_the_output(record: type[Record]) -> None:
    page = (STORED.parent / "output.md").read_text("utf-8")
    assert [
        name for name in record.model_fields if f"`{name}`" not in page and f'"{name}"' not in page
    ] == []
