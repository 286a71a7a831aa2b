"""Paragraphs that direct nothing by their form: formulas, definitions, remarks, targets."""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.names.persons import is_person, past_title, person_end
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import says_more
from kehoach_parser.text.literals import holds_any
from kehoach_parser.text.patterns import pattern

_CLOSING: Final = ("trên đây là", "trân trọng", "nay thông báo")
_THANKS: Final = pattern(
    r"(?:[^.;:]{0,120}?\s)?(?:(?:chân thành|trân trọng) (?:cám|cảm)|xin (?:cám|cảm)) ơn\b"
)
_LAYS: Final = pattern(
    r"(?:[^.;:]{3,120}?\s)?kính (?:báo cáo|trình|đề nghị)\b[^.;:]{2,160}\sxem xét\b"
    r"[^.;:]{0,80}[:./\s]*\Z"
)
"""How a body thanks, or lays its report before a higher one, at the end of a letter."""

_ENDS_LETTERS: Final = (("m ơn", _THANKS), ("kính ", _LAYS))
"""What the patterns need, looked for first."""

_LONGEST_END: Final = 240
_ADVERTISES: Final = ("bạn đang xem:", "xem thêm:", "đọc thêm:", "tham khảo thêm:")
"""How a page leads away from its text."""
_ENACTS: Final = pattern(
    r"(?:ban hành|xây dựng)\s[^.;\n]{0,240}(?:như sau|sau đây|sau)\s?[:;.]?\s*\Z"
)
"""How the preamble ends that enacts the plan itself."""

_MAKES_KNOWN: Final = pattern(
    r"(?:xin|trân trọng) thông báo\b|thông báo (?:cho|đến|tới|để)\s[^.;:]{0,120}?\bbiết\b"
    r"(?! và (?:gửi|nộp|báo cáo|đăng ký|phản ánh|góp ý))"
)
_TO_CARRY_OUT: Final = pattern(
    r"thông báo để\s[^.;:]{4,160}?\s(?:nghiêm túc|triển khai|tổ chức)\s(?:triển khai |tổ chức )?"
    r"thực hiện[\s./]*\Z"
)
"""How a notice ends (`Nhà trường thông báo để các bộ phận nghiêm túc thực hiện./.`)."""

_POINTS: Final = pattern(
    r"""(?:(?:nội\ dung|nhiệm\ vụ|công\ việc|phân\ công|tiến\ độ|lịch|thời\ gian)\b[^.;:]{0,60}?\s)?
        (?:chi\ tiết|cụ\ thể|có|xem)\s(?:chi\ tiết\s|cụ\ thể\s)?
        (?:(?:được\ )?(?:nêu\ )?(?:theo|tại|ở|như|trong)\s)?(?:các\s)?
        (?:phụ\ lục\b[^.;:]{0,80}
          |(?:biểu|bảng|danh\ sách|danh\ mục|lịch)\b[^.;:]{0,60}?
           (?:kèm|dưới\ đây|sau\ đây)[^.;:]{0,40})
        [\s./]*\Z""",
    re.VERBOSE,
)
"""How a sentence only says where the tasks stand: `Chi tiết tại Phụ lục kèm theo.`"""

_LEGEND: Final = pattern(
    r"[*\s(]*(?:ghi chú|chú thích|chú giải|ký hiệu)\s?:\s*[\"“'(]?[^\W_]{1,4}[\"”')]?"
    r"\s?(?:[-–:=]|là)\s"
)
"""How a line begins that says what the marks of a table mean: `Ghi chú: x - chủ trì`."""

_LINK: Final = ("xem ", "tải ", "tham khảo ")
_HERE: Final = (" tại đây", " ở đây")
"""How a page's link begins and ends (`Xem chi tiết Kế hoạch tại đây`)."""

_LONGEST_POINTER: Final = 160
_MAKES_KNOWN_REACH: Final = 80
_OPENS_NOTICE: Final = 12
"""Characters of what stands with a comma before a notice's formula (`Nay, thông báo …`)."""

