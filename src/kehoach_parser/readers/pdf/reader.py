"""PDF files: pages to paragraphs, tables, notes and signatures; scanned pages by way of OCR."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.pdf.layout import lay_out
from kehoach_parser.readers.pdf.legacy import OldWords
from kehoach_parser.readers.pdf.margins import Sheet, without_margins
from kehoach_parser.readers.pdf.native import PdfFile
from kehoach_parser.readers.pdf.pages import Page, read_page
from kehoach_parser.readers.pdf.quality import Trust
from kehoach_parser.readers.pdf.slivers import without_slivers
from kehoach_parser.text.document import Document

if TYPE_CHECKING:
    from kehoach_parser.readers.ocr.reader import Recogniser

_CLOCKED: Final = 16


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a PDF.

    Raises `FormatError` for a broken or locked file and for one without usable text
    (`needs-ocr`, `ocr-install`), `LimitError` where it takes longer than `limits.timeout`
    seconds, `UsageError` where the OCR engine that is asked for is not installed.
    """
    clock = _Clock(name, limits.timeout)
    with PdfFile(data, name, limits.password) as file:
        count = file.pages
        if not count:
            raise FormatError("pdf-empty", name=name)
        mended = file.mended
        old = OldWords()
        pages = _pages(file, min(count, limits.max_pages), clock, old)
        ocr = _recogniser(pages, limits)
        if ocr:
            _recognise(file, pages, ocr, clock, always=limits.ocr.mode == "always")
    found = [finding("pdf-mended")] if mended else []
    found += _findings(pages, count, limits)
    document = assembled("pdf", pages, count, name, found, limits, ocr)
    findings = (*old.findings(), *document.findings)
    return document._replace(encoding=old.encoding, findings=findings)


def assembled(  # noqa: PLR0913, PLR0917 - all that a document of pages has
    kind: str,
    pages: Sequence[Page],
    count: int,
    name: str,
    findings: Sequence[Finding],
    limits: Limits,
    ocr: "Recogniser | None",
) -> Document:
    """Return the document that pages make; raises `FormatError` where none has text."""
    found = [page for page in pages if page.rows or page.tables]
    if not found:
        raise FormatError(_reason(pages, limits), name=name)
    repairs = ocr.repair(pages) if ocr else []
    sheets = [Sheet(page.rows, page.width, page.height) for page in found]
    kept, margins = without_margins(without_slivers(sheets))
    for page, rows in zip(found, kept, strict=True):
        page.rows = rows
    return Document(
        kind,
        lay_out(found),
        margins=(*margins, *(text for page in pages for text in page.boxes)),
        pages=count,
        ocr=ocr.engine.version if ocr and any(page.recognised for page in pages) else None,
        signatures=tuple(mark for page in pages for mark in page.signatures),
        findings=(*findings, *repairs),
    )


class _Clock:
    """The time that a file may take."""

    def __init__(self, name: str, seconds: float) -> None:
        self._name, self._seconds = name, seconds
        self._end = time.monotonic() + seconds

    def check(self, done: int) -> None:
        """Raise `LimitError` where the time is up, after so many pages."""
        if time.monotonic() > self._end:
            seconds = f"{self._seconds:g}"
            raise LimitError("pdf-timeout", name=self._name, seconds=seconds, pages=done)


def _pages(file: PdfFile, count: int, clock: _Clock, old: OldWords) -> list[Page]:
    pages: list[Page] = []
    for index in range(count):
        if index % _CLOCKED == 0:
            clock.check(index)
        pages.append(read_page(file, index, old))
    _leave_doubtful(pages)
    return pages


def _leave_doubtful(pages: Sequence[Page]) -> None:
    """Leave the few words of a page unread where all that can be judged are rubbish."""
    trust = {page.trust for page in pages}
    if Trust.RUBBISH in trust and Trust.SOUND not in trust:
        for page in pages:
            if page.trust is Trust.DOUBTFUL:
                page.leave_unread()


def _recogniser(pages: Sequence[Page], limits: Limits) -> "Recogniser | None":
    """Return what reads scanned pages, null where there are none or nothing is installed."""
    mode = limits.ocr.mode
    if mode == "never" or (mode == "auto" and not any(map(_is_scan, pages))):
        return None
    from kehoach_parser.readers.ocr.reader import recogniser  # noqa: PLC0415 - digital files need none

    return recogniser(limits.ocr)


def _is_scan(page: Page) -> bool:
    """Return whether a page is better read from its picture.

    Words that a scanner's OCR put behind it lack looks, and signs that begin or rule lines.
    """
    return page.unread or page.layer


def _recognise(
    file: PdfFile, pages: list[Page], ocr: "Recogniser", clock: _Clock, *, always: bool
) -> None:
    """Put what OCR reads in the place of pages without usable text."""
    from kehoach_parser.readers.ocr.pages import draw_page  # noqa: PLC0415 - the same

    done = 0
    for index, page in enumerate(pages):
        if page.broken or not (_is_scan(page) or always):
            continue
        clock.check(done)
        shown = draw_page(file, index)
        if shown is not None:
            pages[index] = ocr.page(shown, page)
            done += 1


def _reason(pages: Sequence[Page], limits: Limits) -> str:
    if any(page.unread for page in pages):
        return "needs-ocr" if limits.ocr.mode == "never" else "ocr-install"
    return "pdf-broken" if any(page.broken for page in pages) else "pdf-blank"


def _findings(pages: Sequence[Page], count: int, limits: Limits) -> list[Finding]:
    unread = "page-needs-ocr" if limits.ocr.mode == "never" else "page-ocr-install"
    found = [finding(unread, page=page.number, number=page.number)
             for page in pages if page.unread]  # fmt: skip
    found += [finding("page-broken", page=page.number, number=page.number)
              for page in pages if page.broken]  # fmt: skip
    if apart := sum(page.marks_apart for page in pages):
        found.append(finding("text-decomposed", count=apart))
    if count > len(pages):
        found.append(finding("pages-cut", pages=count, most=len(pages)))
    return found
