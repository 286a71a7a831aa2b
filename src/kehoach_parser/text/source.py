"""`SourceText`: the whole document as one regular string with its lines, cells and places."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from kehoach_parser.findings import Finding, finding
from kehoach_parser.text.document import Box, Cell, Document, Doubt, Grid, Paragraph
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.normalise import Normalised, are_regular, marks_apart, normalise, stripped
from kehoach_parser.text.patterns import pattern

CELL_GAP: Final = " | "
BREAK: Final = " / "

_OWN_LINE: Final = pattern(r"\s*(?:[-+*•–—]\s|\(?[0-9IVX]{1,4}[.)/]|\(?[a-zđ]{1,2}[.)]\s|#)")
_NUMBERED: Final = pattern(r"\s*[0-9IVX]")
_CALLS: Final = pattern(
    r"(?<!hằng )(?<!hàng )(?<!mỗi )\b(?:ngày|tháng|năm|số|khoản|[Đđ]iều|[Qq]uý|đoạn)\Z"
)
"""Words that call for a number: "quý / III/2026"."""

_TOGETHER: Final = 32
"""Paragraphs that are asked at once whether anything is to be repaired: mostly nothing is."""

_WIDEST: Final = 128
"""Columns beyond which a table is none (Word has 63): each row of the output has them all."""

_STOPS: Final = (".", ";", ":", "!", "?", "…")
_LONGEST_HEADING: Final = 1000
_SHORT_HEADING: Final = 60
_POINT: Final = pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]|[a-zđ][.)])\s+\w.*\w\Z")
_BEFORE_NAMES: Final = (
    "thành phố", "tỉnh", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "thôn", "ông", "bà",
    "đồng chí", " và", " của", ",",
)  # fmt: skip
"""Ends of words with which a name goes on."""

_SENTENCE: Final = pattern(rf"\s*[{UPPER}][{LOWER}]*\s+(?P<name>[{UPPER}])?")
"""How a text begins below a heading that a forced break ends (`1. Mục đích`)."""


class Line(NamedTuple):
    """One line of the text: a paragraph, or a row of a table (`table`, `row`: 0-based).

    `bold` is the count of leading bold characters.
    """

    start: int
    end: int
    bold: int = 0
    italic: bool = False
    centered: bool = False
    heading: int = 0
    footnote: bool = False
    table: int | None = None
    row: int | None = None
    page: int | None = None
    box: Box | None = None
    confidence: float | None = None

    @property
    def all_bold(self) -> bool:
        """Whether the whole line is bold."""
        return self.bold >= self.end - self.start > 0


class GridCell(NamedTuple):
    """A cell's place in the text, and in the grid (`columns`, `rows`: how much it covers)."""

    start: int
    end: int
    column: int
    columns: int
    rows: int
    bold: bool


class GridText(NamedTuple):
    """A table's place in the text; `lines[i]` is the line number of its row `i`."""

    rows: tuple[tuple[GridCell, ...], ...]
    lines: tuple[int, ...]
    width: int
    header_rows: int
    ruled: bool
    page: int | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text (one paragraph or row a line), its lines and tables, and what was mended.

    `doubts` are the words that OCR is not sure of, in the order of the text.
    """

    text: str
    lines: tuple[Line, ...]
    grids: tuple[GridText, ...]
    starts: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def line_at(self, offset: int) -> int:
        """Return the number of the line that holds an offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def page_at(self, offset: int) -> int | None:
        """Return the page of an offset, null where the format has none."""
        return self.lines[self.line_at(offset)].page if self.lines else None

    def box_at(self, offset: int) -> Box | None:
        """Return the box of the line that holds an offset."""
        return self.lines[self.line_at(offset)].box if self.lines else None

    def words(self, line: Line) -> str:
        """Return a line's text."""
        return self.text[line.start : line.end]

    def cell(self, cell: GridCell) -> str:
        """Return a cell's text."""
        return self.text[cell.start : cell.end]

    def before(self, number: int) -> "SourceText":
        """Return the text without a line and all that follows it; no table may cross it."""
        grids = tuple(grid for grid in self.grids if grid.lines[-1] < number)
        end = self.lines[number - 1].end if number else 0
        return SourceText(
            self.text[:end], self.lines[:number], grids, self.starts[:number],
            self.findings, self.doubts,
        )  # fmt: skip


