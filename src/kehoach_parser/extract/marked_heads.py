"""Times that stand in a table's header, over columns of marks.

`Quý I | Quý II` or, below `Tháng`, `1 | 2 | 3`: an x in a row says that its work is due then.
"""

from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import PERIOD, role_of
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import GridCell, GridText

_MARK: Final = pattern(r"[xX\N{MULTIPLICATION SIGN}vV√✓✔✗☑☒●■▪+*]{1,3}")
_BARE: Final = pattern(r"\d{1,2}|[IVX]{1,4}")
_UNIT: Final = pattern(r"(?:.*\b)?(tháng|quý|tuần)(?: năm (?:19|20)\d\d)?")


class TimedHead(NamedTuple):
    """A header cell at `[start, end)` that names a time; `unit` is what its bare number counts."""

    start: int
    end: int
    unit: str


def marked_heads(text: str, grid: GridText, header_rows: int) -> dict[int, TimedHead]:
    """Return the times over columns in which marks and nothing else stand, by column."""
    times: dict[int, TimedHead] = {}
    for row in grid.rows[:header_rows]:
        for cell in row:
            found = _timed(text, grid, cell, header_rows) if cell.columns == 1 else None
            if found:
                times[cell.column] = found
    marked: set[int] = set()
    for row in grid.rows[header_rows:] if times else ():
        for cell in row:
            if cell.column in times and cell.end > cell.start:
                if not _MARK.fullmatch(text, cell.start, cell.end):
                    del times[cell.column]
                marked.add(cell.column)
    return {column: head for column, head in times.items() if column in marked}


def _timed(text: str, grid: GridText, cell: GridCell, header_rows: int) -> TimedHead | None:
    words = text[cell.start : cell.end]
    if role_of(words) == PERIOD:
        return TimedHead(cell.start, cell.end, "")
    if not _BARE.fullmatch(words):
        return None
    for above in (wide for row in grid.rows[:header_rows] for wide in row if wide.columns > 1):
        if above.start < cell.start and 0 <= cell.column - above.column < above.columns:
            unit = _UNIT.fullmatch(key(text[above.start : above.end]))
            if unit:
                return TimedHead(cell.start, cell.end, unit[1])
    return None
