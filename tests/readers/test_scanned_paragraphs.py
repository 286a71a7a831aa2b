"""Lines of scans become paragraphs by their words first: their looks are measured."""

import pytest

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.cut_words import made_whole
from kehoach_parser.readers.pdf.lines import Line
from kehoach_parser.readers.pdf.paragraphs import flow_of, paragraphs

SIZE = 13.0
STEP = 18.0


def _line(text: str, base: float, *, x: float = 85, size: float = SIZE, bold: bool = False,
          sure: float | None = 0.9) -> Line:  # fmt: skip
    words: list[Word] = []
    for part in text.split():
        x1 = x + 6 * len(part)
        words.append(Word(part, x, base - size, x1, base, base, size, bold, italic=False,
                          order=int(base) * 1000 + len(words), confidence=sure))  # fmt: skip
        x = x1 + 3
    found = Line(words, 1)
    found.left, found.right = 85, 540
    return found


FULL = "lãnh đạo các đơn vị phối hợp với Ban Chấp"


@pytest.mark.parametrize(
    ("second", "together"),
    [
        (_line("hành xây dựng kế hoạch", 100 + STEP), True),
        (_line("hành xây dựng kế hoạch", 100 + STEP, size=17), True),
        (_line("hành xây dựng kế hoạch", 100 + STEP, bold=True), True),
        (_line("hành xây dựng kế hoạch", 100 + STEP, x=99), True),
        (_line("hành xây dựng kế hoạch", 100 + 3 * STEP), False),
        (_line("a) Rà soát hồ sơ", 100 + STEP), False),
        (_line("Hành xây dựng kế hoạch", 100 + STEP, x=110), False),
        (_line("hành xây dựng kế hoạch", 100 + STEP, size=17, sure=None), False),
    ],
)
def test_a_sentence_that_goes_on_is_one_paragraph(second: Line, *, together: bool) -> None:
    sure = second.words[0].confidence
    first = _line(FULL, 100, sure=sure)
    flow = flow_of([first, second], 85, 540)._replace(pitch=STEP)

    assert (len(paragraphs([first, second], flow)) == 1) is together


WIDE = "Báo Sơn Hải, Đài Phát thanh và Truyền hình Sơn Hải, Cổng Thông tin điện tử tỉnh,"


@pytest.mark.parametrize(
    ("first", "step", "sure", "together"),
    [
        (WIDE, STEP, 0.9, True),
        (WIDE, 1.6 * STEP, 0.9, False),
        (f"{WIDE[:-1]}.", STEP, 0.9, False),
        (WIDE[:40], STEP, 0.9, False),
        (WIDE, STEP, None, False),
    ],
)
def test_a_full_line_whose_size_is_misread_goes_on(
    first: str,
    step: float,
    sure: float | None,
    together: bool,  # noqa: FBT001
) -> None:
    lines = [
        _line(first, 100, size=0.7 * SIZE, sure=sure),
        _line("Trung tâm Văn hóa tuyên truyền", 100 + step, sure=sure),
    ]
    flow = flow_of(lines, 85, 540)._replace(pitch=STEP)

    assert (len(paragraphs(lines, flow)) == 1) is together


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("báo cáo kết quả về Ủy ban nhân dân xã trước ngày", "25/9/2026", True),
        ("lập danh sách theo Quyết định của", "Trường Tiểu học Hòa Bình", True),
        ("báo cáo kết quả về Ủy ban nhân dân xã", "25/9/2026", False),
        ("Xây dựng, phát triển chính quyền số", "Phòng Văn hóa rà soát", False),
        ("báo cáo kết quả về Ủy ban nhân dân xã trước ngày", "2. Phòng Kinh tế rà soát", False),
        ("Phòng Kế hoạch -", "Tài chính", True),
        ("Phòng Kế hoạch.", "Tài chính", False),
    ],
)
def test_a_line_that_ends_in_a_phrase_goes_on(first: str, second: str, *, together: bool) -> None:
    lines = [_line(first, 100), _line(second, 100 + STEP)]
    flow = flow_of(lines, 85, 540)._replace(pitch=STEP)

    assert (len(paragraphs(lines, flow)) == 1) is together


def test_a_heading_in_capitals_does_not_go_on() -> None:
    lines = [_line("TỔ CHỨC THỰC HIỆN", 100, bold=True), _line("các đơn vị rà soát", 100 + STEP)]

    assert len(paragraphs(lines, flow_of(lines, 85, 540)._replace(pitch=STEP))) == 2


def test_a_sentence_that_ended_does_not_go_on() -> None:
    lines = [_line(f"{FULL}.", 100), _line("hành xây dựng kế hoạch", 100 + STEP, size=19)]

    assert len(paragraphs(lines, flow_of(lines, 85, 540)._replace(pitch=STEP))) == 2


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [("12-QĐ/T", "W", "12-QĐ/TW"), ("4/2026/NQ-HĐ", "ND", "4/2026/NQ-HĐND"), ("Trườn", "g", None)],
)
def test_a_cell_cuts_codes_only(first: str, second: str, whole: str | None) -> None:
    lines = [_line(first, 100), _line(second, 100 + STEP)]
    room = lines[0].x1 - lines[0].x0 + 3

    assert [line.text for line in made_whole(lines, room)] == (
        [whole] if whole else [first, second]
    )
