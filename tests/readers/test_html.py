"""What a saved web page shows: the document, its tables and looks, without the page."""

import time
from pathlib import Path

import pytest

from case_files import Case, each_case
from kehoach_parser import parse_text
from kehoach_parser.errors import FormatError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.html.reader import read_html
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.shown import lines


def _read(body: str, encoding: str = "utf-8") -> Document:
    return read_html(f"<html><body>{body}</body></html>".encode(encoding), "a.html", Limits())


def _grid(body: str) -> Grid:
    (grid,) = _read(body).blocks
    assert isinstance(grid, Grid)
    return grid


@each_case("html")
def test_phenomena(case: Case) -> None:
    assert lines(_read(case["text"])) == case["lines"]


@pytest.mark.parametrize(
    ("body", "paragraph"),
    [
        ("<p><b>Điều 1.</b> Ban hành</p>", Paragraph("Điều 1. Ban hành", bold=7)),
        ("<p align=center><strong>KẾ HOẠCH</strong></p>", Paragraph("KẾ HOẠCH", 8, centered=True)),
        ("<p style='text-align: center'>Giữa</p>", Paragraph("Giữa", centered=True)),
        ("<p style='font-style:italic'>Nghiêng</p>", Paragraph("Nghiêng", italic=True)),
        ("<h2>Mục</h2>", Paragraph("Mục", 3, heading=2)),
        ("<b style='font-weight:normal'>Thường</b>", Paragraph("Thường")),
    ],
)
def test_looks(body: str, paragraph: Paragraph) -> None:
    assert _read(body).blocks == (paragraph,)


_SHEET = """<style><!-- /* <p> */
.P1 { text-align:center !important; font-weight:bold } p.P2, .P3 {font-style: italic}
.P1 { color: red; text-align: center } div.P4 { text-align: center } .P5 p { text-align: center }
@media print { .P6 { font-weight: bold } } .P7 { display: none; text-transform: uppercase }
.Rand { border-left: 0.5pt solid } --></style>"""


@pytest.mark.parametrize(
    ("body", "paragraph"),
    [
        ("<p class='P1'>Giữa</p>", Paragraph("Giữa", 4, centered=True)),
        ("<p class='x P1' style='text-align:left'>Trái</p>", Paragraph("Trái", 4)),
        ("<p class=P2>Nghiêng</p>", Paragraph("Nghiêng", italic=True)),
        ("<p><span class=P2>Thẳng</span></p>", Paragraph("Thẳng")),
        ("<p><span class=P3>Nghiêng</span></p>", Paragraph("Nghiêng", italic=True)),
        ("<div class=P1><p>Khung</p></div>", Paragraph("Khung", 5)),
        ("<div class=P5><p>Trong</p></div>", Paragraph("Trong")),
        ("<p class=P6>In ra</p>", Paragraph("In ra")),
        ("<p class=P7>Hiện</p>", Paragraph("HIỆN")),
    ],
)
def test_looks_of_classes(body: str, paragraph: Paragraph) -> None:
    assert _read(_SHEET + body).blocks == (paragraph,)


