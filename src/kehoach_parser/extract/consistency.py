"""Who is told and who is to act: Nơi nhận against the tasks, and bodies that no longer exist."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.units import UnitName, read_names
from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.bodies import body_of, unit_key
from kehoach_parser.segment.structure import Header

_FOR_INFORMATION: Final = re.compile(r"b/c|báo cáo|để biết|giám sát")
_NO_DOERS: Final = re.compile(
    r"""lưu|như|cổng|website|chủ\ tịch|các\ phó|ban\ giám\ đốc|bộ\ |thường\ trực|tỉnh\ ủy|thành\ ủy
        |đ/c|cvp|vp\b|pcvp|chánh|các\ pcvp""",
    re.VERBOSE,
)
_COLLECTIVE: Final = re.compile(r"(?:sở|ban|ngành|bộ|phòng|cơ quan|đơn vị|đoàn thể|địa phương)\b")
_MEMBERS: Final = re.compile(
    r"(?:sở|ban|phòng|bộ|công an|báo|đài|thanh tra|văn phòng|trung tâm|chi cục|cục|hội|đoàn|cơ quan"
    r"|đơn vị|địa phương|từng|mỗi)\b"
)
_COUNCIL: Final = "ủy ban nhân dân"


def consistency(header: Header, drafts: list[Draft]) -> list[Finding]:
    """Return who of Nơi nhận has no task, who leads and is not told, and who no longer exists."""
    leads: dict[str, UnitName] = {}
    for draft in drafts:
        for name in draft.lead:
            leads.setdefault(unit_key(name.text), name)
    found = list(_out_of_date(header.metadata.issued_on, leads.values()))
    if not header.metadata.recipients or not leads:
        return found
    told = {unit_key(name): name for item in header.metadata.recipients for name in _doers(item)}
    idle = [name for key, name in told.items() if not _covered(key, leads)]
    if idle:
        found.append(finding("recipients-without-task", names="; ".join(idle)))
    found += [
        finding("lead-not-in-recipients", (name.start, name.end), name=name.text)
        for key, name in leads.items()
        if not _covered(key, told)
    ]
    return found


def _doers(recipient: str) -> list[str]:
    """Return the bodies that a recipient names, none where it is only informed or above."""
    low = recipient.lower()
    if _FOR_INFORMATION.search(low) or _NO_DOERS.match(low):
        return []
    return [name.text for name in read_names(copy_of(recipient), 0, len(recipient)).units]


def _covered(key: str, others: Iterable[str]) -> bool:
    """Return whether a body stands among others by name, or in a collective (`sở, ban, ngành`)."""
    for other in others:
        if other == key or other.startswith(f"{key} ") or key.startswith(f"{other} "):
            return True
        if key.startswith(_COUNCIL) and other.startswith(_COUNCIL):
            return True
        if _is_collective(other) and (_MEMBERS.match(key) or _is_collective(key)):
            return True
        if _is_collective(key) and _MEMBERS.match(other):
            return True
    return False


def _is_collective(key: str) -> bool:
    first = _COLLECTIVE.match(key)
    return bool(first and _COLLECTIVE.match(key, first.end() + 1))


def _out_of_date(on: date | None, leads: Iterable[UnitName]) -> list[Finding]:
    """Return a finding for each leading body that did not exist on the plan's date."""
    if on is None:
        return []
    found: list[Finding] = []
    for name in leads:
        body = body_of(name.text)
        if body and not body.existed(on):
            found.append(
                finding(
                    "unit-out-of-date",
                    (name.start, name.end),
                    name=name.text,
                    successor=body.successor or "?",
                    date=on.isoformat(),
                )
            )
    return found
