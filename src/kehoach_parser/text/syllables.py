"""Which groups of letters can be a Vietnamese syllable: initial, rime and tone go together."""

import unicodedata
from functools import cache
from typing import Final

_BACK: Final = ("", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "p",
                "ph", "r", "s", "t", "th", "tr", "v", "x")  # fmt: skip
"""Initials before a, ă, â, o, ô, ơ, u and ư."""

_FRONT: Final = ("", "b", "ch", "d", "đ", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ngh", "nh",
                 "p", "ph", "r", "s", "t", "th", "tr", "v", "x")  # fmt: skip
"""Initials before e, ê, i and y."""

_BACK_RIMES: Final = (
    "a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt âu ây âm ân âng âc âp ât"
    " o oi om on ong oong oc ooc op ot oa oai oao oay oam oan oang oanh oac oach oap oat"
    " oăm oăn oăng oăc oăt oe oen oeo oet ô ôi ôm ôn ông ôc ôp ôt ơ ơi ơm ơn ơp ơt"
    " u ua ui um un ung uc up ut uân uâng uât uây uê uênh uêch uêu ui uôi uôm uôn uông uôc uôt"
    " uơ uy uya uyên uyêt uyn uynh uych uyt uyu uyp ư ưa ưi ưu ưng ưc ưt"
    " ươi ươu ươm ươn ương ươc ươp ươt"
)
_FRONT_RIMES: Final = (
    "e eo em en eng ec ep et ê êu êm ên ênh êch êp êt"
    " i ia iu im in inh ich ip it iêu iêm iên iêng iêc iêp iêt"
)
_Y_RIMES: Final = ("y", "yêm", "yên", "yêng", "yêt", "yêu")
_Y_INITIALS: Final = ("h", "k", "l", "m", "s", "t", "v")
"""Initials before a plain y, as in "kỹ sư"; "qu" has its own rimes."""

_QU_RIMES: Final = (
    "a ai ao au ay am an ang anh ac ach ăm ăn ăng ăc ăp ăt at âu ây ân âng ât e eo en et ê ên ênh"
    " êch êt êu i ia in it inh ich iu ơ y yt yn ynh yên yêt ôc uôc"
)
_GI_RIMES: Final = ("i", "im", "in", "êng", "êt", "ip", "iêng", "iêt")
"""Rimes after "g" and "gi" where the i is written once."""

_TONES: Final = {"\u0300": "`", "\u0301": "'", "\u0303": "~", "\u0309": "?", "\u0323": "."}
_STOPS: Final = ("c", "ch", "p", "t")
_STOP_TONES: Final = frozenset(("\u0301", "\u0323"))
LONGEST_SYLLABLE: Final = 7


def is_syllable(word: str) -> bool:
    """Return whether a word in lower case (NFC) is spelled as a Vietnamese syllable.

    Every vowel, tone and final must go together: a syllable that ends in c, ch, p or t has the
    tone sắc or nặng. Whether the language has the word is not asked.

    >>> [word for word in ("hoạch", "nghiệm", "hoach", "công", "côngs", "ðã") if is_syllable(word)]
    ['hoạch', 'nghiệm', 'công']
    """
    if not word or len(word) > LONGEST_SYLLABLE:
        return False
    letters = unicodedata.normalize("NFD", word)
    tones = [letter for letter in letters if letter in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if bare not in _syllables():
        return False
    return not bare.endswith(_STOPS) or (bool(tones) and tones[0] in _STOP_TONES)


@cache
def _syllables() -> frozenset[str]:
    """Return all syllables without their tones."""
    found = {initial + rime for initial in _BACK for rime in _BACK_RIMES.split()}
    found |= {initial + rime for initial in _FRONT for rime in _FRONT_RIMES.split()}
    found |= {initial + "y" for initial in _Y_INITIALS}
    found |= {"qu" + rime for rime in _QU_RIMES.split()} | {"g" + rime for rime in _GI_RIMES}
    return frozenset((*found, *_Y_RIMES))
