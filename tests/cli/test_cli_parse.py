"""`kehoach parse` in this process: what it writes where, and what it says."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from invariants import schema_errors
from kehoach_parser.api import content
from kehoach_parser.cli import console
from kehoach_parser.cli.entry import guarded

PLAN = "KẾ HOẠCH\nKiểm tra công tác văn thư\n\nI. MỤC ĐÍCH\n\nNâng cao chất lượng hồ sơ.\n"
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a small plan as a text file."""
    return _written(tmp_path / "k.txt")


def _written(path: Path, text: str = PLAN) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def _run(capture: Captured, *words: str | Path) -> tuple[int, bytes, str]:
    code = guarded(["parse", *map(str, words)])
    out, err = capture.readouterr()
    return code, out, err.decode()


def test_one_file_is_one_line_of_json(plan: Path, capsysbinary: Captured) -> None:
    code, out, err = _run(capsysbinary, plan)
    assert (code, err, out.count(b"\n")) == (0, "", 1)
    assert schema_errors(json.loads(out)) == []
    assert "Kiểm tra".encode() in out


def test_pretty_is_the_same_value_on_many_lines(plan: Path, capsysbinary: Captured) -> None:
    _, plain, _ = _run(capsysbinary, plan)
    _, pretty, _ = _run(capsysbinary, plan, "--pretty")
    assert json.loads(plain) == json.loads(pretty)
    assert pretty.count(b"\n") > 10


def test_no_text_leaves_out_the_text_alone(plan: Path, capsysbinary: Captured) -> None:
    _, out, _ = _run(capsysbinary, plan)
    _, short, _ = _run(capsysbinary, plan, "--no-text")
    whole = json.loads(out)
    assert whole.pop("text")
    assert json.loads(short) == whole


def test_several_files_to_standard_output_are_a_line_each(
    plan: Path, capsysbinary: Captured
) -> None:
    other = _written(plan.with_name("m.txt"))
    code, out, _ = _run(capsysbinary, plan, other)
    assert code == 0
    names = [json.loads(line)["source"]["name"] for line in out.splitlines()]
    assert names == ["k.txt", "m.txt"]


def test_a_bad_file_is_told_and_the_others_are_done(plan: Path, capsysbinary: Captured) -> None:
    other = _written(plan.with_name("m.txt"))
    code, out, err = _run(capsysbinary, plan, plan.with_name("nope.txt"), other)
    assert (code, out.count(b"\n"), err.count("\n")) == (1, 2, 1)
    assert "nope.txt" in err


