"""Registers that a text sets without ruling: cells apart by bare pipes.

Only a line whose words are the header of a register begins one; other lines with pipes are left
alone.
"""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.readers.plain.laid_heads import names_work
from kehoach_parser.readers.plain.pipe_merges import PipeRow, grid_of
from kehoach_parser.text.document import Grid

_LONGEST_HEADER: Final = 240
_FEWEST_COLUMNS: Final = 3
_MOST_BLANKS: Final = 2
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
    cells = _cells(line)
    return len(cells) >= _FEWEST_COLUMNS and names_work(cells)


def read_register(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table below a header as a grid without borders, and the line after it."""
    rows = [_cells(lines[start].strip())]
    seen = start + 1
    for at in _filled(lines, seen):
        cells = _cells(lines[at].rstrip("\n"))
        if len(cells) != len(rows[0]) or not any(cells[1:]):
            break
        rows.append(cells)
        seen = at + 1
    grid = grid_of([PipeRow(tuple(row), (False,) * len(row)) for row in rows], 1)
    return grid._replace(ruled=False), seen


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
