"""Hard-wrapped lines joined into paragraphs, by width and by grammar."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

LABEL: Final = pattern(
    rf"""
    [-+–—•▪●○◦·►*]\s+\S             # a bullet
    | [-+–•▪●][{UPPER}]                       # a bullet without its blank
    | [IVX]{{1,6}}\s?[.)/\-:](?=\s|[{UPPER}])             # I.  II-
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}[.)]?\s+\S               # 1.1.  2.3
    | \d{{1,3}}[.)/](?=\s|[{UPPER}])                      # 1.  1)
    | \d{{1,2}}-\s+[{UPPER}]                              # 1-
    | [a-zđ]{{1,2}}\)\s*\S                                # a)  aa)
    | [a-zđ](?:\.\s+|\s?/\s*|,\s+)[{UPPER}]                # a.  a/  a,
    | \((?:\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)\s*\S            # (1)  (a)  (ii)
    | [A-ZĐ]\.\s+[{UPPER}]{{2}}                           # A. TÌNH HÌNH
    | (?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ[ ]lục|PHỤ[ ]LỤC)\s+(?:\d|[IVX]+\b|thứ)
    | (?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.\s
    | (?:Nơi[ ]nhận|Kính[ ]g[ửở]i|Số)\s*:
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

_HEADS: Final = (" của Bộ", " của Sở", " của Ủy", " của Ban", "trưởng Bộ", "Giám đốc Sở")
"""Beginnings of bodies' names that no line of a page's source ends in by itself."""

_CLOSED: Final = ("trực thuộc", "phụ thuộc", "văn bản đến")
"""Phrases that end in such a word and yet end a line."""

_COUNTED: Final = frozenset(
    ("ngày", "tháng", "năm", "số", "khoản", "Điều", "điều", "quý", "Quý", "đoạn")
)
"""Words that a number follows: at a line's beginning it may be no label then."""

_QUARTERS: Final = (" quý", " Quý", "Quý")
_QUARTER: Final = pattern(r"(?:I{1,3}|IV)(?:\s?[,;]|\s?/\s?\d|\s(?:năm|và)\s|\Z)")
"""What follows them, no label of a part: `III/2027`."""

_EACH: Final = frozenset(("hằng", "hàng", "mỗi"))
"""Words before a unit of time that can end a paragraph: "hằng tháng"."""

_DEMANDING: Final = frozenset(("khoản", "Điều"))
"""Words that no line ends in without their number."""

_COMPOUNDS: Final = frozenset(("tài", "điều"))
"""Words before "khoản" that make it one that calls for no number: "tài khoản"."""

_LETTERED: Final = frozenset(("điểm", "tiết"))
"""Words that a letter may follow; "địa điểm" and "chi tiết" end headings too."""

_CLAUSE: Final = pattern(r"[a-zđ]\)\s*(?:[,;]|(?:và|hoặc|[Kk]hoản|mục|Điều)\s)")
"""A letter that a reference goes on behind: "a) khoản 2"."""

_NUMBERED: Final = pattern(r"(?P<value>\d{1,3})(?P<form>[.)/])(?=\s)")
_CODE: Final = pattern(rf"\d{{1,4}}[-/]\s?[{UPPER}]")
_LONE_LABEL: Final = pattern(
    r"(?:Điều\s\d{1,3}[.:]|\d{1,2}(?:\.\d{1,2}){0,3}\.|(?:TM|KT|TL|TUQ|Q)\.)\Z"
)
"""A label or an abbreviation of authority alone on its line, its words below it."""

_HEADING: Final = pattern(r"(?:[IVX]{1,6}|\d{1,2}|[A-ZĐ])[.)]\s")
_LONE_WORD: Final = pattern(rf"(?:Điều\s)?[\w.]{{1,6}}[.)]\s[{UPPER}][{LOWER}]{{0,6}}\Z")
"""A label with one syllable, which is no heading: `Điều 3. Chánh`."""

_IN_SENTENCE: Final = pattern(rf"[\d.]{{1,12}}[.)/]?\s+[{LOWER}]")
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

_ENDS: Final = frozenset(".;:!?…")
_CUT_CODE: Final = pattern(r"(?:^|\s)\S*\d\S*\w[-/]\Z|(?:^|\s)\d+[-/]\Z")
_LONG: Final = 40
"""Characters from which a line is prose rather than a heading, a name or an item."""
_PROSE: Final = 55
"""Characters from which a line without a label, wrapped at no one width, is no heading."""
_WIDE: Final = 70
"""Characters from which a line, wrapped at no one width, is full."""
_SPACED_SHARE: Final = 0.2
_WRAP_LIMIT: Final = 170
_WRAP_LINES: Final = 8
_RAGGED_LINES: Final = 5
_PARTED_LABELS: Final = 3
_BULLETS: Final = "-+•|"
_WRAP_SHARE: Final = 0.5
_FULL: Final = 0.8


class Wrapping(NamedTuple):
    """How a text was wrapped: at which width (0: not), and whether blank lines part it.

    `ragged` text was wrapped at no one width, as the source of a web page is. In `parted` text a
    blank line stands between any two paragraphs, so that other lines only go on.
    """

    width: int = 0
    spaced: bool = False
    ragged: bool = False
    parted: bool = False


_UNWRAPPED: Final = Wrapping()


def wrapping_of(lines: Sequence[str]) -> Wrapping:
    """Return how a text's lines were wrapped and spaced."""
    blank = sum([not line.strip() for line in lines])
    width = wrap_width(lines)
    spaced = blank > len(lines) * _SPACED_SHARE
    return Wrapping(width, spaced, not width and _is_ragged(lines), blank > 0 and _is_parted(lines))


def _is_parted(lines: Sequence[str]) -> bool:
    """Return whether labels stand behind blank lines, and wrapped lines behind the others."""
    pairs = [
        (above, line)
        for above, line in pairwise([line.strip().lstrip("*") for line in lines])
        if line and line[0] not in _BULLETS
    ]
    open_ends = sum(
        [line[0].islower() for above, line in pairs if above and above[-1] not in _ENDS]
    )
    if open_ends < _RAGGED_LINES:
        return False
    goes_on = within = parted = 0
    for above, line in pairs:
        if not LABEL.match(line):
            goes_on += bool(above) and line[0].islower() and above[-1] not in _ENDS
        elif above:
            within += 1
        else:
            parted += 1
    return goes_on >= _RAGGED_LINES and parted >= _PARTED_LABELS and within * 4 <= parted


def _is_ragged(lines: Sequence[str]) -> bool:
    """Return whether most lines of prose without an end mark go on in lower case."""
    goes_on = stops = 0
    for line, after in pairwise(map(str.strip, lines)):
        if len(line) >= _LONG and after and line[-1] not in _ENDS and not line.isupper():
            goes_on += after[0].islower()
            stops += not after[0].islower()
    return goes_on >= _RAGGED_LINES and goes_on > stops


def wrap_width(lines: Iterable[str]) -> int:
    """Return the width at which the lines were wrapped, 0 where they were not.

    Wrapped text has most of its longer lines near one length; in other text each paragraph is a
    line of its own length.
    """
    sizes = sorted([len(line.strip()) for line in lines])
    sizes = [size for size in sizes if size >= _LONG]
    if len(sizes) < _WRAP_LINES:
        return 0
    widest = sizes[min(int(len(sizes) * 0.98), len(sizes) - 1)]
    if widest > _WRAP_LIMIT:
        return 0
    full = sum(size >= widest * _FULL for size in sizes)
    return sizes[-1] if full >= len(sizes) * _WRAP_SHARE else 0


@dataclass(slots=True)
class Counts:
    """The last number of each form of label ("1.", "1)") that began a line."""

    last: dict[str, int] = field(default_factory=dict[str, int])

    def note(self, line: str) -> None:
        """Take the label of a line that begins a paragraph, if it has one."""
        if line[0].isdecimal() and (match := _NUMBERED.match(line)):
            self.last[match["form"]] = int(match["value"])

    def goes_on(self, line: str) -> bool:
        """Return whether a line's number is the next one of its form, or begins anew with 1."""
        match = _NUMBERED.match(line)
        return match is None or int(match["value"]) in {1, self.last.get(match["form"], 0) + 1}


_UNCOUNTED: Final = Counts()


def begins_unit(line: str, before: str = "", counts: Counts = _UNCOUNTED) -> bool:
    """Return whether a line begins with a label, a bullet or a word that opens a line.

    `before` is the line above: a number that it calls for is no label, unless it carries the
    sequence of labels (`counts`) on.

    >>> begins_unit("12. Sở Y tế"), begins_unit("12. Sở Y tế", "kể từ tháng")
    (True, False)
    >>> begins_unit("2. Sở Y tế", "1. Phát triển dữ liệu số", Counts({".": 1}))
    True
    """
    return LABEL.match(line) is not None and not (before and _calls_for(before, line, counts))


def continues(
    before: str,
    line: str,
    *,
    gap: bool,
    wrapping: Wrapping = _UNWRAPPED,
    counts: Counts = _UNCOUNTED,
) -> bool:
    """Return whether a line goes on with the paragraph that ends in the line `before`.

    `gap` says that a blank line or a page break lies between.

    >>> continues("các chủ trương, đường lối, nghị quyết đã có", "liên quan; kịp thời", gap=True)
    True
    >>> continues("Sở Nội vụ;", "các sở, ban, ngành", gap=False)
    False
    >>> continues("KẾ HOẠCH", "thực hiện Nghị quyết số 12-NQ/TU", gap=False)
    False
    """
    width = wrapping.width
    if begins_unit(line, before, counts):
        return not gap and _torn_hyphen(before, line, width)
    if gap:
        return len(before) >= _LONG and line[0].islower() and _unfinished(before)
    if _is_open(before) or _is_counted(line, before) or _breaks_word(before, line):
        return True
    if line[0].islower():
        return not _is_title(before) and (
            before[-1] not in _ENDS or (before[-1] in ";:" and _ran_out(before, line, wrapping))
        )
    return before.isupper() == line.isupper() and _wrapped(before, line, wrapping)


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
        return before[-1] not in _ENDS or (before[-1] == "." and len(before) >= _WIDE)
    if wrapping.ragged and before[-1] not in _ENDS:
        if LABEL.match(before) and not (before.startswith("Điều ") and len(before) >= _PROSE):
            heading = before.isupper() and _HEADING.match(before)
            return bool(heading or _LONE_WORD.match(before))
        return before.endswith(_HEADS) or len(before) >= _PROSE or bool(_CITES.match(before))
    if _full(before, line, wrapping.width) and (wrapping.spaced or before[-1] not in _ENDS):
        return before[-1] != ":"
    return before[-1] == ";" and _CARRIERS.match(before) is not None


def joint(before: str, line: str) -> str:
    """Return what stands between two joined lines: nothing inside a code, else a blank.

    >>> joint("Nghị quyết số 57-", "NQ/TW"), joint("kinh tế -", "xã hội")
    ('', ' ')
    """
    return "" if _is_cut(before, line) else " "


def _is_open(before: str) -> bool:
    """Return whether a line ends in a word that calls for more, or is only a label."""
    word = _last_word(before)
    if word in {"cầu", "nghị"}:
        return _ASKS.match(before) is not None
    if word in _OPEN_WORDS:
        return not before.endswith(_CLOSED)
    return before[-1] in ".:" and _LONE_LABEL.match(before) is not None


def _is_cut(before: str, line: str) -> bool:
    """Return whether a code goes on in the next line: "91-" and "NQ/TU"."""
    if before[-1] not in "-/" or not line[0].isupper():
        return False
    return _CUT_CODE.search(before[-_LONG:]) is not None


def _breaks_word(before: str, line: str) -> bool:
    """Return whether a code or the name of a document type goes on in the next line."""
    if before in _CUT_TYPES or before in _CUT_OFFICES:
        return line.startswith((_CUT_TYPES | _CUT_OFFICES)[before])
    return _is_cut(before, line)


def _calls_for(before: str, line: str, counts: Counts) -> bool:
    """Return whether what looks like a label is what the line before calls for.

    After "khoản" it always is; elsewhere a number that carries the sequence of labels on is a
    label ("… dữ liệu số" / "3. Sở Y tế"), and one that a sentence goes on behind is none.
    """
    words = before.rsplit(" ", 2)
    if not line[0].isdecimal():
        return _is_counted(line, before) or (
            words[-1] in _LETTERED and _CLAUSE.match(line) is not None
        )
    if not _is_counted(line, before):
        return False
    if words[-1] in _DEMANDING and not (len(words) > 1 and words[-2] in _COMPOUNDS):
        return True
    if _CODE.match(line) or _IN_SENTENCE.match(line):
        return True
    return not counts.goes_on(line)


def _is_counted(line: str, before: str) -> bool:
    """Return whether a line begins with a number and the one before can call for it."""
    if line[0] == "I":
        return before.endswith(_QUARTERS) and _QUARTER.match(line) is not None
    if not line[0].isdecimal():
        return False
    words = before.rsplit(" ", 2)
    return words[-1] in _COUNTED and not (len(words) > 1 and words[-2] in _EACH)


def _is_title(line: str) -> bool:
    """Return whether a line is words in capitals: the subject below it is a line of its own."""
    return line.isupper() and " " in line


def _last_word(line: str) -> str:
    return line[line.rfind(" ") + 1 :]


def _unfinished(line: str) -> bool:
    return line[-1].isalnum() or line[-1] in ',)”"'


def _full(line: str, following: str, width: int) -> bool:
    """Return whether the next line's first word had no room left in a line."""
    return bool(width) and len(line) + 1 + len(following.split(" ", 1)[0]) > width * 0.97


def _ran_out(before: str, line: str, wrapping: Wrapping) -> bool:
    """Return whether a line that ends between clauses did so for want of room."""
    wide = wrapping.ragged and before[-1] == ";" and len(before) >= _WIDE
    return wrapping.parted or wide or _full(before, line, wrapping.width)


def _torn_hyphen(before: str, line: str, width: int) -> bool:
    """Return whether "kinh tế / - xã hội" was wrapped at the blank before its hyphen."""
    return (
        line[0] == "-"
        and line[1:].lstrip()[:1].islower()
        and before[-1].isalpha()
        and not LABEL.match(before)
        and _full(before, line, width)
    )
