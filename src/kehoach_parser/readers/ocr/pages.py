"""Pictures of pages: drawn from a PDF by PDFium, or unpacked from an image file."""

import ctypes
import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.ocr.pixels import Picture, numpy, picture, resized
from kehoach_parser.readers.pdf.native import PdfFile, call, close_page

DPI: Final = 200.0
"""Resolution that pages are read at: finer costs time and errs as often."""

_POINTS: Final = 72.0
_LONGEST_SIDE: Final = 5000  # pixels: twice an A3 page
_MOST_PIXELS: Final = 120_000_000
_WITH_NOTES: Final = 1  # draw annotations: stamps and numbers may be such
_WHITE: Final = 0xFFFFFFFF
_CHANNELS: Final = 4
_A4_SIDE: Final = 11.69  # inches
_SAID_DPI: Final = (90.0, 700.0)
_NEAR_DPI: Final = 1.25


def draw_page(file: PdfFile, index: int) -> Picture | None:
    """Return a page (0-based) as it is looked at, null where PDFium cannot read it."""
    page = file.page(index)
    if page is None:
        return None
    try:
        return _drawn(page, *_size(page))
    finally:
        close_page(page)


def _size(page: int) -> tuple[float, float]:
    """Return width and height of a page in points as it is looked at."""
    rect = (ctypes.c_float * 4)()
    call("FPDF_GetPageBoundingBox")(page, ctypes.addressof(rect))
    left, top, right, bottom = rect
    size = max(right - left, 1.0), max(top - bottom, 1.0)
    return size[::-1] if call("FPDFPage_GetRotation")(page) % 2 else size


def _drawn(page: int, width: float, height: float) -> Picture:
    dpi = min(DPI, _LONGEST_SIDE * _POINTS / max(width, height))
    size = max(round(width * dpi / _POINTS), 1), max(round(height * dpi / _POINTS), 1)
    bitmap = call("FPDFBitmap_Create")(*size, 0)
    try:
        call("FPDFBitmap_FillRect")(bitmap, 0, 0, *size, _WHITE)
        call("FPDF_RenderPageBitmap")(bitmap, page, 0, 0, *size, 0, _WITH_NOTES)
        stride = call("FPDFBitmap_GetStride")(bitmap)
        data = ctypes.string_at(call("FPDFBitmap_GetBuffer")(bitmap), stride * size[1])
    finally:
        call("FPDFBitmap_Destroy")(bitmap)
    rows = numpy().frombuffer(data, numpy().uint8).reshape(size[1], stride)
    pixels = rows[:, : size[0] * _CHANNELS].reshape(size[1], size[0], _CHANNELS)
    return picture(pixels[:, :, 2::-1], dpi)


def unpack_image(data: bytes, name: str, most: int) -> tuple[int, Iterator[Picture]]:
    """Return how many pages an image file has, and the first `most` of them.

    Raises `FormatError` for broken bytes, `LimitError` for a picture beyond all measure.
    """
    library: Any = import_module("PIL.Image")
    try:
        image = library.open(io.BytesIO(data))
        count = int(getattr(image, "n_frames", 1))
    except (OSError, ValueError, SyntaxError, library.DecompressionBombError) as error:
        raise FormatError("image-broken", name=name) from error
    return count, (_frame(image, number, name) for number in range(min(count, most)))


def _frame(image: Any, number: int, name: str) -> Picture:  # noqa: ANN401 - of a module by name
    """Return a frame of an image at the resolution that pages are read at."""
    operations: Any = import_module("PIL.ImageOps")
    try:
        image.seek(number)
        if image.width * image.height > _MOST_PIXELS:
            raise LimitError("image-too-large", name=name, width=image.width, height=image.height)
        upright = operations.exif_transpose(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise FormatError("image-broken", name=name) from error
    pixels = numpy().asarray(upright).astype(numpy().float32)
    opaque = pixels[:, :, 3:] / 255
    rgb = (pixels[:, :, :3] * opaque + 255 * (1 - opaque)).astype(numpy().uint8)
    return _at_dpi(rgb, _resolution(image))


def _resolution(image: Any) -> float:  # noqa: ANN401 - of a module by name
    """Return the resolution that an image says, else the one that makes it an A4 page."""
    said = float(image.info.get("dpi", (0, 0))[0])
    assumed = max(image.width, image.height) / _A4_SIDE
    likely = assumed / _NEAR_DPI < said < assumed * _NEAR_DPI * 1.2
    return said if likely and _SAID_DPI[0] < said < _SAID_DPI[1] else assumed


def _at_dpi(rgb: Any, dpi: float) -> Picture:  # noqa: ANN401 - of a module by name
    shown = picture(rgb, dpi)
    return shown if DPI / _NEAR_DPI < dpi < DPI * _NEAR_DPI else resized(shown, DPI)
