"""Tables pasted as text from a word processor or a spreadsheet: tabs part their cells.

Where tabs became blanks, as many stand between any two cells.
"""

from itertools import accumulate, groupby
from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import heads_register, role_of
from kehoach_parser.readers.cells import row_of
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern

_TAB: Final = "\t"
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
"""Rows below a header that show a table, whatever its words."""

_MOST_LINES: Final = 40
"""Lines of one row, whose cells may hold several paragraphs."""

_MOST_BLANKS: Final = 2


_HEADER_LINES: Final = 2
_GAP: Final = pattern(" {2,}")
_LONGEST_BAR: Final = 100


class _Head(NamedTuple):
    """A header of one or two rows, how wide its table is, and the line after it."""

    rows: tuple[tuple[Cell, ...], ...]
    width: int
    end: int


class _Row(NamedTuple):
    """The cells of a row, all of its table or of a bar its only one, and the line after it."""

    cells: list[str]
    end: int


def begins_tabbed(lines: list[str], at: int) -> bool:
    r"""Return whether a line with three cells or more begins a table with rows as wide.

    >>> begins_tabbed(["Việc\tAi làm\tHạn", "Mua giống\tTổ 1\t10/3", "Làm đất\tTổ 2\t20/3"], 0)
    True
    >>> begins_tabbed(["UBND XÃ\t\tCỘNG HÒA", "Số: 1\t\tNgày 2"], 0)
    False
    """
    names = _cells(lines[at])
    if len(names) < _FEWEST_COLUMNS or sum(map(bool, names)) < _FEWEST_COLUMNS:
        return False
    head = _head(lines, at)
    below = head.end
    for _ in range(1 if heads_register(names) else _FEWEST_ROWS):
        row = _next_row(lines, below, head.width)
        if row is None:
            return False
        below = row.end
    return True


def read_tabbed(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table that a header begins as a grid without borders, and the line after it."""
    head = _head(lines, start)
    rows = list(head.rows)
    seen = head.end
    while row := _next_row(lines, seen, head.width):
        alone = len(row.cells) == 1
        rows.append((Cell(row.cells[0], 0, head.width),) if alone else row_of(row.cells))
        seen = row.end
    return Grid(tuple(rows), head.width, header_rows=len(head.rows), ruled=False), seen


def read_spaced(lines: list[str], start: int) -> tuple[Grid, int] | None:
    """Return the register whose cells as many blanks part everywhere, and the line after it.

    So tabs come out of some programs; cells that stand below one another have gaps of all sizes.
    """
    gaps = _GAP.findall(lines[start].strip())
    if len(gaps) < _FEWEST_COLUMNS - 1 or len(set(gaps)) > 1:
        return None
    header = lines[start].strip().split(gaps[0])
    if not heads_register(header):
        return None
    rows = [header]
    for line in lines[start + 1 :]:
        if _GAP.findall(line.strip()) != gaps:
            break
        rows.append(line.strip().split(gaps[0]))
    if len(rows) <= _FEWEST_ROWS:
        return None
    return Grid(tuple(map(row_of, rows)), len(header), header_rows=1, ruled=False), start + len(
        rows
    )


def _head(lines: list[str], at: int) -> _Head:
    """Return the header that begins with a line.

    Blank cells of a second line stand below heads of one column, each run of others below one
    head that is merged over them.
    """
    upper = _cells(lines[at])
    lower = _cells(lines[at + 1]) if at + 1 < len(lines) else []
    runs = [(bool(key), len(list(group))) for key, group in groupby(lower, bool)]
    names = list(filter(None, upper))
    parts = [n for filled, n in runs for n in ([n] if filled else [1] * n)]
    merged = bool(lower) and not lower[0] and any(n > 1 for filled, n in runs if filled)
    if not merged or len(parts) != len(names) or not all(map(_is_head, filter(None, lower))):
        return _Head((row_of(upper),), len(upper), at + 1)
    starts = [0, *accumulate(parts)]
    over = [
        Cell(name, start, size, 1 if size > 1 else _HEADER_LINES)
        for name, start, size in zip(names, starts, parts, strict=False)
    ]
    below = [Cell(text, n) for n, text in enumerate(lower) if text]
    return _Head((tuple(over), tuple(below)), len(lower), at + _HEADER_LINES)


def _is_head(words: str) -> bool:
    return role_of(words) is not None


def _next_row(lines: list[str], start: int, width: int) -> _Row | None:
    """Return the row that begins below, or a line that is a bar over the counted row behind it."""
    row = _row(lines, start, width)
    if row or start >= len(lines):
        return row
    words = lines[start].strip()
    below = _row(lines, start + 1, width) if 0 < len(words) <= _LONGEST_BAR else None
    counted = below is not None and below.cells[0].isdecimal() and _TAB not in words
    return _Row([words], start + 1) if counted else None


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
