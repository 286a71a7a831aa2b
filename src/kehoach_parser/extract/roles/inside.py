"""Doers inside a paragraph: `do Sở A thực hiện`, `(Sở A chủ trì)`, `… yêu cầu Sở A rà soát`."""

from typing import Final

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.names.lists import listed_over, read_names
from kehoach_parser.extract.roles.acting import ASSIGNING, verb_past_clause
from kehoach_parser.extract.roles.assignment import ORDERS, Roles, order_at, unique
from kehoach_parser.extract.roles.attributes import says_label
from kehoach_parser.extract.roles.helping import (
    COORDINATES,
    LEADS,
    ONLY_HELPS,
    STEP,
    helping_behind,
)
from kehoach_parser.extract.roles.said_last import BREAK, after_comma, named_last
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.text.literals import places, words_at
from kehoach_parser.text.patterns import pattern

_BY: Final = "do "
_GIVEN: Final = "giao cho "
_TOLD: Final = "đã "
_BY_VERB: Final = pattern(
    r"\s*(?:là\s+)?(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|chịu trách nhiệm|làm chủ|tổ chức"
    r"|triệu tập|chuẩn bị|tham mưu|đảm nhận)\b(?![^.;,]{0,40}\slàm\s(?:tổ |nhóm |đội |trưởng ))"
)
_BRACKET: Final = pattern(r"\(([^()]{3,240})\)")
_DOES: Final = pattern(
    r"\s+(?:tham mưu|thực hiện|phụ trách|chuẩn bị|chỉ đạo|đảm nhiệm|phục vụ|theo dõi)"
    r"\s*(?:[,;.]|\Z|(?:trước|trong|từ|xong|hoàn thành|hằng|hàng|định kỳ)\s)"
)
"""What stands alone behind the doer in brackets (`(Ban Tổ chức tham mưu)`)."""

_HYPHEN: Final = " - "
_DASH: Final = " \N{EN DASH} "

_JOINED: Final = pattern(r"\s+phối hợp\s+(?:với\s+)?(?=\w)")
"""What follows the doer in brackets where others join in (`(Công an xã phối hợp Trạm Y tế)`)."""

_JOINS: Final = pattern(r"(?:tích cực\s)?(?:tham gia|tham dự|dự|hưởng ứng|cử|đăng ký)\s")
"""How a paragraph begins after which `do Sở A tổ chức` says whose event others go to."""

_JOINED_EVENT: Final = pattern(r"(?<!\w)(?:tham gia|tham dự|dự) [^.;:]{0,80}\Z")
"""How the words before `do Sở A tổ chức` end where they tell the event that somebody goes to."""

_SPEECH: Final = pattern(r"(?:ý kiến|phát biểu|tham luận|báo cáo|thảo luận)(?:\s\w+){0,2}\s+của\s+")


def named_inside(copy: Copy, start: int, end: int) -> Roles:
    """Return the doers named inside: `do Sở A thực hiện`, `(Sở A chủ trì)`, `yêu cầu Sở A …`.

    They count where neither the subject nor a heading names anybody.
    """
    bracketed, helping = told_in_brackets(copy, start, end)
    by, others = _named_by_words(copy, start, end)
    found = by + bracketed
    helping += others
    if not (found or helping):
        found, helping = _behind_dash(copy, start, end)
    if not (found or helping):
        found, helping = _behind_comma(copy, start, end)
    found = (
        found
        or asked(copy, start, end)
        or _speaking(copy, start, end)
        or named_last(copy, start, end)
        or after_comma(copy, start, end)
    )
    return Roles(lead=unique(found), coordinating=unique(helping, without=found))


