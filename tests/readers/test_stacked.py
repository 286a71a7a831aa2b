"""Registers whose cells stand below one another: columns, groups, merged cells, where they end."""

import pytest

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.plain.reader import read_plain
from kehoach_parser.text.document import Cell, Grid
from readers.shown import assert_linear, cell_texts, lines

_HEAD = "STT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian hoàn thành"


def _shown(text: str) -> list[str]:
    document = read_plain(text.encode(), "a.txt", Limits())
    return [line.replace("\n", " / ") for line in lines(document)]


def _grid(text: str) -> Grid:
    (grid,) = (
        block
        for block in read_plain(text.encode(), "a.txt", Limits()).blocks
        if isinstance(block, Grid)
    )
    return grid


_ROWS = (
    ("1", "Rà soát hồ sơ", "Sở Nội vụ", "Các sở, ban, ngành", "Trước ngày 30/6"),
    ("2", "Số hóa sổ hộ tịch", "Sở Tư pháp", "Công an tỉnh", "Quý III"),
    ("3", "Lập danh mục", "Văn phòng UBND tỉnh", "Sở Nội vụ", "Trong tháng 9"),
)
_HEADS = "STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành"


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\n \n"], ids=["lines", "gaps", "blanks"])
def test_a_line_for_each_cell(joint: str) -> None:
    text = joint.join([*_HEAD.split("\n"), *(cell for row in _ROWS for cell in row)])
    shown = _shown(f"Phân công như sau:\n\n{text}\n\n2. Sở Tài chính bố trí kinh phí.")
    assert shown == [
        "Phân công như sau:", _HEADS, *(" | ".join(row) for row in _ROWS),
        "2. Sở Tài chính bố trí kinh phí.",
    ]  # fmt: skip


_TWO_ROWS = "STT\nNhiệm vụ\nPhân công thực hiện\nThời hạn\nSản phẩm\n"


@pytest.mark.parametrize("counted", ["", "(1)\n(2)\n(3)\n(4)\n(5)\n(6)\n", "1\n2\n3\n4\n5\n6\n"])
def test_heads_of_a_second_row_stand_below_one_of_the_first(counted: str) -> None:
    rows = (
        "1\nRà soát hồ sơ\nSở Nội vụ\nSở Y tế\nQuý I\nBáo cáo\n"
        "2\nSố hóa sổ\nSở Tư pháp\nSở Y tế\nQuý II\nSổ\n"
    )
    grid = _grid(f"{_TWO_ROWS}Chủ trì\nPhối hợp\n{counted}{rows}")
    assert [cell.text for cell in grid.rows[0]] == [
        "STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm",
    ]  # fmt: skip
    assert [cell.text for cell in grid.rows[2]] == [
        "2", "Số hóa sổ", "Sở Tư pháp", "Sở Y tế", "Quý II", "Sổ",
    ]  # fmt: skip


def test_heads_at_the_end_of_one_row_stay_there() -> None:
    heads = ("STT", "Thời hạn", "Nhiệm vụ", "Chủ trì", "Phối hợp")
    rows = ("1", "Quý I", "Rà soát hồ sơ", "Sở Nội vụ", "Sở Y tế", "2", "Quý II", "Số hóa sổ",
            "Sở Tư pháp", "Sở Y tế")  # fmt: skip
    grid = _grid("\n".join((*heads, *rows)))
    assert [cell.text for cell in grid.rows[0]] == list(heads)


def test_months_of_a_second_row_stand_below_the_time() -> None:
    heads = "STT\nNhiệm vụ\nChủ trì\nThời gian\nTháng 2\nTháng 3\n"
    rows = "1\nRà soát hồ sơ\nSở Nội vụ\n\nx\n2\nSố hóa sổ\nSở Tư pháp\nx\n\nHết."
    grid = _grid(heads + rows)
    assert [[cell.text for cell in row[3:]] for row in grid.rows] == [
        ["Tháng 2", "Tháng 3"], ["", "x"], ["x", ""],
    ]  # fmt: skip


def test_bodies_with_bullets_stand_in_one_cell() -> None:
    rows = "1\nRà soát hồ sơ\nSở Nội vụ\n- Sở Y tế\n- UBND các xã\nQuý I\n"
    grid = _grid(f"{_HEAD}\n{rows}2\nSố hóa sổ\nSở Tư pháp\nCông an tỉnh\nQuý II")
    assert grid.rows[1][3].text == "- Sở Y tế\n- UBND các xã"


