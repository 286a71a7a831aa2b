"""The formats of reports: valid for those who read them, and stable."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite
from lxml import etree

from checks.check_samples import FAULTY, faulty_report, found_in
from kehoach_parser.checks.formats import github, gitlab, html, junit, plain, sarif
from kehoach_parser.checks.records import Checked, Problem
from kehoach_parser.checks.report import Report
from kehoach_parser.cli.check_screen import drawn_at
from kehoach_parser.model import Severity

SCHEMA = Path(__file__).parents[1] / "documents" / "sarif-schema-2.1.0.json"


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Return a report with findings of all severities, an unreadable file and a clean one."""
    return faulty_report(tmp_path)


def _many(count: int, severity: Severity) -> tuple[Problem, ...]:
    one = Problem("a.txt", "FMT003", "no-recipients", severity, "100% thiếu\nhai dòng", "f")
    return (one,) * count


def test_concise_is_a_line_each(report: Report) -> None:
    lines = plain.render_concise(report).splitlines()
    assert len(lines) == len(report.problems)
    assert "thư mục/ke-hoach.txt:-:14: DUE005 Không có ngày 30/02/2027" in lines
    assert lines[-1].startswith("rỗng, 1.txt:-:-: KH001 ")


def test_a_files_name_feigns_no_line_and_drives_no_terminal() -> None:
    name = "a\nb.txt:-:-: KH001 \x1b[31m"
    one = Problem(name, "KH001", "unreadable", Severity.ERROR, f"Không thấy tệp {name}.", "f")
    report = Report((Checked(name, (one,)),))
    assert plain.render_concise(report).count("\n") == 1
    for text in (plain.render_concise(report), drawn_at(report, 200, colour=False)):
        assert text.startswith("a\\x0ab.txt")
    for text in (
        plain.render_concise(report),
        html.render(report),
        drawn_at(report, 80, colour=False),
    ):
        assert "\x1b" not in text


def test_full_marks_the_place(report: Report) -> None:
    lines = drawn_at(report, 80, colour=False).splitlines()
    at = next(n for n, line in enumerate(lines) if "DUE005" in line)
    mark = re.search(r"\^+", lines[at + 2])
    assert mark
    assert lines[at + 1][slice(*mark.span())] == "30/02/2027"
    assert all(len(line) <= 80 for line in lines if line.startswith("    "))
    assert "\x1b" not in "".join(lines)
    assert "\x1b[" in drawn_at(report, 80, colour=True)


def test_json_holds_everything(report: Report) -> None:
    whole = json.loads(plain.render_json(report))
    assert whole["files"] == 3
    assert whole["counts"] == {"error": 2, "warning": 2, "info": 1}
    day = next(one for one in whole["findings"] if one["code"] == "DUE005")
    assert day["region"]["line"] == 14
    lines = plain.render_jsonl(report).splitlines()
    assert [json.loads(line) for line in lines] == whole["findings"]


def test_sarif_is_valid(report: Report) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    found = json.loads(sarif.render(report))
    validator = Draft4Validator(schema)
    validator.validate(found)  # pyright: ignore[reportUnknownMemberType] - its own type
    assert not validator.is_valid({**found, "version": "2.0"})  # pyright: ignore[reportUnknownMemberType] - the same


def test_sarif_says_where_in_code_points(report: Report) -> None:
    run: dict[str, Any] = json.loads(sarif.render(report))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch("[0-9a-f]{20}", result["partialFingerprints"]["kehoachFinding/v1"])
    day = next(one for one in run["results"] if one["ruleId"] == "DUE005")
    place = day["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "th%C6%B0%20m%E1%BB%A5c/ke-hoach.txt"
    line = place["contextRegion"]["snippet"]["text"]
    region = place["region"]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "30/02/2027"


def test_junit_is_read_back(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(junit.render(report), "utf-8")
    suites = JUnitXml.fromfile(str(path))  # pyright: ignore[reportUnknownMemberType] - untyped
    assert isinstance(suites, JUnitXml)
    kinds: list[list[type]] = []
    for suite in suites:
        assert isinstance(suite, TestSuite)
        kinds.append([type(result) for case in suite for result in case.result])
    assert kinds == [[Failure, Failure, Skipped, Failure], [Error], []]
    told = [getattr(suites, name) for name in ("tests", "failures", "errors", "skipped")]
    assert told == [6, 3, 1, 1]


def test_junit_has_no_character_that_xml_forbids() -> None:
    problem = Problem("a\x01.txt", "KH001", "unreadable", Severity.ERROR, "hỏng \x00\ufffe", "f")
    assert "\x00" not in junit.render(Report((Checked("a\x01.txt", (problem,)),)))


def test_github_shows_errors_first_and_no_more_than_it_takes() -> None:
    problems = _many(12, Severity.INFO) + _many(11, Severity.ERROR) + _many(2, Severity.WARNING)
    lines = github.render(Report((Checked("a.txt", problems),))).splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == ["::error"] * 10 + ["Còn"] + ["::warning"] * 2 + ["::notice"] * 10 + ["Còn"]
    assert lines[0] == (
        "::error file=a.txt,title=FMT003 no-recipients::100%25 thiếu%0Ahai dòng"
    )  # fmt: skip


def test_github_escapes_what_separates(report: Report) -> None:
    lines = github.render(report).splitlines()
    assert any("file=rỗng%2C 1.txt,title=KH001 unreadable::" in line for line in lines)
    assert any(",line=14,endLine=14,col=" in line for line in lines)


def test_gitlab_has_a_fingerprint_for_each() -> None:
    entries = json.loads(gitlab.render(Report((Checked("a.txt", _many(3, Severity.WARNING)),))))
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert set(entries[0]) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert entries[0]["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert entries[0]["location"] == {"path": "a.txt", "lines": {"begin": 1}}


def test_html_shows_each_finding_and_runs_nothing(report: Report) -> None:
    page = html.render(report)
    tree = etree.HTML(page)
    assert len(tree.findall(".//li")) == len(report.problems)
    assert "30/02/2027" in [mark.text for mark in tree.findall(".//mark")]
    assert "<script" not in page
    problem = Problem("<b>.txt", "KH001", "unreadable", Severity.ERROR, "<script>", "f")
    assert "<script" not in html.render(Report((Checked("<b>.txt", (problem,)),)))
    assert "Không có phát hiện nào." in html.render(Report(()))


def test_reports_are_the_same_in_another_process(report: Report, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, checks.check_samples as c\n"
        "from kehoach_parser.checks.formats import sarif\n"
        "sys.stdout.buffer.write(sarif.render(c.faulty_report(pathlib.Path(sys.argv[1]))).encode())"
    )
    again = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert again.stdout.decode() == sarif.render(report)


def test_a_report_fails_at_its_level(tmp_path: Path) -> None:
    problems = tuple(one for one in found_in(FAULTY, tmp_path) if one.code == "DUE001")
    report = Report((Checked("k.txt", problems),))
    assert not report.fails
    assert report._replace(fail_on=Severity.INFO).fails
