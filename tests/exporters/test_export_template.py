"""An office's own workbook: filled below its header, its looks and what stands below kept."""

import os
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.plans import planned
from kehoach_parser import KehoachError, export
from kehoach_parser.exporters import ExportOptions
from kehoach_parser.exporters.base import Template

PLAN = planned(
    "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng hướng dẫn, hoàn thành trước ngày "
    "30/6/2026.",
    "Sở Y tế chủ trì rà soát hồ sơ trong tháng 9/2026.",
    "Sở Tư pháp thẩm định văn bản, hoàn thành từ ngày 01/10/2026 đến ngày 15/11/2026.",
)
HEADER = ("TT", "Nội dung công việc", "Đơn vị chủ trì/phối hợp", "Ngày bắt đầu",
          "Thời gian hoàn thành", "Hạn chót", "Ghi chú")  # fmt: skip


def _office(below: int = 9) -> tuple[Workbook, Worksheet]:
    """Return a workbook with a title, a header in row 4, numbers and a signature below it."""
    book = Workbook()
    book.create_sheet("Hướng dẫn", 0)["A1"] = "Điền vào trang sau"
    sheet = book.worksheets[1]
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "BẢNG PHÂN CÔNG NHIỆM VỤ"
    for column, words in enumerate(HEADER, 1):
        sheet.cell(4, column, words).font = Font(bold=True)
        sheet.cell(5, column, f"({column})")
        cell = sheet.cell(6, column)
        cell.border = Border(bottom=Side("thin"))
        cell.font = Font(name="Times New Roman", size=13, italic=column == 2)
    sheet["B6"].fill = PatternFill("solid", "FFF2CC")
    sheet["F6"].number_format = "d/m/yyyy"
    sheet.merge_cells(f"E{below}:G{below}")
    sheet[f"E{below}"] = "CHÁNH VĂN PHÒNG"
    sheet.row_dimensions[below].height = 40
    return book, sheet


def _filled(book: Workbook) -> Worksheet:
    data = BytesIO()
    book.save(data)
    options = ExportOptions(template=Template("mau.xlsx", data.getvalue()))
    made = export(PLAN, to="xlsx", options=options)
    assert made == export(PLAN, to="xlsx", options=options)
    return load_workbook(BytesIO(made)).worksheets[-1]


def test_columns_are_known_by_their_words() -> None:
    sheet = _filled(_office()[0])
    rows = [[cell.value for cell in row] for row in sheet["A6:G8"]]
    assert [row[0] for row in rows] == [1, 2, 3]
    assert rows[0][2] == "Sở Nội vụ; Sở Tài chính"
    assert [row[4] for row in rows][:2] == ["trước ngày 30/6/2026", "trong tháng 9/2026"]
    assert rows[2][3] == datetime(2026, 10, 1)  # noqa: DTZ001 - a day has no zone
    assert rows[0][5] == datetime(2026, 6, 29)  # noqa: DTZ001 - the same
    assert [row[6] for row in rows] == [None, None, None]


def test_looks_are_those_of_the_offices_row() -> None:
    sheet: Any = _filled(_office()[0])
    for row in (6, 7, 8):
        assert sheet.cell(row, 2).font.italic
        assert sheet.cell(row, 2).fill.fgColor.rgb == "00FFF2CC"
        assert sheet.cell(row, 7).border.bottom.style == "thin"
        assert sheet.cell(row, 6).number_format == "d/m/yyyy"
    assert [sheet.cell(4, column).value for column in range(1, 8)] == list(HEADER)
    assert sheet["A1"].value == "BẢNG PHÂN CÔNG NHIỆM VỤ"


def test_a_form_that_is_bare_below_its_header_wraps_its_words() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("TT", "Nhiệm vụ", "Đơn vị chủ trì"))
    target = BytesIO()
    book.save(target)
    options = ExportOptions(Template("bare.xlsx", target.getvalue()))
    filled: Any = load_workbook(BytesIO(export(PLAN, to="xlsx", options=options))).worksheets[0]
    assert [filled.cell(row, 2).alignment.wrap_text for row in (2, 3, 4)] == [True] * 3


def test_what_stands_below_moves_down_where_it_must() -> None:
    moved: Any = _filled(_office(below=7)[0])
    assert moved["E9"].value == "CHÁNH VĂN PHÒNG"
    assert sorted(map(str, moved.merged_cells.ranges)) == ["A1:G1", "E9:G9"]
    assert moved.row_dimensions[9].height == 40
    assert moved.row_dimensions[7].height is None


