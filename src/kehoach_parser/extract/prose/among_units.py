"""Bodies that the document itself tells by where their names stand, whatever these are.

Where the points of `Tổ chức thực hiện` are `1. Công an xã:`, `2. Trạm Y tế:` and `3. Mạng lưới
cộng tác viên dân số:`, the third is whoever is to do what stands below it; `4. Phòng Kiểm định,
đánh giá chất lượng:` is one name. What such a heading names is known wherever it is named again.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names
from kehoach_parser.extract.names.heads import MANY, begins, head_at
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.prose.directing import TASK_KINDS
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import verb_first
from kehoach_parser.extract.roles.charged import PARTS
from kehoach_parser.extract.roles.headings import Context, heading_units
from kehoach_parser.lexicon.bodies import is_whole
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.kinds import kind_of
from kehoach_parser.segment.structure import Outline
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_LONGEST_LIST: Final = 160
_LONGEST: Final = 90
_FEWEST_WORDS: Final = 2
"""Characters of a heading at most, of one body's name; words of one at least."""

_FEWEST_BODIES: Final = 2
_MOST_NAMES: Final = 60
"""Names that are looked for in the whole text at most."""

_MARKS: Final = frozenset('.;:()|“”"')
_ENDS: Final = " :"
_TOPIC: Final = pattern(
    r".*\d|(?:một số|những|giai đoạn|lĩnh vực|phần|vòng|tài liệu|tiêu chí|nhóm (?:nhiệm|giải|nội)"
    r"|buổi|ngày|đêm|ban (?:ngày|đêm)|danh (?:mục|sách)|mẫu|biểu|trang thiết bị|sản phẩm|mô hình"
    r"|dự án|đề án|chuyên đề|hội (?:nghị|thi|thao|diễn)|lễ|cuộc|phong trào|nguồn|mối quan hệ|cấp)\b"
)
"""How headings of things begin that no table of kinds or verbs has; numbers are of steps."""

_ACTS: Final = pattern(
    r"\b(?:chủ trì|phối hợp|chỉ đạo|tham mưu|trách nhiệm|thực hiện|triển khai|hướng dẫn|phụ trách"
    r"|làm|được|phải|cần|có|là|cho|do|để|theo|tại)\b"
)
"""Words, in small letters as written, that tell a heading of what is done from a name."""

_OF_MANY: Final = frozenset({"group", "staff", "person"})
"""Sorts of heads that begin no name of one body."""

_LIST: Final = pattern(rf"(?:,|\s[vV]à)\s[{UPPER}]")
"""What parts names of a list, each with its capital."""

_LEVEL: Final = pattern(r"(?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|thôn|bản|trường|sở|bộ)\Z")
"""How a whole name ends: a verb behind it is what the body does."""


class _Label(NamedTuple):
    """A heading, or what stands before a colon and a verb (`run_in`), up to its `end`."""

    item: Item
    end: int
    run_in: bool


def know_bodies(copy: Copy, outline: Outline, items: list[Item], recipients: Sequence[str]) -> None:
    """Note where the names stand that the document's headings and recipients tell whole."""
    points: dict[int, list[Item]] = {}
    bullets: dict[tuple[int, int, str], list[Item]] = {}
    for item in items:
        if item.head:
            points.setdefault(outline.parents[item.section], []).append(item)
        elif item.marker:
            bullets.setdefault((item.section, item.parent, item.marker), []).append(item)
    beside = [
        *((parent, found) for parent, found in points.items()),
        *((section, found) for (section, *_), found in bullets.items()),
    ]
    names = dict.fromkeys(_whole_recipients(recipients))
    for section, found in beside:
        kind = outline.sections[section].kind if section >= 0 else None
        labels = _labels_of(copy, found) if kind in TASK_KINDS else []
        whole = [
            None if one.run_in else heading_units(copy, one.item.start, one.end) for one in labels
        ]
        names |= dict.fromkeys(_whole_headings(copy, whole))
        for one in _unknown(copy, labels, whole, twice=kind is SectionKind.ORGANIZATION):
            if (one.run_in or _acts_below(copy, one.item, items, points)) and not _note_parts(
                copy, one
            ):
                names[copy.low[one.item.start : one.end].rstrip(_ENDS)] = None
    for name in list(names)[:_MOST_NAMES]:
        _note(copy, name)


def _unknown(
    copy: Copy, labels: list[_Label], whole: list[Context | None], *, twice: bool
) -> list[_Label]:
    """Return the labels that name somebody unknown, where enough beside them name bodies.

    There are no more of them than known ones, or than `twice` as many.
    """
    known, unknown = 0, list[_Label]()
    for one, units in zip(labels, whole, strict=True):
        if units or (one.run_in and _is_known(copy, one)):
            known += 1
        elif _names_somebody(copy, one):
            known += one.run_in
            unknown.append(one)
    enough = known >= _FEWEST_BODIES and known * (1 + twice) >= len(unknown)
    return unknown if enough else []


