"""Who is to act, read from the words of a sentence: subject, `Giao …`, `phối hợp với …`.

A sentence names its doers as its subject (`Sở A xây dựng …`, `Sở A: …`), as the object of an
assigning verb (`Giao Sở A …`, `đề nghị Sở A …`), in brackets (`(Sở A chủ trì)`) or after `do`
(`do Sở A thực hiện`). Opening clauses (`Căn cứ …,`, `Định kỳ …,`) are passed over.
"""

import re
from dataclasses import dataclass
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.units import Names, UnitName, read_names
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.lexicon.unit_words import unit_words

_SENTENCE: Final = re.compile(r"[.?!…]\s+(?=[A-ZĐÀ-Ỹ])|:\s+(?=[A-ZĐÀ-Ỹ])|;\s+")
_OPENING: Final = re.compile(
    r"""(?:căn\ cứ|trên\ cơ\ sở|trong|theo|định\ kỳ|hằng|hàng|nhận\ được|khi|sau\ khi|trước|để|nhằm
        |từ|đến|tại|với|trường\ hợp|nếu|(?:tiếp\ tục\ )?thực\ hiện\ (?:chỉ|kế|quyết|nghị|công\ văn|ý\ kiến|kết\ luận)|trên\ đây|ngoài|bên\ cạnh
        |đồng\ thời|riêng|ngay|chậm\ nhất|giai\ đoạn|năm|quý|tháng|qua|vào|nội\ dung)\b""",
    re.VERBOSE,
)
_CONNECTIVE: Final = re.compile(
    r"(?:(?:đồng thời|ngoài ra|bên cạnh đó|trước mắt|trong đó|riêng|mặt khác|theo đó|do đó)\s*,?\s+)+"
)
_ASSIGNING: Final = re.compile(
    r"""(?:kính\ )?(?:giao\ nhiệm\ vụ\ cho|giao\ trách\ nhiệm\ cho|giao\ cho|giao|đề\ nghị|yêu\ cầu
        |phân\ công|ủy\ quyền\ cho|thống\ nhất\ giao)\s+(?:đối\ với\ )?""",
    re.VERBOSE,
)
_REGARDING: Final = re.compile(r"(?:riêng\s+)?(?:đối với|về phía)\s+")
_COMMA: Final = re.compile(r"[,;:]\s+|\s+(?=(?:giao|đề nghị|yêu cầu)\s)")
_FOLLOWS: Final = re.compile(
    r"\s*[:.\-]|,?\s+(?:theo|căn cứ|trên cơ sở|trên địa bàn|trong phạm vi|ngoài việc|tùy)\b"
)
_AFTER_REGARDING: Final = re.compile(r"\s*[,:.]|\s+theo\b")
_VERB_SORTS: Final = frozenset({"verb", "adverb", "modal", "opening"})
_PASSIVE: Final = re.compile(r"(?:được|bị|do|là)\s")
_COORDINATION: Final = re.compile(r"(?:phối|kết)\ hợp", re.VERBOSE)
_NOT_COORDINATION: Final = re.compile(r"(?:quy chế|cơ chế|sự|tinh thần|chương trình|công tác)\s+\Z")
_WITH: Final = re.compile(
    r"""\s+(?:(?:chặt\ chẽ|đồng\ bộ|thường\ xuyên|tốt|hiệu\ quả|kịp\ thời)\s*,?\s+)*
        (?:thực\ hiện\s+)?(?:cùng\ với|cùng|với|giữa)?\s*""",
    re.VERBOSE,
)
_LATER_WITH: Final = re.compile(r"[^.;:()]{1,60}?\svới\s+")
_BY: Final = re.compile(r"(?<!\w)do\s+")
_BY_VERB: Final = re.compile(
    r"\s*(?:là\s+)?(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|chịu trách nhiệm|làm chủ|tổ chức)\b"
)
_BRACKET: Final = re.compile(r"\(([^()]{3,240})\)")
_LEADS: Final = re.compile(
    r"\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:chủ trì|chịu trách nhiệm|làm đầu mối|là đầu mối)\b"
)
_COORDINATES: Final = re.compile(
    r"\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*(?=[.;,)]|$)"
)
_APPROVAL: Final = re.compile(r"(?<!\w)(?:để\s+)?trình\s+")
_APPROVES: Final = re.compile(
    r"\s*(?:xem xét|ban hành|phê duyệt|quyết định|thông qua|cho ý kiến|ký)\b"
)
_SPEECH: Final = re.compile(
    r"(?:ý kiến|phát biểu|tham luận|báo cáo|thảo luận)(?:\s\w+){0,2}\s+của\s+"
)
_TROUBLE: Final = re.compile(
    r"trong quá trình\b[^.]{0,60}?\bnếu\s|nếu\s(?:có\s)?(?:khó khăn|vướng mắc)"
)
_FORMULA: Final = re.compile(r"trên đây là")
_OPENING_REACH: Final = 700
_FULL_STOP: Final = re.compile(r"[.?!]\s+(?=[A-ZĐÀ-Ỹ])")
_GROUP_WORD: Final = "sở|ban|ngành|bộ|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|cấp"
_IN_LIST: Final = re.compile(rf"(?:{_GROUP_WORD})\b")
_LISTED_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_GROUP_WORD})\s*\Z")


