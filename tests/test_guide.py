"""What docs/huong-dan.md promises: each command of it is run, each picture is there and small."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach_parser import __version__
from kehoach_parser.cli.entry import guarded

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text("utf-8")
SAMPLES = ROOT / "samples"
SCAN = "ban-quet-co-dau.pdf"
COMMANDS = [line for block in re.findall(r"```bat\n(.+?)```", GUIDE, re.DOTALL)
            for line in block.splitlines()]  # fmt: skip
OURS = [line for line in COMMANDS if line.startswith("kehoach ")]
WINDOWS = [line for line in COMMANDS if line not in OURS]
PICTURES = re.findall(r"!\[[^\]]+\]\((hinh/[\w-]+\.png)\)", GUIDE)
LARGEST = 250_000
OFFLINE = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with the files that the guide speaks of; OCR has tests of its own."""
    incoming = tmp_path / "van-ban-den"
    incoming.mkdir()
    for sample in SAMPLES.iterdir():
        if sample.suffix != ".json" and sample.name not in ("README.md", SCAN):
            shutil.copy(sample, incoming)
    shutil.copy(SAMPLES / "ke-hoach-ubnd-tinh.pdf", tmp_path / "ke-hoach.pdf")
    return tmp_path


def test_each_command_of_the_guide_does_its_work(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office)
    assert len(OURS) >= 10
    for line in OURS:
        words = line.split()[1:]
        assert guarded(words) == 0, line
        if "-o" in words:
            made = Path(words[words.index("-o") + 1])
            assert made.is_dir() or made.stat().st_size > 0, line


def test_each_step_of_the_installation_works(tmp_path: Path) -> None:
    """The commands as Windows has them, put into this system's words."""
    home = tmp_path / "home"
    folder = "Scripts" if os.name == "nt" else "bin"
    steps = [_here(line, home, folder) for line in WINDOWS[:3]]
    assert [step[-1] for step in steps] == [str(home / "kehoach"), str(ROOT), "--version"]
    steps[1][2:2] = OFFLINE
    packages = os.pathsep.join(path for path in sys.path if path.endswith("-packages"))
    env = {**os.environ, "PYTHONPATH": packages}
    said = ""
    for step in steps:
        given = env if step is not steps[0] else None
        done = subprocess.run(step, env=given, capture_output=True, text=True, check=False)  # noqa: S603 - our own guide
        assert done.returncode == 0, done.stderr
        said = done.stdout
    assert said.split() == ["kehoach-parser", __version__]


def _here(line: str, home: Path, folder: str) -> list[str]:
    """Return a command of the Windows console as words for this system."""
    line = line.replace("%USERPROFILE%", str(home)).replace("C:\\kehoach-parser", str(ROOT))
    words = [word.strip('"').replace("\\", os.sep) for word in line.split()]
    words = [
        word.replace(f"{os.sep}Scripts{os.sep}", f"{os.sep}{folder}{os.sep}") for word in words
    ]
    return [sys.executable if word == "py" else word for word in words]


def test_the_guide_has_no_other_commands() -> None:
    assert [line.split()[0] for line in WINDOWS[3:]] == ["set", "cd"]


def test_each_picture_is_there_and_small() -> None:
    assert {f"hinh/{path.name}" for path in (ROOT / "docs" / "hinh").iterdir()} == set(PICTURES)
    sizes = {name: (ROOT / "docs" / name).stat().st_size for name in PICTURES}
    assert {name: size for name, size in sizes.items() if not 0 < size < LARGEST} == {}


def test_each_picture_is_one_that_the_tool_takes() -> None:
    source = (ROOT / "tools" / "pictures.py").read_text("utf-8")
    assert [name for name in PICTURES if Path(name).name not in source] == []
