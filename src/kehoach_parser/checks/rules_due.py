"""DUE: deadlines and dates."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kehoach_parser.checks.rule import Hit, edit, hit, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.checks.wording import clipped
from kehoach_parser.extract.deadlines.workdays import working_day
from kehoach_parser.model import (
    Deadline,
    DeadlineKind,
    DeadlineRole,
    Modality,
    Severity,
    YearSource,
)
from kehoach_parser.text.folding import fold
from kehoach_parser.text.numerals import day_of
from kehoach_parser.text.patterns import pattern

_BINDING: Final = frozenset({DeadlineRole.DEADLINE, DeadlineRole.REPORT})
_LIMITS: Final = frozenset({Modality.BY, Modality.BEFORE})
_WRITTEN: Final = frozenset({None, YearSource.EXPLICIT, YearSource.SIBLING})
"""Years that the plan writes; a year that the parser has inferred proves nothing."""

_DATE: Final = pattern(
    r"""(?<![\d/.,\-])(?P<day>\d{1,2})
        (?: (?P<sep>[/.\-])(?P<month>\d{1,2})(?:(?P=sep)(?P<year>(?:19|20)\d\d))?
          | \s+tháng\s+(?P<month_word>\d{1,2})(?:\s+năm\s+(?P<year_word>(?:19|20)\d\d))? )
        (?![\d/\-%]|[.,]\d|\s*[A-ZĐ]{2})""",
    re.VERBOSE,
)
_DAY_WORD: Final = pattern(r"ngày\s+(?:\d{1,2}(?:/\d{1,2})?\s*(?:-|–|đến|và|,)\s*)?\Z")
_BEFORE: Final = 24  # characters before a date in which `ngày` may stand
_WEEKDAYS: Final = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "7": 5, "chủ nhật": 6,
}  # fmt: skip
_WEEKDAY: Final = pattern(
    r"""(?<!\w)(?:thứ\s(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ\snhật))
        \s?[,(]?\s?(?:ngày\s)?(?P<day>\d{1,2})
        (?: /(?P<month>\d{1,2})/(?P<year>20\d\d) | \stháng\s(?P<month_word>\d{1,2})
            \snăm\s(?P<year_word>20\d\d) )(?!\d)""",
    re.VERBOSE,
)
_BOUND: Final = pattern(
    r"""(?:hoàn\ thành|xong|gửi|nộp|báo\ cáo|trình|ban\ hành|thời\ hạn|thời\ gian)
        [^\n.;|]{0,60}?\s
        (?P<limit>(?:chậm\ nhất|muộn\ nhất|trước|không\ quá|đến\ hết|xong\ trước)
        \s(?:là\s|vào\s|đến\s|hết\s)?(?:ngày\s)?)
        (?P<day>\d{1,2})(?:/(?P<month>\d{1,2})/(?P<year>20\d\d)
        |\stháng\s(?P<month_word>\d{1,2})\snăm\s(?P<year_word>20\d\d))(?!\d)""",
    re.VERBOSE,
)
"""A day that binds by its words."""
_OVER: Final = pattern(r"(?<!\w)(?:đã|được|căn cứ|kết quả|tính)(?!\w)", re.IGNORECASE)
"""Words before a day that tell of what has been."""
_RANGE: Final = pattern(
    r"""(?<!\w)[Tt]ừ\s(?:ngày\s)?(?P<day1>\d{1,2})/(?P<month1>\d{1,2})(?:/(?P<year1>20\d\d))?
        \s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?
        (?P<day2>\d{1,2})/(?P<month2>\d{1,2})/(?P<year2>20\d\d)(?!\d)""",
    re.VERBOSE,
)
_SESSION: Final = pattern(r"(?:họp|hội nghị|lần|khóa|phiên|đại hội|số)\s\Z")
_NAMES: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LEAP: Final = 2000


@rule(
    "DUE001", "task-without-time", Severity.INFO,
    title=("Nhiệm vụ không nêu thời gian", "A task says no time"),
    message=("Không rõ thời gian: “{task}”", "No time: “{task}”"),
    why=("“5 rõ”: không có thời hạn thì không theo dõi được tiến độ.",
         "The “5 rõ” rule: without a time nobody can follow the task."),
    source="Phương châm “5 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả",
    fires=edit((" một cửa trước ngày 15/5/2026.", " một cửa.")),
    silent=edit((" một cửa trước ngày 15/5/2026.", " một cửa trong quý II năm 2026.")),
)  # fmt: skip
def task_without_time(subject: Subject) -> Iterator[Hit]:
    """Find tasks without a deadline, unless a section says the time of all (of a visit, say)."""
    if any(fold(section.heading).startswith("thời gian") for section in subject.plan.sections):
        return
    for task in subject.unclear("deadline", lambda clarity: clarity.time):
        yield hit(task.span, task=clipped(task.text))


@rule(
    "DUE002", "before-issue", Severity.WARNING,
    title=("Thời hạn trước ngày ban hành", "A deadline is before the date of issue"),
    message=("“{text}” là trước ngày ban hành {issued}",
             "“{text}” is before the date of issue {issued}"),
    why=("Không ai làm được việc đã quá hạn khi văn bản ra; thường là gõ nhầm năm hoặc chép từ kế"
         " hoạch cũ.",
         "Nobody can do what was due before the plan was issued; mostly the year is mistyped, or"
         " copied from an older plan."),
    fires=edit((", hoàn thành trước ngày 30/6/2026", ", hoàn thành trước ngày 30/6/2025")),
    silent=edit((", hoàn thành trước ngày 30/6/2026",
                 " đã hoàn thành trước ngày 30/6/2025, hoàn thành trước ngày 10/3/2026")),
)  # fmt: skip
def before_issue(subject: Subject) -> Iterator[Hit]:
    """Find deadlines with a written year that have passed on the day of issue.

    The parser takes a past day for history unless a register's column says that it is a
    deadline; here words that bind (`hoàn thành trước ngày …`) tell as much.
    """
    issued = subject.meta.issued_on
    if issued is None:
        return
    days = (found for found in _binding(subject) if found.kind is DeadlineKind.DATE)
    said = {found.span: found.due for found in days}
    for match in _BOUND.finditer(subject.plan.text):
        if (day := _day_of(match)) and not _OVER.search(match.string, *_line_head(match)):
            said.setdefault((match.start("limit"), match.end()), day)
    for span, due in sorted(said.items()):
        if due and due < issued:
            words = clipped(subject.plan.text[slice(*span)])
            yield hit(span, text=words, issued=f"{issued:%d/%m/%Y}")


def _day_of(match: re.Match[str], year: int | None = None) -> date | None:
    """Return the day that a match names, null where no calendar has it."""
    named = year or match["year"] or match["year_word"]
    return day_of(named, match["month"] or match["month_word"], match["day"])


def _line_head(match: re.Match[str]) -> tuple[int, int]:
    """Return the range of the line before a match."""
    return match.string.rfind("\n", 0, match.start()) + 1, match.start()


@rule(
    "DUE003", "day-off", Severity.INFO,
    title=("Thời hạn rơi vào ngày nghỉ", "A deadline falls on a day off"),
    message=("“{text}” ({weekday}) là ngày nghỉ", "“{text}” ({weekday}) is a day off"),
    why=("Thời hạn rơi vào ngày nghỉ cuối tuần hoặc ngày lễ thì kết thúc vào ngày làm việc tiếp"
         " theo; nên ghi thẳng ngày làm việc.",
         "A term that ends on a weekend or holiday ends on the next working day; better name it."),
    source="Bộ luật Dân sự 2015, Điều 148; Bộ luật Lao động 2019, Điều 112",
    fires=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước ngày 17/5/2026.")),
    silent=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước ngày 18/5/2026.")),
)  # fmt: skip
def day_off(subject: Subject) -> Iterator[Hit]:
    """Find last days (`trước`, `chậm nhất`) that are none of work; an event may be held then."""
    for found in _binding(subject):
        is_last = found.kind is DeadlineKind.DATE and found.modality in _LIMITS
        if is_last and found.due and working_day(found.due) != found.due:
            yield hit(found.span, text=clipped(found.text), weekday=_NAMES[found.due.weekday()])


@rule(
    "DUE004", "after-period", Severity.WARNING,
    title=("Thời hạn sau thời kỳ của kế hoạch", "A deadline is after the plan's period"),
    message=("“{text}” là sau thời kỳ của kế hoạch ({period})",
             "“{text}” is after the plan's period ({period})"),
    why=("Nhiệm vụ của kế hoạch phải xong trong thời kỳ của kế hoạch; báo cáo tổng kết thì có thể"
         " muộn hơn.",
         "A plan's tasks end within its period; only a final report may come later."),
    fires=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước ngày 15/5/2027.")),
    silent=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước ngày 31/12/2026.")),
)  # fmt: skip
def after_period(subject: Subject) -> Iterator[Hit]:
    """Find the last days of tasks, reports apart, with a written year beyond the period's end."""
    period = subject.meta.period
    if period is None or period.end is None:
        return
    tasks = {name for task in subject.plan.tasks for name in task.deadlines}
    for found in _binding(subject):
        late = found.due is not None and found.due > period.end
        is_day = found.kind is DeadlineKind.DATE and found.role is DeadlineRole.DEADLINE
        if late and is_day and found.id in tasks:
            yield hit(found.span, text=clipped(found.text), period=period.text)


@rule(
    "DUE005", "no-such-day", Severity.ERROR,
    title=("Ngày không có trong lịch", "There is no such day"),
    message=("Không có ngày {text}", "There is no day {text}"),
    why=("30/02 hay 31/4 không có trong lịch; chắc chắn là gõ nhầm.",
         "30 February or 31 April are in no calendar; they are slips."),
    fires=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước ngày 30/02/2027.")),
    silent=edit((" một cửa trước ngày 15/5/2026.", " một cửa tại 31/4 điểm trước ngày 31/8/2026.")),
)  # fmt: skip
def no_such_day(subject: Subject) -> Iterator[Hit]:
    """Find days and months that no calendar has; without a year only behind `ngày`."""
    text = subject.plan.text
    for match in _DATE.finditer(text):
        year = match["year"] or match["year_word"]
        called = _DAY_WORD.search(text, max(0, match.start() - _BEFORE), match.start())
        if (year or called) and not _day_of(match, None if year else _LEAP):
            yield hit(match.span(), text=match[0])


@rule(
    "DUE006", "weekday-wrong", Severity.WARNING,
    title=("Thứ và ngày không khớp", "The weekday does not fit the date"),
    message=("{text}: ngày này là {weekday}", "{text}: that day is {weekday}"),
    why=("Người dự họp sẽ đến nhầm ngày.", "People will come on the wrong day."),
    fires=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước thứ Hai, ngày 15/5/2026.")),
    silent=edit((" một cửa trước ngày 15/5/2026.", " một cửa trước thứ Sáu, ngày 15/5/2026,"
                 " sau kỳ họp thứ 7 ngày 27/6/2025.")),
)  # fmt: skip
def weekday_wrong(subject: Subject) -> Iterator[Hit]:
    """Find a weekday beside a whole date that falls on another one."""
    folded = fold(subject.plan.text)
    for match in _WEEKDAY.finditer(folded):
        if _SESSION.search(folded, max(0, match.start() - _BEFORE), match.start()):
            continue  # `kỳ họp thứ 7` is a number
        day = _day_of(match)  # of one that no calendar has DUE005 tells
        if day and _WEEKDAYS[match["name"] or match["sunday"]] != day.weekday():
            words = subject.plan.text[slice(*match.span())]
            yield hit(match.span(), text=words, weekday=_NAMES[day.weekday()])


@rule(
    "DUE007", "ends-before-start", Severity.ERROR,
    title=("Khoảng thời gian kết thúc trước khi bắt đầu", "A period ends before it starts"),
    message=("“{text}”: kết thúc {end} trước khi bắt đầu {start}",
             "“{text}” ends {end}, before it starts {start}"),
    why=("Một trong hai ngày gõ nhầm.", "One of the days is mistyped."),
    fires=edit((" một cửa trước ngày 15/5/2026.", " một cửa từ ngày 15/6/2026 đến ngày"
                " 15/5/2026.")),
    silent=edit((" một cửa trước ngày 15/5/2026.", " một cửa từ ngày 15/5/2026 đến ngày"
                 " 15/6/2026.")),
)  # fmt: skip
def ends_before_start(subject: Subject) -> Iterator[Hit]:
    """Find a range of whole days whose last is before its first."""
    for match in _RANGE.finditer(subject.plan.text):
        start, end = _end(match, "1"), _end(match, "2")
        if start and end and end < start:
            yield hit(match.span(), text=clipped(match[0]), start=f"{start:%d/%m/%Y}",
                      end=f"{end:%d/%m/%Y}")  # fmt: skip


def _end(match: re.Match[str], side: str) -> date | None:
    """Return one day of a range; the first may leave its year to the last."""
    if match["year1"] is None and match["month1"] != match["month2"]:
        return None  # a range over the turn of the year
    return day_of(
        match["year" + side] or match["year2"], match["month" + side], match["day" + side]
    )


def _binding(subject: Subject) -> Iterator[Deadline]:
    """Yield the deadlines and reports whose year is written."""
    for found in subject.plan.deadlines:
        if found.role in _BINDING and found.year_source in _WRITTEN:
            yield found
