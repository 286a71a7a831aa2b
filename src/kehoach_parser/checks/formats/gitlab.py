"""GitLab's code quality report (the Code Climate subset that GitLab reads)."""

import hashlib
import json
from collections import Counter
from typing import Final

from kehoach_parser.checks.records import Problem
from kehoach_parser.checks.report import Report
from kehoach_parser.model import Severity

_LEVELS: Final = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the findings; GitLab drops one whose fingerprint it has seen, so each is unique."""
    seen: Counter[str] = Counter()
    entries = [_entry(problem, seen) for problem in report.problems]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem, seen: Counter[str]) -> dict[str, object]:
    number = seen[problem.fingerprint]
    seen[problem.fingerprint] += 1
    unique = hashlib.sha256(f"{problem.fingerprint}#{number}".encode()).hexdigest()
    return {
        "description": f"{problem.code}: {problem.message}",
        "check_name": problem.code,
        "fingerprint": unique,
        "severity": _LEVELS[problem.severity],
        "location": {
            "path": problem.path,
            "lines": {"begin": problem.region.line if problem.region else 1},
        },
    }