def test_rows_with_decimals_count_on() -> None:
    text = (
        f"{_HEAD}\nI\nPhòng ngừa\n1.1\nRà soát hồ sơ\nSở Nội vụ\nSở Y tế\nQuý I\n"
        "1.2\nSố hóa sổ\nSở Tư pháp\nSở Y tế\nQuý II\nII\nỨng phó\n2.1\nTrực ban\n"
        "Văn phòng Sở\nCác phòng\nQuý III"
    )
    assert [row[0].text for row in _grid(text).rows[1:]] == ["I", "1.1", "1.2", "II", "2.1"]


def test_blank_lines_are_empty_cells() -> None:
    text = (
        f"{_HEAD}\n1\nRà soát hồ sơ\nSở Nội vụ\n\nQuý I\n2\nSố hóa sổ\nSở Tư pháp\n \nQuý II\n"
        "3\nLập danh mục\nVăn phòng Sở\nCác phòng\n\nHết."
    )
    assert [row[3].text for row in _grid(text).rows[1:]] == ["", "", "Các phòng"]
    assert [row[4].text for row in _grid(text).rows[1:]] == ["Quý I", "Quý II", ""]


def test_where_empty_cells_left_nothing_lines_go_where_they_fit() -> None:
    text = (
        f"{_HEAD}\n1\nRà soát hồ sơ\nSở Nội vụ\nQuý I\n2\nTổ chức hội nghị\nSở Tư pháp\n"
        "Công an tỉnh\n3\nTheo dõi, đôn đốc\nTrước ngày 20/12 hằng năm"
    )
    assert cell_texts(_grid(text).rows[1:]) == [
        ["1", "Rà soát hồ sơ", "Sở Nội vụ", "", "Quý I"],
        ["2", "Tổ chức hội nghị", "Sở Tư pháp", "Công an tỉnh", ""],
        ["3", "Theo dõi, đôn đốc", "", "", "Trước ngày 20/12 hằng năm"],
    ]


def test_cells_of_several_lines() -> None:
    text = (
        "TT\nNội dung\nTrách nhiệm\nthực hiện\nThời gian\n(Năm 2026)\n1\nGiải đáp vướng mắc\n"
        "Lãnh đạo\nSở Y tế\nTừ 20 giờ ngày 23 tháng 1\n2\nĐối thoại với doanh nghiệp\n"
        "Lãnh đạo Sở Công Thương\nNgày 13 tháng 3"
    )
    assert _shown(text) == [
        "TT | Nội dung | Trách nhiệm thực hiện | Thời gian (Năm 2026)",
        "1 | Giải đáp vướng mắc | Lãnh đạo / Sở Y tế | Từ 20 giờ ngày 23 tháng 1",
        "2 | Đối thoại với doanh nghiệp | Lãnh đạo Sở Công Thương | Ngày 13 tháng 3",
    ]


def test_names_of_people_and_a_column_that_stays_empty() -> None:
    text = (
        "TT\nNhiệm vụ\nNgười thực hiện\nGhi chú\n    1. \nTổ chức kiểm tra\nLò Văn Pó\n"
        "Vì Thị Mai\n\n    2. \nChấm bài\nLò Văn Pó\n\n    3. \nTrình ký\nVì Thị Mai\n\nNơi nhận:"
    )
    assert _shown(text)[:4] == [
        "TT | Nhiệm vụ | Người thực hiện | Ghi chú",
        "1. | Tổ chức kiểm tra | Lò Văn Pó / Vì Thị Mai | ",
        "2. | Chấm bài | Lò Văn Pó | ",
        "3. | Trình ký | Vì Thị Mai | ",
    ]


def test_groups_stand_over_the_width_and_numbers_begin_anew() -> None:
    rows = ["\n".join(row) for row in _ROWS]
    text = f"{_HEAD}\nI\nCải cách thể chế\n \n \n \n{rows[0]}\n{rows[1]}\nII\nKinh phí\n{rows[0]}"
    grid = _grid(text)
    assert [row[0].text for row in grid.rows] == ["STT", "I", "1", "2", "II", "1"]
    assert grid.rows[1] == (Cell("I", 0), Cell("Cải cách thể chế", 1, 4))
    assert (grid.width, grid.header_rows, grid.ruled) == (5, 1, False)


