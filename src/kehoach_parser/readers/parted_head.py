"""The head of a document, each component in a line of its own, in the order of a page."""

from typing import Final

from kehoach_parser.readers.headtext import names_type, split_head, stands_right
from kehoach_parser.text.document import Block, Cell, Grid, Paragraph

_HEAD_BLOCKS: Final = 24
"""Blocks at a document's top in which its head stands."""

_HEAD_ROWS: Final = 3
_SIDES: Final = 2


def with_parted_head(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks, each component of the head in a paragraph of its own."""
    found = [part for block in blocks[:_HEAD_BLOCKS] for part in _components(block)]
    return (*_with_type_below_head(found), *blocks[_HEAD_BLOCKS:])


def _with_type_below_head(blocks: list[Block]) -> list[Block]:
    """Return the blocks of a head, the type below the Quốc hiệu that a program put behind it."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and names_type(block.text):
            end = at + 1
            for beside in blocks[end:]:
                if not (isinstance(beside, Paragraph) and stands_right(beside.text)):
                    break
                end += 1
            return [*blocks[:at], *blocks[at + 1 : end], block, *blocks[end:]]
    return blocks


def _components(block: Block) -> list[Block]:
    """Return a paragraph's components of the head, itself where it is none or one."""
    if not isinstance(block, Paragraph):
        return [_with_parted_cells(block)]
    lines, rest = split_head(" ".join(block.text.split()))
    if len(lines) + bool(rest) < 2:  # noqa: PLR2004 - it is one component
        return [block]
    whole = block.bold >= len(block.text)
    parts = (line for line in (*lines, _with_breaks(block.text, rest)) if line)
    return [block._replace(text=line, bold=len(line) if whole else 0) for line in parts]


def _with_parted_cells(grid: Grid) -> Grid:
    """Return a layout table, each component of a head in a line of its cell."""
    if grid.width != _SIDES or len(grid.rows) > _HEAD_ROWS:
        return grid
    rows = tuple(tuple(map(_parted_cell, row)) for row in grid.rows)
    return grid._replace(rows=rows)


def _parted_cell(cell: Cell) -> Cell:
    if "\n" in cell.text:
        return cell
    lines, rest = split_head(cell.text)
    return cell._replace(text="\n".join((*lines, rest) if rest else lines)) if lines else cell


def _with_breaks(text: str, rest: str) -> str:
    """Return the end of a text that is `rest` without its line breaks, with them."""
    if "\n" not in text:
        return rest
    letters = "".join(rest.split())
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    end = text[places[-len(letters)] :] if letters else ""
    return end if "".join(end.split()) == letters else rest
