"""Whether a time expression binds somebody or bounds the plan, and in which role.

A document has many more dates than deadlines: cited documents, statistics, names of programmes.
What has a limit word and lies ahead is a deadline; a bare stretch needs a sign around it. In a
column of times the header is that sign.
"""

import re
from collections.abc import Callable
from typing import Final

from kehoach_parser.extract.deadlines import habits
from kehoach_parser.extract.deadlines.case import DUTY, LABEL, Case
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.extract.deadlines.years import role_of_years
from kehoach_parser.model import DeadlineRole, Modality
from kehoach_parser.segment.structure import Zone

_REPORTED: Final = re.compile(r"báo\scáo|số\sliệu|thống\skê")
_OCCASION: Final = re.compile(r"nhân\s(?:dịp|ngày|kỷ)[^,.;|]{0,60}\Z")
_IN_FORCE: Final = re.compile(r"(?:hiệu\slực|sinh|thành\slập|ra\sđời)[^.;|]{0,30}\Z")
_COMPARED: Final = re.compile(r"(?:tính|so\svới|lũy\skế)(?:\s\w+){0,2}\s?\Z")
_ISSUED: Final = re.compile(r"(?:\d|[\w/]-\w+|/\w+|ngày|số|ký|ban\shành)\s*,?\s*(?:ngày\s)?\Z")
_NAMED: Final = re.compile(r"báo\scáo|kết\squả|dự\stoán|chỉ\ssố|lương|số\sliệu")
_ATTACHED: Final = re.compile(r"\A\(?\s*(?:ban\shành|kèm|đính\skèm|phụ\slục)")
_TOLD: Final = re.compile(r"[^.;|]{0,60}?\bđã\s")


def role(case: Case) -> DeadlineRole | None:
    """Return the role of an expression, null for what is no deadline."""
    place = case.place
    if place.column_head or case.places.cited(case.expression.start, case.expression.end):
        return None
    if place.title:
        return _of_title(case)
    if place.zone is Zone.HEADER or _ATTACHED.match(case.low, place.opens):
        return None
    return _of_column(case) if place.column and place.column.is_time else _of_prose(case)


def _of_prose(case: Case) -> DeadlineRole | None:
    test = _TESTS.get(case.expression.form)
    if test:
        return case.usual_role() if test(case) else None
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
    return None


def _of_column(case: Case) -> DeadlineRole | None:
    if case.expression.form == "often" and not habits.often(case):
        return None
    return DeadlineRole.EVENT if case.expression.clock else case.usual_role()


def _of_days(case: Case) -> DeadlineRole | None:
    """Judge days, weeks, months, quarters and halves."""
    expression, value = case.expression, case.value
    if _OCCASION.search(case.place.before):
        return DeadlineRole.EVENT
    if expression.form == "range" and _REPORTED.search(case.place.before[-160:]):
        return DeadlineRole.REPORT
    if case.past(value.due or value.start) or case.told:
        return None
    if _IN_FORCE.search(case.near) or _COMPARED.search(case.near) or _TOLD.match(case.place.after):
        return None
    bare = expression.limit in {None, Modality.ON}
    if bare and not _bare_binds(case):
        return None
    return DeadlineRole.EVENT if bare and expression.clock else case.usual_role()


def _bare_binds(case: Case) -> bool:
    """Tell whether the words around a bare stretch say that something is to be done then."""
    expression = case.expression
    is_day = expression.moments[0].unit is Unit.DAY
    if _ISSUED.search(case.near) and not expression.clock:
        return False
    if LABEL.search(case.line) or case.enclosed or (case.heads and case.frame.reference):
        return True
    if expression.limit is Modality.ON or expression.clock or expression.form == "week":
        return not case.after_citation
    if is_day:
        return bool(DUTY.search(case.place.before)) and not case.after_citation
    return case.place.alone or bool(DUTY.search(case.place.before) and not _NAMED.search(case.near))


_TESTS: Final[dict[str, Callable[[Case], bool]]] = {
    "often": habits.often, "every": habits.repeated, "quota": habits.repeated,
    "periodic": habits.directed, "weekly": habits.always, "yearly": habits.always,
    "monthly": habits.always, "quarterly": habits.always, "semesters": habits.directed,
    "tenure": habits.directed, "review": habits.directed, "term": habits.directed,
    "hours": habits.directed, "event": habits.on_event, "condition": habits.on_event,
    "this": habits.this_year, "partial": habits.part_of_year, "school": habits.school_year,
    "tet": habits.directed, "until": habits.directed, "clock": habits.alone, "whole": habits.alone,
    "deferred": habits.always, "loose": habits.never,
}  # fmt: skip
"""The test of each form that no calendar stretch decides."""