@dataclass(frozen=True, slots=True)
class Roles:
    """The units that a text names: who leads, who helps, who approves, and persons in charge.

    `weak` leads are named inside a sentence (`yêu cầu Sở A báo cáo`): they count where nobody
    else is named. `extra` leads (`Riêng đối với Sở A`) are added to inherited ones.
    """

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    approving: tuple[UnitName, ...] = ()
    persons: tuple[UnitName, ...] = ()
    weak: tuple[UnitName, ...] = ()
    extra: tuple[UnitName, ...] = ()
    last: tuple[UnitName, ...] = ()
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A sentence's doers, and where the words about their action begin."""

    names: Names
    after: int
    added: bool = False


def roles_in(copy: Copy, start: int, end: int) -> Roles:
    """Return the roles that the words of a paragraph give, sentence by sentence."""
    lead: list[UnitName] = []
    extra: list[UnitName] = []
    persons: list[UnitName] = []
    helping: list[UnitName] = []
    last: tuple[UnitName, ...] = ()
    acted = at_start = False
    read_to = start
    for begin in _beginnings(copy, start, end):
        clause = copy.low.startswith(";", begin - 2)
        trouble = _TROUBLE.match(copy.low, begin, end) is not None
        if begin < read_to or ((acted or lead) and (clause or trouble)):
            continue
        subject = subject_of(copy, begin, end)
        if subject is None:
            acted = acted or not _is_formula(copy, begin, end)
            continue
        at_start = at_start or (begin == start and bool(subject.names.units))
        read_to = subject.after
        (extra if subject.added else lead).extend(subject.names.units)
        persons += subject.names.persons
        last = subject.names.units or last
        helping += _second(copy, subject.after, end)
    return Roles(
        lead=_unique(lead),
        coordinating=_unique([*helping, *_coordinating(copy, start, end)], without=lead),
        approving=_approving(copy, start, end),
        persons=_unique(persons),
        weak=_unique(_weak(copy, start, end)),
        extra=_unique(extra, without=lead),
        last=last,
        at_start=at_start,
    )


def _is_formula(copy: Copy, start: int, end: int) -> bool:
    return bool(
        _FORMULA.match(copy.low, start, end)
        or copy.low.startswith("căn cứ", start)
        or _TROUBLE.match(copy.low, start, end)
    )


def _beginnings(copy: Copy, start: int, end: int) -> list[int]:
    """Return where the sentences and clauses of a stretch begin."""
    return [start, *(match.end() for match in _SENTENCE.finditer(copy.text, start, end))]


def subject_of(copy: Copy, start: int, end: int) -> Subject | None:
    """Return the doers that a sentence names at its start or after its opening clauses."""
    added = copy.low.startswith("riêng", start)
    connective = _CONNECTIVE.match(copy.low, start, end)
    place = connective.end() if connective else start
    found = _doers(copy, place, end)
    if found or not _OPENING.match(copy.low, place, end):
        return _mark(found, added=added)
    for comma in _COMMA.finditer(copy.low, place, _reach(copy, place, end)):
        if _LISTED_BEFORE.search(copy.low, max(place, comma.start() - 14), comma.start()) and (
            _IN_LIST.match(copy.low, comma.end(), end)
        ):
            continue
        found = _doers(copy, comma.end(), end)
        if found:
            return _mark(found, added=added)
    return None


def _reach(copy: Copy, place: int, end: int) -> int:
    """Return where an opening clause ends at the latest: the sentence's full stop."""
    stop = _FULL_STOP.search(copy.text, place, min(end, place + _OPENING_REACH))
    return stop.start() if stop else min(end, place + _OPENING_REACH)


def _mark(found: Subject | None, *, added: bool) -> Subject | None:
    return Subject(found.names, found.after, added) if found and added else found


