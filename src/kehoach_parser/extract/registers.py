"""Rows of task registers as drafts: STT and path, group rows, `nt`, merges, broken rows."""

import re
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.extract.assignment import named_inside, roles_in
from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.grids import Columns, Row
from kehoach_parser.extract.register_groups import Groups
from kehoach_parser.extract.units import read_names
from kehoach_parser.text.source import GridCell, SourceText

_SAME: Final = re.compile(
    r'[-–/"”“\'`.\s]*(?:nt|như trên)[-–/"”“\'`.\s]*|\s*(?:-?//-?|["”“]|\'\')\s*'
)
_LABEL: Final = re.compile(r"[\s(]*([0-9]+(?:\.[0-9]+)*|[IVXLC]+|[A-ZĐa-zđ])[.)/]*\s*\Z")
_GROUP_LABEL: Final = re.compile(r"[\s(]*(?:[IVXLC]+|[A-ZĐ])[.)/]*\s*\Z")
_INLINE_LABEL: Final = re.compile(r"(?:([0-9]+(?:\.[0-9]+)*|[IVXLC]+|[a-zđA-ZĐ])[.)]|[-+•])\s+")
_CONTINUES: Final = re.compile(r"[a-zà-ỹđ(]|[+•]\s|-\s[a-zđà-ỹ]")
_ENDED: Final = re.compile(r"[.!?]\s*\Z")
_ROLE_LABEL: Final = re.compile(
    r"(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(chủ trì|phối hợp)(?:\s+thực hiện)?\s*[:：]\s*"
)
_HELPS: Final = re.compile(r"phối hợp(?:\s+cùng)?(?:\s+với)?\s*[:,]?\s*")
_STT_AND_TITLE: Final = 2
_PEOPLE: Final = ("lead", "coop", "lead+coop")
_EVIDENCE: Final = ("task", "deadline", "deliverable", "lead", "coop", "lead+coop", "basis")


@dataclass(slots=True)
class Register:
    """A register while it is read, over all the tables it is broken into.

    `task` is the column of the tasks, `numbered` whether its STT are filled in, `groups` the open
    group rows, `above` the last filled cell of each column.
    """

    source: SourceText
    copy: Copy
    columns: Columns
    task: int
    base: str
    section: int
    numbered: bool
    table: int = 0
    groups: Groups = field(default_factory=Groups)
    drafts: list[Draft] = field(default_factory=list[Draft])
    above: dict[int, GridCell] = field(default_factory=dict[int, GridCell])


def read_rows(register: Register, rows: list[Row], table: int) -> list[Draft]:
    """Return the drafts of a table's rows, in order; group rows and empty rows give none."""
    register.table = table
    known = len(register.drafts)
    labels = [_label(register, row) for row in rows]
    for row, label, following in zip(rows, labels, [*labels[1:], None], strict=True):
        cells = _resolved(register, row)
        task = cells[register.task]
        if task is None or not _said(register, task) or not _any_own(register, row):
            continue
        if _is_group(register, cells, label, following):
            shown = label or _inline_label(register, task)
            if shown:
                register.groups.open(shown)
        elif _continues(register, row, label, task):
            _fill(register, register.drafts[-1], _without_remnants(register, cells))
        else:
            register.drafts.append(_draft(register, row, cells, label, task))
    return register.drafts[known:]


def _said(register: Register, cell: GridCell | None) -> str:
    return register.source.cell(cell).strip() if cell else ""


def _any_own(register: Register, row: Row) -> bool:
    """Return whether a row says anything itself, apart from merges that reach into it."""
    return any(_said(register, cell) for cell in row.own)


def _resolved(register: Register, row: Row) -> list[GridCell | None]:
    """Return a row's cells, merges and `nt` replaced by the cell they repeat."""
    cells: list[GridCell | None] = []
    for column, cell in enumerate(row.shown):
        text = register.source.cell(cell) if cell else ""
        if text and _SAME.fullmatch(text.lower()):
            cell = register.above.get(column, cell)  # noqa: PLW2901 - the repeated cell stands in
        elif cell and text:
            register.above[column] = cell
        cells.append(cell)
    return cells


def _label(register: Register, row: Row) -> str | None:
    """Return the row's STT without punctuation, null where it is blank."""
    column = register.columns.first("stt")
    cell = row.shown[column] if column is not None else None
    match = _LABEL.match(register.source.cell(cell)) if cell else None
    return match[1] if match else None


def _is_group(
    register: Register, cells: list[GridCell | None], label: str | None, following: str | None
) -> bool:
    """Return whether a row only names a group: merged over the width, or without who and when.

    A row with a group's label among numbered ones needs no doer to be one: what else stands in it
    is left over from the page before. `following` is the label of the row below.
    """
    filled = {id(cell) for cell in cells if cell and register.source.cell(cell)}
    roles = register.columns.roles
    values = [
        cell
        for cell, role in zip(cells, roles, strict=True)
        if cell and role not in ("stt", "task", "group", None) and register.source.cell(cell)
    ]
    task = cells[register.task]
    if any(cell is not task for cell in values):
        return _breaks_the_count(register, cells, label)
    if task and task.columns > 1 and task.columns >= len(roles) - 1:
        return True
    if label and (_GROUP_LABEL.match(label) or (following or "").startswith(f"{label}.")):
        return True
    return bool(task and task.bold and len(filled) <= _STT_AND_TITLE)


