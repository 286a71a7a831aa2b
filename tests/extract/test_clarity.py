"""The "5 rõ" rule: what each task makes clear, and the share that a plan meets."""

import pytest

from extract.drafted_plan import duties_of
from kehoach_parser.extract.clarity import share_met
from kehoach_parser.model import Clarity, Task

DECIDED = "Trạm Thủy nông lập phương án chống hạn, trình UBND xã phê duyệt trước ngày 12/4/2026."
VAGUE = "Các đơn vị quan tâm hơn nữa."


def _tasks(*sentences: str) -> tuple[Task, ...]:
    blocks = ["I. NHIỆM VỤ", *(f"{n}. {words}" for n, words in enumerate(sentences, 1))]
    return duties_of(blocks)[0].tasks


def test_all_is_said() -> None:
    (task,) = _tasks(DECIDED)
    assert task.clarity == Clarity(
        work=True, people=True, time=True, result=True, responsibility=True, authority=True
    )


def test_a_slogan_names_people_only() -> None:
    (task,) = _tasks(VAGUE)
    assert task.clarity.five == (True, True, False, False, False)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Đội Thuế rà soát hộ kinh doanh, trình UBND xã quyết định.", True),
        ("Đội Thuế đề xuất cấp có thẩm quyền miễn giảm cho hộ nghèo.", True),
        ("Đội Thuế niêm yết quy trình miễn giảm ở nơi tiếp dân.", False),
        ("Đội Thuế xử lý đơn theo đúng thẩm quyền.", False),
    ],
)
def test_authority_is_the_sixth(words: str, *, named: bool) -> None:
    (task,) = _tasks(words)
    assert task.clarity.authority is named


def test_a_plan_meets_the_share_of_its_tasks() -> None:
    assert share_met(_tasks(DECIDED, VAGUE)) == 0.7
    assert share_met(_tasks(DECIDED)) == 1
    assert share_met(()) is None
