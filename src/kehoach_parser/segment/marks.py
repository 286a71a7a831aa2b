"""Marks by which a line tells its part in the document: appendix labels, bullets, rules."""

import re
from typing import Final

from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

APPENDIX: Final = pattern(
    rf"""
    \W{{0,3}}
    (?P<label>
        (?:PHỤ\sLỤC|Phụ\slục|PHỤ\sBIỂU|Phụ\sbiểu|BIỂU\sMẪU|Biểu\smẫu|BIỂU|Biểu|MẪU|Mẫu|DANH\sMỤC(?=\s\d))
        (?:\s(?:SỐ|số|Số))?
        (?:\s?(?:[IVX]{{1,5}}|\d{{1,2}}(?:\.\d{{1,2}})?|[A-HĐ])[a-d]?(?![\w/]))?
    )
    \s*(?P<mark>[:.\-–]+(?=\s|$)|$|(?=\s[{UPPER}]{{2}}|\s?\())\s*
    """,
    re.VERBOSE,
)
BULLET: Final = pattern(r"(?P<mark>[-–—−+*•●○▪■◦‣⁃·✓➢➤❖o](?=\s)|[-–+•●▪➢❖](?=\S))\s*")
ATTACHED_NOTE: Final = pattern(
    r"\(?\s*(?:(?:Ban hành k|BAN HÀNH K|[Kk])[èÈ][mM]\s(?:theo|THEO)|[Đđ]ính kèm)\b"
)
REASON: Final = pattern(
    r"[-–+•]?\s*(?:Căn cứ|Thực hiện|Triển khai|Theo|Để|Nhằm|Trên cơ sở|Trước|Từ|Xét|Tiếp tục"
    r"|Hưởng ứng|Chào mừng|Trong|Sau)\s"
)
"""How a preamble's lines begin: grounds, and what a plan is made for."""

ANNOTATION: Final = pattern(r"\(.*\)\W*")
_NEEDS_NUMBER: Final = pattern(r"(?:Biểu|Mẫu)(?:\smẫu)?(?:\ssố)?", re.IGNORECASE)
_ATTRIBUTE: Final = pattern(r"[^:]{2,40}:\s*\S")
_MOST_WORDS: Final = 40
_OPENINGS: Final = frozenset(("phần mở đầu", "mở đầu", "lời nói đầu", "lời mở đầu", "đặt vấn đề"))
_LONGEST_OPENING: Final = 20
_SHORTEST_TITLE: Final = 6


def is_bullet(words: str) -> bool:
    """Return whether the line begins with a bullet."""
    return BULLET.match(words) is not None


def appendix_label(words: str) -> re.Match[str] | None:
    """Return the appendix label that a line begins with; a bare `Biểu` or `Mẫu` is none.

    >>> appendix_label("Phụ lục số 01:")["label"]
    'Phụ lục số 01'
    >>> appendix_label("Mẫu đơn kèm theo") is None
    True
    """
    match = APPENDIX.match(words)
    if match is None or _NEEDS_NUMBER.fullmatch(match["label"]):
        return None
    return match


def opens_body(words: str) -> bool:
    """Return whether a line without label heads the part with which a scheme begins."""
    return len(words) < _LONGEST_OPENING and words.strip(" .:").lower() in _OPENINGS


def is_title_like(words: str, *, bold: bool, centered: bool) -> bool:
    """Return whether a line without label looks like a heading: capitals, or bold without end."""
    capitals = words.isupper()
    if not (capitals or bold) or len(words) < _SHORTEST_TITLE or words[-1] in ",;":
        return False
    blanks = words.count(" ")
    if blanks > _MOST_WORDS * (1 + capitals) or is_bullet(words) or ANNOTATION.fullmatch(words):
        return False
    if capitals:
        return blanks > 0
    if words[-1] in ".:/" or _ATTRIBUTE.match(words) or not any(c.isalpha() for c in words):
        return False
    return centered or blanks < _MOST_WORDS // 2
