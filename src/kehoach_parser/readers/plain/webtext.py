"""Text of web pages whose paragraph breaks were lost, split into its lines again."""

import re
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.bullets import SIGNS
from kehoach_parser.readers.headtext import NATION, begins_head, split_head
from kehoach_parser.readers.plain.web_labels import label_places
from kehoach_parser.readers.plain.web_parts import preamble, unit
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_MID_LABEL: Final = pattern(
    rf"[.;:…]\s+(?:[IVX]{{1,5}}[./:-]|\d{{1,2}}[./:-]|[a-zđ][)/]|[-+–{SIGNS}❖✓➢]|[A-H]\d{{0,2}}\.)"
    rf"\s+[{UPPER}]"
)
_LONG_LINE: Final = 160
"""Characters beyond which a line may hold several sections."""

_MOST_LINES: Final = 300
"""Lines of a text one of which may hold all sections."""

_FIRST_SECTION: Final = pattern(
    rf"(?:\A|[ ])(?:[IA][./:–-]|1[./](?=[ ][{UPPER}]{{2}})|Phần thứ nhất|PHẦN THỨ NHẤT)[ ][{UPPER}]"
)
_SECOND_SECTION: Final = pattern(
    rf"[ ](?:(?:II|B)[./:–-]|2[./](?=[ ][{UPPER}]{{2}})|Phần thứ hai|PHẦN THỨ HAI)[ ][{UPPER}]"
)
_SECOND_MARKS: Final = (
    " II.",
    " II/",
    " II-",
    " II–",
    " B. ",
    " 2. ",
    " 2/ ",
    " thứ hai",
    " THỨ HAI",
)
"""What a second section within a line holds; most texts hold none."""

_LINE_LABEL: Final = pattern(
    r"^[^\S\n]*(?:\#{1,6}[ ]+)?\*{0,3}"
    r"(?:[IVX]{1,5}[./-]|[A-HĐ]\.|\d{1,2}[.)/-]|[a-zđ][)/]|[-+–•*])"
    rf"(?:\s|-?[{UPPER}])",
    re.MULTILINE,
)
_ROW: Final = pattern(r"^[^\S\n]*(?:\|[^\n]*\||<[^\n]*>)[^\S\n]*$", re.MULTILINE)
"""A row of a table in pipes, a line of one in HTML: what stands within cells begins lines there."""

_GLUED_HEAD: Final = pattern(
    r"VIỆT\s+NAM\s+`?Độc\s+[Ll]ập[^\n]{0,12}Tự[^\n]{0,8}\n?[^\n]{0,24}[Pp]húc[^\S\n]+[-–_*]{2,}\s"
)
_GLUED_POINT: Final = pattern(
    rf"^([^\S\n]*[IVX]{{1,5}}[.)]\s[^{LOWER}\n]{{4,90}}?)[^\S\n]+(?=1[.)]\s[{UPPER}])", re.MULTILINE
)
"""A heading in capitals with the first point below it in its line."""

_GLUED_STAMP: Final = pattern(
    r"(?<=\S)[^\S\n]{1,4}(?=(?:Ngày cập nhật|Cập nhật|Ngày đăng)[^\S\n]?:?[^\S\n]?"
    r"\d{1,2}[-/]\d{1,2}[-/]\d{4}(?:[^\S\n]\d{1,2}:\d{2})?[^\S\n]*$)",
    re.MULTILINE,
)
"""Before the day of posting in the line of a headline."""

_STAMPED: Final = (" Ngày cập nhật", " Cập nhật", " Ngày đăng")
_ENOUGH: Final = 3
_SAMPLE: Final = 200_000


def runs_together(text: str) -> bool:
    """Return whether the text has lost its paragraph breaks.

    It has where its head is one line, or where labels stand within lines rather than at their
    beginnings. Hard wraps of the page's source may be left.
    """
    sample = text[:_SAMPLE]
    rows = _ROW.sub("", sample) if "|" in sample or "<t" in sample else sample
    inside = len(_MID_LABEL.findall(rows))
    if _GLUED_HEAD.search(rows[:1500]):
        few = sample.count("\n\n") < _ENOUGH
        return few or inside >= max(len(_LINE_LABEL.findall(sample)), 1)
    return inside >= _ENOUGH and inside > _ENOUGH * len(_LINE_LABEL.findall(sample))


def with_points_apart(text: str) -> str:
    """Return a text with the first point below a heading in a line of its own.

    >>> with_points_apart("III. TỔ CHỨC THỰC HIỆN 1. Ban tổ chức").split(chr(10))
    ['III. TỔ CHỨC THỰC HIỆN', '1. Ban tổ chức']
    """
    return _GLUED_POINT.sub(r"\1\n", text) if " 1. " in text or " 1) " in text else text


def with_stamps_apart(text: str) -> str:
    """Return a text with a page's day of posting in a line of its own.

    >>> with_stamps_apart("Sơn Hà trồng tre Ngày cập nhật 22/03/2027").split(chr(10))
    ['Sơn Hà trồng tre', 'Ngày cập nhật 22/03/2027']
    """
    stamped = any(words in text for words in _STAMPED)
    return _GLUED_STAMP.sub("\n", text) if stamped else text


def with_sections_apart(text: str) -> str:
    """Return a text with the labels apart that one long line holds from the first section on."""
    if text.count("\n") > _MOST_LINES or not any(mark in text for mark in _SECOND_MARKS):
        return text
    return "\n".join(part for line in text.split("\n") for part in _apart(line))


def _apart(line: str) -> list[str]:
    """Return the lines of a line that holds sections, itself where it holds none."""
    if len(line) <= _LONG_LINE or not any(mark in line for mark in _SECOND_MARKS):
        return [line]
    first = _FIRST_SECTION.search(line)
    if first is None or " | " in line or not _SECOND_SECTION.search(line, first.end()):
        return [line]
    return _body(" ".join(line.split()))


def restore_lines(text: str) -> list[str]:
    """Return the lines of a text that has lost them; what is split is never changed."""
    lines: list[str] = []
    headed = False
    for chunk in re.split(r"\n[^\S\n]*\n", text):
        flat = " ".join(chunk.split())
        if not flat:
            continue
        if not headed and (NATION.search(flat[:800]) or begins_head(flat)):
            headed = True
            head, flat = split_head(flat, typed=True)
            lines += head
        if flat:
            lines += _body(flat)
    return lines


def _body(text: str) -> list[str]:
    """Return the lines of what follows the head."""
    edges = [0, *label_places(text), len(text)]
    lines: list[str] = []
    for number, (start, end) in enumerate(pairwise(edges)):
        piece = text[start:end].strip()
        lines += preamble(piece) if number == 0 else unit(piece)
    return [line for line in lines if line]
