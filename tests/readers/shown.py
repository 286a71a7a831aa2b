"""What a document shows, as lines that are easy to compare."""

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.detect import read
from kehoach_parser.text.document import Document, Grid


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