_EXPLAINS: Final = ("trong đó:", "gồm ", "bao gồm ")
_DEFINES: Final = pattern(
    r"[^.;:()]{3,160}\((?:sau đây|dưới đây|gọi|viết)[^()]{4,80}\)"
    r"\s(?:là|gồm|bao gồm|được hiểu là)\s"
)
"""How a definition begins, which directs nothing (`Đơn vị B (sau đây gọi là Đơn vị) là …`)."""

_AIMED_AT: Final = ("chỉ tiêu:", "mục tiêu:", "chủ đề:", "môn thi:", "thể loại:")
"""Labels of what is to be reached, or of what something is about."""

_HAVING_HEARD: Final = ("sau khi nghe ", "sau khi xem xét ", "sau khi thảo luận")
"""How the sentence begins, up to its colon, that leads to the conclusions of a meeting."""

_CONSENTS: Final = ("cơ bản ", "thống nhất ", "đồng ý ", "nhất trí ")
_AGREES: Final = pattern(
    r"(?:cơ bản )?(?:thống nhất|đồng ý|nhất trí) (?:(?:về )?chủ trương\b"
    r"|với (?:các )?(?:báo cáo|đề xuất|đề nghị|kiến nghị|ý kiến|nội dung)\b)"
    r"(?!.*[.,;:]\s(?:giao|yêu cầu|đề nghị|phân công)\s)"
)
"""A conclusion that accepts what was proposed, and orders nothing besides."""

_TARGET: Final = pattern(
    r"(?:(?:hằng|hàng) năm,?\s+)?(?:phấn đấu\s+)?(?:giảm|kéo giảm|tăng|đạt)\b"
    r"[^.;:]{0,40}?\d[\d,.]*\s*[%–-]"
    r"|phấn đấu\s(?:tỷ lệ|tỉ lệ|số)\s[^.;:]{0,120}?\d[\d,.]*\s*%"
)
"""How a target begins, no action."""

_SCORES: Final = pattern(
    r"""[^.;:()]{2,160}\(\s?\d{1,3}\s?điểm\)[\s.;]*\Z
      | [^.;:]{2,60}:\s\d{1,2}\s(?:giải|giấy\ khen|bằng\ khen|huy\ chương|cờ\ thi\ đua|suất)\b
      | (?:\d{1,2}\s)?giải\s(?:nhất|nhì|ba|khuyến\ khích|đặc\ biệt|toàn\ đoàn)\b
      | [^.;:]{2,120}\s(?:được\s)?(?:cộng|trừ)\s\d{1,2}\sđiểm\b
      | [^.;:]{2,60}:\s\d[\d.,]*\s(?:(?:triệu|tỷ)\s)?đồng\b""",
    re.VERBOSE,
)
"""Parts of a contest with their marks, prizes, and what is paid (`Lệ phí: 30.000 đồng`)."""

_OF_CONTESTS: Final = (" điểm", "giải nhất", "giải nhì", "giải ba", "giấy khen", "bằng khen",
                       "huy chương", "suất", "0 đồng", "triệu đồng")  # fmt: skip

_COUNTED: Final = pattern(
    r"(?:(?:,\s|\svà\s|;\s)?\d{1,3}\s(?:cán bộ|người|đồng chí|bác sĩ|bác sỹ|y sĩ|điều dưỡng"
    r"|chiến sĩ|nhân viên|giáo viên|học sinh|đại biểu|viên chức|công chức|thành viên|đoàn viên))+"
    r"[\s.;/]*\Z"
)
"""All that a point says behind a body's name and a colon: how many people (`Sở A: 04 cán bộ`)."""

_LONGEST_NAME: Final = 80
_DOCUMENT: Final = pattern(
    r"(?:nghị quyết|chỉ thị|quyết định|nghị định|kế hoạch|công văn|công điện|thông tư|thông báo"
    r"|kết luận|hướng dẫn|chương trình|đề án|văn bản|luật)\s(?:số\s\d|\d+[/\-]\w)"
)
_LIST_SIGNS: Final = ",;.-\N{EN DASH}("
_EDGES: Final = " .;,"
_SHORTEST: Final = 3


