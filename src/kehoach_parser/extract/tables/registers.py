"""Rows of task registers as drafts: STT and path, group rows, `nt`, merges, broken rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.roles.assignment import roles_in
from kehoach_parser.extract.roles.headings import Context, heading_units
from kehoach_parser.extract.roles.helping import approving_in
from kehoach_parser.extract.roles.inside import named_inside
from kehoach_parser.extract.roles.times import UNITS
from kehoach_parser.extract.roles.values import add_people
from kehoach_parser.extract.tables.columns import Columns
from kehoach_parser.extract.tables.contents import SESSION
from kehoach_parser.extract.tables.grids import Row
from kehoach_parser.extract.tables.marked_heads import HELPS
from kehoach_parser.extract.tables.register_cells import fill, is_filled, without_remnants
from kehoach_parser.extract.tables.register_groups import Groups
from kehoach_parser.lexicon.register_headers import ACTING
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import GROUP_LABEL
from kehoach_parser.text.source import BREAK, GridCell, SourceText

_SAME: Final = pattern(r'[-–/"”“\'`.\s]*(?:nt|như trên)[-–/"”“\'`.\s]*|\s*(?:-?//-?|["”“]|\'\')\s*')
_LONGEST_SAME: Final = 20
_LABEL: Final = pattern(r"[\s(]*([0-9]+(?:\.[0-9]+)*|[IVXLC]+|[A-ZĐa-zđ])[.)/]*\s*\Z")
_INLINE_LABEL: Final = pattern(
    r"(?:([0-9]+(?:\.[0-9]+)*|[IVXLC]+|[a-zđA-ZĐ])[.)]|[-+•])"
    rf"(?:-?\s+|(?<![^\W\dIVX][.)])-?(?=[{UPPER}]))"
)
"""What a task's words begin with; a letter needs its blank (`Q.Bình Sơn` is a place)."""

_CONTINUES: Final = pattern(rf"[{LOWER}(]|[+•]\s|-\s[{LOWER}]")
_TIME: Final = pattern(rf"\b(?:{UNITS}|học kỳ)\s")
_ENDED: Final = pattern(r"[.!?]\s*\Z")
_TOTAL: Final = pattern(r"(?:tổng )?cộng(?: chung| kinh phí)?[\s:.]*|tổng(?: số| kinh phí)[\s:.]*")
"""What stands for the tasks in the row of their sums."""

_ITEM: Final = pattern(r" / (?=[-+•*]\s|\d{1,2}\s?(?:[hg:]|giờ))")
"""Where a line begins that is a work of its own: a bullet, or an hour."""

_NO_VALUES: Final = ("stt", "task", "group", None)
_HEADING: Final = (*ACTING, "deadline", "supervisor")
_STT_AND_TITLE: Final = 2
_FIRST_LETTER: Final = "a"
_FIRST: Final = "1"
"""The number with which the rows below a group's bar begin, where the bar has none."""


@dataclass(slots=True)
class Register:
    """A register while it is read, over all the tables it is broken into.

    `tasks` are the columns of the tasks, several in a timetable by halves of days, `numbered` is
    whether its STT are filled in, `groups` the open group rows, `above` the last filled cell of
    each column, `labelled` the last task of each label, `numbered_above` the last with a
    number in the open group, `heading` the bodies that the heading
    above the table names, `carried` the cells before the tasks that head the rows below too.
    """

    source: SourceText
    copy: Copy
    columns: Columns
    tasks: tuple[int, ...]
    base: str
    section: int
    numbered: bool
    table: int = 0
    groups: Groups = field(default_factory=Groups)
    drafts: list[Draft] = field(default_factory=lambda: [])
    above: dict[int, GridCell] = field(default_factory=lambda: {})
    labelled: dict[str, Draft] = field(default_factory=lambda: {})
    heading: Context | None = None
    numbered_above: Draft | None = None
    carried: dict[int, GridCell] = field(default_factory=lambda: {})


def read_rows(register: Register, rows: list[Row], table: int) -> list[Draft]:
    """Return the drafts of a table's rows, in order; group rows and empty rows give none."""
    register.table = table
    known = len(register.drafts)
    stt = register.columns.first("stt")
    labels = [_label(register, row, stt) for row in rows]
    for row, label, following in zip(rows, labels, [*labels[1:], None], strict=True):
        cells = _resolved(register, row)
        held = [cell for column in register.tasks if is_filled(cell := cells[column])]
        if not held or not any(map(is_filled, row.own)):
            bar = _bar(row)
            if bar and not label:
                _open_group(register, bar, None)
        elif label is None and _is_aside(register, row, held[0]):
            continue
        elif _is_group(register, cells, held[0], label, following):
            _open_group(register, held[0], label)
        elif label is None and _continues(register, row, stt, held[0]):
            _go_on(register, cells)
        else:
            if label and register.drafts:
                register.groups.leave(label, register.drafts[-1].label or "")
            _carry(register, cells)
            for task in held:
                for own, part in _works(register, cells, held, task):
                    register.drafts.append(_draft(register, row, own, label, part))
    return register.drafts[known:]


