"""What a paragraph inherits: the units that headings and lead-ins above it name."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.names.heads import head_at
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.names.persons import past_holder
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.roles.assignment import Roles
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.structure import Outline
from kehoach_parser.text.patterns import pattern

_HEADING_PREFIX: Final = pattern(
    r"""(?:(?:chức\ năng,?\ )?(?:trách\ nhiệm|nhiệm\ vụ|phân\ công\ nhiệm\ vụ|công\ việc)
            (?:(?:,|\ và)\ quyền\ hạn)?\s+(?:của|đối\ với|cho)\s+
        |(?:nhiệm\ vụ|trách\ nhiệm|công\ việc)\ (?:chung|cụ\ thể|riêng)\s*:\s+
        |(?:nhiệm\ vụ|trách\ nhiệm)\s+(?=các\s)|đối\ với\s+|về\ phía\s+|tại\s+|giao\s+(?:cho\s+)?
        |đề\ nghị\s+|yêu\ cầu\s+|phân\ công\s+(?:cho\s+)?|kiến\ nghị\s+(?:với|đối\ với)?\s*)""",
    re.VERBOSE,
)
_REGARDING: Final = "đối với "
_HEADING_END: Final = pattern(r"\s*(?:\([^()]*\)|\[\d+\])?\s*[:.;/\-]*\s*(?:\([^()]*\))?\s*\Z")
_IN_CHARGE: Final = "phụ trách"
_RELATIVE: Final = pattern(
    r"\s+(?:có(?!\s(?:trách nhiệm|nhiệm vụ|\w* ?quyền|chức năng|nghĩa vụ|thể|\w+ án|báo cáo"
    r"|chương trình|quy \w+|kế hoạch|biện pháp|giải pháp|văn bản|ý kiến"
    r"|hình thức|cơ chế|chính sách))|nơi|tại|ở)"
    r"(?P<words>\s[^\W\d_]+(?:,?\s(?!có\s(?:trách nhiệm|nhiệm vụ)\b)[^\W\d_]+){0,9})"
)
"""A clause that says which bodies a heading means (`UBND các xã có đường sắt đi qua`)."""

_ENACTS: Final = ("quyết định", "quyết nghị", "quyết định:", "quyết nghị:")
"""How the line ends with which a body enacts: it heads the act, not a unit's duties."""

_LEADING: Final = "lãnh đạo "
_LEADING_TOO: Final = ("lãnh đạo, chỉ đạo ", "lãnh đạo, hướng dẫn ", "lãnh đạo và chỉ đạo ")
_PARTY: Final = (
    "đảng ", "đảng ủy", "đảng bộ", "cấp ủy", "các cấp ủy", "chi ủy", "chi bộ", "các chi bộ",
    "các đảng ủy", "các đảng bộ", "các tổ chức đảng", "ban thường vụ", "ban chấp hành", "tỉnh ủy",
    "thành ủy", "bí thư",
)  # fmt: skip
"""How the names of Party bodies begin that lead others."""

_WORD: Final = pattern(r"[^\W\d_]+")
_TEMPLATE: Final = pattern(
    r"(?:mẫu|đề cương|biểu|danh sách|phiếu|báo cáo|bảng|danh mục)\b"
    r"|.{0,40}\b(?:đề cương báo cáo|mẫu báo cáo|biểu mẫu)\b"
)


class Context(NamedTuple):
    """The units that stand above a paragraph; `forced` ones act in whatever stands below them."""

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    forced: bool = False


@dataclass(slots=True)
class Reading:
    """The paragraphs of a document, and what was read of them so far.

    Numbers are those of items, and of sections (-1: none).
    """

    copy: Copy
    outline: Outline
    items: list[Item]

    unnamed: bool = False
    """Whether the document is a plan none of whose headings says that duties stand below it."""

    contexts: dict[int, Context] = field(default_factory=dict[int, Context])
    """By section: whom its heading, or the preamble (-1), hands down."""

    given: dict[int, Context] = field(default_factory=dict[int, Context])
    """By section: whom a lead-in among its paragraphs hands down."""

    leading: dict[int, int] = field(default_factory=dict[int, int])
    """By section: its last item that ends in a colon."""

    templates: set[int] = field(default_factory=set[int])
    """The sections of empty forms."""

    occasions: set[int] = field(default_factory=set[int])
    """The sections whose points only say who holds what they name, and when."""

    roles: dict[int, Roles] = field(default_factory=dict[int, Roles])
    """By item: who acts by its own words."""

    drafts: dict[int, Draft] = field(default_factory=dict[int, Draft])
    """By item: the task that it is."""


