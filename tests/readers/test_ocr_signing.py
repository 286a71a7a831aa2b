"""Posts and names of a signature read again: what boxes show is given, not drawn."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest

from kehoach_parser.lexicon.rows import rows
from kehoach_parser.lexicon.signing import post_like, posts
from kehoach_parser.readers.ocr.engines.base import Bounds, Spotted
from kehoach_parser.readers.ocr.names import is_name_like, read_name
from kehoach_parser.readers.ocr.pixels import Picture
from kehoach_parser.readers.ocr.posts import find_posts, meant
from kehoach_parser.readers.ocr.signing import read_again

HEIGHT = 36
WIDTH = 1650
SHOWN = cast(Picture, SimpleNamespace(width=WIDTH, height=2300))


def _spotted(text: str, x: int, top: int, line: int = 0, sure: float = 0.95) -> list[Spotted]:
    """Return the words of a line, each letter 16 pixels wide."""
    found: list[Spotted] = []
    for word in text.split():
        right = x + 16 * len(word)
        found.append(Spotted(word, x, top, right, top + HEIGHT, sure, line))
        x = right + 8
    return found


def _page(*lines: tuple[str, int, int, float]) -> list[Spotted]:
    """Return lines of text, left edge, top and confidence as an engine gives them."""
    return [
        word
        for number, (text, x, top, sure) in enumerate(lines)
        for word in _spotted(text, x, top, number, sure)
    ]


def _showing(*texts: tuple[int, int, str]) -> Callable[[Bounds], list[Spotted]]:
    """Return what boxes show: a text where the box's top is between two."""

    def look(box: Bounds) -> list[Spotted]:
        text = next((text for low, high, text in texts if low <= box[1] <= high), "")
        return _spotted(text, max(box[0], 0), box[1], sure=0.7)

    return look


def _text(words: list[Spotted], top: int) -> str:
    near = [word for word in words if abs(word.top - top) < HEIGHT - 6]
    return " ".join(word.text for word in sorted(near, key=lambda word: (word.top, word.x0)))


@pytest.mark.parametrize("row", rows("signing"), ids=lambda row: row["head"])
def test_a_row_is_known_by_its_example_and_not_by_its_near_miss(row: dict[str, str]) -> None:
    named = [row["head"], *filter(None, row["deputies"].split("; "))]

    like = post_like(row["example"])
    assert like is not None
    assert any(name.upper() in like[0] for name in named)
    missed = post_like(row["near_miss"])
    assert missed is None or not any(name.upper() in missed[0] for name in named)


def test_posts_have_their_letters() -> None:
    assert posts()["ktgiamdoc"] == "KT. GIÁM ĐỐC"
    assert "ktphogiamdoc" not in posts()


@pytest.mark.parametrize(
    ("text", "sure", "post"),
    [
        ("HỐ GIẨM ĐỐC", 0.4, "PHÓ GIÁM ĐỐC"),
        ("NH THANH TRA", 1.0, "CHÁNH THANH TRA"),
        ("TỔ TRƯỞNG", 0.95, None),
        ("GIÁM ĐỐC", 0.95, None),
        ("ĐỐC", 0.95, None),
        ("SƠN HẢI", 0.3, None),
    ],
)
def test_a_doubtful_or_hidden_line_means_a_post(text: str, sure: float, post: str | None) -> None:
    found = meant(text, sure)

    assert (found if found != text else None) == post


def test_posts_are_found_where_windows_agree() -> None:
    look = _showing((100, 112, "KTGIÁM BÓC"), (130, 142, "PHOGIAMDOC"), (200, 203, "CHỦ TỊCH"))

    found = find_posts((900, 60, 1300, 300), HEIGHT, look)

    assert [post.text for post in found] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert [word.text for word in found[1].words] == ["PHÓ", "GIÁM", "ĐỐC"]
    assert all(word.confidence < 0.85 for word in found[1].words)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["A", "Văn", "Phúc"], True),
        ([".,m", "1hị", "Thanh", "Trà"], True),
        (["Lê", "Hoa"], True),
        (["Nơi", "nhận"], False),
        (["Cơ", "quan", "phối", "hợp"], False),
        (["10/7/2026", "Trung", "tâm"], False),
        (["Các", "sở,", "ban,", "ngành", "tỉnh", "và", "huyện"], False),
    ],
)
def test_lines_that_may_be_names(texts: list[str], *, expected: bool) -> None:
    assert is_name_like(texts) is expected


def test_a_name_is_read_from_farther_left_where_a_stamp_hides_its_first_letter() -> None:
    def look(box: Bounds) -> list[Spotted]:
        return _spotted("Hà Văn Phúc" if box[0] < 980 else "A Văn Phắc", box[0], box[1], sure=0.8)

    found = read_name((1000, 500, 1200, 536), look)

    assert found is not None
    assert " ".join(word.text for word in found) == "Hà Văn Phúc"


def test_a_family_name_with_wrong_marks_is_the_only_one_with_its_letters() -> None:
    found = read_name((1000, 500, 1200, 536), _showing((0, 999, "Lế Hoàng Anh")))

    assert found is not None
    assert [word.text for word in found] == ["Lê", "Hoàng", "Anh"]


@pytest.mark.parametrize("text", ["Thạm Thị Trà", "Đ Văn An", "", "Lê", "LÊ VĂN AN"])
def test_what_begins_with_no_family_name_is_not_guessed(text: str) -> None:
    assert read_name((1000, 500, 1200, 536), _showing((0, 999, text))) is None


BLOCK = (
    ("giải quyết./.", 230, 1000, 0.95),
    ("Nơi nhận:", 230, 1100, 0.95),
    ("- Lưu: VT.", 230, 1150, 0.95),
)


def test_a_hidden_post_and_a_hidden_name_are_put_right() -> None:
    page = _page(*BLOCK, ("rudal/nsc", 980, 1110, 0.2), ("A Văn Phắc", 1050, 1400, 0.68))
    look = _showing(
        (1090, 1100, "KTGIÁMĐỐC"), (1125, 1137, "PHOGIAMĐOC"), (1390, 1410, "Hà Văn Phúc")
    )

    found = read_again(page, SHOWN, look)

    assert _text(found, 1080) == "KT. GIÁM ĐỐC Nơi nhận:"
    assert _text(found, 1130) == "PHÓ GIÁM ĐỐC - Lưu: VT."
    assert _text(found, 1400) == "Hà Văn Phúc"
    assert len({word.line for word in found if word.x0 > 800}) == 3


def test_what_was_read_well_is_not_read_again() -> None:
    page = _page(*BLOCK, ("GIÁM ĐỐC", 1050, 1100, 0.95), ("Lê Hoàng An", 1050, 1400, 0.95))

    def look(box: Bounds) -> list[Spotted]:
        raise AssertionError(box)

    assert read_again(page, SHOWN, look) == page


@pytest.mark.parametrize("page", [(), BLOCK[:1], (("Nơi nhận:", 1200, 1100, 0.95),)])
def test_without_recipients_on_the_left_nothing_changes(
    page: tuple[tuple[str, int, int, float], ...],
) -> None:
    spotted = _page(*page, ("A Văn Phắc", 1050, 1400, 0.3))

    assert read_again(spotted, SHOWN, _showing((0, 9999, "Hà Văn Phúc"))) == spotted
