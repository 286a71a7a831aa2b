"""Which paragraphs are tasks, and from where they inherit their units.

A leaf that directs an action in a section of kind tasks, schedule, organization or reporting is a
task; elsewhere only where it says who is to act (OUTPUT.md, Task; GOLD.md). A heading that names
units gives them to what stands below it, a lead-in ending in a colon to its bullets and points.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.extract.assignment import Roles, roles_in
from kehoach_parser.extract.attributes import is_attribute_line
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.paragraphs import Item
from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.units import UnitName, read_names
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.structure import Outline

TASK_KINDS: Final = frozenset(
    {SectionKind.TASKS, SectionKind.SCHEDULE, SectionKind.ORGANIZATION, SectionKind.REPORTING}
)
_AIMS: Final = frozenset(
    {SectionKind.PURPOSE, SectionKind.OBJECTIVES, SectionKind.SITUATION, SectionKind.PRINCIPLES}
)
_HEADING_PREFIX: Final = re.compile(
    r"""(?:(?:trách\ nhiệm|nhiệm\ vụ|phân\ công\ nhiệm\ vụ|công\ việc)\s+(?:của|đối\ với|cho)\s+
        |(?:nhiệm\ vụ|trách\ nhiệm)\s+(?=các\s)|đối\ với\s+|về\ phía\s+|giao\s+(?:cho\s+)?|đề\ nghị\s+|yêu\ cầu\s+
        |phân\ công\s+(?:cho\s+)?|kiến\ nghị\s+(?:với|đối\ với)?\s*)""",
    re.VERBOSE,
)
_HEADING_END: Final = re.compile(r"\s*(?:\([^()]*\))?\s*[:.;/\-]*\s*(?:\([^()]*\))?\s*\Z")
_CLOSING: Final = re.compile(r"trên đây là|trân trọng")
_DIRECTS_END: Final = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|vướng mắc|khó khăn)\b")
_LEAD_IN_END: Final = re.compile(
    r"(?:các|một số|những|\d+)\s+(?:nhiệm vụ|nội dung|công việc|giải pháp|công tác|yêu cầu|hoạt động|việc)"
    r"[^.;:]{0,60}:?\s*\Z|(?:sau|sau đây|như sau|cụ thể)\s*:\s*\Z|:\s*\Z"
)
_GENERIC: Final = frozenset(
    {"thực hiện", "triển khai", "tổ chức", "tập trung", "xác định", "chủ trì", "phối hợp", "tiếp tục",
     "phân công", "giao", "tham gia", "chịu trách nhiệm", "hỗ trợ", "quan tâm", "chú trọng",
     "tăng cường", "quy định", "làm đầu mối", "giúp", "triển khai thực hiện", "tiến hành"}
)  # fmt: skip
_TEMPLATE: Final = re.compile(
    r"(?:mẫu|đề cương|biểu|danh sách|phiếu|báo cáo|bảng|danh mục)\b|.{0,40}\b(?:đề cương báo cáo|mẫu báo cáo|biểu mẫu)\b"
)
_SHORTEST: Final = 3


@dataclass(slots=True)
class Context:
    """The units that stand above a paragraph."""

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    forced: bool = False


@dataclass(slots=True)
class Reading:
    """The paragraphs with what was read of them: `contexts` by section, `roles` by item."""

    copy: Copy
    outline: Outline
    items: list[Item]
    official: bool
    contexts: dict[int, Context] = field(default_factory=dict)
    given: dict[int, Context] = field(default_factory=dict)
    roles: dict[int, Roles] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    templates: set[int] = field(default_factory=set)


def read_duties(reading: Reading) -> dict[int, Draft]:
    """Return the tasks in prose by the number of their item."""
    for index, item in enumerate(reading.items):
        if item.head:
            _open_section(reading, index, item)
        elif is_attribute_line(reading.copy, item.start, item.end):
            continue
        else:
            _read_paragraph(reading, index, item)
    _unled_heads(reading)
    return reading.drafts


def kind_at(outline: Outline, section: int) -> SectionKind | None:
    """Return the kind of a section, null outside of all."""
    return outline.sections[section].kind if section >= 0 else None


def _open_section(reading: Reading, index: int, item: Item) -> None:
    parent = _parent(reading.outline, item.section)
    above = reading.given.get(parent) or reading.contexts.get(parent, Context())
    if parent in reading.templates or _is_template(reading, item, parent):
        reading.templates.add(item.section)
        return
    names = _heading_units(reading.copy, item)
    leaf = _is_leaf(reading, item)
    if leaf and is_attribute_line(reading.copy, item.start, item.end):
        return
    if names is not None:
        reading.contexts[item.section] = names
        return
    roles = roles_in(reading.copy, item.start, item.end)
    reading.roles[index] = roles
    own = Context(roles.last or roles.lead, roles.coordinating) if roles.lead else above
    reading.contexts[item.section] = Context(own.lead, own.coordinating)
    if (
        leaf
        or (above.forced and not item.sections)
        or (roles.lead and _own_action(reading.copy, item, roles))
    ):
        _decide(reading, index, item, roles, above)
    if leaf and roles.lead and reading.copy.text[item.start : item.end].rstrip().endswith(":"):
        reading.given[parent] = Context(roles.lead, roles.coordinating)


def _is_leaf(reading: Reading, item: Item) -> bool:
    """Return whether nothing but attribute lines and remarks stands below a point."""
    if item.sections or item.tables:
        return False
    below = (reading.items[number] for number in item.below)
    return all(
        reading.copy.text.startswith("(", one.start)
        or is_attribute_line(reading.copy, one.start, one.end)
        for one in below
    )


def _parent(outline: Outline, section: int) -> int:
    wanted = outline.sections[section].parent
    return int(wanted[1:]) - 1 if wanted else -1


def _is_template(reading: Reading, item: Item, parent: int) -> bool:
    """Return whether an appendix is an empty form or the outline of a report."""
    section = reading.outline.sections[item.section]
    if section.kind is not SectionKind.APPENDIX or parent >= 0:
        return False
    return _TEMPLATE.match(reading.copy.low, item.start, item.end) is not None


def _heading_units(copy: Copy, item: Item) -> Context | None:
    """Return the units that a heading names, null where it is no heading of units."""
    prefix = _HEADING_PREFIX.match(copy.low, item.start, item.end)
    names = read_names(copy, prefix.end() if prefix else item.start, item.end)
    if not names.units:
        return None
    if _HEADING_END.match(copy.text, names.end, item.end):
        return Context(names.units)
    return None


def _read_paragraph(reading: Reading, index: int, item: Item) -> None:
    if item.section in reading.templates:
        return
    above = _above(reading, item)
    names = _heading_units(reading.copy, item) if item.below else None
    if names is not None:
        reading.roles[index] = Roles(lead=names.lead, last=names.lead)
        return
    roles = roles_in(reading.copy, item.start, item.end)
    reading.roles[index] = roles
    ends = reading.copy.text[item.start : item.end].rstrip().endswith(":")
    if ends and roles.lead and not item.marker:
        reading.given[item.section] = Context(
            roles.last or roles.lead,
            roles.coordinating,
            forced=bool(_sections_below(reading, item)),
        )
    elif not item.marker and not ends:
        reading.given.pop(item.section, None)
    if (item.below or (ends and _sections_below(reading, item))) and not _own_action(
        reading.copy, item, roles
    ):
        return
    _decide(reading, index, item, roles, above)


def _sections_below(reading: Reading, item: Item) -> bool:
    return item.section >= 0 and bool(reading.outline.children[item.section])


def _above(reading: Reading, item: Item) -> Context:
    """Return the units above a paragraph: of its lead-in, else of its section."""
    number = item.parent
    while number >= 0 and not reading.items[number].head:
        roles = reading.roles.get(number)
        if roles and roles.lead:
            return Context(roles.last or roles.lead, roles.coordinating)
        number = reading.items[number].parent
    if item.marker and item.section in reading.given:
        return reading.given[item.section]
    return reading.contexts.get(item.section, Context())


def _own_action(copy: Copy, item: Item, roles: Roles) -> bool:
    """Return whether a paragraph with others below it directs an action that is its own."""
    if not roles.lead:
        return False
    low = copy.low[item.start : item.end]
    if _sentences_before_lead_in(low):
        return True
    tail = _LEAD_IN_END.search(low)
    reach = item.start + (tail.start() if tail else len(low))
    place = max(name.end for name in roles.lead)
    return any(verb not in _GENERIC for verb in _verbs(copy, place, reach))


def _sentences_before_lead_in(low: str) -> bool:
    return low.rstrip().endswith(":") and ". trong đó" in low


def _verbs(copy: Copy, place: int, end: int) -> list[str]:
    duties = unit_words().duties
    found: list[str] = []
    for word in re.compile(r"[^\W\d_]+").finditer(copy.low, place, end):
        if word.start() < place or copy.text[word.start()].isupper():
            continue
        match = duties.at(copy.low, word.start())
        if match and match.value == "verb":
            found.append(copy.low[word.start() : match.end])
            place = match.end
    return found


def _decide(reading: Reading, index: int, item: Item, roles: Roles, above: Context) -> None:
    """Make a draft of a paragraph that directs an action."""
    if not _directs(reading, item, roles, above):
        return
    section = reading.outline.sections[item.section] if item.section >= 0 else None
    home = _top(reading.outline, item.section) if item.closing else item.section
    path = reading.outline.sections[home].path if home >= 0 else None
    label = section.label if section and item.head else None
    end = item.start + len(reading.copy.text[item.start : item.end].rstrip())
    draft = Draft(item.start, end, label, path, home, item.line)
    draft.led = bool(roles.lead)
    _assign(draft, roles, Context() if item.closing else above)
    begin = roles.lead[0].start if item.closing and roles.lead else item.start
    draft.stretches.append((begin, end))
    reading.drafts[index] = draft


def _assign(draft: Draft, roles: Roles, above: Context) -> None:
    if roles.lead:
        draft.add("lead", roles.lead)
    elif above.lead:
        draft.add("lead", above.lead)
        draft.add_helpers(() if roles.coordinating else above.coordinating)
    else:
        draft.add("lead", roles.weak)
    draft.add("lead", roles.extra)
    draft.add_helpers(roles.coordinating)
    draft.add("approving", roles.approving)
    draft.persons += [name.text for name in roles.persons]


def _top(outline: Outline, section: int) -> int:
    while section >= 0 and (parent := _parent(outline, section)) >= 0:
        section = parent
    return section


def _directs(reading: Reading, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph directs an action, by its section's kind."""
    copy = reading.copy
    low = copy.low[item.start : item.end]
    if low.startswith("(") or len(low.split()) < _SHORTEST:
        return False
    if _CLOSING.match(low):
        return _DIRECTS_END.search(low) is not None
    kind = kind_at(reading.outline, item.section)
    if kind is None:
        return reading.official and bool(roles.lead)
    if kind in TASK_KINDS:
        return bool(roles.lead or (above.forced and item.head)) or _acts(reading, item, roles)
    if kind in _AIMS:
        return bool(roles.lead) and _OPENS.match(low) is not None
    if kind is SectionKind.APPENDIX:
        return roles.at_start
    return roles.at_start or (bool(above.lead) and _verb_first(copy, item.start))


