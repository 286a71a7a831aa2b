"""What goes with a number: date, issuer, title after it, provision and issuer before it."""

import re
from datetime import date
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.dates import Issued, read_date
from kehoach_parser.extract.citing.issuers import Issuer, read_issuer, read_name
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.organs import bears_letters
from kehoach_parser.extract.citing.provisions import read_provision
from kehoach_parser.extract.citing.subjects import list_issuer, read_subject
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_OF: Final = pattern(
    r"""
    (?:,?[ ]|(?<=[0-9]{4}))(?:của|CỦA|do|ban[ ]hành[ ]bởi)[ ](?:liên[ ])?
    | (?:,?[ ]|[ ]\()(?=Hội[ ]nghị[ ]|Ban[ ]Chấp[ ]hành|Ban[ ]Bí[ ]thư|Bộ[ ]Chính[ ]trị)
    """,
    re.VERBOSE,
)
_DONE_BY: Final = " do "
_ISSUES: Final = pattern(r",?\s(?:đã\s)?(?:ký\s)?(?:ban|phê|thông|công|ký|xây|soạn|phát)\s")
"""What follows an issuer after `do`; others only act under the document cited."""

_BY: Final = " của "
_BODY_INSIDE: Final = pattern(
    r"[ ](?P<name>(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Chính phủ|Tỉnh ủy|Thành ủy"
    r"|Huyện ủy|Đảng ủy|Bộ Chính trị)[ ])"
)
"""A body between type and number without `của` (`Nghị quyết HĐND tỉnh số …`)."""

_REMARK: Final = pattern(r"[ ]\([^()]{8,200}\)[ ](?:của|do)[ ]")
_SHORT_NAME: Final = pattern(r"[ ]?\([^\s()]{2,16}\)")
"""Letters in brackets before a date: the issuer's, or the office's that drew the document up."""

_LEVELS: Final = tuple(
    f" {level}" for level in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường")
)
_WHERE: Final = pattern(rf"(?:{'|'.join(_LEVELS)})(?:[ ][{UPPER}]\w*){{0,4}}(?=,?[ ]ngày[ ]\d)")
"""Where the body sits whose letters a number ends in (`số 07/KH-HĐND xã ngày 02/11/2023`)."""

_SESSION: Final = pattern(
    r"(?:,?[ ](?:tại[ ])?(?:[kK]ỳ[ ]họp|[nN]hiệm[ ]kỳ)[ ][^;:.()\n|]{2,40}?)"
    r"(?=,?[ ](?:về|quy[ ]định|ban[ ]hành|phê[ ]duyệt|thông[ ]qua)[ ])"
)
"""The session or term behind an assembly (`HĐND tỉnh khóa X, kỳ họp thứ 5 về …`)."""

_SESSION_REACH: Final = 12

_QUOTED: Final = r"""(?<!: )(?:“[^“”;\n|]{2,300}”|"(?=\w)[^";\n|]{2,300}")"""
"""Words in quotation marks inside a title; behind a colon they are an article's new wording."""

_ASIDE: Final = r"\((?:[A-ZĐ&]{2,12}|khóa \w+)\)(?=,? [a-zđăâôơưý])"
"""Brackets inside a title: an abbreviation or a term (`an toàn giao thông (ATGT) năm 2026`)."""

_WRITER: Final = (
    r"(?:nhà trường|trường|chi bộ|tổ(?! chức)|liên đội)(?: \w+){0,4}? (?:xây dựng|ban hành) "
)
"""Who writes the plan, in small letters behind the title (`…, nhà trường xây dựng kế hoạch`)."""