def _is_aside(register: Register, row: Row, task: GridCell) -> bool:
    """Return whether a row without number is the row of sums, or one of the header's again."""
    if _TOTAL.fullmatch(register.copy.low, task.start, task.end):
        return True
    header = register.columns.header
    if register.source.cell(task) not in header[task.column].split(BREAK):
        return False
    filled = [(n, cell) for n, cell in enumerate(row.own) if is_filled(cell)]
    same = all(register.source.cell(cell) in header[n].split(BREAK) for n, cell in filled)
    return same and len(filled) > 1


def _carry(register: Register, cells: list[GridCell | None]) -> None:
    """Fill blank cells before the tasks with those above that head them (`Tháng 9`, `Sở A`).

    A cell of its own ends what the columns behind it carry on; the time of a group stands first.
    """
    for column in range(register.tasks[0]):
        cell, role = cells[column], register.columns.roles[column]
        if role not in _HEADING:
            continue
        if is_filled(cell):
            register.carried = {n: c for n, c in register.carried.items() if n < column}
            register.carried[column] = cell
        elif not (role == "deadline" and register.groups.time):
            cells[column] = register.carried.get(column, cell)


def _works(
    register: Register, cells: list[GridCell | None], held: list[GridCell], task: GridCell
) -> Iterator[tuple[list[GridCell | None], GridCell]]:
    """Yield what a cell says is to be done, with the row's cells without the other tasks.

    In a half of a day lines with bullets or hours are works of their own.
    """
    if SESSION not in register.columns.roles:
        yield cells, task
        return
    start = task.start
    ends = [mark.start() for mark in _ITEM.finditer(register.copy.low, start, task.end)]
    for end in (*ends, task.end):
        part = task._replace(start=start, end=end)
        yield [part if cell is task else None if cell in held else cell for cell in cells], part
        start = end + len(BREAK)


def _resolved(register: Register, row: Row) -> list[GridCell | None]:
    """Return a row's cells, merges and `nt` replaced by the cell they repeat."""
    cells = list(row.shown)
    above, low = register.above, register.copy.low
    for column, cell in enumerate(cells):
        if cell is None or (length := cell.end - cell.start) == 0:
            continue
        if length <= _LONGEST_SAME and _SAME.fullmatch(low, cell.start, cell.end):
            cells[column] = above.get(column, cell)
        else:
            above[column] = cell
    return cells


def _label(register: Register, row: Row, stt: int | None) -> str | None:
    """Return the row's STT without punctuation, null where it is blank."""
    cell = row.shown[stt] if stt is not None else None
    match = _LABEL.match(register.source.cell(cell)) if cell else None
    return match[1] if match else None


def _open_group(register: Register, task: GridCell, label: str | None) -> None:
    """Open the group that a row names, with the bodies and the time of the tasks below it."""
    inline = _INLINE_LABEL.match(register.source.text, task.start, task.end)
    shown = label or (inline[1] if inline else None) or ""
    bodies = heading_units(register.copy, inline.end() if inline else task.start, task.end)
    timed = _TIME.search(register.copy.low, task.start, task.end)
    register.groups.open(shown, bodies, (task.start, task.end) if timed else None)
    register.carried.clear()
    register.numbered_above = None


def _bar(row: Row) -> GridCell | None:
    """Return the cell that alone is filled in a row, a bar over the rows below it."""
    filled = [cell for cell in row.own if is_filled(cell)]
    return filled[0] if len(filled) == 1 else None


def _is_group(
    register: Register,
    cells: list[GridCell | None],
    task: GridCell,
    label: str | None,
    following: str | None,
) -> bool:
    """Return whether a row only names a group: merged over the width, or without who and when.

    A row with a group's label among numbered ones needs no doer to be one: what else stands in it
    is left over from the page before. `following` is the label of the row below.
    """
    roles = register.columns.roles
    wide = task.columns > 1 and task.columns >= len(roles) - 1
    for cell, role in zip(cells, roles, strict=True):
        if role in _NO_VALUES or cell is task or not is_filled(cell):
            continue
        if not (wide and GROUP_LABEL.fullmatch(register.source.cell(cell))):
            return _breaks_the_count(register, cells, label, following)
    if wide:
        return True
    if label and (GROUP_LABEL.fullmatch(label) or (following or "").startswith(f"{label}.")):
        return True
    if following == _FIRST_LETTER and label and label.isdecimal():
        return True
    if label is None and following == _FIRST and register.numbered:
        return True
    filled = {cell.start for cell in cells if is_filled(cell)}
    return task.bold and len(filled) <= _STT_AND_TITLE


