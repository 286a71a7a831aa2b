"""Type and title (tên loại và trích yếu, NĐ 30/2020, ô 5a, 5b)."""

import re
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.doctypes import DocType, type_before, type_by_name, type_names
from kehoach_parser.lexicon.ocr_words import bare as unmarked
from kehoach_parser.lexicon.stamps import is_stamp
from kehoach_parser.segment.article import posted_on
from kehoach_parser.segment.closing import POSITION
from kehoach_parser.segment.issuer import has_level, is_levelless, is_motto
from kehoach_parser.segment.kinds import heads_body
from kehoach_parser.segment.marks import (
    ANNOTATION,
    ATTACHED_NOTE,
    appendix_label,
    is_bullet,
    opens_body,
)
from kehoach_parser.segment.numbering import read_label
from kehoach_parser.text.folding import key
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import Line, SourceText

_MOST_LINES: Final = 14
_TOP_LINES: Final = 6
"""Lines of a head within which a type in small letters stands, whatever it looks like."""

_LONGEST_TITLE_LINE: Final = 900
_LONGEST_PLAIN_LINE: Final = 120
HEADLINE_REACH: Final = 16
"""Lines below a page's headline within which the document's own head begins."""

_HEAD_BELOW: Final = 5
"""Lines below a headline within which Quốc hiệu shows that the head begins below it."""

OPENINGS: Final = pattern(
    r"\W*(?:Căn cứ|CĂN CỨ|Thực hiện|Triển khai|Để|Nhằm|Xét|Theo|Tiếp tục|Trên cơ sở|Trong"
    r"|Ngày(?=\s\d)|Năm(?!\s(?:học:?\s)?\d{4}(?:\s?[-–]\s?\d{4})?\W*\Z)"
    r"|Kính g[ửở]i|Thời gian|Hiện nay|Vừa qua|Với|Từ|Sau|Qua"
    r"|Quán triệt|Thi hành|Hưởng ứng)\b"
)
"""How the first paragraphs below a title begin."""

_ABOUT: Final = pattern(r"\A\W*[Vv]/[vV][:.]?\s*")
_TYPE_ABOUT: Final = pattern(rf"[{UPPER}]+(?:\s[{UPPER}]+){{1,4}}\s[Vv]/[vV]\b")
"""A line with type and title (`KẾ HOẠCH V/v tổ chức hội thi`)."""

_TYPE_BESIDE: Final = pattern(
    rf"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN)\s(?!Căn |Số |Kèm |Điều |Ban hành kèm|Của )"
    rf"(?=[{UPPER}][{LOWER}])[^.;:]{{10,}}\Z"
)
"""A line with type and title in small letters (`KẾ HOẠCH Tổ chức hội thi`)."""

_DECIDED: Final = pattern(
    rf"""
    \W*CỦA\s(?=BỘ\s|[ỦU][YỶ]\sBAN|THỦ\sTƯỚNG|CHÍNH\sPHỦ|CHỦ\sTỊCH|TỔNG\sCỤC|THỐNG\sĐỐC)
    [^{LOWER}]{{4,90}}?
    (?:\sSỐ:?\s\S{{3,30}}?\s?NGÀY\s\d{{1,2}}\sTHÁNG\s\d{{1,2}}\sNĂM\s\d{{4}}\s(?=\w)
      |\s(?=(?:VỀ|Về|về)\s(?:VIỆC|việc)\s))
    """,
    re.VERBOSE,
)
"""Who decides, and the number once more, between type and title in decisions before 2006."""

_NOTE_BEHIND: Final = pattern(r"\s+\((?:Ban hành )?[Kk]èm theo\s[^()]*\)?\W*\Z")
"""What a title is attached to, in the same line."""

_WATCHWORD: Final = pattern(
    r"\W*(?:[Cc]hủ (?:đề|điểm)|[Kk]hẩu hiệu|[Pp]hương châm|CHỦ (?:ĐỀ|ĐIỂM)|KHẨU HIỆU)\b[^:]{0,30}:"
)
"""What a school's or union's plan has below its title (`Chủ đề: “…”`)."""

