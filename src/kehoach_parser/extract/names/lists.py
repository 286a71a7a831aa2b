"""Names of bodies in running text and in lists: where each begins and ends, and what splits them.

A name begins with a head (`Sở`, `UBND`, `các cơ quan`), goes on over capitals and nouns, and ends
before a verb, a link or the next name. `Sở A, Sở B và UBND các xã, phường` is three; a collective
(`các sở, ban, ngành`) is one. Posts stand for their unit, named persons are none (docs/output.md).
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names, UnitName, copy_of
from kehoach_parser.extract.names.clauses import past_relative
from kehoach_parser.extract.names.growth import grow
from kehoach_parser.extract.names.heads import (
    CHIEFS,
    IN_CELL,
    LONGEST,
    NO_NAME,
    OFFICE_SIGN,
    QUANTIFIER,
    SEPARATOR,
    after_posts,
    begins,
    blank,
    head_at,
    is_person,
    past_holder,
    past_membership,
    past_title,
    person_end,
    until_separator,
)
from kehoach_parser.extract.names.member_lists import member_list
from kehoach_parser.extract.names.series import Growing
from kehoach_parser.lexicon.duty_words import ENDING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_NEXT_PIECE: Final = pattern(r"[;,/]\s*")
_FIRST_WORD: Final = pattern(r"[ \-+*•/.,;:\N{EN DASH}]{0,40}(?P<word>[^\W_]*)")
"""The first word of a list, past what may stand before it; a longer row of marks ends no list."""

_DETAIL: Final = pattern(r"\s*(?:(?:bao\s)?gồm|là|như)?\s?:\s+")
_MOST_OFFICES: Final = 3
"""Offices behind one person's name that are read (`Lê Thị Hoa - Phó Bí thư - Chủ tịch UBND xã`)."""

_MANY: Final = ("các cơ quan", "các đơn vị", "các tổ chức", "các địa phương", "các sở")
"""Collectives of which a list after a colon tells who they are."""

_OTHERS: Final = pattern(
    r"""(?P<all>(?:các\s)?(?:(?:tổ\schức|đơn\svị|doanh\snghiệp|hộ\sgia\sđình)(?:,|\svà)\s){0,3}
           cá\snhân\s(?:khác\s)?(?:có\s)?liên\squan)
      | (?:các\s)?(?:ông|bà|đồng\schí|cá\snhân|thành\sviên)(?:\s?[,(/]\s?bà\)?|\svà\sbà)?
        \s(?:có\stên|được\scử)\s[^.;:]{0,60}?(?=\s(?:chịu|có)\strách\snhiệm|\scăn\scứ)""",
    re.VERBOSE,
)
"""Who else closes a list of those that carry an act out; persons by name are none of its units."""

_WORD: Final = pattern(r"[^\W_]+")
_COMRADES: Final = (
    "các đồng chí ủy viên",
    "các đ/c ủy viên",
    "đ/c phụ trách",
    "đồng chí phụ trách",
)
"""How persons are told who hold no post (`Các đ/c Ủy viên BCH phụ trách địa bàn`)."""

_SHARED: Final = (",", " và ")
"""What stands between posts that share a body, or have none."""

_LEADING: Final = "lãnh đạo"
"""What leads others or, as a verb, is what somebody does; alone it is taken for the verb."""

_IN_CHARGE: Final = "phụ trách"
"""What belongs to a post with its object (`Phó Hiệu trưởng phụ trách chuyên môn`)."""

_COMRADE: Final = pattern(r"(?:đồng chí|đ/c|đ\.c)\s+(?=\w)")
"""What may stand before a post (`đồng chí Bí thư`)."""

_CLAUSE_END: Final = pattern(r"\s+và\s|[,;:(]")


class _Place(NamedTuple):
    """Where a name may stand: what precedes it begins at `place`, posts end at `at`."""

    copy: Copy
    place: int
    at: int
    end: int
    post: bool
    listing: bool
    counted: bool


class _One(NamedTuple):
    name: UnitName
    end: int
    person: bool


def read_names(
    copy: Copy, start: int, end: int, *, listing: bool = False, counted: bool = False
) -> Names:
    """Return the names that stand from `start` on, up to the first word that is of no name.

    With `listing` the whole stretch is a list (a cell, an attribute, a heading): unknown names
    count too, and only role words end a name. With `counted` a number like `100%` stands before
    them, as `các` does.
    """
    if listing:
        return moved(_listed(copy.text[start:end]), start)
    if counted:
        return _read(copy, start, end, listing=False, counted=True)
    first = _FIRST_WORD.match(copy.low, start, end)
    place = first.start("word") if first else end
    if first is None or first["word"] not in unit_words().openers:
        return Names((), (), place)
    known = copy.names.get(place)
    if known is None or known[0] != end:
        known = copy.names[place] = end, _read(copy, place, end, listing=False)
    return known[1]


@lru_cache(maxsize=4096)
def _listed(text: str) -> Names:
    """Return the names of a list; the cells of a register repeat each other."""
    copy = copy_of(text)
    first = _FIRST_WORD.match(copy.low)
    return _read(copy, first.start("word") if first else 0, len(text), listing=True)


