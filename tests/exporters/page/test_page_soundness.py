"""What may never happen: barriers for readers, a document that runs, a slow or heavy page."""

from importlib.resources import files
from pathlib import Path
from typing import Protocol, TypedDict, cast

import pytest
from playwright.sync_api import Browser

from exporters.page.browser import Seen, Window
from exporters.page.long_plan import long_plan
from exporters.plans import planned, sample
from kehoach_parser import Plan, export, parse_text

PLAN = sample("ke-hoach-ubnd-tinh.pdf")
SERIOUS = ("serious", "critical")
ALL = (*SERIOUS, "moderate", "minor")
SMALL = sample("du-thao-ke-hoach-xa.docx")
TABLE = (
    "| TT | Nhiệm vụ | Thời hạn |\n| --- | --- | --- |\n| 1 | Lập danh mục hồ sơ | Tháng 6/2026 |\n"
)
MOST_SECONDS = 1.5
MOST_WEIGHT = 6
PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
EVIL = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    '"><img src=x onerror="window.ran = 1">',
    "<svg/onload=window.ran=1>",
    "javascript:window.ran=1",
    "</style><style>body{display:none}</style>",
    "<!-- --><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "&lt;b&gt; &#x3C;b>",
)
TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}fdp.\N{LEFT-TO-RIGHT ISOLATE}exe"


# --------------------------------------------------------------------- barriers


class Violation(TypedDict):
    """What is read of axe's report."""

    id: str
    impact: str
    nodes: list[dict[str, object]]


