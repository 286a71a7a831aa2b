"""Hard-wrapped lines joined into paragraphs, by width and by grammar."""

from typing import Final

from kehoach_parser.readers.plain.labels import (
    LABEL,
    UNCOUNTED,
    Counts,
    begins_unit,
    is_counted,
)
from kehoach_parser.readers.plain.printed import LONG
from kehoach_parser.readers.plain.wrapping import UNWRAPPED, Wrapping, is_full
from kehoach_parser.text.letters import ENDS, LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_OPEN_WORDS: Final = frozenset(
    ("và", "hoặc", "của", "về", "các", "những", "cho", "với", "tại", "theo", "từ", "đến", "là",
     "do", "để", "bằng", "bởi", "như", "khi", "nếu", "sẽ", "đã", "đang", "nhằm", "thuộc", "giữa",
     "trong", "khoản", "Khoản", "điểm", "Điều", "Luật")
)  # fmt: skip
"""Words that no paragraph ends in: what follows belongs to it."""

_HEADS: Final = (" của Bộ", " của Sở", " của Ủy", " của Ban", "trưởng Bộ", "Giám đốc Sở")
"""Beginnings of bodies' names that no line of a page's source ends in by itself."""

_OPEN_IN_TITLES: Final = frozenset(("CỦA", "VỀ", "THUỘC", "GIỮA"))
"""Such words of titles in capitals, which no name of a body or a person ends in."""

_HYPHENED: Final = (
    (" Lao động", "- Thương binh"), ("Phòng Tài chính", "- Kế hoạch"),
    ("Phòng Văn hóa", "- Xã hội"), ("Phòng Kinh tế", "- Hạ tầng"), ("Dân số", "- Kế hoạch hóa"),
)  # fmt: skip
"""Bodies' names broken before a hyphen, whatever width the lines have."""

_CARRIED_OUT: Final = (
    "Chương trình ", "Kế hoạch ", "Đề án ", "Nghị quyết ", "Quyết định ", "Chỉ thị ", "Chiến lược ",
    "Kết luận ", "Luật ",
)  # fmt: skip
"""What a line goes on with behind `thực hiện`."""

_CLOSED: Final = ("trực thuộc", "phụ thuộc", "văn bản đến")
"""Phrases that end in such a word and yet end a line."""

_LONE_LABEL: Final = pattern(
    r"(?:Điều\s\d{1,3}[.:]|\d{1,2}(?:\.\d{1,2}){0,3}\.|(?:[IVX]{1,6}|[A-HĐ])\."
    r"|(?:[a-zđ]|\d{1,2})\)|[-+])\Z"
)
"""A label or a bullet alone on its line, its words below it: so pages give automatic numbers."""

_LONE_AUTHORITY: Final = frozenset(("TM.", "KT.", "TL.", "TUQ.", "Q."))
"""Abbreviations of authority alone on their line, the office below them."""

_HEADING: Final = pattern(r"(?:[IVX]{1,6}|\d{1,2}|[A-ZĐ])[.)]\s")
_LONE_WORD: Final = pattern(rf"(?:Điều\s)?[\w.]{{1,6}}[.)]\s[{UPPER}][{LOWER}]{{0,6}}\Z")
"""A label with one syllable, which is no heading: `Điều 3. Chánh`."""

_CUT_TYPES: Final = {
    "KẾ": "HOẠCH", "QUYẾT": "ĐỊNH", "CHƯƠNG": "TRÌNH", "THÔNG": "BÁO", "CHỈ": "THỊ",
    "CÔNG": "ĐIỆN", "HƯỚNG": "DẪN", "NGHỊ": "QUYẾT",
}  # fmt: skip
"""Names of document types that the source of a web page breaks after their first syllable."""

_CUT_OFFICES: Final = {
    "ỦY": "BAN", "UỶ": "BAN", "CHỦ": "TỊCH", "BỘ": "TRƯỞNG", "THỦ": "TƯỚNG", "GIÁM": "ĐỐC",
    "HIỆU": "TRƯỞNG",
}  # fmt: skip
"""Those who decide, broken likewise below the title of a decision."""

