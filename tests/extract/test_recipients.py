"""Nơi nhận against the tasks: what is reported, and what is no contradiction."""

import pytest

from extract.drafted_plan import duties_of
from kehoach_parser.extract.recipients import is_informed
from kehoach_parser.lexicon.rows import rows

FOOT = ("- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bảy")


def _reported(duty: str, *recipients: str) -> list[tuple[str, str]]:
    foot = ("Nơi nhận:", *(f"- {name};" for name in recipients), *FOOT)
    duties, _ = duties_of(["I. NHIỆM VỤ", f"1. {duty}"], foot)
    return [(finding.code, finding.params[0][1]) for finding in duties.findings]


@pytest.mark.parametrize(
    ("duty", "recipients"),
    [
        ("Sở Y tế tiêm vắc xin phòng dại.", ["Các sở, ban, ngành"]),
        ("Cục Thống kê tỉnh điều tra hộ nghèo.", ["Các cơ quan Trung ương đóng trên địa bàn"]),
        ("UBND xã Tân Lập đắp lại đê bao.", ["UBND các xã, phường"]),
        ("Hội Nông dân xã vay vốn giúp hội viên.", ["Các ban, ngành, đoàn thể"]),
        ("Trường Mầm non Hoa Sen khám mắt cho trẻ.", ["Các trường học trên địa bàn"]),
        ("Các đơn vị tiết kiệm điện nước.", ["Trạm Y tế xã", "Các phòng, đơn vị thuộc xã"]),
        ("Phòng Kinh tế lập dự toán kè sông.", ["Các cơ quan liên quan"]),
        ("Ủy ban nhân dân xã An Bình chi trả tiền thuê đất.", ["Các đơn vị liên quan"]),
        ("Ngân hàng Nhà nước khu vực 3 gia hạn nợ.", ["Ngân hàng Nhà nước CN khu vực 3"]),
        ("Trạm Y tế xã tiêm vắc xin.", ["Như Điều 3", "Hội Người cao tuổi xã"]),
        ("Trạm Y tế xã tiêm vắc xin.", ["Thường trực HĐND xã", "Trạm Y tế xã"]),
        ("Trạm Y tế xã tiêm vắc xin.", ["Đài Truyền thanh xã", "Trạm Y tế xã", "Sở Y tế (b/c)"]),
        ("Ủy ban MTTQ xã vận động hiến đất.", ["Ủy ban Mặt trận Tổ quốc xã", "Các ban, ngành"]),
    ],
)
def test_no_contradiction(duty: str, recipients: list[str]) -> None:
    assert _reported(duty, *recipients) == []


@pytest.mark.parametrize(
    ("duty", "recipients", "code", "name"),
    [
        ("Trạm Y tế xã phun thuốc muỗi.", ["Trạm Y tế xã", "Hội Người cao tuổi xã"],
         "recipients-without-task", "Hội Người cao tuổi xã"),
        ("Trạm Y tế xã phun thuốc muỗi.", ["Trạm Y tế xã", "Công ty Cấp nước Hòa Bình"],
         "recipients-without-task", "Công ty Cấp nước Hòa Bình"),
        ("Liên đoàn Lao động tỉnh tặng quà công nhân.", ["Các sở, ngành của tỉnh"],
         "lead-not-in-recipients", "Liên đoàn Lao động tỉnh"),
        ("Công an tỉnh mở đợt tuần tra đêm.", ["UBND các xã, phường"],
         "lead-not-in-recipients", "Công an tỉnh"),
    ],
)  # fmt: skip
def test_contradiction(duty: str, recipients: list[str], code: str, name: str) -> None:
    assert (code, name) in _reported(duty, *recipients)


def test_who_only_helps_has_something_to_do() -> None:
    duty = "Trạm Y tế xã chủ trì, phối hợp với Hội Phụ nữ xã khám thai."
    assert _reported(duty, "Trạm Y tế xã", "Hội Phụ nữ xã") == []


@pytest.mark.parametrize("row", rows("informed"), ids=lambda row: row["example"])
def test_a_row_of_the_informed_holds_its_example_only(row: dict[str, str]) -> None:
    assert is_informed(row["example"])
    assert not is_informed(row["near_miss"])
