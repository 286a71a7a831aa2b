"""Paragraphs that are lines of a page become paragraphs again."""

import textwrap

from kehoach_parser.readers.wrapped import with_whole_paragraphs
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.docx_files import docx, paragraph
from readers.shown import lines, opened

_TEXTS = """\
Thực hiện Công văn số 312/SNV-VTLT ngày 04 tháng 3 năm 2027 của Sở Nội vụ về số hóa hồ sơ, \
Ủy ban nhân dân xã xây dựng kế hoạch như sau:
a) Công chức Văn phòng rà soát hồ sơ của các kỳ họp, các nghị quyết và những tài liệu đã đến hạn \
nộp lưu; lập danh mục trình Chủ tịch trước ngày 30 tháng 4 năm 2027.
b) Công chức Tài chính dự toán kinh phí mua máy quét, bảo trì phần mềm và chỉnh lý tài liệu, \
báo cáo Ủy ban nhân dân xã trong quý II/2027.
- Các thôn gửi hồ sơ về trụ sở xã theo lịch; ai giữ hồ sơ thì lập biên bản bàn giao, ghi rõ số \
lượng, tình trạng và người nhận.
""".splitlines()


def _wrapped(width: int, *, bold: bool = False) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(line, bold=len(line) if bold else 0)
        for text in _TEXTS
        for line in textwrap.wrap(text, width)
    )


def _joined(*blocks: Paragraph | Grid) -> list[str]:
    return lines(with_whole_paragraphs(Document("docx", blocks)))


def test_lines_of_any_width_are_joined() -> None:
    for width in (60, 75, 90):
        pages = (*_wrapped(width), *_wrapped(width))
        assert _joined(*pages) == [*_TEXTS, *_TEXTS]
        body = "".join(paragraph(block.text) for block in pages)
        assert lines(opened(docx(body))) == [*_TEXTS, *_TEXTS]


def test_looks_are_those_of_the_whole() -> None:
    found = with_whole_paragraphs(Document("docx", _wrapped(70, bold=True))).blocks
    assert [block for block in found if isinstance(block, Paragraph)] == [
        Paragraph(text, bold=len(text)) for text in _TEXTS
    ]
    first, second, *rest = _wrapped(70)
    lead = with_whole_paragraphs(Document("docx", (first._replace(bold=9), second, *rest)))
    assert lead.blocks[0] == Paragraph(_TEXTS[0], bold=9)


def test_what_looks_otherwise_stands_apart() -> None:
    heading = Paragraph("Phân công các bộ phận và người phụ trách từng việc", bold=50)
    for apart in (
        heading,
        heading._replace(bold=0, centered=True),
        heading._replace(bold=0, heading=1),
        heading._replace(bold=0, footnote=True, text="ghi chú của kế hoạch"),
    ):
        shown = f"[note] {apart.text}" if apart.footnote else apart.text
        assert _joined(*_wrapped(70), apart, *_wrapped(70)) == [*_TEXTS, shown, *_TEXTS]


def test_tables_part_lines() -> None:
    grid = Grid(((Cell("A", 0), Cell("B", 1)),), 2)
    assert _joined(*_wrapped(70), grid, Paragraph("và những việc khác")) == [
        *_TEXTS, "A | B", "và những việc khác",
    ]  # fmt: skip


def test_ordinary_documents_stay() -> None:
    whole = Document("docx", (*map(Paragraph, _TEXTS), *map(Paragraph, _TEXTS)))
    assert with_whole_paragraphs(whole) is whole
    items = Document("docx", tuple(map(Paragraph, (
        "Các đơn vị chuẩn bị những nội dung sau đây cho hội nghị",
        "a) báo cáo của xã", "b) báo cáo của các thôn, tổ dân phố trên địa bàn", "c) tham luận",
        "Hồ sơ của mỗi thôn, tổ dân phố trên địa bàn xã gồm có", "biên bản họp thôn",
        "danh sách các hộ dân đã tham gia họp và ký tên", "Ảnh chụp",
        "Ảnh chụp quang cảnh của buổi họp thôn, họp tổ dân phố", "Sơ đồ",
    ))))  # fmt: skip
    assert with_whole_paragraphs(items) is items
