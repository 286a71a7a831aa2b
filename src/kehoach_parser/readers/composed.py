"""Accents apart from their letters (NFD), as some systems write them: joined before words count."""

import unicodedata
from typing import Final

from kehoach_parser.readers.respelled import Repair


def _is_apart(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text)


def _composed(line: str) -> str:
    return unicodedata.normalize("NFC", line)


COMPOSED: Final = Repair(_is_apart, _composed, "text-decomposed")
