"""Whether a page's text layer can be trusted: is it Vietnamese, or rubbish over a picture."""

import re
from enum import Enum
from typing import Final

from kehoach_parser.text.letters import LONGER_WORD
from kehoach_parser.text.patterns import pattern

_SAMPLE: Final = 1500
_ENOUGH: Final = 25
_FOREIGN_SHARE: Final = 0.04
_SYLLABLE_SHARE: Final = 0.6
_MARKED_SHARE: Final = 0.12

_VOWELS: Final = "aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_SYLLABLE: Final = pattern(
    rf"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[{_VOWELS}]{{1,3}}"
    r"(?:ng|nh|ch|[cmnpt])?\Z"
)
_MARKED: Final = pattern(r"[ăâđêôơưà-ãè-êì-íò-õù-úýĩũơưạ-ỹ\u0300-\u036f]", re.IGNORECASE)
_FOREIGN: Final = pattern(
    r"[^\x00-\u017f\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1e00-\u1eff\u2000-\u22ff\u25a0-\u27bf"
    r"\uf020-\uf0ff\ufb00-\ufb06\ufffe\u2300-\u23ff]|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)

_ODD: Final = pattern(r"[!\"#$&'*<=>?@\[\\\]^`{}~]")
_ODD_SHARE: Final = 0.1
_FEWEST_ODD: Final = 12
"""Signs that plans hardly use; codes of letters that nothing maps to Unicode show as such."""


class Trust(Enum):
    """What a page's text layer is worth; of too few words only the other pages can tell."""

    SOUND = "sound"
    DOUBTFUL = "doubtful"
    RUBBISH = "rubbish"


def trust_in(text: str) -> Trust:
    """Return what a page's text is worth: wrong letters and words that are none are rubbish.

    Words in capitals that are no syllables may be short forms (`UBMTTQVN`) and tell nothing.

    >>> trust_in("Kế hoạch tổ chức hội nghị tổng kết công tác năm của tỉnh. " * 4).value
    'sound'
    >>> trust_in("KC hoqch t6 chirc hQi nghi tdng kt c6ng tdc nim crja tinh " * 4).value
    'rubbish'
    >>> trust_in('!"# $ %& ( )*+ <= >?@ A!" #$ %& [ ] ' * 4).value
    'rubbish'
    >>> trust_in("CHU TICH Nguyčn Vlin Tflm").value
    'doubtful'
    """
    sample = text[:_SAMPLE]
    if len(_ODD.findall(sample)) > max(_FEWEST_ODD, _ODD_SHARE * len(sample)):
        return Trust.RUBBISH
    words = [(word, _SYLLABLE.match(word.lower())) for word in LONGER_WORD.findall(sample)]
    told = [(word, known) for word, known in words if known or not word.isupper()]
    good = sum(known is not None for _, known in told)
    vietnamese = good >= _SYLLABLE_SHARE * len(told)
    if len(told) < _ENOUGH:
        return Trust.SOUND if good and vietnamese else Trust.DOUBTFUL
    letters = sum(len(word) for word, _ in told)
    foreign = len(_FOREIGN.findall(sample)) > _FOREIGN_SHARE * letters
    marked = len(_MARKED.findall(sample)) >= _MARKED_SHARE * letters
    return Trust.SOUND if vietnamese and marked and not foreign else Trust.RUBBISH
