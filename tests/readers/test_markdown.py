"""What Markdown shows beyond plain text: headings, entities, notes, looks."""

import pytest

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.plain.markdown import read_markdown
from kehoach_parser.readers.plain.markup import Run, strip_marks
from kehoach_parser.readers.read import read
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


def test_addresses_between_angles_are_words() -> None:
    assert _blocks("Xem tại <https://baiboi.vn/ke-hoach>; 3 < 5 và <xã>") == (
        Paragraph("Xem tại https://baiboi.vn/ke-hoach; 3 < 5 và <xã>"),
    )


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
        ("__I\\. MỤC ĐÍCH, YÊU CẦU __", Run("I. MỤC ĐÍCH, YÊU CẦU ", 21)),
        ('<a id="muc_1"></a>I. Mục đích', Run("I. Mục đích")),
        ("ngày __ tháng __ năm 2026", Run("ngày __ tháng __ năm 2026")),
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


def test_words_in_italics_may_go_on_over_lines() -> None:
    text = "Sở Nội vụ rà soát *(trừ các\nđơn vị khác)*, báo cáo.\n\n*An Bình, ngày 05\ntháng 3 *\n"
    assert lines(read_markdown(text.encode(), "a.md", Limits())) == [
        "Sở Nội vụ rà soát (trừ các đơn vị khác), báo cáo.", "An Bình, ngày 05 tháng 3",
    ]  # fmt: skip


def test_near_miss_notes_marked_by_stars_keep_them() -> None:
    text = "Đã họp (*) hai lần.\n(*) Theo biên bản.\n\n*Ghi chú một\n*Ghi chú hai\n"
    assert lines(read_markdown(text.encode(), "a.md", Limits())) == [
        "Đã họp (*) hai lần.", "(*) Theo biên bản.", "*Ghi chú một", "*Ghi chú hai",
    ]  # fmt: skip


def test_links_may_go_on_over_lines_and_name_addresses() -> None:
    text = "Theo [hướng dẫn\ncủa Sở](https://a.vn/b), gửi về <vt@xa.gov.vn>; a < b@c > d.\n"
    assert lines(read_markdown(text.encode(), "a.md", Limits())) == [
        "Theo hướng dẫn của Sở, gửi về vt@xa.gov.vn; a < b@c > d."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Đã họp[^1] hai lần.\n\nXong việc.\n\n[^1]: Theo biên bản.\n",
        "Đã họp[[1]](#note-1) hai lần.\n\nXong việc.\n\n1. Theo biên bản. [↑](#note-ref-1)\n",
    ],
)
def test_a_note_stands_below_the_words_that_it_explains(text: str) -> None:
    assert lines(read_markdown(text.encode(), "a.md", Limits())) == [
        "Đã họp hai lần.", "[note] Theo biên bản.", "Xong việc.",
    ]  # fmt: skip


def test_a_note_whose_mark_stands_twice_or_nowhere_stays_at_the_end() -> None:
    text = "Đã họp[^1], đã ghi[^1].\n\nXong việc.\n\n[^1]: Theo biên bản.\n\n[^2]: Khác.\n"
    assert lines(read_markdown(text.encode(), "a.md", Limits()))[-2:] == [
        "[note] [1] Theo biên bản.", "[note] [2] Khác.",
    ]  # fmt: skip


def test_a_table_as_html_may_stand_first() -> None:
    head = "<table>\n<tr><td>UBND XÃ AN BÌNH</td><td>Độc lập</td></tr>\n</table>\n"
    text = f"{head}\n**KẾ HOẠCH**\n\nTrồng cây năm 2026\n"
    document = read(text.encode(), "a.md", Limits())
    assert (document.format, len(document.blocks)) == ("md", 3)


def test_near_miss_a_page_that_begins_with_a_table() -> None:
    table = "<table><tr><td>UBND XÃ AN BÌNH</td></tr></table>\n\n"
    for page in (
        f"{table}<p>KẾ HOẠCH</p>\n\n<p>Trồng cây</p>\n",
        f"<html><body>{table}KẾ HOẠCH\n\nTrồng cây\n\nNăm 2026</body></html>",
        "<div>\n\nKẾ HOẠCH\n\nTrồng cây\n\n</div>",
    ):
        assert read(page.encode(), "a.html", Limits()).format == "html"


def test_lines_of_one_width_go_on_to_the_blank_line() -> None:
    wrapped = (
        "Sở Nội vụ rà soát, lập danh mục hồ sơ theo hai nhóm, xong trong năm nay:\n"
        "Hồ sơ lưu trữ lâu dài và hồ sơ có thời hạn của các phòng, ban và đơn vị.\n"
        "Các xã lập danh mục theo mẫu của Sở Nội vụ, gửi về Văn phòng tổng hợp và\n"
        "trình Chủ tịch xem xét, quyết định.\n\n"
    )
    text = wrapped + "".join(f"{n}. Việc thứ {n} của kế hoạch.\n\n{wrapped}" for n in range(1, 6))
    assert len(lines(read_markdown(text.encode(), "a.md", Limits()))) == 11


