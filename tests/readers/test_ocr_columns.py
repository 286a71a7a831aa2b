"""Tables whose cells are set in the middle of their rows: lines of neighbours are no one line."""

from collections import Counter
from typing import Any

import pytest

from kehoach_parser.readers.ocr.engines import engine
from kehoach_parser.readers.ocr.engines.base import Bounds, Columns
from kehoach_parser.readers.ocr.pixels import INK, Picture, Pixels
from kehoach_parser.readers.ocr.reader import columns_of
from kehoach_parser.readers.ocr.tables import find_ruling, walls_of
from kehoach_parser.readers.pdf.grid import find_lattices
from readers.ocr_pictures import drawn, needs_trueocr

np: Any = pytest.importorskip("numpy")

HALF_A_LINE = 20
PADDING = 6
REGISTER = 4
"""A page of the printed sample (0-based)."""


def _set(gray: Pixels, cell: Bounds, *, right: bool, lower: int) -> None:
    """Set a cell's words to its left or right edge, and lower where there is room."""
    left, top, end, bottom = cell
    part = gray[top:bottom, left:end]
    ink = part < INK
    if ink.any():
        across, down = (np.nonzero(ink.any(axis))[0] for axis in (0, 1))
        aside = end - left - PADDING - across[-1] if right else PADDING - across[0]
        below = lower if down[-1] + lower < bottom - top - PADDING else 0
        gray[top:bottom, left:end] = np.roll(part, (below, aside), (0, 1))


def _shifted(page: Picture, columns: Columns, lower: int) -> Picture:
    """Return a page with each second column lower by some pixels, and near to the next one."""
    gray = page.gray.copy()
    for number, column in enumerate(columns):
        for cell in column:
            _set(gray, cell, right=bool(number % 2), lower=lower * (number % 2))
    return page._replace(gray=gray)


@needs_trueocr
def test_lines_at_other_heights_in_the_next_column_are_read_as_alone() -> None:
    page = drawn(REGISTER)
    rules, bare = find_ruling(page)
    columns = columns_of(find_lattices(rules), page)
    walls = walls_of(rules, page)
    reader = engine("trueocr")
    assert reader is not None
    level, lower = (_shifted(bare, columns, by) for by in (0, HALF_A_LINE))
    right = Counter(word.text for word in reader.read(level, walls, columns))
    alone = Counter(word.text for word in reader.read(lower, walls, columns))
    joined = Counter(word.text for word in reader.read(lower, walls))

    assert right.total() > 300
    assert (right - alone).total() < 12
    assert (right - joined).total() > 40  # what the page is for
