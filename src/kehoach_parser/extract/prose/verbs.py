"""Whether a paragraph begins with a verb, and whether it has one of its own."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.roles.times import UNITS, past_opening_day
from kehoach_parser.lexicon.duty_words import GENERIC, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern

_DONE: Final = pattern(r"(?:đã|đang|vừa|chưa|không bị)\s")
"""How a state begins, no action."""

_CLAUSE: Final = pattern(
    r"(?:đối với|(?:trong )?(?:quá trình|thời gian)|khi|trước|sau|để|nhằm|căn cứ|trên cơ sở|định kỳ"
    r"|ngày(?=\s\d))\s"
)
_COMMA: Final = pattern(r",\s+(?=[^\W\d_])")
_WORDS_OF_AN_OBJECT: Final = 4
LABEL_REACH: Final = 60
_TIME: Final = pattern(
    rf"(?:{UNITS}|sáng|chiều|tối(?!\s(?:ưu|giản))|từ|trước|đến|đợt|bước|giai đoạn|học kỳ|\d)(?!\w)"
)
"""How a topic begins that says when something is to be done (`Ngày 20/11: Tổ chức …`)."""

_EACH_OF: Final = ("mỗi ", "từng ")
_EACH: Final = pattern(rf"(?:mỗi|từng)\s(?P<time>(?:{UNITS})\s)?")
_LONGEST_SUBJECT: Final = 6
"""Words between `mỗi` and the verb."""

_AS_CHARGED: Final = pattern(
    r"(?:theo|căn cứ)"
    r"(?:,? (?:và )?(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|phạm vi quản lý))+"
    r"(?: được (?:giao|phân công)| của (?:mình|đơn vị|ngành|cơ quan))?,? "
)
"""By what somebody acts, with or without a comma (`Theo chức năng được giao tuần tra …`)."""

_FIRST_OF_SEVERAL: Final = pattern(r": \(1\) ")


def verb_first(copy: Copy, place: int) -> bool:
    """Return whether a verb or its adverb stands at a place."""
    return sort_at(copy.low, place) in ("verb", "adverb", "opening")


def each_acts(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph says what each of some things does (`Mỗi dự án phân công …`).

    It may also open with how often that is done (`Mỗi ngày phát thanh 02 lượt`).
    """
    if not copy.low.startswith(_EACH_OF, item.start):
        return False
    each = _EACH.match(copy.low, item.start, item.end)
    if each is None or each["time"]:
        return each is not None
    duties = unit_words().duties
    words = islice(WORD.finditer(copy.low, each.end(), item.end), 1, _LONGEST_SUBJECT)
    found = (duties.at(copy.low, word.start()) for word in words)
    first = next((one for one in found if one and one.value in ("verb", "link")), None)
    return first is not None and first.value == "verb"


def tells_state(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins with what is done or under way (`Đã rà soát …`)."""
    return _DONE.match(copy.low, item.start, item.end) is not None


def opens_action(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins with a verb, or with a topic, a colon and a verb."""
    if tells_state(copy, item):
        return False
    first = verb_first(copy, item.start) or topic_and_verb(copy, item)
    return first or verb_after_clause(copy, item)


def verb_after_clause(copy: Copy, item: Item) -> bool:
    """Return whether a verb follows an opening clause (`Đối với hộ nghèo, lập hồ sơ …`)."""
    charged = _AS_CHARGED.match(copy.low, item.start, item.end)
    if charged and verb_first(copy, charged.end()):
        return True
    if not _CLAUSE.match(copy.low, item.start):
        return False
    stop = copy.text.find(". ", item.start, item.end)
    commas = _COMMA.finditer(copy.text, item.start, item.end if stop < 0 else stop)
    return any(verb_first(copy, comma.end()) for comma in commas)


def topic_and_verb(copy: Copy, item: Item) -> bool:
    """Return whether a verb follows a topic and a colon (`Công tác cán bộ: Rà soát …`)."""
    colon = copy.text.find(": ", item.start, min(item.end, item.start + LABEL_REACH))
    if colon < 0:
        return False
    numbered = any(char.isdigit() for char in copy.text[item.start : colon])
    if numbered and not _TIME.match(copy.low, item.start):
        return False
    first = _FIRST_OF_SEVERAL.match(copy.text, colon)
    return verb_first(copy, first.end() if first else colon + 2)


def when_and_verb(copy: Copy, item: Item) -> bool:
    """Return whether a verb follows the day or hour that a paragraph begins with."""
    place = past_opening_day(copy, item.start, item.end)
    return place is not None and verb_first(copy, place)


def says_more(copy: Copy, place: int, end: int, *, objects: bool = True) -> bool:
    """Return whether a stretch has a verb of its own, or an object for a general verb."""
    duties = unit_words().duties
    unknown = 0
    while (word := WORD.search(copy.low, place, end)) is not None:
        found = duties.at(copy.low, word.start())
        if found and found.value == "verb" and copy.low[word.start() : found.end] not in GENERIC:
            return True
        unknown += found is None
        place = found.end if found else word.end()
    return objects and unknown >= _WORDS_OF_AN_OBJECT


def words_of(copy: Copy, item: Item) -> Iterator[re.Match[str]]:
    """Yield the words of a paragraph."""
    return WORD.finditer(copy.low, item.start, item.end)
