"""What holds of the whole pipeline over texts and files that nobody would write."""

import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts import everything
from invariants import check_plan
from kehoach_parser import KehoachError, Plan, parse_bytes, parse_text
from mutation import ODD, mutated

SAMPLES: Final = Path(__file__).parents[2] / "samples"

_LABELS: Final[tuple[str, ...]] = (
    "I. ", "II. ", "IV- ", "1. ", "2) ", "1.1. ", "(3) ", "a) ", "đ) ", "- ", "+ ", "• ", "# ",
    "Điều 1. ", "PHỤ LỤC I", "Phần thứ nhất", "Mục 2. ", "** ", "",
)  # fmt: skip
_HEADINGS: Final[tuple[str, ...]] = (
    "MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ, GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ", "Sở Nội vụ",
    "KẾ HOẠCH", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12/KH-UBND", "Số      -KH/TU", "*", "DỰ THẢO", "HỎA TỐC",
)  # fmt: skip
_PHRASES: Final[tuple[str, ...]] = (
    "Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh, UBND các xã", "rà soát quy định hiện hành",
    "Cơ quan chủ trì: Sở Tư pháp; Sở Tài chính.", "Thời gian: Quý II/2026.", "báo cáo kết quả",
    "trước ngày 15/11 hằng năm", "chậm nhất là ngày 31 tháng 02 năm 2026", "trong quý 5/2026",
    "từ ngày 01/9/2026 đến ngày 10/8/2026", "trong 15 ngày làm việc kể từ ngày ban hành",
    "giai đoạn 2030 - 2026", "năm học 2025-2026", "thường xuyên", "khi có yêu cầu", "hằng tháng",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "các Nghị định số 30/2020/NĐ-CP, ",
    "Luật Đầu tư năm 2020", "(sau đây gọi tắt là Kế hoạch)", "điểm a khoản 2 Điều 5", "số số số",
    "Kế hoạch này thay thế Quyết định số 12/QĐ-UBND", "Sơn Hải, ngày   tháng   năm 2026", "./.",
)  # fmt: skip
_CELLS: Final[tuple[str, ...]] = (
    "STT",
    "Nội dung",
    "Đơn vị chủ trì",
    "Thời gian",
    "1",
    "",
    "nt",
    *_PHRASES,
)


def _sentence(label: str, parts: list[str]) -> str:
    return label + " ".join(parts)


def _title(label: str, words: str) -> str:
    return label + words


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _joined(lines: list[str], feed: str) -> str:
    return feed.join(lines)


def _numbers() -> st.SearchStrategy[str]:
    return st.integers(0, 10**6).map(str)


def _plain_lines() -> st.SearchStrategy[str]:
    """Lines as they stand in plans, in any order."""
    words = st.one_of(st.sampled_from(_PHRASES), _numbers())
    return st.one_of(
        st.builds(_sentence, st.sampled_from(_LABELS), st.lists(words, min_size=1, max_size=5)),
        st.builds(_title, st.sampled_from(_LABELS), st.sampled_from(_HEADINGS)),
        st.lists(st.sampled_from(_CELLS), min_size=1, max_size=6).map(_row),
    )


def _odd_lines() -> st.SearchStrategy[str]:
    """Lines with characters that no plan holds."""
    words = st.one_of(st.sampled_from(_PHRASES), _numbers(), st.sampled_from(ODD))
    return st.one_of(
        st.builds(_sentence, st.sampled_from(_LABELS), st.lists(words, max_size=5)),
        st.text(max_size=40),
    )


def _texts() -> st.SearchStrategy[str]:
    lines = st.lists(st.one_of(_plain_lines(), _odd_lines()), max_size=25)
    return st.builds(_joined, lines, st.sampled_from(("\n", "\r\n", "\n\n", "\r")))


def _plain_texts() -> st.SearchStrategy[str]:
    return st.builds(_joined, st.lists(_plain_lines(), max_size=25), st.just("\n"))


_steady = settings(max_examples=60, derandomize=True)


@_steady
@given(_texts())
def test_any_text_gives_a_sound_plan(text: str) -> None:
    plan = _plan_or_error(text.encode("utf-8", "replace"), "text.txt")
    if plan:
        check_plan(plan)


@_steady
@given(
    st.binary(max_size=400),
    st.sampled_from((".txt", ".docx", ".pdf", ".html", ".doc", ".odt", ".rtf")),
)
def test_any_bytes_give_a_sound_plan_or_an_error(data: bytes, suffix: str) -> None:
    plan = _plan_or_error(data, f"file{suffix}")
    if plan:
        check_plan(plan)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _trailed(text: str) -> str:
    return "\n".join(f"{line} \t " for line in text.split("\n"))


def _windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def _marked(text: str) -> str:
    return f"\ufeff{text}"


