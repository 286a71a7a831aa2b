"""Paper that is gray or shadowed, and ink that is pale, made white and dark."""

from typing import Any

import pytest

from kehoach_parser.readers.base import DEFAULT_LIMITS
from kehoach_parser.readers.ocr.paper import evened
from kehoach_parser.readers.ocr.pixels import PAPER, Picture, picture
from kehoach_parser.readers.read import read
from kehoach_parser.text.source import build
from readers.ocr_pictures import cut, drawn, needs_trueocr, packed

np: Any = pytest.importorskip("numpy")
pytest.importorskip("cv2")


def _page(paper: Any, ink: int) -> Picture:  # noqa: ANN401 - numpy has no type here
    """Return a page with strokes as long as words in a third of its rows."""
    gray = np.broadcast_to(np.asarray(paper, dtype=np.uint8), (600, 400)).copy()
    gray[100:500:12, 40:360] = ink
    return Picture(gray, np.zeros(gray.shape, bool), 200.0)


def test_white_paper_with_dark_ink_stays_as_it_is() -> None:
    page = _page(255, 10)

    assert evened(page).gray is page.gray


def test_gray_paper_becomes_white_from_edge_to_edge() -> None:
    shadowed = np.linspace(230, 150, 400).round()

    found = evened(_page(shadowed, 40)).gray

    assert found[50:90].min() > 0.95 * PAPER
    assert found[100:500:12, 40:360].max() < 0.35 * PAPER


def test_pale_ink_becomes_dark_and_paper_stays_white() -> None:
    found = evened(_page(255, 130)).gray

    assert found[50:90].min() == PAPER
    assert found[100:500:12, 40:360].max() <= 40


def test_a_page_without_ink_stays_blank() -> None:
    gray = np.full((600, 400), 200, np.uint8)

    assert evened(Picture(gray, gray > PAPER, 200.0)).gray.min() == PAPER


@pytest.mark.parametrize("stamp", [(205, 30, 45), (178, 135, 135), (235, 200, 198)])
def test_stamps_become_paper_and_black_ink_below_them_stays(stamp: tuple[int, int, int]) -> None:
    page = np.full((60, 90, 3), 255, np.uint8)
    page[:, :60] = stamp
    page[20:40, 30:60] = (48, 22, 24)  # black below red ink
    page[20:40, 60:] = 40

    gray = picture(page, 200.0).gray

    assert gray[:20, :60].min() == PAPER
    assert gray[20:40, 30:].max() < 60


def test_brown_paper_is_no_stamp() -> None:
    page = np.full((60, 90, 3), (236, 228, 219), np.uint8)
    assert picture(page, 200.0).gray.max() < PAPER


def test_the_edge_of_the_glass_stays_dark() -> None:
    page = _page(200, 40)
    page.gray[:, :120] = 20

    assert evened(page).gray[:, :60].max() < 0.3 * PAPER


@needs_trueocr
def test_text_under_a_shadow_is_read() -> None:
    shown = cut(drawn(0), 0.05, 0.3)
    shadow = np.linspace(0.9, 0.5, shown.width)
    gray = ((shown.gray * 0.5 + 110) * shadow).astype(np.uint8)

    found = read(packed(shown._replace(gray=gray)), "quet", DEFAULT_LIMITS)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in build(found).text
