"""Whether a text is in an old encoding: what its words are as they stand, and what decoded.

A word counts for an encoding where only the decoded one is spelled as a Vietnamese syllable
(`hiÖn`), against it where the decoded one is not (`café`); a word that may be both (`có`) counts
for nothing. A letter that only Unicode has ends the matter: nothing is decoded twice.
"""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.legacy import code_pattern, codes, decode
from kehoach_parser.text.legacy_names import TCVN3, VNI
from kehoach_parser.text.letters import LONGER_WORD
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_UNICODE_ONLY: Final = pattern("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af"
                               "\u01b0\u0300-\u0303\u0309\u031b\u0323\u1ea0-\u1ef9]")  # fmt: skip
_CODE: Final = pattern("[\xa1-\xff]")
_HEADS: Final = {
    TCVN3: ("§éc lËp - Tù do - H¹nh phóc", "X· HéI CHñ NGHÜA", "§¶NG CéNG S¶N"),
    VNI: ("Ñoäc laäp - Töï do - Haïnh phuùc", "XAÕ HOÄI CHUÛ NGHÓA", "ÑAÛNG COÄNG SAÛN"),
}
"""Words that every document begins with (Quốc hiệu, Tiêu ngữ, the Party's own)."""

_ENOUGH: Final = 3
"""Different words that make a passage on its own."""

_CLEAR: Final = 6
"""Words for an encoding to one against it: real texts have names that no rule of spelling knows."""

_NATIVE: Final = 2
"""The same for words in ASCII that no syllable is: foreign names and terms."""

_FOREIGN: Final = pattern(r"(?<![\w\xa1-\xff@./-])[a-z]{2,}(?![\w\xa1-\xff@/])")
_LONGEST: Final = 7


class Evidence(NamedTuple):
    """Words for and against an encoding; `different` counts each word once.

    `foreign` are words in ASCII that no Vietnamese text has.
    """

    good: int = 0
    bad: int = 0
    different: int = 0
    foreign: int = 0

    @property
    def is_clear(self) -> bool:
        """Whether the passage is sure to be in the encoding, whatever stands around it."""
        return self.different >= _ENOUGH and self._is_steady

    @property
    def is_certain(self) -> bool:
        """Whether many short passages together are sure to be in the encoding."""
        return self.different >= 2 * _ENOUGH and self._is_steady

    @property
    def is_likely(self) -> bool:
        """Whether the passage is in the encoding if others of the document are."""
        return self.good > self.bad

    @property
    def lead(self) -> int:
        """By how many words the encoding is in front."""
        return self.good - self.bad

    @property
    def _is_steady(self) -> bool:
        return self.good >= _CLEAR * self.bad and self.good >= _NATIVE * self.foreign

    def plus(self, other: "Evidence") -> "Evidence":
        """Return what two passages say together."""
        return Evidence(*(one + its for one, its in zip(self, other, strict=True)))


def is_unicode(text: str) -> bool:
    """Return whether a text has a letter that no old encoding writes so."""
    return _UNICODE_ONLY.search(text) is not None


def has_codes(text: str) -> bool:
    """Return whether a text has letters or signs that codes may be."""
    return _CODE.search(text) is not None


def weigh(text: str, encoding: str) -> Evidence:
    """Return what the words of a text without letters of Unicode say for an encoding."""
    words = _word_pattern(encoding).findall(text)
    verdicts = [_verdict(word, encoding) for word in words]
    different = {word.lower() for word, good in zip(words, verdicts, strict=True) if good > 0}
    bonus = any(head in text for head in _HEADS.get(encoding, ()))
    good = sum(value > 0 for value in verdicts)
    bad = sum(value < 0 for value in verdicts)
    foreign = sum(not is_syllable(word) for word in _FOREIGN.findall(text)) if good else 0
    return Evidence(good, bad, len(different) + _ENOUGH * bonus, foreign)


def weigh_unicode(text: str) -> Evidence:
    """Return what the words of a text say for its being Vietnamese as it stands."""
    words = [word.lower() for word in LONGER_WORD.findall(text) if not word.isascii()]
    good = [word for word in words if is_syllable(word)]
    foreign = sum(not is_syllable(word) for word in _FOREIGN.findall(text)) if good else 0
    return Evidence(len(good), len(words) - len(good), len(set(good)), foreign)


@cache
def _word_pattern(encoding: str) -> re.Pattern[str]:
    """Return the pattern of a word with a letter that is not ASCII."""
    inside = re.escape("".join(sorted({*"".join(codes(encoding)), *map(chr, range(0xC0, 0x100))} -
                                      {chr(code) for code in range(128)})))  # fmt: skip
    if encoding != TCVN3:
        inside = inside.replace("×", "").replace("÷", "")
    return compiled(f"[A-Za-z]*[{inside}][A-Za-z{inside}]*")


@lru_cache(maxsize=1 << 14)
def _verdict(word: str, encoding: str) -> int:
    """Return 1 where a word speaks for an encoding, -1 where against it, 0 where for nothing."""
    if len(word) == 1 or word[0] == "µ":  # `µm` is a unit
        return 0
    if _unread(word, encoding):
        return -1
    small = decode(word, encoding).lower()
    if is_syllable(small):
        return 0 if is_syllable(word.lower()) else 1
    capitals = "".join(letter for letter in word if letter.isascii())
    return 0 if capitals.isupper() and len(small) <= _LONGEST else -1


def _unread(word: str, encoding: str) -> bool:
    """Return whether a word has a letter that is no code of the encoding."""
    return not code_pattern(encoding).sub("", word).isascii()
