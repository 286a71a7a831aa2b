"""The issuer before a number.

`Công ty X tại Văn bản số …`, `Bộ Y tế đã ban hành Kế hoạch số …`, `được UBND tỉnh phê duyệt tại
Quyết định số …`, `các Nghị định của Chính phủ: số …`.
"""

import re
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.before import named_type
from kehoach_parser.extract.citing.issuers import STOPS, read_name
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_MOST_WORDS: Final = 16
_AT: Final = pattern(r"(?P<subject>[^;:\n|]*?)[ ]?[ ]tại[ ](?:các[ ])?\Z")
_ISSUED: Final = pattern(
    r"""(?P<subject>[^;:\n|.]*?)[ ](?:đã[ ]|vừa[ ]|mới[ ]|tiếp[ ]tục[ ])?
    (?:ban[ ]hành|phát[ ]hành|thông[ ]qua|có|ký[ ]ban[ ]hành|ký|gửi)[ ](?:các[ ])?\Z""",
    re.VERBOSE,
)
_DAY_BEFORE: Final = pattern(r"\A\W*Ngày[ ](?P<date>[^,]{6,26}),[ ]")

_OFFICES: Final = tuple(
    f"{deputy}{office} "
    for office in ("Chủ tịch", "Thủ tướng", "Bộ trưởng", "Giám đốc", "Bí thư", "Tổng Bí thư")
    for deputy in ("", "Phó ")
)
"""What begins an office that stories name with its holder: `Thủ tướng Trần Văn An vừa ký …`."""

_HEAD: Final = pattern(
    r"(?:\A|[;.,:(\n| ])(?:[cC]ác|[nN]hững)[ ](?P<type>[^;:.,()\n|]{3,40}?)[ ]của[ ]"
)
"""How a list of documents of one issuer begins."""

_HEAD_AT: Final = pattern(
    r"(?P<subject>[^;:\n|]{4,120})[ ]tại[ ](?:các[ ]|những[ ])(?P<type>[^;:.,()\n|]{3,40})\Z"
)
"""How such a list begins in which somebody speaks (`chỉ đạo của Bộ Y tế tại các Công văn: …`)."""

_PASSIVE: Final = " được "
_APPROVED: Final = pattern(
    r"(?:phê duyệt|ban hành|thông qua|chấp thuận|công nhận|giao|quy định|điều chỉnh)(?: bổ sung)?\Z"
)
_SAID: Final = pattern(
    r"[ ](?:đã[ ])?(?:thông báo|hướng dẫn|chỉ đạo|giao|đề nghị|yêu cầu|kết luận|có ý kiến"
    r"|cho ý kiến|phê duyệt|quy định)\Z"
)
"""What an issuer does in a document (`Bộ Y tế hướng dẫn tại Công văn số …`)."""

_OPENS: Final = (",", "(")
_MARKS: Final = (" của ", " cáo ", ", ", "(")
"""Behind which the name of an issuer may begin, the likeliest first."""


_RENAMED: Final = pattern(r"[ ]\((?:nay|trước đây) là [^()]{4,80}\)\Z")
_SENTENCE: Final = pattern(rf"(?<![A-ZĐ][A-Zp])[.][ ](?=[{UPPER}])")
_AND: Final = pattern(r"\d[ ]và[ ](?P<name>[^;:\n|]{4,120})\Z")
"""Who requests beside the one before (`đề nghị của A tại Tờ trình số … và B tại`)."""

_OTHERS: Final = pattern(rf"[ ]của[ ](?:các|những)[ ][^;:\n|,]{{2,30}}?[ ]và[ ](?=[{UPPER}])")
"""A collective that speaks along with the issuer (`của các đơn vị và Sở Xây dựng`)."""

_ON_REQUEST: Final = pattern(
    r"\A(?:(?:\d{1,2}[.)]|[a-zđ]\)|\[\d{1,3}\])[ ])?"
    r"(?:(?:Theo|Xét|Căn cứ)[ ](?:đề nghị|ý kiến|báo cáo|kết quả)[ ](?:của[ ])?)?"
)


