"""Registers that a text sets without ruling: cells apart by bare pipes.

Only a line whose words are the header of a register begins one; other lines with pipes are left
alone.
"""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.lexicon.register_headers import heads_register
from kehoach_parser.readers.plain.pipe_merges import PipeRow, grid_of
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.row_labels import ROW_LABEL

_LONGEST_HEADER: Final = 240
_MOST_BLANKS: Final = 2
_GROUP: Final = 2
"""Cells of a row that is merged over the width: its label and its name."""

_PIPE: Final = " | "
_HARD: Final = "\N{NO-BREAK SPACE}"


def begins_register(line: str) -> bool:
    r"""Return whether a line is the header of a register: a task, and two other known columns.

    >>> begins_register("STT | Nội\N{NO-BREAK SPACE}dung  thực hiện | Chủ trì")
    True
    >>> begins_register("Nội dung | chi tiết theo phụ lục")
    False
    """
    if len(line) > _LONGEST_HEADER or _PIPE not in line.replace(_HARD, " "):
        return False
    return heads_register(_cells(line))


def read_register(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table below a header as a grid without borders, and the line after it."""
    rows = [_cells(lines[start].strip())]
    groups: list[int] = []
    seen = start + 1
    for at in _filled(lines, seen):
        cells = _cells(lines[at].rstrip("\n"))
        if len(rows) == 1:
            rows[0] = _widened(rows[0], cells)
        width = len(rows[0])
        if len(cells) == _GROUP and ROW_LABEL.fullmatch(cells[0]):
            groups.append(len(rows))
            cells += [""] * (width - _GROUP)
        if len(cells) != width or not any(cells[1:]):
            break
        rows.append(cells)
        seen = at + 1
    grid = grid_of([PipeRow(tuple(row), (False,) * len(row)) for row in rows], 1)
    for at in groups:
        label, name = rows[at][:_GROUP]
        merged = Cell(name, 1, columns=len(rows[0]) - 1)
        grid = grid._replace(rows=(*grid.rows[:at], (Cell(label, 0), merged), *grid.rows[at + 1 :]))
    return grid._replace(ruled=False), seen


def _widened(head: list[str], below: list[str]) -> list[str]:
    """Return a head with blanks behind its merged cell, where the row below names what it covers.

    >>> _widened(["Việc", "Thực hiện", "Ngày"], ["", "Chủ trì", "Phối hợp", ""])
    ['Việc', 'Thực hiện', '', 'Ngày']
    """
    named = [column for column, text in enumerate(below) if text]
    covered = len(below) - len(head)
    if covered < 1 or len(named) != covered + 1 or named[-1] - named[0] != covered:
        return head
    return [*head[: named[0] + 1], *[""] * covered, *head[named[0] + 1 :]]


def _filled(lines: list[str], start: int) -> Iterator[int]:
    """Yield the numbers of lines with words, up to a gap of blank ones."""
    blanks = 0
    for at in range(start, len(lines)):
        if lines[at].strip():
            blanks = 0
            yield at
        elif (blanks := blanks + 1) > _MOST_BLANKS:
            return


def _cells(line: str) -> list[str]:
    """Return the cells of a line with pipes between them, one blank between their words."""
    return [" ".join(text.split()) for text in line.replace(_HARD, " ").split(_PIPE)]
