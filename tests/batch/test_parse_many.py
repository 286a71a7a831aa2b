"""The library's way to many files."""

import sys
from collections.abc import Generator
from itertools import count
from pathlib import Path

import pytest

from batch_office import PLAN, Office
from kehoach_parser import Outcome, parse, parse_many
from kehoach_parser.batch import process
from kehoach_parser.batch.many import loss
from kehoach_parser.batch.settings import Settings
from kehoach_parser.errors import CrashError, FormatError, LimitError, UnreadableError, UsageError
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.base import Limits


def test_each_file_has_its_outcome(office: Office) -> None:
    good = office.put("a.txt")
    bad = office.put("b.docx", "PK\x03\x04 cut")
    outcomes = {outcome.path: outcome for outcome in parse_many([good, str(bad), "no.txt"], jobs=2)}
    assert outcomes[good] == Outcome(good, plan=parse(good))
    assert isinstance(outcomes[bad].error, FormatError)
    assert isinstance(outcomes[Path("no.txt")].error, UnreadableError)


@pytest.mark.usefixtures("spoiled")
def test_a_worker_that_ends_is_replaced(office: Office) -> None:
    files = [office.put(f"{word}.txt", f"{PLAN}{word}") for word in ("CRASH", "FAULT", "HANG", "")]
    options = Options(Limits(timeout=1))
    kinds = {outcome.path: type(outcome.error) for outcome in parse_many(files, options, jobs=1)}
    assert list(kinds.values()) == [CrashError, CrashError, LimitError, type(None)]


def test_who_stops_early_need_not_wait_and_paths_may_be_endless(office: Office) -> None:
    file = office.put("a.txt")
    fetched: list[int] = []

    def endless() -> Generator[Path]:
        for number in count():
            fetched.append(number)
            yield file

    for number, outcome in enumerate(parse_many(endless(), jobs=1)):
        assert outcome.plan
        if number == 5:
            break
    assert len(fetched) < 20


def test_no_files_are_no_outcomes() -> None:
    assert list(parse_many([])) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_file_that_needs_too_much_memory_fails_alone(office: Office) -> None:
    big = office.put("big.txt", PLAN + "Nâng cao chất lượng công tác văn thư.\n" * 200_000)
    small = office.put("small.txt")
    outcomes = {
        outcome.path: outcome.error for outcome in parse_many([big, small], jobs=1, max_memory=150)
    }
    assert outcomes[small] is None
    error = outcomes[big]
    assert error
    assert error.code == "file-memory"


def test_a_worker_that_cannot_start_is_said(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_BOOT", "raise SystemExit(1)")
    with pytest.raises(UsageError, match="--max-memory"):
        list(parse_many([office.put("a.txt")], jobs=1))


@pytest.mark.parametrize(("most", "code"), [(None, "worker-died"), (400, "file-memory")])
def test_a_sudden_end_under_a_bound_on_memory_is_told_as_that(most: int | None, code: str) -> None:
    worker = process.Worker(Settings(max_memory=most))
    worker.end()
    assert loss(process.LostError(late=False), Path("a.docx"), worker).code == code
    assert loss(process.LostError(late=True), Path("a.docx"), worker).code == "file-timeout"
