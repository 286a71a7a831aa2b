"""The JSON Schema (draft 2020-12) of the output contract."""

import json
from typing import Final

from kehoach_parser.model.plan import Plan

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, object]:
    """Return the schema of one `Plan` as it is written; `text` may be left out (`--no-text`)."""
    plan = Plan.model_json_schema(mode="serialization")
    required = [name for name in plan.pop("required") if name != "text"]
    return {"$schema": DIALECT, **plan, "required": required}


def schema_text() -> str:
    """Return the schema as indented JSON, keys in the order of the contract."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
