"""JUnit XML: a suite for each file, a failed case for each finding that fails the run."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kehoach_parser.checks.records import Checked, Problem, reaches
from kehoach_parser.checks.report import Report, place
from kehoach_parser.text.visible import NOT_XML

_UNREADABLE: Final = "KH001"


def render(report: Report) -> str:
    """Return the report; a file that cannot be read is an error, a milder finding is skipped."""
    root = Element("testsuites", name="kehoach check")
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for file in report.files:
        suite = _suite(root, file, report)
        for key in totals:
            totals[key] += int(suite.get(key, "0"))
    for key, count in totals.items():
        root.set(key, str(count))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def _suite(root: Element, file: Checked, report: Report) -> Element:
    suite = SubElement(root, "testsuite", name=_clean(file.path))
    kinds = [_kind(problem, report) for problem in file.problems]
    for problem, kind in zip(file.problems, kinds, strict=True):
        case = _case(suite, file, f"{problem.code} {problem.name}")
        line = f"{place(problem)}: {problem.message}"
        told = SubElement(case, kind, message=_clean(problem.message))
        if kind != "skipped":
            told.set("type", problem.code)
            told.text = _clean(line)
    if not file.problems:
        _case(suite, file, "kehoach check")
    suite.set("tests", str(max(len(kinds), 1)))
    for key, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(kinds.count(kind)))
    return suite


def _case(suite: Element, file: Checked, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_clean(file.path), name=name, time="0")


def _kind(problem: Problem, report: Report) -> str:
    if problem.code == _UNREADABLE:
        return "error"
    return "failure" if reaches(problem.severity, report.fail_on) else "skipped"


def _clean(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
