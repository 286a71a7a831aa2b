"""White paper and dark ink: what both look like differs from page to page and from place to place.

Copies of copies have gray paper, photographs a shadow over it, and old toner is pale.
"""

from typing import Final

from kehoach_parser.readers.ocr.pixels import PAPER, Picture, Pixels, numpy, opencv

_STEP: Final = 8
_REACH: Final = 9
"""Paper is what is lightest within so many steps of so many pixels: wider than strokes are."""

_DARKEST_PAPER: Final = 0.1
_WHITE: Final = 238
"""Paper whose darkest tenth is lighter needs no help."""

_EDGE: Final = 100
"""What is darker than this over such a width is no paper: the lid of the scanner, a picture."""

_DARKEST_INK: Final = 0.01
_PALE: Final = 50
_BLACK: Final = 40
_MOST_CONTRAST: Final = 1.8
"""Ink whose darkest hundredth of the page is paler than `_PALE` is made as dark as `_BLACK`."""


def evened(shown: Picture) -> Picture:
    """Return a page with white paper and dark ink; one that has both stays as it is."""
    gray = _whitened(shown.gray)
    darkest = _shade(gray, _DARKEST_INK)
    if darkest > _PALE:
        gray = opencv().LUT(gray, _darker(darkest))
    return shown._replace(gray=gray)


def _whitened(gray: Pixels) -> Pixels:
    np, cv = numpy(), opencv()
    height, width = gray.shape
    size = max(width // _STEP, 1), max(height // _STEP, 1)
    small = cv.resize(gray, size, interpolation=cv.INTER_AREA)
    paper = cv.medianBlur(cv.dilate(small, np.ones((_REACH, _REACH), np.uint8)), _REACH)
    if _shade(paper, _DARKEST_PAPER) >= _WHITE:
        return gray
    whole = cv.resize(np.maximum(paper, _EDGE), (width, height), interpolation=cv.INTER_LINEAR)
    return cv.divide(gray, whole, scale=PAPER)


def _darker(darkest: int) -> Pixels:
    """Return the table of the shade that each becomes where that of ink becomes black."""
    np = numpy()
    scale = min((PAPER - _BLACK) / max(PAPER - darkest, 1), _MOST_CONTRAST)
    ink = np.minimum((PAPER - np.arange(PAPER + 1)) * scale, PAPER)
    return np.round(PAPER - ink).astype(np.uint8)


def _shade(gray: Pixels, share: float) -> int:
    """Return the shade that a share of the pixels is darker than."""
    np = numpy()
    counts = opencv().calcHist([gray], [0], None, [PAPER + 1], [0, PAPER + 1])
    return int(np.searchsorted(np.cumsum(counts, dtype=np.float64), share * gray.size))
