"""RTF: letters, looks, labels, tables, notes, boxes, what is not shown, bad files."""

from contextlib import suppress
from unicodedata import normalize

import pytest

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.rtf.reader import read_rtf
from kehoach_parser.text.document import Cell, Grid, Paragraph
from kehoach_parser.text.legacy_names import TCVN3, VNI
from legacy_text import encoded
from readers.rtf_files import HEAD, row, rtf
from readers.shown import assert_linear, lines, opened


def shown(body: str, head: str = HEAD) -> list[str]:
    return lines(opened(rtf(body, head), "a.rtf"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kế hoạch", "Kế hoạch"),
        (r"\uc2 K\u7871\'65\'65 ho\u7841ab ch", "Kế hoạ ch"),
        (r"K\u7871\'3f ho{\uc0\u7841}ch", "Kế hoạch"),
        (r"K\u7871 {\b h}o", "Kếho"),
        (r"chữ \u-10179?\u-8704? và \u-4000?", "chữ 😀 và \uf060"),
        (r"\u-8704?x\u0?", "�x"),
        (r"\f1 K\'ea\'ec h\'f0", "Kế hđ"),
        (r"\f3 ti\'ea\'ecng\f0 \'e9", "tiếngé"),
        (r"\f4 \'93\'fa\'96\'7b", "日本"),
        (r"{\f2\'b7} việc {\f2\u-3913?}", "• việc •"),
        (r"a\tab b\line c\~d\_e\-f\{g\}\\", "a\tb\nc\xa0d‑e\xadf{g}\\"),
        (r"\ldblquote a\rdblquote  \endash  \lquote b\rquote \emdash\bullet", "“a” – ‘b’—•"),
        (r"\u8220\ldblquote a\u8221\rdblquote\u8209\_b", "“a”‑b"),
        ("a\r\nb\nc", "abc"),
        (r"{\caps sở y tế}{\v giấu}{\deleted bỏ}{\revised  thêm}", "SỞ Y TẾ thêm"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Điều 5}}, {\fldinst PAGE}", "Điều 5, "),
        (r"{\*\annotation\pard góp ý\par}{\*\atnid A}chữ{\*\unknown x}", "chữ"),
        (r"{\upr{K? hoach}{\*\ud{Kế hoạch}}}", "Kế hoạch"),
        (r"{\pict\bin4 }}{{ 00ff}{\object{\*\objdata 01}{\result{Bảng}}}", "Bảng"),
        (r"{\*\moMath{\mr{\mrPr\mscr0 x}70%}}{\nonshppict x}", "70%"),
    ],
)  # fmt: skip
def test_words(words: str, expected: str) -> None:
    assert [normalize("NFC", line) for line in shown(rf"\pard {words}\par")] == [expected]


def test_the_code_page_of_the_document_and_bytes_that_stand_bare() -> None:
    head = r"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Arial;}}"
    assert normalize("NFC", shown(r"Ti\'ea\'ecng", head)[0]) == "Tiếng"
    assert shown(r"caf\'8e", r"{\rtf1\mac ") == ["café"]
    assert shown(r"caf\'e9", r"{\rtf1\ansicpg99999 ") == ["café"]
    bare = rb"{\rtf1\ansi\ansicpg1252 Ti\'ea" + "ếng}".encode()
    assert lines(opened(bare, "a.rtf")) == ["Tiêếng"]
    assert lines(opened(b"{\\rtf1\\ansi K\xea}", "a.rtf")) == ["Kê"]


def test_looks_of_words_and_paragraphs() -> None:
    body = (
        r"\pard\qc{\b Mục đích}\par \pard\qj\b Một\b0  hai\par "
        r"\pard\outlinelevel0\i nghiêng\plain\par\pard\outlinelevel9 {\b a}{\b\i b}c"
    )
    assert opened(rtf(body), "a.rtf").blocks == (
        Paragraph("Mục đích", bold=8, centered=True),
        Paragraph("Một hai", bold=3),
        Paragraph("nghiêng", italic=True, heading=1),
        Paragraph("abc", bold=2),
    )


_LINES = ("Kế hoạch kiểm tra công tác văn thư, lưu trữ", "Giao Sở Nội vụ chủ trì thực hiện")


