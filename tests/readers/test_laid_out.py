"""Registers that a text lays out as their page does: headers and cells that wrap, pages, bars."""

import pytest

from kehoach_parser.pipeline import run
from kehoach_parser.readers.base import DEFAULT_LIMITS
from kehoach_parser.readers.plain.reader import read_plain
from kehoach_parser.text.document import Paragraph
from readers.shown import tables

WRAPPED = """\
II. NHIỆM VỤ
    STT     Nội dung         Cơ quan thực hiện             Thời hạn
            công việc     Chủ trì         Phối hợp        hoàn thành
1           Nạo vét       Thôn Đông,      Phòng Kinh      Quý II/2026
            kênh chính    thôn Tây        tế
II          Văn hóa, xã hội trong xã và các trường trên địa bàn
2           Dọn chợ       Ban Quản lý     Các hộ          Trước ngày
                          chợ                             20/6/2026
III. KINH PHÍ
Từ ngân sách xã.
"""
MIDDLE = """\
II. NHIỆM VỤ
                                            Trách nhiệm       Thời gian
  TT             Nội dung công việc
                                             thực hiện        hoàn thành
       Lập danh sách các hộ nuôi cá lồng
  1    trên hồ, đo diện tích mặt nước        Thôn Đông        Tháng 4
       và báo cáo xã
       Phát tờ rơi về phòng bệnh cho cá
  2                                          Đoàn xã          Tháng 5
       trong mùa nóng
       Tổng kết                               Văn phòng
  3
                                                xã            Tháng 6

Nơi nhận:                                        CHỦ TỊCH
- Lưu: VT.
"""
PAGES = """\
II. NHIỆM VỤ
TT     Nội dung            Chủ trì          Thời hạn
1      Nạo vét kênh        Thôn Đông        Quý II/2026
2      Dọn chợ và các      Ban Quản lý      Quý III/2026
\f
  TT       Nội dung             Chủ trì           Thời hạn
           bến xe               chợ
  3        Trồng cây            Đoàn xã           Quý IV/2026
\f
           ven đường
  4        Sơn cổng             Thôn Tây          Năm 2026
"""
MONTHS = """\
II. NHIỆM VỤ
Tháng      Nội dung            Người thực       Phối hợp
                                hiện
9/2026     Khai giảng          Ban giám hiệu    Hội phụ huynh
           Đêm hội trăng       Liên đội         Công đoàn
           rằm
10/2026    Thi viết chữ        Tổ khối 4        Thư viện
           đẹp
"""


def _tables(text: str) -> list[list[list[str]]]:
    return tables(read_plain(text.encode(), "k.txt", DEFAULT_LIMITS))


def _lines(text: str) -> list[str]:
    blocks = read_plain(text.encode(), "k.txt", DEFAULT_LIMITS).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_header_of_two_rows_and_wrapped_cells_are_whole() -> None:
    assert _tables(WRAPPED) == [[
        ["STT", "Nội dung công việc", "Cơ quan thực hiện", "Thời hạn hoàn thành"],
        ["Chủ trì", "Phối hợp"],
        ["1", "Nạo vét kênh chính", "Thôn Đông, thôn Tây", "Phòng Kinh tế", "Quý II/2026"],
        ["II", "Văn hóa, xã hội trong xã và các trường trên địa bàn"],
        ["2", "Dọn chợ", "Ban Quản lý chợ", "Các hộ", "Trước ngày 20/6/2026"],
    ]]  # fmt: skip


def test_the_heading_below_ends_the_table() -> None:
    assert _lines(WRAPPED) == ["II. NHIỆM VỤ", "III. KINH PHÍ", "Từ ngân sách xã."]


