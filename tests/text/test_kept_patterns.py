"""Patterns kept between runs: the same matches, the same output, and never in the way."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach_parser.text import kept_patterns
from kehoach_parser.text.kept_patterns import compiled

PROGRAM = """
import sys
from kehoach_parser.cli.entry import guarded
from kehoach_parser.text import kept_patterns
code = guarded(["parse", sys.argv[1]])
sys.stderr.write(f"{len(kept_patterns._new)}")
kept_patterns.keep()
sys.exit(code)
"""
LIBRARY = "import sys, kehoach_parser; kehoach_parser.parse(sys.argv[1])"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HẢI
Số: 15/KH-UBND

KẾ HOẠCH
Kiểm tra công tác văn thư năm 2026

1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính gửi báo cáo trước ngày 15/11/2026.
"""


def _run(folder: Path, program: str = PROGRAM, seed: str = "1", **more: str) -> tuple[bytes, int]:
    """Return what a run over the plan prints, and how many patterns no file held."""
    file = folder / "k.txt"
    file.write_text(PLAN, "utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-X", "utf8", "-c", program, str(file)],
        capture_output=True, check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONPYCACHEPREFIX": str(folder / "kept"),
             "PYTHONHASHSEED": seed, "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""), **more},
    )  # fmt: skip
    return done.stdout, int(done.stderr or 0)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which Python has kept our modules, and no patterns stand beside them."""
    folder = tmp_path_factory.mktemp("loaded")
    _run(folder, LIBRARY)
    return folder


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Path:
    """Return a copy of it: what is measured here is not how long Python compiles modules."""
    return Path(shutil.copytree(loaded, tmp_path / "folder"))


def _files(folder: Path) -> list[Path]:
    """Return what is kept beside Python's own files, halves of a file included."""
    kept = (folder / "kept").rglob("kept_patterns.*")
    return [file for file in kept if file.suffix != ".pyc"]


def test_a_second_run_compiles_nothing_and_prints_the_same(folder: Path) -> None:
    first, compiled_first = _run(folder)
    second, compiled_second = _run(folder, seed="2")
    assert compiled_first > 100
    assert compiled_second == 0
    assert first == second
    assert len(_files(folder)) == 1


def test_a_file_that_is_of_no_use_is_written_anew(folder: Path) -> None:
    first = _run(folder)
    (file,) = _files(folder)
    whole = file.read_bytes()
    other_python = whole.replace(sys.version.encode(), b"9" * len(sys.version.encode()))
    assert other_python != whole
    for content in (b"", b"\x00\xff no marshal", whole[: len(whole) // 2], other_python):
        file.write_bytes(content)
        assert _run(folder) == first
        assert file.read_bytes() == whole


def test_nothing_is_written_where_python_may_write_no_pyc(folder: Path) -> None:
    _run(folder, PYTHONDONTWRITEBYTECODE="1")
    assert not _files(folder)


def test_a_folder_that_takes_no_file_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    assert _run(tmp_path)[1] > 100


def test_the_library_writes_nothing(folder: Path) -> None:
    _run(folder, LIBRARY)
    assert not _files(folder)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (r"(?P<day>\d\d?)/(?P<month>\d\d?)", 0),
        (r"(?i:quý)\s+(i{1,3}|iv)\b", re.IGNORECASE),
        ("(?x) ngày \\s (?=\\d)  # a remark", re.VERBOSE | re.DOTALL),
        ("", 0),
    ],
)
def test_kept_patterns_are_those_that_python_compiles(
    text: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = re.compile(text, flags)
    fresh, kept = compiled(text, flags), compiled(text, flags)
    monkeypatch.setattr(kept_patterns, "_engine", lambda: None)
    plain = compiled(text, flags)
    for found in (fresh, kept, plain):
        assert found == really
        assert found.groupindex == really.groupindex
        assert found.groups == really.groups


def test_a_pattern_that_is_none_is_refused_as_by_python() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(ngày")
