"""Who is to act, read from the sentences of a paragraph: subject, `Giao …`, `phối hợp với …`.

A sentence names its doers as its subject (`Sở A xây dựng …`, `Sở A: …`) or as the object of an
assigning verb (`Giao Sở A …`, `đề nghị Sở A …`); inside.py reads those that stand further in.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.names.heads import begins
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.roles.acting import Subject
from kehoach_parser.extract.roles.attributes import attributes_in, says_label
from kehoach_parser.extract.roles.charged import charged
from kehoach_parser.extract.roles.helping import (
    ONLY_HELPS,
    approving_in,
    coordinating_in,
    second_subject,
)
from kehoach_parser.extract.roles.said_last import (
    later_doers,
    likewise,
)
from kehoach_parser.extract.roles.subjects import subject_of
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.text.patterns import pattern

_SENTENCE: Final = pattern(r"[.?!…:;,](?:(?<!,)|(?=\s+(?:trong đó|riêng)\s))\s+")
"""Where a sentence or a clause ends; a set of characters in front is sought fastest."""

_OPENS: Final = ("định kỳ ", "hằng ", "hàng ", "trước ", "chậm nhất ", "giao ")
"""How a time or an order begins that stands before the doer behind a topic and a colon."""

_CONNECTIVE: Final = pattern(r"(?:trong đó|riêng|đồng thời|còn),?\s+")
"""How a clause goes on from the one before it (`…; riêng Sở A chuẩn bị …`)."""

_TROUBLE: Final = pattern(
    r"trong quá trình\b[^.]{0,60}?\bnếu\s|nếu\s(?:có\s)?(?:khó khăn|vướng mắc)"
)
_FORMULA: Final = pattern(r"trên đây là|kế hoạch này là (?:cơ sở|căn cứ)")
_SHORT: Final = 3
_SHORT_PLACES: Final = frozenset(("TP", "Tp", "TX", "Tx", "TT"))
ORDERS: Final = ("giao nhiệm vụ cho ", "giao ", "yêu cầu ", "đề nghị ")
"""Verbs by which somebody is told to act."""

_AT_BEGIN: Final = (*ORDERS, "phân công cho ", "phân công ")
"""What tells it at the beginning of a clause; within one somebody shares out work of his own."""


class Roles(NamedTuple):
    """The units that a text names: who leads, who helps, who approves, and persons in charge."""

    lead: tuple[UnitName, ...] = ()
    coordinating: tuple[UnitName, ...] = ()
    approving: tuple[UnitName, ...] = ()
    persons: tuple[UnitName, ...] = ()

    extra: tuple[UnitName, ...] = ()
    """Who leads beside those inherited from above (`Riêng đối với Sở A`)."""

    last: tuple[UnitName, ...] = ()
    """The doers of the last sentence that names any: those of what follows a lead-in."""

    at_start: bool = False
    """Whether the first sentence names doers."""

    told: bool = False
    """Whether a sentence orders (`Yêu cầu Sở A …`)."""

    late: bool = False
    """Whether sentences without doers stand before the first that names any."""

    beside: bool = False
    """Whether a clause names the first doers, behind one of whoever is above (`…; Sở B cử xe`)."""


_GUIDES: Final = "lãnh đạo "
PARTY: Final = (
    "đảng ", "đảng ủy", "đảng bộ", "ban cán sự đảng", "cấp ủy", "các cấp ủy", "chi ủy", "chi bộ",
    "các chi bộ", "các đảng ủy", "các đảng bộ", "các tổ chức đảng", "ban thường vụ",
    "ban chấp hành", "tỉnh ủy", "thành ủy", "bí thư",
)  # fmt: skip
"""How the names of Party bodies begin that lead others."""

_CHAIRS: Final = " (chủ trì)"
_TOGETHER: Final = " hợp "
_LONGEST_POST: Final = 40
"""How many characters a post before its unit may have."""

_LONGEST_TOPIC: Final = 120
_LONGEST_MATTER: Final = 320
_MATTER: Final = ("đối với", "về ")
"""How the topic begins that a long paragraph is about."""

_SHORT_TOPIC: Final = 60
"""Characters up to which doers in small letters may follow (`Thi đua: mỗi chi hội trồng cây`)."""

_COLON: Final = len(": ")
_NOBODY: Final = Roles()


def roles_in(copy: Copy, start: int, end: int) -> Roles:
    """Return the roles that the words of a paragraph give, sentence by sentence."""
    partners = coordinating_in(copy, start, end)
    found = _Found(copy, start, end)
    for begin in _unlabelled(copy, start, end):
        if begin < found.read_to or _is_member(copy, partners, begin):
            continue
        if (found.acted or found.lead) and _goes_along(copy, begin, end):
            found.take_later(begin)
        else:
            found.take_sentence(begin)
    return found.roles(partners)


class _Found:
    """What the sentences of a paragraph name; `read_to` is where the next one may begin."""

    def __init__(self, copy: Copy, start: int, end: int) -> None:
        self._copy, self._start, self._end = copy, start, end
        self.read_to = start
        self.acted = False
        self.lead: list[UnitName] = []
        self._extra: list[UnitName] = []
        self._persons: list[UnitName] = []
        self._helping: list[UnitName] = []
        self._last: tuple[UnitName, ...] = ()
        self._at_start = self._told = self._late = self._beside = False

    def take_later(self, begin: int) -> None:
        """Take the doers of a sentence that goes along with the one before."""
        low = self._copy.low
        connective = _CONNECTIVE.match(low, begin, self._end)
        begin = connective.end() if connective else begin
        if low.startswith("những ", begin) or self._guides(begin):
            return
        order = order_at(self._copy, begin)
        names = read_names(self._copy, begin + len(order), self._end)
        self.read_to = max(self.read_to, names.end)
        leading, others = later_doers(self._copy, names, self._end, ordered=bool(order))
        self._told |= bool(order and leading)
        self._beside |= bool(leading) and not self.lead
        if leading:
            leading += likewise(self._copy, leading[0], names.end, self._end)
        self.lead.extend(leading)
        self._helping += [*others, *second_subject(self._copy, names.end, self._end)]

    def take_sentence(self, begin: int) -> None:
        """Take the doers that a sentence names at its start, and who helps them."""
        copy, end = self._copy, self._end
        subject, reached = subject_of(copy, begin, end)
        subject = subject or charged(copy, begin, end)
        if subject is None:
            self.read_to = max(self.read_to, reached)
            self.acted = self.acted or not _is_formula(copy, begin, end)
            return
        self.read_to = subject.after
        units = subject.names.doers if subject.names.units else ()
        held = self._persons or (self.lead and self.lead[-1].post)
        if not (units and held and _is_office(copy, begin, units)) and not self._guides(begin):
            self._take(subject, units, begin)

    def _guides(self, begin: int) -> bool:
        """Return whether a Party body named before leads others (`Đảng ủy A: Lãnh đạo Sở B …`)."""
        low = self._copy.low
        leads = low.startswith(_GUIDES, begin)
        return leads and any(low.startswith(PARTY, name.start) for name in self.lead)

    def _take(self, subject: Subject, units: tuple[UnitName, ...], begin: int) -> None:
        """Take a sentence's subject, those who do the same, and who helps."""
        copy, end = self._copy, self._end
        first = begin == self._start or _only_topic(copy, self._start, begin)
        if not first and ONLY_HELPS.match(copy.low, subject.after, end):
            self._helping += units
            return
        self._at_start |= first and bool(units)
        self._late |= self.acted and bool(units) and not self.lead
        ordered = subject.ordered and (first or copy.low.startswith(ORDERS, begin))
        self._told |= ordered and sort_at(copy.low, subject.after + 1) in ACTING
        chairs, members = _by_brackets(copy, units)
        (self._extra if subject.added and not first else self.lead).extend(chairs)
        self._persons += subject.names.persons
        if units:
            self.lead += likewise(copy, units[0], subject.after, end)
            self._last = units
        self._helping += [*members, *second_subject(copy, subject.after, end)]

    def roles(self, partners: Iterable[UnitName]) -> Roles:
        """Return the roles, each unit once; a leader helps nobody."""
        lead, helping = self.lead, [*self._helping, *partners]
        approving = approving_in(self._copy, self._start, self._end)
        if not (lead or self._extra or self._persons or helping or approving):
            return _NOBODY
        return Roles(
            lead=unique(lead),
            coordinating=unique(helping, without=lead),
            approving=unique(approving),
            persons=unique(self._persons),
            extra=unique(self._extra, without=lead),
            last=self._last,
            at_start=self._at_start,
            told=self._told,
            late=self._late,
            beside=self._beside,
        )


