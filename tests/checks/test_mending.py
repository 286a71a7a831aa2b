"""`--fix`: what is mended, what stays, and the proof."""

import unicodedata

import pytest

from kehoach_parser.checks.mending import difference, is_safe, mended
from kehoach_parser.checks.sound import SOUND
from kehoach_parser.pipeline import DEFAULT
from kehoach_parser.text.legacy_names import VNI
from legacy_text import encoded


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kê\u0301 hoa\u0323ch\n", "Kế hoạch\n"),
        ("Ðiều 1\n", "Điều 1\n"),
        ("BYT-\u0412\u0421\u0422, \u0412\u044b\u0445\n", "BYT-BCT, \u0412\u044b\u0445\n"),
        ("a\u00a0b\u200bc\ufeff\n", "a bc\n"),
        ("2025\u20112026\n", "2025-2026\n"),
        ("a  b\tc\n", "a  b\tc\n"),
        ("a \r\nb\r", "a\nb\n"),
        ("a\n\n\n", "a\n"),
        ("“trích” – dẫn…\n", "“trích” – dẫn…\n"),
        ("", ""),
        ("Ng\u00adêi ®\u00adîc giao chñ tr× b¸o c¸o Ð\n", "Người được giao chủ trì báo cáo é\n"),
        ("Ngöôøi ñöôïc giao chuû trì baùo caùo\n", "Người được giao chủ trì báo cáo\n"),
    ],
)
def test_characters_are_made_regular(before: str, after: str) -> None:
    assert mended(before) == after
    assert mended(after) == after


def test_markdown_keeps_the_blanks_that_break_a_line() -> None:
    assert mended("a  \nb\n", markdown=True) == "a  \nb\n"


def test_the_result_stays_the_same() -> None:
    broken = unicodedata.normalize("NFD", SOUND).replace(" tỉnh", "\u00a0tỉnh")
    good = mended(broken)
    assert good == SOUND
    assert is_safe(broken.encode(), good.encode(), "k.txt", DEFAULT)
    other = SOUND.replace("Số: 24", "Số: 25")
    assert not is_safe(SOUND.encode(), other.encode(), "k.txt", DEFAULT)


def test_an_old_encoding_is_mended_too() -> None:
    old = encoded(SOUND, VNI)
    assert mended(old) == SOUND
    assert is_safe(old.encode(), SOUND.encode(), "k.txt", DEFAULT)


def test_a_difference_shows_what_cannot_be_seen() -> None:
    shown = difference("a\u200bb\nc\r\n", "ab\nc\n", "k.txt")
    assert "-a\\u200bb\n-c\\u000d\n+ab\n+c\n" in shown
