"""Syllables that run together (`đơnvị`, `theoQuyết`), as pages leave them that drop line breaks.

Only a text with a word of two toned vowels, which no syllable has, is looked at. There each word
that is no syllable is cut into the two that the language has side by side, and apart from a
number or an abbreviation.

>>> from kehoach_parser.readers.respelled import mend
>>> mend("Các đơnvị tổchức thực hiện Kếhoạch theoQuyết định vìsự tiến bộ", GLUED).text
'Các đơn vị tổ chức thực hiện Kế hoạch theo Quyết định vì sự tiến bộ'
"""

import re
from collections.abc import Sequence
from typing import Final

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.readers.respelled import Repair
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_TONED: Final = r"[áàãéèíìóòõúùýĩũ\u1ea0-\u1ef9]"
_SIGN: Final = pattern(rf"{_TONED}[a-zA-ZđĐăâêôơưĂÂÊÔƠƯ]{{0,6}}{_TONED}")
"""Letters are listed: twice as fast to look for as any letter."""

_WORD: Final = pattern(r"[^\W_]{4,16}")
_SEAM: Final = pattern(rf"(?<=[{LOWER}])(?=[{UPPER}])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Where a capital follows a small letter (`theoQuyết`), or letters meet a number (`ngày22`)."""

_SAMPLE: Final = 8_000


def _is_glued(text: str) -> bool:
    return _SIGN.search(text, 0, _SAMPLE) is not None


def _cut(line: str) -> str:
    return _WORD.sub(_apart, line)


def _apart(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or is_syllable(word.lower()):
        return word
    parts = _SEAM.split(word)
    if len(parts) > 1:
        return " ".join(parts) if _are_apart(parts) else word
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
    best = min(filter(_are_apart, cuts), key=_cost, default=None)
    return " ".join(best) if best else word


def _are_apart(parts: Sequence[str]) -> bool:
    """Return whether parts are words, with numbers (`ngày22`) or abbreviations (`TWngày`)."""
    odd = [part for part in parts if not _is_word(part)]
    shortened = all(part.isupper() and len(part) > 1 for part in odd)
    return all(map(str.isdigit, odd)) or (shortened and not "".join(parts).isupper())


def _is_word(part: str) -> bool:
    lower = part.lower()
    return is_syllable(lower) and bigrams().is_known(lower)


def _cost(cut: tuple[str, str]) -> int:
    return bigrams().cost(cut[0].lower(), cut[1].lower())


GLUED: Final = Repair(_is_glued, _cut, "text-glued")
