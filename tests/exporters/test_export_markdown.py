"""Markdown: read by our own parser it gives the same plan; marks in the words stay words."""

import re

import pytest

from exporters.plans import planned, sample, samples
from kehoach_parser import Plan, export, parse_bytes, parse_text
from kehoach_parser.exporters.markdown import escaped
from kehoach_parser.readers.plain.markup import strip_marks

TABLE_RULE = re.compile(r"^\| --- (?:\| --- )*\|$", re.MULTILINE)


def _again(plan: Plan) -> Plan:
    return parse_bytes(export(plan, to="md"), name="k.md")


@pytest.mark.parametrize("plan", samples(), ids=lambda plan: plan.source.name)
def test_our_parser_reads_the_same_plan_from_it(plan: Plan) -> None:
    again = _again(plan)
    assert [(part.path, part.text) for part in again.sections] == [
        (part.path, part.text) for part in plan.sections
    ]
    assert [task.text for task in again.tasks] == [task.text for task in plan.tasks]
    assert [time.text for time in again.deadlines] == [time.text for time in plan.deadlines]
    for field in ("code", "title", "issuer", "issued_on", "recipients"):
        assert getattr(again.metadata, field) == getattr(plan.metadata, field)


def test_the_summary_below_a_letters_number_stays_whole() -> None:
    plan = parse_text(
        "UBND TỈNH AN BÌNH                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/UBND-KT                      Độc lập - Tự do - Hạnh phúc\n"
        "V/v rà soát các mỏ đá            An Bình, ngày 10 tháng 8 năm 2026\n"
        "trên địa bàn huyện cũ\n\n"
        "           Kính gửi: Sở Xây dựng.\n\n"
        "Yêu cầu Sở Xây dựng báo cáo trước ngày 30/8/2026.\n"
    )
    assert plan.metadata.title == "rà soát các mỏ đá trên địa bàn huyện cũ"
    assert _again(plan).metadata.title == plan.metadata.title


def test_a_work_merged_over_rows_stands_in_each_of_them() -> None:
    html = """<p>UBND TỈNH AN BÌNH</p><p>Số: 5/KH-UBND</p><p>KẾ HOẠCH</p><p>Chống hạn</p>
        <p>PHỤ LỤC</p><table><tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th></tr>
        <tr><td rowspan="2">1</td><td rowspan="2">Nạo vét kênh</td><td>Sở Xây dựng</td></tr>
        <tr><td>UBND các xã</td></tr><tr><td>2</td><td></td><td>Sở Y tế</td></tr></table>"""
    plan = parse_bytes(html.encode(), name="k.html")
    found = [(task.text, task.lead) for task in _again(plan).tasks]
    assert found == [(task.text, task.lead) for task in plan.tasks]
    assert found[:2] == [("Nạo vét kênh", ("Sở Xây dựng",)), ("Nạo vét kênh", ("UBND các xã",))]
    assert "| 2 |  | Sở Y tế |" in export(plan, to="md").decode()


def test_headings_lists_and_tables_are_markdowns_own() -> None:
    text = export(sample("ke-hoach-ubnd-tinh.docx"), to="md").decode()
    assert "\n# KẾ HOẠCH\n" in text
    assert "\n**Nâng cao chất lượng" in text
    assert "\n## I. MỤC ĐÍCH, YÊU CẦU\n" in text
    assert "\n### 1. Mục đích\n" in text
    assert re.search(r"\n\n- Ít nhất 70% .+\n- 100% ", text)
    assert len(TABLE_RULE.findall(text)) == 1
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    "words", ["<script>x</script>", "a * b * c", "a_b_c", "&lt;", "`a`", "a\\b"]
)
def test_what_looks_like_a_mark_is_read_back_as_words(words: str) -> None:
    plan = planned(f"Sở Nội vụ chủ trì rà soát hồ sơ {words} trước ngày 30/6/2026.")
    assert words in plan.tasks[0].text
    assert _again(plan).tasks[0].text == plan.tasks[0].text


@pytest.mark.parametrize(
    "words", ["**a**", "*a*", "[a](http://b)", "__a__", "<br>", "~~a~~", "\\*"]
)
def test_no_mark_in_the_words_has_a_meaning(words: str) -> None:
    assert strip_marks(escaped(words)).text == words


def test_a_plan_without_its_text_still_has_its_outline_and_tasks() -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    short = export(plan.model_copy(update={"text": ""}), to="md").decode()
    assert short.startswith("# KẾ HOẠCH\n\n**Nâng cao")
    for heading in ("## I. MỤC ĐÍCH", "### 1. Mục đích", "| Nhiệm vụ |"):
        assert heading in short
    tasks = [task.text for task in plan.tasks if task.row is None]
    assert tasks
    assert all(text in short for text in tasks)


def test_several_plans_are_parted_by_a_rule() -> None:
    text = export([planned("Sở Y tế báo cáo."), planned("Sở Nội vụ rà soát.")], to="md").decode()
    one, two = text.split("\n\n---\n\n")
    assert "Sở Y tế" in one
    assert "Sở Nội vụ" in two


def test_a_secret_document_begins_with_its_mark() -> None:
    plan = planned("Sở Nội vụ rà soát hồ sơ.")
    marked = plan.metadata.model_copy(update={"secrecy": "MẬT"})
    assert export(plan.model_copy(update={"metadata": marked}), to="md").startswith(
        "**MẬT**\n\n".encode()
    )
