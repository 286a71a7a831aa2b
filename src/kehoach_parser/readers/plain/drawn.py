"""Tables that a text draws: rules of `+---+` between rows, bars between cells, merged ones too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.plain.labels import begins_unit
from kehoach_parser.readers.plain.markup import strip_marks
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern

_RULE: Final = pattern(r"\+(?:[-=:]{2,}\+){2,}\Z")
_BOXES: Final = str.maketrans("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝─━═│┃║", "+" * 18 + "---|||")
_DRAWN: Final = frozenset("-=:")
STROKES: Final = "+┌╔"
"""How the upper rule of a drawn table begins."""


@dataclass(slots=True)
class _Cell:
    """A cell that may go on below: its lines, where it begins, what it covers."""

    column: int
    columns: int
    rows: int = 1
    lines: list[str] = field(default_factory=list[str])

    def made(self, *, markdown: bool) -> Cell:
        """Return the cell, wrapped lines joined."""
        run = strip_marks(whole_cell(self.lines), markdown=markdown)
        return Cell(run.text, self.column, self.columns, self.rows, run.bold >= len(run.text) > 0)


def whole_cell(lines: Iterable[str]) -> str:
    r"""Return the text of a cell: wrapped lines joined, items and paragraphs in lines of their own.

    >>> whole_cell(["Mua giống ", "lúa", "", "Làm đất", "- bón phân"])
    'Mua giống lúa\nLàm đất\n- bón phân'
    """
    text = ""
    for line in map(str.strip, lines):
        new = not text or (bool(line) and (text.endswith("\n") or begins_unit(line)))
        text = f"{text.rstrip()}\n{line}" if new and text else f"{text} {line}".strip()
        text = text if line else f"{text}\n"
    return text.strip()


def begins_drawn(line: str) -> bool:
    """Return whether a line is the upper rule of a drawn table with two columns or more.

    >>> begins_drawn("+-----+-------+"), begins_drawn("+ Rà soát"), begins_drawn("┌──┬──┐")
    (True, False, True)
    """
    return _RULE.match(line.translate(_BOXES)) is not None


def read_drawn(lines: list[str], start: int, *, markdown: bool) -> tuple[Grid, int]:
    """Return the table that an upper rule begins, and the line behind it."""
    indent = len(lines[start]) - len(lines[start].lstrip())
    block = list(_block(lines, start, indent))
    edges = sorted({at for line in block if _RULE.match(line) for at in _corners(line)})
    rows: list[list[_Cell]] = []
    above: list[_Cell | None] = [None] * len(edges)
    closed = [True] * len(edges)
    header = 0
    fresh = True
    for line in block:
        drawn = [_is_drawn(line, left, right) for left, right in pairwise(edges)]
        if any(drawn):
            closed = drawn
            header = len(rows) if "=" in line and not header else header
            fresh = True
        elif fresh:
            rows.append(_begun(line, edges, above, closed))
            fresh = False
        _fill(line, edges, above, drawn)
    made = tuple(tuple(cell.made(markdown=markdown) for cell in row) for row in rows)
    return Grid(made, len(edges) - 1, header_rows=header), start + len(block)


def _block(lines: list[str], start: int, indent: int) -> Iterator[str]:
    """Yield the lines of the table, its strokes as `+`, `-` and `|`."""
    for at in range(start, len(lines)):
        line = lines[at][indent:].rstrip().translate(_BOXES)
        if line[:1] not in {"+", "|"}:
            return
        yield line


def _corners(line: str) -> Iterator[int]:
    return (at for at, sign in enumerate(line) if sign == "+")


def _is_drawn(line: str, left: int, right: int) -> bool:
    """Return whether a line is a rule between two edges."""
    between = line[left + 1 : right]
    return bool(between) and _DRAWN.issuperset(between) and len(line) > right


def _begun(
    line: str, edges: list[int], above: list[_Cell | None], closed: list[bool]
) -> list[_Cell]:
    """Return the cells that begin in a row; one without a rule above it goes on below."""
    found: list[_Cell] = []
    at = 0
    while at < len(edges) - 1:
        over = above[at]
        if over is not None and not closed[at]:
            over.rows += 1
            at = over.column + over.columns
            continue
        last = at + 1
        while last < len(edges) - 1 and line[edges[last] : edges[last] + 1] != "|":
            last += 1
        cell = _Cell(at, last - at)
        found.append(cell)
        above[at:last] = [cell] * (last - at)
        at = last
    return found


def _fill(line: str, edges: list[int], above: list[_Cell | None], drawn: list[bool]) -> None:
    """Add a line to the cells that it has words of; a rule may end the cells beside them."""
    at = 0
    while at < len(edges) - 1 and (cell := above[at]) is not None:
        at = cell.column + cell.columns
        if not drawn[cell.column]:
            cell.lines.append(line[edges[cell.column] + 1 : edges[at]])
