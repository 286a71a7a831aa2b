"""A closing block that stands as the last row of a register is no task."""

import pytest

from kehoach_parser.pipeline import run

_PLAN = (
    "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 12/KH-UBND\nAn Bình, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
    "Dân vận năm 2026\n\nI. NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n"
    "| 1 | Dọn kênh | Thôn Đông |\n"
)


@pytest.mark.parametrize(
    "closing",
    [
        "| Nơi nhận: <br>- Các thôn;<br>- Lưu: VT. | | CHỦ TỊCH<br><br>Trần Văn Bảy |\n",
        "| Nơi nhận: <br>- Các thôn;<br>- Lưu: VT. | | CHỦ TỊCH |\n| | | Trần Văn Bảy |\n",
    ],
    ids=["one row", "two rows"],
)
def test_a_closing_block_below_a_register_is_read(closing: str) -> None:
    plan = run((_PLAN + closing).encode(), "k.md")
    assert [task.text for task in plan.tasks] == ["Dọn kênh"]
    assert [signer.name for signer in plan.metadata.signers] == ["Trần Văn Bảy"]
    assert list(plan.metadata.recipients) == ["Các thôn", "Lưu: VT"]


def test_recipients_of_a_task_are_no_closing_block() -> None:
    plan = run(f"{_PLAN}| 2 | Ghi nơi nhận | Văn phòng |\n".encode(), "k.md")
    assert [task.text for task in plan.tasks] == ["Dọn kênh", "Ghi nơi nhận"]
