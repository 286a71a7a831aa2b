"""CSV: read back it is the register; what a spreadsheet would run stays words."""

import csv
import io

import pytest

from exporters.plans import planned, sample, samples
from kehoach_parser import Plan, export
from kehoach_parser.exporters.duties import duties
from kehoach_parser.exporters.formulas import neutral, risky


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_task_of_each_plan_is_a_row() -> None:
    rows = _rows(export(samples(), to="csv"))
    assert [(row["Nhiệm vụ"], row["Mục"], row["Thời hạn"]) for row in rows] == [
        (neutral(duty.task), duty.place, duty.time) for duty in duties(samples())
    ]


def test_a_row_says_who_what_and_when() -> None:
    plan = planned(
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng hướng dẫn theo Nghị định số "
        "30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, hoàn thành trước ngày 30/6/2026."
    )
    (row,) = _rows(export(plan, to="csv"))
    assert row["Văn bản"] == "45/KH-UBND"
    assert row["STT"] == "1"
    assert row["Cơ quan chủ trì"] == "Sở Nội vụ"
    assert row["Cơ quan phối hợp"] == "Sở Tài chính"
    assert row["Thời hạn"] == "trước ngày 30/6/2026"
    assert row["Hạn chót"] == "2026-06-29"
    assert row["Căn cứ"] == "Nghị định 30/2020/NĐ-CP"
    assert row["Mục"] == "I/1"
    assert row["Trang"] == ""


def test_bytes_are_those_of_rfc_4180_with_a_mark() -> None:
    data = export(sample("ke-hoach-ubnd-tinh.docx"), to="csv")
    assert data.startswith(b"\xef\xbb\xbfV")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_task_that_a_register_row_repeats_stands_once() -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    repeated = {task.same_as for task in plan.tasks if task.same_as}
    assert repeated
    assert len(duties([plan])) == len(plan.tasks) - len(repeated)


@pytest.mark.parametrize("start", ["=1+1", "+84", "-2", "@SUM(A1)", "\tx", "\rx", " =1", "＝1"])
def test_what_a_spreadsheet_would_run_is_marked_as_words(start: str) -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ.")
    task = plan.tasks[0].model_copy(update={"text": start, "lead": (start,)})
    row = _rows(export(_with(plan, task), to="csv"))[0]
    assert row["Nhiệm vụ"] == f"'{start}"
    assert row["Cơ quan chủ trì"] == f"'{start}"


@pytest.mark.parametrize("harmless", ["a=b", "Sở - ngành", "", "'x", "1-2"])
def test_other_words_stay_as_they_are(harmless: str) -> None:
    assert not risky(harmless)
    assert neutral(harmless) == harmless


def test_a_secret_document_carries_its_mark_in_each_row() -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ.", "Sở Tài chính bố trí kinh phí.")
    secret = plan.model_copy(
        update={"metadata": plan.metadata.model_copy(update={"secrecy": "MẬT"})}
    )
    assert [row["Độ mật"] for row in _rows(export(secret, to="csv"))] == ["MẬT", "MẬT"]


def _with(plan: Plan, *tasks: object) -> Plan:
    return plan.model_copy(update={"tasks": tasks})


def test_a_heading_without_a_number_is_no_part_of_the_place() -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ.")
    task = plan.tasks[0].model_copy(update={"path": "~/2/a"})
    assert _rows(export(_with(plan, task), to="csv"))[0]["Mục"] == "2/a"
