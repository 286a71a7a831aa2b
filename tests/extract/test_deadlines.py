"""Which time expressions are deadlines, with their roles: sentences, titles and tables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from case_files import Case, each_case
from extract.small_plan import dates_of
from kehoach_parser import parse_text
from kehoach_parser.extract.deadlines import plan_period
from kehoach_parser.model import Deadline

WORDS = st.sampled_from((
    "trước", "ngày", "15/6", "hằng", "năm", "2026", "quý II", "/2026", "đến", "từ", "khi",
    "có", "yêu cầu", "mùng", "phút", "xong", "HK2", "trung tuần", "các", "T9", "mỗi", "lần",
    "48 giờ", "tháng", "tháng Chạp", "nay", "trong", "kể từ ngày ký", "thứ Hai", "năm học",
    "định kỳ", "6 tháng", "thường xuyên", "tuần", "cuối", "31/02", "8h30", "Tết", "–",
))  # fmt: skip


def shown(found: Deadline) -> list[object]:
    days = [day.isoformat() if day else None for day in (found.start, found.due)]
    return [found.text, found.role.value, *days, *([found.rrule] if found.rrule else [])]


@each_case("deadlines", "deadlines_plans")
def test_sentences(case: Case) -> None:
    found = dates_of(
        case["lines"],
        title=case.get("title", ""),
        issued_on=case.get("issued_on"),
        kind=case.get("kind", "tasks"),
        cited=case.get("cited"),
        table=case.get("table"),
    )
    assert [shown(one) for one in found.deadlines] == case["expect"], case["phenomenon"]


def test_time_column_gives_bare_stretches_their_sense() -> None:
    table = [
        ["TT", "Nhiệm vụ", "Thời hạn hoàn thành", "Sản phẩm năm 2026"],
        ["1", "Trồng cây", "Quý II", "Báo cáo năm 2026"],
        ["2", "Tưới nước", "30/6", "Sổ theo dõi hằng tháng"],
        ["3", "Tỉa cành", "Thường xuyên trong năm", ""],
        ["4", "Kiểm đếm", "Hằng năm", ""],
        ["5", "Bón phân", "T9/2026", ""],
        ["6", "Thay cây", "Theo tiến độ của dự án năm 2027", ""],
    ]
    found = dates_of([], title="Chăm sóc cây xanh năm 2026", table=table).deadlines[1:]
    assert [shown(one) for one in found] == [
        ["Quý II", "deadline", "2026-04-01", "2026-06-30"],
        ["30/6", "deadline", "2026-06-30", "2026-06-30"],
        ["Thường xuyên trong năm", "deadline", None, None],
        ["Hằng năm", "deadline", None, None, "FREQ=YEARLY"],
        ["T9/2026", "deadline", "2026-09-01", "2026-09-30"],
        ["Theo tiến độ của dự án năm 2027", "deadline", None, None],
    ]
    assert [one.modality for one in found[:2]] == ["within", "by"]
    assert found[-1].kind == "conditional"


def test_columns_of_beginnings_and_ends() -> None:
    table = [
        ["Nhiệm vụ", "Bắt đầu", "Kết thúc", "Thời gian bắt đầu - kết thúc"],
        ["Trồng cây", "01/4/2026", "30/6/2026", "Quý II/2026"],
        ["Tưới nước", "Tháng 5/2026", "trước 30/9/2026", ""],
    ]
    found = dates_of([], title="Chăm sóc cây xanh năm 2026", table=table).deadlines[1:]
    assert [(one.modality, shown(one)[2:]) for one in found] == [
        ("from", ["2026-04-01", None]),
        ("by", ["2026-06-30", "2026-06-30"]),
        ("within", ["2026-04-01", "2026-06-30"]),
        ("from", ["2026-05-01", None]),
        ("before", [None, "2026-09-30"]),
    ]


def test_year_in_the_column_header_fills_its_cells() -> None:
    table = [["Nội dung", "Thời gian (Năm 2027)"], ["Tập huấn", "ngày 23 tháng 1"]]
    found = dates_of([], issued_on="2026-03-01", table=table)
    assert [shown(one)[2:] for one in found.deadlines] == [["2027-01-23", "2027-01-23"]]
    assert found.deadlines[0].year_source == "sibling"
    assert found.findings == ()


def test_hours_of_a_timetable_are_on_the_day_named_before() -> None:
    lines = ["Thời gian: Buổi sáng, ngày 18 tháng 4 năm 2026."]
    lines.append("Thường xuyên kiểm tra âm thanh.")
    table = [["THỜI GIAN", "NỘI DUNG"], ["8h30 - 8h45", "Khai mạc"], ["8h45 - 9h00", "Phát biểu"]]
    found = dates_of(lines, issued_on="2026-04-01", table=table).deadlines
    found = tuple(one for one in found if one.role == "event")
    assert [shown(one) for one in found] == [
        ["8h30 - 8h45", "event", "2026-04-18", "2026-04-18"],
        ["8h45 - 9h00", "event", "2026-04-18", "2026-04-18"],
    ]
    assert [one.time for one in found] == ["08:45", "09:00"]


def test_a_text_may_begin_with_what_parts_two_days() -> None:
    assert not parse_text(", 31/12/2026 phải xong.").deadlines


def test_an_inferred_year_is_said() -> None:
    found = dates_of(["Gửi danh sách trước ngày 20/9."], issued_on="2026-03-01")
    (one,) = found.findings
    assert one.code == "year-inferred"
    assert one.span == found.deadlines[0].span
    assert dict(one.params) == {"text": "trước ngày 20/9", "year": "2026"}


def test_a_stated_year_needs_no_finding() -> None:
    assert dates_of(["Gửi danh sách trước ngày 20/9/2026."], issued_on="2026-03-01").findings == ()


def test_window_of_a_report() -> None:
    lines = ["Số liệu báo cáo từ ngày 01/01/2026 đến ngày 30/6/2026."]
    (found,) = dates_of(lines, issued_on="2026-07-01").deadlines
    assert found.window is not None
    assert (str(found.window.start), str(found.window.end)) == ("2026-01-01", "2026-06-30")


@pytest.mark.parametrize(
    ("title", "words", "start", "end"),
    [
        ("Trồng cây năm 2026", "năm 2026", "2026-01-01", "2026-12-31"),
        ("Trồng cây giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030", "2026-01-01", "2030-12-31"),
        ("Trồng cây đến năm 2030, tầm nhìn 2045", "đến năm 2030", "None", "2030-12-31"),
        ("Trồng cây QUÝ II NĂM 2026", "QUÝ II NĂM 2026", "2026-04-01", "2026-06-30"),
        ("Tổng kết năm 2025 và nhiệm vụ năm 2026", "năm 2026", "2026-01-01", "2026-12-31"),
        ("Hoạt động năm học 2025-2026", "năm học 2025-2026", "None", "None"),
        ("Lịch trực từ ngày 09/3 đến ngày 13/3/2026", "từ ngày 09/3 đến ngày 13/3/2026",
         "2026-03-09", "2026-03-13"),
        ("Công tác tuần 1 (từ 29/12 đến 02/01/2026)", "từ 29/12 đến 02/01/2026",
         "2025-12-29", "2026-01-02"),
    ],
)  # fmt: skip
def test_plan_period(title: str, words: str, start: str, end: str) -> None:
    period = plan_period(title, 100)
    assert period is not None
    assert (period.text, str(period.start), str(period.end)) == (words, start, end)
    assert title[period.span[0] - 100 : period.span[1] - 100] == words


@pytest.mark.parametrize(
    "title",
    ["Thực hiện Chỉ thị số 3/CT-TTg ngày 30/01/2026", "Tổng kết Đề án giai đoạn 2021-2025",
     "Lịch họp ngày 13/3/2026", ""],
)  # fmt: skip
def test_titles_without_a_period_of_their_own(title: str) -> None:
    assert plan_period(title, 0) is None


@settings(derandomize=True)
@given(st.lists(WORDS, max_size=12))
def test_any_words_give_spans_of_the_text(words: list[str]) -> None:
    lines = [" ".join(words)] if words else []
    found = dates_of(lines, title="Trồng cây năm 2026").deadlines
    text = "\n".join(["Trồng cây năm 2026", *lines])
    assert all(text[slice(*one.span)] == one.text for one in found)
    ends = [one.span[1] for one in found]
    starts = [one.span[0] for one in found]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert all(one.start <= one.due for one in found if one.start and one.due)
