"""Judges of `hằng tháng`, `mỗi quý`, `02 lần/năm`: how often something is done, or what a thing is.

`công bố kết quả hằng tháng` says how often it is done; `kế hoạch hằng năm` names a plan. The verb
that governs the phrase tells them apart: it must not itself stand in a name (`bộ chỉ số đánh
giá hằng năm`), and no word may tie the phrase to a thing (`theo kế hoạch hằng năm`). What is put
into each year's plan (`lồng ghép vào kế hoạch hằng năm`) is done each year.
"""

from typing import Final

from kehoach_parser.extract.deadlines.case import DIRECTING, Case
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_RATE: Final = pattern(r"(?:bình\squân|tăng|giảm|trung\sbình|tỷ\slệ|tốc\sđộ)(?:\s\w+){0,3}\s\Z")
_BREAKS: Final = pattern(r"[,(]")
_LINKS: Final = frozenset((
    "", "và", "định kỳ", "hoặc", "bảo đảm", "đảm bảo", "phấn đấu", "phải", "tối thiểu", "ít nhất",
))  # fmt: skip
_LISTED: Final = pattern(
    r"(?:(?:định\skỳ\s)?(?:(?:hằng|hàng|mỗi)\s\w+|\d{1,2}\s(?:tháng|năm))(?:\s?,\s?|\s(?:và|hoặc)\s))+\Z"
)
_LIST_ENDS: Final = (", ", ",", " và ", " hoặc ")
_FAR: Final = 200
_AT_MOST: Final = ("quá ", "tối đa ", "nhiều nhất ")
"""Before a number of times that nobody has to reach."""

_TIMES: Final = ("lần", "lượt")

_SHORT_PIECE: Final = 3
"""Blanks in the last piece of a list before `hằng tháng`, and around it."""

_MEDIUM_TERM: Final = ("trung hạn", "5 năm", "năm năm", "dài hạn")
_HORIZON: Final = pattern(
    r"(?:\s?,|\svà|\shoặc)\s(?:(?:0?[2-9]|[1-9]\d|hai|ba|năm)\snăm|trung\shạn|dài\shạn)\b"
)
"""`hằng năm và 5 năm` are the horizons of plans, not how often something is done."""
_LONG_PLAN: Final = pattern(r"\bkế\shoạch\b[^,.;:]{0,60}\s(?:0?5|năm)\snăm\S*\s[^\d\s]*\s?\Z")
_AFTER_YEARS: Final = (" năm, ", " năm và ", " năm hoặc ")
"""What comes before the shorter horizon of plans (`kế hoạch 5 năm, hằng năm của tỉnh`)."""
_STAGES: Final = pattern(r"\btừng\s(?:giai\sđoạn|thời\skỳ|bước|nhóm|lĩnh\svực)(?:,|\svà)\s\Z")
"""`theo từng giai đoạn, từng năm` says how a plan is divided."""

_EDGES: Final = " -+*•–()"
_CONNECTIVES: Final = ("ngoài ra ", "đồng thời ", "bên cạnh đó ")
"""What may stand before a clause's verb (`ngoài ra tiêm bổ sung hằng tháng`)."""