_OPENS: Final = re.compile(r"(?:giao|yêu cầu|đề nghị|phân công)\s")


def _verb_first(copy: Copy, place: int) -> bool:
    found = unit_words().duties.at(copy.low, place)
    return found is not None and found.value in ("verb", "adverb", "opening")


def _acts(reading: Reading, item: Item, roles: Roles) -> bool:
    """Return whether a paragraph without a subject begins with an action.

    Unknown first words count as an action, but not below a point that directs one itself: there
    they list its objects.
    """
    copy = reading.copy
    if copy.text[item.start].isdigit() and not roles.weak:
        return False
    found = unit_words().duties.at(copy.low, item.start)
    if found is None:
        return not _lists_objects(reading, item)
    if found.value != "noun" or roles.weak:
        return True
    colon = copy.text.find(": ", item.start, item.start + 60)
    return 0 <= colon < item.end and _verb_first(copy, colon + 2)


def _lists_objects(reading: Reading, item: Item) -> bool:
    if item.parent < 0:
        return False
    above = reading.items[item.parent]
    text = reading.copy.text[above.start : above.end].rstrip()
    return text.endswith(":") and _verb_first(reading.copy, above.start)


def _unled_heads(reading: Reading) -> None:
    """Make tasks of points whose bullets direct nothing (they list what the point is about)."""
    for index, item in enumerate(reading.items):
        roles = reading.roles.get(index)
        if roles is None or index in reading.drafts or item.sections or not item.below:
            continue
        if any(below in reading.drafts for below in _all_below(reading, index)):
            continue
        text = reading.copy.text[item.start : item.end].rstrip()
        if text.endswith((":", ".", ";")) and _verb_first(reading.copy, item.start):
            _decide(reading, index, item, roles, _over(reading, item))


def _over(reading: Reading, item: Item) -> Context:
    if item.head:
        return reading.contexts.get(_parent(reading.outline, item.section), Context())
    return _above(reading, item)


def _all_below(reading: Reading, index: int) -> list[int]:
    found: list[int] = []
    waiting = list(reading.items[index].below)
    while waiting:
        number = waiting.pop()
        found.append(number)
        waiting += reading.items[number].below
    return found
