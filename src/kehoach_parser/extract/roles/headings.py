"""Whom a heading hands down: the units, posts or persons that it names and nothing more."""

from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names, UnitName, is_member
from kehoach_parser.extract.names.clauses import past_clause
from kehoach_parser.extract.names.heads import head_at
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.names.persons import is_person, past_holder
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern

_HEADING_PREFIX: Final = pattern(
    r"(?:chức năng,? )?(?:trách nhiệm|nhiệm vụ|phân công nhiệm vụ|công việc)"
    r"(?:(?:,| và) quyền hạn)?(?: chung)?\s+(?:của|đối với|cho)\s+"
    r"|(?:nhiệm vụ|trách nhiệm|công việc) (?:chung|cụ thể|riêng)\s*:\s+"
    r"|(?:nhiệm vụ|trách nhiệm)\s+(?=các\s)|đối với\s+|về phía\s+|tại\s+|giao\s+(?:cho\s+)?"
    r"|đề nghị\s+|yêu cầu\s+|phân công\s+(?:cho\s+)?(?!đội ngũ)|kiến nghị\s+(?:với|đối với)?\s*"
)
_NUMBER: Final = pattern(r"\d{1,3}\s+(?=[^\W\d_])")
_REGARDING: Final = "đối với "
_HEADING_END: Final = pattern(r"\s*(?:\([^()]*\)|\[\d+\])?\s*[:.;/\-]*\s*(?:\([^()]*\))?\s*\Z")

_IN_CHARGE: Final = "phụ trách"

_CHAIRED: Final = pattern(
    r"\slàm\s(?:phó )?(?:trưởng|tổ trưởng|tổ phó|đội trưởng|chủ)[^.;:,]{0,40}[.:]?\s*\Z"
)
"""Who chairs the body that a heading names (`Tiểu ban Lễ tân: bà A làm Trưởng Tiểu ban`)."""


class Context(NamedTuple):
    """The units that stand above a paragraph; `forced` ones act in whatever stands below them.

    `persons` are those in charge by name (`2. Đồng chí Trần Thị Bình - Phó Bí thư:`).
    """

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    forced: bool = False
    persons: tuple[UnitName, ...] = ()


NOBODY: Final = Context()
"""What stands above where no heading and no lead-in names units."""


def heading_units(copy: Copy, start: int, end: int) -> Context | None:
    """Return the units that the heading `[start, end)` names, null where it is no heading of units.

    Where it names no unit, its posts stand for themselves (`1. Hiệu trưởng`), or its persons.
    """
    prefix = _HEADING_PREFIX.match(copy.low, start, end)
    place = prefix.end() if prefix else start
    number = _NUMBER.match(copy.text, place, end)
    if number:
        names = _with_number(copy, place, read_names(copy, number.end(), end, counted=True))
    else:
        names = read_names(copy, place, end, listing=_regards_body(copy, start, place, end))
    bodies = frozenset(names.units)
    units = [name for name in names.doers if name in bodies or _is_post(copy, name)]
    persons = tuple(name for name in names.persons if is_person(copy, name.start, name.end))
    if not units:
        named = bool(persons) and _HEADING_END.match(copy.text, names.end, end)
        return Context(persons=persons) if named else None
    after = _past_more(copy, names.end, end)
    if after > names.end:
        units[-1] = units[-1]._replace(text=copy.text[units[-1].start : after], end=after)
    whole = _HEADING_END.match(copy.text, past_holder(copy, after, end), end)
    chaired = not whole and _is_chaired(copy, after, end)
    return Context(tuple(units), persons=persons) if whole or chaired else None


def _with_number(copy: Copy, place: int, names: Names) -> Names:
    """Return names the first of which a number counts (`12 chi hội phụ nữ thôn`)."""
    first = names.units[:1]
    counted = [one._replace(text=copy.text[place : one.end], start=place) for one in first]
    return names._replace(units=(*counted, *names.units[1:]))


def _is_chaired(copy: Copy, place: int, end: int) -> bool:
    """Return whether behind a body's name stands who chairs it, and nothing more."""
    told = copy.text.startswith((":", " do ", " - ", " \N{EN DASH} "), place)
    return told and _CHAIRED.search(copy.low, place, end) is not None


def _past_more(copy: Copy, place: int, end: int) -> int:
    """Return where a clause ends that stands behind a heading's last body."""
    if copy.text[end - 1] in ".;":
        return place
    clause = past_clause(copy, place, end)
    return clause if _HEADING_END.match(copy.text, clause, end) else place


def _regards_body(copy: Copy, start: int, place: int, end: int) -> bool:
    """Return whether a heading regards a body in lower case (`Đối với chi bộ, trạm y tế`)."""
    if not copy.low.startswith(_REGARDING, start) or not copy.text[place].islower():
        return False
    found = head_at(copy, place, end, many=True)
    return found is not None and found[0].sort == "body"


def _is_post(copy: Copy, name: UnitName) -> bool:
    """Return whether a name is a post alone, without what is to be done.

    What follows `phụ trách` only tells which one it is (`Phó Hiệu trưởng phụ trách nuôi dưỡng`).
    """
    if is_member(name) or not name.post:
        return is_member(name)
    charge = copy.low.find(_IN_CHARGE, name.start, name.end)
    end = charge if charge >= 0 else name.end
    return not any(
        sort_at(copy.low, word.start()) == "verb"
        for word in WORD.finditer(copy.low, name.start, end)
    )