def _doers(copy: Copy, place: int, end: int) -> Subject | None:
    assigning = _ASSIGNING.match(copy.low, place, end)
    if assigning:
        names = read_names(copy, assigning.end(), end)
        return Subject(names, names.end) if names.units or names.persons else None
    regarding = _REGARDING.match(copy.low, place, end)
    names = read_names(copy, regarding.end() if regarding else place, end)
    if not (names.units or names.persons):
        return None
    if regarding and _AFTER_REGARDING.match(copy.low, names.end, end):
        return Subject(names, names.end)
    return _acting(copy, names, end)


def _acting(copy: Copy, names: Names, end: int) -> Subject | None:
    """Return the doers if words of acting follow their names."""
    at = names.end
    while copy.text[at : at + 1] in " ,":
        at += 1
        if at >= end:
            return None
    assigning = _ASSIGNING.match(copy.low, at, end)
    if assigning:
        objects = read_names(copy, assigning.end(), end)
        if objects.units:
            return Subject(objects, objects.end)
    word = unit_words().duties.at(copy.low, at)
    if word and word.value in _VERB_SORTS:
        return Subject(names, names.end)
    return (
        Subject(names, names.end)
        if _FOLLOWS.match(copy.low, names.end, end) and _rest(copy, names.end, end)
        else None
    )


def _rest(copy: Copy, place: int, end: int) -> bool:
    return any(char.isalpha() for char in copy.text[place:end][:80])


def _second(copy: Copy, place: int, end: int) -> list[UnitName]:
    """Return the units of `Sở A chủ trì, Sở B phối hợp`: the second subject that helps."""
    lead = _LEADS.match(copy.low, place, end)
    if lead is None:
        return []
    step = re.compile(r"\s*[,;]\s+").match(copy.low, lead.end(), end)
    if step is None:
        return []
    names = read_names(copy, step.end(), end)
    return list(names.units) if _COORDINATES.match(copy.low, names.end, end) else []


def _coordinating(copy: Copy, start: int, end: int) -> list[UnitName]:
    found: list[UnitName] = []
    for match in _COORDINATION.finditer(copy.low, start, end):
        if _NOT_COORDINATION.search(copy.low, max(start, match.start() - 16), match.start()):
            continue
        way = _WITH.match(copy.low, match.end(), end)
        names = read_names(copy, way.end(), end) if way else None
        if not (names and names.units):
            later = _LATER_WITH.match(copy.low, match.end(), end)
            names = read_names(copy, later.end(), end) if later else None
        if names:
            found += names.units
    return found


def _approving(copy: Copy, start: int, end: int) -> tuple[UnitName, ...]:
    found: list[UnitName] = []
    for match in _APPROVAL.finditer(copy.low, start, end):
        names = read_names(copy, match.end(), end)
        if names.units and _APPROVES.match(copy.low, names.end, end):
            found += names.units
    return _unique(found)


def _weak(copy: Copy, start: int, end: int) -> list[UnitName]:
    """Return the doers named inside: `do Sở A thực hiện`, `yêu cầu Sở A báo cáo`, `(Sở A)`."""
    found: list[UnitName] = []
    for match in _BY.finditer(copy.low, start, end):
        names = read_names(copy, match.end(), end)
        if names.units and _BY_VERB.match(copy.low, names.end, end):
            found += names.units
    for bracket in _BRACKET.finditer(copy.text, start, end):
        names = read_names(copy, bracket.start(1), bracket.end(1))
        if names.units and _LEADS.match(copy.low, names.end, bracket.end(1)):
            found += names.units
    if not found:
        found = _asked(copy, start, end)
    return found or _speaking(copy, start, end)


def _asked(copy: Copy, start: int, end: int) -> list[UnitName]:
    for match in re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao)\s+").finditer(copy.low, start, end):
        names = read_names(copy, match.end(), end)
        word = unit_words().duties.at(copy.low, names.end + 1) if names.units else None
        if word and word.value in _VERB_SORTS:
            return list(names.units)
    return []


def _speaking(copy: Copy, start: int, end: int) -> list[UnitName]:
    match = _SPEECH.match(copy.low, start, end)
    if match is None:
        return []
    return [name for name in read_names(copy, match.end(), end).units if not name.post]


def _unique(
    names: "list[UnitName] | tuple[UnitName, ...]", *, without: "list[UnitName] | None" = None
) -> tuple[UnitName, ...]:
    """Return the names without repeats of a body, and without those that `without` holds."""
    seen = {unit_key(name.text) for name in without or ()}
    found: list[UnitName] = []
    for name in names:
        key = unit_key(name.text)
        if key not in seen:
            seen.add(key)
            found.append(name)
    return tuple(found)


unique = _unique
