"""Registers: each phenomenon and its near misses, as data in `cases/registers.json`."""

import time

import pytest

from case_files import Case, each_case
from extract.drafted_plan import duties_of, grid_of, shown
from kehoach_parser import parse_text
from kehoach_parser.extract.citations import find_references
from kehoach_parser.extract.tables.continued import read_columns
from kehoach_parser.extract.tasks import find_tasks
from kehoach_parser.model import TableRole, TaskOrigin
from kehoach_parser.segment.header import read_header
from kehoach_parser.segment.outline import build_outline
from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.source import build

HEADER = ["TT", "Nhiệm vụ", "Chủ trì"]


@each_case("registers")
def test_rows_are_those_of_the_case(case: Case) -> None:
    duties, dates = duties_of(["PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ", case["grid"]])
    table = next(table for table in duties.tables if table.role != TableRole.HEADER)
    assert table.role == case.get("role", TableRole.TASK_REGISTER)
    if "header" in case:
        assert list(table.header) == case["header"]
    if "dates" in case:
        assert [one.text for one in dates] == case["dates"]
    found = [shown(task, dates) for task in duties.tasks]
    assert len(found) == len(case["tasks"]), [task["text"] for task in found]
    for task, wanted in zip(found, case["tasks"], strict=True):
        assert {field: task[field] for field in wanted} == wanted
        assert task["origin"] == TaskOrigin.TABLE
        assert task["table"] == table.id


def test_a_table_keeps_its_rows_as_wide_as_its_grid() -> None:
    grid = [HEADER, [{"text": "I. Nhóm", "columns": 3}], ["1", "Đắp đê", "Thôn Đông"]]
    duties, _ = duties_of(["I. NHIỆM VỤ", grid])
    assert duties.tables[0].rows == (("I. Nhóm", "", ""), ("1", "Đắp đê", "Thôn Đông"))


def test_a_register_under_a_point_takes_the_point_path() -> None:
    duties, _ = duties_of(["III. NHIỆM VỤ", "1. Công việc trong năm", [
        HEADER, ["1", "Đắp đê bao vùng trũng", "Thôn Đông"]]])  # fmt: skip
    assert [task.path for task in duties.tasks] == ["III/1/1"]
    assert duties.tasks[0].section == duties.tables[0].section


def test_a_register_under_an_unnumbered_heading() -> None:
    duties, _ = duties_of(["I. NHIỆM VỤ", "1. Kiểm tra kho.", "BẢNG PHÂN CÔNG CÔNG VIỆC CỦA TỔ", [
        HEADER, ["1", "Ghi biên bản kiểm kê", "Tổ Kho"]]])  # fmt: skip
    assert duties.tasks[-1].path == "~/1"


def test_a_table_that_goes_on_after_a_break_keeps_columns_and_count() -> None:
    first = [["Nhiệm vụ", "Chủ trì"], ["Việc đầu tiên phải làm", "Thôn Đông"]]
    second = [["Việc tiếp theo phải làm", "Thôn Tây"]]
    duties, _ = duties_of(["I. NHIỆM VỤ", first, second])
    assert [(task.label, list(task.lead)) for task in duties.tasks] == [
        ("1", ["Thôn Đông"]),
        ("2", ["Thôn Tây"]),
    ]
    assert [(task.table, task.row) for task in duties.tasks] == [("table1", 0), ("table2", 0)]


def test_a_table_whose_count_goes_on_below_a_line_keeps_columns_and_times() -> None:
    first = [["TT", *HEADER[1:], "Thời gian"], ["1", "Việc đầu tiên phải làm", "Thôn Đông", "20/4"]]
    second = [["2", "Việc tiếp theo phải làm", "Thôn Tây", "25/4"],
              ["3", "Việc sau cùng phải làm", "Thôn Nam", "30/4"]]  # fmt: skip
    duties, dates = duties_of(["I. NHIỆM VỤ", first, "Tiếp theo:", second])
    found = [shown(task, dates) for task in duties.tasks]
    assert [(task["label"], task["lead"], task["deadlines"]) for task in found] == [
        ("1", ["Thôn Đông"], ["20/4"]),
        ("2", ["Thôn Tây"], ["25/4"]),
        ("3", ["Thôn Nam"], ["30/4"]),
    ]