class _Builder:
    """Collects lines; the text grows by one line and a line feed each."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.grids: list[GridText] = []
        self.doubts: list[Doubt] = []
        self.size = 0
        self.mended = 0
        self.marks = 0  # accents apart from their letters

    def paragraph(self, paragraph: Paragraph, *, regular: bool = False) -> None:
        for start, piece in split_breaks(paragraph):
            good = stripped(piece) if regular else self._normalised(piece)
            if not good.text:
                continue
            bold = good.position(max(paragraph.bold - start, 0)) if paragraph.bold > start else 0
            if paragraph.doubts:
                self._doubt(good, self.size, start, len(piece), paragraph.doubts)
            self.mended += good.mended
            self._add(
                good.text,
                Line(
                    self.size, self.size + len(good.text), bold, paragraph.italic,
                    paragraph.centered, paragraph.heading, paragraph.footnote,
                    None, None, paragraph.page, paragraph.box, paragraph.confidence,
                ),
            )  # fmt: skip

    def grid(self, grid: Grid) -> None:
        number = len(self.grids)
        rows: list[tuple[GridCell, ...]] = []
        numbers: list[int] = []
        words = [cell.text for row in grid.rows for cell in row]
        regular = are_regular(words) and CELL_GAP not in "\n".join(words)
        for index, row in enumerate(_without_repeats(grid)):
            cells, text, bold = self._cells(row, regular=regular)
            if not text.strip(" |"):
                text = ""
            page = grid.pages[index] if index < len(grid.pages) else grid.page
            numbers.append(len(self.lines))
            sure = min((c.confidence for c in row if c.confidence is not None), default=None)
            line = Line(self.size, self.size + len(text), bold, table=number, row=index,
                        page=page, box=grid.box, confidence=sure)  # fmt: skip
            if not text:
                cells = tuple(
                    GridCell(self.size, self.size, c.column, c.columns, c.rows, c.bold)
                    for c in cells
                )
            rows.append(cells)
            self._add(text, line)
        self.grids.append(GridText(tuple(rows), tuple(numbers), grid.width, grid.header_rows,
                                   grid.ruled, grid.page, grid.box))  # fmt: skip

    def _cells(
        self, row: tuple[Cell, ...], *, regular: bool
    ) -> tuple[tuple[GridCell, ...], str, int]:
        cells: list[GridCell] = []
        parts: list[str] = []
        at = self.size
        for raw, column, columns, rows, bold, _, _, doubts in row:
            text = raw.strip() if regular and "\n" not in raw else self._cell(raw)
            if doubts:
                self._doubt_cell(raw, at, doubts)
            end = at + len(text)
            cells.append(GridCell(at, end, column, columns, rows, bold))
            parts.append(text)
            at = end + len(CELL_GAP)
        line = CELL_GAP.join(parts)
        return tuple(cells), line, len(line) if all(c.bold or not c.text for c in row) else 0

    def _cell(self, raw: str) -> str:
        """Return a cell's text, its lines joined; what looks like a gap between cells is none."""
        pieces = [self._normalised(piece) for piece in raw.split("\n")]
        self.mended += any(piece.mended for piece in pieces)
        return BREAK.join(piece.text for piece in pieces if piece.text).replace(CELL_GAP, " ¦ ")

    def _normalised(self, piece: str) -> Normalised:
        good = normalise(piece)
        if good.mended:
            self.marks += marks_apart(piece)
        return good

    def _doubt_cell(self, raw: str, at: int, doubts: tuple[Doubt, ...]) -> None:
        """Note the doubtful words of a cell that begins at an offset of the text."""
        start = 0
        for piece in raw.split("\n"):
            good = normalise(piece)
            self._doubt(good, at, start, len(piece), doubts)
            start += len(piece) + 1
            at += len(good.text) + len(BREAK) if good.text else 0

    def _doubt(
        self, good: Normalised, at: int, start: int, size: int, doubts: tuple[Doubt, ...]
    ) -> None:
        """Note the doubtful words of a piece: its text, where that begins, and its place before."""
        for first, last, sure in doubts:
            if start <= first and last <= start + size:
                place = at + good.position(first - start), at + good.position(last - start)
                self.doubts.append(Doubt(*place, sure))

    def _add(self, text: str, line: Line) -> None:
        self.parts.append(text)
        self.lines.append(line)
        self.size += len(text) + 1


