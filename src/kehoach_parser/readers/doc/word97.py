"""What the bytes of a .doc say beside anydoc's reading: centred lines, fonts, boxes (MS-DOC)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from kehoach_parser.errors import FormatError
from kehoach_parser.readers.doc.beside import Beside, read_beside
from kehoach_parser.readers.doc.compound import CompoundFile
from kehoach_parser.readers.doc.word97_deleted import without_deleted
from kehoach_parser.readers.doc.word97_fonts import font_names
from kehoach_parser.readers.doc.word97_labels import Labels, read_labels
from kehoach_parser.readers.doc.word97_text import (
    BOX_ENTRY,
    PARAGRAPHS_AT,
    Piece,
    Streams,
    key,
    operands,
    properties,
)
from kehoach_parser.text.legacy import font_of
from kehoach_parser.text.legacy_signs import may_be_legacy
from kehoach_parser.text.patterns import pattern

_WORD_97: Final = 0xC1
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_COUNTS: Final = struct.Struct("<7I")
_COUNTS_AT: Final = 0x4C
"""Characters in the main text, notes, headers, (unused), comments, endnotes, text boxes."""

_LIST_USES_AT: Final = 0x2EA
_LIST_USE: Final = 16
_MAIN: Final = "WordDocument"
_CENTERED: Final = 1
_ALIGNMENTS: Final = frozenset((0x2403, 0x2461))
_PARAGRAPH_END: Final = pattern(r"[\r\x07\x0c]")
_CONTROLS: Final = pattern(r"[\x00-\x08\x0e-\x1f]")
_FIELD: Final = "\x13"
_BULLET: Final = "- "


class Word97:
    """Reads the file's own tables; what is broken in them is left out, never guessed.

    `data` is the file for anydoc: of a text in TCVN3 with `stand_in` in the place of each ư.
    `labels` are those that lists give.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read the tables; `FormatError` for an encrypted file or one without a main stream."""
        self.data = data
        self.stand_in = ""
        self.soft_hyphens = 0
        self.centered: frozenset[str] = frozenset()
        self._tabbed: dict[str, str] = {}
        self.labels = Labels()
        self.beside = Beside()
        self._container = CompoundFile(data, name)
        main = self._container.read(_MAIN)
        try:
            version, flags = struct.unpack_from("<2xH6xH", main)
        except struct.error as error:
            raise FormatError("doc-broken", name=name) from error
        if flags & _ENCRYPTED:
            raise FormatError("file-encrypted", name=name)
        table = self._container.read("1Table" if flags & _SECOND_TABLE else "0Table")
        self._streams = Streams(main, table)
        if version >= _WORD_97:
            if self._lists_overflow():
                raise FormatError("doc-broken", name=name)
            self._read()

    def old_fonts(self) -> tuple[str, ...]:
        """Return the names of fonts for TCVN3 and VNI in the file's font table."""
        try:
            return tuple(sorted({name for name in font_names(self._streams) if font_of(name)}))
        except (struct.error, IndexError):
            return ()

    def is_centered(self, text: str) -> bool:
        """Return whether a paragraph of this text is centred by its own properties."""
        return key(text) in self.centered

    def with_tabs(self, text: str) -> str:
        """Return a paragraph's text with the tabs between its words, which anydoc makes blanks."""
        label = _BULLET if text.startswith(_BULLET) and key(text) not in self._tabbed else ""
        words = self._tabbed.get(key(text[len(label) :]))
        return text if words is None else label + words

    def _lists_overflow(self) -> bool:
        """Return whether the count of list uses is larger than their table (MS-DOC 2.9.196).

        anydoc believes the count, and ends the whole process where memory does not suffice.
        """
        try:
            table = self._streams.structure(_LIST_USES_AT)
            return bool(table) and 4 + _LIST_USE * struct.unpack_from("<I", table)[0] > len(table)
        except struct.error:
            return False

    def _read(self) -> None:
        try:
            counts = _COUNTS.unpack_from(self._streams.main, _COUNTS_AT)
            pieces = list(self._streams.pieces())
            self._mend(pieces, sum(counts))
            body = self._streams.text(pieces, 0, counts[0])
            self.soft_hyphens = body.count("\x1f")
            if main := without_deleted(self._streams, pieces):
                self._take(main)
                body = self._streams.text(pieces, 0, counts[0])
            self._tabbed = dict(_tabbed(body))
            self.beside = read_beside(self._streams, pieces, counts)
            self.centered = frozenset(self._centered_texts(pieces))
            self.labels = read_labels(self._streams, pieces)
        except (struct.error, IndexError):
            return

    def _mend(self, pieces: list[Piece], size: int) -> None:
        """Put into the bytes what anydoc does not see of TCVN3."""
        if not may_be_legacy(self._streams.text(pieces, 0, size)):
            return
        from kehoach_parser.readers.doc.word97_legacy import mended  # noqa: PLC0415 - old texts only

        found = mended(self._streams, pieces, size)
        if found is not None:
            self.stand_in = found.stand_in
            self._take(found.main)

    def _take(self, main: bytes) -> None:
        """Take another main stream, for anydoc too."""
        self.data = self._container.replaced(_MAIN, main)
        self._streams = self._streams._replace(main=main)

    def _centered_texts(self, pieces: list[Piece]) -> Iterator[str]:
        """Yield the keys of the centred paragraphs, found by their place in the file."""
        ordered = sorted(pieces, key=lambda piece: piece.at)
        places = [piece.at for piece in ordered]
        for start, end, page, at in self._streams.paged(PARAGRAPHS_AT, BOX_ENTRY):
            if not (at and _centers(properties(page, at))):
                continue
            index = bisect_right(places, start) - 1
            if index >= 0:
                text = key(ordered[index].decode(self._streams.main, start, end))
                if text:
                    yield text


def _tabbed(body: str) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs that have tabs between words, by their keys; fields are left out."""
    for paragraph in _PARAGRAPH_END.split(body):
        words = paragraph.strip()
        if "\t" in words and _FIELD not in words:
            yield key(words), _CONTROLS.sub("", words.replace("\x0b", "\n"))


def _centers(said: bytes) -> bool:
    """Return whether a property list says "centred" (MS-DOC 2.6.2)."""
    centered = False
    for code, operand in operands(said):
        if code in _ALIGNMENTS:
            centered = operand[0] == _CENTERED
    return centered