def test_a_table_with_a_header_of_its_own_below_an_empty_form_is_another() -> None:
    form = [["STT", "Nội dung", "Đơn vị thực hiện", "Kết quả"], ["1", "…", "…", "…"]]
    figures = [["STT", "Nội dung báo cáo", "Số liệu năm 2024", "Tỷ lệ tăng, giảm"],
               ["1", "Tổng số văn bản đến", "", ""]]  # fmt: skip
    duties, _ = duties_of(["PHỤ LỤC", "MẪU BÁO CÁO", form, figures])
    assert duties.tasks == ()
    assert duties.tables[1].header[1] == "Nội dung báo cáo"


def test_a_row_with_a_month_is_no_header_of_a_table_that_goes_on() -> None:
    first = [["Nhiệm vụ", "Chủ trì", "Thời gian"], ["Việc đầu tiên phải làm", "Thôn Đông", "20/4"]]
    second = [["Việc tiếp theo phải làm", "Thôn Tây", "Tháng 5/2026"]]
    duties, dates = duties_of(["I. NHIỆM VỤ", first, second])
    found = [shown(task, dates) for task in duties.tasks]
    assert [(task["lead"], task["deadlines"]) for task in found] == [
        (["Thôn Đông"], ["20/4"]),
        (["Thôn Tây"], ["Tháng 5/2026"]),
    ]


def test_a_table_that_goes_on_below_another_heading_stands_in_that_section() -> None:
    first = [["TT", *HEADER[1:], "Thời gian"], ["1", "Việc đầu tiên phải làm", "Thôn Đông", "20/4"]]
    second = [["2", "Việc tiếp theo phải làm", "Thôn Tây", "25/4"]]
    duties, dates = duties_of(["I. NHIỆM VỤ", "1. Tháng này", first, "2. Tháng sau", second])
    found = [shown(task, dates) for task in duties.tasks]
    assert [(task["path"], task["lead"], task["deadlines"]) for task in found] == [
        ("I/1/1", ["Thôn Đông"], ["20/4"]),
        ("I/2/2", ["Thôn Tây"], ["25/4"]),
    ]


def test_a_table_with_a_count_of_its_own_is_another() -> None:
    first = [["TT", *HEADER[1:]], ["1", "Việc đầu tiên phải làm", "Thôn Đông"]]
    second = [["1", "Lò Văn Ún", "Thôn Tây"], ["2", "Hà Thị Xa", "Thôn Nam"]]
    duties, _ = duties_of(["I. NHIỆM VỤ", first, "Danh sách tổ viên:", second])
    assert [task.label for task in duties.tasks] == ["1"]


def test_a_heading_that_names_a_body_leads_the_register_below() -> None:
    grid = [["TT", "Nội dung", "Thời gian"], ["1", "Đắp đê bao vùng trũng", "Tháng 3"]]
    duties, _ = duties_of(["III. PHÂN CÔNG", "1. Trạm Thủy nông", grid, "2. Chuẩn bị", grid])
    assert [list(task.lead) for task in duties.tasks] == [["Trạm Thủy nông"], []]


def test_a_heading_on_each_body_leads_nothing() -> None:
    grid = [["TT", "Nội dung", "Thời gian"], ["1", "Đắp đê bao vùng trũng", "Tháng 3"]]
    duties, _ = duties_of(["III. PHÂN CÔNG CHO TỪNG BỘ PHẬN", grid])
    assert [list(task.lead) for task in duties.tasks] == [[]]


