"""Text as people typed it before Unicode: the tables of old encodings the other way round."""

import unicodedata
from functools import cache
from typing import Final

from kehoach_parser.text.legacy import codes
from kehoach_parser.text.legacy_names import TCVN3

FONTS: Final = {TCVN3: ".VnTime", "vni-windows": "VNI-Times"}
"""A font of each encoding that fonts tell."""


@cache
def _table(encoding: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, letter in codes(encoding).items():
        found.setdefault(letter, code)
    if encoding == TCVN3:  # what has no code of its own is typed as the small letter
        capitals = {letter.upper(): code for letter, code in found.items()}
        return {**capitals, **found}
    return found


def encoded(text: str, encoding: str) -> str:
    """Return a text in an old encoding, its codes read as Latin-1."""
    table = _table(encoding)
    return "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def encoded_bytes(text: str, encoding: str) -> bytes:
    """Return a text as the bytes of a file; quotation marks and dashes are those of Windows."""
    return as_bytes(encoded(text, encoding))


def as_bytes(text: str) -> bytes:
    """Return codes that are read as Latin-1 as bytes again."""
    return b"".join(
        letter.encode("latin-1") if ord(letter) < 0x100 else letter.encode("cp1252")
        for letter in text
    )
