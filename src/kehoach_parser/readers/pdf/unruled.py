"""Tables whose ruling is incomplete: level strokes alone, the columns known only from the words."""

import io
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.grid import Lattice, Place
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, pieces, rows
from kehoach_parser.readers.pdf.rules import Stroke
from kehoach_parser.readers.quiet import quieten
from kehoach_parser.text.document import Box

_ALIGNED: Final = 3.0
_FEWEST: Final = 3
_WIDE: Final = 0.4
_LEAST_ROW: Final = 8.0
_HALF: Final = 0.5
_SETTINGS: Final = {
    "vertical_strategy": "text",
    "horizontal_strategy": "lines",
    "min_words_vertical": 2,
    "intersection_x_tolerance": 50,
}


def open_bands(
    strokes: Iterable[Stroke], lattices: Sequence[Lattice], width: float
) -> list[list[Stroke]]:
    """Return groups of three or more level strokes of one length that no lattice holds."""
    groups: dict[tuple[int, int], list[Stroke]] = {}
    for stroke in strokes:
        held = any(box[1] - 1 <= stroke.at <= box[3] + 1 for box in (it.box for it in lattices))
        if held or stroke.end - stroke.start < _WIDE * width:
            continue
        key = next(
            (k for k in groups if abs(k[0] - stroke.start) + abs(k[1] - stroke.end) < _ALIGNED),
            (round(stroke.start), round(stroke.end)),
        )
        last = groups.setdefault(key, [])
        if not last or stroke.at - last[-1].at > _LEAST_ROW:
            last.append(stroke)
    return [group for group in groups.values() if len(group) >= _FEWEST]


def completed(
    band: Sequence[Stroke], words: Sequence[Word], data: bytes, page: int, password: str | None
) -> Lattice | None:
    """Return the table that level strokes and the words between them make, null where none.

    pdfplumber finds the columns; a band counts as a table where most rows fill two of them.
    `page` counts from 0.
    """
    ys = tuple(stroke.at for stroke in band)
    left, right = band[0].start, band[0].end
    inside = rows(word for word in words if ys[0] < word.base < ys[-1])
    if sum(len(pieces(row, COLUMN_GAP)) > 1 for row in inside) <= _HALF * len(band) - 1:
        return None
    xs = _columns((left, ys[0], right, ys[-1]), words, data, page, password)
    if len(xs) < _FEWEST:
        return None
    filled: list[set[int]] = [set() for _ in ys[1:]]
    for word in words:
        row = bisect_right(ys, word.base - word.size / 4) - 1
        if 0 <= row < len(filled) and left <= word.x0 <= right:
            filled[row].add(bisect_right(xs, (word.x0 + word.x1) / 2))
    if sum(len(columns) > 1 for columns in filled) <= _HALF * len(filled):
        return None
    cells = tuple(
        Place(row, column, 1, 1) for row in range(len(ys) - 1) for column in range(len(xs) - 1)
    )
    return Lattice(xs, ys, cells)


def _proposed(box: Box, data: bytes, page: int, password: str | None) -> set[float]:
    """Return where pdfplumber would draw the columns, nothing where it cannot read the file."""
    plumber: Any = import_module("pdfplumber")
    broken: Any = import_module("pdfplumber.utils.exceptions")
    quieten("pdfminer")
    try:
        with plumber.open(io.BytesIO(data), pages=[page + 1], password=password) as file:
            part = file.pages[0].crop(box, strict=False)
            cells = [cell for table in part.find_tables(_SETTINGS) for cell in table.cells]
    except (broken.PdfminerException, broken.MalformedPDFException, ValueError, LookupError):
        return set()
    return {float(x) for cell in cells for x in (cell[0], cell[2])}


def _columns(
    box: Box,
    words: Sequence[Word],
    data: bytes,
    page: int,
    password: str | None,
) -> tuple[float, ...]:
    """Return the edges of columns that no word of the box runs over."""
    found = _proposed(box, data, page, password)
    inside = [word for word in words if box[1] < word.base < box[3]]
    kept = [box[0]]
    for x in sorted(found):
        clear = not any(word.x0 < x - 1 and word.x1 > x - word.size / 2 for word in inside)
        if clear and kept[-1] + _LEAST_ROW < x < box[2] - _LEAST_ROW:
            kept.append(x)
    return (*kept, box[2])
