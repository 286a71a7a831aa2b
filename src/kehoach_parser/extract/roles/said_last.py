"""Doers that a paragraph names late: in a clause of their own, after a colon, in last brackets."""

from collections.abc import Iterable
from typing import Final

from kehoach_parser.extract.copies import Copy, Names, UnitName
from kehoach_parser.extract.names.lists import listed_over, read_names, same_sort
from kehoach_parser.extract.roles.helping import LEADS
from kehoach_parser.extract.roles.times import says_when
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.literals import places
from kehoach_parser.text.patterns import pattern

_HELPS: Final = pattern(r"\s+(?:cùng\s+)?phối hợp(?!\s+(?:chặt chẽ\s+)?(?:với|cùng)\b)\b")
_SUPPORTS: Final = " hỗ trợ"
_IS_OR_JOINS: Final = ("là ", "phối hợp")
_BARE: Final = tuple(
    f"; {words}" for words in ("đơn vị", "cơ quan", "tổ chức", "cơ sở", "doanh nghiệp", "nhà thầu",
                               "nhà thầu thi công", "hộ", "lực lượng", "chủ đầu tư")
)  # fmt: skip
"""Words for any body, which a verb only describes (`…; đơn vị nhận cảnh báo giải trình`)."""

_STATE: Final = pattern(r"(?:đã|đang|chưa|còn|vẫn|không|luôn|cũng|đều|rồi|căn cứ|tùy|tuỳ)\b")
"""Adverbs that tell how things are, not how somebody is to act."""

_MUST: Final = pattern(r"\s+(?:phải|cần|có trách nhiệm)\s")

_ACTS_AFTER_COLON: Final = pattern(r"\s?:\s+")
_LAST_BRACKET: Final = pattern(r"[ ]\((?P<names>[^()]{3,200})\)[ .;]*\Z")
_TIME: Final = "thời gian "
_LONGEST_BRACKET: Final = 210
BREAK: Final = pattern(r"[,;:]\s+|\s[-\N{EN DASH}]\s")

_OF_A_GROUP: Final = pattern(
    r"(?<!\w)(?:bộ|sở|ban|ngành|đơn vị|cơ quan|(?<!ổn định )tổ chức|đoàn thể|địa phương"
    r"|doanh nghiệp|trường|lực lượng|thành viên|xã|phường|huyện|tỉnh|cấp|liên quan|khác)\s*\Z"
)
"""Words before brackets or a colon that say which ones of a group are meant."""

_EACH: Final = ("mỗi ", "từng ")
_OWN: Final = frozenset(("đơn vị", "cơ quan", "địa phương", "nhà trường"))
_LONGEST_SERIES: Final = 1_000
"""Characters in which others may act in the same sentence."""

_CLAUSE_END: Final = pattern(r"[.;:]\s")
_LONGEST_CASE: Final = 90
_TOPIC: Final = 90
"""Characters up to which what stands before a colon and doers is a topic."""

_NO_DOERS: Final = pattern(
    r"(?<!\w)(?:phối hợp|gồm|thành phần|đối tượng|khách mời|mời|gửi|về|cho|với|tại|đến|tới|của|là"
    r"|kiểm tra|thanh tra|giám sát|khảo sát|khen|tặng|thăm|nơi|như|hỗ trợ|cụ thể|danh sách|sáp nhập"
    r"|thành lập|sau)(?!\w)"
)
"""Words that make units after a colon what is listed, visited or invited."""


def later_doers(
    copy: Copy, names: Names, end: int, *, ordered: bool
) -> tuple[list[UnitName], list[UnitName]]:
    """Return who leads and who helps by a clause after a semicolon that begins with these names.

    `ordered` tells that the clause gives an order (`…; giao Sở A báo cáo`), whose object leads.

    `…; Sở A chủ trì thực hiện`, `…; Sở B phối hợp`, `…; Công đoàn: chuẩn bị quà`,
    `…; các xã phải giữ sạch chợ`, `…; Sở C cấp kinh phí`.
    """
    if not names.units:
        return [], []
    if LEADS.match(copy.low, names.end, end):
        return list(names.units), []
    if _HELPS.match(copy.low, names.end, end):
        return [], list(names.units)
    if ordered and sort_at(copy.low, names.end + 1) in ACTING:
        return list(names.units), []
    if _MUST.match(copy.low, names.end, end):
        return list(names.units), []
    held = names.units[0].post and copy.text[names.units[0].start].islower()
    return (list(names.units), []) if _does(copy, names.end, end) and not held else ([], [])


def is_of_doer(name: UnitName, leading: Iterable[UnitName]) -> bool:
    """Return whether a later clause's subject belongs to the bodies that lead by their heading.

    `…; mỗi Đội chọn hai chợ`, `…; Giám đốc đơn vị chịu trách nhiệm`, below `UBND các xã, phường`
    also `…; Chủ tịch UBND xã ký quyết định`.
    """
    low = name.text.lower()
    if low.startswith(_EACH) or (name.post and low in _OWN):
        return True
    own = unit_key(name.text)
    return name.post and any(unit_key(one.text).startswith(own) for one in leading)


