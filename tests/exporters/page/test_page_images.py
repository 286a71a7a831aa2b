"""Pictures of a PDF's pages: there where they are asked for, with the facts where they stand."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from exporters.page.browser import Window
from exporters.plans import SAMPLES, sample
from kehoach_parser import export
from kehoach_parser.cli.entry import guarded
from kehoach_parser.exporters import ExportOptions
from kehoach_parser.exporters.base import Original
from kehoach_parser.exporters.page import images

NAME = "ke-hoach-ubnd-tinh.pdf"
PLAN = sample(NAME)
ORIGINAL = Original((SAMPLES / NAME).read_bytes())
FEW = 50_000


def test_a_page_shows_pictures_only_where_it_has_the_original() -> None:
    assert b"data:image" not in export(PLAN, to="html")
    other = ExportOptions(originals=(Original(b"%PDF-1.4"),))
    assert b"data:image" not in export(PLAN, to="html", options=other)
    docx = sample("ke-hoach-ubnd-tinh.docx")
    assert list(images.leaves(docx, ORIGINAL)) == []
    assert list(images.leaves(PLAN, Original(b"%PDF-1.4\nno more"))) == []


def test_each_page_is_a_picture_with_the_facts_that_stand_on_it() -> None:
    leaves = list(images.leaves(PLAN, ORIGINAL))
    assert [leaf.number for leaf in leaves] == list(range(1, (PLAN.source.pages or 0) + 1))
    shown = {fact for leaf in leaves for place in leaf.places for fact in place.facts.split()}
    assert {task.id for task in PLAN.tasks} <= shown
    task = PLAN.tasks[0]
    assert task.box
    assert task.page
    places = {place.facts: place for place in leaves[task.page - 1].places}
    assert (places["t1"].x, places["t1"].y) == (round(task.box[0], 1), round(task.box[1], 1))
    assert all(
        0 <= place.x <= place.x + place.width <= leaf.width + 1
        and 0 <= place.y <= place.y + place.height <= leaf.height + 1
        for leaf in leaves
        for place in leaf.places
    )


def test_the_same_file_gives_the_same_pictures() -> None:
    assert list(images.leaves(PLAN, ORIGINAL)) == list(images.leaves(PLAN, ORIGINAL))


def test_pictures_stop_at_their_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    first = next(images.leaves(PLAN, ORIGINAL))
    monkeypatch.setattr(images, "MOST_BYTES", len(first.picture) + 10)
    assert list(images.leaves(PLAN, ORIGINAL)) == [first]
    monkeypatch.setattr(images, "MOST_PAGES", 0)
    assert list(images.leaves(PLAN, ORIGINAL)) == []


def test_the_command_puts_pictures_into_the_page_of_a_pdf(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    source = str(SAMPLES / NAME)
    assert guarded(["export", source, "--to", "html", "--page-images", "-o", str(page)]) == 0
    assert page.read_text("utf-8").count("data:image/jpeg;base64,") == PLAN.source.pages


def test_pictures_go_with_html_only(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "a.csv")
    assert guarded(["export", str(SAMPLES / NAME), "--page-images", "-o", out]) == 2
    assert "--page-images" in capfd.readouterr().err


def test_the_reader_turns_to_the_pages_and_finds_a_task_on_them(
    window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "pages.html"
    file.write_bytes(export(PLAN, to="html", options=ExportOptions(originals=(ORIGINAL,))))
    seen = window.visit(file)
    expect(seen.page.locator(".pages")).to_be_hidden()
    seen.page.click("[data-view=pages]")
    expect(seen.page.locator(".doc")).to_be_hidden()
    seen.page.click("#tasks .w >> nth=2")
    expect(seen.page.locator(".pages rect.lit")).to_be_in_viewport()
    seen.page.mouse.move(5, 5)
    seen.page.click(".pages rect[data-f=c1]")
    expect(seen.page.locator("#references li.lit")).to_have_count(1)
    loaded = "() => [...document.images, ...document.querySelectorAll('image')].length"
    assert seen.page.evaluate(loaded) == PLAN.source.pages
    seen.asked[:] = [url for url in seen.asked if not re.match("data:image/jpeg", url)]
