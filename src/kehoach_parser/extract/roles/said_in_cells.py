"""Who acts where the clauses of a cell say what each does: `Sở A tham mưu UBND tỉnh; xã lập hồ sơ`.

Names in cells may hold verbs (`Tổ lập hồ sơ mời thầu`); a clause acts where a body with a name of
its own stands before one of the verbs of offices and an object, or where all clauses have verbs.
"""

from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.roles.said_last import likewise
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.text.patterns import pattern

_STEP: Final = pattern(r"[;.]\s+|(?:\s/)?\s[-+•]\s|\s/\s(?=[A-ZĐ])")
_DUTY: Final = pattern(
    r"\s(?:tham mưu|lập|gửi|hướng dẫn|trình|báo cáo|ban hành|chỉ đạo|đôn đốc|bố trí|cử|huy động"
    r"|triển khai|tổ chức|chuẩn bị|thực hiện|tổng hợp|rà soát|phân công|thông báo|đề xuất"
    r"|thẩm định|cho ý kiến|theo dõi|cung cấp)(?![^\W\d_])"
)
"""What offices do, of which no body with a name of its own is called."""

_HELPING: Final = ("phối hợp", "tham gia", "hỗ trợ", "giúp")
_CHAIRS: Final = "chủ trì"
_BULLETS: Final = " -+•"


class Clause(NamedTuple):
    """A clause of a cell, with the names of who acts in it, null where it only lists names.

    `helps` tells that they help the others, `parted` that more than one acts on something.
    """

    start: int
    end: int
    doers: Names | None
    helps: bool = False
    parted: bool = False


def acting_clauses(copy: Copy) -> list[Clause]:
    """Return the clauses of a cell in which somebody acts, none where it only lists names."""
    if _DUTY.search(copy.low) is None:
        return []
    clauses = [_clause(copy, *span) for span in _spans(copy)]
    said = [clause for clause in clauses if clause.doers]
    told = any(_has_duty(copy, clause) for clause in said if not clause.helps)
    parted = len(clauses) > 1 or any(clause.parted for clause in clauses)
    return clauses if told or (parted and len(said) == len(clauses)) else []


def _spans(copy: Copy) -> list[tuple[int, int]]:
    steps = [step.span() for step in _STEP.finditer(copy.text)]
    starts = [0, *(after for _, after in steps)]
    ends = [*(before for before, _ in steps), len(copy.text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _clause(copy: Copy, start: int, end: int) -> Clause:
    while start < end and copy.text[start] in _BULLETS:
        start += 1
    names = read_names(copy, start, end)
    verb = bool(names.doers) and sort_at(copy.low, names.end + 1) == "verb"
    if not verb or copy.low.startswith(_CHAIRS, names.end + 1):
        return Clause(start, end, None)
    helps = copy.low.startswith(_HELPING, names.end + 1)
    others = likewise(copy, names.doers[0], names.end, end)
    doers = names._replace(units=(*names.units, *others))
    return Clause(start, end, doers, helps, parted=bool(others))


def _has_duty(copy: Copy, clause: Clause) -> bool:
    """Return whether a body with a name of its own acts on something in a clause."""
    names = clause.doers
    if names is None or not names.units:
        return False
    name = names.units[-1].text
    duty = _DUTY.match(copy.low, names.end, clause.end)
    proper = any(word[0].isupper() for word in name.split()[1:]) or name.startswith("UBND ")
    return proper and duty is not None and _acts_on(copy, duty.end())


def _acts_on(copy: Copy, place: int) -> bool:
    """Return whether an object follows a verb, or another verb (`tổng hợp, trình UBND xã`)."""
    if copy.low.startswith(", ", place):
        return sort_at(copy.low, place + len(", ")) == "verb"
    return copy.low[place : place + 1] == " " and copy.low[place + 1 : place + 2].isalpha()
