"""The words inside one odt paragraph: spans with their looks, notes, boxes and fields."""

import re
from collections.abc import Iterator
from typing import Final

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import number_of
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.odt.styles import Styles
from kehoach_parser.readers.runs import Marks, Piece
from kehoach_parser.text.patterns import pattern

_BLANKS: Final = f"{o.WORDS}s"
_COUNT: Final = f"{o.WORDS}c"
_SIGNS: Final = {f"{o.WORDS}tab": "\t", f"{o.WORDS}line-break": "\n"}
_NOTE: Final = f"{o.WORDS}note"
_NOTE_BODY: Final = f"{o.WORDS}note-body"
_SILENT: Final = frozenset((
    f"{o.OFFICE}annotation", f"{o.OFFICE}event-listeners", f"{o.OFFICE}forms",
    f"{o.WORDS}number", f"{o.WORDS}ruby-text", f"{o.WORDS}script", f"{o.WORDS}label",
    f"{o.WORDS}tracked-changes",
))  # fmt: skip
"""Elements whose words are not shown: comments, what was deleted, choices not taken."""

_BOX: Final = f"{o.DRAWN}text-box"
_HOLDERS: Final = frozenset((f"{o.DRAWN}frame", f"{o.DRAWN}g", f"{o.DRAWN}a"))
_BLOCKS: Final = (o.PARAGRAPH, o.HEADING, o.LIST)
_SPACES: Final = pattern(r"[ \t\r\n]+", re.ASCII)
_MOST_BLANKS: Final = 1000


class Line:
    """What one paragraph shows: pieces of text, and what is anchored in it."""

    __slots__ = ("boxes", "notes", "pieces")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self.notes: list[Element] = []


class TextReader:
    """Reads what stands inside paragraphs."""

    def __init__(self, styles: Styles) -> None:
        """Resolve looks by these styles."""
        self._styles = styles

    def read(self, parent: Element, marks: Marks, line: Line) -> None:
        """Add all that an element shows to the line."""
        self._add(parent.text, marks, line)
        for child in parent:
            self._child(child, marks, line)
            self._add(child.tail, marks, line)

    def _child(self, child: Element, marks: Marks, line: Line) -> None:
        tag = child.tag
        if tag == o.SPAN:
            name = child.get(o.STYLE_NAME)
            own = marks if name is None else self._styles.marks(name).over(marks)
            self.read(child, own, line)
        elif tag == _BLANKS:
            count = min(number_of(child.get(_COUNT), 1), _MOST_BLANKS)
            line.pieces.append(Piece(" " * count, bool(marks.bold), bool(marks.italic)))
        elif tag in _SIGNS:
            line.pieces.append(Piece(_SIGNS[tag], bool(marks.bold), bool(marks.italic)))
        elif tag == _NOTE:
            line.notes += child.iterchildren(_NOTE_BODY)
        elif tag.startswith(o.DRAWN):
            line.boxes += boxes(child)
        elif tag not in _SILENT and not o.is_hidden(child):
            self.read(child, marks, line)

    def _add(self, text: str | None, marks: Marks, line: Line) -> None:
        """Add words; line ends and runs of blanks of the XML show as one blank."""
        if not text or marks.hidden:
            return
        text = _SPACES.sub(" ", text)
        if text[0] == " " and not line.pieces:
            text = text[1:]
        if text:
            text = text.upper() if marks.capitals else text
            line.pieces.append(Piece(text, bool(marks.bold), bool(marks.italic)))


def boxes(drawing: Element) -> Iterator[Element]:
    """Yield what holds words in a drawing; boxes inside a box are left to its reader."""
    if drawing.tag in _HOLDERS:
        for child in drawing:
            if child.tag.startswith(o.DRAWN):
                yield from boxes(child)
    elif drawing.tag == _BOX or any(child.tag in _BLOCKS for child in drawing):
        yield drawing