def test_bold_labels_begin_lines_though_a_cell_lists_recipients() -> None:
    text = (
        "|  |  |\n| --- | --- |\n| **UBND XÃ AN BÌNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**"
        "  Độc lập - Tự do - Hạnh phúc |\n\n**KẾ HOẠCH**\n\n**I. MỤC TIÊU**\n\nGiảm số vụ cháy.\n\n"
        "**II. NHIỆM VỤ**\n\nTuyên truyền tại các thôn.\n\n|  |  |\n| --- | --- |\n"
        "| *Nơi nhận:*  - UBND tỉnh;  - Đảng ủy;  - Các thôn;  - Lưu: VT. | **CHỦ TỊCH** |\n"
    )
    assert lines(read_markdown(text.encode(), "a.md", Limits()))[1:6] == [
        "KẾ HOẠCH", "I. MỤC TIÊU", "Giảm số vụ cháy.", "II. NHIỆM VỤ", "Tuyên truyền tại các thôn.",
    ]  # fmt: skip


def test_a_wrapped_line_goes_on_though_its_marks_made_it_full() -> None:
    wrapped = (
        "Các phòng rà soát, lập danh mục hồ sơ theo hai nhóm, gửi về Văn phòng để\n"
        "tổng hợp, trình Chủ tịch xem xét, quyết định trong năm nay.\n\n"
        "**Chủ trì:** Văn phòng, Phòng Nội vụ và Lao động; **Cơ quan phối hợp:**\n"
        "Phòng Kinh tế.\n\n"
    )
    text = "".join(f"{n}. Việc thứ {n} của kế hoạch.\n\n{wrapped}" for n in range(1, 7))
    found = lines(read_markdown(text.encode(), "a.md", Limits()))
    assert found[2].endswith("Cơ quan phối hợp: Phòng Kinh tế.")
    assert len(found) == 18


def test_a_head_in_cells_of_one_line_has_its_components() -> None:
    text = (
        "|  |  |\n| --- | --- |\n"
        "| UBND TỈNH HẢI LĨNH SỞ TÀI CHÍNH Số: 9/KH-STC "
        "| CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "Hải Lĩnh, ngày 4 tháng 5 năm 2027 |\n\n**KẾ HOẠCH**\n\n**Kiểm kê tài sản**\n\n"
        "| Việc của Sở Tài chính | Số: 3 |\n| --- | --- |\n| Kiểm kê | Số: 4/KH-STC |"
    )
    grids = [block for block in _blocks(text) if isinstance(block, Grid)]
    assert [cell.text for cell in grids[0].rows[-1]] == [
        "UBND TỈNH HẢI LĨNH\nSỞ TÀI CHÍNH\nSố: 9/KH-STC",
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
            "Hải Lĩnh, ngày 4 tháng 5 năm 2027"
        ),
    ]
    assert [cell.text for row in grids[1].rows for cell in row] == [
        "Việc của Sở Tài chính", "Số: 3", "Kiểm kê", "Số: 4/KH-STC",
    ]  # fmt: skip


def test_tags_of_looks_are_no_words() -> None:
    text = "# Kế hoạch\n\n**<mark>I. MỤC ĐÍCH</mark>**\n\n<ins>Giữ</ins> <s>đầu</s> nguồn < 5 m"
    assert lines(read_markdown(text.encode(), "a.md", Limits()))[1:] == [
        "I. MỤC ĐÍCH", "Giữ đầu nguồn < 5 m",
    ]  # fmt: skip


def test_bullets_before_labels_are_the_converters() -> None:
    text = (
        "# Kế hoạch\n\n- I. **MỤC ĐÍCH**\n- 1- Giữ rừng\n- a) Tuần tra\n- **b)** Trực chốt\n"
        "- Ký cam kết"
    )
    assert lines(read_markdown(text.encode(), "a.md", Limits()))[1:] == [
        "I. MỤC ĐÍCH", "1- Giữ rừng", "a) Tuần tra", "b) Trực chốt", "- Ký cam kết",
    ]  # fmt: skip


def test_lines_within_cells_are_joined_where_pages_wrapped_them() -> None:
    text = (
        "|TT|Việc|Ai làm|\n|---|---|---|\n|1|Khơi<br>thông<br>mương|Tổ đổi<br>công<br>Bắc|\n"
        "|2|- Trồng<br>tre;<br>- Rào<br>vườn|Chi hội<br>CCB, Đội<br>bảo vệ|"
    )
    assert lines(read_markdown(text.encode(), "a.md", Limits()))[1:] == [
        "1 | Khơi thông mương | Tổ đổi công Bắc",
        "2 | - Trồng tre;\n- Rào vườn | Chi hội CCB, Đội bảo vệ",
    ]


def test_near_miss_names_below_one_another_stay_apart() -> None:
    text = (
        "|Việc|Ai làm|\n|---|---|\n|Rào vườn|Tổ Bắc<br>Tổ Nam<br>Tổ Đông|\n"
        "|Trồng tre|Hội A<br>hội viên|"
    )
    assert lines(read_markdown(text.encode(), "a.md", Limits()))[1:] == [
        "Rào vườn | Tổ Bắc\nTổ Nam\nTổ Đông", "Trồng tre | Hội A\nhội viên",
    ]  # fmt: skip