_MAKE: Final = r"xây\sdựng|lập\s(?=kế|danh|báo|chương)|ban\shành|đề\sra"
_VERB: Final = (
    rf"{_MAKE}|đánh\sgiá|báo\scáo|kiểm\stra|giám\ssát|thanh\stra|sơ\skết|tổng\skết|rà\ssoát|tổ\schức"
    r"|công\sbố|cập\snhật|tổng\shợp|thực\shiện|triển\skhai|công\skhai|phát\ssóng|giao\sban|họp"
    r"|đối\s(?:thoại|chiếu|soát)|thống\skê|theo\sdõi|khảo\ssát|điều\stra|duy\strì|gửi|nộp|khám|tập\shuấn|bồi\sdưỡng"
    r"|xếp\s(?:hạng|loại)|phân\sloại|chấm\sđiểm|diễn\stập|tuyên\struyền|phổ\sbiến|đăng\stải|niêm\syết|kiểm\skê|đo\slường"
    r"|bảo\sdưỡng|bảo\strì|vệ\ssinh|tuần\stra|thu\sgom"
)
_CHAIN: Final = pattern(rf"\b(?:{_VERB})(?:(?:,\s|\svà\s|\s)(?:tự\s)?(?:{_VERB}))*(?!\w)")
"""Verbs in a row: `theo dõi, đánh giá và công bố`."""
_MAKES: Final = pattern(_MAKE)
_NAME_BEFORE: Final = pattern(
    r"(?:chỉ\ssố|tiêu\s(?:chí|chuẩn)|chương\strình|kế\shoạch|công\stác|quy\strình|cơ\ssở|chế\sđộ|hệ\sthống"
    r"|phần\smềm|biểu|mẫu|đợt|(?<!định\s)kỳ|kết\squả|số\sliệu|hoạt\sđộng|quá\strình|lộ\strình"
    r"|kinh\sphí|cuộc|hội|buổi|các|những|trong|vào|theo|từ|qua|tại|của|về|cho|với|bằng|để|nhằm|làm"
    r"|là|phục\svụ)\s\Z"
)
_TIED: Final = pattern(
    r"\b(?:trong|vào|theo|từ|qua|tại|bằng|để|nhằm|với|làm|phục\svụ|khi|sau|trước(?!\s(?:cổng|cống|cửa|nhà|sân|trụ\ssở|cơ\squan|trường)\b)|thi\sđua"
    r"|khen\sthưởng|danh\shiệu|dự\stoán|ngân\ssách|kinh\sphí|chỉ\stiêu|mục\stiêu|nguồn|mức"
    r"|phát\striển\skinh\stế|thời\ssự)\b"
)
_DAILY_THINGS: Final = pattern(
    r"(?:công\sviệc|công\stác|cuộc\ssống|đời\ssống|hoạt\sđộng|sinh\shoạt|giao\stiếp|nhiệm\svụ|lao\sđộng"
    r"|học\stập|thời\ssự|bản\stin|chương\strình|nhu\scầu|việc|đi\slại|tiêu\sdùng|vận\sđộng)\s\Z"
)
"""What `hằng ngày` describes: `công việc hằng ngày`."""

_PLANNED: Final = pattern(r"kế\shoạch|chương\strình|nhiệm\svụ")
_YEARS_OF_IT: Final = pattern(r"chương\strình")
"""What runs for years; a report on it that is made each year is not of a year's programme."""
_YEARLY_PLAN: Final = pattern(r"(?:kế\shoạch|chương\strình|sinh\shoạt)(?:,?\s[\w-]+){0,7}\s\Z")
_PUT: Final = pattern(
    r"\b(?:đưa|lồng\sghép|lượng\shóa|quy\sđịnh|bổ\ssung|cụ\sthể\shóa|tích\shợp)\b"
)

_INTO: Final = (" trong ", " vào ")


def repeated(case: Case) -> bool:
    """`hằng năm`: alone, before its clause, or with what is done each year."""
    if case.told or case.in_results or _RATE.search(case.near):
        return False
    if _STAGES.search(case.near) and case.words.startswith("từng"):
        return False
    if _is_horizon(case):
        return False
    before = case.place.before[-_FAR:]
    if before.endswith(_LIST_ENDS):
        before = _LISTED.sub("", before)
    clauses = _BREAKS.split(before)
    clause = clauses[-1].strip(_EDGES)
    daily = case.words.endswith("ngày")
    if case.opens or clause in _LINKS:
        listed = len(clauses) > 1 and clauses[-2].rstrip().endswith(_MEDIUM_TERM)
        parted = case.expression.part is not None
        directed = case.place.kind in DIRECTING or "báo cáo" in case.place.after
        return not listed and (not daily or parted or directed)
    if daily and _DAILY_THINGS.search(before):
        return False
    yearly = case.words.endswith("năm")
    return (
        _is_done(before, case.place.after)
        or (not daily and _is_put(before))
        or (not yearly and _opens_with_verb(before, case.place.after))
    )