def moved(names: Names, by: int) -> Names:
    """Return names that were read elsewhere with their places moved."""
    if not by:
        return names
    return Names(each_moved(names.units, by), each_moved(names.persons, by), names.end + by)


def each_moved(names: tuple[UnitName, ...], by: int) -> tuple[UnitName, ...]:
    """Return the names with their places moved."""
    return tuple([UnitName(text, start + by, end + by, post) for text, start, end, post in names])


def _read(
    copy: Copy, place: int, end: int, *, listing: bool, counted: bool = False,
    offices: int = _MOST_OFFICES,
) -> Names:  # fmt: skip
    units: list[UnitName] = []
    persons: list[UnitName] = []
    reached = place
    while place < end:
        at, post = after_posts(copy, place, end)
        chiefs = CHIEFS.match(copy.low, place, end) if post else None
        members = None if chiefs else member_list(copy, at, end, post=post)
        if chiefs:
            units.append(_named(copy, place, chiefs.end("body"), post=True))
            reached = chiefs.end()
        elif members:
            units += members.names
            reached = members.end
        else:
            one = _read_one(_Place(copy, place, at, end, post, listing, counted))
            if one is None:
                break
            heads = _DETAIL.match(copy.low, one.end, end) if units and _is_bare_post(one) else None
            if heads and head_at(copy, heads.end(), end, many=False):
                place = heads.end()  # `Chánh Văn phòng, Giám đốc: Sở A, Sở B`
                continue
            (persons if one.person else units).append(one.name)
            held, reached = _beside(copy, one, end, listing=listing, offices=offices)
            (units if listing else persons).extend(held)
        detail = _DETAIL.match(copy.low, reached, end) if units else None
        if detail and _is_told(copy, units[-1], detail.end(), end):
            units.pop()
            place = detail.end()
            continue
        step = _separator(copy, reached, end, listing=listing)
        others = _OTHERS.match(copy.low, step, end) if step and not listing else None
        if step and others:
            if others["all"]:
                units.append(_named(copy, step, others.end(), post=False))
            return Names(tuple(units), tuple(persons), others.end())
        if step is None or not (listing or begins(copy, step, end, listing=listing)):
            break
        place = step
    return Names(tuple(units), tuple(persons), reached)


def _beside(
    copy: Copy, one: _One, end: int, *, listing: bool, offices: int
) -> tuple[tuple[UnitName, ...], int]:
    """Return the offices behind a person's name, and where they or a post's holder end.

    No more than so many offices are read behind each other.
    """
    if not offices:
        return (), one.end
    if one.name.post:
        holder = past_holder(copy, one.end, end)
        if holder == one.end:
            return (), holder
        return (), _office(copy, holder, end, listing=False, offices=offices)[1]
    if one.person:
        return _office(copy, one.end, end, listing=listing, offices=offices)
    return (), one.end


def _office(
    copy: Copy, place: int, end: int, *, listing: bool, offices: int
) -> tuple[tuple[UnitName, ...], int]:
    """Return what a named person stands for behind a dash or in brackets, and where that ends.

    `Lê Thị Hoa – Hiệu trưởng`, `Lê Thị Hoa (tổ trưởng tổ Toán)`; of Party people the last office
    counts (`Lê Thị Hoa, Ủy viên Ban Thường vụ - Chánh Văn phòng`).
    """
    sign = OFFICE_SIGN.match(copy.text, past_membership(copy, place, end), end)
    if sign is None or not begins(copy, sign.end(), end, listing=False):
        return (), past_membership(copy, place, end)
    close = copy.text.find(")", sign.end(), end) if sign["bracket"] else end
    if close < 0:
        return (), place
    names = _read(copy, sign.end(), close, listing=listing, offices=offices - 1)
    held = tuple(name._replace(post=True) for name in names.units or names.doers)
    return held, close + 1 if sign["bracket"] else names.end


def _is_bare_post(one: _One) -> bool:
    """Return whether a post was read that names no body."""
    return one.person and one.name.post


def _is_told(copy: Copy, collective: UnitName, place: int, end: int) -> bool:
    """Return whether after a colon stand the bodies that `các đơn vị` are."""
    low = copy.low[collective.start : collective.end]
    capital = copy.text[place : place + 1].isupper()
    return capital and low.startswith(_MANY) and begins(copy, place, end, listing=False)


def first_word(copy: Copy, place: int, end: int) -> str:
    """Return the word with which a list of names would begin at a place, folded."""
    first = _FIRST_WORD.match(copy.low, place, end)
    return first["word"] if first else ""


def _separator(copy: Copy, place: int, end: int, *, listing: bool) -> int | None:
    found = SEPARATOR.match(copy.low, place, end)
    if found is None and listing:
        found = IN_CELL.match(copy.text, place, end)
        if found is None:
            return _after_rest(copy, place, end)
    return found.end() if found else None


def _after_rest(copy: Copy, place: int, end: int) -> int | None:
    """Return where the next name of a list begins, past words that belong to no name."""
    at = blank(copy, place, end)
    if head_at(copy, at, end, many=False) is not None:
        return at
    match = _NEXT_PIECE.search(copy.low, place, end)
    return match.end() if match else None


