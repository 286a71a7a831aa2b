"""From pages to blocks: lines in their columns, paragraphs and tables over page ends, notes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.pdf.certainty import certainty
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.closing import find_block
from kehoach_parser.readers.pdf.columns import Columns, Item, column_text, part_columns
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, Line, pieces
from kehoach_parser.readers.pdf.notes import Note, drop_marks, take_notes
from kehoach_parser.readers.pdf.pages import Page
from kehoach_parser.readers.pdf.paragraphs import Flow, flow_of, joined, starts_paragraph
from kehoach_parser.readers.pdf.rows import continued, goes_on
from kehoach_parser.readers.pdf.signatories import Signatures, find_signatures
from kehoach_parser.readers.pdf.tables import Table
from kehoach_parser.text.document import Block, Box, Cell, Grid, Paragraph

_LONG: Final = 0.45
_SUPPORT: Final = 2
_NEAR: Final = 4.0
_INSET: Final = 10.0
_MOST_FOOT: Final = 0.35
_SHORT: Final = (0.08, 0.45)

Part = Item | Signatures | Table


def lay_out(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the blocks of a document in reading order."""
    edges = _edges(pages)
    laid: list[list[Part]] = []
    for page in pages:
        last = laid[-1][-1] if laid and laid[-1] else None
        above = last if isinstance(last, Columns) else None
        laid.append(_parts(page, edges[page.number], above))
    size = _text_size(laid)
    weaver = _Weaver()
    going_on = False
    for page, parts in zip(pages, laid, strict=True):
        left, right = edges[page.number]
        lines = [part for part in parts if isinstance(part, Line)]
        text, notes = take_notes(lines, size, strokes=_separators(page, left), going_on=going_on)
        going_on = bool(notes)
        kept = {id(line) for line in text}
        _mark_centered(text, left, right)
        weaver.page(
            [part for part in parts if not isinstance(part, Line) or id(part) in kept],
            notes,
            flow_of(text, left, right),
        )
    return tuple(weaver.finish())


class _Weaver:
    """Collects blocks; a paragraph or table stays open until what follows shows that it ended."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[Line] | Table | None = None
        self.due: list[Note] = []
        self.notes: dict[str, Note] = {}

    def page(self, parts: list[Part], notes: list[Note], flow: Flow) -> None:
        self.notes = {note.number: note for note in notes if note.number}
        for note in notes:
            if not note.number:
                self._go_on(note)
        for number, part in enumerate(parts):
            if isinstance(part, Table):
                self._table(part, first=number == 0)
            elif isinstance(part, Columns):
                self._close()
                self.blocks.append(_layout_grid((part.left, part.right)))
            elif isinstance(part, Signatures):
                self._close()
                self.blocks.append(_layout_grid(part.sides))
            else:
                self._line(part, flow)
        self.due += self.notes.values()

    def finish(self) -> list[Block]:
        self._close()
        return self.blocks

    def _line(self, line: Line, flow: Flow) -> None:
        if not isinstance(self.open, list) or starts_paragraph(self.open, line, flow):
            self._close()
            self.open = []
        for number in drop_marks(line, tuple(self.notes)):
            if number in self.notes:
                self.due.append(self.notes.pop(number))
        if line.words:
            self.open.append(line)

    def _table(self, table: Table, *, first: bool) -> None:
        if first and isinstance(self.open, Table) and goes_on(self.open, table):
            self.open = continued(self.open, table)
            return
        self._close()
        self.open = table

    def _close(self) -> None:
        if isinstance(self.open, Table):
            self.blocks.append(self.open.grid)
        elif self.open:
            self.blocks.append(_paragraph(self.open))
        self.open = None
        self.blocks += [_paragraph(note.lines, footnote=True) for note in self.due]
        self.due = []

    def _go_on(self, note: Note) -> None:
        """Put the rest of a note that its page did not hold to the last note before it."""
        if self.due:
            self.due[-1].lines += note.lines
            return
        for at in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[at]
            if isinstance(block, Paragraph) and block.footnote:
                text = joined([block.text, *(line.text for line in note.lines)])
                self.blocks[at] = block._replace(text=text)
                return


def _paragraph(lines: Sequence[Line], *, footnote: bool = False) -> Paragraph:
    texts = [line.text for line in lines]
    text = joined(texts)
    bold = 0
    for number, line in enumerate(lines):
        if not line.all_bold:
            before = len(joined(texts[:number])) + 1 if number else 0
            bold = before + line.bold if line.bold or number else 0
            break
    else:
        bold = len(text)
    first = lines[0]
    here = [line.box for line in lines if line.page == first.page]
    sure = certainty(text, (word for line in lines for word in line.words))
    return Paragraph(
        text,
        bold=min(bold, len(text)),
        italic=all(line.italic for line in lines),
        centered=first.centered,
        footnote=footnote,
        page=first.page,
        box=_around(here),
        confidence=sure.confidence,
        doubts=sure.doubts,
    )


def _layout_grid(sides: Sequence[list[Line]]) -> Grid:
    page = sides[0][0].page
    here = [[line.box for line in side if line.page == page] for side in sides]
    cells = tuple(
        _side(side, number, _around(boxes))
        for number, (side, boxes) in enumerate(zip(sides, here, strict=True))
    )
    box = _around([box for boxes in here for box in boxes])
    return Grid((cells,), len(cells), ruled=False, page=page, pages=(page,), box=box)


def _side(lines: Sequence[Line], number: int, box: Box) -> Cell:
    text = column_text(lines)
    sure = certainty(text, (word for line in lines for word in line.words))
    return Cell(text, number, bold=all(line.all_bold for line in lines), box=box,
                confidence=sure.confidence, doubts=sure.doubts)  # fmt: skip


def _around(boxes: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (
        round(min(x0), 2), round(min(y0), 2), round(max(x1), 2), round(max(y1), 2),
    )  # fmt: skip


def _parts(page: Page, edges: tuple[float, float], columns: Columns | None) -> list[Part]:
    """Return a page's lines, columns and tables from the top down."""
    parts: list[Part] = []
    rest = list(page.rows)
    for table in sorted(page.tables, key=lambda table: table.box[1]):
        above = [row for row in rest if row[0].base < table.box[3]]
        rest = rest[len(above) :]
        parts += _items(page, above, edges, columns)
        parts.append(table)
        columns = None
    parts += _items(page, rest, edges, columns)
    for part in parts:
        for line in _lines_of(part):
            line.left, line.right = edges
    return parts


