"""Tables whose columns a line of dashes tells: `----  -------`, as converters of documents write.

Lines without words part the rows where a longer line opens and closes the table, for cells wrap
there; elsewhere each line is a row, and one without words ends the table.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.plain.drawn import whole_cell
from kehoach_parser.readers.plain.markup import strip_marks
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern

_RULER: Final = pattern(r"\s*-{3,}(?: +-{3,})+\s*\Z")
_BAR: Final = pattern(r"\s*-{20,}\s*\Z")
_COLUMN: Final = pattern(r"-+")
_HEADER_LINES: Final = 12
"""Lines of a header at most."""

_FEWEST: Final = 3
"""Columns of a table that no longer line opens: rules below a document's head are two."""


def rules_columns(lines: Iterable[str]) -> bool:
    """Return whether dashes tell columns anywhere in a text: in most they do nowhere.

    >>> rules_columns(["Việc", "----  ------"]), rules_columns(["-----", "Căn cứ Luật;"])
    (True, False)
    """
    return any(map(_RULER.match, [line for line in lines if "-- " in line]))


def read_dashed(lines: list[str], start: int, *, markdown: bool) -> tuple[Grid, int] | None:
    """Return the table that begins with a line, and the line behind it, null where none does."""
    opened = _BAR.match(lines[start]) is not None
    first = start + opened
    header = lines[first : first + (_HEADER_LINES if opened else 1) + 1]
    height = next((n for n, line in enumerate(header) if _RULER.match(line)), 0)
    edges = [match.start() for match in _COLUMN.finditer(header[height])] if height else []
    if not edges or (len(edges) < _FEWEST and not opened):
        return None
    below = first + height + 1
    end = _end(lines, below, opened=opened)
    if end < 0:
        return None
    groups = [header[:height], *_rows(lines[below:end], opened=opened)]
    rows = tuple(tuple(_cells(group, edges, markdown=markdown)) for group in groups)
    return Grid(rows, len(edges), header_rows=1), end + opened


def _end(lines: list[str], at: int, *, opened: bool) -> int:
    """Return the line that closes a table: that of dashes, else the first without words."""
    for number in range(at, len(lines)):
        line = lines[number]
        if _BAR.match(line) if opened else not line.strip():
            return number
        if _RULER.match(line):
            return -1
    return -1 if opened else len(lines)


def _rows(lines: list[str], *, opened: bool) -> Iterator[list[str]]:
    """Yield the lines of each row."""
    row: list[str] = []
    for line in lines:
        if line.strip():
            row.append(line)
        if row and not (opened and line.strip()):
            yield row
            row = []
    if row:
        yield row


def _cells(row: list[str], edges: list[int], *, markdown: bool) -> Iterator[Cell]:
    for column, (left, right) in enumerate(pairwise([*edges, None])):
        run = strip_marks(whole_cell(line[left:right] for line in row), markdown=markdown)
        yield Cell(run.text, column, bold=run.bold >= len(run.text) > 0)
