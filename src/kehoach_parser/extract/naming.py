"""The plan's bodies: one unit a key, with the places where the plan names it."""

import re
from datetime import date
from typing import Final

from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.units import UnitName, read_names
from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.bodies import body_of, unit_key
from kehoach_parser.model import Unit
from kehoach_parser.segment.structure import Header

_ALIAS: Final = re.compile(
    r"""\((?:(?:sau\ đây\ |dưới\ đây\ )?(?:được\ )?(?:viết\ tắt\ là|gọi\ tắt\ là|gọi\ là|gọi\ chung\ là|viết\ tắt)
        [:\s]*)?["“]?(?P<alias>[^\W\d_][^()"“”]{1,58})["”]?\)""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORT: Final = re.compile(r"[A-ZĐ][\w&,.\- ]*[A-ZĐ]\w*|(?:các |cơ quan|đơn vị)[^;]*")
_REACH: Final = 140
_FOR_INFORMATION: Final = re.compile(r"b/c|báo cáo|thay b/c|để biết|giám sát")
_NO_DOERS: Final = re.compile(
    r"lưu|như trên|như điều|cổng|website|chủ tịch|các phó|ban giám đốc|bộ |thường trực|tỉnh ủy|thành ủy|tt\.|đ/c|cvp|vp"
)


def units_of(copy: Copy, drafts: list[Draft]) -> tuple[Unit, ...]:
    """Return the bodies that lead, help or approve a task, in the order they are first named."""
    aliases = _aliases(copy) if "(" in copy.text else {}
    found: dict[str, tuple[str, set[tuple[int, int]]]] = {}
    for draft in drafts:
        for name in (*draft.lead, *draft.coordinating, *draft.approving):
            key = unit_key(name.text)
            key = aliases.get(key, key)
            shown, spans = found.setdefault(key, (name.text, set()))
            spans.add((name.start, name.end))
            found[key] = (shown, spans)
    ordered = sorted(found.items(), key=lambda item: min(item[1][1]))
    return tuple(
        Unit(id=f"u{number}", name=name, key=key, mentions=tuple(sorted(spans)))
        for number, (key, (name, spans)) in enumerate(ordered, 1)
    )


def _aliases(copy: Copy) -> dict[str, str]:
    """Return the keys of the short names that the plan itself declares: `(viết tắt là Sở GDĐT)`."""
    found: dict[str, str] = {}
    for match in _ALIAS.finditer(copy.text):
        alias = match["alias"].strip()
        if not (match[0].lower().startswith(("(sau", "(viết", "(gọi", "(dưới")) or alias.isupper()):
            continue
        name = _named_before(copy, match.start())
        if name and unit_key(alias) != unit_key(name.text):
            found[unit_key(alias)] = unit_key(name.text)
    return found


def _named_before(copy: Copy, place: int) -> UnitName | None:
    """Return the body whose name ends right before a bracket."""
    start = max(copy.text.rfind("\n", 0, place) + 1, place - _REACH)
    for word in re.compile(r"(?<!\w)[^\W\d_]").finditer(copy.text, start, place):
        names = read_names(copy, word.start(), place)
        if names.units and copy.text[names.units[-1].end : place].strip() == "":
            return names.units[0] if len(names.units) == 1 else None
    return None


def consistency(header: Header, drafts: list[Draft]) -> list[Finding]:
    """Return who of Nơi nhận has no task, who has a task and is not in Nơi nhận, who no longer is."""
    leads: dict[str, UnitName] = {}
    for draft in drafts:
        for name in draft.lead:
            leads.setdefault(unit_key(name.text), name)
    found = list(_out_of_date(header.metadata.issued_on, leads))
    recipients = header.metadata.recipients
    if not recipients or not leads:
        return found
    told = {unit_key(name): name for item in recipients for name in _recipient(item)}
    idle = [
        name
        for key, name in told.items()
        if not _covered(key, leads) and not _NO_DOERS.match(name.lower())
    ]
    untold = [name for key, name in leads.items() if not _covered(key, told)]
    if idle:
        found.append(finding("recipients-without-task", names="; ".join(idle)))
    found += [
        finding("lead-not-in-recipients", (name.start, name.end), name=name.text) for name in untold
    ]
    return found


def _recipient(item: str) -> list[str]:
    if _FOR_INFORMATION.search(item.lower()) or _NO_DOERS.match(item.lower()):
        return []
    copy = Copy(item, item.lower())
    return [name.text for name in read_names(copy, 0, len(item)).units]


def _covered(key: str, others: "dict[str, UnitName] | dict[str, str]") -> bool:
    """Return whether a body stands among others by name, or in a collective (`các sở, ban`)."""
    words = key.split()
    head = words[0] if words else ""
    place = words[:4] == ["ủy", "ban", "nhân", "dân"]
    for other in others:
        if other == key or other.startswith(f"{key} ") or key.startswith(f"{other} "):
            return True
        parts = other.split()
        collective = (
            len(parts) > 1 and parts[0] in _COLLECTIVE_HEADS and parts[1] in _COLLECTIVE_HEADS
        )
        if collective and (
            head in parts
            or head in _COLLECTIVE_HEADS
            or head in ("công", "báo", "thanh", "văn", "trung", "chi", "bộ", "hội", "đoàn")
        ):
            return True
        if place and other.startswith("ủy ban nhân dân"):
            return True
    return False


_COLLECTIVE_HEADS: Final = frozenset(
    {"sở", "ban", "ngành", "bộ", "phòng", "cơ", "quan", "đơn", "vị", "đoàn", "địa"}
)


def _out_of_date(on: date | None, leads: dict[str, UnitName]) -> list[Finding]:
    """Return a finding for each leading body that did not exist on the plan's date."""
    if on is None:
        return []
    found: list[Finding] = []
    for name in leads.values():
        body = body_of(name.text)
        if body and not body.existed(on):
            found.append(
                finding("unit-out-of-date", (name.start, name.end), name=name.text,
                        successor=body.successor or "?", date=on.isoformat())
            )  # fmt: skip
    return found
