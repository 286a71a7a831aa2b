"""Marks of secrecy that stand in the header of the page alone: the head gets them back."""

from kehoach_parser.lexicon.stamps import stamped
from kehoach_parser.text.document import Document, Paragraph


def with_secrecy(document: Document) -> Document:
    """Return a document with the mark of secrecy that its margins bear as its first line.

    Margins are no part of the text, but a document marked there is as secret as any.
    """
    for line in document.margins:
        stamp = stamped(line)
        if stamp and stamp.secrecy:
            return document._replace(blocks=(Paragraph(line.strip()), *document.blocks))
    return document
