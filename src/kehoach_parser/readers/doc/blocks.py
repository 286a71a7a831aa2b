"""anydoc's blocks as paragraphs and grids: labels, looks, merged cells, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from kehoach_parser.errors import LimitError
from kehoach_parser.readers.cells import as_note, cell_text, is_all_bold
from kehoach_parser.readers.doc.word97_labels import Labels
from kehoach_parser.readers.number_formats import shown
from kehoach_parser.readers.runs import with_signs
from kehoach_parser.text.document import Block, Cell, Grid, Paragraph

if TYPE_CHECKING:
    import anydoc


class Original(Protocol):
    """What the file itself says of a paragraph and anydoc does not tell, or tells wrong."""

    labels: Labels

    def is_centered(self, text: str) -> bool:
        """Return whether a paragraph of this text is centred."""
        ...


_FORMATS: Final = {
    "decimal": "decimal",
    "lower_alpha": "lowerLetter",
    "upper_alpha": "upperLetter",
    "lower_roman": "lowerRoman",
    "upper_roman": "upperRoman",
}
"""anydoc's markers as formats of numbers; it leaves out a label that is number and point."""

_BULLET: Final = "- "


def convert_blocks(
    source: anydoc.Document, original: Original, name: str, depth: int
) -> tuple[Block, ...]:
    """Return a document's blocks in reading order.

    Raises `LimitError` where lists, tables or quotes nest deeper than `depth`.
    """
    return tuple(_Converter(source, original, name, depth).blocks(source.blocks))


class _Line:
    """The words of one paragraph and the notes whose marks it bears."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.pieces: list[tuple[str, bool, bool]] = []
        self.notes: list[str] = []

    def add(self, inlines: Iterable[anydoc.Inline]) -> None:
        for inline in inlines:
            if inline.kind == "line_break":
                self.pieces.append(("\n", False, False))
            elif inline.kind == "note_ref" and inline.note_id is not None:
                self.notes.append(inline.note_id)
            elif inline.kind == "link":
                self.add(inline.content or ())
            elif inline.text:
                style = inline.style
                bold, italic = (style.bold, style.italic) if style else (False, False)
                self.pieces.append((with_signs(inline.text), bold, italic))

    def paragraph(self, heading: int, original: Original) -> Paragraph | None:
        words = "".join(text for text, _, _ in self.pieces)
        if not words.strip() and not self.label:
            return None
        label = original.labels.take(words)
        if label is not None:
            self.label = label
        written = [piece for piece in self.pieces if not piece[0].isspace()]
        return Paragraph(
            self.label + words,
            self._bold(),
            italic=bool(written) and all(italic for _, _, italic in written),
            centered=original.is_centered(words),
            heading=heading,
        )

    def _bold(self) -> int:
        """Return how many leading characters are bold; the label goes with the first words."""
        size, bold = len(self.label), 0
        for text, is_bold, _ in self.pieces:
            size += len(text)
            if is_bold:
                bold = size
            elif not text.isspace():
                return bold
        return size if bold else 0


class _Converter:
    """Turns anydoc's blocks into paragraphs and grids."""

    def __init__(self, source: anydoc.Document, original: Original, name: str, most: int) -> None:
        self._notes = {note.id: note for note in source.notes}
        self._original = original
        self._name = name
        self._most = most
        self._depth = 0
        self._due: list[str] = []

    def blocks(self, blocks: Iterable[anydoc.Block]) -> Iterator[Block]:
        """Yield the blocks in order, a note after the paragraph or table with its mark."""
        if self._depth > self._most:
            raise LimitError("too-deep", name=self._name, most=self._most)
        self._depth += 1
        for block in blocks:
            yield from self._block(block, "")
        self._depth -= 1

    def _block(self, block: anydoc.Block, label: str) -> Iterator[Block]:
        if block.list is not None:
            yield from self._list(block.list)
        elif block.table is not None:
            yield from self._table(block.table)
        elif block.blocks is not None:
            yield from self.blocks(block.blocks)
        else:
            yield from self._paragraph(block, label)
        if self._depth == 1:
            yield from self._place_notes()

    def _paragraph(self, block: anydoc.Block, label: str) -> Iterator[Block]:
        line = _Line(label)
        if block.content is not None:
            line.add(block.content)
        elif block.text:
            line.pieces.append((block.text, False, False))
        paragraph = line.paragraph(block.level or 0, self._original)
        if paragraph is not None:
            yield paragraph
        self._due += line.notes

    def _list(self, items: anydoc.List) -> Iterator[Block]:
        for number, item in enumerate(items.items, items.start):
            label = _label(items.marker, number, item.marker_label)
            for block in item.blocks:
                yield from self._block(block, label)
                label = ""

    def _table(self, table: anydoc.Table) -> Iterator[Block]:
        """Yield a table; cells above one another are frames around paragraphs."""
        if all(len(row) == 1 for row in table.grid):
            for (slot,) in table.grid:
                yield from self.blocks(slot.cell.blocks) if slot.cell else ()
        else:
            rows = tuple(tuple(self._cells(row)) for row in table.grid)
            width = max(map(len, table.grid), default=0)
            # anydoc tells no borders, so only its own layout tables count as unruled.
            yield Grid(rows, width, table.header_rows, ruled=table.kind != "layout")

    def _cells(self, row: list[anydoc.CellSlot]) -> Iterator[Cell]:
        """Yield the cells that begin in a row."""
        for column, slot in enumerate(row):
            cell = slot.cell
            if cell is not None:
                blocks = list(self.blocks(cell.blocks))
                text = cell_text(blocks)
                yield Cell(text, column, cell.col_span, cell.row_span, is_all_bold(blocks))

    def _place_notes(self) -> Iterator[Block]:
        due, self._due = self._due, []
        for note_id in due:
            if note_id in self._notes:
                yield from map(as_note, self.blocks(self._notes[note_id].blocks))


def _label(marker: str, number: int, written: str | None) -> str:
    if written:
        return f"{written} "
    if marker not in _FORMATS:
        return _BULLET
    return f"{shown(_FORMATS[marker], number)}. "
