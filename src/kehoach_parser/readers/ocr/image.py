"""Pictures of pages: PNG, JPEG and TIFF files, read by OCR alone."""

import time

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.findings import finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.pdf.pages import Page
from kehoach_parser.readers.pdf.reader import assembled
from kehoach_parser.text.document import Document


def read_png(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a PNG picture; raises as `read_image`."""
    return read_image("png", data, name, limits)


def read_jpg(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a JPEG picture; raises as `read_image`."""
    return read_image("jpg", data, name, limits)


def read_tiff(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a TIFF file of one or more pages; raises as `read_image`."""
    return read_image("tiff", data, name, limits)


def read_image(kind: str, data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a picture.

    Raises `FormatError` where OCR is switched off or not installed, and for broken bytes,
    `LimitError` for too large a picture or too long a time.
    """
    if limits.ocr.mode == "never":
        raise FormatError("needs-ocr", name=name)
    from kehoach_parser.readers.ocr.pages import unpack_image  # noqa: PLC0415 - the same
    from kehoach_parser.readers.ocr.reader import recogniser  # noqa: PLC0415 - slow to load

    ocr = recogniser(limits.ocr)
    if ocr is None:
        raise FormatError("ocr-install", name=name)
    end = time.monotonic() + limits.timeout
    count, frames = unpack_image(data, name, limits.max_pages)
    pages: list[Page] = []
    for number, shown in enumerate(frames, 1):
        if time.monotonic() > end:
            raise LimitError("pdf-timeout", name=name, seconds=f"{limits.timeout:g}",
                             pages=number - 1)  # fmt: skip
        pages.append(ocr.page(shown, Page(number)))
    cut = [finding("pages-cut", pages=count, most=len(pages))] if count > len(pages) else []
    return assembled(kind, pages, count, name, cut, limits, ocr)
