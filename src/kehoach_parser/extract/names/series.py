"""How a name goes on past a separator: more numbers, parts, places, committees of one body."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.growing import Growing
from kehoach_parser.extract.names.heads import (
    CAPITALS,
    IN_CELL,
    MANY,
    NO_NAME,
    QUANTIFIER,
    ROLE_WORDS,
    SEPARATOR,
    begins,
    head_at,
)
from kehoach_parser.extract.names.numbered import more_numbers
from kehoach_parser.extract.names.persons import past_holder, past_seat
from kehoach_parser.lexicon.duty_openers import DUTY_OPENERS
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.phrases import Found
from kehoach_parser.lexicon.unit_words import Head, unit_words
from kehoach_parser.text.patterns import pattern

DASH: Final = pattern(r"(?:\s+[-–]\s*|[-–]\s+|–)(?=[^\W\d_])")
"""A dash inside a name or between two; it may have lost its blanks before a capital."""

_COUNCIL_END: Final = pattern(r"(?:hđnd|hội đồng nhân dân|đại biểu quốc hội|đbqh)\s*\Z")
_COUNCIL_NEXT: Final = pattern(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)\b")
_LEVELS: Final = tuple(
    f" {level}{mark}"
    for level in ("trung ương", "tw", "thành phố", "tỉnh", "huyện", "quận", "thủ đô")
    for mark in (" ", ",", ";", ".", "\n", ")")
)
"""Levels that plans write with a capital after a collective (`các sở, ban, ngành Thành phố`)."""

_ANY_BODIES: Final = frozenset(
    ("cơ quan", "đơn vị", "địa phương", "lực lượng", "chính quyền", "cấp ủy", "nhà trường",
     "bộ phận")
)  # fmt: skip
"""Words for any body, with which a collective goes on as with `ban`, `ngành`."""

_TIMES: Final = (
    "quý ",
    "tháng ",
    "ngày ",
    "tuần ",
    "trước ngày ",
    "trước tháng ",
    "từ ngày ",
    "hằng ",
)
"""How times begin that stand behind a doer and a dash (`Khoa Dược - Quý II/2026`)."""

_DUTIES: Final = tuple(f"{verb} " for verb in DUTY_OPENERS)
"""How a duty begins that stands behind a body and a dash (`Sở Y tế - Chủ trì thẩm định`)."""

_SIDE_BY_SIDE: Final = frozenset(
    ("hội", "đoàn", "công đoàn", "hiệp hội", "liên đoàn", "mặt trận", "mttq", "ubmttq", "công an",
     "quân sự xã", "quân sự phường", "đoàn thanh niên", "hội phụ nữ", "hội nông dân",
     "hội cựu chiến binh", "hội người cao tuổi", "hội chữ thập đỏ")
)  # fmt: skip
"""Bodies of which a place has one each: mass organisations, police and soldiers."""

_FIELDS: Final = ("chỉ đạo tuyến",)
"""Fields of offices that begin so (`Phòng Đào tạo - Chỉ đạo tuyến`)."""

_SHARES_PLACE: Final = "quân sự "
_EACH: Final = pattern(r"(các|từng|mỗi|mọi) (?:cấp|ngành|bộ|sở|ban)\b")
_OF_COMMITTEES: Final = pattern(r"(?<!\w)các [^,;]{2,12}ủy\b[^;]{0,60}\Z")
_COMMITTEE: Final = pattern(r"(?:\w+ ủy|đảng bộ|chi bộ)\b")
_SHORT_FIELDS: Final = ("PTNT", "ĐT", "XH", "TBXH", "MT", "CN", "TT", "TTTT", "DL", "BVTV",
                        "TT&DL", "TM&DL", "BHYT", "TH", "THCS", "THPT")  # fmt: skip
"""Short words for an office's second field (`Sở GD và ĐT`) and kinds of schools (`TH, THCS`)."""

_SORTS: Final = (
    r"(?:đơn vị|địa phương|cơ quan|sở|ban|ngành|phòng|đoàn thể|huyện|quận|thị xã|thành phố)"
)
_SORT: Final = pattern(rf"{_SORTS}(?!\w)")
_OF_SORT: Final = pattern(rf"\scác {_SORTS}(?:, {_SORTS}){{0,5}}\Z")
"""Sorts of bodies and places, and how a name ends on one (`Công an các đơn vị`)."""

_ZONES: Final = pattern(
    r"(?:các\s)?khu\s(?:công nghiệp|kinh tế|chế xuất|công nghệ)\b|(?:chế xuất|công nghiệp)\b"
)
"""What the boards of zones go on with (`Ban Quản lý Khu kinh tế A và các khu công nghiệp`)."""

