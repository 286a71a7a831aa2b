"""`kehoach check` and `kehoach rule` in this process: what they write where, and their codes."""

import json
from pathlib import Path

import pytest

from checks.check_samples import FAULTY, put
from kehoach_parser.checks.registry import rules
from kehoach_parser.checks.rule import Example
from kehoach_parser.checks.sound import SOUND
from kehoach_parser.cli.entry import guarded

Captured = pytest.CaptureFixture[bytes]
NAME = "ke-hoach.txt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, outside any CI."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def _check(capture: Captured, *words: str) -> tuple[int, str, str]:
    code = guarded(["check", *words])
    out, err = capture.readouterr()
    return code, out.decode(), err.decode()


def test_a_sound_plan_is_clean(folder: Path, capsysbinary: Captured) -> None:
    put(Example(), folder)
    assert _check(capsysbinary, NAME) == (
        0, "", "Đã kiểm tra 1 văn bản: 0 lỗi, 0 cảnh báo, 0 lưu ý\n"
    )  # fmt: skip


def test_findings_are_a_line_each(folder: Path, capsysbinary: Captured) -> None:
    put(FAULTY, folder)
    code, out, err = _check(capsysbinary, NAME)
    assert code == 1
    assert f"{NAME}:-:14: DUE005 Không có ngày 30/02/2027\n" in out
    assert err.startswith("Đã kiểm tra 1 văn bản: 1 lỗi, 2 cảnh báo, 1 lưu ý")


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        (["--select", "DUE"], 1, {"DUE001", "DUE005"}),
        (["--select", "DUE001"], 0, {"DUE001"}),
        (["--select", "DUE001", "--fail-on", "info"], 1, {"DUE001"}),
        (["--ignore", "DUE005,FMT"], 0, {"DUE001"}),
        (["--select=FMT", "--ignore=FMT004", "--fail-on=error"], 0, {"FMT001"}),
    ],
)
def test_rules_are_chosen(
    folder: Path, capsysbinary: Captured, words: list[str], code: int, found: set[str]
) -> None:
    put(FAULTY, folder)
    done, out, _ = _check(capsysbinary, NAME, *words)
    assert (done, {line.split(" ")[1] for line in out.splitlines()}) == (code, found)


def test_the_configuration_counts_and_words_stand_above_it(
    folder: Path, capsysbinary: Captured
) -> None:
    put(FAULTY, folder)
    (folder / "kehoach.toml").write_text('select = ["FMT004"]\nfail-on = "error"\n')
    assert _check(capsysbinary, NAME)[:2] == (0, f"{NAME}:-:-: FMT004 Không có người ký\n")
    assert _check(capsysbinary, NAME, "--fail-on", "info")[0] == 1
    assert "DUE005" in _check(capsysbinary, NAME, "--select", "DUE")[1]
    other = folder / "other.toml"
    other.write_text('select = ["FMT001"]\n')
    assert "FMT001" in _check(capsysbinary, NAME, "--config", str(other))[1]


@pytest.mark.parametrize("text", ["selct = []", "select = [3]", "["])
def test_a_wrong_configuration_ends_with_2(folder: Path, capsysbinary: Captured, text: str) -> None:
    put(FAULTY, folder)
    (folder / "kehoach.toml").write_text(text)
    code, out, err = _check(capsysbinary, NAME)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "kehoach.toml" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Chưa nêu tệp hay thư mục nào"),
        ([""], "Chưa nêu tệp hay thư mục nào"),
        ([NAME, "--select", "ABC"], "ABC"),
        ([NAME, "--output", "a", "--output", "b"], "số --output là 2"),
        ([NAME, "--format", "json", "--format", "html"], "số --output là 0"),
        ([NAME, "--write-baseline"], "--baseline"),
        ([NAME, "--baseline", "nope.json"], "Không đọc được tệp nope.json (không có tệp"),
        ([NAME, "--baseline", NAME], f"Tệp {NAME} không phải baseline của kehoach check, hoặc"),
        ([NAME, "--config", "nope.toml"], "nope.toml (không có tệp hay thư mục ấy)"),
        (["trống"], "Không có văn bản nào"),
        ([NAME, "--format", "xml"], "'xml'"),
    ],
)
def test_wrong_words_end_with_2(
    folder: Path, capsysbinary: Captured, words: list[str], told: str
) -> None:
    put(FAULTY, folder)
    (folder / "trống").mkdir()
    code, out, err = _check(capsysbinary, *words)
    assert (code, out) == (2, "")
    assert told in err.splitlines()[0]