_TITLE: Final = pattern(
    r"(?:[ ,]{1,2}|(?<=[0-9]{4}))[“\"]?(?P<title>"
    r"(?:về|Về|[vV]/v|[bB]an hành|[pP]hê duyệt|[qQ]u[yi] định|[hH]ướng dẫn|[sS]ửa đổi,?|thực hiện"
    r"|triển khai|[cC]ông bố|[tT]hành lập|kiện toàn|(?<!, )giao|tăng cường|tổ chức|đẩy mạnh|xử lý"
    r"|chuyển đổi|ủy quyền|quán triệt|tiếp tục|điều chỉnh|[qQ]uy chuẩn)"
    rf" (?:{_QUOTED}|{_ASIDE}|\w++|[^\w;\n|()”\"]){{1,400}}?)"  # no title ends within a word
    rf"(?=[;\n|)”…]|(?!{_ASIDE})\(|\"(?!\w)|\.(?:[\s/.]|\Z)"
    r"| ?, (?:(?!Tết |Lễ |ATGT )[A-ZĐÀ-ÝƯỦ]|[^\W\d_]+ số:? |số:? \d|đồng thời[ ,]"
    rf"|\d\d? [A-ZĐ]|sau khi |trong đó |cụ thể\b|{_WRITER}"
    r"|(?:đã )?được [^;\n]{0,60}? (?:tại|bởi)\b)"
    r"|,? có hiệu lực (?:thi hành )?(?:kể )?từ |"
    r" (?:như sau ?:|trong đó |cụ thể\b|(?:đã )?được sửa đổi[^;\n]{0,60}? (?:tại|bởi|theo)\b"
    r"|đã (?!được |hết |có |ban |qua |nghỉ |cấp |bị )"
    r"|và (?:theo |ý kiến |các văn bản |[A-ZĐ]\w+(?: \w+){0,2} số:? \d))|\Z)"
)
_TITLE_START: Final = pattern(r"\A(?:[vV]ề việc |[vV]ề |[vV]/v (?:việc )?)")
_TITLE_REACH: Final = 420
_ISSUED_BY: Final = pattern(r"[ ]do[ ](?P<name>[^;,]{3,80}?)[ ]ban[ ]hành\Z")
"""How law portals end a title (`Quyết định 12/QĐ-TTg năm 2020 về … do Thủ tướng ban hành`)."""

_NAMELESS: Final = pattern(
    r"[ ](?:về|Về|[vV]/v|quy[ ]định|hướng[ ]dẫn|phê[ ]duyệt)[ ]|[ ]?[;.)\n]|\Z"
)
"""What follows an issuer that stands behind the day without `của`; who acts has other verbs."""

_HEADED: Final = pattern(rf"[ ](?=[{UPPER}“\"])[^;,.:\n|()]{{3,120}}?[ ]của[ ]")
"""A title that no word begins, before its issuer (`ngày 05/9/2025 Năm cây xanh 2026 của …`)."""

_BEFORE_ITEM: Final = " -+•0123456789"
_LONGEST_MARK: Final = 8


class Fields(NamedTuple):
    """What goes with a number: date, year, issuer, title, and where they end.

    `passed_by` is who issued the one whose title ends so, or the one that it is part of.
    """

    issued_on: date | None
    year: int | None
    issuer: str | None
    title: str | None
    end: int
    tail: int
    passed_by: str | None = None


def with_fields(text: str, mention: Mention) -> Mention:
    """Return a mention with its date, issuer, title and provision."""
    fields = _read_fields(text, mention.end, mention.code or "")
    issuer, issued_on, year = fields.issuer, fields.issued_on, mention.year or fields.year
    first = None
    if issuer is None and fields.passed_by and _opens_line(text, mention.lead):
        whole = read_name(fields.passed_by)
        issuer = whole[0] if whole[1] == len(fields.passed_by) else None
    if issuer is None or issued_on is None:
        said = read_subject(text, mention.lead)
        first = None if issuer else _issuer_first(text, mention) or said.issuer
        issuer = issuer or first
        if said.date_at is not None and issued_on is None:
            day = read_date(text, said.date_at)
            issued_on, year = (day.day, year or day.year) if day else (None, year)
    provision = read_provision(text, mention.lead)
    return mention._replace(
        start=provision[1] if provision else mention.lead,
        end=fields.end, issued_on=issued_on, year=year, issuer=issuer,
        title=_law_title(fields.title) if _is_law(mention) else fields.title,
        provision=provision[0] if provision else None, tail=fields.tail,
        issuer_first=first is not None,
    )  # fmt: skip


def _is_law(mention: Mention) -> bool:
    return mention.doctype is not None and mention.doctype.code == "L"


def _law_title(title: str | None) -> str | None:
    """Return the name of a law behind its number (`Luật số 5/2024/QH15 sửa đổi Luật Giá`)."""
    named = not title or title.lower().startswith(("luật", "bộ luật"))
    return title if named else f"Luật {title}"


def _opens_line(text: str, lead: int) -> bool:
    """Return whether nothing but a bullet or a number stands before a mention in its line."""
    line = text.rfind("\n", max(0, lead - _LONGEST_MARK), lead) + 1
    return (line > 0 or lead <= _LONGEST_MARK) and not text[line:lead].strip(_BEFORE_ITEM)


