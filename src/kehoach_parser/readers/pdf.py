"""PDF files with a text layer: pages to paragraphs, tables, notes and signatures."""

import time
from collections.abc import Sequence
from typing import Final

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.pdf_layout import lay_out
from kehoach_parser.readers.pdf_margins import without_margins
from kehoach_parser.readers.pdf_native import PdfFile
from kehoach_parser.readers.pdf_pages import Page, read_page
from kehoach_parser.text.document import Document

_CLOCKED: Final = 16


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a PDF.

    Raises `FormatError` for a broken or locked file and for one without usable text
    (`needs-ocr`), `LimitError` where it takes longer than `limits.timeout` seconds.
    """
    with PdfFile(data, name, limits.password) as file:
        count = file.pages
        if not count:
            raise FormatError("pdf-empty", name=name)
        mended = file.mended
        pages = _pages(file, min(count, limits.max_pages), name, limits.timeout)
    found = [page for page in pages if page.rows or page.tables]
    if not found:
        raise FormatError(_reason(pages), name=name)
    kept, margins = without_margins([(page.rows, page.height) for page in found])
    for page, rows in zip(found, kept, strict=True):
        page.rows = rows
    return Document(
        "pdf",
        lay_out(found),
        margins=(*margins, *(text for page in pages for text in page.boxes)),
        pages=count,
        signatures=tuple(mark for page in pages for mark in page.signatures),
        findings=tuple(_findings(pages, count, mended=mended)),
    )


def _pages(file: PdfFile, count: int, name: str, timeout: float) -> list[Page]:
    end = time.monotonic() + timeout
    pages: list[Page] = []
    for index in range(count):
        if index % _CLOCKED == 0 and time.monotonic() > end:
            raise LimitError("pdf-timeout", name=name, seconds=f"{timeout:g}", pages=index)
        pages.append(read_page(file, index))
    return pages


def _reason(pages: Sequence[Page]) -> str:
    if any(page.unread for page in pages):
        return "needs-ocr"
    return "pdf-broken" if any(page.broken for page in pages) else "pdf-blank"


def _findings(pages: Sequence[Page], count: int, *, mended: bool) -> list[Finding]:
    found = [finding("pdf-mended")] if mended else []
    found += [finding("page-needs-ocr", page=page.number, number=page.number)
             for page in pages if page.unread]  # fmt: skip
    found += [finding("page-broken", page=page.number, number=page.number)
              for page in pages if page.broken]  # fmt: skip
    if count > len(pages):
        found.append(finding("pages-cut", pages=count, most=len(pages)))
    return found
