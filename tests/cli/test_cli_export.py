"""`kehoach export` and `kehoach parse --to` in this process: what goes where, and what is said."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kehoach_parser.cli import console
from kehoach_parser.cli.entry import guarded

PLAN = """Số: 45/KH-UBND
KẾ HOẠCH
Kiểm tra công tác văn thư năm 2026

I. NHIỆM VỤ

1. Sở Nội vụ chủ trì rà soát hồ sơ, hoàn thành trước ngày 30/6/2026.
"""
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a small plan as a text file."""
    return _written(tmp_path / "k.txt")


def _written(path: Path, text: str = PLAN) -> Path:
    path.write_text(text, "utf-8", newline="\n")
    return path


def _run(capture: Captured, *words: str | Path) -> tuple[int, bytes, str]:
    code = guarded([*map(str, words)])
    out, err = capture.readouterr()
    return code, out, err.decode()


def test_a_document_and_its_json_export_the_same(plan: Path, capsysbinary: Captured) -> None:
    stored = plan.with_name("k.json")
    assert _run(capsysbinary, "parse", plan, "-o", stored)[0] == 0
    code, direct, err = _run(capsysbinary, "export", plan, "--to", "csv")
    assert (code, err) == (0, "")
    assert "Sở Nội vụ".encode() in direct
    for words in (("export", stored), ("parse", plan)):
        assert _run(capsysbinary, *words, "--to", "csv") == (0, direct, "")


def test_json_lines_without_text_in_utf_16_are_read(plan: Path, capsysbinary: Captured) -> None:
    other = _written(plan.with_name("m.txt"))
    _, lines, _ = _run(capsysbinary, "parse", plan, other, "--no-text")
    stored = plan.with_name("k.jsonl")
    stored.write_bytes(lines.decode().replace("\n", "\r\n").encode("utf-16"))
    code, out, err = _run(capsysbinary, "export", stored, "--to", "jsonl")
    assert (code, err) == (0, "")
    assert [json.loads(line)["source"]["name"] for line in out.splitlines()] == ["k.txt", "m.txt"]


def test_several_inputs_go_into_one_file(plan: Path, capsysbinary: Captured) -> None:
    other = _written(plan.with_name("m.txt"))
    target = plan.with_name("so.csv")
    assert _run(capsysbinary, "export", plan, other, "-o", target) == (0, b"", "")
    assert target.read_bytes().count(b"\r\n") == 3


def test_a_folder_gets_a_file_for_each(plan: Path, capsysbinary: Captured) -> None:
    other = _written(plan.with_name("m.txt"))
    folder = plan.with_name("out")
    assert _run(capsysbinary, "export", plan, other, "--to", "csv", "-o", f"{folder}/")[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["k.txt.csv", "m.txt.csv"]


def test_parse_makes_a_folder_of_several(plan: Path, capsysbinary: Captured) -> None:
    other = _written(plan.with_name("m.txt"))
    folder = plan.with_name("out")
    assert _run(capsysbinary, "parse", plan, other, "--to", "csv", "-o", folder)[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["k.txt.csv", "m.txt.csv"]


def test_a_bad_input_is_told_and_the_others_are_exported(
    plan: Path, capsysbinary: Captured
) -> None:
    target = plan.with_name("so.csv")
    code, _, err = _run(capsysbinary, "export", plan.with_name("nope"), plan, "-o", target)
    assert (code, err.count("\n")) == (1, 1)
    assert target.read_bytes().count(b"\r\n") == 2


def test_where_no_input_can_be_read_nothing_is_written(plan: Path, capsysbinary: Captured) -> None:
    target = plan.with_name("so.csv")
    code, out, _ = _run(capsysbinary, "export", plan.with_name("nope"), "-o", target)
    assert (code, out, target.exists()) == (1, b"", False)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["{plan}"], "Hãy thêm --to với một trong: "),
        (["{plan}", "-o", "{folder}/k.abc"], "Hãy thêm --to với một trong: "),
        (["{plan}", "--to", "abc"], "Không có định dạng xuất abc"),
        (["{plan}", "--to", "csv", "-o", "{plan}"], "chính là tệp vào"),
        (["{plan}", "--to", "csv", "--template", "{plan}"], "--template chỉ dùng với"),
        (["{plan}", "--to", "csv", "--alarm", "1"], "--alarm chỉ dùng với"),
        (["-", "-", "--to", "csv"], "chỉ dùng được một lần"),
        (["--to", "csv"], "Chưa nêu tệp nào"),
        (["", "--to", "csv"], "Chưa nêu tệp nào"),
    ],
)
def test_wrong_use_is_one_line_and_2(
    plan: Path, capsysbinary: Captured, words: list[str], sentence: str
) -> None:
    places = {"plan": plan, "folder": plan.parent}
    filled = [word.format(**places) for word in words]
    code, out, err = _run(capsysbinary, "export", *filled)
    assert (code, out, err.count("\n")) == (2, b"", 1)
    assert sentence in err
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize("words", [["--format", "jsonl"], ["--pretty"], ["--no-text"]])
def test_json_options_do_not_go_with_to(
    plan: Path, capsysbinary: Captured, words: list[str]
) -> None:
    code, _, err = _run(capsysbinary, "parse", plan, "--to", "csv", *words)
    assert (code, err.count("\n")) == (2, 1)
    assert "không đi cùng --to" in err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"schema_version": "1.0", "tasks": [', "JSON bị hỏng hoặc bị cắt cụt. Hãy"),
        ('{"schema_version": "9.0"}', "theo phiên bản 9.0"),
        ('{"schema_version": "1.0", "text": ""}', "trường source thiếu hoặc sai. Hãy"),
        ('{"tasks": []}', "là JSON nhưng không phải kết quả của kehoach parse"),
    ],
)
def test_json_that_is_no_plan_is_told(
    tmp_path: Path, capsysbinary: Captured, text: str, sentence: str
) -> None:
    file = _written(tmp_path / "k.json", text)
    code, out, err = _run(capsysbinary, "export", file, "--to", "csv")
    assert (code, out, err.count("\n")) == (1, b"", 1)
    assert sentence in err


