"""Document types: each row of the table is run with its examples and its near miss."""

import pytest

from kehoach_parser.lexicon.doctypes import (
    Row,
    rows,
    type_by_code,
    type_by_name,
    type_of_code,
)
from kehoach_parser.lexicon.rows import listed
from kehoach_parser.lexicon.rows import rows as table


@pytest.mark.parametrize("row", table("doctypes"), ids=lambda row: f"{row['name']}-{row['system']}")
def test_row_holds_its_examples_and_not_its_near_miss(row: dict[str, str]) -> None:
    for example in listed(row["examples"]):
        found = type_of_code(example)
        assert found is not None
        assert found.code == row["code"], example
    missed = type_of_code(row["near_miss"])
    assert missed is None or missed.code != row["code"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.doctype.name}-{row.doctype.system}")
def test_each_name_and_spelling_finds_its_row(row: Row) -> None:
    party = row.doctype.system == "party"
    for name in (row.doctype.name.upper(), *row.names):
        found = type_by_name(name, party=party)
        assert found is not None
        assert found.code == row.doctype.code
    for spelling in row.spellings:
        known = type_by_code(spelling, party=party)
        assert known is not None
        assert known.code == row.doctype.code


def test_a_code_in_the_wrong_case_is_known() -> None:
    found = type_by_code("CTR")
    assert found is not None
    assert found.name == "Chương trình"


@pytest.mark.parametrize("code", ["227/TTg-CN", "2928/LĐTBXH-BVCSTE", "996", ""])
def test_a_letter_without_type_letters_has_no_type(code: str) -> None:
    assert type_of_code(code) is None
