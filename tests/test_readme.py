"""What README.md promises: its Python example runs and prints what stands below it."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_prints_what_stands_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.search(r"```python\n(.+?)```\n\n```text\n(.+?)…\n```", README, re.DOTALL)
    assert blocks
    monkeypatch.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(compile(blocks[1], "README.md", "exec"), {})  # noqa: S102 - our own example
    assert said.getvalue().startswith(blocks[2])


def test_the_shown_facts_are_those_of_the_sample() -> None:
    block = re.search(r"```json\n(.+?)```", README, re.DOTALL)
    assert block
    printed = json.loads(
        (ROOT / "samples/ke-hoach-ubnd-tinh.docx.expected.json").read_text("utf-8")
    )
    for kind, facts in json.loads(block[1]).items():
        by_id = {fact["id"]: fact for fact in printed[kind]}
        assert facts
        for fact in facts:
            assert fact == {name: by_id[fact["id"]][name] for name in fact}


def test_each_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    assert len(blocks) > 1
    monkeypatch.chdir(ROOT)
    for block in blocks[1:]:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own example


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_each_link_leads_somewhere(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_first_command_names_a_sample_that_is_there() -> None:
    names = re.findall(r"samples/[\w-]+\.\w+", README)
    assert names
    assert all((ROOT / name).exists() for name in names)


@pytest.mark.skipif(os.name == "nt", reason="the commands are for sh")
def test_the_night_goes_as_it_says(tmp_path: Path) -> None:
    block = re.search(r"## A folder over night\n\n```sh\n(.+?)```", README, re.DOTALL)
    assert block
    night, listed, again = block[1].splitlines()
    documents = tmp_path / "ho-so"
    documents.mkdir()
    for name in ("ke-hoach-ubnd-tinh.docx", "ke-hoach-tinh-doan.md"):
        shutil.copy(ROOT / "samples" / name, documents)
    good = (documents / "ke-hoach-ubnd-tinh.docx").read_bytes()
    (documents / "hong.docx").write_bytes(good[:4000])
    assert _in_shell(night, tmp_path) == (1, "")
    code, found = _in_shell(listed, tmp_path)
    assert (code, found.count("\n"), '"path":"hong.docx"' in found) == (0, 1, True)
    (documents / "hong.docx").write_bytes(good)
    assert _in_shell(again, tmp_path) == (0, "")
    assert len(list((tmp_path / "ket-qua").glob("*.json"))) == 3


def _in_shell(line: str, folder: Path) -> tuple[int, str]:
    command = f'kehoach() {{ "{sys.executable}" -m kehoach_parser "$@"; }}\n{line}'
    done = subprocess.run(  # noqa: S603 - our own example
        ["sh", "-c", command],  # noqa: S607 - found on the path
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.decode()
