"""Whoever is charged in so many words, whatever the name (`Các chức sắc có trách nhiệm …`).

No table has all that plans call their doers. What stands before these words is one.
"""

from typing import Final

from kehoach_parser.extract.copies import Copy, Names, UnitName
from kehoach_parser.extract.roles.acting import Subject
from kehoach_parser.extract.roles.subjects import opens_clause
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.text.patterns import pattern

_CHARGES: Final = (" có trách nhiệm ", " chịu trách nhiệm ", " có nhiệm vụ ", " chủ trì, phối hợp ")
_DUTY: Final = " nhiệm "
_LEADING: Final = " chủ trì, phối hợp "
"""One of these two stands in each."""

_LIABLE: Final = pattern(
    r" (?:có|chịu) trách nhiệm (?:trước|về|đối với|nếu|khi|hoàn toàn|liên đới)\b"
)
"""Who answers for something is not told to do it."""

_NO_NAME: Final = pattern(
    r"(?:việc|mọi|ai|không|chưa|những ai|kế hoạch|quyết định|văn bản|công văn|nghị quyết"
    r"|chương trình|quá trình|căn cứ|theo|khi|nếu|để|nhằm|do|vì|tại|trong|ngoài|đồng thời|từ|sau"
    r"|trước|đến|với|trách nhiệm|nhiệm vụ|nội dung|công tác|phân công|giao|cử|chỉ định|tùy|hằng"
    r"|hàng|định kỳ)\b"
)
_BREAKS: Final = frozenset('.;:()[]|/“”"\n')
_LONGEST: Final = 80
_REACH: Final = 100
_FEWEST: Final = 2
"""Characters of a doer's name at most, words at least."""


def charged(copy: Copy, start: int, end: int) -> Subject | None:
    """Return the doer that words of charge follow, null where a sentence has none."""
    low, reach = copy.low, min(end, start + _REACH)
    if low.find(_DUTY, start, reach) < 0 and low.find(_LEADING, start, reach) < 0:
        return None
    found = [at for words in _CHARGES if (at := low.find(words, start, reach)) > start]
    if not found or not copy.text[start].isupper():
        return None
    at = min(found)
    name = copy.text[start:at]
    if name.count(" ") + 1 < _FEWEST or not _BREAKS.isdisjoint(name) or _LIABLE.match(copy.low, at):
        return None
    if (
        sort_at(copy.low, start)
        or opens_clause(copy, start, end)
        or _NO_NAME.match(copy.low, start)
    ):
        return None
    doer = UnitName(name, start, at)
    return Subject(Names((doer,), (), at), at)
