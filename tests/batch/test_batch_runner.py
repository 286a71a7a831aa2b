"""Whole runs: what comes out, in which order, after which accidents."""

import json
from typing import cast

import pytest

from batch_office import PLAN, Heard, Office
from kehoach_parser import parse
from kehoach_parser.api import rendered
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.store import Formats
from kehoach_parser.errors import UsageError
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.base import Limits

SECRET = "MẬT\n" + PLAN
BOTH = Formats(files=True, lines=True)
LINES = Formats(files=False, lines=True)


def _manifest(office: Office) -> dict[str, dict[str, object]]:
    lines = (office.out / "manifest.jsonl").read_text("utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [entry["path"] for entry in entries] == sorted(entry["path"] for entry in entries)
    return {entry["path"]: entry for entry in entries}


def test_each_document_gives_what_parse_gives_in_a_mirrored_tree(office: Office) -> None:
    office.put("a.txt")
    file = office.put("năm 2024/quý I/b.txt", PLAN.format(year=2024))
    report, _ = office.run()
    assert report == (2, 0, 0)
    assert set(office.tree()) == {
        "a.txt.json", "năm 2024/quý I/b.txt.json", "manifest.jsonl", ".kehoach/journal.jsonl",
    }  # fmt: skip
    assert (office.out / "năm 2024/quý I/b.txt.json").read_bytes() == rendered(parse(file))


@pytest.mark.parametrize("formats", [Formats(), LINES, BOTH])
def test_the_number_of_jobs_changes_no_byte(office: Office, formats: Formats) -> None:
    office.plans(12)
    office.put("broken.docx", "no archive")
    office.put("same.txt", PLAN.format(year=2003))
    office.run(jobs=1, formats=formats)
    one = office.tree()
    office.run(jobs=8, formats=formats)
    assert office.tree() == one


def test_lines_are_the_results_in_the_order_of_names(office: Office) -> None:
    office.plans(5)
    office.run(formats=BOTH)
    files = sorted(name for name in office.tree() if name.endswith(".json"))
    lines = (office.out / "plans.jsonl").read_bytes()
    assert lines == b"".join((office.out / name).read_bytes() for name in files)
    alone = Office(office.out)
    alone.inside = office.inside
    alone.run(formats=LINES)
    assert (alone.out / "plans.jsonl").read_bytes() == lines
    assert sorted(alone.tree()) == [".kehoach/journal.jsonl", "manifest.jsonl", "plans.jsonl"]


@pytest.mark.usefixtures("spoiled")
def test_a_bad_file_fails_alone(office: Office) -> None:
    office.plans(6)
    for word in ("CRASH", "HANG", "FAULT", "MEMORY"):
        office.put(f"{word}.txt", f"{PLAN}{word}\n")
    office.put("empty.txt", "")
    settings = Settings(Options(Limits(timeout=1.5)))
    report, heard = office.run(settings=settings, jobs=2)
    assert report == (6, 0, 5)
    errors = {name: code for name, code in heard.steps.items() if code != "parsed"}
    assert errors == {
        "CRASH.txt": "worker-died", "HANG.txt": "file-timeout", "FAULT.txt": "internal",
        "MEMORY.txt": "file-memory", "empty.txt": "file-empty",
    }  # fmt: skip
    assert "CRASH.txt" in heard.later
    entry = _manifest(office)["FAULT.txt"]
    assert (entry["status"], entry["outputs"]) == ("failed", [])
    error = cast("dict[str, str]", entry["error"])
    assert "ZeroDivisionError tại <string>:" in error["message"]


def test_a_secret_document_has_its_warning_in_the_manifest(office: Office) -> None:
    office.put("mat.txt", SECRET)
    office.put("same.txt", SECRET)
    office.run()
    for entry in _manifest(office).values():
        warnings = cast("list[dict[str, str]]", entry["warnings"])
        assert warnings[0]["code"] == "secret"


def test_duplicates_are_parsed_once_each_with_its_own_name(office: Office) -> None:
    for name in ("a.txt", 'b "x\\y.txt', "c/d.txt", "e.md"):
        office.put(name)
    report, heard = office.run()
    assert report == (4, 0, 0)
    assert sorted(heard.steps.values()) == ["copied", "copied", "parsed", "parsed"]
    for name, target in (("a.txt", "a.txt"), ('b "x\\y.txt', "b _x_y.txt"), ("e.md", "e.md")):
        plan = rendered(parse(office.inside / name))
        assert (office.out / f"{target}.json").read_bytes() == plan


def test_duplicates_of_a_broken_file_fail_under_their_own_names(office: Office) -> None:
    office.put("a.docx", "PK\x03\x04 cut")
    office.put("b.docx", "PK\x03\x04 cut")
    office.run()
    messages = [str(entry["error"]) for entry in _manifest(office).values()]
    assert ["a.docx" in messages[0], "b.docx" in messages[1]] == [True, True]


def test_nothing_to_read_is_an_error(office: Office) -> None:
    with pytest.raises(UsageError, match="Không có văn bản nào"):
        office.run()


def test_a_result_never_replaces_an_input(office: Office) -> None:
    office.put("a.txt")
    office.put("a.txt.json")
    with pytest.raises(UsageError, match="chính là tệp vào"):
        office.run(output=office.inside, include=("*",))


def test_two_runs_do_not_share_a_folder(office: Office) -> None:
    office.plans(2)
    first = Heard()

    def second() -> None:
        with pytest.raises(UsageError, match="Một lần chạy khác"):
            office.run()

    first.at_step = second
    assert office.run(first)[0].done == 2


def test_results_inside_the_input_are_not_read_again(office: Office) -> None:
    office.plans(3)
    out = office.inside / "results"
    office.run(output=out)
    (out / "notes.txt").write_text(PLAN, "utf-8")
    assert office.run(output=out)[0] == (3, 0, 0)


def test_a_result_that_cannot_be_written_is_a_failure_of_its_document(office: Office) -> None:
    office.plans(4)
    office.out.mkdir()
    (office.out / "1").write_text("a file where a folder has to be", "utf-8")
    report, heard = office.run()
    assert report == (3, 0, 1)
    assert heard.steps["1/k1.txt"] == "output-failed"
    (office.out / "1").unlink()
    assert office.run(resume=True)[0] == (4, 3, 0)


def test_a_file_that_is_back_in_time_is_read_at_the_end(office: Office) -> None:
    office.plans(2)
    gone = office.put("0/k0.txt")
    away = gone.rename(gone.with_suffix(".away"))
    heard = Heard()
    heard.at_later = lambda: away.rename(gone)
    report, _ = office.run(heard, words=(str(gone), str(office.inside)))
    assert (report, heard.later) == ((2, 0, 0), ["0/k0.txt"])


def test_a_file_that_stays_away_is_told_by_its_name_below_the_root(office: Office) -> None:
    office.plans(1)
    words = (str(office.inside / "0/k0.txt"), str(office.inside / "x" / "no.txt"))
    report, _ = office.run(words=words)
    assert report == (1, 0, 1)
    error = cast("dict[str, str]", _manifest(office)["x/no.txt"]["error"])
    assert error["message"].startswith("Không thấy tệp x/no.txt.")
