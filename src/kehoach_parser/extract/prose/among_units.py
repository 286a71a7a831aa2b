"""Headings that stand among those of bodies: what is named there acts too, whatever its name.

Where the points of `Tổ chức thực hiện` are `1. Công an xã:`, `2. Trạm Y tế:` and `3. Mạng lưới
cộng tác viên dân số:`, the third is whoever is to do what stands below it.
"""

from typing import Final

from kehoach_parser.extract.copies import UnitName
from kehoach_parser.extract.prose.contexts import Reading
from kehoach_parser.extract.prose.directing import TASK_KINDS
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import verb_first
from kehoach_parser.extract.roles.headings import Context, heading_units
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.kinds import kind_of
from kehoach_parser.text.patterns import pattern

_LONGEST: Final = 90
_FEWEST_WORDS: Final = 2
"""Characters of such a heading at most, words at least."""

_FEWEST_BODIES: Final = 2
_MARKS: Final = frozenset('.;:()|“”"')
_ENDS: Final = " :"
_TOPIC: Final = pattern(
    r".*\d|(?:một số|những|giai đoạn|lĩnh vực|phần|vòng|tài liệu|tiêu chí|nhóm (?:nhiệm|giải|nội)"
    r"|buổi|ngày|đêm|ban (?:ngày|đêm)|danh (?:mục|sách)|mẫu|biểu|trang thiết bị|sản phẩm|mô hình"
    r"|dự án|đề án|chuyên đề|hội (?:nghị|thi|thao|diễn)|lễ|cuộc|phong trào|nguồn|mối quan hệ)\b"
)
"""How headings of things begin that no table of kinds or verbs has; numbers are of steps."""


def unit_among(reading: Reading, item: Item, parent: int) -> Context | None:
    """Return whom a heading names by where it stands, null for a heading of another sort."""
    if parent < 0 or not _names_something(reading, item) or not _acts_below(reading, item):
        return None
    if parent not in reading.bodied:
        reading.bodied[parent] = _are_bodies(reading, parent)
    if not reading.bodied[parent]:
        return None
    end = item.start + len(reading.copy.text[item.start : item.end].rstrip(_ENDS))
    return Context((UnitName(reading.copy.text[item.start : end], item.start, end),))


def _are_bodies(reading: Reading, parent: int) -> bool:
    """Return whether the points of a section are bodies, by those that are known.

    Where it says how work is organized, half as many as there are unknown ones do.
    """
    known = unknown = 0
    for one in reading.points(parent):
        if heading_units(reading.copy, one.start, one.end):
            known += 1
        else:
            unknown += _names_something(reading, one)
    organizes = reading.outline.sections[parent].kind is SectionKind.ORGANIZATION
    return known >= _FEWEST_BODIES and known * (2 if organizes else 1) >= unknown


def _names_something(reading: Reading, item: Item) -> bool:
    """Return whether a heading is short, and of no action, thing or kind of section."""
    copy = reading.copy
    name = copy.text[item.start : item.end].rstrip(_ENDS)
    if len(name) > _LONGEST or name.count(" ") + 1 < _FEWEST_WORDS or not name[0].isupper():
        return False
    thing = sort_at(copy.low, item.start) or _TOPIC.match(copy.low, item.start, item.end)
    return _MARKS.isdisjoint(name) and not thing and kind_of(name) is None


def _acts_below(reading: Reading, item: Item) -> bool:
    """Return whether an action stands right below a heading, in a section that holds tasks."""
    if reading.outline.sections[item.section].kind not in TASK_KINDS:
        return False
    below = [reading.items[number] for number in item.below]
    points = below or reading.points(item.section)
    return any(verb_first(reading.copy, one.start) for one in points)
