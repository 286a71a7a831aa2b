"""Whether a paragraph directs an action: by its section's kind and its first words."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.persons import is_person
from kehoach_parser.extract.prose.contexts import Reading, is_sentence
from kehoach_parser.extract.prose.formulas import enacts, is_formula, is_no_sentence, states, tells
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.things import is_counted_above, lists_objects, names_thing
from kehoach_parser.extract.prose.verbs import (
    each_acts,
    opens_action,
    tells_state,
    topic_and_verb,
    verb_after_clause,
    verb_first,
    when_and_verb,
)
from kehoach_parser.extract.roles.assignment import Roles
from kehoach_parser.extract.roles.attributes import attributes_in
from kehoach_parser.extract.roles.headings import Context
from kehoach_parser.extract.roles.inside import named_inside
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.text.literals import holds_any
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

_DIRECTS_END: Final = pattern(
    r"(?<!\w)(?:(?<!kính )đề nghị|đề nghị(?![^.;]*\sxem xét\b)|yêu cầu|vướng mắc|khó khăn)\b"
)
"""What a formula at the end has that asks for something (`Nếu có vướng mắc, đề nghị …`).

A body that begs a higher one to look at its plan (`kính đề nghị … xem xét`) assigns nothing.
"""

_OF: Final = " của "
"""What follows a verb that is used as a noun (`Quy định của pháp luật`)."""

_IS: Final = "là "
"""How what a body is to be begins (`Là đầu mối của …`)."""

_MANY: Final = pattern(r"(?:các|những|mọi|mỗi)\s")
"""How a list of things begins, no action."""

_ALSO_ORDERS: Final = ("báo cáo ", "bảo vệ ", "hạn chế ", "cho phép ", "không ", "tạm dừng ")
"""How points begin too that a preamble orders, with words that are nouns elsewhere."""

_OPENS: Final = pattern(r"(?:giao|yêu cầu|đề nghị|phân công)\s")
"""How a paragraph begins that directs even among purposes and aims."""

_LIMITS: Final = (" trước ngày ", " chậm nhất ", " vào ngày ")
"""What of who acts makes a task even among where and when."""

_ENTRY_INTO_FORCE: Final = " này có hiệu lực"
"""The formula by which an act enters into force; it directs nothing."""

_SINCE: Final = pattern(r"(?:kể từ|tính từ|sau) (?:ngày|khi)(?: \w+){1,5}\Z")
"""Before it: a term that counts from that day (`30 ngày kể từ ngày Chỉ thị này có hiệu lực`)."""

_CARRIES_OUT: Final = pattern(
    r"(?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)"
    r"|căn cứ quyết định (?:này )?(?:để )?(?:thi hành|thực hiện)"
)
"""By what an act says who carries it out."""


def directs(reading: Reading, item: Item, roles: Roles, above: Context) -> bool:
    """Return whether a paragraph directs an action, by its section's kind."""
    low = reading.copy.low
    nothing = is_no_sentence(reading.copy, item) or tells(reading.copy, item)
    if nothing or is_counted_above(reading, item):
        return False
    force = low.find(_ENTRY_INTO_FORCE, item.start, item.end)
    if force >= 0 and _SINCE.search(low, item.start, force) is None:
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
        if roles.lead or roles.persons or (above.forced and item.head):
            return True
        if kind in TASK_KINDS:
            return _acts(reading, item)
        return verb_after_clause(reading.copy, item)  # behind the last section
    named = _named_elsewhere(reading.copy, item, roles, above, kind)
    return named or _unnamed(reading, item, kind)


def _is_order(reading: Reading, item: Item) -> bool:
    """Return whether a point at the top says what to do, in words that may look like a heading."""
    copy = reading.copy
    if not item.head or reading.outline.parents[item.section] >= 0 or tells_state(copy, item):
        return False
    return verb_first(copy, item.start) or copy.low.startswith(_ALSO_ORDERS, item.start)


def _unnamed(reading: Reading, item: Item, kind: SectionKind) -> bool:
    """Return whether a paragraph that names nobody directs an action outside of task sections."""
    copy = reading.copy
    if kind is SectionKind.OTHER and (reading.unnamed or reading.ordered or reading.inside):
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
    What begins inside a part of duties has lost the section.
    """
    if reading.inside and (item.marker or roles.lead):
        return _of_kind(reading, item, roles, above, SectionKind.OTHER)
    if enacts(reading.copy, item):
        return False
    below = bool(item.marker) or (item.parent >= 0 and is_sentence(reading.copy, item))
    handed = below and _handed(reading.copy, item, roles, above)
    return roles.at_start or roles.told or handed


def _kind_for(reading: Reading, item: Item) -> SectionKind:
    """Return the kind that a paragraph stands under; a sentence has its parent's, no own one."""
    parent = reading.outline.parents[item.section]
    sentence = item.head and is_sentence(reading.copy, item)
    return reading.outline.sections[parent if sentence and parent >= 0 else item.section].kind


def _named_elsewhere(
    copy: Copy, item: Item, roles: Roles, above: Context, kind: SectionKind
) -> bool:
    """Return whether a paragraph outside of task sections says who is to act."""
    if enacts(copy, item):
        return False
    if kind in _AIMS:
        limited = kind is SectionKind.SCOPE and roles.at_start
        limited = limited and holds_any(copy.low, _LIMITS, item.start, item.end)
        return limited or (bool(roles.lead) and _OPENS.match(copy.low, item.start) is not None)
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

    Unknown first words count as one, but not below a point that directs: they list its objects.
    """
    copy = reading.copy
    if copy.text[item.start].isdigit():
        return when_and_verb(copy, item) or bool(named_inside(copy, item.start, item.end).lead)
    if states(copy, item) or names_thing(reading, item):
        return False
    found = unit_words().duties.at(copy.low, item.start)
    if found is None:
        if _MANY.match(copy.low, item.start):
            return _many_act(copy, item)
        return topic_and_verb(copy, item) or not lists_objects(reading, item)
    if copy.low.startswith(_OF, found.end) and not copy.low.startswith(_IS, item.start):
        return False
    led = found.value != "noun" or bool(named_inside(copy, item.start, item.end).lead)
    timed = when_and_verb(copy, item) or verb_after_clause(copy, item)
    return led or timed or topic_and_verb(copy, item)


def _many_act(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph that begins with `các` or `mỗi` and a noun directs an action."""
    if each_acts(copy, item) or topic_and_verb(copy, item):
        return True
    return bool(named_inside(copy, item.start, item.end).lead)
