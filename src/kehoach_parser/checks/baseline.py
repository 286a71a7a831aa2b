"""The baseline: findings that are known, by fingerprint and count, without line numbers."""

import json
from collections import Counter
from pathlib import Path
from typing import Final

from kehoach_parser.checks.records import Checked, Problem
from kehoach_parser.checks.report import Report
from kehoach_parser.errors import UsageError, reason_of

VERSION: Final = 1


def written(report: Report) -> str:
    """Return the baseline that hides all findings of a report, in a stable order."""
    counts = Counter(problem.fingerprint for problem in report.problems)
    first: dict[str, Problem] = {}
    for problem in report.problems:
        first.setdefault(problem.fingerprint, problem)
    entries = [
        {"fingerprint": name, "count": counts[name], "path": one.path, "code": one.code}
        for name, one in sorted(
            first.items(), key=lambda item: (item[1].path, item[1].code, item[0])
        )
    ]
    return (
        json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=1) + "\n"
    )


def read(path: Path) -> Counter[str]:
    """Return how often each fingerprint is known. Raises `UsageError` for what is no baseline."""
    try:
        table = json.loads(path.read_text("utf-8"))
        entries = [(entry["fingerprint"], entry["count"]) for entry in table["findings"]]
    except OSError as error:
        raise UsageError("file-unreadable", path=path, reason=reason_of(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError("baseline-broken", path=path) from error
    if table.get("version") != VERSION or not all(_is_entry(entry) for entry in entries):
        raise UsageError("baseline-broken", path=path)
    return Counter(dict(entries))


def _is_entry(entry: tuple[object, object]) -> bool:
    return isinstance(entry[0], str) and isinstance(entry[1], int)


def without_known(report: Report, known: Counter[str]) -> Report:
    """Return a report without the findings that are known; how many known ones are gone is told."""
    left = Counter(known)
    files = tuple(_file_without(file, left) for file in report.files)
    kept = sum(len(file.problems) for file in files)
    return report._replace(files=files, hidden=len(report.problems) - kept, stale=left.total())


def _file_without(file: Checked, left: Counter[str]) -> Checked:
    kept: list[Problem] = []
    for problem in file.problems:
        if left[problem.fingerprint] > 0:
            left[problem.fingerprint] -= 1
        else:
            kept.append(problem)
    return file._replace(problems=tuple(kept))
