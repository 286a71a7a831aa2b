"""Merged cells of a table in pipes, found again from what converters write in their place.

Some repeat a merged cell's words in every column that it covers, others leave those columns
empty, and leave the cells out that a merge from above covers.
"""

from collections import Counter
from itertools import groupby
from typing import Final, NamedTuple

from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import GROUP_LABEL

_WORD: Final = pattern(r"\w+")
_DIGITS: Final = pattern(r"\d+")
_ENOUGH_ROWS: Final = 3
"""Full rows from which the columns' own words tell where a cell belongs."""
_MOST_COLUMNS: Final = 24
"""Columns of a table up to which a cell's place is looked for."""
_LONGEST_LABEL: Final = 8
_LONGEST_NAME: Final = 80
_LONGEST_VALUE: Final = 40
_LEAST_SPREAD: Final = 3
"""Columns from which equal cells are a merge rather than two equal values."""


class PipeRow(NamedTuple):
    """A row as it is written: its cells' words, and which of them are bold throughout."""

    words: tuple[str, ...]
    bold: tuple[bool, ...]


def grid_of(rows: list[PipeRow], heads: int) -> Grid:
    """Return the rows as a grid with its merges; `heads` is how many stand above the rule."""
    if heads and not any(text for row in rows[:heads] for text in row.words):
        rows, heads = rows[heads:], 0
    width = max((len(row.words) for row in rows), default=0)
    cells = [_cells(row) for row in rows]
    heads = heads if heads < len(rows) else 0
    body = heads
    if heads and heads < len(rows) and _is_lower_head(rows[heads - 1], rows[heads]):
        _join_heads(cells, heads)
        body = heads = heads + 1
    for index, row in enumerate(rows):
        if index < body or _is_group(row, width):
            cells[index] = _joined(cells[index])
    _place_short(rows, cells, body, width)
    return Grid(tuple(tuple(row) for row in cells), width, heads if heads < len(rows) else 0)


def _cells(row: PipeRow) -> list[Cell]:
    pairs = zip(row.words, row.bold, strict=True)
    return [Cell(text, column, bold=bold) for column, (text, bold) in enumerate(pairs)]


def _joined(row: list[Cell]) -> list[Cell]:
    """Return the cells, neighbours with the same words as one that covers their columns."""
    found: list[Cell] = []
    for cell in row:
        last = found[-1] if found else None
        if last and cell.text and last.text == cell.text:
            covered = cell.column + cell.columns - last.column
            found[-1] = last._replace(columns=covered)
        else:
            found.append(cell)
    return found


def _is_group(row: PipeRow, width: int) -> bool:
    """Return whether a row repeats one text in all its cells, or in all but its label.

    Values can be equal too, so that behind a plain number only bold or long words count.
    """
    words = row.words
    if len(words) != width or not any(letter.isalpha() for letter in words[-1]):
        return False
    if len(set(words)) == 1:
        return width >= _LEAST_SPREAD
    if len(set(words[1:])) > 1 or width <= _LEAST_SPREAD:
        return False
    if GROUP_LABEL.fullmatch(words[0]):
        return True
    return len(words[0]) <= _LONGEST_LABEL and (
        all(row.bold[1:]) or len(words[-1]) > _LONGEST_VALUE
    )


