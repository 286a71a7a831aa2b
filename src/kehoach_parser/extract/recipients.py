"""Nơi nhận against the tasks: who is told and has nothing to do, who is to act and is not told.

Only bodies that a plan tells by name count: those above it or told for information are no doers,
parts of the issuer's own house (phòng, văn phòng) are reached inside, collectives have no address.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import UnitName, copy_of
from kehoach_parser.extract.names.heads import QUANTIFIER
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.lexicon.phrases import Phrases
from kehoach_parser.lexicon.rows import worded
from kehoach_parser.lexicon.unit_words import Head, unit_words
from kehoach_parser.model import Metadata
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_FOR_INFORMATION: Final = pattern(r"b/c|báo cáo|để biết|giám sát")
_ELSEWHERE: Final = "như "
"""How Nơi nhận refers to who is told elsewhere (`Như Điều 3`, `Như kính gửi`)."""

_TELLS_OTHERWISE: Final = frozenset({"CV", "BC", "TTr"})
"""Document types whose addressees stand in `Kính gửi`, or that only inform."""

_IN_HOUSE: Final = frozenset(
    {"phòng", "p.", "văn phòng", "vp", "vụ", "tổ", "khoa", "đội", "tiểu ban", "chi bộ", "chi đoàn"}
    | {"thôn", "ấp", "bản", "khu phố", "tổ dân phố", "buôn", "khối phố"}
)
"""Heads of units that are part of another one."""

_NAMED_FREELY: Final = ("công an", "thanh tra")
"""Heads in lower case that name one body all the same."""

_COUNCIL: Final = "ủy ban nhân dân"
_GROUP: Final = pattern(
    r"(?:sở|ban|ngành|bộ|phòng|cơ quan|đơn vị|tổ chức|đoàn thể|địa phương|hội|trường|doanh nghiệp"
    r"|xã|phường|huyện|tỉnh|thành phố)\b"
)
_MASS: Final = pattern(
    r"(?:hội|đoàn|liên đoàn|liên hiệp|liên minh|công đoàn|tỉnh đoàn|thành đoàn|ủy ban mặt trận"
    r"|mặt trận)\b"
)
_ALL_BODIES: Final = ("ngành", "cơ quan", "đơn vị")
_PLACES: Final = ("xã", "phường", "huyện", "quận", "thành phố", "địa phương")
_ENTERPRISES: Final = ("công ty", "tổng công ty", "tập đoàn", "hợp tác xã")
_LEVELS: Final = frozenset({"tối", "trung", "tỉnh", "thành", "huyện", "xã", "phường"})
_TELLING: Final = 4
"""How many first words two spellings of one body share."""


class _Party(NamedTuple):
    """A body that is told or acts; `group` are the first words of each part of a collective."""

    name: UnitName
    key: str
    group: frozenset[str]


def untold(
    metadata: Metadata, leads: Iterable[UnitName], helpers: Iterable[UnitName]
) -> list[Finding]:
    """Return who of Nơi nhận leads and helps nothing, and who leads and is not told."""
    recipients = [item.lower() for item in metadata.recipients]
    kind = metadata.document_type
    if not recipients or any(item.startswith(_ELSEWHERE) for item in recipients):
        return []
    if kind is None or kind.code in _TELLS_OTHERWISE:
        return []
    told = [(party, is_informed(item)) for item in metadata.recipients for party in _named(item)]
    acting = [_party(name) for name in leads]
    doers = [party for party, informed in told if not informed]
    if not doers or not acting:
        return []
    own = [unit_key(metadata.issuer.name)] if metadata.issuer else []
    busy = _Known([*acting, *map(_party, helpers)])
    idle = [each.name.text for each in doers if not (each.group or busy.covers(each.key))]
    found = [finding("recipients-without-task", names="; ".join(idle))] if idle else []
    all_told = _Known(party for party, _ in told)
    missing = [p for p in acting if _has_address(p, own) and not all_told.covers(p.key)]
    return found + [
        finding("lead-not-in-recipients", (each.name.start, each.name.end), name=each.name.text)
        for each in _once(missing)
    ]


@cache
def _informed() -> Phrases[bool]:
    return Phrases((words, True) for words, _ in worded("informed"))


def is_informed(recipient: str) -> bool:
    """Return whether a recipient is above the plan, or told for information only.

    >>> is_informed("Thường trực Tỉnh ủy"), is_informed("Sở Y tế (để b/c)"), is_informed("Sở Y tế")
    (True, True, False)
    """
    low = fold(recipient)
    return bool(_FOR_INFORMATION.search(low)) or _informed().at(low, 0) is not None


def _named(recipient: str) -> list[_Party]:
    """Return the bodies that a recipient names."""
    names = read_names(copy_of(recipient), 0, len(recipient), listing=True).units
    return [_party(name) for name in names if _head(name.text) or _is_many(name.text)]


def _party(name: UnitName) -> _Party:
    key = unit_key(name.text)
    words = [word for word in re.split(r"\s*[,;/]\s*|\s+và\s+", fold(name.text)) if word]
    many = _is_many(name.text) or (len(words) > 1 and _GROUP.match(words[1]) is not None)
    heads = (_GROUP.match(QUANTIFIER.sub("", word, count=1)) for word in words) if many else ()
    return _Party(name, key, frozenset(head[0] for head in heads if head))


def _is_many(name: str) -> bool:
    return QUANTIFIER.match(fold(name)) is not None


def _head(name: str) -> Head | None:
    found = unit_words().heads.at(fold(name), 0)
    return found.value[0] if found else None


def _has_address(party: _Party, own: list[str]) -> bool:
    """Return whether a body is one by name, outside of the issuer's own house."""
    head = _head(party.name.text)
    if party.group or head is None or _is_many(party.name.text):
        return False
    words = head.words.lower()
    if words in _IN_HOUSE or any(party.key.startswith(name) or party.key in name for name in own):
        return False
    return head.sort == "body" or words.startswith(_NAMED_FREELY)


