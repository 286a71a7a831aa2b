"""OpenDocument texts: numbering, looks, merged cells, notes, tracked changes, bad files."""

import pytest

from kehoach_parser.errors import FormatError, KehoachError, LimitError
from kehoach_parser.text.document import Cell, Grid, Paragraph
from kehoach_parser.text.legacy_names import TCVN3, VNI
from legacy_text import encoded
from readers.docx_files import packed
from readers.odt_files import (
    COVERED,
    MIMETYPE,
    cell,
    list_style,
    listed,
    number_level,
    odt,
    p,
    table,
    text_style,
)
from readers.shown import lines, opened


def shown(body: str, **parts: str) -> list[str]:
    return lines(opened(odt(body, **parts), "a.odt"))


_BOLD = text_style("B", 'fo:font-weight="bold"')
_CENTRED = (
    '<style:style style:name="C" style:family="paragraph" style:parent-style-name="Nền">'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
)


def test_looks_come_from_spans_styles_their_parents_and_the_default() -> None:
    common = (
        text_style("Nền", 'fo:font-style="italic"', "paragraph")
        + '<style:default-style style:family="paragraph">'
        '<style:text-properties fo:font-weight="700"/></style:default-style>'
    )
    light = text_style("L", 'fo:font-weight="normal" fo:font-style="normal"')
    body = p("Mục đích", "C") + p('Mục <text:span text:style-name="L">một</text:span>')
    document = opened(odt(body, styles=_CENTRED + light, common=common), "a.odt")
    assert document.format == "odt"
    assert document.blocks == (
        Paragraph("Mục đích", bold=8, italic=True, centered=True),
        Paragraph("Mục một", bold=4),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('Số:<text:s text:c="4"/>/KH-SYT', "Số:    /KH-SYT"),
        ("Sở\n      Y   tế", "Sở Y tế"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ('<text:span text:style-name="A">sở y tế</text:span>', "SỞ Y TẾ"),
        ('a<text:span text:style-name="H">giấu</text:span>b', "ab"),
        ('trang <text:page-number text:select-page="current">3</text:page-number>', "trang 3"),
        ("a<office:annotation><text:p>góp ý</text:p></office:annotation>b", "ab"),
        ('a<text:hidden-text text:is-hidden="true">x</text:hidden-text>b', "ab"),
        ("a<text:soft-page-break/><text:bookmark-start/>b<text:change/>c", "abc"),
        ('<text:a><text:span text:style-name="B">Điều 5</text:span></text:a>', "Điều 5"),
    ],
)
def test_words(words: str, expected: str) -> None:
    capitals = text_style("A", 'fo:text-transform="uppercase"')
    hidden = text_style("H", 'text:display="none"')
    assert shown(p(words), styles=_BOLD + capitals + hidden) == [expected]


_LINES = ("Kế hoạch kiểm tra công tác văn thư, lưu trữ", "Giao Sở Nội vụ chủ trì thực hiện")
_FACES = (
    '<style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>'
    '<style:font-face style:name="F2" svg:font-family="VNI-Times"/>'
)


@pytest.mark.parametrize(
    ("encoding", "font"),
    [
        (TCVN3, 'style:font-name="F1"'), (VNI, 'style:font-name="F2"'),
        (TCVN3, 'fo:font-family=".VnTime"'), (VNI, ""),
    ],
)  # fmt: skip
def test_old_encodings_are_decoded(encoding: str, font: str) -> None:
    first, second = (encoded(line, encoding) for line in _LINES)
    styles = text_style("Cũ", font, "paragraph") + text_style("C", font)
    note = f"<text:note><text:note-body>{p(first, 'Cũ')}</text:note-body></text:note>"
    body = (
        p(f"{second[:9]}<text:span>{second[9:]}</text:span>{note}", "Cũ")
        + p(f'<text:span text:style-name="C">{first}</text:span>')
        + p("Kế hoạch")
    )
    pages = f"<style:master-page><style:footer>{p(second, 'Cũ')}</style:footer></style:master-page>"
    document = opened(odt(body, styles=styles, common=styles, pages=pages, faces=_FACES), "a.odt")
    assert lines(document) == [_LINES[1], f"[note] {_LINES[0]}", _LINES[0], "Kế hoạch"]
    assert document.margins == (_LINES[1],)
    assert document.encoding == encoding
    assert [found.code for found in document.findings] == ["legacy-decoded"]


