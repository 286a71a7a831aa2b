"""The command as a process of its own: pipes, signals, encodings, completion."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "kehoach_parser")
INTERRUPTED = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from kehoach_parser.cli import attempt, entry;"
    "attempt.content = lambda *_: signal.raise_signal(signal.SIGINT);"
    "entry.main()"
)
"""The command, interrupted while it reads a file, also where whoever runs the tests ignores it."""
PLAN = "KẾ HOẠCH\nKiểm tra công tác văn thư\n"


def _run(*words: str | Path, stdin: bytes, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **settings}
    return subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *map(str, words)], input=stdin, capture_output=True, env=environment, check=False
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1258", "cp1252:strict", "utf-8"])
def test_data_is_utf_8_whatever_the_console(encoding: str) -> None:
    done = _run("parse", "-", stdin=PLAN.encode(), PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["text"].startswith("KẾ HOẠCH")
    assert b"\r" not in done.stdout


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("ascii", "Loi: Khong thay tep ệ.txt. Hay kiem tra lai duong dan."),
        ("cp1258:strict", "kiem tra"),
        ("utf-8", "Lỗi: Không thấy tệp ệ.txt. Hãy kiểm tra lại đường dẫn."),
    ],
)
def test_messages_never_fail_on_a_letter(encoding: str, sentence: str) -> None:
    done = _run("parse", "ệ.txt", stdin=b"", PYTHONIOENCODING=encoding)
    said = done.stderr.decode(encoding.partition(":")[0], "replace")
    assert (done.returncode, said.count("\n")) == (1, 1)
    assert sentence.replace("ệ.txt", "e.txt" if encoding == "ascii" else "ệ.txt") in said


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """Return a file whose result is more than a pipe holds."""
    file = tmp_path / "long.txt"
    file.write_text("KẾ HOẠCH\n" + "Kiểm tra công tác văn thư.\n" * 5000, "utf-8")
    return file


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_long_result_comes_out_whole(long_file: Path, unbuffered: str) -> None:
    done = _run("parse", long_file, stdin=b"", PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["text"]) > 100_000


def test_a_reader_that_goes_away_ends_it_quietly(long_file: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "parse", str(long_file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("schema",)])
def test_a_reader_that_never_came_ends_it_quietly(words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *words], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ctrl_c_ends_with_one_line_and_130(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", INTERRUPTED, "parse", "x", "-o", str(tmp_path / "out.json")],
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == (
        "Lỗi: Đã dừng theo yêu cầu; các tệp chưa ghi xong đều được bỏ.\n"
    )
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (130, b"", [])


def test_a_fault_outside_any_file_is_one_line_and_2() -> None:
    broken = (
        "import sys; sys.modules['kehoach_parser.model.schema'] = None;"
        "from kehoach_parser.cli.entry import main; main()"
    )
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", broken, "schema"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert b"ModuleNotFoundError" in done.stderr


def test_the_schema_is_printed_and_written(tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    printed = _run("schema", stdin=b"")
    assert _run("schema", "-o", target, stdin=b"").stdout == b""
    assert json.loads(printed.stdout)["title"] == "Plan"
    assert target.read_bytes() == printed.stdout


@pytest.mark.parametrize("command", ["parse", "show", "export", "batch", "check"])
@pytest.mark.parametrize("name", ["k" * 300, "*" + "k" * 300])
def test_a_name_too_long_for_a_disk_is_an_input_that_cannot_be_read(
    tmp_path: Path, command: str, name: str
) -> None:
    where = {"batch": ("--out", str(tmp_path / "out")), "export": ("--to", "md")}
    ended = _run(command, name, *where.get(command, ()), stdin=b"")
    said = (ended.stdout + ended.stderr).decode()
    assert ended.returncode == 1
    assert "tên quá dài" in said or "Không có tệp nào khớp mẫu" in said
    assert "Không ghi được" not in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands_and_options(shell: str) -> None:
    settings = {
        "_KEHOACH_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "kehoach parse --pr",
        "COMP_CWORD": "2",
        "_TYPER_COMPLETE_ARGS": "kehoach parse --pr",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = _run(stdin=b"", **settings)
    assert b"--pretty" in done.stdout
    assert b"opt-" not in done.stdout
