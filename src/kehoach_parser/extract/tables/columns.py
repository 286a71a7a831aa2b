"""The header of a table: the rows that it takes, its texts, and what each column is for."""

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from kehoach_parser.extract.tables.contents import (
    SESSION,
    TIMES,
    Contents,
    Roles,
    is_half_day,
    is_led,
)
from kehoach_parser.extract.tables.marked_heads import MarkedHead, marked_heads
from kehoach_parser.lexicon.register_headers import ACTING, PERIOD, role_of
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import GridCell, GridText, SourceText

_NUMBERING: Final = pattern(r"\(?[0-9A-Z]{1,2}\)?\.?(?:\s*=.*)?")
_COUNT: Final = pattern(r"0?[1-9][.)]?")
"""The number of a row, above which the header ends (`1 | Việc tuyển dụng …`)."""

_SEARCHED_ROWS: Final = 5
MARK: Final = "mark"
_TICK: Final = "tick"
_WHO_OR_WHEN: Final = frozenset((*ACTING, "deadline", "supervisor", MARK, _TICK))
_WATCHES: Final = pattern(r"(?:đơn vị |cơ quan |người )?(?:giám sát|theo dõi|kiểm tra|đôn đốc)\b")
"""Below a head of doers those who watch them (`Phân công` / `Giám sát`)."""

_MOST_HEADS: Final = 3
_LONGEST_LABEL: Final = 60
_PRICE: Final = pattern(r"đơn giá|thành tiền")
_IN_CHARGE: Final = pattern(r"(?:người |cán bộ |cá nhân |chuyên viên )?(?:trực tiếp )?phụ trách")
"""Beside another column of doers it heads the persons who answer for them."""


class Columns(NamedTuple):
    """A table's columns: the rows its header takes, the header texts, and the role of each.

    `marked` are the times and bodies over columns of marks, whose roles are `mark` and `tick`.
    A table that `goes_on` has no header of its own but the columns of the one before it.
    """

    header_rows: int
    header: tuple[str, ...]
    roles: tuple[str | None, ...]
    marked: Mapping[int, MarkedHead] = MappingProxyType({})
    goes_on: bool = False

    def first(self, *roles: str) -> int | None:
        """Return the first column with one of the roles."""
        return next((n for n, role in enumerate(self.roles) if role in roles), None)

    @property
    def is_headed(self) -> bool:
        """Whether the header tells what a column is for: tasks with what belongs to them, times."""
        return self.is_register or any(role in TIMES for role in self.roles)

    @property
    def is_register(self) -> bool:
        """Whether the header names tasks, with their units or times; an estimate has prices."""
        if SESSION in self.roles:
            return True
        if "task" not in self.roles or not any(role in _WHO_OR_WHEN for role in self.roles):
            return False
        led = any(role in ACTING for role in self.roles)
        return led or not any(_PRICE.match(key(text)) for text in self.header)


def columns_of(source: SourceText, grid: GridText) -> Columns:
    """Return the columns of a table; its header is the first row that names roles, else row 0."""
    for number in range(min(_SEARCHED_ROWS, len(grid.rows))):
        texts = _spread(source, grid, number)
        if _COUNT.fullmatch(texts[0]):
            break
        roles = [role_of(text) if text else None for text in texts]
        if _begins_register(texts, roles):
            return _of_register(source, grid, number)
    merged = _merged_rows(grid.rows[0])
    after = min(max(merged, grid.header_rows), len(grid.rows))
    texts, below = _joined(source, grid, range(after))
    return _columns(source, grid, after, texts, _roles(texts, below))


def _begins_register(texts: tuple[str, ...], roles: Roles) -> bool:
    """Return whether a row is a register's header: it names tasks, who acts, or halves of days."""
    if "task" in roles or "person" in roles:
        return len({*roles} - {None}) > 1
    halves = {text for text in texts if is_half_day(text)}
    return is_led(roles) or ("deadline" in roles and len(halves) > 1)


def _of_register(source: SourceText, grid: GridText, number: int) -> Columns:
    """Return the columns below a header that begins with a row that names roles."""
    after = number + _merged_rows(grid.rows[number])
    while after - number < _MOST_HEADS and _is_lower(source, grid, after):
        after += 1
    texts, below = _joined(source, grid, range(number, after))
    while after < len(grid.rows) and _is_numbering(source, grid, after):
        after += 1
    contents = Contents(source, grid, texts, after)
    roles = contents.with_told(_roles(texts, below))
    roles = contents.with_tasks(contents.with_sessions(roles))
    roles = contents.with_leads(_with_one_lead(texts, contents.with_labels(roles)))
    roles = contents.with_helpers(roles)
    if "task" in roles:
        roles = contents.with_times(roles)
    return _columns(source, grid, after, texts, roles)


