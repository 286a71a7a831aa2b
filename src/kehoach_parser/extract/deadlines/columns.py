"""Table columns that hold times or results, told by their headers.

In a column of times the header says that something is to be done then (`Thời hạn`, `Tiến độ`); in
a column of results times are parts of names.
"""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from kehoach_parser.extract.marked_heads import TimedHead, marked_heads
from kehoach_parser.lexicon.register_headers import PERIOD, role_of
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import GridCell, GridText, SourceText

_NO_TIME: Final = pattern(
    r"kết\squả|số|tỷ\slệ|nội\sdung|nhiệm\svụ|sản\sphẩm|đơn\svị|cơ\squan|kinh\sphí|vốn|vượt|mức"
)
_TIMED: Final = ("deadline", PERIOD)
_LIMIT: Final = pattern(r"thời\shạn|hạn\s|hoàn\sthành")
_RESULT: Final = pattern(r"sản\sphẩm|kết\squả|chỉ\stiêu|ghi\schú|căn\scứ|văn\sbản|kinh\sphí|vốn")
_REPORT: Final = pattern(r"[\s-]*(?:tổng\shợp,\s|gửi\s|lập\s)?báo\scáo\b")
_NAMED: Final = pattern("báo cáo")
_YEAR: Final = pattern(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_START: Final = attrgetter("start")
_WIDE_HEADER: Final = 60
_FEWEST_ROWS: Final = 2
_MOST_HEADS: Final = 3
_APART: Final = 2


class Column(NamedTuple):
    """What a column's header says: whether it holds times (limits), or results; a year.

    Over a column of marks `marked` is the cell of the header that names the time itself.
    """

    is_time: bool
    is_limit: bool
    is_result: bool
    year: int | None
    marked: TimedHead | None = None


class CellPlace(NamedTuple):
    """A cell at `[start, end)` of the text, its column, and whether it is a header itself."""

    start: int
    end: int
    column: Column | None
    is_head: bool


class TimeCell(NamedTuple):
    """A filled cell at `[start, end)` in line `line`, in a column of times."""

    start: int
    end: int
    line: int
    column: Column


class Columns:
    """Answers in which column of which table an offset stands."""

    def __init__(self, low: str, source: SourceText) -> None:
        """Keep the lower-cased text and its tables; headers are read on first use."""
        self._low = low
        self._source = source
        self._read: dict[int, dict[int, Column]] = {}
        self._reports: dict[int, frozenset[int]] = {}
        self._going_on: set[int] = set()

    def at(self, number: int, offset: int) -> CellPlace | None:
        """Return the cell that holds an offset in line `number`, null outside of tables."""
        line = self._source.lines[number]
        if line.table is None or line.row is None:
            return None
        grid = self._source.grids[line.table]
        cells = grid.rows[line.row]
        place = bisect_right(cells, offset, key=_START) - 1
        if place < 0:
            return None
        cell = cells[place]
        column = self._of(line.table).get(cell.column)
        is_head = line.row < self._heads(line.table) and not _is_marked(column, cell)
        return CellPlace(cell.start, cell.end, column, is_head)

    def reports(self, number: int) -> bool:
        """Tell whether a row, times and results apart, says that its task is a report."""
        line = self._source.lines[number]
        if line.table is None or line.row is None:
            return False
        if line.table not in self._reports:
            self._reports[line.table] = frozenset(self._reporting(line.table))
        return line.row in self._reports[line.table]

    def time_cells(self) -> Iterator[TimeCell]:
        """Yield the filled cells of time columns, headers left out."""
        for number, grid in enumerate(self._source.grids):
            times = {place: one for place, one in self._of(number).items() if one.is_time}
            if not times:
                continue
            first = self._heads(number)
            for row, (line, cells) in enumerate(zip(grid.lines, grid.rows, strict=True)):
                for cell in cells:
                    column = times.get(cell.column)
                    if (
                        column
                        and cell.end > cell.start
                        and (row >= first or _is_marked(column, cell))
                    ):
                        yield TimeCell(cell.start, cell.end, line, column)

    def _reporting(self, table: int) -> Iterator[int]:
        """Yield the rows of a table whose task is a report."""
        grid, columns = self._source.grids[table], self._of(table)
        start = self._source.lines[grid.lines[0]].start
        for match in _NAMED.finditer(self._low, start, self._source.lines[grid.lines[-1]].end):
            row = self._source.lines[self._source.line_at(match.start())].row or 0
            cell = grid.rows[row][bisect_right(grid.rows[row], match.start(), key=_START) - 1]
            column = columns.get(cell.column)
            is_task = column is not None and not (column.is_result or column.is_time)
            if is_task and _REPORT.match(self._low, cell.start, cell.end):
                yield row

    def _of(self, number: int) -> dict[int, Column]:
        if number not in self._read:
            grid = self._source.grids[number]
            own = _columns(self._low, self._source.text, grid)
            if number and _near(self._source.grids[number - 1], grid) and not _timed(own):
                above = self._of(number - 1)
                if _timed(above):
                    self._going_on.add(number)
                    own = above
            self._read[number] = own
        return self._read[number]

    def _heads(self, number: int) -> int:
        """Return how many header rows a table has, none where it goes on with the one before."""
        self._of(number)
        return 0 if number in self._going_on else _heads(self._source.grids[number])


def _near(above: GridText, grid: GridText) -> bool:
    """Return whether a table may go on with the one before: as wide, at most a line between."""
    return above.width == grid.width and grid.lines[0] - above.lines[-1] <= _APART


def _timed(columns: dict[int, Column]) -> bool:
    return any(column.is_time for column in columns.values())


def _heads(grid: GridText) -> int:
    """Return how many header rows a table has.

    A first row with wide cells goes down as far as the cells beside them.
    """
    if len(grid.rows) < _FEWEST_ROWS:
        return 0
    wide = any(cell.columns > 1 for cell in grid.rows[0])
    merged = max((cell.rows for cell in grid.rows[0]), default=1) if wide else 1
    return max(grid.header_rows, min(merged, _MOST_HEADS), 1)


def _columns(low: str, text: str, grid: GridText) -> dict[int, Column]:
    """Return the columns by the words of all header rows."""
    if len(grid.rows) < _FEWEST_ROWS:
        return {}
    words: dict[int, str] = {}
    for row in grid.rows[: _heads(grid)]:
        for cell in row:
            here = low[cell.start : cell.end].strip()
            for column in range(cell.column, cell.column + cell.columns):
                words[column] = f"{words.get(column, '')} {here}".strip()
    marked = marked_heads(text, grid, _heads(grid))
    return {column: _column(text, marked.get(column)) for column, text in words.items()}


def _is_marked(column: Column | None, cell: GridCell) -> bool:
    """Return whether a header's cell is the time over a column of marks."""
    return bool(column and column.marked and column.marked.start == cell.start)


def _column(header: str, marked: TimedHead | None) -> Column:
    if marked:
        year = _YEAR.search(header)
        return Column(True, False, False, int(year[1]) if year else None, marked)
    short = len(header) <= _WIDE_HEADER
    is_time = short and role_of(header) in _TIMED and not _NO_TIME.match(header)
    year = _YEAR.search(header) if is_time else None
    return Column(
        is_time=is_time,
        is_limit=is_time and bool(_LIMIT.search(header)),
        is_result=not is_time and bool(_RESULT.search(header)),
        year=int(year[1]) if year else None,
    )