def is_no_sentence(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is a remark, a few words, mere names or a heading."""
    short = copy.low.count(" ", item.start, item.end) < _SHORTEST - 1
    if short or copy.text.startswith("(", item.start):
        return True
    if is_person(copy, item.start, item.end) and person_end(copy, item.start, item.end) == item.end:
        return True
    names = read_names(copy, item.start, item.end)
    if names.units and not copy.text[names.end : item.end].strip(_EDGES):
        return True
    return item.head and copy.text[item.start : item.end].isupper()


def tells(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph defines a word, tells an aim or says who a member is.

    So do what leads to the conclusions of a meeting, and those that only accept something.
    """
    low, start = copy.low, item.start
    if low.startswith(_AIMED_AT, start):
        return True
    if low.startswith(_HAVING_HEARD, start) and copy.text[item.end - 1] == ":":
        return True
    if low.startswith(_CONSENTS, start) and _AGREES.match(low, start, item.end):
        return True
    colon = low.find(": ", start, min(item.end, start + _LONGEST_NAME))
    counted = colon > 0 and low[colon + 2 : colon + 3].isdigit()
    if counted and _COUNTED.match(low, colon + 2, item.end):
        return True
    bracket = copy.text.find("(", item.start, item.end) >= 0
    defines = bracket and _DEFINES.match(copy.low, item.start, item.end)
    return bool(defines) or _names_member(copy, item)


def _names_member(copy: Copy, item: Item) -> bool:
    """Return whether a line only says who a member is (`TS. Lê Văn A - Trưởng ban`)."""
    if past_title(copy, item.start, item.end) == item.start:
        return False
    names = read_names(copy, item.start, item.end)
    rest = copy.text[names.end : item.end].strip()
    listed = not rest or (rest[0] in _LIST_SIGNS and ":" not in rest)
    return listed and not says_more(copy, names.end, item.end, objects=False)


def is_formula(low: str, item: Item) -> bool:
    """Return whether a paragraph closes the document or only makes something known."""
    here = low.startswith(_LINK, item.start) and low.endswith(_HERE, item.start, item.end)
    if here or low.startswith((*_CLOSING, *_ADVERTISES), item.start):
        return True
    short = item.end - item.start < _LONGEST_POINTER
    if short and (_POINTS.match(low, item.start, item.end) or _LEGEND.match(low, item.start)):
        return True
    if item.end - item.start < _LONGEST_END and _ends_letter(low, item):
        return True
    tells = low.find("thông báo", item.start, min(item.end, item.start + _MAKES_KNOWN_REACH))
    if tells < 0 or low.find(". ", item.start, tells) >= 0:
        return False
    if tells > item.start + _OPENS_NOTICE and low.endswith(", ", item.start, tells):
        return False  # `Lập danh sách, thông báo cho chủ hộ biết`
    ends = not (item.marker or item.head) and _TO_CARRY_OUT.match(low, tells, item.end)
    return bool(ends) or _MAKES_KNOWN.search(low, max(tells - 12, item.start), item.end) is not None


def _ends_letter(low: str, item: Item) -> bool:
    for words, form in _ENDS_LETTERS:
        if low.find(words, item.start, item.end) >= 0 and form.match(low, item.start, item.end):
            return True
    return False


def enacts(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph is the formula that enacts the plan (`ban hành Kế hoạch …:`)."""
    enacted = _ENACTS.search(copy.low, item.start, item.end)
    return enacted is not None and copy.low.find("kế hoạch", enacted.start(), item.end) >= 0


def names_document(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins with a document by number, which is no action."""
    return _DOCUMENT.match(copy.low, item.start, item.end) is not None


def states(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph begins as an explanation or a target does."""
    low, start, end = copy.low, item.start, item.end
    if low.startswith(_EXPLAINS, start) or _TARGET.match(low, start, end):
        return True
    marked = holds_any(low, _OF_CONTESTS, start, end)
    return marked and _SCORES.match(low, start, end) is not None
