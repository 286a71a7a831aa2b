"""The page as its reader uses it: light, clicks, filters, search, keys; phone, print, no script."""

import io
import re

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from exporters.page.browser import Seen, Window
from exporters.page.long_plan import long_plan
from exporters.plans import planned, sample, samples
from kehoach_parser import Plan, parse_bytes

PLAN = sample("ke-hoach-ubnd-tinh.pdf")
TASKS = len(PLAN.tasks)
PHONE = 390
NARROW = 120
"""Pixels in which a few words of a head still fit."""


def task(plan: Plan, words: str) -> str:
    """Return the id of the task that begins with some words."""
    return next(item.id for item in plan.tasks if item.text.startswith(words))


def in_view(page: Page, selector: str) -> bool:
    """Return whether an element can be seen where the page is scrolled to."""
    box = page.locator(selector).first.bounding_box()
    return box is not None and 0 <= box["y"] < 850


def open_tab(seen: Seen, name: str) -> None:
    """Open a list by its tab."""
    seen.page.click(f"#tab-{name}")


# --------------------------------------------------------------------- light, click


def test_what_the_mouse_points_at_is_lit_on_both_sides(window: Window) -> None:
    seen = window.open(PLAN)
    first = task(PLAN, "Rà soát, đơn giản hóa")
    seen.page.hover(f"#tasks [data-f={first}] .w")
    assert seen.lit() == {next(item.text for item in PLAN.tasks if item.id == first)}
    seen.page.hover("#d5")
    expect(seen.page.locator("#tasks em.lit")).to_have_text(["Trước ngày 30/6/2026"])
    seen.page.hover("#hint ~ button, #theme")
    assert seen.lit() == set()


def test_a_body_is_lit_wherever_it_is_named(window: Window) -> None:
    seen = window.open(PLAN)
    unit = next(unit for unit in PLAN.units if unit.name == "Sở Nội vụ")
    seen.page.hover(f"#tasks u[data-f={unit.id}] >> nth=0")
    assert seen.page.locator(".doc .lit").count() == len(unit.mentions)


def test_a_click_in_a_list_brings_the_place_in_the_text_into_view(window: Window) -> None:
    seen = window.open(PLAN)
    last = PLAN.tasks[-1].id
    assert not in_view(seen.page, f"#{last}")
    seen.page.click(f"#tasks > .cards > [data-f={last}] .w")
    assert in_view(seen.page, f"#{last}")
    assert seen.lit() == {PLAN.tasks[-1].text}


@pytest.mark.parametrize("width", [1366, PHONE])
def test_a_place_far_down_a_long_plan_comes_into_view(window: Window, width: int) -> None:
    plan = long_plan()
    seen = window.open(plan, width=width)
    for number in (400, 20, -1):
        if width == PHONE:
            seen.page.click("[data-show=facts]")
        seen.page.click(f"#tasks > .cards > [data-f={plan.tasks[number].id}] .w")
        seen.page.wait_for_timeout(200)
        assert in_view(seen.page, f"#{plan.tasks[number].id}")


def test_a_click_in_the_text_opens_the_list_that_has_the_fact(window: Window) -> None:
    seen = window.open(PLAN)
    seen.page.click("#c1")
    expect(seen.page.locator("#tab-references")).to_have_attribute("aria-selected", "true")
    expect(seen.page.locator("#references li.lit")).to_have_count(1)
    seen.page.click("#m-code")
    expect(seen.page.locator("#about dd .lit")).to_have_text(["187/KH-UBND"])


def test_a_bar_of_the_overview_leads_to_its_month(window: Window) -> None:
    seen = window.open(PLAN)
    open_tab(seen, "deadlines")
    assert not in_view(seen.page, "#w-2030-12")
    seen.page.click("#deadlines .bars a >> nth=-1")
    assert in_view(seen.page, "#w-2030-12")


def test_each_kind_of_colour_can_be_switched_off(window: Window) -> None:
    seen = window.open(PLAN)
    before = seen.page.locator("#t1").evaluate("e => getComputedStyle(e).backgroundColor")
    seen.page.uncheck(".layers [value=t]")
    after = seen.page.locator("#t1").evaluate("e => getComputedStyle(e).backgroundColor")
    assert before != after == "rgba(0, 0, 0, 0)"


# --------------------------------------------------------------------- filters


