"""Whether a time expression binds somebody or bounds the plan, and in which role.

A document has many more dates than deadlines: cited documents, statistics, names of programmes.
What has a limit word and lies ahead is a deadline; a bare stretch needs a sign around it.
"""

import re
from datetime import date
from typing import Final

from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.frame import Timeframe
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.extract.deadlines.normal import Normal
from kehoach_parser.extract.deadlines.places import Place, Places
from kehoach_parser.model import DeadlineKind, DeadlineRole, Modality, SectionKind
from kehoach_parser.segment.structure import Zone

_REPORT: Final = re.compile(r"báo\scáo|số\sliệu|sơ\skết|tổng\skết|thống\skê")
_EVENT: Final = re.compile(
    r"hội\snghị|phát\ssóng|cuộc\shọp|tổ\schức\s(?:hội|lễ|cuộc|kiểm|đợt|lớp)|diễn\sra|khai\smạc|nhân\s(?:dịp|ngày|kỷ)"
    r"|thời\sgian\s(?:kiểm|tổ\schức|làm|họp|thi|diễn)|buổi|kiểm\stra:"
)
_LABEL: Final = re.compile(
    r"(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|hạn|ngày|lịch|hoàn\sthành)[^.;|]{0,60}\Z"
)
_DUTY: Final = re.compile(
    r"(?:hoàn\sthành|xong|tổ\schức|ban\shành|triển\skhai|thực\shiện|trình|gửi|nộp|diễn\sra|khai\smạc|bắt\sđầu"
    r"|kiểm\stra|phát\ssóng|áp\sdụng|đưa)[^.;|]{0,60}\Z"
)
_OCCASION: Final = re.compile(r"nhân\s(?:dịp|ngày|kỷ)[^,.;|]{0,60}\Z")
_IN_FORCE: Final = re.compile(r"(?:hiệu\slực|có\shiệu\slực|sinh|thành\slập|ra\sđời)[^.;|]{0,30}\Z")
_HORIZON: Final = re.compile(r"(?:định\shướng|tầm\snhìn|tính|so\svới)(?:\s\w+){0,2}\s?\Z")
_PROGRAMME: Final = re.compile(
    r"chiến\slược|chương\strình|quy\shoạch|đề\sán|dự\sán\s|nghị\squyết|chỉ\sthị|quyết\sđịnh|kết\sluận|phương\sán"
    r"|nghị\sđịnh|công\svăn|thông\stư|văn\skiện|đại\shội"
)
_TARGET: Final = re.compile(
    r"phấn\sđấu|đạt|mục\stiêu|chỉ\stiêu|bảo\sđảm|đảm\sbảo|hoàn\sthành|thực\shiện"
)
_PLAN: Final = re.compile(
    r"kế\shoạch(?!\s(?:số|\d|này|phát\striển\skinh|đầu\stư|vốn))|chương\strình\shành\sđộng(?!\ssố)"
)
_OF_OTHERS: Final = re.compile(r"(?:về|về\sviệc|phê\sduyệt|kèm)\s(?:ban\shành\s)?\Z")
_ACTIVITY: Final = re.compile(r"(?:tổ\schức|thực\shiện|xây\sdựng|triển\skhai|phát\sđộng)\s")
_NAMES: Final = re.compile(
    r"báo\scáo|dự\stoán|chỉ\stiêu|chỉ\ssố|điều\stra|kinh\sphí|ngân\ssách|kết\squả|đại\shội|tổng\skết|so\svới|vốn"
    r"|công\snhận|từ\snăm|cuối\snăm|đầu\snăm|nghị\squyết|chương\strình\s(?:mục|xây|tổng|phát)|mức|giá\strị"
)
_RATE: Final = re.compile(r"(?:bình\squân|tăng|giảm|trung\sbình|tỷ\slệ|tốc\sđộ)(?:\s\w+){0,3}\s\Z")
_NOUN: Final = re.compile(
    r"chỉ\ssố|thi\sđua|khen\sthưởng|dự\stoán|ngân\ssách|kinh\sphí|theo\skế\shoạch|phát\striển\skinh\stế|thời\ssự"
    r"|số\slượng|danh\shiệu|kết\squả|tiêu\schí|học\ssinh|hồ\ssơ|nguồn|mức"
)
_MAKING: Final = re.compile(
    r"kế\shoạch|đánh\sgiá|báo\scáo|kiểm\stra|sơ\skết|rà\ssoát|tổ\schức|công\sbố|cập\snhật|định\skỳ|tổng\shợp"
    r"|thực\shiện|công\skhai|phát\ssóng|xây\sdựng|giao\sban|họp|đối\sthoại"
)
_CONSTANT: Final = re.compile(
    r"(?:chi|kinh\sphí|nhiệm\svụ|hoạt\sđộng|không|sự\snghiệp|vốn|ngân\ssách|ủy\sviên|là|việc\slàm|trợ\scấp|công\sviệc"
    r"|cư\strú|người|đầu\stư)\s\Z"
)
_NEAR: Final = 60


