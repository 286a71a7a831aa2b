"""Registers that a text sets without ruling: cells apart by bare pipes or wide gaps.

Only a line whose words are the header of a register begins one; other lines with gaps are left
alone.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import role_of
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern

_LONGEST_HEADER: Final = 240
_FEWEST_COLUMNS: Final = 3
_WIDE: Final = pattern(r"\S+(?: \S+)*")
_SLACK: Final = 2
"""Characters by which a cell may begin left of its column's header."""

_MOST_BLANKS: Final = 2
_PIPE: Final = " | "
_HARD: Final = "\N{NO-BREAK SPACE}"


class _Piece(NamedTuple):
    """Words between gaps, and the column of characters at which they begin."""

    text: str
    start: int


def begins_register(line: str) -> bool:
    r"""Return whether a line is the header of a register: a task, and two other known columns.

    >>> begins_register("STT   Nhiệm vụ      Chủ trì      Thời gian")
    True
    >>> begins_register("STT | Nội\N{NO-BREAK SPACE}dung  thực hiện | Chủ trì")
    True
    >>> begins_register("Nội dung   chi tiết theo phụ lục")
    False
    """
    if len(line) > _LONGEST_HEADER:
        return False
    pieces = _pieces(line)
    return len(pieces) >= _FEWEST_COLUMNS and names_work([piece.text for piece in pieces])


def names_work(header: list[str]) -> bool:
    """Return whether a header names a task, and two other known columns."""
    roles = {role_of(text) for text in header} - {None}
    return "task" in roles and len(roles) >= _FEWEST_COLUMNS


def read_register(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table below a header as a grid without borders, and the line after it."""
    head = _pieces(lines[start])
    rows = [[piece.text for piece in head]]
    seen = start + 1
    piped = _PIPE in lines[start].replace(_HARD, " ")
    for at in _filled(lines, seen):
        line = lines[at]
        cells = _marked(line, len(head)) if piped else _aligned(line, head)
        if cells is None:
            break
        if cells[0] or piped:
            rows.append(cells)
        else:
            rows[-1] = [
                f"{above} {more}".strip() for above, more in zip(rows[-1], cells, strict=True)
            ]
        seen = at + 1
    grid = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in rows)
    return Grid(grid, len(head), header_rows=1, ruled=False), seen


def _filled(lines: list[str], start: int) -> Iterator[int]:
    """Yield the numbers of lines with words, up to a gap of blank ones."""
    blanks = 0
    for at in range(start, len(lines)):
        if lines[at].strip():
            blanks = 0
            yield at
        elif (blanks := blanks + 1) > _MOST_BLANKS:
            return


def _pieces(line: str) -> list[_Piece]:
    line = line.replace(_HARD, " ")
    if _PIPE in line:
        return [_Piece(_squeezed(text), 0) for text in line.strip().split(_PIPE)]
    return [_Piece(match[0], match.start()) for match in _WIDE.finditer(line)]


def _marked(line: str, width: int) -> list[str] | None:
    """Return the cells of a line with pipes between them, null where it is no row."""
    cells = [_squeezed(text) for text in line.replace(_HARD, " ").rstrip("\n").split(_PIPE)]
    return cells if len(cells) == width and any(cells[1:]) else None


def _squeezed(text: str) -> str:
    """Return words with one blank between them."""
    return " ".join(text.split())


def _aligned(line: str, head: list[_Piece]) -> list[str] | None:
    """Return the cells of a line by where its words stand, null where they cross a gap."""
    cells = [""] * len(head)
    for piece in _pieces(line):
        column = max((n for n, h in enumerate(head) if piece.start + _SLACK >= h.start), default=-1)
        after = head[column + 1].start if column + 1 < len(head) else len(line) + _SLACK
        if column < 0 or cells[column] or piece.start + len(piece.text) > after + _SLACK:
            return None
        cells[column] = piece.text
    return cells if any(cells[1:]) else None