def test_a_body_filters_its_tasks_and_their_deadlines(window: Window) -> None:
    seen = window.open(PLAN)
    named = [t for t in PLAN.tasks if "Sở Nội vụ" in (*t.lead, *t.coordinating)]
    leading = [t for t in PLAN.tasks if "Sở Nội vụ" in t.lead]
    assert TASKS > len(named) > len(leading) > 0
    seen.page.select_option("[name=unit]", label=f"Sở Nội vụ ({len(named)})")
    assert seen.cards("tasks") == len(named)
    expect(seen.page.locator(".count")).to_have_text(f"{len(named)}/{TASKS} mục")
    seen.page.check("[name=lead]")
    assert seen.cards("tasks") == len(leading)
    open_tab(seen, "deadlines")
    assert seen.cards("deadlines") == len({name for t in leading for name in t.deadlines})
    seen.page.click("[type=reset]")
    expect(seen.page.locator(".count")).to_have_text("")
    assert seen.cards("deadlines") == len(PLAN.deadlines)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-09", {"Tháng 9/2026", "Quý III/2026", "Quý II và quý III/2026"}),
        ("none", set[str]()),
        ("7", {"Trước ngày 30/6/2026"}),
        ("30", {"Trước ngày 30/6/2026", "Quý II/2026"}),
    ],
)
def test_time_filters_tasks(window: Window, value: str, words: set[str]) -> None:
    seen = window.open(PLAN, today="2026-06-25T09:00:00+07:00")
    seen.page.select_option("[name=time]", value)
    shown = set(seen.page.locator("#tasks > .cards > li:visible em").all_text_contents())
    assert seen.cards("tasks") > 0
    assert words <= shown if words else not shown


def test_what_is_past_is_told_from_the_readers_own_day(window: Window) -> None:
    seen = window.open(PLAN, today="2026-06-25T09:00:00+07:00")
    open_tab(seen, "deadlines")
    past = seen.page.locator("#deadlines .past .at b").all_text_contents()
    assert "đến 15/06/2026" in past
    assert "trước 30/06/2026" not in past
    seen.page.select_option("[name=time]", "past")
    assert seen.cards("deadlines") == len(past)


def test_what_has_begun_without_an_end_is_not_past(window: Window) -> None:
    words = "Sở Nội vụ rà soát hồ sơ từ ngày 01/3/2026."
    seen = window.open(planned(words), today="2026-06-25T09:00:00+07:00")
    open_tab(seen, "deadlines")
    assert seen.page.locator("#deadlines .at b", has_text="từ 01/03/2026").count() == 1
    assert seen.page.locator("#deadlines .past").count() == 0


# --------------------------------------------------------------------- search


def test_search_finds_with_and_without_accents(window: Window) -> None:
    seen = window.open(PLAN)
    many = PLAN.text.count("Sở Khoa học")
    tasks = seen.page.locator("#tasks > .cards > li:visible")
    for query in ("so khoa hoc", "Sở Khoa học", "SỞ  KHOA HỌC", "sở khoa"):
        seen.page.fill("#search", query)
        expect(seen.page.locator("#hits")).to_have_text(f"{many} chỗ trong văn bản")
        assert 0 < tasks.count() < TASKS
        assert all("Sở Khoa học" in text for text in tasks.all_text_contents())
        seen.page.keyboard.press("Escape")
        expect(seen.page.locator("#hits")).to_have_text("")


def test_enter_goes_from_hit_to_hit_and_escape_ends_the_search(window: Window) -> None:
    seen = window.open(PLAN)
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("tham mưu chủ trương")
    expect(seen.page.locator("#hits")).to_have_text("1 chỗ trong văn bản")
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("#hits")).to_have_text("1/1 chỗ trong văn bản")
    assert in_view(seen.page, f"#{PLAN.tasks[-1].id}")
    seen.page.keyboard.press("Escape")
    expect(seen.page.locator("#search")).to_have_value("")
    assert seen.cards("tasks") == TASKS


def test_what_is_not_there_is_said(window: Window) -> None:
    seen = window.open(PLAN)
    seen.page.fill("#search", "đường sắt")
    expect(seen.page.locator("#hits")).to_have_text("Không thấy trong văn bản")
    assert seen.cards("tasks") == 0


# --------------------------------------------------------------------- keys


def test_keys_go_through_the_tasks_and_light_them(window: Window) -> None:
    seen = window.open(PLAN)
    for key in ("j", "j", "ArrowDown"):
        seen.page.keyboard.press(key)
    assert seen.lit() == {PLAN.tasks[2].text}
    seen.page.keyboard.press("k")
    assert seen.lit() == {PLAN.tasks[1].text}
    assert in_view(seen.page, f"#{PLAN.tasks[1].id}")


def test_tab_reaches_each_part_and_stops_once_in_a_list(window: Window) -> None:
    seen = window.open(PLAN)
    stops: list[str] = []
    for _ in range(40):
        seen.page.keyboard.press("Tab")
        stops.append(seen.page.evaluate(
            "() => document.activeElement.id || document.activeElement.className"
            " || document.activeElement.name || document.activeElement.tagName"
        ))  # fmt: skip
        if stops[-1] == "BODY":
            break
    assert stops[:3] == ["skip", "search", "theme"]
    assert {"text", "tab-tasks", "unit", "lead", "time"} <= set(stops)
    assert stops.count("at") == 1


