"""Thousands of documents: `many.py [--count N] [--smoke]`.

Writes its own documents, text and docx, no two alike, and runs `kehoach batch` over them with one
job and with two, in turns, so that what else the machine does falls on both. Prints documents a
second, the speed-up, the share of the processors that other programs left us, and the parent's
peak memory. The smoke run has 500 documents, and fails where the memory is over its bound.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Final, NamedTuple

from bench import plan_text

ROOT: Final = Path(__file__).parents[1]
BOUND: Final = 120
"""MB that the parent may take at most."""

COUNT: Final = 10_000
SMOKE: Final = 500
PROGRAM: Final = """
import atexit, resource, sys
from kehoach_parser.cli.entry import main
def memory():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status)
        peak = int(lines["VmHWM"].split()[0]) // 1024
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20  # macOS, in bytes
    own = resource.getrusage(resource.RUSAGE_SELF)
    print(peak, own.ru_utime + own.ru_stime)
atexit.register(memory)
main()
"""
"""The command, which says at its end how much memory (MB) and processor time it took itself."""


class Taken(NamedTuple):
    """What a run took: seconds, processor seconds of all and of the parent, the parent's MB."""

    seconds: float
    processor: float
    parent: float
    memory: int


def main() -> int:
    """Print each figure; return 1 where the parent's memory is over its bound."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--smoke", action="store_true", help=f"{SMOKE} documents")
    words.add_argument("--count", type=int, default=COUNT, help="how many documents")
    found = words.parse_args()
    count = SMOKE if found.smoke else found.count
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "documents"
        write_documents(folder, count)
        one = batch(folder, Path(room) / "one", 1)
        two = batch(folder, Path(room) / "two", 2)
    for name, taken in (("1 job", one), ("2 jobs", two)):
        print(
            f"batch, {name:7}    {count / taken.seconds:6.1f} documents/s  ({count} in "
            f"{taken.seconds:.1f} s, processor time {taken.processor:.1f} s, of which the parent "
            f"{taken.parent:.1f} s)  parent's peak {taken.memory} MB"
        )
    print(f"batch, speed-up    {one.seconds / two.seconds:6.2f}  {_free(one, two)}")
    return int(max(one.memory, two.memory) > BOUND)


def _free(one: Taken, two: Taken) -> str:
    """Return what the speed-up would be with two processors of our own.

    Two workers end when half of their work is done; the parent's own work is on one of the two.
    """
    alone = one.processor / (two.processor / 2)
    return f"(by processor time, on two processors of our own: {alone:.2f})"


def write_documents(folder: Path, count: int) -> None:
    """Write documents of 2 to 8 KB of text in folders of a hundred, every other one a docx."""
    package = (ROOT / "samples" / "du-thao-ke-hoach-xa.docx").read_bytes()
    for number in range(count):
        target = folder / f"{number // 100:03}"
        target.mkdir(parents=True, exist_ok=True)
        if number % 2:
            (target / f"{number:05}.docx").write_bytes(_docx(package, number))
        else:
            data = plan_text(2000 + number % 6 * 1000) + f"Hồ sơ số {number}.\n".encode()
            (target / f"{number:05}.txt").write_bytes(data)


def _docx(package: bytes, number: int) -> bytes:
    """Return a sample with one more paragraph, so that no two are alike."""
    stream = io.BytesIO()
    more = f"<w:p><w:r><w:t>Hồ sơ số {number}.</w:t></w:r></w:p></w:body>".encode()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</w:body>", more) if "document.xml" in name else data)
    return stream.getvalue()


def batch(folder: Path, out: Path, jobs: int) -> Taken:
    """Run the command over a folder; return what it took."""
    command = [sys.executable, "-c", PROGRAM, "batch", str(folder), "--out", str(out), "--quiet"]
    before, start = _processor(), time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "--jobs", str(jobs)], stdout=subprocess.PIPE, check=True, text=True
    )
    seconds, processor = time.perf_counter() - start, _processor() - before
    memory, parent = done.stdout.split()
    return Taken(seconds, processor, float(parent), int(memory))


def _processor() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


if __name__ == "__main__":
    sys.exit(main())
