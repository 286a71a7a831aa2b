"""What a docx paragraph says of itself (`w:pPr`), over what its style says."""

from typing import NamedTuple

from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.styles import (
    ParagraphLook,
    Styles,
    heading_level,
    read_numbering,
)
from kehoach_parser.readers.guard import Element


class Properties(NamedTuple):
    """A paragraph's properties.

    A paragraph whose mark does not show is `joined` to the next one; `removed` says that the
    mark was deleted, so that the paragraph's own number goes too.
    """

    look: ParagraphLook
    centered: bool
    heading: int
    number_id: str | None
    level: int | None
    joined: bool = False
    removed: bool = False


class PropertyReader:
    """Reads properties, each style's share once."""

    def __init__(self, styles: Styles) -> None:
        """Inherit from these styles."""
        self._styles = styles
        self._styled: dict[str | None, Properties] = {}

    def of_style(self, style: str | None) -> Properties:
        """Return the properties of a paragraph that says nothing but its style."""
        found = self._styled.get(style)
        if found is None:
            look = self._styles.paragraph(style)
            found = Properties(look, look.centered, look.heading, look.number_id, look.level)
            self._styled[style] = found
        return found

    def read(self, paragraph: Element) -> Properties:
        """Return the properties of a paragraph; the schema puts them first in it."""
        first = paragraph[0] if len(paragraph) else None
        if first is None or first.tag != w.PARAGRAPH_PROPERTIES:
            return self.of_style(None)
        look, centered, heading, number_id, level, joined, removed = self.of_style(None)
        for child in first:
            tag = child.tag
            if tag == w.ALIGNMENT:
                centered = child.get(w.VAL) == "center"
            elif tag == w.RUN_PROPERTIES:
                joined, removed = _mark(child)
            elif tag == w.PARAGRAPH_STYLE:
                look, centered, heading, number_id, level, joined, removed = self.of_style(
                    child.get(w.VAL)
                )
            elif tag == w.NUMBERING:
                own, level = read_numbering(child)
                number_id = own or number_id
            elif tag == w.OUTLINE_LEVEL:
                heading = heading_level(child)
        return Properties(look, centered, heading, number_id, level, joined, removed)


def _mark(properties: Element) -> tuple[bool, bool]:
    """Return whether a paragraph's mark does not show, and whether it was deleted."""
    hidden = False
    for child in properties:
        tag = child.tag
        if tag in {w.DELETED, w.MOVED_AWAY}:
            return True, True
        if tag == w.HIDDEN:
            hidden = w.is_on(child)
    return hidden, False
