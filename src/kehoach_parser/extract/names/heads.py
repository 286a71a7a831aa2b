"""Where a body's name may begin: posts before it, `các`, its head; and what parts names."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.persons import is_person, past_holder, past_seat, past_title
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.unit_words import Head, unit_words
from kehoach_parser.text.patterns import pattern

_BLANKS: Final = pattern(r"\s*")
_AFTER_POST: Final = pattern(r"(?:(?:ban|đoàn|đơn vị|khoa|phòng|trạm)\b\s?)?(?:[,/]|và\s)\s*")
_TWICE: Final = pattern(r"\s+(?P<body>ban|phòng|khoa|đoàn|đội|tổ)(?=\s+(?P=body)\s)")
"""The word for a body that its chief's post repeats (`Trưởng ban Ban Quản lý …`)."""

_BREAK_AFTER_POST: Final = pattern(r"\s*(?:/\s+)?")
_GENERIC: Final = tuple(
    f" {word} "
    for word in (
        "các",
        "cấp",
        "tỉnh",
        "thành phố",
        "huyện",
        "xã",
        "phường",
        "nhà nước",
        "nhân dân",
        "cơ sở",
    )
)
"""What a body's head in lower case may go on with (`ủy ban nhân dân các xã`)."""

_PLACES: Final = ("trung tâm",)
"""Heads that in lower case mean a place."""

_WHICH: Final = " nào "
"""What makes of a body any that does something (`đơn vị nào chậm nộp …`)."""

_GUARD: Final = "bảo vệ"
_GUARDS: Final = pattern(
    r"bảo vệ(?=\s*(?:[:.;)]|\Z)|\s(?:trường|cơ quan|nhà trường)\b|,\s(?P<next>\w))"
)
"""A word for those who guard, which is a verb elsewhere (`Bảo vệ: khóa cổng`)."""

_SHORTEST: Final = 2
"""Letters of the shortest abbreviations, which small letters do not write."""

QUANTIFIER: Final = pattern(
    r"(?:tất cả các|tất cả|toàn thể các|toàn thể|toàn bộ các|một số|các|những|từng|mỗi|mọi"
    r"|quý(?=\s(?:cơ quan|đơn vị|sở|ban|trường|công ty)\b)|\d{1,3}(?:%|/\d{1,3})?)\s+"
    r"(?:(?:ông|bà|thầy(?!, cô giáo)|cô|em|đồng chí|đ/c)(?:\s*[(/,]\s*(?:bà|cô)\s*\)?)?:?\s+"
    r"(?:trong\s+(?=(?:ban|tổ|chi)\b))?)?"
)
"""`Các`, a number, a share, also with titles of who holds a post (`Các ông (bà) tổ trưởng`)."""

MANY: Final = pattern(r"(?<!\w)(?:các|những|từng|mỗi|mọi|một số|tất cả|toàn thể)\s")
"""Words that make of bodies or things a sort of them."""

SEPARATOR: Final = pattern(
    r",?\s+mà (?:trực tiếp|nòng cốt) là\s+|, trực tiếp là\s+"
    r"|\s*[,;]\s*(?:(?:và|cùng|cùng với|hoặc)\s+)?(?:/\s+(?:\d{1,2}[.)]\s+)?)?(?:[-+*•]\s*)?"
    r"|\s+[/+]\s+(?:[-+*•]\s*|\d{1,2}[.)]\s+)?"
    r"|(?<=\w\w)/(?=[^\W\d_]{2})"
    r"|\s+(?:và|cùng với|cùng(?! cấp)|hoặc|&)\s+"
)
"""What stands between two names: an arm (`mà trực tiếp là`), signs and a bullet, a break in a

cell, `Sở A/Sở B`, words.
"""
IN_CELL: Final = pattern(r"\s*/\s*(?=[^\W\d_])|\s+[-+•]\s+(?=[A-ZĐ])")
ROLE_WORDS: Final = pattern(
    r"(?:(?:là|làm)\s(?:cơ quan\s|đơn vị\s)?)?(?:chủ trì|phối hợp|chịu trách nhiệm|thực hiện"
    r"|tham mưu|phụ trách|theo dõi|đầu mối)\b"
)
NO_NAME: Final = pattern(
    r"(?:theo|căn cứ|không|như|tùy|hằng|hàng|trong|trước|sau|từ|đến|khi|nếu|năm|tháng|quý|ngày"
    r"|hoàn thành|thời gian|x)\b"
)
CHIEFS: Final = pattern(
    r"(?P<body>(?:các|những)\s(?:bộ|tổng cục|cục|vụ|chi cục))\strưởng(?=\s*[,;]|\s+và\s|\s+chịu\s)"
)
"""Heads of all bodies of a sort, which stand for these (`các Vụ trưởng, Cục trưởng Cục A`)."""

CAPITALS: Final = pattern(r"[A-ZĐ&][A-ZĐ&0-9.\-]{1,}(?![^\W\d_])")


_MINISTER: Final = "bộ trưởng"
_CHIEF: Final = ", thủ trưởng "
"""Begins another post; its body is none of the minister's before it."""

