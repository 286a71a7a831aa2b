"""Syllables that run together (`đơnvị`, `theoQuyết`), as pages leave them that drop line breaks.

Only a text with a word that its toned vowels show to be no syllable is looked at. There each word
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
from kehoach_parser.text.syllables import LONGEST_SYLLABLE, is_syllable

_TONED: Final = r"[áàãéèíìóòõúùýĩũ\u1ea0-\u1ef9]"
_PLAIN: Final = r"[a-zA-ZđĐăâêôơưĂÂÊÔƠƯ]"
"""Letters are listed: twice as fast to look for as any letter."""

_SIGN: Final = pattern(rf"{_TONED}(?:{_PLAIN}{{0,3}}{_TONED}|{_PLAIN}{{4}}|(?<={_PLAIN}{{5}}.))")
"""Two toned vowels, or more letters before or behind one than a syllable has."""

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
    cuts = [(word[:at], word[at:]) for at in range(1, len(word))]
    best = min(filter(_are_apart, cuts), key=_cost, default=None) or _only(cuts)
    return " ".join(best) if best else word


def _only(cuts: list[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the only cut into a word and a syllable that was not met (`nghiệpngư`).

    What is no longer than a syllable may be one that is misspelt (`quyét`).
    """
    if len(cuts) < LONGEST_SYLLABLE:
        return None
    found = [cut for cut in cuts if any(map(_is_word, cut)) and all(map(_is_spelled, cut))]
    return found[0] if len(found) == 1 else None


def _is_spelled(part: str) -> bool:
    return is_syllable(part.lower())


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