def _read_one(where: _Place) -> _One | None:
    """Return the name that stands at a place."""
    copy, at, end, post = where.copy, where.at, where.end, where.post
    quantifier = QUANTIFIER.match(copy.low, at, end)
    inner = quantifier.end() if quantifier else at
    counted = where.counted or quantifier is not None
    # `Các Tổ trưởng tổ dân phố`: of many, though the word stands before the post
    many = counted or (post and QUANTIFIER.match(copy.low, where.place, at) is not None)
    found = head_at(copy, inner, end, many=many)
    lower = found is None and post
    if lower:
        found = head_at(copy, inner, end, many=True)
    if found is None:
        return _without_head(where)
    head, after = found
    if head.sort == "staff" and past_title(copy, where.place, end) > where.place:
        return _without_head(where)  # `Bác sĩ Lê Văn A`
    collective = counted or head.sort in ("group", "free")
    state = Growing(copy, at, min(end, at + LONGEST), where.listing, head,
                   bare=collective and head.sort != "staff", collective=collective)  # fmt: skip
    last, reached = grow(state, after)
    if last == reached and not where.listing:
        last = reached = past_relative(copy, at, last, end)
    alone = lower and last == after and " " not in head.words  # `Trưởng phòng phê duyệt`
    single = post and not counted and head.sort == "group"
    if alone or (single and _another(copy, after, end)):
        return _without_head(where)
    if head.sort == "person":
        return _One(_named(copy, at, last, post=False), reached, True)
    if head.sort == "staff" and not quantifier and "phụ trách" in copy.low[after : reached + 12]:
        stop = _past_clause(copy, reached, end)
        whole = stop == end or copy.text[stop] == ":"
        return _One(_named(copy, at, stop if whole else reached, post=whole), stop, True)
    return _One(_named(copy, at, last, post=post), reached, False)


def _another(copy: Copy, place: int, end: int) -> bool:
    """Return whether behind a comma stands another (`Trưởng thôn, kế toán`; not `thôn, bản`)."""
    if not copy.text.startswith(", ", place):
        return False
    found = head_at(copy, place + 2, end, many=True)
    return found is None or found[0].sort != "group"


def _past_clause(copy: Copy, place: int, end: int) -> int:
    """Return the end of a person's description (`giáo viên phụ trách công tác Đoàn`)."""
    match = _CLAUSE_END.search(copy.low, place, end)
    return match.start() if match else end


def _named(copy: Copy, start: int, end: int, *, post: bool) -> UnitName:
    raw = copy.text[start:end]
    text = " ".join(raw.replace(" / ", " ").split()).rstrip(" ,;.-")
    return UnitName(text, start, start + len(raw.rstrip(" ,;.-/")), post)


def _post_end(where: _Place) -> int:
    """Return where a post that names no body ends: at a separator, in a sentence at a verb."""
    copy, place = where.copy, _past_first_post(where)
    stop = until_separator(copy, place, where.end)
    if where.listing or copy.low.startswith(_IN_CHARGE, place):
        return stop
    for word in _WORD.finditer(copy.low, place, stop):
        if copy.text[word.start()].isupper():
            continue  # `Chánh Thanh tra`
        if sort_at(copy.low, word.start()) in ENDING:
            return word.start() - copy.text.startswith(" ", word.start() - 1)
    return stop


def _past_first_post(where: _Place) -> int:
    """Return the place after the first of several posts that name no body together."""
    copy = where.copy
    quantifier = QUANTIFIER.match(copy.low, where.place, where.end)
    begin = quantifier.end() if quantifier else where.place
    comrade = _COMRADE.match(copy.low, begin, where.end)
    found = unit_words().posts.at(copy.low, comrade.end() if comrade else begin)
    if found is None or not any(sign in copy.low[found.end : where.at] for sign in _SHARED):
        return where.at
    return found.end


def _without_head(where: _Place) -> _One | None:
    copy, place, at, end = where.copy, where.place, where.at, where.end
    begin = past_title(copy, place, end)
    titled = begin > place and not after_posts(copy, begin, end)[1]
    if titled or is_person(copy, at, end):
        begin = begin if titled else at
        stop = person_end(copy, begin, end)
        return _One(_named(copy, begin, stop, post=False), stop, True)
    if where.post:
        stop = _post_end(where)
        leads = copy.low.startswith((_LEADING, *_COMRADES), place)
        if leads and copy.low.startswith(_LEADING, place) and stop <= place + len(_LEADING) + 1:
            return None
        title = _COMRADE.match(copy.low, place, at)
        begin = title.end() if title else place
        return _One(_named(copy, begin, stop, post=not leads), stop, True)
    known = where.listing and not NO_NAME.match(copy.low, at, end)
    if not (known and copy.text[at : at + 1].isalpha()):
        return None
    stop = until_separator(copy, at, end)
    lone = unit_words().heads.at(copy.low, at)
    if stop == at or (lone and lone.end == stop == end):
        return None
    return _One(_named(copy, at, stop, post=False), stop, False)