_CARRIERS: Final = pattern(
    r"Điều \d{1,2}[.:] (?:Chánh|Giám đốc|Thủ trưởng|Trưởng|Chủ tịch|Bộ trưởng|Các (?:ông|bà|sở))\b"
    r"[^.]*;\Z"
)
"""How an article begins that lists who carries an act out: one sentence, over several lines."""

_AUTHORITY: Final = pattern(
    r"(?:CHỦ TỊCH|BỘ TRƯỞNG|CHÁNH ÁN|VIỆN TRƯỞNG|(?:TỔNG )?GIÁM ĐỐC|HIỆU TRƯỞNG|CỤC TRƯỞNG"
    r"|THỦ TƯỚNG CHÍNH PHỦ|[ỦU][YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)(?:\s|\Z)"
)
_OF_A_BODY: Final = frozenset(
    ("CỦA", "DO", "VÀ", "VỚI", "CHO", "TRÌNH", "THUỘC", "PHÓ", "TẠI", "BỞI", "VỀ", "CHỨC", "DANH",
     "TỊCH", "TRƯỞNG", "ĐỐC", "KT", "TM", "VĂN", "PHÒNG", "CÁC", "LÀ", "BẦU", "ĐẠI", "BIỂU")
)  # fmt: skip
"""Words in capitals before a body that a title goes on with."""

_ASKS: Final = pattern(
    r"(?:(?:Chủ tịch )?(?:UBND|[ỦU][yỷ] ban nhân dân)|Thủ tướng|Bộ|Sở|Ban Thường vụ|Đảng [uủ]y)"
    r"[^.,;:]{0,60}\s(?:yêu cầu|đề nghị)\Z"
)
"""A paragraph's first line that says who asks, and not yet whom."""

_CITES: Final = pattern(
    r"(?:Thực hiện|Quán triệt(?: tinh thần)?|Tiếp tục thực hiện)"
    r" (?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Kết luận|Công văn|Luật)\s"
)
"""How a preamble begins: a sentence that ends in a mark, however early its source broke it."""

_CUT_CODE: Final = pattern(r"(?:^|\s)\S*\d\S*\w[-/]\Z|(?:^|\s)\d+[-/]\Z")
_PROSE: Final = 55
"""Characters from which a line without a label, wrapped at no one width, is no heading."""
_LONG_SHARE: Final = 0.75
"""Share of the width from which a line of parted text goes on, whatever mark it ends in."""

_WIDE: Final = 70
"""Characters from which a line, wrapped at no one width, is full."""


def continues(
    before: str,
    line: str,
    *,
    gap: bool,
    paged: bool = False,
    wrapping: Wrapping = UNWRAPPED,
    counts: Counts = UNCOUNTED,
) -> bool:
    """Return whether a line goes on with the paragraph that ends in the line `before`.

    `gap` says that a blank line or a page break lies between, `paged` that it is a page break.

    >>> continues("các chủ trương, đường lối, nghị quyết đã có", "liên quan; kịp thời", gap=True)
    True
    >>> continues("Sở Nội vụ;", "các sở, ban, ngành", gap=False)
    False
    >>> continues("KẾ HOẠCH", "thực hiện Nghị quyết số 12-NQ/TU", gap=False)
    False
    """
    if begins_unit(line, before, counts):
        return not gap and _torn_hyphen(before, line, wrapping)
    if gap:
        if len(before) < LONG or not _unfinished(before):
            return _is_lone_label(before)
        return line[0].islower() or (paged and _fills_its_page(before, line, wrapping))
    if _is_open(before, line) or is_counted(line, before) or _breaks_word(before, line):
        return True
    if line[0].islower():
        return not _is_title(before) and (
            before[-1] not in ENDS or (before[-1] in ";:" and _ran_out(before, line, wrapping))
        )
    return before.isupper() == line.isupper() and _wrapped(before, line, wrapping)


def _fills_its_page(before: str, line: str, wrapping: Wrapping) -> bool:
    """Return whether the last line of a page, wrapped in print, had no room for the next word."""
    return wrapping.column > 0 and not line.isupper() and is_full(before, line, wrapping)


def _names_authority(before: str, line: str) -> bool:
    """Return whether a line in capitals names who decides, below the title of a decision."""
    if not (line.isupper() and (line in _CUT_OFFICES or _AUTHORITY.match(line))):
        return False
    return before[-1].isalnum() and _last_word(before) not in _OF_A_BODY


