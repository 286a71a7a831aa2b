"""From lines to paragraphs, by geometry (indent, right edge, gap, looks) and by grammar."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.bullets import OPENING
from kehoach_parser.readers.pdf.lines import Line
from kehoach_parser.text.patterns import pattern

LABEL: Final = pattern(
    rf"""
    (?: [-–—+*•●▪◦○✓➢❖](?!\s?\d{{4}}\b|\Z)      # a bullet
    | {OPENING}
    | \(?(?:\d{{1,3}}|[IVX]{{1,6}}|[a-zđ])[.)](?!\d)(?=\s*\S)   # 1. a) (2) II.
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\.?\s            # 1.2.
    | (?:[IVX]{{1,5}}|[A-E]|\d{{1,2}})\s?[-–]\s(?=\S)     # I - ...
    | (?:Điều|Chương|Mục|Phần|PHỤ\ LỤC|Phụ\ lục|Biểu|Mẫu|Kính\ gửi|Nơi\ nhận|V/v)\b
    )""",
    re.VERBOSE,
)
_ENDED: Final = pattern(r"[.;:!?…][\"”’)\]]*\Z")
_ABBREVIATED: Final = pattern(r"(?:\b(?:[A-HJ-UYĐ]|TP|TX|TT|ThS|TS|BS|PGS|GS|KS|CN)|Đ/c)\.\Z")
_OPEN: Final = pattern(
    r"(?<!\w)(?:trước|của|và|các|những|từ|đến|theo|tại|với|về|cho|do|là)\Z|\w [-–]\Z"
)
"""What a sentence does not end with: words, the dash within a name (`Kế hoạch -`)."""

_LONGEST_WORD: Final = 8
_COUNTED: Final = pattern(r"(?<!\w)(?:ngày|tháng|năm|quý|số)\n[\dIVX]")
"""Words that only a number makes go on: a heading may end in `chính quyền số`."""

_RANGE: Final = pattern(
    r"\d(?P<kind>[/hg:])\d{0,4}\n[-–]\s?\d{1,2}(?P=kind)\d|(?:19|20)\d\d\n[-–]\s?(?:19|20)\d\d\b"
)
"""A range of days, hours or years that a line end cuts before its dash (`01/3` `- 07/3`)."""

_CUT_WORD: Final = pattern(r"[^\s\-][-\u00ad\u2010]\Z")
_CUT_CODE: Final = pattern(r"(?:\d|[A-ZĐƯ])/\Z")
_CODE_GOES_ON: Final = pattern(r"[-/](?:[A-ZĐƯ][A-Za-zĐ]{0,6}|\d{4})[-/][A-ZĐƯ]")
_AMPERSAND: Final = pattern(r"&\w")
_CODE_NUMBER: Final = pattern(r"\d[A-Za-z]?\Z")
_INDENT: Final = 6.0
_ALIGNED: Final = 3.0
_BLANK: Final = 0.25
_GAP: Final = 1.3
_SIZES: Final = 0.15
_SCANNED_GAP: Final = 1.8
_SCANNED_SIZES: Final = 0.3
"""Of scanned lines sizes and places are measured, so that they differ from line to line."""

_STEP: Final = 0.15
"""Share of the line pitch by which a scanned step may differ."""

_RAGGED: Final = 4.0
_WIDE: Final = 0.5
_SLACK: Final = 0.5


class Flow(NamedTuple):
    """A column that text runs in: its edges, its line pitch and how it is set (points).

    `justified` columns end full lines at `right`; `indented` ones begin paragraphs with an
    indent.
    """

    left: float
    right: float
    pitch: float
    justified: bool = False
    indented: bool = False


def flow_of(lines: Sequence[Line], left: float | None, right: float) -> Flow:
    """Return what a column's lines have in common; the left edge is null where it is not known."""
    low = min((line.x0 for line in lines), default=0.0) if left is None else left
    ends = sum(right - 2 <= line.x1 <= right + 2 for line in lines)
    starts = Counter(
        line.x0 > low + _INDENT for line, after in pairwise(lines) if after.x0 <= low + _ALIGNED
    )
    return Flow(
        low, right, _pitch(lines), justified=ends > 0.4 * len(lines), indented=starts[True] > 1
    )


