"""Markdown, also as converters of PDF and Word files write it."""

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.plain.reader import read_text
from kehoach_parser.text.document import Document


def read_markdown(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a Markdown file; headings, lists, tables and bold words are kept."""
    del name, limits  # `read.read` holds the size
    return read_text(data, markdown=True)
