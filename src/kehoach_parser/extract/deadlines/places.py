"""Where a time expression stands: its clause, its section, its table column, its neighbours."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kehoach_parser.model import Citation, SectionKind
from kehoach_parser.segment.structure import Header, Outline, Zone
from kehoach_parser.text.source import GridCell, GridText, SourceText

TIME_COLUMN: Final = re.compile(
    r"thời\s(?:gian|hạn|điểm)|tiến\sđộ|hạn\s(?:hoàn|nộp|cuối|báo|gửi)|ngày\s(?:hoàn|tổ|thực|diễn)"
    r"|hoàn\sthành|mốc|^lịch|^(?:ngày|giờ|tháng|quý|buổi)\b|ngày,?\s(?:giờ|tháng)|kỳ\s(?:hạn|báo)"
)
_NO_TIME: Final = re.compile(
    r"kết\squả|số|tỷ\slệ|nội\sdung|nhiệm\svụ|sản\sphẩm|đơn\svị|cơ\squan|kinh\sphí|vốn|vượt|mức"
)
_RESULT_COLUMN: Final = re.compile(
    r"sản\sphẩm|kết\squả|chỉ\stiêu|ghi\schú|căn\scứ|văn\sbản|kinh\sphí|vốn"
)
_LIMIT_COLUMN: Final = re.compile(r"thời\shạn|hạn\s|hoàn\sthành")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SENTENCE: Final = re.compile(r"[.;:!?](?=\s)|\n|\s\|\s")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 400
_WIDE_HEADER: Final = 60


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's header says: whether it holds times (limits), or results; a year."""

    is_time: bool
    is_limit: bool
    is_result: bool
    year: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of an expression at `[start, end)` of the lower-cased text.

    `before` is the sentence up to it (at most 400 characters), `after` the rest of its line up to
    80 characters. `opens` is where the line or cell begins.
    """

    before: str
    after: str
    opens: int
    line: int
    kind: SectionKind | None
    zone: Zone
    title: bool = False
    heading: bool = False
    column: Column | None = None
    column_head: bool = False
    alone: bool = False


class Places:
    """Answers where an offset stands; built once for a document."""

    def __init__(
        self, low: str, source: SourceText, header: Header, outline: Outline,
        citations: Sequence[Citation],
    ) -> None:  # fmt: skip
        """Keep the document's parts and sort the citations by place."""
        self._low = low
        self._source = source
        self._outline = outline
        self._title = header.metadata.spans.get("title")
        self._spans = sorted(citation.span for citation in citations)
        self._starts = [span[0] for span in self._spans]
        self._heads = frozenset(outline.heads)
        self._columns: dict[int, dict[int, Column]] = {}
        title = self._title or (0, 0)
        self.cites_in_title = self.count_citations(*title)
        self._plan = _plan_pattern(header)
        self.title_words = frozenset(_WORD.findall(low[slice(*title)]))

    def cited(self, start: int, end: int) -> bool:
        """Tell whether a citation overlaps `[start, end)`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._spans[at - 1][1] > start

    def count_citations(self, start: int, end: int) -> int:
        """Return how many citations begin in `[start, end)`."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def last_plan(self, words: str) -> re.Match[str] | None:
        """Return where words name the plan's own type last (`kế hoạch`, not `kế hoạch số 5`)."""
        found = None
        for match in self._plan.finditer(words):
            found = match
        return found

    def cites(self, start: int, end: int) -> bool:
        """Tell whether a citation begins in `[start, end)`."""
        return self.count_citations(start, end) > 0

    def at(self, start: int, end: int) -> Place:
        """Return the surroundings of an expression."""
        number = self._source.line_at(start)
        line = self._source.lines[number]
        opens, closes = line.start, line.end
        column, head = None, False
        if line.table is not None and line.row is not None:
            grid = self._source.grids[line.table]
            cell = _cell_at(grid.rows[line.row], start)
            if cell:
                opens, closes = cell.start, cell.end
                head = _is_head(grid, line.row)
                column = self._columns_of(line.table, grid).get(cell.column)
        title = self._title is not None and self._title[0] <= start < self._title[1]
        if title and self._title:
            opens = self._title[0]
        floor = max(opens, start - _LONGEST)
        stop = 0
        for match in _SENTENCE.finditer(self._low, floor, start):
            stop = match.end()
        before = self._low[max(stop, floor) : start].lstrip()
        owner = self._outline.owner[number] if number < len(self._outline.owner) else -1
        zone = self._outline.zones[number] if number < len(self._outline.zones) else Zone.BODY
        return Place(
            before,
            self._low[end : min(closes, end + 80)],
            opens,
            number,
            self._outline.sections[owner].kind if owner >= 0 else None,
            zone,
            title,
            number in self._heads and closes - opens < 160,  # noqa: PLR2004  a heading, no run-in point
            column,
            head,
            not self._low[opens:start].strip(" (-+") and not self._low[end:closes].strip(" ).;,"),
        )

    def time_cells(self) -> Iterator[tuple[int, int]]:
        """Yield the places of the cells in time columns, headers left out."""
        for number, grid in enumerate(self._source.grids):
            columns = self._columns_of(number, grid)
            for row, cells in enumerate(grid.rows):
                if _is_head(grid, row):
                    continue
                for cell in cells:
                    column = columns.get(cell.column)
                    if column and column.is_time and cell.end > cell.start:
                        yield cell.start, cell.end

    def _columns_of(self, number: int, grid: GridText) -> dict[int, Column]:
        if number not in self._columns:
            self._columns[number] = _columns(self._low, grid)
        return self._columns[number]


def _plan_pattern(header: Header) -> re.Pattern[str]:
    metadata = header.metadata
    types = (metadata.document_type, metadata.attached.document_type if metadata.attached else None)
    names = {"kế hoạch", *(kind.name.lower() for kind in types if kind)}
    choice = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"(?:{choice})(?!\s(?:số|\d|này))")


def _cell_at(cells: tuple[GridCell, ...], offset: int) -> GridCell | None:
    at = bisect_right([cell.start for cell in cells], offset) - 1
    return cells[at] if at >= 0 else None


def _is_head(grid: GridText, row: int) -> bool:
    return len(grid.rows) > 1 and row < max(grid.header_rows, 1)


def _columns(low: str, grid: GridText) -> dict[int, Column]:
    """Return the columns by the words of the header rows."""
    if len(grid.rows) < 2:  # noqa: PLR2004  a header and a row
        return {}
    words: dict[int, str] = {}
    for row in grid.rows[: max(grid.header_rows, 1)]:
        for cell in row:
            text = low[cell.start : cell.end].strip()
            for column in range(cell.column, cell.column + cell.columns):
                words[column] = f"{words.get(column, '')} {text}".strip()
    return {column: _read_column(text) for column, text in words.items()}


def _read_column(text: str) -> Column:
    short = len(text) <= _WIDE_HEADER
    is_time = short and bool(TIME_COLUMN.search(text)) and not _NO_TIME.match(text)
    year = _YEAR.search(text) if is_time else None
    return Column(
        is_time,
        is_time and bool(_LIMIT_COLUMN.search(text)),
        not is_time and bool(_RESULT_COLUMN.search(text)),
        int(year[1]) if year else None,
    )