def order_at(copy: Copy, place: int) -> str:
    """Return the verb of telling with which a clause begins at a place, empty for none."""
    return next((words for words in _AT_BEGIN if copy.low.startswith(words, place)), "")


def _is_office(copy: Copy, begin: int, units: tuple[UnitName, ...]) -> bool:
    """Return whether behind a person's colon stands a role (`Ông A: Chủ tịch Hội đồng, lập …`)."""
    return copy.text.endswith(": ", 0, begin) and all(name.post for name in units)


def _by_brackets(
    copy: Copy, units: tuple[UnitName, ...]
) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
    """Return who leads and who helps where brackets say so: `Sở A (chủ trì), Sở B, Sở C`."""
    leading = tuple(name for name in units if copy.low.startswith(_CHAIRS, name.end))
    return (
        (leading, tuple(name for name in units if name not in leading)) if leading else (units, ())
    )


def _unlabelled(copy: Copy, start: int, end: int) -> list[int]:
    """Return where sentences begin that are no labelled values (`Xây cầu. Chủ trì: Sở A`)."""
    beginnings = _beginnings(copy, start, end)
    if copy.text.find(":", start, end) < 0:
        return beginnings
    values = sorted(
        (one.label, one.end) for one in attributes_in(copy, start, end) if one.label > start
    )
    found: list[int] = []
    reach = number = 0
    for begin in beginnings:
        while number < len(values) and values[number][0] <= begin:
            reach = max(reach, values[number][1])
            number += 1
        if begin >= reach and not says_label(copy, begin, end):
            found.append(begin)
    return found


