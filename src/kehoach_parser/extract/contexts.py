"""What a paragraph inherits: the units that headings and lead-ins above it name."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kehoach_parser.extract.assignment import Roles
from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.paragraphs import Item
from kehoach_parser.extract.units import read_names
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.structure import Outline
from kehoach_parser.text.patterns import pattern

_HEADING_PREFIX: Final = pattern(
    r"""(?:(?:chức\ năng,?\ )?(?:trách\ nhiệm|nhiệm\ vụ|phân\ công\ nhiệm\ vụ|công\ việc)
            (?:(?:,|\ và)\ quyền\ hạn)?\s+(?:của|đối\ với|cho)\s+
        |(?:nhiệm\ vụ|trách\ nhiệm)\s+(?=các\s)|đối\ với\s+|về\ phía\s+|giao\s+(?:cho\s+)?
        |đề\ nghị\s+|yêu\ cầu\s+|phân\ công\s+(?:cho\s+)?|kiến\ nghị\s+(?:với|đối\ với)?\s*)""",
    re.VERBOSE,
)
_HEADING_END: Final = pattern(r"\s*(?:\([^()]*\))?\s*[:.;/\-]*\s*(?:\([^()]*\))?\s*\Z")
_ENACTS: Final = ("quyết định", "quyết nghị", "quyết định:", "quyết nghị:")
"""How the line ends with which a body enacts: it heads the act, not a unit's duties."""

_TEMPLATE: Final = pattern(
    r"(?:mẫu|đề cương|biểu|danh sách|phiếu|báo cáo|bảng|danh mục)\b"
    r"|.{0,40}\b(?:đề cương báo cáo|mẫu báo cáo|biểu mẫu)\b"
)


class Context(NamedTuple):
    """The units that stand above a paragraph."""

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    forced: bool = False


@dataclass(slots=True)
class Reading:
    """The paragraphs with what was read of them: `roles` and `drafts` by the number of the item.

    `contexts` are what sections hand down by their heading, `given` by a lead-in among their
    paragraphs, `asked` those whom the preamble asks to act. `leading` holds for each section its
    last paragraph that ends in a colon. `templates` are the sections of empty forms; `official`
    is false for no document of an administration.
    """

    copy: Copy
    outline: Outline
    items: list[Item]
    official: bool
    contexts: dict[int, Context] = field(default_factory=dict[int, Context])
    given: dict[int, Context] = field(default_factory=dict[int, Context])
    roles: dict[int, Roles] = field(default_factory=dict[int, Roles])
    drafts: dict[int, Draft] = field(default_factory=dict[int, Draft])
    templates: set[int] = field(default_factory=set[int])
    asked: list[UnitName] = field(default_factory=list[UnitName])
    leading: dict[int, int] = field(default_factory=dict[int, int])


def parent_of(outline: Outline, section: int) -> int:
    """Return the index of the section above, -1 for none."""
    wanted = outline.sections[section].parent
    return int(wanted[1:]) - 1 if wanted else -1


def top_of(outline: Outline, section: int) -> int:
    """Return the index of the top section over a section."""
    while section >= 0 and (parent := parent_of(outline, section)) >= 0:
        section = parent
    return section


def heading_units(copy: Copy, item: Item) -> Context | None:
    """Return the units that a heading names, null where it is no heading of units."""
    if copy.low.endswith(_ENACTS, item.start, item.end):
        return None
    prefix = _HEADING_PREFIX.match(copy.low, item.start, item.end)
    names = read_names(copy, prefix.end() if prefix else item.start, item.end)
    if not names.units:
        return None
    if _HEADING_END.match(copy.text, names.end, item.end):
        return Context(names.units)
    return None


def is_template(reading: Reading, item: Item, parent: int) -> bool:
    """Return whether an appendix is an empty form or the outline of a report."""
    section = reading.outline.sections[item.section]
    if section.kind is not SectionKind.APPENDIX or parent >= 0:
        return False
    return _TEMPLATE.match(reading.copy.low, item.start, item.end) is not None


def context_of(reading: Reading, item: Item) -> Context:
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