def test_standard_input_may_be_a_plan(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, stored, _ = _run(capsysbinary, "parse", plan)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stored)))
    code, out, _ = _run(capsysbinary, "export", "-", "--to", "jsonl")
    assert (code, out) == (0, stored)


class Terminal(io.TextIOWrapper):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        """Return true."""
        return True


@pytest.mark.parametrize("name", ["xlsx", "docx", "register-xlsx"])
def test_a_terminal_gets_no_binary_format_but_a_pipe_does(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    code, out, err = _run(capsysbinary, "parse", plan, "--to", name)
    assert (code, out[:2], err) == (0, b"PK", "")
    monkeypatch.setattr("sys.stdout", Terminal(shown := io.BytesIO()))
    code = guarded(["export", str(plan), "--to", name])
    err = capsysbinary.readouterr().err.decode()
    assert (code, shown.getvalue(), err.count("\n")) == (2, b"", 1)
    assert "không in ra màn hình được" in err
    assert guarded(["export", str(plan), "--to", "csv"]) == 0
    assert shown.getvalue()


def test_the_ending_of_the_output_tells_the_format(plan: Path, capsysbinary: Captured) -> None:
    for ending, start in (("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR"), ("md", b"# ")):
        target = plan.with_name(f"ra.{ending}")
        assert _run(capsysbinary, "export", plan, "-o", target) == (0, b"", "")
        assert start in target.read_bytes()


def test_alarms_go_into_the_calendar(plan: Path, capsysbinary: Captured) -> None:
    words = ("export", plan, "--to", "ics", "--alarm", "1", "--alarm", "7")
    code, out, _ = _run(capsysbinary, *words)
    assert (code, out.count(b"BEGIN:VALARM")) == (0, 2)


def test_a_template_is_filled_and_never_replaced(plan: Path, capsysbinary: Captured) -> None:
    template = plan.with_name("mau.xlsx")
    book = Workbook()
    for column, header in enumerate(("TT", "Nội dung công việc", "Đơn vị chủ trì"), 1):
        book.worksheets[0].cell(1, column, header)
    book.save(template)
    before = template.read_bytes()
    words = ("export", plan, "--template", template, "-o")
    code, _, err = _run(capsysbinary, *words, template)
    assert (code, template.read_bytes()) == (2, before)
    assert "chính là tệp vào" in err
    target = plan.with_name("ra.xlsx")
    assert _run(capsysbinary, *words, target) == (0, b"", "")
    assert load_workbook(target).worksheets[0]["C2"].value == "Sở Nội vụ"
    code, _, err = _run(capsysbinary, "export", plan, "--template", plan, "-o", target)
    assert (code, err.count("\n")) == (1, 1)
    code, _, err = _run(capsysbinary, "export", plan, "--template", "nope.xlsx", "-o", target)
    assert (code, err.count("\n")) == (1, 1)


def test_what_is_dropped_and_what_is_secret_is_told(plan: Path, capsysbinary: Captured) -> None:
    _, stored, _ = _run(capsysbinary, "parse", plan)
    raw = json.loads(stored)
    raw["metadata"] |= {"secrecy": "MẬT", "title": "a\u0000b"}
    file = _written(plan.with_name("k.json"), json.dumps(raw))
    code, out, err = _run(capsysbinary, "export", file, "--to", "csv")
    assert (code, err.count("\n")) == (0, 2)
    assert "Đã bỏ 1 ký tự điều khiển" in err
    assert "k.txt mang dấu MẬT" in err
    assert "MẬT".encode() in out


def test_a_folder_stands_for_its_documents(plan: Path, capsysbinary: Captured) -> None:
    inner = plan.with_name("phòng ban")
    inner.mkdir()
    _written(inner / "m.txt")
    (inner / "ghi chú.xyz").write_text("no document", "utf-8")
    target = plan.with_name("so.md")
    for _ in range(2):  # the second time the output lies among the documents
        assert _run(capsysbinary, "export", plan.parent, "-o", target) == (0, b"", "")
        assert target.read_text("utf-8").count("Kiểm tra công tác văn thư") == 2


def test_a_folder_of_results_mirrors_a_folder_of_documents(
    plan: Path, capsysbinary: Captured
) -> None:
    made = plan.parent.parent / f"{plan.parent.name}-kq"
    for year in ("2025", "2026"):
        (plan.with_name(year)).mkdir()
        _written(plan.with_name(year) / "k.txt")
    words = ("--to", "csv", "-o", f"{made}/")
    assert _run(capsysbinary, "export", plan.parent, *words) == (0, b"", "")
    folders = (plan.with_name("2025"), plan.with_name("2026"))
    assert _run(capsysbinary, "export", *folders, *words) == (0, b"", "")
    names = sorted(path.relative_to(made).as_posix() for path in made.rglob("*.csv"))
    assert names == ["2025/k.txt.csv", "2026/k.txt.csv", "k.txt.csv"]


@pytest.mark.parametrize("form", ["json", "jsonl", "both"])
def test_the_folder_of_a_batch_stands_for_its_results(
    plan: Path, capsysbinary: Captured, form: str
) -> None:
    _written(plan.with_name("m.txt"), PLAN.replace("45", "46"))
    results = plan.with_name("kq")
    words = ("--out", results, "--format", form, "--jobs", "1", "--quiet")
    assert _run(capsysbinary, "batch", plan, plan.with_name("m.txt"), *words)[0] == 0
    code, out, err = _run(capsysbinary, "export", results, "--to", "csv")
    assert (code, out.count(b"\r\n"), err) == (0, 3, "")


def test_a_folder_without_documents_is_told(tmp_path: Path, capsysbinary: Captured) -> None:
    code, out, err = _run(capsysbinary, "export", tmp_path, "--to", "csv")
    assert (code, out, err.count("\n")) == (2, b"", 1)
    assert "Không có văn bản nào để đọc" in err


def test_a_register_without_rows_is_told(tmp_path: Path, capsysbinary: Captured) -> None:
    path = _written(tmp_path / "thư.txt", "Xin chào.\n")
    code, _, err = _run(capsysbinary, "export", path, "--to", "csv")
    assert (code, err.count("\n")) == (0, 1)
    assert "Không thấy nhiệm vụ hay thời hạn nào trong thư.txt" in err
    assert _run(capsysbinary, "export", path, "--to", "md")[2] == ""


def test_a_person_is_told_what_is_written(
    plan: Path, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen(_: object) -> bool:
        return True

    monkeypatch.setattr(console, "is_terminal", seen)
    target = plan.with_name("so.xlsx")
    _, _, err = _run(capsysbinary, "export", plan, "-o", target)
    assert f"Đã ghi {target}: 1 văn bản, 1 nhiệm vụ, 2 thời hạn\n" in err
