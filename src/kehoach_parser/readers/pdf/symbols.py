"""Signs of symbol fonts (bullets of Wingdings above all), which a PDF tells by bare codes."""

import re
from collections.abc import Iterable
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.runs import with_signs
from kehoach_parser.text.patterns import pattern

_FONT: Final = pattern(r"wingdings|webdings|symbol(?!a)", re.IGNORECASE)
_PRIVATE: Final = 0xF000
_LAST_CODE: Final = 0xFF


def put_signs(words: Iterable[Word]) -> None:
    """Put the signs that a page shows in the place of private codes, and of a symbol's letter.

    Without a map to Unicode `✓` of Wingdings is `ü`.
    """
    symbolic: dict[str, bool] = {}
    for word in words:
        text, font = word.text, word.font
        if font not in symbolic:
            symbolic[font] = _FONT.search(font) is not None
        if symbolic[font] and len(text) == 1 and ord(text) <= _LAST_CODE:
            sign = with_signs(chr(_PRIVATE + ord(text)))
            word.text = sign if ord(sign) < _PRIVATE else text
        elif text[0] >= "\uf020":
            word.text = with_signs(text)
