"""The closing block of a page that OCR read: Nơi nhận on the left, the signature on the right.

Both sides are set apart by where they stand, not by rows that hold words of both: lines of a
scan lie askew, and stamps and pens give words of their own.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.signing import RECIPIENTS
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.columns import Columns
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, Line, line_text, pieces
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_NAME: Final = pattern(
    rf"(?:[\wĐđ.]{{1,5}}\.\s?)*[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{1,5}}"
)
_PLACE_DATE: Final = pattern(r".{2,60}ngày.{1,12}tháng.{1,12}năm.{0,6}")
_INDENT: Final = 0.16
"""Share of the text's width within which lines of the recipients begin."""

_ASIDE: Final = 0.06
_OVER: Final = 0.12
"""Shares of the text's width: signatures stand right of its middle, recipients may reach over."""

_ABOVE: Final = 3.5
_BELOW: Final = 14.0
_NEXT: Final = 4.0
"""Room in sizes: from a position to the recipients, to the name, and between recipients."""

_ALIGNED: Final = 5.0
"""Points between the left edges of lines that begin alike."""

_LEGIBLE: Final = 0.6
_FEWEST: Final = 2
_SPECK: Final = 12


class Block(NamedTuple):
    """A closing block among a page's rows: the first, the one behind the last, and its columns."""

    first: int
    last: int
    columns: Columns


class _Sides(NamedTuple):
    """Where the sides of a block stand: where recipients begin, the middle, the text's width.

    `edge` is where the signature begins beside `Nơi nhận`, null where nothing stands there.
    """

    start: float
    middle: float
    width: float
    edge: float | None = None

    def left(self, part: Sequence[Word]) -> bool:
        """Return whether words are of the recipients."""
        x1 = max(word.x1 for word in part)
        return (
            abs(part[0].x0 - self.start) < _INDENT * self.width
            and x1 < self.middle + _OVER * self.width
        )

    def right(self, part: Sequence[Word]) -> bool:
        """Return whether words are of the signature."""
        centre = (part[0].x0 + max(word.x1 for word in part)) / 2
        clear = part[0].x0 > self.middle - 2 * _ASIDE * self.width
        if self.edge is not None and abs(part[0].x0 - self.edge) <= _ALIGNED:
            return clear
        return clear and centre > self.middle + _ASIDE * self.width


def find_block(rows: Sequence[list[Word]], page: int, edges: tuple[float, float]) -> Block | None:
    """Return the closing block of a page, null where none can be told by its places."""
    at = next((n for n, row in enumerate(rows) if RECIPIENTS.match(line_text(row))), None)
    if at is None:
        return None
    parts = pieces(rows[at], COLUMN_GAP)
    edge = parts[1][0].x0 if len(parts) > 1 else None
    sides = _Sides(rows[at][0].x0, sum(edges) / 2, edges[1] - edges[0], edge)
    if rows[at][0].x0 > sides.middle:
        return None
    first = at - len(list(_above(rows[:at], rows[at], sides)))
    last = at + 1 + len(list(_below(rows[at], rows[at + 1 :], sides)))
    parts = [part for row in rows[first:last] for part in pieces(row, COLUMN_GAP)]
    left = [Line(part, page) for part in parts if sides.left(part)]
    right = [Line(part, page) for part in parts if not sides.left(part) and _signs(part)]
    if not right:
        return None
    columns = Columns(max(line.x1 for line in left), min(line.x0 for line in right), left, right)
    return Block(first, last, columns)


def _above(rows: Sequence[list[Word]], first: list[Word], sides: _Sides) -> Iterator[list[Word]]:
    """Yield the rows above the recipients, from below, that are of the signature alone."""
    base = first[0].base
    for row in reversed(rows):
        parts = pieces(row, COLUMN_GAP)
        if base - row[0].base > _ABOVE * row[0].size or not all(map(sides.right, parts)):
            return
        base = row[0].base
        yield row


def _below(first: list[Word], rows: Sequence[list[Word]], sides: _Sides) -> Iterator[list[Word]]:
    """Yield the rows below `Nơi nhận` that are of either side."""
    ends = {"left": first[0].base, "right": first[0].base}
    for row in rows:
        parts = [part for part in pieces(row, COLUMN_GAP) if not _is_speck(part)]
        places = [_place(part, sides) for part in parts]
        rooms = {"left": _NEXT * row[0].size, "right": _BELOW * row[0].size}
        if any(place is None or row[0].base - ends[place] > rooms[place] for place in places):
            return
        ends.update({place: row[0].base for place in places if place})
        yield row


def _place(part: list[Word], sides: _Sides) -> str | None:
    """Return the side that words stand on, null where they stand in the middle or across."""
    if sides.left(part):
        return "left"
    return "right" if sides.right(part) else None


def _is_speck(part: Sequence[Word]) -> bool:
    """Return whether words are a few doubtful letters, as a stamp between both sides gives."""
    letters = sum(len(word.text) for word in part)
    return letters <= _SPECK and _sure(part) < _LEGIBLE


def _sure(part: Sequence[Word]) -> float:
    return min((word.confidence for word in part if word.confidence is not None), default=1.0)


def _signs(part: list[Word]) -> bool:
    """Return whether words are of a signature: what stamps and pens give is none of it."""
    text = line_text(part)
    if _NAME.fullmatch(text) or _PLACE_DATE.fullmatch(text):
        return True
    return text.isupper() and len(text.split()) >= _FEWEST and _sure(part) >= _LEGIBLE
