"""What the bytes of a .doc say beside anydoc's reading: centred lines, boxes, fonts (MS-DOC)."""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.errors import FormatError
from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.compound import CompoundFile
from kehoach_parser.text.patterns import pattern

_WORD_97: Final = 0xC1
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_COUNTS: Final = struct.Struct("<7I")
_COUNTS_AT: Final = 0x4C
"""Characters in the main text, notes, headers, (unused), comments, endnotes, text boxes."""

_PARAGRAPHS_AT: Final = 0x102
_FONTS_AT: Final = 0x112
_PIECES_AT: Final = 0x1A2
_LIST_USES_AT: Final = 0x2EA
_LIST_USE: Final = 16
_PAGE: Final = 512
_PIECE_LIST: Final = 2
_COMPRESSED: Final = 0x40000000
_BOX_ENTRY: Final = 13
_FONT_NAME_AT: Final = 40
_LEGACY_FONT: Final = pattern(r"\.Vn\w*|VNI-[\w-]+|VNtimes\w*", re.IGNORECASE)
_LEGACY_SIGN: Final = pattern(
    r"[A-Za-z][\xa8-\xae\xb5-\xb9\xbb-\xbeøûïåäëüöñØÛÏÅÄËÜÖÑ]|[\xa8-\xae\xb5-\xb9\xbb-\xbe][A-Za-z]"
)
"""A letter beside a sign that Unicode Vietnamese never has there: TCVN3 (ABC) or VNI."""

_LEGACY_SHARE: Final = 0.02
_CENTERED: Final = 1
_ALIGNMENTS: Final = frozenset((0x2403, 0x2461))
_OPERAND_SIZES: Final = (1, 1, 2, 4, 2, 2, -1, 3)
_LONG_TABLE: Final = 0xD608
_NOT_SHOWN: Final = pattern(r"[\s\x00-\x1f]+")
_PARAGRAPH_END: Final = pattern(r"[\r\x07\x0c]")
_CONTROLS: Final = pattern(r"[\x00-\x08\x0e-\x1f]")
_FIELD: Final = "\x13"
_BULLET: Final = "- "
_ROOM: Final = pattern(r"\S")


class _Piece(NamedTuple):
    """Characters `first` to `last` of the text stand at byte `at`, one or two bytes each."""

    first: int
    last: int
    at: int
    width: int

    def decode(self, stream: bytes, start: int, end: int) -> str:
        raw = stream[start:end]
        return raw.decode("cp1252" if self.width == 1 else "utf-16-le", "replace")


