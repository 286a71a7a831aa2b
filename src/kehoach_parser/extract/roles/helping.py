"""Units that help or approve: `phối hợp với Sở B`, `Sở B phối hợp`, `trình UBND tỉnh phê duyệt`."""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.text.literals import places, words_at
from kehoach_parser.text.patterns import pattern

_TOGETHER: Final = " hợp"
_BEFORE_TOGETHER: Final = ("phối", "kết")
_SUBMIT: Final = "trình "
_CHIEF: Final = pattern(r"thủ tướng(?: chính phủ)?(?= )|chủ tịch nước(?= )")
"""Heads of the State, who decide in their own right and are nobody's post."""

_NOUNS: Final = (
    "chương ", "công ", "quy ", "lộ ", "giáo ", "tiến ", "hành ", "quá ", "tờ ", "cấp ",
)  # fmt: skip
_NOT_COORDINATION: Final = pattern(
    r"(?:quy chế|cơ chế|(?<!dân )(?<!quân )(?<!nhân )(?<!hình )sự|tinh thần|chương trình"
    r"|công tác)\s+\Z"
)
_GIVEN: Final = pattern(r"\s+(?:chặt chẽ\s+)?của\s+")
"""What follows `với sự phối hợp` before those who help."""

WITH: Final = pattern(
    r"""\s+(?:(?:chặt\ chẽ|đồng\ bộ|thường\ xuyên|tốt|hiệu\ quả|kịp\ thời)\s*,?\s+)*
        (?:thực\ hiện\s+)?(?:cùng\ với|cùng|với)?\s*""",
    re.VERBOSE,
)
_LATER_WITH: Final = pattern(r"[^.;:()]{1,60}?\svới\s+")
LEADS: Final = pattern(
    r"\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?"
    r"(?:chủ trì|chịu trách nhiệm(?: chính)?|làm đầu mối|là đầu mối)\b"
)
_IS: Final = (" là ", " làm ")
_CORE: Final = pattern(
    r" làm? (?:(?:cơ quan|đơn vị|lực lượng) )?(?:nòng cốt|thường trực|đầu mối)\b"
)
"""What a body is whom others help (`giao Đoàn A làm nòng cốt, Hội B phối hợp`)."""

COORDINATES: Final = pattern(r"\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:cùng\s+)?phối hợp\b")
ONLY_HELPS: Final = pattern(
    r"\s+(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|triển khai|tổ chức))?\s*(?:[.;]|\Z)"
)
"""All that is said of who helps (`Mở hai lớp tập huấn. Sở A phối hợp.`)."""

_HELPS: Final = pattern(r"\s*(?:(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:cùng\s+)?phối hợp|hỗ trợ)\b")
"""What those do who stand right behind the body that chairs (`…, Hội B hỗ trợ gian hàng`)."""

_NOBODY: Final = ("cấp có thẩm quyền", "cơ quan có thẩm quyền")
_REPORT: Final = "báo cáo "
_CONSIDER: Final = "xem xét"
_APPROVES: Final = pattern(
    r",?\s*(?:để )?(?:xem xét|ban hành|phê duyệt|quyết định|thông qua|cho ý kiến|ký)\b"
)
_CONSIDERS: Final = pattern(rf",?\s*(?:để )?{_CONSIDER}\b")
"""What whoever is reported to is to do if it decides."""

ALONG: Final = pattern(r"cùng(?:\s+với)?\s+")
_THEN_ALONG: Final = "; cùng với "
_CHAIRING: Final = "chủ trì"
_CHAIRING_WITH: Final = pattern(r"(?<!\w)chủ trì,? cùng(?:\s+với)?\s+")
STEP: Final = pattern(r"\s*[,;]\s+")


def second_subject(copy: Copy, place: int, end: int) -> list[UnitName]:
    """Return the units of `Sở A chủ trì, Sở B phối hợp`."""
    lead = LEADS.match(copy.low, place, end)
    if lead is None and copy.low.startswith(_IS, place):
        lead = _CORE.match(copy.low, place, end)
    return helping_behind(copy, lead.end(), end) if lead else []


def helping_behind(copy: Copy, place: int, end: int) -> list[UnitName]:
    """Return the units of `…, Sở B phối hợp` right behind a verb."""
    step = STEP.match(copy.low, place, end)
    if step is None:
        return []
    names = read_names(copy, step.end(), end)
    return list(names.units) if _HELPS.match(copy.low, names.end, end) else []


def coordinating_in(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the units with whom somebody is to work together, in order.

    They follow `phối hợp`, `kết hợp`, `chủ trì, cùng`, or `cùng với` at a clause's start.
    """
    found: list[UnitName] = []
    for place in places(copy.low, _TOGETHER, start, end):
        word = next((w for w in _BEFORE_TOGETHER if copy.low.endswith(w, start, place)), None)
        if word is None:
            continue
        begin = place - len(word)
        after = place + len(_TOGETHER)
        given = (
            _GIVEN.match(copy.low, after, end) if copy.low.endswith("sự ", start, begin) else None
        )
        if given:
            found += read_names(copy, given.end(), end).units
        elif not _NOT_COORDINATION.search(copy.low, max(start, begin - 16), begin):
            found += _partners(copy, after, end)
    for place in words_at(copy.low, _CHAIRING, start, end):
        beside = _CHAIRING_WITH.match(copy.low, place, end)
        found += read_names(copy, beside.end(), end).units if beside else ()
    for place in places(copy.low, _THEN_ALONG, start, end):
        found += read_names(copy, place + len(_THEN_ALONG), end).units
    along = ALONG.match(copy.low, start, end)
    return [*read_names(copy, along.end(), end).units, *found] if along else found


def _partners(copy: Copy, place: int, end: int) -> tuple[UnitName, ...]:
    way = WITH.match(copy.low, place, end)
    told = way is not None and way[0].rstrip().endswith((" với", " cùng"))
    names = read_names(copy, way.end(), end, partners=told) if way else None
    if not (names and names.units):
        later = _LATER_WITH.match(copy.low, place, end)
        names = read_names(copy, later.end(), end) if later else None
    return names.units if names else ()


def approving_in(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the units to which something is submitted for a decision, in order."""
    found = _asked(copy, _SUBMIT, _APPROVES, start, end)
    if copy.low.find(_CONSIDER, start, end) >= 0:
        found += _asked(copy, _REPORT, _CONSIDERS, start, end)
        found.sort(key=lambda name: name.start)
    return found


def _asked(copy: Copy, submit: str, does: re.Pattern[str], start: int, end: int) -> list[UnitName]:
    """Return whom a verb of submitting names and what is to be done follows."""
    found: list[UnitName] = []
    for place in words_at(copy.low, submit, start, end):
        after = place + len(submit)
        if copy.low.endswith(_NOUNS, start, place) or copy.low.startswith(_NOBODY, after):
            continue
        names = read_names(copy, after, end)
        chief = None if names.units else _CHIEF.match(copy.low, names.end, end)
        to = chief.end() if chief else names.end
        if (names.units or chief) and does.match(copy.low, to, end):
            at = names.end
            found += names.units or (UnitName(copy.text[at:to], at, to, post=True),)
    return found
