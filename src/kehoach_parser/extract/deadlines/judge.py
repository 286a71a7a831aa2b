"""Whether a time expression binds somebody or bounds the plan, and in which role.

A document has many more dates than deadlines: cited documents, statistics, names of programmes.
What has a limit word and lies ahead is a deadline; a bare stretch needs a sign around it. In a
column of times the header is that sign.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from kehoach_parser.extract.deadlines import frequency, habits
from kehoach_parser.extract.deadlines.case import DIRECTING, DUTY, LABEL, TOLD, TURN, Case
from kehoach_parser.extract.deadlines.expression import LIMITS
from kehoach_parser.extract.deadlines.forecasts import is_forecast
from kehoach_parser.extract.deadlines.lateness import lies_behind
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.extract.deadlines.period import CONFERENCE
from kehoach_parser.extract.deadlines.years import own_school_year, role_of_years
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.model import DeadlineRole, Modality, SectionKind
from kehoach_parser.segment.structure import Zone
from kehoach_parser.text.patterns import pattern

_STANDING: Final = pattern(r"[\s-]*(?:nhiệm\svụ|công\sviệc|hoạt\sđộng|việc)\s")
_REPORTED: Final = pattern(r"báo\scáo|số\sliệu|thống\skê")
_LOOKED_INTO: Final = pattern(
    r"\b(?:mốc|thời\shiệu|niên\sđộ)\s(?:thời\sgian|kiểm\stra|giám\ssát)\b"
)
"""The label of the stretch that an inspection looks into (`Mốc thời gian kiểm tra: từ …`)."""

_OCCASION: Final = pattern(r"nhân\s(?:dịp|ngày|kỷ)[^,.;|]{0,60}\Z")
_IN_FORCE: Final = pattern(
    r"(?:có|hết|còn)\shiệu\slực[^.;|]{0,30}\Z|hiệu\slực\s(?:thi\shành\s)?\Z"
    r"|(?:ra\sđời|được\sthành\slập)\s\Z"
)
_BORN: Final = pattern(
    r"(?:\A|[^\w\s]\s?|\b(?:trẻ|em|người|dân|nam|nữ|cháu|được|học\ssinh)\s)sinh\s\Z"
)
_COMPARED: Final = pattern(r"(?:tính|so\svới|lũy\skế)(?:\s\w+){0,2}\s?\Z")
_ISSUED: Final = pattern(
    r"(?:(?<!\blần\s)(?<!\bđợt\s)(?<!\bvòng\s)\d|[\w/]-\w+|/\w+|ngày|số|ký|ban\shành)\s*,?\s*(?:ngày\s)?\Z"
)
_SAME_DAYS: Final = pattern(
    r"(?:\d|lịch|giêng|chạp|tết)\s?[(,]\s?(?:tức|nhằm)\s(?:(?:là|ngày|từ|mùng|\d\d?)[,\s-]+)*\Z"
)
"""The lunar days of those before: `(nhằm ngày 12, 13 tháng 8 âm lịch)`."""

_COUNTED: Final = pattern(
    r"(?::|thời\sgian|trong)\s(?:\w+\s)?(?:\d/)?\d{1,2}\s(?:ngày[,:]?\s\(?)?\Z"
)
_REVIEWED: Final = pattern(r"(?:sơ|tổng)\skết\s[^.;:]{0,60}\Z")
_LIMITED: Final = pattern(r"\s\(?(?:gửi\s|nộp\s)?(?:trước|chậm\snhất|muộn\snhất)\s(?:ngày|là|\d)")
"""A limit after a bare stretch, which then says what is due: `báo cáo quý II trước ngày 15/6`."""
_NAMED: Final = pattern(
    r"báo\scáo|kết\squả|dự\stoán|chỉ\ssố|lương|số\sliệu|cách\smạng"
    r"|(?:nhiệm\svụ|trọng\stâm|kế\shoạch(?:\scông\stác|\shoạt\sđộng)?|hội\snghị|họp"
    r"|(?:định|thường)\skỳ)\s\Z"
)
_AT_MEETING: Final = pattern(
    r"\b(?:trong|tại|vào)\s(?:các\s)?(?:(?:kỳ|buổi|cuộc|phiên)\s)?(?:sinh\shoạt|họp)(?:\s(?:chi\sbộ"
    r"|đảng|chi\sđoàn|chi\shội|tổ|định\skỳ|thường\skỳ|lệ))*\s\Z"
)
"""A meeting that falls in a month and has something done at it (`trong sinh hoạt định kỳ`)."""

_HOLIDAY: Final = pattern(r"\b(?:lễ|dịp|nghỉ)\s\Z")
_HOLIDAYS: Final = pattern(r"30/0?4\s?(?:[-–,+]|và)\s?0?1/0?5(?!/)\Z")
_ANNIVERSARY: Final = pattern(r"kỷ\sniệm|chào\smừng|ngày\s(?:sinh|thành\slập|truyền\sthống)")
_LIMIT_OF_DAY: Final = pattern(r"(?:chậm|muộn|hạn|xong|hết|đến\shết|không|sau\s\d\d/)")
_ONLY_ALONE: Final = ("bare", "whole", "numbered")  # forms that must fill their cell (`05 ngày`)
_IN_CASE: Final = pattern(r"\bđối\svới\s(?:\w+\s)?trường\shợp\b[^,.;:]{0,60}\Z")
_THEN_LIMIT: Final = pattern(r"[^,.;:]{0,40}\s(?:trước|(?:chậm|muộn)\snhất)\s")
"""`Đối với trường hợp nghỉ trong quý I hồ sơ gửi trước ngày …`: the first time tells the case."""
_SMALL: Final = ("week", "decade")  # forms that name nothing but a time
_FAR: Final = 160
_SOON: Final = timedelta(days=200)
"""Within what time a day without its year is one to come, not of next year."""

_OF_A_DAY: Final = (" ngày", " buổi", " giờ", " thời gian", " thời hạn", " số ", " tổng ")
"""What a part is of (`Thời gian: 1/2 ngày`, `không quá 2/3 thời gian quy định`)."""

_SAYS_DAY: Final = pattern(r"\b(?:sáng|chiều|tối|đêm|trưa|buổi|dịp|thứ|chủ\snhật)\s")
"""Words with which numbers are a day (`vào chiều thứ Sáu (13/3)`)."""

_PARTS_OF_DAY: Final = ("sáng ", "chiều ", "tối ", "đêm ", "trưa ", "buổi ")
_JUBILEE: Final = 5
"""Years after which a day is kept again."""

_ATTACHED: Final = pattern(r"\(\s?(?:ban\shành\s(?:kèm\s)?theo|kèm\stheo|đính\skèm)\s")
_HELD: Final = pattern(r"[^.;|\n]{0,150}?\b(?:đã|vừa)\s(?!được|có|nêu|giao|ký|đăng)")
_BY_WHOM: Final = pattern(
    r"\([^()]*\b(?:chủ\strì|phối\shợp|thực\shiện|phụ\strách|hoàn\sthành|tham\smưu)\b[^()]*[,;]\s\Z"
)
"""In brackets after who does it: `(Sở A chủ trì; Sở B phối hợp; quý II/2026)`."""
_FORESEEN: Final = ("dự kiến ", "dự kiến: ")
_BY_SCHEDULE: Final = ("theo kế hoạch, ", "theo lộ trình, ", "theo dự kiến, ", "dự kiến, ")
"""What announces a time to come: `Theo kế hoạch, tháng 9/2026, tiến hành …`."""
_TURNS: Final = pattern(
    r"\b\d{1,2}\s(?:đợt|lần|kỳ|lớp|buổi|hội\snghị)\s?:\s(?:[^.;:()]{0,40}(?:,|\svà)\s)?\Z"
)
"""How often, before the times: `02 đợt: tháng 3 và tháng 7`."""
_WILL: Final = pattern(r"\A\W*(?:\Z|\|)|\A\s?[:(]|\b(?:sẽ|dự\skiến|phải)\b")
"""What makes a day that opens a sentence of an article one to come, or the label of a point."""

_CLOSES: Final = frozenset(("", ".", ";", "\n"))
"""What may stand behind a time that closes its clause (`Giám sát …, tháng 8/2026.`)."""

_OUTSIDE: Final = frozenset((Zone.HEADER, Zone.FOOT))

_LAST_HOUR: Final = pattern(r"\bhạn\s[^.;|]{0,60}\Z")


def role(case: Case) -> DeadlineRole | None:
    """Return the role of an expression, null for what is no deadline."""
    place = case.place
    if place.column_head:
        return None
    if place.title:
        return _of_title(case)
    if place.zone in _OUTSIDE or _ATTACHED.match(case.low, place.opens):
        return None
    return _of_column(case) if place.column and place.column.is_time else _of_prose(case)


def _of_prose(case: Case) -> DeadlineRole | None:
    test = _TESTS.get(case.expression.form)
    if test and case.expression.form == "clock":
        return DeadlineRole.EVENT if test(case) else None
    if test:
        held = DeadlineRole.PERIOD if own_school_year(case) else case.usual_role()
        return held if test(case) else None
    if any(moment.unit is Unit.YEAR for moment in case.expression.moments):
        return role_of_years(case)
    return _of_days(case)


def _of_title(case: Case) -> DeadlineRole | None:
    frame, value = case.frame, case.value
    if case.expression.form == "school":
        return DeadlineRole.PERIOD if frame.school else None
    known = frame.start or frame.end
    if known and case.expression.moments and (value.start, value.due) == (frame.start, frame.end):
        return DeadlineRole.PERIOD
    return _limit_in_title(case)


def _limit_in_title(case: Case) -> DeadlineRole | None:
    """Judge `hoàn thành … trước ngày 15/8` in a title, above all in an article's headline."""
    by_day = case.expression.moments and case.expression.moments[-1].unit is Unit.DAY
    limited = case.expression.limit in LIMITS
    if not (by_day and limited) or case.after_citation or case.past(case.value.due):
        return None
    return case.usual_role()


