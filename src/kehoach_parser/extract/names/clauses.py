"""Clauses that tell which bodies of a sort are meant: `các xã có rừng tổ chức tuần tra`."""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.heads import MANY
from kehoach_parser.lexicon.duty_words import DOING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_OPENING: Final = pattern(
    r"\s(?:(?P<place>tại|ở)|nơi"
    r"|có(?!\s(?:trách nhiệm|nhiệm vụ|\w* ?quyền|chức năng|nghĩa vụ|thể|(?:phương|đề) án"
    r"|báo cáo|nhiều|nơi|liên quan|chương trình|quy \w+|kế hoạch|biện pháp|giải pháp|văn bản"
    r"|ý kiến|hình thức|cơ chế|chính sách))"
    r"|(?:(?<=quản lý nhà nước )|(?<=quản lý nhà nước chuyên ngành ))về"
    r"|(?:(?<=được giao )|(?<=được phân công ))(?:phụ trách|quản lý|theo dõi|đảm nhận)"
    r"(?:(?:,|\s(?:và|hoặc))\s(?:khai thác|sử dụng|vận hành)){0,2})(?=\s)"
)
"""How the clause begins; what bodies may or must do does not tell which ones are meant."""

_BEGINNINGS: Final = (
    " có ", " nơi ", " tại ", " ở ", " phụ trách ", " quản lý", " theo dõi ", " đảm nhận ",
    " về ",
)  # fmt: skip
_WORD: Final = pattern(r"\s(?P<word>[^\W\d_]+)")
_MUST: Final = (" có trách nhiệm", " có nhiệm vụ")
_BY: Final = "theo"
"""Begins how it is done (`theo quy định`), which no clause of a name holds."""

_LONGEST: Final = 10
"""Words of such a clause at most."""


def past_relative(copy: Copy, start: int, place: int, end: int) -> int:
    """Return where the clause behind a name ends in a sentence, `place` for no such clause.

    Words of acting follow it.
    """
    opening = _opening(copy, place, end)
    if opening is None or opening["place"] or not MANY.search(copy.low, start, place):
        return place
    last = opening.end()
    for count in range(_LONGEST):
        word = _WORD.match(copy.low, last, end)
        if word is None:
            break
        if word["word"] == _BY or _acts(copy, word.start("word"), DOING):
            return last if count else place
        phrase = unit_words().inner.at(copy.low, word.start("word"))
        last = min(phrase.end, end) if phrase else word.end()
    return place


def past_clause(copy: Copy, place: int, end: int) -> int:
    """Return where the clause behind a heading's last name ends, `place` where a duty follows."""
    opening = _opening(copy, place, end)
    last = opening.end() if opening else place
    for _ in range(_LONGEST if opening else 0):
        word = _WORD.match(copy.low, last + copy.text.startswith(",", last), end)
        if word is None or word["word"] == _BY or copy.low.startswith(_MUST, word.start()):
            break
        if _acts(copy, word.start("word"), frozenset({"verb"})):
            return place
        last = word.end()
    return last


def _opening(copy: Copy, place: int, end: int) -> re.Match[str] | None:
    begins_clause = copy.low.startswith(_BEGINNINGS, place)
    return _OPENING.match(copy.low, place, end) if begins_clause else None


def _acts(copy: Copy, place: int, sorts: frozenset[str]) -> bool:
    """Return whether a word of acting stands at a place, in no phrase of names."""
    return sort_at(copy.low, place) in sorts and not unit_words().inner.at(copy.low, place)