_ARTICLE: Final = pattern(r"Điều\s1\b")
_ENDS: Final = frozenset(";,.")
"""How the last of the grounds ends."""

_URGENT: Final = pattern(
    r"\W*(?P<mark>HỎA TỐC(?: HẸN GIỜ)?|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?: CẤP)?(?!\w)\W*"
)
"""How urgent a telegram is, behind its type (`CÔNG ĐIỆN KHẨN`)."""


_OPEN_ENDS: Final = (
    " CỦA", " VỀ", " VÀ", " của", " về", " và", " Nghị quyết", " Kết luận", " Chỉ thị",
)  # fmt: skip
"""Words of a title that call for more, though what follows names whoever decides."""

_NUMBERED: Final = (" SỐ", " số")
_CODED: Final = pattern(r"\d{1,4}[-/][^\W\d]")
"""What follows them: the number of what a plan carries out, no label."""

_COUNTRY: Final = "VIỆT NAM"
_FULL_LINE: Final = 50
_LONGEST_JOINED: Final = 300
"""Characters from which a title's line can be full, and of several lines below it, joined."""

_DRAFT: Final = "DỰ THẢO "
_CHANGES: Final = ("(Thay thế", "(Sửa đổi", "(Bổ sung", "(Điều chỉnh", "(Dự thảo")
"""How a remark below a title begins that says what the document changes, or that it is a draft."""

_TO: Final = ("Kính gửi", "Kính gởi", "ĐIỆN:", "Điện:")
"""How the line begins that says to whom a letter or a telegram goes."""


class TypeLine(NamedTuple):
    """The line that names the type; `rest` is where a title begins in the same line, else -1.

    `urgency` is the mark that a telegram has behind its type; `above` tells a page's headline
    above the document's own head.
    """

    line: int
    doc_type: DocType
    rest: int
    urgency: str | None = None
    above: bool = False


class Title(NamedTuple):
    """The title's text joined to one line, its place, and the first line below it."""

    text: str | None
    span: tuple[int, int] | None
    end: int


def find_type(source: SourceText, first: int, last: int, *, party: bool) -> TypeLine | None:
    """Return the first line that is a type's name, alone or before a title in capitals.

    A page's headline above Quốc hiệu counts where no other line names the type.
    """
    headline = None
    for number in range(first, min(last, len(source.lines))):
        here = _type_line(source, number, top=number < first + _TOP_LINES, party=party)
        if here and not here.above:
            return here
        headline = headline or here
    return headline


def _type_line(source: SourceText, number: int, *, top: bool, party: bool) -> TypeLine | None:
    """Return what a line says as the name of a type, null where it is none.

    In small letters it is one by its looks, or at the `top`.
    """
    line = source.lines[number]
    words = source.words(line)
    found = None if line.table is not None and "|" in words else read_type(words, party=party)
    if found is None:
        return None
    doc_type, rest = found
    urgent = _URGENT.match(words, rest) if rest >= 0 and doc_type.code == "CĐ" else None
    if urgent:
        rest = urgent.end() if urgent.end() < len(words) else -1
    if _enacts(source, number, words):
        return None
    if rest >= 0 and _headed_below(source, number, words[rest:], party=party):
        return None
    if rest < 0 and not (words.isupper() or line.all_bold or line.centered or top):
        return None
    mark = urgent["mark"].replace("HOẢ", "HỎA") if urgent else None
    return TypeLine(number, doc_type, rest, mark, is_above_head(source, number))


def is_in_headline(source: SourceText, number: int) -> bool:
    """Return whether a line with a number belongs to a headline (`CÔNG VĂN SỐ …`, `CÔNG VĂN`)."""
    if not is_above_head(source, number):
        return False
    return any(
        read_type(source.words(line), party=False)
        for line in source.lines[max(0, number - 1) : number + 1]
    )


