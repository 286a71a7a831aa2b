"""Numbers of rows that anydoc leaves out: lists that number cells without words (MS-DOC).

The first column of a register is often nothing but a list. A row is found again by the words
of its other cells.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_lists import read_lists
from kehoach_parser.readers.doc.word97_text import (
    BOX_ENTRY,
    PARAGRAPHS_AT,
    Piece,
    Streams,
    key,
    operands,
    properties,
)
from kehoach_parser.text.document import Block, Cell, Grid

_IN_TABLE: Final = 0x2416
_ROW_END: Final = 0x2417
_LIST_LEVEL: Final = 0x260A
_LIST_USE: Final = 0x460B
_CELL_END: Final = "\x07"


class _Look(NamedTuple):
    """What a paragraph's properties say: where it stands, its list use (0: none) and level."""

    in_table: bool = False
    ends_row: bool = False
    use: int = 0
    level: int = 0


@dataclass(slots=True)
class _Cell:
    """A cell: its words, the same with the labels of lists before them, and its first label."""

    words: str = ""
    shown: str = ""
    label: str = ""

    def add(self, label: str, words: str) -> None:
        """Add a paragraph."""
        self.words += words
        self.shown += label + words
        self.label = self.label or label


def row_numbers(streams: Streams, pieces: Sequence[Piece]) -> dict[str, list[str]]:
    """Return the labels of rows whose first cell has no words, by the keys of their other cells.

    Raises `struct.error` or `IndexError` where the file's tables are broken.
    """
    found: dict[str, list[str]] = {}
    lists = read_lists(streams)
    if not lists.levels:
        return found
    ordered = sorted(pieces, key=lambda piece: piece.at)
    places = [piece.at for piece in ordered]
    cells = [_Cell()]
    for start, end, page, at in streams.paged(PARAGRAPHS_AT, BOX_ENTRY):
        look = _look(properties(page, at)) if at else _Look()
        label = lists.label(look.use, look.level) if look.use else ""
        if look.ends_row:
            _keep(cells, found)
        if look.ends_row or not look.in_table:
            cells = [_Cell()]
            continue
        piece = ordered[max(bisect_right(places, start) - 1, 0)]
        words = piece.decode(streams.main, start, end)
        cells[-1].add(label, key(words))
        if words.endswith(_CELL_END):
            cells.append(_Cell())
    return found


def with_numbers(blocks: Sequence[Block], numbers: dict[str, list[str]]) -> tuple[Block, ...]:
    """Return the blocks with the labels of rows put into their empty first cells."""
    left = {row: list(labels) for row, labels in numbers.items()}
    return tuple(
        block._replace(rows=tuple(_numbered(row, left) for row in block.rows))
        if left and isinstance(block, Grid)
        else block
        for block in blocks
    )


def _numbered(row: tuple[Cell, ...], left: dict[str, list[str]]) -> tuple[Cell, ...]:
    if not row or row[0].column or row[0].text.strip():
        return row
    labels = left.get(key("".join(cell.text for cell in row[1:])))
    return (row[0]._replace(text=labels.pop(0)), *row[1:]) if labels else row


def _keep(cells: Sequence[_Cell], found: dict[str, list[str]]) -> None:
    first, *others = cells
    if first.label and not first.words:
        found.setdefault("".join(cell.shown for cell in others), []).append(first.label)


def _look(said: bytes) -> _Look:
    look = _Look()
    for code, operand in operands(said):
        if code == _IN_TABLE:
            look = look._replace(in_table=bool(operand[0]))
        elif code == _ROW_END:
            look = look._replace(ends_row=bool(operand[0]))
        elif code == _LIST_LEVEL:
            look = look._replace(level=operand[0])
        elif code == _LIST_USE:
            look = look._replace(use=int.from_bytes(operand[:2], "little"))
    return look
