"""What the cells of a register's row give to its task: people, products, where its times stand."""

from typing import Final, TypeGuard

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft, Stretch
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.roles.values import add_people
from kehoach_parser.lexicon.register_headers import ACTING
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import BREAK, CELL_GAP, GridCell

_ASIDE: Final = (
    "stt",
    "status",
    "indicator",
    "funding",
    "audience",
    "person",
    "monitor",
    "mark",
    "tick",
)
"""Roles of columns that say nothing of who, when and what comes out."""

_BULLETS: Final = pattern(r"(?:\A| / )[-+•*]\s+")

_LONGEST_ROW: Final = 20_000
"""Characters of a row up to which its ends are held against the rows that go on with it."""


def is_filled(cell: GridCell | None) -> TypeGuard[GridCell]:
    """Return whether a cell says anything (texts of cells have no blanks at their ends)."""
    return cell is not None and cell.end > cell.start


def fill(
    copy: Copy, draft: Draft, cells: list[GridCell | None], roles: tuple[str | None, ...]
) -> None:
    """Add what a row's cells say to a task, a merged cell once."""
    before = -1
    for cell, role in zip(cells, roles, strict=True):
        if cell is None or role in _ASIDE or cell.start in (cell.end, before):
            continue
        before = cell.start
        if role in ACTING:
            add_people(copy, draft, cell.start, cell.end, role)
        elif role == "approver":
            draft.add("approving", read_names(copy, cell.start, cell.end, listing=True).units)
        elif role == "supervisor":
            draft.persons.append(_plain(copy, cell))
        elif role == "deliverable":
            draft.deliverables += _products(copy, cell)
        _add_stretch(draft.stretches, cell)


def _add_stretch(stretches: list[Stretch], cell: GridCell) -> None:
    """Add a cell's place; neighbours become one stretch, for nothing reaches over their gap."""
    if stretches and stretches[-1][1] + len(CELL_GAP) == cell.start:
        stretches[-1] = (stretches[-1][0], cell.end)
    else:
        stretches.append((cell.start, cell.end))


def without_remnants(
    copy: Copy, cells: list[GridCell | None], start: int, end: int
) -> list[GridCell | None]:
    """Leave out cells that only repeat how a cell of the broken row `[start, end)` ends."""
    if end - start > _LONGEST_ROW:
        return cells
    ends = copy.low[start:end].split(CELL_GAP)
    return [None if cell and _repeats_an_end(copy, cell, ends) else cell for cell in cells]


def _repeats_an_end(copy: Copy, cell: GridCell, ends: list[str]) -> bool:
    if not copy.text[cell.start : cell.end][:1].islower():
        return False
    text = copy.low[cell.start : cell.end]
    return any(end.endswith(text) and len(end) > len(text) for end in ends)


def _products(copy: Copy, cell: GridCell) -> list[str]:
    """Return what comes out, each line with a bullet apart."""
    parts = _BULLETS.split(copy.text[cell.start : cell.end])
    if len(parts) < 3 or parts[0]:  # noqa: PLR2004 - nothing before the first of two bullets
        return [_plain(copy, cell)]
    return [" ".join(part.replace(BREAK, " ").split()).rstrip(";") for part in parts if part]


def _plain(copy: Copy, cell: GridCell) -> str:
    return " ".join(copy.text[cell.start : cell.end].replace(" / ", " ").split())
