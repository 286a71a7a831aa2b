"""Labels that lists give the paragraphs of a .doc and the rows of its tables (MS-DOC 2.4.6.3).

A paragraph is found again by its words, a row whose first cell is nothing but a list (so is the
first column of many registers) by the words of its other cells.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_lists import read_lists
from kehoach_parser.readers.doc.word97_styles import Styles, read_styles, style_of
from kehoach_parser.readers.doc.word97_text import (
    BOX_ENTRY,
    FIELD_CODE,
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


@dataclass(slots=True)
class Labels:
    """Labels in the order of the text: of paragraphs by their keys, of rows by other cells'."""

    paragraphs: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    rows: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def take(self, text: str) -> str | None:
        """Return the label of the next paragraph of this text, null where no list has such."""
        labels = self.paragraphs.get(key(text)) if self.paragraphs else None
        return labels.pop(0) if labels else None


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
        self.shown += key(label) + words
        self.label = self.label or label.rstrip()


def read_labels(streams: Streams, pieces: Sequence[Piece]) -> Labels:
    """Return the labels, those of paragraphs that stand in no list left out where none is alike.

    Raises `struct.error` or `IndexError` where the file's tables are broken.
    """
    lists = read_lists(streams)
    if not lists.uses:
        return Labels()
    looks = _Looks(read_styles(streams))
    ordered = sorted(pieces, key=lambda piece: piece.at)
    places = [piece.at for piece in ordered]
    cells = [_Cell()]
    found = Labels()
    for start, end, page, at in streams.paged(PARAGRAPHS_AT, BOX_ENTRY):
        look = looks.of(page, at)
        label = lists.label(look.use, look.level) if look.use else ""
        if look.ends_row:
            _keep(cells, found.rows)
        if look.ends_row or not look.in_table:
            cells = [_Cell()]
        if look.ends_row:
            continue
        piece = ordered[max(bisect_right(places, start) - 1, 0)]
        words = piece.decode(streams.main, start, end)
        shown = key(FIELD_CODE.sub("", words))
        if shown:
            found.paragraphs.setdefault(shown, []).append(label)
        if look.in_table:
            cells[-1].add(label, shown)
            if words.endswith(_CELL_END):
                cells.append(_Cell())
    listed = {words: labels for words, labels in found.paragraphs.items() if any(labels)}
    return Labels(listed, found.rows)


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


class _Looks:
    """What paragraphs say, over what their styles say; each style's share is read once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._styled: dict[int, _Look] = {}

    def of(self, page: bytes, at: int) -> _Look:
        number = style_of(page, at) if at else 0
        look = self._styled.get(number)
        if look is None:
            look = _Look()
            for style in reversed(tuple(self._styles.chain(number))):
                look = _over(look, style.paragraph)
            self._styled[number] = look
        return _over(look, properties(page, at)) if at else look


def _over(look: _Look, said: bytes) -> _Look:
    """Return a look with what a property list says."""
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
