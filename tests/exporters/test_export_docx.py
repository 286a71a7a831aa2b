"""docx: laid out as the decree has it, and read by our own parser it gives the same tasks."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document

from exporters.plans import planned, sample, samples
from kehoach_parser import Plan, export, parse_bytes
from kehoach_parser.exporters.duties import duties

NAME = "ke-hoach-ubnd-tinh.docx"


def _opened(*plans: Plan) -> Any:  # noqa: ANN401 - the library's types leave much unknown
    return Document(BytesIO(export(plans, to="docx")))


def _marked(plan: Plan, mark: str) -> Plan:
    return plan.model_copy(update={"metadata": plan.metadata.model_copy(update={"secrecy": mark})})


def test_our_parser_reads_the_same_tasks_from_it() -> None:
    plan = sample(NAME)
    again = parse_bytes(export(plan, to="docx"), name="danh-muc.docx")
    assert again.metadata.issuer == plan.metadata.issuer
    rows = [(duty.task, duty.time) for duty in duties([plan])]
    assert [(duty.task, duty.time) for duty in duties([again])] == rows
    (register,) = [table for table in again.tables if table.role.value == "task_register"]
    leads = [duty.lead for duty in duties([plan])]
    assert [row[register.header.index("Cơ quan chủ trì")] for row in register.rows] == leads


def test_paper_margins_and_letters_are_the_decrees() -> None:
    document = _opened(sample(NAME))
    (section,) = document.sections
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.cm, 1) for margin in margins] == [2.0, 2.0, 3.0, 2.0]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size.pt == 13


def test_head_title_and_signature_stand_where_they_should() -> None:
    plan = sample(NAME)
    document = _opened(plan)
    head, register, closing = document.tables
    left, right = (cell.text for cell in head.rows[0].cells)
    assert left.startswith("ỦY BAN NHÂN DÂN TỈNH SƠN HẢI")
    assert right.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert register.rows[0].cells[1].text == "Nhiệm vụ"
    recipients, signer = (cell.text for cell in closing.rows[0].cells)
    assert recipients.startswith("Nơi nhận:\n- ")
    assert recipients.endswith(".")
    assert signer.startswith("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n")
    assert signer.endswith(plan.metadata.signers[-1].name)
    assert "(Theo Kế hoạch số 187/KH-UBND ngày 12/03/2026" in "\n".join(
        paragraph.text for paragraph in document.paragraphs
    )


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("ke-hoach-tinh-uy.docx", "ĐẢNG CỘNG SẢN VIỆT NAM\n"),
        ("ke-hoach-tinh-doan.md", "ĐOÀN TNCS HỒ CHÍ MINH\n"),
    ],
)
def test_documents_of_the_party_and_its_youth_bear_no_national_name(name: str, head: str) -> None:
    left, right = (cell.text for cell in _opened(sample(name)).tables[0].rows[0].cells)
    assert right.startswith(head)
    assert "\n*\n" in left


def test_a_tall_row_may_break_over_pages() -> None:
    plan = planned("Sở Nội vụ rà soát " + "các hồ sơ đã có " * 60, "Sở Nội vụ gửi báo cáo.")
    with ZipFile(BytesIO(export(plan, to="docx"))) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<w:cantSplit/>") == len(duties([plan])) + 2


def test_the_header_row_is_repeated_and_pages_are_numbered() -> None:
    plan = sample(NAME)
    with ZipFile(BytesIO(export(plan, to="docx"))) as package:
        body = package.read("word/document.xml").decode()
        heads = [package.read(name) for name in package.namelist() if "word/header" in name]
    assert body.count("<w:tblHeader/>") == 1
    assert body.count("<w:cantSplit/>") == len(duties([plan])) + 3
    assert "<w:titlePg/>" in body
    assert sorted(b'w:instr="PAGE"' in head for head in heads) == [False, True]


def test_each_plan_begins_on_a_page_of_its_own() -> None:
    document = _opened(*samples())
    assert len(document.sections) == len(samples())
    assert len(document.tables) == 3 * len(samples())


def test_columns_that_say_nothing_are_left_out() -> None:
    document = _opened(planned("Sở Nội vụ rà soát hồ sơ."))
    assert [cell.text for cell in document.tables[1].rows[0].cells] == [
        "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Mục"
    ]  # fmt: skip


def test_it_counts_as_made_on_the_documents_day() -> None:
    data = export(sample(NAME), to="docx")
    about = Document(BytesIO(data)).core_properties
    assert about.created == about.modified
    assert about.created
    assert about.created.replace(tzinfo=None) == datetime(2026, 3, 12)  # noqa: DTZ001 - as Word has it
    assert (about.author, about.last_modified_by) == ("", "")
    assert {info.date_time for info in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("mark", ["MẬT", "TUYỆT MẬT"])
def test_a_secret_document_carries_its_mark_on_each_page(mark: str) -> None:
    document = _opened(planned("Sở Y tế báo cáo."), _marked(planned("Sở Nội vụ rà soát."), mark))
    plain, secret = document.sections
    for header in (secret.header, secret.first_page_header):
        assert mark in [paragraph.text for paragraph in header.paragraphs]
    for header in (plain.header, plain.first_page_header):
        assert not "".join(paragraph.text for paragraph in header.paragraphs)


def test_it_holds_no_more_of_the_template_than_it_uses() -> None:
    package = ZipFile(BytesIO(export(sample(NAME), to="docx")))
    assert not [name for name in package.namelist() if "thumbnail" in name or "Effects" in name]
    styles = {style.style_id for style in _opened(sample(NAME)).styles}
    assert {"Normal", "TableGrid", "TableNormal", "Header", "HeaderChar"} <= styles
    assert len(styles) < 20
