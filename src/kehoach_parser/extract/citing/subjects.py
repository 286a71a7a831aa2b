"""The issuer before a number: `Công ty X tại Văn bản số …`, `Bộ Y tế đã ban hành Kế hoạch số …`."""

import re
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.issuers import read_name
from kehoach_parser.lexicon.citation_words import words_of
from kehoach_parser.text.patterns import pattern

_MOST_WORDS: Final = 16
_STOPS: Final = words_of("issuer_stop")
_AT: Final = pattern(r"(?P<subject>[^;:\n|]*?)[ ]?[ ]tại[ ](?:các[ ])?\Z")
_ISSUED: Final = pattern(
    r"""(?P<subject>[^;:\n|.]*?)[ ](?:đã[ ]|vừa[ ]|mới[ ])?
    (?:ban[ ]hành|có|ký[ ]ban[ ]hành|ký)[ ](?:các[ ])?\Z""",
    re.VERBOSE,
)
_DAY_BEFORE: Final = pattern(r"\A\W*Ngày[ ](?P<date>[^,]{6,26}),[ ]")


_ON_REQUEST: Final = pattern(
    r"\A(?:Theo|Xét|Căn cứ)[ ](?:đề nghị|ý kiến|báo cáo|kết quả)[ ](?:của[ ])?"
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
    if not window.endswith((" tại ", " hành ", " có ", " ký ", " các ")):
        return Said(None, None)
    begin = max(window.rfind(mark) for mark in ";:\n|") + 1
    part = window[begin:]
    at = _AT.match(part)
    if at:
        return Said(_whole_name(at["subject"], window[begin - 1 : begin] in {";", ":"}), None)
    issued = _ISSUED.match(part)
    if issued is None:
        return Said(None, None)
    day = _DAY_BEFORE.match(issued["subject"])
    subject = issued["subject"][day.end() :] if day else issued["subject"]
    name = _whole_name(subject, False)
    return Said(name, floor + begin + day.start("date") if day and name else None)


def _whole_name(subject: str, bounded: bool) -> str | None:  # noqa: FBT001 - private
    """Return the name that fills the last part of a subject, null where other words are in it."""
    for mark in (" của ", " cáo ", ", "):
        tail = subject[subject.rfind(mark) + len(mark) :] if mark in subject else ""
        if tail and (found := read_name(tail.strip()))[1] == len(tail.strip()):
            return found[0]
    whole = _ON_REQUEST.sub("", subject.strip(" -–+*"))
    name, end = read_name(whole)
    if name and end == len(whole):
        return name
    words = whole.split(" ")
    plain = bounded and whole[:1].isupper() and len(words) <= _MOST_WORDS
    stopped = any(word in _STOPS for word in words)
    return whole if plain and not stopped and not {"của", ","} & set(words) else None
