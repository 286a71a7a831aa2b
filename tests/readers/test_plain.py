"""What plain text shows: encodings, joined lines, tables, columns."""

import time

import pytest

from case_files import Case, each_case
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.plain.reader import read_plain
from kehoach_parser.readers.plain.wrapping import wrap_width
from kehoach_parser.text.document import Grid, Paragraph
from readers.shown import assert_linear, lines

_TEXT = "KẾ HOẠCH\nRà soát hồ sơ năm 2025 của xã\n"
_WRAPPED = (
    "Ủy ban nhân dân xã yêu cầu các bộ phận chuyên môn rà soát toàn bộ\n"
    "Quy chế làm việc, phối hợp với Phòng Nội vụ tổ chức kiểm tra công\n"
    "tác văn thư tại các đơn vị trực thuộc và gửi kết quả bằng văn bản.\n"
) * 4


@each_case("lines")
def test_phenomena(case: Case) -> None:
    document = read_plain(case["text"].encode(), "a.txt", Limits())
    assert lines(document) == case["lines"]


@pytest.mark.parametrize(
    ("encoding", "mark", "shown"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_encodings(encoding: str, mark: bytes, shown: str) -> None:
    document = read_plain(mark + _TEXT.encode(encoding), "a.txt", Limits())
    assert lines(document) == _TEXT.split("\n")[:2]
    assert (document.encoding, document.findings) == (shown, ())


def test_other_encodings_are_a_guess_that_is_told() -> None:
    document = read_plain("Café à Huế".replace("ế", "é").encode("cp1252"), "a.txt", Limits())
    assert [found.code for found in document.findings] == ["encoding-guessed"]
    assert lines(document)


def test_a_cut_off_letter_is_told() -> None:
    document = read_plain("Rà soát hồ sơ lưu trữ ở xã".encode()[:-1], "a.txt", Limits())
    assert document.encoding == "utf-8"
    assert [found.code for found in document.findings] == ["encoding-damaged"]


def test_decomposed_letters_join_like_composed_ones() -> None:
    text = "Các đơn vị rà soát hồ sơ và các tài liệu khác có\n\nđầy đủ dấu; gửi về xã."
    decomposed = text.replace("đơn vị", "đơn vi\u0323")
    assert len(read_plain(decomposed.encode(), "a.txt", Limits()).blocks) == 1


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    assert len(read_plain(f"Một.{end}Hai.".encode(), "a.txt", Limits()).blocks) == 2


def test_bold_runs_over_lines() -> None:
    blocks = read_plain("**Rà soát hồ sơ\ncủa xã**\n\nHết.".encode(), "a.txt", Limits()).blocks
    assert blocks == (Paragraph("Rà soát hồ sơ của xã", bold=20), Paragraph("Hết."))


def test_the_type_right_below_a_head_is_no_part_of_its_columns() -> None:
    text = "UBND XÃ AN BÌNH\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/KH-UBND\t\tAn Bình\n"
    document = read_plain(f"{text}KẾ HOẠCH\nTrồng hoa\n".encode(), "a.txt", Limits())
    assert lines(document)[1:] == ["KẾ HOẠCH", "Trồng hoa"]


def test_columns_have_no_borders() -> None:
    text = "UBND XÃ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    (grid,) = read_plain(text.encode(), "a.txt", Limits()).blocks
    assert isinstance(grid, Grid)
    assert not grid.ruled


def test_wrapped_text_joins_capitals_too() -> None:
    assert wrap_width(_WRAPPED.split("\n")) > 0
    first = read_plain(_WRAPPED.encode(), "a.txt", Limits()).blocks[0]
    assert isinstance(first, Paragraph)
    assert "toàn bộ Quy chế" in first.text


def test_lines_of_their_own_length_are_not_wrapped() -> None:
    assert wrap_width(["Một đoạn văn " * count for count in range(3, 40)]) == 0


@pytest.mark.parametrize(
    "piece",
    ["*", "[", "`a", "\n", "   a", "| a ", "STT\n|\n", "a |\n",
     "é", "a) A; ", "1. A ", "<", "1\n\n", "|\n", "Số: ",
     "I. ", "số\n1. ", "a b   c\n"],
)  # fmt: skip
def test_time_grows_with_the_size_only(piece: str) -> None:
    assert_linear(read_plain, piece)


def test_a_letter_with_thousands_of_marks() -> None:
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM A" + "\u0301" * 3000
    start = time.process_time()
    assert lines(read_plain(text.encode(), "a.txt", Limits()))
    assert time.process_time() - start < 1


def test_a_blank_number_below_a_head_in_columns_is_no_column() -> None:
    text = "SỞ Y TẾ\tCỘNG HOÀ XÃ HỘ CHỦ NGHĨA VIỆT NAM\n\n   Số:    / KH-SYT\nKẾ HOẠCH\n"
    document = read_plain(text.encode(), "a.txt", Limits())
    assert lines(document)[-2:] == ["Số:    / KH-SYT", "KẾ HOẠCH"]


def test_columns_of_a_head_whose_cells_wrap() -> None:
    text = """\
    ĐẢNG BỘ THÀNH PHỐ BÃI                      ĐẢNG CỘNG SẢN VIỆT NAM
            SẬY
                  *                      Bãi Sậy, ngày 02 tháng 3 năm
                                                     2027
          Số 31-KH/ĐU

         Kính gửi:          - Các chi bộ trực thuộc;
"""
    grid = read_plain(text.encode(), "a.txt", Limits()).blocks[0]
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == [
        "ĐẢNG BỘ THÀNH PHỐ BÃI\nSẬY\n*\nSố 31-KH/ĐU",
        "ĐẢNG CỘNG SẢN VIỆT NAM\nBãi Sậy, ngày 02 tháng 3 năm\n2027",
    ]


def test_columns_of_the_youth_unions_head() -> None:
    text = "ĐOÀN TRƯỜNG THPT ĐỒI CỌ          ĐOÀN TNCS HỒ CHÍ MINH\n      Số: 8-KH/ĐTN"
    grid = read_plain(text.encode(), "a.txt", Limits()).blocks[0]
    assert isinstance(grid, Grid)
    assert grid.rows[0][1].text == "ĐOÀN TNCS HỒ CHÍ MINH"
