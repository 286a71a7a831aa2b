"""The paragraphs that may hold tasks: their words without label, and which stands below which."""

from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.roles.attributes import is_attribute_line
from kehoach_parser.extract.roles.times import says_when
from kehoach_parser.segment.structure import Outline, Zone
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import Line, SourceText

_BULLET: Final = pattern(r"[-+*•–—▪●○❖✓➢◦·]+\s*")
_SIGNS_BEFORE: Final = " (-\N{EN DASH}•"
_LABEL_END: Final = pattern(r"[\s.):/,\-–]*")
_CLOSING: Final = pattern(
    r"trên đây là|trân trọng|nay thông báo|kế hoạch này là (?:cơ sở|căn cứ)"
    r"|(?:trong quá trình|quá trình)\b[^.]{0,80}?"
    r"\b(?:nếu|khi|có (?:gì|khó khăn|vướng mắc|phát sinh|vấn đề))\s?"
)

ORDERS_BELOW: Final = pattern(
    r"(?<!\w)(?:yêu cầu|đề nghị|chỉ thị|chỉ đạo)(?!\s(?:của|tại|trong|số))"
    r"(?:\s(?:(?!báo cáo|thông báo|kính trình)[^.;:]){0,160})?(?:\s?:|(?<=\ssau)\.)\s*\Z"
)
"""How a preamble or a letter ends a sentence that orders what stands in the points below it."""

_ENDING: Final = "trên đây là"
_RUN_IN: Final = pattern(rf"(?<=[.;/])\s+{_ENDING}\s")
_ZONES: Final = (Zone.BODY, Zone.APPENDIX)


@dataclass(slots=True)
class Item:
    """A paragraph: the place of its words, its section, and the items below it.

    `head` marks a section's own paragraph; `marker` is its bullet, empty for none. `parent` is
    the item above it inside its section (a lead-in with bullets), -1 for none; `below` counts
    what stands under it: items, sections and tables. `closing` marks a formula that ends the plan,
    `attribute` a line that only says who, when or what comes out.
    """

    line: int
    start: int
    end: int
    section: int
    head: bool
    marker: str
    parent: int = -1
    below: list[int] = field(default_factory=lambda: [])
    tables: int = 0
    sections: int = 0
    closing: bool = False
    attribute: bool = False
    orders: bool = False
    """Whether plain paragraphs below it are what it orders (`… yêu cầu các thôn:`)."""


def items_of(source: SourceText, copy: Copy, outline: Outline) -> list[Item]:
    """Return the paragraphs of the body and of appendices in order, attribute lines included."""
    nest = _Nest()
    for number, line in enumerate(source.lines):
        if outline.zones[number] not in _ZONES:
            continue
        if line.table is not None:
            nest.table(outline.owner[number], first=line.row == 0)
        elif not line.footnote:
            _add_line(nest, copy, outline, number, line)
    for item in nest.items:
        item.attribute = is_attribute_line(copy, item.start, item.end) or (
            not (item.head or item.below) and says_when(copy, item.start, item.end)
        )
    return nest.items


def _add_line(nest: "_Nest", copy: Copy, outline: Outline, number: int, line: Line) -> None:
    """Add a line as an item; further lines of a heading or of a sentence are in the item before."""
    owner = outline.owner[number]
    section = outline.sections[owner] if owner >= 0 else None
    if section and section.span[0] <= line.start < section.span[1]:
        if outline.heads[owner] == number:
            start = _past_label(copy.text, *section.span, section.label)
            end = _before_closing(copy, start, section.span[1])
            under = len(outline.children[owner])
            nest.add(Item(number, start, end, owner, head=True, marker="", sections=under))
        return
    bullet = _BULLET.match(copy.text, line.start, line.end)
    if bullet is None and nest.goes_on(copy.text, line.start):
        return
    marker = bullet[0].strip()[:1] if bullet else ""
    start = bullet.end() if bullet else line.start
    closing = not marker and _CLOSING.match(copy.low, start, line.end) is not None
    end = _before_closing(copy, start, line.end)
    item = Item(number, start, end, owner, head=False, marker=marker, closing=closing)
    if not marker and copy.text.endswith((":", " sau."), start, end):
        item.orders = ORDERS_BELOW.search(copy.low, start, end) is not None
    nest.add(item)


def _past_label(text: str, start: int, end: int, label: str | None) -> int:
    """Return where a section's words begin, after its label and punctuation."""
    if label is None:
        return start
    while text[start] in _SIGNS_BEFORE:
        start += 1
    for form in (label, label.split()[-1]):
        if text.startswith(form, start):
            after = _LABEL_END.match(text, start + len(form), end)
            return after.end() if after else start + len(form)
    return start


def _before_closing(copy: Copy, start: int, end: int) -> int:
    """Return where the formula that closes the plan begins in a paragraph, or the end."""
    if copy.low.find(_ENDING, start, end) < 0:
        return end
    found = _RUN_IN.search(copy.low, start, end)
    return found.start() if found else end


class _Nest:
    """The items so far; it finds the parent of each from its bullet."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._open: list[int] = []
        self._section = -2
        self._head = -1

    def add(self, item: Item) -> None:
        """Append an item below the one it belongs to."""
        index = len(self.items)
        if item.head or item.section != self._section:
            self._section = item.section
            self._head = index if item.head else -1
            self._open = []
        if item.closing:
            self._open = []
        elif not item.head:
            item.parent = self._parent(item)
            if item.parent >= 0:
                self.items[item.parent].below.append(index)
            self._open.append(index)
        self.items.append(item)

    def goes_on(self, text: str, start: int) -> bool:
        """Return whether a paragraph only goes on with the sentence of the one before."""
        if not self.items or not text[start].islower():
            return False
        before = self.items[-1]
        return text[before.end - 1] not in ".;:!?…”)" and text[before.end : start] == "\n"

    def table(self, section: int, *, first: bool) -> None:
        """Count a table below the last paragraph of its section."""
        if first and self.items and self.items[-1].section == section:
            self.items[-1].tables += 1

    def _parent(self, item: Item) -> int:
        """Close what the item ends, and return the item above it.

        A bullet whose sign is already open goes on with that list; another sign opens a list
        below the last paragraph. A plain paragraph ends all lists, but not what is ordered.
        """
        markers = [self.items[index].marker for index in self._open]
        if item.marker and item.marker in markers:
            del self._open[markers.index(item.marker) :]
        elif not item.marker:
            orders = self._open and not item.orders and self.items[self._open[0]].orders
            self._open = self._open[:1] if orders else []
        return self._open[-1] if self._open else self._head
