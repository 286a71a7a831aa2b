"""Numbers in handwriting are told by their uneven digits; sizes of lines hold against specks."""

from importlib import import_module
from typing import Any, Final

import pytest

from kehoach_parser.readers.ocr.engines.base import Spotted
from kehoach_parser.readers.ocr.hand import glyphs, is_uneven
from kehoach_parser.readers.ocr.layout import words_of
from kehoach_parser.readers.ocr.pixels import Picture

pytest.importorskip("cv2", reason='needs the extra ocr: pip install "kehoach-parser[ocr]"')

DPI: Final = 200.0
TOP, BOTTOM = 40, 64
STEP, BROAD = 22, 12


def _glyphs_at(*heights: tuple[int, int]) -> Picture:
    """Return a picture of bars for glyphs: how far each begins and ends below its place."""
    np = import_module("numpy")
    gray: Any = np.full((120, 40 + STEP * len(heights)), 255, np.uint8)
    for number, (above, below) in enumerate(heights):
        x = 20 + STEP * number
        gray[TOP + above : BOTTOM + below, x : x + BROAD] = 0
    return Picture(gray, gray < 0, DPI)


def _box(shown: Picture) -> tuple[int, int, int, int]:
    return 10, 20, shown.width - 5, 100


EVEN: Final = (0, 0)


@pytest.mark.parametrize(
    ("text", "heights", "expected"),
    [
        ("359", (EVEN, EVEN, EVEN), False),
        ("359", ((-8, 0), EVEN, (2, 9)), True),
        ("35/KH", ((-8, 0), (0, 8), (-4, 4), EVEN, EVEN), True),
        ("35/KH", (EVEN, EVEN, (-4, 4), EVEN, (0, 9)), False),
        ("7", ((0, 12),), False),
        ("KH", ((-9, 0), EVEN), False),
        ("359", (EVEN, (-8, 9)), False),
    ],
)
def test_printed_digits_begin_and_end_alike(
    text: str,
    heights: tuple[tuple[int, int], ...],
    *,
    expected: bool,
) -> None:
    shown = _glyphs_at(*heights)

    assert is_uneven(shown.gray, _box(shown), text) is expected


def test_marks_over_a_letter_are_part_of_it_and_specks_are_none() -> None:
    shown = _glyphs_at(EVEN, EVEN)
    shown.gray[TOP - 10 : TOP - 4, 22:28] = 0
    shown.gray[90:92, 60:62] = 0

    assert glyphs(shown.gray, _box(shown)) == [
        (10, 10, 10 + BROAD, 44), (32, 20, 32 + BROAD, 44)]  # fmt: skip


def _line(shown: Picture, text: str) -> Spotted:
    return Spotted(text, 15, TOP - 8, shown.width - 10, BOTTOM + 6, 0.99, 0)


def test_a_number_written_by_hand_is_doubtful_where_numbers_are_filled_in() -> None:
    shown = _glyphs_at((-8, 0), EVEN, (2, 9))
    day = Spotted("359", 15, TOP - 12, shown.width - 5, BOTTOM + 12, 0.99, 1)
    sign = Spotted("Số:", 5, TOP - 12, 12, BOTTOM + 12, 0.99, 1)

    filled = words_of([sign, day], shown).words
    plain = words_of([sign._replace(text="Hộ"), day], shown).words

    assert [word.confidence for word in filled] == [0.99, 0.3]
    assert [word.confidence for word in plain] == [0.99, 0.99]


def test_a_line_is_no_smaller_than_its_box_lets_it_be() -> None:
    shown = _glyphs_at(*[EVEN] * 8)
    shown.gray[TOP + 20 : BOTTOM, :] = 0  # a smear: letters seem a few pixels high

    (word,) = words_of([_line(shown, "thường")], shown).words

    assert word.size > 0.6 * (BOTTOM - TOP + 14) * 72 / DPI


@pytest.mark.parametrize(("text", "sure", "legible"), [
    ("-", 0.99, False), ("...", 0.9, True), ("tệ", 0.5, False), ("khu.", 0.7, True),
    ("OÀNA", 0.4, False), ("CÔN", 0.62, False), ("giải quyết công việc", 0.4, True),
])  # fmt: skip
def test_specks_and_stamps_are_no_text(text: str, sure: float, *, legible: bool) -> None:
    shown = _glyphs_at(*[EVEN] * 6)
    words = [_line(shown, part)._replace(confidence=sure) for part in text.split()]

    assert bool(words_of(words, shown).words) is legible
