"""Styles of a .doc: what each says of paragraphs and letters, and what it is based on."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_text import Streams

_STYLES_AT: Final = 0xA2
_STYLE_BASE: Final = 10
_DEFAULT_FONT_AT: Final = 14
_PARAGRAPH_STYLE: Final = 1
_NO_BASE: Final = 0xFFF
_LONGEST_CHAIN: Final = 20


class Style(NamedTuple):
    """What a style of paragraphs says, and the number of the style that it is based on."""

    paragraph: bytes = b""
    letters: bytes = b""
    base: int = _NO_BASE


class Styles(NamedTuple):
    """The styles by number, and the font where none names one."""

    styles: list[Style]
    font: int

    def chain(self, number: int) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            if number >= len(self.styles):
                return
            yield self.styles[number]
            number = self.styles[number].base


def style_of(page: bytes, at: int) -> int:
    """Return the number of a paragraph's style, which stands before its properties."""
    at += 1 if page[at] else 2
    return int.from_bytes(page[at : at + 2], "little")


def read_styles(streams: Streams) -> Styles:
    """Return the styles (MS-DOC 2.9.271)."""
    data = streams.structure(_STYLES_AT)
    if not data:
        return Styles([], -1)
    size, count, base = struct.unpack_from("<HHH", data)
    (default,) = struct.unpack_from("<H", data, _DEFAULT_FONT_AT)
    at = 2 + size
    found: list[Style] = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        found.append(_style(data[at + 2 : at + 2 + length], base))
        at += 2 + length
    return Styles(found, default)


def _style(data: bytes, base: int) -> Style:
    """Return what one style says; only those of paragraphs count."""
    if len(data) < _STYLE_BASE:
        return Style()
    kind, count = struct.unpack_from("<HH", data, 2)
    if kind & 0xF != _PARAGRAPH_STYLE or count & 0xF < 2:  # noqa: PLR2004 - paragraph, letters
        return Style()
    (letters,) = struct.unpack_from("<H", data, base)
    at = base + 2 + 2 * letters + 2
    (size,) = struct.unpack_from("<H", data, at)
    paragraph = data[at + 4 : at + 2 + size]
    at += 2 + size + size % 2
    (size,) = struct.unpack_from("<H", data, at)
    return Style(paragraph, data[at + 2 : at + 2 + size], kind >> 4)