class _Known:
    """Bodies by how their names begin, and the collectives among them."""

    def __init__(self, parties: Iterable[_Party]) -> None:
        self._keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._groups: set[frozenset[str]] = set()
        for party in parties:
            self.add(party)

    def add(self, party: _Party) -> None:
        """Add a body."""
        self._keys[_beginning(party.key)][party.key] = None
        if party.group:
            self._groups.add(party.group)

    def has(self, key: str) -> bool:
        """Return whether a body stands here by name."""
        return any(_same(key, other) for other in self._keys.get(_beginning(key), ()))

    def covers(self, key: str) -> bool:
        """Return whether a body stands here by name, or belongs to a collective."""
        return self.has(key) or any(_holds(group, key) for group in self._groups)


def _beginning(key: str) -> str:
    return " ".join(key.split()[:2])


def _same(one: str, other: str) -> bool:
    """Return whether two keys mean one body, also where one spelling says more."""
    if one.startswith(_COUNCIL) and other.startswith(_COUNCIL):
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    if long[: len(short)] == short:
        return True
    return long[:_TELLING] == short[:_TELLING] and not _LEVELS & (set(long) ^ set(short))


def _holds(group: frozenset[str], key: str) -> bool:
    """Return whether a body belongs to a collective of such first words."""
    if key.startswith((_COUNCIL, *_PLACES)):
        return not group.isdisjoint(_PLACES)
    if _MASS.match(key):
        return not group.isdisjoint(("đoàn thể", "tổ chức", "hội"))
    if key.startswith(_ENTERPRISES):
        return "doanh nghiệp" in group
    return not group.isdisjoint(_ALL_BODIES) or key.startswith(tuple(group))


def _once(parties: list[_Party]) -> list[_Party]:
    """Leave out bodies that stand before in another spelling."""
    found: list[_Party] = []
    known = _Known(())
    for party in parties:
        if not known.has(party.key):
            known.add(party)
            found.append(party)
    return found
