"""Blocks put where they belong: inside a cell, or as the text of a note."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kehoach_parser.text.document import Block, Cell, Grid, Paragraph

_INNER_GAP: Final = " | "
"""What stands between the cells of a table inside a cell."""


class Spot(NamedTuple):
    """The place of a cell that cells of later rows may still enlarge."""

    row: list[Cell]
    place: int

    def enlarge(self) -> None:
        """Let the cell cover one more row."""
        cell = self.row[self.place]
        self.row[self.place] = cell._replace(rows=cell.rows + 1)


def row_of(texts: Iterable[str]) -> tuple[Cell, ...]:
    """Return a row of plain cells, one in each column."""
    return tuple(Cell(text, column) for column, text in enumerate(texts))


def in_columns(
    sides: Iterable[Iterable[str]], page: int | None = None, *, bold: bool = False
) -> Grid:
    """Return columns of lines as a table of one row without borders."""
    cells = tuple(Cell("\n".join(side), column, bold=bold) for column, side in enumerate(sides))
    return Grid((cells,), len(cells), ruled=False, page=page)


def cell_text(blocks: list[Block]) -> str:
    """Return a cell's text: paragraphs and rows of inner tables, one a line."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].text
    lines = (block.text if isinstance(block, Paragraph) else _rows_text(block) for block in blocks)
    return "\n".join(lines)


def is_all_bold(blocks: list[Block]) -> bool:
    """Return whether a cell has words and all of them are bold."""
    written = False
    for block in blocks:
        if isinstance(block, Paragraph) and (words := block.text.rstrip()):
            if block.bold < len(words):
                return False
            written = True
    return written


def _rows_text(grid: Grid) -> str:
    texts = (_INNER_GAP.join(cell.text for cell in row) for row in grid.rows)
    return "\n".join(text for text in texts if text.strip(_INNER_GAP))


def as_note(block: Block) -> Block:
    """Return a block of a note as such (a table in one stays a table)."""
    return block._replace(footnote=True) if isinstance(block, Paragraph) else block
