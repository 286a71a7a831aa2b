"""Whether the bodies named at a place act there: by the words that follow their names.

Words of acting follow them, at once or behind a remark, a time or a way; a body that only has done
something, or tells what it is, has no duty.
"""

from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.roles.times import UNITS
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.literals import places
from kehoach_parser.text.patterns import pattern

ASSIGNMENTS: Final = ("giao nhiệm vụ cho", "giao trách nhiệm cho", "giao cho", "giao", "đề nghị",
                       "yêu cầu", "phân công", "ủy quyền cho", "ủy quyền",
                       "thống nhất giao")  # fmt: skip
ASSIGNING: Final = pattern(
    r"(?!giao ban (?:thường|tháng|quý|tuần|công tác|định kỳ|cơ quan|lãnh đạo|báo chí|phòng|khoa"
    r"|toàn)\b)"  # meets
    rf"(?:trân trọng )?(?:kính )?(?:{'|'.join(ASSIGNMENTS)})(?:\s?:)?\s+(?:đối với )?"
)
_ASKED: Final = "đề nghị "
"""After a comma it adds bodies that are not the plan's to command (`Các sở, đề nghị Hội A …`)."""

SHARED_OUT: Final = "phân công"
"""A verb of the plan, or of the unit that shares its own work out among its people."""

_PEOPLE: Final = ("cán bộ ", "công chức ", "viên chức ", "người ", "học sinh ", "sinh viên ")
"""Whom a unit shares its work out to, though a body's name may begin so."""

_ASIDE: Final = (
    r",?\s+(?:theo|căn cứ|trên cơ sở|trên địa bàn|trong (?:phạm vi|lực lượng|tổ|đội)|ngoài việc|tùy"
    r"|với (?:vai trò|tư cách|chức năng)|nêu (?:tại|ở|trên)|quy định tại"
    r"|nơi (?:có|đặt|diễn ra|xảy ra|tổ chức|triển khai|đoàn))\b"
)
_FOLLOWS: Final = pattern(
    rf"\s*(?:[.\-]|–\s|:(?!\s\d+ (?:thành viên|người|đồng chí|đ/c|ông, bà)\b))|{_ASIDE}"
)
"""What stands between a body and its duty; not how many it has (`Ban Bầu cử: 15 thành viên`)."""

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

_IS_WHAT: Final = (
    r"(?:(?:có|được sử dụng|được mở) (?:tư cách pháp nhân|con dấu|tài khoản|trụ sở)"
    r"|là (?:cơ quan|tổ chức|đơn vị) (?:sự nghiệp|hành chính|của|(?:chuyên môn )?(?:trực )?thuộc"
    r"|phối hợp liên ngành|thực hiện chức năng))\b"
    r"(?![^.;]{0,240}\s(?:trách nhiệm|nhiệm vụ|chủ trì|đầu mối|trước ngày)\s)"
)
_TELLS_WHAT: Final = pattern(rf"\s+{_IS_WHAT}")
"""What a body is or has by its statutes (`Trung tâm A là đơn vị sự nghiệp, có con dấu`)."""

_NO_DUTY: Final = pattern(
    r"(?:cũng\s+)?(?:đã|vừa|đang|chưa)\s|được hưởng\b|có (?:đóng góp|thành tích|công lao)\s"
    r"|(?:có ý kiến|thông báo|báo cáo) (?:[^.;:]{0,160}? )?như sau\s?:"
    r"|xin báo cáo\b|kính [^.;:]{2,160}\sxem xét\b"
    r"|có (?:văn bản|công văn|công điện|tờ trình|báo cáo|thông báo|kế hoạch) số\b"
    r"|(?:xin\s|trân trọng\s)?thông báo (?:cho|đến|tới|để)\s[^.;:]{0,120}?\bbiết\b"
    r"(?! và (?:gửi|nộp|báo cáo|đăng ký|phản ánh|góp ý))"
    r"|(?:làm việc|hoạt động) theo (?:chế độ|quy chế|nguyên tắc)\b"
    rf"|{_IS_WHAT}"
)
"""What a body has done or left undone, what it is, and how it works."""

_HAS: Final = pattern(r"có (?:(?:tổng (?:số|diện tích)|hơn|gần|trên|khoảng|tất cả) )?\d")
"""What a body has (`Nhà trường có 03 điểm trường`); each of several is to have it."""

_EACH: Final = ("mỗi ", "từng ", "các ")
_DEMANDING: Final = ("yêu cầu", "đề nghị", "kết luận", "thống nhất")
_ITS_DEMANDS: Final = pattern(
    r"\w+ \w+(?:(?:,| và) (?:chỉ đạo|yêu cầu))?"
    r"(?: như sau| (?:một số|các|những) (?:nội dung|việc|vấn đề|nhiệm vụ)[^.;:]{0,20})? ?: *\Z"
)
"""What a body demands of others below (`Ban Thường vụ yêu cầu:`): it does nothing itself.

Nor does who concludes a meeting (`Chủ tịch UBND xã kết luận như sau:`).
"""

_MORE: Final = pattern(r"(?:[ ,…]|\.\.\.)+")
"""How a list of doers breaks off before the verb (`Sở A, Sở B,… rà soát`)."""

_CARRIES: Final = " chịu trách nhiệm t"
_GOES_ON: Final = (", ", "; ", " và ")
_LONGEST_REST: Final = 200
"""How far the rest of a list may reach that carries something out (`… thi hành, … tổ chức`).

`Chánh Văn phòng, Giám đốc Sở A và người có xe bị tạm giữ chịu trách nhiệm thi hành …`.
"""

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


class Subject(NamedTuple):
    """A sentence's doers, and where the words about their action begin.

    `added` ones act beside others (`riêng Sở A`), `ordered` ones are told to (`giao Sở A`).
    """

    names: Names
    after: int
    added: bool = False
    ordered: bool = False


def acting(copy: Copy, names: Names, end: int) -> Subject | None:
    """Return the doers if words of acting follow their names.

    An unknown word right after a name that is whole is taken for a verb.
    """
    names = _with_others(copy, names, end)
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


def tells_what_it_is(copy: Copy, names: Names, end: int) -> bool:
    """Return whether behind a body's name stands what it is or has, no duty."""
    return bool(names.units) and _TELLS_WHAT.match(copy.low, names.end, end) is not None


def _with_others(copy: Copy, names: Names, end: int) -> Names:
    """Return the doers with those of another sort that share their `các` and act, too.

    `Các trường mầm non, nhóm trẻ tư thục gửi …`
    """
    many = names.units and copy.low.startswith("các ", names.units[-1].start)
    if not many or not copy.text.startswith(", ", names.end):
        return names
    others = read_names(copy, names.end + len(", "), end, counted=True)
    if not others.units or sort_at(copy.low, others.end + 1) != "verb":
        return names
    return others._replace(units=names.units + others.units, persons=names.persons)


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
    assigning = ASSIGNING.match(copy.low, at, end)
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
    return copy.low.startswith(SHARED_OUT, at) and is_staff(copy, place)


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


def is_staff(copy: Copy, place: int) -> bool:
    """Return whether people of the unit itself are named (`Phân công giáo viên trực`)."""
    found = unit_words().heads.at(copy.low, place)
    people = copy.low.startswith(_PEOPLE, place)
    return people or (
        found is not None and all(head.sort in ("staff", "person") for head in found.value)
    )