def test_standard_input_is_a_dash(capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    code, out, _ = _run(capsysbinary, "-")
    assert code == 0
    assert json.loads(out)["source"]["name"] == "stdin"


def test_an_output_file_is_written_whole(plan: Path, capsysbinary: Captured) -> None:
    target = plan.with_name("k.json")
    assert _run(capsysbinary, plan, "-o", target) == (0, b"", "")
    assert json.loads(target.read_bytes())["source"]["name"] == "k.txt"
    assert sorted(path.name for path in plan.parent.iterdir()) == ["k.json", "k.txt"]


@pytest.mark.parametrize("ending", ["there", "new/", "new/deeper/"])
def test_a_folder_gets_a_file_for_each(plan: Path, capsysbinary: Captured, ending: str) -> None:
    (plan.parent / "there").mkdir()
    target = plan.parent / ending
    assert _run(capsysbinary, plan, "-o", f"{plan.parent}/{ending}")[0] == 0
    assert [path.name for path in target.iterdir()] == ["k.txt.json"]


def test_several_inputs_make_the_output_a_folder(plan: Path, capsysbinary: Captured) -> None:
    other = _written(plan.with_name("m.txt"))
    assert _run(capsysbinary, plan, other, "-o", plan.with_name("out"))[0] == 0
    names = sorted(path.name for path in plan.with_name("out").iterdir())
    assert names == ["k.txt.json", "m.txt.json"]


def test_lines_in_a_folder_are_named_so(plan: Path, capsysbinary: Captured) -> None:
    target = plan.with_name("out")
    assert _run(capsysbinary, plan, "--format", "jsonl", "-o", f"{target}/")[0] == 0
    assert [path.name for path in target.iterdir()] == ["k.txt.jsonl"]


def test_a_failed_file_leaves_the_old_output_alone(plan: Path, capsysbinary: Captured) -> None:
    target = plan.with_name("k.json")
    target.write_text("old")
    assert _run(capsysbinary, plan.with_name("nope"), "-o", target)[0] == 1
    assert target.read_text() == "old"


def test_an_output_that_breaks_off_leaves_nothing(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    code, _, err = _run(capsysbinary, plan, "-o", plan.with_name("k.json"))
    assert code == 2
    assert "(đĩa đã đầy)" in err
    assert [path.name for path in plan.parent.iterdir()] == ["k.txt"]


def test_a_device_is_written_and_stays_a_device(plan: Path, capsysbinary: Captured) -> None:
    before = Path(os.devnull).stat()
    assert _run(capsysbinary, plan, "-o", os.devnull) == (0, b"", "")
    assert Path(os.devnull).stat().st_mode == before.st_mode


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["{plan}", "{same}", "-o", "{folder}/out/"], "sẽ cùng ghi ra"),
        (["{plan}", "-o", "{plan}"], "chính là tệp vào"),
        (["{plan}", "{other}", "-o", "{plan}"], "là một tệp"),
        (["{plan}", "-o", "{folder}/missing/k.json"], "Không ghi được"),
        (["-", "-"], "chỉ dùng được một lần"),
        ([], "Chưa nêu tệp nào"),
        (["{plan}", ""], "Chưa nêu tệp nào"),
        (["{plan}", "{other}", "--pretty"], "--pretty không đi cùng jsonl"),
        (["{plan}", "--format", "jsonl", "--pretty"], "--pretty không đi cùng jsonl"),
    ],
)
def test_wrong_use_is_one_line_and_2(
    plan: Path, capsysbinary: Captured, words: list[str], sentence: str
) -> None:
    folder = plan.parent
    places = {"plan": plan, "folder": folder, "other": _written(folder / "m.txt"),
              "same": _written(folder / "sub" / "k.txt")}  # fmt: skip
    code, out, err = _run(capsysbinary, *(word.format(**places) for word in words))
    assert (code, out, err.count("\n")) == (2, b"", 1)
    assert sentence in err
    assert err.startswith("Lỗi: ")
    assert plan.read_text("utf-8") == PLAN


def test_a_file_over_the_limit_is_refused(plan: Path, capsysbinary: Captured) -> None:
    code, _, err = _run(capsysbinary, plan, "--max-bytes", "10")
    assert code == 1
    assert "quá giới hạn" in err


def test_messages_come_in_english_too(plan: Path, capsysbinary: Captured) -> None:
    _, _, err = _run(capsysbinary, plan.with_name("nope"), "--lang", "en")
    assert err.startswith("Error: No such file")


