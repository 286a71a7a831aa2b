"""Tables pasted as text from a word processor or a spreadsheet: tabs part their cells."""

from typing import Final, NamedTuple

from kehoach_parser.readers.plain.laid_heads import names_work
from kehoach_parser.text.document import Cell, Grid

_TAB: Final = "\t"
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
"""Rows below a header that show a table, whatever its words."""

_MOST_LINES: Final = 40
"""Lines of one row, whose cells may hold several paragraphs."""

_MOST_BLANKS: Final = 2


class _Row(NamedTuple):
    """The cells of a row, all of its table, and the line after it."""

    cells: list[str]
    end: int


def begins_tabbed(lines: list[str], at: int) -> bool:
    r"""Return whether a line with three cells or more begins a table with rows as wide.

    >>> begins_tabbed(["Việc\tAi làm\tHạn", "Mua giống\tTổ 1\t10/3", "Làm đất\tTổ 2\t20/3"], 0)
    True
    >>> begins_tabbed(["UBND XÃ\t\tCỘNG HÒA", "Số: 1\t\tNgày 2"], 0)
    False
    """
    head = _cells(lines[at])
    if len(head) < _FEWEST_COLUMNS or sum(map(bool, head)) < _FEWEST_COLUMNS:
        return False
    below = at + 1
    for _ in range(1 if names_work(head) else _FEWEST_ROWS):
        row = _row(lines, below, len(head))
        if row is None:
            return False
        below = row.end
    return True


def read_tabbed(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table that a header begins as a grid without borders, and the line after it."""
    head = _cells(lines[start])
    rows = [head]
    seen = start + 1
    while row := _row(lines, seen, len(head)):
        rows.append(row.cells)
        seen = row.end
    grid = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in rows)
    return Grid(grid, len(head), header_rows=1, ruled=False), seen


def _row(lines: list[str], start: int, width: int) -> _Row | None:
    """Return the row that begins below; a cell's later lines go on with it, null where none does.

    Blank cells at a row's end may have lost their tabs.
    """
    at = start
    while at < len(lines) and at - start <= _MOST_BLANKS and not lines[at].strip():
        at += 1
    cells = _cells(lines[at]) if at < len(lines) else []
    if len(cells) > width or not any(cells[1:]):
        return None
    end, open_cells = at + 1, cells
    for more in range(end, min(at + _MOST_LINES, len(lines))):
        first, *others = _cells(lines[more])
        if (
            len(open_cells) + len(others) > width
            or first[:1].isdecimal()
            or not lines[more].strip()
        ):
            break
        open_cells = [*open_cells[:-1], f"{open_cells[-1]}\n{first}".strip(), *others]
        if others:
            cells, end = open_cells, more + 1
    return _Row(cells + [""] * (width - len(cells)), end)


def _cells(line: str) -> list[str]:
    return [" ".join(text.split()) for text in line.split(_TAB)]
