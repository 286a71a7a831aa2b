"""A document's head that was run together into one line, split into its components again."""

import re
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.doctypes import rows, type_by_code
from kehoach_parser.lexicon.heads_of_two import split_bodies
from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_PLACE_WORD: Final = rf"[{UPPER}][{LOWER}'’]+\.?"
NATION: Final = pattern(
    r"(?<!NƯỚC )C[ỘÔO]NG H\w\w X\w H\w{1,2} CH\w NGH\w{1,3} VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
)
"""Quốc hiệu, slips of the keyboard and of old fonts included; no `QUỐC KHÁNH NƯỚC CỘNG HÒA …`."""

MOTTO: Final = pattern(r"Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc", re.IGNORECASE)
_RIGHT: Final = pattern(r"C[ỘÔO]NG H\w\w X\w H|VIỆT NAM\Z|ĐẢNG CỘNG SẢN|Độc lập\b")
_RULE: Final = pattern(r"(?<!\S)(?:[-–—_=*`.]{2,}|\*)(?!\S)")
_NUMBER: Final = pattern(r"(?<!\S)(?:Số ?(?::|(?=\d|[-/]))|SỐ ?(?::|(?=\d* ?[-/])))")
_PLACE_DATE: Final = pattern(
    rf"""
    (?<!\S)
    (?P<place>
        (?:(?:Thành[ ]phố|Tỉnh|T[Pp]\.?)[ ]?)?
        (?: {_PLACE_WORD}(?:(?:[ ]?[-–][ ]?|[ ]){_PLACE_WORD}){{0,4}}
          | [{UPPER}]{{2,}}(?:[ ][{UPPER}]{{2,}}){{0,3}}(?=[ ]?,) )
    )?
    [ ]?,?[ ]?
    (?:[Nn]gày|NGÀY)[ ]?
    (?: [\d.…_/ ]{{0,8}}?[ ]?tháng[ ]?[\d.…_/ ]{{0,8}}?[ ]?
        năm[ ]?(?:\d\d[ ]?\d\d|[\d.…_]{{2,6}})?
      | [.…_ ]{{0,9}}/[.…_ \d]{{0,9}}/[ ]?(?:\d{{4}}|20[.…_]{{1,4}}) )
    """,
    re.VERBOSE,
)
_AUTHORITY: Final = pattern(
    r"""
    (?<!CỦA[ ])(?<!DO[ ])(?<!VÀ[ ])(?<!VỚI[ ])(?<!CHO[ ])(?<!TRÌNH[ ])(?<!PHÓ[ ])(?<!THUỘC[ ])
    (?<!,[ ])(?<!TỊCH[ ])(?<!TRƯỞNG[ ])(?<!TƯỚNG[ ])(?<!TẠI[ ])(?<!BAN[ ])(?<!THỨ[ ])
    (?<!VĂN[ ]PHÒNG[ ])
    \b(?:(?:TỔNG[ ])?(?:BỘ|CỤC|VỤ)[ ]TRƯỞNG|CHỦ[ ](?:TỊCH|NHIỆM)|CHÁNH[ ]ÁN|VIỆN[ ]TRƯỞNG
       | TỔNG[ ](?:GIÁM[ ]ĐỐC|THANH[ ]TRA|BIÊN[ ]TẬP|KIỂM[ ]TOÁN)
       | GIÁM[ ]ĐỐC|HIỆU[ ]TRƯỞNG|THỐNG[ ]ĐỐC|THỦ[ ]TƯỚNG[ ]CHÍNH[ ]PHỦ|CHÍNH[ ]PHỦ|QUỐC[ ]HỘI
       | HỘI[ ]ĐỒNG[ ](?:NHÂN[ ]DÂN|QUẢN[ ]TRỊ|THÀNH[ ]VIÊN)
       | U[ỶY][ ]BAN|ỦY[ ]BAN|BAN[ ](?:CHẤP[ ]HÀNH|THƯỜNG[ ]VỤ|BÍ[ ]THƯ))\b
    """,
    re.VERBOSE,
)
_CITED: Final = pattern(
    r" (?:HIỆN|KHAI|THEO|HÀNH|TẠI|CỨ|VÀ|CỦA|VỀ) (?:NGHỊ QUYẾT|KẾT LUẬN|CHỈ THỊ|KẾ HOẠCH|QUYẾT ĐỊNH"
    r"|NGHỊ ĐỊNH|CHƯƠNG TRÌNH|THÔNG TƯ|ĐỀ ÁN|CÔNG VĂN|CÔNG ĐIỆN|THÔNG BÁO)\Z"
)
"""How a title in capitals goes on to the number of what it carries out."""

