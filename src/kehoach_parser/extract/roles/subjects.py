"""The subject of a sentence: the units that are to act (`Sở A xây dựng …`, `Giao Sở A …`).

Opening clauses (`Căn cứ …,`, `Định kỳ …,`) are passed over; a name counts as doer only where
words of acting follow it.
"""

from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names
from kehoach_parser.extract.names.lists import first_word, read_names
from kehoach_parser.extract.roles.counts import counted
from kehoach_parser.extract.roles.times import UNITS
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.literals import places
from kehoach_parser.text.patterns import pattern

_CLAUSES: Final = (
    "căn cứ", "trên cơ sở", "trong", "theo", "định kỳ", "hằng", "hàng", "nhận được", "khi",
    "sau", "sau khi", "trước", "để", "nhằm", "từ", "đến", "tại", "với", "đối với", "trường hợp",
    "nếu", "tùy", "trên đây", "ngoài", "bên cạnh", "đồng thời", "riêng", "ngay", "chậm nhất",
    "giai đoạn", "cuối", "đầu", "giữa", "hết", "năm", "quý", "tháng", "qua", "vào", "nội dung",
    "về", "cùng", "do", "vì", "quá trình", "kết thúc",
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
_ASSIGNMENTS: Final = ("giao nhiệm vụ cho", "giao trách nhiệm cho", "giao cho", "giao", "đề nghị",
                       "yêu cầu", "phân công", "ủy quyền cho", "ủy quyền",
                       "thống nhất giao")  # fmt: skip
_OPENING: Final = pattern(
    rf"(?!theo dõi\b)(?:tiếp tục (?=thực hiện))?(?:{'|'.join(_CLAUSES)}|{_CARRIED_OUT})\b"
)
_CONNECTIVE: Final = pattern(rf"(?:(?:{'|'.join(_CONNECTIVES)})\s*,?\s+)+")
_WHILE_DOING: Final = pattern(
    r"(?:trong quá trình (?:(?:tổ chức|triển khai) )?thực hiện|căn cứ (?:kế hoạch|văn bản) này)\s+"
)
_ASSIGNING: Final = pattern(
    r"(?!giao ban (?:thường|tháng|quý|tuần|công tác|định kỳ|cơ quan|lãnh đạo|báo chí|phòng|khoa"
    r"|toàn)\b)"  # meets
    rf"(?:trân trọng )?(?:kính )?(?:{'|'.join(_ASSIGNMENTS)})(?:\s?:)?\s+(?:đối với )?"
)
_ASKED: Final = "đề nghị "
"""After a comma it adds bodies that are not the plan's to command (`Các sở, đề nghị Hội A …`)."""

_SHARED_OUT: Final = "phân công"
"""A verb of the plan, or of the unit that shares its own work out among its people."""

_PEOPLE: Final = ("cán bộ ", "công chức ", "viên chức ", "người ")
"""Whom a unit shares its work out to, though a body's name may begin so."""

_REGARDING: Final = pattern(r"(?:riêng\s+)?(?:đối với|về phía)\s+")
_FIRST_WORDS: Final = frozenset(
    words.partition(" ")[0]
    for words in (*_CLAUSES, *_CARRY_OUT, *_CONNECTIVES, *_ASSIGNMENTS, "tiếp tục", "kính", "về")
)
_HEADED: Final = (" chủ trì, phối hợp", ": phối hợp")
"""After it commas part the helpers of a doer that no comma set off."""

_COMMA: Final = pattern(
    r"[,;:]\s+|(?<=vướng mắc|phát sinh)\s+(?=(?:các|những)\s)"
    r"|(?<!đã)(?<!được)(?<!đang)\s+(?=(?:giao|đề nghị|yêu cầu)\s)"
)
_ASIDE: Final = (
    r",?\s+(?:theo|căn cứ|trên cơ sở|trên địa bàn|trong (?:phạm vi|lực lượng|tổ|đội)|ngoài việc|tùy"
    r"|với (?:vai trò|tư cách|chức năng)|nêu (?:tại|ở|trên)|quy định tại"
    r"|nơi (?:có|đặt|diễn ra|tổ chức|triển khai|đoàn))\b"
)
_FOLLOWS: Final = pattern(rf"\s*[:.\-]|{_ASIDE}")
_CLAUSE_BETWEEN: Final = pattern(rf"{_ASIDE}(?P<clause>[^.;:]{{0,160}})")
_TIME_OR_WAY: Final = pattern(
    r",?\s+(?:ngay )?(?:sau khi|trước khi|chậm nhất|từ nay"
    rf"|(?:trước|sau|từ) (?:{UNITS}|đầu|hội nghị|cuộc họp|mỗi|từng|các đợt|\d)"
    rf"|(?:đầu|giữa|cuối) (?:{UNITS}|(?:học )?kỳ|đợt)"
    r"|khi (?:có|gặp|phát hiện|phát sinh|xảy ra)"
    rf"|trong (?:{UNITS}|thời (?:gian|hạn)|vòng|giai đoạn|đợt|dịp|quá trình|\d)"
    r"|(?:đến|xuống|về) (?:từng|tận|các|nhà|hộ|cơ sở|địa bàn|hiện trường))"
    r"(?!\w)(?P<clause>[^.;:]{0,120})"
)
"""A time or a way between a doer and what it does.

`Phòng Nội vụ trong tháng 5 rà soát hồ sơ`, `Tổ vận động đến từng hộ giải thích`.
"""

_NO_DUTY: Final = pattern(
    r"(?:cũng\s+)?(?:đã|vừa|đang|chưa)\s|được hưởng\b|có (?:đóng góp|thành tích|công lao)\s"
    r"|(?:có ý kiến|thông báo) (?:[^.;:]{0,160}? )?như sau\s?:"
    r"|có (?:văn bản|công văn|công điện|tờ trình|báo cáo|thông báo|kế hoạch) số\b"
    r"|(?:xin\s|trân trọng\s)?thông báo (?:cho|đến|tới|để)\s[^.;:]{0,120}?\bbiết\b"
    r"(?! và (?:gửi|nộp|báo cáo|đăng ký|phản ánh|góp ý))"
    r"|(?:làm việc|hoạt động) theo (?:chế độ|quy chế|nguyên tắc)\b"
    r"|(?:có (?:tư cách pháp nhân|con dấu|tài khoản|trụ sở)"
    r"|là (?:cơ quan|tổ chức|đơn vị) (?:sự nghiệp|hành chính|của|(?:chuyên môn )?(?:trực )?thuộc"
    r"|phối hợp liên ngành|thực hiện chức năng))\b"
    r"(?![^.;]{0,240}\s(?:trách nhiệm|nhiệm vụ|chủ trì|đầu mối|trước ngày)\s)"
)
"""What a body has done or left undone, what it is, and how it works."""

_HAS: Final = pattern(r"có (?:(?:tổng (?:số|diện tích)|hơn|gần|trên|khoảng|tất cả) )?\d")
"""What a body has (`Nhà trường có 03 điểm trường`); each of several is to have it."""

_EACH: Final = ("mỗi ", "từng ", "các ")
_DEMANDING: Final = ("yêu cầu", "đề nghị")
_ITS_DEMANDS: Final = pattern(
    r"\w+ \w+(?: như sau| (?:một số|các|những) (?:nội dung|việc|vấn đề)[^.;:]{0,20})? ?: *\Z"
)
"""What a body demands of others below (`Ban Thường vụ yêu cầu:`): it does nothing itself."""

_ADDRESSING: Final = pattern(
    r"(?:chỉ đạo|hướng dẫn|đôn đốc|kiểm tra|báo cáo|tham mưu|trình|gửi|giúp|hỗ trợ"
    r"|phối hợp(?: chặt chẽ)?(?: với)?)\s"
)
"""Verbs whose objects are bodies, one of which a comma may set off before another verb."""

_MORE: Final = pattern(r"(?:[ ,…]|\.\.\.)+")
"""How a list of doers breaks off before the verb (`Sở A, Sở B,… rà soát`)."""

_CARRIES: Final = " chịu trách nhiệm t"
_GOES_ON: Final = (", ", "; ", " và ")
_LONGEST_REST: Final = 200
"""How far the rest of a list may reach that carries something out (`… thi hành, … tổ chức`).

`Chánh Văn phòng, Giám đốc Sở A và người có xe bị tạm giữ chịu trách nhiệm thi hành …`.
"""

_ALONG: Final = pattern(r"cùng(?:\s+với)?\s+")
_BY: Final = " do "
_HEADED_BY: Final = pattern(
    r" do\s[^.;:]{5,160}?\slàm\s(?:trưởng|tổ trưởng|chủ|đội trưởng)[^.;:,]{0,60}[;:,]"
)
"""Who heads a body that is to act (`Đoàn số 1 do đồng chí A làm Trưởng đoàn, kiểm tra …`)."""

_NO_VERB: Final = pattern(
    r"(?:và|hoặc|của|thuộc|nơi|các|những|mọi|cũ|mới|khác|giao|gồm|cùng"
    r"|năm|nhiệm kỳ|giai đoạn|khóa|khoá|lần thứ|đợt)\b"
)
_TASKED: Final = pattern(r"\s+được\s(?:phân\scông|giao(?:\snhiệm\svụ)?),?\s+")
"""What stands between one body and what it is to do (`Vụ A được giao nhiệm vụ theo dõi …`)."""

_AT: Final = pattern(r"\s+(?:tại|theo|trong)\s")
"""What follows a body that another document charges (`nhiệm vụ giao Sở A tại Thông báo …`)."""

_AFTER_REGARDING: Final = pattern(r"\s*[,:.]|\s+theo\b")
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


class Subject(NamedTuple):
    """A sentence's doers, and where the words about their action begin.

    `added` ones act beside others (`riêng Sở A`), `ordered` ones are told to (`giao Sở A`).
    """

    names: Names
    after: int
    added: bool = False
    ordered: bool = False


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
    found = _doers(copy, _past_adverbs(copy, place, end), end) or _after_while(copy, place, end)
    reach = place
    if found is None and _OPENING.match(copy.low, place, end):
        reach = _reach(copy, place, end)
        found = _in_clauses(copy, place, reach, end) or _regarded(copy, place, end)
    if found and added:
        found = found._replace(added=True)
    return found, reach


def opens_clause(copy: Copy, place: int, end: int) -> bool:
    """Return whether a clause begins that may stand before the doers (`Căn cứ …,`)."""
    return _OPENING.match(copy.low, place, end) is not None


def _in_clauses(copy: Copy, place: int, reach: int, end: int) -> Subject | None:
    """Return the doers after one of the commas and colons of opening clauses."""
    headed = [at for words in _HEADED if (at := copy.low.find(words, place, reach)) >= 0]
    along = _ALONG.match(copy.low, place, end)
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
        if found and not found.names.units and _POST_BEFORE.search(copy.low, place, comma.start()):
            continue  # `Sau khi được Chủ tịch, Phó Chủ tịch đồng ý, …`
        if (
            found
            and not _ends(copy, comma.end(), found)
            and (comma[0][0] in ",;:" or not _AT.match(copy.low, found.after, end))
        ):
            return found
    return None


def _past_objects(copy: Copy, place: int, end: int) -> int:
    """Return the place past the bodies that a clause without doers addresses."""
    verb = _ADDRESSING.match(copy.low, place, end)
    return read_names(copy, verb.end(), end).end if verb else place


def _ends(copy: Copy, place: int, found: Subject) -> bool:
    """Return whether the sentence ends with its last bodies (`tại các phòng, các trạm. Rà …`)."""
    assigned = _ASSIGNING.match(copy.low, place) is not None
    return copy.text.startswith(".", found.after) and not assigned


@cache
def _beginnings() -> frozenset[str]:
    """Return the words with which names, adverbs, and what precedes doers begin."""
    return _FIRST_WORDS | unit_words().openers | unit_words().adverbs


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
    assigning = _ASSIGNING.match(copy.low, place, end)
    if assigning:
        names = read_names(copy, assigning.end(), end)
        if copy.low.startswith(_SHARED_OUT, place):
            return None if _is_staff(copy, assigning.end()) else _acting(copy, names, end)
        held = names.units or names.persons
        return Subject(names, names.end, ordered=True) if held else None
    regarding = _REGARDING.match(copy.low, place, end)
    names = read_names(copy, regarding.end() if regarding else place, end)
    if not (names.units or names.persons):
        return None
    if regarding:
        whole = _AFTER_REGARDING.match(copy.low, names.end, end)
        return Subject(names, names.end) if whole else None
    return _acting(copy, names, end)


def _regarded(copy: Copy, place: int, end: int) -> Subject | None:
    """Return the doers that `đối với` sets off (`Đối với các xã lập quỹ`); offenders are none."""
    match = _REGARDING.match(copy.low, place, end)
    names = read_names(copy, match.end(), end) if match else None
    offend = names and copy.low.find(" vi phạm", place, names.end) >= 0
    return _acting(copy, names, end) if names and names.units and not offend else None


def _is_staff(copy: Copy, place: int) -> bool:
    """Return whether people of the unit itself are named (`Phân công giáo viên trực`)."""
    found = unit_words().heads.at(copy.low, place)
    people = copy.low.startswith(_PEOPLE, place)
    return people or (found is not None and all(head.sort == "staff" for head in found.value))


def _acting(copy: Copy, names: Names, end: int) -> Subject | None:
    """Return the doers if words of acting follow their names.

    An unknown word right after a name that is whole is taken for a verb.
    """
    at = _past_remarks(copy, names.end, end)
    if at >= end or _NO_DUTY.match(copy.low, at, end):
        return None
    if _HAS.match(copy.low, at, end) and not copy.low.startswith(_EACH, names.doers[0].start):
        return None
    if copy.low.startswith(_DEMANDING, at) and _ITS_DEMANDS.match(copy.low, at, end):
        return None
    charged = _charged(copy, names, at, end)
    if charged:
        return charged
    sort = sort_at(copy.low, at)
    if not sort:
        acts = at == names.end + 1 and _may_act(copy, at)
    else:
        acts = sort in ACTING or _is_charged(copy, names.end, end)
    acts = acts or _acts_behind_clause(copy, names.end, end)
    return Subject(names, names.end) if acts else None


def _past_remarks(copy: Copy, place: int, end: int) -> int:
    """Return where words of acting may stand: past who heads a body, and the rest of a list."""
    by = copy.low.startswith(_BY, place)
    headed = _HEADED_BY.match(copy.low, place, end) if by else None
    place = headed.end() if headed else place
    rest = copy.low.find(_CARRIES, place, min(end, place + _LONGEST_REST))
    if rest >= 0 and copy.low.startswith(_GOES_ON, place) and copy.text.find(". ", place, rest) < 0:
        return rest + 1
    more = _MORE.match(copy.text, place, end)
    place = more.end() if more else place
    asks = copy.text.startswith(";", place) and copy.low.startswith(_ASKED, place + 2)
    return place + 2 if asks else place


def _charged(copy: Copy, names: Names, at: int, end: int) -> Subject | None:
    """Return whom these bodies charge (`UBND tỉnh giao Sở A …`), or with whom they are asked."""
    assigning = _ASSIGNING.match(copy.low, at, end)
    if assigning is None or _shares_out(copy, at, assigning.end()):
        return None
    objects = read_names(copy, assigning.end(), end)
    if not (objects.units or objects.persons):
        return None
    listed = at > names.end + 1 and copy.low.startswith(_ASKED, at)
    joined = objects._replace(units=names.units + objects.units)
    return Subject(joined if listed else objects, objects.end)


def _acts_behind_clause(copy: Copy, place: int, end: int) -> bool:
    """Return whether a colon, or a clause and a verb, stand between doers and their action."""
    if _FOLLOWS.match(copy.low, place, end):
        return _rest(copy, place, end)
    when = _TIME_OR_WAY.match(copy.low, place, end)
    return when is not None and _has_verb(copy, when.start("clause"), when.end())


def verb_past_clause(copy: Copy, place: int, end: int) -> bool:
    """Return whether a clause and a verb follow (`các sở trong phạm vi của mình rà soát …`)."""
    aside = _CLAUSE_BETWEEN.match(copy.low, place, end)
    return aside is not None and _has_verb(copy, aside.start("clause"), aside.end())


def _has_verb(copy: Copy, start: int, end: int) -> bool:
    return any(sort_at(copy.low, at + 1) == "verb" for at in places(copy.low, " ", start, end))


def _shares_out(copy: Copy, at: int, place: int) -> bool:
    """Return whether somebody shares work out among people (`Hiệu trưởng phân công giáo viên`)."""
    return copy.low.startswith(_SHARED_OUT, at) and _is_staff(copy, place)


def _is_charged(copy: Copy, place: int, end: int) -> bool:
    """Return whether words that charge a body with something stand behind its name."""
    tasked = _TASKED.match(copy.low, place, end)
    return tasked is not None and sort_at(copy.low, tasked.end()) in ACTING


def _may_act(copy: Copy, at: int) -> bool:
    """Return whether an unknown word right after a whole name may be a verb."""
    after_name = copy.text[at - 2 : at - 1].isalnum()
    return after_name and copy.text[at].islower() and not _NO_VERB.match(copy.low, at)


def _rest(copy: Copy, place: int, end: int) -> bool:
    return any(char.isalpha() for char in copy.text[place:end][:80])
