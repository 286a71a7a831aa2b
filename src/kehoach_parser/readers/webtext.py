"""Text of web pages whose paragraph breaks were lost, split into its lines again.

Labels count only where they carry their sequence on: a number that a sentence happens to end or
begin with ("khoản 1.", "tháng 12.") is none.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.headtext import NATION, split_head
from kehoach_parser.text.letters import LOWER, UPPER

_CANDIDATE: Final = re.compile(
    rf"""
    (?<!\S)(?:
      (?P<article>(?:Điều|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|PHỤ[ ]LỤC|Phụ[ ]lục)[ ]
         (?:\d{{1,3}}[a-z]?|[IVXL]{{1,6}}|thứ[ ]\w+|THỨ[ ]\w+)\b[.:]?)
    | (?P<roman>[IVX]{{1,6}})[ ]?[.)]
    | (?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?
    | (?P<arabic>\d{{1,2}})[ ]?[.)]
    | (?P<letter>[a-zđ])[ ]?[.)]
    | (?P<bracket>\(\d{{1,2}}\))
    | (?P<bullet>[-+–•*])
    )(?=[ ]["“(\[]?[{UPPER}0-9])
    """,
    re.VERBOSE,
)
_MID_LABEL: Final = re.compile(
    rf"[.;:…]\s+(?:[IVX]{{1,5}}\.|\d{{1,2}}\.|[a-zđ]\)|[-+–])\s+[{UPPER}]"
)
_LINE_LABEL: Final = re.compile(
    r"^[^\S\n]*(?:[IVX]{1,5}\.|\d{1,2}[.)]|[a-zđ]\)|[-+–•*])\s", re.MULTILINE
)
_GLUED_HEAD: Final = re.compile(
    r"VIỆT\s+NAM\s+`?Độc\s+[Ll]ập[^\n]{0,12}Tự[^\n]{0,8}\n?[^\n]{0,24}[Pp]húc[^\S\n]+[-–_*]{2,}\s"
)
_OWN_LABEL: Final = re.compile(r"(?:(?:Điều|Chương|Mục|Phần) )?[\w.]{1,8} ?[.)]? ")
_VETO: Final = frozenset(
    [
        "khoản",
        "điểm",
        "điều",
        "mục",
        "số",
        "tháng",
        "năm",
        "ngày",
        "quý",
        "chương",
        "phần",
        "lục",
        "bảng",
        "mẫu",
        "tập",
        "loại",
        "cấp",
        "hạng",
        "nhóm",
        "lớp",
        "khóa",
        "khoá",
        "tầng",
        "và",
        "hoặc",
        "đến",
        "từ",
        "tại",
        "theo",
        "của",
        "tiết",
        "biểu",
        "phiếu",
        "vị",
        "thứ",
    ]
)
_ENDS: Final = frozenset(".;:!?…")
_CLOSERS: Final = '"”)]’ '
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_HEADING: Final = 160
"""Characters up to which a labelled piece without an end mark can be a heading."""
_SHORT_HEADING: Final = 90
_BASIS: Final = re.compile(
    r"(?<=[;.,:] )(?:- )?(?=(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét (?:đề nghị|Tờ trình)|"
    r"Trên cơ sở|Sau khi) )"
)
_ORDER: Final = re.compile(
    r"(?<=[;.,:] )(?=(?:QUYẾT ĐỊNH|NGHỊ ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|THÔNG TƯ|YÊU CẦU) ?:)"
)
_AFTER_ORDER: Final = re.compile(
    r"\A((?:QUYẾT ĐỊNH|NGHỊ ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|THÔNG TƯ|YÊU CẦU) ?:) "
)
_RECIPIENTS: Final = re.compile(r" (?=Nơi nhận ?:)")
_RECIPIENT: Final = re.compile(r" (?=[-+] ?\S)")
_CAPACITY: Final = re.compile(rf" (?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.? [{UPPER}]{{2}})")
_POST: Final = re.compile(
    r" (?=(?:(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|HIỆU TRƯỞNG|"
    r"(?:TỔNG )?(?:CỤC|VỤ) TRƯỞNG|TỔNG GIÁM ĐỐC)|BỘ TRƯỞNG|THỨ TRƯỞNG)(?: |\Z))"
)
_NAME: Final = re.compile(
    rf" (?=(?:\([^()]{{2,20}}\) )?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,5}}\Z)"
)
_CLOSING: Final = re.compile(r"(?<=[.;] )(?=Trên đây là |Yêu cầu |Giao |Trong quá trình )")
_TITLE_END: Final = re.compile(r"Nơi nhận ?:|(?:TM|KT|TL|TUQ)\. ")
_TOPICS: Final = frozenset(
    [
        "Mục đích",
        "Yêu cầu",
        "Mục tiêu",
        "Mục tiêu chung",
        "Mục tiêu tổng quát",
        "Mục tiêu cụ thể",
        "Chỉ tiêu",
        "Quan điểm",
        "Phạm vi",
        "Đối tượng",
        "Thời gian",
        "Địa điểm",
        "Thành phần",
        "Nội dung",
        "Kinh phí",
        "Kinh phí thực hiện",
        "Nhiệm vụ",
        "Giải pháp",
        "Hình thức",
        "Phương pháp",
        "Tiến độ",
        "Tổ chức thực hiện",
        "Mục đích, yêu cầu",
    ]
)
"""Headings of a plan that stand alone on their line."""
_ENOUGH: Final = 3
_SAMPLE: Final = 200_000


def runs_together(text: str) -> bool:
    """Return whether the text has lost its paragraph breaks.

    It has where its head is one line, or where labels stand within lines rather than at their
    beginnings. Hard wraps of the page's source may be left.
    """
    sample = text[:_SAMPLE]
    inside = len(_MID_LABEL.findall(sample))
    at_start = len(_LINE_LABEL.findall(sample))
    if _GLUED_HEAD.search(sample[:1500]):
        return inside >= at_start or sample.count("\n\n") < _ENOUGH
    return inside >= _ENOUGH and inside > _ENOUGH * at_start


def restore_lines(text: str) -> list[str]:
    """Return the lines of a text that has lost them; what is split is never changed."""
    lines: list[str] = []
    for chunk in re.split(r"\n[^\S\n]*\n", text):
        flat = " ".join(chunk.split())
        if not flat:
            continue
        if NATION.search(flat[:800]) and not lines:
            head, flat = split_head(flat)
            lines += head
        if flat:
            lines += _body(flat)
    return lines


@dataclass(slots=True)
class _Sequence:
    """Which labels came last, from the outer to the inner ones."""

    article: dict[str, int] = field(default_factory=dict[str, int])
    roman: int = 0
    arabic: int = 0
    dotted: tuple[int, ...] = ()
    letter: int = -1
    bracket: int = 0
    listed: bool = False

    def below(self, level: str) -> None:
        """Forget the labels below a level."""
        if level in {"article", "roman"}:
            self.arabic = 0
        if level in {"article", "roman", "arabic"}:
            self.dotted = ()
        if level in {"article", "roman", "arabic", "dotted"}:
            self.letter = -1
        self.bracket = 0
        self.listed = False


def _body(text: str) -> list[str]:
    """Return the lines of what follows the head."""
    edges = [0]
    sequence = _Sequence()
    for match in _CANDIDATE.finditer(text):
        if _accepted(text, edges[-1], match, sequence):
            edges.append(match.start())
    edges.append(len(text))
    lines: list[str] = []
    for number, (start, end) in enumerate(pairwise(edges)):
        piece = text[start:end].strip()
        lines += _preamble(piece) if number == 0 and not lines else _unit(piece)
    return [line for line in lines if line]


def _accepted(text: str, start: int, match: re.Match[str], sequence: _Sequence) -> bool:
    """Return whether a candidate begins a line, and keep the sequence up to date."""
    before = text[max(start, match.start() - _HEADING - 1) : match.start()].rstrip()
    last = before.rstrip(_CLOSERS)[-1:] if before[-1:] in _CLOSERS else before[-1:]
    ended = last in _ENDS or before[-1:] in '”"'
    whole = match.start() - start <= _HEADING
    heading = whole and not ended and _may_be_heading(before)
    level = match.lastgroup or ""
    if not ended and before[before.rfind(" ") + 1 :].lower() in _VETO:
        return False
    if level == "bullet":
        return _bullet(text, match, before, sequence, ended=ended, heading=heading)
    return _label(level, match, sequence, loose=ended or heading or not before)


def _may_be_heading(piece: str) -> bool:
    """Return whether a piece without an end mark is a heading: no sentence stands in it."""
    inner = piece[match.end() :] if (match := _OWN_LABEL.match(piece)) else piece
    return ". " not in inner and ";" not in inner


def _bullet(
    text: str, match: re.Match[str], before: str, sequence: _Sequence, *, ended: bool, heading: bool
) -> bool:
    """Return whether a dash begins a bulleted line rather than joins two names."""
    if not text[match.end() + 1].isalpha() and not ended:
        return False
    if ended:
        sequence.listed = True
        return True
    if match["bullet"] != "-" or not heading or len(before) > _SHORT_HEADING:
        return False
    labelled = before[:1].isdigit() or before[1:2] == ")" or before[:1] in "IVX"
    if labelled and re.search(r"[.;] [-+] ", text[match.end() : match.end() + 1500]):
        sequence.listed = True
        return True
    return False


def _label(level: str, match: re.Match[str], sequence: _Sequence, *, loose: bool) -> bool:
    """Return whether a label carries its sequence on (`loose`: it stands after an end)."""
    if not loose:
        return False
    if level == "article":
        return _article(match["article"], sequence)
    if level == "roman":
        value = _roman(match["roman"])
        good = value in {1, sequence.roman + 1}
        sequence.roman = value if good else sequence.roman
    elif level == "arabic":
        value = int(match["arabic"])
        good = value in {1, sequence.arabic + 1}
        sequence.arabic = value if good else sequence.arabic
    elif level == "dotted":
        parts = tuple(map(int, match["dotted"].split(".")))
        good = _follows(sequence, parts)
        sequence.dotted = parts if good else sequence.dotted
    elif level == "letter":
        value = _LETTERS.find(match["letter"])
        good = value >= 0 and value in {0, sequence.letter + 1}
        sequence.letter = value if good else sequence.letter
    else:
        value = int(match["bracket"][1:-1])
        good = value in {1, sequence.bracket + 1}
        sequence.bracket = value if good else sequence.bracket
        return good
    if good:
        sequence.below(level)
    return good


def _article(label: str, sequence: _Sequence) -> bool:
    """Return whether "Điều 3." or "Chương II" goes on from the last one of its kind."""
    kind, value = label.rstrip(".:").casefold().split(" ", 1)
    digits = re.match(r"\d+", value)
    number = int(digits[0]) if digits else _roman(value.upper())
    last = sequence.article.get(kind, 0)
    if kind == "điều" and label[-1] not in ".:":
        return False
    if number and number not in {1, last, last + 1}:
        return False
    if kind == "điều" and number == last:
        return False
    sequence.article[kind] = number
    if kind in {"phụ", "phần"}:
        sequence.roman = 0
    sequence.below("article")
    return True


def _follows(sequence: _Sequence, parts: tuple[int, ...]) -> bool:
    last = sequence.dotted
    if parts[-1] == 1:
        parent = parts[:-1]
        return parent in {(sequence.arabic,), (sequence.roman,), last[: len(parent)]}
    depth = len(parts)
    return (
        len(last) >= depth and last[: depth - 1] == parts[:-1] and parts[-1] == last[depth - 1] + 1
    )


def _roman(label: str) -> int:
    values = [_DIGITS.get(letter, 0) for letter in label]
    following = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, following, strict=True))


def _preamble(piece: str) -> list[str]:
    """Split the grounds ("Căn cứ …;") and the words of enactment before the first label."""
    lines: list[str] = []
    for part in _ORDER.split(piece):
        for line in _BASIS.split(part):
            lines += _closing(_AFTER_ORDER.sub(r"\1\n", line))
    return [line.strip() for part in lines for line in part.split("\n")]


def _unit(piece: str) -> list[str]:
    """Split what a label's piece holds besides its own paragraph: its heading, the closing."""
    label, _, words = piece.partition(" ")
    head = _heading_end(label, words)
    if head:
        rest = words[head:].strip()
        return [f"{label} {words[:head].strip()}", *_closing(rest)]
    return _closing(piece)


def _heading_end(label: str, words: str) -> int:
    """Return where a heading without an end mark ends before its first sentence, 0 if nowhere."""
    if label[:1] in "IVX":
        capitals = re.match(rf"[{UPPER}\d ,;:()/&–-]+(?= [{UPPER}][{LOWER}])", words)
        return capitals.end() if capitals and " " in capitals[0].strip() else 0
    if not label[:1].isdigit() and label[1:2] != ")":
        return 0
    start = re.match(
        rf"(?P<topic>[{UPPER}][{LOWER}]+(?:,? [{LOWER}]+){{1,4}})(?= [{UPPER}])", words
    )
    return start.end() if start and start["topic"] in _TOPICS else 0


def _closing(piece: str) -> list[str]:
    """Split off the final formula, Nơi nhận with its items, and the signature."""
    lines = _CLOSING.split(piece) if "Trên đây là" in piece else [piece]
    found = _TITLE_END.search(lines[-1])
    if not found:
        return lines
    last = lines.pop()
    if found.start():
        lines.append(last[: found.start()].strip())
    for part in _RECIPIENTS.split(last[found.start() :]):
        for block in _CAPACITY.split(part):
            lines += _signature(block) if not block.startswith("Nơi nhận") else _items(block)
    return lines


def _items(block: str) -> list[str]:
    return [line.strip() for line in _RECIPIENT.split(block)]


def _signature(block: str) -> list[str]:
    if block.startswith(("-", "+")):
        return _items(block)
    return [line.strip() for part in _POST.split(block) for line in _NAME.split(part, maxsplit=1)]