LONGEST: Final = 240
"""Characters that a name has at most."""


def after_posts(copy: Copy, place: int, end: int) -> tuple[int, bool]:
    """Return the place after the posts that stand there (`Giám đốc, Phó Giám đốc`)."""
    posts = unit_words().posts
    post = False
    reach = min(end, place + LONGEST)
    while place < reach:
        quantifier = QUANTIFIER.match(copy.low, place, end)
        found = posts.at(copy.low, quantifier.end() if quantifier else place)
        if found is None or found.end > end:
            break
        post = True
        place = _past_break(copy, found.end, end)
        step = _AFTER_POST.match(copy.low, place, end)
        apart = copy.low.endswith(_MINISTER, 0, found.end) and copy.low.startswith(_CHIEF, place)
        if step and not apart and posts.at(copy.low, step.end()):
            place = step.end()
    return place, post


def _past_break(copy: Copy, place: int, end: int) -> int:
    twice = _TWICE.match(copy.low, place, end)
    match = _BREAK_AFTER_POST.match(copy.text, twice.end() if twice else place, end)
    return match.end() if match else place


def blank(copy: Copy, place: int, end: int) -> int:
    """Return the place after the blanks that stand there."""
    match = _BLANKS.match(copy.text, place, end)
    return match.end() if match else place


def head_at(copy: Copy, place: int, end: int, *, many: bool) -> tuple[Head, int] | None:
    """Return the head that stands at a place, and its end, if a name can begin with it there."""
    found = unit_words().heads.at(copy.low, place)
    if found is None or found.end > end or copy.low.startswith(_WHICH, found.end):
        return None
    rest = copy.low[found.end : found.end + 20].lstrip()
    for head in found.value:
        if len(head.words) == _SHORTEST and head.words.isupper() and copy.text[place].islower():
            continue  # `trưởng ca`, no police
        if rest.startswith(head.not_before):
            continue
        if head.words == _GUARD and not _is_guard(copy, place):
            continue
        if _fits(copy, head, place, found.end, many=many):
            return head, found.end
    return None


def _is_guard(copy: Copy, place: int) -> bool:
    """Return whether `bảo vệ` at a place means people, by what follows it."""
    guard = _GUARDS.match(copy.low, place)
    if guard is None:
        return sort_at(copy.low, place + len(_GUARD) + 1) == "verb"  # `Bảo vệ khóa cổng`
    return guard["next"] is None or not sort_at(copy.low, guard.start("next"))


def _fits(copy: Copy, head: Head, place: int, after: int, *, many: bool) -> bool:
    if many or head.sort in ("free", "staff", "person"):
        return True
    following = copy.text[after : after + 2].lstrip()
    if head.sort == "group":
        return _group_fits(copy, after)
    if head.sort == "territory" or copy.text[place].isupper():
        return _capital_fits(head, following)
    if following[:1].isupper() and copy.text[after : after + 1] == " ":
        return True
    if " " in head.words and head.words not in _PLACES and copy.low.startswith(_GENERIC, after):
        return True
    found = unit_words().inner.at(copy.low, place)
    return found is not None and found.value == "head"  # `tổ hòa giải`


def _capital_fits(head: Head, following: str) -> bool:
    """Return whether a capitalised head, or a place's, begins a name by what follows it."""
    if head.sort == "territory":
        return following[:1].isupper() or following[:1].isdigit()
    single = " " not in head.words and head.words.islower()
    return following[:1].isalnum() or not single


def _group_fits(copy: Copy, after: int) -> bool:
    """Return whether a group word begins a collective without `các` (`sở, ban, ngành`)."""
    step = SEPARATOR.match(copy.low, after)
    if step is None or copy.text[after : after + 1] != ",":
        return False
    following = unit_words().heads.at(copy.low, step.end())
    return following is not None and any(h.sort in ("group", "free") for h in following.value)


def begins(copy: Copy, place: int, end: int, *, listing: bool) -> bool:
    """Return whether a name begins at a place."""
    if place in copy.known:
        return True
    at, post = after_posts(copy, place, end)
    quantifier = QUANTIFIER.match(copy.low, at, end)
    if head_at(copy, quantifier.end() if quantifier else at, end, many=bool(quantifier)):
        return True
    if post or past_title(copy, place, end) > place:
        return True
    if listing:
        return bool(CAPITALS.match(copy.text, at, end)) or is_person(copy, at, end)
    return False


def until_separator(copy: Copy, place: int, end: int) -> int:
    """Return where a piece of a list ends: before a separator, a bracket or a role word."""
    end = min(end, place + LONGEST)
    while place < end:
        if copy.text[place] in "(:;,\n" or SEPARATOR.match(copy.low, place, end):
            break
        if past_holder(copy, place, end) > place:
            break
        if copy.text[place] in " -\N{EN DASH}" and past_seat(copy, place, end) > place:
            break
        if copy.text[place] == " " and ROLE_WORDS.match(copy.low, place + 1, end):
            break
        place += 1
    return place
