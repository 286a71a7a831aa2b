"""The pre-commit hooks, the GitHub Action and the GitLab template: their commands are run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from junitparser import JUnitXml

from checks.check_samples import FAULTY, put
from kehoach_parser.checks.rule import Example

ROOT: Final = Path(__file__).parents[2]
BASH: Final = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="the CI commands are bash: install bash")


def _read(name: str) -> Any:  # noqa: ANN401 - YAML of three shapes
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


HOOKS: Final = _read(".pre-commit-hooks.yaml")
ACTION: Final = _read("action.yml")
TEMPLATE: Final = _read("templates/kehoach-check.yml")


def _run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a folder as CI does, with this interpreter's `kehoach` on the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "CI": "true", **variables}
    return subprocess.run(  # noqa: S603 - the project's own commands
        command, cwd=folder, env=environment, capture_output=True, check=False
    )


def _bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return _run([BASH or "bash", "-e", "-c", script], folder, **variables)


# ------------------------------------------------------------------------- pre-commit


@pytest.mark.parametrize(
    ("name", "hooks"),
    [
        ("van-ban/ke-hoach.docx", ["kehoach-check"]),
        ("KE-HOACH.PDF", ["kehoach-check"]),
        ("a.doc.expected.json", ["kehoach-check"]),
        ("a.docx.kehoach.toml", ["kehoach-check"]),
        ("a.txt", ["kehoach-fix"]),
        ("a.json", []),
        ("kehoach.toml", []),
    ],
)
def test_hooks_take_the_files_that_they_are_for(name: str, hooks: list[str]) -> None:
    assert [hook["id"] for hook in HOOKS if re.search(hook["files"], name)] == hooks


def test_the_hook_checks_what_it_is_given(tmp_path: Path) -> None:
    put(FAULTY, tmp_path)
    put(Example(name="tot.txt"), tmp_path)
    check = shlex.split(HOOKS[0]["entry"])
    assert _run([*check, "tot.txt"], tmp_path).returncode == 0
    done = _run([*check, "tot.txt", "ke-hoach.txt"], tmp_path)
    assert done.returncode == 1
    assert b"DUE005" in done.stdout


def test_the_hook_mends(tmp_path: Path) -> None:
    document = put(Example(form="NFD"), tmp_path)
    fix = shlex.split(HOOKS[1]["entry"])
    assert _run([*fix, document.name], tmp_path).returncode == 0
    assert document.read_bytes() == Example().data()


# ------------------------------------------------------------------------- GitHub


def _action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[bytes]:
    """Run the step that checks, its inputs as GitHub fills them in."""
    step = ACTION["runs"]["steps"][-1]
    given = {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {
        name: re.sub(r"\${{ inputs\.([\w-]+) }}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    return _bash(step["run"], folder, **variables)


def test_the_action_never_puts_an_input_into_its_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)
    assert ACTION["runs"]["using"] == "composite"


@needs_bash
def test_the_action_annotates_and_writes_sarif(tmp_path: Path) -> None:
    put(FAULTY._replace(name="hai chữ.txt"), tmp_path)
    done = _action(tmp_path)
    assert done.returncode == 1
    out = done.stdout.decode()
    assert out.startswith("::error file=hai chữ.txt,line=14,")
    results = json.loads((tmp_path / "kehoach.sarif").read_bytes())["runs"][0]["results"]
    assert len(results) == out.count("::") // 2


@needs_bash
def test_the_action_passes_its_inputs_on(tmp_path: Path) -> None:
    put(FAULTY._replace(name="hai chữ.txt"), tmp_path)
    put(FAULTY, tmp_path)
    done = _action(tmp_path, paths="\nhai chữ.txt\n", select="DUE,FMT", ignore="DUE005")
    assert done.returncode == 1
    assert b"DUE005" not in done.stdout
    assert b"ke-hoach.txt" not in done.stdout
    assert _action(tmp_path, fail_on="error", ignore="DUE005", sarif="x.sarif").returncode == 0
    assert (tmp_path / "x.sarif").exists()


@needs_bash
def test_the_action_runs_nothing_that_stands_in_an_input(tmp_path: Path) -> None:
    _action(tmp_path, paths="$(touch ran)`touch ran`; touch ran")
    assert not (tmp_path / "ran").exists()


# ------------------------------------------------------------------------- GitLab


@needs_bash
def test_the_template_writes_the_reports_that_it_promises(tmp_path: Path) -> None:
    put(FAULTY, tmp_path)
    job = TEMPLATE["kehoach-check"]
    install, check = job["script"]
    assert install.startswith("python -m pip install")
    done = _bash(check, tmp_path, **TEMPLATE["variables"])
    assert done.returncode == 1
    assert b"ke-hoach.txt:-:14: DUE005" in done.stdout
    reports = job["artifacts"]["reports"]
    quality = json.loads((tmp_path / reports["codequality"]).read_bytes())
    junit = JUnitXml.fromfile(  # pyright: ignore[reportUnknownMemberType] - untyped
        str(tmp_path / reports["junit"])
    )
    assert len(quality) == len([case for suite in junit for case in suite]) == 4


@needs_bash
def test_the_template_takes_its_variables(tmp_path: Path) -> None:
    put(FAULTY, tmp_path)
    check = TEMPLATE["kehoach-check"]["script"][1]
    (tmp_path / "sub").mkdir()
    put(Example(), tmp_path / "sub")
    variables = {**TEMPLATE["variables"], "KEHOACH_PATHS": "sub/"}
    assert _bash(check, tmp_path, **variables).returncode == 0
