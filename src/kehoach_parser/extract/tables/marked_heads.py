"""Times and bodies that stand in a table's header, over columns of marks.

`Quý I | Quý II` or, below `Tháng`, `1 | 2 | 3`: an x in a row says that its work is due then; below
`Phòng Kinh tế | Công an xã` it says who does it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.names.heads import begins
from kehoach_parser.lexicon.register_headers import PERIOD, role_of
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import GridCell, GridText

_MARK: Final = pattern(r"[xX\N{MULTIPLICATION SIGN}vV√✓✔✗☑☒●■▪+*]{1,3}")
_PART: Final = pattern(r"CT|PH|[CP]")
"""What part a body has in the work, in the place of a mark: chủ trì, phối hợp."""

HELPS: Final = ("PH", "P")
_BARE: Final = pattern(r"\d{1,2}|[IVX]{1,4}")
_UNIT: Final = pattern(r"(?:.*\b)?(tháng|quý|tuần)(?: năm (?:19|20)\d\d)?")
_LONGEST_BODY: Final = 60


class MarkedHead(NamedTuple):
    """A header cell at `[start, end)` that names a time, or a body.

    `unit` is what a time's bare number counts.
    """

    start: int
    end: int
    unit: str = ""
    is_body: bool = False


def marked_heads(text: str, grid: GridText, header_rows: int) -> dict[int, MarkedHead]:
    """Return the times and bodies over columns in which marks and nothing else stand, by column."""
    heads: dict[int, MarkedHead] = {}
    over = _wide_cells(grid, header_rows)
    for row in grid.rows[:header_rows]:
        for cell in row:
            if cell.columns == 1 and cell.end > cell.start:
                found = _timed(text, cell, over.get(cell.column, ())) or _body(text, cell)
                if found:
                    heads[cell.column] = found
    marked: set[int] = set()
    for row in grid.rows[header_rows:] if heads else ():
        for cell in row:
            if cell.column in heads and cell.end > cell.start:
                if not _is_mark(text, cell, heads[cell.column]):
                    del heads[cell.column]
                marked.add(cell.column)
        if not heads:
            break
    heads = {column: head for column, head in heads.items() if column in marked}
    named = any(head.is_body and _is_named(text, head) for head in heads.values())
    return {column: head for column, head in heads.items() if named or not head.is_body}


def _is_mark(text: str, cell: GridCell, head: MarkedHead) -> bool:
    if _MARK.fullmatch(text, cell.start, cell.end):
        return True
    return head.is_body and _PART.fullmatch(text, cell.start, cell.end) is not None


def _wide_cells(grid: GridText, header_rows: int) -> dict[int, list[GridCell]]:
    """Return the cells of the header that stand over several columns, by column."""
    found: dict[int, list[GridCell]] = defaultdict(list)
    for cell in (wide for row in grid.rows[:header_rows] for wide in row if wide.columns > 1):
        for column in range(cell.column, cell.column + cell.columns):
            found[column].append(cell)
    return found


def _timed(text: str, cell: GridCell, over: Sequence[GridCell]) -> MarkedHead | None:
    words = text[cell.start : cell.end]
    if role_of(words) == PERIOD:
        return MarkedHead(cell.start, cell.end)
    if not _BARE.fullmatch(words):
        return None
    for above in over:
        unit = _UNIT.fullmatch(key(text[above.start : above.end]))
        if unit and above.start < cell.start:
            return MarkedHead(cell.start, cell.end, unit[1])
    return None


def _body(text: str, cell: GridCell) -> MarkedHead | None:
    """Return a header cell that may be a body's name: it tells no role of a column."""
    words = text[cell.start : cell.end]
    if len(words) > _LONGEST_BODY or role_of(words):
        return None
    return MarkedHead(cell.start, cell.end, is_body=True)


def _is_named(text: str, head: MarkedHead) -> bool:
    """Return whether a body's name begins the header; one tells that the others are bodies too."""
    words = text[head.start : head.end]
    return begins(copy_of(words), 0, len(words), listing=True)
