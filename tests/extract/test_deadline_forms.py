"""A form is passed over only where it could not fit."""

from hypothesis import given
from hypothesis import strategies as st

from kehoach_parser.extract.deadlines.forms import GROUPS, Shape, forms, needs, shapes
from kehoach_parser.extract.deadlines.lexer import CODES

RUNS = st.lists(st.sampled_from(sorted(CODES.values())), max_size=9).map("".join)
DENSE = st.text(st.sampled_from("bNDneMoqAf,&-u"), max_size=12)
"""Codes of the commonest words, which forms are made of."""


def _all_tried(codes: str) -> list[Shape]:
    found: list[Shape] = []
    at = 0
    while at < len(codes):
        fitting = ((form.name, form.regex.match(codes, at)) for form in forms())
        name, match = next(((name, match) for name, match in fitting if match), ("", None))
        if match:
            found.append(Shape(name, at, match.end()))
        at = match.end() if match else at + 1
    return found


@given(st.one_of(RUNS, DENSE))
def test_forms_are_those_of_all_rows_tried(codes: str) -> None:
    assert list(shapes(codes)) == _all_tried(codes)


def test_every_form_needs_something_and_none_fits_nothing() -> None:
    for form in forms():
        assert form.needs, form.name
        assert form.regex.match("") is None


def test_needs_of_lookaheads_and_of_what_may_be_missing_are_none() -> None:
    assert needs("DAY? (WEEK|MONTH?)? YEAR FROM(?! DAY (DATE|NUMBER))") == (
        frozenset(CODES["YEAR"]), frozenset(CODES["FROM"]),
    )  # fmt: skip
    assert needs("CLOCKS") == (frozenset(CODES["CLOCK"]),)
    assert set(GROUPS) >= {"LIMIT", "CLOCKS"}