def test_arrows_turn_the_tabs(window: Window) -> None:
    seen = window.open(PLAN)
    seen.page.focus("#tab-tasks")
    seen.page.keyboard.press("ArrowLeft")
    expect(seen.page.locator("#tab-notes")).to_be_focused()
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowRight")
    expect(seen.page.locator("#deadlines")).to_be_visible()
    expect(seen.page.locator("#tasks")).to_be_hidden()


# --------------------------------------------------------------------- several plans


def test_several_plans_are_shown_one_at_a_time(window: Window) -> None:
    plans = samples()
    seen = window.open(plans)
    expect(seen.page.locator(".plan:visible")).to_have_count(1)
    seen.page.fill("#search", "ke hoach")
    for index, plan in enumerate(plans):
        seen.page.select_option("#which", index=index)
        expect(seen.page.locator(".plan:visible .call")).to_contain_text(plan.metadata.code or "")
        assert seen.cards(f"p{index + 1}-tasks") <= len(plan.tasks)
    seen.page.keyboard.press("Escape")
    seen.page.select_option("#which", index=1)
    seen.page.locator("#which").blur()
    seen.page.keyboard.press("j")
    assert seen.lit() == {plans[1].tasks[0].text}


# --------------------------------------------------------------------- dark, phone, print, bare


def test_dark_follows_the_system_and_the_button(window: Window) -> None:
    def dark(seen: Seen) -> bool:
        colour: str = seen.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        return max(map(int, re.findall(r"\d+", colour))) < 64

    seen = window.open(PLAN, dark=True)
    assert dark(seen)
    seen.page.click("#theme")
    assert not dark(seen)
    seen.page.click("#theme")
    assert dark(seen)
    seen = window.open(PLAN)
    assert not dark(seen)
    seen.page.click("#theme")
    assert dark(seen)


def test_a_phone_shows_facts_or_text_and_nothing_is_wider_than_it(window: Window) -> None:
    seen = window.open(PLAN, width=PHONE)
    expect(seen.page.locator("#tasks")).to_be_visible()
    expect(seen.page.locator(".doc")).to_be_hidden()
    seen.page.click("#tasks .w >> nth=2")
    expect(seen.page.locator(".doc")).to_be_visible()
    assert in_view(seen.page, f"#{PLAN.tasks[2].id}")
    seen.page.click("#d7")
    expect(seen.page.locator("#tasks")).to_be_visible()
    for part in ("text", "facts"):
        seen.page.click(f"[data-show={part}]")
        assert seen.page.evaluate("() => document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("script", [True, False])
def test_print_and_a_page_without_script_show_everything(window: Window, *, script: bool) -> None:
    seen = window.open(PLAN, script=script)
    if script:
        seen.page.select_option("[name=time]", "past")
        seen.page.fill("#search", "so noi vu")
        seen.page.emulate_media(media="print")
    for panel in ("tasks", "deadlines", "references", "outline", "about"):
        expect(seen.page.locator(f"#{panel} h2")).to_be_visible()
    assert seen.cards("tasks") == TASKS
    assert seen.cards("deadlines") == len(PLAN.deadlines)
    expect(seen.page.locator(".doc")).to_be_visible()
    expect(seen.page.locator("#search")).to_be_hidden()


def _laid_out(*rows: tuple[str, ...]) -> Plan:
    """Return a plan whose head, and those who sign it, stand beside each other in a table."""
    document = Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    for line in (
        "KẾ HOẠCH",
        "Chỉnh lý tài liệu lưu trữ năm 2026",
        "I. NHIỆM VỤ",
        "1. Lập mục lục.",
    ):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return parse_bytes(stream.getvalue(), name="ke-hoach.docx")


def test_no_column_beside_others_is_squeezed_into_single_letters(window: Window) -> None:
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    parted = _laid_out(
        ("UBND XÃ AN LẠC", "", nation), ("Số: 45/KH-UBND", "", "An Lạc, ngày 10/02/2026")
    )
    three = _laid_out(
        ("ĐẢNG ỦY XÃ AN LẠC", "UBND XÃ AN LẠC", nation), ("Số: 4", "Số: 45", "An Lạc")
    )
    for plan in (parted, three):
        seen = window.open(plan)
        widths = seen.page.locator(".lay td:not(:empty)").evaluate_all(
            "cells => cells.map(cell => cell.clientWidth)"
        )
        assert len(widths) >= len(("head", "nation")), "no table that lays out the page"
        assert min(widths) > NARROW, widths
