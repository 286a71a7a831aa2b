"""What holds for any text: places are right, nothing overlaps, ids lead somewhere, no error."""

from typing import Final

from hypothesis import example, given, settings
from hypothesis import strategies as st

from case_files import cases
from kehoach_parser.extract.citations import find_references
from kehoach_parser.model import DocumentType, Metadata
from kehoach_parser.segment.structure import Header
from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.source import build

PIECES: Final = sorted(
    {
        piece
        for case in cases("citations")
        for piece in case["text"].replace("\n", " \n ").split(" ")
    }
    | {" / ", " | ", "(", "“", "-", "/", "\n", ".", "0", "Luật", "Bộ luật", "số số", "Ư"}
)
HEADER: Final = Header(
    Metadata(document_type=DocumentType(code="KH", name="Kế hoạch"), code="15/KH-SNV"), 2
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from([" ", ""]))
@example(["“", "lệnh", "17.4/GĐN"], " ")
def test_any_text_gives_sound_records(pieces: list[str], joint: str) -> None:
    lines = joint.join(pieces).split("\n")
    source = build(Document("txt", tuple(Paragraph(line) for line in lines)))
    mentions = find_references(source, HEADER)
    references = {one.id for one in mentions.references}
    end = 0
    for citation in mentions.citations:
        start = citation.span[0]
        assert end <= start
        end = citation.span[1]
        assert source.text[start:end] == citation.text.strip()
        assert citation.reference is None or citation.reference in references
        assert set(citation.candidates) <= references
    for reference in mentions.references:
        assert set(reference.implements) <= references - {reference.id}
