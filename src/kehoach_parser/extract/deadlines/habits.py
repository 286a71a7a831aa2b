"""Judges of what recurs, goes on, or hangs on an event."""

from typing import Final

from kehoach_parser.extract.deadlines.case import LABEL, TURN, Case
from kehoach_parser.extract.deadlines.expression import LIMITS
from kehoach_parser.extract.deadlines.terms import of_limit
from kehoach_parser.extract.deadlines.years import own_plan
from kehoach_parser.model import Modality, SectionKind
from kehoach_parser.segment.structure import Zone
from kehoach_parser.text.patterns import pattern

_CONSTANT: Final = pattern(
    r"(?:chi|công\stác|giáo\sdục|bồi\sdưỡng|kinh\sphí|nhiệm\svụ|hoạt\sđộng|không|sự\snghiệp|vốn|ngân\ssách|ủy\sviên|việc\slàm|là"
    r"|trợ\scấp|công\sviệc|cư\strú|người|đầu\stư|bảo\sdưỡng|bảo\strì|diễn\sra|tính|đã|vẫn|nhiệm\svụ(?:\s\w+){1,3})\s\Z"
    r"|\bsự(?:\s[\w,]+){1,5}\s\Z|\b(?:chưa|không|ít|thiếu)(?:\s\w+){0,4}\s\Z"
)
_MADE: Final = pattern(
    r"kế\shoạch|đánh\sgiá|báo\scáo|kiểm\stra|sơ\skết|rà\ssoát|tổ\schức|công\sbố|cập\snhật|định\skỳ"
    r"|tổng\shợp|thực\shiện|công\skhai|phát\ssóng|xây\sdựng|giao\sban|họp|đối\sthoại"
)
_ADVERBS: Final = pattern(
    r"(?:(?:,|\svà)\s(?:liên\stục|kịp\sthời|(?:có\s)?hiệu\squả|đồng\sbộ|quyết\sliệt|toàn\sdiện|sâu\srộng"
    r"|nghiêm\stúc|chặt\schẽ|đầy\sđủ|chủ\sđộng))+(?!\w)"
)
_MANNER: Final = pattern(
    r"(?:quyết\sliệt|đồng\sbộ|kịp\sthời|hiệu\squả|nghiêm\stúc|chặt\schẽ|toàn\sdiện|sâu\srộng|rộng\srãi"
    r"|kiên\strì|liên\stục|đầy\sđủ|mạnh\smẽ)(?:,|\svà)\s\Z"
)
_THINGS: Final = pattern(
    r"\s(?:các|những|mọi|công\stác|nhiệm\svụ|giải\spháp|biện\spháp|hoạt\sđộng|việc)\b"
)
"""After a row of manners what is done so: `quyết liệt, đồng bộ, thường xuyên các giải pháp`."""

_NO_OBJECT: Final = pattern(
    r"(?:để|nhằm|theo|trong|trên|tại|với|đối\svới|từ|qua|góp|phù\shợp|giữa|của|cho)\b"
)
_DESCRIBED: Final = pattern(r"(?:nhất\slà|đặc\sbiệt\slà)[^.;()]*\w\s\Z|những(?:\s\w+){1,6}\s\Z")
_CALLED: Final = ("chương trình ", "phong trào ")
_LIKE: Final = pattern(
    r"\bchương\strình(?:\s\w+){1,3}\s\Z|\bphong\strào\s[“\"][^“”\"]{1,40}[”\"]\s\Z"
)
"""What a programme, or a movement by its name, is like."""
_STATE: Final = pattern(
    r"\s(?:tiếp\sxúc\svới|vắng|vi\sphạm|xảy\sra|bị|ngập|biến\sđộng|thay\sđổi|sinh\ssống|cư\strú|đi\s(?:làm|qua)|nhận\sđược|được)\b"
)
_FROM_MONTHS: Final = pattern(r"từ\s(?:những|các)\stháng\s\Z")
_CARRIED_OUT: Final = pattern(
    r"\s(?:triển\skhai|thực\shiện|thi\shành|hoạt\sđộng|vận\shành|áp\sdụng)\b"
)
_LOOKS_BACK: Final = pattern(r"\s(?!(?:một|\d+) lần\b)[^\W\d_]")
"""What goes on behind the years of a review: on what it looks back."""

