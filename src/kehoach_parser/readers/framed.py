"""The body of a document that fills one cell of the table around its head or closing."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kehoach_parser.readers.cells import INNER_GAP
from kehoach_parser.text.document import Block, Cell, Document, Grid, Paragraph
from kehoach_parser.text.patterns import pattern

_LONG: Final = 8
"""Lines of a cell that may be a body: what registers merge over the width has fewer."""

_LABEL: Final = pattern(
    r"(?:Điều \d{1,3}\.?|Căn cứ)\s|(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])[.)/]\s|[-+•]\s"
)
_LABELS: Final = 4


def without_frames(document: Document) -> Document:
    """Return the document, cells over a table's width that hold a body as its paragraphs."""
    if not any(isinstance(block, Grid) and _frames(block) for block in document.blocks):
        return document
    blocks = (part for block in document.blocks for part in _parts(block))
    return document._replace(blocks=tuple(blocks))


def _frames(grid: Grid) -> bool:
    return any(_is_frame(row, grid.width) for row in grid.rows)


def _is_frame(row: tuple[Cell, ...], width: int) -> bool:
    if len(row) != 1 or row[0].columns < width or row[0].text.count("\n") < _LONG:
        return False
    lines = row[0].text.split("\n")
    return sum(_LABEL.match(line) is not None for line in lines) >= _LABELS


def _parts(block: Block) -> Iterator[Block]:
    """Yield the rows of a table above, between and below its frames, and what these hold."""
    if isinstance(block, Paragraph) or not _frames(block):
        yield block
        return
    start = 0
    for number, row in enumerate(block.rows):
        if _is_frame(row, block.width):
            yield from _between(block, start, number)
            yield from _held(row[0], block.pages[number] if block.pages else block.page)
            start = number + 1
    yield from _between(block, start, len(block.rows))


def _between(grid: Grid, start: int, end: int) -> Iterator[Grid]:
    if start < end:
        heads = grid.header_rows if start == 0 else 0
        yield grid._replace(
            rows=grid.rows[start:end], pages=grid.pages[start:end], header_rows=heads
        )


def _held(cell: Cell, page: int | None) -> Iterator[Block]:
    """Yield what a cell holds: paragraphs, and the rows of tables inside it."""
    for bars, group in groupby(cell.text.split("\n"), key=lambda line: line.count(INNER_GAP)):
        lines = [line for line in group if line.strip()]
        if bars and len(lines) > 1:
            rows = tuple(
                tuple(Cell(text, at) for at, text in enumerate(line.split(INNER_GAP)))
                for line in lines
            )
            yield Grid(rows, bars + 1, page=page, pages=(page,) * len(rows), box=cell.box)
            continue
        for line in lines:
            bold = len(line) if cell.bold else 0
            yield Paragraph(line, bold, page=page, box=cell.box, confidence=cell.confidence)
