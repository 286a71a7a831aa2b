"""Whether a paragraph directs an action (GOLD.md): by its section's kind and its first words."""

import re
from collections.abc import Iterator
from typing import Final

from kehoach_parser.extract.assignment import Roles, named_inside
from kehoach_parser.extract.attributes import attributes_in
from kehoach_parser.extract.contexts import Context, Reading, ends_in_colon, parent_of
from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.helping import coordinating_in
from kehoach_parser.extract.name_heads import is_person, person_end
from kehoach_parser.extract.paragraphs import Item
from kehoach_parser.extract.units import read_names
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

_CLOSING: Final = pattern(r"trên đây là|trân trọng|nay thông báo")
_RECEIVED: Final = pattern(
    r"[^.;:]{2,120}?\bnhận được\s[^.;]{2,400}?\bcó ý kiến(?: chỉ đạo)?(?: như)?(?: sau)?\s?:\s*\Z"
)
"""How a letter opens that says what has come in; who is to act stands below it."""

_TEAM: Final = pattern(r"(?:đội|nhóm|tổ|bảng|cụm|khối)\s(?:số\s)?(?:\d{1,2}|[a-e])\s?:\s+")
"""How a line begins that may say who makes up a team."""

_ENACTS: Final = pattern(
    r"(?:ban hành|xây dựng)\s[^.;\n]{0,240}(?:như sau|sau đây|sau)\s?[:;.]?\s*\Z"
)
"""How the preamble ends that enacts the plan itself."""
_MAKES_KNOWN: Final = pattern(
    r"(?:xin|trân trọng) thông báo\b|thông báo (?:cho|đến|tới|để)\s[^.;:]{0,120}?\bbiết\b"
)
_MAKES_KNOWN_REACH: Final = 80
_EXPLAINS: Final = "trong đó:"
_DONE: Final = pattern(r"(?:đã|đang|vừa|chưa|không bị)\s")
"""How a state begins, no action."""

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
        [^.;:]{0,60}:\s*\Z""",
    re.VERBOSE,
)
"""How a lead-in ends that only says that the duties below it are to be done."""

_DIRECTED: Final = pattern(
    r"[\s,]+(?:(?:quyết liệt|tập trung|trực tiếp|tiếp tục)\s+)?(?:chỉ đạo|hướng dẫn|yêu cầu)\s+"
)
_ONLY_PART: Final = pattern(r"\.\s+trong đó\b[^.;]{0,100}:\s*\Z")
"""How a sentence ends whose action the points below it only specify in part."""

_CONTENTS: Final = pattern(
    r"(?<!\w)(?:với|gồm|về|theo)\s(?:các|những|một số)\s(?:nội dung|chủ đề|chuyên đề|thể loại"
    r"|tiêu chí|hạng mục|thành phần)(?:\s(?!thực hiện|nhiệm vụ|công việc)[^\W\d_]+){0,4}\s?:\s*\Z"
)
"""How a paragraph ends that lists what it is about (`… với các nội dung sau:`)."""

_GENERIC: Final = frozenset(
    {"thực hiện", "triển khai", "tổ chức", "tập trung", "xác định", "chủ trì", "phối hợp"}
    | {"phân công", "giao", "tham gia", "chịu trách nhiệm", "hỗ trợ", "quan tâm", "chú trọng"}
    | {"tăng cường", "quy định", "làm đầu mối", "giúp", "tiến hành", "quán triệt"}
)
"""Verbs that a lead-in may have without directing an action of its own."""

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

_TARGET: Final = pattern(
    r"(?:(?:hằng|hàng) năm,?\s+)?(?:phấn đấu\s+)?(?:giảm|kéo giảm|tăng|đạt)\b"
    r"[^.;:]{0,40}?\d[\d,.]*\s*[%–-]"
)
"""How a target begins, no action."""

_DOCUMENT: Final = pattern(
    r"(?:nghị quyết|chỉ thị|quyết định|nghị định|kế hoạch|công văn|công điện|thông tư|thông báo"
    r"|kết luận|hướng dẫn|chương trình|đề án|văn bản|luật)\s(?:số\s\d|\d+[/\-]\w)"
)
_REFERS: Final = ("theo ", "như ", "tại ", "ở ")
_CLAUSE: Final = pattern(
    r"(?:đối với|(?:trong )?quá trình|khi|trước|sau|để|nhằm|căn cứ|trên cơ sở|định kỳ)\s"
)
_COMMA: Final = pattern(r",\s+(?=[^\W\d_])")
_WORD: Final = pattern(r"[^\W\d_]+")
_OPENS: Final = pattern(r"(?:giao|yêu cầu|đề nghị|phân công)\s")
_SHORTEST: Final = 3
_WORDS_OF_AN_OBJECT: Final = 4
_LABEL_REACH: Final = 60
LONGEST_HEADING: Final = 20
"""From how many blanks on a point is a sentence, no heading."""

_TIME: Final = pattern(
    r"(?:ngày|tháng|quý|tuần|sáng|chiều|tối|từ|trước|đến|năm|đợt|giai đoạn|học kỳ|\d)(?!\w)"
)
"""How a topic begins that says when something is to be done (`Ngày 20/11: Tổ chức …`)."""

_FIRST_OF_SEVERAL: Final = pattern(r": \(1\) ")
_SENTENCE_ENDS: Final = ".;:/"
_ENTRY_INTO_FORCE: Final = " này có hiệu lực"
"""The formula by which an act enters into force; it directs nothing."""


_CARRIES_OUT: Final = pattern(
    r"(?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)"
    r"|căn cứ quyết định (?:này )?(?:để )?(?:thi hành|thực hiện)"
)
"""By what an act says who carries it out."""

_DEFINES: Final = pattern(
    r"[^.;:()]{3,160}\((?:sau đây|dưới đây|gọi|viết)[^()]{4,80}\)"
    r"\s(?:là|gồm|bao gồm|được hiểu là)\s"
)
"""How a definition begins, which directs nothing (`Đơn vị B (sau đây gọi là Đơn vị) là …`)."""


def directs(reading: Reading, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph directs an action, by its section's kind."""
    low = reading.copy.low
    if _is_no_sentence(reading.copy, item) or _tells(reading.copy, item):
        return False
    if low.find(_ENTRY_INTO_FORCE, item.start, item.end) >= 0:
        return bool(roles.lead) and _CARRIES_OUT.search(low, item.start, item.end) is not None
    if _is_formula(low, item):
        return _DIRECTS_END.search(low, item.start, item.end) is not None
    if item.section < 0:
        return reading.official and _outside_sections(reading, item, roles, above)
    kind = _kind_for(reading, item)
    if kind in TASK_KINDS or item.closing:
        led = roles.lead or roles.persons or (above.forced and item.head)
        acts = _acts if kind in TASK_KINDS else _acts_after_clause
        return bool(led) or acts(reading, item)
    named = _named_elsewhere(reading.copy, item, roles, above, kind)
    return named or _unnamed(reading, item, kind)


