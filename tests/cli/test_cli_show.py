"""`kehoach show`: what a person sees, at several widths and in a pipe."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach_parser.cli.entry import guarded

WIDE = 110
SAMPLE = Path(__file__).parents[2] / "samples" / "ke-hoach-ubnd-tinh.docx"


class Shown(NamedTuple):
    """What a command gave."""

    returncode: int
    stdout: bytes
    stderr: bytes


Show = Callable[..., Shown]


@pytest.fixture
def show(capsysbinary: pytest.CaptureFixture[bytes]) -> Show:
    """Return what shows a file in this process, into a pipe."""

    def shown(*words: str) -> Shown:
        code = guarded(["show", *words])
        out, err = capsysbinary.readouterr()
        return Shown(code, out, err)

    return shown


def test_whole_page_has_every_part(show: Show) -> None:
    done = show(str(SAMPLE))
    page = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    for part in ("Trích yếu", "187/KH-UBND", "Dàn ý", "Nhiệm vụ (", "Thời hạn (", "5 rõ",
                 "Văn bản viện dẫn (", "Lưu ý (", "dòng "):  # fmt: skip
        assert part in page
    assert re.search(r"Nhiệm vụ \(\d+\) · 5 rõ: \d+%", page)
    assert re.search(r"[0-5]/5\b", page)
    assert "\x1b" not in page


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_asked(show: Show, width: int) -> None:
    page = show(str(SAMPLE), "--width", str(width)).stdout.decode()
    assert max(map(len, page.splitlines())) <= width
    heads = " ".join(line for line in page.splitlines() if line.startswith("┃"))
    assert ("Phối hợp" in heads) == (width >= WIDE)


@pytest.mark.parametrize("width", [60, 100])
def test_each_section_takes_one_line_of_the_outline(show: Show, width: int) -> None:
    page = show(str(SAMPLE), "--width", str(width)).stdout.decode()
    outline = page[page.index("Dàn ý") : page.index("Nhiệm vụ (")].rstrip().splitlines()[1:]
    assert all(re.search("[├└]── ", line) for line in outline)
    assert any(line.endswith("…") for line in outline)


def test_a_section_shows_its_own_text_and_tasks_only(show: Show) -> None:
    page = show(str(SAMPLE), "--section", "v/1").stdout.decode()
    assert "V/1/a" in page
    assert "III/1/a" not in page
    assert "Nơi nhận" not in page


def test_a_task_without_a_body_shows_the_person_in_charge(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "THÔNG BÁO\nPhân công cấp ủy viên\n1. Bà Lò Thị Gấm\n- Theo dõi công tác phụ nữ.\n", "utf-8"
    )
    page = show(str(path), "--width", "140").stdout.decode()
    row = next(line for line in page.splitlines() if "Theo dõi công tác" in line)
    assert "Lò Thị Gấm" in row


def test_a_note_shows_its_words_as_they_stand_in_the_line(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "KẾ HOẠCH\nThông cống năm 2026\nI. NHIỆM VỤ\n1. Sở A (xong trong tháng 5).\n", "utf-8"
    )
    assert "    1. Sở A (xong trong tháng 5)." in show(str(path)).stdout.decode()


def test_times_are_told_in_words(show: Show) -> None:
    page = show(str(SAMPLE), "--width", "140").stdout.decode()
    for words in ("trước ngày 20 tháng 3, 6, 9, 12 hằng năm", "3 ngày làm việc", "trước 30/06/2026",
                  "đến 31/03/2026"):  # fmt: skip
        assert words in page
    assert "FREQ" not in page
    assert "before 30/06/2026" in show(str(SAMPLE), "--lang", "en").stdout.decode()


def test_only_tasks(show: Show) -> None:
    page = show(str(SAMPLE), "--tasks").stdout.decode()
    assert "Nhiệm vụ (" in page
    assert "Dàn ý" not in page
    assert "Lưu ý (" not in page


def test_english_words(show: Show) -> None:
    page = show(str(SAMPLE), "--lang", "en").stdout.decode()
    assert "Outline" in page
    assert "Dàn ý" not in page


def test_unknown_section_is_a_usage_error(show: Show) -> None:
    done = show(str(SAMPLE), "--section", "IX")
    assert done.returncode == 2
    assert b"IX" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_bad_file_is_one_line(show: Show, tmp_path: Path) -> None:
    bad = tmp_path / "rỗng.docx"
    bad.write_bytes(b"")
    done = show(str(bad))
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_narrow_code_page_does_not_matter() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "kehoach_parser", "show", str(SAMPLE)], capture_output=True,
        check=False, env={**os.environ, "PYTHONIOENCODING": "cp1258"},
    )  # fmt: skip
    assert done.returncode == 0
    assert "Trích yếu" in done.stdout.decode("utf-8")


def test_an_article_says_that_it_is_no_plan(show: Show) -> None:
    page = show(str(SAMPLE.with_name("tin-dich-vu-cong.txt"))).stdout.decode()
    assert "KHÔNG PHẢI VĂN BẢN HÀNH CHÍNH" in page


def test_a_place_without_a_day_leaves_the_day_open(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Số:    /KH-UBND\nAn Lạc, ngày    tháng    năm 2026\nKẾ HOẠCH\nX\n", "utf-8")
    assert "An Lạc, …" in show(str(path)).stdout.decode()


def test_a_law_without_a_code_is_named_once(show: Show, tmp_path: Path) -> None:
    file = tmp_path / "k.txt"
    head = "UBND XÃ TÂN LẬP\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nDọn rác năm 2026\n\n"
    file.write_text(
        f"{head}Căn cứ Luật Thủ đô ngày 28/6/2024;\n\nI. NHIỆM VỤ\n\n1. Công an xã tuần tra.\n",
        encoding="utf-8",
    )
    shown = show(str(file)).stdout.decode()
    assert "Luật Thủ đô" in shown
    assert "Luật Luật" not in shown
