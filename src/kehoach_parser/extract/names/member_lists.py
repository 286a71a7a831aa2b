"""Bodies of one sort that share their first word: `các Sở: Nội vụ, Tài chính và Y tế`.

Places are listed beside each other too, some without their kind (`Thành phố Huế, Đà Nẵng`).
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.names.heads import after_posts, head_at
from kehoach_parser.lexicon.bodies import is_whole
from kehoach_parser.lexicon.duty_words import ENDING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_HEAD: Final = pattern(
    r"(?:(?:các|những)\s|(?=(?:bộ|sở)\s?:))"
    r"(?P<head>bộ|sở|ban|phòng|vụ|cục|chi cục|tổng cục|viện|trung tâm|hội"
    r"|công ty|tổng công ty|tập đoàn|ngân hàng)"
    r"(?P<mixed>,\s(?:(?:ban,?\s)?ngành|cơ quan|đơn vị)(?=\s?:))?"
    r"(?P<colon>\s?:)?\s(?=[^\W\d_])"
)
_TERRITORIES: Final = pattern(
    r"(?P<body>(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|công an|trạm y tế)\s)?các\s"
    r"(?P<kind>xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|khu phố"
    r"|tổ dân phố)(?P<colon>\s?:)?\s(?=[^\W_])"
)
"""Bodies of places that are listed by name (`UBND các xã: Na Lương, Bản Thí và phường Đồi Cao`)."""

_FIRST_SECTORS: Final = (
    "công an, ", "thuế, ", "hải quan, ", "quân sự, ", "biên phòng, ", "kiểm lâm, ",
    "quản lý thị trường, ", "bộ đội biên phòng, ",
)  # fmt: skip
"""Sectors that begin a list of bodies; others name what is done (`Giáo dục, Y tế`)."""

_SECTOR_WORDS: Final = (
    r"(?:Công an|Thuế|Hải quan|Quân sự|Quân đội|Bộ đội Biên phòng|Biên phòng|Kiểm lâm"
    r"|Quản lý thị trường|Y tế|Tài chính|Nội vụ|Tư pháp|Thanh tra|Kho bạc|Ngân hàng|Thú y"
    r"|Giáo dục|Viện kiểm sát|Tòa án|Thống kê|Bảo hiểm xã hội)(?!\w)"
)
_SECTOR: Final = pattern(_SECTOR_WORDS)
_SECTORS: Final = pattern(
    rf"{_SECTOR_WORDS}(?:,\s{_SECTOR_WORDS}){{1,9}}(?:,?\svà\s{_SECTOR_WORDS})?"
    rf"(?!\s[{UPPER}\d])"
)
_MANY: Final = "các "
_LONGEST_BODY: Final = 32
_KINDS: Final = (
    "[xX]ã|[pP]hường|[đĐ]ặc khu|[tT]hị trấn|[hH]uyện|[qQ]uận|[tT]hị xã|[tT]hành phố|[tT]ỉnh"
)
_PLACE: Final = pattern(
    rf"(?:(?P<kind>{_KINDS})\s)?"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:(?:\s(?:-\s)?|-|')[{UPPER}\d][^\W_]*)*)"
)
_PIECE: Final = pattern(r"[^\W\d_][^,;:.()\n|]*?(?=\s*[,;:.()\n|]|\s(?:và|cùng)\s|\s*\Z)")
_PLACE_WORDS: Final = ("xã ", "phường ", "đặc khu ", "thị ", "huyện ", "quận ", "thành ", "tỉnh ")
"""How the words for places begin, before any of them is looked up."""

_STEP: Final = pattern(r"\s*,\s*(?:và\s+)?|\s+và\s+")
_ITEM: Final = pattern(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_AND: Final = " và "
_KNOWN_AS: Final = ("Sở", "Bộ", "Phòng", "Ban")
"""Heads under which a field with a comma or `và` is known as one (`Văn hóa, Thể thao …`)."""

_LONGEST: Final = 3
"""Into how many pieces commas and `và` cut one body's field."""


class Members(NamedTuple):
    """The bodies with the first word that they share, and where the list ends."""

    names: tuple[UnitName, ...]
    end: int


def member_list(copy: Copy, place: int, end: int, *, post: bool) -> Members | None:
    """Return the bodies of a list that names their first word once, null for no such list."""
    found = _HEAD.match(copy.low, place, end)
    if found:
        return _of_sort(copy, found, end, post=post)
    sectors = _sectors(copy, place, end) if copy.low.startswith(_FIRST_SECTORS, place) else None
    if sectors:
        return sectors
    listed = copy.low.find(_MANY, place, place + _LONGEST_BODY) >= 0
    many = _of_places(copy, place, end, post=post) if listed else None
    return many or _places(copy, place, end, post=post)


def _listed(
    copy: Copy, place: int, end: int, one: Callable[[int], UnitName | None], *, least: int
) -> Members | None:
    """Return the names that stand beside each other, each read by `one`; null for too few."""
    names: list[UnitName] = []
    while place < end and (name := one(place)):
        names.append(name)
        step = _ITEM.match(copy.low, name.end, end)
        if step is None:
            break
        place = step.end()
    return Members(tuple(names), names[-1].end) if len(names) >= least else None


