"""Judges of what recurs, goes on, or hangs on an event."""

import re
from typing import Final

from kehoach_parser.extract.deadlines.case import LABEL, Case
from kehoach_parser.extract.deadlines.years import own_plan
from kehoach_parser.model import Modality, SectionKind
from kehoach_parser.segment.structure import Zone

_CONSTANT: Final = re.compile(
    r"(?:chi|kinh\sphí|nhiệm\svụ|hoạt\sđộng|không|sự\snghiệp|vốn|ngân\ssách|ủy\sviên|việc\slàm|là"
    r"|trợ\scấp|công\sviệc|cư\strú|người|đầu\stư|diễn\sra)\s\Z"
)
_RATE: Final = re.compile(r"(?:bình\squân|tăng|giảm|trung\sbình|tỷ\slệ|tốc\sđộ)(?:\s\w+){0,3}\s\Z")
_NAMED: Final = re.compile(
    r"chỉ\s(?:số|tiêu)|mục\stiêu|thi\sđua|khen\sthưởng|dự\stoán|ngân\ssách|kinh\sphí|theo\skế\shoạch|danh\shiệu"
    r"|phát\striển\skinh\stế|thời\ssự|số\slượng|kết\squả|tiêu\schí|học\ssinh|hồ\ssơ|nguồn|mức"
)
_MADE: Final = re.compile(
    r"kế\shoạch|đánh\sgiá|báo\scáo|kiểm\stra|sơ\skết|rà\ssoát|tổ\schức|công\sbố|cập\snhật|định\skỳ"
    r"|tổng\shợp|thực\shiện|công\skhai|phát\ssóng|xây\sdựng|giao\sban|họp|đối\sthoại"
)
_BREAKS: Final = re.compile(r"[,(]")
_LINKS: Final = ("", "và", "định kỳ", "hoặc")
_MEDIUM_TERM: Final = ("trung hạn", "5 năm", "năm năm", "dài hạn")
_EDGES: Final = " -+*•–()"


def often(case: Case) -> bool:
    """`thường xuyên` with a directed action; in a row of adjectives or a name it is none."""
    if case.told or _CONSTANT.search(case.place.before):
        return False
    before = case.place.before.rstrip()
    after = case.place.after.lstrip()
    if before.endswith((",", " và")):
        return after[:1].isalpha() and not after.startswith(("và ", "hơn"))
    return not after.startswith("hơn")


def repeated(case: Case) -> bool:
    """`hằng năm`: alone, before its clause, or with something that is made each year."""
    if case.told or case.in_results or _RATE.search(case.place.before):
        return False
    daily = case.words.endswith("ngày")
    clauses = _BREAKS.split(case.place.before)
    clause = clauses[-1].strip(_EDGES)
    if case.opens or clause in _LINKS:
        listed = len(clauses) > 1 and clauses[-2].rstrip().endswith(_MEDIUM_TERM)
        return not listed and (not daily or "báo cáo" in case.place.after)
    return not daily and bool(_MADE.search(case.near)) and not _NAMED.search(case.near)


def always(_case: Case) -> bool:
    """Accept a recurring day (`trước ngày 18 hằng tháng`) wherever it stands."""
    return True


def labelled(case: Case) -> bool:
    """Accept `6/2026`, `2026-2030` after a label only: `Thời gian thực hiện: 2026-2030`."""
    return case.line.rstrip().endswith(":") and LABEL.search(case.line) is not None


def directed(case: Case) -> bool:
    """Forms whose words are enough, unless the section only tells how things are."""
    return not case.told


def on_event(case: Case) -> bool:
    """`sau khi …`, `khi có yêu cầu`: where something is directed."""
    if case.place.column and case.place.column.is_time:
        return True
    if case.place.zone is Zone.PREAMBLE or case.told:
        return False
    if case.place.kind in {None, SectionKind.PURPOSE}:
        return case.place.kind is not None and case.expression.form == "condition"
    return True


def this_year(case: Case) -> bool:
    """`trong năm` at the end of its clause; `trong năm qua`, `trong tháng tới` are none."""
    ends = case.place.after.lstrip()[:1] in {"", ".", ";", ",", ")"}
    return ends and case.value.start is not None and not case.in_results and not case.told


def part_of_year(case: Case) -> bool:
    """`cuối năm`, `đầu năm`: with a limit, or with something that is made then."""
    after = case.place.after.lstrip()
    if not case.words.endswith("năm") or after.startswith(("học", "trước", "sau", "ngoái")):
        return False
    if case.told or case.expression.limit is Modality.FROM:
        return False
    return bool(case.expression.limit or _MADE.search(case.near) or case.place.alone)


def school_year(case: Case) -> bool:
    """`năm học 2026-2027`: the plan's own, or with a limit or part."""
    if case.frame.school and case.expression.part is None:
        return own_plan(case)
    return case.expression.part is not None or case.expression.limit in {
        Modality.BEFORE,
        Modality.BY,
    }


def alone(case: Case) -> bool:
    """Forms that only a cell of their own makes a deadline."""
    return case.place.alone and case.place.column is not None and not case.in_results
