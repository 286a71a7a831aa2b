"""Whoever is charged in so many words, whatever the name (`Các chức sắc có trách nhiệm …`).

No table has all that plans call their doers. What stands before these words is one.
"""

from typing import Final

from kehoach_parser.extract.copies import Copy, Names, UnitName
from kehoach_parser.extract.roles.acting import Subject
from kehoach_parser.lexicon.duty_words import DOING, sort_at
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern

_CHARGES: Final = (" có trách nhiệm ", " chịu trách nhiệm ", " có nhiệm vụ ", " chủ trì, phối hợp ")
_DUTY: Final = " nhiệm "
_LEADING: Final = " chủ trì, phối hợp "
"""One of these two stands in each."""

_IS: Final = pattern(r" là (?:cơ quan|đơn vị|tổ chức|bộ phận|lực lượng|người)(?: chủ trì)?,?\Z")
"""What tells about a doer before the charge (`Học viên là người chủ trì, phối hợp …`)."""

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
_MANY: Final = pattern(r"(?<!\w)(?:các|những|mọi)\s")
PARTS: Final = pattern(r",\s+(?:và\s+)?|\s+và\s+")
_BREAKS: Final = frozenset('.;:()[]|/“”"\n')
_REACH: Final = 100
_ASKS: Final = ("đề nghị ", "yêu cầu ")
_ORDER: Final = pattern(r"(?:đề nghị|yêu cầu) (?P<many>(?:các|những|toàn thể) )")
_NO_SORT: Final = frozenset({"", "opening"})
"""Sorts of words with which a name may begin (`học viên`)."""


def charged(copy: Copy, start: int, end: int) -> Subject | None:
    """Return the doers that words of charge follow or an order names, null where there are none."""
    low, reach = copy.low, min(end, start + _REACH)
    if low.startswith(_ASKS, start):
        return _asked(copy, start, end)
    if low.find(_DUTY, start, reach) < 0 and low.find(_LEADING, start, reach) < 0:
        return None
    at = _charge(copy, start, end) if copy.text[start].isupper() else None
    if at is None:
        return None
    names = _doers(copy, start, at)
    return Subject(Names(names, (), at), at) if names else None


def _asked(copy: Copy, start: int, end: int) -> Subject | None:
    """Return whom an order names, whatever these are (`Đề nghị các chùa, nhà thờ vận động …`)."""
    order = _ORDER.match(copy.low, start, end)
    if order is None or sort_at(copy.low, order.end()):
        return None
    begin = order.start("many")
    for word in WORD.finditer(copy.low, order.end(), min(end, begin + _REACH)):
        if sort_at(copy.low, word.start()) in DOING:
            name = copy.text[begin : word.start()].rstrip()
            if not _BREAKS.isdisjoint(name) or name.endswith(","):
                return None
            doer = UnitName(name, begin, begin + len(name))
            return Subject(Names((doer,), (), doer.end), doer.end, ordered=True)
    return None


def _charge(copy: Copy, start: int, end: int) -> int | None:
    """Return where the words of charge behind a doer's name begin, null for none."""
    low, reach = copy.low, min(end, start + _REACH)
    found = [at for words in _CHARGES if (at := low.find(words, start, reach)) > start]
    at = min(found, default=end)
    at = told.start() if (told := _IS.search(low, start, at)) else at
    if at == end or not _BREAKS.isdisjoint(copy.text[start:at]) or _LIABLE.match(low, at):
        return None
    return at


def _doers(copy: Copy, start: int, at: int) -> tuple[UnitName, ...]:
    """Return the names of a list that ends at words of charge.

    A collective is one (`Các chức sắc, chức việc`).
    """
    names: list[UnitName] = []
    first = PARTS.search(copy.low, start, at)
    collective = first is not None and _MANY.search(copy.low, start, first.start()) is not None
    for part in (*(() if collective else PARTS.finditer(copy.low, start, at)), None):
        last = part.start() if part else at
        name = UnitName(copy.text[start:last], start, last)
        if sort_at(copy.low, start) not in _NO_SORT or _NO_NAME.match(copy.low, start):
            return ()
        names.append(name)
        start = part.end() if part else last
    return tuple(names)
