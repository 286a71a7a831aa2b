"""Where a .doc has a font that draws small letters as capitals: by its run, style or default."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from kehoach_parser.readers.doc.word97_styles import read_styles, style_of
from kehoach_parser.readers.doc.word97_text import (
    BOX_ENTRY,
    PARAGRAPHS_AT,
    Streams,
    operands,
)
from kehoach_parser.text.legacy import font_of

_FONTS_AT: Final = 0x112
_FONT_NAME_AT: Final = 40
_RUNS_AT: Final = 0xFA
_FONT_CODES: Final = frozenset((0x4A4F, 0x4A51))
"""Which font letters have: of ASCII (sprmCRgFtc0), and others (sprmCRgFtc2)."""


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
        self._styles = read_styles(streams)
        self._places: list[tuple[int, int, int]] = []
        for start, end, page, at in streams.paged(PARAGRAPHS_AT, BOX_ENTRY):
            number = style_of(page, at) if at else 0
            self._places.append((start, end, self._resolved(number)))
        self._places.sort()

    def within(self, start: int, end: int, fonts: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the parts of a span whose paragraphs have one of the fonts."""
        at = max(bisect_right(self._places, (start, 1 << 40, 0)) - 1, 0)
        while at < len(self._places) and self._places[at][0] < end:
            first, last, font = self._places[at]
            if font in fonts and max(start, first) < min(end, last):
                yield max(start, first), min(end, last)
            at += 1

    def _resolved(self, number: int) -> int:
        for style in self._styles.chain(number):
            font = _font(style.letters)
            if font is not None:
                return font
        return self._styles.font


def _font(properties: bytes) -> int | None:
    """Return the number of the font that character properties name, the last one of several."""
    found = None
    for code, operand in operands(properties):
        if code in _FONT_CODES:
            found = int.from_bytes(operand, "little")
    return found
