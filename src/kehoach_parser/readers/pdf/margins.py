"""Page numbers and running heads: what stands above and below the text of each page."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, line_text, pieces
from kehoach_parser.text.patterns import pattern

ZONE: Final = 0.12
"""Share of the page's longer side at its top and at its bottom where such lines stand."""

_OUTER: Final = 0.09
"""The same for running heads: closer to the edge, since text may repeat too."""

_EDGE: Final = 0.06
"""The same where no text stands: a line there is a running head on two pages already."""

_NUMBER: Final = pattern(
    r"[-–|\s]*(?:trang|page)?\s*\d{1,4}\s*(?:[/|]\s*\d{1,4})?[-–|\s]*\Z", re.IGNORECASE
)
_PAGE: Final = pattern(r"(?:trang|page)\s*(?:số\s*)?\d{1,4}\s*(?:[/|]\s*\d{1,4})?\Z", re.IGNORECASE)
"""A page number at one end of a running head, whatever stands beside it."""

_DIGITS: Final = pattern(r"\d+")
_FEWEST: Final = 3
_STEP: Final = 4
"""Points by which the places of running heads are told apart."""

_DEEP: Final = 3

Row = list[Word]


class Sheet(NamedTuple):
    """A page: its rows from the top down, its width and its height in points."""

    rows: list[Row]
    width: float
    height: float

    @property
    def long(self) -> float:
        """The longer side: margins are as deep on pages that lie."""
        return max(self.width, self.height)

    @property
    def size(self) -> tuple[int, int]:
        """What pages of one format share."""
        return round(self.width), round(self.height)

    def aside(self, row: Row) -> float:
        """Return how far a row is from the nearer of the upper and the lower edge."""
        return min(row[0].base, self.height - row[0].base)


def without_margins(sheets: Sequence[Sheet]) -> tuple[list[list[Row]], list[str]]:
    """Return the rows of each page without its margins, and the texts that were taken.

    A page number is digits alone in the zone, or `Trang 3/9` at one end of a row; a running head
    stands in the same place of half of the pages of one format, whatever its digits, or beside
    page numbers, word for word, on all of them but the first.
    """
    repeated = _repeated(sheets)
    kept: list[list[Row]] = []
    taken: list[str] = []
    for sheet in sheets:
        rest = list(sheet.rows)
        for from_top in (True, False):
            for _ in range(_DEEP):
                row = _outermost(rest, sheet, from_top=from_top)
                if row is None or not (_numbers(row) or repeated & _keys(row, sheet)):
                    break
                taken.append(line_text(row))
                rest.remove(row)
        kept.append(rest)
    return kept, taken


def _outermost(rows: list[Row], sheet: Sheet, *, from_top: bool) -> Row | None:
    if not rows:
        return None
    row = rows[0] if from_top else rows[-1]
    base = row[0].base
    depth = ZONE * sheet.long
    inside = base < depth if from_top else base > sheet.height - depth
    return row if inside else None


def _numbers(row: Row) -> bool:
    """Return whether a row is a page number or holds one at an end."""
    if _NUMBER.match(line_text(row)):
        return True
    parts = pieces(row, COLUMN_GAP)
    return len(parts) > 1 and any(_PAGE.match(line_text(parts[end])) for end in (0, -1))


_Key = tuple[str, int, tuple[int, int]]


def _repeated(sheets: Sequence[Sheet]) -> set[_Key]:
    """Return the keys of running heads."""
    formats = Counter(sheet.size for sheet in sheets)
    counts: Counter[_Key] = Counter()
    beside: Counter[_Key] = Counter()
    for sheet in sheets:
        above, below = (
            [row for row in side if sheet.aside(row) <= _OUTER * sheet.long]
            for side in (sheet.rows[:_DEEP], sheet.rows[-_DEEP:])
        )
        counts.update({key for row in above + below for key in _keys(row, sheet)})
        beside.update({
            key for side in (above, below) if any(map(_numbers, side))
            for row in side for key in _keys(row, sheet, exact=True)
        })  # fmt: skip
    edge = _EDGE * min(sheet.long for sheet in sheets) / _STEP
    found = {
        key
        for key, count in counts.items()
        if count >= max(_FEWEST if abs(key[1]) > edge else 2, formats[key[2]] / 2)
    }
    return found | {key for key, count in beside.items() if count >= max(2, formats[key[2]] - 1)}


def _keys(row: Row, sheet: Sheet, *, exact: bool = False) -> set[_Key]:
    """Return the words at this place, and at the two next to it; without digits if not exact."""
    base = row[0].base
    place = round((base if base < sheet.height / 2 else base - sheet.height) / _STEP)
    text = line_text(row)
    texts = {text} if exact else {text, _DIGITS.sub("0", text)}
    return {(text, place + step, sheet.size) for text in texts for step in (-1, 0, 1)}
