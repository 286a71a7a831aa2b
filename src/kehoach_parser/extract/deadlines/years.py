"""Judges of years: the plan's own period, target years, and years that only name something."""

from typing import Final

from kehoach_parser.extract.deadlines.case import (
    CLAUSE_ENDS,
    DIRECTING,
    DUTY,
    LABEL,
    TOLD,
    Case,
)
from kehoach_parser.model import DeadlineRole, Modality, SectionKind
from kehoach_parser.segment.structure import Zone
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern

_HORIZON: Final = pattern(r"(?:định\shướng|tầm\snhìn|tính|xét|so\svới)(?:\s\w+){0,2}\s?\Z")
_BACK: Final = (" trở về trước", " trở lại đây")
_PROGRAMME: Final = pattern(
    r"chiến\slược|chương\strình|quy\shoạch|đề\sán|dự\sán\s|nghị\squyết|chỉ\sthị|quyết\sđịnh"
    r"|kết\sluận|phương\sán|định\shướng|nghị\sđịnh|công\svăn|thông\stư|văn\skiện|đại\shội"
)
_TARGET: Final = pattern(
    r"phấn\sđấu|đạt|mục\stiêu|chỉ\stiêu|bảo\sđảm|đảm\sbảo|hoàn\sthành|thực\shiện"
)
_COMPLETES: Final = "hoàn thành "
_OPENERS: Final = " -+*•–0123456789.)"
_OF_OTHERS: Final = pattern(r"(?:về|về\sviệc|phê\sduyệt|kèm|theo\sđúng)\s(?:ban\shành\s)?\Z")
_ACTIVITY: Final = pattern(r"(?:tổ\schức|thực\shiện|xây\sdựng|triển\skhai|phát\sđộng)\s")
_ASIDE: Final = pattern(r"\b(?:nhất\slà|đặc\sbiệt\slà|trong\sđó)\b")
_MARK: Final = pattern(
    r"\A[\s\-+*•–—➢▪❖✓○·●]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,5})[.)/:-]\s+)?"
)
"""The bullet or number of a point before its label of time."""
_PART: Final = pattern(r"[;.]\s+(?=[^;.]*\Z)")
"""What parts the labels of one line (`Chủ trì: Sở A; thời gian: năm 2026`)."""

_NAMES: Final = pattern(
    r"báo\scáo|dự\stoán|chỉ\stiêu|chỉ\ssố|điều\stra|kinh\sphí|ngân\ssách|kết\squả|đại\shội|tổng\skết"
    r"|so\svới|chủ\sđề|nhiệm\svụ\s\Z|vốn|công\snhận|từ\snăm|cuối\snăm|đầu\snăm|nghị\squyết"
    r"|chương\strình\s(?:mục|xây|tổng|phát|công\stác)"
    r"|mức|giá\strị|bố\strí|kế\shoạch(?!\snày)|\bcủa\s\Z"
)
_FEASTS: Final = pattern(r"ngày\s(?:lễ|kỷ\sniệm)[^.;,]{0,50}\Z")
"""What is kept in a year: `tuyên truyền các ngày lễ lớn trong năm 2026`."""
_LIMIT_NAMES: Final = {Modality.DURING: _NAMES, Modality.WITHIN: _FEASTS}
"""What names something by a year with such a limit."""
_WHOLE: Final = pattern(r"(?:đến|tới)\s(?:hết|cuối)\s|hết\s|chậm\snhất|muộn\snhất")
_FIGURE: Final = pattern(r"[^.;|]{0,60}?(?:\d\s?%|\bít\snhất\b|\btối\sthiểu\b|\d\strở\slên)")
_BY_PLAN: Final = pattern(r"theo\s[^.;|]*,\s\Z")
_AIMED: Final = ("phấn đấu ", "; ")
_OF_IT: Final = "riêng "
"""Before the year of a target that is part of a longer one: `riêng năm 2026 có thêm 03 xã`."""
_ONWARD: Final = " trở đi"
_TO_NOW: Final = pattern(r"\s(?:đến|tới)\s(?:nay|thời\sđiểm)\b")
_GROUND: Final = pattern(
    r"[\s\-+*]*(?:thực\shiện|căn\scứ|theo)\s(?:(?!xây\sdựng|ban\shành|lập)\w+\s){0,3}"
)
"""What stands before the plan that is a ground of this one: `Thực hiện Kế hoạch công tác …`."""
_EMPTY_WORDS: Final = frozenset((
    "của", "về", "và", "các", "trên", "địa", "bàn", "tỉnh", "thực", "hiện", "công", "tác",
    "triển", "khai", "nhà", "nước", "việc", "trong", "theo",
))  # fmt: skip
_AIM_WORDS: Final = frozenset(("chỉ", "tiêu", "mục", "nội", "dung", "nhiệm", "vụ"))
_FEWEST_WORDS: Final = 4
_SAME_TITLE: Final = 0.75
_AIMS: Final = (
    SectionKind.OBJECTIVES, SectionKind.TASKS, SectionKind.ORGANIZATION, SectionKind.SCHEDULE,
)  # fmt: skip


