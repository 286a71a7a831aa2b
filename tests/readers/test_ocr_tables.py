"""Ruling of scanned tables: worn strokes are whole, and what is no ruling is not."""

from typing import Any

import pytest

from kehoach_parser.readers.ocr.pixels import PAPER, Picture
from kehoach_parser.readers.ocr.tables import find_ruling
from kehoach_parser.readers.pdf.grid import find_lattices

np: Any = pytest.importorskip("numpy")
pytest.importorskip("cv2")

DPI = 200.0
LEFT, RIGHT, TOP, BOTTOM = 200, 1400, 300, 900
MIDDLE, ROW = 800, 840


def _table(*holes: tuple[int, int, int, int], ink: int = 0) -> Picture:
    """Return a page with two columns and a low last row; holes are left, top, right, bottom."""
    gray = np.full((1200, 1654), PAPER, np.uint8)
    for y in (TOP, ROW, BOTTOM):
        gray[y : y + 3, LEFT:RIGHT] = ink
    for x in (LEFT, MIDDLE, RIGHT):
        gray[TOP : BOTTOM + 3, x : x + 3] = ink
    for left, top, right, bottom in holes:
        gray[top:bottom, left:right] = PAPER
    return Picture(gray, np.zeros(gray.shape, bool), DPI)


def _cells(page: Picture) -> list[int]:
    return [len(lattice.cells) for lattice in find_lattices(find_ruling(page).rules)]


@pytest.mark.parametrize(
    "holes",
    [
        (),
        [(MIDDLE, 845, MIDDLE + 3, 850), (MIDDLE, 875, MIDDLE + 3, 880)],  # within the last row
        [(MIDDLE, 500, MIDDLE + 3, 505), (MIDDLE, 540, MIDDLE + 3, 545)],  # in the middle
        [(RIGHT - 30, ROW, RIGHT - 25, ROW + 3)],  # near the end of a level stroke
    ],
)
def test_worn_strokes_are_whole(holes: list[tuple[int, int, int, int]]) -> None:
    assert _cells(_table(*holes)) == [4]


def test_a_stroke_that_was_never_drawn_stays_out() -> None:
    assert _cells(_table((MIDDLE, ROW + 3, MIDDLE + 3, BOTTOM))) == [3]


def test_a_low_head_over_a_row_without_walls_keeps_its_own() -> None:
    page = _table((MIDDLE, TOP + 50, MIDDLE + 3, TOP + 97))
    for y in (TOP + 47, TOP + 97):
        page.gray[y : y + 3, LEFT:RIGHT] = 0

    assert _cells(page) == [7]
    page.gray[TOP + 3 : TOP + 47, MIDDLE : MIDDLE + 3] = PAPER
    assert _cells(page) == [6]


def test_letters_that_stand_where_a_stroke_would_be_are_none() -> None:
    page = _table((MIDDLE, ROW + 3, MIDDLE + 3, BOTTOM))
    page.gray[851:893, MIDDLE : MIDDLE + 20] = 0  # two thirds of a row high

    assert _cells(page) == [3]


def test_what_was_missing_is_taken_out_of_the_picture_too() -> None:
    page = _table((MIDDLE, 845, MIDDLE + 3, 850), (MIDDLE, 875, MIDDLE + 3, 880))

    assert find_ruling(page).bare.gray.min() == PAPER
