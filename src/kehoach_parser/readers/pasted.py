"""Text that was pasted into a word processor after its paragraph breaks were lost."""

from typing import Final

from kehoach_parser.text.document import Document, Paragraph

_MOST_PLAIN: Final = 5_000
"""Paragraphs up to which a document is looked at; text without breaks has few."""


def with_breaks(document: Document) -> Document:
    """Return the document, its lost breaks found again where it is nothing but plain words.

    Tables, bold words and centred lines show that somebody laid it out.
    """
    if not 0 < len(document.blocks) <= _MOST_PLAIN:
        return document
    lines = [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and not (block.bold or block.centered or block.footnote)
    ]
    if len(lines) < len(document.blocks):
        return document
    from kehoach_parser.readers.plain.webtext import (  # noqa: PLC0415 - few documents are so plain
        restore_lines,
        runs_together,
    )

    if not runs_together("\n".join(lines)):
        return document
    found = restore_lines("\n".join(lines))
    return document._replace(blocks=tuple(map(Paragraph, found)))
