"""Verbs that bodies' names hold: what an office manages, what a board is about."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.lexicon.unit_words import unit_words

_MANAGES: Final = "Quản lý "
_MANAGING: Final = ("phòng ", "đội ", "cục ", "chi cục ", "vụ ", "trung tâm ", "bộ phận ", "tổ ")
"""Offices that are called by what they manage; `Ban Quản lý` alone is a whole name."""

_PEOPLE: Final = " người "
_ABOUT: Final = "về "
_BOARDS: Final = frozenset(("ban chỉ đạo", "bcđ", "tổ công tác", "tổ giúp việc"))
"""Bodies that are called by what they are about."""

_MATTERS: Final = (
    "việc ", "các ", "những ", "kết quả", "tình hình", "nội dung", "tiến độ", "công tác",
)  # fmt: skip
"""What somebody tells a board about."""


def object_end(copy: Copy, start: int, at: int) -> int | None:
    """Return the end of a verb at a place that is an office's object, or tells people from others.

    `Phòng Quản lý đầu tư`, `Phòng Hỗ trợ người nộp thuế`.
    """
    if copy.text.endswith(_MANAGES, start, at):
        if not copy.low.startswith(_MANAGING, start):
            return None
    elif not copy.low.endswith(_PEOPLE, start + 1, at):
        return None
    found = unit_words().duties.at(copy.low, at)
    return found.end if found and found.value == "verb" else None


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
