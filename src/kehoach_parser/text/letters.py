"""Letters and words for patterns: a range such as `À-Ỹ` holds small letters too."""

import unicodedata
from typing import Final

from kehoach_parser.text.patterns import pattern

_MARKED: Final = "AĂÂEÊIOÔƠUƯY"
_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"

UPPER: Final = "".join(
    (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ĐĂÂÊÔƠƯ",
        *(unicodedata.normalize("NFC", letter + tone) for letter in _MARKED for tone in _TONES),
    )
)
"""Every Vietnamese capital, for use inside `[…]`."""

LOWER: Final = UPPER.lower()
"""Every Vietnamese small letter, for use inside `[…]`."""

ENDS: Final = frozenset(".;:!?…")
"""Marks that end a sentence, a clause or a heading."""

WORD: Final = pattern(r"[^\W\d_]+")
LONGER_WORD: Final = pattern(r"[^\W\d_]{2,}")
SYLLABLE_OR_NUMBER: Final = pattern(r"[^\W_]+")