def _items(
    page: Page, rows: Sequence[list[Word]], edges: tuple[float, float], above: Columns | None
) -> list[Item | Signatures]:
    """Return rows of a page as lines, columns and signatures."""
    middle = sum(edges) / 2
    signed = find_signatures(rows, page.number)
    if signed is not None:
        return [
            *part_columns(rows[: signed.first], page.number, middle, above),
            signed.signatures,
            *_items(page, rows[signed.last :], edges, None),
        ]
    block = find_block(rows, page.number, edges) if page.recognised else None
    if block is None:
        return [*part_columns(rows, page.number, middle, above)]
    return [
        *part_columns(rows[: block.first], page.number, middle, above),
        block.columns,
        *part_columns(rows[block.last :], page.number, middle),
    ]


def _lines_of(part: Part) -> Iterator[Line]:
    if isinstance(part, Line):
        yield part
    elif isinstance(part, Columns | Signatures):
        yield from part.lines


def _separators(page: Page, left: float) -> list[float]:
    """Return where short strokes at the left edge may part footnotes from the text."""
    return [
        stroke.at
        for stroke in page.strokes
        if abs(stroke.start - left) < _INSET
        and stroke.at > _MOST_FOOT * page.height
        and _SHORT[0] * page.width < stroke.end - stroke.start < _SHORT[1] * page.width
    ]


def _text_size(laid: Sequence[list[Part]]) -> float:
    """Return the size that most characters of the running text have."""
    sizes: Counter[float] = Counter()
    for parts in laid:
        for part in parts:
            if isinstance(part, Line):
                sizes[round(part.size, 1)] += len(part.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(pages: Sequence[Page]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of each page's text.

    An edge is the outermost place where two long lines agree; a page with few such lines takes
    the edges of the nearest page of its width.
    """
    own = {page.number: _own_edges(page) for page in pages}
    found: dict[int, tuple[float, float]] = {}
    for page in pages:
        alike = [other for other in pages
                 if own[other.number] and abs(other.width - page.width) < _INSET]  # fmt: skip
        nearest = min(alike, key=lambda o: abs(o.number - page.number), default=None)
        edges = own[nearest.number] if nearest else None
        found[page.number] = edges or _widest(page)
    return found


def _own_edges(page: Page) -> tuple[float, float] | None:
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for row in page.rows:
        x0, x1 = row[0].x0, max(word.x1 for word in row)
        if x1 - x0 > _LONG * page.width and len(pieces(row, COLUMN_GAP)) == 1:
            starts[round(x0)] += 1
            ends[round(x1)] += 1
    lows = [x for x in starts if starts[x] + starts[x + 1] >= _SUPPORT]
    highs = [x for x in ends if ends[x] + ends[x - 1] >= _SUPPORT]
    return (min(lows), max(highs)) if lows and highs and sum(starts.values()) > _NEAR else None


def _widest(page: Page) -> tuple[float, float]:
    words = [word for row in page.rows for word in row]
    boxes = [(word.x0, word.x1) for word in words] or [
        (table.box[0], table.box[2]) for table in page.tables
    ]
    left = min((x0 for x0, _ in boxes), default=0.0)
    return left, max([page.width - left, *(x1 for _, x1 in boxes)])


def _mark_centered(lines: Sequence[Line], left: float, right: float) -> None:
    """Mark the lines that stand in the middle; a wide one where its neighbour does."""
    middle = (left + right) / 2
    starts = Counter(round(line.x0) for line in lines)
    amid = [abs((line.x0 + line.x1) / 2 - middle) < _NEAR for line in lines]
    for line, is_amid in zip(lines, amid, strict=True):
        inset = line.x0 > left + _INSET and line.x1 < right - _INSET
        usual = starts[round(line.x0)] > _SUPPORT and not line.text.isupper()
        line.centered = is_amid and inset and not usual
    for order in (1, -1):
        ordered = list(zip(lines, amid, strict=True))[::order]
        for (before, _), (line, is_amid) in pairwise(ordered):
            both = line.all_bold == before.all_bold and line.italic == before.italic
            alike = both and (order < 0 or line.all_bold or line.italic)
            near = abs(line.base - before.base) < 2 * line.size
            if before.centered and is_amid and alike and near:
                line.centered = True
