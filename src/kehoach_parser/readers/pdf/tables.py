"""Tables with their words: cells filled, lattices stacked, rows joined over page ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple, Protocol

from kehoach_parser.readers.pdf.certainty import certainty
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.cut_words import made_whole
from kehoach_parser.readers.pdf.grid import Lattice, Place
from kehoach_parser.readers.pdf.lines import Line, rows
from kehoach_parser.readers.pdf.paragraphs import (
    cut_at_end,
    flow_of,
    is_open,
    joined,
    paragraphs,
)
from kehoach_parser.text.document import Box, Cell, Grid

_PADDING: Final = 5.0
_STACKED: Final = 6.0
_ALIGNED: Final = 4.0
_BLANK: Final = 0.5
_RAGGED: Final = 2.0
_LETTERS: Final = 3
"""A column too narrow for `STT` breaks it into pieces of one or two letters."""


Row = tuple[Cell, ...]


class Edges(Protocol):
    """Knows where each character of a word stands."""

    def edges(self, word: Word) -> list[tuple[float, float]]:
        """Return the left and right edge of each character of a word."""
        ...


class Table(NamedTuple):
    """A table as it stands on one page: column edges, rows, and the page of each row."""

    xs: tuple[float, ...]
    rows: tuple[Row, ...]
    pages: tuple[int, ...]
    box: Box
    heads: int = 0

    @property
    def grid(self) -> Grid:
        """The block that readers give."""
        return Grid(
            self.rows, len(self.xs) - 1, self.heads, page=self.pages[0], pages=self.pages,
            box=self.box,
        )  # fmt: skip


def fill(
    lattices: Sequence[Lattice], words: Sequence[Word], page: Edges, number: int
) -> tuple[list[Table], list[Word]]:
    """Put the words of a page into its lattices; returns the tables and the words outside."""
    rest = list(words)
    tables: list[Table] = []
    for lattice in lattices:
        left, top, right, bottom = lattice.box
        inside = [w for w in rest if left - 1 <= (w.x0 + w.x1) / 2 <= right + 1
                  and top <= w.base - w.size / 4 <= bottom]  # fmt: skip
        if not inside:
            continue
        orders = {word.order for word in inside}
        rest = [word for word in rest if word.order not in orders]
        tables.append(_table(lattice, _cut(inside, lattice, page), number))
    return _stack(tables), rest


def _cut(words: list[Word], lattice: Lattice, page: Edges) -> list[Word]:
    """Return the words, those cut in two that run over a wall between cells."""
    found: list[Word] = []
    xs = lattice.xs
    for word in words:
        over = bisect_right(xs, word.x0 + 2) < bisect_left(xs, word.x1 - 2)
        walls = _walls(word, lattice) if over and len(word.text) > 1 else []
        found += _parts(word, walls, page) if walls else [word]
    return found


def _walls(word: Word, lattice: Lattice) -> list[float]:
    middle = word.base - word.size / 4
    return [
        x
        for cell in lattice.cells
        if cell.column and word.x0 + 2 < (x := lattice.xs[cell.column]) < word.x1 - 2
        and lattice.ys[cell.row] <= middle <= lattice.ys[cell.row + cell.rows]
    ]  # fmt: skip


def _parts(word: Word, walls: list[float], page: Edges) -> list[Word]:
    edges = page.edges(word)
    places = word.places or tuple(range(len(word.text)))
    parts: list[Word] = []
    start = 0
    for wall in (*sorted(walls), float("inf")):
        end = next((n for n in range(start, len(edges)) if sum(edges[n]) / 2 > wall), len(edges))
        if end > start:
            first = places[start]
            parts.append(
                replace(word, text=word.text[start:end], x0=edges[start][0], x1=edges[end - 1][1],
                        order=word.order + first,
                        places=tuple(place - first for place in word.places[start:end]))
            )  # fmt: skip
        start = end
    return parts


def _table(lattice: Lattice, words: list[Word], number: int) -> Table:
    unit: dict[tuple[int, int], Place] = {}
    for cell in lattice.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                unit[row, column] = cell
    held: dict[Place, list[Word]] = {cell: [] for cell in lattice.cells}
    for word in words:
        at = (
            _step(lattice.ys, word.base - word.size / 4),
            _step(lattice.xs, (word.x0 + word.x1) / 2),
        )
        held[unit[at]].append(word)
    lines: list[list[Cell]] = [[] for _ in lattice.ys[1:]]
    for cell in sorted(lattice.cells, key=lambda cell: (cell.row, cell.column)):
        lines[cell.row].append(_cell(cell, held[cell], lattice, number))
    return Table(lattice.xs, tuple(map(tuple, lines)), (number,) * len(lines), lattice.box)


def _step(edges: tuple[float, ...], at: float) -> int:
    return max(min(bisect_right(edges, at) - 1, len(edges) - 2), 0)


def _cell(place: Place, words: list[Word], lattice: Lattice, number: int) -> Cell:
    box = lattice.cell_box(place)
    text = cell_text(words, box, number)
    scanned = words if words and words[0].confidence is not None else ()
    sure = certainty(text, (word for row in rows(scanned) for word in row))
    return Cell(
        text, place.column, place.columns, place.rows,
        bold=bool(words) and all(word.bold for word in words), box=box,
        confidence=sure.confidence, doubts=sure.doubts,
    )  # fmt: skip


def cell_text(words: list[Word], box: Box, number: int) -> str:
    r"""Return a cell's paragraphs joined by `\n`."""
    if not words:
        return ""
    upright = [word for word in words if not word.turned]
    turned = [word for word in words if word.turned]
    room = box[2] - box[0] - 2 * _PADDING
    lines = made_whole([Line(row, number) for row in rows(upright)], room)
    centered = _is_centered(lines, box)
    high = max(box[2] - _PADDING - 1, *(line.x1 for line in lines), 0) if lines else box[2]
    for line in lines:
        line.left = box[0] + _PADDING if centered else min(line.x0 for line in lines)
        line.right = box[2] - _PADDING if centered else high
        line.centered = centered
    flow = flow_of(lines, None, high)
    if lines and all(len(line.text) < _LETTERS and line.text.isupper() for line in lines):
        return "".join(line.text for line in lines)
    texts = [
        joined(line.text for line in group)
        for part in _ended_parts(lines, room)
        for group in paragraphs(part, flow)
    ]
    if turned:
        texts.append(" ".join(word.text for word in turned))
    return "\n".join(texts)


