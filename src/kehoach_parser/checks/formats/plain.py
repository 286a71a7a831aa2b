"""The findings a line each (concise: `file:page:line: CODE message`), and as JSON for programs."""

import json

from kehoach_parser.checks.records import Problem
from kehoach_parser.checks.report import Report, place
from kehoach_parser.text.visible import visible

VERSION = 1
"""The version of this format; fields are added, none is renamed."""


def render_concise(report: Report) -> str:
    """Return a line for each finding."""
    return "".join(f"{place(one)}: {one.code} {visible(one.message)}\n" for one in report.problems)


def render_json(report: Report) -> str:
    """Return one object: the findings, and their counts."""
    whole = {
        "version": VERSION,
        "files": len(report.files),
        "counts": {level.value: count for level, count in report.counts().items()},
        "suppressed": report.suppressed,
        "baseline": {"hidden": report.hidden, "stale": report.stale},
        "findings": [fields(problem) for problem in report.problems],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def render_jsonl(report: Report) -> str:
    """Return an object for each finding, a line each."""
    return "".join(json.dumps(fields(one), ensure_ascii=False) + "\n" for one in report.problems)


def fields(problem: Problem) -> dict[str, object]:
    """Return a finding as JSON's values; the region's columns count code points."""
    found: dict[str, object] = problem._asdict()
    found["severity"] = problem.severity.value
    found["region"] = problem.region and problem.region._asdict()
    return found