class Judge:
    """Gives roles to expressions; holds what is the same for a whole document."""

    def __init__(self, low: str, frame: Timeframe, places: Places) -> None:
        """Keep the text, the plan's frame and the places."""
        self._low = low
        self._frame = frame
        self._places = places

    def role(self, expression: Expression, value: Normal, place: Place) -> DeadlineRole | None:
        """Return the role, null for what is no deadline."""
        if self._places.cited(expression.start, expression.end) or place.column_head:
            return None
        if place.title:
            return self._of_title(expression, value)
        if place.zone is Zone.HEADER:
            return None
        if place.column and place.column.is_time:
            return self._of_column(expression, place)
        if expression.form in _TESTS:
            return (
                self._usual(place)
                if _TESTS[expression.form](self, expression, value, place)
                else None
            )
        if any(moment.unit is Unit.YEAR for moment in expression.moments):
            return self._of_years(expression, value, place)
        return self._of_days(expression, value, place)

    def _of_title(self, expression: Expression, value: Normal) -> DeadlineRole | None:
        is_period = (value.start, value.due) == (self._frame.start, self._frame.end)
        known = self._frame.start or self._frame.end or self._frame.school
        return (
            DeadlineRole.PERIOD
            if known
            and is_period
            and expression.moments
            or (self._frame.school and expression.form == "school")
            else None
        )

    def _of_column(self, expression: Expression, place: Place) -> DeadlineRole:
        if expression.clock or expression.form == "clock":
            return DeadlineRole.EVENT
        return self._usual(place)

    def _usual(self, place: Place) -> DeadlineRole:
        around = place.before[-160:] + " " + place.after
        if _REPORT.search(around) or place.kind is SectionKind.REPORTING:
            return DeadlineRole.REPORT
        if _EVENT.search(place.before[-160:]):
            return DeadlineRole.EVENT
        return DeadlineRole.DEADLINE

    def _past(self, day: date | None) -> bool:
        reference = self._frame.reference
        return bool(day and reference and day < reference)

    def _of_days(self, expression: Expression, value: Normal, place: Place) -> DeadlineRole | None:
        """Judge days, weeks, months, quarters and halves."""
        before = place.before
        near = before[-_NEAR:]
        if _OCCASION.search(before):
            return DeadlineRole.EVENT
        if expression.form == "range" and _REPORT.search(before[-160:]):
            return DeadlineRole.REPORT
        if self._past(value.due or value.start) or _IN_FORCE.search(near) or _HORIZON.search(near):
            return None
        bare = expression.limit in {None, Modality.ON}
        if expression.form == "loose":
            return None
        if bare and not self._labelled(expression, place):
            return None
        if expression.clock and bare:
            return DeadlineRole.EVENT
        return self._usual(place)

    def _labelled(self, expression: Expression, place: Place) -> bool:
        """Tell whether the words before a bare stretch say that something is to be done then."""
        before = place.before
        line = self._low[place.opens : expression.start][-_NEAR:]
        if _LABEL.search(line):
            return True
        if expression.limit is Modality.ON or expression.clock or expression.form == "week":
            return not self._after_citation(expression, place)
        if expression.moments and expression.moments[0].unit is Unit.DAY:
            return bool(_DUTY.search(before)) and not self._after_citation(expression, place)
        return bool(_DUTY.search(before) and not _NAMES.search(before[-_NEAR:])) or place.alone

    def _after_citation(self, expression: Expression, place: Place) -> bool:
        begin = expression.start - len(place.before)
        return self._places.last_citation(begin, expression.start) is not None

    def _of_years(self, expression: Expression, value: Normal, place: Place) -> DeadlineRole | None:
        """Judge `năm 2026`, `đến năm 2030`, `giai đoạn 2026-2030`."""
        if expression.form == "loose" or _HORIZON.search(place.before[-_NEAR:]):
            return None
        stretch = expression.moments[0].bounds(0), expression.moments[-1].bounds(0)
        own = self._own_period(stretch[0], stretch[1])
        if own and self._own_plan(expression, place):
            return DeadlineRole.PERIOD
        if self._past(value.due) or place.kind is SectionKind.SITUATION:
            return None
        if self._after_citation(expression, place):
            return None
        if expression.limit is None:
            return self._bare_years(expression, place, own=own)
        if expression.limit in {Modality.BY, Modality.BEFORE}:
            return self._until_year(expression, place)
        if expression.limit is Modality.FROM and not _DUTY.search(place.before):
            return None
        single = expression.moments[0].first == expression.moments[0].last
        if own and (place.heading or not single):
            return DeadlineRole.PERIOD
        return self._usual(place)

    def _own_period(self, first: tuple[date, date] | None, last: tuple[date, date] | None) -> bool:
        if not first or not last:
            return False
        return (first[0], last[1]) == (self._frame.start, self._frame.end) or (
            self._frame.start is None and self._frame.end is not None and last[1] == self._frame.end
        )

    def _own_plan(self, expression: Expression, place: Place) -> bool:
        """Tell whether the words before are the plan's own name ("ban hành Kế hoạch … năm 2026")."""
        found = None
        for match in _PLAN.finditer(place.before):
            found = match
        if found is None or _OF_OTHERS.search(place.before[: found.start()]):
            return False
        begin = expression.start - len(place.before)
        head = begin + found.end()
        return self._places.cites_between(head, expression.start) <= self._places.cites_in_title

    def _bare_years(
        self, expression: Expression, place: Place, *, own: bool
    ) -> DeadlineRole | None:
        if own and place.heading and not _NAMES.search(place.before):
            return DeadlineRole.PERIOD
        single = expression.moments[0].first == expression.moments[0].last
        if own and single and _ACTIVITY.search(place.before) and not _NAMES.search(place.before):
            return DeadlineRole.PERIOD
        line = self._low[place.opens : expression.start][-_NEAR:]
        return DeadlineRole.DEADLINE if _LABEL.match(line.strip()) else None

    def _until_year(self, expression: Expression, place: Place) -> DeadlineRole | None:
        if _PROGRAMME.search(place.before):
            return None
        target = _TARGET.search(place.before + " " + place.after)
        aims = place.kind in {
            SectionKind.OBJECTIVES,
            SectionKind.TASKS,
            SectionKind.ORGANIZATION,
            SectionKind.SCHEDULE,
        }
        return DeadlineRole.DEADLINE if target or aims else None

    def often(self, expression: Expression, _value: Normal, place: Place) -> bool:
        """`thường xuyên` with a directed action; in a row of adjectives it is none."""
        if place.kind is SectionKind.SITUATION or _CONSTANT.search(place.before):
            return False
        before = place.before.rstrip()
        after = place.after.lstrip()
        if before.endswith(",") or before.endswith(" và"):
            return bool(after) and after[0].isalpha() and not after.startswith(("và ", "hơn"))
        return not after.startswith("hơn")

    def repeated(self, expression: Expression, _value: Normal, place: Place) -> bool:
        """`hằng năm`: alone, before its clause, or with something that is made each year."""
        if place.kind is SectionKind.SITUATION or (place.column and place.column.is_result):
            return False
        if _RATE.search(place.before):
            return False
        clause = re.split(r"[,(]", place.before)[-1].strip()
        if not clause or clause in {"và", "định kỳ"}:
            return "ngày" not in self._low[expression.start : expression.end] or bool(
                _REPORT.search(place.after)
            )
        if self._low[expression.start : expression.end].endswith("ngày"):
            return False
        words = place.before[-_NEAR:]
        return bool(_MAKING.search(words)) and not _NOUN.search(words)

    def dated_rule(self, _expression: Expression, _value: Normal, _place: Place) -> bool:
        """A recurring day (`trước ngày 18 hằng tháng`) always binds."""
        return True

    def on_event(self, expression: Expression, _value: Normal, place: Place) -> bool:
        """`sau khi …`, `khi có yêu cầu`: where something is directed."""
        if place.kind in {None, SectionKind.SITUATION, SectionKind.PURPOSE} and not place.column:
            return place.kind is SectionKind.PURPOSE and expression.form == "condition"
        return place.zone is not Zone.PREAMBLE

    def this_year(self, _expression: Expression, value: Normal, place: Place) -> bool:
        """`trong năm` at the end of its clause; `trong năm qua`, `trong tháng tới` are none."""
        ends = place.after.lstrip()[:1] in {"", ".", ";", ",", ")"}
        return ends and value.start is not None and not (place.column and place.column.is_result)

    def part_of_year(self, expression: Expression, _value: Normal, place: Place) -> bool:
        """`cuối năm`, `đầu năm`: with a limit, or with something done then."""
        words = self._low[expression.start : expression.end]
        after = place.after.lstrip()
        if not words.endswith("năm") or after.startswith(("học", "trước", "sau", "ngoái")):
            return False
        return bool(expression.limit or _MAKING.search(place.before[-_NEAR:]) or place.alone)

    def school(self, expression: Expression, value: Normal, place: Place) -> bool:
        """`năm học 2026-2027`: the plan's own, or with a limit or part."""
        if self._frame.school and expression.part is None:
            return self._own_plan(expression, place)
        return expression.part is not None or expression.limit in {Modality.BEFORE, Modality.BY}

    def always(self, _expression: Expression, _value: Normal, place: Place) -> bool:
        """Forms whose words are enough."""
        return place.kind is not SectionKind.SITUATION

    def never(self, _expression: Expression, _value: Normal, place: Place) -> bool:
        """Forms that only a time column makes a deadline."""
        return place.alone and place.column is not None and not place.column.is_result


_TESTS: Final = {
    "often": Judge.often, "every": Judge.repeated, "quota": Judge.repeated, "periodic": Judge.always,
    "weekly": Judge.dated_rule, "yearly": Judge.dated_rule, "monthly": Judge.dated_rule,
    "quarterly": Judge.dated_rule, "semesters": Judge.always, "tenure": Judge.always,
    "review": Judge.always, "term": Judge.always, "hours": Judge.always, "event": Judge.on_event,
    "condition": Judge.on_event, "this": Judge.this_year, "partial": Judge.part_of_year,
    "school": Judge.school, "tet": Judge.always, "until": Judge.always, "clock": Judge.never,
    "whole": Judge.never,
}  # fmt: skip
"""The test of each form that the calendar does not judge."""
_ = DeadlineKind
