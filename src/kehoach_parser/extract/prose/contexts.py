"""What is read of the paragraphs so far, and what one inherits from those above it."""

from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.roles.assignment import PARTY, Roles
from kehoach_parser.extract.roles.headings import NOBODY, Context
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.structure import Outline
from kehoach_parser.text.patterns import pattern

_LEADING: Final = "lãnh đạo "
_LEADING_TOO: Final = ("lãnh đạo, chỉ đạo ", "lãnh đạo, hướng dẫn ", "lãnh đạo và chỉ đạo ")

_TEMPLATE: Final = pattern(
    r"(?:mẫu|đề cương|biểu|danh sách|phiếu|báo cáo|bảng|danh mục)\b"
    r"|.{0,40}\b(?:đề cương báo cáo|mẫu báo cáo|biểu mẫu)\b"
)

_DEFINITIONS: Final = (
    "giải thích từ ngữ", "giải thích thuật ngữ", "giải thích các từ ngữ", "giải thích một số từ",
    "định nghĩa", "khái niệm", "các khái niệm", "một số khái niệm",
)  # fmt: skip
"""How a heading begins below which words are explained."""

_PROGRAMME: Final = pattern(
    r"(?:(?:nội dung )?chương trình(?: chi tiết| dự kiến| cụ thể)?"
    r"(?:(?: của)? (?:buổi |phần )?"
    r"(?:lễ|hội|đại hội|khai|tọa đàm|gặp mặt|sinh hoạt|ngày|trao)\b[^.;:]{0,90})?"
    r"|(?:phần|nghi thức|tiến trình) (?:nghi )?lễ\b[^.;:]{0,60}|nội dung)\s*:?\s*\Z"
)
"""The heading of a ceremony's steps (`Chương trình Lễ khai giảng`, `Nội dung:`)."""

_STEP: Final = pattern(
    r"(?:chào cờ(?![^.;:]*\b(?:(?:hằng|hàng|mỗi|đầu) tuần|thứ hai)\b)"
    r"|tập (?:hợp|trung), ổn định tổ chức"
    r"|(?:ổn định tổ chức, )?(?:tuyên bố lý do|giới thiệu đại biểu)|văn nghệ chào mừng)\b"
)
"""How one of the first steps of a ceremony begins."""

_FIRST_STEPS: Final = 3
_CLOSES: Final = "bế mạc"
_LAST_STEP: Final = pattern(r"bế mạc(?: (?:buổi )?(?:hội nghị|đại hội|hội thi|lễ))?\W*\Z")
"""The last point of a meeting's steps, whatever their heading says."""


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

    inside: bool = False
    """Whether what stands above the first section belongs to a part of duties, its head lost."""

    ordered: bool = False
    """Whether the preamble ends in `… yêu cầu:` or the like, above what is to be done."""

    contexts: dict[int, Context] = field(default_factory=lambda: {})
    """By section: whom its heading, or the preamble (-1), hands down."""

    given: dict[int, Context] = field(default_factory=lambda: {})
    """By section: whom a lead-in among its paragraphs hands down."""

    leading: dict[int, int] = field(default_factory=lambda: {})
    """By section: its last item that ends in a colon."""

    templates: set[int] = field(default_factory=set[int])
    """The sections of empty forms, definitions and agendas, in which nothing is directed."""

    roles: dict[int, Roles] = field(default_factory=lambda: {})
    """By item: who acts by its own words."""

    drafts: dict[int, Draft] = field(default_factory=lambda: {})
    """By item: the task that it is."""


def top_of(outline: Outline, section: int) -> int:
    """Return the index of the top section over a section."""
    while section >= 0 and (parent := outline.parents[section]) >= 0:
        section = parent
    return section


def leads_others(copy: Copy, item: Item, above: Context) -> bool:
    """Return whether `lãnh đạo` is what the Party's bodies above do, not a post.

    Below `Đảng ủy UBND xã` stands `Lãnh đạo UBND xã xây dựng …`.
    """
    if copy.low.startswith(_LEADING_TOO, item.start):
        return True
    if not (above.lead and copy.low.startswith(_LEADING, item.start)):
        return False
    return all(name.text.lower().startswith(PARTY) for name in above.lead)


def is_template(reading: Reading, item: Item, parent: int) -> bool:
    """Return whether a heading is of an empty form, a report's outline, or words defined below."""
    if reading.copy.low.startswith(_DEFINITIONS, item.start):
        return True
    section = reading.outline.sections[item.section]
    if section.kind is not SectionKind.APPENDIX or parent >= 0:
        return False
    return _TEMPLATE.match(reading.copy.low, item.start, item.end) is not None


def is_agenda(reading: Reading, index: int, item: Item) -> bool:
    """Return whether the points below a heading are the steps of a ceremony, without their hours.

    `Chào cờ` or `Tuyên bố lý do, giới thiệu đại biểu` is among the first, or `Bế mạc` the last.
    """
    points = reading.outline.children[item.section]
    last = reading.outline.sections[points[-1]].heading if points else ""
    if last[: len(_CLOSES)].lower() == _CLOSES and _LAST_STEP.match(last.lower()):
        return True
    if not _PROGRAMME.match(reading.copy.low, item.start, item.end):
        return False
    first = reading.items[index + 1 : index + 1 + _FIRST_STEPS]
    parents = reading.outline.parents
    return any(
        _STEP.match(reading.copy.low, one.start, one.end)
        and item.section == (parents[one.section] if one.head else one.section)
        for one in first
    )


def ends_in_colon(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph ends in a colon."""
    end = item.end
    while end > item.start and copy.text[end - 1].isspace():
        end -= 1
    return copy.text[end - 1 : end] == ":"


def is_sentence(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph ends as a sentence or a clause does."""
    return copy.text[item.start : item.end].rstrip().endswith((".", ";"))


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
    context = given or reading.contexts.get(item.section, NOBODY)
    return context._replace(coordinating=helping) if helping and context.lead else context
