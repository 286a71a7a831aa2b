"""`kehoach batch` as a process: words, exit codes, what people are told, Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from batch_office import PLAN, Office
from kehoach_parser.cli.entry import guarded

Captured = pytest.CaptureFixture[bytes]
COMMAND = (sys.executable, "-m", "kehoach_parser", "batch")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def _run(capture: Captured, office: Office, *words: str) -> tuple[int, str]:
    line = ["batch", str(office.inside), "--out", str(office.out), "--jobs", "1", *words]
    code = guarded(line)
    out, err = capture.readouterr()
    assert out == b""
    return code, err.decode()


def test_all_well_is_0_and_one_line(capsysbinary: Captured, office: Office) -> None:
    office.plans(3)
    code, said = _run(capsysbinary, office)
    assert code == 0
    assert said == (
        "Xong: 3 văn bản có kết quả, 0 tệp không đọc được. "
        f"Danh sách: {office.out / 'manifest.jsonl'}\n"
    )


def test_a_failure_is_told_with_its_file_and_is_1(capsysbinary: Captured, office: Office) -> None:
    office.plans(1)
    office.put("sub/b.docx", "PK\x03\x04 cut")
    office.put("notes.xlsx", "PK")
    code, said = _run(capsysbinary, office)
    lines = said.splitlines()
    assert code == 1
    assert lines[0].startswith("Bỏ qua 1 tệp không phải văn bản (.xlsx)")
    assert lines[1].startswith("Lỗi: sub/b.docx: Tệp b.docx là tệp nén")
    assert (code, len(lines)) == (1, 3)
    assert _run(capsysbinary, office, "--quiet") == (1, "")


@pytest.mark.parametrize("words", [("--include", "*.xyz"), ("--exclude", "*.txt")])
def test_where_patterns_leave_nothing_it_says_so(
    capsysbinary: Captured, office: Office, words: tuple[str, ...]
) -> None:
    office.plans(1)
    code, said = _run(capsysbinary, office, *words)
    assert (code, said.count("\n")) == (2, 1)
    assert "Sau --include và --exclude không còn tệp nào" in said


def test_an_empty_list_of_files_is_wrong_use(
    capsysbinary: Captured, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert guarded(["batch", "-", "--out", str(office.out)]) == 2
    assert "Danh sách tệp ở đầu vào chuẩn rỗng" in capsysbinary.readouterr().err.decode()


def test_resume_keeps_what_is_done(capsysbinary: Captured, office: Office) -> None:
    office.plans(3)
    _run(capsysbinary, office)
    office.put("0/k0.txt", PLAN.format(year=1990))
    code, said = _run(capsysbinary, office, "--resume", "--lang", "en")
    assert "3 documents have results (2 of them" not in said  # the language is an option, too
    code, said = _run(capsysbinary, office, "--resume", "--lang", "en")
    assert (code, "3 documents have results (3 of them" in said) == (0, True)


def test_the_log_has_times_and_grows(capsysbinary: Captured, office: Office) -> None:
    office.plans(2)
    office.put("x.docx", "PK\x03\x04 cut")
    office.put("~$x.docx", "lock")
    log = office.out.with_name("log.jsonl")
    for _ in range(2):
        _run(capsysbinary, office, "--quiet", "--log", str(log), "--resume")
    events = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [event["event"] for event in events[:2]] == ["begun", "skipped"]
    assert [event["event"] for event in events].count("ended") == 2
    assert {event["how"] for event in events if event["event"] == "done"} == {"parsed", "kept"}
    assert all(event["time"].endswith("+00:00") for event in events)
    assert [event["code"] for event in events if event["event"] == "failed"] == ["zip-broken"] * 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Chưa nêu thư mục hay tệp nào"),
        (["x", "", "--out", "o"], "Chưa nêu thư mục hay tệp nào"),
        (["x"], "Chưa nêu nơi ghi kết quả"),
        (["-", "-", "--out", "o"], "chỉ dùng được một lần"),
        (["x", "--out", "o", "--jobs", "0"], "--jobs 0 không hợp lệ"),
        (["x", "--out", "o", "--jobs", "many"], "--jobs many không hợp lệ"),
        (["x", "--out", __file__], "là một tệp"),
    ],
)
def test_wrong_use_is_one_line_and_2(
    capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    words: list[str], sentence: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    code = guarded(["batch", *words])
    said = capsysbinary.readouterr().err.decode()
    assert (code, said.count("\n")) == (2, 1)
    assert sentence in said
    assert list(tmp_path.iterdir()) == []


def test_the_log_is_no_file_that_is_read(capsysbinary: Captured, office: Office) -> None:
    file = office.put("a.txt")
    before = file.read_bytes()
    code = guarded(["batch", str(file), "--out", str(office.out), "--log", str(file)])
    assert (code, file.read_bytes()) == (2, before)
    assert "chính là tệp vào" in capsysbinary.readouterr().err.decode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\0"])
def test_a_list_on_standard_input(office: Office, end: str) -> None:
    office.plans(2)
    names = f"in/0/k0.txt{end}in/1/k1.txt{end}"
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, "-", "--out", "out", "--format", "jsonl"],
        input=names.encode(), cwd=office.inside.parent, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == b""
    lines = (office.out / "plans.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["k0.txt", "k1.txt"]
    manifest = (office.out / "manifest.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["path"] for line in manifest] == ["in/0/k0.txt", "in/1/k1.txt"]


@pytest.mark.skipif(os.name == "nt", reason="a console of Windows sends Ctrl-C to all its programs")
def test_ctrl_c_ends_in_order_with_130(office: Office) -> None:
    office.plans(400)
    quick = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    program = quick + "from kehoach_parser.cli.entry import main; main()"
    words = ["batch", str(office.inside), "--out", str(office.out), "--jobs", "2"]
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", program, *words], stderr=subprocess.PIPE
    ) as process:
        _wait_for_results(office)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.decode().splitlines()[-1].startswith("Lỗi: Đã dừng theo yêu cầu. Chạy lại")
    assert "--resume" in said.decode().splitlines()[-1]
    assert b"Traceback" not in said
    assert not (office.out / "manifest.jsonl").exists()
    assert not (office.out / ".kehoach" / "tmp").exists()
    journal = (office.out / ".kehoach" / "journal.jsonl").read_bytes().splitlines()
    results = office.results()
    assert {json.loads(line)["target"] for line in journal} <= results.keys()
    assert 0 < len(results) < 400


def _wait_for_results(office: Office) -> None:
    end = time.monotonic() + 60
    while not office.results():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("encoding", ["ascii", "cp1258"])
def test_people_are_told_whatever_the_console(office: Office, encoding: str) -> None:
    office.put("kế hoạch.docx", "PK\x03\x04 cut")
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, str(office.inside), "--out", str(office.out)],
        env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, b"Traceback" in done.stderr) == (1, b"", False)
    assert b"docx" in done.stderr


def test_who_stops_listening_stops_no_work(office: Office) -> None:
    office.plans(2)
    for number in range(40):
        office.put(f"bad{number}.docx", f"PK\x03\x04 cut {number}")
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, str(office.inside), "--out", str(office.out)], stderr=subprocess.PIPE
    ) as process:
        assert process.stderr
        process.stderr.close()
        assert process.wait(60) == 1
    assert len((office.out / "manifest.jsonl").read_bytes().splitlines()) == 42


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal for tests is made by Unix")
@pytest.mark.parametrize("terminal", ["xterm", "dumb"])
def test_a_terminal_shows_a_bar_that_goes_away(office: Office, terminal: str) -> None:
    office.plans(30)
    office.put("x.docx", "PK\x03\x04 cut")
    said = _on_terminal(office, terminal)
    assert ("văn bản/giây" in said) is (terminal == "xterm")
    assert ("Lâu nhất lúc này" in said) is (terminal == "xterm")
    assert "Lỗi: Tệp x.docx là tệp nén" in said
    assert said.splitlines()[-1].startswith("Xong: 30 văn bản")


def _on_terminal(office: Office, terminal: str) -> str:
    """Return what a run writes to a terminal of a kind."""
    if sys.platform == "win32":
        return ""
    master, slave = os.openpty()
    environment = {**os.environ, "TERM": terminal, "COLUMNS": "150"}
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, str(office.inside), "--out", str(office.out)], stderr=slave, env=environment
    ):
        os.close(slave)
        said = b""
        with suppress(OSError):  # Linux ends a terminal that nobody writes to with an error
            while piece := os.read(master, 1 << 16):
                said += piece
    os.close(master)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())


def test_a_missing_file_is_tried_twice_and_told_once(
    capsysbinary: Captured, office: Office
) -> None:
    office.plans(1)
    missing = office.inside / "0" / "k9.txt"
    line = ["batch", str(office.inside), str(missing), "--out", str(office.out)]
    assert guarded([*line, "--log", str(office.out.with_name("log"))]) == 1
    said = capsysbinary.readouterr().err.decode().splitlines()
    assert said[0].startswith("Lỗi: Không thấy tệp 0/k9.txt.")
    assert len(said) == 2
    log = office.out.with_name("log").read_text("utf-8").splitlines()
    events = {json.loads(line)["event"]: json.loads(line) for line in log}
    assert events["postponed"]["code"] == events["failed"]["code"] == "file-missing"
