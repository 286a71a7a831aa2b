import errno
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document as Word

from invariants import check_plan
from kehoach_parser import KehoachError, parse, parse_bytes, parse_text
from kehoach_parser.errors import LimitError, UnreadableError
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.base import Limits

PLAN = "KẾ HOẠCH\nKiểm tra công tác văn thư\n\nI. MỤC ĐÍCH\n\nNâng cao chất lượng.\n"


def test_a_file_its_bytes_and_its_text_give_the_same_plan(tmp_path: Path) -> None:
    file = tmp_path / "k.txt"
    file.write_text(PLAN, "utf-8", newline="\n")
    plan = parse(file)
    check_plan(plan)
    assert plan.source.name == "k.txt"
    assert plan == parse_bytes(PLAN.encode(), name="folder/k.txt") == parse_text(PLAN, name="k.txt")


def test_a_missing_file_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"Không thấy tệp .*nope\.docx") as caught:
        parse(tmp_path / "nope.docx")
    assert "No such file" in caught.value.in_language("en")


def test_a_name_that_no_file_can_have_is_a_missing_file() -> None:
    with pytest.raises(UnreadableError, match="Không thấy tệp"):
        parse("a\0b")


def test_a_folder_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="là một thư mục"):
        parse(tmp_path)


def _locked() -> OSError:
    """Return what Windows says of a file that Word has open."""
    error = PermissionError(errno.EACCES, "no")
    error.__dict__["winerror"] = 32
    return error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(errno.EACCES, "no"), "Không có quyền đọc"),
        (_locked(), "đang được chương trình khác mở và khóa"),
        (OSError(errno.EIO, "Input/output error"), r"Không đọc được tệp .* \(đĩa bị lỗi\)"),
        (OSError(0, "Odd"), r"Không đọc được tệp .* \(Odd\)"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    file = tmp_path / "k.txt"
    file.write_text(PLAN, "utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match=sentence):
        parse(file)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "k.txt"
    file.write_text(PLAN, "utf-8")
    with pytest.raises(LimitError, match="quá giới hạn"):
        parse(file, Options(limits=Limits(max_bytes=10)))


def test_an_empty_text_is_an_error() -> None:
    with pytest.raises(KehoachError, match="rỗng"):
        parse_text("")


def _word() -> bytes:
    stream = BytesIO()
    Word().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("trang.docx", _word()), ("dau.txt", b"\xef\xbb\xbf"), ("vach.md", b"# \n\n---\n"),
        ("trang.html", b"<html><head><title>t</title></head><body></body></html>"),
        ("trang.rtf", b"{\\rtf1\\ansi }"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_a_file_without_a_word_is_an_error(name: str, data: bytes) -> None:
    with pytest.raises(KehoachError, match="rỗng"):
        parse_bytes(data, name=name)


def test_half_a_surrogate_pair_does_no_harm() -> None:
    check_plan(parse_text(f"{PLAN}\ud800"))


def test_a_file_name_that_is_no_unicode_is_mended() -> None:
    assert parse_bytes(PLAN.encode(), name="k\udcff.txt").source.name == "k\ufffd.txt"


@pytest.mark.parametrize(
    ("mark", "value"),
    [("st_file_attributes", 0x400020), ("st_file_attributes", 0x1000), ("st_flags", 0x40000000)],
)
def test_a_file_whose_content_is_in_the_cloud_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str, value: int
) -> None:
    file = tmp_path / "k.txt"
    file.write_text(PLAN, "utf-8")
    found = file.stat()
    marked = SimpleNamespace(st_size=found.st_size, st_mode=found.st_mode, **{mark: value})

    def stat(*_: object, **__: object) -> SimpleNamespace:
        return marked

    monkeypatch.setattr(Path, "stat", stat)
    with pytest.raises(UnreadableError, match="chỉ có trên đám mây"):
        parse(file)


def test_a_plan_without_its_head_has_its_outline_and_tasks() -> None:
    body = (
        "I. MỤC ĐÍCH\n- Hạn chế thiệt hại.\n\nII. NHIỆM VỤ\n- Sở Y tế rà soát kho thuốc.\n\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\nTheo dõi, báo cáo trước ngày 15/6/2026.\n"
    )
    plan = parse_text(body)
    check_plan(plan)
    assert plan.metadata.document_type is None
    assert [section.path for section in plan.sections] == ["I", "II", "III", "III/1"]
    assert [list(task.lead) for task in plan.tasks] == [["Sở Y tế"], ["Sở Nội vụ"]]
    assert "head-lost" in [item.code for item in plan.diagnostics]
