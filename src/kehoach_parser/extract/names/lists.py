"""Lists of names in running text, in cells and in headings: what splits them, where they end.

A name begins with a head (`Sở`, `UBND`, `các cơ quan`), goes on over capitals and nouns, and ends
before a verb, a link or the next name. `Sở A, Sở B và UBND các xã, phường` is three; a collective
(`các sở, ban, ngành`) is one. Posts stand for their unit, named persons are none (docs/output.md).
"""

import re
from functools import lru_cache
from typing import Final

from kehoach_parser.extract.copies import Copy, Names, UnitName, copy_of
from kehoach_parser.extract.names.heads import (
    CHIEFS,
    IN_CELL,
    LONGEST,
    SEPARATOR,
    after_posts,
    begins,
    blank,
    head_at,
)
from kehoach_parser.extract.names.member_lists import member_list
from kehoach_parser.extract.names.persons import (
    OFFICE_SIGN,
    past_holder,
    past_seat,
)
from kehoach_parser.extract.names.series import DASH, beside
from kehoach_parser.extract.names.single import One, Place, named, read_one
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.literals import places
from kehoach_parser.text.patterns import pattern

_NEXT_PIECE: Final = pattern(r"[;,/]\s*")
_FIRST_WORD: Final = pattern(r"[ \-+*•/.,;:–]{0,40}(?P<word>[^\W_]*)")
"""The first word of a list, past what may stand before it; a longer row of marks ends no list."""

_OPENING: Final = pattern(r"(?:\d{1,2}[.)]|giao|do|và|cùng|với)\s+")
"""What may stand before the first name of a cell: its number, what assigns, a link."""

_DETAIL: Final = pattern(r"\s*(?:(?:bao\s)?gồm|là|như)?\s?:\s+")
_MOST_OFFICES: Final = 3
"""Offices behind one person's name that are read (`Lê Thị Hoa - Phó Bí thư - Chủ tịch UBND xã`)."""

_LONGEST_LISTED: Final = 90
"""Characters before a comma in which a list that goes on over it may begin."""

_MANY: Final = ("các cơ quan", "các đơn vị", "các tổ chức", "các địa phương", "các sở")
"""Collectives of which a list after a colon tells who they are."""

_MASSES: Final = ("đoàn thể ",)
"""Bodies that stand so behind any other (`Chi bộ, Mặt trận, đoàn thể vận động …`)."""
_FIRMS: Final = ("doanh nghiệp ", "hợp tác xã ", "hộ kinh doanh ", "cộng đồng ")
"""Bodies that stand without `các` at the end of such a list."""

_DASHES: Final = (" - ", " – ")
_OTHERS: Final = pattern(
    r"""(?P<all>(?:các\s)?(?:(?:tổ\schức|đơn\svị|doanh\snghiệp|hộ\sgia\sđình)(?:,|\svà)\s){0,3}
           cá\snhân(?:(?:,|\svà)\s(?:các\s)?(?:tổ\schức|đơn\svị))?\s(?:khác\s)?(?:có\s)?liên\squan)
      | (?:các\s)?(?:ông|bà|đồng\schí|cá\snhân|thành\sviên)(?:\s?[,(/]\s?bà\)?|\svà\sbà)?
        \s(?:có\stên|được\scử)\s[^.;:]{0,60}?(?=\s(?:chịu|có)\strách\snhiệm|\scăn\scứ)""",
    re.VERBOSE,
)
"""Who else closes a list of those that carry an act out; persons by name are none of its units."""


def read_names(
    copy: Copy, start: int, end: int, *, listing: bool = False, counted: bool = False,
    partners: bool = False,
) -> Names:  # fmt: skip
    """Return the names that stand from `start` on, up to the first word that is of no name.

    With `listing` the whole stretch is a list (a cell, an attribute, a heading): unknown names
    count too, and only role words end a name. With `counted` a number like `100%` stands before
    them, as `các` does. `partners` stand behind `phối hợp với`: there words like `doanh nghiệp`
    are bodies without `các`, too.
    """
    if listing:
        return moved(_listed(copy.text[start:end]), start)
    if counted:
        return _List(copy, end, listing=False, counted=True).read(start)
    first = _FIRST_WORD.match(copy.low, start, end)
    place = first.start("word") if first else end
    if first is None or (first["word"] not in unit_words().openers and place not in copy.known):
        return Names((), (), place)
    if partners:
        return _List(copy, end, listing=False, partners=True).read(place)
    known = copy.names.get(place)
    if known is None or known[0] != end:
        known = copy.names[place] = end, _List(copy, end, listing=False).read(place)
    return known[1]


