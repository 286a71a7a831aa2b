"""Heads and closings in two columns by tabs or blanks."""

from unicodedata import normalize

from case_files import Case, each_case
from kehoach_parser.readers.side_by_side import lay_out_columns
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.doc_files import doc
from readers.docx_files import docx, paragraph
from readers.shown import lines, opened

_HEAD = "SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@each_case("side_by_side")
def test_phenomena(case: Case) -> None:
    document = Document("docx", tuple(Paragraph(text) for text in case["paragraphs"]))
    assert lines(lay_out_columns(document)) == case["lines"]


def test_columns_keep_looks_and_page() -> None:
    document = Document("docx", (Paragraph(_HEAD, bold=len(_HEAD), page=2),))
    left, right = (Cell(text, at, bold=True) for at, text in enumerate(_HEAD.split("\t")))
    assert lay_out_columns(document).blocks == (Grid(((left, right),), 2, ruled=False, page=2),)


def test_a_document_without_columns_stays_as_it_is() -> None:
    document = Document("docx", (Paragraph("KẾ HOẠCH"), Paragraph("1.\tRà soát")))
    assert lay_out_columns(document) is document


def test_tabs_of_a_word_97_file() -> None:
    document = opened(
        doc([_HEAD, "Số: 5/KH-SYT\tĐộc lập - Tự do - Hạnh phúc", "KẾ HOẠCH"]), "a.doc"
    )
    assert lines(document) == [
        "SỞ Y TẾ\nSố: 5/KH-SYT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
    ]


def test_a_tab_in_a_word_97_file_is_no_word() -> None:
    assert lines(opened(doc(["Thời gian:\ttháng 5", "Hết."]), "a.doc")) == [
        "Thời gian:\ttháng 5", "Hết.",
    ]  # fmt: skip


def test_tabs_of_a_docx_file() -> None:
    left, right = _HEAD.split("\t")
    words = f"<w:t>{left}</w:t><w:tab/><w:t>{right}</w:t>"
    document = opened(
        docx(f"<w:p><w:r>{words}</w:r></w:p><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>")
    )
    assert lines(document) == [f"{left} | {right}", "KẾ HOẠCH"]


def test_letters_whose_accents_stand_apart_are_joined_first() -> None:
    lines_of_closing = [
        "Báo cáo.",
        "Nơi nhận:\tKT. CHỦ TỊCH",
        "- Sở Y tế;\tPHÓ CHỦ TỊCH",
        "\tLê Văn Tám",
    ]
    whole, apart = (
        opened(docx("".join(paragraph(normalize(form, line)) for line in lines_of_closing)))
        for form in ("NFC", "NFD")
    )
    assert apart.blocks == whole.blocks
    assert isinstance(whole.blocks[-1], Grid)
    assert [one.code for one in apart.findings] == ["text-decomposed"]
