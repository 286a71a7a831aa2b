"""Real documents: each gives a sound plan or says why not, and twins agree."""

from collections.abc import Callable
from pathlib import Path

import pytest

from invariants import problems
from kehoach_parser import KehoachError, Plan, parse
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.base import DEFAULT_LIMITS, Recognition

PLACES = ("dev/docs", "dev/twins", "wild")
UNRECOGNISED = Options(limits=DEFAULT_LIMITS._replace(ocr=Recognition("never")))
"""Scans are left to the measure of accuracy: OCR of them all would take minutes."""


def _documents(folder: Path) -> list[Path]:
    return [path for place in PLACES for path in sorted((folder / place).iterdir())]


def test_every_document_ends_in_a_sound_plan_or_a_clear_message(corpus: Path) -> None:
    documents = _documents(corpus)
    wrong = [f"{path.name}: {fault}" for path in documents for fault in _faults(path)]
    assert documents
    assert not wrong, "\n".join(wrong)


def _faults(path: Path) -> list[str]:
    try:
        return list(problems(parse(path, UNRECOGNISED)))[:5]
    except KehoachError as error:
        return [] if path.name in str(error) and str(error).endswith(".") else [str(error)]


def test_the_same_document_gives_the_same_bytes(corpus: Path) -> None:
    first = next((corpus / "dev" / "docs").glob("*.docx"))
    assert parse(first).model_dump_json() == parse(first).model_dump_json()


def _sections(plan: Plan) -> list[object]:
    return [(section.path, section.kind) for section in plan.sections]


def _tasks(plan: Plan) -> list[object]:
    return [(task.path, task.lead, task.coordinating) for task in plan.tasks]


def _deadlines(plan: Plan) -> list[object]:
    return [(deadline.kind, deadline.start, deadline.due) for deadline in plan.deadlines]


PRINTED = ("dev/docs/d10*.pdf", "dev/twins/d10t*.doc")
"""A plan as it was printed, and the typed file, which lacks number and date (so references differ).
"""
DRAFTS = ("wild/w0007*.docx", "wild/w0008*.doc")
"""Two drafts of a plan: one labels its points 1.1, the other a), and only the second cites the
decision that it carries out. Sections, tasks and references rightly differ; the times do not."""


@pytest.mark.parametrize(
    ("twins", "facts"),
    [(PRINTED, _sections), (PRINTED, _tasks), (PRINTED, _deadlines), (DRAFTS, _deadlines)],
)
def test_twins_agree(
    corpus: Path, twins: tuple[str, str], facts: Callable[[Plan], list[object]]
) -> None:
    one, other = (parse(next(corpus.glob(pattern))) for pattern in twins)
    assert facts(one)
    assert facts(one) == facts(other)
