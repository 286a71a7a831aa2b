"""Who leads and who helps by a cell or a label's value, which may tell both."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names, copy_of
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.names.lists import each_moved, moved, read_names
from kehoach_parser.extract.roles.helping import WITH
from kehoach_parser.extract.roles.said_in_cells import acting_clauses
from kehoach_parser.text.patterns import pattern

_ROLE_LABEL: Final = pattern(
    r"(?<!\w)(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:(chủ trì|ct)|phối hợp|p/?h)(?:\s+thực hiện)?"
    r"\s*[:：]\s*"
)
_ROLE_SAID: Final = pattern(r"\((?:(chủ trì|ct)|phối hợp|p/?h)\)")
"""A part in brackets behind the names that have it: `Sở A (chủ trì), Sở B (p/h)`."""

_HELPS: Final = pattern(r"(?:phối (?:kết )?hợp|(?<!\w)p/h)(?![^\W\d_])")
_CHAIRED: Final = pattern(r"\schủ trì\s*[,;/]\s*")
_ALONG: Final = pattern(r"\s(?:cùng(?: với)?|với)\s")
"""What stands between who leads and who helps: `Sở A chủ trì; Sở B`, `Sở A cùng Sở B`."""

_TAKING_PART: Final = pattern(r"\s(?:cùng\s)?(?:tham gia|hỗ trợ)(?:\sthực hiện)?[\s.;]*\Z")
_CARRYING_OUT: Final = pattern(r"\s(?:thực hiện|triển khai)[\s.;]*\Z")
"""How the words end on those who help (`…, Sở B tham gia`, `Sở B phối hợp thực hiện`)."""

_STEPS: Final = (", ", "; ", " / ")
_LEADS: Final = "chủ trì"
_BETWEEN: Final = (_LEADS, "làm đầu mối", "có trách nhiệm", "chịu trách nhiệm", "được giao",
                   "chủ động", "tích cực", "và")  # fmt: skip
"""What stands between who leads and `phối hợp`."""

_LEAD: Final = "lead"
_HELPER: Final = "coordinating"


class _Piece(NamedTuple):
    """A stretch of a cell that names units of one role."""

    role: str
    start: int
    end: int


def add_people(copy: Copy, draft: Draft, start: int, end: int, role: str) -> None:
    """Add the doers that a cell or a label's value names, each in its part."""
    for part, names in people(copy.text[start:end], role):
        draft.add(part, each_moved(names.doers, start))
        if part == _LEAD and names.persons:
            draft.persons += [name.text for name in names.in_charge]


@lru_cache(maxsize=4096)
def people(text: str, role: str) -> tuple[tuple[str, Names], ...]:
    """Return the roles and names of a cell or a label's value; those of a register repeat.

    >>> said = people("Sở A chủ trì, Sở B phối hợp", "lead")
    >>> [(part, names.units[0].text) for part, names in said]
    [('lead', 'Sở A'), ('coordinating', 'Sở B')]
    """
    copy = copy_of(text)
    said = _said(copy, role) if role != "coop" and ":" not in text else []
    if said:
        return tuple(said)
    return tuple(
        (piece.role, read_names(copy, piece.start, piece.end, listing=True))
        for piece in _pieces(copy, role)
    )


def _said(copy: Copy, role: str) -> list[tuple[str, Names]]:
    """Return who leads and who helps by the clauses that act, and by those that list names."""
    found: list[tuple[str, Names]] = []
    for clause in acting_clauses(copy):
        if clause.doers:
            found.append((_HELPER if clause.helps and found else _LEAD, clause.doers))
        else:
            listed = people(copy.text[clause.start : clause.end], role)
            found += [(part, moved(names, clause.start)) for part, names in listed]
    return found