def test_rows_that_are_filled_stay_and_numbers_go_on() -> None:
    book, sheet = _office()
    sheet["A6"], sheet["B6"] = 7, "Việc đã có"
    filled = _filled(book)
    assert filled["B6"].value == "Việc đã có"
    assert [filled.cell(row, 1).value for row in (7, 8, 9)] == [8, 9, 10]


def test_words_are_never_a_formula() -> None:
    book, _ = _office()
    task = PLAN.tasks[0].model_copy(update={"text": "=1+1"})
    data = BytesIO()
    book.save(data)
    options = ExportOptions(template=Template("mau.xlsx", data.getvalue()))
    made = export(PLAN.model_copy(update={"tasks": (task,)}), to="xlsx", options=options)
    cell = load_workbook(BytesIO(made)).worksheets[-1]["B6"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_another_machine_fills_it_with_the_same_bytes(tmp_path: Path) -> None:
    book, sheet = _office()
    for area in ("D6:D9", "E6:E9", "F6:F9"):
        rule: Any = DataValidation("list", formula1='"a,b"')
        rule.add(area)
        sheet.add_data_validation(rule)
    book.save(tmp_path / "mau.xlsx")
    (tmp_path / "k.jsonl").write_bytes(export(PLAN, to="jsonl"))
    words = ["export", "k.jsonl", "--to", "xlsx", "--template", "mau.xlsx"]
    made = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "kehoach_parser", *words], cwd=tmp_path, check=True,
            capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(made) == 1


def test_a_workbook_without_such_a_header_is_told() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Nhiệm vụ"
    with pytest.raises(KehoachError, match="không có dòng tiêu đề nào"):
        _filled(book)


def _zipped(name: str, content: str = "<a/>") -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(name, content)
    return data.getvalue()


def test_entities_in_a_template_are_refused() -> None:
    hostile = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    options = ExportOptions(template=Template("mau.xlsx", _zipped("xl/workbook.xml", hostile)))
    with pytest.raises(KehoachError, match="DOCTYPE"):
        export(PLAN, to="xlsx", options=options)


@pytest.mark.parametrize("data", [b"", b"abc", _zipped("word/document.xml"),
                                  _zipped("xl/workbook.xml")])  # fmt: skip
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    options = ExportOptions(template=Template("mau.xlsx", data))
    with pytest.raises(KehoachError, match=r"Tệp mẫu mau\.xlsx không phải bảng tính"):
        export(PLAN, to="xlsx", options=options)


def test_what_refers_to_rows_follows_them() -> None:
    book, sheet = _office(below=8)
    sheet["B8"], sheet["C8"], sheet["D8"] = "=COUNTA(B6:B7)", "=B8+$B$4", "=SUM(C:C, C8)"
    sheet["A8"] = '="lỗi'
    book.worksheets[0]["B1"] = f"='{sheet.title}'!B8+B8"
    sheet.auto_filter.ref, sheet.print_area = "A5:G6", "A1:G8"
    choices: Any = DataValidation("list", '"Xong,Chưa"')
    choices.add("G6:G7")
    sheet.add_data_validation(choices)
    conditions: Any = sheet.conditional_formatting
    conditions.add("F6:F7", Rule("expression", formula=["F6<TODAY()"]))
    filled: Any = _filled(book)
    formulas = [filled[place].value for place in ("A9", "B9", "C9", "D9")]
    assert formulas == ['="lỗi', "=COUNTA(B6:B8)", "=B9+$B$4", "=SUM(C:C, C9)"]
    assert filled.parent.worksheets[0]["B1"].value == f"='{sheet.title}'!B9+B8"
    assert (filled.auto_filter.ref, filled.print_area) == ("A5:G8", f"'{sheet.title}'!$A$1:$G$9")
    assert str(filled.data_validations.dataValidation[0].sqref) == "G6:G8"
    assert [str(one.sqref) for one in filled.conditional_formatting] == ["F6:F8"]


def test_a_time_stands_in_one_column() -> None:
    book, sheet = _office()
    sheet["G4"] = "Tiến độ"
    assert [_filled(book).cell(row, 7).value for row in (6, 7, 8)] == [None] * 3
