"""Hard-wrapped lines joined into paragraphs, by width and by grammar."""

import re
from collections.abc import Iterable
from typing import Final

from kehoach_parser.text.letters import UPPER

LABEL: Final = re.compile(
    rf"""
    [-+–—•▪●○◦·►*]\s+\S             # a bullet
    | [-+–•▪●][{UPPER}]                       # a bullet without its blank
    | [IVX]{{1,6}}\s?[.)/\-:](?=\s|[{UPPER}])             # I.  II-
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}[.)]?\s+\S               # 1.1.  2.3
    | \d{{1,3}}[.)/](?=\s|[{UPPER}])                      # 1.  1)
    | \d{{1,2}}-\s+[{UPPER}]                              # 1-
    | [a-zđ]{{1,2}}\)\s*\S                                # a)  aa)
    | [a-zđ]\.\s+[{UPPER}]                              # a.
    | \((?:\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)\s*\S            # (1)  (a)  (ii)
    | [A-ZĐ]\.\s+[{UPPER}]{{2}}                           # A. TÌNH HÌNH
    | (?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ[ ]lục|PHỤ[ ]LỤC)\s+(?:\d|[IVX]+\b|thứ)
    | (?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.\s
    | (?:Nơi[ ]nhận|Kính[ ]gửi|Số)\s*:
    | (?:Căn[ ]cứ|Theo[ ]đề[ ]nghị|Xét[ ]đề[ ]nghị)\s
    """,
    re.VERBOSE,
)
"""What begins a line of its own."""

_OPEN_WORDS: Final = frozenset(
    ("và", "hoặc", "của", "về", "các", "những", "cho", "với", "tại", "theo", "từ", "đến", "là",
     "do", "để", "bằng", "bởi", "như", "khi", "nếu", "sẽ", "đã", "đang", "nhằm", "thuộc", "giữa",
     "trong", "khoản", "điểm", "Điều", "Luật")
)  # fmt: skip
"""Words that no paragraph ends in: what follows belongs to it."""

_COUNTED: Final = frozenset(("ngày", "tháng", "năm", "số", "khoản", "Điều", "điều", "quý", "Quý"))
"""Words that a number follows: at a line's beginning it is no label then."""

_EACH: Final = frozenset(("hằng", "hàng", "mỗi"))
"""Words before a unit of time that can end a paragraph: "hằng tháng"."""

_LETTERED: Final = frozenset(("điểm", "tiết"))
_ENDS: Final = frozenset(".;:!?…")
_CUT_CODE: Final = re.compile(r"(?:^|\s)\S*\d\S*\w[-/]\Z|(?:^|\s)\d+[-/]\Z")
_LONG: Final = 40
"""Characters from which a line is prose rather than a heading, a name or an item."""
_WRAP_LIMIT: Final = 170
_WRAP_LINES: Final = 8
_WRAP_SHARE: Final = 0.5
_FULL: Final = 0.8


def wrap_width(lines: Iterable[str]) -> int:
    """Return the width at which the lines were wrapped, 0 where they were not.

    Wrapped text has most of its longer lines near one length; in other text each paragraph is a
    line of its own length.
    """
    sizes = sorted(len(line.strip()) for line in lines)
    sizes = [size for size in sizes if size >= _LONG]
    if len(sizes) < _WRAP_LINES:
        return 0
    widest = sizes[min(int(len(sizes) * 0.98), len(sizes) - 1)]
    if widest > _WRAP_LIMIT:
        return 0
    full = sum(size >= widest * _FULL for size in sizes)
    return sizes[-1] if full >= len(sizes) * _WRAP_SHARE else 0


def begins_unit(line: str, before: str = "") -> bool:
    """Return whether a line begins with a label, a bullet or a word that opens a line.

    >>> begins_unit("12. Sở Y tế"), begins_unit("12. Sở Y tế", "kể từ tháng")
    (True, False)
    >>> begins_unit("2. Sở Y tế", "1. Báo cáo hằng tháng")
    True
    """
    return LABEL.match(line) is not None and not (before and _is_counted(line, before))


def continues(before: str, line: str, *, gap: bool, width: int = 0, spaced: bool = False) -> bool:
    """Return whether a line goes on with the paragraph that ends in the line `before`.

    `gap` says that a blank line or a page break lies between, `width` is that of `wrap_width`,
    `spaced` that blank lines separate the paragraphs of the text.

    >>> continues("các chủ trương, đường lối, nghị quyết đã có", "liên quan; kịp thời", gap=True)
    True
    >>> continues("Sở Nội vụ;", "các sở, ban, ngành", gap=False)
    False
    """
    if begins_unit(line, before):
        return not gap and _torn_hyphen(before, line, width)
    if gap:
        return len(before) >= _LONG and line[0].islower() and _unfinished(before)
    if _last_word(before) in _OPEN_WORDS or _is_counted(line, before) or _is_cut(before, line):
        return True
    if line[0].islower():
        return before[-1] not in _ENDS or (before[-1] in ";:" and _full(before, line, width))
    if not _full(before, line, width) or before.isupper() != line.isupper():
        return False
    return before[-1] not in _ENDS or (spaced and before[-1] != ":")


def joint(before: str, line: str) -> str:
    """Return what stands between two joined lines: nothing inside a code, else a blank.

    >>> joint("Nghị quyết số 57-", "NQ/TW"), joint("kinh tế -", "xã hội")
    ('', ' ')
    """
    return "" if _is_cut(before, line) else " "


def _is_cut(before: str, line: str) -> bool:
    """Return whether a code goes on in the next line: "91-" and "NQ/TU"."""
    if before[-1] not in "-/" or not line[0].isupper():
        return False
    return _CUT_CODE.search(before[-_LONG:]) is not None


def _is_counted(line: str, before: str) -> bool:
    """Return whether the line begins with the number or letter that the one before calls for."""
    words = before.rsplit(" ", 2)
    if line[0].isdecimal():
        return words[-1] in _COUNTED and not (len(words) > 1 and words[-2] in _EACH)
    return words[-1] in _LETTERED


def _last_word(line: str) -> str:
    return line[line.rfind(" ") + 1 :]


def _unfinished(line: str) -> bool:
    return line[-1].isalnum() or line[-1] in ',)”"'


def _full(line: str, following: str, width: int) -> bool:
    """Return whether the next line's first word had no room left in a line."""
    return bool(width) and len(line) + 1 + len(following.split(" ", 1)[0]) > width * 0.97


def _torn_hyphen(before: str, line: str, width: int) -> bool:
    """Return whether "kinh tế / - xã hội" was wrapped at the blank before its hyphen."""
    return (
        line[0] == "-"
        and line[1:].lstrip()[:1].islower()
        and before[-1].isalpha()
        and not LABEL.match(before)
        and _full(before, line, width)
    )
