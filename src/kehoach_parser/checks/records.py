"""What a check gives: findings with their places, ready for any report."""

from typing import NamedTuple

from kehoach_parser.model import Severity

LEVELS = (Severity.INFO, Severity.WARNING, Severity.ERROR)
"""Severities, the mildest first."""


class Region(NamedTuple):
    """A place in `Plan.text`: 1-based lines and columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Problem(NamedTuple):
    """One finding. `text` is the line it stands in, empty for the whole document or a secret one.

    `path` has forward slashes. `fingerprint` names the finding without line numbers: it stays
    when other lines come or go.
    """

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    fingerprint: str
    region: Region | None = None
    page: int | None = None
    text: str = ""


class Checked(NamedTuple):
    """One file's findings in the order of its text, and how many its sidecar suppressed.

    `result` is what its expectation should hold, where that is asked for.
    """

    path: str
    problems: tuple[Problem, ...] = ()
    suppressed: int = 0
    result: str | None = None


def reaches(severity: Severity, least: Severity) -> bool:
    """Return whether a severity is at or above another.

    >>> reaches(Severity.ERROR, Severity.WARNING), reaches(Severity.INFO, Severity.WARNING)
    (True, False)
    """
    return LEVELS.index(severity) >= LEVELS.index(least)
