"""Syllables that blanks tear apart."""

import pytest

from kehoach_parser.readers.respelled import mend, respelled
from kehoach_parser.readers.torn import TORN
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.docx_files import docx, paragraph
from readers.shown import lines, opened

_SIGNS = "\nTrẻ em tr ực đê ch ờ lũ"
"""Without tokens that are no words nothing is looked at."""

_TORN = "Giao S ở Y tế ph ố i hợp v ớ i UBND xã tr ực đê."
_WHOLE = "Giao Sở Y tế phối hợp với UBND xã trực đê."


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("Th ủ tướng Chính ph ủ v ề thi ê n tai, s ố 5", "Thủ tướng Chính phủ về thiên tai, số 5"),
        ("T Ổ CH Ứ C TH Ự C HI Ệ N", "TỔ CHỨC THỰC HIỆN"),
        ("K ế t hợp chặt; hệ t hố ng đê đi ề u tiết", "Kết hợp chặt; hệ thống đê điều tiết"),
        ("“tr ồng câ y” tro ng nội dun g ch ỉ đạo", "“trồng cây” trong nội dung chỉ đạo"),
        ("Ủ y ban nh ân dân, U BND xã th ực hiện", "Ủy ban nhân dân, UBND xã thực hiện"),
        ("ph ối hợp đào sâu 5 m ở xã, 20 tr ở huyện", "phối hợp đào sâu 5 m ở xã, 20 tr ở huyện"),
        ("th ực hiện: a) cây; b ) ô tô tr ực - mưa", "thực hiện: a) cây; b ) ô tô trực - mưa"),
        ("th ực  hiện tr ồng\ncây tr ồng", "thực  hiện trồng\ncây trồng"),
        ("ngày 1 7 tháng 0 2 năm 20 2 6 đ ến", "ngày 17 tháng 02 năm 2026 đến"),
        ("năm 20 27, ngày 1 2 hộ tr ồng cây", "năm 2027, ngày 1 2 hộ trồng cây"),
    ],
)  # fmt: skip
def test_torn_syllables_are_joined(torn: str, whole: str) -> None:
    assert mend(torn + _SIGNS, TORN).text == f"{whole}\nTrẻ em trực đê chờ lũ"


@pytest.mark.parametrize(
    "text",
    [
        "Điểm a khoản 2, vitamin C ở trẻ, 5 m ở xã, tổ B ăn trưa, NH TMCP Ngoại thương.",
        "Số 5 ch ưa rõ",
        "ô tô, ở xã, ý kiến, y tế, ủ ấm; ạ à ư",
        "",
    ],
)
def test_whole_text_stays(text: str) -> None:
    assert mend(text, TORN) == (text, 0)


def test_no_letter_is_lost() -> None:
    torn = f"{_TORN} ng nh ch th ph kh tr abc xyz 12 Q Đ ế ế ế "
    assert mend(torn, TORN).text.replace(" ", "") == torn.replace(" ", "")


def test_blocks_of_every_format() -> None:
    document = opened(docx(paragraph(_TORN) + paragraph(_TORN)), "a.docx")
    assert lines(document) == [_WHOLE, _WHOLE]
    assert [one.code for one in document.findings] == ["text-torn"]


def test_bold_beginnings_and_cells() -> None:
    cells = Grid(((Cell("tr ực đê", 0),),), 1)
    document = Document("html", (Paragraph("Nh iệm v ụ: tr ực đê ch ờ lũ", bold=11), cells))
    mended = respelled(document, TORN)
    assert mended.blocks == (
        Paragraph("Nhiệm vụ: trực đê chờ lũ", bold=9),
        Grid(((Cell("trực đê", 0),),), 1),
    )


def test_scans_have_their_own_spelling() -> None:
    document = Document("pdf", (Paragraph(_TORN),), ocr="tesseract")
    assert respelled(document, TORN) is document


def test_long_lines_take_time_by_their_length() -> None:
    assert mend("tr ực " * 30_000, TORN).signs == 30_000