def _of_column(case: Case) -> DeadlineRole | None:
    if case.expression.form in _ONLY_ALONE:
        return case.usual_role() if case.place.alone else None
    if case.expression.moments and _is_lunar_twin(case):
        return None
    if case.expression.form == "often" and not (habits.often(case) or _is_standing(case)):
        return None
    is_event = case.expression.clock and not (case.place.column and case.place.column.is_limit)
    return DeadlineRole.EVENT if is_event else case.usual_role()


def _is_standing(case: Case) -> bool:
    """Tell whether a cell only says `nhiệm vụ thường xuyên`; in prose that names a kind of duty."""
    return _STANDING.fullmatch(case.low, case.place.opens, case.expression.start) is not None


def _of_days(case: Case) -> DeadlineRole | None:
    """Judge days, weeks, months, quarters and halves."""
    expression, value = case.expression, case.value
    if _is_lunar_twin(case) or _HOLIDAYS.match(case.words) or _is_jubilee(case):
        return None  # the lunar days of those before; `Lễ 30/4 - 01/5`; `(26/3/1931 - 26/3/2026)`
    if _OCCASION.search(case.place.before):
        return DeadlineRole.EVENT
    looks_back = _REPORTED.search(case.place.before[-_FAR:]) or _LOOKED_INTO.search(case.line)
    if expression.form == "range" and looks_back:
        return DeadlineRole.REPORT
    goes_on = value.due is None and value.end > expression.end  # `và các năm tiếp theo`
    if (not goes_on and lies_behind(case)) or case.told or _is_of_something(case):
        return None
    bare = expression.limit in {None, Modality.ON}
    if bare and (_is_story(case) or not _bare_binds(case)):
        return None
    is_event = bare and expression.clock and not _LAST_HOUR.search(case.line)
    return DeadlineRole.EVENT if is_event else case.usual_role()


