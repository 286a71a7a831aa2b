"""Syllables that run together (`đơnvị`, `theoQuyết`), as pages leave them that drop line breaks.

Only a text with words of two toned vowels, which no syllable has, is looked at. There each word
that is no syllable is cut into the two that the language has side by side.

>>> from kehoach_parser.readers.respelled import mend
>>> mend("Các đơnvị tổchức thực hiện Kếhoạch theoQuyết định vìsự tiến bộ", GLUED).text
'Các đơn vị tổ chức thực hiện Kế hoạch theo Quyết định vì sự tiến bộ'
"""

import re
from itertools import islice
from typing import Final

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.readers.respelled import Repair
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_TONED: Final = r"[áàãéèíìóòõúùýĩũ\u1ea0-\u1ef9]"
_SIGN: Final = pattern(rf"{_TONED}[a-zA-ZđĐăâêôơưĂÂÊÔƠƯ]{{0,6}}{_TONED}")
"""Letters are listed: twice as fast to look for as any letter."""

_WORD: Final = pattern(r"[^\W\d_]{4,16}")
_CAMEL: Final = pattern(rf"(?<=[{LOWER}])(?=[{UPPER}][{LOWER}])")
_FEWEST: Final = 3
_SAMPLE: Final = 8_000


def _is_glued(text: str) -> bool:
    return len(list(islice(_SIGN.finditer(text, 0, _SAMPLE), _FEWEST))) == _FEWEST


def _cut(line: str) -> str:
    return _WORD.sub(_apart, line)


def _apart(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or is_syllable(word.lower()):
        return word
    camel = _CAMEL.search(word)
    places = [camel.start()] if camel else range(1, len(word))
    cuts = [(word[:at], word[at:]) for at in places if _are_two(word[:at], word[at:])]
    best = min(cuts, key=lambda cut: _cost(*cut), default=None)
    return " ".join(best) if best else word


def _are_two(one: str, other: str) -> bool:
    known = bigrams().is_known
    return all(is_syllable(part.lower()) and known(part.lower()) for part in (one, other))


def _cost(one: str, other: str) -> int:
    return bigrams().cost(one.lower(), other.lower())


GLUED: Final = Repair(_is_glued, _cut, "text-glued")