_DURATION: Final = pattern(
    r"(?:\b(?:chụp|giá\strị|hiệu\slực|còn\shạn|hạn\sdùng|sử\sdụng|bảo\shành|lưu\s(?:trữ|giữ)"
    r"|kinh\snghiệm|cư\strú|sinh\ssống|bảo\shiểm)|\bđủ\s\d+\s(?:tháng|năm))\s?\Z"
)
"""What is said to last or to be so old; a term after it bounds nobody."""
_SPENT: Final = (" tính đến ", " tính tới ", " nghỉ ")
"""After a stretch: what must have been so for long (`trong thời hạn 04 năm tính đến …`), or a rest
(`trong 9 ngày nghỉ Tết`)."""

_SUPERLATIVE: Final = ("nhất ", " lớn ", "quan trọng ", "trọng đại ", "nổi bật ", "ngày lễ ")
"""Words that say of a thing in which time it is so (`các ngày lễ lớn trong năm`)."""

_BACK: Final = ("trước đó", "trước đây")
_GLOSSED: Final = pattern(r"/20\d\d\s?(?:[-–(]|,?\stức)\s?(?:là\s)?\Z")
"""Before a distance that tells a day's place again: `ngày 10/12/2025 - 95 ngày trước bầu cử`."""

_AT_MOST: Final = ("tối đa", "không quá")
_HANDLED: Final = pattern(
    r"\b(?:xử\slý|giải\squyết|trả|hoàn\s\w+|xong|khắc\sphục|phục\shồi|thẩm\sđịnh|kiểm\stra|xác\sminh"
    r"|báo\scáo|gửi|cấp|ban\shành|tiếp\snhận|phản\shồi|bàn\sgiao|cho\sý\skiến|thời\s(?:hạn|gian)"
    r"|thực\shiện|kết\sluận|công\sbố|nộp|tổ\schức|triển\skhai|thanh\stra|thanh\stoán|thông\sbáo|kéo\sdài|gia\shạn)\b"
)
"""What is done within a time; others only last so long (`chi không quá 06 tháng`)."""

_FORBIDDEN: Final = pattern(r"\b(?:không|cấm|chưa)\s[^,;]*\Z")
_SCHOOL_YEARS: Final = pattern(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)")
_DATED: Final = pattern(r":\s[^.;|]{0,60}\b(?:từ|ngày)\s(?:ngày\s)?\d{1,2}\s?[/.]\s?\d")
"""A semester's days after it: `Học kỳ I: từ 05/9 đến 10/01`."""
_SCHOOL_ENDS: Final = 8  # a school year is over before August
_SESSION: Final = pattern(r"\b(?:kỳ|phiên)\shọp(?:\s(?:thường\s(?:lệ|kỳ)|hđnd))?(?:\s\w+,)?\s\Z")
"""`kỳ họp cuối năm` names a session."""
_EACH_WEEK: Final = pattern(
    r"\b(?:hằng|hàng|mỗi)\stuần\b|\b(?:báo\scáo|giao\sban|thông\stin|kế\shoạch)\stuần\b"
)
_EACH_MONTH: Final = pattern(
    r"\b(?:(?:hằng|hàng|mỗi|từng)\stháng\b|(?:báo\scáo|kế\shoạch)\stháng\b(?!\s\d))[^.;]*\Z"
)
_EXCEPT: Final = pattern(r"\b(?:trừ|ngoài)\s(?:các\s)?\Z")
_REPORTS: Final = pattern(
    r"\bbáo\scáo(?:\s\w+){0,3}\s(?:(?:\d{1,2}\s)?(?:tuần|tháng|quý)(?:,|\svà)\s){0,5}\Z"
)
_SCHOOL_LABEL: Final = pattern(
    r"\b(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|hạn|(?<!du\s)lịch(?!\ssử)|hoàn\sthành)\b[^.;|]{0,60}\Z"
)
_WORK: Final = pattern(r"\b(?:nhiệm\svụ|kế\shoạch|công\stác|phong\strào|chương\strình)\s\Z")
"""What a school year after it names: `hoàn thành nhiệm vụ năm học 2026 - 2027`."""

_EXAMINATION: Final = pattern(r"\b(?:kiểm\stra|thi|đề|bài|điểm|khảo\sthí)\s\Z")
"""Words that with a part of a term name an examination."""

_GRADED: Final = pattern(
    r"\b(?:bài|điểm|đề|cột|hình thức)\s(?:\w+,?\s){0,2}(?:kiểm tra|đánh giá)\s\Z"
)
_ASSESSED: Final = ("kiểm tra ", "đánh giá ")
"""Before `thường xuyên` in a school's plan a sort of marks, beside those at a term's end."""


