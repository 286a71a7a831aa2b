"""xlsx: opened again it holds the register, real dates, no formula, and its print set-up."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.plans import planned, sample, samples
from kehoach_parser import Plan, export
from kehoach_parser.exporters.duties import duties
from kehoach_parser.exporters.workbooks import LONGEST

SHEETS = ["Nhiệm vụ", "Thời hạn", "Văn bản viện dẫn", "Thông tin", "Lưu ý"]


def _opened(plans: Plan | Sequence[Plan]) -> Workbook:
    return load_workbook(BytesIO(export(plans, to="xlsx")))


def _rows(sheet: Worksheet) -> list[dict[str, object]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def _retold(plan: Plan, **task: object) -> Plan:
    return plan.model_copy(update={"tasks": (plan.tasks[0].model_copy(update=task),)})


def test_the_register_says_who_what_and_when() -> None:
    plan = planned(
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng hướng dẫn theo Nghị định số "
        "30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, hoàn thành trước ngày 30/6/2026."
    )
    book = _opened(plan)
    assert book.sheetnames == SHEETS
    (row,) = _rows(book["Nhiệm vụ"])
    assert list(row) == [
        "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Hạn chót",
        "Sản phẩm", "Căn cứ", "Mục", "Trang",
    ]  # fmt: skip
    assert (row["STT"], row["Cơ quan chủ trì"], row["Cơ quan phối hợp"]) == (
        1, "Sở Nội vụ", "Sở Tài chính"
    )  # fmt: skip
    assert row["Hạn chót"] == datetime(2026, 6, 29)  # noqa: DTZ001 - a day has no zone
    assert row["Căn cứ"] == "Nghị định 30/2020/NĐ-CP"


def test_each_task_deadline_and_reference_of_a_sample_is_there() -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    book = _opened(plan)
    assert [row["Nhiệm vụ"] for row in _rows(book["Nhiệm vụ"])] == [
        duty.task for duty in duties([plan])
    ]
    times = _rows(book["Thời hạn"])
    assert [row["Thời hạn"] for row in times] == [deadline.text for deadline in plan.deadlines]
    assert [_day(row["Đến ngày"]) for row in times] == [time.due for time in plan.deadlines]
    cited = _rows(book["Văn bản viện dẫn"])
    assert [row["Số, ký hiệu"] for row in cited] == [found.code for found in plan.references]
    facts = {row["Thông tin"]: row["Nội dung"] for row in _rows(book["Thông tin"])}
    assert facts["Số, ký hiệu"] == plan.metadata.code
    assert _day(facts["Ngày ban hành"]) == plan.metadata.issued_on
    assert len(_rows(book["Lưu ý"])) == len(plan.diagnostics)


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None


def test_several_plans_name_their_documents_in_each_row() -> None:
    book = _opened(samples())
    for sheet in book.worksheets:
        assert sheet["A1"].value == "Văn bản"
    assert {row["Văn bản"] for row in _rows(book["Nhiệm vụ"])} == {
        plan.metadata.code or plan.source.name for plan in samples() if plan.tasks
    }


def test_a_sheet_is_ready_to_filter_and_to_print() -> None:
    sheet: Any = _opened(sample("ke-hoach-ubnd-tinh.docx"))["Nhiệm vụ"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.fitToHeight == 0
    body = sheet["B2"]
    assert body.alignment.wrap_text
    assert body.font.name == "Times New Roman"
    heights = [sheet.row_dimensions[row].height for row in (2, 3, 4)]
    assert all(height and height > 15 for height in heights)


def test_colours_of_last_days_are_formulas_of_the_day_of_reading() -> None:
    sheet: Any = _opened(sample("ke-hoach-ubnd-tinh.docx"))["Nhiệm vụ"]
    header = [cell.value for cell in sheet[1]]
    column = "ABCDEFGHIJKLMN"[header.index("Hạn chót")]
    rules = [
        (str(area.sqref), rule.formula[0])
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    assert rules[0] == (
        f"{column}2:{column}{sheet.max_row}",
        f"AND(ISNUMBER(${column}2),${column}2<TODAY())",
    )
    assert len(rules) == 3


@pytest.mark.parametrize("start", ["=1+1", "+84", "-2", "@SUM(A1)", "\tx", "=HYPERLINK(1)"])
def test_nothing_is_a_formula_or_a_link(start: str) -> None:
    plan = _retold(planned("Sở Nội vụ chủ trì rà soát hồ sơ."), text=start, lead=(start,))
    sheet = _opened(plan)["Nhiệm vụ"]
    for place in ("B2", "C2"):
        cell = sheet[place]
        assert (cell.data_type, cell.value) == ("s", start)
        assert cell.quotePrefix
        assert cell.hyperlink is None


def test_an_address_stays_words() -> None:
    plan = _retold(planned("Sở Nội vụ chủ trì rà soát hồ sơ."), text="https://example.vn/a")
    assert _opened(plan)["Nhiệm vụ"]["B2"].hyperlink is None


def test_more_words_than_a_cell_holds_are_cut() -> None:
    plan = _retold(planned("Sở Nội vụ chủ trì rà soát hồ sơ."), text="a " * LONGEST)
    assert len(str(_opened(plan)["Nhiệm vụ"]["B2"].value)) == LONGEST


def test_a_day_before_excel_begins_is_words() -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ, hoàn thành trước ngày 30/6/2026.")
    early = plan.deadlines[-1].model_copy(update={"due": date(1885, 1, 2), "strict_due": None})
    old = plan.model_copy(update={"deadlines": (*plan.deadlines[:-1], early)})
    assert _rows(_opened(old)["Nhiệm vụ"])[0]["Hạn chót"] == "1885-01-02"


def test_it_counts_as_made_on_the_documents_day() -> None:
    made = _opened(sample("ke-hoach-ubnd-tinh.docx")).properties
    assert made.created == made.modified == datetime(2026, 3, 12)  # noqa: DTZ001 - as openpyxl has it


def test_a_secret_document_carries_its_mark_on_each_page() -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ.")
    marked = plan.metadata.model_copy(update={"secrecy": "TỐI MẬT"})
    book = _opened([plan, plan.model_copy(update={"metadata": marked})])
    for sheet in book.worksheets:
        assert sheet.oddHeader
        assert sheet.oddHeader.right.text == "TỐI MẬT"
    assert [row["Độ mật"] for row in _rows(book["Nhiệm vụ"])] == [None, "TỐI MẬT"]