class Word97:
    """Reads the file's own tables; what is broken in them is left out, never guessed."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the tables; `FormatError` for an encrypted file or one without a main stream."""
        self.centered: frozenset[str] = frozenset()
        self._tabbed: dict[str, str] = {}
        self._boxes = 0
        self._soft_hyphens = 0
        self._fonts: tuple[str, ...] = ()
        container = CompoundFile(data, name)
        self._main = container.read("WordDocument")
        try:
            version, flags = struct.unpack_from("<2xH6xH", self._main)
        except struct.error as error:
            raise FormatError("doc-broken", name=name) from error
        if flags & _ENCRYPTED:
            raise FormatError("file-encrypted", name=name)
        self._table = container.read("1Table" if flags & _SECOND_TABLE else "0Table")
        if version >= _WORD_97:
            if self._lists_overflow():
                raise FormatError("doc-broken", name=name)
            self._read()

    def findings(self) -> tuple[Finding, ...]:
        """Return what anydoc loses of this file."""
        found: list[Finding] = []
        if self._boxes:
            found.append(finding("doc-text-boxes", count=self._boxes))
        if self._fonts:
            found.append(finding("doc-legacy-fonts", fonts=", ".join(self._fonts)))
        if self._soft_hyphens:
            found.append(finding("doc-soft-hyphens", count=self._soft_hyphens))
        return tuple(found)

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
            table = self._structure(_LIST_USES_AT)
            return bool(table) and 4 + _LIST_USE * struct.unpack_from("<I", table)[0] > len(table)
        except struct.error:
            return False

    def _read(self) -> None:
        try:
            counts = _COUNTS.unpack_from(self._main, _COUNTS_AT)
            pieces = list(self._pieces())
            body = self._text(pieces, 0, counts[0])
            self._soft_hyphens = body.count("\x1f")
            self._tabbed = dict(_tabbed(body))
            before = sum(counts[:-1])
            boxes = self._text(pieces, before, before + counts[-1])
            self._boxes = sum(1 for _ in _ROOM.finditer(_NOT_SHOWN.sub("", boxes)))
            if len(_LEGACY_SIGN.findall(body)) > _LEGACY_SHARE * max(len(body), 1):
                self._fonts = tuple(sorted(set(self._legacy_fonts())))
            self.centered = frozenset(self._centered_texts(pieces))
        except (struct.error, IndexError):
            return

    def _structure(self, at: int) -> bytes:
        """Return the part of the table stream that the pair at this place of the FIB names."""
        start, size = struct.unpack_from("<II", self._main, at)
        return self._table[start : start + size]

    def _pieces(self) -> Iterator[_Piece]:
        """Yield the pieces of text; property lists stand before them (MS-DOC 2.9.38)."""
        data = self._structure(_PIECES_AT)
        at = 0
        while data[at] != _PIECE_LIST:
            at += 3 + struct.unpack_from("<H", data, at + 1)[0]
        (size,) = struct.unpack_from("<I", data, at + 1)
        at += 5
        count = (size - 4) // 12
        places = struct.unpack_from(f"<{count + 1}I", data, at)
        for number in range(count):
            (place,) = struct.unpack_from("<I", data, at + 4 * (count + 1) + 8 * number + 2)
            packed = bool(place & _COMPRESSED)
            place &= _COMPRESSED - 1
            yield _Piece(
                places[number], places[number + 1], place // 2 if packed else place,
                1 if packed else 2,
            )  # fmt: skip

    def _text(self, pieces: list[_Piece], start: int, end: int) -> str:
        parts: list[str] = []
        for piece in pieces:
            first, last = max(start, piece.first), min(end, piece.last)
            if first < last:
                at = piece.at + (first - piece.first) * piece.width
                parts.append(piece.decode(self._main, at, at + (last - first) * piece.width))
        return "".join(parts)

    def _legacy_fonts(self) -> Iterator[str]:
        """Yield the old Vietnamese fonts in the font table (MS-DOC 2.9.286)."""
        data = self._structure(_FONTS_AT)
        (count,) = struct.unpack_from("<H", data)
        at = 4
        for _ in range(count):
            size = data[at]
            name = data[at + _FONT_NAME_AT : at + 1 + size].decode("utf-16-le", "replace")
            name = name.partition("\x00")[0]
            if _LEGACY_FONT.match(name):
                yield name
            at += 1 + size

    def _centered_texts(self, pieces: list[_Piece]) -> Iterator[str]:
        """Yield the keys of the centred paragraphs, found by their place in the file."""
        ordered = sorted(pieces, key=lambda piece: piece.at)
        places = [piece.at for piece in ordered]
        for start, end, properties in self._paragraphs():
            if not _centers(properties):
                continue
            index = bisect_right(places, start) - 1
            if index >= 0:
                text = key(ordered[index].decode(self._main, start, end))
                if text:
                    yield text

    def _paragraphs(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield the bytes that each paragraph covers and its properties (MS-DOC 2.9.175)."""
        index = self._structure(_PARAGRAPHS_AT)
        count = (len(index) - 4) // 8
        pages = struct.unpack_from(f"<{count}I", index, 4 * (count + 1))
        for number in pages:
            page = self._main[number * _PAGE : (number + 1) * _PAGE]
            runs = page[_PAGE - 1]
            places = struct.unpack_from(f"<{runs + 1}I", page)
            for run in range(runs):
                at = 2 * page[4 * (runs + 1) + _BOX_ENTRY * run]
                yield places[run], places[run + 1], _properties(page, at) if at else b""


def key(text: str) -> str:
    r"""Return a text without blanks and control characters, to find a paragraph again.

    >>> key("Phụ  lục\x0bI ")
    'PhụlụcI'
    """
    return _NOT_SHOWN.sub("", text)


def _tabbed(body: str) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs that have tabs between words, by their keys; fields are left out."""
    for paragraph in _PARAGRAPH_END.split(body):
        words = paragraph.strip()
        if "\t" in words and _FIELD not in words:
            yield key(words), _CONTROLS.sub("", words.replace("\x0b", "\n"))


def _properties(page: bytes, at: int) -> bytes:
    """Return the property list of a paragraph, its style number dropped."""
    size = 2 * page[at] - 1
    if size < 0:
        at += 1
        size = 2 * page[at]
    return page[at + 3 : at + 1 + size]


def _centers(properties: bytes) -> bool:
    """Return whether a property list says "centred" (MS-DOC 2.6.2)."""
    at, centered = 0, False
    while at + 2 < len(properties):
        (code,) = struct.unpack_from("<H", properties, at)
        at += 2
        if code in _ALIGNMENTS:
            centered = properties[at] == _CENTERED
        size = _OPERAND_SIZES[code >> 13]
        if code == _LONG_TABLE:
            return centered
        at += size if size > 0 else 1 + properties[at]
    return centered