def _breaks_the_count(register: Register, cells: list[GridCell | None], label: str | None) -> bool:
    """Return whether a group's label and no doer stand in a row of a numbered register."""
    people = [n for n, role in enumerate(register.columns.roles) if role in _PEOPLE]
    if not (people and label and _GROUP_LABEL.match(label) and register.drafts):
        return False
    counted = (register.drafts[-1].label or "").isdecimal()
    return counted and not any(_said(register, cells[column]) for column in people)


def _without_remnants(register: Register, cells: list[GridCell | None]) -> list[GridCell | None]:
    """Leave out cells that only repeat how a cell of the broken row ends."""
    before = register.drafts[-1]
    row = register.source.text[before.start : register.source.lines[before.line].end].split(" | ")
    ends = [text.lower() for text in row]
    return [
        None if cell and _repeats_an_end(register.source.cell(cell), ends) else cell
        for cell in cells
    ]


def _repeats_an_end(text: str, ends: list[str]) -> bool:
    return text[:1].islower() and any(
        end.endswith(text.lower()) and len(end) > len(text) for end in ends
    )


def _inline_label(register: Register, cell: GridCell) -> str | None:
    match = _INLINE_LABEL.match(register.source.text, cell.start, cell.end)
    return match[1] if match else None


def _continues(register: Register, row: Row, label: str | None, task: GridCell) -> bool:
    """Return whether a row goes on with the row above (broken over two pages)."""
    stt = register.columns.first("stt")
    if stt is None or label or not register.drafts or row.own[stt] is None:
        return False
    before = register.drafts[-1]
    if before.label is None or not register.numbered:
        return False
    text = register.source.cell(task)
    if _CONTINUES.match(text):
        return True
    others = [
        cell
        for column, cell in enumerate(row.own)
        if cell and cell is not task and column != stt and register.source.cell(cell)
    ]
    return not others and not _ENDED.search(register.source.text[before.start : before.end])


def _draft(
    register: Register, row: Row, cells: list[GridCell | None], label: str | None, task: GridCell
) -> Draft:
    start, end = task.start, task.end
    inline = _INLINE_LABEL.match(register.source.text, start, end)
    if inline:
        start = inline.end()
        label = label or inline[1]
    count = str(len(register.drafts) + 1)
    shown = label or (None if register.numbered else count)
    steps = [register.base, register.groups.path, shown or count]
    draft = Draft(
        start, end, shown, "/".join(step for step in steps if step), register.section,
        row.line, register.table, row.index,
    )  # fmt: skip
    _fill(register, draft, cells)
    if not draft.lead and not draft.persons:
        said = roles_in(register.copy, start, end)
        draft.add("lead", said.lead or named_inside(register.copy, start, end))
        draft.add_helpers(said.coordinating)
    return draft


def _fill(register: Register, draft: Draft, cells: list[GridCell | None]) -> None:
    seen: set[int] = set()
    for cell, role in zip(cells, register.columns.roles, strict=True):
        if cell is None or cell.start == cell.end or cell.start in seen:
            continue
        seen.add(cell.start)
        if role in _PEOPLE:
            _people(register.copy, draft, cell, str(role))
        elif role == "approver":
            draft.add(
                "approving", read_names(register.copy, cell.start, cell.end, listing=True).units
            )
        elif role == "supervisor":
            draft.persons.append(_plain(register.source.cell(cell)))
        elif role == "deliverable":
            draft.deliverables.append(_plain(register.source.cell(cell)))
        if role in _EVIDENCE:
            draft.stretches.append((cell.start, cell.end))


def _people(copy: Copy, draft: Draft, cell: GridCell, role: str) -> None:
    """Give the units of a cell their roles, which the cell's own words may tell."""
    pieces = _role_pieces(copy, cell.start, cell.end, role)
    for part, start, end in pieces:
        names = read_names(copy, start, end, listing=True)
        draft.add("lead" if part == "lead" else "coordinating", names.units)
        if part == "lead":
            draft.persons += [name.text for name in names.persons]


def _role_pieces(copy: Copy, start: int, end: int, role: str) -> list[tuple[str, int, int]]:
    marks = list(_ROLE_LABEL.finditer(copy.low, start, end))
    if marks:
        stops = [*(mark.start() for mark in marks[1:]), end]
        return [
            ("lead" if mark[1] == "chủ trì" else "coop", mark.end(), stop)
            for mark, stop in zip(marks, stops, strict=True)
        ]
    if role != "coop" and "phối hợp" in copy.low[start:end]:
        return _said_pieces(copy, start, end)
    if role == "lead+coop":
        return _first_leads(copy, start, end)
    return [("lead" if role == "lead" else "coop", start, end)]


def _said_pieces(copy: Copy, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the pieces of `Sở A chủ trì, phối hợp với Sở B` and `Sở A; Sở B (phối hợp)`."""
    at = copy.low.index("phối hợp", start, end)
    after = _HELPS.match(copy.low, at, end)
    stop = after.end() if after else end
    return [("lead", start, at), ("coop", stop, end)]


def _first_leads(copy: Copy, start: int, end: int) -> list[tuple[str, int, int]]:
    names = read_names(copy, start, end, listing=True).units
    if len(names) < 2:  # noqa: PLR2004 - one unit leads alone
        return [("lead", start, end)]
    return [("lead", start, names[0].end), ("coop", names[1].start, end)]


def _plain(text: str) -> str:
    return " ".join(text.replace(" / ", " ").split())
