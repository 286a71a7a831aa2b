"""Signs that open items become the few bullets that the program tells apart, in any format."""

import pytest

from kehoach_parser import parse_text
from kehoach_parser.readers.bullets import with_known_bullets
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph

_PLAN = """\
ỦY BAN NHÂN DÂN XÃ AN BÌNH
Số: 12/KH-UBND
KẾ HOẠCH
Trồng tre năm 2026
I. NHIỆM VỤ
1. Việc chung
{sign} Phòng Kinh tế rà soát các đoạn sông
{sign} Phòng Nội vụ báo cáo kết quả trước ngày 30/6/2026.
"""


@pytest.mark.parametrize("sign", ["►", "◆", "■", "✔", "★", "→", "o", "v", "Ø", "§", "~", "=>"])
def test_bodies_behind_any_sign_act(sign: str) -> None:
    plan = parse_text(_PLAN.format(sign=sign))
    assert [task.lead for task in plan.tasks] == [("Phòng Kinh tế",), ("Phòng Nội vụ",)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("► Xã rà soát", "➢ Xã rà soát"),
        ("①Xã rà soát", "(1) Xã rà soát"),
        ("o Xã rà soát", "○ Xã rà soát"),
        ("o 5 hộ", "o 5 hộ"),
        ("~ 30 hộ", "~ 30 hộ"),
        ("§ 5 của quy chế", "§ 5 của quy chế"),
        ("☑ Có", "☑ Có"),
        ("►", "►"),
    ],
)
def test_known_bullets(text: str, shown: str) -> None:
    found = with_known_bullets(Document("txt", (Paragraph("Mở đầu"), Paragraph(text)), ()))
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)][1] == shown


def test_bold_goes_with_the_words() -> None:
    found = with_known_bullets(Document("txt", (Paragraph("=> Xã rà soát", bold=5),), ()))
    assert found.blocks == (Paragraph("➢ Xã rà soát", bold=4),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("➢ Phòng Kinh tế\n► Phòng Nội vụ", "- Phòng Kinh tế\n- Phòng Nội vụ"),
        ("Các thôn:\no Thôn 1\no Thôn 2", "Các thôn:\n- Thôn 1\n- Thôn 2"),
        ("✓", "✓"),
        ("● 5", "● 5"),
        ("Đạt\n✓", "Đạt\n✓"),
    ],
)
def test_items_in_cells(text: str, shown: str) -> None:
    grid = Grid(((Cell(text, 0),),), 1)
    found = with_known_bullets(Document("docx", (grid,), ()))
    assert found.blocks == (Grid(((Cell(shown, 0),),), 1),)
