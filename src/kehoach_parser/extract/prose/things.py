"""Paragraphs that name a thing, no action: a document, a channel, what a lead-in lists."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.prose.contexts import Reading, ends_in_colon
from kehoach_parser.extract.prose.formulas import names_document
from kehoach_parser.extract.prose.lead_ins import announces_from
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import says_more, verb_first, words_of
from kehoach_parser.extract.roles.acting import tells_what_it_is
from kehoach_parser.lexicon.duty_words import GENERIC, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_CONTENTS: Final = pattern(
    r"(?<!\w)(?:với|gồm|về|theo)\s(?:các|những|một số)\s(?:nội dung|chủ đề|chuyên đề|thể loại"
    r"|tiêu chí|hạng mục|thành phần)(?:\s(?!thực hiện|nhiệm vụ|công việc)[^\W\d_]+){0,4}\s?:\s*\Z"
)
"""How a paragraph ends that lists what it is about (`… với các nội dung sau:`)."""

_THINGS: Final = pattern(
    r"(?:các|những|một số|mọi)\s+(?:nhóm\s+)?(?:hành vi|vi phạm|đối tượng|trường hợp|lỗi|điều kiện"
    r"|tiêu chí|tiêu chuẩn|chỉ tiêu|tài liệu|hồ sơ|thành phần|loại|quy định|sản phẩm|địa điểm"
    r"|khu vực|lĩnh vực|chủ đề|thông tin|yếu tố|nguyên nhân|dấu hiệu|hạng mục)\b"
)
"""How a lead-in begins that lists what something is about: no actions, though verbs name them."""

_PAPERS_BELOW: Final = pattern(
    r"(?<!\w)(?:tài liệu|hồ sơ|giấy tờ)(?:\s(?:gửi\s|đính\s)?kèm(?:\stheo)?)?"
    r"(?:\s(?:bao\s)?gồm)?(?:\s(?:có|sau|sau đây|dưới đây))?\s?:\s*\Z"
)
"""How a lead-in ends that lists papers (`… những tài liệu kèm theo sau đây:`)."""

_COMPRISES: Final = pattern(
    r"(?<!vụ )(?<!việc )(?<!dung )(?<!bao )(?<!thể )(?:bao |cụ thể )?gồm(?: có)?\s?:\s*\Z"
)
"""How a lead-in ends that lists what it names; `các nhiệm vụ gồm:` announces actions."""

_TWO_WORDS: Final = pattern(r"[^\W\d_]+ [^\W\d_]+\b")
_COUNTED: Final = pattern(r"(?:các|những|\d)\s\Z")

_PAPERS: Final = ("báo cáo ", "dự toán ", "đề nghị ", "thông báo ", "hướng dẫn ", "đăng ký ")
"""How papers are called with words that are verbs elsewhere."""

_INSPECTED: Final = pattern(
    r"(?:các )?nội dung (?:(?:tự )?(?:kiểm tra|thanh tra|giám sát|khảo sát)(?:, | và )?)+[\s:.]*"
)
"""A heading above what is looked into: there words that are no known verbs name things."""

_MATTERS: Final = (" về việc ", " về công tác ", " trong việc ")
"""What follows a body that is inspected."""

_CHANNEL: Final = pattern(
    r"(?:trên|qua|thông qua|bằng)\s(?:(?:các|những|mọi|một số)\s)?(?:hệ thống|phương tiện|trang"
    r"|cổng|mạng|nhóm|đài|báo|loa|bảng|băng|pa ?nô|tờ rơi|áp phích|bản tin|kênh|chuyên mục)\b"
)
_MEDIA: Final = ("thông tin", "truyền", "hình thành phố", "phát thanh", "thông báo", "báo",
                 "quảng cáo", "tổ chức")  # fmt: skip
"""Verbs that are parts of the names of channels (`phương tiện thông tin đại chúng`)."""


def names_thing(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph names a document, a channel or a thing, and no action."""
    copy = reading.copy
    named = names_document(copy, item) or _names_channel(copy, item)
    return named or _names_body(copy, item) or _is_one_of_things(reading, item)


def _names_body(copy: Copy, item: Item) -> bool:
    """Return whether a point names a body and the matter in which it is inspected, or what it is.

    `Chi bộ thôn Đông về công tác kết nạp đảng viên (quý III)`, `Trung tâm A có con dấu riêng`.
    """
    names = read_names(copy, item.start, item.end)
    looked_into = bool(names.units) and copy.low.startswith(_MATTERS, names.end)
    return looked_into or tells_what_it_is(copy, names, item.end)


def _names_channel(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph only names where something is made known, and has no verb."""
    if not _CHANNEL.match(copy.low, item.start):
        return False
    return not any(
        sort_at(copy.low, place.start()) == "verb"
        and not copy.low.startswith(_MEDIA, place.start())
        for place in words_of(copy, item)
    )


def _is_one_of_things(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph stands below `Các hành vi bị cấm:`, `Nội dung kiểm tra`."""
    above, low = _lead_in(reading, item), reading.copy.low
    if above is not None and _THINGS.match(low, above.start) is not None:
        return True
    if above and low.startswith(_PAPERS, item.start):
        return _PAPERS_BELOW.search(low, above.start, above.end) is not None
    if verb_first(reading.copy, item.start):
        return False
    outline = reading.outline
    section = outline.parents[item.section] if item.head else item.section
    heading = outline.sections[section].heading.lower() if section >= 0 else ""
    return "nội dung " in heading and _INSPECTED.fullmatch(heading) is not None


def is_counted_above(reading: Reading, item: Item) -> bool:
    """Return whether a point is one of what the lead-in names (`ba dự thảo gồm:`, `Dự thảo …`)."""
    above, low = _lead_in(reading, item), reading.copy.low
    if above is None or not _COMPRISES.search(low, max(above.start, above.end - 24), above.end):
        return False
    words = _TWO_WORDS.match(low, item.start)
    place = low.find(words[0], above.start, above.end) if words else -1
    counted = _COUNTED.search(low, above.start, max(place, above.start)) is not None
    return place >= 0 and (counted or not verb_first(reading.copy, item.start))


def lists_objects(reading: Reading, item: Item) -> bool:
    """Return whether a paragraph stands below an action that has its objects there."""
    above, copy = _lead_in(reading, item), reading.copy
    if above and _CONTENTS.search(copy.low, above.start, above.end):
        return True
    place = _verb_of(reading, above) if above else None
    if above is None or place is None:
        return False
    verb = unit_words().duties.at(copy.low, place)
    if verb is None or copy.low[place : verb.end] not in GENERIC:
        return True
    return says_more(copy, verb.end, announces_from(copy, above))


def _verb_of(reading: Reading, above: Item) -> int | None:
    """Return where a lead-in's verb stands: at its start or right behind who acts, null for none.

    `Kiểm tra các cầu:`, `Sở A kiểm tra các cầu:`; `Sở A làm các việc sau:` announces actions.
    """
    if verb_first(reading.copy, above.start):
        return above.start
    if reading.copy.text[announces_from(reading.copy, above)] != ":":
        return None
    names = read_names(reading.copy, above.start, above.end)
    acts = bool(names.units) and sort_at(reading.copy.low, names.end + 1) == "verb"
    return names.end + 1 if acts else None


def _lead_in(reading: Reading, item: Item) -> Item | None:
    """Return the paragraph above that ends in a colon, null for none."""
    parent = item.parent
    if item.head:
        parent = reading.leading.get(reading.outline.parents[item.section], -1)
    above = reading.items[parent] if parent >= 0 else None
    return above if above and ends_in_colon(reading.copy, above) else None