_OF_ZONES: Final = pattern(r"(?:ban quản lý|ban ql|bql)\s[^;]{0,60}?\bkhu\s")
_BRANCH: Final = "ngành"
"""A body only with its field in capitals (`Ngành Y tế`, not `các Sở, Ban, Ngành cấp tỉnh`)."""

_OFFICE_KINDS: Final = (
    "phòng ", "ban ", "trung tâm ", "cục ", "chi cục ", "vụ ", "viện ", "khoa ", "tổ ", "bộ phận ",
)  # fmt: skip
"""Offices and boards, which are named by the fields that they work in."""

_MORE_FIELDS: Final = pattern(
    r"[^.;:()\n]{2,60}?\s(?:và|[-–])\s(?P<last>[^.;:()\n]{2,50}?)"
    r"(?:(?=:)|(?=\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp(?! với))\b)|(?P<all>\Z))"
)
"""Further fields of an office, up to what ends its name (`Phòng Khảo thí, kiểm định và …:`)."""

_WHICH: Final = pattern(r"\s(?:(?:có )?liên quan|(?:trực )?thuộc|khác|còn lại|chức năng)(?!\w)")
"""What tells which bodies of a sort are meant (`các Cục, Vụ có liên quan`)."""

_SCHOOL: Final = "trường"
_IS: Final = " là "
_OF_PLACES: Final = (
    "ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "công an", "đảng ủy", "đảng bộ",
)  # fmt: skip
"""Heads of bodies that each place has."""

_STAFF: Final = (
    "cán bộ", "công chức", "viên chức", "người lao động", "đảng viên", "giáo viên", "nhân viên",
    "đoàn viên", "hội viên", "học sinh", "chiến sĩ", "chiến sỹ",
)  # fmt: skip
_OFFICES: Final = ("văn phòng", "vp")
_OFFICE: Final = pattern(
    r"\s[-–]\s(?:là\s)?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|chủ quản)\b"
)
"""What tells in which role a body acts (`Sở Y tế - cơ quan thường trực Ban Chỉ đạo`)."""


def over_separator(state: Growing, last: int) -> tuple[int | None, Growing] | None:
    """Return where the name goes on past a separator (null: it ends), null for no separator."""
    copy = state.copy
    dash = DASH.match(copy.text, last, state.end)
    if dash and (copy.text[dash.end()].isupper() or _is_spaced(dash[0])):
        timed = state.listing and copy.low.startswith(_TIMES, dash.end())
        office = _OFFICE.match(copy.low, last, state.end)
        duty = copy.low.startswith(_DUTIES, dash.end()) and not copy.low.startswith(
            _FIELDS, dash.end()
        )
        seat = past_seat(copy, last, state.end) > last
        post = not state.listing and unit_words().posts.at(copy.low, dash.end())
        ends = timed or office or duty or seat or post
        if ends or past_holder(copy, last, state.end) > last:
            return None, state  # `Chủ tịch UBND xã - Trưởng Ban Chỉ đạo`
        alike = beside(copy, dash.end(), state.end, state.head.words)
        ends = alike or _another_behind_dash(state, dash.end())
        return (None if ends else dash.end()), state
    step = SEPARATOR.match(copy.low, last, state.end)
    if step is None and (state.listing or state.bare):
        step = IN_CELL.match(copy.text, last, state.end)
    return _past(state, last, step[0], step.end()) if step else None


def _is_spaced(dash: str) -> bool:
    return dash[0].isspace() and dash[-1].isspace()


def _another_behind_dash(state: Growing, at: int) -> bool:
    """Return whether a dash parts two bodies of a list, not a body's field.

    `Sở A - Công an tỉnh`; not `Vụ Tổ chức - Cán bộ`, `Phòng Tài chính - Kế toán`.
    """
    if not state.listing or state.copy.low.startswith(_STAFF, at):
        return False
    found = head_at(state.copy, at, state.end, many=False)
    return found is not None and (found[0].sort, state.head.sort) != ("staff", "body")


def beside(copy: Copy, at: int, end: int, head: str) -> bool:
    """Return whether behind a dash stands a body beside the one with this head.

    `Đoàn Thanh niên – Hội Phụ nữ xã`, `Công an – Quân sự phường`, `Cục A – Cục B`; a dash before
    other bodies may tell whose part the first is (`Phòng CSGT - Công an tỉnh`).
    """
    found = None if copy.text[at].islower() else head_at(copy, at, end, many=False)
    if found is None:
        return False
    heads = {found[0].words.lower(), head.lower()}
    return heads <= _SIDE_BY_SIDE