@lru_cache(maxsize=4096)
def _listed(text: str) -> Names:
    """Return the names of a list; the cells of a register repeat each other."""
    copy = copy_of(text)
    first = _FIRST_WORD.match(copy.low)
    place = first.start("word") if first else 0
    opening = _OPENING.match(copy.low, place)
    if opening and begins(copy, opening.end(), len(text), listing=True):
        place = opening.end()
    return _List(copy, len(text), listing=True).read(place)


def moved(names: Names, by: int) -> Names:
    """Return names that were read elsewhere with their places moved."""
    if not by:
        return names
    return Names(each_moved(names.units, by), each_moved(names.persons, by), names.end + by)


def each_moved(names: tuple[UnitName, ...], by: int) -> tuple[UnitName, ...]:
    """Return the names with their places moved."""
    return tuple([UnitName(text, start + by, end + by, post) for text, start, end, post in names])


_STANDING: Final = ("cơ quan thường trực ", "cơ quan đầu mối ", "đơn vị thường trực ")
"""What a body is said to be behind a comma (`Sở A, cơ quan thường trực Ban Chỉ đạo, …`)."""


class _List:
    """A list of names while it is read; `reached` is where the last one ends.

    No more than `offices` are read behind each other for one person.
    """

    def __init__(
        self, copy: Copy, end: int, *, listing: bool, counted: bool = False,
        partners: bool = False, offices: int = _MOST_OFFICES,
    ) -> None:  # fmt: skip
        self._copy = copy
        self._end = end
        self._listing = listing
        self._counted = counted
        self._partners = partners
        self._offices = offices
        self._units: list[UnitName] = []
        self._persons: list[UnitName] = []
        self._reached = 0

    def read(self, place: int) -> Names:
        """Return the names from a place on, up to what is none."""
        self._reached = place
        following: int | None = place
        while following is not None and following < self._end:
            following = self._after(following)
        return Names(tuple(self._units), tuple(self._persons), self._reached)

    def _after(self, place: int) -> int | None:
        """Take what stands at a place; return where the next name stands, null where none does."""
        at, post = after_posts(self._copy, place, self._end)
        if not self._take_many(place, at, post=post):
            many = self._counted or self._is_bare(at)
            where = Place(self._copy, place, at, self._end, post, self._listing, many)
            one = read_one(where)
            if one is None:
                return None
            bodies = self._detail(one.end) if one.person and one.name.post else None
            if bodies and head_at(self._copy, bodies, self._end, many=False):
                return bodies  # `Chánh Văn phòng, Giám đốc: Sở A, Sở B`
            self._take(one)
        detail = self._detail(self._reached)
        if detail and self._is_told(self._units[-1], detail):
            self._units.pop()
            return detail
        return self._next()

    def _take_many(self, place: int, at: int, *, post: bool) -> bool:
        """Take the chiefs of all bodies of a sort, or bodies that share their first word."""
        chiefs = CHIEFS.match(self._copy.low, place, self._end) if post else None
        if chiefs:
            self._units.append(named(self._copy, place, chiefs.end("body"), post=True))
            self._reached = chiefs.end()
            return True
        members = member_list(self._copy, at, self._end, post=post)
        if members:
            self._units += members.names
            self._reached = members.end
        return members is not None

    def _take(self, one: One) -> None:
        """Take a name with the offices behind a person's, past the holder of a post."""
        beside = bool(self._units) and self._copy.text.endswith(", ", 0, one.name.start)
        if beside and self._copy.low.startswith(_STANDING, one.name.start):
            self._reached = one.end
            return
        (self._persons if one.person else self._units).append(one.name)
        seats = self._listing or one.name.post or one.person
        self._reached = past_seat(self._copy, one.end, self._end) if seats else one.end
        if self._reached > one.end or not self._offices or not (one.person or one.name.post):
            return
        if one.name.post:
            holder = past_holder(self._copy, one.end, self._end)
            if holder > one.end:
                _, self._reached = self._office(holder, listing=False)
            return
        held, self._reached = self._office(one.end, listing=self._listing)
        (self._units if self._listing else self._persons).extend(held)

    def _office(self, place: int, *, listing: bool) -> tuple[tuple[UnitName, ...], int]:
        """Return what a named person stands for behind a dash or in brackets, and where it ends.

        `Lê Thị Hoa – Hiệu trưởng`, `Lê Thị Hoa (tổ trưởng tổ Toán)`; of Party people the last
        office counts (`Lê Thị Hoa, Ủy viên Ban Thường vụ - Chánh Văn phòng`).
        """
        copy, end = self._copy, self._end
        sign = OFFICE_SIGN.match(copy.text, place, end)
        if sign is None or not begins(copy, sign.end(), end, listing=False):
            return (), place
        close = copy.text.find(")", sign.end(), end) if sign["bracket"] else end
        if close < 0:
            return (), place
        inner = _List(copy, close, listing=listing, offices=self._offices - 1)
        names = inner.read(sign.end())
        held = tuple(name._replace(post=True) for name in names.units or names.doers)
        return held, close + 1 if sign["bracket"] else names.end

    def _detail(self, place: int) -> int | None:
        """Return where what a colon announces begins behind the first bodies, null for nothing."""
        detail = _DETAIL.match(self._copy.low, place, self._end) if self._units else None
        return detail.end() if detail else None

    def _is_told(self, collective: UnitName, place: int) -> bool:
        """Return whether after a colon stand the bodies that `các đơn vị` are."""
        copy = self._copy
        many = copy.low.startswith(_MANY, collective.start, collective.end)
        capital = copy.text[place : place + 1].isupper()
        return many and capital and begins(copy, place, self._end, listing=False)

    def _next(self) -> int | None:
        """Return where the next name stands, null at the end of the list and of who closes it."""
        step = _separator(self._copy, self._reached, self._end, listing=self._listing)
        if self._listing:
            return step
        step = step or self._past_dash()
        if step is None:
            return None
        others = _OTHERS.match(self._copy.low, step, self._end)
        if others:
            if others["all"]:
                self._units.append(named(self._copy, step, others.end(), post=False))
            self._reached = others.end()
            return None
        bare = self._is_bare(step)
        return step if bare or begins(self._copy, step, self._end, listing=False) else None

    def _past_dash(self) -> int | None:
        """Return where a body stands behind a dash, beside the one before it, null for none."""
        signed = self._copy.text.startswith(_DASHES, self._reached)
        dash = DASH.match(self._copy.text, self._reached, self._end) if signed else None
        last = self._units[-1] if dash and self._units else None
        found = last and head_at(self._copy, last.start, last.end, many=True)
        if dash is None or not found:
            return None
        return dash.end() if beside(self._copy, dash.end(), self._end, found[0].words) else None

    def _is_bare(self, place: int) -> bool:
        """Return whether a word for a sort of bodies stands for partners (`doanh nghiệp`).

        So does the word of the name before it (`Đội văn nghệ, đội bóng chuyền`).
        """
        copy, end = self._copy, self._end
        if self._listing or not copy.text[place : place + 1].islower():
            return False
        if self._units and same_sort(copy, self._units[-1], place):
            return True
        if not (self._partners or self._of_many(place)):
            return False
        found = head_at(copy, place, end, many=True)
        return (
            found is not None
            and found[0].sort in ("group", "body")
            and head_at(copy, place, end, many=False) is None
        )

    def _of_many(self, place: int) -> bool:
        """Return whether a list of bodies goes on so (`Các Tập đoàn, doanh nghiệp A`)."""
        copy = self._copy
        if not self._units or copy.low.startswith(_MASSES, place):
            return bool(self._units)
        many = copy.low.startswith("các ", self._units[0].start)
        return many and copy.low.startswith(_FIRMS, place)


def same_sort(copy: Copy, name: UnitName, place: int) -> bool:
    """Return whether the word that begins a name in a capital begins another in a small letter."""
    begun = copy.low[name.start : name.start + 2]
    if not copy.low.startswith(begun, place) or not copy.text[name.start].isupper():
        return False
    head = head_at(copy, name.start, len(copy.low), many=True)
    other = head_at(copy, place, len(copy.low), many=True) if head else None
    if head is None or other is None or head[0].sort not in ("body", "group"):
        return False
    return head[0].words == other[0].words


def listed_over(copy: Copy, start: int, comma: int) -> int:
    """Return where a list of names begins that goes on over a comma, -1 without one."""
    begin = max(start, comma - _LONGEST_LISTED)
    for at in places(copy.text, " ", begin, comma):
        if read_names(copy, at + 1, comma + LONGEST).end > comma:
            return at + 1
    return -1


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
