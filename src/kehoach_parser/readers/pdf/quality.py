"""Whether a page's text layer can be trusted: is it Vietnamese, or rubbish over a picture."""

import re
from typing import Final

from kehoach_parser.text.patterns import pattern

_SAMPLE: Final = 1500
_ENOUGH: Final = 25
_FOREIGN_SHARE: Final = 0.04
_SYLLABLE_SHARE: Final = 0.6
_MARKED_SHARE: Final = 0.03

_VOWELS: Final = "aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_SYLLABLE: Final = pattern(
    rf"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[{_VOWELS}]{{1,3}}"
    r"(?:ng|nh|ch|[cmnpt])?\Z"
)
_WORD: Final = pattern(r"[^\W\d_]{2,}")
_MARKED: Final = pattern(r"[ăâđêôơưà-ãè-êì-íò-õù-úýĩũơưạ-ỹ\u0300-\u036f]", re.IGNORECASE)
_FOREIGN: Final = pattern(
    r"[^\x00-\u017f\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1e00-\u1eff\u2000-\u22ff\u25a0-\u27bf"
    r"\uf020-\uf0ff\ufb00-\ufb06\ufffe\u2300-\u23ff]|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)

_ODD: Final = pattern(r"[!\"#$&'*<=>?@\[\\\]^`{}~]")
_ODD_SHARE: Final = 0.1
_FEWEST_ODD: Final = 12
"""Signs that plans hardly use; codes of letters that nothing maps to Unicode show as such."""


def is_rubbish(text: str) -> bool:
    """Return whether a text of some length is no Vietnamese: wrong letters, or words that are none.

    >>> is_rubbish("Kế hoạch tổ chức hội nghị tổng kết công tác năm của tỉnh. " * 4)
    False
    >>> is_rubbish("KC hoqch t6 chirc hQi nghi tdng kt c6ng tdc nim crja tinh " * 4)
    True
    >>> is_rubbish('!"# $ %& ( )*+ <= >?@ A!" #$ %& [ ] ' * 4)
    True
    """
    sample = text[:_SAMPLE]
    if len(_ODD.findall(sample)) > max(_FEWEST_ODD, _ODD_SHARE * len(sample)):
        return True
    words = _WORD.findall(sample)
    if len(words) < _ENOUGH:
        return False
    letters = sum(map(len, words))
    if len(_FOREIGN.findall(sample)) > _FOREIGN_SHARE * letters:
        return True
    good = sum(_SYLLABLE.match(word.lower()) is not None for word in words)
    if good < _SYLLABLE_SHARE * len(words):
        return True
    return len(_MARKED.findall(sample)) < _MARKED_SHARE * letters
