"""Several readings of a line made one, and the quotation marks that a model has no sign for."""

import pytest

from kehoach_parser.readers.ocr.engines.base import Spotted
from kehoach_parser.readers.ocr.engines.quotes import quoted
from kehoach_parser.readers.ocr.engines.readings import Char, Read, agreed, merged, read_words


def _reading(text: str, *sure: float) -> list[Read]:
    """Return a reading of a text, each letter 10 pixels wide; words are sure in their order."""
    found: list[Read] = []
    at = 0
    for number, word in enumerate(text.split()):
        last = at + 10.0 * (len(word) - 1)
        found.append(Read(word, at, last, sure[number] if sure else 0.9))
        at += 10 * len(word) + 10
    return found


def _text(words: list[Read]) -> str:
    return " ".join(word.text for word in words)


def test_characters_become_words_as_sure_as_their_least_sure_one() -> None:
    chars = [Char("b", 5, 0.9), Char("à", 15, 0.4), Char(" ", 25, 1.0), Char("ơ", 35, 0.8)]

    assert read_words(chars) == [Read("bà", 5, 15, 0.4), Read("ơ", 35, 35, 0.8)]
    assert read_words([]) == []


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (("hõ sơ", 0.5, 0.9), ("hồ sơ", 0.8, 0.7), "hồ sơ"),
        (("1.Rà soát", 0.9, 0.9), ("1. Rà soát", 0.7, 0.7, 0.7), "1. Rà soát"),
        (("gửi báo cáo", 0.9, 0.9, 0.9), ("gửi báo cáo.", 0.8, 0.8, 0.5), "gửi báo cáo."),
        (("- Rà soát", 0.6, 0.9, 0.9), ("Rà soát", 0.95, 0.95), "- Rà soát"),
        (("năm 202 6", 0.9, 0.9, 0.9), ("năm 2026", 0.7, 0.7), "năm 2026"),
        (("Rà soát", 0.9, 0.9), (), "Rà soát"),
        ((), (), ""),
        (("ab cd", 0.9, 0.9), ("a b c d", 0.3, 0.3, 0.3, 0.3), "a b c d"),
        (("rà sot", 0.9, 0.9), ("rà s o t x", 0.3, 0.3, 0.3, 0.3, 0.3), "rà sot"),
    ],
)
def test_the_surer_reading_of_each_word_counts(
    one: tuple[str, float], other: tuple[str, float], text: str
) -> None:
    readings = [_reading(str(each[0]), *each[1:]) if each else [] for each in (one, other)]

    assert _text(merged(*readings, ends=True)) == text
    assert _text(merged(*reversed(readings), ends=True)) == text


def test_within_a_line_a_last_mark_is_no_surer_than_its_word() -> None:
    readings = _reading("các đơn vị:", 0.9, 0.9, 0.5), _reading("các đơn vị", 0.8, 0.8, 0.9)

    assert _text(merged(*readings, ends=False)) == "các đơn vị"


def test_digits_on_which_readings_differ_are_doubtful() -> None:
    readings = [_reading(f"ngày {day} tháng") for day in ("29", "29", "2", "9", "19")]

    found = agreed(readings[2][1], readings, 30)

    assert found.text == "29"
    assert found.sure == pytest.approx(0.6 * 2 / 5)


def test_digits_of_which_other_readings_overlooked_some_are_less_doubtful() -> None:
    readings = [_reading(f"ngày {day} tháng") for day in ("29", "29", "2", ",9", "9")]

    assert agreed(readings[2][1], readings, 30).sure == pytest.approx(0.5)


def test_of_as_many_readings_the_longer_number_counts() -> None:
    readings = [_reading(f"số {number}") for number in ("29", "29", "9", "9")]

    assert agreed(readings[2][1], readings, 30).text == "29"


def test_a_number_that_only_one_reading_parts_is_no_two_numbers() -> None:
    readings = [_reading("(2). 51"), _reading("(2).51"), _reading("(2).51")]

    assert _text([agreed(word, readings, 30) for word in readings[0]]) == "(2). 51"


def test_digits_that_all_readings_have_stay_as_sure() -> None:
    readings = [_reading("ngày 29 tháng", 0.9, 0.7, 0.9) for _ in range(3)]

    assert agreed(readings[0][1], readings, 30) == readings[0][1]


def _spotted(*lines: str) -> list[Spotted]:
    return [
        Spotted(word, 0, 0, 9, 9, 0.9, number)
        for number, line in enumerate(lines)
        for word in line.split()
    ]


@pytest.mark.parametrize(
    ("lines", "expect"),
    [
        (("phong trào +Rừng xanh` của thôn",), "phong trào “Rừng xanh” của thôn"),
        (("cuộc thi +Em yêu", "quê hương*; báo cáo"), "cuộc thi “Em yêu quê hương”; báo cáo"),
        (("+Gửi danh sách", "+Lập hồ sơ"), "+Gửi danh sách +Lập hồ sơ"),
        (("+Rừng xanh' là tên",), "“Rừng xanh” là tên"),
        (("cột A+B và 2+3",), "cột A+B và 2+3"),
        (("chú thích* cuối trang",), "chú thích* cuối trang"),
        (("lúc 13h30' ngày",), "lúc 13h30' ngày"),
        (("gói (+Một cửa') mới",), "gói (“Một cửa”) mới"),
    ],
)
def test_quotation_marks_read_as_other_marks(lines: tuple[str, ...], expect: str) -> None:
    assert " ".join(word.text for word in quoted(_spotted(*lines))) == expect
