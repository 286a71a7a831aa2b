"""The letter ư of TCVN3 put back, and where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_parser.text.legacy import decode
from kehoach_parser.text.legacy_lost import with_letter, with_soft_hyphens
from kehoach_parser.text.legacy_names import TCVN3
from legacy_text import encoded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đợc trởng phòng, phơng hớng, nớc", "được trưởng phòng, phương hướng, nước"),
        ("TRỜNG, Đờng", "TRƯỜNG, Đường"),
        ("mời ngời lới", "mời ngời lới"),
        ("Đắk Lắk, Bắc Kạn, ôtô, đ) HĐND", "Đắk Lắk, Bắc Kạn, ôtô, đ) HĐND"),
        ("lu nh t", "lu nh t"),
    ],
)
def test_words_that_are_none_without_it(text: str, expected: str) -> None:
    assert with_letter(text, lost=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngời dới quyền nh sau", "Người dưới quyền như sau"),
        ("Lu: VT; LU TRỮ; Thông t", "Lưu: VT; LƯU TRỮ; Thông tư"),
        ("U tiên đầu t, t pháp", "Ưu tiên đầu tư, tư pháp"),
        ("mời đại biểu, đa dạng", "mời đại biểu, đa dạng"),
    ],
)
def test_words_of_a_text_that_has_lost_it(text: str, expected: str) -> None:
    assert with_letter(text, lost=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ng-êi ®-îc, l-u tr÷, nh- sau, Bé th-", "Người được, lưu trữ, như sau, Bộ thư"),
        ("kinh tÕ-x· héi, 12/KH-UBND, CT-TTg", "kinh tế-xã hội, 12/KH-UBND, CT-TTg"),
        ("C- Tæ chøc", "C- Tổ chức"),
        ("  b- Néi dung", "  b- Nội dung"),
        ("-u tiªn", "-u tiên"),
        ("thø t-", "thứ tư"),
    ],
)
def test_plain_hyphens_that_stand_for_it(text: str, expected: str) -> None:
    assert decode(with_soft_hyphens(text), TCVN3) == expected


@given(st.text("aăâeêiouưđĐngthcm -:.,ờợớƯẤ", max_size=60))
def test_nothing_but_the_letter_is_put_in(text: str) -> None:
    for lost in (False, True):
        better = with_letter(text, lost=lost)
        assert better.lower().replace("ư", "") == text.lower().replace("ư", "")


@given(st.text("aeiouthngcm -", max_size=40))
def test_hyphens_keep_their_places(text: str) -> None:
    soft = with_soft_hyphens(encoded(text, TCVN3))
    assert soft.replace("\u00ad", "-") == encoded(text, TCVN3)