def _pieces(copy: Copy, role: str) -> list[_Piece]:
    """Return the stretches of a cell by their role, which the cell's own words may tell."""
    end = len(copy.text)
    labels = list(_ROLE_LABEL.finditer(copy.low, 0, end)) if ":" in copy.text else []
    if labels:
        return _labelled(labels, end, role)
    if role == "coop":
        return [_Piece(_HELPER, 0, end)]
    said = list(_ROLE_SAID.finditer(copy.low, 0, end)) if "(" in copy.text else []
    if said:
        return _said_behind(copy.low, said, end)
    help_at = _HELPS.search(copy.low, 0, end)
    if help_at:
        return _around_help(copy, help_at.start(), help_at.end(), end)
    parted = _CHAIRED.search(copy.low, 0, end) or _ALONG.search(copy.low, 0, end)
    if parted and read_names(copy, 0, parted.start(), listing=True).units:
        taking_part = _TAKING_PART.search(copy.low, parted.end(), end)
        end = taking_part.start() if taking_part else end
        return [_Piece(_LEAD, 0, parted.start()), _Piece(_HELPER, parted.end(), end)]
    return _first_leads(copy) if role == "lead+coop" else [_Piece(_LEAD, 0, end)]


def _labelled(labels: list[re.Match[str]], end: int, role: str) -> list[_Piece]:
    """Return the pieces of `Chủ trì: Sở A; PH: Sở B`, and of what stands before the first label."""
    stops = [*(label.start() for label in labels[1:]), end]
    before = _Piece(_HELPER if role == "coop" else _LEAD, 0, labels[0].start())
    return [before] * (before.end > 0) + [
        _Piece(_LEAD if label[1] else _HELPER, label.end(), stop)
        for label, stop in zip(labels, stops, strict=True)
    ]


def _said_behind(low: str, said: list[re.Match[str]], end: int) -> list[_Piece]:
    """Return the pieces of `Sở A (chủ trì), Sở B`; who stands before the one that helps leads."""
    led = any(mark[1] for mark in said)
    pieces: list[_Piece] = []
    begin = 0
    for mark in said:
        if not (mark[1] or led):
            last = max(low.rfind(step, begin, mark.start()) for step in _STEPS)
            pieces.append(_Piece(_LEAD, begin, max(last, begin)))
            begin = max(last, begin)
        pieces.append(_Piece(_LEAD if mark[1] else _HELPER, begin, mark.start()))
        begin = mark.end()
    return [*pieces, _Piece(_HELPER if led else _LEAD, begin, end)]


def _around_help(copy: Copy, at: int, after: int, end: int) -> list[_Piece]:
    """Return the pieces of `Sở A chủ trì, phối hợp với Sở B` and `Sở A chủ trì, Sở B phối hợp`."""
    closing = _CARRYING_OUT.search(copy.low, after, end)
    end = closing.start() if closing else end
    way = WITH.match(copy.low, after, end)
    behind = way.end() if way else after
    behind += len(copy.text[behind:end]) - len(copy.text[behind:end].lstrip(" :,"))
    leads = copy.low.rfind(_LEADS, 0, at)
    if any(map(str.isalpha, copy.low[behind:end])):
        return [_Piece(_LEAD, 0, _before_duty(copy.low, at)), _Piece(_HELPER, behind, end)]
    if leads >= 0:
        steps = [copy.low.find(step.strip(), leads, at) for step in _STEPS]
        begin = min((step for step in steps if step >= 0), default=leads + len(_LEADS))
        return [_Piece(_LEAD, 0, leads), _Piece(_HELPER, begin, at)]
    apart = max(copy.low.rfind(step, 0, at) for step in _STEPS)
    if apart > 0:  # `Sở A, Sở B phối hợp`
        return [_Piece(_LEAD, 0, apart), _Piece(_HELPER, apart + 1, at)]
    return [_Piece(_LEAD, 0, at)]


def _before_duty(low: str, at: int) -> int:
    """Return where the names end before `chủ trì, phối hợp`.

    >>> _before_duty("sở a có trách nhiệm chủ trì, chủ động phối hợp", 38)
    4
    """
    end = at
    while True:
        end = len(low[:end].rstrip(" ,;"))
        words = next((words for words in _BETWEEN if low.endswith(f" {words}", 0, end)), None)
        if words is None:
            return end
        end -= len(words)


def _first_leads(copy: Copy) -> list[_Piece]:
    end = len(copy.text)
    names = read_names(copy, 0, end, listing=True).units
    if len(names) < 2:  # noqa: PLR2004 - one unit leads alone
        return [_Piece(_LEAD, 0, end)]
    return [_Piece(_LEAD, 0, names[0].end), _Piece(_HELPER, names[1].start, end)]
