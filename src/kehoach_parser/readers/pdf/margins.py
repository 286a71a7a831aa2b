"""Page numbers and running heads: what stands above and below the text of each page."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import line_text
from kehoach_parser.text.patterns import pattern

ZONE: Final = 0.12
"""Share of the page's height at its top and at its bottom where such lines stand."""

_OUTER: Final = 0.09
"""The same for running heads: closer to the edge, since text may repeat too."""

_EDGE: Final = 0.06
"""The same where no text stands: a line there is a running head on two pages already."""

_NUMBER: Final = pattern(
    r"[-–|\s]*(?:trang|page)?\s*\d{1,4}\s*(?:[/|]\s*\d{1,4})?[-–|\s]*\Z", re.IGNORECASE
)
_DIGITS: Final = pattern(r"\d+")
_FEWEST: Final = 3
_STEP: Final = 4
"""Points by which the places of running heads are told apart."""

_DEEP: Final = 2

Row = list[Word]


def without_margins(
    pages: Sequence[tuple[list[Row], float]],
) -> tuple[list[list[Row]], list[str]]:
    """Return the rows of each page without its margins, and the texts that were taken.

    A page is given as its rows and its height. A page number is digits alone in the zone; a
    running head stands in the same place of half of the pages, whatever its digits.
    """
    repeated = _repeated(pages)
    kept: list[list[Row]] = []
    taken: list[str] = []
    for rows, height in pages:
        rest = list(rows)
        for from_top in (True, False):
            for _ in range(_DEEP):
                row = _outermost(rest, height, from_top=from_top)
                if row is None or not _marginal(row, height, repeated):
                    break
                taken.append(line_text(row))
                rest.remove(row)
        kept.append(rest)
    return kept, taken


def _outermost(rows: list[Row], height: float, *, from_top: bool) -> Row | None:
    if not rows:
        return None
    row = rows[0] if from_top else rows[-1]
    base = row[0].base
    inside = base < ZONE * height if from_top else base > (1 - ZONE) * height
    return row if inside else None


def _marginal(row: Row, height: float, repeated: set[tuple[str, int]]) -> bool:
    text = line_text(row)
    return _NUMBER.match(text) is not None or any(
        (key, place) in repeated for key, place in _keys(row, text, height)
    )


def _repeated(pages: Sequence[tuple[list[Row], float]]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for rows, height in pages:
        outer = [
            row
            for row in (*rows[:_DEEP], *rows[-_DEEP:])
            if not _OUTER * height < row[0].base < (1 - _OUTER) * height
        ]
        counts.update({key for row in outer for key in _keys(row, line_text(row), height)})
    edge = _EDGE * min(height for _, height in pages) / _STEP
    return {
        (key, place)
        for (key, place), count in counts.items()
        if count >= max(_FEWEST if abs(place) > edge else 2, len(pages) / 2)
    }


def _keys(row: Row, text: str, height: float) -> list[tuple[str, int]]:
    """Return the words without digits at this place, and at the two next to it."""
    place = round((row[0].base if row[0].base < height / 2 else row[0].base - height) / _STEP)
    key = _DIGITS.sub("0", text)
    return [(key, place + step) for step in (-1, 0, 1)]