def _is_lunar_twin(case: Case) -> bool:
    """Tell whether only the lunar day of the one before is given: `23/02/2026 (mùng 7 Tết)`."""
    if "(" not in case.near:
        return False
    if case.expression.moments[0].unit is Unit.LUNAR and case.near.rstrip("( ")[-1:].isdigit():
        return case.near.rstrip().endswith("(")
    return _SAME_DAYS.search(case.near) is not None


def _is_story(case: Case) -> bool:
    """Tell whether a day opens the sentence of a story that tells what was done on it."""
    return case.frame.news and case.opens and not _WILL.search(case.place.after)


def _is_of_something(case: Case) -> bool:
    """Tell whether the words make it a date of validity, of comparison, of history, or a ratio."""
    near = case.near
    if _IN_FORCE.search(near) or _COMPARED.search(near) or _BORN.search(near):
        return True
    after = case.place.after
    before = case.place.before
    if "trường hợp " in before and _THEN_LIMIT.match(after) and _IN_CASE.search(before):
        return True
    told = TOLD.match(after) or is_forecast(after.lstrip())
    return bool(told) or _is_history(case) or _is_ratio(case)


def _is_history(case: Case) -> bool:
    """Tell whether a bare time is an anniversary's, a conference topic's, or of what was held."""
    if case.expression.limit is not None:
        return False
    held = case.opens and _HELD.match(case.low, case.value.end)
    before = case.place.before[-_FAR:]
    kept = _ANNIVERSARY.search(before) and not case.words.startswith(_PARTS_OF_DAY)
    return bool(held or kept or CONFERENCE.search(before))