def test_a_fault_in_one_file_is_told_and_the_others_are_done(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = _written(plan.with_name("m.txt"))

    def faulty(file: Path, most: int) -> bytes:
        if file.name == "k.txt":
            raise ZeroDivisionError
        return content(file, most)

    monkeypatch.setattr("kehoach_parser.cli.attempt.content", faulty)
    code, out, err = _run(capsysbinary, plan, other)
    assert (code, out.count(b"\n"), err.count("\n")) == (2, 1, 1)
    assert "lỗi nội bộ" in err
    assert "k.txt" in err
    assert "ZeroDivisionError" in err


def test_control_characters_in_a_name_cannot_reach_the_terminal(
    tmp_path: Path, capsysbinary: Captured
) -> None:
    _, _, err = _run(capsysbinary, tmp_path / "a\x1b[31mb\nc")
    assert err.count("\n") == 1
    assert r"a\x1b[31mb\x0ac" in err


def test_ctrl_c_is_one_line_and_130(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kehoach_parser.cli.attempt.content", interrupted)
    code, out, err = _run(capsysbinary, plan)
    assert (code, out, err.count("\n")) == (130, b"", 1)


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        """Return true."""
        return True


@pytest.mark.parametrize(("no_color", "said"), [("", "\x1b[31mLỗi:\x1b[0m x\n"), ("1", "Lỗi: x\n")])
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, no_color: str, said: str
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", stream := Terminal())
    console.complain("Lỗi", "x", windows=False)
    assert stream.getvalue() == said


@pytest.mark.parametrize(
    ("stream", "settings", "windows", "wanted"),
    [
        (Terminal(), {}, False, True),
        (Terminal(), {"NO_COLOR": "1"}, False, False),
        (Terminal(), {"TERM": "dumb"}, False, False),
        (Terminal(), {}, True, False),
        (io.StringIO(), {}, False, False),
        (None, {}, False, False),
    ],
)
def test_which_streams_take_colours(
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO | None,
    settings: dict[str, str],
    windows: bool,  # noqa: FBT001 - a case
    wanted: bool,  # noqa: FBT001 - a case
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert console.coloured(stream, windows=windows) is wanted


@pytest.mark.parametrize(
    "words", [["parse"], ["show"], ["check"], ["export", "--to", "html"], ["--version"], ["--help"]]
)
def test_without_standard_output_it_ends_with_one_line(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    code = guarded(words if words[0].startswith("--") else [*words, str(plan)])
    said = capsysbinary.readouterr().err.decode()
    assert (code, said.count("\n")) == (2, 1)
    assert "Không ghi được đầu ra chuẩn (luồng ra đã bị đóng)" in said


def test_a_line_about_progress_stays_in_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := Terminal())
    monkeypatch.setattr(stream, "fileno", lambda: 2)
    narrow = os.terminal_size((20, 5))
    monkeypatch.setattr("os.get_terminal_size", MagicMock(return_value=narrow))
    console.progress("k" * 50)
    console.progress("")
    assert stream.getvalue() == f"\r{'k' * 19}\r\r{'':19}\r"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/stdout")
def test_a_pipe_takes_a_result(plan: Path) -> None:
    command = [sys.executable, "-m", "kehoach_parser", "parse", str(plan), "-o", "/dev/stdout"]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own program
    assert json.loads(done.stdout)["source"]["name"] == plan.name


def test_an_error_names_the_folder_of_a_file(plan: Path, capsysbinary: Captured) -> None:
    empty = _written(plan.with_name("rong.txt"), "")
    assert _run(capsysbinary, empty)[2].startswith(f"Lỗi: {empty}: Tệp rong.txt rỗng")


def test_a_file_that_is_refused_behind_typer_is_named(
    capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no", "/nha/.bashrc")

    monkeypatch.setattr("kehoach_parser.cli.app.run", refused)
    assert guarded(["--install-completion"]) == 2
    said = capsysbinary.readouterr().err.decode()
    assert "Không ghi được /nha/.bashrc (không có quyền)" in said


def test_without_standard_input_there_is_nothing_to_read(
    capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    code, _, err = _run(capsysbinary, "-")
    assert (code, err.count("\n")) == (1, 1)
    assert "rỗng" in err


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("https://vi.du/ke-hoach.docx", "https://vi.du/ke-hoach.docx là một địa chỉ trên mạng"),
        ("ho-so/*.docx", "Không có tệp nào khớp mẫu"),
        ("kh[1].docx", "Không thấy tệp kh[1].docx"),
    ],
)
def test_what_is_no_file_at_all(capsysbinary: Captured, name: str, sentence: str) -> None:
    code, _, err = _run(capsysbinary, name)
    assert (code, err.count("\n")) == (1, 1)
    assert sentence in err


def test_progress_shows_on_a_terminal_only(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = _written(plan.with_name("m.txt"))
    assert _run(capsysbinary, plan, other)[2] == ""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    guarded(["parse", str(plan), str(other)])
    assert "Đang đọc 2/2" in stream.getvalue()
    assert stream.getvalue().endswith(f"\r{'':78}\r")
