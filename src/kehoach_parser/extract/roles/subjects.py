"""The subject of a sentence: the units that are to act (`Sở A xây dựng …`, `Giao Sở A …`).

Opening clauses (`Căn cứ …,`, `Định kỳ …,`) are passed over; a name counts as doer only where
words of acting follow it.
"""

from functools import cache
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.lists import first_word, read_names
from kehoach_parser.extract.roles.acting import (
    ASSIGNING,
    ASSIGNMENTS,
    SHARED_OUT,
    Subject,
    acting,
    is_staff,
)
from kehoach_parser.extract.roles.counts import counted
from kehoach_parser.extract.roles.helping import ALONG, LEADS
from kehoach_parser.extract.roles.times import OPENING_WORDS, past_opening_day
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_CLAUSES: Final = (
    "căn cứ", "trên cơ sở", "trong", "theo", "định kỳ", "hằng", "hàng", "nhận được", "khi",
    "sau", "sau khi", "trước", "để", "nhằm", "từ", "đến", "tại", "với", "đối với", "trường hợp",
    "nếu", "tùy", "trên đây", "ngoài", "bên cạnh", "đồng thời", "riêng", "ngay", "chậm nhất",
    "giai đoạn", "cuối", "đầu", "giữa", "hết", "năm", "quý", "tháng", "qua", "vào", "nội dung",
    "về", "cùng", "do", "vì", "quá trình", "kết thúc", "bắt đầu từ", "kể từ",
    *(f"mỗi {time}" for time in ("năm", "quý", "tháng", "tuần", "ngày")),
)  # fmt: skip
"""How clauses begin that may stand before the doers."""

_CARRY_OUT: Final = ("thực hiện", "triển khai", "thi hành", "quán triệt", "phúc đáp")
_CARRIED_OUT: Final = (
    rf"(?:(?:triển khai )?{_CARRY_OUT[0]}|{'|'.join(_CARRY_OUT[1:])}) (?:chỉ|kế|quyết|nghị"
    r"|công (?:văn|điện)|ý kiến|kết luận|thông (?:báo|tư)|chương trình|đề án|văn bản|hướng dẫn"
    r"|luật|quy (?:định|chế)|chủ trương|sự chỉ)"
)
"""How a clause begins that says which document the doers carry out."""

_CONNECTIVES: Final = ("đồng thời", "ngoài ra", "bên cạnh đó", "trước mắt", "trong đó", "riêng",
                       "mặt khác", "theo đó", "do đó")  # fmt: skip
_OPENING: Final = pattern(
    rf"(?!theo dõi\b)(?:tiếp tục (?=thực hiện))?(?:{'|'.join(_CLAUSES)}|{_CARRIED_OUT})\b"
)
_CONNECTIVE: Final = pattern(rf"(?:(?:{'|'.join(_CONNECTIVES)})\s*,?\s+)+")
_WHILE_DOING: Final = pattern(
    r"(?:trong quá trình (?:(?:tổ chức|triển khai) )?thực hiện|căn cứ (?:kế hoạch|văn bản) này)\s+"
)
_DUTY_OF: Final = ("trách nhiệm của", "nhiệm vụ của")
_REGARDING: Final = pattern(rf"(?:riêng\s+)?(?:đối với|về phía|{'|'.join(_DUTY_OF)})\s+")
_FIRST_WORDS: Final = frozenset(
    words.partition(" ")[0]
    for words in (
        *_CLAUSES,
        *_CARRY_OUT,
        *_CONNECTIVES,
        *ASSIGNMENTS,
        *_DUTY_OF,
        "tiếp tục",
        "kính",
        *OPENING_WORDS,
    )
)
_HEADED: Final = (" chủ trì, phối hợp", ": phối hợp")
"""After it commas part the helpers of a doer that no comma set off."""

_COMMA: Final = pattern(
    r"[,;:]\s+|(?<=vướng mắc|phát sinh)\s+(?=(?:các|những)\s)"
    r"|(?<!đã)(?<!được)(?<!đang)\s+(?=(?:giao|đề nghị|yêu cầu)\s)"
)
_ADDRESSING: Final = pattern(
    r"(?:chỉ đạo|hướng dẫn|đôn đốc|kiểm tra|báo cáo|tham mưu|trình|gửi|giúp|hỗ trợ"
    r"|phối hợp(?: chặt chẽ)?(?: với)?)\s"
)
"""Verbs whose objects are bodies, one of which a comma may set off before another verb."""

