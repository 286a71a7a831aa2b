"""Tasks in prose: each phenomenon and its near misses, as data in `cases/tasks.json`."""

import time

from case_files import Case, each_case
from extract.drafted_plan import duties_of, shown
from kehoach_parser import parse_text
from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.prose.lead_ins import announces_from
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.model import TaskOrigin


@each_case("tasks")
def test_tasks_are_those_of_the_case(case: Case) -> None:
    duties, dates = duties_of(case["blocks"])
    found = [shown(task, dates) for task in duties.tasks]
    assert len(found) == len(case["tasks"]), [task["text"] for task in found]
    for task, wanted in zip(found, case["tasks"], strict=True):
        assert {field: task[field] for field in wanted} == wanted
        assert task["origin"] == TaskOrigin.PARAGRAPH


def test_ids_are_in_the_order_of_the_text() -> None:
    duties, _ = duties_of(["I. NHIỆM VỤ", "1. Trồng cây.", "2. Nạo vét kênh mương nội đồng.",
                           "3. Sửa cầu dân sinh thôn Đông."])  # fmt: skip
    assert [task.id for task in duties.tasks] == ["t1", "t2"]
    assert [task.span[0] for task in duties.tasks] == sorted(t.span[0] for t in duties.tasks)


def test_units_are_one_a_body_with_all_their_places() -> None:
    duties, _ = duties_of([
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Sở Giáo dục và Đào tạo (sau đây viết tắt là Sở GDĐT) hướng dẫn các trường.",
        "2. Sở GDĐT chủ trì, phối hợp với Sở Y tế khám sức khỏe học sinh.",
    ])  # fmt: skip
    assert [unit.name for unit in duties.units] == ["Sở Giáo dục và Đào tạo", "Sở Y tế"]
    assert [len(unit.mentions) for unit in duties.units] == [2, 1]


def test_an_abbreviation_of_the_plan_itself_means_its_body() -> None:
    duties, _ = duties_of([
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Ban Quản lý Khu du lịch Hồ Xanh (gọi tắt là Ban Quản lý Hồ Xanh) sửa đường vào khu.",
        "2. Ban Quản lý Hồ Xanh lắp biển báo ở bến thuyền.",
    ])  # fmt: skip
    assert [unit.name for unit in duties.units] == ["Ban Quản lý Khu du lịch Hồ Xanh"]


def test_recipients_are_held_against_the_tasks() -> None:
    foot = ("Nơi nhận:", "- Trạm Y tế xã;", "- Trường Tiểu học Tân Lập;", "- Lưu: VT.",
            "CHỦ TỊCH", "Trần Văn Bảy")  # fmt: skip
    duties, _ = duties_of(["I. NHIỆM VỤ", "1. Trạm Y tế xã tiêm vắc xin phòng dại.",
                           "2. Công ty Cấp nước Hòa Bình súc xả đường ống."], foot)  # fmt: skip
    found = {finding.code: dict(finding.params) for finding in duties.findings}
    assert found["recipients-without-task"] == {"names": "Trường Tiểu học Tân Lập"}
    assert found["lead-not-in-recipients"] == {"name": "Công ty Cấp nước Hòa Bình"}


def test_a_collective_among_the_recipients_tells_its_members() -> None:
    foot = ("Nơi nhận:", "- Các sở, ban, ngành;", "- UBND các xã, phường;", "- Lưu: VT.",
            "CHỦ TỊCH", "Trần Văn Bảy")  # fmt: skip
    duties, _ = duties_of(["I. NHIỆM VỤ", "1. Sở Nội vụ xét khen thưởng.",
                           "2. UBND xã Tân Lập giải phóng mặt bằng."], foot)  # fmt: skip
    assert duties.findings == ()


def test_a_body_that_no_longer_exists_is_reported() -> None:
    duties, _ = duties_of(["I. NHIỆM VỤ", "1. Sở Giao thông vận tải sơn lại vạch kẻ đường."])
    assert ("unit-out-of-date", "Sở Xây dựng") in [
        (finding.code, dict(finding.params).get("successor")) for finding in duties.findings
    ]


def _of_units(year: int, body: str) -> list[str]:
    """Return the codes of what is found about a body that leads in a plan of a year."""
    plan = parse_text(
        f"UBND TỈNH SƠN HẢI\nSố: 12/KH-UBND\nSơn Hải, ngày 02 tháng 12 năm {year}\nKẾ HOẠCH\n"
        f"Sơn lại vạch kẻ đường\nI. NHIỆM VỤ\n1. {body} sơn lại vạch kẻ đường.\n"
    )
    return [one.code for one in plan.diagnostics if one.code.startswith("unit-")]


def test_a_body_without_successor_is_told_by_whether_it_was_or_will_be() -> None:
    assert _of_units(2025, "Phòng Văn hóa và Thông tin") == ["unit-abolished"]
    assert _of_units(2024, "Sở Dân tộc và Tôn giáo") == ["unit-not-yet"]
    assert _of_units(2024, "Phòng Văn hóa và Thông tin") == []


def test_a_run_of_digits_takes_linear_time() -> None:
    """A lead-in of 80,000 digits was looked through from each of them: 11 seconds."""
    copy = copy_of("Số hóa tài liệu " + "9" * 80_000 + " trang")
    begun = time.process_time()
    end = announces_from(copy, Item(0, 0, len(copy.text), 0, head=True, marker=""))
    assert (end, time.process_time() - begun < 1) == (len(copy.text), True)