def _unnamed(reading: Reading, item: Item, kind: SectionKind) -> bool:
    """Return whether a paragraph that names nobody directs an action outside of task sections."""
    copy = reading.copy
    if kind is SectionKind.OTHER and reading.unnamed:
        done = _DONE.match(copy.low, item.start, item.end)
        return done is None and verb_first(copy, item.start)
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
    return led and _opens_action(copy, item)


def _outside_sections(reading: Reading, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph outside of sections says who is to act.

    A document without any (a letter, a telegram) enacts and tells too: only a subject counts there.
    """
    if reading.outline.sections:
        return bool(roles.lead)
    if enacts(reading.copy, item):
        return False
    handed = bool(above.lead) and bool(item.marker) and _opens_action(reading.copy, item)
    return roles.at_start or roles.told or handed


def _is_no_sentence(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is a remark, a few words, a person's name or a heading."""
    short = copy.low.count(" ", item.start, item.end) < _SHORTEST - 1
    if short or copy.text.startswith("(", item.start):
        return True
    if is_person(copy, item.start, item.end) and person_end(copy, item.start, item.end) == item.end:
        return True
    return item.head and copy.text[item.start : item.end].isupper()


def _tells(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph defines, says what came in, or who makes up a team."""
    told = any(form.match(copy.low, item.start, item.end) for form in (_DEFINES, _RECEIVED))
    return told or _makes_up_team(copy, item)


def _makes_up_team(copy: Copy, item: Item) -> bool:
    """Return whether a line only says who is in a numbered team (`Đội 1: Tổ Toán, tổ Tin`)."""
    team = _TEAM.match(copy.low, item.start, item.end)
    if team is None:
        return False
    members = read_names(copy, team.end(), item.end)
    listed = members.units or is_person(copy, team.end(), item.end)
    return bool(listed) and not _says_more(copy, team.end(), item.end, objects=False)


def _is_formula(low: str, item: Item) -> bool:
    """Return whether a paragraph closes the document or only makes something known."""
    if _CLOSING.match(low, item.start, item.end):
        return True
    tells = low.find("thông báo", item.start, min(item.end, item.start + _MAKES_KNOWN_REACH))
    if tells < 0 or low.find(". ", item.start, tells) >= 0:
        return False
    return _MAKES_KNOWN.search(low, max(tells - 12, item.start), item.end) is not None


def _kind_for(reading: Reading, item: Item) -> SectionKind:
    """Return the kind that a paragraph stands under; a sentence has its parent's, no own one."""
    parent = parent_of(reading.outline, item.section)
    sentence = item.head and reading.copy.text[item.start : item.end].rstrip().endswith((".", ";"))
    return reading.outline.sections[parent if sentence and parent >= 0 else item.section].kind


def enacts(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is the formula that enacts the plan (`ban hành Kế hoạch …:`)."""
    enacted = _ENACTS.search(copy.low, item.start, item.end)
    return enacted is not None and copy.low.find("kế hoạch", enacted.start(), item.end) >= 0


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
    return roles.at_start or roles.told or (bool(above.lead) and _opens_action(copy, item))


def _opens_action(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins with a verb, or with a topic, a colon and a verb."""
    if _DONE.match(copy.low, item.start, item.end):
        return False
    first = verb_first(copy, item.start) or _topic_and_verb(copy, item)
    return first or _verb_after_clause(copy, item)


def _verb_after_clause(copy: Copy, item: Item) -> bool:
    """Return whether a verb follows an opening clause (`Đối với hộ nghèo, lập hồ sơ …`)."""
    if not _CLAUSE.match(copy.low, item.start):
        return False
    stop = copy.text.find(". ", item.start, item.end)
    commas = _COMMA.finditer(copy.text, item.start, item.end if stop < 0 else stop)
    return any(verb_first(copy, comma.end()) for comma in commas)


def _acts_after_clause(reading: Reading, item: Item) -> bool:
    return _verb_after_clause(reading.copy, item)


def _topic_and_verb(copy: Copy, item: Item) -> bool:
    colon = copy.text.find(": ", item.start, min(item.end, item.start + _LABEL_REACH))
    numbered = any(char.isdigit() for char in copy.text[item.start : colon])
    numbered = numbered and not _TIME.match(copy.low, item.start)
    if colon < 0 or numbered:
        return False
    first = _FIRST_OF_SEVERAL.match(copy.text, colon)
    return verb_first(copy, first.end() if first else colon + 2)


def verb_first(copy: Copy, place: int) -> bool:
    """Return whether a verb or its adverb stands at a place."""
    found = unit_words().duties.at(copy.low, place)
    return found is not None and found.value in ("verb", "adverb", "opening")


def _acts(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph without a subject begins with an action.

    Unknown first words count as an action, but not below a point that directs one itself: there
    they list its objects.
    """
    copy = reading.copy
    if copy.text[item.start].isdigit():
        return bool(named_inside(copy, item.start, item.end).lead)
    if _states(copy, item) or names_document(copy, item) or _is_one_of_things(reading, item):
        return False
    found = unit_words().duties.at(copy.low, item.start)
    if found is None and not _MANY.match(copy.low, item.start):
        return not _lists_objects(reading, item)
    if found and (copy.low.startswith(_OF, found.end) or _only_refers(copy, item)):
        return False
    if (found and found.value != "noun") or named_inside(copy, item.start, item.end).lead:
        return True
    return _topic_and_verb(copy, item)


def _only_refers(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph refers to something without a verb (`Theo kế hoạch của tổ`)."""
    if not copy.low.startswith(_REFERS, item.start) or "," in copy.text[item.start : item.end]:
        return False
    duties = unit_words().duties
    words = (duties.at(copy.low, word.start()) for word in _words_of(copy, item))
    return not any(word and word.value == "verb" for word in words)


def _words_of(copy: Copy, item: Item) -> Iterator[re.Match[str]]:
    return _WORD.finditer(copy.low, item.start, item.end)


def names_document(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins with a document by number, which is no action."""
    return _DOCUMENT.match(copy.low, item.start, item.end) is not None


def _states(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins as an explanation or a target does."""
    explains = copy.low.startswith(_EXPLAINS, item.start)
    return explains or _TARGET.match(copy.low, item.start, item.end) is not None


def _lead_in(reading: Reading, item: Item) -> Item | None:
    """Return the paragraph above that ends in a colon, null for none."""
    parent = item.parent
    if item.head:
        parent = reading.leading.get(parent_of(reading.outline, item.section), -1)
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
    if verb is None or copy.low[above.start : verb.end] not in _GENERIC:
        return True
    partners = coordinating_in(copy, above.start, above.end)
    return _says_more(copy, partners[-1].end if partners else verb.end, _reach(copy, above))


def _is_one_of_things(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph stands below `Các hành vi bị cấm:` or the like."""
    above = _lead_in(reading, item)
    return above is not None and _THINGS.match(reading.copy.low, above.start) is not None


def is_label(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is only the name of what stands below it (`Nội dung:`)."""
    if item.end - item.start > _LABEL_REACH or copy.text[item.end - 1] != ":":
        return False
    found = unit_words().duties.at(copy.low, item.start)
    return found is not None and found.value == "noun"


def own_action(copy: Copy, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph with others below it directs an action that is its own."""
    if not (roles.lead or above.lead) or _is_heading(copy, item):
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
    return _says_more(copy, place, _reach(copy, item))


def _reach(copy: Copy, item: Item) -> int:
    """Return where a lead-in begins to announce what follows it."""
    tail = _LEAD_IN_END.search(copy.low, item.start, item.end)
    return tail.start() if tail else item.end


def _is_heading(copy: Copy, item: Item) -> bool:
    """Return whether a point is short and unpunctuated, as headings are."""
    text = copy.text[item.start : item.end].rstrip()
    longest = 2 * LONGEST_HEADING if item.below or item.sections else LONGEST_HEADING
    return item.head and text[-1:] not in _SENTENCE_ENDS and text.count(" ") < longest


def _says_more(copy: Copy, place: int, end: int, *, objects: bool = True) -> bool:
    """Return whether a stretch has a verb of its own, or an object for a general verb."""
    duties = unit_words().duties
    unknown = 0
    while (word := _WORD.search(copy.low, place, end)) is not None:
        found = duties.at(copy.low, word.start())
        if found and found.value == "verb" and copy.low[word.start() : found.end] not in _GENERIC:
            return True
        unknown += found is None
        place = found.end if found else word.end()
    return objects and unknown >= _WORDS_OF_AN_OBJECT
