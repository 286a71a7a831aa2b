"""Attribute lines given to their tasks: the one they follow, or all of the unit they close."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.prose.contexts import Reading
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.roles.attributes import Attribute, attributes_in
from kehoach_parser.extract.roles.inside import named_inside
from kehoach_parser.extract.roles.values import add_people

_FEWEST_POINTS: Final = 2
_CONTENTS: Final = ("nội dung:", "nội dung thực hiện:", "hoạt động:", "công việc:")
"""Labels of what is done, beside when and where."""

_OWN_TIME: Final = ("thời gian ", "thời hạn ")
"""How a task begins that says when in its own words (`Thời gian đăng ký: Các đội nộp …`)."""

_ASIDE: Final = "*"
"""The bullet of a remark on a whole group: `* Đơn vị chủ trì: …` below its lettered points."""

_NO_TASKS: Final = frozenset({"funding", "place", "monitor", "audience"})
"""Roles of values that say nothing of who, when and what comes out."""


def give_attributes(reading: Reading) -> None:
    """Give each attribute line and part of a task's own text to the tasks it belongs to."""
    for draft in reading.drafts.values():
        _give(reading.copy, draft, attributes_in(reading.copy, draft.start, draft.end))
    _give_remarks(reading)
    for run in _runs(reading):
        _give_run(reading, *run)


def _give_remarks(reading: Reading) -> None:
    """Give lines in brackets to the task before them in their unit."""
    before: Draft | None = None
    section: int | None = None
    for number, item in enumerate(reading.items):
        if item.section != section:
            before, section = None, item.section
        if number in reading.drafts:
            before = reading.drafts[number]
        elif before and reading.copy.text.startswith("(", item.start):
            _give_remark(reading, item, before)


def _give_remark(reading: Reading, item: Item, draft: Draft) -> None:
    """Give a line in brackets to a task: `(Sở A chủ trì, xong trước 30/6/2026)`."""
    inside = named_inside(reading.copy, item.start, item.end)
    if inside.lead:
        draft.stretches.append((item.start, item.end))
        if not draft.lead:
            draft.add("lead", inside.lead)
            draft.add_helpers(inside.coordinating)


def _runs(reading: Reading) -> list[tuple[int, int, list[Attribute]]]:
    """Return the runs of attribute lines: the first and last item's number, and what they say."""
    runs: list[tuple[int, int, list[Attribute]]] = []
    for number, item in enumerate(reading.items):
        if number in reading.drafts or not item.attribute:
            continue
        found = attributes_in(reading.copy, item.start, item.end)
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number, [*runs[-1][2], *found])
        else:
            runs.append((number, number, found))
    return runs


def _give_run(reading: Reading, first: int, last: int, found: list[Attribute]) -> None:
    before = _before(reading, first) or _points_before(reading, first)
    if not before:
        _give_ahead(reading, last, found)
    group = before if _closes(reading, last) else before[-1:]
    if len(group) == 1 and reading.items[first].marker in {"", _ASIDE}:
        group = _points_closed(reading, first, last) or group
    for draft in group:
        _give(reading.copy, draft, found, group=len(group) > 1)


def _give_ahead(reading: Reading, last: int, found: list[Attribute]) -> None:
    """Give lines that open a unit to its contents (`Thời gian: 07h00` / `Nội dung: Trồng cây`).

    These are the task behind the label, or those listed below it.
    """
    section = reading.items[last].section
    listed = False
    for number in range(last + 1, len(reading.items)):
        item = reading.items[number]
        labelled = reading.copy.low.startswith(_CONTENTS, item.start)
        if item.section != section or item.attribute:
            break
        if number in reading.drafts:
            if listed or labelled:
                _give(reading.copy, reading.drafts[number], found, group=listed)
            if not listed:
                break
        listed = listed or labelled


