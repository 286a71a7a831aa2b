"""Strokes of Roman numerals counted in pictures of them."""

from importlib import import_module
from typing import Any

import pytest

from kehoach_parser.readers.ocr.pixels import Picture
from kehoach_parser.readers.ocr.strokes import counted
from kehoach_parser.readers.pdf.chars import Word

pytest.importorskip("cv2", reason='needs the extra ocr: pip install "kehoach-parser[ocr]"')

DPI = 200.0
SIZE = 14.0
CAPITAL = round(0.66 * SIZE * DPI / 72)
LEFT, BASE = 40, 60
STEP = CAPITAL // 2


def _picture(strokes: int, *, lean: float = 0.0, slash: bool = False, bow: bool = False) -> Picture:
    """Return a picture of upright strokes with serifs, and of what follows them."""
    np, cv = (import_module(name) for name in ("numpy", "cv2"))
    gray: Any = np.full((90, 240), 255, np.uint8)
    tilt = lean * CAPITAL
    for x in range(LEFT, LEFT + STEP * strokes, STEP):
        cv.line(gray, (x, BASE), (round(x + tilt), BASE - CAPITAL), 0, 3)
        for y, shift in ((BASE, 0.0), (BASE - CAPITAL, tilt)):
            cv.line(gray, (round(x + shift) - 4, y), (round(x + shift) + 4, y), 0, 1)
    after = LEFT + STEP * strokes
    if slash:
        cv.line(gray, (after, BASE), (round(after + 0.42 * CAPITAL + tilt), BASE - CAPITAL), 0, 2)
    if bow:
        cv.circle(gray, (after + STEP, BASE - CAPITAL // 2), CAPITAL // 3, 0, 3)
    return Picture(gray, gray < 0, DPI)


def _word(text: str) -> Word:
    unit = 72 / DPI
    base = BASE * unit
    return Word(text, (LEFT - 5) * unit, base - SIZE, 235 * unit, base, base, SIZE, bold=False,
                italic=False, order=0, confidence=0.9)  # fmt: skip


@pytest.mark.parametrize("lean", [0.0, 0.15], ids=["upright", "italic"])
@pytest.mark.parametrize(
    ("text", "strokes", "expect"),
    [
        ("II/2026", 3, "III/2026"),
        ("Il/2026", 2, "II/2026"),
        ("I.", 2, "II."),
        ("III/2026", 3, None),
        ("III.", 2, None),
        ("I.", 5, None),
        ("IV.", 1, None),
        ("11/2026", 2, None),
    ],
)
def test_swallowed_strokes_are_counted(
    text: str, strokes: int, expect: str | None, lean: float
) -> None:
    shown = _picture(strokes, lean=lean, slash="/" in text)

    assert counted(_word(text), shown) == expect


def test_a_slash_or_a_bow_is_no_stroke() -> None:
    assert counted(_word("I/2026"), _picture(1, slash=True)) is None
    assert counted(_word("II/2026"), _picture(2, slash=True, bow=True)) is None


def test_before_a_bracket_strokes_are_not_counted() -> None:
    assert counted(_word("I)"), _picture(2)) is None


def test_where_nothing_is_drawn_nothing_is_counted() -> None:
    assert counted(_word("I."), _picture(0)) is None