_BY: Final = "do "
_AT: Final = pattern(r"\s+(?:tại|theo|trong)\s")
"""What follows a body that another document charges (`nhiệm vụ giao Sở A tại Thông báo …`)."""

_AFTER_REGARDING: Final = pattern(r"\s*[,:.]|\s+(?:theo|là)\b")
_OPENING_REACH: Final = 700
_FULL_STOP: Final = pattern(r"[.?!]\s+(?=[^\W\d_a-z])")
_GROUP_WORD: Final = (
    "sở|ban|ngành|bộ|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|cấp"
    "|cán bộ|công chức|viên chức|người lao động|đảng viên|giáo viên|nhân viên"
    "|hội viên|học sinh|sinh viên|xã|phường|đặc khu|thị trấn|huyện|thị xã|thành phố|quận"
)
_IN_LIST: Final = pattern(rf"(?i:{_GROUP_WORD})\b(?!\s[{UPPER}])")
"""A further word of a group; `Ban Chỉ huy …` with two capitals is a name."""

_LISTED_BEFORE: Final = pattern(rf"(?<!\w)(?:{_GROUP_WORD})\s*\Z")


_POST_BEFORE: Final = pattern(
    r"\b(?:bộ trưởng|chủ tịch|giám đốc|hiệu trưởng|trưởng (?:ban|phòng|khoa)|bí thư|chủ nhiệm)\s*\Z"
)
"""A post before a comma: what follows it may be one more of the same clause."""

_AGREED: Final = tuple(
    f" {verb},"
    for verb in ("phê duyệt", "đồng ý", "thông qua", "thống nhất", "chấp thuận", "cho phép")
)
"""What the last of several bodies does that a passive clause names before its verb."""


def subject_of(copy: Copy, start: int, end: int) -> tuple[Subject | None, int]:
    """Return the doers that a sentence names at its start or after its opening clauses.

    With them comes the offset up to which clauses were searched for doers.
    """
    if copy.text[start : start + 1].isdigit():
        names = counted(copy, start, end)
        return (Subject(names, names.end) if names else None), start
    if first_word(copy, start, end) not in _beginnings() and start not in copy.known:
        return None, start
    added = copy.low.startswith("riêng", start)
    connective = _CONNECTIVE.match(copy.low, start, end)
    place = connective.end() if connective else start
    found = (
        _doers(copy, _past_adverbs(copy, place, end), end)
        or _after_day(copy, place, end)
        or _after_while(copy, place, end)
    )
    reach = place
    if found is None and _OPENING.match(copy.low, place, end) and not _by_whom(copy, place, end):
        reach = _reach(copy, place, end)
        found = _in_clauses(copy, place, reach, end) or _regarded(copy, place, end)
    if found and added:
        found = found._replace(added=True)
    return found, reach


def _by_whom(copy: Copy, place: int, end: int) -> bool:
    """Return whether a sentence begins with who chairs (`Do Sở A chủ trì, Sở B phối hợp`)."""
    if not copy.low.startswith(_BY, place):
        return False
    names = read_names(copy, place + len(_BY), end)
    return bool(names.units) and LEADS.match(copy.low, names.end, end) is not None


def _in_clauses(copy: Copy, place: int, reach: int, end: int) -> Subject | None:
    """Return the doers after one of the commas and colons of opening clauses."""
    headed = [at for words in _HEADED if (at := copy.low.find(words, place, reach)) >= 0]
    along = ALONG.match(copy.low, place, end)
    place = read_names(copy, along.end(), end).end if along else place
    objects = place
    for comma in _COMMA.finditer(copy.low, place, min(headed, default=reach)):
        if comma.start() < objects:
            continue  # `Hằng năm, báo cáo Bộ A, UBND tỉnh theo quy định`
        objects = _past_objects(copy, comma.end(), end)
        listed = _LISTED_BEFORE.search(copy.low, max(place, comma.start() - 16), comma.start())
        if copy.text[comma.end() : comma.end() + 1].isdigit():
            return None  # `100% cán bộ, giáo viên …`: whom a target counts
        if listed and _IN_LIST.match(copy.text, comma.end(), end):
            continue
        found = _doers(copy, _past_adverbs(copy, comma.end(), end), end)
        if found and _goes_on(copy, place, comma.start(), found):
            continue
        if (
            found
            and not _ends(copy, comma.end(), found)
            and (comma[0][0] in ",;:" or not _AT.match(copy.low, found.after, end))
        ):
            return found
    return None


