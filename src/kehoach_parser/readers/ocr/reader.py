"""Scans: how the picture of a page becomes the page that the PDF reader lays out."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Recognition
from kehoach_parser.readers.ocr.cache import Cache
from kehoach_parser.readers.ocr.engines import engine, required
from kehoach_parser.readers.ocr.engines.base import Bounds, Columns, Engine, Spotted, Wall
from kehoach_parser.readers.ocr.layout import Evenly, words_of
from kehoach_parser.readers.ocr.paper import evened
from kehoach_parser.readers.ocr.pixels import Picture, is_blank, sheared, straightened, turned
from kehoach_parser.readers.ocr.repair import Repairs
from kehoach_parser.readers.ocr.signing import read_again
from kehoach_parser.readers.ocr.tables import (
    LEAST_SLANT,
    align,
    find_ruling,
    slant,
    walls_of,
)
from kehoach_parser.readers.pdf.grid import Lattice, find_lattices
from kehoach_parser.readers.pdf.lines import rows
from kehoach_parser.readers.pdf.pages import Page
from kehoach_parser.readers.pdf.receipts import take_receipts
from kehoach_parser.readers.pdf.signatures import take_signatures
from kehoach_parser.readers.pdf.tables import fill
from kehoach_parser.text.document import Box

_POINTS: Final = 72.0


class Recogniser:
    """An engine with its cache: what reads the pages of one document, and what it put right."""

    def __init__(self, reader: Engine, cache: Cache) -> None:
        """Begin a document."""
        self.engine = reader
        self._cache = cache
        self._repairs = Repairs()

    def page(self, shown: Picture, before: Page) -> Page:
        """Return a page as the PDF reader has it; a blank one has no rows and is not unread.

        `before` is what its text layer gave: its number and digital signatures stay.
        """
        number = before.number
        found = Page(number, signatures=before.signatures, boxes=before.boxes)
        shown = evened(shown)
        if is_blank(shown):
            return found
        level = self._upright(shown)
        found.width = level.width * _POINTS / level.dpi
        found.height = level.height * _POINTS / level.dpi
        leaning = slant(level)
        if abs(leaning) > LEAST_SLANT:
            level = sheared(level, leaning)
        rules, bare = find_ruling(level)
        lattices = find_lattices(rules)
        spotted = self._words(bare, walls_of(rules, level), columns_of(lattices, level))
        read = words_of(spotted, bare, [_in_pixels(each.box, level) for each in lattices])
        signed = take_signatures(read.words, ())  # drawn with the page, they are no text of it
        if not found.signatures:
            found.signatures = signed.marks
        receipts, words = take_receipts(signed.words)
        found.boxes = [*found.boxes, *receipts]
        self._repairs.strokes(words, bare, number)
        words = self._repairs.words(words, number)
        found.strokes = rules.level
        found.tables, rest = fill(lattices, words, Evenly(), number)
        found.rows = rows(rest)
        found.recognised = True
        found.unreadable = read.unreadable + self._repairs.marks[number]
        return found

    def repair(self, pages: Sequence[Page]) -> list[Finding]:
        """Put right what engines usually mistake; return what was done, and what to know."""
        found = [finding("ocr-used", engine=self.engine.version,
                         pages=sum(page.recognised for page in pages))]  # fmt: skip
        found += [finding("ocr-marks", page=page.number, number=page.number, count=page.unreadable)
                  for page in pages if page.unreadable]  # fmt: skip
        align(pages)
        self._repairs.labels(pages)
        return found + self._repairs.findings()

    def _upright(self, shown: Picture) -> Picture:
        level = straightened(shown)
        quarters = self.engine.turns(level)
        return straightened(turned(shown, quarters)) if quarters else level

    def _words(self, shown: Picture, walls: tuple[Wall, ...], columns: Columns) -> list[Spotted]:
        known = self._cache.get(shown, self.engine.version)
        if known is None:
            known = self.engine.read(shown, walls, columns)
            known = read_again(known, shown, partial(self.engine.look, shown))
            self._cache.put(shown, self.engine.version, known)
        return known


def columns_of(lattices: Sequence[Lattice], shown: Picture) -> Columns:
    """Return the cells of each column of the tables, a cell of several columns in its first."""
    found: dict[int, list[Bounds]] = defaultdict(list)
    for lattice in lattices:
        for cell in lattice.cells:
            found[cell.column].append(_in_pixels(lattice.cell_box(cell), shown))
    return [found[number] for number in sorted(found)]


def _in_pixels(box: Box, shown: Picture) -> Bounds:
    left, top, right, bottom = (round(edge * shown.dpi / _POINTS) for edge in box)
    return left, top, right, bottom


def recogniser(chosen: Recognition) -> Recogniser | None:
    """Return what reads scanned pages, null where no engine is installed and none must be.

    Raises `UsageError` where the engine that is asked for is not installed.
    """
    found = engine(chosen.engine)
    if found is None and chosen.mode == "always":
        raise required()
    return Recogniser(found, Cache(chosen.cache)) if found else None