def test_rows_lie_around_labels_in_their_middle() -> None:
    (table, *_) = _tables(MIDDLE)
    assert table == [
        ["TT", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian hoàn thành"],
        ["1", "Lập danh sách các hộ nuôi cá lồng trên hồ, đo diện tích mặt nước và báo cáo xã",
         "Thôn Đông", "Tháng 4"],
        ["2", "Phát tờ rơi về phòng bệnh cho cá trong mùa nóng", "Đoàn xã", "Tháng 5"],
        ["3", "Tổng kết", "Văn phòng xã", "Tháng 6"],
    ]  # fmt: skip


def test_a_table_goes_on_over_pages_whose_columns_stand_elsewhere() -> None:
    assert _tables(PAGES) == [[
        ["TT", "Nội dung", "Chủ trì", "Thời hạn"],
        ["1", "Nạo vét kênh", "Thôn Đông", "Quý II/2026"],
        ["2", "Dọn chợ và các bến xe", "Ban Quản lý chợ", "Quý III/2026"],
        ["3", "Trồng cây ven đường", "Đoàn xã", "Quý IV/2026"],
        ["4", "Sơn cổng", "Thôn Tây", "Năm 2026"],
    ]]  # fmt: skip


def test_rows_below_one_month_begin_where_all_cells_do() -> None:
    (table,) = _tables(MONTHS)
    assert table[1:] == [
        ["9/2026", "Khai giảng", "Ban giám hiệu", "Hội phụ huynh"],
        ["", "Đêm hội trăng rằm", "Liên đội", "Công đoàn"],
        ["10/2026", "Thi viết chữ đẹp", "Tổ khối 4", "Thư viện"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "TT     Nội dung            Chủ trì          Thời hạn\nChi tiết gửi sau bằng văn bản.\n",
        "Họ và tên          Ngày sinh          Quê quán\nHà Thị Xa          2/9/1990       Tây\n",
        "1. Sở Y tế      lập danh sách các trạm.\n2. Các xã      báo cáo về Sở.\n",
    ],
)
def test_other_lines_with_gaps_are_no_table(text: str) -> None:
    assert _tables(text) == []


_TWO_TABLES = (
    "Nội dung công việc       Người thực hiện       Thời gian\n"
    "Tổng dọn vệ sinh         Hội Phụ nữ xã         Ngày 18/4/2026\n"
    "đường trục xã            - Chi hội 2\n"
    "Chuẩn bị loa đài         Đoàn xã               Ngày 20/4/2026\n"
    "III. KINH PHÍ\n"
    "STT     Nội dung chi     Thành tiền\n"
    "1       Nước uống        1.000.000\n"
)


def test_the_next_sections_heading_ends_a_table_without_a_blank_line() -> None:
    plan = run(f"II. NHIỆM VỤ\n{_TWO_TABLES}".encode(), "k.txt")
    assert [task.text for task in plan.tasks] == [
        "Tổng dọn vệ sinh đường trục xã",
        "Chuẩn bị loa đài",
    ]
    assert "III. KINH PHÍ" in plan.text.splitlines()


def test_groups_in_capitals_end_no_table() -> None:
    table = (
        "STT     Nội dung công việc       Người thực hiện       Thời gian\n"
        "I       VỆ SINH\n"
        "1       Tổng dọn đường           Hội Phụ nữ xã         Ngày 18/4/2026\n"
        "II      HẬU CẦN\n"
        "2       Chuẩn bị loa đài         Đoàn xã               Ngày 20/4/2026\n"
    )
    plan = run(f"II. NHIỆM VỤ\n{table}III. KINH PHÍ\n".encode(), "k.txt")
    assert [task.text for task in plan.tasks] == ["Tổng dọn đường", "Chuẩn bị loa đài"]


def test_a_narrow_count_stands_letter_by_letter() -> None:
    table = (
        "T    Nội dung công    Đơn vị thực hiện      Thời gian\n"
        "T    việc                                   hoàn thành\n"
        "1    Dọn kênh         Thôn Đông             10/4/2026\n"
        "2 Sơn lại cổng        Thôn Tây              12/4/2026\n"
        "     chào\n"
    )
    plan = run(f"II. NHIỆM VỤ\n\n{table}".encode(), "k.txt")
    assert [task.text for task in plan.tasks] == ["Dọn kênh", "Sơn lại cổng chào"]


def test_lettered_works_begin_rows() -> None:
    table = (
        "Nội dung công việc       Người thực hiện       Thời gian\n"
        "a) Dọn vệ sinh           Hội Phụ nữ xã         Ngày 18/4/2026\n"
        "b) Chuẩn bị loa          Đoàn xã               Ngày 20/4/2026\n"
    )
    plan = run(f"II. NHIỆM VỤ\n\n{table}".encode(), "k.txt")
    assert [task.label for task in plan.tasks] == ["a", "b"]


def test_a_head_over_the_first_of_two_columns_says_no_more_than_they_do() -> None:
    heads = (
        "STT  Nội dung công việc     Người thực hiện                    Thời hạn\n"
        "     cần làm                Chủ trì             Phối hợp       hoàn thành\n"
    )
    rows = (
        "1    Dọn kênh               Thôn Đông           Đoàn xã        10/4/2026\n"
        "2    Sơn lại cổng           Thôn Tây            Hội Phụ nữ     12/4/2026\n"
    )
    (table,) = _tables(f"II. NHIỆM VỤ\n\n{heads}{rows}")
    assert table[0][2:4] == ["Chủ trì", "Phối hợp"]
    (near_miss,) = _tables(f"II. NHIỆM VỤ\n\n{heads.replace('Phối hợp', 'Kinh phí')}{rows}")
    assert near_miss[0][2:4] == ["Người thực hiện Chủ trì", "Kinh phí"]


@pytest.mark.parametrize(("above", "below"), [("3.", "4."), ("C.", "D.")])
def test_a_section_that_counts_on_ends_the_table_above_it(above: str, below: str) -> None:
    heading = f"{below}   KINH PHÍ THỰC HIỆN"
    text = WRAPPED.replace("II. NHIỆM VỤ", f"{above} NHIỆM VỤ").replace("III. KINH PHÍ", heading)
    document = read_plain(text.encode(), "a.txt", DEFAULT_LIMITS)
    last = [block.text for block in document.blocks if isinstance(block, Paragraph)][-2:]
    assert " ".join(last[0].split()) == " ".join(heading.split())
    assert len(tables(document)[0]) == 5


def test_near_miss_a_group_in_capitals_is_no_section() -> None:
    text = WRAPPED.replace("II          Văn hóa", "4.          VĂN HÓA").replace("II. N", "2. N")
    assert len(tables(read_plain(text.encode(), "a.txt", DEFAULT_LIMITS))[0]) == 5
