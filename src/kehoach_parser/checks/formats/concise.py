"""`file:page:line: CODE message`, a line each."""

from kehoach_parser.checks.report import Report, place
from kehoach_parser.text.visible import visible


def render(report: Report) -> str:
    """Return a line for each finding."""
    return "".join(f"{place(one)}: {one.code} {visible(one.message)}\n" for one in report.problems)