_MARK: Final = pattern(
    r"(?:(?:DỰ THẢO|Dự thảo)(?: (?:LẦN|lần) \d{1,2})?|HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN"
    r"|(?:TUYỆT |TỐI )?MẬT) "
)
"""Stamps between the place and the type."""

_SYMBOL: Final = pattern(
    r" ?(?:[\w.…]+|\[[ .…]*\]|\([ .…]*\))?(?: ?[-/–] ?[\w&.]+| [A-ZĐ]{2,3}(?=/))*"
)
_ABOUT: Final = "v/v"
_SUBJECT_OPENING: Final = pattern(
    r"(?<=\S )(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét đề nghị|Nhằm|Kính g[ửở]i|Để"
    r"|[-–—_]{5,})(?= )"
)
_AUTHORISED: Final = frozenset(("QĐ", "NQ", "NĐ", "TT", "TTLT", "CĐ", "CT"))
_CODE_LETTERS: Final = pattern(rf"[\d/]|[{UPPER}]\S*[-–]\S")
_BODY_AND_NUMBER: Final = pattern(rf"[^{LOWER}…]{{8,160}}[ ]Số ?:")
_LABEL: Final = pattern(r"(?:[IVX]{1,5}|\d{1,2})[.)/]\Z|[I1]-\Z")
_PARTS: Final = ("A.", " B. ")
"""The label of the first part, and that of the next, which follows it somewhere."""

_ACRONYM: Final = pattern(r"[A-ZĐ&]*[BCDĐGHKLMNPQRSTVX]{3}[A-ZĐ&]*\Z|TTATGT\Z|UBND\Z|ATGT\Z")
_SUBJECT_LIMIT: Final = 900
_HEAD_LIMIT: Final = 400
"""Characters within which a number or a place with a date must follow the part before it."""


class Head(NamedTuple):
    """The lines of a head, and what follows it."""

    lines: list[str]
    rest: str


def split_head(text: str, *, typed: bool = False) -> Head:
    """Return the components of a head that one line holds, each a line, and the rest.

    `text` has single blanks. Without a head all of it is rest.
    """
    lines, rest = _upper_part(text)
    if not lines and not typed:
        return Head([], text)
    while mark := _MARK.match(rest):
        lines.append(mark[0].rstrip())
        rest = rest[mark.end() :].lstrip()
    name, code = _type_name(rest)
    if not name:
        return Head(lines, rest)
    lines.append(name)
    subject, authority, rest = _subject(rest[len(name) :].lstrip(" :"), code)
    lines += [line for line in (subject, authority) if line]
    return Head(lines, rest)


def stands_right(line: str) -> bool:
    """Return whether a line is of a head's right side: Quốc hiệu, tiêu ngữ, place and day.

    >>> stands_right("Độc lập - Tự do - Hạnh phúc"), stands_right("SỞ Y TẾ")
    (True, False)
    """
    return _RIGHT.match(line) is not None or _PLACE_DATE.fullmatch(line) is not None


def begins_head(text: str) -> bool:
    """Return whether a text begins with a body in capitals and its number, or with a type."""
    return _BODY_AND_NUMBER.match(text) is not None or bool(_type_name(text)[0])


def _upper_part(text: str) -> tuple[list[str], str]:
    """Split off issuer, Quốc hiệu, number, place and date, in whatever order they stand."""
    cuts = _cuts(text)
    if not cuts:
        return [], text
    end = cuts[-1][1]
    edges = sorted({0, end, *(edge for cut in cuts for edge in cut)})
    pieces = [text[start:stop] for start, stop in pairwise(edges)]
    lines: list[str] = []
    for piece in pieces:
        lines += _bodies(_RULE.sub(" ", piece).strip(" `"))
    return lines, text[end:].lstrip(" .;,-–—_*=`")