def _goes_on(copy: Copy, place: int, comma: int, found: Subject) -> bool:
    """Return whether those behind a comma are named in the clause before it still.

    `Sau khi được Chủ tịch, Phó Chủ tịch đồng ý, …`; `đã được Đảng ủy, Ban Giám hiệu phê duyệt, …`.
    """
    if not found.names.units and _POST_BEFORE.search(copy.low, place, comma):
        return True
    agreed = copy.low.startswith(_AGREED, found.after)
    return agreed and copy.low.find(" được ", place, comma) >= 0


def _past_objects(copy: Copy, place: int, end: int) -> int:
    """Return the place past the bodies that a clause without doers addresses."""
    verb = _ADDRESSING.match(copy.low, place, end)
    return read_names(copy, verb.end(), end).end if verb else place


def _ends(copy: Copy, place: int, found: Subject) -> bool:
    """Return whether the sentence ends with its last bodies (`tại các phòng, các trạm. Rà …`)."""
    assigned = ASSIGNING.match(copy.low, place) is not None
    return copy.text.startswith(".", found.after) and not assigned


@cache
def _beginnings() -> frozenset[str]:
    """Return the words with which names, adverbs, and what precedes doers begin."""
    return _FIRST_WORDS | unit_words().openers | unit_words().adverbs


def _after_day(copy: Copy, place: int, end: int) -> Subject | None:
    """Return the doers behind the day or hour that opens a sentence (`Ngày 15/3, các tổ …`)."""
    after = copy.low.startswith(OPENING_WORDS, place) and past_opening_day(copy, place, end)
    return _doers(copy, after, end) if after else None


def _after_while(copy: Copy, place: int, end: int) -> Subject | None:
    """Return the doers right after an opening clause without a comma."""
    clause = _WHILE_DOING.match(copy.low, place, end)
    return _doers(copy, clause.end(), end) if clause else None


def _past_adverbs(copy: Copy, place: int, end: int) -> int:
    """Return the place after adverbs of time and manner (`hằng năm các phòng lập dự toán`)."""
    duties = unit_words().duties
    while (found := duties.at(copy.low, place)) and found.value == "adverb" and found.end < end:
        place = found.end
        while copy.text[place : place + 1] == " ":
            place += 1
    return place


def _reach(copy: Copy, place: int, end: int) -> int:
    """Return where an opening clause ends at the latest: the sentence's full stop."""
    stop = _FULL_STOP.search(copy.text, place, min(end, place + _OPENING_REACH))
    return stop.start() if stop else min(end, place + _OPENING_REACH)


def _doers(copy: Copy, place: int, end: int) -> Subject | None:
    """Return the doers that stand at a place: told to act, set off, or before words of acting."""
    assigning = ASSIGNING.match(copy.low, place, end)
    if assigning:
        names = read_names(copy, assigning.end(), end)
        if copy.low.startswith(SHARED_OUT, place):
            return None if is_staff(copy, assigning.end()) else acting(copy, names, end)
        held = names.units or names.persons
        return Subject(names, names.end, ordered=True) if held else None
    regarding = _REGARDING.match(copy.low, place, end)
    names = read_names(copy, regarding.end() if regarding else place, end)
    if not (names.units or names.persons):
        return None
    if regarding:
        whole = _AFTER_REGARDING.match(copy.low, names.end, end)
        others = whole and whole[0] == ":" and _acting_behind(copy, whole.end() + 1, end)
        return others or (Subject(names, names.end) if whole else None)
    return acting(copy, names, end)


def _acting_behind(copy: Copy, place: int, end: int) -> Subject | None:
    """Return who acts behind a topic (`Đối với người dân: Ủy ban MTTQ xã vận động …`)."""
    names = read_names(copy, place, end)
    return acting(copy, names, end) if names.units else None


def _regarded(copy: Copy, place: int, end: int) -> Subject | None:
    """Return the doers that `đối với` sets off (`Đối với các xã lập quỹ`); offenders are none."""
    match = _REGARDING.match(copy.low, place, end)
    names = read_names(copy, match.end(), end) if match else None
    if not names or not names.units:
        return None
    offend = copy.low.find(" vi phạm", place, names.end) >= 0
    return None if offend else acting(copy, names, end)