@pytest.mark.parametrize(
    "below",
    [
        "\n\nCông an tỉnh\nSở Tư pháp\nQuý III",  # blank cells under the merged ones
        "Công an tỉnh\nSở Tư pháp\nQuý III",  # none under them
    ],
)
def test_merged_cells_cover_the_rows_beside_them(below: str) -> None:
    first = "1\nRà soát hồ sơ\nSở Nội vụ\nSở Tài chính\nQuý II"
    grid = _grid(f"{_HEAD}\n{first}\n{below}\n2\nLập danh mục\nSở Nội vụ\nSở Y tế\nQuý IV")
    assert grid.rows[1][:3] == (
        Cell("1", 0, rows=2), Cell("Rà soát hồ sơ", 1, rows=2), Cell("Sở Nội vụ", 2),
    )  # fmt: skip
    assert grid.rows[2] == (
        Cell("Công an tỉnh", 2), Cell("Sở Tư pháp", 3), Cell("Quý III", 4),
    )  # fmt: skip
    assert grid.rows[3][0] == Cell("2", 0)


def test_a_programme_by_times_of_day() -> None:
    text = (
        "THỜI GIAN\nNỘI DUNG\n8h30 - 8h35\nGiới thiệu đại biểu\n8h35 - 9h00\nBáo cáo tóm tắt\n"
        "10:00\nThảo luận\nSỞ Y TẾ"
    )
    assert _shown(text) == [
        "THỜI GIAN | NỘI DUNG", "8h30 - 8h35 | Giới thiệu đại biểu",
        "8h35 - 9h00 | Báo cáo tóm tắt", "10:00 | Thảo luận", "SỞ Y TẾ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Tuần", "Tuần 1 (02/3 - 06/3)", "Tuần 2 (09/3 - 13/3)"),
        ("Tháng", "9/2026", "10/2026"),
        ("Thời gian", "Trước 30/8/2026", "01/9 - 10/9"),
    ],
)
def test_a_programme_by_weeks_months_or_days(head: str, first: str, second: str) -> None:
    rows = (
        f"{head}\nNội dung công việc\nNgười thực hiện\nGhi chú\n"
        f"{first}\nSơn cổng trường\nBảo vệ\n\n{second}\nTrồng hoa\nLớp 4A, lớp 5B\n\n"
        "III. TỔ CHỨC THỰC HIỆN\nTuần 3 họp rút kinh nghiệm."
    )
    assert _shown(rows) == [
        f"{head} | Nội dung công việc | Người thực hiện | Ghi chú",
        f"{first} | Sơn cổng trường | Bảo vệ | ",
        f"{second} | Trồng hoa | Lớp 4A, lớp 5B | ",
        "III. TỔ CHỨC THỰC HIỆN",
        "Tuần 3 họp rút kinh nghiệm.",
    ]


def test_near_miss_weeks_that_a_page_wrapped_begin_no_rows() -> None:
    rows = (
        "Tuần\nNội dung công việc\nNgười thực hiện\nTuần 1 (02/3 -\nSơn cổng\nBảo vệ\n06/3)\n"
        "Tuần 2 (09/3 -\nTrồng hoa\nLớp 4A\n13/3)"
    )
    assert not any(" | " in line for line in _shown(rows))


@pytest.mark.parametrize(
    "text",
    [
        "STT\nHọ và tên\nNgày sinh\n1\nLò Văn Pó\n1990\n2\nVì Thị Mai\n1991",
        "TT\nNhiệm vụ\n1\nRà soát\n2\nLập danh mục",
        f"{_HEAD}\n1\nRà soát hồ sơ\nSở Nội vụ\nCác sở\nQuý I\nHết bảng.",
        "Thời gian\nNội dung làm việc do Văn phòng chuẩn bị.\nBắt đầu lúc 8h30 sáng, mời đúng giờ.",
        "Số TTHC\nNhiệm vụ\nChủ trì\nThời gian\n1\na\nb\nc\n2\nd\ne\nf",
    ],
    ids=["no-task", "one-column", "one-row", "sentences", "no-mark"],
)
def test_what_is_no_register_stays(text: str) -> None:
    document = read_plain(text.encode(), "a.txt", Limits())
    assert not [block for block in document.blocks if isinstance(block, Grid)]


def test_numbers_of_rows_are_no_numbers_of_pages() -> None:
    rows = "\n\n".join("\n\n".join(row) for row in _ROWS)
    document = read_plain(f"{_HEAD}\n\n{rows}".encode(), "a.txt", Limits())
    assert document.margins == ()
    page = "Rà soát hồ sơ của thôn.\n" * 14
    pages = "\n".join(f"{page}\n\n{number}\n" for number in (1, 2, 3))
    assert read_plain(f"{_HEAD}\n\n{pages}".encode(), "a.txt", Limits()).margins == ("1", "2", "3")


@pytest.mark.parametrize("piece", ["1\nRà soát\n", "STT\n", "I\n"])
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    assert_linear(read_plain, piece)
    head = read_plain(f"{_HEAD}\n{piece * 3000}".encode(), "a.txt", Limits())
    assert head.blocks
