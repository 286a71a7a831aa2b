"""Web text that has lost its paragraph breaks gets its lines back."""

import pytest

from case_files import Case, each_case
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.headtext import split_head
from kehoach_parser.readers.plain.reader import read_plain
from kehoach_parser.readers.plain.webtext import restore_lines, runs_together
from readers.shown import lines


@each_case("webtext")
def test_phenomena(case: Case) -> None:
    assert runs_together(case["text"])
    assert lines(read_plain(case["text"].encode(), "a.txt", Limits())) == case["lines"]


@each_case("webtext")
def test_only_breaks_are_added(case: Case) -> None:
    def letters(text: str) -> str:
        return "".join(letter for letter in text if letter.isalnum())

    assert letters("".join(restore_lines(case["text"]))) == letters(case["text"])


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n1. Rà soát.\n2. Lập danh mục.\n- Kiểm đếm.",
        "VIỆT NAM Độc lập - Tự do - Hạnh phúc -----\n\nKẾ HOẠCH\n\nTRỒNG RỪNG\n\nCăn cứ Luật.",
        (
            "| XÃ AN BÌNH ---- | VIỆT NAM Độc lập - Tự do - Hạnh phúc  ---- |\n| --- | --- |\n"
            "KẾ HOẠCH\nTRỒNG RỪNG\nI. MỤC ĐÍCH\n1. Rà soát.\n2. Lập danh mục."
        ),
        "Gồm: (1) rà soát; (2) lập danh mục. Kết thúc đợt một. Sang đợt hai.",
        "I- MỤC ĐÍCH\nGiữ rừng.\nII- VIỆC\n1- Trồng tre.\n2/ Đắp bờ.\na/ Đắp sớm.\n3- Tưới cây.",
        "A.VIỆC\n1.Trồng tre.\n- Gồm: 1. Đào hố; 2. Bón lót; 3. Tưới.\n2.Đắp bờ.\n-Đắp sớm.",
        "<table><tr>\n<td><p>Gồm;</p>\n<p>Xã;</p>\n<p>- Thôn; - Ấp.</p></td>\n</tr></table>",
    ],
)
def test_near_miss_text_with_its_breaks(text: str) -> None:
    assert not runs_together(text)


def test_near_miss_a_title_with_a_number_is_no_head() -> None:
    text = "Triển khai Kế hoạch số 12/KH-UBND của xã"
    assert split_head(text) == ([], text)
