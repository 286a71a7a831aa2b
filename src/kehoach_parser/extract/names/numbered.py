"""Bodies of one name told apart by their numbers (`các Ban Quản lý dự án 2, 6, 7`)."""

from typing import Final

from kehoach_parser.extract.names.growing import Growing
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.text.patterns import pattern

_NUMBER_MORE: Final = pattern(
    r"(?P<last>\d{1,3})(?=\s*[,;.:)]|\s+và\s|\s*\Z"
    r"|\s+(?!tháng|ngày|tuần|năm|giờ|lần|người|buổi|km)[^\W\d_])"
)
"""Another number in a name (`các Ban Quản lý dự án 2, 6, 7`), not one that counts."""
_NUMBERED: Final = "số "
"""What may stand before each of the numbers (`Đội Kiểm lâm cơ động số 1, số 2`)."""

_CLASS: Final = pattern(r"(?:lớp )?\d{1,2}[a-zđ]\d{0,2}(?!\w)")
"""A class of a school among others (`Giáo viên chủ nhiệm lớp 5A, 5B`)."""

_LONGEST_CLASS: Final = 5


def more_numbers(state: Growing, last: int, at: int) -> int | None:
    """Return the end of another number of a name (`các Ban Quản lý dự án 2, 6`), null if none."""
    copy = state.copy
    before = copy.low.rfind(" ", state.start, last) + 1
    short = last - before <= _LONGEST_CLASS and copy.text[before].isdigit()
    if short and _CLASS.fullmatch(copy.low, before, last):
        further = _CLASS.match(copy.low, at, state.end)
        return further.end() if further else None
    if not copy.text[last - 1].isdigit():
        return None
    numbered = copy.low.startswith(_NUMBERED, at)
    more = _NUMBER_MORE.match(copy.low, at + len(_NUMBERED) * numbered, state.end)
    if more is None or state.collective or numbered:
        return more.end("last") if more else None
    alone = (
        more.end() == state.end
        or copy.text[more.end()] in ",;:"
        or copy.low.startswith(" và ", more.end())
    )
    return more.end("last") if alone or sort_at(copy.low, more.end() + 1) in ACTING else None
