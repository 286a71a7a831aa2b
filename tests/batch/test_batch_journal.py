"""The journal: lines that survive, torn ones that do no harm; which of them are current."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from batch_office import PLAN, Office
from kehoach_parser.batch.journal import Entry, Journal, Line
from kehoach_parser.batch.settings import Settings, flat
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.base import Limits


def _line(path: str, status: str = "done") -> Line:
    entry = Entry(path=path, status=status)
    return Line(entry=entry, settings="x", bounds=(1, 2.0, None), target=f"{path}.json")


def _written(file: Path, *lines: Line) -> None:
    with closing(Journal(file)) as journal:
        for line in lines:
            journal.add(line)


def test_the_last_line_of_a_file_holds(tmp_path: Path) -> None:
    _written(tmp_path / "j", _line("a"), _line("b"), _line("a", "failed"))
    with closing(Journal(tmp_path / "j")) as journal:
        assert journal.get("a") == _line("a", "failed")
        assert list(journal.paths()) == ["a", "b"]
        assert journal.get("c") is None


@pytest.mark.parametrize("spoil", [b'{"entry": {"pa', b"\0" * 40, b"not json\n", b'{"new": 1}\n'])
def test_a_torn_or_foreign_line_does_no_harm(tmp_path: Path, spoil: bytes) -> None:
    file = tmp_path / "j"
    _written(file, _line("a"))
    with file.open("ab") as stream:
        stream.write(spoil)
    _written(file, _line("b"))
    with closing(Journal(file)) as journal:
        assert [journal.get("a"), journal.get("b")] == [_line("a"), _line("b")]


def test_a_line_that_the_disk_does_not_take_is_told_once(tmp_path: Path) -> None:
    """Python tries to write it again when the file is closed: that hid where the disk was full."""
    if sys.platform == "win32":
        pytest.skip("there is no limit on files to set there")
    import resource  # noqa: PLC0415 - Windows has none

    journal = Journal(tmp_path / "j")
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, old[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            journal.add(_line("a"))
        journal.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def test_every_option_but_a_password_is_in_the_fingerprint() -> None:
    plain = Settings()
    assert plain.fingerprint() != Settings(Options(Limits(max_pages=3))).fingerprint()
    assert plain.fingerprint() != plain._replace(text=False).fingerprint()
    assert plain.fingerprint() == Settings(Options(Limits(password="x"))).fingerprint()  # noqa: S106 - an example
    assert plain.fingerprint() == Settings(Options(Limits(timeout=9))).fingerprint()
    names = {name for name, _ in flat(plain)}
    assert {"options.language", "options.limits.max_pages", "max_memory", "text"} <= names


def test_what_changed_is_done_again_and_nothing_else(office: Office) -> None:
    office.plans(4)
    office.put("broken.docx", "PK\x03\x04 cut")
    office.run()
    office.put("0/k0.txt", PLAN.format(year=1977))
    _, heard = office.run(resume=True)
    assert heard.steps.pop("0/k0.txt") == "parsed"
    assert heard.steps.pop("broken.docx") == "zip-broken"
    assert set(heard.steps.values()) == {"kept"}


@pytest.mark.parametrize(
    ("then", "now", "how"),
    [
        (Limits(timeout=50), Limits(timeout=90), "kept"),
        (Limits(timeout=90), Limits(timeout=50), "parsed"),
        (Limits(), Limits(password="x"), "kept"),  # noqa: S106 - an example
        (Limits(max_pages=5), Limits(max_pages=9), "parsed"),
    ],
)
def test_higher_bounds_keep_what_is_done(
    office: Office, then: Limits, now: Limits, how: str
) -> None:
    office.put("a.txt")
    office.run(settings=Settings(Options(then)))
    _, heard = office.run(settings=Settings(Options(now)), resume=True)
    assert heard.steps == {"a.txt": how}


def test_another_version_does_all_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    office.run()
    monkeypatch.setattr("kehoach_parser.batch.settings.__version__", "99.0")
    assert office.run(resume=True)[1].steps == {"a.txt": "parsed"}


@pytest.mark.usefixtures("spoiled")
def test_a_failure_that_may_pass_is_tried_again_on_resume(office: Office) -> None:
    office.put("a.txt", f"{PLAN}FAULT")
    office.put("b.docx", "PK\x03\x04 cut")
    office.run()
    _, heard = office.run(resume=True)
    assert heard.steps == {"a.txt": "internal", "b.docx": "zip-broken"}


def test_a_file_that_breaks_loses_its_old_result(office: Office) -> None:
    office.put("a.docx", PLAN)
    office.run()
    assert (office.out / "a.docx.json").exists()
    office.put("a.docx", "PK\x03\x04 cut")
    assert office.run(resume=True)[0] == (0, 0, 1)
    assert not (office.out / "a.docx.json").exists()
