"""SARIF 2.1.0 (OASIS), as GitHub code scanning and editors read it."""

import json
from typing import Final
from urllib.parse import quote

from kehoach_parser._version import __version__
from kehoach_parser.checks.records import Problem
from kehoach_parser.checks.registry import rules
from kehoach_parser.checks.report import Report
from kehoach_parser.checks.rule import Rule
from kehoach_parser.messages import Language
from kehoach_parser.model import Severity

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT: Final = "kehoachFinding/v1"


def render(report: Report) -> str:
    """Return one run; lines and columns are those of the text that `kehoach parse` gives."""
    found = {problem.code for problem in report.problems}
    used = [rule for rule in rules() if rule.code in found]
    numbers = {rule.code: number for number, rule in enumerate(used)}
    run = {
        "tool": {
            "driver": {
                "name": "kehoach-parser",
                "semanticVersion": __version__,
                "rules": [_rule(rule, report.language) for rule in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, numbers[one.code]) for one in report.problems],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title.in_language(language)},
        "fullDescription": {"text": rule.why.in_language(language)},
        "help": {"text": f"{rule.why.in_language(language)} {rule.source}".strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, number: int) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(problem.path)}}
    if problem.region:
        region = problem.region
        place["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
        if problem.text:
            place["contextRegion"] = {
                "startLine": region.line, "snippet": {"text": problem.text}
            }  # fmt: skip
    found: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": number,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {_FINGERPRINT: problem.fingerprint},
    }
    if problem.page:
        found["properties"] = {"page": problem.page}
    return found
