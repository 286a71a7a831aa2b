"""One document under check: places, fingerprints, what is left out."""

from pathlib import Path

import pytest

from checks.check_samples import EVERY, FAULTY, examine, found_in, put
from kehoach_parser.checks.records import Region
from kehoach_parser.checks.rule import Example, edit
from kehoach_parser.errors import UsageError
from kehoach_parser.model import Severity

SECRET = ("Số: 24/KH-UBND\n", "Số: 24/KH-UBND\nTUYỆT MẬT\n")


def test_a_finding_has_its_line_and_columns(tmp_path: Path) -> None:
    problem = next(one for one in found_in(FAULTY, tmp_path) if one.code == "DUE005")
    region = problem.region
    assert region is not None
    assert problem.text[region.column - 1 : region.end_column - 1] == "30/02/2027"
    assert problem.message == "Không có ngày 30/02/2027"


def test_findings_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    problems = found_in(FAULTY, tmp_path)
    places = [one.region or Region(0, 0, 0, 0) for one in problems]
    assert places == sorted(places)
    assert problems[0].region is None


def test_a_fingerprint_does_not_know_line_numbers(tmp_path: Path) -> None:
    heading = "I. MỤC ĐÍCH, YÊU CẦU\n"
    moved = edit(*FAULTY.changes, (heading, f"Kính gửi các đơn vị.\n\n{heading}"))
    before = {one.code: one for one in found_in(FAULTY, tmp_path)}
    after = {one.code: one for one in found_in(moved, tmp_path)}
    assert before["DUE005"].region != after["DUE005"].region
    assert before["DUE005"].fingerprint == after["DUE005"].fingerprint
    assert len({one.fingerprint for one in before.values()}) == len(before)


def test_a_fingerprint_does_not_know_the_language(tmp_path: Path) -> None:
    english = EVERY._replace(options=EVERY.options._replace(language="en"))
    names = [one.fingerprint for one in found_in(FAULTY, tmp_path)]
    assert [one.fingerprint for one in found_in(FAULTY, tmp_path, english)] == names


def test_an_unreadable_file_is_a_finding(tmp_path: Path) -> None:
    checked = examine(tmp_path / "nope.docx", "nope.docx", EVERY)
    assert [problem.code for problem in checked.problems] == ["KH001"]
    assert "nope.docx" in checked.problems[0].message


def test_a_secret_document_is_not_quoted(tmp_path: Path) -> None:
    problems = found_in(edit(*FAULTY.changes[1:], SECRET), tmp_path)
    assert {"KH006", "DUE005"} <= {one.code for one in problems}
    assert "TUYỆT MẬT" in next(one.message for one in problems if one.code == "KH006")
    for problem in problems:
        assert problem.text == ""
        assert "30/02" not in problem.message


def test_a_severity_is_what_the_configuration_says(tmp_path: Path) -> None:
    settings = EVERY._replace(severity=(("FMT", Severity.ERROR), ("FMT001", Severity.INFO)))
    levels = {one.code: one.severity for one in found_in(FAULTY, tmp_path, settings)}
    assert (levels["FMT001"], levels["FMT004"]) == (Severity.INFO, Severity.ERROR)


@pytest.mark.parametrize("pattern", ["ke-hoach.txt", "*.txt"])
def test_a_file_can_be_left_out_of_rules(pattern: str, tmp_path: Path) -> None:
    settings = EVERY._replace(per_file_ignores=((pattern, ("FMT", "due005")),))
    codes = {one.code for one in found_in(FAULTY, tmp_path, settings)}
    assert codes == {"DUE001"}
    other = EVERY._replace(per_file_ignores=(("*.docx", ("FMT",)),))
    assert "FMT001" in {one.code for one in found_in(FAULTY, tmp_path, other)}


def test_a_sidecar_suppresses_and_is_counted(tmp_path: Path) -> None:
    sidecar = '[[ignore]]\ncode = "FMT"\nreason = "dự thảo"\n'
    checked = examine(put(FAULTY._replace(sidecar=sidecar), tmp_path), "ke-hoach.txt", EVERY)
    assert {one.code for one in checked.problems} == {"DUE001", "DUE005"}
    assert checked.suppressed == 2


def test_a_sidecar_can_name_the_words(tmp_path: Path) -> None:
    entry = '[[ignore]]\ncode = "DUE005"\nreason = "thử"\ntext = "{}"\n'
    here = found_in(FAULTY._replace(sidecar=entry.format("30/02/2027")), tmp_path)
    assert "DUE005" not in {one.code for one in here}
    elsewhere = found_in(FAULTY._replace(sidecar=entry.format("31/02/2027")), tmp_path)
    assert {"DUE005", "KH009"} <= {one.code for one in elsewhere}


@pytest.mark.parametrize(
    "sidecar",
    [
        '[[ignore]]\ncode = "FMT001"\n',
        '[[ignore]]\ncode = "FMT001"\nreason = " "\n',
        '[[ignore]]\ncode = "ABC"\nreason = "…"\n',
        '[[ignore]]\ncode = "FMT001"\nreason = "…"\nline = 3\n',
        'ignore = "FMT001"\n',
        "ignore = [1]\n",
        "[[ignore\n",
    ],
)
def test_a_wrong_sidecar_is_told(sidecar: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        found_in(Example(sidecar=sidecar), tmp_path)


def test_a_name_that_leaves_no_room_for_a_sidecar_has_none(tmp_path: Path) -> None:
    document = put(FAULTY, tmp_path)
    long = document.rename(document.with_name("k" * 250 + document.suffix))
    assert "DUE005" in [problem.code for problem in examine(long, "k.txt", EVERY).problems]


def test_only_one_half_of_the_work(tmp_path: Path) -> None:
    document = put(FAULTY._replace(expected=(('"number": null', '"number": "24"'),)), tmp_path)
    by_rules = examine(document, "k.txt", EVERY._replace(by_expectation=False)).problems
    assert "KH007" not in {one.code for one in by_rules}
    by_expectation = examine(document, "k.txt", EVERY._replace(by_rules=False)).problems
    assert {one.code for one in by_expectation} == {"KH007"}
