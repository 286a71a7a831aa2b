"""Those who sign side by side on a page, column by column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, Line, line_text, pieces
from kehoach_parser.readers.signatories import Part, Signatories, begins_signatures

_ROOM: Final = 11.0
"""Sizes from a post to the name below it at most."""

_NEAR: Final = 0.6 * COLUMN_GAP
_OVER: Final = 2.0
"""Sizes: room between the columns of a row, and how far words may reach over a column's edge."""


@dataclass(slots=True)
class Signatures:
    """Those who sign in one row: the lines of each, from left to right."""

    sides: list[list[Line]]

    @property
    def lines(self) -> list[Line]:
        """All lines, by column."""
        return [line for side in self.sides for line in side]


class Block(NamedTuple):
    """A row of signatures among a page's rows: the first, the one behind the last, its columns."""

    first: int
    last: int
    signatures: Signatures


def find_signatures(rows: Sequence[list[Word]], page: int) -> Block | None:
    """Return the first row of signatures on a page, null where nobody signs beside another."""
    for first, row in enumerate(rows):
        parts = pieces(row, COLUMN_GAP)
        if not begins_signatures([line_text(part) for part in parts]):
            continue
        columns = Signatories([_measured(part) for part in parts])
        sides = [[Line(part, page)] for part in parts]
        last = first + 1
        while last < len(rows) and _taken(columns, sides, rows[last], rows[last - 1][0].base):
            last += 1
        if columns.named:
            return Block(first, last, Signatures(sides))
    return None


def _measured(part: Sequence[Word]) -> Part:
    return Part(line_text(part), part[0].x0, max(word.x1 for word in part))


def _taken(columns: Signatories, sides: list[list[Line]], row: list[Word], above: float) -> bool:
    """Put a row into its columns; return whether it belongs there."""
    size = row[0].size
    parts = pieces(row, _NEAR)
    places = columns.take([_measured(part) for part in parts], _OVER * size)
    if places is None or row[0].base - above > _ROOM * size:
        return False
    for at, part in zip(places, parts, strict=True):
        sides[at].append(Line(part, sides[at][0].page))
    return True
