"""Registers in PDFs without any ruling: columns from the words, rows from their numbers."""

from typing import Final

from kehoach_parser.text.document import Block, Grid
from readers.pdf_files import Page, Text, pdf
from readers.shown import cell_texts, opened

HEAD: Final = ("TT", "Công việc", "Chủ trì", "Thời hạn")
EDGES: Final = (60.0, 100.0, 300.0, 440.0)


def _row(y: float, *cells: str) -> list[Text]:
    """Return a row's words; the lines of a cell are parted by `|`."""
    return [
        Text(x, y + 15 * line, text, 12)
        for x, cell in zip(EDGES, cells, strict=False)
        for line, text in enumerate(cell.split("|"))
        if text
    ]


def _blocks(*rows: list[Text]) -> list[list[list[str]] | str]:
    page = Page([text for row in rows for text in row])
    return [_shown(block) for block in opened(pdf([page]), "bang.pdf").blocks]


def _shown(block: Block) -> list[list[str]] | str:
    if isinstance(block, Grid):
        return cell_texts(block.rows)
    return block.text


def test_columns_come_from_the_words_and_rows_from_the_numbers() -> None:
    found = _blocks(
        [Text(60, 60, "II. PHÂN CÔNG", 12)],
        _row(100, *HEAD),
        _row(130, "1", "Lập danh sách hộ dân|vùng trũng", "Trung tâm Y tế", "Tháng 3"),
        _row(170, "2", "In tờ rơi", "Văn phòng", "Tháng 4"),
    )

    assert found == ["II. PHÂN CÔNG", [
        list(HEAD),
        ["1", "Lập danh sách hộ dân vùng trũng", "Trung tâm Y tế", "Tháng 3"],
        ["2", "In tờ rơi", "Văn phòng", "Tháng 4"],
    ]]  # fmt: skip


def test_a_group_stands_over_the_width_and_a_heading_below_ends_the_table() -> None:
    found = _blocks(
        _row(100, *HEAD),
        _row(125, "I", "Công tác chuẩn bị"),
        _row(150, "1", "In tờ rơi", "Văn phòng", "Tháng 4"),
        _row(175, "2", "Dựng rạp", "Đoàn xã", "Tháng 5"),
        [Text(60, 210, "III.", 12), Text(90, 210, "KINH PHÍ", 12)],
        [Text(60, 240, "1. Nguồn ngân sách.", 12)],
    )

    assert found == [
        [list(HEAD), ["I", "Công tác chuẩn bị"], ["1", "In tờ rơi", "Văn phòng", "Tháng 4"],
         ["2", "Dựng rạp", "Đoàn xã", "Tháng 5"]],
        "III. KINH PHÍ", "1. Nguồn ngân sách.",
    ]  # fmt: skip


def test_a_header_that_nothing_numbered_follows_is_no_table() -> None:
    found = _blocks(_row(100, *HEAD), [Text(60, 130, "Chi tiết gửi sau bằng văn bản.", 12)])

    assert all(isinstance(block, str) for block in found)


def test_columns_that_are_no_register_are_left_alone() -> None:
    found = _blocks(
        _row(100, "TT", "Họ và tên", "Thôn", "Số hộ"),
        _row(125, "1", "Lò Văn Ún", "Đông", "12"),
        _row(150, "2", "Hà Thị Xa", "Tây", "15"),
    )

    assert all(isinstance(block, str) for block in found)


def test_a_header_that_wraps_around_the_head_of_the_count_is_whole() -> None:
    """`Nội dung công / việc`; the count's head in the middle, farther right than its numbers."""
    found = _blocks(
        [Text(60, 60, "II. PHÂN CÔNG", 12)],
        [Text(104, 100, "Nội dung", 12), Text(302, 100, "Đơn vị chủ", 12)],
        [Text(70, 115, "TT", 12), Text(104, 115, "công việc", 12), Text(308, 115, "trì", 12),
         Text(370, 115, "Thời hạn", 12)],
        [Text(370, 130, "hoàn thành", 12)],
        [Text(60, 150, "1", 12), Text(100, 150, "Lập danh sách", 12), Text(300, 150, "Đoàn xã", 12),
         Text(366, 150, "Tháng 3", 12)],
        [Text(100, 165, "hộ dân", 12)],
        [Text(60, 185, "2", 12), Text(100, 185, "In tờ rơi", 12), Text(300, 185, "Văn phòng", 12),
         Text(366, 185, "Tháng 4", 12)],
    )  # fmt: skip

    assert found == ["II. PHÂN CÔNG", [
        ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn hoàn thành"],
        ["1", "Lập danh sách hộ dân", "Đoàn xã", "Tháng 3"],
        ["2", "In tờ rơi", "Văn phòng", "Tháng 4"],
    ]]  # fmt: skip