def _named_by_words(copy: Copy, start: int, end: int) -> tuple[list[UnitName], list[UnitName]]:
    """Return who leads and helps after `do` and `giao cho`, but for whose event others join."""
    by = words_at(copy.low, _BY, start, end)
    given = words_at(copy.low, _GIVEN, start, end)
    found: list[UnitName] = []
    helping: list[UnitName] = []
    if by and not _JOINS.match(copy.low, start, end):
        for place in by:
            names = read_names(copy, place + len(_BY), end)
            verb = _BY_VERB.match(copy.low, names.end, end)
            if names.units and verb and not _JOINED_EVENT.search(copy.low, start, place):
                found += names.units
                helping += helping_behind(copy, verb.end(), end)
    for place in given:
        names = read_names(copy, place + len(_GIVEN), end)
        if names.units and not copy.low.endswith(_TOLD, start, place):
            ends = names.end >= end or copy.text[names.end] in ".;"
            acts = ends or _BY_VERB.match(copy.low, names.end, end)
            found += names.units if acts else ()
    return found, helping


def told_in_brackets(copy: Copy, start: int, end: int) -> tuple[list[UnitName], list[UnitName]]:
    """Return who leads and who helps by what stands in brackets."""
    found: list[UnitName] = []
    helping: list[UnitName] = []
    for bracket in _BRACKET.finditer(copy.text, start, end):
        inside = bracket.span(1)
        for place in (inside[0], *(step.end() for step in BREAK.finditer(copy.text, *inside))):
            leading, others = _told(copy, place, inside[1])
            if leading or others:
                found += leading
                helping += others
                break
    return found, helping


def _behind_dash(copy: Copy, start: int, end: int) -> tuple[list[UnitName], list[UnitName]]:
    """Return who leads and who helps behind the last dash: `Trồng 500 cây - Đoàn xã thực hiện.`."""
    dash = max(copy.text.rfind(_HYPHEN, start, end), copy.text.rfind(_DASH, start, end))
    place = dash + len(_DASH)
    if dash < 0 or not (copy.text[place : place + 1].isupper() or order_at(copy, place)):
        return [], []
    return _told(copy, place, end)


def _behind_comma(copy: Copy, start: int, end: int) -> tuple[list[UnitName], list[UnitName]]:
    """Return who chairs behind a comma, and who helps: `Mở lớp, Sở A chủ trì, Sở B phối hợp`."""
    for comma in places(copy.text, ", ", start, end):
        begin = comma + len(", ")
        if not copy.text[begin : begin + 1].isupper():
            continue
        names = read_names(copy, begin, end)
        leads = LEADS.match(copy.low, names.end, end) if names.units else None
        listed = listed_over(copy, start, comma) if leads else -1
        if leads and (listed < 0 or copy.text[listed].islower()):
            return list(names.units), helping_behind(copy, leads.end(), end)
    return [], []


def _told(copy: Copy, start: int, end: int) -> tuple[list[UnitName], list[UnitName]]:
    """Return who leads and who helps by short clauses, nobody where they say something else.

    `Sở A chủ trì, Sở B phối hợp`, `giao Sở A tham mưu`, `Sở A chủ trì; các xã thực hiện`, or
    `Sở B phối hợp` alone.
    """
    found: list[UnitName] = []
    helping: list[UnitName] = []
    place = start
    while True:
        order = order_at(copy, place)
        names = read_names(copy, place + len(order), end)
        if not names.units or (place == start and says_label(copy, start, end)):
            break
        if LEADS.match(copy.low, names.end, end) or _DOES.match(copy.low, names.end, end):
            found += names.units
        elif (found and COORDINATES.match(copy.low, names.end, end)) or ONLY_HELPS.match(
            copy.low, names.end, end
        ):
            helping += names.units
        elif found and sort_at(copy.low, names.end + 1) == "verb":
            found += names.units
        elif not found and _JOINED.match(copy.low, names.end, end):
            return list(names.units), helping
        step = STEP.search(copy.low, names.end, end)
        if step is None:
            break
        place = step.end()
    return found, helping


def asked(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the units that a sentence asks to act (`… yêu cầu Sở A rà soát`)."""
    behind = [
        place + len(words)
        for words in ORDERS
        for place in words_at(copy.low, words, start, end)
        if ASSIGNING.match(copy.low, place, end)
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
