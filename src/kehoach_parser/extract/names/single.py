"""One name at a place: a body by its head, a person, or a post that names no body."""

from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.names.clauses import past_relative
from kehoach_parser.extract.names.growing import Growing
from kehoach_parser.extract.names.growth import grow
from kehoach_parser.extract.names.heads import (
    LONGEST,
    NO_NAME,
    QUANTIFIER,
    after_posts,
    head_at,
    until_separator,
)
from kehoach_parser.extract.names.persons import (
    is_person,
    past_title,
    person_end,
    without_holder,
)
from kehoach_parser.lexicon.duty_words import ENDING, sort_at
from kehoach_parser.lexicon.unit_words import Head, unit_words
from kehoach_parser.text.letters import SYLLABLE_OR_NUMBER
from kehoach_parser.text.patterns import pattern

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

_CHARGE: Final = pattern(
    rf"{_IN_CHARGE}\s(?:(?:các|công tác|việc|hoạt động|khâu|mảng|bộ phận|lĩnh vực|nội dung|về)\s)*"
)
"""How a charge begins; its object may be a verb (`phụ trách thu học phí`)."""

_TURNING: Final = frozenset({"verb", "adverb", "modal"})
"""Sorts of words that no object goes on with (`phụ trách thôn 3 dự họp`)."""

_MEMBER: Final = "thành viên"
"""Whoever is on a board, who acts as those do who hold a post (`Các thành viên rà soát`)."""

_OFFICIALS: Final = ("cán bộ", "công chức", "viên chức")
"""Heads of people who are told, as staff are, by their charge."""

_HEADING_ENDS: Final = ("", "\n", ":")
"""What follows a charge in a heading (`Phó Hiệu trưởng phụ trách chăm sóc nuôi dưỡng`)."""

_COMRADE: Final = pattern(r"(?:các\s+)?(?:đồng chí|đ/c|đ\.c)\s+(?=\w)")
"""What may stand before a post (`đồng chí Bí thư`)."""

_CLAUSE_END: Final = pattern(r"\s+và\s|[,;:(]")


class Place(NamedTuple):
    """Where a name may stand: what precedes it begins at `place`, posts end at `at`."""

    copy: Copy
    place: int
    at: int
    end: int
    post: bool
    listing: bool
    counted: bool


class One(NamedTuple):
    """A name, the end of what stands beside it (brackets), and whether it is of no body."""

    name: UnitName
    end: int
    person: bool


def read_one(where: Place) -> One | None:
    """Return the name that stands at a place, null for none."""
    known = where.copy.known.get(where.at)
    if known is not None:
        name = named(where.copy, where.at, known, post=where.post)
        bracket = where.copy.text.startswith(" (", known)
        close = where.copy.text.find(")", known, known + LONGEST) if bracket else -1
        return One(name, max(known, close + 1), False)
    return _with_head(where) or _without_head(where)


def _with_head(where: Place) -> One | None:
    """Return the body, or the people, whose head stands at a place."""
    copy, at, end, post = where.copy, where.at, where.end, where.post
    quantifier = QUANTIFIER.match(copy.low, at, end)
    begin = quantifier.end() if quantifier else at
    counted = where.counted or quantifier is not None
    # `Các Tổ trưởng tổ dân phố`: of many, though the word stands before the post
    many = counted or (post and QUANTIFIER.match(copy.low, where.place, at) is not None)
    found = head_at(copy, begin, end, many=many)
    lower = found is None and post
    if lower:
        found = head_at(copy, begin, end, many=True)
    if found is None:
        return None
    head, after = found
    if head.sort == "staff" and past_title(copy, where.place, end) > where.place:
        return None  # `Bác sĩ Lê Văn A`
    of_board = head_at(copy, after + 1, end, many=False) if head.sort == "person" else None
    last, reached = _grown(where, *(of_board or found), counted=counted)
    if post:
        last = without_holder(copy, begin, last)
    alone = lower and last == after and " " not in head.words  # `Trưởng phòng phê duyệt`
    single = post and not counted and head.sort == "group"
    if alone or (single and _another(copy, after, end)):
        return None
    staff = head.sort == "staff" or head.words in _OFFICIALS
    if staff and not quantifier and _IN_CHARGE in copy.low[after : reached + 12]:
        return _in_charge(where, reached)
    person = head.sort == "person"
    member = head.words == _MEMBER and (counted or _heads_board(copy, at, of_board))
    held = member if person else post
    return One(named(copy, at, last, post=held), reached, person)


def _heads_board(copy: Copy, at: int, of_board: tuple[Head, int] | None) -> bool:
    """Return whether `thành viên` at a place has its board; capitals head a list of names."""
    return of_board is not None and copy.text[at + 1].islower()


def _grown(where: Place, head: Head, after: int, *, counted: bool) -> tuple[int, int]:
    """Return where the name whose head ends at `after` ends, and what stands in brackets there."""
    copy, at = where.copy, where.at
    collective = counted or head.sort in ("group", "free")
    state = Growing(copy, at, min(where.end, at + LONGEST), where.listing, head,
                   bare=collective and head.sort != "staff", collective=collective)  # fmt: skip
    last, reached = grow(state, after)
    if last == reached and not where.listing:
        last = past_relative(copy, at, last, where.end)
        reached = last
    return last, reached


