"""What a document shows, as lines that are easy to compare, and how long that takes."""

import time
from collections.abc import Iterable

from kehoach_parser.readers.base import Limits, Reader
from kehoach_parser.readers.read import read
from kehoach_parser.text.document import Cell, Document, Grid


def opened(data: bytes, name: str = "thu.docx") -> Document:
    """Return a file's document within the usual limits."""
    return read(data, name, Limits())


def lines(document: Document) -> list[str]:
    """Return a line for each paragraph (`[note]` before a note's) and each row of a table."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            found += [" | ".join(cell.text for cell in row) for row in block.rows]
        else:
            found.append(("[note] " if block.footnote else "") + block.text)
    return found


def cell_texts(rows: Iterable[Iterable[Cell]]) -> list[list[str]]:
    """Return the words of cells, row by row."""
    return [[cell.text for cell in row] for row in rows]


def tables(document: Document) -> list[list[list[str]]]:
    """Return the words of each table's cells."""
    return [cell_texts(block.rows) for block in document.blocks if isinstance(block, Grid)]


def assert_linear(reader: Reader, piece: str) -> None:
    """Hold a reader to a time that grows no faster than a text of one piece over and over."""

    def seconds(size: int) -> float:
        start = time.process_time()
        reader((piece * size).encode(), "a", Limits())
        return time.process_time() - start

    most = 40 * max(min(seconds(4_000), seconds(4_000)), 0.0025)
    assert any(seconds(40_000) < most for _ in range(3))  # a machine may be busy for a moment
