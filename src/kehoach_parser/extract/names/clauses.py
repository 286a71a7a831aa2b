"""Clauses that tell which bodies of a sort act: `các xã có rừng tổ chức tuần tra`."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_HAS: Final = " có "
_NO_MARK: Final = ("thể ", "quyền ", "nghĩa vụ ", "chức năng ", "nhiều ", "nơi ", "liên quan")
"""What bodies may do, or how they are; it does not tell which ones are meant."""

_OF_SORTS: Final = pattern(r"(?<!\w)(?:các|những|từng|mỗi|mọi) ")
_WORD: Final = pattern(r"[^\W\d_]+")
_ACTS: Final = ACTING - {"opening"}
"""Sorts of words that end the clause; `opening` ones stand in it (`các xã có điểm thi …`)."""

_LONGEST: Final = 7
"""Words of such a clause at most."""


def past_relative(copy: Copy, start: int, place: int, end: int) -> int:
    """Return where the clause behind a name ends, if words of acting follow it; else `place`."""
    low = copy.low
    if not low.startswith(_HAS, place) or low.startswith(_NO_MARK, place + len(_HAS)):
        return place
    has = unit_words().duties.at(low, place + 1)
    if has is None or has.end > place + len(_HAS) or not _OF_SORTS.search(low, start, place):
        return place
    last = has.end
    for count in range(_LONGEST):
        word = _WORD.match(low, last + 1, end) if copy.text[last : last + 1] == " " else None
        if word is None:
            return place
        if sort_at(low, word.start()) in _ACTS and not unit_words().inner.at(low, word.start()):
            return last if count else place
        last = word.end()
    return place
