"""The blocks of a docx part in reading order: paragraphs, tables, text boxes and notes."""

from typing import NamedTuple

from kehoach_parser.errors import LimitError
from kehoach_parser.readers import docx_names as w
from kehoach_parser.readers.cells import as_note
from kehoach_parser.readers.docx_numbering import Numbering
from kehoach_parser.readers.docx_runs import Line, RunReader, opened
from kehoach_parser.readers.docx_styles import (
    ParagraphLook,
    Styles,
    heading_level,
    read_marks,
    read_numbering,
)
from kehoach_parser.readers.docx_tables import cells, read_grid, rows
from kehoach_parser.readers.guard import Element
from kehoach_parser.text.document import Block, Paragraph

Notes = dict[tuple[str, str], Element]
"""Footnotes and endnotes by the tag that refers to them and their id."""


class _Properties(NamedTuple):
    """A `w:pPr` with its style resolved; `joined` paragraphs run on into the next one."""

    look: ParagraphLook
    centered: bool
    heading: int
    number_id: str | None
    level: int | None
    joined: bool = False
    removed: bool = False


class BodyReader:
    """Walks parts; list numbers go on from one part to the next."""

    def __init__(
        self, styles: Styles, numbering: Numbering, notes: Notes, name: str, depth: int
    ) -> None:
        """Use these styles, lists and notes; `depth` bounds tables and boxes in one another."""
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._name = name
        self._most = depth
        self._depth = 0
        self._runs = RunReader(styles)
        self._carried: Line | None = None
        self._due: list[tuple[str, str]] = []
        self._plain: dict[str | None, _Properties] = {}

    def blocks(self, parent: Element) -> list[Block]:
        """Return the blocks inside a body, cell, text box, note, header or footer.

        Raises `LimitError` where tables or boxes nest too deeply.
        """
        if self._depth > self._most:
            raise LimitError("too-deep", name=self._name, most=self._most)
        outer, self._carried = self._carried, None
        self._depth += 1
        found: list[Block] = []
        self._walk(parent, found)
        self._end_line(found)
        self._depth -= 1
        self._carried = outer
        return found

    def _walk(self, parent: Element, found: list[Block]) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.PARAGRAPH:
                self._paragraph(child, found)
            elif tag == w.TABLE:
                self._end_line(found)
                self._table(child, found)
            else:
                inner = opened(child)
                if inner is None:
                    continue
                self._walk(inner, found)
            if self._due and self._depth == 1:
                self._place_notes(found)

    def _paragraph(self, element: Element, found: list[Block]) -> None:
        properties = self._properties(element)
        line = self._carried or Line()
        before = len(line.pieces)
        self._runs.read(element, properties.look, line)
        if properties.joined:
            shown = len(line.pieces) > before and not properties.removed
            if shown and not line.label:
                line.label = self._label(properties)
            self._carried = line
            return
        self._carried = None
        line.label = line.label or self._label(properties)
        self._add(line, properties, found)

    def _end_line(self, found: list[Block]) -> None:
        """Close a paragraph whose mark is gone where none follows that could take it up."""
        line, self._carried = self._carried, None
        if line is not None:
            self._add(line, self._styled(None), found)

    def _add(self, line: Line, properties: _Properties, found: list[Block]) -> None:
        text = line.text
        if text and not text.isspace():
            found.append(
                Paragraph(
                    text, line.bold, line.italic and not line.empty, properties.centered,
                    properties.heading,
                )
            )  # fmt: skip
        self._due += line.notes
        for box in line.boxes:
            found += self.blocks(box)

    def _label(self, properties: _Properties) -> str:
        if properties.number_id in {None, "", "0"}:
            return ""
        number_id = properties.number_id or ""
        return self._numbering.label(number_id, properties.level, properties.look.chain)

    def _properties(self, element: Element) -> _Properties:
        properties = element[0] if len(element) else None
        if properties is None or properties.tag != w.PARAGRAPH_PROPERTIES:
            properties = element.find(w.PARAGRAPH_PROPERTIES)
        if properties is None:
            return self._styled(None)
        style = properties.find(w.PARAGRAPH_STYLE)
        return self._direct(
            properties, self._styled(style.get(w.VAL) if style is not None else None)
        )

    def _direct(self, properties: Element, styled: _Properties) -> _Properties:
        look, centered, heading, number_id, level, joined, removed = styled
        for child in properties:
            tag = child.tag
            if tag == w.ALIGNMENT:
                centered = child.get(w.VAL) == "center"
            elif tag == w.NUMBERING:
                own, level = read_numbering(child)
                number_id = own or number_id
            elif tag == w.OUTLINE_LEVEL:
                heading = heading_level(child)
            elif tag == w.RUN_PROPERTIES:
                joined, removed = _mark(child)
        return _Properties(look, centered, heading, number_id, level, joined, removed)

    def _styled(self, style: str | None) -> _Properties:
        found = self._plain.get(style)
        if found is None:
            look = self._styles.paragraph(style)
            found = _Properties(look, look.centered, look.heading, look.number_id, look.level)
            self._plain[style] = found
        return found

    def _table(self, table: Element, found: list[Block]) -> None:
        """Add a table; one cell alone is a frame around paragraphs."""
        shown = rows(table)
        if len(shown) == 1 and len(only := cells(shown[0])) == 1:
            found += self.blocks(only[0])
        elif shown:
            found.append(read_grid(table, self._styles, self.blocks))

    def _place_notes(self, found: list[Block]) -> None:
        due, self._due = self._due, []
        for key in due:
            note = self._notes.get(key)
            if note is not None:
                found += map(as_note, self.blocks(note))


def _mark(properties: Element) -> tuple[bool, bool]:
    """Return whether a paragraph's mark does not show, and whether it was deleted."""
    for child in properties:
        if child.tag in {w.DELETED, w.MOVED_AWAY}:
            return True, True
    return bool(read_marks(properties).hidden), False
