"""Marks of secrecy that stand in the header of the page alone: the head gets them back."""

import re
from typing import Final

from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.patterns import pattern

_MARK: Final = pattern(r"\W*(?:ĐỘ MẬT\W+)?(?:TUYỆT |TỐI )?MẬT\W*", re.IGNORECASE)
_LONGEST: Final = 30


def with_secrecy(document: Document) -> Document:
    """Return a document with the mark of secrecy that its margins bear as its first line.

    Margins are no part of the text, but a document marked there is as secret as any.
    """
    for line in document.margins:
        if len(line) < _LONGEST and _MARK.fullmatch(line):
            return document._replace(blocks=(Paragraph(line.strip()), *document.blocks))
    return document