def _columns(
    source: SourceText, grid: GridText, after: int, texts: tuple[str, ...], roles: Roles
) -> Columns:
    """Return the columns with those of marks told from the rest."""
    marked = marked_heads(source.text, grid, after)
    for column, head in marked.items():
        roles[column] = _TICK if head.is_body else MARK
    return Columns(after, texts, tuple(roles), marked)


def _merged_rows(row: tuple[GridCell, ...]) -> int:
    """Return how many rows a header that begins with a row takes by its look.

    Beside wide cells it goes down as far as the cells that are merged down.
    """
    if all(cell.columns == 1 for cell in row):
        return 1
    return min(max(cell.rows for cell in row), _MOST_HEADS)


def _spread(source: SourceText, grid: GridText, number: int) -> tuple[str, ...]:
    """Return a row's texts by column, a merged cell's text in each column it covers."""
    texts = [""] * grid.width
    for cell in grid.rows[number]:
        for column in range(cell.column, min(cell.column + cell.columns, grid.width)):
            texts[column] = source.cell(cell)
    return tuple(texts)


def _joined(
    source: SourceText, grid: GridText, rows: range
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the header's texts by column, from the upper row to the lower, and the lowest alone.

    What a row repeats of the one above counts once.
    """
    parts = [list[str]() for _ in range(grid.width)]
    for number in rows:
        for column, text in enumerate(_spread(source, grid, number)):
            if text and text not in parts[column][-1:]:
                parts[column].append(text)
    texts = tuple(" / ".join(part) for part in parts)
    return texts, tuple(part[-1] if part else "" for part in parts)


def _roles(texts: tuple[str, ...], below: tuple[str, ...]) -> Roles:
    """Return the roles that header texts name; a time in the lowest row heads marks or figures."""
    return [
        PERIOD if role_of(sub) == PERIOD else _role(text)
        for text, sub in zip(texts, below, strict=True)
    ]


def _with_one_lead(texts: tuple[str, ...], roles: Roles) -> Roles:
    """Return the roles, whoever is in charge of the doers (`Phụ trách`) as their supervisor."""
    leads = [n for n, role in enumerate(roles) if role == "lead"]
    heads = {n for n in leads if _IN_CHARGE.fullmatch(key(texts[n]))}
    if len(heads) == len(leads):
        return roles
    return ["supervisor" if n in heads else role for n, role in enumerate(roles)]


def _role(text: str) -> str | None:
    """Return the role of a header text; of two rows the lower one tells more."""
    if not text:
        return None
    parts = text.split(" / ")
    return role_of(text.replace(" / ", " ")) if len(parts) == 1 else _lower_role(parts, text)


def _lower_role(parts: list[str], text: str) -> str | None:
    whole = role_of(text.replace(" / ", " "))
    lower = role_of(parts[-1])
    if whole == "supervisor":
        return whole
    if whole == "lead+coop" or lower in ("coop", "lead", "deadline", "supervisor", "monitor"):
        return lower or whole
    if whole == "lead" and _WATCHES.match(key(parts[-1])):
        return "monitor"
    return whole


def _is_lower(source: SourceText, grid: GridText, number: int) -> bool:
    """Return whether a row is a lower part of the header, below wide cells of the row above."""
    if number >= len(grid.rows):
        return False
    above = grid.rows[number - 1]
    wide = [cell for cell in above if cell.columns > 1]
    below = [cell for cell in grid.rows[number] if source.cell(cell)]
    if not below or any(len(source.cell(cell)) > _LONGEST_LABEL for cell in below):
        return False
    if all(cell.rows > 1 for cell in above if cell not in wide) and wide:
        return True
    texts = _spread(source, grid, number - 1)
    under = {column for cell in wide for column in range(cell.column, cell.column + cell.columns)}
    # Text tables repeat a merged cell's words: beside it, and below it.
    for column, (text, after) in enumerate(pairwise(texts)):
        if text and text == after:
            under |= {column, column + 1}
    repeated = [cell for cell in below if source.cell(cell) == texts[cell.column]]
    return bool(under) and all(cell.column in under or cell in repeated for cell in below)


def _is_numbering(source: SourceText, grid: GridText, number: int) -> bool:
    """Return whether a row only numbers the columns: (1) (2) (3)."""
    texts = [source.cell(cell) for cell in grid.rows[number]]
    filled = [text for text in texts if text]
    return len(filled) > 1 and all(_NUMBERING.fullmatch(text) for text in filled)