def is_above_head(source: SourceText, number: int) -> bool:
    """Return whether Quốc hiệu stands right below a line: a page's or a converter's headline."""
    for line in source.lines[number + 1 : number + 1 + _HEAD_BELOW]:
        words = source.words(line)
        if is_motto(words):
            return True
        if read_label(words):
            return False
    return False


def _headed_below(source: SourceText, number: int, title: str, *, party: bool) -> bool:
    """Return whether a page's headline only says beforehand what the head below it says.

    `KẾ HOẠCH TRỒNG RỪNG` above `KẾ HOẠCH` / `Trồng rừng`.
    """
    lines = list(map(source.words, source.lines[number + 1 : number + HEADLINE_REACH]))
    return any(
        words.isupper() and read_type(words, party=party) and key(title).startswith(key(below))
        for words, below in pairwise(lines)
    )


def _enacts(source: SourceText, number: int, words: str) -> bool:
    """Return whether articles follow a line: `QUYẾT ĐỊNH:` enacts then, and heads nothing.

    Without a colon it stands below the last of the grounds.
    """
    below = source.lines[number + 1 : number + 2]
    if not any(_ARTICLE.match(source.words(line)) for line in below):
        return False
    return words[-1] == ":" or (number > 0 and source.words(source.lines[number - 1])[-1:] in _ENDS)


def read_type(words: str, *, party: bool) -> tuple[DocType, int] | None:
    """Return the type that a line names and where its title begins (-1: the type is alone).

    >>> read_type("KẾ HOẠCH", party=False)[0].code, read_type("Kế hoạch này", party=False)
    ('KH', None)
    """
    bare = words.strip(" .:*_-–").removeprefix(_DRAFT)
    if len(bare) > _LONGEST_TITLE_LINE or not bare[:1].isalpha():
        return None
    name = _named_alone(bare) if bare[:1].isupper() else None
    if name:
        found = type_by_name(name, party=party)
        return (found, -1) if found else None
    if not (bare.isupper() or _TYPE_ABOUT.match(bare) or _TYPE_BESIDE.match(bare)):
        return None
    named = type_before(bare, party=party)
    return (named[0], words.index(bare) + len(named[1])) if named else None


def read_title(source: SourceText, found: TypeLine, issuer: str | None) -> Title:
    """Return the title below (or behind) the type line."""
    lines, stamps, below = _title_lines(source, found, issuer)
    after = _past_notes(source, below)
    if not lines:
        return Title(None, None, after)
    start, end = lines[0].start + max(found.rest, 0), lines[-1].end
    decided = _DECIDED.match(source.text, start, end)
    start = decided.end() if decided else start
    note = _NOTE_BEHIND.search(source.text, start, end)
    end = note.start() if note else end
    words = " ".join(_between(source, start, end, stamps).split())
    return Title(_ABOUT.sub("", words).strip(" .:*_-–/") or None, (start, end), after)


def _title_lines(
    source: SourceText, found: TypeLine, issuer: str | None
) -> tuple[list[Line], list[Line], int]:
    """Return the lines that hold the title, the stamps among them, and the first line below."""
    title = [source.lines[found.line]] if found.rest >= 0 else []
    stamps: list[Line] = []
    last = min(len(source.lines), found.line + _MOST_LINES + 1)
    for number in range(found.line + 1, last):
        line = source.lines[number]
        words = source.words(line)
        if not any(map(str.isalnum, words)):
            continue
        if line.table is None and (is_stamp(words) or not (title or _leads(words))):
            stamps.append(line)
        elif _goes_on(source, title, line, words, issuer):
            title.append(line)
        else:
            return title, stamps, number
    return title, stamps, last


def _leads(words: str) -> bool:
    """Return whether a line below the type is no remark on what the document is attached to."""
    return not (ATTACHED_NOTE.match(words) and ANNOTATION.fullmatch(words))


def _between(source: SourceText, start: int, end: int, stamps: list[Line]) -> str:
    """Return the text between two places without the stamps in it."""
    text = ""
    for stamp in stamps:
        if start <= stamp.start < end:
            text += source.text[start : stamp.start]
            start = stamp.end
    return text + source.text[start:end]


