"""Lines of words as OCR gives them, for tests of what comes after it."""

from kehoach_parser.readers.ocr.repair import Repairs
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import line_text, rows
from kehoach_parser.readers.pdf.pages import Page

SIZE = 14.0
STEP = 20.0


def words_of(text: str, base: float = 100.0, *, sure: float = 0.9) -> list[Word]:
    """Return the words of a line, each letter half its size wide."""
    found: list[Word] = []
    x, order = 85.0, 0
    for part in text.split():
        x1 = x + len(part) * SIZE / 2
        found.append(Word(part, x, base - SIZE, x1, base, base, SIZE, bold=False, italic=False,
                          order=order, confidence=sure))  # fmt: skip
        x, order = x1 + SIZE / 4, order + len(part) + 1
    return found


def repaired(*lines: str, sure: float = 0.9) -> tuple[list[str], Repairs]:
    """Return the lines of a recognised page as the repairs leave them, and the repairs.

    `sure` is the confidence of every word.
    """
    page = Page(1, recognised=True)
    given = [words_of(line, 100.0 + STEP * number, sure=sure) for number, line in enumerate(lines)]
    repairs = Repairs()
    page.rows = rows(repairs.words([word for line in given for word in line], 1))
    repairs.labels([page])
    return [line_text(row) for row in page.rows], repairs


def mended(line: str) -> str:
    """Return one line as the repairs leave it."""
    return repaired(line)[0][0]
