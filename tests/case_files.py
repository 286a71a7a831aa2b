"""The cases of `tests/cases`: files by what they are about, each case a phenomenon or a near miss.

A case has an `id`, a `phenomenon` in words (one `name` is both), what is read and what comes out;
the test that reads the file says in which shape.
"""

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest

FOLDER = Path(__file__).parent / "cases"
Case: TypeAlias = dict[str, Any]


def cases(*names: str) -> list[Case]:
    """Return the cases of some files (`tasks` is `tasks.json`)."""
    return [
        case for name in names for case in json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    ]


def name_of(case: Case) -> str:
    """Return what a case is called in pytest's output."""
    return str(case.get("id") or case["name"])


def each_case(*names: str, having: str = "") -> pytest.MarkDecorator:
    """Run a test on each case of some files, or on those with a certain field."""
    chosen = [case for case in cases(*names) if not having or having in case]
    return pytest.mark.parametrize("case", chosen, ids=map(name_of, chosen))
