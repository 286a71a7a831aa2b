"""What the command line says: help, and typer's own sentences in Vietnamese."""

import re
from pathlib import Path

import pytest

from kehoach_parser.cli.app import build, help_pages
from kehoach_parser.cli.entry import expanded, guarded
from kehoach_parser.cli.words import PHRASES, translated
from kehoach_parser.readers.base import DEFAULT_LIMITS

ENGLISH = re.compile(
    r"\b(Usage|Options|Arguments|Commands|Error|Try|Missing|argument|default|required|Show|"
    r"Install|completion|message|exit|valid|should|such|requires|Invalid|value|not)\b"
)
Captured = pytest.CaptureFixture[bytes]


def _said(capture: Captured, *words: str) -> tuple[int, str]:
    code = guarded(list(words))
    out, err = capture.readouterr()
    return code, (out + err).decode()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["foo"], "Không có lệnh 'foo'. Xem hướng dẫn: kehoach --help"),
        (["pars"], "Không có lệnh 'pars' (có phải 'parse'?)"),
        ([], "Chưa nêu lệnh nào"),
        (["parse", "--fo"], "Không có tuỳ chọn --fo"),
        (["parse", "--pritty", "a"], "Không có tuỳ chọn --pritty (có phải --pretty?)"),
        (["schema", "x", "y"], "Thừa đối số: x y. Xem hướng dẫn: kehoach schema --help"),
        (["parse", "-o"], "Tuỳ chọn '-o' cần một giá trị. Xem hướng dẫn: kehoach parse --help"),
        (["show"], "Chưa nêu TỆP. Xem hướng dẫn: kehoach show --help"),
        (["parse", "--pretty=1", "a"], "Tuỳ chọn '--pretty' không nhận giá trị"),
        (["parse", "--format", "xml", "a"],
         "Giá trị của '--format' không hợp lệ: 'xml' không thuộc 'json', 'jsonl'"),
        (["parse", "--max-bytes", "x", "a"],
         "Giá trị của '--max-bytes' không hợp lệ: cần một số nguyên"),
        (["parse", "--max-pages", "0", "a"], "phải từ 1 trở lên"),
        (["parse", "--timeout", "soon", "a"], "cần một con số"),
    ],
)  # fmt: skip
def test_wrong_words_are_answered_in_vietnamese(
    capsysbinary: Captured, words: list[str], sentence: str
) -> None:
    code, said = _said(capsysbinary, *words)
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith("Lỗi: ")
    assert sentence in said
    assert not ENGLISH.findall(re.sub(r"--[a-z-]+", "", said))


def test_wrong_words_are_answered_in_english_where_asked(capsysbinary: Captured) -> None:
    _, said = _said(capsysbinary, "parse", "--lang=en", "--fo")
    assert said.startswith("Error: No such option: --fo")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--help"], "Usage:"),
        (["parse", "--help"], "Usage:"),
        (["parse", "nope.txt"], "Error: No such file: nope.txt"),
        (["show"], "Error: Missing argument 'FILE'"),
    ],
)
def test_the_language_may_stand_before_the_command(
    capsysbinary: Captured, words: list[str], sentence: str
) -> None:
    assert sentence in _said(capsysbinary, "--lang", "en", *words)[1]


def test_the_commands_own_language_comes_before_that_of_all(capsysbinary: Captured) -> None:
    words = ("--lang", "vi", "parse", "nope.txt", "--lang", "en")
    assert _said(capsysbinary, *words)[1].startswith("Error: ")


@pytest.mark.parametrize(
    "name", ["kehoach", "kehoach parse", "kehoach schema", "kehoach check", "kehoach rule"]
)
def test_help_is_vietnamese_and_has_each_option(name: str) -> None:
    text = help_pages("vi")[name]
    words = re.sub(r"--[a-z-]+|JSON Schema", "", text)
    assert not ENGLISH.findall(words)
    group = build("vi")
    command = group.commands.get(name.removeprefix("kehoach").strip(), group)
    for parameter in command.params:
        assert all(option in text for option in parameter.opts if option.startswith("-"))


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["parse", "--help"], ["schema", "-h"]])
def test_help_has_an_example_and_ends_well(capsysbinary: Captured, words: list[str]) -> None:
    code, said = _said(capsysbinary, *words)
    assert code == 0
    assert "Ví dụ:\n  kehoach " in said
    assert "\x1b" not in said


def test_help_is_english_where_asked(capsysbinary: Captured) -> None:
    _, said = _said(capsysbinary, "parse", "--lang", "en", "--help")
    assert "Usage:\n  kehoach parse [OPTIONS] FILE..." in said


def test_help_tells_the_limits_that_hold() -> None:
    text = help_pages("vi")["kehoach parse"]
    for limit in (DEFAULT_LIMITS.max_bytes, DEFAULT_LIMITS.max_pages, DEFAULT_LIMITS.timeout):
        assert f"Mặc định: {limit:.0f}" in text


def test_the_version_says_whose_it_is(capsysbinary: Captured) -> None:
    assert re.fullmatch(r"kehoach-parser \d+\.\d+\.\d+\n", _said(capsysbinary, "--version")[1])
    assert _said(capsysbinary, "--version", "parse")[1].startswith("kehoach-parser")


@pytest.mark.parametrize(("pattern", "vietnamese"), PHRASES)
def test_each_phrase_is_anchored_in_words_and_translated(pattern: str, vietnamese: str) -> None:
    assert re.search(r"[a-z]{4}", pattern)
    assert not ENGLISH.search(vietnamese)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("bash completion installed in /home/a/.bashrc",
         "Đã cài tự hoàn thành lệnh cho bash vào /home/a/.bashrc"),
        ("Completion will take effect once you restart the terminal",
         "Mở lại cửa sổ dòng lệnh để có hiệu lực"),
        ("Shell ksh is not supported.", "Chưa hỗ trợ shell ksh"),
        ("Missing command.", "Chưa nêu lệnh nào"),
    ],
)  # fmt: skip
def test_what_only_a_real_shell_provokes_is_translated_too(english: str, vietnamese: str) -> None:
    assert translated(english) == vietnamese


def test_patterns_that_the_shell_leaves_are_expanded(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c[1].md", "~$b.txt"):
        (tmp_path / name).touch()
    words = ["parse", f"{tmp_path}/*.txt", f"{tmp_path}/c[1].md", f"{tmp_path}/*.pdf", "--pretty"]
    names = expanded(words)
    assert [Path(name).name for name in names] == [
        "parse", "a.txt", "b.txt", "c[1].md", "*.pdf", "--pretty"
    ]  # fmt: skip


def test_batch_finds_its_own_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    words = ["batch", f"{tmp_path}/*.txt", "--out", "o"]
    assert expanded(words) == words


def test_the_pattern_of_an_option_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    words = ["--lang", "en", "batch", ".", "--include", f"{tmp_path}/*.txt"]
    words += ["--exclude", f"{tmp_path}/a.*", "--password", f"{tmp_path}/?.txt"]
    assert expanded(words) == words


def test_a_file_without_a_command_is_told_what_stands_before_it(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "k.txt"
    path.touch()
    assert guarded([str(path)]) == 2
    assert f"kehoach show {path}" in capsysbinary.readouterr().err.decode()


def test_help_is_a_word_too(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    shown = [(guarded(words), capsysbinary.readouterr().out)
             for words in (["help"], ["--help"], ["help", "show"], ["show", "--help"])]  # fmt: skip
    assert shown[0] == shown[1]
    assert shown[2] == shown[3]
    assert shown[0] != shown[2]