def test_an_unreadable_file_is_a_finding_and_the_others_are_checked(
    folder: Path, capsysbinary: Captured
) -> None:
    put(FAULTY, folder)
    (folder / "empty.docx").write_bytes(b"")
    code, out, err = _check(capsysbinary, "nope.pdf", "empty.docx", NAME)
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines()][:3] == ["nope.pdf", "empty.docx", NAME]
    assert out.count("KH001") == 2
    assert "3 văn bản" in err


def test_a_folder_is_walked_in_order(folder: Path, capsysbinary: Captured) -> None:
    for name in ("b.txt", "a/z.md", "a/.hidden/x.txt", "a/~$y.docx", "a/data.csv", "c/old.txt"):
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    code, out, _ = _check(capsysbinary, "docs", "docs/b.txt")
    assert code == 1
    names = [line.split(":")[0] for line in out.splitlines()]
    assert names == ["docs/a/z.md", "docs/b.txt", "docs/c/old.txt"]
    (folder / "kehoach.toml").write_text('exclude = ["docs/c/*", "z.md"]\n')
    _, out, _ = _check(capsysbinary, "docs")
    assert [line.split(":")[0] for line in out.splitlines()] == ["docs/b.txt"]


def test_several_reports_in_one_run(folder: Path, capsysbinary: Captured) -> None:
    put(FAULTY, folder)
    code, out, _ = _check(
        capsysbinary, NAME, "--format", "sarif", "--output", "r.sarif", "--format", "junit",
        "-o", "r.xml", "--format", "full",
    )  # fmt: skip
    assert code == 1
    assert "^^^^" in out
    assert json.loads((folder / "r.sarif").read_bytes())["version"] == "2.1.0"
    assert b"<testsuites" in (folder / "r.xml").read_bytes()


def _always(*_: object) -> bool:
    return True


@pytest.mark.parametrize(
    "words", [["--format", "json", "-o", NAME], ["--baseline", NAME, "--write-baseline"]]
)
def test_no_report_replaces_a_document(
    folder: Path, capsysbinary: Captured, words: list[str]
) -> None:
    document = put(FAULTY, folder)
    data = document.read_bytes()
    code, out, err = _check(capsysbinary, NAME, *words)
    assert (code, out) == (2, "")
    assert "chính là tệp vào" in err
    assert document.read_bytes() == data


def test_a_report_is_no_document_of_the_next_run(folder: Path, capsysbinary: Captured) -> None:
    put(FAULTY, folder)
    words = (".", "--format", "html", "--output", "bao-cao.html")
    assert _check(capsysbinary, *words) == _check(capsysbinary, *words)