@pytest.mark.parametrize(
    ("encoding", "font", "page"),
    [
        (TCVN3, ".VnTime", 1252), (TCVN3, ".VnTime", 1258), (TCVN3, "Arial", 1252),
        (VNI, "VNI-Times", 1252), (VNI, "Arial", 1252),
    ],
)  # fmt: skip
def test_old_encodings_are_decoded(encoding: str, font: str, page: int) -> None:
    old = ["".join(f"\\'{ord(sign):02x}" for sign in encoded(line, encoding)) for line in _LINES]
    head = rf"{{\rtf1\ansi\ansicpg{page}{{\fonttbl{{\f0 Arial;}}{{\f1 {font};}}}}"
    first, second = old
    body = rf"{{\footer\pard 1\par}}\pard\f1 {first}\par {second[:40]}{{\b {second[40:]}}}\par"
    cells = row(rf"\f1 {first}", r"\f0 Kế hoạch") + r"\pard\f0 Kế hoạch\par"
    document = opened(rtf(body + cells, head), "a.rtf")
    assert lines(document) == [*_LINES, f"{_LINES[0]} | Kế hoạch", "Kế hoạch"]
    assert document.encoding == encoding
    assert [found.code for found in document.findings] == ["legacy-decoded"]


def test_western_letters_of_an_ordinary_font_stay() -> None:
    document = opened(rtf(r"\pard Caf\'e9 25 m\'b2, \'ab Nghị quyết \'bb 30 \'b0C\par"), "a.rtf")
    assert lines(document) == ["Café 25 m², « Nghị quyết » 30 °C"]
    assert document.encoding is None


def test_labels_stand_as_the_file_shows_them() -> None:
    body = (
        r"{\listtext\pard\plain\f1 I.\tab}\pard\ls1 Mục đích\par "
        r"{\pntext\pard a)\tab}{\*\pn\pnlvlbody{\pntxta )}}\pard Một\par "
        r"{\listtext\pard\f2\'b7\tab}\pard\ls2 gạch\par {\listtext\pard +\tab}cộng\par "
        r"{\listtext\pard Điều 1:}Việc\par\pard không số\par"
    )
    assert shown(body) == [
        "I. Mục đích", "a) Một", "- gạch", "+ cộng", "Điều 1:Việc", "không số",
    ]  # fmt: skip


def test_a_paragraph_whose_mark_was_deleted_goes_on() -> None:
    body = (
        r"\pard một {\deleted bỏ\par}hai\par "
        r"{\deleted{\listtext 1.\tab}bỏ hết\par}{\listtext 2.\tab}còn\par"
    )
    assert shown(body) == ["một hai", "2. còn"]


def test_notes_boxes_headers_and_footers() -> None:
    box = r"{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv b}}{\shptxt\pard DỰ THẢO\par}}{\shprslt x}}"
    old = r"{\*\do\dobxpage{\dptxbxtext\pard MẬT\par}}"
    note = r"{\super\chftn{\footnote\pard{\super\chftn} Theo biên bản.\par}}"
    body = (
        rf"{{\header\pard Trang\par}}{{\footerf\pard 2\par}}\pard Giảm{note} 20%{box}{old}\par "
        r"{\deleted{\*\footnote\pard bỏ\par}}\pard Hết{\*\footnote\pard cuối}"
    )
    document = opened(rtf(body), "a.rtf")
    assert lines(document) == [
        "Giảm 20%", "DỰ THẢO", "MẬT", "[note]  Theo biên bản.", "Hết", "[note] cuối",
    ]  # fmt: skip
    assert document.margins == ("Trang", "2")
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head = box.replace("DỰ THẢO", motto)
    assert lines(opened(rtf(rf"\pard KẾ HOẠCH{head}\par "), "a.rtf")) == [motto, "KẾ HOẠCH"]


_LINED = r"\clbrdrt\brdrs\brdrw10\clbrdrb\brdrs"


def test_cells_stand_in_columns_between_their_edges() -> None:
    head = rf"\trhdr\trleft-100{_LINED}\cellx900{_LINED}\cellx3020"
    tall = rf"\trleft-100\clvmgf{_LINED}\cellx900{_LINED}\cellx2000{_LINED}\cellx3000"
    low = rf"\trleft-100\clvmrg{_LINED}\cellx900{_LINED}\cellx1960\clbrdrt\brdrnone\cellx3000"
    body = (
        row("TT", r"{\b Ai}", looks=head) + row("1", r"a\par b", "c", looks=tall)
        + row("", "d", "e", looks=low) + r"\pard sau\par"
    )  # fmt: skip
    grid, after = opened(rtf(body), "a.rtf").blocks
    assert grid == Grid(
        (
            (Cell("TT", 0), Cell("Ai", 1, 2, bold=True)),
            (Cell("1", 0, rows=2), Cell("a\nb", 1), Cell("c", 2)),
            (Cell("d", 1), Cell("e", 2)),
        ),
        3,
        header_rows=1,
    )
    assert after == Paragraph("sau")


