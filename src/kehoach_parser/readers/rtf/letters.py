r"""How RTF writes letters: code pages of fonts, `\'xx` bytes and `\u` numbers."""

import codecs
from typing import Final

_CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
r"""Windows character sets of fonts (`\fcharset`) as codecs; others have the document's."""

_PAGES: Final = {936: "gbk", 10000: "mac_roman", 65001: "utf-8"}
"""Code pages that Python knows by other names."""

_SYMBOLS: Final = 2
"""The character set of Symbol and Wingdings, whose signs stand in the private area."""

_SYMBOL: Final = "symbol"
_PRIVATE: Final = 0xF000
_FIRST_SIGN: Final = 0x20
_DEFAULT: Final = "cp1252"
_HIGH: Final = range(0xD800, 0xDC00)
_LOW: Final = range(0xDC00, 0xE000)
_UNITS: Final = 1 << 16


class Letters:
    """Decodes bytes by the font in use, and joins the halves of a character that has two."""

    def __init__(self, *, utf8: bool) -> None:
        """`utf8` says that bytes which stand bare are UTF-8, as some programs write them."""
        self._utf8 = utf8
        self._page = _DEFAULT
        self._fonts: dict[int, str] = {}
        self._decoders: dict[str, codecs.IncrementalDecoder] = {}
        self._high: int | None = None

    def use_page(self, number: int) -> None:
        r"""Take a code page (`\ansicpg`) as the document's."""
        self._page = _codec(number) or _DEFAULT

    def define(self, font: int, *, charset: int | None = None, page: int | None = None) -> None:
        """Keep a font's character set or code page."""
        if page is not None:
            name = _codec(page)
        else:
            name = _SYMBOL if charset == _SYMBOLS else _CHARSETS.get(charset or 0)
        if name is not None:
            self._fonts[font] = name

    def page(self, font: int) -> str:
        """Return the codec of a font."""
        return self._fonts.get(font, self._page)

    def escaped(self, byte: int, page: str) -> str:
        r"""Return the character of a `\'xx`, "" for the first half of one."""
        return self._decode(bytes((byte,)), page)

    def bare(self, words: bytes, page: str) -> str:
        """Return words that stand as they are."""
        if words.isascii() and page != _SYMBOL:
            return words.decode("ascii")
        return words.decode("utf-8", "replace") if self._utf8 else self._decode(words, page)

    def numbered(self, number: int) -> str:
        r"""Return the character of a `\u`, a signed half of UTF-16; "" for the first half."""
        unit = number % _UNITS
        high, self._high = self._high, None
        if unit in _HIGH:
            self._high = unit
            return ""
        if unit in _LOW:
            if high is None:
                return "\N{REPLACEMENT CHARACTER}"
            return chr(0x10000 + ((high - _HIGH.start) << 10) + unit - _LOW.start)
        return chr(unit) if unit >= _FIRST_SIGN else ""

    def _decode(self, words: bytes, page: str) -> str:
        if page == _SYMBOL:
            return "".join(chr(_PRIVATE + sign) for sign in words if sign >= _FIRST_SIGN)
        decoder = self._decoders.get(page)
        if decoder is None:
            decoder = self._decoders[page] = codecs.getincrementaldecoder(page)("replace")
        return decoder.decode(words)


def _codec(page: int) -> str | None:
    """Return the codec of a Windows code page where Python has it."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
