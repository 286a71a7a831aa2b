"""The plan's own period, as its title says it."""

from datetime import date
from typing import Final

from kehoach_parser.extract.citing.laws import read_law, triggers
from kehoach_parser.extract.deadlines.expression import LIMITS, Expression
from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.model import Period
from kehoach_parser.text.folding import lower
from kehoach_parser.text.patterns import pattern

_LOOKS_BACK: Final = pattern(
    r"tổng\skết|sơ\skết|kết\squả(?:\s(?:thực\shiện|triển\skhai))?(?:\s(?:nhiệm\svụ|kế\shoạch))?"
    r"|đánh\sgiá\s(?:tình\shình|công\stác)"
)
_LOOKS_AHEAD: Final = pattern(r"phương\shướng|nhiệm\svụ|triển\skhai|kế\shoạch")
CONFERENCE: Final = pattern(
    r"(?:hội\snghị|cuộc\shọp|phiên\shọp|buổi\s(?:làm\sviệc|họp))[^;]*?"
    r"\b(?:tổng\skết|sơ\skết|đánh\sgiá|triển\skhai|nhiệm\svụ|quán\striệt|phương\shướng)\b"
)
_CALENDAR: Final = frozenset(("lịch", "tuần"))
_YEARS: Final = pattern(r"(?:19|20)\d\d")
_FESTIVAL: Final = pattern(
    r"\b(?:tết|xuân|trung\sthu)\b[^,;.]{0,40}\Z|\b(?:du\slịch|cao\sđiểm)\shè\s(?:năm\s)?\Z"
)
_OTHER_YEAR: Final = pattern(
    r"[^.;]{0,60}\svà\s(?:(?!định\shướng|tầm\snhìn|giai\sđoạn|đến\s)[^.;]){0,60}?"
    r"\b(?:năm|vụ\s\w+)\s(?P<year>20\d\d)(?!\s?[-–]\s?\d)"
)
"""A second year that the plan is about: `vụ Đông 2026 và vụ Xuân 2027`."""
_HORIZON: Final = pattern(r"(?:định\shướng|tầm\snhìn|xét)(?:\s\w+){0,2}\s?\Z")
_OFFICE: Final = pattern(
    r"\b(?:bầu|ứng)\scử\b|\bhiệp\sthương\b|\bđại\sbiểu\s(?:quốc\shội|hội\sđồng|hđnd)\b|\bkỳ\shọp\sthứ\b"
    r"|\b(?:tổ\schức|phục\svụ|chào\smừng|hướng\stới|tiến\stới|tuyên\struyền)\s[^;]*?\bđại\shội\b"
)
"""An election, a session or a congress, whose `nhiệm kỳ` is that of those who are elected."""

_REACH: Final = 1000
"""How far before a time the words that decide about it may stand; no title is longer."""


def plan_period(text: str, offset: int) -> Period | None:
    """Return the period in a plan's title; `offset` is the title's place in the plan's text.

    A summary's title names the years of what it looks back on, that of a conference the years
    it is about, that of a festival's plan the festival's (`lễ hội xuân 2026`), that of a law's the
    law's (`Luật Đường bộ năm 2024`), that of one season of two the season's: none is the plan's.
    """
    line = text.replace("\n", " ")
    low = lower(line)
    laws = {law.end for place in triggers(line) if (law := read_law(line, *place))}
    several = len(set(_YEARS.findall(low))) > 1
    for expression in parse(low):
        before = low[max(expression.start - _REACH, 0) : expression.start]
        words = low[expression.start : expression.end]
        ahead = not (_HORIZON.search(before) or _FESTIVAL.search(before))
        of_office = words.startswith("nhiệm k") and _OFFICE.search(before)
        named = _names_years(expression, words) or _names_week(expression, before)
        if not (named and ahead) or of_office or _of_others(before):
            continue
        if expression.start - len(before) + len(before.rstrip()) in laws:
            continue
        if several and _has_sibling(low, expression, words):
            return None
        span = (offset + expression.start, offset + expression.end)
        start, end = _days(expression)
        words = text[expression.start : expression.end]
        return Period(start=start, end=end, text=words, span=span)
    return None


def _has_sibling(low: str, expression: Expression, words: str) -> bool:
    """Tell whether the title goes on with another year, so that neither is the plan's."""
    other = _OTHER_YEAR.match(low, expression.end)
    return other is not None and _YEARS.findall(words) != [other["year"]]


def _names_years(expression: Expression, words: str) -> bool:
    if expression.form == "school":
        return expression.limit is None and _YEARS.search(words) is not None
    return bool(expression.moments) and all(
        moment.year is not None and moment.unit is not Unit.DAY for moment in expression.moments
    )


def _names_week(expression: Expression, before: str) -> bool:
    """Tell whether days bound a calendar (`Lịch công tác tuần từ ngày 09/3 đến ngày 13/3/2026`)."""
    *others, last = expression.moments or (None,)
    if not (others and last and last.year and last.unit is Unit.DAY):
        return False
    return not _CALENDAR.isdisjoint(before.split())


def _of_others(before: str) -> bool:
    """Tell whether the years are those of a conference's topic, or what is looked back on."""
    if CONFERENCE.search(before):
        return True
    back = None
    for match in _LOOKS_BACK.finditer(before):
        back = match
    return back is not None and not _LOOKS_AHEAD.search(before, back.end())


def _days(expression: Expression) -> tuple[date | None, date | None]:
    if not expression.moments:
        return None, None
    year = expression.moments[-1].year or 0
    first, last = expression.moments[0].bounds(year), expression.moments[-1].bounds(year)
    start = first[0] if first else None
    end = last[1] if last else None
    if start and end and start > end:  # a week over the year's end
        start = start.replace(year=start.year - 1)
    return (None if expression.limit in LIMITS else start), end