def test_cells_merged_to_the_right_and_cells_whose_edges_are_not_told() -> None:
    merged = row(
        "Cả hàng", "", "x", looks=r"\trbrdrt\brdrs\clmgf\cellx900\clmrg\cellx1800\cellx2700"
    )
    (grid,) = opened(rtf(merged + row("a", "b", "c", edges=(900, 1800, 2700))), "a.rtf").blocks
    assert isinstance(grid, Grid)
    assert [(one.text, one.column, one.columns) for one in grid.rows[0]] == [
        ("Cả hàng", 0, 2), ("x", 2, 1),
    ]  # fmt: skip
    bare = r"\trowd\cellx900\pard\intbl a\cell b\cell c\cell\row"
    (grid,) = opened(rtf(bare), "a.rtf").blocks
    assert isinstance(grid, Grid)
    assert [(one.text, one.column) for one in grid.rows[0]] == [("a", 0), ("b", 1), ("c", 2)]


def test_a_table_without_borders_and_a_table_of_one_cell() -> None:
    body = row("UBND TỈNH", "CỘNG HÒA") + r"\pard giữa\par" + row(r"a\par b")
    grid, *others = opened(rtf(body), "a.rtf").blocks
    assert isinstance(grid, Grid)
    assert not grid.ruled
    assert others == [Paragraph("giữa"), Paragraph("a"), Paragraph("b")]


def test_a_table_in_a_cell_and_notes_of_a_table() -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900"
        r"\nestrow}{\nonesttables\par}\pard\intbl\itap1 "
    )
    note = r"{\footnote\pard ghi chú\par}"
    body = row(rf"trước\par {inner}sau", rf"b{note}") + r"\pard hết\par"
    assert shown(body) == ["trước\nx | y\nsau | b", "[note] ghi chú", "hết"]


def test_words_left_without_a_row_or_outside_the_table_are_kept() -> None:
    assert shown(r"\trowd\cellx1000\cellx2000 a\par b\cell\pard c\par d\cell\row\pard e\par") == [
        "a", "b | c\nd", "e",
    ]  # fmt: skip
    assert shown(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell c") == ["a | b | c"]


def test_a_file_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = rtf(r"\pard Mục đích\par\pard Nhiệm vụ{\footnote\pard ghi chú\par} tiếp\par")
    document = opened(whole[: whole.index(b"chu") if b"chu" in whole else -20], "a.rtf")
    assert [found.code for found in document.findings] == ["rtf-cut-off"]
    assert lines(document)[0] == "Mục đích"
    with pytest.raises(FormatError) as caught:
        opened(whole[:60], "a.rtf")
    assert caught.value.code == "rtf-broken"
    assert opened(whole + b"}}\x00 x", "a.rtf").findings == ()


@pytest.mark.parametrize("body", ["{" * 3000 + "x" + "}" * 3000, r"\intbl\itap3000 x\par"])
def test_nesting_has_a_limit(body: str) -> None:
    with pytest.raises(LimitError) as caught:
        opened(rtf(body), "a.rtf")
    assert caught.value.code == "too-deep"


def test_damage_anywhere_ends_in_a_document_or_a_refusal() -> None:
    body = (
        row("a", "b") + r"\pard{\listtext 1.\tab}Chữ{\footnote\pard x\par}{\shp{\shptxt y\par}}\par"
    )
    whole = rtf(body)
    for at in range(0, len(whole), 3):
        before, after = whole[:at], whole[at:]
        for damaged in (before + b"{" + after[1:], before + b"}" + after, after):
            with suppress(FormatError, LimitError):
                assert opened(damaged, "a.rtf").format in {"rtf", "txt"}


@pytest.mark.parametrize(
    "piece", [r"{\b a}\par ", r"\u7871?", r"\trowd\cellx9\cell\row ", "{", r"\'e9", r"\x1 ", "}{"]
)
def test_time_grows_no_faster_than_the_file(piece: str) -> None:
    if piece == "{":
        piece = r"{\*\x {}}"
    assert_linear(read_rtf, piece)


def test_a_doc_that_holds_rtf_is_read_and_said() -> None:
    document = opened(rtf("Chữ"), "a.doc")
    assert document.format == "rtf"
    assert [found.code for found in document.findings] == ["wrong-extension"]


def test_cells_above_one_another_are_frames() -> None:
    rows = r"\trowd\cellx900\intbl a\par b\cell\row\trowd\cellx900\intbl c\cell\row\pard d\par"
    assert shown(rows) == ["a", "b", "c", "d"]
