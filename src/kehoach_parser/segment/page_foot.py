"""The foot of a web page below what it shows: buttons, links to other pages, counters."""

from typing import Final

from kehoach_parser.segment.numbering import read_label
from kehoach_parser.text.folding import fold
from kehoach_parser.text.source import SourceText

_TOP: Final = 12
"""Lines at the top, where buttons stand below a headline."""

_LONGEST_LINK: Final = 250
_LONGEST_SENTENCE: Final = 120
_LONGEST_MARK: Final = 60

_PAGES: Final = (
    "tin bài", "tin tức", "tin", "bài viết", "bài", "văn bản", "thông báo", "video", "chủ đề",
)  # fmt: skip
_OTHERS: Final = frozenset(
    ("liên quan", "khác", "cùng chuyên mục", "cùng loại", "cùng chủ đề", "cùng lĩnh vực", "mới hơn",
     "cũ hơn", "mới nhất", "mới", "đã đưa", "đã đăng", "nổi bật", "xem nhiều", "xem nhiều nhất",
     "đọc nhiều", "đọc nhiều nhất", "tiếp theo")
)  # fmt: skip
"""Which pages (`Tin liên quan`, `Các bài viết khác`) a list of links leads to."""

_BUTTONS: Final = frozenset(
    ("chia sẻ", "chia sẻ bài viết", "chia sẻ bài viết này", "in bài viết", "in bài", "in trang",
     "bản in", "bình luận", "gửi bình luận", "viết bình luận", "viết bình luận mới", "phản hồi",
     "gửi phản hồi", "ý kiến bạn đọc", "ý kiến của bạn", "ý kiến phản hồi", "thăm dò ý kiến",
     "lượt truy cập", "thống kê truy cập", "thống kê lượt truy cập", "tổng lượt truy cập",
     "số lượt truy cập", "đang truy cập", "lượt xem", "số lượt xem", "trở về", "trở lại",
     "quay lại", "về trang trước", "về đầu trang", "lên đầu trang", "đầu trang",
     "liên kết website", "liên kết web", "từ khóa", "từ khoá", "tags", "tag", "xem thêm",
     "đọc thêm", "đọc tiếp", "xem nhiều nhất", "đọc nhiều nhất", "xem nhiều", "đọc nhiều",
     "có thể bạn quan tâm", "facebook", "twitter", "zalo", "thông tin cần biết")
)  # fmt: skip
_SIGNS: Final = ' ‹›«»<>|.-–*#+[]()"“”…►▶•0123456789'
_BEGIN: Final = ("bản quyền thuộc", "bản quyền ©", "copyright", "facebook zalo", "facebook twitter")


def foot_of_page(source: SourceText) -> int:
    """Return the first line of a page's foot, the number of lines where it has none.

    From the end up, short lines without a label belong to it that stand below such a mark; where
    all lines are short, buttons at the top may stand below a headline.
    """
    foot = sure = len(source.lines)
    for number in range(foot - 1, -1, -1):
        line = source.lines[number]
        words = source.words(line)
        if line.table is not None or _is_text(words):
            return foot
        name = _name(words)
        if _heads_links(name):
            foot = sure = number
        elif name in _BUTTONS or name.startswith(_BEGIN):
            foot = number
            sure = number if number >= _TOP else sure
    return sure


def _is_text(words: str) -> bool:
    """Return whether a line belongs to a document or a story: a point, or a long sentence."""
    size = len(words)
    if size > _LONGEST_LINK or (words[-1:] == "." and size > _LONGEST_SENTENCE):
        return True
    return words[-1:] == ";" or read_label(words) is not None


def _name(words: str) -> str:
    """Return what a short line says before a colon or a number, without signs."""
    if not 0 < len(words) <= _LONGEST_MARK:
        return ""
    return fold(words).partition(":")[0].strip(_SIGNS).removeprefix("các ")


def _heads_links(name: str) -> bool:
    """Return whether words head a list of links to other pages."""
    pages = name.removeprefix("những ")
    return any(pages.startswith(one) and pages[len(one) + 1 :] in _OTHERS for one in _PAGES)
