"""Recipients and signature that run together line by line are two columns again."""

import pytest

from kehoach_parser.readers.closing_lines import with_closings_parted
from kehoach_parser.text.document import Document, Grid, Paragraph

_LINES = (
    "Nơi nhận: TM. ỦY BAN NHÂN DÂN",
    "- Thường trực Tỉnh ủy; KT. CHỦ TỊCH",
    "- Bộ Nội vụ; Bộ Tài chính; PHÓ CHỦ TỊCH",
    "(Đã ký)",
    "- Các sở;",
    "- Lưu: VT, TH. Lê Văn Tám",
)
_LEFT = "Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Bộ Nội vụ; Bộ Tài chính;\n- Các sở;\n- Lưu: VT, TH."
_RIGHT = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Văn Tám"


def _read(*paragraphs: str) -> tuple[object, ...]:
    blocks = tuple(map(Paragraph, paragraphs))
    return with_closings_parted(Document("txt", blocks)).blocks


@pytest.mark.parametrize(
    "parts", [_LINES, ("\n".join(_LINES),), ("\n".join(_LINES[:4]), *_LINES[4:])]
)
def test_each_column_gets_its_own(parts: tuple[str, ...]) -> None:
    above, grid, below = _read("1. Báo cáo", *parts, "PHỤ LỤC")
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == [_LEFT, _RIGHT]
    assert not grid.ruled
    assert (above, below) == (Paragraph("1. Báo cáo"), Paragraph("PHỤ LỤC"))


def test_a_name_below_the_last_recipient() -> None:
    (grid,) = _read("Nơi nhận: HIỆU TRƯỞNG", "- Như trên;", "- Lưu: VT.", "Lê Văn Tám")
    assert isinstance(grid, Grid)
    assert grid.rows[0][1].text == "HIỆU TRƯỞNG\nLê Văn Tám"


def test_recipients_that_wrap_and_whoever_wrote_the_text() -> None:
    lines = ("- Ban Dân vận Tỉnh ủy", "(b/c),", "- Lưu Văn phòng. CHỦ NHIỆM", "(Tâm)", "Lê Văn Tám")
    grid, below = _read("Nơi nhận: T/M ỦY BAN KIỂM TRA", *lines, "Phụ lục 1")
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == [
        "Nơi nhận:\n- Ban Dân vận Tỉnh ủy (b/c),\n- Lưu Văn phòng. (Tâm)",
        "T/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM\nLê Văn Tám",
    ]
    assert below == Paragraph("Phụ lục 1")


@pytest.mark.parametrize(
    "lines",
    [
        ("Nơi nhận: Các sở, ban, ngành", "- Sở Nội vụ; Lê Văn Tám"),
        ("Nơi nhận: UBND TỈNH", "- Lưu: VT.", "Lê Văn Tám"),
        ("Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT."),
        ("Nơi nhận:", "- Sở Nội vụ; Lê Văn Tám"),
    ],
    ids=["recipients behind the words", "no post", "nobody signs", "a name among recipients"],
)
def test_near_misses_stay(lines: tuple[str, ...]) -> None:
    assert _read(*lines) == tuple(map(Paragraph, lines))
