"""What all tests share: real documents where they are at hand, and how a skip is judged."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

CORPUS = "KEHOACH_CORPUS"
NO_SKIPS = "KEHOACH_NO_SKIPS"


@pytest.fixture
def corpus() -> Path:
    """Return the folder of real documents (dev/, wild/), which never stand in the project."""
    if folder := os.environ.get(CORPUS):
        return Path(folder) / "corpus"
    pytest.skip(f"real documents: set {CORPUS} to the folder that holds corpus/")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count a skip as a failure where nothing may be skipped."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get(NO_SKIPS):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and {NO_SKIPS} is set"
    return report
