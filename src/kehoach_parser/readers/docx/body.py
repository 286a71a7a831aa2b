"""The blocks of a docx part in reading order: paragraphs, tables, text boxes and notes."""

from typing import Protocol

from kehoach_parser.errors import LimitError
from kehoach_parser.readers.cells import as_note
from kehoach_parser.readers.columns import begins_recipients
from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.numbering import Numbering
from kehoach_parser.readers.docx.properties import Properties, PropertyReader
from kehoach_parser.readers.docx.runs import Line, RunReader, opened
from kehoach_parser.readers.docx.styles import Styles
from kehoach_parser.readers.docx.tables import frames, read_grid
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.letterhead import bears_motto
from kehoach_parser.readers.runs import paragraph_of
from kehoach_parser.text.document import Block

Notes = dict[tuple[str, str], Element]
"""Footnotes and endnotes by the tag that refers to them and their id."""


class Parts(Protocol):
    """What the body points to, loaded when it is due."""

    def notes(self) -> Notes:
        """Return all notes."""
        ...

    def chunk(self, relation: str) -> tuple[Block, ...]:
        """Return the blocks of an embedded document."""
        ...


class BodyReader:
    """Walks parts; list numbers go on from one part to the next."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        parts: Parts,
        name: str,
        depth: int,
    ) -> None:
        """Use these styles, lists and other parts.

        `depth` bounds tables and text boxes in one another.
        """
        self._styles = styles
        self._numbering = numbering
        self._parts = parts
        self._name = name
        self._notes: Notes | None = None
        self._most = depth
        self._depth = 0
        self._runs = RunReader(styles)
        self._carried: Line | None = None
        self._due: list[tuple[str, str]] = []
        self._properties = PropertyReader(styles)

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

    def plain_bold(self, style: str | None) -> bool | None:
        """Return whether a paragraph style is bold, null where it does more (numbers, hides)."""
        properties = self._properties.of_style(style)
        return None if properties.number_id is not None else self._runs.plain_bold(properties.look)

    @property
    def in_field(self) -> bool:
        """Whether a field goes on, so that words may be its code."""
        return self._runs.in_field

    def _walk(self, parent: Element, found: list[Block]) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.PARAGRAPH:
                self._paragraph(child, found)
            elif tag == w.TABLE:
                self._end_line(found)
                self._table(child, found)
            elif tag == w.CHUNK:
                self._end_line(found)
                found += self._parts.chunk(child.get(w.RELATION, ""))
            else:
                inner = opened(child)
                if inner is None:
                    continue
                self._walk(inner, found)
            if self._due and self._depth == 1:
                self._place_notes(found)

    def _paragraph(self, element: Element, found: list[Block]) -> None:
        properties = self._properties.read(element)
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
        if properties.number_id is not None and not line.label:
            line.label = self._label(properties)
        self._add(line, properties, found)

    def _end_line(self, found: list[Block]) -> None:
        """Close a paragraph whose mark is gone where none follows that could take it up."""
        line, self._carried = self._carried, None
        if line is not None:
            self._add(line, self._properties.of_style(None), found)

    def _add(self, line: Line, properties: Properties, found: list[Block]) -> None:
        place = len(found)
        paragraph = paragraph_of(
            line.label, line.pieces, centered=properties.centered, heading=properties.heading
        )
        if paragraph is not None:
            found.append(paragraph)
        self._due += line.notes
        for box in line.above:
            found[place:place] = inner = self.blocks(box)
            place += len(inner)
        if line.boxes:
            self._add_boxes([self.blocks(box) for box in line.boxes], found, place)

    def _add_boxes(self, boxes: list[list[Block]], found: list[Block], place: int) -> None:
        """Add boxes behind their paragraph; a head, or recipients, before it at a place."""
        heads = any(map(bears_motto, boxes))
        for inner in boxes:
            if heads or begins_recipients(found[place:]) or begins_recipients(inner):
                found[place:place] = inner
                place += len(inner) if heads else 0
            else:
                found += inner

    def _label(self, properties: Properties) -> str:
        if properties.number_id in {None, "", "0"}:
            return ""
        number_id = properties.number_id or ""
        return self._numbering.label(number_id, properties.level, properties.look.chain)

    def _table(self, table: Element, found: list[Block]) -> None:
        """Add a table; cells above one another are frames around paragraphs."""
        cells = frames(table)
        if cells:
            for cell in cells:
                found += self.blocks(cell)
            return
        grid = read_grid(table, self._styles, self)
        if grid.rows:
            found.append(grid)

    def _place_notes(self, found: list[Block]) -> None:
        due, self._due = self._due, []
        if self._notes is None:
            self._notes = self._parts.notes()
        for key in due:
            # Each note once: thousands of marks could name the same long one.
            note = self._notes.pop(key, None)
            if note is not None:
                found += map(as_note, self.blocks(note))
