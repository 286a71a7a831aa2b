"""Accidents that `kehoach batch` must survive, each over a folder of its own.

`killed_round` is one round of SIGKILL at random moments; the test does two, `benchmarks/kills.py`
as many as it is told to.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

from batch_office import PLAN, Office

MORE: Final = "\nII. NHIỆM VỤ\n\n" + "".join(
    f"{number}. Rà soát nội dung {number}, hoàn thành trước ngày 30/6/2026.\n\n"
    f"- Cơ quan chủ trì: Sở Nội vụ.\n\n"
    for number in range(1, 15)
)
"""Enough work for a document that a moment chosen at random falls into the middle of one."""

LONGEST_RUN: Final = 120


def command(office: Office, *words: str, out: Path | None = None) -> list[str]:
    """Return a run's command line."""
    return [
        sys.executable, "-m", "kehoach_parser", "batch", str(office.inside),
        "--out", str(out or office.out), "--format", "both", "--jobs", "2", *words,
    ]  # fmt: skip


def fill(office: Office, count: int) -> None:
    """Write documents, among them duplicates and broken ones."""
    for number in range(count):
        office.put(f"{number % 4}/k{number}.txt", PLAN.format(year=1990 + number % 40) + MORE)
    office.put("broken.docx", "PK\x03\x04 cut")
    office.put("empty.txt", "")


def finished(office: Office, *words: str, out: Path | None = None) -> tuple[int, str]:
    """Run to the end; return the exit code and what was said."""
    done = subprocess.run(  # noqa: S603 - our own command
        command(office, *words, out=out),
        stderr=subprocess.PIPE, check=False, timeout=LONGEST_RUN,
    )  # fmt: skip
    return done.returncode, done.stderr.decode()


def tree(folder: Path) -> dict[str, bytes]:
    """Return each file of a folder of results but the empty lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def undisturbed(office: Office) -> dict[str, bytes]:
    """Return what a run gives that nothing happens to."""
    out = office.out.with_name("undisturbed")
    assert finished(office, out=out)[0] == 1  # two files are broken on purpose
    return tree(out)


def killed_round(office: Office, expected: dict[str, bytes], seed: int) -> None:
    """Kill a run and its resumption at random moments; what a last one leaves must be whole.

    A document changes its content between the two and gets it back, as an editor's save does.
    """
    random = Random(seed)  # noqa: S311 - not for secrets
    name = random.choice([name for name in expected if name.startswith("0/")])
    changing = office.inside / name.removesuffix(".json")
    content = changing.read_bytes()
    _kill_within(office, random)
    _look(office, expected)
    changing.write_bytes(content + b"\nxong")
    _kill_within(office, random, "--resume", of_workers=True)
    changing.write_bytes(content)
    _kill_within(office, random, "--resume", of_workers=random.random() < 0.5)
    code, said = finished(office, "--resume", "--quiet")
    assert (code, said) == (1, "")
    found = tree(office.out)
    differing = {name for name in {*found, *expected} if found.get(name) != expected.get(name)}
    assert not differing, f"seed {seed}: {sorted(differing)}"


def _look(office: Office, expected: dict[str, bytes]) -> None:
    """Hold that no result is half written, at any moment."""
    for name, path in office.results().items():
        assert path.read_bytes() == expected[name]


def _kill_within(office: Office, random: Random, *words: str, of_workers: bool = False) -> None:
    """Start a run, kill a few of its workers if they are to be, then the run itself."""
    with subprocess.Popen(  # noqa: S603 - our own command
        command(office, *words, "--quiet"), stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(random.uniform(0.5, 1.2) if of_workers else random.uniform(0.05, 2.5))
        for _ in range(random.randrange(4) if of_workers else 0):
            for child in _children(process.pid):
                _kill(child)
            time.sleep(random.uniform(0.1, 0.6))
        _kill(process.pid)


def _children(pid: int) -> list[int]:
    """Return a process's children, all its threads' together."""
    found: list[int] = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, file.read_text("ascii").split())
        except OSError:  # the thread has just ended
            continue
    return found


def _kill(pid: int) -> None:
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def failures(office: Office) -> dict[str, str]:
    """Return the code of each failure in the manifest by its file."""
    lines = (office.out / "manifest.jsonl").read_text("utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    return {entry["path"]: entry["error"]["code"] for entry in entries if entry["error"]}