def _ended_parts(lines: Sequence[Line], room: float) -> list[list[Line]]:
    """Return the lines of a cell, parted where the file has no blank though there was room."""
    found: list[list[Line]] = []
    for line in lines:
        last = found[-1][-1] if found else None
        if last is None or _ends(last, line, room):
            found.append([])
        found[-1].append(line)
    return found


def _ends(last: Line, line: Line, room: float) -> bool:
    if last.words[-1].blank is not False or line.text[0].islower() or is_open(last.text, line.text):
        return False
    return last.x1 - last.x0 + _BLANK * last.size < room and not cut_at_end(last.text, line.text)


def _is_centered(lines: list[Line], box: Box) -> bool:
    if not lines:
        return False
    middle = (box[0] + box[2]) / 2
    ragged = max(line.x0 for line in lines) - min(line.x0 for line in lines) > _RAGGED
    return (ragged or len(lines) == 1) and all(
        abs((line.x0 + line.x1) / 2 - middle) < _ALIGNED for line in lines
    )


def _stack(tables: list[Table]) -> list[Table]:
    """Join tables that only a hair's breadth parts: rows drawn with room between them."""
    found: list[Table] = []
    for table in tables:
        last = found[-1] if found else None
        if last and 0 <= table.box[1] - last.box[3] < _STACKED and _same_edges(last.xs, table.xs):
            found[-1] = _appended(last, table)
        else:
            found.append(table)
    return found


def _same_edges(first: Sequence[float], second: Sequence[float]) -> bool:
    return len(first) == len(second) and all(
        abs(a - b) <= _ALIGNED for a, b in zip(first, second, strict=True)
    )


def _appended(first: Table, second: Table) -> Table:
    x0, y0, x1, _ = first.box
    return first._replace(
        rows=first.rows + second.rows, pages=first.pages + second.pages,
        box=(x0, y0, x1, second.box[3]),
    )  # fmt: skip
