"""Doers inside a paragraph: `do Sở A thực hiện`, `(Sở A chủ trì)`, `… yêu cầu Sở A rà soát`."""

from typing import Final

from kehoach_parser.extract.copies import Copy, Names, UnitName
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.roles.assignment import ORDERS, Roles, unique
from kehoach_parser.extract.roles.attributes import says_label
from kehoach_parser.extract.roles.helping import LEADS, second_subject
from kehoach_parser.extract.roles.said_last import after_comma, named_last
from kehoach_parser.extract.roles.subjects import verb_past_clause
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.text.literals import places, words_at
from kehoach_parser.text.patterns import pattern

_BY: Final = "do "
_GIVEN: Final = "giao cho "
_TOLD: Final = "đã "
_BY_VERB: Final = pattern(
    r"\s*(?:là\s+)?(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|chịu trách nhiệm|làm chủ|tổ chức"
    r"|triệu tập)\b(?![^.;,]{0,40}\slàm\s(?:tổ |nhóm |đội |trưởng ))"
)
_BRACKET: Final = pattern(r"\(([^()]{3,240})\)")
_DOES: Final = pattern(
    r"\s+(?:tham mưu|thực hiện|phụ trách|chuẩn bị|chỉ đạo|đảm nhiệm)\s*(?:[,;]|\Z)"
)
"""What stands alone behind the doer in brackets (`(Ban Tổ chức tham mưu)`)."""

_JOINED: Final = pattern(r"\s+phối hợp\s+(?:với\s+)?(?=\w)")
"""What follows the doer in brackets where others join in (`(Công an xã phối hợp Trạm Y tế)`)."""

_JOINS: Final = pattern(r"(?:tích cực\s)?(?:tham gia|tham dự|dự|hưởng ứng|cử|đăng ký)\s")
"""How a paragraph begins after which `do Sở A tổ chức` says whose event others go to."""

_SPEECH: Final = pattern(r"(?:ý kiến|phát biểu|tham luận|báo cáo|thảo luận)(?:\s\w+){0,2}\s+của\s+")
_PART: Final = "; "
_NO_NAMES: Final = Names((), (), 0)


def named_inside(copy: Copy, start: int, end: int) -> Roles:
    """Return the doers named inside: `do Sở A thực hiện`, `(Sở A chủ trì)`, `yêu cầu Sở A …`.

    They count where neither the subject nor a heading names anybody.
    """
    bracketed, helping = _in_brackets(copy, start, end)
    found = (
        _named_by_words(copy, start, end) + bracketed
        or asked(copy, start, end)
        or _speaking(copy, start, end)
        or named_last(copy, start, end)
        or after_comma(copy, start, end)
    )
    return Roles(lead=unique(found), coordinating=unique(helping, without=found))


def _named_by_words(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the doers after `do` and `giao cho`, but for whose event others are to join."""
    by = words_at(copy.low, _BY, start, end)
    given = words_at(copy.low, _GIVEN, start, end)
    if not by and not given:
        return []
    if by and _JOINS.match(copy.low, start, end):
        by = []
    behind = [place + len(_BY) for place in by] + [
        place + len(_GIVEN) for place in given if not copy.low.endswith(_TOLD, start, place)
    ]
    return [
        name
        for place in behind
        if (names := read_names(copy, place, end)).units
        and _BY_VERB.match(copy.low, names.end, end)
        for name in names.units
    ]


def _in_brackets(copy: Copy, start: int, end: int) -> tuple[list[UnitName], list[UnitName]]:
    """Return who leads and who helps by what stands in brackets."""
    found: list[UnitName] = []
    helping: list[UnitName] = []
    for bracket in _BRACKET.finditer(copy.text, start, end):
        inside = bracket.span(1)
        for place in (inside[0], *(at + len(_PART) for at in places(copy.text, _PART, *inside))):
            names = _in_bracket(copy, place, inside[1])
            if names.units:
                found += names.units
                helping += second_subject(copy, names.end, inside[1])
                break
    return found, helping


def _in_bracket(copy: Copy, place: int, end: int) -> Names:
    """Return the doers of a part of a bracket (`Sở A chủ trì`), none where it says something else.

    `(hoàn thành trước 20/12; Sở A chủ trì, Sở B phối hợp)`, `(giao Sở A tham mưu)`.
    """
    if says_label(copy, place, end):
        return _NO_NAMES
    order = next((words for words in ORDERS if copy.low.startswith(words, place)), "")
    names = read_names(copy, place + len(order), end)
    acts = names.units and (
        LEADS.match(copy.low, names.end, end)
        or _DOES.match(copy.low, names.end, end)
        or _JOINED.match(copy.low, names.end, end)
    )
    return names if acts else _NO_NAMES


def asked(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the units that a sentence asks to act (`… yêu cầu Sở A rà soát`)."""
    behind = [
        place + len(words) for words in ORDERS for place in words_at(copy.low, words, start, end)
    ]
    for place in sorted(behind):
        names = read_names(copy, place, end)
        told = sort_at(copy.low, names.end + 1) in ACTING or verb_past_clause(copy, names.end, end)
        if names.units and (told or names.end == end - 1):
            return list(names.units)
    return []


def _speaking(copy: Copy, start: int, end: int) -> list[UnitName]:
    match = _SPEECH.match(copy.low, start, end)
    if match is None:
        return []
    return [name for name in read_names(copy, match.end(), end).units if not name.post]