def role_of_years(case: Case) -> DeadlineRole | None:
    """Judge `năm 2026`, `đến năm 2030`, `giai đoạn 2026-2030`."""
    if _HORIZON.search(case.near) or case.place.after.startswith(_BACK):
        return None
    own = _is_own_period(case)
    if own and own_plan(case):
        return DeadlineRole.PERIOD
    cited = case.after_citation and not (_BY_PLAN.match(case.place.before) or _in_own_bracket(case))
    if case.past(case.value.due) or case.told or cited:
        return None
    ahead = case.expression.limit is Modality.BY and case.ahead(case.value.due)
    told = not ahead and TOLD.match(case.place.after)
    return None if told else _by_limit(case, own=own)


def _in_own_bracket(case: Case) -> bool:
    """Tell whether a bracket has opened since a document was cited (`(thực hiện từ năm 2026)`)."""
    before = case.place.before
    at = before.rfind("(")
    start = case.expression.start
    opened = at >= 0 and ")" not in before[at:]
    return opened and not case.places.count_citations(start - len(before) + at, start)


def _by_limit(case: Case, *, own: bool) -> DeadlineRole | None:
    limit = case.expression.limit
    if limit is None:
        return _bare(case, own=own)
    if limit in {Modality.BY, Modality.BEFORE}:
        return _until(case)
    if limit is Modality.FROM and not _starts(case):
        return None
    named = _LIMIT_NAMES.get(limit)
    if case.in_results or (named and named.search(case.near)):
        return None
    if own and (case.place.heading or not _single(case)):
        return DeadlineRole.PERIOD
    return case.usual_role()


def _starts(case: Case) -> bool:
    """Tell whether something begins in a year: `Từ năm 2027: …`, not `từ năm 2020 đến nay`.

    A year before the plan's own binds nobody.
    """
    start, reference = case.value.start, case.frame.reference
    if start and reference and start.year < reference.year:
        return False
    if _TO_NOW.match(case.place.after):
        return False
    if case.heads or DUTY.search(case.place.before):
        return True
    after = case.place.after.removeprefix(_ONWARD).lstrip()
    if (case.place.kind in DIRECTING or _labelled(case)) and after[:1] in CLAUSE_ENDS:
        return True
    return case.ahead(case.value.start) and (case.opens or case.near.endswith(_AIMED))


def own_school_year(case: Case) -> bool:
    """Tell whether words name the plan's own school year (`xây dựng kế hoạch … năm học …`)."""
    expression = case.expression
    bare = expression.form == "school" and expression.limit is None and expression.part is None
    return bool(bare and case.frame.school) and own_plan(case)


