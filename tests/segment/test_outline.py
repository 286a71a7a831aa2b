"""The outline, phenomenon by phenomenon."""

from case_files import Case, each_case
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.segment.header import read_header
from kehoach_parser.segment.kinds import kind_of
from kehoach_parser.segment.outline import build_outline
from kehoach_parser.segment.structure import Outline, Zone
from kehoach_parser.text.source import SourceText
from segment.pages import page

HEAD = ["Số: 9/KH-UBND", "**KẾ HOẠCH**", "**Thu gom rác**", "Căn cứ luật;"]


def _outline(case: Case) -> tuple[SourceText, Outline]:
    source = page(*case.get("head", HEAD), *case["lines"])
    return source, build_outline(source, read_header(source))


@each_case("outline")
def test_outline(case: Case) -> None:
    _, outline = _outline(case)
    assert [section.path for section in outline.sections] == case["paths"]
    if "headings" in case:
        assert [section.heading for section in outline.sections] == case["headings"]
    if "kinds" in case:
        assert [section.kind.value for section in outline.sections] == case["kinds"]
    assert [item.code for item in outline.findings] == case.get("findings", [])


@each_case("outline")
def test_outline_is_whole(case: Case) -> None:
    source, outline = _outline(case)
    assert len(outline.owner) == len(outline.zones) == len(source.lines)
    for index, section in enumerate(outline.sections):
        assert source.text[slice(*section.span)] == section.text
        assert outline.owner[outline.heads[index]] == index
        for child in outline.children[index]:
            assert outline.sections[child].parent == section.id


def test_when_a_page_was_posted_is_of_the_head() -> None:
    lines = ["• Cập nhật: 22/11/2027", "• Cập nhật sổ trước ngày 30/11/2027"]
    _, outline = _outline({"head": ["KẾ HOẠCH Trồng rau sạch"], "lines": lines})
    assert outline.zones == (Zone.HEADER, Zone.HEADER, Zone.BODY)


def test_words_of_the_kinds_table_claim_their_examples() -> None:
    for row in rows("heading_words"):
        found = kind_of(row["example"])
        assert found is not None
        assert found.value == row["kind"]
        assert kind_of(row["near_miss"]) != row["kind"]