def _in_charge(where: Place, place: int) -> One:
    """Return a person whom a duty tells (`giáo viên phụ trách công tác Đoàn`).

    At the end or before a colon the words stand for a post.
    """
    copy, at, end = where.copy, where.at, where.end
    clause = _CLAUSE_END.search(copy.low, place, end)
    last = clause.start() if clause else end
    stop = _charge_end(copy, copy.low.find(_IN_CHARGE, at, last), last)
    whole = stop == end or stop < last or copy.text[stop] == ":"
    return One(named(copy, at, stop if whole else place, post=whole), stop, True)


def _without_head(where: Place) -> One | None:
    """Return a person, a post that names no body, or in a list a name of no known sort."""
    copy, at, end = where.copy, where.at, where.end
    begin = past_title(copy, where.place, end)
    titled = begin > where.place and not after_posts(copy, begin, end)[1]
    if titled or is_person(copy, at, end):
        begin = begin if titled else at
        stop = person_end(copy, begin, end)
        return One(named(copy, begin, stop, post=False), stop, True)
    return _post_alone(where) if where.post else _unknown(where)


def _post_alone(where: Place) -> One | None:
    """Return a post that names no body; `lãnh đạo` alone is a verb."""
    copy, place = where.copy, where.place
    stop = _post_end(where)
    leading = copy.low.startswith(_LEADING, place)
    if leading and stop <= place + len(_LEADING) + 1:
        return None
    title = _COMRADE.match(copy.low, place, where.at)
    begin = title.end() if title else place
    held = not (leading or copy.low.startswith(_COMRADES, place))
    return One(named(copy, begin, stop, post=held), stop, True)


def _unknown(where: Place) -> One | None:
    """Return a name of no known sort, up to the next separator of its list."""
    copy, at, end = where.copy, where.at, where.end
    if not where.listing or not copy.text[at : at + 1].isalpha():
        return None
    stop = until_separator(copy, at, end)
    lone = unit_words().heads.at(copy.low, at)
    cut = lone is not None and lone.end == stop == end and " " not in copy.text[at:stop] and at > 0
    if NO_NAME.match(copy.low, at, end) or stop == at or cut:
        return None
    close = copy.text.find(")", stop, end) if copy.text.startswith("(", stop) else -1
    return One(named(copy, at, stop, post=False), max(stop, close + 1), False)


def _post_end(where: Place) -> int:
    """Return where a post that names no body ends: at a separator, in a sentence at a verb."""
    copy, place = where.copy, _past_first_post(where)
    stop = until_separator(copy, place, where.end)
    if where.listing:
        return stop
    if copy.low.startswith(_IN_CHARGE, place):
        return _charge_end(copy, place, stop)
    for word in SYLLABLE_OR_NUMBER.finditer(copy.low, place, stop):
        if copy.text[word.start()].isupper():
            continue  # `Chánh Thanh tra`
        if sort_at(copy.low, word.start()) in ENDING:
            return word.start() - copy.text.startswith(" ", word.start() - 1)
    return stop


def _charge_end(copy: Copy, place: int, stop: int) -> int:
    """Return where a charge ends: before what its holder does (`phụ trách kho kiểm kê thuốc`)."""
    charge = _CHARGE.match(copy.low, place, stop) if place >= 0 else None
    words = list(SYLLABLE_OR_NUMBER.finditer(copy.low, charge.end(), stop)) if charge else []
    began = False
    verb = -1
    for word in words:
        if word.start() < verb:
            continue
        found = unit_words().duties.at(copy.low, word.start())
        turning = found is not None and found.value in _TURNING
        verb = found.end if found and turning else verb
        closing = verb >= stop and copy.text[stop : stop + 1] in _HEADING_ENDS
        if began and turning and not closing and copy.text[word.start()].islower():
            return word.start() - 1
        began = began or not turning or copy.low.count(" ", word.start(), verb) > 1
    return stop


def _past_first_post(where: Place) -> int:
    """Return the place after the first of several posts that name no body together."""
    copy = where.copy
    quantifier = QUANTIFIER.match(copy.low, where.place, where.end)
    begin = quantifier.end() if quantifier else where.place
    found = unit_words().posts.at(copy.low, begin)
    if found is None or not any(sign in copy.low[found.end : where.at] for sign in _SHARED):
        return where.at
    return found.end


def _another(copy: Copy, place: int, end: int) -> bool:
    """Return whether behind a comma stands another (`Trưởng thôn, kế toán`; not `thôn, bản`)."""
    if not copy.text.startswith(", ", place):
        return False
    found = head_at(copy, place + 2, end, many=True)
    return found is None or found[0].sort != "group"


def named(copy: Copy, start: int, end: int, *, post: bool) -> UnitName:
    """Return a name by its place, as written but for blanks and breaks of cells."""
    raw = copy.text[start:end]
    text = " ".join(raw.replace(" / ", " ").split()).rstrip(" ,;.-")
    return UnitName(text, start, start + len(raw.rstrip(" ,;.-/")), post)
