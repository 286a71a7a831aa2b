"""Cells of tables: which stand in columns of times or results.

In a column of times the header says that something is to be done then (`Thời hạn`, `Tiến độ`); in
a column of results times are parts of names.
"""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from kehoach_parser.extract.tables.columns import MARK, Columns
from kehoach_parser.extract.tables.contents import SESSION
from kehoach_parser.extract.tables.marked_heads import MarkedHead
from kehoach_parser.lexicon.register_headers import PERIOD
from kehoach_parser.text.folding import lower
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import BREAK, GridCell, GridText, SourceText

_NO_TIME: Final = pattern(
    r"kết\squả|số|tỷ\slệ|nội\sdung|nhiệm\svụ|sản\sphẩm|đơn\svị|cơ\squan|kinh\sphí|vốn|vượt|mức"
)
_UNIT: Final = pattern(
    r"(?:[^()]*\((?=quý))?(tháng|quý)(?:\)|\s(?:hoàn\sthành|thực\shiện|tổ\schức|triển\skhai)\b.*)?"
)
"""A header that says what bare numbers count: `Quý hoàn thành`, `Thời gian (quý)`."""

_BEFORE: Final = "trước"
_TIMED: Final = ("deadline", PERIOD)
_LIMIT: Final = pattern(r"hạn\b|hoàn\sthành|kết\sthúc|tiến\sđộ")
_BEGINS: Final = "bắt đầu"
_RESULT: Final = pattern(r"sản\sphẩm|kết\squả|chỉ\stiêu|ghi\schú|căn\scứ|văn\sbản|kinh\sphí|vốn")
_REPORT: Final = pattern(r"[\s-]*(?:tổng\shợp,\s|gửi\s|lập\s)?báo\scáo\b")
_NAMED: Final = pattern("báo cáo")
_YEAR: Final = pattern(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_START: Final = attrgetter("start")
_WIDE_HEADER: Final = 60
_FEWEST_ROWS: Final = 2


class Column(NamedTuple):
    """What a column's header says: whether it holds times (limits, beginnings), results; a year.

    A `session` is a half of a day, in which each thing to be done may open with its hour;
    `words_before` are those that bare values lack (`9` below `Tháng`, `15/6` below `Xong trước`).

    Over a column of marks `marked` is the cell of the header that names the time itself.
    """

    is_time: bool
    is_limit: bool
    is_result: bool
    year: int | None
    marked: MarkedHead | None = None
    session: bool = False
    begins: bool = False
    words_before: str = ""


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


class Cells:
    """Answers in which cell of which table an offset stands, and what its column holds."""

    def __init__(self, low: str, source: SourceText, columns: tuple[Columns, ...]) -> None:
        """Keep the lower-cased text, and the columns of each table as they were read."""
        self._low = low
        self._source = source
        self._heads = [
            own.header_rows if _is_table(grid, own) else 0
            for grid, own in zip(source.grids, columns, strict=True)
        ]
        self._columns = [
            _columns(own) if _is_table(grid, own) else ()
            for grid, own in zip(source.grids, columns, strict=True)
        ]
        self._reports: dict[int, frozenset[int]] = {}

    def at(self, number: int, offset: int) -> CellPlace | None:
        """Return the cell that holds an offset in line `number`, null outside of tables."""
        line = self._source.lines[number]
        if line.table is None or line.row is None:
            return None
        cells = self._source.grids[line.table].rows[line.row]
        place = bisect_right(cells, offset, key=_START) - 1
        if place < 0:
            return None
        cell = cells[place]
        column = self._of(line.table, cell)
        is_head = line.row < self._heads[line.table] and not _is_marked(column, cell)
        return CellPlace(cell.start, cell.end, column, is_head)

    def reports(self, number: int) -> bool:
        """Tell whether a row, times and results apart, says that its task is a report."""
        line = self._source.lines[number]
        if line.table is None or line.row is None:
            return False
        if line.table not in self._reports:
            self._reports[line.table] = frozenset(self._reporting(line.table))
        return line.row in self._reports[line.table]

    def times(self) -> Iterator[TimeCell]:
        """Yield the filled cells of time columns, headers left out."""
        for number, grid in enumerate(self._source.grids):
            if not any(column.is_time for column in self._columns[number]):
                continue
            first = self._heads[number]
            for row, (line, cells) in enumerate(zip(grid.lines, grid.rows, strict=True)):
                for cell in cells:
                    column = self._of(number, cell)
                    if (
                        column
                        and column.is_time
                        and cell.end > cell.start
                        and (row >= first or _is_marked(column, cell))
                    ):
                        yield TimeCell(cell.start, cell.end, line, column)

    def _reporting(self, table: int) -> Iterator[int]:
        """Yield the rows of a table whose task is a report."""
        grid = self._source.grids[table]
        start = self._source.lines[grid.lines[0]].start
        for match in _NAMED.finditer(self._low, start, self._source.lines[grid.lines[-1]].end):
            row = self._source.lines[self._source.line_at(match.start())].row or 0
            cell = grid.rows[row][bisect_right(grid.rows[row], match.start(), key=_START) - 1]
            column = self._of(table, cell)
            is_task = column is not None and not (column.is_result or column.is_time)
            if is_task and _REPORT.match(self._low, cell.start, cell.end):
                yield row

    def _of(self, table: int, cell: GridCell) -> Column | None:
        columns = self._columns[table]
        return columns[cell.column] if cell.column < len(columns) else None


def _is_table(grid: GridText, columns: Columns) -> bool:
    """Return whether rows stand below a header; a lone row has none."""
    return columns.goes_on or len(grid.rows) >= _FEWEST_ROWS


def _columns(columns: Columns) -> tuple[Column, ...]:
    """Return what the columns of a table hold."""
    return tuple(
        _column(header, role, columns.marked[number] if role == MARK else None)
        for number, (header, role) in enumerate(zip(columns.header, columns.roles, strict=True))
    )


def _is_marked(column: Column | None, cell: GridCell) -> bool:
    """Return whether a header's cell is the time over a column of marks."""
    return bool(column and column.marked and column.marked.start == cell.start)


def _column(header: str, role: str | None, marked: MarkedHead | None) -> Column:
    low = lower(header).replace(BREAK, " ")
    found = _YEAR.search(low)
    year = int(found[1]) if found else None
    if marked:
        return Column(True, False, False, year, marked, words_before=marked.unit)
    is_time = len(low) <= _WIDE_HEADER and role in _TIMED and not _NO_TIME.match(low)
    is_limit = is_time and bool(_LIMIT.search(low))
    return Column(
        is_time=is_time,
        is_limit=is_limit,
        is_result=not is_time and bool(_RESULT.search(low)),
        year=year if is_time else None,
        session=role == SESSION,
        begins=is_time and not is_limit and _BEGINS in low,
        words_before=_words_before(low),
    )


def _words_before(low: str) -> str:
    """Return what a header says for the bare values below it: `tháng`, `quý`, `trước`."""
    unit = _UNIT.fullmatch(low)
    return unit[1] if unit else _BEFORE * low.removesuffix(" ngày").endswith(_BEFORE)
