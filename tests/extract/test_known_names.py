"""Names that a document tells whole elsewhere: its recipients, its headings."""

from kehoach_parser import parse_text

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HẢI\nSố: 4/KH-UBND\nKẾ HOẠCH\nRà soát hồ sơ\n"
DUTY = "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Quản trị, tổ chức sự kiện chuẩn bị hội trường.\n"


def _lead(recipients: str) -> tuple[str, ...]:
    plan = parse_text(f"{HEAD}{DUTY}\nNơi nhận:\n{recipients}- Lưu: VT.\n")
    return plan.tasks[0].lead


def test_recipients_tell_where_a_name_ends() -> None:
    assert _lead("- Phòng Quản trị, tổ chức sự kiện;\n") == ("Phòng Quản trị, tổ chức sự kiện",)


def test_recipients_that_are_a_list_tell_nothing() -> None:
    assert _lead("- Phòng Quản trị, Phòng Nội vụ;\n") == ("Phòng Quản trị",)
