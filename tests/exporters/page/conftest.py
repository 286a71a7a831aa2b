"""One browser for all tests of the page, and a window for each."""

from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from exporters.page.browser import Window, chromium

PATIENCE = 20_000  # milliseconds; the machine may have other work


@pytest.fixture(scope="session")
def browser() -> Generator[Browser]:
    """Return the browser."""
    expect.set_options(timeout=PATIENCE)
    with chromium() as found:
        yield found


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Generator[Window]:
    """Return what opens pages; when the test is over, none of them may have complained."""
    opened = Window(browser, tmp_path)
    yield opened
    opened.close()
