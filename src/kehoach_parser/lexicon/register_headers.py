"""What a register's column or an attribute line is for, by its header words.

The rows are in `register_headers.tsv`: `role` and its `words` (folded, no punctuation), an
`example` that has the role and a `near_miss` that has not.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from kehoach_parser.lexicon.phrases import Found, Phrases
from kehoach_parser.lexicon.rows import worded
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern

_BRACKETS: Final = pattern(r"\([^()]*\)")
_ROLE_INSIDE: Final = (
    ("chủ trì", "lead"), ("phối hợp", "coop"), ("thời gian", "deadline"), ("thời hạn", "deadline"),
    ("tiến độ", "deadline"),
    ("sản phẩm", "deliverable"), ("đầu ra", "deliverable"),
    ("minh chứng", "deliverable"), ("nhiệm vụ", "task"), ("công việc", "task"),
    ("phụ trách", "lead"), ("chịu trách nhiệm", "lead"),
    ("khi nào", "deadline"), ("trưởng đoàn", "lead"), ("chủ tọa", "lead"),
)  # fmt: skip
"""Words that tell the role where a header does not begin with known ones."""

_WHO: Final = (
    "chi đoàn", "chi bộ", "chi hội", "đoàn", "hội", "công đoàn", "thôn", "lớp", "trường",
    "cơ quan", "đơn vị", "bộ phận", "doanh nghiệp", "tổ chức", "cá nhân", "tập thể",
    "địa phương", "cấp ủy",
    "đoàn thể", "đồng chí", "đ c", "người", "ai", "giáo viên", "gv", "giảng viên", "cán bộ",
    "công chức", "viên chức", "chuyên viên", "báo cáo viên", "diễn giả",
    "nhân viên", "nhân sự", "nhân lực", "lực lượng",
    "thành phần", "chủ thể", "đầu mối", "khoa", "phòng", "ban", "sở", "ngành", "tổ", "nhóm",
    "tiểu ban", "cấp", "tuyến", "xã", "thành viên",
)  # fmt: skip
"""Who may act; with what they do they head a column of any plan: `Khoa/phòng chịu trách nhiệm`."""

_BETWEEN: Final = (
    "các", "những", "tên", "và", "hoặc", "ubnd", "đảng", "chuyên môn", "chức năng", "được", "làm",
    "có", "cử", "quản lý",
)  # fmt: skip
"""What stands before those who act, or between them and what they do."""

_HELPS: Final = ("phối hợp", "cùng", "tham gia", "hỗ trợ", "giúp", "liên quan")
_LEADS: Final = (
    "chủ trì", "thực hiện", "phụ trách", "chịu trách nhiệm", "trách nhiệm", "đảm nhiệm",
    "đảm nhận", "đầu mối", "tham mưu", "soạn thảo", "tổ chức", "triển khai", "chuẩn bị", "giao",
    "đảm trách", "phân công", "giải quyết", "xử lý", "thụ lý", "điều hành", "báo cáo", "trình bày",
    "thường trực", "đăng cai", "thẩm định", "thi công", "làm", "trực",
)  # fmt: skip
_ANYBODY: Final = ("cơ quan", "đơn vị", "bộ phận", "cá nhân", "tập thể", "người", "địa phương")
"""Words for whoever acts; other bodies (`Phòng tổ chức`) may be called by what they do."""

_PLAIN_ACTS: Final = frozenset(("chủ trì", "phối hợp", "thực hiện", "chịu trách nhiệm"))
_EXAMINED: Final = pattern(r"\bđược (?:kiểm tra|giám sát|thanh tra|kiểm toán|khảo sát)\b")
"""What tells of bodies that they are examined, not who acts (`Tổ chức đảng được kiểm tra`)."""

_LEADERS: Final = pattern(
    r"(?:các )?(?:lãnh đạo|đồng chí|đ c|thường trực|(?:phó )?chủ tịch|pct|ban thường vụ|btv|uvbtv"
    r"|cấp ủy|(?:phó )?giám đốc|(?:phó )?bí thư)\b.*\b(?:chỉ đạo|phụ trách|theo dõi)(?: chung)?"
)
"""Leaders who see to it that others act: `Lãnh đạo UBND tỉnh chỉ đạo`."""

_PERIOD: Final = pattern(
    r"(?:(?:(?:tháng|quý|tuần|ngày|năm|giai đoạn|học kỳ|kỳ|đợt)\s|[tq] ?)(?:\d+|[ivx]+)"
    r"|(?:19|20)\d\d)(?:\s(?:năm\s|[tq])?\d+)*"
)
"""A header that is itself a time, whose column holds marks or figures: `Tháng 3`, `Quý IV`."""

_CUT: Final = {
    "cq": "cơ quan", "c quan": "cơ quan", "đv": "đơn vị", "đ v": "đơn vị", "đ vị": "đơn vị",
    "bp": "bộ phận", "lđ": "lãnh đạo", "nd": "nội dung", "tg": "thời gian", "t gian": "thời gian",
    "sp": "sản phẩm", "kq": "kết quả", "th": "thực hiện", "ph": "phối hợp",
    "cqct": "cơ quan chủ trì", "cqph": "cơ quan phối hợp", "cqth": "cơ quan thực hiện",
    "đvct": "đơn vị chủ trì", "đvph": "đơn vị phối hợp", "đvth": "đơn vị thực hiện",
    "tgth": "thời gian thực hiện", "tght": "thời gian hoàn thành",
}  # fmt: skip
"""Words that narrow columns cut short: `CQ chủ trì`, `ĐV PH`, `T.gian TH`."""

_LONGEST_HEADER: Final = 90
PERIOD: Final = "period"
"""The role of a column that a time heads; what stands in it tells whether it is of tasks."""

ACTING: Final = ("lead", "coop", "lead+coop")
"""Roles of columns that name who acts."""

PEOPLE: Final = frozenset((*ACTING, "supervisor", "monitor"))
"""Roles of columns that name who acts, and who sees to it."""

DOERS: Final = "thực hiện"
"""A label of who acts, where a unit's name follows it; as a column's header it says little."""


@cache
def _table() -> Phrases[str]:
    return Phrases((words, row["role"]) for words, row in worded("register_headers"))


@lru_cache(maxsize=4096)
def role_of(header: str) -> str | None:
    """Return the role that a header's words name, null where they name none.

    >>> role_of("Cơ quan chủ trì thực hiện"), role_of("Đơn vị chủ trì/phối hợp"), role_of("Địa chỉ")
    ('lead', 'lead+coop', None)
    """
    if len(header) > _LONGEST_HEADER:
        return None
    words = _spelled_out(key(_BRACKETS.sub(" ", header)) or key(header))
    if _PERIOD.fullmatch(words):
        return PERIOD
    if _EXAMINED.search(words):
        return "audience"
    if _LEADERS.fullmatch(words):
        return "supervisor"
    role, end = _begun(words)
    if role:
        return "lead+coop" if role == "lead" and "phối hợp" in words[end:] else role
    return next((role for word, role in _ROLE_INSIDE if word in words), None)


def heads_register(header: Iterable[str], known: int = 3) -> bool:
    """Return whether a header names a task, and with it so many known columns.

    >>> heads_register(("TT", "Nội dung", "Chủ trì")), heads_register(("TT", "Họ tên", "Chủ trì"))
    (True, False)
    >>> heads_register(("Thời gian", "Nội dung", "Thực hiện"))
    True
    """
    roles = {"lead" if key(words) == DOERS else role_of(words) for words in header} - {None}
    return "task" in roles and len(roles) >= known


def _spelled_out(words: str) -> str:
    """Return a header's words with those that are cut short whole.

    >>> _spelled_out("đ v th"), _spelled_out("tg tiến hành")
    ('đơn vị thực hiện', 'thời gian tiến hành')
    """
    spelled = f" {words} "
    for cut, whole in _CUT.items():
        spelled = spelled.replace(f" {cut} ", f" {whole} ")
    return spelled.strip()


def _begun(words: str) -> tuple[str | None, int]:
    """Return the role that a header's first words tell, and where they end; the longer reading."""
    known = _table().at(words, 0)
    if known and known.end == len(words):
        return known.value, known.end
    acting = _acting(words)
    if acting and (known is None or acting.end > known.end):
        return acting.value, acting.end
    return (known.value, known.end) if known else (None, 0)