def _is_jubilee(case: Case) -> bool:
    """Tell whether a stretch is a day and its jubilee (`26/3/1931 - 26/3/2026`)."""
    start, due = case.value.start, case.value.due
    if start is None or due is None or due.year - start.year < _JUBILEE:
        return False
    return (start.month, start.day) == (due.month, due.day)


def _is_ratio(case: Case) -> bool:
    """Tell whether `2/3` has nothing that makes it a day: no `ngày`, no year, no limit of a day."""
    expression = case.expression
    moment = expression.moments[-1]
    if moment.unit is not Unit.DAY or len(expression.moments) > 1 or "ngày" in case.words:
        return False
    if moment.year is None and case.place.after.startswith(_OF_A_DAY):
        return True
    if case.words.startswith("từ ") and (moment.first != moment.last or _goes_on(case)):
        return False  # `từ 11 - 16/5`, `từ 16/10.`
    if _SAYS_DAY.search(case.words) or case.joined or TURN.search(case.line):
        return False
    if moment.year or "tháng" in case.words or expression.limit is Modality.BEFORE:
        return False
    marked = case.line.rstrip().endswith(":") or case.enclosed
    return not (marked or _LIMIT_OF_DAY.match(case.words))


def _goes_on(case: Case) -> bool:
    """Tell whether a clause ends or a verb follows, not what a ratio counts (`từ 2/3 số hộ`)."""
    return case.closes or sort_at(case.place.after, 1) == "verb"


def _bare_binds(case: Case) -> bool:
    """Tell whether the words around a bare stretch say that something is to be done then."""
    expression = case.expression
    is_day = expression.moments[0].unit is Unit.DAY
    if _is_dated(case):
        return False
    timed = case.place.timed and case.place.column is None
    if _labelled(case) or case.enclosed or timed or _is_set_off(case) or _lies_ahead(case):
        return True
    if case.frame.reference and (case.heads or case.leads or case.place.alone):
        return True
    if expression.limit is Modality.ON or expression.clock or expression.form in _SMALL:
        return not case.after_citation or _is_set_for(case)
    done = DUTY.search(case.line) or _AT_MEETING.search(case.line)
    acts = done is not None and not _names_something(case)
    if not (acts or _is_part_of_day(case)):
        return False
    return not is_day or not case.after_citation


def _is_set_for(case: Case) -> bool:
    """Tell whether `vào` sets a day to come, which dates no document cited before it."""
    return case.words.startswith("vào ") and case.ahead(case.value.due)


def _lies_ahead(case: Case) -> bool:
    """Tell whether a day after the plan's own stands where work is directed.

    Without its year it ends its clause (`Họp phụ huynh ngày 12/3.`).
    """
    moment = case.expression.moments[-1]
    full = moment.unit is Unit.DAY and "ngày" in case.words
    known = full and (moment.year is not None or _is_soon(case))
    ahead = known and case.place.kind in DIRECTING and case.ahead(case.value.due)
    return ahead and not (case.after_citation or case.near.rstrip().endswith(","))


def _is_soon(case: Case) -> bool:
    """Tell whether a day without its year ends its clause and comes soon after the plan."""
    day, reference = case.value.due, case.frame.reference
    after = case.place.after
    closes = case.closes or (after.startswith(" và ") and after[4:5].isdigit())
    return bool(closes and day and reference and day - reference < _SOON)


