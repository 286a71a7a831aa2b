"""`Document`: what every reader gives, blocks in reading order with their looks and place.

A reader says what stands where; it does not judge what a line means. Text is as the file has it
(NFD, odd blanks and legacy hyphens included): `text.source` normalises it.
"""

from typing import NamedTuple

from kehoach_parser.findings import Finding

Box = tuple[float, float, float, float]


class Doubt(NamedTuple):
    """Where in a text a word stands that OCR is not sure of, and how sure it is (0 to 1)."""

    start: int
    end: int
    confidence: float


class Paragraph(NamedTuple):
    r"""One paragraph. A forced line break is `\n`, a tab is `\t`.

    `text` begins with its automatic number as the program shows it (`"1. Mục đích"`). `bold` is
    the count of leading characters in bold (`len(text)` where all are), `heading` the level of a
    heading style (0: none), `footnote` marks the text of a note, which readers place after the
    paragraph that bears its mark. `confidence` is the mean of what OCR read, by letters.
    """

    text: str
    bold: int = 0
    italic: bool = False
    centered: bool = False
    heading: int = 0
    footnote: bool = False
    page: int | None = None
    box: Box | None = None
    confidence: float | None = None
    doubts: tuple[Doubt, ...] = ()


class Cell(NamedTuple):
    r"""One cell of a table; its paragraphs are joined by `\n`, a nested table's rows too.

    `column` is the 0-based grid column, `columns` and `rows` how many grid columns and rows the
    cell covers (a merge is one cell, placed where it begins).
    """

    text: str
    column: int
    columns: int = 1
    rows: int = 1
    bold: bool = False
    box: Box | None = None
    confidence: float | None = None
    doubts: tuple[Doubt, ...] = ()


class Grid(NamedTuple):
    """A table: its rows hold the cells that begin in them, by column.

    `header_rows` is how many first rows the file marks as header (0: not said). `ruled` is
    false for layout tables without any border.
    """

    rows: tuple[tuple[Cell, ...], ...]
    width: int
    header_rows: int = 0
    ruled: bool = True
    page: int | None = None
    pages: tuple[int | None, ...] = ()
    box: Box | None = None


Block = Paragraph | Grid


class SignatureMark(NamedTuple):
    """A digital signature that the file shows: who, and when as ISO 8601 with offset."""

    signer: str
    signed_at: str | None = None


class Document(NamedTuple):
    """A file's content in reading order, page headers and footers apart from the body."""

    format: str
    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    pages: int | None = None
    encoding: str | None = None
    ocr: str | None = None
    signatures: tuple[SignatureMark, ...] = ()
    findings: tuple[Finding, ...] = ()
