"""The closing block of a scan: its sides are told by where they stand."""

import pytest

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.closing import Block, find_block
from kehoach_parser.readers.pdf.lines import rows

SIZE = 13.0
EDGES = (85.0, 540.0)


def _words(text: str, x: float, base: float, sure: float = 0.95) -> list[Word]:
    """Return the words of a line, each letter six points wide."""
    found: list[Word] = []
    order = int(1000 * base + x)
    for part in text.split():
        x1 = x + 6 * len(part)
        found.append(Word(part, x, base - SIZE, x1, base, base, SIZE, bold=False, italic=False,
                          order=order, confidence=sure))  # fmt: skip
        x, order = x1 + 3, order + len(part) + 1
    return found


def _block(*lines: tuple[str, float, float], doubtful: tuple[str, ...] = ()) -> Block | None:
    words = (
        word
        for text, x, base in lines
        for word in _words(text, x, base, 0.3 if text in doubtful else 0.95)
    )
    return find_block(rows(words), 1, EDGES)


def _sides(block: Block | None) -> tuple[list[str], list[str]]:
    assert block is not None
    columns = block.columns
    return [line.text for line in columns.left], [line.text for line in columns.right]


BODY = ("phương báo cáo Ủy ban nhân dân tỉnh để xem xét, giải quyết những việc nảy sinh", 85, 400)
LEFT = (("Nơi nhận:", 85, 440), ("- Sở Nội vụ;", 85, 453), ("- Lưu: VT.", 85, 466))


def test_sides_are_set_apart_where_no_row_holds_both() -> None:
    block = _block(BODY, ("GIÁM ĐỐC", 370, 425), *LEFT, ("Lò Văn Sáng", 365, 520))

    assert _sides(block) == (
        ["Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT."], ["GIÁM ĐỐC", "Lò Văn Sáng"])  # fmt: skip
    assert block is not None
    assert (block.first, block.last) == (1, 6)


def test_what_stamps_and_pens_give_is_no_part_of_the_signature() -> None:
    block = _block(
        BODY, *LEFT, ("GIÁM ĐỐC", 370, 440), ("Y TẾ", 330, 470), ("rudal/nsc", 370, 500),
        ("Lò Văn Sáng", 365, 520), doubtful=("Y TẾ", "rudal/nsc"),
    )  # fmt: skip

    assert _sides(block)[1] == ["GIÁM ĐỐC", "Lò Văn Sáng"]


def test_a_place_and_a_day_above_the_signature_are_of_it() -> None:
    block = _block(*LEFT, ("Bãi Bồi, ngày 5 tháng 3 năm 2026", 330, 440), ("vòng tròn", 370, 460),
                   ("TRƯỞNG BAN", 370, 466), ("Lò Văn Sáng", 365, 520))  # fmt: skip

    assert _sides(block)[1] == ["Bãi Bồi, ngày 5 tháng 3 năm 2026", "TRƯỞNG BAN", "Lò Văn Sáng"]


def test_recipients_that_reach_over_the_middle_stay_on_the_left() -> None:
    long = ("- Các cơ quan thuộc đối tượng kiểm tra;", 85, 453)

    left, _ = _sides(_block(LEFT[0], long, LEFT[2], ("GIÁM ĐỐC", 400, 440)))

    assert left[1] == long[0]


def test_a_signature_that_is_set_left_of_its_column_begins_at_one_edge() -> None:
    block = _block(LEFT[0], ("TM. BAN THƯỜNG VỤ HUYỆN", 320, 440), ("ĐOÀN", 320, 446), LEFT[1],
                   ("BÍ THƯ", 320, 460), LEFT[2], ("Lò Sáng", 320, 520))  # fmt: skip

    assert _sides(block) == (
        ["Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT."],
        ["TM. BAN THƯỜNG VỤ HUYỆN", "BÍ THƯ", "Lò Sáng"],
    )


def test_a_line_in_the_middle_ends_the_block() -> None:
    block = _block(*LEFT, ("GIÁM ĐỐC", 370, 440), ("PHÊ DUYỆT CỦA BAN GIÁM HIỆU", 230, 520),
                   ("Lò Văn Sáng", 365, 580))  # fmt: skip

    assert block is not None
    assert block.last == 3
    assert _sides(block)[1] == ["GIÁM ĐỐC"]


@pytest.mark.parametrize(
    "lines",
    [
        (BODY,),
        LEFT,
        (("Nơi nhận:", 380, 440), ("GIÁM ĐỐC", 370, 470)),
        (*LEFT, ("GIÁM ĐỐC", 370, 800)),
    ],
)
def test_without_both_sides_there_is_no_block(lines: tuple[tuple[str, float, float], ...]) -> None:
    assert _block(*lines) is None