def _issuer_first(text: str, mention: Mention) -> str | None:
    """Return the issuer before the first number, which holds for a list's other numbers too."""
    if mention.named:
        return _issuer_inside(text, mention.lead, mention.start)
    return list_issuer(text, mention.lead)


def _issuer_inside(text: str, lead: int, number: int) -> str | None:
    """Return the issuer between type and number (`Chỉ thị của Thủ tướng Chính phủ số …`)."""
    at = text.find(_BY, lead, number)
    body = None if at >= 0 else _BODY_INSIDE.search(text, lead, number)
    start = at + len(_BY) if at >= 0 else body.start("name") if body else -1
    found = read_issuer(text, start) if start >= 0 else None
    whole = found and text[found.end : number].strip(" :") in {"", "số"}
    return found.name if found and whole else None


def _issuer_past_bracket(text: str, at: int) -> str | None:
    """Return the issuer behind the bracket that a mention closes (`(sửa bởi …) của Chính phủ`)."""
    of = _OF.match(text, at + 1) if text.startswith(")", at) else None
    found = read_issuer(text, of.end()) if of and _DONE_BY not in of[0] else None
    return found.name if found else None


def _issuer_past_remark(text: str, at: int) -> str | None:
    """Return the issuer after a remark in brackets (`… (sửa đổi tại …) của Chính phủ`)."""
    remark = _REMARK.match(text, at)
    found = read_issuer(text, remark.end()) if remark else None
    return found.name if found else None


def _issuer_without_of(text: str, at: int, code: str) -> Issuer | None:
    """Return the issuer right behind the day, whose letters the number bears.

    `Quyết định số 5/QĐ-UBND ngày 01/02/2024 UBND tỉnh về …`, `… Năm cây xanh của UBND tỉnh`
    """
    found = read_issuer(text, at + 1) if text.startswith(" ", at) else None
    if found:
        named = _NAMELESS.match(text, found.end) and bears_letters(code, found.name)
        return found if named else None
    headed = _HEADED.match(text, at)
    found = read_issuer(text, headed.end()) if headed else None
    return found if found and bears_letters(code, found.name) else None


def _past_letters(text: str, at: int) -> Issued | None:
    """Return the date behind letters in brackets (`số 5/TT-BCA (C11) ngày …`) or a place."""
    opens = text.startswith(("(", " ("), at)
    if not (opens or text.startswith(_LEVELS, at)):
        return None
    letters = (_SHORT_NAME if opens else _WHERE).match(text, at)
    return read_date(text, letters.end()) if letters else None


def _unquoted(words: str) -> str:
    """Return a title without quotation marks around all of it, or one that nothing closes."""
    if words[:1] not in {"“", '"'}:
        return words
    inside = words[1:].rstrip('”"')
    return words if any(mark in inside for mark in '“”"') else inside.strip()


def _read_fields(text: str, end: int, code: str) -> Fields:
    """Return what follows a number: date and issuer in either order, then the title."""
    issued = read_date(text, end) or _past_letters(text, end)
    at = issued.end if issued else end
    issuer = None
    of = _OF.match(text, at)
    if of:
        found = read_issuer(text, of.end())
        if found and (_DONE_BY not in of[0] or _ISSUES.match(text, found.end)):
            issuer, at = found.name, found.end
    elif issued:
        issuer = _issuer_past_bracket(text, at) or _issuer_past_remark(text, at)
        bare = None if issuer else _issuer_without_of(text, at, code)
        if bare:
            issuer, at = bare.name, bare.end
    if issuer and issued is None:
        issued = _past_letters(text, at) or read_date(text, at)
        at = issued.end if issued else at
    meets = issuer and text.find("ỳ ", at, at + _SESSION_REACH) >= 0
    session = _SESSION.match(text, at) if meets else None
    title = _TITLE.match(text, session.end() if session else at, at + _TITLE_REACH)
    title = title if title and title.end() < min(at + _TITLE_REACH, len(text) + 1) else None
    words = _unquoted(_TITLE_START.sub("", title["title"]).strip(" ,:")) if title else ""
    by = _ISSUED_BY.search(words)
    return Fields(issued.day if issued else None, issued.year if issued else None, issuer,
                  (words[: by.start()] if by else words) or None, at,
                  title.end() if title else at, by["name"] if by else None)  # fmt: skip
