"""ics: read back with icalendar and expanded with dateutil it says what the plan says."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from exporters.plans import HEAD, planned, sample, samples
from kehoach_parser import Plan, export
from kehoach_parser.exporters import ExportOptions
from kehoach_parser.exporters.occasions import occasions

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
UNDATED = "KẾ HOẠCH\nChỉnh lý tài liệu lưu trữ\n"
FIVE_YEARS = HEAD.replace("lưu trữ năm 2026", "lưu trữ giai đoạn 2026-2030")


def _components(*plans: Plan, alarms: tuple[int, ...] = ()) -> list[Any]:
    data = export(plans, to="ics", options=ExportOptions(alarms=alarms))
    calendar: Any = Calendar.from_ical(data)
    assert calendar.errors == []
    return [*calendar.walk("VEVENT"), *calendar.walk("VTODO")]


def _about(words: str, *, head: str = HEAD, alarms: tuple[int, ...] = ()) -> Any:  # noqa: ANN401
    """Return the component of the one time in a task's words."""
    found = _components(planned(f"Sở Nội vụ rà soát hồ sơ {words}.", head=head), alarms=alarms)
    (component,) = [part for part in found if "Sở Nội vụ" in part["SUMMARY"]]
    return component


def _days(component: Any, most: int = 4) -> list[str]:  # noqa: ANN401
    """Return the first days of a recurrence, as dateutil expands it."""
    start = component.decoded("DTSTART")
    start = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
    rule = rrulestr(component["RRULE"].to_ical().decode(), dtstart=start)
    assert next(iter(rule)) == start
    return [f"{day:%Y-%m-%d}" for day, _ in zip(rule, range(most), strict=False)]


def test_each_deadline_is_an_event_or_a_thing_to_do() -> None:
    plans = [plan for plan in samples() if plan.source.format.value != "pdf"]
    found = _components(*plans)
    assert len(found) == len(occasions(plans))
    for component in found:
        assert {"UID", "DTSTAMP", "SUMMARY"} <= set(component)
    assert len({str(component["UID"]) for component in found}) == len(found)


@pytest.mark.parametrize(
    ("words", "first", "end"),
    [
        ("trước ngày 30/6/2026", date(2026, 6, 29), date(2026, 6, 30)),
        ("chậm nhất ngày 30/6/2026", date(2026, 6, 30), date(2026, 7, 1)),
        ("trong quý II/2026", date(2026, 6, 30), date(2026, 7, 1)),
    ],
)
def test_a_deadline_is_its_last_day(words: str, first: date, end: date) -> None:
    event = _about(words)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (first, end)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_an_hour_is_vietnams() -> None:
    event = _about("trước 17 giờ 00 ngày 30/6/2026")
    assert event.decoded("DTSTART") == datetime(2026, 6, 30, 17, tzinfo=VIETNAM)
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event.decoded("DTSTART").utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("vào ngày 20 hằng tháng", ["2026-02-20", "2026-03-20", "2026-04-20", "2026-05-20"]),
        ("trước ngày 20 hằng tháng", ["2026-02-19", "2026-03-19", "2026-04-19", "2026-05-19"]),
        ("trước ngày 01 hằng tháng", ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
        ("trước ngày 01/7 hằng năm", ["2026-06-30", "2027-06-30", "2028-06-30", "2029-06-30"]),
        ("hằng quý", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("định kỳ 6 tháng", ["2026-06-30", "2026-12-31", "2027-06-30", "2027-12-31"]),
        ("hằng năm", ["2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31"]),
        ("trước ngày 30/11 hằng năm", ["2026-11-29", "2027-11-29", "2028-11-29", "2029-11-29"]),
        ("vào thứ Sáu hằng tuần", ["2026-02-13", "2026-02-20", "2026-02-27", "2026-03-06"]),
    ],
)
def test_what_comes_again_is_expanded_to_its_days(words: str, days: list[str]) -> None:
    assert _days(_about(words, head=FIVE_YEARS)) == days


def test_what_comes_again_ends_with_the_plans_period() -> None:
    assert _days(_about("hằng quý", head=FIVE_YEARS), most=99)[-1] == "2030-12-31"


def test_an_assumed_day_is_called_so() -> None:
    assert "không nêu ngày cụ thể" in _about("hằng quý", head=FIVE_YEARS)["DESCRIPTION"]
    assert "không nêu" not in _about("trước ngày 20 hằng tháng", head=FIVE_YEARS)["DESCRIPTION"]


@pytest.mark.parametrize("words", ["thường xuyên", "ngay sau khi có hướng dẫn của Bộ Nội vụ"])
def test_what_names_no_day_is_a_thing_to_do_without_one(words: str) -> None:
    todo = _about(words)
    assert todo.name == "VTODO"
    assert "DUE" not in todo
    assert words in todo["DESCRIPTION"]


def test_a_recurrence_without_any_year_is_a_thing_to_do() -> None:
    assert _about("hằng quý", head=UNDATED).name == "VTODO"


def test_a_period_is_a_thing_to_do_within_it() -> None:
    (period, *_) = [part for part in _components(planned(head=FIVE_YEARS)) if "DUE" in part]
    assert period.name == "VTODO"
    assert (period.decoded("DTSTART"), period.decoded("DUE")) == (
        date(2026, 1, 1), date(2030, 12, 31)
    )  # fmt: skip