def _is_set_off(case: Case) -> bool:
    """Tell whether turns (`Đợt 1: …`), who does it in brackets or another day stand before."""
    start = case.expression.start
    before = case.low[max(case.place.opens, start - _FAR) : start]  # a `;` ends no bracket
    by_whom = before.endswith((", ", "; ")) and _BY_WHOM.search(before)
    if by_whom or before.endswith(_BY_SCHEDULE):
        return True
    if case.joined or _stands_apart(case):
        return True
    return bool(TURN.search(case.line) or (":" in case.line and _TURNS.search(case.line)))


def _stands_apart(case: Case) -> bool:
    """Tell whether a time to come alone stands behind the comma that ends a clause of work."""
    apart = case.near.endswith(", ") and case.place.after[:1] in _CLOSES
    dated = apart and case.place.kind in DIRECTING and case.expression.moments[-1].year is not None
    return dated and case.ahead(case.value.due)


def _is_part_of_day(case: Case) -> bool:
    """Tell whether a part of a day stands where work or an event is planned (`chiều 04/9`)."""
    planned = case.place.kind in DIRECTING or case.place.kind is SectionKind.SCOPE
    return planned and case.words.startswith(_PARTS_OF_DAY)


def _labelled(case: Case) -> bool:
    """Tell whether it stands after a label of time, or alone after any label: `Họp báo: ngày …`."""
    if LABEL.search(case.line):
        return True
    labelled = case.line.rstrip().removesuffix(" các").endswith(":")
    return labelled and case.closes


def _names_something(case: Case) -> bool:
    """Tell whether a bare stretch is part of a name: `báo cáo quý I`, `sơ kết 6 tháng đầu năm`."""
    named = _NAMED.search(case.near) and not _AT_MEETING.search(case.line)
    if named or _HOLIDAY.search(case.near):
        return True
    moment = case.expression.moments[0]
    looked_at = moment.unit is Unit.HALF or (moment.unit is Unit.MONTH and moment.year is None)
    return looked_at and _REVIEWED.search(case.near) is not None


def _is_dated(case: Case) -> bool:
    """Tell whether a bare day is when a document was issued; `01 ngày, ngày 20/3` is not.

    A stretch right before a limit says what is due, not when: `báo cáo quý II trước ngày 15/6`;
    a day that is foreseen is one beside its limit (`Dự kiến ngày 05/3 (chậm nhất ngày 10/3)`).
    """
    expression = case.expression
    is_day = expression.moments[0].unit is Unit.DAY
    if expression.limit is not None or case.joined or _COUNTED.search(case.line):
        return False
    foreseen = is_day and case.near.endswith(_FORESEEN)
    limited = not foreseen and _LIMITED.match(case.place.after.removeprefix(":"))
    if case.near.endswith("ngày ") or limited:
        return True
    return is_day and not expression.clock and _ISSUED.search(case.near) is not None


_TESTS: Final[dict[str, Callable[[Case], bool]]] = {
    "often": habits.often, "every": frequency.repeated, "quota": frequency.counted,
    "periodic": habits.made, "daily": habits.always,
    "hourly": frequency.counted, "weekly": habits.always,
    "weekday": habits.each_week, "monthday": habits.each_month,
    "weekdays": habits.on_weekdays, "reports": habits.of_reports,
    "yearly": habits.always,
    "monthly": habits.always, "quarterly": habits.always, "semesters": habits.of_term,
    "tenure": habits.of_tenure, "review": habits.reviewed, "term": habits.awaited,
    "bare": habits.bare_term,
    "hours": habits.awaited, "event": habits.on_event, "condition": habits.on_event,
    "adhoc": habits.on_event,
    "this": habits.this_year, "partial": habits.part_of_year, "school": habits.school_year,
    "season": habits.on_event, "tet": habits.festival, "until": habits.from_now,
    "clock": habits.alone, "whole": habits.alone, "numbered": habits.bracketed,
    "deferred": habits.always, "loose": habits.labelled,
}  # fmt: skip
"""The test of each form that no calendar stretch decides."""