def top_of(outline: Outline, section: int) -> int:
    """Return the index of the top section over a section."""
    while section >= 0 and (parent := outline.parents[section]) >= 0:
        section = parent
    return section


def heading_units(copy: Copy, start: int, end: int) -> Context | None:
    """Return the units that the heading `[start, end)` names, null where it is no heading of units.

    Where it names no unit, its posts stand for themselves (`1. Hiệu trưởng`).
    """
    if copy.low.endswith(_ENACTS, start, end):
        return None
    prefix = _HEADING_PREFIX.match(copy.low, start, end)
    place = prefix.end() if prefix else start
    names = read_names(copy, place, end, listing=_regards_body(copy, start, place, end))
    bodies = frozenset(names.units)
    units = [name for name in names.doers if name in bodies or _is_post(copy, name)]
    if not units:
        return None
    after = names.end
    clause = _relative_end(copy, after, end)
    if clause:
        after = clause
        units[-1] = units[-1]._replace(text=copy.text[units[-1].start : clause], end=clause)
    whole = _HEADING_END.match(copy.text, past_holder(copy, after, end), end)
    return Context(tuple(units)) if whole else None


def _regards_body(copy: Copy, start: int, place: int, end: int) -> bool:
    """Return whether a heading regards a body in lower case (`Đối với chi bộ, trạm y tế`)."""
    if not copy.low.startswith(_REGARDING, start) or not copy.text[place].islower():
        return False
    found = head_at(copy, place, end, many=True)
    return found is not None and found[0].sort == "body"


def _is_post(copy: Copy, name: UnitName) -> bool:
    """Return whether a name is a post alone, without what is to be done."""
    return name.post and not any(
        found.value == "verb" and copy.low[word.start() : found.end] != _IN_CHARGE
        for word in _WORD.finditer(copy.low, name.start, name.end)
        if (found := unit_words().duties.at(copy.low, word.start()))
    )


def _relative_end(copy: Copy, place: int, end: int) -> int:
    """Return where the clause on a heading's last body ends, 0 where a duty follows the body."""
    clause = _RELATIVE.match(copy.low, place, end)
    if (
        clause is None
        or copy.text[end - 1] in ".;"
        or not _HEADING_END.match(copy.text, clause.end(), end)
    ):
        return 0
    inner = unit_words().inner
    acts = any(
        sort_at(copy.low, word.start()) == "verb" and not inner.at(copy.low, word.start())
        for word in _WORD.finditer(copy.low, *clause.span("words"))
    )
    return 0 if acts else clause.end()


def leads_others(copy: Copy, item: Item, above: Context) -> bool:
    """Return whether `lãnh đạo` is what the Party's bodies above do, not a post.

    Below `Đảng ủy UBND xã` stands `Lãnh đạo UBND xã xây dựng …`.
    """
    if copy.low.startswith(_LEADING_TOO, item.start):
        return True
    if not (above.lead and copy.low.startswith(_LEADING, item.start)):
        return False
    return all(name.text.lower().startswith(_PARTY) for name in above.lead)


def is_template(reading: Reading, item: Item, parent: int) -> bool:
    """Return whether an appendix is an empty form or the outline of a report."""
    section = reading.outline.sections[item.section]
    if section.kind is not SectionKind.APPENDIX or parent >= 0:
        return False
    return _TEMPLATE.match(reading.copy.low, item.start, item.end) is not None


def ends_in_colon(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph ends in a colon."""
    return copy.text[item.start : item.end].rstrip().endswith(":")


def context_of(reading: Reading, item: Item) -> Context:
    """Return the units above a paragraph: of its lead-in, else of its section.

    A lead-in that only names helpers (`Phối hợp với Sở A thực hiện:`) hands them down too.
    """
    number = item.parent
    helping: tuple[UnitName, ...] = ()
    while number >= 0 and not reading.items[number].head:
        roles = reading.roles.get(number)
        if roles and roles.lead:
            return Context(roles.last or roles.lead, roles.coordinating or helping)
        if roles and not helping and ends_in_colon(reading.copy, reading.items[number]):
            helping = roles.coordinating
        number = reading.items[number].parent
    given = reading.given.get(item.section) if item.marker else None
    context = given or reading.contexts.get(item.section, Context())
    return context._replace(coordinating=helping) if helping and context.lead else context