def test_a_time_in_a_title_of_several_lines_is_about_the_whole_title() -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    period = next(part for part in _components(plan) if part.name == "VTODO")
    assert period["SUMMARY"].startswith("Nâng cao chất lượng giải quyết")
    assert "\nVăn bản: 187/KH-UBND ngày 12/03/2026\n" in period["DESCRIPTION"]


def test_the_stamp_is_the_documents_day_and_never_missing() -> None:
    assert _about("hằng quý").decoded("DTSTAMP") == datetime(2026, 2, 10, tzinfo=UTC)
    undated = _about("trước ngày 30/6/2026", head=UNDATED)
    assert undated.decoded("DTSTAMP") == datetime(1980, 1, 1, tzinfo=UTC)


def test_identifiers_are_those_of_the_document_whatever_its_file() -> None:
    docx, pdf = (sample(f"ke-hoach-ubnd-tinh.{suffix}") for suffix in ("docx", "pdf"))
    ours, theirs = ({str(part["UID"]) for part in _components(plan)} for plan in (docx, pdf))
    assert len(ours & theirs) > 0.8 * len(ours)
    other = docx.model_copy(
        update={"metadata": docx.metadata.model_copy(update={"code": "9/KH-UBND"})}
    )
    assert not ours & {str(part["UID"]) for part in _components(other)}


def test_the_same_document_twice_is_in_the_calendar_once() -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    assert len(_components(plan, plan)) == len(_components(plan))


def test_alarms_ring_in_the_morning_some_days_before() -> None:
    event = _about("trước ngày 30/6/2026", alarms=(1, 7, 1))
    triggers = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    rings = [datetime(2026, 6, 29, tzinfo=VIETNAM) + trigger for trigger in triggers]
    assert rings == [datetime(2026, 6, day, 8, tzinfo=VIETNAM) for day in (22, 28)]
    assert not _about("trước ngày 30/6/2026").walk("VALARM")


def test_lines_end_in_cr_lf_and_none_is_longer_than_75_octets() -> None:
    data = export(samples(), to="ics")
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no letter is cut in two


def test_vietnams_time_is_described() -> None:
    calendar: Any = Calendar.from_ical(export(samples(), to="ics"))
    (zone,) = calendar.walk("VTIMEZONE")
    offset = zone.to_tz().utcoffset(datetime(2026, 6, 1))  # noqa: DTZ001 - a local time
    assert (zone["TZID"], offset) == ("Asia/Ho_Chi_Minh", timedelta(hours=7))


def test_words_cannot_break_out_of_their_line() -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ trước ngày 30/6/2026.")
    task = plan.tasks[0].model_copy(update={"text": "a\r\nEND:VEVENT\nX:1", "lead": ("b;c,\\d",)})
    found = _components(plan.model_copy(update={"tasks": (task,)}))
    assert len(found) == len(plan.deadlines)
    assert any("b;c,\\d" in part["DESCRIPTION"] for part in found)
    assert not any("X" in part for part in found)


def test_a_secret_document_says_so_in_each_summary() -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ trước ngày 30/6/2026.")
    marked = plan.metadata.model_copy(update={"secrecy": "MẬT"})
    for component in _components(plan.model_copy(update={"metadata": marked})):
        assert component["SUMMARY"].startswith("[MẬT] ")
        assert component["CLASS"] == "CONFIDENTIAL"


@pytest.mark.parametrize("rule", ["", "FREQ", "FREQ=OFTEN", "FREQ=MONTHLY;INTERVAL=x", "X=1"])
def test_a_rule_that_makes_no_sense_is_left_out(rule: str) -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ hằng quý.", head=FIVE_YEARS)
    times = [
        time.model_copy(update={"rrule": rule}) if time.rrule else time for time in plan.deadlines
    ]
    found = _components(plan.model_copy(update={"deadlines": tuple(times)}))
    assert not any("RRULE" in part for part in found)


def test_a_changed_deadline_updates_its_event() -> None:
    before, after = (
        planned("Rà soát hồ sơ.", f"Sở Nội vụ chỉnh lý tài liệu trước ngày {day}/2026.")
        for day in ("30/6", "15/7")
    )
    ours, theirs = ({str(part["UID"]) for part in _components(plan)} for plan in (before, after))
    assert ours == theirs


def test_a_plan_stored_without_its_text_names_each_time() -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx").model_copy(update={"text": ""})
    assert all(part["SUMMARY"].split(" (")[0] for part in _components(plan))


def test_a_calendar_of_many_plans_has_a_short_name() -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ trước ngày 30/6/2026.")
    calendar: Any = Calendar.from_ical(export([plan] * 40, to="ics"))
    assert calendar["X-WR-CALNAME"] == "Thời hạn: 40 văn bản"


def test_a_files_name_with_a_line_break_stays_in_its_line() -> None:
    plan = planned("Sở Nội vụ báo cáo trước ngày 30/6/2026.", head=UNDATED)
    named = plan.source.model_copy(update={"name": "kế\nhoạch.txt"})
    (component,) = _components(plan.model_copy(update={"source": named}))
    assert component["SUMMARY"].endswith("(kế\\x0ahoạch.txt)")
