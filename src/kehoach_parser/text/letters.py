"""Classes of letters for patterns: a range such as `À-Ỹ` holds small letters too."""

import unicodedata
from typing import Final

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
