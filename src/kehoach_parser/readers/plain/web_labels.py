"""Labels of a text that has lost its lines, told from numbers that its sentences hold.

Labels count only where they carry their sequence on: a number that a sentence happens to end or
begin with ("khoản 1.", "tháng 12.") is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.lexicon.duty_openers import DUTY_OPENERS
from kehoach_parser.readers.bullets import SIGNS
from kehoach_parser.text.letters import ENDS, LOWER, UPPER
from kehoach_parser.text.numerals import letter_values, roman_value
from kehoach_parser.text.patterns import pattern

_SIGNS: Final = f"❖✓➢●▪○{SIGNS}"
_CANDIDATE: Final = pattern(
    rf"""
    [ ](?=[IVX0-9a-zđ+–•*A-H-][ .)0-9IVX]|-[{UPPER}]|[(ĐCPM{_SIGNS}])  # how any begins, for speed
    (?:
      (?P<article>(?:Điều|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|PHỤ[ ]LỤC)[ ]
         (?:\d{{1,3}}[a-z]?|[IVXL]{{1,6}}|thứ[ ]\w+|THỨ[ ]\w+)\b(?:[ ]?[.:])?)
    | (?P<roman>[IVX]{{1,6}})[ ]?[.)]
    | (?P<capital>[A-H])[.](?=[ ][{UPPER}]{{2,}}[ ,])
    | (?P<coded>[A-H]\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})\.
    | (?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?
    | (?P<arabic>\d{{1,2}})[ ]?[.)]
    | (?P<letter>[a-zđ])[ ]?[.)]
    | (?P<bracket>\(\d{{1,2}}\))
    | (?P<bullet>[-+–•*{_SIGNS}])
    )(?=[ ]["“(\[]?[{UPPER}0-9]|(?:(?<=[.:;][ ]-)|(?<=\.\d\.))[{UPPER}][{LOWER}])
    """,
    re.VERBOSE,
)
_CAPITALS: Final = pattern(rf"[ ][{UPPER}]{{2,}}[ ,]{{1,2}}(?:[{UPPER}]{{2,}}|VÀ)(?![^\W\d_])")
_TITLED: Final = pattern(rf"[ ][{UPPER}]{{2,}}[ ,]{{1,2}}[{UPPER}]{{2,}}(?![^\W\d_])")
"""A heading in capitals, as a chapter has it."""

_ROMAN_HEAD: Final = pattern(
    rf"[IVX]{{1,5}}[.)][ ][{UPPER}](?:[^.;:]{{0,90}}[ ]năm|[^.;:{LOWER}]{{0,200}})\Z"
)
_LABELLED: Final = pattern(r"(?:[A-HIVX]{1,5}|\d{1,2})[.)/:-] ")
_OPENING: Final = rf"\"“(\[{UPPER}"
_ODD_MARKS: Final = "/-–"
_KINDS: Final = (
    (("I", "II"), "[IVX]{1,6}", "."),
    (("A", "B"), "[A-H]", "."),
    (("1", "2"), r"\d{1,2}(?:\.\d{1,2}){0,2}", "."),
    (("a", "b"), "[a-zđ]", ")"),
)
"""Labels by their kind: the first two, all of them, and the mark that mostly follows."""

_OWN_LABEL: Final = pattern(r"(?:(?:Điều|Chương|Mục|Phần) )?[\w.]{1,8} ?[.)]? ")
_VETO: Final = frozenset(
    ("khoản", "điểm", "điều", "mục", "số", "tháng", "năm", "ngày", "quý", "chương", "phần",
     "lục", "bảng", "mẫu", "tập", "loại", "cấp", "hạng", "nhóm", "lớp", "khóa", "khoá", "tầng",
     "và", "hoặc", "đến", "từ", "tại", "theo", "của", "tiết", "biểu", "phiếu", "thứ")
)  # fmt: skip
"""Words that a number or letter follows in a sentence."""

_CITING: Final = _VETO | {"định", "sung", "đổi", "bỏ", "thế", "nêu", "gồm", "các", "là"}
"""Words that an article follows which is cited ("quy định Điều 5."), no article of its own."""

_COMPOUNDS: Final = ("cổ phần", "thành phần")
"""Words whose last syllable alone would cite what follows it (`phần 1`)."""

_PARTS: Final = frozenset(("khoản", "điểm", "mục", "tiết"))

_CLOSERS: Final = '"”)]’ '
_OPENERS: Final = frozenset('“"‘(')
_HEADING: Final = 160
"""Characters up to which a labelled piece without an end mark can be a heading."""
_LONG_HEADING: Final = 240
"""The same where a bullet with a duty follows."""
_SHORT_HEADING: Final = 120
_DUTY: Final = pattern(
    rf"(?:{'|'.join(map(str.capitalize, DUTY_OPENERS))})\b"
    rf"|(?:Tổ chức|Xây dựng|Kiểm tra)[ ,](?![ ]?[{UPPER}])|(?:Các|Người đứng đầu|Thủ trưởng)[ ]"
    rf"|(?:Phải|Những|Áp dụng|Đưa|Mỗi|Từng|Khi|Việc)[ ](?![{UPPER}])"
)
"""What begins the first bullet under a heading: a duty, not the second half of a name."""

_ATTRIBUTE: Final = pattern(
    r"(?:(?:Đơn vị|Cơ quan)[ ](?:chủ[ ]trì|phối[ ]hợp|thực[ ]hiện)|Chủ[ ]trì|Phối[ ]hợp|Sản[ ]phẩm"
    r"|Thời[ ](?:gian|hạn)|Kinh[ ]phí|Kết[ ]quả)[^.;:]{0,40}:"
)
"""A line of attributes, which is always one of its own."""

_POINTS: Final = pattern(rf"[ ][{UPPER}][^.;:()0-9]{{2,90}}[ ](?:a\)|-)[ ][{UPPER}]")
"""A heading of a few words, and the first point or bullet below it."""

_UNITS: Final = pattern(r"(?:Thủ trưởng|Giám đốc|Chủ tịch|Các sở|Sở|UBND|Ủy ban|Công an|Ban)[ ]")
"""How a heading of units begins, which semicolons may part."""

_BULLETS: Final = ("- ", "+ ", "– ", "• ", " - ", " + ", " – ", " • ")
_PROPER: Final = pattern(rf"[ ][{UPPER}][{LOWER}]+[ ][{UPPER}][{LOWER}]+")
_FIELD: Final = pattern(
    r"[ ](?:Công nghệ|Kỹ thuật|Tài chính|Hành chính|Thương binh|Xã hội|Hạ tầng|Tổng hợp|Du lịch"
    r"|Thể thao|Môi trường|Đô thị|Quản trị|Đầu tư|Kế toán|Thống kê|Quản lý đầu tư)\b"
)
"""How the second half of an office's name begins (`Vụ Khoa học - Công nghệ …`)."""

_OFFICE: Final = pattern(
    r"(?:\S{1,6} )?(?:Giao |Yêu cầu |Đề nghị )?(?:Các |các )?"
    r"(?:Vụ|Bộ|Sở|Cục|Phòng|Ban|Viện|Trung tâm|Văn phòng|Ủy ban) "
)
_COMPASS: Final = frozenset(("Bắc", "Nam", "Đông", "Tây"))
"""What a dash joins to a direction (`đường cao tốc Bắc - Nam phía Đông`)."""

_NEXT_BULLET: Final = pattern(r"[.;] [-+] ")
_AHEAD: Final = 1500
"""Characters within which a list's second bullet follows its first."""

_BELOW: Final = {
    "article": ("arabic", "dotted", "letter", "bracket"),
    "capital": ("roman", "arabic", "dotted", "letter", "bracket"),
    "roman": ("arabic", "dotted", "letter", "bracket"),
    "coded": ("arabic", "letter", "bracket"),
    "arabic": ("dotted", "letter", "bracket"),
    "dotted": ("letter", "bracket"),
    "letter": ("bracket",),
    "bracket": (),
}
"""The levels that begin anew below a label."""


def label_places(text: str) -> Iterator[int]:
    """Yield the places where a label or a bullet begins a line of a text with single blanks."""
    sequence = _Sequence()
    start = 0
    padded = _with_usual_marks(f" {text}")
    for match in _CANDIDATE.finditer(padded):
        if _accepted(padded, start, match, sequence):
            start = match.start() + 1
            yield match.start()


def _with_usual_marks(text: str) -> str:
    """Return a text of the same length whose labels end as most do: `I. 1. a)` for `I- 1/ a/`.

    A mark counts where the first two labels of a kind have it.
    """
    for mark in _ODD_MARKS:
        for (first, second), kind, usual in _KINDS:
            if f" {first}{mark}" in text and f" {second}{mark}" in text:
                text = re.sub(rf"(?<= )({kind}){mark}(?= [{_OPENING}])", rf"\1{usual}", text)
    return text


@dataclass(slots=True)
class _Sequence:
    """Which labels came last, by level."""

    article: dict[str, int] = field(default_factory=lambda: {})
    last: dict[str, int] = field(default_factory=lambda: {})
    dotted: tuple[int, ...] = ()

    def below(self, level: str) -> None:
        """Forget the labels below a level."""
        for lower in _BELOW[level]:
            self.last.pop(lower, None)
        if "dotted" in _BELOW[level]:
            self.dotted = ()


def _accepted(text: str, start: int, match: re.Match[str], sequence: _Sequence) -> bool:
    """Return whether a candidate begins a line, and keep the sequence up to date."""
    before = text[max(start, match.start() - _LONG_HEADING) : match.start()].strip()
    ended = _ends(before)
    level = match.lastgroup or ""
    if level == "bracket" and _is_inline(text, start, match.start(), sequence):
        return False
    if level in {"roman", "capital"} and _CAPITALS.match(text, match.end()):
        return _top(level, match, sequence)
    longest = _LONG_HEADING if level == "bullet" or before.startswith("Điều ") else _HEADING
    heading = match.start() - start < longest and not ended and _may_be_heading(before)
    if match[0].startswith(" PHỤ LỤC") and before.isupper():  # `SỬA ĐỔI PHỤ LỤC 2 …`
        return False
    if not ended and _cites(level, before):
        return _first_below(before, match) and _label(level, match, sequence)
    if level == "bullet":
        return _bullet(text, match, before, ended=ended, heading=heading)
    opens = ended or heading or not before or _heads_points(level, text, match)
    opens = opens or (level == "article" and _article_opens(text, match))
    opens = opens or (level == "letter" and _bracketed(match, before))
    return opens and _label(level, match, sequence, ended=ended)


def _ends(before: str) -> bool:
    """Return whether the words before a label end a line: by a mark, a quotation or a remark."""
    last = before[-1:]
    marked = (before.rstrip(_CLOSERS)[-1:] if last in _CLOSERS else last) in ENDS
    return marked or last in '”"' or _remark_ends(before)


def _heads_points(level: str, text: str, match: re.Match[str]) -> bool:
    """Return whether a short heading with its points follows: `2. Sở Y tế a) Khám …`.

    It needs no end mark before it: pages lose that of the paragraph above.
    """
    return level == "arabic" and match[level] != "1" and bool(_POINTS.match(text, match.end()))


def _bracketed(match: re.Match[str], before: str) -> bool:
    """Return whether `a)` stands right behind a word: the end mark above it was lost."""
    return match[0].endswith(")") and before[-1:].isalpha()


def _cites(level: str, before: str) -> bool:
    """Return whether the words before a number make it part of a sentence (`tại khoản 1.`)."""
    *_, word, last = ("", *before.rsplit(" ", 2))
    if level != "article":
        return last.lower() in _VETO and not before.lower().endswith(_COMPOUNDS)
    number = last.replace(".", "").isdigit()
    return last in _CITING or last[-1:] in _OPENERS or (number and word.lower() in _PARTS)


def _article_opens(text: str, match: re.Match[str]) -> bool:
    """Return whether an article or a chapter without an end mark before it begins a line.

    `(Kèm theo …) Chương I QUY ĐỊNH CHUNG Điều 1. Phạm vi …`: what stands before is a title, a
    remark in brackets, or a table.
    """
    return match["article"][-1] in ".:" or _TITLED.match(text, match.end()) is not None


def _is_inline(text: str, start: int, place: int, sequence: _Sequence) -> bool:
    """Return whether `(1)` counts within a sentence.

    It does before the first label, within a bulleted line, and within brackets.
    """
    if not (sequence.last or sequence.article) or text.startswith(_BULLETS, start):
        return True
    opening = text.rfind("(", start, place)
    while opening >= 0 and text[opening + 1].isdigit():
        opening = text.rfind("(", start, opening)
    return opening >= 0 and text.find(")", opening, place) < 0


def _first_below(before: str, match: re.Match[str]) -> bool:
    """Return whether `1.` ends a section's heading (`II. Nhiệm vụ trong năm 1. Tiếp tục …`)."""
    return match["arabic"] == "1" and _ROMAN_HEAD.match(before) is not None


def _remark_ends(before: str) -> bool:
    """Return whether a sentence in brackets ends a piece: `…. (Số liệu tại Phụ lục 01)`."""
    opening = before.rfind("(") if before.endswith(")") else -1
    return opening > 0 and before[:opening].rstrip()[-1:] in ENDS


def _may_be_heading(piece: str) -> bool:
    """Return whether a piece without an end mark is a heading: no sentence stands in it."""
    inner = piece[match.end() :] if (match := _OWN_LABEL.match(piece)) else piece
    return ". " not in inner and (";" not in inner or _UNITS.match(inner) is not None)


def _bullet(text: str, match: re.Match[str], before: str, *, ended: bool, heading: bool) -> bool:
    """Return whether a dash begins a bulleted line rather than joins two names."""
    if ended or match["bullet"] in _SIGNS or (match["bullet"] in "+*" and _in_capitals(before)):
        return True
    lettered = text[match.end() + 1].isalpha() and match["bullet"] == "-"
    if not lettered or _joins_names(text, match, before):
        return False
    if _ATTRIBUTE.match(text, match.end() + 1):
        return True
    labelled = before[:1].isdigit() or before[1:2] == ")" or before[:1] in "IVX"
    if not (heading and labelled):
        return False
    if _DUTY.match(text, match.end() + 1):
        return True
    listed = _NEXT_BULLET.search(text, match.end(), match.end() + _AHEAD)
    return listed is not None and len(before) <= _SHORT_HEADING


def _in_capitals(before: str) -> bool:
    """Return whether a labelled heading in capitals stands before a bullet."""
    return before.isupper() and _LABELLED.match(before) is not None


def _joins_names(text: str, match: re.Match[str], before: str) -> bool:
    """Return whether a dash joins two places (`Bến Lức - Long Thành`) or halves of an office."""
    last = before[before.rfind(" ") + 1 :]
    if last in _COMPASS and text[match.end() :].split(maxsplit=1)[0] in _COMPASS:
        return True
    if last.istitle() and _PROPER.match(text, match.end()):
        return True
    if last.isupper() and text[match.end() :].split(maxsplit=1)[0].isupper():
        return True
    return _OFFICE.match(before) is not None and _FIELD.match(text, match.end()) is not None


def _top(level: str, match: re.Match[str], sequence: _Sequence) -> bool:
    """Return whether a numeral or `B.` before a heading in capitals goes on, be it with a jump.

    Such a heading needs no end mark before it: pages lose that of the paragraph above.
    """
    value = _value(level, match[level])
    good = value == 1 or sequence.last.get(level, 0) < value <= sequence.last.get(level, 0) + 2
    if good:
        sequence.last[level] = value
        sequence.below(level)
    return good


def _label(level: str, match: re.Match[str], sequence: _Sequence, *, ended: bool = False) -> bool:
    """Return whether a label carries its sequence on; after an end mark one may be missing."""
    label = match[level]
    reach = 2 if ended and sequence.last.get(level) is not None else 1
    if level == "article":
        return _article(label, sequence, ended=ended)
    if level in {"dotted", "coded"}:
        parts = _parts(level, label)
        good = _follows(sequence, parts)
        sequence.dotted = parts if good else sequence.dotted
    else:
        value = _value(level, label)
        good = (
            value == 1 or sequence.last.get(level, 0) < value <= sequence.last.get(level, 0) + reach
        )
        if good:
            sequence.last[level] = value
    if good:
        sequence.below(level)
    return good


def _parts(level: str, label: str) -> tuple[int, ...]:
    """Return the numbers of `2.1`, and of `B2.1` with that of its letter."""
    if level == "dotted":
        return tuple(map(int, label.split(".")))
    return letter_values(label[0])[0], *map(int, label[1:].split("."))


def _value(level: str, label: str) -> int:
    """Return the number that a label of one part stands for, from 1; 0 for none."""
    if level == "roman":
        return roman_value(label) or 0
    if level in {"letter", "capital"}:
        return letter_values(label)[0]
    return int(label.strip("()"))


def _article(label: str, sequence: _Sequence, *, ended: bool) -> bool:
    """Return whether "Điều 3." or "Chương II" goes on from the last one of its kind.

    After an end mark one may be missing: pages garble labels ("Đi ều 2.").
    """
    kind, *_, value = label.rstrip(" .:").casefold().split(" ")
    digits = re.match(r"\d+", value)
    number = int(digits[0]) if digits else roman_value(value.upper()) or 0
    last = sequence.article.get(kind, 0)
    if kind == "điều" and label[-1] not in ".:":
        return False
    if number and number not in {1, last, last + 1, last + 1 + (ended and last > 0)}:
        return False
    if kind == "điều" and number == last:
        return False
    sequence.article[kind] = number
    if kind in {"phụ", "phần"}:
        sequence.last.pop("roman", None)
    sequence.below("article")
    return True


def _follows(sequence: _Sequence, parts: tuple[int, ...]) -> bool:
    last = sequence.dotted
    if parts[-1] == 1:
        parent = parts[:-1]
        if parent == (1,) and "arabic" not in sequence.last:
            return True
        return parent in {
            (sequence.last.get("arabic", 0),), (sequence.last.get("roman", 0),),
            (sequence.last.get("capital", 0),), last[: len(parent)],
        }  # fmt: skip
    depth = len(parts)
    return (
        len(last) >= depth and last[: depth - 1] == parts[:-1] and parts[-1] == last[depth - 1] + 1
    )