def _is_known(copy: Copy, label: _Label) -> bool:
    """Return whether the names before a colon reach up to it."""
    names = read_names(copy, label.item.start, label.item.end)
    return bool(names.units or names.persons) and names.end >= label.end


def _labels_of(copy: Copy, items: list[Item]) -> list[_Label]:
    """Return what heads each paragraph: what stands before its colon and a verb, or all of it."""
    found: list[_Label] = []
    for item in items:
        colon = copy.text.find(": ", item.start, min(item.end, item.start + _LONGEST))
        if colon >= 0 and sort_at(copy.low, colon + len(": ")) in ACTING:
            bracket = copy.text.find(" (", item.start, colon) if copy.text[colon - 1] == ")" else -1
            found.append(_Label(item, colon if bracket < 0 else bracket, run_in=True))
        elif item.head and item.end - item.start <= _LONGEST_LIST:
            found.append(_Label(item, item.end, run_in=False))
    return found


def _note_parts(copy: Copy, label: _Label) -> bool:
    """Note each of several names where a label has them (`Giảng viên, người học`)."""
    found = unit_words().heads.at(copy.low, label.item.start)
    people = found is not None and all(head.sort == "staff" for head in found.value)
    place = label.item.start
    for part in PARTS.finditer(copy.low, label.item.start, label.end):
        named = copy.text[part.end()].isupper() or MANY.match(copy.low, part.end())
        if people or (named and begins(copy, part.end(), label.end, listing=False)):
            copy.known[place] = part.start()
            place = part.end()
    if place == label.item.start:
        return False
    copy.known[place] = label.end
    copy.names.pop(label.item.start, None)
    return True


def _whole_recipients(recipients: Sequence[str]) -> Iterator[str]:
    """Yield the bodies that recipients name with a list within (`Phòng Tổ chức, biên chế;`)."""
    for recipient in recipients:
        name = fold(recipient.partition(" (")[0])
        if _is_lone(name) and not _LIST.search(recipient):
            yield name


def _whole_headings(copy: Copy, headings: list[Context | None]) -> Iterator[str]:
    """Yield the bodies that a heading names alone, with a list within."""
    for context in headings:
        if context and len(context.lead) == 1:
            name = copy.low[context.lead[0].start : context.lead[0].end]
            if _is_lone(name):
                yield name


def _is_lone(name: str) -> bool:
    """Return whether a name is of one body, and a sentence might end it at a comma or `và`."""
    if len(name) > _LONGEST or not ("," in name or " và " in name) or MANY.search(name):
        return False
    found = unit_words().heads.at(name, 0)
    return found is not None and any(head.sort not in _OF_MANY for head in found.value)


def _acts_below(copy: Copy, item: Item, items: list[Item], points: dict[int, list[Item]]) -> bool:
    """Return whether an action stands right below a heading."""
    below = [items[number] for number in item.below] or points.get(item.section, [])
    return any(verb_first(copy, line.start) for line in below)


def _names_somebody(copy: Copy, label: _Label) -> bool:
    """Return whether a heading is short, and of no action, thing or kind of section.

    Before a colon topics stand as often (`Hậu cần: …`): there the name's first word is known.
    """
    name = copy.text[label.item.start : label.end].rstrip(_ENDS)
    if len(name) > _LONGEST or name.count(" ") + 1 < _FEWEST_WORDS or not name[0].isupper():
        return False
    if not _MARKS.isdisjoint(name) or _ACTS.search(name):
        return False
    begun = read_names(copy, label.item.start, label.item.end if label.run_in else label.end)
    if begun.units or begun.persons:
        return _goes_on(copy, begun, label)
    topic = sort_at(copy.low, label.item.start) or _TOPIC.match(
        copy.low, label.item.start, label.end
    )
    if label.run_in:
        return not topic and head_at(copy, label.item.start, label.end, many=True) is not None
    return not topic and kind_of(name) is None


def _goes_on(copy: Copy, begun: Names, label: _Label) -> bool:
    """Return whether a name goes on behind what is known of it, and no action follows it."""
    if copy.text.startswith((",", " và "), begun.end):
        return True
    known = copy.text[label.item.start : begun.end]
    return not (_LEVEL.search(copy.low, label.item.start, begun.end) or is_whole(known))


def _note(copy: Copy, name: str) -> None:
    """Note where a name stands, each word whole."""
    at = copy.low.find(name)
    while at >= 0:
        end = at + len(name)
        if not copy.low[end : end + 1].isalnum() and not copy.low[at - 1 : at].isalnum():
            copy.known[at] = end
            copy.names.pop(at, None)
        at = copy.low.find(name, end)
