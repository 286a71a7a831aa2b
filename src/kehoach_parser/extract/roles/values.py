"""Who leads and who helps by a cell or a label's value, which may tell both."""

from functools import lru_cache
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import Copy, Names, copy_of
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.names.lists import each_moved, read_names
from kehoach_parser.text.patterns import pattern

_ROLE_LABEL: Final = pattern(
    r"(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(chủ trì|phối hợp)(?:\s+thực hiện)?\s*[:：]\s*"
)
_HELPS: Final = pattern(r"phối hợp(?:\s+cùng)?(?:\s+với)?\s*[:,]?\s*")
_HELP: Final = "phối hợp"
_LEADS: Final = "chủ trì"
_LEAD: Final = "lead"
_HELPER: Final = "coordinating"
_CLAUSE: Final = pattern(r"\s(?:trên cơ sở|nhằm|để)\s")
"""Where a sentence goes on in which doers are named (`Sở A, Sở B trên cơ sở tài liệu của Bộ C`)."""


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
    return tuple(
        (piece.role, read_names(copy, piece.start, piece.end, listing=True))
        for piece in _pieces(copy, role)
    )


def _pieces(copy: Copy, role: str) -> list[_Piece]:
    """Return the stretches of a cell by their role, which the cell's own words may tell."""
    clause = _CLAUSE.search(copy.low)
    end = clause.start() if clause else len(copy.text)
    marks = list(_ROLE_LABEL.finditer(copy.low, 0, end))
    if marks:
        stops = [*(mark.start() for mark in marks[1:]), end]
        return [
            _Piece(_HELPER if mark[1] == _HELP else _LEAD, mark.end(), stop)
            for mark, stop in zip(marks, stops, strict=True)
        ]
    if role == "coop":
        return [_Piece(_HELPER, 0, end)]
    at = copy.low.find(_HELP, 0, end)
    if at >= 0:
        return _around_help(copy, at, end)
    return _first_leads(copy) if role == "lead+coop" else [_Piece(_LEAD, 0, end)]


def _around_help(copy: Copy, at: int, end: int) -> list[_Piece]:
    """Return the pieces of `Sở A chủ trì, phối hợp với Sở B` and `Sở A chủ trì, Sở B phối hợp`."""
    after = _HELPS.match(copy.low, at)
    behind = after.end() if after else end
    leads = copy.low.rfind(_LEADS, 0, at)
    if leads >= 0 and not any(map(str.isalpha, copy.low[behind:end])):
        return [_Piece(_LEAD, 0, leads), _Piece(_HELPER, leads + len(_LEADS), at)]
    if not any(map(str.isalpha, copy.low[behind:end])):
        apart = max(copy.low.rfind(", ", 0, at), copy.low.rfind("; ", 0, at))
        if apart > 0:  # `Sở A, Sở B phối hợp`
            return [_Piece(_LEAD, 0, apart), _Piece(_HELPER, apart + 2, at)]
    return [_Piece(_LEAD, 0, at), _Piece(_HELPER, behind, end)]


def _first_leads(copy: Copy) -> list[_Piece]:
    end = len(copy.text)
    names = read_names(copy, 0, end, listing=True).units
    if len(names) < 2:  # noqa: PLR2004 - one unit leads alone
        return [_Piece(_LEAD, 0, end)]
    return [_Piece(_LEAD, 0, names[0].end), _Piece(_HELPER, names[1].start, end)]
