"""The page as it stands in the file: all text, all facts, one policy, the same bytes each time."""

import base64
import hashlib
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

import pytest

from exporters.plans import planned, sample, samples
from kehoach_parser import Plan, export, parse_text
from kehoach_parser.exporters import ExportOptions
from kehoach_parser.exporters.page.tasks import days_of
from kehoach_parser.exporters.page.timeline import groups, overview
from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.model import Deadline, DeadlineKind, DeadlineRole, Modality

PLAN = sample("ke-hoach-ubnd-tinh.pdf")
DAY = date(2026, 6, 30)
BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "tr", "li", "dd", "section"}


class Read(HTMLParser):
    """The text of each block by the element with an id that it stands in, and all ids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.names: list[str] = []
        self.links: list[str] = []
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []
        self.names += list(found)
        if tag in BLOCKS or tag == "br":
            self.lines.append("")
        if tag in {"td", "th"} and self.lines[-1]:
            self.lines[-1] += " | "

    def handle_data(self, data: str) -> None:
        if self.lines:
            self.lines[-1] += data.strip("\n")


def page(plan: Plan) -> str:
    """Return the page of a plan."""
    return export(plan, to="html").decode()


def read(text: str) -> Read:
    """Return what stands in a page."""
    found = Read()
    found.feed(text)
    found.close()
    return found


@pytest.mark.parametrize("plan", samples(), ids=lambda plan: plan.source.name)
def test_each_paragraph_of_the_text_stands_in_the_page(plan: Plan) -> None:
    lines = {line.strip() for line in read(page(plan)).lines}
    inside = [range(*table.span) for table in plan.tables]
    places = accumulate((len(line) + 1 for line in plan.text.split("\n")), initial=0)
    wanted = [
        line
        for place, line in zip(places, plan.text.split("\n"), strict=False)
        if not any(place in span for span in inside)
    ]
    assert [line for line in wanted if line not in lines] == []


def test_each_row_of_a_register_is_a_row_of_cells() -> None:
    text = page(PLAN)
    (register,) = [table for table in PLAN.tables if table.role == "task_register"]
    assert text.count("<tr>") >= len(register.rows)
    row = next(row for row in register.rows if all(row))
    shown = [
        [unescape(re.sub("<[^>]*>", "", cell)) for cell in re.findall("<td[^>]*>(.*?)</td>", line)]
        for line in re.findall("<tr>(.*?)</tr>", text)
    ]
    assert any(cells[:2] == list(row[:2]) for cells in shown)


def test_a_cell_that_a_merge_covers_stays_empty() -> None:
    assert "<td></td>" in page(sample("quyet-dinh-kem-ke-hoach.html"))


def test_a_row_of_one_cell_goes_across_its_table() -> None:
    plan = parse_text(
        "KẾ HOẠCH\nTập huấn văn thư\n\n| TT | Nhiệm vụ | Đơn vị chủ trì |\n| --- | --- | --- |\n"
        "| Nhóm việc thứ nhất | | |\n| 1 | Lập danh mục hồ sơ | Sở Nội vụ |\n"
    )
    assert '<tr><td colspan="3" class="across">Nhóm việc thứ nhất</td></tr>' in page(plan)


@pytest.mark.parametrize("plan", samples(), ids=lambda plan: plan.source.name)
def test_each_fact_has_its_place_and_its_entry(plan: Plan) -> None:
    found = read(page(plan))
    facts = [item.id for item in (*plan.tasks, *plan.deadlines, *plan.citations, *plan.sections)]
    assert sorted(set(facts) - set(found.ids)) == []
    places = {link.removeprefix("#") for link in found.links}
    assert places <= set(found.ids)
    assert {item.id for item in (*plan.tasks, *plan.deadlines, *plan.sections)} <= places
    assert {unit.id for unit in plan.units} <= set(found.ids)


def test_no_two_elements_share_an_id_even_with_several_plans() -> None:
    ids = read(export(samples(), to="html").decode()).ids
    assert len(ids) == len(set(ids))


def test_nothing_in_the_page_leads_out_of_it_or_runs_beside_the_policy() -> None:
    found = read(page(PLAN))
    assert {link[0] for link in found.links} == {"#"}
    assert not {name for name in found.names if name.startswith("on") or name == "style"}


def test_the_policy_names_exactly_the_style_and_script_that_stand_in_the_page() -> None:
    text = page(PLAN)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    for name, rule in (("style", "style-src"), ("script", "script-src")):
        parts = re.findall(rf"<{name}[^>]*>(.*?)</{name}>", text, re.DOTALL)
        digests = (hashlib.sha256(part.encode()).digest() for part in parts)
        hashes = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
        assert rules[rule] == " ".join(hashes)


def test_the_same_plan_gives_the_same_page_from_its_json() -> None:
    assert page(Plan.model_validate_json(PLAN.model_dump_json())) == page(PLAN)


def test_the_page_speaks_english_where_it_is_asked_to() -> None:
    text = export(PLAN, to="html", options=ExportOptions(language="en")).decode()
    assert '<html lang="en">' in text
    assert "before 2026-06-30" in text
    assert "Nhiệm vụ <i>" not in text
    assert '<div class="doc" lang="vi">' in text


def test_a_secret_document_says_so_above_its_text() -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ.")
    secret = plan.metadata.model_copy(update={"secrecy": "MẬT"})
    assert "<strong>MẬT</strong>" in page(plan.model_copy(update={"metadata": secret}))
    assert 'class="secret"' not in page(plan)


# --------------------------------------------------------------------- timeline


def deadline(due: date | None, **more: object) -> Deadline:
    """Return a deadline of a day."""
    fields = {"id": "d1", "text": "x", "span": (0, 1), "kind": DeadlineKind.DATE,
              "role": DeadlineRole.DEADLINE, "due": due, **more}  # fmt: skip
    return Deadline.model_validate(fields)


def test_the_timeline_goes_by_month_then_what_names_no_day_then_periods() -> None:
    items = [
        deadline(None, kind=DeadlineKind.ONGOING),
        deadline(date(2030, 12, 31), role=DeadlineRole.PERIOD),
        deadline(date(2027, 1, 5)),
        deadline(date(2026, 6, 30)),
        deadline(None, kind=DeadlineKind.RECURRING),
        deadline(date(2026, 6, 1)),
    ]
    found = groups(items, Wording("vi"))
    assert [(group.heading, len(group.deadlines)) for group in found] == [
        ("Tháng 6/2026", 2), ("Tháng 1/2027", 1), ("Định kỳ", 1), ("Thường xuyên", 1),
        ("Thời kỳ", 1),
    ]  # fmt: skip
    assert [item.due for item in found[0].deadlines] == [date(2026, 6, 1), date(2026, 6, 30)]


@pytest.mark.parametrize(
    ("last", "label", "bars"),
    [
        (date(2026, 3, 1), "Tháng 3/2026: 2 thời hạn", 2),
        (date(2031, 5, 1), "Quý 2/2031: 2 thời hạn", 2),
        (date(2045, 5, 1), "Năm 2045: 2 thời hạn", 2),
    ],
)
def test_the_overview_counts_by_month_quarter_or_year(last: date, label: str, bars: int) -> None:
    found = overview([deadline(date(2026, 1, 5)), deadline(last), deadline(last)], Wording("vi"))
    assert found
    assert (found.bars[-1].label, len(found.bars)) == (label, bars)
    assert found.bars[0].height * 2 == found.bars[-1].height


def test_a_single_month_needs_no_overview() -> None:
    assert overview([deadline(date(2026, 1, 5)), deadline(date(2026, 1, 9))], Wording("vi")) is None
    assert overview([], Wording("vi")) is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (deadline(DAY, modality=Modality.BEFORE), "trước 30/06/2026"),
        (deadline(DAY, modality=Modality.BY), "đến 30/06/2026"),
        (deadline(DAY, start=DAY, time="17:00"), "17:00 ngày 30/06/2026"),
        (deadline(DAY, start=date(2026, 4, 1)), "01/04/2026 - 30/06/2026"),
        (deadline(None, start=date(2026, 4, 1)), "từ 01/04/2026"),
        (deadline(None, kind=DeadlineKind.ONGOING), "Thường xuyên"),
    ],
)  # fmt: skip
def test_days_are_written_as_people_write_them(given: Deadline, words: str) -> None:
    assert Wording("vi").when(given) == words


def test_a_plan_without_its_text_says_so() -> None:
    assert "không kèm toàn văn" not in page(PLAN)
    assert "không kèm toàn văn" in page(PLAN.model_copy(update={"text": ""}))


def test_a_plan_is_no_basis_of_its_own_tasks() -> None:
    words = "Sở Nội vụ rà soát theo Kế hoạch này và Kế hoạch số 12/KH-UBND."
    lines = page(planned(words)).split("Căn cứ")
    assert "45/KH-UBND" not in lines[1].split("</div>")[0]
    assert "12/KH-UBND" in lines[1].split("</div>")[0]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (deadline(DAY, start=date(2026, 4, 1)), "2026-06-30"),
        (deadline(None, start=DAY), "2026-06-30+"),
        (deadline(None, kind=DeadlineKind.ONGOING), "r"),
        (deadline(None), "x"),
    ],
)
def test_what_only_begins_is_told_from_what_ends(given: Deadline, words: str) -> None:
    assert days_of((given,)) == words