def test_colours_go_to_a_terminal_never_to_a_file(
    folder: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(FAULTY, folder)
    monkeypatch.setattr("kehoach_parser.cli.console.is_terminal", _always)
    monkeypatch.setattr("kehoach_parser.cli.console.coloured", _always)
    _, out, _ = _check(
        capsysbinary, NAME, "--format", "full", "--output", "r.txt", "--format", "full"
    )
    assert "\x1b[" in out
    assert b"\x1b[" not in (folder / "r.txt").read_bytes()
    assert b"^^^^" in (folder / "r.txt").read_bytes()


def test_workers_change_nothing(folder: Path, capsysbinary: Captured) -> None:
    for number in range(5):
        put(FAULTY._replace(name=f"k{number}.txt"), folder)
    (folder / "k2.txt").write_bytes(b"")
    alone = _check(capsysbinary, ".", "--jobs", "1")
    assert _check(capsysbinary, ".", "--jobs", "2") == alone
    assert alone[1].count("DUE005") == 4


def test_expectations_are_compared_and_rewritten(folder: Path, capsysbinary: Captured) -> None:
    document = put(Example(), folder)
    expected = folder / f"{NAME}.expected.json"
    assert _check(capsysbinary, ".", "--update")[0] == 0
    assert not expected.exists()
    assert "Đã ghi 1 tệp mong đợi" in _check(capsysbinary, NAME, "--update")[2]
    assert _check(capsysbinary, NAME)[0] == 0
    document.write_text(SOUND.replace("Số: 24/KH", "Số: 25/KH"), "utf-8")
    code, out, _ = _check(capsysbinary, expected.name, "--only", "expected")
    assert code == 1
    assert f'{NAME}:-:-: KH007 phần đầu, number: "24" → "25"\n' in out
    assert _check(capsysbinary, NAME, "--only", "rules")[0] == 0
    assert _check(capsysbinary, ".", "--update")[0] == 0
    assert _check(capsysbinary, NAME)[0] == 0


def test_update_is_refused_in_ci(
    folder: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(Example(), folder)
    monkeypatch.setenv("CI", "true")
    code, _, err = _check(capsysbinary, NAME, "--update")
    assert code == 2
    assert "CI" in err
    assert not (folder / f"{NAME}.expected.json").exists()


def test_a_baseline_hides_what_is_known(folder: Path, capsysbinary: Captured) -> None:
    document = put(FAULTY, folder)
    assert _check(capsysbinary, NAME, "--baseline", "b.json", "--write-baseline")[:2] == (0, "")
    code, out, err = _check(capsysbinary, NAME, "--baseline", "b.json")
    assert (code, out) == (0, "")
    assert "4 phát hiện đã biết trong baseline" in err
    document.write_text(SOUND, "utf-8")
    assert "4 mục của baseline không còn xảy ra" in _check(
        capsysbinary, NAME, "--baseline", "b.json"
    )[2]  # fmt: skip
    (folder / "kehoach.toml").write_text('baseline = "b.json"\n')
    assert "không còn xảy ra" in _check(capsysbinary, NAME)[2]


def test_a_sidecar_suppresses(folder: Path, capsysbinary: Captured) -> None:
    sidecar = '[[ignore]]\ncode = "FMT"\nreason = "dự thảo"\n'
    put(FAULTY._replace(sidecar=sidecar), folder)
    _, out, err = _check(capsysbinary, f"{NAME}.kehoach.toml")
    assert "FMT" not in out
    assert "2 phát hiện được bỏ qua" in err


def test_a_wrong_sidecar_loses_no_other_result(folder: Path, capsysbinary: Captured) -> None:
    put(Example(name="a.txt", sidecar="ignore = 1\n"), folder)
    put(FAULTY, folder)
    code, out, err = _check(capsysbinary, "a.txt", NAME)
    assert code == 2
    assert "DUE005" in out
    assert "a.txt.kehoach.toml" in err


def test_fix_writes_and_diff_shows(folder: Path, capsysbinary: Captured) -> None:
    document = put(Example(form="NFD"), folder)
    before = document.read_bytes()
    code, out, _ = _check(capsysbinary, NAME, "--diff")
    assert code == 1
    assert out.startswith(f"--- {NAME}\n")
    assert document.read_bytes() == before
    code, out, err = _check(capsysbinary, NAME, "--fix")
    assert (code, out) == (0, "")
    assert "Đã sửa 1 tệp" in err
    assert document.read_text("utf-8") == SOUND
    assert _check(capsysbinary, NAME, "--diff") == (0, "", "")


def test_fix_leaves_alone_what_it_cannot_mend_surely(folder: Path, capsysbinary: Captured) -> None:
    old = folder / "cp1258.txt"
    old.write_bytes("KẾ HOẠCH\nNăm 2026, cân đối\n".encode("cp1252", "replace"))
    data = old.read_bytes()
    _, _, err = _check(capsysbinary, old.name, "--fix")
    assert old.read_bytes() == data
    assert "không phải UTF-8" in err


def test_a_rule_has_a_page(capsysbinary: Captured) -> None:
    assert guarded(["rule", "DUE005", "no-signer"]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert "## DUE005 no-such-day" in out
    assert "+  một cửa trước ngày 30/02/2027." in out
    assert "## FMT004 no-signer" in out
    assert guarded(["rule", "--all", "--lang", "en"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in rules()]


def test_the_beginning_of_a_code_lists_its_rules(capsysbinary: Captured) -> None:
    assert guarded(["rule", "num"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert [line.split()[0] for line in lines] == [
        rule.code for rule in rules() if rule.code.startswith("NUM")
    ]


@pytest.mark.parametrize("words", [["rule"], ["rule", " "], ["rule", "XYZ001"]])
def test_a_rule_must_be_named(words: list[str], capsysbinary: Captured) -> None:
    assert guarded(words) == 2
    assert "kehoach rule --all" in capsysbinary.readouterr().err.decode()


def test_standard_input_is_refused_with_the_reason(capsysbinary: Captured) -> None:
    code, out, err = _check(capsysbinary, "-")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "không đọc đầu vào chuẩn" in err
