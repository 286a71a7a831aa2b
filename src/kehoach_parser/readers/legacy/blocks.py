"""Blocks whose text another program read, in old encodings: decoded by their words alone."""

from collections.abc import Iterator, Sequence

from kehoach_parser.readers.legacy.runs import LegacyText, Run
from kehoach_parser.text.document import Block, Cell, Paragraph


def decoded_blocks(blocks: Sequence[Block], stand_in: str) -> tuple[tuple[Block, ...], LegacyText]:
    """Return the blocks in Unicode, and what was done; `stand_in` stands for a soft hyphen."""
    legacy = LegacyText()
    lines = [[Run(part) for part in parts] for parts in _lines(blocks, stand_in)]
    shown = iter([
        texts or [run.text for run in runs]
        for runs, texts in zip(lines, legacy.decoded(lines), strict=True)
    ])  # fmt: skip
    return tuple(_block(block, shown) for block in blocks), legacy


def _lines(blocks: Sequence[Block], stand_in: str) -> Iterator[list[str]]:
    """Yield the lines of paragraphs and cells, those of a paragraph in a bold and a plain part."""
    for block in blocks:
        if isinstance(block, Paragraph):
            text, bold = block.text, block.bold
            yield [_soft(text[:bold], stand_in), _soft(text[bold:], stand_in)]
        else:
            for cell in (cell for row in block.rows for cell in row):
                yield from ([line] for line in _soft(cell.text, stand_in).split("\n"))


def _soft(text: str, stand_in: str) -> str:
    return text.replace(stand_in, "\N{SOFT HYPHEN}") if stand_in else text


def _block(block: Block, shown: Iterator[list[str]]) -> Block:
    """Return a block with its new lines, which come in the order of the old ones."""
    if isinstance(block, Paragraph):
        bold, rest = next(shown)
        return block._replace(text=bold + rest, bold=len(bold))
    rows = tuple(tuple(_cell(cell, shown) for cell in row) for row in block.rows)
    return block._replace(rows=rows)


def _cell(cell: Cell, shown: Iterator[list[str]]) -> Cell:
    lines = [next(shown)[0] for _ in cell.text.split("\n")]
    return cell._replace(text="\n".join(lines))
