"""Examples of rules as files, and a report with a bit of everything."""

from pathlib import Path
from typing import Final

from kehoach_parser import KehoachError, Plan, parse, parse_bytes
from kehoach_parser.checks.examine import Settings, judge
from kehoach_parser.checks.expectation import SUFFIX as EXPECTED
from kehoach_parser.checks.expectation import expected_text
from kehoach_parser.checks.records import Checked, Problem
from kehoach_parser.checks.registry import rules
from kehoach_parser.checks.report import Report
from kehoach_parser.checks.rule import Example, changed, edit
from kehoach_parser.checks.sidecar import SUFFIX as SIDECAR

EVERY: Final = Settings(frozenset(rule.code for rule in rules()))
FAULTY: Final = edit(
    ("Số: 24/KH-UBND", "Số:      /KH-UBND"),
    (" một cửa trước ngày 15/5/2026.", " một cửa trước ngày 30/02/2027."),
    ("Nguyễn Văn Minh\n", ""),
)
"""A number left blank, a day that is none, nobody who signs."""


def put(example: Example, folder: Path) -> Path:
    """Write an example with what stands beside it; return the document."""
    data = example.data()
    document = folder / example.name
    document.write_bytes(data)
    if example.expected is not None:
        text = changed(expected_text(parse_bytes(data, name=example.name)), example.expected)
        (folder / (example.name + EXPECTED)).write_text(text, "utf-8")
    if example.sidecar is not None:
        (folder / (example.name + SIDECAR)).write_text(example.sidecar, "utf-8")
    return document


def examine(document: Path, shown: str, settings: Settings) -> Checked:
    """Return the findings in a file, whose name in reports is `shown`."""
    try:
        plan: Plan | KehoachError = parse(document, settings.options)
    except KehoachError as error:
        plan = error
    return judge(document, shown, plan, settings)


def found_in(example: Example, folder: Path, settings: Settings = EVERY) -> tuple[Problem, ...]:
    """Return the findings in an example."""
    return examine(put(example, folder), example.name, settings).problems


def faulty_report(folder: Path) -> Report:
    """Return the report over a faulty plan, an empty file and a sound plan."""
    (folder / "rỗng, 1.txt").write_bytes(b"")
    return Report((
        examine(put(FAULTY, folder), "thư mục/ke-hoach.txt", EVERY),
        examine(folder / "rỗng, 1.txt", "rỗng, 1.txt", EVERY),
        Checked("tot.txt"),
    ))  # fmt: skip