class Said(NamedTuple):
    """What the words before a mention say of it: issuer, and the words of its date."""

    issuer: str | None
    date_at: int | None


def read_subject(text: str, lead: int) -> Said:
    """Return who issued the document that is named at an offset, told by the words before.

    Forms: `Công ty X tại Văn bản số …`, `Ngày D, Bộ Chính trị đã ban hành Nghị quyết số …`.
    """
    floor = max(0, lead - 200)
    window = text[floor:lead]
    if not window.endswith((" tại ", " hành ", " qua ", " có ", " ký ", " gửi ", " các ")):
        return Said(None, None)
    begin = max(window.rfind(mark) for mark in ";:\n|") + 1
    part = window[begin:]
    at = _AT.match(part)
    if at:
        return Said(
            _whole_name(at["subject"], bounded=window[begin - 1 : begin] in {";", ":"}), None
        )
    begin += max((stop.end() for stop in _SENTENCE.finditer(part)), default=0)
    issued = _ISSUED.match(window[begin:])
    if issued is None:
        return Said(None, None)
    day = _DAY_BEFORE.match(issued["subject"])
    subject = issued["subject"][day.end() :] if day else issued["subject"]
    name = _whole_name(subject)
    return Said(name, floor + begin + day.start("date") if day and name else None)


def list_issuer(text: str, lead: int) -> str | None:
    """Return the issuer that a colon before `số …` ends: `các Nghị định của Chính phủ: số …`."""
    if text[lead - 2 : lead] != ": ":
        return None
    window = text[max(0, lead - 160) : lead - 2]
    for head in _HEAD.finditer(window):
        name, end = read_name(window[head.end() :])
        if name and end == len(window) - head.end() and named_type(head["type"]):
            return name
    said = _HEAD_AT.search(window)
    return _whole_name(said["subject"]) if said and named_type(said["type"]) else None


def _office(words: str) -> str:
    """Return an office without who holds it, told by a surname three or four words from the end."""
    for size in (3, 4) if words.startswith(_OFFICES) else ():
        office, *person = words.rsplit(" ", size)
        if person[0] in unit_words().surnames and all(word[:1].isupper() for word in person):
            return office
    return words


def _whole_name(subject: str, *, bounded: bool = False) -> str | None:
    """Return the name that fills the last part of a subject, null where other words are in it.

    A subject that is `bounded` begins right behind a mark: then it may be a name of unknown words.
    """
    passive = subject.rfind(_PASSIVE)
    approved = _APPROVED.search(subject) if passive >= 0 else None
    if approved:
        return _filling(subject[passive + len(_PASSIVE) : approved.start()])
    subject = _OTHERS.sub(" của ", _RENAMED.sub("", subject))
    whole = _office(_ON_REQUEST.sub("", subject.strip(" -–+*")))
    said = _SAID.search(subject) if passive < 0 else None
    return (
        _behind_mark(subject)
        or _filling(whole)
        or (_who_says(subject, said.start()) if said else None)
        or (whole if bounded and _may_be_name(whole) else None)
    )


def _filling(words: str) -> str | None:
    """Return the name that these words are, null where they are more or none."""
    words = words.strip()
    name, end = read_name(words)
    return name if name and end == len(words) else None


def _behind_mark(subject: str) -> str | None:
    """Return the name that fills what follows a mark or `và`: `hướng dẫn của Sở A`."""
    tails = (subject[subject.rfind(mark) + len(mark) :] for mark in _MARKS if mark in subject)
    found = next((name for tail in tails if (name := _filling(tail))), None)
    beside = None if found else _AND.search(subject)
    return _filling(beside["name"]) if beside else found


def _who_says(subject: str, end: int) -> str | None:
    """Return who stands before a verb of saying: `Sở A hướng dẫn tại …`."""
    doer = subject[max(map(subject.rfind, _OPENS)) + 1 : end]
    return None if " của " in doer.strip() else _filling(doer)


def _may_be_name(words: str) -> bool:
    parts = words.split(" ")
    known = any(word in STOPS for word in parts) or not {"của", ","}.isdisjoint(parts)
    return words[:1].isupper() and len(parts) <= _MOST_WORDS and not known