def _past(state: Growing, last: int, step: str, at: int) -> tuple[int | None, Growing]:
    copy = state.copy
    if state.bare:
        grown = _twice(state, last, at) or _more_of_group(state, step, at)
    else:
        grown = more_numbers(state, last, at)
    grown = grown or _more_sorts(state, last, at) or _more_zones(state, last, at)
    if grown:
        return grown, state
    office = state.head.words.lower() in _OFFICES or copy.low.startswith(_OFFICES, state.start)
    if office and _COUNCIL_END.search(copy.low, state.start, last):
        council = _COUNCIL_NEXT.match(copy.low, at, state.end)
        if council:
            return council.end(), state._replace(head=state.head._replace(words="ubnd"))
    fields = state.head.sort == "body" or state.head.words == _SCHOOL
    if fields and _is_short_field(state, at):
        return at, state
    if _is_of_same_kind(state, at):
        return None, state
    if _begins_place(state, at):
        goes_on = _shares_places(state, step)
    else:
        alone = begins(copy, at, state.end, listing=state.listing and not _in_clause(state, last))
        more = _past_small(state, last, at) if copy.text[at : at + 1].islower() else None
        more = more or (None if alone or state.listing else _past_fields(state, step, at))
        if more:
            return more, state._replace(bare=False)
        goes_on = not alone and _goes_on(state, step, at)
    return (at if goes_on else None), state._replace(bare=False)


def _past_fields(state: Growing, step: str, at: int) -> int | None:
    """Return the end of the further fields that an office's name tells, null for none.

    `Phòng Khảo thí, kiểm định và đảm bảo chất lượng: …`; what a whole line says may be a duty.
    """
    copy = state.copy
    if "," not in step or not copy.text[at : at + 1].islower():
        return None
    kind = next((k for k in _OFFICE_KINDS if copy.low.startswith(k, state.start)), None)
    if kind is None or not copy.text[state.start + len(kind)].isupper():
        return None
    more = _MORE_FIELDS.match(copy.low, at, state.end)
    if more is None or head_at(copy, more.start("last"), state.end, many=False):
        return None
    duty = more["all"] is not None and sort_at(copy.low, at) == "verb"
    told = duty and (copy.low.startswith(_DUTIES, at) or " các " in more[0])
    return None if told else more.end()


def _past_small(state: Growing, last: int, at: int) -> int | None:
    """Return where a name goes on to with a word in small letters that names begin with too."""
    if _more_committees(state, last, at):
        return at
    noun = unit_words().nouns.at(state.copy.low, at)
    if noun is None:
        return None
    proper = state.bare and state.copy.text[noun.end + 1 : noun.end + 2].isupper()
    place = noun.value == "place" and not proper  # `các ban, ngành, thôn Hạ` are two
    held = place or _more_staff(state, last, at) or _is_field(state, at, noun)
    return noun.end if held else None


def _is_of_same_kind(state: Growing, at: int) -> bool:
    """Return whether the next body's name begins with the same word (`Thôn Cầu, thôn 7`)."""
    kind = f"{state.head.words.lower()} "
    if state.collective or not state.copy.low.startswith(kind, at):
        return False
    named = state.copy.text[at + len(kind) : at + len(kind) + 1]
    return (state.listing and named.isdigit()) or named.isupper()


def _is_field(state: Growing, at: int, noun: Found[str]) -> bool:
    """Return whether a verb names a field, as what the body does follows it.

    `Các Đoàn kiểm tra, giám sát có trách nhiệm …`, not `Đoàn kiểm tra, giám sát việc thu …`.
    """
    low = state.copy.low
    is_verb = noun.value == "field" and sort_at(low, at) != ""
    return is_verb and sort_at(low, noun.end + 1) in ACTING


def _is_short_field(state: Growing, at: int) -> bool:
    """Return whether an office's second field stands at a place, and no name of its own."""
    text = state.copy.text
    short = CAPITALS.match(text, at, state.end)
    named = short is not None and text[short.end() + 1 : short.end() + 2].isupper()
    return short is not None and short[0] in _SHORT_FIELDS and not named


def _begins_place(state: Growing, at: int) -> bool:
    """Return whether the name of a place begins behind a separator (`xã Na Lương`)."""
    found = head_at(state.copy, at, state.end, many=False)
    return found is not None and found[0].sort == "territory"


def _shares_places(state: Growing, step: str) -> bool:
    """Return whether a place behind a separator belongs to a body's name.

    After a comma it says where the body is; councils and the like may be of several places
    (`UBND tỉnh A và tỉnh B`).
    """
    if state.head.sort == "territory":
        return False
    return "và" not in step or state.head.words.lower() in _OF_PLACES


def _more_sorts(state: Growing, last: int, at: int) -> int | None:
    """Return the end of another sort of places that each have such a body, null for none.

    `Công an các đơn vị, địa phương`, `Thanh tra các sở, ngành`.
    """
    sort = _SORT.match(state.copy.low, at, state.end)
    if sort is None or not _OF_SORT.search(state.copy.low, state.start, last):
        return None
    return None if state.copy.text[sort.end() + 1 : sort.end() + 2].isupper() else sort.end()