@pytest.mark.parametrize(
    "change",
    [_decomposed, _trailed, _windows, _marked],
    ids=["NFD", "trailing-blanks", "CRLF", "byte-order-mark"],
)
@_steady
@given(text=_plain_texts())
def test_how_a_text_is_stored_does_not_matter(change: Callable[[str], str], text: str) -> None:
    if text.strip():
        assert everything(parse_text(change(text))) == everything(parse_text(text))


@_steady
@given(_plain_texts())
def test_the_encoding_does_not_matter(text: str) -> None:
    if text.strip():
        wide = parse_bytes(text.encode("utf-16"), name="text.txt")
        assert everything(wide) == everything(parse_text(text))


@_steady
@given(_texts())
def test_the_same_bytes_give_the_same_output(text: str) -> None:
    data = text.encode("utf-8", "replace")
    first, second = (_plan_or_error(data, "text.txt") for _ in range(2))
    assert first == second


@pytest.mark.parametrize("length", [10_000, 100_000])
@pytest.mark.parametrize(
    "piece", ["I", "1.", "(", "số ", "ngày ", "a) ", "Điều ", "| ", "Nghị quyết "]
)
def test_one_very_long_line_is_read(piece: str, length: int) -> None:
    text = "KẾ HOẠCH\n" + piece * (length // len(piece))
    check_plan(parse_text(text))


@pytest.mark.parametrize(
    "piece",
    [
        "ngày 1/1/2026 ",
        "hằng năm ",
        "a) Sở A; b) ",
        "(Sở A chủ trì)\n",
        "; ",
        "ngay sau khi trước , ",
        "12/KH-UBND, ",
        "Phụ lục I \n",
        "Sở Y tế; UBND tỉnh; ",
        "việc:\na) b) ",
        "KT. CHỦ TỊCH CHỦ TỊCH ",
    ],
)
def test_ten_times_the_text_takes_no_more_than_about_ten_times_the_time(piece: str) -> None:
    long, short = (_seconds(_HEAD + piece * (size // len(piece))) for size in (50_000, 5_000))
    assert long < 30 * max(short, 0.005)


_HEAD: Final = "KẾ HOẠCH\nKiểm tra công tác văn thư\nI. MỤC ĐÍCH\nNâng cao.\nII. NHIỆM VỤ\n1. "


def _seconds(text: str) -> float:
    begun = time.process_time()
    parse_text(text)
    return time.process_time() - begun


@pytest.mark.parametrize("label", ["Mục I", "Điều 1.", "2.", "a)", "-", "PHỤ LỤC", "Phần thứ hai"])
@pytest.mark.parametrize("before", ["", "I. NHIỆM VỤ\n1. Sở Nội vụ rà soát hồ sơ.\n"])
def test_a_label_may_be_the_last_word(label: str, before: str) -> None:
    check_plan(parse_text(f"KẾ HOẠCH\nKiểm tra công tác văn thư\n{before}{label}"))


@pytest.mark.parametrize(
    "name",
    [
        "ke-hoach-ubnd-tinh.docx",
        "ke-hoach-ubnd-tinh.pdf",
        "ke-hoach-truong-thpt.txt",
        "quyet-dinh-kem-ke-hoach.html",
        "ke-hoach-tinh-doan.md",
    ],
)
@settings(_steady, max_examples=20)
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_gives_a_sound_plan_or_an_error(name: str, seed: int) -> None:
    data = mutated((SAMPLES / name).read_bytes(), name, Random(seed))  # noqa: S311 - not for secrets
    plan = _plan_or_error(data, name)
    if plan:
        check_plan(plan)


@pytest.mark.parametrize("name", ["du-thao-ke-hoach-xa.docx", "ke-hoach-ubnd-tinh.pdf"])
@settings(_steady, max_examples=25)
@given(share=st.floats(0, 0.999))
def test_a_truncated_file_gives_a_sound_plan_or_an_error(name: str, share: float) -> None:
    data = (SAMPLES / name).read_bytes()
    plan = _plan_or_error(data[: int(len(data) * share)], name)
    if plan:
        check_plan(plan)


@pytest.mark.parametrize("name", ["ke-hoach-truong-thpt.txt", "ke-hoach-tinh-doan.md"])
@settings(_steady, max_examples=40)
@given(begin=st.floats(0, 0.999), length=st.integers(1, 900))
def test_a_text_may_begin_and_end_anywhere(name: str, begin: float, length: int) -> None:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    start = int(len(text) * begin)
    plan = _plan_or_error(text[start : start + length].encode(), name)
    if plan:
        check_plan(plan)


def _plan_or_error(data: bytes, name: str) -> Plan | None:
    """Return the plan, null where there is a clear error of one line; all else fails the test."""
    try:
        return parse_bytes(data, name=name)
    except KehoachError as error:
        if len(str(error).splitlines()) != 1:
            pytest.fail(f"not one line: {error}")
        return None