def _cuts(text: str) -> list[tuple[int, int]]:
    """Return the places of the components that a head is known by, in order."""
    window = text[: _HEAD_LIMIT * 2]
    nation = NATION.search(window)
    motto = MOTTO.search(window, nation.end() if nation else 0)
    known = [match.span() for match in (nation, motto) if match and match.start() < _HEAD_LIMIT]
    reach = (known[-1][1] if known else 0) + _HEAD_LIMIT // 2
    dated = _PLACE_DATE.search(window, 0, reach + _HEAD_LIMIT // 4)
    number = _NUMBER.search(window, 0, reach)
    if number and _is_component(window, number.start(), known):
        known.append((number.start(), _number_end(window, number.end(), dated)))
    if dated and (known or dated.start() == 0) and not _is_said(window, dated):
        known.append(dated.span())
    known.sort()
    return known


def _is_component(text: str, start: int, known: list[tuple[int, int]]) -> bool:
    """Return whether "Số" opens a component here rather than stands in a title."""
    before = _RULE.sub(" ", text[:start]).strip()
    if _CITED.search(before):
        return False
    return (
        not before
        or before.isupper()
        or any(abs(start - end) < _HEAD_LIMIT // 4 for _, end in known)
    )


def _is_said(text: str, dated: re.Match[str]) -> bool:
    """Return whether a day without a place stands in a sentence.

    `được thông qua ngày …`, `Ngày 5 tháng 3 năm 2026, Sở A họp`.
    """
    if dated["place"] is not None:
        return False
    before, after = text[: dated.start()].split(), text[dated.end() :].split()
    if not before:
        return bool(after) and not after[0].isupper()
    return before[-1].isalpha() and before[-1].islower()


def _number_end(text: str, start: int, dated: re.Match[str] | None) -> int:
    """Return where the number with its symbol ends: at the place, the Quốc hiệu, its last sign."""
    if dated and dated.start() >= start:
        nation = NATION.search(text, start, dated.start())
        return nation.start() if nation else dated.start()
    match = _SYMBOL.match(text, start)
    return match.end() if match else start


def _bodies(piece: str) -> list[str]:
    """Split "ỦY BAN NHÂN DÂN TỈNH A SỞ Y TẾ" into the parent and the issuer."""
    if not piece or not piece.isupper() or NATION.match(piece):
        return [piece] if piece else []
    return split_bodies(piece)


@cache
def _type_codes() -> dict[str, str]:
    """Return the codes of the types by their names in capitals without blanks."""
    codes: dict[str, str] = {}
    for row in rows():
        for name in row.names:
            codes.setdefault(name.upper().replace(" ", ""), row.doctype.code)
    return codes


@cache
def _type_names() -> re.Pattern[str]:
    """Return a pattern of the types' names in capitals, blanks between letters or not.

    Web pages break words at changes of font: "C Ô NG ĐIỆN".
    """
    longest = sorted(_type_codes(), key=len, reverse=True)
    spaced = (" ?".join(map(re.escape, name)) for name in longest)
    return compiled("(?:" + "|".join(spaced) + r")(?=\s|:|\Z)")


def names_type(line: str) -> bool:
    """Return whether a line is nothing but the name of a document type in capitals.

    >>> names_type("KẾ HOẠCH"), names_type("KẾ HOẠCH SẢN XUẤT"), names_type("Kế hoạch")
    (True, False, False)
    """
    return line.isupper() and "".join(line.split()) in _type_codes()


def _type_name(text: str) -> tuple[str, str]:
    """Return the name in capitals that a text begins with, as it stands there, and its code."""
    match = _type_names().match(text)
    if not match:
        return "", ""
    name, code = match[0], _type_codes()[match[0].replace(" ", "")]
    first = type_by_code(code)
    if first and text[match.end() :].startswith(" CỦA ") and name.startswith(first.name.upper()):
        name = first.name.upper()
    return name, code


def _subject(text: str, code: str) -> tuple[str, str, str]:
    """Split what follows the type's name: subject, issuing authority, rest."""
    small = text[:3].lower() == _ABOUT and text[4:5].islower()
    end = 0 if small else _capitals_end(text[:_SUBJECT_LIMIT])
    if end == 0:
        match = _SUBJECT_OPENING.search(text[:_SUBJECT_LIMIT])
        end = match.start() if match else 0
        return text[:end].strip(), "", text[end:]
    subject, rest = text[:end].strip(), text[end:].lstrip()
    authority = ""
    if code in _AUTHORISED:
        last = None
        for match in _AUTHORITY.finditer(subject):
            last = match
        if last and last.start() and len(subject) - last.start() < _HEAD_LIMIT // 3:
            subject, authority = subject[: last.start()].strip(), subject[last.start() :]
            if rest.startswith("điện"):
                authority, rest = "", f"{authority} {rest}"
    return subject, authority, rest


def _capitals_end(text: str) -> int:
    """Return where the words in capitals at the beginning end; codes in them may be mixed."""
    end = 0
    for match in re.finditer(r"\S+", text):
        word = match[0]
        if end and (_LABEL.match(word) or (word == _PARTS[0] and _PARTS[1] in text)):
            return match.start()
        if word != word.upper() and not _CODE_LETTERS.search(word):
            return _without_acronyms(text[: match.start()]) if word[0].islower() else match.start()
        end = match.end()
    return end


def _without_acronyms(text: str) -> int:
    """Return where capitals end that a sentence in lower case goes on from: "… 2024 UBND tỉnh"."""
    words = text.rstrip()
    cut = words.rfind(" ")
    word = words[cut + 1 :]
    return cut + 1 if _ACRONYM.match(word) else len(words)