def after_comma(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return who acts behind the comma of a case that no word opens.

    `Đám cháy lan rộng, Hạt Kiểm lâm điều động lực lượng`; behind a verb it may be a list, behind a
    share what the share is of (`100% cán bộ, giáo viên tham gia`).
    """
    comma = copy.text.find(", ", start, min(end, start + _LONGEST_CASE))
    stop = copy.text.find(". ", start, end)
    named = comma < 0 or not copy.text[start + 1 : comma].islower()  # `do Sở A, Sở B ban hành`
    share = copy.text.find("%", start, max(start, comma)) >= 0
    if named or share or 0 <= stop < comma or unit_words().duties.at(copy.low, start):
        return []
    names = read_names(copy, comma + len(", "), end)
    return list(names.units) if sort_at(copy.low, names.end + 1) == "verb" else []


def likewise(copy: Copy, doer: UnitName, place: int, end: int) -> list[UnitName]:
    """Return who else acts behind commas of a sentence whose first doers end at a place.

    `Sở A cử 05 người, Sở B cử xe`, `Chi hội A quét dọn, chi hội B cắm hoa`; not who is listed with
    others (`phối hợp với Sở A, Sở B lập`).
    """
    found: list[UnitName] = []
    stop = _CLAUSE_END.search(copy.text, place, min(end, place + _LONGEST_SERIES))
    reach = stop.start() if stop else min(end, place + _LONGEST_SERIES)
    read_to = place
    chaired = LEADS.match(copy.low, place, end) is not None
    for comma in places(copy.text, ", ", place, reach):
        begin = comma + len(", ")
        if begin < read_to:
            continue
        if not (copy.text[begin : begin + 1].isupper() or same_sort(copy, doer, begin)):
            continue
        names = read_names(copy, begin, reach)
        read_to = max(read_to, names.end)
        helps = chaired and copy.low.startswith(_SUPPORTS, names.end)
        verb = bool(names.units) and not helps and _does(copy, names.end, reach)
        if verb and listed_over(copy, place, comma) < 0:
            found += names.units
    return found


def _does(copy: Copy, place: int, end: int) -> bool:
    """Return whether a verb follows a name, other than one that says what the body is."""
    colon = _ACTS_AFTER_COLON.match(copy.low, place, end)
    at = _past_way(copy, colon.end() if colon else place + 1)
    acts = sort_at(copy.low, at) == "verb"
    described = colon is None and copy.low.endswith(_BARE, 0, place)
    return acts and not described and not copy.low.startswith(_IS_OR_JOINS, at)


def _past_way(copy: Copy, at: int) -> int:
    """Return the place after an adverb of manner (`…; các xã thường xuyên kiểm tra`)."""
    found = unit_words().duties.at(copy.low, at)
    way = found and found.value == "adverb" and not _STATE.match(copy.low, at)
    return found.end + 1 if found and way else at


def named_last(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the units that alone stand in brackets, or after a topic and a colon, at the end."""
    return _in_brackets(copy, start, end) or _after_colon(copy, start, end)


def _in_brackets(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the doers of an agenda's item: `Đón tiếp đại biểu (Sở A).`."""
    bracket = _LAST_BRACKET.search(copy.text, max(start, end - _LONGEST_BRACKET), end)
    if bracket is None or _OF_A_GROUP.search(copy.low, start, bracket.start()):
        return []
    return _only_names(copy, *_beside_time(copy, *bracket.span("names")))


def _beside_time(copy: Copy, start: int, end: int) -> tuple[int, int]:
    """Return where names stand beside a time: `(Quý I, Ban Tuyên giáo)`, `(Sở A, tháng 9/2026)`."""
    steps = [step.span() for step in BREAK.finditer(copy.text, start, end)]
    if steps and says_when(copy, start, steps[0][0]):
        return steps[0][1], end
    last = steps[-1][1] if steps else end
    last += len(_TIME) if copy.low.startswith(_TIME, last) else 0
    return (start, steps[-1][0]) if steps and says_when(copy, last, end) else (start, end)


def _after_colon(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the doers of a division of work: `Chuẩn bị âm thanh: Đoàn Thanh niên.`."""
    colon = copy.text.find(": ", start, min(end, start + _TOPIC))
    if colon < 0 or _NO_DOERS.search(copy.low, start, colon):
        return []
    if _OF_A_GROUP.search(copy.low, start, colon):
        return []
    stop = end
    while stop > colon and copy.text[stop - 1] in " .;":
        stop -= 1
    return _only_names(copy, *_beside_time(copy, colon + 2, stop))


def _only_names(copy: Copy, start: int, end: int) -> list[UnitName]:
    names = read_names(copy, start, end)
    return list(names.units) if names.end == end and not names.persons else []
