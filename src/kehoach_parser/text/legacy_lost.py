"""The letter ư of TCVN3 where it was lost on the way: its code is the soft hyphen.

Copying, printing and many converters drop a soft hyphen ("đợc" for "được") or make of it a plain
one. It is put back only where nothing else can have stood there.
"""

import re
from functools import cache
from typing import Final

from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.legacy import codes, decode
from kehoach_parser.text.legacy_names import TCVN3
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.syllables import is_syllable

_LABEL: Final = 2
"""Letters from which what stands before a hyphen is no label."""

_LOST: Final = {
    "ngời": "người", "dới": "dưới", "lợt": "lượt", "vợt": "vượt", "nh": "như", "th": "thư",
    "nhng": "nhưng", "trng": "trưng", "hng": "hưng",
}  # fmt: skip
"""Words that a plan has only without their ư."""

_LOST_PHRASES: Final = {
    "lu trữ": "lưu trữ", "lu hành": "lưu hành", "lu động": "lưu động", "lu thông": "lưu thông",
    "lu ý": "lưu ý", "lu:": "lưu:", "đầu t": "đầu tư", "vật t": "vật tư", "thứ t": "thứ tư",
    "dân c": "dân cư", "c trú": "cư trú", "nhập c": "nhập cư", "u tiên": "ưu tiên",
    "u đãi": "ưu đãi", "t pháp": "tư pháp", "t tưởng": "tư tưởng", "t vấn": "tư vấn",
    "t nhân": "tư nhân", "t liệu": "tư liệu", "bu điện": "bưu điện", "bu chính": "bưu chính",
    "đa vào": "đưa vào", "đa ra": "đưa ra", "luật s": "luật sư", "thặng d": "thặng dư",
    "thông t": "thông tư", "tham mu": "tham mưu", "giáo s": "giáo sư", "kỹ s": "kỹ sư",
    "cha được": "chưa được", "cha có": "chưa có", "hu trí": "hưu trí",
}  # fmt: skip
"""Phrases in which the same holds of one word."""


def with_letter(text: str, *, lost: bool) -> str:
    """Return decoded text with ư put back; `lost` says that the whole document has none.

    >>> with_letter("đợc trởng phòng ngời", lost=False)
    'được trưởng phòng ngời'
    >>> with_letter("Ngời đợc đầu t, lu trữ nh sau", lost=True)
    'Người được đầu tư, lưu trữ như sau'
    """
    text = WORD.sub(_repaired, text)
    if lost:
        text = WORD.sub(_known, text)
        text = _phrases().sub(_phrase, text)
    return text


def with_soft_hyphens(text: str) -> str:
    """Return TCVN3 text with soft hyphens where plain ones stand for them inside a word.

    >>> decode(with_soft_hyphens("ng-êi ®-îc, kinh tÕ-x· héi, nh- KH-UBND"), TCVN3)
    'người được, kinh tế-xã hội, như KH-UBND'
    """
    if "-" not in text:
        return text
    letters = list(text)
    for match in _hyphenated().finditer(text):
        place = match.start("hyphen")
        before, after = match["before"], match["after"]
        if before.isupper() and after.isupper():
            continue  # a symbol (`KH-TC`)
        if len(before) < _LABEL and not text[:place].strip(before + " \t"):
            continue  # a label or a bullet (`C- Tổ chức`, `-u`)
        if _is_letter(before, after):
            letters[place] = "\N{SOFT HYPHEN}"
    return "".join(letters)


def _is_letter(before: str, after: str) -> bool:
    """Return whether a hyphen between two groups of codes stands for ư."""
    parts = [decode(part, TCVN3).lower() for part in (before, after) if part]
    if all(map(is_syllable, parts)):
        return False
    return is_syllable(decode(f"{before}\N{SOFT HYPHEN}{after}", TCVN3).lower())


def _repaired(match: re.Match[str]) -> str:
    """Return a word with ư where it is no syllable and only one place makes it one."""
    word = match[0]
    if word.lower().replace("đ", "d").isascii() or is_syllable(word.lower()):
        return word
    letter = "Ư" if word.isupper() else "ư"
    tried = {word[:at] + letter + word[at:] for at in range(len(word) + 1)}
    found = [each for each in tried if is_syllable(each.lower())]
    return found[0] if len(found) == 1 else word


def _known(match: re.Match[str]) -> str:
    return _as_written(match[0], _LOST.get(match[0].lower(), match[0]))


def _phrase(match: re.Match[str]) -> str:
    return _as_written(match[0], _LOST_PHRASES[match[0].lower()])


def _as_written(old: str, new: str) -> str:
    """Return new words with the capitals of the old ones."""
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new


@cache
def _phrases() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, _LOST_PHRASES))
    return compiled(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


@cache
def _hyphenated() -> re.Pattern[str]:
    """Return the pattern of a hyphen with the codes beside it."""
    letter = f"[A-Za-z{re.escape(''.join(code for code in codes(TCVN3) if code != chr(0xAD)))}]"
    return compiled(rf"(?P<before>{letter}*)(?P<hyphen>-)(?=(?P<after>{letter}*))")