def barriers(seen: Seen, *impacts: str, within: str = "html") -> list[str]:
    """Return what axe-core finds in an open page."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    seen.page.evaluate(script)
    found: list[Violation] = seen.page.evaluate(
        "async within => (await axe.run(within)).violations", within
    )
    return [
        f"{item['id']}: {node['html']}"
        for item in found
        if item["impact"] in impacts
        for node in item["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_barrier(window: Window, *, dark: bool) -> None:
    seen = window.open(SMALL, dark=dark)
    seen.page.hover("#t1")
    assert barriers(seen, *ALL) == []
    for panel in ("deadlines", "references", "outline", "about", "notes"):
        seen.page.click(f"#tab-{panel}")
        seen.page.hover(f"#{panel} li >> nth=0" if panel != "about" else "#about dd a >> nth=0")
        assert barriers(seen, *ALL, within=".facts") == []


@pytest.mark.parametrize("part", ["text", "facts"])
def test_axe_finds_no_barrier_on_a_phone(window: Window, part: str) -> None:
    seen = window.open(SMALL, width=390)
    seen.page.click(f"[data-show={part}]")
    assert barriers(seen, *ALL) == []


def test_axe_finds_no_barrier_with_several_plans_and_tables(window: Window) -> None:
    tables = parse_text(f"KẾ HOẠCH\nTập huấn văn thư\n\n{TABLE}\nGhi chú.\n\n{TABLE}")
    assert len(tables.tables) == 2
    assert barriers(window.open(tables), *ALL) == []
    assert barriers(window.open((SMALL, sample("quyet-dinh-kem-ke-hoach.html"))), *ALL) == []


def test_axe_sees_a_barrier_where_there_is_one(window: Window) -> None:
    seen = window.open(PLAN)
    seen.page.evaluate("() => document.getElementById('search').removeAttribute('aria-label')")
    seen.page.evaluate("() => document.getElementById('search').removeAttribute('placeholder')")
    assert barriers(seen, *SERIOUS) != []


# --------------------------------------------------------------------- hostile documents


@pytest.mark.parametrize("evil", [" ".join(EVIL), EVIL[1], TURNED], ids=["all", "script", "turned"])
def test_a_hostile_document_changes_nothing(window: Window, evil: str) -> None:
    plan = planned(
        f"Sở Nội vụ chủ trì rà soát {evil} trước ngày 30/6/2026.",
        f"{evil} Sở Tài chính kiểm tra hồ sơ.",
    )
    seen = window.open(everywhere(plan, evil))
    quiet = window.open(planned("Sở Nội vụ chủ trì rà soát hồ sơ trước ngày 30/6/2026."))
    seen.page.click("#tab-deadlines")
    seen.page.fill("#search", evil)
    seen.page.wait_for_timeout(300)
    count = "() => document.querySelectorAll('script, style, img, iframe, link, base').length"
    assert seen.page.evaluate(count) == quiet.page.evaluate(count)
    assert seen.page.evaluate("() => window.ran") is None
    shown = plan.tasks[0].text.translate(dict.fromkeys(map(ord, "\u202e\u2066")))
    assert shown in (seen.page.text_content(".doc") or "")


def everywhere(plan: Plan, evil: str) -> Plan:
    """Return a plan as JSON from elsewhere may have it: evil words in each field of the head."""
    source = plan.source.model_copy(update={"name": evil})
    head = plan.metadata.model_copy(
        update={"title": evil, "code": evil, "secrecy": evil, "recipients": (evil,)}
    )
    tasks = tuple(
        item.model_copy(update={"path": evil, "lead": (evil,), "deliverables": (evil,)})
        for item in plan.tasks
    )
    units = tuple(item.model_copy(update={"name": evil}) for item in plan.units)
    notes = tuple(item.model_copy(update={"message": evil}) for item in plan.diagnostics)
    return plan.model_copy(
        update={"source": source, "metadata": head, "tasks": tasks, "units": units,
                "diagnostics": notes}
    )  # fmt: skip


def test_the_policy_stops_what_would_run_all_the_same(window: Window, tmp_path: Path) -> None:
    page = export(PLAN, to="html").replace(
        b"<main>", b"<main><img src=x onerror='window.ran=1'><script>window.ran=1</script>"
        b"<script src='https://example.org/x.js'></script><link rel=stylesheet href='x.css'>"
    )  # fmt: skip
    file = tmp_path / "broken-into.html"
    file.write_bytes(page)
    seen = window.visit(file)
    assert seen.page.evaluate("() => window.ran") is None
    assert len([line for line in seen.said if "Content Security Policy" in line]) >= 4
    seen.said.clear()
    del seen.asked[1:]  # what the browser wanted, and the policy refused


def test_ids_from_elsewhere_break_no_selector(window: Window) -> None:
    plan = planned("Sở Nội vụ chủ trì rà soát hồ sơ trước ngày 30/6/2026.")
    odd = 'x"] , * , [y="'
    tasks = (plan.tasks[0].model_copy(update={"id": odd}),)
    seen = window.open(plan.model_copy(update={"tasks": tasks}))
    seen.page.hover("#tasks .w")
    seen.page.click("#tasks .w")


# --------------------------------------------------------------------- weight and time


def test_a_plan_of_60_pages_weighs_less_than_6_times_its_text() -> None:
    plan = long_plan()
    assert len(plan.tasks) > 400
    assert len(export(plan, to="html")) < MOST_WEIGHT * len(plan.text.encode())


def test_a_plan_of_60_pages_opens_in_time(browser: Browser, window: Window, tmp_path: Path) -> None:
    """Counted in the time of the processor, which other work on the machine does not lengthen."""
    file = tmp_path / "long.html"
    file.write_bytes(export(long_plan(), to="html"))
    times: list[float] = []
    for _ in range(3):
        start = processor_time(browser)
        window.visit(file).page.evaluate(PAINTED)
        times.append(processor_time(browser) - start)
    assert 0 < min(times) < MOST_SECONDS


class Process(TypedDict):
    """What is read of Chromium's list of its processes; times are in seconds."""

    type: str
    id: int
    cpuTime: float


class Inspected(Protocol):
    """What is used of a session with Chromium's inspector, whose answers have no types."""

    def send(self, method: str) -> dict[str, list[Process]]: ...
    def detach(self) -> None: ...


def processor_time(browser: Browser) -> float:
    """Return how long the processes that show pages have worked."""
    session = cast("Inspected", browser.new_browser_cdp_session())
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return sum(process["cpuTime"] for process in found if process["type"] == "renderer")
