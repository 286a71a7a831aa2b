from pathlib import Path
from typing import Final

from kehoach_parser.errors import FormatError
from kehoach_parser.readers.base import DEFAULT_LIMITS, Recognition
from kehoach_parser.readers.read import read
from kehoach_parser.text.source import build

SCANS: Final = {"w0030", "w0032", "w0036", "w0038", "w0040", "w0043", "w0070", "w0074", "w0103"}
"""Scans, a text layer without letters, one in another language, one with a stamp only."""


WITHOUT_OCR: Final = DEFAULT_LIMITS._replace(ocr=Recognition("never"))


def _lines(path: Path) -> list[str]:
    return build(read(path.read_bytes(), path.name, WITHOUT_OCR)).text.split("\n")


def _refusal(path: Path) -> str:
    """Return why a file is not read, nothing where it gives text."""
    try:
        found = _lines(path)
    except FormatError as error:
        return error.code
    return "" if sum(map(len, found)) > 500 else "short"


def test_every_real_pdf_gives_text_or_asks_for_ocr(corpus: Path) -> None:
    asked: set[str] = set()
    for path in sorted((corpus / "wild").glob("*.pdf")):
        code = _refusal(path)
        if code:
            asked.add(path.name[:5])
        assert code in ("", "needs-ocr"), path.name

    assert asked == SCANS


def test_a_signed_pdf_agrees_with_the_file_that_it_was_printed_from(corpus: Path) -> None:
    (printed,) = (corpus / "dev" / "docs").glob("d10*.pdf")
    (typed,) = (corpus / "dev" / "twins").glob("d10t*.doc")
    shown = set(_lines(printed))
    paragraphs = [line for line in _lines(typed) if len(line) > 20]

    assert sum(line in shown for line in paragraphs) >= 0.85 * len(paragraphs)
