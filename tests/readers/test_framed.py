"""The body of a document in one cell of the table around its head or closing."""

from kehoach_parser.readers.framed import without_frames
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.shown import lines

_BODY = (
    "KẾ HOẠCH", "Trồng cây đầu xuân", "I. MỤC ĐÍCH", "1. Phủ xanh bãi bồi.", "II. NHIỆM VỤ",
    "1. Thôn Hạ đào hố.", "2. Đoàn xã ươm giống:", "Giống | Số cây", "Bần | 500", "III. KINH PHÍ",
    "- Quỹ xã.",
)  # fmt: skip
_HEAD = (Cell("UBND XÃ BÃI BỒI", 0), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1))
_CLOSING = (Cell("Nơi nhận:\n- Lưu: VT.", 0), Cell("CHỦ TỊCH", 1))


def _blocks(body: str) -> Document:
    rows = (_HEAD, (Cell(body, 0, 2),), _CLOSING)
    return without_frames(Document("docx", (Grid(rows, 2, pages=(None,) * 3),)))


def test_a_body_in_a_cell_stands_between_head_and_closing() -> None:
    found = _blocks("\n".join(_BODY))

    assert [type(block) for block in found.blocks] == [
        Grid, *[Paragraph] * 7, Grid, *[Paragraph] * 2, Grid,
    ]  # fmt: skip
    assert lines(found)[1:8] == list(_BODY[:7])
    assert isinstance(found.blocks[8], Grid)
    assert [[cell.text for cell in row] for row in found.blocks[8].rows] == [
        ["Giống", "Số cây"], ["Bần", "500"],
    ]  # fmt: skip


def test_a_short_or_plain_cell_over_the_width_stays_a_row() -> None:
    assert len(_blocks("\n".join(_BODY[:4])).blocks) == 1
    assert len(_blocks("\n".join(["Mời đại biểu vào chỗ ngồi"] * 12)).blocks) == 1
