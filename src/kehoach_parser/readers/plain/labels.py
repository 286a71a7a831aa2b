"""Labels that begin a line of text, told from numbers that the line above calls for."""

import re
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.lexicon.signing import CAPACITY_TEXT
from kehoach_parser.readers.bullets import OPENING
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

LABEL: Final = pattern(
    rf"""
    [-+–—•▪●○◦·❖✓➢*]\s+\S           # a bullet
    | [-+–•▪●][{UPPER}]                       # a bullet without its blank
    | {OPENING}                               # other signs, ➢ Sở, o Sở
    | [IVX]{{1,6}}\s?[.)/\-:](?=\s|[{UPPER}])             # I.  II-
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}[.)]?\s+\S               # 1.1.  2.3
    | \d{{1,3}}[.)/](?=\s|[{UPPER}])                      # 1.  1)
    | \d{{1,2}}-\s+[{UPPER}]                              # 1-
    | \d{{1,2}}:\s+[{UPPER}]                              # 1:
    | [A-H]\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.):]\s+[{UPPER}]     # A1.  A1.1.
    | (?:[a-zđ]{{1,2}}|[ivx]{{3,4}})\)\s*\S                 # a)  aa)  iii)
    | [a-zđ]\.?\d{{1,2}}[.)]\s+[{UPPER}]                # a.1.
    | (?:[a-zđ](?:\.\s+|\s?/\s*|,\s+)|[a-e]\.)[{UPPER}]    # a.  a/  a,
    | \((?:\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)\s*\S            # (1)  (a)  (ii)
    | [A-ZĐ]\.\s+[{UPPER}]{{2}}                           # A. TÌNH HÌNH
    | (?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ[ ]lục|PHỤ[ ]LỤC)\s+(?:\d|[IVX]+\b|thứ)
    | {CAPACITY_TEXT}\s?\.\s
    | (?:Nơi[ ]nhận|Kính[ ]g[ửở]i|Số)\s*:
    | (?:Căn[ ]cứ|Theo[ ]đề[ ]nghị|Xét[ ]đề[ ]nghị)\s
    """,
    re.VERBOSE,
)
"""What begins a line of its own."""

_COUNTED: Final = frozenset(
    (
        "ngày",
        "tháng",
        "năm",
        "số",
        "khoản",
        "Khoản",
        "Điều",
        "điều",
        "quý",
        "Quý",
        "đoạn",
        "mẫu",
        "lục",
    )
)
"""Words that a number follows: at a line's beginning it may be no label then."""

_QUARTERS: Final = (" quý", " Quý", "Quý")
_QUARTER: Final = pattern(r"(?:I{1,3}|IV)(?:\s?[,;]|\s?/\s?\d|\s(?:năm|và)\s|\Z)")
"""What follows them, no label of a part: `III/2027`."""

_EACH: Final = frozenset(("hằng", "hàng", "mỗi"))
"""Words before a unit of time that can end a paragraph: "hằng tháng"."""

_DEMANDING: Final = frozenset(("khoản", "Khoản", "Điều"))
"""Words that no line ends in without their number."""

_COMPOUNDS: Final = frozenset(("tài", "điều"))
"""Words before "khoản" that make it one that calls for no number: "tài khoản"."""

_LETTERED: Final = frozenset(("điểm", "tiết"))
"""Words that a letter may follow; "địa điểm" and "chi tiết" end headings too."""

_CLAUSE: Final = pattern(r"[a-zđ]\)\s*(?:[,;]|(?:và|hoặc|[Kk]hoản|mục|Điều)\s)")
"""A letter that a reference goes on behind: "a) khoản 2"."""

_NUMBERED: Final = pattern(r"(?P<value>\d{1,3})(?P<form>[.)/])(?=\s)")
_CODE: Final = pattern(rf"\d{{1,4}}[-/]\s?[{UPPER}]")
_IN_SENTENCE: Final = pattern(rf"[\d.]{{1,12}}[.)/]?\s+[{LOWER}]")


@dataclass(slots=True)
class Counts:
    """The last number of each form of label ("1.", "1)") that began a line."""

    last: dict[str, int] = field(default_factory=lambda: {})

    def note(self, line: str) -> None:
        """Take the label of a line that begins a paragraph, if it has one."""
        if line[0].isdecimal() and (match := _NUMBERED.match(line)):
            self.last[match["form"]] = int(match["value"])

    def goes_on(self, line: str) -> bool:
        """Return whether a line's number is the next one of its form, or begins anew with 1."""
        match = _NUMBERED.match(line)
        return match is None or int(match["value"]) in {1, self.last.get(match["form"], 0) + 1}


UNCOUNTED: Final = Counts()


def begins_unit(line: str, before: str = "", counts: Counts = UNCOUNTED) -> bool:
    """Return whether a line begins with a label, a bullet or a word that opens a line.

    `before` is the line above: a number that it calls for is no label, unless it carries the
    sequence of labels (`counts`) on.

    >>> begins_unit("12. Sở Y tế"), begins_unit("12. Sở Y tế", "kể từ tháng")
    (True, False)
    >>> begins_unit("2. Sở Y tế", "1. Phát triển dữ liệu số", Counts({".": 1}))
    True
    """
    return LABEL.match(line) is not None and not (before and _calls_for(before, line, counts))


def _calls_for(before: str, line: str, counts: Counts) -> bool:
    """Return whether what looks like a label is what the line before calls for.

    After "khoản" it always is; elsewhere a number that carries the sequence of labels on is a
    label ("… dữ liệu số" / "3. Sở Y tế"), and one that a sentence goes on behind is none.
    """
    words = before.rsplit(" ", 2)
    if not line[0].isdecimal():
        return is_counted(line, before) or (
            words[-1] in _LETTERED and _CLAUSE.match(line) is not None
        )
    if not is_counted(line, before):
        return False
    if words[-1] in _DEMANDING and not (len(words) > 1 and words[-2] in _COMPOUNDS):
        return True
    if _CODE.match(line) or _IN_SENTENCE.match(line):
        return True
    return not counts.goes_on(line)


def is_counted(line: str, before: str) -> bool:
    """Return whether a line begins with a number and the one before can call for it."""
    if line[0] == "I":
        return before.endswith(_QUARTERS) and _QUARTER.match(line) is not None
    if not line[0].isdecimal():
        return False
    words = before.rsplit(" ", 2)
    return words[-1] in _COUNTED and not (len(words) > 1 and words[-2] in _EACH)
