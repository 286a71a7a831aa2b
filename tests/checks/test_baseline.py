"""The baseline hides what is known, by fingerprint and count."""

import json
from pathlib import Path

import pytest

from checks.check_samples import FAULTY, faulty_report, found_in
from kehoach_parser.checks.baseline import read, without_known, written
from kehoach_parser.checks.records import Checked
from kehoach_parser.checks.report import Report
from kehoach_parser.errors import UsageError


def _baseline(report: Report, folder: Path) -> Path:
    path = folder / "baseline.json"
    path.write_text(written(report), "utf-8")
    return path


def test_what_is_known_is_hidden(tmp_path: Path) -> None:
    report = faulty_report(tmp_path)
    left = without_known(report, read(_baseline(report, tmp_path)))
    assert (left.problems, left.hidden, left.stale) == ((), len(report.problems), 0)
    assert [file.path for file in left.files] == [file.path for file in report.files]
    assert not left.fails


def test_it_holds_no_line_numbers(tmp_path: Path) -> None:
    entries = json.loads(written(faulty_report(tmp_path)))["findings"]
    assert {tuple(entry) for entry in entries} == {("fingerprint", "count", "path", "code")}


def test_one_more_of_the_same_is_new(tmp_path: Path) -> None:
    problem = found_in(FAULTY, tmp_path)[0]
    once = Report((Checked("k.txt", (problem,)),))
    twice = Report((Checked("k.txt", (problem, problem)),))
    assert len(without_known(twice, read(_baseline(once, tmp_path))).problems) == 1


def test_what_is_gone_is_stale(tmp_path: Path) -> None:
    problem = found_in(FAULTY, tmp_path)[0]
    twice = Report((Checked("k.txt", (problem, problem)),))
    once = Report((Checked("k.txt", (problem,)),))
    left = without_known(once, read(_baseline(twice, tmp_path)))
    assert (left.hidden, left.stale) == (1, 1)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}',
             '{"version": 1, "findings": [{"fingerprint": "a", "count": "b"}]}']
)  # fmt: skip
def test_what_is_no_baseline_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(UsageError, match="baseline"):
        read(path)
    with pytest.raises(UsageError, match="baseline"):
        read(tmp_path / "nope.json")
