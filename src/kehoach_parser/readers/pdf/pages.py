"""One page of a PDF, read and let go: its words, tables and signature boxes."""

from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from kehoach_parser.readers.pdf.chars import OpenPage, Word
from kehoach_parser.readers.pdf.grid import find_lattices
from kehoach_parser.readers.pdf.legacy import OldWords
from kehoach_parser.readers.pdf.lines import pieces, rows
from kehoach_parser.readers.pdf.native import PdfFile, call
from kehoach_parser.readers.pdf.open_registers import open_register
from kehoach_parser.readers.pdf.quality import Trust, trust_in
from kehoach_parser.readers.pdf.receipts import take_receipts
from kehoach_parser.readers.pdf.rules import Stroke, read_rules
from kehoach_parser.readers.pdf.signatures import take_signatures
from kehoach_parser.readers.pdf.symbols import put_signs
from kehoach_parser.readers.pdf.tables import Table, fill
from kehoach_parser.readers.pdf.unruled import completed, open_bands
from kehoach_parser.readers.pdf.watermarks import take_watermarks
from kehoach_parser.text.document import SignatureMark

_IMAGE, _SHADING, _FORM = 3, 4, 5
_FEWEST_LETTERS: Final = 3
_MOSTLY: Final = 0.5
_DRAWN: Final = 100
"""So many drawn shapes on a page without words are letters turned into outlines."""


@dataclass(slots=True)
class Page:
    """What a page holds; `rows` are the words outside tables by baseline, `strokes` level lines.

    `unread` says that it shows something but has no text that can be used. Of a page that OCR
    read, `recognised` is set, and `unreadable` counts marks that are no text (stamps, pens).
    `layer` says that its words are those that OCR put behind a picture of the page.
    `marks_apart` counts accents that stood apart from their letters. `trust` is that in its
    text layer, null where it has none.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    rows: list[list[Word]] = field(default_factory=lambda: [])
    tables: list[Table] = field(default_factory=lambda: [])
    signatures: list[SignatureMark] = field(default_factory=lambda: [])
    boxes: list[str] = field(default_factory=lambda: [])
    strokes: list[Stroke] = field(default_factory=lambda: [])
    unread: bool = False
    layer: bool = False
    broken: bool = False
    recognised: bool = False
    unreadable: int = 0
    marks_apart: int = 0
    trust: Trust | None = None

    def leave_unread(self) -> None:
        """Take back what was read of it, so that OCR reads it."""
        self.rows, self.tables, self.strokes, self.unread = [], [], [], True


def read_page(file: PdfFile, index: int, old: OldWords) -> Page:
    """Return a page (0-based index); words in an old encoding are decoded by `old`."""
    found = Page(index + 1)
    with OpenPage(file, index) as page:
        if not page.handle:
            found.broken = True
            return found
        found.width, found.height = page.frame.width, page.frame.height
        words = _read_words(found, page, old)
        if not _has_letters(words):
            found.unread = _shows_something(page.handle)
            return found
        found.trust = trust_in(" ".join(word.text for word in words))
        if found.trust is Trust.RUBBISH:
            found.unread = True
        else:
            found.layer = page.hidden > _MOSTLY * len(words) and _has_picture(page.handle)
            _lay_out(found, page, file, words)
    return found


def _read_words(found: Page, page: OpenPage, old: OldWords) -> list[Word]:
    """Return the words of the text; signatures and what stands across it go to the page."""
    words = page.words()
    found.marks_apart = page.marks
    old.mend(words, page.chars)
    put_signs(words)
    across, words = take_watermarks(words, page)
    signed = take_signatures(words, page.stamps)
    receipts, words = take_receipts(signed.words)
    found.signatures, found.boxes = signed.marks, across + signed.texts + receipts
    return words


def _lay_out(found: Page, page: OpenPage, file: PdfFile, words: list[Word]) -> None:
    """Put the words into the page's tables, what is outside of them into rows."""
    rules = read_rules(page.handle, page.frame)
    found.strokes = rules.level
    lattices = find_lattices(rules)
    for band in open_bands(rules.level, lattices, found.width):
        lattice = completed(band, words, file.data, found.number - 1, file.password)
        lattices += [lattice] if lattice else []
    found.tables, rest = fill(lattices, words, page, found.number)
    found.rows = [
        row
        for level in rows(word for word in rest if not word.turned)
        if (row := _without_strokes(level))
    ]
    found.boxes += [word.text for word in rest if word.turned]
    _take_open_register(found, page)


def _take_open_register(found: Page, page: OpenPage) -> None:
    """Make a table of the page's rows that are a register without ruling."""
    register = open_register(found.rows)
    if register:
        inside = found.rows[register.first : register.last]
        words = [word for row in inside for word in row]
        found.tables += fill([register.lattice], words, page, found.number)[0]
        del found.rows[register.first : register.last]


def _without_strokes(row: list[Word]) -> list[Word]:
    """Return a row without the lines that people draw with underscores."""
    if not any(word.text.startswith("___") for word in row):
        return row
    return [
        word
        for piece in pieces(row, 1.0)
        if any(word.text.strip("_") for word in piece)
        for word in piece
    ]


def _has_letters(words: list[Word]) -> bool:
    letters = (char for word in words for char in word.text if char.isalnum())
    return len(list(islice(letters, _FEWEST_LETTERS))) == _FEWEST_LETTERS


def _shows_something(page: int) -> bool:
    """Return whether a page without words holds a picture."""
    kinds = _kinds(page)
    return any(kind in (_IMAGE, _SHADING, _FORM) for kind in kinds) or len(kinds) > _DRAWN


def _has_picture(page: int) -> bool:
    return any(kind in (_IMAGE, _FORM) for kind in _kinds(page))


def _kinds(page: int) -> list[int]:
    """Return what kinds of objects a page draws."""
    count = call("FPDFPage_CountObjects")(page)
    return [call("FPDFPageObj_GetType")(call("FPDFPage_GetObject")(page, n)) for n in range(count)]