def test_lists_are_numbered_as_shown() -> None:
    levels = (
        number_level(1, "I"),
        number_level(2, "1", 'loext:num-list-format="%2%."'),
        number_level(3, "a", 'style:num-suffix=")"'),
    )
    styles = list_style("L", *levels)
    inner = listed("", p("Một") + listed("", p("A"), p("B")), p("Hai"))
    again = listed("L", listed("", p("Ba")), more='text:continue-list="x"')
    third = listed("L", p("Nhiệm vụ"), more='text:continue-numbering="true"')
    anew = listed("L", p("Kinh phí"))
    body = listed("L", p("Mục đích") + p("(không số)") + inner, more='xml:id="x"')
    assert shown(body + p("Xen giữa") + again + third + anew, styles=styles) == [
        "I. Mục đích", "(không số)", "1. Một", "a) A", "b) B", "2. Hai", "Xen giữa", "3. Ba",
        "II. Nhiệm vụ", "I. Kinh phí",
    ]  # fmt: skip


_UNSPACED = (
    '<text:list-level-style-number text:level="1" style:num-format="i">'
    "<style:list-level-properties><style:list-level-label-alignment "
    'text:label-followed-by="nothing"/></style:list-level-properties>'
    "</text:list-level-style-number>"
)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (number_level(1, "1", 'style:num-prefix="Điều " style:num-suffix=":"'), "Điều 1: Việc"),
        (number_level(1, "A", 'text:start-value="3"'), "C Việc"),
        (number_level(1, "01, 02, 03, ...", 'style:num-suffix="/"'), "01/ Việc"),
        (number_level(1, "", 'loext:num-list-format="Phần"'), "Phần Việc"),
        (number_level(1, ""), "Việc"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="+"/>', "+ Việc"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>', "- Việc"),
        ('<text:list-level-style-image text:level="1"/>', "- Việc"),
        (_UNSPACED, "iViệc"),
    ],
)  # fmt: skip
def test_labels_have_the_form_of_their_level(level: str, expected: str) -> None:
    assert shown(listed("L", p("Việc")), styles=list_style("L", level)) == [expected]


def test_a_label_holds_the_numbers_above_it_and_starts_where_the_item_says() -> None:
    deep = number_level(2, "1", 'text:display-levels="2"')
    styles = list_style("L", number_level(1, "1"), deep)
    item = f'<text:list-item text:start-value="4">{p("Bốn")}{listed("", p("A"), p("B"))}'
    body = f'<text:list text:style-name="L">{item}</text:list-item></text:list>'
    assert shown(body, styles=styles) == ["4. Bốn", "4.1 A", "4.2 B"]


def test_a_list_may_take_its_style_from_its_paragraphs() -> None:
    style = (
        '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
        + list_style("L", number_level(1, "a", 'style:num-suffix=")"'))
    )
    header = "<text:list><text:list-header>" + p("Mở", "P") + "</text:list-header></text:list>"
    single = (
        f'<text:numbered-paragraph text:list-id="n">{p("Riêng", "P")}</text:numbered-paragraph>'
    )
    body = listed("", p("Một", "P"), p("Hai", "P")) + header + single
    assert shown(body, styles=style) == ["a) Một", "b) Hai", "Mở", "a) Riêng"]