def _is_member(copy: Copy, partners: Sequence[UnitName], begin: int) -> bool:
    """Return whether what begins after a colon is named as a partner (`với các Bộ: Công an …`).

    A partner's post stands before its unit, not whoever works with it (`… phối hợp với trưởng`).
    """
    return any(
        name.start - _LONGEST_POST * name.post <= begin < name.end
        and copy.low.find(_TOGETHER, begin, name.start) < 0
        for name in partners
    )


def _only_topic(copy: Copy, start: int, begin: int) -> bool:
    """Return whether nothing but a topic and its colon stand before (`Thanh tra: Sở A …`)."""
    longest = _LONGEST_MATTER if copy.low.startswith(_MATTER, start) else _LONGEST_TOPIC
    return begin - start <= longest and copy.text.find(":", start, begin) == begin - _COLON


def _goes_along(copy: Copy, start: int, end: int) -> bool:
    """Return whether a clause or a sentence on difficulties only goes with what was said."""
    return copy.text[start - 2] in ";," or _TROUBLE.match(copy.low, start, end) is not None


def _is_formula(copy: Copy, start: int, end: int) -> bool:
    return bool(
        _FORMULA.match(copy.low, start, end)
        or copy.low.startswith("căn cứ", start)
        or _TROUBLE.match(copy.low, start, end)
    )


def _beginnings(copy: Copy, start: int, end: int) -> list[int]:
    """Return where the sentences and clauses of a stretch begin."""
    text = copy.text
    found = [start]
    for match in _SENTENCE.finditer(text, start, end):
        cut = match.end()
        if cut < end and _begins(copy, start, match.start(), cut, end):
            found.append(cut)
    return found


def _begins(copy: Copy, start: int, mark: int, cut: int, end: int) -> bool:
    """Return whether a sentence or a clause begins after a mark; asides in brackets hold none."""
    text = copy.text
    opening = text.rfind("(", start, mark)
    if opening >= 0 and text.find(")", opening, mark) < 0 and text[mark] == ";":
        return False
    if text[mark] == "." and _last_word(text, start, mark) in _SHORT_PLACES:
        return False
    if text[mark] == ":" and mark - start <= _SHORT_TOPIC and begins(copy, cut, end, listing=False):
        return True
    opens = text[mark] == ":" and text.startswith(_OPENS, cut)
    return opens or text[mark] in ";," or text[cut].isupper()


def _last_word(text: str, start: int, mark: int) -> str:
    """Return the word before a mark where it is short; of a longer one its last letters."""
    return text[max(start, mark - _SHORT) : mark].rpartition(" ")[2]


def unique(
    names: Collection[UnitName], *, without: Collection[UnitName] = ()
) -> tuple[UnitName, ...]:
    """Return the names without repeats of a body, and without those that `without` holds."""
    if not names:
        return ()
    seen = {unit_key(name.text) for name in without}
    found: list[UnitName] = []
    for name in names:
        key = unit_key(name.text)
        if key not in seen:
            seen.add(key)
            found.append(name)
    return tuple(found)
