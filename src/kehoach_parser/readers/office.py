"""Reader of Word 97-2003 files (.doc) through anydoc, and what it leaves out.

Only `anydoc.to_document` may be called: other functions of it can send a file to a service.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.cells import as_note
from kehoach_parser.readers.number_formats import shown
from kehoach_parser.readers.office_tables import read_grid
from kehoach_parser.readers.word97 import Word97
from kehoach_parser.text.document import Block, Document, Paragraph

if TYPE_CHECKING:
    import anydoc

_MARKERS: Final = {
    "decimal": ("decimal", "."),
    "lower_alpha": ("lowerLetter", ")"),
    "upper_alpha": ("upperLetter", "."),
    "lower_roman": ("lowerRoman", "."),
    "upper_roman": ("upperRoman", "."),
}
"""How a list shows its numbers; the sign behind is the one that NĐ 30/2020 sets for the kind."""

_BULLET: Final = "- "


def read_doc(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a .doc file, with findings for what its reader cannot see.

    Raises `FormatError` where the file is broken or encrypted, `LimitError` over a limit.
    """
    original = Word97(data, name)
    source = _convert(data, name)
    converter = _Converter(source, original, name, limits.max_depth)
    blocks = tuple(converter.blocks(source.blocks))
    return Document("doc", blocks, findings=original.findings())


def _convert(data: bytes, name: str) -> anydoc.Document:
    import anydoc

    try:
        return anydoc.to_document(data, "doc")
    except anydoc.EncryptedError as error:
        raise FormatError("file-encrypted", name=name) from error
    except anydoc.ResourceLimitError as error:
        raise LimitError("too-large-inside", name=name, limit=error.limit) from error
    except anydoc.ConvertError as error:
        raise FormatError("doc-broken", name=name) from error


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
                self.pieces.append((inline.text, bold, italic))

    def paragraph(self, heading: int, original: Word97) -> Paragraph | None:
        words = "".join(text for text, _, _ in self.pieces)
        if not words.strip() and not self.label:
            return None
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

    def __init__(self, source: anydoc.Document, original: Word97, name: str, most: int) -> None:
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
        """Yield a table; one cell alone is a frame around paragraphs."""
        first = table.grid[0][0].cell if table.grid and table.grid[0] else None
        if first is not None and sum(map(len, table.grid)) == 1:
            yield from self.blocks(first.blocks)
        else:
            yield read_grid(table, lambda blocks: list(self.blocks(blocks)))

    def _place_notes(self) -> Iterator[Block]:
        due, self._due = self._due, []
        for note_id in due:
            if note_id in self._notes:
                yield from map(as_note, self.blocks(self._notes[note_id].blocks))


def _label(marker: str, number: int, written: str | None) -> str:
    if written:
        return f"{written} "
    if marker not in _MARKERS:
        return _BULLET
    kind, sign = _MARKERS[marker]
    return f"{shown(kind, number)}{sign} "
