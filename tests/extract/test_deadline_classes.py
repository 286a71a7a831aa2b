"""Each class of time expressions: its examples give what the row says, its near misses nothing."""

import unicodedata

import pytest

from extract.small_plan import dates_of
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.model import Deadline

ROWS = rows("deadline_classes")
EXAMPLES = [
    (row["class"], *example.split(" ⇒ "))
    for row in ROWS
    for example in row["examples"].split(" ¦ ")
    if example
]
NEAR_MISSES = [(row["class"], text) for row in ROWS for text in row["near_misses"].split(" ¦ ")]


def found_in(text: str) -> tuple[Deadline, ...]:
    """Return the deadlines of a line, or of a cell (`| …`) in a column of times."""
    cell = text.removeprefix("| ")
    if cell == text:
        return dates_of([text], issued_on="2026-01-05").deadlines
    table = [["TT", "Nội dung", "Thời gian hoàn thành"], ["1", "Làm một việc", cell]]
    return dates_of([], issued_on="2026-01-05", table=table).deadlines


def shown(found: Deadline) -> str:
    days = f"{found.start or ''}..{found.due or ''}" if found.start or found.due else None
    rolled = f"rolled {found.rolled_due}" if found.rolled_due else None
    role = None if found.role == "deadline" else f"({found.role})"
    flags = [f"+{flag}" for flag in found.flags]
    parts = (found.text, "=", found.kind, found.modality, days, found.time, found.edtf,
             found.rrule, found.duration, rolled, *flags, role)  # fmt: skip
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("name", "text", "normal"), EXAMPLES)
def test_example(name: str, text: str, normal: str) -> None:
    assert " && ".join(map(shown, found_in(text))) == normal, name


@pytest.mark.parametrize(("name", "text", "normal"), EXAMPLES)
def test_decomposed_letters_give_the_same(name: str, text: str, normal: str) -> None:
    assert " && ".join(map(shown, found_in(unicodedata.normalize("NFD", text)))) == normal, name


@pytest.mark.parametrize(("name", "text", "normal"), EXAMPLES)
def test_capitals_give_the_same(name: str, text: str, normal: str) -> None:
    found = " && ".join(map(shown, found_in(text.upper())))
    assert found.lower() == normal.lower(), name


@pytest.mark.parametrize(("name", "text"), NEAR_MISSES)
def test_near_miss(name: str, text: str) -> None:
    assert found_in(text) == (), name


def test_each_form_is_of_known_classes() -> None:
    known = {row["class"] for row in ROWS}
    used = {name for row in rows("deadline_forms") for name in row["classes"].split()}
    assert used <= known
    assert all(row["near_misses"] for row in ROWS)
