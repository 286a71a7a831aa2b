"""Attribute lines and parts: `Đơn vị chủ trì: …; Đơn vị phối hợp: …`, `(Thời gian: …)`.

A label is one of the header words of registers, a colon follows it. A line that holds nothing
but attributes is no task (docs/output.md, Task).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Label
from kehoach_parser.extract.names.heads import CAPITALS
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.roles.times import BEGINNINGS, says_when
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.register_headers import DOERS, label_role, labels
from kehoach_parser.text.patterns import pattern

_NEXT_PART: Final = pattern(
    r"[;.,(\s](?:(?<=\s)(?:/\s+(?:[-+*•]\s*)?|[-+]\s+)|(?<!\s)\s+(?:[-+•]\s+)?|(?<=[;.(]))"
)
_COLON: Final = pattern(
    r"\s*(?:thực hiện|chính|chung|cụ thể|dự kiến"
    r"|(?:(?:,|và|được)?\s?(?:kiểm tra|giám sát|thanh tra)){1,2})?"
    r"\s*(?:\([^()]{1,40}\))?\s*(?:là\s*)?:\s*"
)
_IS: Final = pattern(r"\s+(?:là|[-–])\s+")
"""Before bodies' names alone it stands for a colon (`Cơ quan chủ trì là Sở A`)."""

_CARRYING_OUT: Final = "tổ chức thực hiện"
"""A label of doers only where nothing but names follows; else a heading of what they do."""

_HELPS: Final = ("phối hợp", "chủ trì", "chịu trách nhiệm")
_LONG_ACTION: Final = 10
"""From how many blanks on what follows a doer's name is an action."""

_LONGEST_LABEL: Final = 160
_LONGEST_COMPOSED: Final = 50
_TIMES: Final = ("thời gian", "thời hạn", "thời điểm", "tiến độ", "hạn ", "ngày ")
_NO_LABEL: Final = frozenset(".;0123456789")
_EDGES: Final = " .;,-+*•()"
_FRESH: Final = ("(", ";")


class Attribute(NamedTuple):
    """One labelled value: its role (as of a register's column) and the value's place."""

    role: str
    start: int
    end: int
    label: int


def attributes_in(copy: Copy, start: int, end: int) -> list[Attribute]:
    """Return the labelled values in a stretch of text, in order."""
    found = list(_labelled(copy, start, end)) if _may_label(copy, start, end) else []
    if not found:
        when = says_when(copy, start, end)
        return [Attribute("deadline", start, _trimmed(copy, start, end), start)] if when else []
    stops = [attribute.label for attribute in found[1:]] + [end]
    return [
        Attribute(role, begin, _trimmed(copy, begin, stop), label)
        for (role, begin, _, label), stop in zip(found, stops, strict=True)
    ]


def _labelled(copy: Copy, start: int, end: int) -> Iterator[Attribute]:
    place = start
    while place < end and copy.text[place] in _EDGES:
        place += 1
    while place < end:
        fresh = copy.text[place].isupper() or copy.text[
            max(place - 2, 0) : place
        ].rstrip().endswith(_FRESH)
        label = _label_at(copy, place, end) if fresh else None
        if label:
            yield Attribute(label[0], label[1], end, place)
            place = label[1]
        step = _NEXT_PART.search(copy.low, place, end)
        if step is None:
            return
        place = step.end()


def _trimmed(copy: Copy, start: int, end: int) -> int:
    while end > start and copy.text[end - 1] in _EDGES:
        end -= 1
    return end


def is_attribute_line(copy: Copy, start: int, end: int) -> bool:
    """Return whether a line only states who, when or what comes out."""
    while start < end and copy.text[start] in _EDGES:
        start += 1
    return says_label(copy, start, end) and not _tells_action(copy, start, end)


def _tells_action(copy: Copy, start: int, end: int) -> bool:
    """Return whether a label of doers, or of times, is followed by what doers it names do."""
    if copy.low.count(" ", start, end) <= _LONG_ACTION:
        return False
    attribute = next(_labelled(copy, start, end), None)
    if attribute is None or attribute.role not in {"lead", "deadline"}:
        return False
    names = read_names(copy, attribute.start, end)
    place = names.end + 1
    verb = bool(names.units) and sort_at(copy.low, place) == "verb"
    acts = verb and not copy.low.startswith(_HELPS, place)
    return acts and copy.low.count(" ", place, end) >= _LONG_ACTION


def says_label(copy: Copy, place: int, end: int) -> bool:
    """Return whether a label with its colon stands at a place."""
    reach = min(end, place + _LONGEST_LABEL)
    return _may_label(copy, place, reach) and _label_at(copy, place, end) is not None


def _may_label(copy: Copy, start: int, end: int) -> bool:
    find = copy.text.find
    return (
        find(":", start, end) >= 0
        or find(" là ", start, end) >= 0
        or find(" - ", start, end) >= 0
        or find(" – ", start, end) >= 0
    )


def _label_at(copy: Copy, place: int, end: int) -> Label | None:
    """Return the label at a place, null for none; several stages ask for that of a paragraph."""
    known = copy.labels.get(place)
    if known is None or known[0] != end:
        known = copy.labels[place] = end, _read_label(copy, place, end)
    return known[1]


def _read_label(copy: Copy, place: int, end: int) -> Label | None:
    found = labels().at(copy.low, place)
    colon = _colon(copy, place, found.end, end) if found else None
    if found and colon:
        return found.value, colon.end()
    stop = copy.text.find(": ", place, min(end, place + _LONGEST_COMPOSED))
    if stop < 0:
        return None
    value, label = stop + len(": "), copy.text[place:stop]
    if any(char in _NO_LABEL for char in label):
        return None
    if copy.low.startswith(_TIMES, place) and _says_time(copy, value):
        return "deadline", value
    role = label_role(label)
    return (role, value) if role else None


def _says_time(copy: Copy, value: int) -> bool:
    """Return whether a time follows a label that says what it is of (`Thời hạn trình: tháng 5`)."""
    return copy.text[value : value + 1].isdigit() or copy.low.startswith(BEGINNINGS, value)


def _colon(copy: Copy, start: int, stop: int, end: int) -> re.Match[str] | None:
    """Return the colon behind a label; `Thực hiện:` is one before a unit's name only."""
    colon = _COLON.match(copy.low, stop, end)
    if colon is None:
        told = _IS.match(copy.low, stop, end)
        return told if told and _names_alone(copy, told.end(), end, first=True) else None
    if copy.low[start:stop] == _CARRYING_OUT:
        return colon if _names_alone(copy, colon.end(), end) else None
    if copy.low[start:stop] != DOERS:
        return colon
    named = CAPITALS.match(copy.text, colon.end(), end) or read_names(copy, colon.end(), end).units
    return colon if named else None


def _names_alone(copy: Copy, place: int, end: int, *, first: bool = False) -> bool:
    """Return whether names, or the first of them, fill a clause."""
    names = read_names(copy, place, end)
    if not names.doers:
        return False
    behind = names.doers[0].end if first else names.end
    return behind >= end or copy.text[behind] in _EDGES[1:]