def paragraphs(lines: Iterable[Line], flow: Flow) -> list[list[Line]]:
    """Return the lines of one column, paragraph by paragraph."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not starts_paragraph(found[-1], line, flow):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def starts_paragraph(before: Sequence[Line], line: Line, flow: Flow) -> bool:
    """Return whether a line begins a paragraph after the lines of the one before it."""
    last = before[-1]
    if line.scanned and _runs_on(last, line, flow):
        return False
    if _looks_change(before, line, flow):
        return True
    full = not _fits(last, line, last.right)
    if cut_at_end(last.text, line.text) or (full and is_range(last.text, line.text)):
        return False
    if _lower(line) and not (_ended(last) or last.text.isupper() or LABEL.match(line.text)):
        inward = line.x0 > last.x0 + _INDENT and not (line.centered or line.all_bold)
        return inward and not _hanging(before, line)
    if not full and _names(last, line):
        return True
    return not _title_goes_on(last, line) if line.centered else _breaks(before, line, flow)


def _runs_on(last: Line, line: Line, flow: Flow) -> bool:
    """Return whether a scanned line goes on with a sentence: its looks are only measured."""
    if _ended(last) or last.text.isupper() or LABEL.match(line.text):
        return False
    if not (_lower(line) or is_open(last.text, line.text)):
        return False
    return last.page != line.page or line.base - last.base < _SCANNED_GAP * flow.pitch


def _looks_change(before: Sequence[Line], line: Line, flow: Flow) -> bool:
    """Return whether size, setting or weight change, or there is room between the lines."""
    last = before[-1]
    loose = 2 if _lower(line) and not _ended(last) else 1
    sizes = _SCANNED_SIZES if line.scanned else _SIZES
    if abs(last.size - line.size) > loose * sizes * last.size and not _steps_on(last, line, flow):
        return True
    if last.centered != line.centered and not _fills(last, line):
        return True
    if last.all_bold != line.all_bold and _bold_changes(before, line, flow):
        return True
    room = _GAP * loose * max(flow.pitch, min(last.size, line.size))
    return last.page == line.page and line.base - last.base > room


def _steps_on(last: Line, line: Line, flow: Flow) -> bool:
    """Return whether a scanned line follows a full one at the usual step: its size is misread."""
    step = line.base - last.base
    full = not (_ended(last) or _fits(last, line, last.right))
    return line.scanned and full and abs(step - flow.pitch) <= _STEP * flow.pitch


def _fills(last: Line, line: Line) -> bool:
    """Return whether a sentence fills a line, which only seems to stand in the middle."""
    plain = not (last.all_bold or last.text.isupper() or _ended(last))
    return plain and _lower(line) and not _fits(last, line, last.right)


def _breaks(before: Sequence[Line], line: Line, flow: Flow) -> bool:
    last = before[-1]
    full = not _fits(last, line, last.right)
    label = LABEL.match(line.text)
    if full and _hanging(before, line):
        return False
    inward = line.x0 > last.x0 + _INDENT and not (full and _lower(line))
    at_right = last.x0 > (last.left + last.right) / 2 and abs(line.x0 - last.x0) > _ALIGNED
    if inward or at_right:
        return True
    at_left = line.x0 <= line.left + _ALIGNED
    changes = _ended(last) or (line.all_bold and not last.all_bold)
    heads = changes and label is not None and not label[0][-1].isalpha()  # Chương may go on
    if heads or (label and not (full and at_left and flow.indented)):
        return not (full and _goes_on(last, line))
    if not full:
        return True
    if not at_left and abs(line.x0 - last.x0) <= _ALIGNED and len(before) == 1:
        filled = last.x1 >= last.right - 1
        return not _lower(line) and (_ended(last) or (flow.indented and not filled))
    ragged = flow.justified and last.x1 < last.right - _RAGGED
    return ragged and _ended(last) and not _lower(line)


def _title_goes_on(last: Line, line: Line) -> bool:
    """Return whether a centred line goes on with the one before it, which is not short."""
    full = not _fits(last, line, last.right)
    if full and _lower(line):
        return True
    if line.text[0] == "(" or last.italic != line.italic:
        return False
    if LABEL.match(line.text) or _ended(last):
        return False
    wide = last.x1 - last.x0 > _WIDE * (last.right - last.left)
    return full or (wide and last.text.isupper() == line.text.isupper())


def _bold_changes(before: Sequence[Line], line: Line, flow: Flow) -> bool:
    """Return whether a bold heading begins or ends here; bold words of a text may fill lines."""
    last = before[-1]
    at_left = line.x0 <= line.left + _ALIGNED < before[0].x0 - _INDENT
    if flow.indented and at_left and not _fits(last, line, last.right):
        return False
    if last.all_bold:
        return not line.words[0].bold and (_ended(last) or not _lower(line))
    return not any(word.bold for word in last.words) and line.all_bold and len(line.words) > 1


def _names(last: Line, line: Line) -> bool:
    """Return whether two lines are names, one under the other."""
    return all(
        len(each.words) > 1 and all(word.text[0].isupper() for word in each.words)
        and not each.text.isupper()
        for each in (last, line)
    )  # fmt: skip


def _goes_on(last: Line, line: Line) -> bool:
    """Return whether what looks like a bullet goes on in a name (`Kế hoạch - Tài chính`)."""
    return line.text[0] in "-–" and line.x0 < last.x0 - _INDENT and not _ended(last)


def _fits(last: Line, line: Line, right: float) -> bool:
    """Return whether the first word of a line would still have stood on the line before it."""
    word = line.words[0]
    need = word.x1 - word.x0
    if not _CUT_WORD.search(last.text):
        need += _BLANK * line.size
    if line.centered:
        return last.x1 - last.x0 + need < last.right - last.left - _SLACK * line.size
    return last.x1 + need < right - 1


def _hanging(before: Sequence[Line], line: Line) -> bool:
    """Return whether a line stands under the words that follow a paragraph's label."""
    first = before[0]
    if LABEL.match(line.text) or not LABEL.match(first.text):
        return False
    if len(before) > 1:
        return abs(line.x0 - before[-1].x0) <= _ALIGNED
    return any(abs(line.x0 - word.x0) <= _ALIGNED for word in first.words[1:3])


