"""Verbs that bodies' names hold: what an office manages, what a board is about."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.lexicon.duty_words import ACTING, ENDING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_MANAGES: Final = ("Quản lý ", "Kiểm soát ", "Hỗ trợ ", "Xúc tiến ")
_MANAGING: Final = ("phòng ", "đội ", "cục ", "chi cục ", "vụ ", "trung tâm ", "bộ phận ", "tổ ")
"""Offices that are called by what they manage; `Ban Quản lý` alone is a whole name."""

_AGAINST: Final = ("phòng, chống ", "phòng chống ")
_PEOPLE: Final = " người "
_STAFF: Final = ("cán bộ ", "đội ngũ ")
_MANAGE: Final = "quản lý"
_ANDS: Final = (", ", " và ", " cùng ", "; ", " - ")
_SIGNS: Final = ("", ":", ".", ",", ";", ")")
_ABOUT: Final = "về "
_BOARDS: Final = frozenset(
    ("ban chỉ đạo", "bcđ", "tổ công tác", "tổ giúp việc", "đoàn kiểm tra", "đoàn công tác")
)
"""Bodies that are called by what they are about."""

BOARDS: Final = _BOARDS | {"hội đồng", "ban chỉ huy", "ban", "tổ", "đội", "đoàn", "tiểu ban",
                            "nhóm", "câu lạc bộ", "clb", "quỹ"}  # fmt: skip
"""Bodies that may be called by a task of `unit_inner.tsv`, right behind their head."""

_MATTERS: Final = (
    "việc ", "các ", "những ", "kết quả", "tình hình", "nội dung", "tiến độ", "công tác",
)  # fmt: skip
"""What somebody tells a board about."""

_CARRIED: Final = pattern(
    r"(?:triển khai|thực hiện)(?: thực hiện)? (?:đề án|chương trình|nghị quyết|chỉ thị|luật"
    r"|chiến lược|phong trào|cuộc vận động|dự án|quy chế|chính sách|mô hình)(?!\w)"
)
_GIVEN: Final = pattern(
    r"được (?:giao|phân công)(?: nhiệm vụ)?(?: (?:chủ trì|phụ trách|đầu mối))?(?:, phối hợp)?"
    r"(?: (?:tổ chức |triển khai )?thực hiện)? (?:các )?(?:nhiệm vụ|nội dung|công việc|chỉ tiêu)"
    r"(?: (?:nêu |có |quy định )?(?:tại|trong|theo) (?:kế hoạch|phụ lục|chương trình|chỉ thị|đề án"
    r"|quyết định|nghị quyết|công văn|danh mục|biểu)(?: này| kèm theo)?)?(?=\s)"
)
"""How a collective is told by what it was given to do (`các đơn vị được giao nhiệm vụ …`)."""

_SINGLE: Final = ("ban ", "công an ", "thanh tra ", "tổ công tác ", "đảng ủy ", "chi bộ ")
"""How a body begins of which there is one: what it was given to do tells it from no other."""

_CHARGED: Final = ("được giao", "được phân công")

_WORD_OR_NUMBER: Final = pattern(r",?\s(?:[“\"])?(?P<word>[^\W_][^\s,;:.()“”\"]*)[”\"]?")
_CHARGES: Final = (" chủ trì", " có trách nhiệm", " chịu trách nhiệm")

_TEAMS: Final = frozenset(("tổ", "đội", "nhóm", "tiểu ban", "bộ phận", "công nhân", "nhân viên"))
"""Bodies and people that may be called by the one thing that they do."""

_WITH_VERBS: Final = ("adverb", "modal")
"""Sorts of words right behind a verb that tell that another one follows (`Tổ tuần tra phải …`)."""

_WORD: Final = pattern(r"\s[^\W\d_]+")
_CALLED: Final = pattern(
    r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,6})\s?:\s|(?P<whole>[^\W\d_]+(?:\s[^\W\d_]+){1,3}):?(?:\n|\Z)"
)
"""What a team does or is in charge of, before a colon (`Bộ phận phát triển sản phẩm: …`)."""

_MOST_WORDS: Final = 3
_OBJECTS: Final = ("các ", "những ", "việc ", "mọi ", "từng ")
"""What somebody does something to; no name goes on so."""

_IS_WHAT: Final = ("là ", "làm đầu mối", "làm nhiệm vụ")
"""What says of a body that it is charged, no part of its name."""


def object_end(copy: Copy, start: int, at: int) -> int | None:
    """Return the end of a verb at a place that is an office's object, or tells people from others.

    `Phòng Quản lý đầu tư`, `Phòng Hỗ trợ người nộp thuế`.
    """
    if copy.low.endswith(_AGAINST, start, at):
        pass  # `Ban Chỉ đạo phòng, chống khai thác …`
    elif copy.text.endswith(_MANAGES, start, at):
        if not copy.low.startswith(_MANAGING, start):
            return None
    elif not copy.low.endswith(_PEOPLE, start + 1, at):
        return None
    found = unit_words().duties.at(copy.low, at)
    return found.end if found and found.value == "verb" else None


def managers_end(copy: Copy, start: int, at: int) -> int | None:
    """Return the end of `quản lý` at a place where it tells what staff it is that acts.

    `Cán bộ quản lý, giáo viên tự học`; `cán bộ quản lý hồ sơ` do something.
    """
    place = at + len(_MANAGE)
    if not (copy.low.startswith(_MANAGE, at) and copy.low.endswith(_STAFF, start, at)):
        return None
    joined = next((word for word in _ANDS if copy.low.startswith(word, place)), None)
    if joined:
        return place if unit_words().heads.at(copy.low, place + len(joined)) else None
    acts = sort_at(copy.low, place + 1) in ACTING
    return place if acts or copy.low[place : place + 1] in _SIGNS else None


def charged_end(copy: Copy, first: str, at: int) -> int | None:
    """Return the end of a verb that begins with a word, where words of charge follow it.

    `Ban Chỉ đạo diễn tập chủ trì`, `Tổ giám sát có trách nhiệm …`; not `là cơ quan chủ trì`.
    """
    found = unit_words().duties.of(first, copy.low, at)
    if found is None or found.value != "verb" or copy.low.startswith(_IS_WHAT, at):
        return None
    return found.end if copy.low.startswith(_CHARGES, found.end) else None


def is_charged(copy: Copy, start: int, at: int) -> bool:
    """Return whether one body is given a duty at a place (`Công an tỉnh được giao chủ trì …`)."""
    return copy.low.startswith(_SINGLE, start) and copy.low.startswith(_CHARGED, at)


def given_end(copy: Copy, at: int) -> int | None:
    """Return the end of what a collective was given to do, where what it does follows.

    `Các cơ quan được phân công chủ trì thực hiện nhiệm vụ tại Kế hoạch này lập dự toán`.
    """
    given = _GIVEN.match(copy.low, at)
    return given.end() if given and sort_at(copy.low, given.end() + 1) in ACTING else None


def carried_end(copy: Copy, start: int, at: int, head: str) -> int | None:
    """Return the end of what a board carries out, where what it does or nothing more follows.

    `Tổ công tác triển khai Đề án 06 cấp xã họp …`; not `Ban Chỉ đạo thực hiện kế hoạch đề ra.`
    """
    called = head in _BOARDS and copy.low[start:at].rstrip() == head
    carried = _CARRIED.match(copy.low, at) if called else None
    if carried is None:
        return None
    place = carried.end()
    while word := _WORD_OR_NUMBER.match(copy.text, place):
        sort = sort_at(copy.low, word.start("word"))
        if sort in ENDING:
            return carried.end() if sort != "link" else None
        place = word.end()
    return None if copy.text.startswith((".", ";"), place) else carried.end()


def topic_end(copy: Copy, at: int, head: str) -> int | None:
    """Return the end of `về` at a place, and of a verb behind it, in a board's name.

    `Ban Chỉ đạo tỉnh về chuyển đổi số`; `về kết quả …` is what somebody tells the board.
    """
    if head not in _BOARDS or not copy.low.startswith(_ABOUT, at):
        return None
    place = at + len(_ABOUT)
    if copy.low.startswith(_MATTERS, place):
        return None
    found = unit_words().duties.at(copy.low, place)
    if found is None:
        return place - 1
    return found.end if found.value in ("verb", "opening") else None


def team_end(copy: Copy, start: int, at: int, head: str) -> int | None:
    """Return the end of the verb at a place by which a team is called, as what it does follows.

    `Tổ thu hồi nợ làm việc với khách hàng`, `Bộ phận phát triển sản phẩm: …`; of `Tổ kiểm tra hồ
    sơ hai lần` it is no part.
    """
    if head not in _TEAMS or copy.low[start:at].rstrip() != head:
        return None
    found = unit_words().duties.at(copy.low, at)
    if found is None or found.value not in ("verb", "opening"):
        return None
    called = _CALLED.match(copy.low, at)
    if called:
        return called.end(called.lastgroup or 0)
    whole = copy.low.count(" ", at, found.end) > 1  # with its object: `ghi chỉ số`
    return found.end if _acts_soon(copy, found.end, whole=whole) else None


def _acts_soon(copy: Copy, place: int, *, whole: bool) -> bool:
    """Return whether a word of acting follows, past a word or two that hold no object.

    Right behind a `whole` one any verb may follow.
    """
    for number in range(_MOST_WORDS):
        word = _WORD.match(copy.text, place)
        if word is None:
            return False
        sort = sort_at(copy.low, place + 1)
        if sort in ACTING:
            return whole or number > 0 or sort in _WITH_VERBS
        if sort or _is_object(copy, place + 1):
            return False
        place = word.end()
    return False


def _is_object(copy: Copy, place: int) -> bool:
    """Return whether somebody or a number of things stands behind a verb."""
    return (
        copy.low.startswith(_OBJECTS, place) or unit_words().heads.at(copy.low, place) is not None
    )
