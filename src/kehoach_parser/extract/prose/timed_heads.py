"""Times that a heading or a lead-in sets for what stands below it (`Tháng 9/2025:`)."""

from typing import Final

from kehoach_parser.extract.drafts import Stretch
from kehoach_parser.extract.prose.contexts import Reading, ends_in_colon
from kehoach_parser.extract.roles.times import says_when
from kehoach_parser.text.patterns import pattern

_TIMED: Final = pattern(
    r"(?:(?:công tác|nhiệm vụ|công việc|hoạt động|chủ điểm|chủ đề|kế hoạch)\s"
    r"(?:trọng tâm\s)?(?:của\s)?)?"
    r"(?:(?:tháng|quý|tuần|ngày)\s(?:\d|[ivx]+\b|thứ\b|cuối\b|đầu\b)|t\d{1,2}/|\d\d?\stháng\s[đc])"
)
"""How a heading begins that is a time; a stage (`Giai đoạn 1 (…)`) has its own, not its tasks."""

_STAGE: Final = pattern(r"(?:bước|đợt)\s(?:\d{1,2}|[ivx]{1,4})\s*:\s*")
"""A stage before the time that is all its line says (`Bước 1: Từ nay đến ngày 15/4/2026`)."""

_LONGEST: Final = 120
"""Characters up to which a paragraph is a heading of what stands below it."""


def hand_times(reading: Reading) -> None:
    """Give each task the place of the nearest heading above it that names a time.

    The times there count for the tasks that name none of their own.
    """
    heads = {item.section: number for number, item in enumerate(reading.items) if item.head}
    timed = {
        number: (item.start, item.end)
        for number, item in enumerate(reading.items)
        if _is_timed(reading, number)
    }
    for number, draft in reading.drafts.items() if timed else ():
        draft.time_above = _above(reading, number, heads, timed)


def _is_timed(reading: Reading, number: int) -> bool:
    item = reading.items[number]
    if number in reading.drafts or item.end - item.start > _LONGEST:
        return False
    if not (item.head or item.below):
        return False
    stage = _STAGE.match(reading.copy.low, item.start, item.end)
    begin = stage.end() if stage else item.start
    if says_when(reading.copy, begin, item.end):
        return True
    if not (item.head or ends_in_colon(reading.copy, item)):
        return False
    return _TIMED.match(reading.copy.low, item.start, item.end) is not None


def _above(
    reading: Reading, number: int, heads: dict[int, int], timed: dict[int, Stretch]
) -> Stretch | None:
    """Return the nearest of the timed paragraphs above a task, null for none."""
    item = reading.items[number]
    while item.parent >= 0 and not item.head:
        if item.parent in timed:
            return timed[item.parent]
        item = reading.items[item.parent]
    section = item.section
    while section >= 0:
        head = heads.get(section, -1)
        if head in timed:
            return timed[head]
        section = reading.outline.parents[section]
    return None
