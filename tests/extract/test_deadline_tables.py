"""The tables of the lexer and the grammar: each row's example fits it, its near miss does not."""

import pytest

from kehoach_parser.extract.deadlines.builders import BUILDERS
from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.extract.deadlines.lexer import CODES, lex
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import lower

WORDS = rows("deadline_words")
ATOMS = rows("deadline_atoms")
FORMS = rows("deadline_forms")
CODE_OF_ATOM = {
    "clock": "CLOCK", "date": "DATE", "dotted_month": "WEAKMONTH", "half": "HALF",
    "short_months": "WEAKMONTH",
    "bare_years": "BAREYEARS", "bare_year": "BAREYEAR", "minutes": "MINUTES",
    "lunar_day": "DATE", "new_year": "DATE", "feast_day": "DATE", "feast": "GAP", "issue": "ISSUE",
    "done": "BY", "bare_short_month": "WEAKSHORT", "number": "NUMBER", "every": "EVERY",
    "next": "NEXT", "quarter": "QUARTERNAME", "month": "MONTHNAME", "short_month": "MONTHNAME",
    "few": "NUMBER", "spread": "NUMBER", "hours_spread": "MINUTES", "made": "TIMES",
    "summer": "SCHOOLYEAR",
    "edge_quarter": "QUARTERNAME", "half_unit": "HALFUNIT",
    "lunar_month": "MONTHNAME",
    "short_quarter": "QUARTERNAME", "happens": "HAPPENS",
    "bare_short_quarter": "WEAKSHORT", "last": "LAST",
    "week": "WEEKNAME", "school_year": "SCHOOLYEAR", "years": "YEARS", "year": "YEARNAME",
    "word_number": "NUMBER", "semester": "SEMESTER", "weekday": "WEEKDAY",
}  # fmt: skip


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["token"] + row["value"])
def test_word(row: dict[str, str]) -> None:
    code = CODES[row["token"]]
    words = row["words"].split("; ")
    assert any(word in row["example"].lower() for word in words)
    assert code in lex(row["example"].lower()).codes
    assert code not in lex(row["near_miss"].lower()).codes
    assert all(lex(word).codes == code for word in words)


@pytest.mark.parametrize("row", ATOMS, ids=lambda row: row["atom"])
def test_atom(row: dict[str, str]) -> None:
    code = CODES[CODE_OF_ATOM[row["atom"]]]
    assert code in lex(lower(row["example"])).codes
    assert code not in lex(lower(row["near_miss"])).codes


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['form']}-{row['example']}")
def test_form(row: dict[str, str]) -> None:
    found = parse(lower(row["example"]))
    assert found
    assert found[-1].form == row["form"]
    assert not [one for one in parse(lower(row["near_miss"])) if one.form == row["form"]]


def test_each_form_has_its_builder() -> None:
    assert {row["form"] for row in FORMS} == set(BUILDERS)


def test_codes_are_distinct() -> None:
    assert len(set(CODES.values())) == len(CODES)
    assert all(len(code) == 1 for code in CODES.values())
