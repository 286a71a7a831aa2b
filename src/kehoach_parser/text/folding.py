"""Keys to compare by: case and the place of the tone mark do not count."""

import re
from typing import Final

from kehoach_parser.text.patterns import pattern

_OLD_TONES: Final = pattern(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ](?![^\W\d_])")
_NEW: Final = {
    **{f"o{old}": new + "a" for old, new in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{f"o{old}": new + "e" for old, new in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    **{f"u{old}": new + "y" for old, new in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
}
_NOT_WORDS: Final = pattern(r"[^\w]+|_+")


def lower(text: str) -> str:
    """Return the text in lower case; its length stays, whatever letters grow (`İ`)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def fold(text: str) -> str:
    """Return the text in lower case with modern tone placement; its length stays.

    >>> fold("HOÀ BÌNH, uỷ ban, quỷ")
    'hòa bình, ủy ban, quỷ'
    """
    return _OLD_TONES.sub(_modern, lower(text))


def _modern(match: re.Match[str]) -> str:
    """Return a syllable's end with its tone moved; after `q` the `u` is no vowel."""
    start = match.start()
    after_q = start > 0 and match.string[start - 1] == "q" and match[0][0] == "u"
    return match[0] if after_q else _NEW.get(match[0], match[0])


def key(text: str) -> str:
    """Return the folded words of a text with one blank between them.

    >>> key("Văn hoá - Thể thao")
    'văn hóa thể thao'
    """
    return _NOT_WORDS.sub(" ", fold(text)).strip()
