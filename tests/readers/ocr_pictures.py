"""Pictures of pages for OCR: a sample's page drawn, worn as scanners and stamps wear it."""

import io
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

from kehoach_parser.readers.ocr.engines import is_available
from kehoach_parser.readers.ocr.pages import draw_page
from kehoach_parser.readers.ocr.pixels import Picture
from kehoach_parser.readers.pdf.native import PdfFile

SAMPLES: Final = Path(__file__).parents[2] / "samples"
PRINTED: Final = SAMPLES / "ke-hoach-ubnd-tinh.pdf"

needs_trueocr = pytest.mark.skipif(
    not is_available("trueocr"), reason='needs trueocr: pip install "kehoach-parser[ocr]"'
)
needs_tesseract = pytest.mark.skipif(
    not is_available("tesseract"),
    reason="needs Tesseract: apt install tesseract-ocr tesseract-ocr-script-viet, "
    'pip install "kehoach-parser[tesseract]"',
)
needs_tesserocr = pytest.mark.skipif(
    not is_available("tesseract") or find_spec("tesserocr") is None,
    reason='needs the library of Tesseract: pip install "kehoach-parser[tesseract]"',
)


def drawn(page: int) -> Picture:
    """Return a page (0-based) of the printed sample."""
    with PdfFile(PRINTED.read_bytes(), PRINTED.name, None) as file:
        shown = draw_page(file, page)
    assert shown is not None
    return shown


def cut(shown: Picture, top: float, bottom: float) -> Picture:
    """Return the part of a page between two shares of its height; it is read faster."""
    first, last = round(shown.height * top), round(shown.height * bottom)
    return Picture(shown.gray[first:last], shown.blue[first:last], shown.dpi)


def packed(shown: Picture, kind: str = "PNG") -> bytes:
    """Return a picture as an image file (PNG, JPEG, TIFF, PDF)."""
    images: Any = import_module("PIL.Image")
    file = io.BytesIO()
    images.fromarray(shown.gray).save(file, kind, dpi=(shown.dpi, shown.dpi), resolution=shown.dpi)
    return file.getvalue()
