"""Whether a body's name is whole before a word in lower case, so that the word is not its own."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.lexicon.bodies import is_whole
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_GOES_ON: Final = pattern(
    r"(?:ven biển|biên giới|miền núi|vùng cao|còn lại"
    r"|tỉnh|thành|xã|phường|huyện|quận|thị|khu|cấp|các|liên|có|trung|thuộc|số|đặc|của|nhân|nơi"
    r"|tối|quốc|trực|và|khóa|kỳ|chi nhánh|cơ sở|phân hiệu|điểm trường)\b"
)
_ABOUT: Final = "về "
_EACH_OF: Final = (" các ", " những ")
_TERRITORY_END: Final = pattern(
    r"(?<!các)(?<!cấp) (?:xã|phường|tỉnh|huyện|quận|thành phố|thị trấn|thị xã|đặc khu"
    r"|(?:tỉnh|thành|huyện|quận|thị) ủy)\s\Z"
)
_TERRITORY_REACH: Final = 14
_PLACE_END: Final = pattern(
    r"(?<!ợp tác) (?:xã|phường|tỉnh|huyện|quận|thành phố|thị trấn|đặc khu|thôn|ấp"
    r"|Mầm non|Mẫu giáo|Tiểu học|cơ sở|phổ thông|TH(?:CS|PT))(?: [A-ZĐÀ-ÝƯẠ-Ỹ][^\W\d_]*){1,4}\s\Z"
)
"""A territory or a school with its proper name (`UBND xã Tân Lập`, `Trường Tiểu học Lê Lợi`)."""

_PLACE_REACH: Final = 48
_AFTER_TERRITORY: Final = pattern(r"(?:hội|ủy|đoàn|viên|đội|lỵ|lộ|biên|miền|vùng|nông|mới|nhà)\b")
_SCHOOL: Final = "trường"
"""A school's kind and name may follow what a table has (`Trường THPT chuyên Hồ Xanh`)."""


def ends_in_place(copy: Copy, start: int, at: int) -> bool:
    """Return whether the proper name of a territory or school ends before the word at a place.

    `UBND xã Tân Lập nạo vét …`; in `Công an xã Tân Lập huyện …` the name goes on, and over a
    syllable that lost its capital before a verb (`UBND xã Tân bình rà soát …`).
    """
    named = copy.text[copy.text.rfind(" ", start, at - 1) + 1].isupper()
    if not named or _GOES_ON.match(copy.low, at):
        return False
    if copy.low.startswith(_ABOUT, at):
        return False  # `Ban Chỉ đạo tỉnh Quảng Trị về chuyển đổi số`
    if sort_at(copy.low, copy.text.find(" ", at) + 1) in ACTING:
        return False
    return _PLACE_END.search(copy.text, max(start, at - _PLACE_REACH), at) is not None


def begins_anew(copy: Copy, start: int, at: int) -> bool:
    """Return whether the next sentence begins at a capital behind a whole name, its stop lost.

    `UBND thành phố Huế Tổ chức tuyên truyền …`: a verb whose second syllable is small, or a post
    (`Sở Tài chính Chủ tịch UBND xã`); behind a sign it is of the name (`Sở Giao thông - Xây dựng`).
    """
    if not copy.text[at - 2].isalnum():
        return False
    if unit_words().posts.at(copy.low, at) is not None:
        return is_whole(copy.text[start:at].strip())
    found = unit_words().duties.at(copy.low, at)
    if found is None or found.value != "verb" or not copy.text[at + 1 : found.end].islower():
        return False
    if " " not in copy.low[at : found.end] or copy.text[found.end + 1 : found.end + 2].isupper():
        return False
    placed = _PLACE_END.search(copy.text, max(start, at - _PLACE_REACH), at)
    return placed is not None or is_whole(copy.text[start:at].strip())


def is_over(copy: Copy, start: int, at: int, head: str) -> bool:
    """Return whether the name from `start` on is whole before the word at a place.

    Whole are a known body's name, one that its own territory ends (`Hội Phụ nữ xã`), and an
    office's one in capitals, unless a phrase of names holds the next word.
    """
    if head == _SCHOOL or at - start <= len(head) + 1:
        return False
    if _GOES_ON.match(copy.low, at) or copy.low.endswith(_EACH_OF, start, at):
        return False
    if _TERRITORY_END.search(copy.low, max(start, at - _TERRITORY_REACH), at):
        return _AFTER_TERRITORY.match(copy.low, at) is None
    return is_whole(copy.text[start:at].strip())
