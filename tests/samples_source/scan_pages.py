"""Pages as scanners give them: a printed PDF drawn, then worn. The same bytes at every run.

Needs the extra `ocr`. `python tests/samples_source/scan_pages.py` writes the sample that is a scan.
"""

import io
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

from kehoach_parser.readers.ocr.pages import DPI, draw_page
from kehoach_parser.readers.pdf.native import PdfFile

Pixels: TypeAlias = Any
"""An array of height, width and three colours: numpy is no dependency."""

SAMPLES: Final = Path(__file__).parents[2] / "samples"
PRINTED: Final = SAMPLES / "ke-hoach-ubnd-tinh.pdf"
SCANNED: Final = SAMPLES / "ban-quet-co-dau.pdf"
_SEED: Final = 20260401
_RED: Final = (205, 30, 45)
_PEN: Final = (40, 50, 170)
_SAMPLE_DPI: Final = 150
_SAMPLE_PAGES: Final = (0,)


def drawn(file: Path, dpi: float = DPI) -> list[Pixels]:
    """Return the pages of a printed PDF as pictures."""
    np: Any = import_module("numpy")
    pages: list[Pixels] = []
    with PdfFile(file.read_bytes(), file.name, None) as opened:
        for number in range(opened.pages):
            shown = draw_page(opened, number)
            if shown is not None:
                gray = _resized(shown.gray, dpi / shown.dpi)
                pages.append(np.repeat(gray[:, :, None], 3, axis=2))
    return pages


def _resized(picture: Pixels, scale: float) -> Pixels:
    cv: Any = import_module("cv2")
    if scale == 1:
        return picture
    return cv.resize(picture, None, fx=scale, fy=scale, interpolation=cv.INTER_AREA)


def skewed(page: Pixels) -> Pixels:
    """Return a page that lay askew in the scanner."""
    cv: Any = import_module("cv2")
    height, width = page.shape[:2]
    matrix = cv.getRotationMatrix2D((width / 2, height / 2), 1.7, 1.0)
    return cv.warpAffine(page, matrix, (width, height), borderValue=(255, 255, 255))


def noisy(page: Pixels) -> Pixels:
    """Return a page from a worn machine: gray paper, grain, specks, soft letters."""
    np, cv = (import_module(name) for name in ("numpy", "cv2"))
    chance: Any = np.random.default_rng(_SEED)
    soft = cv.GaussianBlur(page, (3, 3), 0.8).astype(np.float32)
    grain = chance.normal(0, 14, page.shape[:2])[:, :, None]
    worn = (soft * 0.88 + 18 + grain).clip(0, 255).astype(np.uint8)
    for _ in range(150):
        y, x = (int(chance.integers(0, size)) for size in page.shape[:2])
        cv.circle(worn, (x, y), int(chance.integers(1, 3)), (60, 60, 60), -1)
    return worn


def stamped(page: Pixels, places: Sequence[tuple[float, float]] = ((0.62, 0.5),)) -> Pixels:
    """Return a page with round red stamps over its words and a signature in blue ink.

    Places are shares of width and height.
    """
    cv: Any = import_module("cv2")
    found = page.copy()
    height, width = page.shape[:2]
    unit = width / 100
    for across, down in places:
        centre = round(across * width), round(down * height)
        _stamp(found, centre, unit)
        pen = [(centre[0] + round(unit * dx), centre[1] + round(unit * dy))
               for dx, dy in ((2, 3), (6, -4), (9, 4), (12, -3), (16, 2), (24, 0))]  # fmt: skip
        for start, end in pairwise(pen):
            cv.line(found, start, end, _PEN, max(round(unit / 4), 1), cv.LINE_AA)
    return found


def _stamp(page: Pixels, centre: tuple[int, int], unit: float) -> None:
    np, cv = (import_module(name) for name in ("numpy", "cv2"))
    ink = np.full_like(page, 255)
    thick = max(round(unit / 3), 1)
    for radius in (8.6, 7.9, 4.2):
        cv.circle(ink, centre, round(unit * radius), _RED, thick, cv.LINE_AA)
    for number in range(18):
        angle = 2 * np.pi * number / 18
        x, y = (
            round(c + unit * 6 * f(angle)) for c, f in zip(centre, (np.cos, np.sin), strict=True)
        )
        cv.putText(ink, "SH*"[number % 3], (x - round(unit), y + round(unit / 2)),
                   cv.FONT_HERSHEY_SIMPLEX, unit / 20, _RED, thick, cv.LINE_AA)  # fmt: skip
    page[:] = np.minimum(page, ink)


WAYS: Final[dict[str, tuple[float, Callable[[Pixels], Pixels]]]] = {
    "clean": (DPI, lambda page: page),
    "150 dpi": (150.0, lambda page: page),
    "skewed": (DPI, skewed),
    "noisy": (DPI, noisy),
    "stamped": (DPI, stamped),
}
"""Kinds of scans: their resolution, and how a page comes to look so."""


def as_pdf(pages: Sequence[Pixels], dpi: float, quality: int = 80) -> bytes:
    """Return a PDF of pictures alone."""
    images: Any = import_module("PIL.Image")
    first, *others = (images.fromarray(page) for page in pages)
    file = io.BytesIO()
    first.save(file, "PDF", resolution=dpi, save_all=True, append_images=others, quality=quality,
               creationDate=None, modDate=None)  # fmt: skip
    return file.getvalue()


def sample() -> bytes:
    """Return the sample that is a scan: noise, a stamp over the words, a signature."""
    pages = drawn(PRINTED, _SAMPLE_DPI)
    worn = [stamped(noisy(skewed(pages[number])), ((0.72, 0.72),)) for number in _SAMPLE_PAGES]
    return as_pdf(worn, _SAMPLE_DPI, quality=45)


if __name__ == "__main__":
    SCANNED.write_bytes(sample())