def _acting(words: str) -> Found[str] | None:
    """Return what the doers that begin a header do: `Cơ quan, đơn vị phối hợp`."""
    who, acts = _doers()
    found, named, place = None, False, 0
    while place < len(words):
        act = acts.at(words, place) if named else None
        found = act or found
        doer = who.at(words, place)
        if doer is None:
            return found
        named = named or doer.value
        place = doer.end + 1
    return found


@cache
def _doers() -> tuple[Phrases[bool], Phrases[str]]:
    """Return the words of who may act (false for those between), and of what they do."""
    who = [*((words, True) for words in _WHO), *((words, False) for words in _BETWEEN)]
    acts = [*((words, "coop") for words in _HELPS), *((words, "lead") for words in _LEADS)]
    return Phrases(who), Phrases(acts)


@lru_cache(maxsize=4096)
def label_role(label: str) -> str | None:
    """Return the role of a label of who acts by its words, null for no such label.

    >>> label_role("Cơ quan, đơn vị phối hợp thực hiện"), label_role("Đơn vị được giao chủ trì")
    ('coop', 'lead')
    >>> label_role("Phòng Tham mưu"), label_role("Đơn vị tính")
    (None, None)
    """
    if label[1:] != label[1:].lower():
        return None
    words = key(label).removesuffix(" chính")
    who, acts = _doers()
    if acts.at(words, 0) or not who.at(words, 0):
        return None
    found = _composed(words)
    if found is None:
        return None
    parts, generic = found
    if not parts or not (generic or all(act in _PLAIN_ACTS for act in parts)):
        return None
    return "coop" if any(act in _HELPS for act in parts) and "chủ trì" not in parts else "lead"


def _composed(words: str) -> tuple[list[str], bool] | None:
    """Return what the doers of a label do, and whether they may be anybody (`đơn vị`).

    Null where other words are in it: `Phòng Tham mưu` is the name of one body.
    """
    who, acts = _doers()
    parts: list[str] = []
    place, generic = 0, False
    while place < len(words):
        doer = who.at(words, place)
        act = acts.at(words, place) if generic or doer is None or parts else None
        if act is None and doer is None:
            return None
        end = max(found.end for found in (act, doer) if found)
        generic = generic or words.startswith(_ANYBODY, place)
        parts = [*parts, words[place:end]] if act else []
        place = end + 1
    return parts, generic


@cache
def labels() -> Phrases[str]:
    """Return the header words as the labels of attribute lines (`Đơn vị chủ trì: …`), by role."""
    roles = {"lead", "coop", "lead+coop", "deadline", "deliverable", "approver", "supervisor",
             "funding", "place", "monitor", "audience"}  # fmt: skip
    known = (
        (words, row["role"]) for words, row in worded("register_headers") if row["role"] in roles
    )
    return Phrases((*known, (DOERS, "lead")))