def own_plan(case: Case) -> bool:
    """Tell whether the words before are the plan's own name ("ban hành Kế hoạch … năm 2026").

    In the preamble and the closing any plan is it; elsewhere its words must be the title's.
    """
    before = case.place.before
    found = case.places.last_plan(before)
    approved = before.startswith("phê duyệt ")  # `Điều 1. Phê duyệt Kế hoạch … năm 2026`
    others = found and not approved and _OF_OTHERS.search(before[: found.start()])
    if found is None or case.in_results or others:
        return False
    head = case.expression.start - len(before) + found.end()
    if case.places.count_citations(head, case.expression.start) > case.places.cites_in_title:
        return False
    if case.place.zone is Zone.PREAMBLE and _GROUND.fullmatch(before, 0, found.start()):
        return False
    if case.place.zone is Zone.PREAMBLE or case.place.kind is None or "trên đây" in before:
        return True
    words = set(WORD.findall(before[found.end() :])) - _EMPTY_WORDS
    if not words:
        return case.place.heading or case.place.zone is Zone.APPENDIX
    return len(words & case.places.title_words) >= _SAME_TITLE * len(words)


def _is_own_period(case: Case) -> bool:
    frame = case.frame
    first, last = case.expression.moments[0].bounds(0), case.expression.moments[-1].bounds(0)
    if not first or not last or frame.end is None or case.expression.part is not None:
        return False
    if frame.start is None:
        return last[1] == frame.end and first[0].year == last[1].year
    return (first[0], last[1]) == (frame.start, frame.end)


def _single(case: Case) -> bool:
    return case.expression.moments[0].first == case.expression.moments[-1].last


def _bare(case: Case, *, own: bool) -> DeadlineRole | None:
    """Judge a year without a limit word: a heading's, an activity's, or one in a label's line."""
    told = case.frame.news and case.place.after.startswith(",")  # `Năm 2026, trong lúc …`: a story
    apart = case.place.kind in _AIMS and case.near.endswith(_OF_IT)
    led = case.leads and case.expression.part is not None and not case.in_results
    if _labelled(case) or case.enclosed or apart or led or (case.heads and not told):
        return case.usual_role()
    if not own:
        return None
    titled = case.place.heading or case.place.zone is Zone.APPENDIX
    if case.places.shouted(case.expression) or (titled and _repeats_title(case)):
        return DeadlineRole.PERIOD
    if _NAMES.search(case.place.before):
        return None
    clause = _ASIDE.split(case.place.before)[-1]
    if case.place.heading or (_single(case) and _ACTIVITY.search(clause)):
        return DeadlineRole.PERIOD
    return None


def _labelled(case: Case) -> bool:
    """Tell whether the line, or its last part, begins with a label of time."""
    if LABEL.match(_MARK.sub("", case.line)):
        return True
    part = _PART.search(case.line)
    label = LABEL.match(case.line, part.end()) if part else None
    return label is not None and case.line.rstrip().endswith(":")


def _repeats_title(case: Case) -> bool:
    """Tell whether a heading names what the plan's title names: `II. CHỈ TIÊU … NĂM 2026`."""
    words = set(WORD.findall(case.place.before)) - _EMPTY_WORDS - _AIM_WORDS
    return len(words) >= _FEWEST_WORDS and words <= case.places.title_words


def _is_whole(case: Case) -> bool:
    """Tell whether a year's end limits what an article says: `đến hết năm 2025 xóa xong …`."""
    return case.frame.news and _WHOLE.match(case.words) is not None


def _completed_before(case: Case) -> bool:
    """Tell whether a point is to complete something before a year, a project of some name too."""
    before = case.expression.limit is Modality.BEFORE
    return before and case.place.before.lstrip(_OPENERS).startswith(_COMPLETES)


def _until(case: Case) -> DeadlineRole | None:
    """Judge `đến năm 2030`, `trước năm 2027`: a target's limit, no part of a programme's name."""
    if _PROGRAMME.search(case.place.before) and not _completed_before(case):
        return None
    ahead = case.expression.limit is Modality.BEFORE and case.place.zone is Zone.BODY
    aimed = case.place.kind in _AIMS or case.place.alone or ahead or _is_whole(case)
    before, after = case.place.before, case.place.after
    target = aimed or _TARGET.search(before) or _TARGET.search(after) or _FIGURE.match(after)
    return DeadlineRole.DEADLINE if target else None