def _is_horizon(case: Case) -> bool:
    """Tell whether `hằng năm` stands beside a longer time for which plans are made."""
    after = case.place.after
    if _HORIZON.match(after) or _HORIZON.fullmatch(f" và {case.words}"):
        return True
    before = case.place.before
    long = before.endswith(_AFTER_YEARS) and _LONG_PLAN.search(before)
    return bool(long) and not _CHAIN.match(after.lstrip())


_SCHOOLED: Final = pattern(r"(?:dạy\shọc|học\stập|thời\skhóa\sbiểu|tiết\shọc)\b[^.;]{0,80}\Z")
"""What a school's week holds so much of (`dạy học tối thiểu 9 buổi/tuần`), before its measure."""


def counted(case: Case) -> bool:
    """`02 lần/năm`, `6 tháng một lần`: wherever something is directed, rates left out."""
    daily = case.words.endswith("ngày") and not _is_daily_duty(case)
    taught = case.words.endswith("tuần") and _SCHOOLED.search(case.place.before) is not None
    capped = case.near.endswith(_AT_MOST)
    return not (
        daily or taught or capped or case.told or case.in_results or _RATE.search(case.near)
    )


def _is_daily_duty(case: Case) -> bool:
    """Tell whether something is done so often a day; `học 2 buổi/ngày` is a way of schooling."""
    schooling = case.near.endswith(" học ")
    return any(word in case.words for word in _TIMES) or (
        "báo cáo" in case.place.before and not schooling
    )


def _is_done(before: str, after: str) -> bool:
    """Tell whether a verb of the clause governs a recurrence that follows."""
    opens = max(_last_comma(before), before.rfind("(")) + 1
    verbs = [found.span() for found in _CHAIN.finditer(before) if found.end() > opens]
    return any(_governs(before, after, start, end) for start, end in reversed(verbs))


def _opens_with_verb(before: str, after: str) -> bool:
    """Tell whether the clause begins with any verb (`mở cửa thông thoáng hằng ngày`).

    What is done each year is told from a name by the verbs of `_CHAIN` alone.
    """
    clause = _BREAKS.split(before)[-1].lstrip(_EDGES)
    opening = next((words for words in _CONNECTIVES if clause.startswith(words)), "")
    start = len(before) - len(clause) + len(opening)
    found = unit_words().duties.at(before, start)
    if found is None or found.value != "verb" or any(map(str.isdigit, clause)):
        return False
    return _governs(before, after, start, found.end)


def _last_comma(before: str) -> int:
    """Return the last comma that ends a clause, not one in a list (`nội trú, ngoại trú`)."""
    comma = before.rfind(",")
    tail = before[comma + 1 :]
    listed = tail.count(" ") <= _SHORT_PIECE and not _CHAIN.search(tail)
    return before.rfind(",", 0, comma) if comma > 0 and listed else comma


def _is_put(before: str) -> bool:
    """Tell whether something is put into the plan that a recurrence names."""
    plan = _YEARLY_PLAN.search(before)
    into = max(before.rfind(word, 0, plan.end()) for word in _INTO) if plan else -1
    return into >= 0 and _PUT.search(before, 0, into) is not None


def _governs(before: str, after: str, start: int, end: int) -> bool:
    """Tell whether the verbs at a place say what is done in a recurrence that follows."""
    if _NAME_BEFORE.search(before, 0, start):
        return False
    between, verbs = before[end:], before[start:end]
    reports = verbs.strip().endswith("báo cáo")
    planned = _YEARS_OF_IT.sub("", between) if reports else between
    if _TIED.search(between) or (_PLANNED.search(planned) and not _MAKES.match(verbs)):
        return False
    noun = not between.strip() and reports
    return not (noun and after.startswith(" của"))
