"""Times as stretches of words: a clause that is one, or one that a paragraph opens with.

What a time means is asked in `extract/deadlines/`; here only how far its words go.
"""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.text.patterns import pattern

UNITS: Final = "ngày|tháng|quý|tuần|năm"
_WORDS: Final = (
    rf"{UNITS}|từ|nay|đến|hết|trước|sau|trong|vào|lúc|đúng|khoảng|và|là|dự kiến|chậm nhất"
    r"|đầu|giữa|cuối|hằng|hàng|mỗi|thứ|hai|ba|tư|sáu|bảy|chủ nhật|sáng|chiều|tối"
    r"|giờ|phút|[hg]|[ivx]{1,3}|bầu cử"
)
_STRETCH: Final = rf"(?:(?:{_WORDS})(?![^\W\d_])|[\d\s/.,:;()–-])+"
_WHOLE: Final = pattern(rf"(?=[^\d]{{1,30}}[\divx]){_STRETCH}\Z")
"""A clause that is a time and nothing more (`Từ ngày 30/9 đến ngày 30/12/2026`)."""

_OPENING: Final = pattern(
    r"(?=\d{1,2}(?: (?:giờ|tháng)|h|g|:\d)|\d{1,2}[-–/][\d/\s–-]{1,24}:\s"
    rf"|(?:{UNITS}|sáng|chiều|tối(?! (?:ưu|giản))|đúng|vào|lúc|thứ|từ) )"
    rf"{_STRETCH}"
)
"""The day or hour that a paragraph begins with (`Sáng ngày 20/11/2026, `)."""

OPENING_WORDS: Final = (
    "ngày", "sáng", "chiều", "tối", "lúc", "đúng", "vào", "thứ", "tháng", "quý", "tuần", "năm",
)  # fmt: skip
"""Words with which such a day or hour begins."""

_DATED: Final = pattern(
    rf"\d[/.]\d|(?:{UNITS}) [\divx]|tháng (?:đầu|cuối)|thứ (?:hai|ba|tư|năm|sáu|bảy)"
)
"""A day in it: hours alone are the steps of an agenda (`6h30 - 6h45: …`)."""

BEGINNINGS: Final = (
    "trước ", "sau ", "từ ", "trong ", "vào ", "đến ", "chậm nhất ", "ngày ", "tháng ", "quý ",
    "hằng ", "hàng ", "cuối ", "đầu ", "giữa ", "tuần ", "thứ ", "hết ", "xong ", "dự kiến ",
    "khoảng ", "ngay ",
)  # fmt: skip
"""How a time may begin, behind a label or as a clause."""

_DONE: Final = pattern(
    r"\(?(?:(?:các|những) \w+ \w+ (?:nêu |nói )?trên (?:phải )?)?hoàn thành (?:xong )?"
)
"""What a group is to be by a time: `Hoàn thành`, `Các nhiệm vụ nêu trên phải hoàn thành xong`."""

_DONE_BEGINNINGS: Final = (
    "hoàn thành ", "(hoàn thành ", "các nhiệm vụ ", "các nội dung ", "các công việc ",
    "những nhiệm vụ ", "những nội dung ", "những công việc ",
)  # fmt: skip

_LONGEST: Final = 90


def says_when(copy: Copy, start: int, end: int) -> bool:
    """Return whether a clause is a time and nothing more, but for what is done by then."""
    if end - start > _LONGEST:
        return False
    if copy.low.startswith(_DONE_BEGINNINGS, start) and (done := _DONE.match(copy.low, start)):
        start = done.end()
    if not copy.low.startswith(BEGINNINGS, start):
        return False
    return _WHOLE.match(copy.low, start, end) is not None


def past_opening_day(copy: Copy, start: int, end: int) -> int | None:
    """Return where the day that a paragraph begins with ends, null where it begins otherwise."""
    opening = _OPENING.match(copy.low, start, end)
    return opening.end() if opening and _DATED.search(opening[0]) else None
