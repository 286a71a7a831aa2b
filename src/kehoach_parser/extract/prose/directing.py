"""Whether a paragraph directs an action: by its section's kind and its first words."""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.names.persons import is_person
from kehoach_parser.extract.prose.contexts import Reading, ends_in_colon
from kehoach_parser.extract.prose.formulas import (
    enacts,
    is_formula,
    is_no_sentence,
    names_document,
    states,
    tells,
)
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import (
    LABEL_REACH,
    each_acts,
    opens_action,
    says_more,
    tells_state,
    topic_and_verb,
    verb_after_clause,
    verb_first,
    when_and_verb,
    words_of,
)
from kehoach_parser.extract.roles.assignment import Roles
from kehoach_parser.extract.roles.attributes import attributes_in
from kehoach_parser.extract.roles.headings import Context
from kehoach_parser.extract.roles.helping import coordinating_in
from kehoach_parser.extract.roles.inside import named_inside
from kehoach_parser.lexicon.duty_words import GENERIC, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.text.patterns import pattern

TASK_KINDS: Final = frozenset(
    {SectionKind.TASKS, SectionKind.SCHEDULE, SectionKind.ORGANIZATION, SectionKind.REPORTING}
)
_AIMS: Final = frozenset(
    {SectionKind.PURPOSE, SectionKind.OBJECTIVES, SectionKind.SITUATION, SectionKind.PRINCIPLES}
    | {SectionKind.SCOPE}
)
_FORMS: Final = _AIMS | {SectionKind.APPENDIX}
"""Kinds in which no attribute line makes a task of what stands above it."""