def _ended(line: Line) -> bool:
    return _ENDED.search(line.text) is not None and not _ABBREVIATED.search(line.text)


def _lower(line: Line) -> bool:
    return line.text[0].islower()


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual step from line to line."""
    steps = Counter(
        round(2 * (after.base - line.base)) / 2
        for line, after in pairwise(lines)
        if (0.8 if line.scanned else 0.95) * line.size < after.base - line.base < 2.2 * line.size
    )
    if not steps:
        return 1.2 * max((line.size for line in lines), default=14.0)
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.5 * most)


def is_open(text: str, following: str) -> bool:
    """Return whether a text ends with a word that cannot be the last (`trước ngày` `15/3`, `TP.`).

    >>> is_open("Nghị quyết số", "57-NQ/TW"), is_open("chính quyền số", "Sở Nội vụ rà soát")
    (True, False)
    """
    return (
        _OPEN.search(text) is not None
        or _ABBREVIATED.search(text) is not None
        or _COUNTED.search(f"{text[-_LONGEST_WORD:]}\n{following[:1]}") is not None
        or is_range(text, following)
    )


def is_range(last: str, text: str) -> bool:
    """Return whether a line goes on with a range of days, hours or years.

    >>> is_range("trực từ 19h00", "- 22h00 các ngày"), is_range("họp ngày 19/3", "- 07h30")
    (True, False)
    """
    return (
        text[0] in "-–"
        and _RANGE.search(f"{last[-_LONGEST_WORD:]}\n{text[:_LONGEST_WORD]}") is not None
    )


def cut_at_end(last: str, text: str) -> bool:
    """Return whether a word or a document number is cut between two lines.

    >>> cut_at_end("thực hiện Nghị quyết số 57-", "NQ/TW của Bộ Chính trị")
    True
    >>> cut_at_end("Phòng Kế hoạch -", "Tài chính")
    False
    """
    if _CUT_WORD.search(last):
        return text[0].isalnum()
    if _CUT_CODE.search(last):
        return text[0].isupper() or text[0].isdigit()
    if _AMPERSAND.match(text):
        return last[-1].isalnum()
    return _CODE_NUMBER.search(last) is not None and _CODE_GOES_ON.match(text) is not None


def joined(texts: Iterable[str]) -> str:
    """Return the lines of a paragraph as one text, cut words and numbers whole again.

    >>> joined(["Kế hoạch số 16/KH-", "UBND của tỉnh"])
    'Kế hoạch số 16/KH-UBND của tỉnh'
    """
    parts: list[str] = []
    for text in texts:
        if parts and not cut_at_end(parts[-1], text):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)