def test_headings_are_numbered_by_the_outline() -> None:
    level = '<text:outline-level-style text:level="{}" style:num-format="{}" style:num-suffix="."/>'
    outline = (
        f"<text:outline-style>{level.format(1, 'I')}{level.format(2, '1')}</text:outline-style>"
    )
    bare = '<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>'

    def heading(words: str, level: int, more: str = "") -> str:
        return f'<text:h text:outline-level="{level}" {more}>{words}</text:h>'

    body = (
        heading("Mục đích", 1) + heading("Chung", 2) + heading("Riêng", 2)
        + heading("Không số", 1, 'text:style-name="N"') + heading("Nhiệm vụ", 1)
        + heading("Sáu", 1, 'text:restart-numbering="true" text:start-value="6"')
        + heading("Cũng không", 1, 'text:is-list-header="true"')
    )  # fmt: skip
    document = opened(odt(body, styles=bare, common=outline), "a.odt")
    assert lines(document) == [
        "I. Mục đích", "1. Chung", "2. Riêng", "Không số", "II. Nhiệm vụ", "VI. Sáu", "Cũng không",
    ]  # fmt: skip
    assert [block.heading for block in document.blocks if isinstance(block, Paragraph)] == [
        1, 2, 2, 1, 1, 1, 1,
    ]  # fmt: skip


def test_what_was_deleted_and_what_is_hidden_is_not_read() -> None:
    tracked = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('Đã xóa')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    section = f'<text:section text:display="none">{p("Ẩn")}</text:section>'
    open_section = f'<text:section text:name="s">{p("Hiện")}</text:section>'
    body = tracked + p('Còn <text:change text:change-id="1"/>lại') + section + open_section
    assert shown(body) == ["Còn lại", "Hiện"]


def test_notes_stand_after_their_paragraph_or_table() -> None:
    def note(words: str) -> str:
        body = f"<text:note-body>{p(words)}</text:note-body>"
        return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"

    styles = list_style("L", number_level(1, "1"))
    items = listed("L", p(f"Giảm 20%{note('Theo biên bản.')}."), p("Sau"))
    grid = table(cell(p(f"a{note('Ghi chú')}")) + cell(p("b")))
    assert shown(items + grid + p("Hết"), styles=styles) == [
        "1. Giảm 20%.", "[note] Theo biên bản.", "2. Sau", "a | b", "[note] Ghi chú", "Hết",
    ]  # fmt: skip


def test_text_boxes_and_shapes_stand_after_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('DỰ THẢO')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('Dấu đến')}</draw:custom-shape></draw:g>"
    line = "<draw:line><text:p/></draw:line>"
    picture = "<draw:frame><draw:image/></draw:frame>"
    assert shown(p(f"Trước {box}{shape}{line}{picture}sau") + box) == [
        "Trước sau", "DỰ THẢO", "Dấu đến", "DỰ THẢO",
    ]  # fmt: skip
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head = f"<draw:frame><draw:text-box>{p(motto)}</draw:text-box></draw:frame>"
    assert shown(p(f"KẾ HOẠCH{head}")) == [motto, "KẾ HOẠCH"]


_RULED = (
    '<style:style style:name="R" style:family="table-cell"><style:table-cell-properties '
    'fo:border-top="none" fo:border-left="0.5pt solid #000000"/></style:style>'
    '<style:style style:name="U" style:family="table-cell">'
    '<style:table-cell-properties fo:border="none"/></style:style>'
)


def test_merged_cells_stand_once_and_heads_are_counted() -> None:
    lined = 'table:style-name="R"'
    wide = 'table:number-columns-spanned="2" table:style-name="R"'
    tall = 'table:number-rows-spanned="2" table:style-name="R"'
    head = f"<table:table-header-rows><table:table-row>{cell(p('TT'), lined)}{cell(p('Ai'), wide)}"
    rows = (
        f"<table:table>{head}{COVERED}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell(p('1'), tall)}{cell(p('a') + p('b'), lined)}{cell(p('c'), lined)}"
        f"</table:table-row><table:table-row>{COVERED}{cell(p('d'), lined)}{cell(p('e'), lined)}"
        '</table:table-row><table:table-row table:visibility="collapse">'
        f"{cell(p('ẩn'))}</table:table-row></table:table>"
    )
    (grid,) = opened(odt(rows, styles=_RULED), "a.odt").blocks
    assert grid == Grid(
        (
            (Cell("TT", 0), Cell("Ai", 1, 2)),
            (Cell("1", 0, rows=2), Cell("a\nb", 1), Cell("c", 2)),
            (Cell("d", 1), Cell("e", 2)),
        ),
        3,
        header_rows=1,
    )