def _points_closed(reading: Reading, first: int, last: int) -> list[Draft]:
    """Return the points whose group the lines close, where none has lines of its own.

    A line without a mark below the bullets of the last point closes that point alone.
    """
    outline = reading.outline
    section = reading.items[first].section
    parent = outline.parents[section] if section >= 0 else -1
    points = outline.children[parent] if parent >= 0 else ()
    if len(points) < _FEWEST_POINTS or section != max(points):
        return []
    found: list[Draft] = []
    for number in range(last, -1, -1):
        item = reading.items[number]
        if item.section not in points:
            break
        if number < first and item.attribute:
            return []
        if number in reading.drafts:
            if not (item.head or reading.items[first].marker):
                return []
            found.append(reading.drafts[number])
    return found[::-1]


def _before(reading: Reading, first: int) -> list[Draft]:
    """Return the tasks of the unit since its last attribute line, in order.

    Where other lines than tasks stand since then (who is invited), it is the task before.
    """
    section = reading.items[first].section
    found: list[Draft] = []
    parted = False
    for number in range(first - 1, -1, -1):
        item = reading.items[number]
        if item.section != section:
            break
        if number in reading.drafts:
            found.append(reading.drafts[number])
            if parted:
                break
        elif item.attribute:
            if found:
                return found[:1]
            parted = True
    return found[::-1]


def _points_before(reading: Reading, first: int) -> list[Draft]:
    """Return the tasks among the points before a labelled one, else that of their heading.

    `1. Lễ phát động` with `a) Thời gian: …`, or `a) Treo băng rôn` before `b) Đơn vị chủ trì: …`.
    """
    outline = reading.outline
    section = reading.items[first].section
    unit = outline.parents[section] if section >= 0 and reading.items[first].head else -1
    found: list[Draft] = []
    for number in range(first - 1, -1, -1) if unit >= 0 else ():
        item = reading.items[number]
        if item.section == unit and item.head:
            own = reading.drafts.get(number)
            return found[::-1] or ([own] if own else [])
        if item.section < unit:
            break
        if number in reading.drafts:
            found.append(reading.drafts[number])
        elif item.attribute and found:
            return found[:1]
    return found[::-1]


def _closes(reading: Reading, last: int) -> bool:
    """Return whether no task of the same unit follows."""
    section = reading.items[last].section
    following = range(last + 1, len(reading.items))
    for number in following:
        if reading.items[number].section != section:
            return True
        if number in reading.drafts:
            return False
    return True


def _give(copy: Copy, draft: Draft, attributes: list[Attribute], *, group: bool = False) -> None:
    """Add attributes to a task; what leads it already in its own words stays.

    Those of a `group` leave a task alone that names its doers anywhere (`(Sở A chủ trì)`).
    """
    led = draft.led
    draft.led = led or (group and bool(draft.lead) and not draft.handed)
    for attribute in attributes:
        _give_one(copy, draft, attribute, group=group)
    draft.led = led


def _give_one(copy: Copy, draft: Draft, attribute: Attribute, *, group: bool) -> None:
    role, start, end, _ = attribute
    if role in _NO_TASKS or not any(map(str.isalnum, copy.text[start:end])):  # a blank to fill in
        return
    if role == "deadline":
        if not ((group and draft.dated) or copy.low.startswith(_OWN_TIME, draft.start)):
            draft.stretches.append((start, end))
        return
    if role == "deliverable":
        draft.deliverables.append(copy.text[start:end])
        draft.stretches.append((start, end))
    elif role == "supervisor":
        draft.persons.append(copy.text[start:end])
    else:
        if not (group and draft.dated):
            draft.stretches.append((start, end))  # `Thực hiện: Sở A. Hoàn thành trong quý III`
        _give_units(copy, draft, attribute)


def _give_units(copy: Copy, draft: Draft, attribute: Attribute) -> None:
    role, start, end, _ = attribute
    if role in {"coop", "approver"}:
        names = read_names(copy, start, end, listing=True).units
        if role == "coop":
            draft.add_helpers(names)
        else:
            draft.add("approving", names)
    elif not draft.led:
        if draft.handed and read_names(copy, start, end, listing=True).units:
            draft.lead.clear()
            draft.handed = False
        add_people(copy, draft, start, end, role)
