"""Registers that a text lays out as their page does: columns of characters, cells that wrap.

The columns meet where the fewest words run over, page by page, for programs that write such texts
let them drift. A row begins with its label, or lies around it where labels stand in the middle of
their rows; what runs over several columns is a group's bar, or ends the table.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kehoach_parser.lexicon.signing import CAPACITY_TEXT, RECIPIENTS_TEXT
from kehoach_parser.readers.cells import row_of
from kehoach_parser.readers.plain.laid_heads import Head, Piece, cell_pieces, heads_in, heads_of
from kehoach_parser.readers.plain.laid_rows import Line, rows_of
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import ROW_LABEL, ROW_LABEL_TEXT

_FEWEST_ROWS: Final = 2
_FEWEST_CELLS: Final = 3
"""Cells of a row below what looks like a heading, which then is a bar of the table."""

_MOST_BLANKS: Final = 3
_PAGE: Final = "\f"
_PAGE_BLANKS: Final = 4
"""Blank lines more at the top of a page."""

_SLACK: Final = 2
"""Characters by which a cell may run over where columns meet."""

_NEAR: Final = 3
"""Characters around where columns meet at which two cells may be parted by one blank."""

_FAR: Final = 7
"""Characters left of it at which the next cell may begin with a capital."""

_DRIFT: Final = 6
"""Characters by which a column may begin elsewhere on another page."""

_LONGEST_PAGE: Final = 120
_LABEL: Final = pattern(rf"{ROW_LABEL_TEXT}(?=\s{{2,}}\S)")
"""The label of a row, apart from the words beside it."""


def read_laid_out(lines: list[str], at: int) -> tuple[Grid | None, int]:
    """Return the register whose header begins with a line, if any, and the line behind it.

    The columns that a line of the header names, or several that wrap, must be those of a register.
    """
    heads = heads_of(lines, at)
    if not heads:
        return None, at
    table = _Table(lines, at, heads)
    seen = table.read()
    rows = rows_of(table.body, _task_column(heads), counted=heads[0].counts)
    if sum(row.bar is None for row in rows) < _FEWEST_ROWS:
        return None, seen
    cells = (*_header(heads), *(_cells(row, len(heads)) for row in rows))
    return Grid(cells, len(heads), header_rows=len(cells) - len(rows), ruled=False), seen


def _task_column(heads: Sequence[Head]) -> int:
    return next((n for n, head in enumerate(heads) if head.names_task), 1)


def _cells(row: Line, width: int) -> tuple[Cell, ...]:
    if row.bar is not None:
        return (Cell(row.cells[0], 0), Cell(row.bar, 1, width - 1))
    return row_of(row.cells)


def _header(heads: Sequence[Head]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the header, an upper one of the heads that stand over several."""
    if any(head.upper for head in heads):
        first: list[Cell] = []
        for n, head in enumerate(heads):
            if not head.upper:
                first.append(Cell(head.text, n, 1, 2))
            elif n == 0 or heads[n - 1].upper != head.upper:
                wide = sum(other.upper == head.upper for other in heads)
                first.append(Cell(head.upper, n, wide))
        yield tuple(first)
        yield tuple(Cell(head.text, n) for n, head in enumerate(heads) if head.upper)
    else:
        yield row_of(head.text for head in heads)


class _Table:
    """The lines below a header while they are put into its columns."""

    def __init__(self, lines: list[str], at: int, heads: list[Head]) -> None:
        self._lines = lines
        self._heads = heads
        self._at = at + heads[0].lines
        self._first = self._at
        self._again = {" ".join(line.split()) for line in lines[at : self._at]}
        self._next = _next_heading(lines[max(at - _HEADING_NEAR, 0) : at])
        self._bounds = _bounds(heads, self._page())
        self.body: list[Line] = []

    def read(self) -> int:
        """Put the lines into rows, and return the first line behind them."""
        seen = self._at
        blanks = 0
        while self._at < len(self._lines) and blanks < _MOST_BLANKS:
            line = self._lines[self._at]
            if not line.strip():
                blanks += 1
                self._at += 1
                if _PAGE in line:
                    blanks = -_PAGE_BLANKS
                    self._bounds = _shifted(self._bounds, self._page())
                continue
            if not self._repeats_head(line):
                found = None if self._is_chapter(self._at) else self._line(line, blanks)
                if found is None:
                    break
                self.body.append(found)
                self._at += 1
            blanks = 0
            seen = self._at
        return seen

    def _page(self) -> list[str]:
        """Return the lines up to the end of the page, or to the next header."""
        below: list[str] = []
        for at in range(self._at, min(self._at + _LONGEST_PAGE, len(self._lines))):
            line = self._lines[at]
            if (below and _PAGE in line) or self._is_head(line) or self._is_chapter(at):
                break
            below.append(line)
        return below

    def _is_chapter(self, at: int) -> bool:
        """Return whether a line is the next section's heading: no groups of the table count so."""
        line = self._lines[at]
        if self._next and line.lstrip().startswith(self._next) and line == line.upper():
            return True
        if _CHAPTER.match(line) is None or line != line.upper() or len(cell_pieces(line)) > 1:
            return False
        return not any(map(_FIRST_GROUP.match, self._lines[self._first : at + 1]))

    def _is_head(self, line: str) -> bool:
        return " ".join(line.split()) in self._again

    def _repeats_head(self, line: str) -> bool:
        """Pass the header of another page, whose columns may stand elsewhere."""
        if not self._is_head(line):
            return False
        again = heads_in(self._lines[self._at : self._at + self._heads[0].lines])
        self._at += 1
        if [head.text for head in again] == [head.text for head in self._heads]:
            self._at += again[0].lines - 1
            self._bounds = _bounds(again, self._page())
        return True

    def _line(self, line: str, blanks: int) -> Line | None:
        """Return a line as cells or as a bar, null where it is none of the table."""
        line = line.rstrip()
        words = cell_pieces(line)
        if any(_ENDS.match(piece.text) for piece in words):
            return None
        first = words[0].start
        label = _LABEL.match(line, first)
        last = words[-1]
        over = [x for x in self._bounds if last.start + _SLACK < x < last.end - _SLACK]
        if label and len(words) == 2 and (len(over) > 1 or (over and not label[0][0].isdigit())):  # noqa: PLR2004
            return Line([words[0].text], words[1].text)
        alone = ROW_LABEL.fullmatch(words[0].text) is None and self._heads[0].counts
        aside = first < self._bounds[0] - 1 and (over or alone)
        if len(words) == 1 and (len(over) > 1 or aside):
            following = next(filter(str.strip, self._lines[self._at + 1 : self._at + 3]), "")
            row = _LABEL.match(following.lstrip()) is not None
            wide = len(cell_pieces(following)) >= _FEWEST_CELLS
            bar = row and (wide or not _begins_unit(words[0].text))
            return Line([""], words[0].text) if bar else None
        if blanks and len(words) == 1 and _begins_unit(words[0].text):
            return None
        cells = _parted(words, self._bounds)
        return Line(cells) if cells else None


