"""Issuers: each row of the table with its example and near miss, and the ends of names."""

import pytest

from kehoach_parser.extract.citing.issuers import read_issuer
from kehoach_parser.extract.citing.subjects import read_subject
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import fold

ROWS = rows("issuers")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["words"])
def test_row_begins_its_example_and_not_its_near_miss(row: dict[str, str]) -> None:
    found = read_issuer(row["example"], 0)
    assert found is not None
    assert fold(found.name).startswith(fold(row["words"]))
    missed = read_issuer(row["near_miss"], 0)
    assert missed is None or not fold(missed.name).startswith(fold(row["words"]))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Y tế và các đơn vị", "Sở Y tế"),
        ("UBND tỉnh Bà Rịa - Vũng Tàu về việc", "UBND tỉnh Bà Rịa - Vũng Tàu"),
        ("Chính phủ, gắn với trách nhiệm", "Chính phủ"),
        ("Quốc hội khóa XV Quyết định số 3", "Quốc hội khóa XV"),
        ("Cục Đường sắt biên soạn, Vụ Pháp chế trình", "Cục Đường sắt"),
        ("UBND tỉnh Hà Nam Nghị quyết số 5", "UBND tỉnh Hà Nam"),
        ("Bộ GDĐT tổ chức phong trào", "Bộ GDĐT"),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, name: str) -> None:
    found = read_issuer(text, 0)
    assert found is not None
    assert found.name == name
    assert text[: found.end] == name


@pytest.mark.parametrize("text", ["các sở, ngành", "15/3/2024", "việc này", ""])
def test_other_words_are_no_issuer(text: str) -> None:
    assert read_issuer(text, 0) is None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("ý kiến của Bộ Y tế tại ", "Bộ Y tế"),
        ("gồm: Công ty cổ phần An Bình tại ", "Công ty cổ phần An Bình"),
        ("UBND tỉnh đã ban hành ", "UBND tỉnh"),
        ("nội dung đoàn kiểm tra yêu cầu tại ", None),
        ("cho người dân có ", None),
    ],
)
def test_an_issuer_before_the_number(before: str, name: str | None) -> None:
    assert read_subject(before + "Công văn số 5/BYT-KH", len(before)).issuer == name