def _of_sort(copy: Copy, sort: re.Match[str], end: int, *, post: bool) -> Members | None:
    """Return `các Sở: Nội vụ, Tài chính`; without a colon only well-known bodies make a list."""
    head = sort["head"].capitalize()
    told = sort["colon"] and not sort["mixed"] and copy.low[sort.start()] in "cn"

    def one(at: int) -> UnitName | None:
        if not copy.text[at].isupper() or after_posts(copy, at, end)[1]:
            return None
        stop, known = _member(copy, head, at, end)
        if stop == at or not (known or told):
            return None
        return UnitName(f"{head} {' '.join(copy.text[at:stop].split())}", at, stop, post)

    return _listed(copy, sort.end(), end, one, least=1 if sort["colon"] else 2)


def _sectors(copy: Copy, place: int, end: int) -> Members | None:
    """Return the sectors of a list (`Công an, Thuế, Y tế`), null where a place or more follows."""
    row = _SECTORS.match(copy.text, place, end)
    if row is None or not _is_place(copy, row.end(), end):
        return None
    found = tuple(
        UnitName(one[0], one.start(), one.end()) for one in _SECTOR.finditer(copy.text, *row.span())
    )
    return Members(found, row.end())


def _of_places(copy: Copy, place: int, end: int, *, post: bool) -> Members | None:
    """Return `UBND các xã: Na Lương, Bản Thí và phường Đồi Cao`, each with the body's name."""
    found = _TERRITORIES.match(copy.low, place, end)
    if found is None:
        return None
    body = copy.text[place : found.end("body")] if found["body"] else ""
    kind = found["kind"]

    def one(at: int) -> UnitName | None:
        nonlocal kind
        match = _place_at(copy, at, end)
        if match is None:
            return None
        kind = match["kind"] or kind
        return UnitName(f"{body}{kind} {match['name']}", match.start("name"), match.end(), post)

    return _listed(copy, found.end(), end, one, least=1 if found["colon"] else 2)


def _places(copy: Copy, place: int, end: int, *, post: bool) -> Members | None:
    """Return the places that a list names as it writes them, null for fewer than two."""
    if not copy.low.startswith(_PLACE_WORDS, place):
        return None
    first = head_at(copy, place, end, many=False)
    if first is None or first[0].sort != "territory":
        return None

    def one(at: int) -> UnitName | None:
        match = _place_at(copy, at, end)
        if match is None or (match["kind"] is None and (at == place or _is_body(copy, at, end))):
            return None
        return UnitName(match[0], at, match.end(), post)

    return _listed(copy, place, end, one, least=2)


def _place_at(copy: Copy, place: int, end: int) -> re.Match[str] | None:
    """Return a place's name, with or without its kind, that goes on in no small letters."""
    match = _PLACE.match(copy.text, place, end)
    return match if match and _is_place(copy, match.end(), end) else None


def _is_body(copy: Copy, place: int, end: int) -> bool:
    """Return whether a post or the name of another sort of body begins at a place of a list."""
    named = head_at(copy, place, end, many=False) is not None
    return named or after_posts(copy, place, end)[1]


def _is_place(copy: Copy, place: int, end: int) -> bool:
    """Return whether a place's name ends at an offset, rather than go on in lower case."""
    following = copy.text[place : min(end, place + 2)]
    if not following.startswith(" ") or not following[1:].islower():
        return True
    return sort_at(copy.low, place + 1) != "" or copy.low.startswith("và ", place + 1)


def _member(copy: Copy, head: str, place: int, end: int) -> tuple[int, bool]:
    """Return where a body of the list ends, and whether it is well known."""
    first = place
    known = at = place
    kinds: tuple[str, ...] = (head, *_KNOWN_AS)
    for _ in range(_LONGEST):
        piece = _PIECE.match(copy.text, at, end)
        if piece is None:
            break
        cut = _before_verb(copy, at, piece.end())
        step = _STEP.match(copy.low, piece.end(), end)
        goes_on = step is not None and copy.text[step.end() : step.end() + 1].isupper()
        listed = goes_on and copy.text.startswith(",", piece.end())
        if any(is_whole(f"{word} {copy.text[place:cut]}") for word in kinds):
            known = cut
            kinds = (head,) if is_whole(f"{head} {copy.text[place:cut]}") else kinds
        first = first if at > place else (piece.end() if listed else cut)
        joined = known == cut and listed and copy.low.find(_AND, place, cut) > 0
        if step is None or not goes_on or joined:
            break
        at = step.end()
    if known > place:
        return known, True
    return (place if unit_words().heads.at(copy.low, place) else first), False


def _before_verb(copy: Copy, place: int, end: int) -> int:
    """Return where the last body of a list ends: before the first verb or link."""
    words = unit_words()
    at = place
    while at < end:
        inner = words.inner.at(copy.low, at)
        word = None if inner else words.duties.at(copy.low, at)
        named = copy.text[at].isupper()  # `Đào tạo`: its second syllable is a verb too
        if word and word.value in ENDING and not named:
            return at - 1
        past = (inner or word if named else inner) or None
        gap = copy.text.find(" ", past.end if past else at, end)
        if gap < 0:
            break
        at = gap + 1
    return end
