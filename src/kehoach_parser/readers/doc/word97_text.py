"""The text of a .doc: pieces of the main stream in one or two bytes a character (MS-DOC 2.9.38)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern

_PIECES_AT: Final = 0x1A2
_PIECE_LIST: Final = 2
_COMPRESSED: Final = 0x40000000
PARAGRAPHS_AT: Final = 0x102
BOX_ENTRY: Final = 13
"""Where the FIB points to the index of paragraphs, and the size of one entry of its pages."""

PAGE: Final = 512
"""Bytes of a page of properties (MS-DOC 2.9.33)."""


FIELD_CODE: Final = pattern(r"\x13[^\x13-\x15]*")
NOT_SHOWN: Final = pattern(r"[\s\x00-\x1f]+")
_OPERAND_SIZES: Final = (1, 1, 2, 4, 2, 2, -1, 3)
_LONG_TABLE: Final = 0xD608


class Piece(NamedTuple):
    """Characters `first` to `last` of the text stand at byte `at`, one or two bytes each."""

    first: int
    last: int
    at: int
    width: int

    def decode(self, stream: bytes, start: int, end: int) -> str:
        """Return the characters between two bytes of the stream."""
        raw = stream[start:end]
        return raw.decode("cp1252" if self.width == 1 else "utf-16-le", "replace")


class Streams(NamedTuple):
    """The main stream, and the table stream that its header names."""

    main: bytes
    table: bytes

    def structure(self, at: int) -> bytes:
        """Return the part of the table stream that the pair at this place of the FIB names."""
        start, size = struct.unpack_from("<II", self.main, at)
        return self.table[start : start + size]

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of text; property lists stand before them."""
        data = self.structure(_PIECES_AT)
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
            yield Piece(
                places[number], places[number + 1], place // 2 if packed else place,
                1 if packed else 2,
            )  # fmt: skip

    def text(self, pieces: list[Piece], start: int, end: int) -> str:
        """Return the characters between two places of the text."""
        parts: list[str] = []
        for piece in pieces:
            first, last = max(start, piece.first), min(end, piece.last)
            if first < last:
                at = piece.at + (first - piece.first) * piece.width
                parts.append(piece.decode(self.main, at, at + (last - first) * piece.width))
        return "".join(parts)

    def paged(self, at: int, entry: int) -> Iterator[tuple[int, int, bytes, int]]:
        """Yield the bytes of each run or paragraph, its page, and where in it its properties are.

        `at` is the place in the FIB of their index, `entry` the size of one entry of a page.
        """
        index = self.structure(at)
        count = (len(index) - 4) // 8
        reached = 0
        for number in struct.unpack_from(f"<{count}I", index, 4 * (count + 1))[: self._pages]:
            page = self.main[number * PAGE : (number + 1) * PAGE]
            runs = page[PAGE - 1]
            places = struct.unpack_from(f"<{runs + 1}I", page)
            for run in range(runs):
                if reached <= places[run] < places[run + 1]:  # in sound files all of them
                    reached = places[run + 1]
                    yield places[run], reached, page, 2 * page[4 * (runs + 1) + entry * run]

    @property
    def _pages(self) -> int:
        """How many pages of properties there can be."""
        return len(self.main) // PAGE


def shared(spans: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what sorted spans share with the bytes between two places."""
    at = max(bisect_right(spans, (start, 1 << 40)) - 1, 0)
    while at < len(spans) and spans[at][0] < end:
        first, last = max(start, spans[at][0]), min(end, spans[at][1])
        if first < last:
            yield first, last
        at += 1


def key(text: str) -> str:
    r"""Return a text without blanks and control characters, to find a paragraph again.

    >>> key("Phụ  lục\x0bI ")
    'PhụlụcI'
    """
    return NOT_SHOWN.sub("", text)


def properties(page: bytes, at: int) -> bytes:
    """Return the property list of a paragraph, its style number dropped."""
    size = 2 * page[at] - 1
    if size < 0:
        at += 1
        size = 2 * page[at]
    return page[at + 3 : at + 1 + size]


def operands(said: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the codes of a property list with what is said of each (MS-DOC 2.6)."""
    at = 0
    while at + 2 < len(said):
        (code,) = struct.unpack_from("<H", said, at)
        if code == _LONG_TABLE:
            return
        at += 2
        size = _OPERAND_SIZES[code >> 13]
        if size < 0:
            size = 1 + said[at]
        yield code, said[at : at + size]
        at += size
