"""How the letters of a PDF page are set: size, weight, slope and turn, by text object and font."""

import ctypes
import math
import re
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.native import call
from kehoach_parser.text.patterns import pattern

_BOLD: Final = pattern(r"bold|black|heavy|demi|(?<=[-,])b[di](?![a-z])", re.IGNORECASE)
_ITALIC: Final = pattern(r"ital|obli|(?<=[-,])bi(?![a-z])", re.IGNORECASE)
_STROKED: Final = 2  # a text render mode: outlined too, which makes it bold
_HIDDEN: Final = 3  # the text render mode of the words that OCR puts behind a scan
_QUARTER: Final = math.pi / 2
_HALF: Final = 127
_SLANT: Final = 0.12
"""Share of a quarter turn that no skewed scan has."""


class Style(NamedTuple):
    """How a text object is set: `size` in points, `turns` quarter turns against the page.

    `slanted` says that it is turned by no quarter, as watermarks are, `hidden` that it is not
    drawn.
    """

    bold: bool = False
    italic: bool = False
    size: float = 12.0
    turns: int = 0
    font: str = ""
    slanted: bool = False
    hidden: bool = False


class Styles:
    """The style of a character, asked once for each text object and each font."""

    def __init__(self, text: int, looks: dict[tuple[bytes, int], tuple[bool, bool]]) -> None:
        self.text = text
        self.looks = looks
        self.fonts: dict[int, tuple[bool, bool, str]] = {}
        self.objects: dict[int, Style] = {}
        self.object_of = call("FPDFText_GetTextObject")
        self.font_of = call("FPDFTextObj_GetFont")
        self.mode_of = call("FPDFTextObj_GetTextRenderMode")
        self.matrix_of = call("FPDFText_GetMatrix")
        self.size_of = call("FPDFText_GetFontSize")
        self.matrix = (ctypes.c_float * 6)()
        self.address = ctypes.addressof(self.matrix)

    def of(self, index: int) -> Style:
        """Return the style of a character."""
        found = self.object_of(self.text, index) or 0
        style = self.objects.get(found)
        if style is None:
            style = self.objects[found] = self._ask(found, index)
        return style

    def is_pale(self, index: int) -> bool:
        """Return whether a character is nearer to white than to black, or can be seen through."""
        found = self.object_of(self.text, index)
        channels = (ctypes.c_uint * 4)()
        places = [ctypes.addressof(channels) + 4 * number for number in range(4)]
        if not found or not call("FPDFPageObj_GetFillColor")(found, *places):
            return False
        *colours, opacity = channels
        return min(colours) > _HALF or opacity <= _HALF

    def _ask(self, found: int, index: int) -> Style:
        bold, italic, name, mode = False, False, "", 0
        if found:
            font = self.font_of(found) or 0
            if font not in self.fonts:
                self.fonts[font] = _looks(font, self.looks)
            bold, italic, name = self.fonts[font]
            mode = self.mode_of(found)
            bold = bold or mode == _STROKED
        self.matrix_of(self.text, index, self.address)
        a, b, c, d, _, _ = self.matrix
        size = max(self.size_of(self.text, index) * (math.hypot(c, d) or 1), 1.0)
        quarters = math.atan2(b, a) / _QUARTER
        turns = round(quarters)
        slanted = abs(quarters - turns) > _SLANT
        return Style(bold, italic, size, turns % 4, name, slanted, mode == _HIDDEN)


def _looks(font: int, known: dict[tuple[bytes, int], tuple[bool, bool]]) -> tuple[bool, bool, str]:
    """Return whether a font is bold and italic, by its name or else its file, and the name."""
    if not font:
        return False, False, ""
    buffer, size = (ctypes.c_char * 256)(), ctypes.c_size_t()
    call("FPDFFont_GetBaseFontName")(font, ctypes.addressof(buffer), 256)
    name = buffer.value
    words = name.decode("utf-8", "replace")
    bold, italic = bool(_BOLD.search(words)), bool(_ITALIC.search(words))
    if bold or italic:
        return bold, italic, words
    call("FPDFFont_GetFontData")(font, 0, 0, ctypes.addressof(size))
    key = name, size.value
    if key not in known:
        data = (ctypes.c_uint8 * size.value)()
        call("FPDFFont_GetFontData")(
            font, ctypes.addressof(data), size.value, ctypes.addressof(size)
        )
        known[key] = _mac_style(bytes(data))
    return *known[key], words


def _mac_style(data: bytes) -> tuple[bool, bool]:
    """Return the bits for bold and italic in a TrueType or OpenType file's `head` table."""
    if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        return False, False
    for entry in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        if data[entry : entry + 4] == b"head":
            at = int.from_bytes(data[entry + 8 : entry + 12], "big") + 44
            style = int.from_bytes(data[at : at + 2], "big")
            return bool(style & 1), bool(style & 2)
    return False, False