def _wrapped(before: str, line: str, wrapping: Wrapping) -> bool:
    """Return whether a line ended for want of room, though the next begins with a capital."""
    if _names_authority(before, line):
        return False
    if wrapping.parted and not line.isupper():
        wide = before[-1] == "." and len(before) >= _WIDE
        long = 0 < wrapping.width * _LONG_SHARE <= len(before)  # marks of bold words are gone
        return before[-1] not in ENDS or wide or long
    if wrapping.ragged and before[-1] not in ENDS:
        if LABEL.match(before) and not (before.startswith("Điều ") and len(before) >= _PROSE):
            heading = before.isupper() and _HEADING.match(before)
            return bool(heading or _LONE_WORD.match(before))
        return before.endswith(_HEADS) or len(before) >= _PROSE or bool(_CITES.match(before))
    if is_full(before, line, wrapping) and (wrapping.spaced or before[-1] not in ENDS):
        return before[-1] != ":"
    return before[-1] == ";" and _CARRIERS.match(before) is not None


def joint(before: str, line: str) -> str:
    """Return what stands between two joined lines: nothing inside a code, else a blank.

    >>> joint("Nghị quyết số 57-", "NQ/TW"), joint("kinh tế -", "xã hội")
    ('', ' ')
    """
    return "" if _is_cut(before, line) else " "


def _is_open(before: str, line: str) -> bool:
    """Return whether a line ends in a word that calls for more, or is only a label."""
    word = _last_word(before)
    if word in {"cầu", "nghị"}:
        return _ASKS.match(before) is not None
    if _calls_for_document(before, line):
        return True
    if word in _OPEN_WORDS or (word in _OPEN_IN_TITLES and " " in before and line.isupper()):
        return not before.endswith(_CLOSED)
    return before in _LONE_AUTHORITY or _is_lone_label(before)


def _is_lone_label(line: str) -> bool:
    """Return whether a line is a label or a bullet without words.

    >>> _is_lone_label("III."), _is_lone_label("đ)"), _is_lone_label("3")
    (True, True, False)
    """
    return line[-1] in ".:)-+" and _LONE_LABEL.match(line) is not None


def _calls_for_document(before: str, line: str) -> bool:
    """Return whether a line ends in `thực hiện`, and the next begins with what is carried out."""
    if not (before.endswith(" thực hiện") and line.startswith(_CARRIED_OUT)):
        return False
    return not (before.endswith("ổ chức thực hiện") or LABEL.match(before))


def _is_cut(before: str, line: str) -> bool:
    """Return whether a code goes on in the next line: "91-" and "NQ/TU"."""
    if before[-1] not in "-/" or not line[0].isupper():
        return False
    return _CUT_CODE.search(before[-LONG:]) is not None


def _breaks_word(before: str, line: str) -> bool:
    """Return whether a code or the name of a document type goes on in the next line."""
    if before in _CUT_TYPES or before in _CUT_OFFICES:
        return line.startswith((_CUT_TYPES | _CUT_OFFICES)[before])
    return _is_cut(before, line)


def _is_title(line: str) -> bool:
    """Return whether a line is words in capitals: the subject below it is a line of its own."""
    return line.isupper() and " " in line


def _last_word(line: str) -> str:
    return line[line.rfind(" ") + 1 :]


def _unfinished(line: str) -> bool:
    return line[-1].isalnum() or line[-1] in ',)”"'


def _ran_out(before: str, line: str, wrapping: Wrapping) -> bool:
    """Return whether a line that ends between clauses did so for want of room."""
    wide = wrapping.ragged and before[-1] == ";" and len(before) >= _WIDE
    return wrapping.parted or wide or is_full(before, line, wrapping)


def _torn_hyphen(before: str, line: str, wrapping: Wrapping) -> bool:
    """Return whether "kinh tế / - xã hội" was wrapped at the blank before its hyphen."""
    if any(before.endswith(first) and line.startswith(rest) for first, rest in _HYPHENED):
        return True
    return (
        line[0] == "-"
        and line[1:].lstrip()[:1].islower()
        and before[-1].isalpha()
        and not LABEL.match(before)
        and is_full(before, line, wrapping)
    )
