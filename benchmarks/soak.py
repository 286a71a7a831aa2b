"""Parse damaged samples for a while (`soak.py [SECONDS]`): a plan or a clear error must come.

Each input is named by a seed. `soak.py --seeds FIRST COUNT` parses those of a batch in this
process; the parent starts such batches, so that a crash or a hang names its seed too.
"""

import faulthandler
import secrets
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from invariants import problems  # noqa: E402 - the tests' folder has to be on the path first
from kehoach_parser import KehoachError, parse_bytes  # noqa: E402
from mutation import mutated  # noqa: E402

BATCH: Final = 200
"""Inputs for each process."""

PATIENCE: Final = 30
"""Seconds for one input before it counts as hanging."""

_SAMPLES: Final = sorted(
    path
    for path in (ROOT / "samples").iterdir()
    if path.suffix in {".docx", ".pdf", ".txt", ".md", ".html"} and path.stem != "README"
)


def damaged(seed: int) -> tuple[str, bytes]:
    """Return the name and the content of the input that a seed stands for."""
    random = Random(seed)  # noqa: S311 - not for secrets
    sample = random.choice(_SAMPLES)
    return sample.name, mutated(sample.read_bytes(), sample.name, random)


def fault(seed: int) -> str | None:
    """Return what is wrong with the outcome of one input, null where it is sound."""
    name, data = damaged(seed)
    try:
        plan = parse_bytes(data, name=name)
    except KehoachError as error:
        lines = str(error).splitlines()
        return None if len(lines) == 1 else f"an error of {len(lines)} lines: {lines[:2]}"
    except Exception as error:  # noqa: BLE001 - this is what the program looks for
        return f"{type(error).__name__}: {error}"
    return next(iter(problems(plan)), None)


def batch(first: int, count: int) -> int:
    """Parse the inputs of some seeds, each seed printed before; return how many were faulty."""
    faults = 0
    for seed in range(first, first + count):
        print(f"seed {seed}", flush=True)
        faulthandler.dump_traceback_later(PATIENCE, exit=True)
        if found := fault(seed):
            faults += 1
            print(f"FAULT {seed} {damaged(seed)[0]}: {found}", flush=True)
        faulthandler.cancel_dump_traceback_later()
    return faults


def soak(seconds: float) -> int:
    """Run batches until the time is up; return how many inputs were faulty."""
    end = time.monotonic() + seconds
    first, done, faults = secrets.randbelow(10**9), 0, 0
    while time.monotonic() < end:
        command = [sys.executable, str(Path(__file__)), "--seeds", str(first), str(BATCH)]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own program
        lines = run.stdout.splitlines()
        found = [line for line in lines if line.startswith("FAULT")]
        if run.returncode not in {0, 1}:
            last = [line for line in lines if line.startswith("seed")][-1:]
            found.append(f"FAULT crash or hang at {last}: {run.stderr[-1500:]}")
        print(*found, sep="\n", end="\n" if found else "")
        faults += len(found)
        done += BATCH
        first += BATCH
    print(f"{done} inputs, {faults} faults in {seconds:.0f} s")
    return faults


def main() -> int:
    """Read the command's words."""
    words = sys.argv[1:]
    if words[:1] == ["--seeds"]:
        return min(batch(int(words[1]), int(words[2])), 1)
    return min(soak(float(words[0]) if words else 60.0), 1)


if __name__ == "__main__":
    sys.exit(main())