def test_a_row_that_repeats_prose_is_linked() -> None:
    duties, _ = duties_of([
        "I. NHIỆM VỤ",
        "1. Xây dựng phần mềm quản lý hộ kinh doanh trên địa bàn xã.",
        "2. Tu sửa nghĩa trang liệt sĩ trước ngày lễ.",
        [HEADER, ["1", "Xây dựng phần mềm quản lý hộ kinh doanh", "Phòng Kinh tế"],
         ["2", "Xây dựng vườn ươm cây giống lâm nghiệp", "Hạt Kiểm lâm"]],
    ])  # fmt: skip
    assert [task.same_as for task in duties.tasks] == [None, None, "t1", None]


def test_a_row_that_repeats_prose_in_other_words_for_the_body_is_linked() -> None:
    prose = ("1. Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã chủ trì trình Ủy ban nhân "
             "dân xã ban hành quy chế tiếp công dân.")  # fmt: skip
    duties, _ = duties_of([
        "I. NHIỆM VỤ",
        prose,
        [HEADER, ["1", "Trình UBND xã ban hành quy chế tiếp công dân", "Văn phòng"],
         ["2", "Trình HĐND xã ban hành quy chế bảo vệ rừng", "Hạt Kiểm lâm"]],
    ])  # fmt: skip
    assert [task.same_as for task in duties.tasks] == [None, "t1", None]


def test_the_head_of_the_page_is_no_register() -> None:
    emblem = grid_of([["ỦY BAN NHÂN DÂN / XÃ AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
    title = (Paragraph("KẾ HOẠCH", centered=True), Paragraph("Trồng cây", centered=True))
    source = build(Document("docx", (emblem, *title, Paragraph("I. NHIỆM VỤ"))))
    header = read_header(source)
    outline = build_outline(source, header)
    duties = find_tasks(
        source, outline, header, read_columns(source), (), find_references(source, header)
    )
    assert [table.role for table in duties.tables] == [TableRole.HEADER]


def test_a_long_register_is_read_row_by_row() -> None:
    rows = [[str(n), f"Kiểm tra cống số {n} trên kênh chính", "Trạm Thủy nông"] for n in range(400)]
    duties, _ = duties_of(["I. NHIỆM VỤ", [HEADER, *rows]])
    assert len(duties.tasks) == len(rows)
    assert [task.row for task in duties.tasks] == list(range(len(rows)))


@pytest.mark.parametrize("cell", ["10 | ", "1 | a | "])
def test_a_header_of_thousands_of_cells_takes_linear_time(cell: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        parse_text(cell * size)
        return time.process_time() - start

    most = 30 * max(min(seconds(1_000), seconds(1_000)), 0.005)
    assert any(seconds(10_000) < most for _ in range(3))


def test_tables_below_headings_share_the_header_of_the_first() -> None:
    head = ["TT", *HEADER[1:], "Thời gian"]
    first = [head, ["1.1", "Việc đầu tiên phải làm", "Thôn Đông", "Tháng 4"]]
    second = [["2.1", "Việc tiếp theo phải làm", "Thôn Tây", "Thường xuyên"],
              ["2.2", "Việc sau nữa phải làm", "Thôn Nam", ""]]  # fmt: skip
    third = [["1", "Việc sau cùng phải làm", "Phòng Nội vụ", "Quý II"]]
    duties, dates = duties_of(
        ["I. NHIỆM VỤ", "1. Hạ tầng", first, "2. Văn hóa", second, "3. Kinh tế", third]
    )
    found = [shown(task, dates) for task in duties.tasks]
    assert [(task["label"], task["lead"], task["deadlines"]) for task in found] == [
        ("1.1", ["Thôn Đông"], ["Tháng 4"]),
        ("2.1", ["Thôn Tây"], ["Thường xuyên"]),
        ("2.2", ["Thôn Nam"], []),
        ("1", ["Phòng Nội vụ"], ["Quý II"]),
    ]