_TITLED: Final = pattern(r"\s(?:về|phê\sduyệt|ban\shành)\s")
"""What a cited document's name begins with."""

_SUPERVISION: Final = "giám sát "
"""With `thường xuyên` a sort of the Party's supervision, beside `giám sát chuyên đề`."""


def often(case: Case) -> bool:
    """`thường xuyên` with a directed action; in a row of adjectives or a name it is none."""
    place = case.place
    if place.before.endswith(_SUPERVISION) and (case.closes or place.after.lstrip()[:1] == ":"):
        return False
    if (
        case.told
        or _is_of_marks(case)
        or _CONSTANT.search(place.before)
        or _DESCRIBED.search(place.before)
        or (any(word in place.before for word in _CALLED) and _LIKE.search(place.before))
    ):
        return False
    if _STATE.match(place.after) or place.after.lstrip().startswith("hơn"):
        return False
    if _MANNER.search(place.before) and _THINGS.match(place.after):
        return False
    timed = place.column is not None and place.column.is_time
    listed = place.before.rstrip().endswith((",", " và"))
    if timed or not listed or (case.joined and case.closes):  # `quý II/2026 và thường xuyên`
        return True
    row = _ADVERBS.match(place.after)
    rest = place.after[row.end() if row else 0 :].lstrip()
    return rest[:1].isalpha() and not rest.startswith("và ") and not _NO_OBJECT.match(rest)


def _is_of_marks(case: Case) -> bool:
    """Tell whether it tells a sort of a school's marks (`bài kiểm tra thường xuyên`)."""
    before = case.place.before
    if not before.endswith(_ASSESSED):
        return False
    ends = case.frame.school and case.closes
    return ends or _GRADED.search(before) is not None


def always(_case: Case) -> bool:
    """Accept a recurring day (`trước ngày 18 hằng tháng`) wherever it stands."""
    return True


def each_week(case: Case) -> bool:
    """`trước 16 giờ thứ Sáu` in a sentence on what is done each week."""
    return _EACH_WEEK.search(case.line) is not None


def each_month(case: Case) -> bool:
    """`trước ngày 25` in a sentence on what is done each month."""
    return not case.told and _EACH_MONTH.search(case.place.before) is not None


def on_weekdays(case: Case) -> bool:
    """`các ngày thứ Ba, thứ Năm`: not those that are left out (`trừ các ngày thứ Bảy, …`)."""
    several = "các ngày" in case.low[case.expression.start - len("các ") : case.expression.end]
    return several and not (case.told or _EXCEPT.search(case.near))


def of_reports(case: Case) -> bool:
    """`báo cáo tháng, quý, năm`: the periods in which somebody is to report."""
    return not case.told and _REPORTS.search(case.near) is not None


def labelled(case: Case) -> bool:
    """Accept `6/2026`, `2026-2030` only after a label or a step: `Giai đoạn 1 (2026-2028)`."""
    if case.enclosed and TURN.search(case.line):
        return True
    return case.line.rstrip().endswith(":") and LABEL.search(case.line) is not None


def bracketed(case: Case) -> bool:
    """Accept a week's number alone in brackets (`Khám sức khỏe (tuần 2)`) or after a label."""
    return case.enclosed or labelled(case)


def from_now(case: Case) -> bool:
    """`từ nay đến hết năm 2026`; right behind a cited document it is part of that one's name."""
    titled = case.after_citation and _TITLED.search(case.place.before) is not None
    named = titled and case.near[-1:] == " " and case.near[-2:-1].isalpha()
    return not (case.told or case.in_ground or named)


def of_tenure(case: Case) -> bool:
    """`sơ kết giữa nhiệm kỳ`; `năm 2023 là năm giữa nhiệm kỳ` says what a year was."""
    return not (case.told or case.near.endswith(" năm "))


def of_term(case: Case) -> bool:
    """`cuối học kỳ 1`; `kiểm tra giữa học kỳ I` names an examination."""
    return not (case.told or _EXAMINATION.search(case.near))


def reviewed(case: Case) -> bool:
    """`sơ kết 3 năm`: not `tổng kết 5 năm thực hiện …`, which names what is looked back on."""
    return not case.told and not _LOOKS_BACK.match(case.place.after)


def festival(case: Case) -> bool:
    """`trước Tết`, `sau Tết`; `trước, trong và sau Tết` names a campaign."""
    return not case.told and not case.near.endswith("và ")


