"""The plan's own period, found over all stages: in its title, or in that of the plan it carries."""

import pytest

from kehoach_parser import parse_text

DECISION = """ỦY BAN NHÂN DÂN XÃ ĐẠI LỘC
Số: 12/QĐ-UBND
Đại Lộc, ngày 05 tháng 01 năm 2026
QUYẾT ĐỊNH
{title}
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rau.
Điều 2. Văn phòng đăng tải chậm nhất 03 ngày kể từ ngày ban hành Quyết định.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Ban
KẾ HOẠCH
Trồng rau sạch {plan}
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026)
I. NHIỆM VỤ
1. Các thôn đăng ký trước ngày 20/9.
"""


@pytest.mark.parametrize(
    ("title", "plan", "period", "due"),
    [
        ("Ban hành Kế hoạch trồng rau sạch", "năm 2027", "năm 2027", "2027-09-20"),
        ("Ban hành Kế hoạch trồng rau sạch năm 2026", "năm 2027", "năm 2026", "2026-09-20"),
        ("Ban hành Kế hoạch trồng rau sạch", "tại các thôn", None, "2026-09-20"),
    ],
)
def test_period_of_a_carried_plan(title: str, plan: str, period: str | None, due: str) -> None:
    found = parse_text(DECISION.format(title=title, plan=plan))
    own = found.metadata.period
    assert (own.text if own else None) == period
    if own:
        assert found.text[slice(*own.span)] == own.text
    (one,) = (d for d in found.deadlines if d.text == "trước ngày 20/9")
    assert str(one.due) == due


def test_a_decision_counts_from_its_own_issue() -> None:
    found = parse_text(DECISION.format(title="Ban hành Kế hoạch trồng rau", plan="năm 2026"))
    (one,) = (d for d in found.deadlines if d.duration == "P3D")
    assert str(one.due) == "2026-01-08"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Bảo đảm trật tự dịp Tết Nguyên đán Bính Ngọ và lễ hội xuân 2026", None),
        ("Phục vụ Tết Nguyên đán Bính Ngọ năm 2026 trên địa bàn xã", None),
        ("Giữ gìn trật tự công cộng năm 2026", "năm 2026"),
        ("Đón Tết Nguyên đán, trồng cây năm 2026", "năm 2026"),
        ("Phục vụ cao điểm du lịch hè 2026", None),
        ("Tổ chức hoạt động hè năm 2026", "năm 2026"),
        ("Triển khai thi hành Luật Đường bộ năm 2024", None),
        ("Triển khai thi hành Luật Đường bộ năm 2024 trong năm 2026", "trong năm 2026"),
        ("Theo dõi thi hành pháp luật năm 2026", "năm 2026"),
        ("Kết quả thực hiện nhiệm vụ năm 2025 và phương hướng năm 2026", "năm 2026"),
    ],
)
def test_the_year_of_a_festival_or_a_law_is_not_the_plans(title: str, period: str | None) -> None:
    head = "ỦY BAN NHÂN DÂN XÃ ĐẠI LỘC\nSố: 12/KH-UBND\nĐại Lộc, ngày 05 tháng 01 năm 2026"
    found = parse_text(f"{head}\nKẾ HOẠCH\n{title}\nI. NHIỆM VỤ\n1. Các thôn đăng ký sớm.\n")
    own = found.metadata.period
    assert (own.text if own else None) == period


SURVEY = """HỘI ĐỒNG NHÂN DÂN XÃ ĐẠI LỘC
Số: 07/KH-HĐND
Đại Lộc, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
{title}
I. NHIỆM VỤ
1. Các thôn gửi báo cáo trước ngày 20/4/2026.
PHỤ LỤC
PHÂN CÔNG NGƯỜI ĐI CÙNG NĂM 2026
(Kèm theo Kế hoạch số 07/KH-HĐND ngày 05/3/2026)
Mỗi thôn cử một người.
"""


def test_years_that_are_over_are_looked_into() -> None:
    found = parse_text(SURVEY.format(title="Giám sát việc cấp nước sạch giai đoạn 2021 - 2025"))
    assert found.metadata.period is None
    assert [one.text for one in found.deadlines] == ["trước ngày 20/4/2026"]


def test_the_title_of_an_appendix_says_the_period_again() -> None:
    found = parse_text(SURVEY.format(title="Giám sát việc cấp nước sạch năm 2026"))
    assert [one.text for one in found.deadlines if one.role == "period"] == ["năm 2026", "NĂM 2026"]


def test_days_below_a_stage_are_in_the_year_of_its_heading() -> None:
    plan = parse_text(
        "ỦY BAN NHÂN DÂN\nPHƯỜNG MỘC SƠN\nSố: 31/KH-UBND\nMộc Sơn, ngày 29 tháng 9 năm 2025\n"
        "KẾ HOẠCH\nTuyển quân năm 2026\nI. CÁC BƯỚC\n"
        "1. Bước 1: Rà soát (hoàn thành trước 20/10/2025)\n- Các thôn họp dân từ 10/10 đến 16/10.\n"
        "2. Bước 2: Giao quân\n- Các thôn bàn giao quân trước ngày 04/3.\n"
    )
    due = {one.text: str(one.due) for one in plan.deadlines}
    assert due["từ 10/10 đến 16/10"] == "2025-10-16"
    assert due["trước ngày 04/3"] == "2026-03-04"


@pytest.mark.parametrize(
    ("ground", "texts"),
    [
        ("Thực hiện Kế hoạch công tác năm 2026 và ý kiến của trường.", []),
        ("Căn cứ thực tế, trường xây dựng Kế hoạch trồng rau năm 2026 như sau:", ["năm 2026"]),
    ],
)
def test_a_plan_that_is_a_ground_has_not_the_own_period(ground: str, texts: list[str]) -> None:
    found = parse_text(
        "TRƯỜNG TIỂU HỌC ĐẠI LỘC\nSố: 5/KH-TH\nĐại Lộc, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\n"
        f"Trồng rau năm 2026\n{ground}\nI. NHIỆM VỤ\n1. Lớp Một tưới rau.\n"
    ).deadlines
    assert [one.text for one in found] == ["năm 2026", *texts]