def _goes_on(
    source: SourceText, title: list[Line], line: Line, words: str, issuer: str | None
) -> bool:
    """Return whether a line belongs to the title, whose lines so far are given."""
    first = title[0] if title else None
    above = source.words(title[-1]) if title else ""
    sentence = OPENINGS.match(words) is not None and words[-1:] in ";,."
    called = not sentence and _calls_for(above, words)
    if line.table is not None or called:
        return line.table is None
    country = first is not None and words == _COUNTRY
    headed = first is not None and heads_body(words, source.words(first))
    ended = _ends_title(words, issuer) and not country
    if headed or ended or _is_unit(words) or posted_on(words):
        return False
    if first is None or _is_remark(words):
        return first is None and not sentence
    if first.bold and not first.italic:
        return line.all_bold
    if first.centered and line.centered and not words.isupper():
        return not sentence
    both = source.words(first).isupper() and words.isupper()
    return both or words[:1].islower() or _ends_open(words, above)


def _calls_for(above: str, words: str) -> bool:
    """Return whether a title's line calls for the next one (`Thực hiện Nghị quyết số`)."""
    coded = above.endswith(_NUMBERED) and _CODED.match(words) is not None
    return coded or above.endswith(_OPEN_ENDS)


def _is_remark(words: str) -> bool:
    """Return whether a line in brackets says what a document is attached to or changes."""
    if not ANNOTATION.fullmatch(words):
        return False
    return "heo" in words or words.startswith(_CHANGES)


def _ends_open(words: str, above: str) -> bool:
    """Return whether a line has no mark at its end and is no paragraph of the body."""
    if words[-1] in ";.:!?…" or OPENINGS.match(words):
        return False
    full = len(above) >= _FULL_LINE
    if len(words) < _LONGEST_PLAIN_LINE:
        return full or words[-1] != ","
    return full and len(words) < _LONGEST_JOINED and words[-1] != ","


def _ends_title(words: str, issuer: str | None) -> bool:
    if ":" in words and _WATCHWORD.match(words):
        return True
    note = ATTACHED_NOTE.match(words) is not None or words.startswith(_TO)
    motto = words.isupper() and is_motto(words)
    return note or motto or words.rstrip().endswith(":") or _is_authority(words, issuer)


def _is_unit(words: str) -> bool:
    return bool(read_label(words) or appendix_label(words) or is_bullet(words) or opens_body(words))


def _is_authority(words: str, issuer: str | None) -> bool:
    """Return whether the line names who decides, as decisions do below their title."""
    if not words.isupper():
        return False
    if issuer is None or POSITION.match(words):
        return POSITION.match(words) is not None
    if is_levelless(issuer):
        return has_level(words)
    return key(words) == key(issuer) or is_levelless(words.rpartition(" ")[0])


def _past_notes(source: SourceText, number: int) -> int:
    """Pass the lines below a title that only say what it is attached to, and rules."""
    while number < len(source.lines):
        words = source.words(source.lines[number])
        note = ATTACHED_NOTE.match(words) and len(words) < 400  # noqa: PLR2004 - a note, no sentence
        if not note and any(c.isalnum() for c in words):
            break
        number += 1
    return number


def _named_alone(words: str) -> str | None:
    """Return the type's name that words are, null for none.

    Heads print it letter by letter (`K Ế  H O Ạ C H`), and a recognised page has one in capitals
    with other marks (`KÉ HOẠCH`).
    """
    found = _spaced().get(words.replace(" ", "").lower())
    return found or (_without_marks().get(unmarked(words)) if words.isupper() else None)


@cache
def _spaced() -> dict[str, str]:
    """Return the type names by their letters without blanks."""
    return {name.replace(" ", ""): name for name in type_names()}


@cache
def _without_marks() -> dict[str, str]:
    """Return the type names of several syllables by their letters without marks."""
    return {unmarked(name): name for name in type_names() if " " in name}