def awaited(case: Case) -> bool:
    """`sau 15 ngày kể từ …`: not what looks back.

    `sau 02 tháng triển khai`, `sau 40 năm` and `trong 10 năm qua` do.

    How old a photo is, or how long a paper is good for (`ảnh chụp trong vòng 6 tháng`), is a
    description.
    """
    if _DURATION.search(case.near) or case.place.after.startswith(_SPENT):
        return False
    if case.words.endswith("năm") and case.place.after.startswith(" qua"):
        return False
    anchor = case.expression.anchor or ""
    if anchor.startswith(_BACK) or (anchor.startswith("trước ") and _GLOSSED.search(case.near)):
        return False
    if case.words.startswith(_AT_MOST) and not case.expression.anchor:
        listed = case.line.rstrip().endswith(":") and not case.words.endswith("năm")
        return bool(listed or _HANDLED.search(case.near)) and not case.told
    looks_back = case.words.endswith("năm") or _CARRIED_OUT.match(case.place.after)
    return not (case.told or (case.expression.limit is Modality.AFTER and looks_back))


def bare_term(case: Case) -> bool:
    """`Thời hạn giải quyết: 05 ngày làm việc`: nothing but a number of days after a label."""
    named = labelled(case) or of_limit(case.low, case.expression.start)
    return named and not _DURATION.search(case.line.rstrip(" :"))


def made(case: Case) -> bool:
    """`định kỳ hằng tháng`: in a column of results it is a part of names."""
    return not case.told and not case.in_results


def on_event(case: Case) -> bool:
    """`sau khi …`, `khi có yêu cầu`: where something is directed."""
    if case.place.zone is Zone.PREAMBLE or case.told or _FORBIDDEN.search(case.place.before):
        return False
    if case.place.kind in {None, SectionKind.PURPOSE}:
        return case.place.kind is not None and case.expression.form == "condition"
    return True


def this_year(case: Case) -> bool:
    """`trong năm` at the end of its clause; `trong năm qua`, `lớn nhất trong năm` are none."""
    return (
        case.closes
        and case.value.due is not None
        and not case.in_results
        and not case.told
        and not case.near.endswith(_SUPERLATIVE)
    )


def part_of_year(case: Case) -> bool:
    """`cuối năm`, `đầu năm`: with a limit, or with something that is made then."""
    after = case.place.after.lstrip()
    if not case.words.endswith("năm") or after.startswith(("học", "trước", "sau", "ngoái")):
        return False
    if _SESSION.search(case.near):
        return False
    if case.told or case.expression.limit is Modality.FROM or _FROM_MONTHS.search(case.near):
        return False
    return bool(case.expression.limit or _MADE.search(case.near) or case.place.alone)


_ANY_SCHOOL_YEAR: Final = "năm học"
"""What a heading is of that names no year (`CHỦ ĐỀ NĂM HỌC`)."""


def school_year(case: Case) -> bool:
    """`năm học 2026-2027`, `học kỳ II`: the plan's own, with a limit or part, or labelled."""
    expression = case.expression
    if case.told or case.in_results or _is_over(case) or case.in_ground:
        return False
    if expression.part is not None or expression.limit in LIMITS:
        return _EXAMINATION.search(case.near) is None
    if expression.limit is not None:
        named = _SCHOOL_YEARS.search(case.words) is not None or case.closes
        return named and not case.near.endswith(_SUPERLATIVE)
    if case.frame.school and own_plan(case):
        return True
    if case.heads or case.enclosed:
        return not _DATED.match(case.place.after) and case.words != _ANY_SCHOOL_YEAR
    named = _SCHOOL_YEARS.search(case.words) is not None or case.closes
    labelled = _SCHOOL_LABEL.search(case.line) is not None
    return named and labelled and _WORK.search(case.near) is None


def _is_over(case: Case) -> bool:
    years, reference = _SCHOOL_YEARS.search(case.words), case.frame.reference
    if not years or not reference:
        return False
    return (int(years[2]), _SCHOOL_ENDS) <= (reference.year, reference.month)


def alone(case: Case) -> bool:
    """Forms that only a cell of their own, or a label of time, makes a deadline.

    An hour is one too where it opens what is done in a half of a day, or a point of an agenda
    whose day is known (`- 7h30 - 8h00: Đón đại biểu`).
    """
    if case.expression.form == "clock" and case.place.column is None:
        return case.heads and case.value.due is not None and case.place.after[:1] == ":"
    if case.place.column and case.place.column.session:
        return case.places.opens_item(case.place.opens, case.expression.start)
    if case.expression.form == "whole" and case.place.column is None:
        return labelled(case)
    return case.place.alone and case.place.column is not None and not case.in_results
