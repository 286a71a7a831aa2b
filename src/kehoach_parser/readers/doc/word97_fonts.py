"""Where a .doc has a font that draws small letters as capitals: by its run, style or default."""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_text import Streams, operands
from kehoach_parser.text.legacy import font_of

_FONTS_AT: Final = 0x112
_FONT_NAME_AT: Final = 40
_RUNS_AT: Final = 0xFA
_PARAGRAPHS_AT: Final = 0x102
_PARAGRAPH_ENTRY: Final = 13
_STYLES_AT: Final = 0xA2
_STYLE_BASE: Final = 10
_DEFAULT_FONT_AT: Final = 14
_PARAGRAPH_STYLE: Final = 1
_NO_BASE: Final = 0xFFF
_LONGEST_CHAIN: Final = 20
_FONT_CODES: Final = frozenset((0x4A4F, 0x4A51))
"""Which font letters have: of ASCII (sprmCRgFtc0), and others (sprmCRgFtc2)."""


class _Style(NamedTuple):
    """The font that a style names, null where none, and the style that it is based on."""

    font: int | None
    base: int


def font_names(streams: Streams) -> Iterator[str]:
    """Yield the names in the font table in its order (MS-DOC 2.9.286)."""
    data = streams.structure(_FONTS_AT)
    (count,) = struct.unpack_from("<H", data)
    at = 4
    for _ in range(count):
        size = data[at]
        name = data[at + _FONT_NAME_AT : at + 1 + size].decode("utf-16-le", "replace")
        yield name.partition("\x00")[0]
        at += 1 + size


def capital_spans(streams: Streams) -> list[tuple[int, int]]:
    """Return the bytes of the main stream whose letters a font draws as capitals, in order."""
    names = enumerate(font_names(streams))
    large = {number for number, name in names if (font := font_of(name)) and font.capitals}
    return sorted(_spans(streams, large)) if large else []


def _spans(streams: Streams, large: set[int]) -> Iterator[tuple[int, int]]:
    styled = _Paragraphs(streams)
    for start, end, page, at in streams.paged(_RUNS_AT, 1):
        properties = page[at + 1 : at + 1 + page[at]] if at else b""
        own = _font(properties)
        if own is None:
            yield from styled.within(start, end, large)
        elif own in large:
            yield start, end


class _Paragraphs:
    """The paragraphs by their place, each with the font that its style gives."""

    def __init__(self, streams: Streams) -> None:
        styles, self._default = _styles(streams)
        self._places: list[tuple[int, int, int]] = []
        for start, end, page, at in streams.paged(_PARAGRAPHS_AT, _PARAGRAPH_ENTRY):
            number = _style_of(page, at) if at else 0
            self._places.append((start, end, self._resolved(styles, number)))
        self._places.sort()

    def within(self, start: int, end: int, fonts: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the parts of a span whose paragraphs have one of the fonts."""
        at = max(bisect_right(self._places, (start, 1 << 40, 0)) - 1, 0)
        while at < len(self._places) and self._places[at][0] < end:
            first, last, font = self._places[at]
            if font in fonts and max(start, first) < min(end, last):
                yield max(start, first), min(end, last)
            at += 1

    def _resolved(self, styles: Sequence[_Style], number: int) -> int:
        for _ in range(_LONGEST_CHAIN):
            if number >= len(styles):
                break
            font, number = styles[number]
            if font is not None:
                return font
        return self._default


def _style_of(page: bytes, at: int) -> int:
    """Return the number of a paragraph's style, which stands before its properties."""
    at += 1 if page[at] else 2
    return int.from_bytes(page[at : at + 2], "little")


def _styles(streams: Streams) -> tuple[list[_Style], int]:
    """Return the styles by number, and the font where none names one (MS-DOC 2.9.271)."""
    data = streams.structure(_STYLES_AT)
    if not data:
        return [], -1
    size, count, base = struct.unpack_from("<HHH", data)
    (default,) = struct.unpack_from("<H", data, _DEFAULT_FONT_AT)
    at = 2 + size
    found: list[_Style] = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        found.append(_style(data[at + 2 : at + 2 + length], base))
        at += 2 + length
    return found, default


def _style(data: bytes, base: int) -> _Style:
    """Return what one style says; only those of paragraphs count."""
    if len(data) < _STYLE_BASE:
        return _Style(None, _NO_BASE)
    kind, count = struct.unpack_from("<HH", data, 2)
    if kind & 0xF != _PARAGRAPH_STYLE or count & 0xF < 2:  # noqa: PLR2004 - paragraph, character
        return _Style(None, _NO_BASE)
    (letters,) = struct.unpack_from("<H", data, base)
    at = base + 2 + 2 * letters + 2
    (size,) = struct.unpack_from("<H", data, at)
    at += 2 + size + size % 2
    (size,) = struct.unpack_from("<H", data, at)
    return _Style(_font(data[at + 2 : at + 2 + size]), kind >> 4)


def _font(properties: bytes) -> int | None:
    """Return the number of the font that character properties name, the last one of several."""
    found = None
    for code, operand in operands(properties):
        if code in _FONT_CODES:
            found = int.from_bytes(operand, "little")
    return found
