"""What Markdown shows beyond plain text: headings, entities, notes, looks."""

import pytest

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.plain.markdown import read_markdown
from kehoach_parser.readers.plain.markup import Run, strip_marks
from kehoach_parser.text.document import Block, Grid, Paragraph
from readers.shown import assert_linear, lines


def _blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text.encode(), "a.md", Limits()).blocks


def test_headings_have_their_level() -> None:
    assert _blocks("# KẾ HOẠCH\n### 1. Mục đích ###\n#1 không phải") == (
        Paragraph("KẾ HOẠCH", bold=8, heading=1),
        Paragraph("1. Mục đích", bold=11, heading=3),
        Paragraph("#1 không phải"),
    )


def test_signs_of_headings_alone_are_dropped() -> None:
    assert _blocks("#\nSố hiệu: 12/KH-UBND") == (Paragraph("Số hiệu: 12/KH-UBND"),)


def test_italics_may_go_on_over_lines() -> None:
    text = "*Căn cứ Luật Lâm\nnghiệp năm 2017;*\n\n*Nơi nhận:*\n- Lưu: VT.\n* Mục một\n* Mục hai"
    assert lines(read_markdown(text.encode(), "a.md", Limits())) == [
        "Căn cứ Luật Lâm nghiệp năm 2017;", "Nơi nhận:", "- Lưu: VT.", "- Mục một", "- Mục hai",
    ]  # fmt: skip


def test_a_head_in_two_cells_is_a_table() -> None:
    head = (
        "| ỦY BAN NHÂN DÂN XÃ AN KHÊ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        " Độc lập - Tự do - Hạnh phúc --------------- |\n|---|---|\n"
        "| Số: 9/KH-UBND | An Khê, ngày 05 tháng 3 năm 2026 |\n"
    )
    grid, *rest = _blocks(f"{head}\nKẾ HOẠCH\n\nTRỒNG RỪNG\n\nCăn cứ Luật Lâm nghiệp;\n")
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 2
    assert len(rest) == 3


def test_the_end_of_bold_is_no_bullet() -> None:
    (block,) = _blocks("**2. Phân công:** Phòng Kinh doanh gọi khách.")
    assert isinstance(block, Paragraph)
    assert block.text == "2. Phân công: Phòng Kinh doanh gọi khách."


@pytest.mark.parametrize(
    ("line", "run"),
    [
        ("**1. Mục đích**", Run("1. Mục đích", 11)),
        ("**Điều 1.** Ban hành", Run("Điều 1. Ban hành", 7)),
        ("**1.** **Mục đích** chung", Run("1. Mục đích chung", 11)),
        ("1. **Mục đích**", Run("1. Mục đích", 0)),
        ("*Nơi nhận:*", Run("Nơi nhận:", 0, italic=True)),
        ("__Đậm__ và _nghiêng_", Run("Đậm và nghiêng", 3)),
        ("**chưa đóng", Run("chưa đóng", 9, open=True)),
        ("LIÊN ĐỘI*** Sơn Lam, ngày 5", Run("LIÊN ĐỘI Sơn Lam, ngày 5")),
        ("2 * 3 * 4", Run("2 * 3 * 4")),
        ("chú thích (*) và (**)", Run("chú thích (*) và (**)")),
        (r"1\. Không phải \*nhãn\*", Run("1. Không phải *nhãn*")),
        ("`mã` ~~bỏ~~ &amp; <b>đậm</b>", Run("mã bỏ & đậm")),
    ],
)
def test_inline_marks(line: str, run: Run) -> None:
    assert strip_marks(line) == run


def test_the_data_above_a_page_is_no_part_of_it() -> None:
    assert _blocks('---json\n{\n  "slug": "lich"\n}\n---\nKẾ HOẠCH\n') == (Paragraph("KẾ HOẠCH"),)
    assert _blocks("---\nUBND XÃ AN BÌNH\n---\nKẾ HOẠCH\n") == (
        Paragraph("UBND XÃ AN BÌNH"),
        Paragraph("KẾ HOẠCH"),
    )


def test_notes_are_marked() -> None:
    document = read_markdown("Đã họp[^1].\n\n[^1]: Theo biên bản.\n".encode(), "a.md", Limits())
    assert lines(document) == ["Đã họp[1].", "[note] [1] Theo biên bản."]


def test_fences_and_comments_are_dropped() -> None:
    assert _blocks("```markdown\nNội dung <!-- ẩn -->\n```\n> Trích dẫn.") == (
        Paragraph("Nội dung"),
        Paragraph("Trích dẫn."),
    )


def test_a_table_goes_on_over_a_page_break() -> None:
    head = "| TT | Việc |\n|---|---|\n"
    (grid,) = _blocks(f"{head}| 1 | Rà soát |\n\n\n| 2 | **Đếm** |\n")
    assert isinstance(grid, Grid)
    assert (len(grid.rows), grid.width, grid.header_rows) == (3, 2, 1)
    assert grid.rows[2][1].bold


def test_near_miss_another_table_after_a_blank_line() -> None:
    table = "| TT | Việc |\n|---|---|\n| 1 | Rà soát |\n"
    assert len(_blocks(table + "\n" + table.replace("Việc", "Đơn vị"))) == 2


def test_a_title_in_bold_lines_is_one_paragraph() -> None:
    first, second = "**Về việc rà soát hồ sơ lưu trữ tại các đơn vị**", "**Phòng Nội vụ và các xã**"
    (title,) = _blocks(f"{first}\n{second}")
    assert isinstance(title, Paragraph)
    assert title.bold == len(title.text)


def test_near_miss_bold_lines_of_a_signature() -> None:
    assert len(_blocks("**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**")) == 2


def test_a_table_of_html() -> None:
    table = '<table>\n<tr><th colspan="2">Việc</th></tr>\n\n<tr><td>1<br>2</td><td>Đếm</td></tr>'
    first, grid, last = _blocks(f"Gồm:\n<div>{table}\n</table></div> Hết.")
    assert isinstance(grid, Grid)
    assert [[(cell.column, cell.columns, cell.text) for cell in row] for row in grid.rows] == [
        [(0, 2, "Việc")], [(0, 1, "1\n2"), (1, 1, "Đếm")],
    ]  # fmt: skip
    assert (first, last) == (Paragraph("Gồm:"), Paragraph("Hết."))


def test_a_table_of_html_within_another_does_not_end_it() -> None:
    (grid,) = _blocks(
        "<table><tr><td>Sở A\n<table><tr><td>x</td></tr></table>\n</td><td>y</td></tr></table>"
    )
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == ["Sở A\nx", "y"]


@pytest.mark.parametrize("text", ["<table> không đóng", "Thẻ <table></table> trong câu."])
def test_near_miss_tags_that_are_no_table(text: str) -> None:
    (block,) = _blocks(text)
    assert block == Paragraph(text)


def test_a_table_of_html_without_words_vanishes() -> None:
    assert _blocks("<table><tr><td> </td></tr></table>") == ()


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<table>\n", "<table>\n</table>\n", "[a](", "**", "*a\n", "| a | a |\n| a |\n", "&"],
)
def test_time_grows_with_the_size_only(piece: str) -> None:
    assert_linear(read_markdown, f"x {piece}" if piece == "<!--" else piece)
