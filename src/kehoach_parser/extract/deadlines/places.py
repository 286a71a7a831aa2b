"""Where a time expression stands: its sentence, its section, its table column, its neighbours."""

import re
from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.cells import Cells, Column, TimeCell
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.tables.columns import Columns
from kehoach_parser.model import Citation, CitationForm, SectionKind
from kehoach_parser.segment.structure import Header, Outline, Zone
from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import alternatives, pattern
from kehoach_parser.text.source import BREAK, SourceText

_SENTENCE_ENDS: Final = ("\n", ". ", "; ", ": ", "! ", "? ", " | ")
_DAY_AND_YEAR: Final = pattern(r"\d{1,2}/\d{1,2}/((?:19|20)\d\d)(?!\d)")
_TIMES: Final = pattern(r"thời\s(?:gian|hạn|điểm)|tiến\sđộ|lộ\strình|lịch\s")
_BEFORE: Final = 400
_AFTER: Final = 80
_EDGE: Final = 12  # the longest row of blanks and signs about what stands alone
_HEADING: Final = 160


class Place(NamedTuple):
    """The surroundings of an expression in the lower-cased text.

    `before` is its sentence up to it (at most 400 characters), `after` the rest of its line (at
    most 80). The line or cell begins at `opens`. `title` is for the document's title (or that of
    the plan it carries), `heading` for a heading of the outline, `timed` for a section headed by
    words of time, `alone` where nothing else stands in the line or cell.
    """

    before: str
    after: str
    opens: int
    line: int
    kind: SectionKind | None
    zone: Zone
    title: bool
    heading: bool
    timed: bool
    alone: bool
    column: Column | None
    column_head: bool
    stage_year: int | None


class Places:
    """Answers what stands around an offset; built once for a document."""

    def __init__(
        self, low: str, source: SourceText, header: Header, outline: Outline,
        citations: Sequence[Citation], columns: tuple[Columns, ...],
    ) -> None:  # fmt: skip
        """Keep the document's parts; "Kế hoạch này" cites no other document."""
        self._low = low
        self._source = source
        self._outline = outline
        spans = header.metadata.spans
        self._titles = [spans[name] for name in ("title", "attached") if name in spans]
        self._cited = sorted(c.span for c in citations if c.form is not CitationForm.ANAPHORA)
        self._starts = [span[0] for span in self._cited]
        self._heads = frozenset(outline.heads)
        self._plan = _plan_pattern(header)
        self._timed: dict[int, bool] = {-1: False}
        self._stages: dict[int, int | None] = {}
        self.cells = Cells(low, source, columns)
        self.cites_in_title = max((self.count_citations(*span) for span in self._titles), default=0)
        self.title_words = frozenset(
            word for span in self._titles for word in WORD.findall(low[slice(*span)])
        )

    def cited(self, start: int, end: int) -> bool:
        """Tell whether a citation overlaps `[start, end)`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._cited[at - 1][1] > start

    def count_citations(self, start: int, end: int) -> int:
        """Return how many citations begin in `[start, end)`."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def last_plan(self, words: str) -> re.Match[str] | None:
        """Return where words name the plan's own type last (`kế hoạch`, not `kế hoạch số 5`)."""
        found = None
        for match in self._plan.finditer(words):
            found = match
        return found

    def at(self, start: int, end: int) -> Place:
        """Return the surroundings of an expression."""
        number = self._source.line_at(start)
        line = self._source.lines[number]
        cell = self.cells.at(number, start)
        title = next((span for span in self._titles if span[0] <= start < span[1]), None)
        opens = title[0] if title else cell.start if cell else line.start
        closes = cell.end if cell else line.end
        owner = self._outline.owner[number]
        section = self._outline.sections[owner] if owner >= 0 else None
        return Place(
            before=self._sentence(opens, start),
            after=self._low[end : min(closes, end + _AFTER)],
            opens=opens,
            line=number,
            kind=section.kind if section else None,
            zone=self._outline.zones[number],
            title=title is not None,
            heading=number in self._heads and self._is_heading(line.start, line.end),
            timed=self._is_timed(owner),
            alone=self._is_alone(opens, start, end, closes),
            column=cell.column if cell else None,
            column_head=cell is not None and cell.is_head,
            stage_year=self._stage_year(owner, number),
        )

    def _stage_year(self, section: int, number: int) -> int | None:
        """Return the year of the days that a heading above names (`Bước 1 (trước 20/10/2025)`)."""
        while section >= 0:
            year = None if self._outline.heads[section] == number else self._year(section)
            if year:
                return year
            section = self._outline.parents[section]
        return None

    def _year(self, section: int) -> int | None:
        if section not in self._stages:
            heading = self._outline.sections[section].heading
            found = set(_DAY_AND_YEAR.findall(heading)) if "/" in heading else ()
            self._stages[section] = int(*found) if len(found) == 1 else None
        return self._stages[section]

    def shouted(self, expression: Expression) -> bool:
        """Tell whether an expression ends a line in capitals of an appendix, its title."""
        number = self._source.line_at(expression.start)
        line = self._source.lines[number]
        if self._outline.zones[number] is not Zone.APPENDIX or line.table is not None:
            return False
        words = self._source.text[line.start : line.end].rstrip()
        return expression.end - line.start >= len(words) and words.isupper()

    def deciding(self, cell: TimeCell) -> Hashable:
        """Return all that decides what the times in a cell of a time column mean."""
        owner, zone = self._outline.owner[cell.line], self._outline.zones[cell.line]
        words = self._source.text[cell.start : cell.end]
        return words, cell.column, owner, zone, self.cells.reports(cell.line)

    def opens_item(self, opens: int, start: int) -> bool:
        """Tell whether nothing but a bullet stands before an offset in its line of a cell."""
        line = max(opens, self._low.rfind(BREAK, opens, start) + len(BREAK))
        return not self._low[line:start].strip(" -+•*–")

    def _is_alone(self, opens: int, start: int, end: int, closes: int) -> bool:
        if start - opens > _EDGE or closes - end > _EDGE:
            return False
        return not (self._low[opens:start].strip(" (-+≤<") or self._low[end:closes].strip(" ).;,"))

    def _sentence(self, opens: int, start: int) -> str:
        floor = max(opens, start - _BEFORE)
        for mark in _SENTENCE_ENDS:
            floor = max(floor, self._low.rfind(mark, floor, start) + 1)
        return self._low[floor:start].lstrip(" |")

    def _is_timed(self, owner: int) -> bool:
        """Tell whether words of time head a section; of a run-in point they may be far on."""
        known = self._timed.get(owner)
        if known is None:
            heading = self._outline.sections[owner].heading.lower()
            known = self._timed[owner] = _TIMES.search(heading) is not None
        return known

    def _is_heading(self, start: int, end: int) -> bool:
        """Tell whether a labelled line is a heading, no run-in sentence."""
        return end - start < _HEADING and self._low[end - 1 : end] not in {".", ";", ","}


def _plan_pattern(header: Header) -> re.Pattern[str]:
    metadata = header.metadata
    types = (metadata.document_type, metadata.attached.document_type if metadata.attached else None)
    names = {"kế hoạch", *(kind.name.lower() for kind in types if kind)}
    return compiled(rf"(?:{alternatives(names)})(?!\s(?:số|\d|này))")
