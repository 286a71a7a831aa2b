"""Whom a heading hands down: the units, or the posts, that it names and nothing more."""

import re
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.names.heads import head_at
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.names.persons import past_holder
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.unit_words import unit_words
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

_WORD: Final = pattern(r"[^\W\d_]+")


class Context(NamedTuple):
    """The units that stand above a paragraph; `forced` ones act in whatever stands below them."""

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    forced: bool = False


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
