"""Accuracy over real documents: `accuracy.py [--raise] [--errors FACET]`.

The folder KEHOACH_CORPUS holds `corpus/` and `score/`; the figures are those of its scorers. Ends
with 1 where one is below its floor in floors.toml. `--raise` lifts floors, it never lowers one.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kehoach_parser import KehoachError, parse

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.02
"""How far below the measured figure a raised floor stands: the dev corpus was tuned on, and a rule
that only one of its documents needs may go without breaking CI."""

OCR_SLACK = 0.1
"""The same for scans: few facts, and the engine's arithmetic differs between processors."""

Figures = dict[str, float]


def main() -> int:
    """Measure, compare, and raise where asked."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--raise", action="store_true", dest="lift")
    words.add_argument("--errors", metavar="FACET")
    options = words.parse_args()
    folder = os.environ.get("KEHOACH_CORPUS")
    if not folder:
        print("KEHOACH_CORPUS is not set: no real documents to score")
        return 0
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    scans = tuple(floors["scans"])
    measured = {
        "dev": score_dev(Path(folder), options.errors, lambda name: not name.startswith(scans)),
        "labelled": score_labelled(Path(folder)),
    }
    if find_spec("trueocr"):
        scanned = score_dev(Path(folder), options.errors, lambda name: name.startswith(scans))
        measured["ocr"] = scanned
    else:
        print("ocr       not measured: the extra ocr is not installed")
    if options.lift:
        _raise_floors(floors, measured)
    return _report(floors, measured)


def score_dev(folder: Path, errors: str | None, wanted: Callable[[str], bool]) -> Figures:
    """Return F1 by facet over the documents with gold whose names are wanted, and the mean."""
    documents = sorted((folder / "corpus" / "dev" / "docs").iterdir())
    others = ",".join(path.name.split("-")[0] for path in documents if not wanted(path.name))
    scorer = [
        sys.executable, str(folder / "score" / "score.py"),
        "--gold", str(folder / "corpus" / "dev" / "gold"), "--skip", others,
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as out:
        _write_plans((path for path in documents if wanted(path.name)), out)
        said = _output([*scorer, "--pred", out, "--json"])
        if errors:
            print(_output([*scorer, "--pred", out, "--errors", errors]))
    scores = json.loads(said)
    return {facet: _f1(value) for facet, value in scores.items()}


def _f1(value: dict[str, float] | float) -> float:
    return value["f1"] if isinstance(value, dict) else value


def _write_plans(documents: Iterable[Path], out: str) -> None:
    for path in documents:
        try:
            text = parse(path).model_dump_json()
        except KehoachError as error:
            print(f"{path.name}: {error}")
            continue
        (Path(out) / f"{path.stem}.json").write_text(text, "utf-8")


def score_labelled(folder: Path) -> Figures:
    """Return the share of labelled acts whose number, date and issuer are right."""
    said = _output([sys.executable, str(folder / "score" / "score_labelled.py")])
    rows = re.findall(r"^(\w+) .*= ([\d.]+)$", said, re.MULTILINE)
    shares = {name: float(share) for name, share in rows}
    crashed = re.search(r"^crashed (\d+)", said, re.MULTILINE)
    return {**shares, "sound": float(crashed is not None and crashed[1] == "0")}


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the scorers
    if not done.stdout:
        sys.exit(done.stderr.decode())
    return done.stdout.decode()


def _report(floors: dict[str, Any], measured: dict[str, Figures]) -> int:
    """Print each figure beside its floor; return 1 where one is below."""
    low = False
    for group, figures in measured.items():
        for name, figure in figures.items():
            floor = floors.get(group, {}).get(name, 0.0)
            low |= figure < floor
            print(
                f"{group:9} {name:17} {figure:.4f}  floor {floor:.4f}{'  LOW' * (figure < floor)}"
            )
    return int(low)


def _raise_floors(floors: dict[str, Any], measured: dict[str, Figures]) -> None:
    lines = FLOORS.read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if line.startswith(("#", "scans"))) + "\n"
    for group, figures in measured.items():
        text += f"\n[{group}]\n"
        slack = OCR_SLACK if group == "ocr" else SLACK
        for name, figure in figures.items():
            floor = floors.get(group, {}).get(name, 0.0)
            floors.setdefault(group, {})[name] = max(floor, round(figure - slack, 3), 0.0)
            text += f"{name} = {floors[group][name]}\n"
    FLOORS.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