def test_classes_may_draw_borders() -> None:
    rows = "<tr><td class='{0}'>a<td class='{0}'>b</tr>"
    ruled, plain = (_read(f"{_SHEET}<table>{rows.format(name)}</table>") for name in ("Rand", "x"))
    assert [block.ruled for block in (*ruled.blocks, *plain.blocks) if isinstance(block, Grid)] == [
        True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\ufffe"])
def test_signs_that_no_tree_holds_are_blanks(sign: str) -> None:
    assert lines(_read(f"<p>Rà{sign}soát<script>a</script>{sign} hồ sơ</p>")) == ["Rà soát hồ sơ"]


def test_links_in_masses_are_looked_at_in_linear_time() -> None:
    links = "".join(f"<a href='#a{n}' id='b{n}'>{n % 9}</a>" for n in range(20_000))
    started = time.process_time()
    assert lines(_read(f"<p>{links}</p>"))
    assert time.process_time() - started < 5


def test_merged_cells_keep_their_place() -> None:
    grid = _grid(
        "<table border=1><thead><tr><th rowspan=2>TT<th colspan=2>Thời gian</tr></thead>"
        "<tr><td>Từ<td>Đến</tr><tr><td>1<td>2<td>3</tr></table>"
    )
    assert grid.rows[0] == (Cell("TT", 0, 1, 2, bold=True), Cell("Thời gian", 1, 2, bold=True))
    assert [cell.column for cell in grid.rows[1]] == [1, 2]
    assert (grid.width, grid.header_rows, grid.ruled) == (3, 1, True)


def test_a_merge_ends_with_its_table() -> None:
    table = (
        "<table border=1><tr><th rowspan=3>TT<th colspan=2 rowspan=3>Nội dung nhiệm vụ"
        "<th rowspan=3>Đơn vị thực hiện</table>"
    )
    assert {cell.rows for cell in _grid(table).rows[0]} == {1}
    assert parse_text(f"<html><body>{table}</body></html>", name="a.html").tables


@pytest.mark.parametrize(
    ("table", "ruled"),
    [
        ("<table border=0><tr><td>A<td>B</table>", False),
        ("<table><tr><td style='border:solid windowtext 1.0pt'>A<td>B</table>", True),
        ("<table><tr><td style='border:none'>A<td>B</table>", False),
        ("<table><tr><td>A<td>B</table>", False),
        ("<table><tr><td>A<td>B<td>C<tr><td>1<td>2<td>3</table>", True),
    ],
)
def test_borders(table: str, *, ruled: bool) -> None:
    assert _grid(table).ruled is ruled


def test_a_span_out_of_all_measure_is_bounded() -> None:
    assert _grid("<table border=1><tr><td colspan=99999>A<td>B</table>").width <= 1001
    assert _grid(f"<table border=1><tr>{'<td colspan=999>A' * 99}</table>").width <= 1100
    wide = _grid("<table border=1><tr><td colspan=99>A<tr><td>B<td>C</table>")
    assert (wide.width, wide.rows[0][0].columns) == (2, 2)


@pytest.mark.parametrize(
    ("encoding", "meta", "shown"),
    [
        ("utf-8", "", "utf-8"),
        ("utf-8", "<meta charset=windows-1252>", "utf-8"),
        ("cp1258", "<meta charset='windows-1258'>", "windows-1258"),
        ("utf-16", "", "utf-16-le"),
    ],
)
def test_charset(encoding: str, meta: str, shown: str) -> None:
    document = _read(f"{meta}<p>Đương âu</p>", encoding)
    assert (lines(document), document.encoding) == (["Đương âu"], shown)


@pytest.mark.parametrize("opening", ["<div>", "<span>", "<ul><li>", "<table><tr><td>", "<b>"])
def test_ten_thousand_levels(opening: str) -> None:
    document = _read(opening * 10_000 + "Kế hoạch kiểm tra")
    assert any("Kế hoạch kiểm tra" in line for line in lines(document))


def test_a_page_too_deep_for_a_tree_says_so() -> None:
    document = _read("<div>" * 10_000 + "<script>ẩn()</script>Kế hoạch")
    assert [found.code for found in document.findings] == ["html-too-deep"]
    assert lines(document) == ["Kế hoạch"]


def test_a_decision_and_its_plan_stay_in_order() -> None:
    body = (
        "<table><tr><td>UBND XÃ<td>CỘNG HÒA</table><p>QUYẾT ĐỊNH</p><p>Điều 1. Ban hành.</p>"
        "<table><tr><td>Nơi nhận:<br>- Lưu: VT.<td>CHỦ TỊCH</table><p>KẾ HOẠCH</p>"
        "<p>1. Rà soát.</p>"
    )
    assert [line.split()[0] for line in lines(_read(body))] == [
        "UBND", "QUYẾT", "Điều", "Nơi", "KẾ", "1.",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"   ", b"\x00\x00"])
def test_empty(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_html(data, "a.html", Limits())


def test_a_real_page(corpus: Path) -> None:
    pages = sorted((corpus / "wild").glob("*.html"))
    assert pages
    for page in pages:
        found = lines(read_html(page.read_bytes(), page.name, Limits()))
        assert any("Nơi nhận" in line for line in found)
        assert found.index("KẾ HOẠCH") > found.index("QUYẾT ĐỊNH")
        assert not any("Đăng nhập" in line for line in found)


_PLAIN = (
    "ỦY BAN NHÂN DÂN XÃ AN PHÚ\nSố: 45/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nAn Phú, ngày 12 tháng 3 năm 2026\nKẾ HOẠCH\n"
    "Trồng cây năm 2026\nI. MỤC ĐÍCH\nPhủ xanh đồi trọc.\nII. NHIỆM VỤ\n"
    "1. Sở Y tế rà soát hồ sơ.\n2. Sở Nội vụ báo cáo.\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n"
    "CHỦ TỊCH\nLê Văn Hòa"
)


@pytest.mark.parametrize("shape", ["<pre>{}</pre>", "<div>{}</div>", "{}<p></p>"])
def test_a_page_may_hold_plain_text(shape: str) -> None:
    text = _PLAIN if "pre" in shape else _PLAIN.replace("\n", "<br>\n")
    page = f"<html><body>{shape.format(text)}</body></html>"
    assert lines(read_html(page.encode(), "a.html", Limits())) == _PLAIN.split("\n")


def test_the_breaks_behind_a_head_stay() -> None:
    text = "\n".join(_PLAIN.split("\n")[:11])
    document = read_html(f"<pre>{text}</pre>".encode(), "a.html", Limits())
    assert "\n".join(lines(document)) == text


def test_near_miss_paragraphs_with_breaks_in_them() -> None:
    item = "<p>Nội dung gồm:<br>các phòng rà soát,<br>các xã báo cáo.</p>"
    document = read_html(f"<body>{item * 10}</body>".encode(), "a.html", Limits())
    assert lines(document) == ["Nội dung gồm:\ncác phòng rà soát,\ncác xã báo cáo."] * 10