def build(document: Document) -> SourceText:
    """Return the regular text of a document; empty paragraphs vanish, empty rows stay.

    A table without a single cell (all of them deleted, say) vanishes too; of one out of all
    measure each row is a paragraph.

    Never adds words: the only characters put in are the blanks and marks that docs/output.md names
    (line feeds, the cell gap, the break in a cell).
    """
    builder = _Builder()
    found = document.findings
    regular = False
    for number, block in enumerate(document.blocks):
        if number % _TOGETHER == 0:
            near = document.blocks[number : number + _TOGETHER]
            regular = are_regular([one.text for one in near if isinstance(one, Paragraph)])
        if isinstance(block, Paragraph):
            builder.paragraph(block, regular=regular)
        elif block.width > _WIDEST:
            found = (*found, finding("table-too-wide", count=block.width, most=_WIDEST))
            for row in block.rows:
                builder.paragraph(Paragraph(CELL_GAP.join(filter(None, _words(row)))))
        elif any(block.rows):
            builder.grid(block)
    if builder.mended:
        found = (*found, finding("text-mended", count=builder.mended))
    if builder.marks:
        found = (*found, finding("text-decomposed", count=builder.marks))
    return SourceText(
        "\n".join(builder.parts),
        tuple(builder.lines),
        tuple(builder.grids),
        tuple(line.start for line in builder.lines),
        found,
        tuple(builder.doubts),
    )


def split_breaks(paragraph: Paragraph) -> list[tuple[int, str]]:
    r"""Return the lines of a paragraph with forced breaks, each with its offset.

    A break inside a sentence is only a blank; one before a label or a bullet, after a sentence or
    a heading, or in a centred or bold block starts a line.
    """
    text = paragraph.text
    if "\n" not in text:
        return [(0, text)]
    apart = paragraph.centered or paragraph.bold >= len(text.rstrip())
    found: list[tuple[int, str]] = []
    start = 0
    for match in re.finditer("\n+", text):
        before = text[max(start, match.start() - _LONGEST_HEADING) : match.start()].strip()
        begins = _begins_line(before, text, match.end())
        headed = paragraph.bold in {match.start(), match.end()} or _is_point(before)
        headed = headed and _begins_sentence(before, text, match.end())
        if apart or begins or headed or _ends_line(before):
            found.append((start, text[start : match.start()].replace("\n", " ")))
            start = match.end()
    found.append((start, text[start:].replace("\n", " ")))
    return found


def _begins_line(before: str, text: str, at: int) -> bool:
    """Return whether a label or bullet begins a line, no number that the words before call for."""
    if not _OWN_LINE.match(text, at):
        return False
    return _NUMBERED.match(text, at) is None or _CALLS.search(before) is None


def _is_point(before: str) -> bool:
    """Return whether words are a short heading with a number or a letter."""
    return len(before) <= _SHORT_HEADING and _POINT.match(before) is not None


def _begins_sentence(before: str, text: str, at: int) -> bool:
    """Return whether a sentence begins, no name that the words before go on with."""
    match = _SENTENCE.match(text, at)
    return match is not None and not (match["name"] and before.endswith(_BEFORE_NAMES))


def _ends_line(before: str) -> bool:
    """Return whether words end a line: nothing, a sentence, or a heading in capitals."""
    return not before or before.endswith(_STOPS) or before.isupper()


def _without_repeats(grid: Grid) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows, a header row that a later page repeats only once."""
    heads = max(grid.header_rows, 1)
    known = {words for row in grid.rows[:heads] if sum(map(bool, words := _words(row))) > 1}
    beginnings = {words[:1] for words in known}
    for index, row in enumerate(grid.rows):
        repeats = index >= heads and _words(row[:1]) in beginnings and _words(row) in known
        if not repeats or any(cell.rows > 1 for cell in row):
            yield row


def _words(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in row)
