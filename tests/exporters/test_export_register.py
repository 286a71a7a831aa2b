"""The register of incoming documents: the decree's columns, what the document says in them."""

import csv
import io
from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook

from exporters.plans import planned, sample, samples
from kehoach_parser import export

PHU_LUC_IV = [
    "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển",
    "Ký nhận", "Ghi chú",
]  # fmt: skip
PHU_LUC_VI = [
    "OrganId", "FileCatalog", "FileNotation", "DocOrdinal", "TypeName", "CodeNumber",
    "CodeNotation", "IssuedDate", "OrganName", "Subject", "Language", "PageAmount", "Description",
    "ArrivalDate", "ArrivalNumber", "Position", "FullName", "Priority", "ToPlaces",
    "TraceHeaderList", "DueDate",
]  # fmt: skip


def test_a_document_is_a_row_of_the_decrees_columns() -> None:
    book = load_workbook(BytesIO(export(sample("ke-hoach-ubnd-tinh.docx"), to="register-xlsx")))
    assert book.sheetnames == ["Sổ đăng ký văn bản đến", "Dữ liệu (Phụ lục VI)"]
    header, row = book.worksheets[0].iter_rows(values_only=True)
    assert list(header) == PHU_LUC_IV
    assert row[2:5] == (
        "Ủy ban nhân dân tỉnh Sơn Hải",
        "187/KH-UBND",
        datetime(2026, 3, 12),  # noqa: DTZ001 - a day has no zone
    )
    assert str(row[5]).startswith("Kế hoạch Nâng cao chất lượng")
    assert [row[place] for place in (0, 1, 6, 7, 8)] == [None] * 5


def test_the_data_of_each_document_have_the_decrees_names() -> None:
    plans = samples()
    book = load_workbook(BytesIO(export(plans, to="register-xlsx")))
    header, *rows = book.worksheets[1].iter_rows(values_only=True)
    assert [str(name).rpartition("(")[2].rstrip(")") for name in header] == PHU_LUC_VI
    assert [row[9] for row in rows] == [plan.metadata.title for plan in plans]


def test_the_same_is_in_csv_a_row_for_each_document() -> None:
    text = export(samples(), to="register-csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == [*PHU_LUC_IV, *PHU_LUC_VI]
    assert [row["CodeNumber"] for row in rows] == [plan.metadata.number or "" for plan in samples()]
    assert [row["Ngày tháng văn bản"] for row in rows] == [
        str(plan.metadata.issued_on or "") for plan in samples()
    ]


def test_urgency_and_secrecy_are_numbers_and_remarks() -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ.")
    marks = {"urgency": "HỎA TỐC", "secrecy": "MẬT"}
    marked = plan.model_copy(update={"metadata": plan.metadata.model_copy(update=marks)})
    text = export([plan, marked], to="register-csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Priority"] for row in rows] == ["0", "3"]
    assert [row["Ghi chú"] for row in rows] == ["", "MẬT; HỎA TỐC"]


def test_data_keep_to_the_decrees_lengths() -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ.")
    title = "rà soát hồ sơ " * 60
    long = plan.model_copy(update={"metadata": plan.metadata.model_copy(update={"title": title})})
    text = export(long, to="register-csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert 480 < len(row["Subject"]) <= 500
    assert row["Subject"].endswith("…")
    assert title.strip() in row["Tên loại và trích yếu nội dung văn bản"]
