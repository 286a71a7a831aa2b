"""Paragraphs with others below them: whether they direct an action that is their own."""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.prose.contexts import ends_in_colon
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import LABEL_REACH, says_more, verb_first
from kehoach_parser.extract.roles.assignment import Roles
from kehoach_parser.extract.roles.headings import Context
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_LEAD_IN_END: Final = pattern(
    r"""(?:các|một\ số|những|\d{1,4})\s+(?:nhóm\s+)?(?:nhiệm\ vụ|nội\ dung|công\ việc|giải\ pháp
        |công\ tác|yêu\ cầu|hoạt\ động|việc)[^.;:]{0,60}:?\s*\Z
        |theo\s(?:đúng\s)?(?:chức\ năng|nhiệm\ vụ|thẩm\ quyền)[^.;:]{0,60}?
            (?:được\ giao|phân\ công|quy\ định|của\ mình)\s*:?\s*\Z
        |(?:sau|sau\ đây|như\ sau|cụ\ thể)\s*:\s*\Z|:\s*\Z""",
    re.VERBOSE,
)
"""How a lead-in ends that announces what follows it (`… các nhiệm vụ sau:`)."""

_NAMES_DUTIES: Final = pattern(
    r"""(?:thực\ hiện|triển\ khai|tập\ trung|hoàn\ thành)\s[^.;:]{0,30}
        (?:các|một\ số|những|\d{1,4})\s+(?:nhóm\s+)?(?:nhiệm\ vụ|nội\ dung|công\ việc|giải\ pháp)
        [^.;:]{0,60}:\s*\Z
      | \scó\s(?:các\s)?(?:nhiệm\ vụ|trách\ nhiệm)
        (?:\s(?:sau|như\ sau|sau\ đây|cụ\ thể))?\s*:\s*\Z
      | \sthực\ hiện\ (?:việc|nhiệm\ vụ)(?:\ sau)?:\s*\Z
      | \sphân\ công\s(?:trách\ nhiệm|nhiệm\ vụ)\b[^.;:]{0,120}:\s*\Z
      | \s(?:chỉ\ đạo|yêu\ cầu|đề\ nghị)\s*:\s*\Z""",
    re.VERBOSE,
)
"""How a lead-in ends that only says that the duties below it are to be done."""

_DIRECTED: Final = pattern(
    r"[\s,]+(?:(?:quyết liệt|tập trung|trực tiếp|tiếp tục)\s+)?(?:chỉ đạo|hướng dẫn|yêu cầu)\s+"
)
"""What stands between who directs and the bodies that are directed, below which they act."""

_REGARDING: Final = "đối với "
_TOLD_BELOW: Final = (" sau", " sau đây", " dưới đây")
"""How a name ends of bodies that only the points below tell (`Các đơn vị sau đây … :`)."""

_ONLY_PART: Final = pattern(r"\.\s+trong đó\b[^.;]{0,100}:\s*\Z")
"""How a sentence ends whose action the points below it only specify in part."""

_FULL_STOP: Final = pattern(r"\.\s+(?=[^\W\d_])")

LONGEST_HEADING: Final = 20
"""From how many blanks on a point is a sentence, no heading."""

_SENTENCE_ENDS: Final = ".;:/"


def own_action(copy: Copy, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph with others below it directs an action that is its own."""
    if _directs_twice(copy, item):
        return True
    if not (roles.lead or above.lead) or _is_heading(copy, item) or _regards(copy, item):
        return False
    low = copy.low[item.start : item.end]
    if _ONLY_PART.search(low) and (roles.lead or verb_first(copy, item.start)):
        return True
    if not roles.lead:
        return False
    if _tells_below(copy, item, roles) or (
        _NAMES_DUTIES.search(low) and (";" not in low or low.startswith("để "))
    ):
        return False
    place = max(name.end for name in (*roles.lead, *roles.coordinating))
    directed = _DIRECTED.match(copy.low, place, item.end)
    if directed:
        place = read_names(copy, directed.end(), item.end).end
    return says_more(copy, place, announces_from(copy, item))


def _tells_below(copy: Copy, item: Item, roles: Roles) -> bool:
    """Return whether a lead-in leaves to the points below it which bodies it means."""
    named = (copy.low[name.start : name.end] for name in roles.lead)
    return ends_in_colon(copy, item) and any(words.endswith(_TOLD_BELOW) for words in named)


def _regards(copy: Copy, item: Item) -> bool:
    """Return whether a lead-in only says whom what follows regards (`Đối với người dạy thêm:`)."""
    whole = copy.low.find(",", item.start, item.end) < 0
    return whole and copy.low.startswith(_REGARDING, item.start) and ends_in_colon(copy, item)


def _directs_twice(copy: Copy, item: Item) -> bool:
    """Return whether a point says what to do in two sentences (`Sửa đê. Nạo vét kênh.`)."""
    if not item.head or copy.text[item.end - 1] != "." or not verb_first(copy, item.start):
        return False
    stops = _FULL_STOP.finditer(copy.text, item.start, item.end)
    return any(verb_first(copy, stop.end()) for stop in stops)


def says_what(copy: Copy, item: Item) -> bool:
    """Return whether a lead-in says what is done, not only that something is (`Phân công:`)."""
    verb = unit_words().duties.at(copy.low, item.start)
    return verb is not None and says_more(copy, verb.end, announces_from(copy, item))


def is_label(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is only the name of what stands below it (`Nội dung:`)."""
    if item.end - item.start > LABEL_REACH or copy.text[item.end - 1] != ":":
        return False
    return sort_at(copy.low, item.start) == "noun"


def announces_from(copy: Copy, item: Item) -> int:
    """Return from where on a lead-in only announces what follows it."""
    tail = _LEAD_IN_END.search(copy.low, item.start, item.end)
    return tail.start() if tail else item.end


def _is_heading(copy: Copy, item: Item) -> bool:
    """Return whether a point is short and unpunctuated, as headings are."""
    text = copy.text[item.start : item.end].rstrip()
    longest = 2 * LONGEST_HEADING if item.below or item.sections else LONGEST_HEADING
    return item.head and text[-1:] not in _SENTENCE_ENDS and text.count(" ") < longest
