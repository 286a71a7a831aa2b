"""Marks: spans that overlap become elements that nest, and no letter is lost."""

import html
import re
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kehoach_parser.exporters.page.marks import ELEMENTS, Mark, Marker

TEXT = "Sở Nội vụ <b> & rà soát trước ngày 30/6/2026"


class Nested(HTMLParser):
    """Notes for each letter the ids that it stands in; fails where elements cross."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, str]] = []
        self.letters: list[tuple[str, frozenset[str]]] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        if name := given_.get("id"):
            self.anchors.append(name)
        self.stack.append((tag, name or given_["data-f"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = frozenset(name for _, name in self.stack)
        self.letters += [(letter, inside) for letter in data]


def read(markup: str) -> Nested:
    """Return what a browser would make of it."""
    found = Nested()
    found.feed(markup)
    found.close()
    assert not found.stack
    return found


@st.composite
def _marks(draw: st.DrawFn) -> list[Mark]:
    places = st.integers(0, len(TEXT))
    spans = draw(st.lists(st.tuples(places, places), max_size=8))
    kinds = draw(st.lists(st.sampled_from(sorted(ELEMENTS)), min_size=8, max_size=8))
    return [
        Mark(min(span), max(span), kind, f"{kind}{number}")
        for number, (span, kind) in enumerate(zip(spans, kinds, strict=False))
    ]


@given(marks=_marks(), cuts=st.lists(st.integers(0, len(TEXT)), max_size=4))
def test_each_letter_stands_in_the_marks_that_cover_it(marks: list[Mark], cuts: list[int]) -> None:
    marker = Marker(TEXT, marks)
    places = sorted({0, len(TEXT), *cuts})
    parts = [read(marker.written(a, b)) for a, b in pairwise(places)]
    letters = [letter for part in parts for letter in part.letters]
    assert letters == [
        (letter, frozenset(mark.fact for mark in marks if mark.start <= place < mark.end))
        for place, letter in enumerate(TEXT)
    ]
    anchors = [anchor for part in parts for anchor in part.anchors]
    assert sorted(anchors) == sorted(mark.fact for mark in marks if mark.start < mark.end)


def test_marks_that_cross_are_cut_and_only_the_first_piece_is_an_anchor() -> None:
    marker = Marker("abcdef", [Mark(0, 4, "t", "t1"), Mark(2, 6, "c", "c1")], "p1-")
    assert marker.written(0, 6) == (
        '<mark id="p1-t1">ab<cite id="p1-c1">cd</cite></mark><cite data-f="c1">ef</cite>'
    )


def test_equal_spans_nest_in_the_order_of_their_kinds() -> None:
    marker = Marker("ab", [Mark(0, 2, "d", "d1"), Mark(0, 2, "t", "t1")])
    assert marker.written(0, 2) == '<mark id="t1"><em id="d1">ab</em></mark>'


def test_letters_and_ids_are_escaped_and_writing_keeps_its_direction() -> None:
    evil = '"><script>x</script>'
    text = f"{evil}\N{RIGHT-TO-LEFT OVERRIDE}abc"
    written = Marker(text, [Mark(0, len(text), "t", evil)]).written(0, len(text))
    assert "<script" not in written
    assert html.unescape(re.sub(r"<[^>]*>", "", written)) == f"{evil}abc"


def test_a_line_break_of_a_cell_becomes_one_only_in_cells() -> None:
    assert Marker("a / b", []).written(0, 5) == "a / b"
    assert Marker("a / b", []).written(0, 5, cell=True) == "a<br>b"
