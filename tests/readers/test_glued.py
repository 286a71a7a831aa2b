"""Syllables that run together."""

import pytest

from kehoach_parser.readers.glued import GLUED
from kehoach_parser.readers.respelled import mend, respelled
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.shown import lines, opened

_SIGN = "\nmộtcủa cácxã"
"""Without a word of two toned vowels nothing is looked at."""


@pytest.mark.parametrize(
    ("glued", "whole"),
    [
        ("Giao phòngKinh tế trồngcây", "Giao phòng Kinh tế trồng cây"),
        ("BANHÀNH KẾHOẠCH TRỒNGRỪNG", "BAN HÀNH KẾ HOẠCH TRỒNG RỪNG"),
        ("theoQuyết định, cơquan (đơnvị) chủtrì", "theo Quyết định, cơ quan (đơn vị) chủ trì"),
        ("số 9-TB/TWngày 2, ngày22 tháng 3", "số 9-TB/TW ngày 2, ngày 22 tháng 3"),
        ("Trung tâm số12 tròn100năm", "Trung tâm số 12 tròn 100 năm"),
        ("trựcHĐND, UBNDtỉnh, theo NQĐại hội", "trực HĐND, UBND tỉnh, theo NQ Đại hội"),
        ("nôngnghiệp, lâm nghiệpngư nghiệp", "nông nghiệp, lâm nghiệp ngư nghiệp"),
        ("xã, email, quyét, rơle, Krông, BQLDA", "xã, email, quyét, rơle, Krông, BQLDA"),
        ("đường ĐT604, HĐ68, THông tư, 5đ", "đường ĐT604, HĐ68, THông tư, 5đ"),
    ],
)  # fmt: skip
def test_glued_syllables_are_parted(glued: str, whole: str) -> None:
    assert mend(glued + _SIGN, GLUED).text == f"{whole}\nmột của các xã"


@pytest.mark.parametrize(
    "text", ["Phòng Kinh tế trồng cây ở thôn.", "antoàn ngày22", "nước, thuỷ, hoà, ĐẮK LẮK", ""]
)
def test_text_of_syllables_stays(text: str) -> None:
    assert mend(text, GLUED) == (text, 0)


@pytest.mark.parametrize("word", ["cácxã", "tạiđơn", "hợppháp", "ĐIỆNBIÊN", "THÔNGTRƯỜNG"])
def test_one_word_that_is_no_syllable_is_enough(word: str) -> None:
    assert mend(f"{word} và ngày22", GLUED).text.endswith("và ngày 22")


@pytest.mark.parametrize("word", ["nghiêng", "khuỷu", "THƯỜNG", "internet", "Đắk", "Hrê"])
def test_no_syllable_is_a_sign(word: str) -> None:
    assert mend(f"{word} và ngày22", GLUED).signs == 0


def test_paragraphs_and_cells_are_mended() -> None:
    cell = Cell("đơnvị chủtrì", 0)
    document = Document("html", (Paragraph("Cácxã vớihuyện dựán"), Grid(((cell,),), 1)))
    mended = respelled(document, GLUED)
    assert lines(mended) == ["Các xã với huyện dự án", "đơn vị chủ trì"]
    assert [one.code for one in mended.findings] == ["text-glued"]


def test_a_page_of_text_is_read_with_its_words_apart() -> None:
    document = opened("Cácxã vớihuyện dựán bờđê.".encode(), "k.txt")
    assert lines(document) == ["Các xã với huyện dự án bờ đê."]
    assert [one.code for one in document.findings] == ["text-glued"]
