"""What all tests share: real documents where they are at hand, LibreOffice, how a skip counts."""

import os
import shutil
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes is the machine's affair: others work on it as well.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

CORPUS = "KEHOACH_CORPUS"
NO_SKIPS = "KEHOACH_NO_SKIPS"


@pytest.fixture
def corpus() -> Path:
    """Return the folder of real documents (dev/, wild/), which never stand in the project."""
    if folder := os.environ.get(CORPUS):
        return Path(folder) / "corpus"
    pytest.skip(f"real documents: set {CORPUS} to the folder that holds corpus/")


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Return what has LibreOffice write files in another format beside them."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice: install libreoffice-calc-nogui and libreoffice-writer-nogui")
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def converted(to: str, folder: Path, *sources: Path) -> None:
        words = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
        subprocess.run([*words, *sources], check=True, capture_output=True, timeout=180)  # noqa: S603

    return converted


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