def _breaks_the_count(
    register: Register, cells: list[GridCell | None], label: str | None, following: str | None
) -> bool:
    """Return whether a group's label and no doer stand beside numbered rows, with sums perhaps."""
    if not (label and GROUP_LABEL.fullmatch(label)):
        return False
    people = [n for n, role in enumerate(register.columns.roles) if role in ACTING]
    beside = register.drafts[-1].label if register.drafts else following
    counted = (beside or "").isdecimal()
    return counted and bool(people) and not any(is_filled(cells[column]) for column in people)


def _continues(register: Register, row: Row, stt: int | None, task: GridCell) -> bool:
    """Return whether a row without STT goes on with the one above (broken over two pages)."""
    if stt is None or not register.drafts or row.own[stt] is None:
        return False
    before = register.drafts[-1]
    if before.label is None or not register.numbered:
        return False
    if _CONTINUES.match(register.source.text, task.start, task.end):
        return True
    others = any(
        cell is not task and column != stt and is_filled(cell)
        for column, cell in enumerate(row.own)
    )
    return not others and not _ENDED.search(register.source.text[before.start : before.end])


def _go_on(register: Register, cells: list[GridCell | None]) -> None:
    """Give what the second part of a broken row says to the task of the first."""
    before = register.drafts[-1]
    end = register.source.lines[before.line].end
    fresh = without_remnants(register.copy, cells, before.start, end)
    fill(register.copy, before, fresh, register.columns.roles)
    _add_marked(register, before, fresh)


def _add_marked(register: Register, draft: Draft, cells: list[GridCell | None]) -> None:
    """Add the times and bodies whose columns the row marks (`Quý I | Công an xã`, an x below)."""
    for column, head in register.columns.marked.items():
        cell = cells[column]
        if not is_filled(cell):
            continue
        if head.is_body:
            role = "coop" if register.source.cell(cell) in HELPS else "lead"
            add_people(register.copy, draft, head.start, head.end, role)
        else:
            draft.stretches.append((head.start, head.end))


def _draft(
    register: Register, row: Row, cells: list[GridCell | None], label: str | None, task: GridCell
) -> Draft:
    """Return the task of a row; a label that its words begin with stands for that of the STT."""
    start, end = task.start, task.end
    inline = _INLINE_LABEL.match(register.source.text, start, end)
    if inline:
        start = inline.end()
        label = label or inline[1]
    count = str(len(register.drafts) + 1)
    shown = label or (None if register.numbered else count)
    steps = [register.base, register.groups.path, shown or count]
    draft = Draft(
        start, end, shown, "/".join([step for step in steps if step]), register.section,
        row.line, register.table, row.number,
    )  # fmt: skip
    draft.time_above = register.groups.time
    fill(register.copy, draft, cells, register.columns.roles)
    _add_marked(register, draft, cells)
    if not (draft.lead or draft.persons):
        _add_doers(register, draft)
    if not draft.lead:
        _inherit(register, draft)
    if not draft.approving and (said := approving_in(register.copy, draft.start, draft.end)):
        draft.add("approving", said)
    register.labelled[shown or ""] = draft
    if shown and shown.isdecimal():
        register.numbered_above = draft
    return draft


def _add_doers(register: Register, draft: Draft) -> None:
    """Give a task whose cells name no doer those of its own words."""
    said = roles_in(register.copy, draft.start, draft.end)
    inside = named_inside(register.copy, draft.start, draft.end)
    draft.add("lead", said.lead or inside.lead)
    draft.add_helpers(said.coordinating or inside.coordinating)


def _inherit(register: Register, draft: Draft) -> None:
    """Give a task without doers those of the row it stands under, of its group or heading."""
    label = draft.label or ""
    lettered = label.isalpha() and label.islower()
    above = register.numbered_above if lettered else register.labelled.get(label.rpartition(".")[0])
    if above:
        draft.add("lead", above.lead)
        draft.add_helpers(above.coordinating)
        return
    bodies = register.groups.bodies or register.heading
    if bodies:
        draft.add("lead", bodies.lead)
        draft.add_helpers(bodies.coordinating)