def _runs(words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the columns that a head's merged cells cover: repeats, or blanks behind words."""
    named: list[str] = []
    for text in words:
        named.append(text or (named[-1] if named else ""))
    runs: list[tuple[int, int]] = []
    for text, group in groupby(range(len(named)), key=named.__getitem__):
        columns = list(group)
        if text and len(columns) > 1:
            runs.append((columns[0], columns[-1] + 1))
    return runs


def _is_lower_head(head: PipeRow, below: PipeRow) -> bool:
    """Return whether the row below a head names the columns under its merged cells.

    It repeats the other columns' names, leaves them blank, or has no cells for them.
    """
    under = {column for start, end in _runs(head.words) for column in range(start, end)}
    if not under or any(len(text) > _LONGEST_NAME for text in below.words):
        return False
    if len(under) == len(head.words) and not all(head.words):
        return False
    if len(below.words) < len(head.words):
        return len(below.words) == len(under) and all(below.words)
    return all(
        bool(text) if column in under else text in {"", head.words[column]}
        for column, text in enumerate(below.words[: len(head.words)])
    )


def _join_heads(cells: list[list[Cell]], heads: int) -> None:
    """Join the last head row with the one below it: its wide cells, and its tall ones."""
    head, below = cells[heads - 1], cells[heads]
    runs = _runs(tuple(cell.text for cell in head))
    ends = dict(runs)
    under = [column for start, end in runs for column in range(start, end)]
    upper = [
        cell._replace(columns=ends[cell.column] - cell.column)
        if cell.column in ends
        else cell._replace(rows=2)
        for cell in head
        if cell.column in ends or cell.column not in under
    ]
    lower = _moved(below, under) if len(below) < len(head) else below
    cells[heads - 1] = upper
    cells[heads] = [cell for cell in lower if cell.column in under]


def _moved(row: list[Cell], columns: list[int]) -> list[Cell]:
    return [cell._replace(column=column) for cell, column in zip(row, columns, strict=True)]


def _place_short(rows: list[PipeRow], cells: list[list[Cell]], body: int, width: int) -> None:
    """Put the cells of rows that lack some under the columns that their words belong to.

    The columns left out are covered by the cells above them. Where the rest of the table does
    not tell, the cells stay at the left.
    """
    full = [row for row in rows[body:] if len(row.words) == width]
    short = {index for index in range(body, len(rows)) if len(rows[index].words) < width}
    if not short or len(full) < max(_ENOUGH_ROWS, len(short)) or width > _MOST_COLUMNS:
        return
    profile = _Profile(full, width)
    above: dict[int, tuple[int, int]] = {}
    for index in range(body, len(rows)):
        if index in short:
            columns = profile.columns(rows[index].words)
            cells[index] = _moved(cells[index], columns)
            inner = [column for column in range(columns[-1]) if column not in columns]
            _cover(cells, [above[column] for column in inner if column in above])
        for place, cell in enumerate(cells[index]):
            above[cell.column] = (index, place)


def _cover(cells: list[list[Cell]], places: list[tuple[int, int]]) -> None:
    """Let each cell at a place cover one more row."""
    for row, place in places:
        cell = cells[row][place]
        cells[row][place] = cell._replace(rows=cell.rows + 1)


class _Profile:
    """Which words stand in which column of a table."""

    def __init__(self, rows: list[PipeRow], width: int) -> None:
        self.width = width
        self.columns_words = [Counter[str]() for _ in range(width)]
        for row in rows:
            for column, text in enumerate(row.words):
                self.columns_words[column].update(_words(text))
        self.total = sum(self.columns_words, Counter[str]())

    def columns(self, texts: tuple[str, ...]) -> list[int]:
        """Return the columns, in order, that together fit the texts best."""
        ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * (self.width - len(texts) + 1)
        for number, text in enumerate(texts):
            best = ways[0]
            following: list[tuple[float, tuple[int, ...]]] = []
            for shift, way in enumerate(ways):
                best = max(best, way, key=lambda way: way[0])
                column = number + shift
                following.append((best[0] + self._fit(text, column), (*best[1], column)))
            ways = following
        return list(max(ways, key=lambda way: way[0])[1])

    def _fit(self, text: str, column: int) -> float:
        """Return which share of a text's words the table has in this column (0 to 1)."""
        words = _words(text)
        known = self.columns_words[column]
        return sum(known[word] / (self.total[word] + 1) for word in words) / max(len(words), 1)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_DIGITS.sub("0", text.casefold())))
