"""What README.md promises: its Python example runs and prints what stands below it."""

import contextlib
import io
import re
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


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_each_link_leads_somewhere(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_first_command_names_a_sample_that_is_there() -> None:
    names = re.findall(r"samples/[\w-]+\.\w+", README)
    assert names
    assert all((ROOT / name).exists() for name in names)