def test_a_table_without_borders_is_no_ruled_one_and_one_cell_is_a_frame() -> None:
    plain = 'table:style-name="U"'
    body = table(cell(p("UBND TỈNH"), plain) + cell(p("CỘNG HÒA"), plain)) + table(cell(p("a")))
    grid, framed = opened(odt(body, styles=_RULED), "a.odt").blocks
    assert isinstance(grid, Grid)
    assert not grid.ruled
    assert framed == Paragraph("a")


def test_cells_above_one_another_are_frames() -> None:
    one = f"<table:table-row>{cell(p('a') + p('b'))}</table:table-row>"
    body = f"<table:table>{one}<table:table-row>{cell(p('c'))}</table:table-row></table:table>"
    assert lines(opened(odt(body), "a.odt")) == ["a", "b", "c"]


def test_a_table_in_a_cell_and_columns_that_are_repeated() -> None:
    inner = table(cell(p("x")) + cell(p("y")))
    gap = '<table:table-cell table:number-columns-repeated="4"/>'
    (grid,) = opened(odt(table(cell(inner) + gap + cell(p("z")))), "a.odt").blocks
    assert isinstance(grid, Grid)
    assert [(one.text, one.column) for one in grid.rows[0]] == [("x | y", 0), ("", 1), ("z", 5)]


def test_page_headers_and_footers_stand_apart() -> None:
    pages = (
        f"<style:master-page><style:header>{p('Dự thảo')}</style:header>"
        f"<style:footer>{p('2')}</style:footer></style:master-page>"
    )
    document = opened(odt(p("Chữ"), pages=pages), "a.odt")
    assert document.margins == ("Dự thảo", "2")
    assert document.blocks == (Paragraph("Chữ"),)


_MANY = 3000
_DEEP_LIST = "<text:list><text:list-item>" * 70 + p("x") + "</text:list-item></text:list>" * 70


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("file-encrypted", odt("", **{"META-INF_manifest.xml": "<manifest:encryption-data/>"})),
        ("file-encrypted", odt("", **{"encrypted-package": "x"})),
        ("too-deep", odt("<text:section>" * _MANY + "</text:section>" * _MANY)),
        ("too-deep", odt(_DEEP_LIST)),
        ("xml-broken", odt("<text:p>")),
        ("zip-broken", odt(p("Chữ"))[:300]),
    ],
)
def test_bad_files_end_in_one_line(code: str, data: bytes) -> None:
    with pytest.raises((FormatError, LimitError)) as caught:
        opened(data, "a.odt")
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_package_without_content_or_with_other_content_is_refused() -> None:
    for files in ({"mimetype": MIMETYPE}, {"mimetype": MIMETYPE, "content.xml": "<a/>"}):
        with pytest.raises(KehoachError) as caught:
            opened(packed(files), "a.odt")
        assert caught.value.code == "part-missing"


def test_numbers_past_belief_do_no_harm() -> None:
    huge = "9" * 30
    more = f'table:number-columns-spanned="{huge}" table:number-rows-spanned="7{"0" * 8}"'
    body = table(cell(p("a"), more) + cell(p(f'b<text:s text:c="{huge}"/>')))
    document = opened(odt(body), "a.odt")
    assert document.blocks == (Grid(((Cell("a", 0), Cell("b ", 1)),), 2, ruled=False),)
    assert opened(odt(p("a")), "a.doc").findings[0].code == "wrong-extension"