_DIRECTS_END: Final = pattern(r"(?<!\w)(?:đề nghị|yêu cầu|vướng mắc|khó khăn)\b")
_LEAD_IN_END: Final = pattern(
    r"""(?:các|một\ số|những|\d+)\s+(?:nhóm\s+)?(?:nhiệm\ vụ|nội\ dung|công\ việc|giải\ pháp
        |công\ tác|yêu\ cầu|hoạt\ động|việc)[^.;:]{0,60}:?\s*\Z
        |theo\s(?:đúng\s)?(?:chức\ năng|nhiệm\ vụ|thẩm\ quyền)[^.;:]{0,60}?
            (?:được\ giao|phân\ công|quy\ định|của\ mình)\s*:?\s*\Z
        |(?:sau|sau\ đây|như\ sau|cụ\ thể)\s*:\s*\Z|:\s*\Z""",
    re.VERBOSE,
)
_NAMES_DUTIES: Final = pattern(
    r"""(?:thực\ hiện|triển\ khai|tập\ trung|hoàn\ thành)\s[^.;:]{0,30}
        (?:các|một\ số|những|\d+)\s+(?:nhóm\s+)?(?:nhiệm\ vụ|nội\ dung|công\ việc|giải\ pháp)
        [^.;:]{0,60}:\s*\Z
      | \scó\s(?:các\s)?(?:nhiệm\ vụ|trách\ nhiệm)
        (?:\s(?:sau|như\ sau|sau\ đây|cụ\ thể))?\s*:\s*\Z
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
_ONLY_PART: Final = pattern(r"\.\s+trong đó\b[^.;]{0,100}:\s*\Z")
"""How a sentence ends whose action the points below it only specify in part."""

_FULL_STOP: Final = pattern(r"\.\s+(?=[^\W\d_])")

_CONTENTS: Final = pattern(
    r"(?<!\w)(?:với|gồm|về|theo)\s(?:các|những|một số)\s(?:nội dung|chủ đề|chuyên đề|thể loại"
    r"|tiêu chí|hạng mục|thành phần)(?:\s(?!thực hiện|nhiệm vụ|công việc)[^\W\d_]+){0,4}\s?:\s*\Z"
)
"""How a paragraph ends that lists what it is about (`… với các nội dung sau:`)."""

_OF: Final = " của "
"""What follows a verb that is used as a noun (`Quy định của pháp luật`)."""

_MANY: Final = pattern(r"(?:các|những|mọi|mỗi)\s")
"""How a list of things begins, no action."""

_THINGS: Final = pattern(
    r"(?:các|những|một số|mọi)\s+(?:nhóm\s+)?(?:hành vi|vi phạm|đối tượng|trường hợp|lỗi|điều kiện"
    r"|tiêu chí|tiêu chuẩn|chỉ tiêu|tài liệu|hồ sơ|thành phần|loại|quy định|sản phẩm|địa điểm"
    r"|khu vực|lĩnh vực|chủ đề|thông tin|yếu tố|nguyên nhân|dấu hiệu|hạng mục)\b"
)
"""How a lead-in begins that lists what something is about: no actions, though verbs name them."""

_INSPECTED: Final = pattern(
    r"(?:các )?nội dung (?:(?:tự )?(?:kiểm tra|thanh tra|giám sát|khảo sát)(?:, | và )?)+[\s:.]*"
)
"""A heading above what is looked into: there words that are no known verbs name things."""

_CHANNEL: Final = pattern(
    r"(?:trên|qua|thông qua|bằng)\s(?:(?:các|những|mọi|một số)\s)?(?:hệ thống|phương tiện|trang"
    r"|cổng|mạng|nhóm|đài|báo|loa|bảng|băng|pa ?nô|tờ rơi|áp phích|bản tin|kênh|chuyên mục)\b"
)
_MEDIA: Final = ("thông tin", "truyền", "hình thành phố", "phát thanh", "thông báo", "báo",
                 "quảng cáo", "tổ chức")  # fmt: skip
"""Verbs that are parts of the names of channels (`phương tiện thông tin đại chúng`)."""

ORDERS_BELOW: Final = pattern(
    r"(?<!\w)(?:yêu cầu|đề nghị|chỉ thị|chỉ đạo)(?!\s(?:của|tại|trong|số))"
    r"(?:\s(?:(?!báo cáo|thông báo|kính trình)[^.;:]){0,160})?\s?:\s*\Z"
)
"""How a preamble ends that orders what stands in the points below it."""

_ALSO_ORDERS: Final = ("báo cáo ", "bảo vệ ", "hạn chế ", "cho phép ", "không ", "tạm dừng ")
"""How such points begin too, with words that are nouns elsewhere."""

_LABEL: Final = 24
"""Within how many letters a colon makes a label of a point's first words."""

_SENDS: Final = pattern(
    r"(?:gửi|nộp|báo cáo)\s[^.;:]{3,160}?\s(?:trước|chậm nhất)\s[^.;:]{0,24}?\d"
)
"""What is to be sent by when, in a paragraph of its own at the end."""

_OPENS: Final = pattern(r"(?:giao|yêu cầu|đề nghị|phân công)\s")
LONGEST_HEADING: Final = 20
"""From how many blanks on a point is a sentence, no heading."""

_SENTENCE_ENDS: Final = ".;:/"
_ENTRY_INTO_FORCE: Final = " này có hiệu lực"
"""The formula by which an act enters into force; it directs nothing."""

_CARRIES_OUT: Final = pattern(
    r"(?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)"
    r"|căn cứ quyết định (?:này )?(?:để )?(?:thi hành|thực hiện)"
)
"""By what an act says who carries it out."""


def directs(reading: Reading, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph directs an action, by its section's kind."""
    low = reading.copy.low
    if is_no_sentence(reading.copy, item) or tells(reading.copy, item):
        return False
    if low.find(_ENTRY_INTO_FORCE, item.start, item.end) >= 0:
        carried = bool(roles.lead) and _CARRIES_OUT.search(low, item.start, item.end) is not None
        return carried or roles.told
    if is_formula(low, item):
        return _DIRECTS_END.search(low, item.start, item.end) is not None
    if item.section < 0:
        return _outside_sections(reading, item, roles, above)
    if reading.ordered and _is_order(reading, item):
        return True
    return _of_kind(reading, item, roles, above, _kind_for(reading, item))


def _of_kind(reading: Reading, item: Item, roles: Roles, above: Context, kind: SectionKind) -> bool:
    """Return whether a paragraph of a section of some kind directs an action."""
    if kind in TASK_KINDS or item.closing:
        led = bool(roles.lead or roles.persons or (above.forced and item.head))
        in_tasks = kind in TASK_KINDS
        return led or (_acts(reading, item) if in_tasks else _acts_at_end(reading.copy, item))
    named = _named_elsewhere(reading.copy, item, roles, above, kind)
    return named or _unnamed(reading, item, kind)


def _acts_at_end(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph behind the last section directs, though it names nobody."""
    return verb_after_clause(copy, item) or bool(_SENDS.match(copy.low, item.start, item.end))


def _is_order(reading: Reading, item: Item) -> bool:
    """Return whether a point at the top says what to do, in words that may look like a heading."""
    copy = reading.copy
    if not item.head or reading.outline.parents[item.section] >= 0 or tells_state(copy, item):
        return False
    if _has_label(copy, item):
        return False
    return verb_first(copy, item.start) or copy.low.startswith(_ALSO_ORDERS, item.start)


def _has_label(copy: Copy, item: Item) -> bool:
    """Return whether a point begins with a few words and a colon (`Gửi về: Sở A`)."""
    return copy.text.find(": ", item.start, min(item.end, item.start + _LABEL)) >= 0


def _unnamed(reading: Reading, item: Item, kind: SectionKind) -> bool:
    """Return whether a paragraph that names nobody directs an action outside of task sections."""
    copy = reading.copy
    if item.head and item.section in reading.occasions:
        return True
    if kind is SectionKind.OTHER and reading.ordered and _has_label(copy, item):
        return False
    if kind is SectionKind.OTHER and (reading.unnamed or reading.ordered):
        return not tells_state(copy, item) and verb_first(copy, item.start)
    return kind not in _FORMS and _told_below(reading, item)


def _told_below(reading: Reading, item: Item) -> bool:
    """Return whether a line below an action says who does it (`- Đơn vị thực hiện: Phòng A`)."""
    copy = reading.copy
    lines = (one for one in map(reading.items.__getitem__, item.below) if one.attribute)
    led = any(
        attribute.role == "lead"
        for line in lines
        for attribute in attributes_in(copy, line.start, line.end)
    )
    return led and opens_action(copy, item)


def _outside_sections(reading: Reading, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph outside of sections says who is to act.

    A document without any (a letter, a telegram) enacts and tells too: only a subject counts there.
    """
    if reading.outline.sections:
        return bool(roles.lead)
    if enacts(reading.copy, item):
        return False
    handed = bool(item.marker) and _handed(reading.copy, item, roles, above)
    return roles.at_start or roles.told or handed


def _kind_for(reading: Reading, item: Item) -> SectionKind:
    """Return the kind that a paragraph stands under; a sentence has its parent's, no own one."""
    parent = reading.outline.parents[item.section]
    sentence = item.head and reading.copy.text[item.start : item.end].rstrip().endswith((".", ";"))
    return reading.outline.sections[parent if sentence and parent >= 0 else item.section].kind


def _named_elsewhere(
    copy: Copy, item: Item, roles: Roles, above: Context, kind: SectionKind
) -> bool:
    """Return whether a paragraph outside of task sections says who is to act."""
    if enacts(copy, item):
        return False
    if kind in _AIMS:
        return bool(roles.lead) and _OPENS.match(copy.low, item.start) is not None
    if kind is SectionKind.APPENDIX:
        return roles.at_start
    if kind is SectionKind.BUDGET and roles.lead:
        return True
    held = bool(above.lead) and any(person.post for person in roles.persons)
    return roles.at_start or roles.told or held or _handed(copy, item, roles, above)


def _handed(copy: Copy, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether an action falls to those above it, or to a person by name."""
    by_name = (is_person(copy, one.start, one.end) for one in roles.persons)
    return bool(above.lead or above.persons or any(by_name)) and opens_action(copy, item)


def _acts(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph without a subject begins with an action.

    Unknown first words count as an action, but not below a point that directs one itself: there
    they list its objects.
    """
    copy = reading.copy
    if copy.text[item.start].isdigit():
        return when_and_verb(copy, item) or bool(named_inside(copy, item.start, item.end).lead)
    if states(copy, item) or _only_names(reading, item):
        return False
    found = unit_words().duties.at(copy.low, item.start)
    if found is None:
        many = _MANY.match(copy.low, item.start) is not None
        return _many_act(copy, item) if many else not _lists_objects(reading, item)
    if copy.low.startswith(_OF, found.end):
        return False
    led = found.value != "noun" or bool(named_inside(copy, item.start, item.end).lead)
    timed = when_and_verb(copy, item) or verb_after_clause(copy, item)
    return led or timed or topic_and_verb(copy, item)


def _many_act(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph that begins with `các` or `mỗi` and a noun directs an action."""
    if each_acts(copy, item) or topic_and_verb(copy, item):
        return True
    return bool(named_inside(copy, item.start, item.end).lead)


def _only_names(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph names a document, a channel or a thing, and no action."""
    copy = reading.copy
    named = names_document(copy, item) or _names_channel(copy, item)
    return named or _is_one_of_things(reading, item)


def _names_channel(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph only names where something is made known, and has no verb."""
    if not _CHANNEL.match(copy.low, item.start):
        return False
    return not any(
        sort_at(copy.low, place.start()) == "verb"
        and not copy.low.startswith(_MEDIA, place.start())
        for place in words_of(copy, item)
    )


def _lead_in(reading: Reading, item: Item) -> Item | None:
    """Return the paragraph above that ends in a colon, null for none."""
    parent = item.parent
    if item.head:
        parent = reading.leading.get(reading.outline.parents[item.section], -1)
    above = reading.items[parent] if parent >= 0 else None
    return above if above and ends_in_colon(reading.copy, above) else None


def _lists_objects(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph stands below an action that has its objects there."""
    above, copy = _lead_in(reading, item), reading.copy
    if above and _CONTENTS.search(copy.low, above.start, above.end):
        return True
    if above is None or not verb_first(copy, above.start):
        return False
    verb = unit_words().duties.at(copy.low, above.start)
    if verb is None or copy.low[above.start : verb.end] not in GENERIC:
        return True
    partners = coordinating_in(copy, above.start, above.end)
    return says_more(copy, partners[-1].end if partners else verb.end, _reach(copy, above))


def _is_one_of_things(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph stands below `Các hành vi bị cấm:`, `Nội dung kiểm tra`."""
    above = _lead_in(reading, item)
    if above is not None and _THINGS.match(reading.copy.low, above.start) is not None:
        return True
    if verb_first(reading.copy, item.start):
        return False
    outline = reading.outline
    section = outline.parents[item.section] if item.head else item.section
    heading = outline.sections[section].heading.lower() if section >= 0 else ""
    return "nội dung " in heading and _INSPECTED.fullmatch(heading) is not None


def is_label(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is only the name of what stands below it (`Nội dung:`)."""
    if item.end - item.start > LABEL_REACH or copy.text[item.end - 1] != ":":
        return False
    return sort_at(copy.low, item.start) == "noun"


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
    if _NAMES_DUTIES.search(low) and (";" not in low or low.startswith("để ")):
        return False
    place = max(name.end for name in (*roles.lead, *roles.coordinating))
    directed = _DIRECTED.match(copy.low, place, item.end)
    if directed:
        place = read_names(copy, directed.end(), item.end).end
    return says_more(copy, place, _reach(copy, item))


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
    return verb is not None and says_more(copy, verb.end, _reach(copy, item))


def _reach(copy: Copy, item: Item) -> int:
    """Return where a lead-in begins to announce what follows it."""
    tail = _LEAD_IN_END.search(copy.low, item.start, item.end)
    return tail.start() if tail else item.end


def _is_heading(copy: Copy, item: Item) -> bool:
    """Return whether a point is short and unpunctuated, as headings are."""
    text = copy.text[item.start : item.end].rstrip()
    longest = 2 * LONGEST_HEADING if item.below or item.sections else LONGEST_HEADING
    return item.head and text[-1:] not in _SENTENCE_ENDS and text.count(" ") < longest