def _begins_unit(text: str) -> bool:
    return _UNIT.match(text) is not None


_ENDS: Final = pattern(rf"{RECIPIENTS_TEXT}|{CAPACITY_TEXT}\.? ?[A-ZĐ]{{2}}|PHỤ LỤC")
"""What stands below a document's last table."""

_CHAPTER: Final = pattern(r"\s*(?=[IVX])(?:IX|IV|V?I{0,3}|X[IVX]{0,4})[.)-]\s?\S{2}")
_FIRST_GROUP: Final = pattern(r"\s*I(?:[.)-]|\s)")
"""A section's heading behind a table without blank line, and the first of a table's groups."""

_HEADING: Final = pattern(r"\s*(?:(?P<number>\d{1,2})|(?P<letter>[A-Y]))\.\s+\S")
_HEADING_NEAR: Final = 12
"""Lines above a table's header in which the heading of its section is looked for."""

_UNIT: Final = pattern(r"(?:[IVX]{1,5}|\d{1,2}|[A-ZĐa-zđ])[.)]\s\S")


def _next_heading(above: Sequence[str]) -> str:
    """Return the label that goes on behind that of the heading in capitals above, or nothing."""
    for line in reversed(above):
        found = _HEADING.match(line) if line == line.upper() else None
        if found and found["number"]:
            return f"{int(found['number']) + 1}."
        if found:
            return f"{chr(ord(found['letter']) + 1)}."
    return ""


def _bounds(heads: Sequence[Head], below: Sequence[str]) -> list[int]:
    """Return where the columns meet: where the widest gap between them ends."""
    covered = _covered(below, heads[0].end)
    for head in heads:
        covered.update(range(head.start, head.end))
    return [
        _gap_end(covered, _middle(left) + 1, max(_middle(right), _middle(left) + 1))
        for left, right in pairwise(heads)
    ]


def _gap_end(covered: Counter[int], first: int, last: int) -> int:
    """Return where the widest stretch ends in which the fewest words stand."""
    least = min(covered[x] for x in range(first, last + 1))
    end = best = widest = width = 0
    for end in range(first, last + 1):
        width = width + 1 if covered[end] == least else 0
        if width and width >= widest:
            best, widest = end + 1, width
    return best


def _middle(head: Head) -> int:
    return (head.start + head.end) // 2


def _shifted(bounds: Sequence[int], below: Sequence[str]) -> list[int]:
    """Return where columns meet on another page without a header: near where they did."""
    covered = _covered(below, bounds[0])
    return [
        min(range(before - _DRIFT, before + _DRIFT + 1),
            key=lambda x: (covered[x], abs(x - before)))
        for before in bounds
    ]  # fmt: skip


def _covered(below: Sequence[str], aside: int) -> Counter[int]:
    """Return how many lines have words at each place, those left out that no cells are beside."""
    rows = ((cell_pieces(line)) for line in below)
    return Counter(
        x
        for row in rows
        if len(row) > 1 or (row and row[0].start > aside)
        for piece in row
        for x in range(piece.start, piece.end)
    )


def _parted(words: Sequence[Piece], bounds: Sequence[int]) -> list[str] | None:
    """Return the cells of a line, null where words run over the place where columns meet."""
    cells = [""] * (len(bounds) + 1)
    rest = [(piece, 0) for piece in reversed(words)]
    while rest:
        piece, least = rest.pop()
        column = max(least, bisect_right(bounds, piece.start + _SLACK))
        if column < len(bounds) and piece.end - _SLACK > bounds[column]:
            cut = _blank_near(piece, bounds[column])
            if cut is not None:
                rest.append((Piece(piece.text[cut + 1 :], piece.start + cut + 1), column + 1))
                piece = Piece(piece.text[:cut], piece.start)
            elif piece.end - bounds[column] > _FAR:
                return None
        cells[column] = f"{cells[column]} {piece.text}".strip()
    return cells


def _blank_near(piece: Piece, place: int) -> int | None:
    """Return the blank in a piece nearest to where columns meet, null where there is none.

    One before a capital, a number or a bullet comes first.
    """
    text, at = piece.text, place - piece.start
    near = [
        x
        for x in range(max(at - _FAR, 1), at + _NEAR)
        if text[x : x + 1] == " " and (x >= at - _NEAR or text[x + 1].isupper())
    ]
    return min(near, key=lambda x: (text[x + 1].islower(), abs(x + 1 - at)), default=None)
