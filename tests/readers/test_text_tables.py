"""Registers in text without ruling: tabs, bare pipes and aligned columns."""

import pytest

from kehoach_parser.pipeline import run
from kehoach_parser.readers.base import DEFAULT_LIMITS
from kehoach_parser.readers.plain.reader import read_plain
from readers.shown import tables

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 12/KH-UBND\nAn Bình, ngày 05 tháng 3 năm 2026\n\n"
    "KẾ HOẠCH\nDân vận năm 2026\n\nI. NHIỆM VỤ\n\n"
)
TABS = (
    "STT\tNhiệm vụ\tChủ trì\tThời gian\n"
    "1\tDọn kênh\tThôn Đông\tQuý II/2026\n\n"
    "2\tSơn cổng\t\tNăm 2026\n"
)
PIPES = (
    "STT | Nhiệm vụ | Chủ trì | Thời gian\n"
    "1 | Dọn kênh | Thôn Đông | Quý II/2026\n"
    "2 | Sơn cổng |  | Năm 2026\n"
)
ALIGNED = (
    "STT   Nhiệm vụ          Chủ trì      Thời gian\n"
    "1     Dọn kênh          Thôn         Quý II/2026\n"
    "                        Đông\n"
    "2     Sơn cổng                       Năm 2026\n"
)
WANTED = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
    ["1", "Dọn kênh", "Thôn Đông", "Quý II/2026"],
    ["2", "Sơn cổng", "", "Năm 2026"],
]


def _grids(text: str) -> list[list[list[str]]]:
    return tables(read_plain(text.encode(), "k.txt", DEFAULT_LIMITS))


@pytest.mark.parametrize("table", [TABS, PIPES, ALIGNED], ids=["tabs", "pipes", "aligned"])
def test_a_register_is_read_as_a_table(table: str) -> None:
    assert _grids(f"{HEAD}{table}\nHết.\n") == [WANTED]


@pytest.mark.parametrize("table", [TABS, PIPES, ALIGNED], ids=["tabs", "pipes", "aligned"])
def test_its_rows_are_tasks(table: str) -> None:
    plan = run(f"{HEAD}{table}\n1. Các thôn trồng cây.\n".encode(), "k.txt")
    assert [(task.path, list(task.lead)) for task in plan.tasks] == [
        ("I/1", ["Thôn Đông"]),
        ("I/2", []),
        ("I/1", ["Các thôn"]),
    ]


PASTED = "Việc\tAi làm\tHạn chót\n"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("Đắp đê\tThôn Đông\t10/3\nDọn chợ\tThôn Tây\t12/3\n", [["Thôn Đông"], ["Thôn Tây"]]),
        ("Đắp đê\tThôn Đông\nThôn Nam\t10/3\nDọn chợ\t- Thôn Tây\t12/3\n",
         [["Thôn Đông", "Thôn Nam"], ["Thôn Tây"]]),
        ("Đắp đê\tThôn Đông\nDọn chợ\tThôn Tây\t12/3\n", [["Thôn Đông"], ["Thôn Tây"]]),
    ],
    ids=["plain", "lines in a cell", "lost tabs"],
)  # fmt: skip
def test_a_pasted_table_is_told_by_its_tabs(rows: str, wanted: list[list[str]]) -> None:
    plan = run(f"{HEAD}{PASTED}{rows}Hết lịch.\n".encode(), "k.txt")
    assert [list(task.lead) for task in plan.tasks] == wanted
    assert "Hết lịch." in plan.text.splitlines()


HEADS_MERGED = "TT\tViệc\tAi làm\tHạn\n\t\tChủ trì\tPhối hợp\t\n"


def test_heads_below_a_merged_one_are_its_columns() -> None:
    rows = "1\tĐắp đê\tThôn Đông\tThôn Tây\t10/3\n2\tDọn chợ\tThôn Nam\t\t12/3\n"
    plan = run(f"{HEAD}{HEADS_MERGED}{rows}".encode(), "k.txt")
    assert [(list(task.lead), list(task.coordinating)) for task in plan.tasks] == [
        (["Thôn Đông"], ["Thôn Tây"]),
        (["Thôn Nam"], []),
    ]
    assert plan.tables[0].header[2:4] == ("Ai làm / Chủ trì", "Ai làm / Phối hợp")


