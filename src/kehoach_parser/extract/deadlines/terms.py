"""Expressions that hang on an event: counted terms, `trước khi …`, `khi có yêu cầu`."""

import re
from typing import Final

from kehoach_parser.extract.deadlines.expression import Expression, limit_of
from kehoach_parser.extract.deadlines.lexer import CODES, Token
from kehoach_parser.extract.deadlines.spans import trimmed
from kehoach_parser.model import DeadlineKind, Modality

_LONGEST_CLAUSE: Final = 90
_CLAUSE: Final = re.compile(
    r"[,;.:()\n]|\s[|/–]\s|\s-\s|(?<=\w)\s(?:để|nhằm|thì|đồng thời|bảo đảm)\s"
)
_LETTERS: Final = {CODES["DAY"]: "D", CODES["WEEK"]: "W", CODES["MONTH"]: "M", CODES["YEAR"]: "Y"}
_ANCHORS: Final = (CODES["SINCE"], CODES["AFTER"], CODES["BEFORE"], CODES["FROM"])
_TRIGGERS: Final = re.compile(
    r"khi\s(?:(?:có|được|nhận\sđược|phát\ssinh|xảy\sra)\s(?:\w+\s){0,2}?"
    r"(?:yêu\scầu|văn\sbản|chỉ\sđạo|hướng\sdẫn|đề\snghị|ý\skiến|thông\sbáo|thay\sđổi|biến\sđộng"
    r"|vụ\sviệc|sự\sviệc|tình\shuống|phát\ssinh|kế\shoạch|quyết\sđịnh|kết\squả|số\sliệu)|cần\sthiết|cần\b)"
)
_PAST: Final = re.compile(
    r"(?:sáp\snhập|sắp\sxếp|hợp\snhất|nghe|xem\sxét|nghiên\scứu|trao\sđổi|thảo\sluận|rà\ssoát)\b"
)
_AD_HOC: Final = re.compile(r"đột\sxuất\s(?:,\s)?\Z")


def clause_end(low: str, start: int) -> int:
    """Return where the clause that holds an offset ends, at most 90 characters on.

    >>> clause_end("sau khi trình, báo cáo", 8)
    13
    """
    stop = _CLAUSE.search(low, start, start + _LONGEST_CLAUSE)
    end = min(len(low), start + _LONGEST_CLAUSE)
    if stop:
        end = stop.start()
    elif end < len(low):
        end = max(low.rfind(" ", start, end), start)
    return start + len(low[start:end].rstrip())


def term(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trong thời hạn 15 ngày kể từ ngày …`; a number of days alone is no term."""
    codes = "".join(t.code for t in tokens)
    limit = limit_of(tokens[:-1])
    anchored = codes[-1] in _ANCHORS
    number = next(t.value for t in tokens if t.code == CODES["NUMBER"])
    unit = next((t.code for t in tokens if t.code in _LETTERS), None)
    first = tokens[0].code
    bounded = first in {CODES["WITHIN"], CODES["BY"], CODES["AFTER"], CODES["BEFORE"]}
    if unit is None or not isinstance(number, int) or not (anchored or (bounded and limit)):
        return []
    if codes[-1] == CODES["FROM"] and not bounded:
        return []
    start, end = trimmed(tokens)
    anchor = None
    if anchored:
        end = clause_end(low, tokens[-1].end)
        anchor = low[tokens[-1].start : end]
    business = CODES["WORKING"] in codes
    sign = "-" if codes[-1] == CODES["BEFORE"] or first == CODES["BEFORE"] else ""
    duration = f"{sign}P{number}{'B' if business else ''}{_LETTERS[unit]}"
    bound = limit if bounded else Modality.WITHIN
    return [
        Expression(form, start, end, DeadlineKind.RELATIVE, bound, duration=duration, anchor=anchor)
    ]


def hours(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trong vòng 24 giờ kể từ khi …`."""
    clock = low[tokens[1].start : tokens[1].end]
    count = int(re.match(r"\d+", clock)[0])  # type: ignore[index]
    start, end = trimmed(tokens)
    anchor = None
    if tokens[-1].code in _ANCHORS:
        end = clause_end(low, tokens[-1].end)
        anchor = low[tokens[-1].start : end]
    return [
        Expression(form, start, end, DeadlineKind.RELATIVE, Modality.WITHIN,
                   duration=f"PT{count}H", anchor=anchor)
    ]  # fmt: skip


def event(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `trước khi trình`, `ngay sau khi ban hành`: up to the clause's end."""
    end = clause_end(low, tokens[-1].end)
    after = low[tokens[-1].end : end].strip()
    if not after or _PAST.match(after):
        return []
    limit = Modality.BEFORE if tokens[0].code == CODES["BEFORE"] else Modality.AFTER
    at = tokens[0].start
    return [
        Expression(
            form, at, end, DeadlineKind.RELATIVE, limit, anchor=low[at:end], flags=("needs_event",)
        )
    ]


def condition(low: str, tokens: list[Token], form: str) -> list[Expression]:
    """Read `khi có yêu cầu`, `đột xuất khi có văn bản của …`; other `khi` is no time."""
    at = tokens[0].start
    if not _TRIGGERS.match(low, at):
        return []
    end = clause_end(low, tokens[0].end)
    ad_hoc = _AD_HOC.search(low, max(at - 12, 0), at)
    flags = ("needs_event", "ad_hoc") if ad_hoc else ("needs_event",)
    return [Expression(form, at, end, DeadlineKind.CONDITIONAL, condition=low[at:end], flags=flags)]
