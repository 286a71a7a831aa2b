"""Digital signatures and stamps of receipt among the lines: no text of the document."""

from case_files import Case, each_case
from kehoach_parser.text.document import Cell, Grid, Paragraph
from readers.docx_files import docx, paragraph
from readers.shown import lines, opened


@each_case("stamps")
def test_phenomena(case: Case) -> None:
    found = opened(case["text"].encode(), "a.md")
    assert lines(found) == case["lines"]
    assert [[mark.signer, mark.signed_at] for mark in found.signatures] == case["signatures"]


def test_a_signature_may_stand_in_the_closing_table() -> None:
    signed = "".join(
        paragraph(line)
        for line in (
            "GIÁM ĐỐC",
            "Người ký: Lê Văn Tám",
            "Ngày ký: 05/03/2027 09:12:40",
            "Lê Văn Tám",
        )
    )
    row = f"<w:tr><w:tc>{paragraph('Nơi nhận:')}</w:tc><w:tc>{signed}</w:tc></w:tr>"
    found = opened(docx(f"{paragraph('Báo cáo.')}<w:tbl>{row}</w:tbl>"))
    (text, grid) = found.blocks
    assert text == Paragraph("Báo cáo.")
    assert isinstance(grid, Grid)
    assert grid.rows == ((Cell("Nơi nhận:", 0), Cell("GIÁM ĐỐC\nLê Văn Tám", 1)),)
    assert [mark.signer for mark in found.signatures] == ["Lê Văn Tám"]
    assert found.margins == ("Người ký: Lê Văn Tám", "Ngày ký: 05/03/2027 09:12:40")