def test_a_second_line_that_is_no_header_is_a_row() -> None:
    rows = "1\tĐắp đê\tThôn Đông\t10/3\n\tDọn chợ\tThôn Nam\t12/3\n"
    assert _grids(f"{HEAD}TT\tViệc\tAi làm\tHạn\n{rows}")[0][2] == [
        "", "Dọn chợ", "Thôn Nam", "12/3",
    ]  # fmt: skip


def test_a_line_between_counted_rows_is_a_bar() -> None:
    rows = "QUÝ I\n1\tĐắp đê\tThôn Đông\nQUÝ II\n2\tDọn chợ\tThôn Nam\n"
    plan = run(f"{HEAD}TT\tNhiệm vụ\tChủ trì\n{rows}Hết lịch.\nCộng: 2\n".encode(), "k.txt")
    words = {date.id: date.text for date in plan.deadlines}
    assert [[words[one] for one in task.deadlines] for task in plan.tasks] == [
        ["QUÝ I"],
        ["QUÝ II"],
    ]
    assert "Hết lịch." in plan.text.splitlines()


def test_a_pasted_table_of_anything_is_a_table() -> None:
    rows = "Ngày\tMôn\tPhút\n18/4\tNgữ văn\t120\n\tToán\t90\n"
    assert _grids(HEAD + rows) == [
        [["Ngày", "Môn", "Phút"], ["18/4", "Ngữ văn", "120"], ["", "Toán", "90"]]
    ]


def test_a_text_made_of_a_plan_has_the_register_of_the_plan() -> None:
    plan = run((HEAD + PIPES).encode(), "k.txt")
    again = run(plan.text.encode(), "k.txt")
    assert [task.text for task in again.tasks] == [task.text for task in plan.tasks]
    assert [table.rows for table in again.tables] == [table.rows for table in plan.tables]


def test_a_row_that_repeats_one_word_is_a_group() -> None:
    rows = (
        "I | Thủy lợi | Thủy lợi | Thủy lợi\n"
        "1 | Dọn kênh | Thôn Đông | Quý II/2026\n"
        "2 | Sơn cống | Thôn Tây | Thôn Tây\n"
    )
    plan = run(f"{HEAD}STT | Nhiệm vụ | Chủ trì | Phối hợp\n{rows}".encode(), "k.txt")
    assert [(task.path, list(task.lead)) for task in plan.tasks] == [
        ("I/I/1", ["Thôn Đông"]),
        ("I/I/2", ["Thôn Tây"]),
    ]


def test_a_programme_whose_last_column_says_only_who_acts_is_one() -> None:
    plan = run(
        f"{HEAD}Thời gian | Nội dung | Thực hiện\n8h00 - 8h30 | Đón đoàn | Thôn Đông\n".encode(),
        "k.txt",
    )
    assert [(task.text, list(task.lead)) for task in plan.tasks] == [("Đón đoàn", ["Thôn Đông"])]


@pytest.mark.parametrize(
    "line",
    [
        "Nội dung | Thực hiện",
        "1.    Nội dung     công việc",
        "Nhiệm vụ\tcủa các thôn",
        "Họ tên | Nội dung | Địa chỉ",
        "Nội dung công việc   phải rõ người,   rõ việc,   rõ thời hạn theo kế hoạch của xã.",
    ],
)
def test_other_gaps_begin_no_register(line: str) -> None:
    assert _grids(f"{HEAD}{line}\nMột dòng nữa   ở dưới   đây.\n") == []


def test_a_heading_behind_a_blank_line_ends_an_aligned_table() -> None:
    found = _grids(HEAD + ALIGNED + "\n     II. KINH PHÍ\n     Từ ngân sách xã.\n")
    assert found[-1] == WANTED
