"""Workflow commands that GitHub Actions shows as annotations."""

from itertools import groupby
from typing import Final

from kehoach_parser.checks.records import LEVELS, Problem
from kehoach_parser.checks.report import Report
from kehoach_parser.messages import Words
from kehoach_parser.model import Severity

MOST: Final = 10
"""Annotations of one kind that GitHub takes from a step."""

_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MORE: Final = Words(
    "Còn {count} {kind} nữa không hiện thành chú thích (GitHub nhận tối đa {most}).",
    "{count} more of kind {kind} are no annotations (GitHub takes {most}).",
)


def render(report: Report) -> str:
    """Return annotations, errors first, ten of each kind; what is over is counted in a line."""
    lines: list[str] = []
    ordered = sorted(report.problems, key=lambda one: -LEVELS.index(one.severity))
    for severity, group in groupby(ordered, key=lambda one: one.severity):
        problems = list(group)
        lines += (_annotation(problem) for problem in problems[:MOST])
        if len(problems) > MOST:
            said = _MORE.in_language(report.language)
            kind = _KINDS[severity]
            lines.append(said.format(count=len(problems) - MOST, kind=kind, most=MOST))
    return "".join(f"{line}\n" for line in lines)


def _annotation(problem: Problem) -> str:
    where = [f"file={_property(problem.path)}"]
    if problem.region:
        region = problem.region
        where += [f"line={region.line}", f"endLine={region.end_line}", f"col={region.column}"]
    where.append(f"title={problem.code} {problem.name}")
    return f"::{_KINDS[problem.severity]} {','.join(where)}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
