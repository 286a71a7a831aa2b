"""A page opened in Chromium, and all that the browser said and asked for meanwhile."""

import os
import shutil
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright

from kehoach_parser import Plan, export

CHROMIUM: Final = "KEHOACH_CHROMIUM"
"""The variable that names the program where it stands elsewhere."""

FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def program() -> str | None:
    """Return the browser of this machine, null where it has none."""
    named = os.environ.get(CHROMIUM)
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def chromium() -> Generator[Browser]:
    """Start a browser; the test is skipped where there is none."""
    path = program()
    if path is None:
        pytest.skip(f"no browser: install the Debian package chromium, or set {CHROMIUM}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


class Seen(NamedTuple):
    """An open page; `said` is what its console printed, `asked` what it wanted to load."""

    page: Page
    said: list[str]
    asked: list[str]

    def lit(self) -> set[str]:
        """Return the words of the elements in the text that are lit."""
        return set(self.page.locator(".doc .lit").all_text_contents())

    def cards(self, panel: str) -> int:
        """Return how many entries of a list can be seen."""
        return self.page.locator(f"#{panel} .cards > li:visible").count()


class Window:
    """Opens plans as pages, each in a context of its own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._opened: list[Seen] = []

    def open(
        self, plans: Plan | Sequence[Plan], *, width: int = 1366, dark: bool = False,
        script: bool = True, today: str | None = None,
    ) -> Seen:  # fmt: skip
        """Export plans and open the page, on another day where one is given."""
        file = self._folder / f"page{len(self._opened)}.html"
        file.write_bytes(export(plans, to="html"))
        return self.visit(file, width=width, dark=dark, script=script, today=today)

    def visit(
        self, file: Path, *, width: int = 1366, dark: bool = False, script: bool = True,
        today: str | None = None,
    ) -> Seen:  # fmt: skip
        """Open a page that is there."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 850}, java_script_enabled=script,
            color_scheme="dark" if dark else "light", reduced_motion="reduce",
        )  # fmt: skip
        seen = Seen(context.new_page(), [], [])
        _listen(seen)
        if today:
            seen.page.clock.set_fixed_time(today)
        seen.page.goto(file.as_uri())
        self._opened.append(seen)
        return seen

    def close(self) -> None:
        """Close all pages; fail where one printed an error or asked for another file."""
        for seen in self._opened:
            seen.page.context.close()
        assert [seen.said for seen in self._opened if seen.said] == []
        assert [seen.asked for seen in self._opened if len(seen.asked) > 1] == []


def _listen(seen: Seen) -> None:
    def console(message: ConsoleMessage) -> None:
        seen.said.append(f"{message.type}: {message.text}")

    def fault(error: Error) -> None:
        seen.said.append(str(error))

    def request(asked: Request) -> None:
        seen.asked.append(asked.url[:200])

    seen.page.on("console", console)
    seen.page.on("pageerror", fault)
    seen.page.on("request", request)
