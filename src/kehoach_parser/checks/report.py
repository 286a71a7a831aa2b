"""What reports are made of: all files' findings, and what was left out."""

from collections import Counter
from typing import NamedTuple

from kehoach_parser.checks.records import LEVELS, Checked, Problem, reaches
from kehoach_parser.messages import Language
from kehoach_parser.model import Severity
from kehoach_parser.text.visible import visible


class Report(NamedTuple):
    """The findings of a run. `hidden` are known from the baseline, `stale` are its idle entries."""

    files: tuple[Checked, ...]
    fail_on: Severity = Severity.WARNING
    hidden: int = 0
    stale: int = 0
    language: Language = "vi"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All findings, file by file."""
        return tuple(problem for file in self.files for problem in file.problems)

    @property
    def suppressed(self) -> int:
        """How many findings sidecars have suppressed."""
        return sum(file.suppressed for file in self.files)

    @property
    def fails(self) -> bool:
        """Whether a finding is at or above the severity that fails."""
        return any(reaches(problem.severity, self.fail_on) for problem in self.problems)

    def counts(self) -> dict[Severity, int]:
        """Return how many findings each severity has, the gravest first."""
        found = Counter(problem.severity for problem in self.problems)
        return {level: found[level] for level in reversed(LEVELS)}


def place(problem: Problem) -> str:
    """Return `file:page:line`, `-` for what is not known or has no place.

    >>> place(Problem("a.txt", "FMT003", "no-recipients", Severity.WARNING, "…", "f"))
    'a.txt:-:-'
    """
    line = problem.region.line if problem.region else None
    return f"{visible(problem.path)}:{problem.page or '-'}:{line or '-'}"