def _more_zones(state: Growing, last: int, at: int) -> int | None:
    """Return the end of further zones that one board manages, null for none."""
    zones = _ZONES.match(state.copy.low, at, state.end)
    of_zones = zones and _OF_ZONES.match(state.copy.low, state.start, last)
    return zones.end() if zones and of_zones else None


def _more_committees(state: Growing, last: int, at: int) -> bool:
    """Return whether a board goes on to a further committee (`BTV các huyện ủy, thành ủy`)."""
    copy = state.copy
    within = _OF_COMMITTEES.search(copy.low, state.start, last)
    return within is not None and _COMMITTEE.match(copy.low, at) is not None


def _more_staff(state: Growing, last: int, at: int) -> bool:
    """Return whether a name holds a list of people: `cơ quan quản lý cán bộ, công chức`."""
    low = state.copy.low
    if state.head.sort == "free" and state.head.words.endswith(_STAFF):
        return False  # `cha mẹ học sinh, giáo viên bộ môn`
    return low.endswith(_STAFF, state.start, last) and low.startswith(_STAFF, at)


def _in_clause(state: Growing, last: int) -> bool:
    """Return whether a clause has begun that tells what the bodies are (`là chủ quản …`)."""
    return state.copy.low.find(_IS, state.start, last) >= 0


def _twice(state: Growing, last: int, place: int) -> int | None:
    """Return the end of the other half of a set phrase (`các cấp, các ngành`), null if none."""
    each = _EACH.fullmatch(state.copy.low, state.start, last)
    other = _EACH.match(state.copy.low, place, state.end) if each else None
    return other.end() if each and other and each[1] == other[1] else None


def _more_of_group(state: Growing, step: str, place: int) -> int | None:
    """Return the end of another word of a collective (`các cơ quan, đơn vị`), null if none."""
    found = None if ";" in step else unit_words().heads.at(state.copy.low, place)
    if found is None or found.end > state.end:
        return None
    head = next((h for h in found.value if h.sort in ("group", "free")), None)
    if head is None or ("và" in step and head.words == "địa phương"):
        return None
    if _is_apart(state, head, place):
        return None
    following = state.copy.text[found.end : found.end + 2].strip()[:1]
    if state.copy.text[place].isupper() and any(h.sort == "body" for h in found.value):
        field = head.words == _BRANCH and not following.isupper()
        sort = field or _WHICH.match(state.copy.low, found.end) is not None
        return found.end if sort or not following.isalpha() else None
    proper = following.isupper() and not state.copy.low.startswith(_LEVELS, found.end)
    return None if proper and head.sort != "free" else found.end


def _is_apart(state: Growing, head: Head, place: int) -> bool:
    """Return whether one of two names is a certain body's (`công an, dân quân`).

    After `các` the first is one of a sort; `công an, quân sự xã` share their place.
    """
    if head.words.startswith(_SHARES_PLACE):
        return False
    if _is_certain(head):
        return True
    return _is_certain(state.head) and not MANY.search(state.copy.low, state.start, place)


def _is_certain(head: Head) -> bool:
    """Return whether a head names a body without more (`Ban Giám hiệu`), no sort of them."""
    return head.sort == "free" and head.words not in _ANY_BODIES


def _is_piece(state: Growing, step: str, start: int) -> bool:
    """Return whether a kind of bodies is a list's member; a syllable goes on (`báo, đài`)."""
    low, end = state.copy.low, state.end
    head = unit_words().heads.at(low, start)
    if head is None or not (" " in low[start : head.end] or state.copy.text[start].isupper()):
        return False
    named = "," in step and state.head.sort in {"body", "free"}
    return named or low[head.end : min(head.end + 1, end)] in ",;."


def _goes_on(state: Growing, step: str, place: int) -> bool:
    """Return whether a name goes on after a separator with words that begin no name."""
    copy = state.copy
    if state.listing:
        short = CAPITALS.fullmatch(copy.text, state.start, place - len(step))
        if _is_piece(state, step, place) or (short and copy.text[place].isupper()):
            return False
        return not (";" in step or NO_NAME.match(copy.low, place, state.end)
                    or ROLE_WORDS.match(copy.low, place, state.end))  # fmt: skip
    if ";" in step:
        return False
    if copy.text[place : place + 1].isupper():
        return True
    noun = _noun(copy, place)
    many = state.head.words in _ANY_BODIES or state.head.sort == "group"
    many = many or QUANTIFIER.match(copy.low, state.start) is not None
    return noun == "field" or (noun == "people" and state.collective and many)


def _noun(copy: Copy, place: int) -> str | None:
    found = unit_words().nouns.at(copy.low, place)
    return found.value if found else None
