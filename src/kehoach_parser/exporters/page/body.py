"""The text as paragraphs, headings and tables, with its facts marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from kehoach_parser.exporters.page.facts import marks_of
from kehoach_parser.exporters.page.marks import Marker, shown
from kehoach_parser.model import Plan, Section, Table, TableRole

_LONGEST_HEADING: Final = 160
_LOWEST: Final = 6
"""HTML has headings down to h6; the document's title is h1."""

_STOPS: Final = (".", ";", ",", ":")
_HEAD: Final = ("document_type", "title")
"""What stands in the middle of the page (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.5)."""

_GROUPED: Final = 4
"""From so many columns on a row of two cells is the heading of a group."""

_SEPARATOR: Final = " | "


class Line(NamedTuple):
    """The place of a line, or of a cell, in the text."""

    start: int
    end: int


def body(plan: Plan, prefix: str, table_label: str) -> Iterator[Markup]:
    """Return the blocks of the document in reading order."""
    marker = Marker(plan.text, marks_of(plan), prefix)
    head = [plan.metadata.spans.get(field) for field in _HEAD]
    sections = {section.span[0]: section for section in plan.sections}
    tables = {table.span[0]: table for table in plan.tables}
    lines = _lines(plan.text)
    index = 0
    while index < len(lines):
        line, following = lines[index], index + 1
        if table := tables.get(line.start):
            following = max(bisect_right(lines, table.span[1], key=attrgetter("end")), following)
            yield _table(marker, plan.text, table, lines[index:following], table_label)
        else:
            in_head = any(span and span[0] <= line.start < span[1] for span in head)
            yield _paragraph(marker, line, sections.get(line.start), prefix, head=in_head)
        index = following


def _lines(text: str) -> list[Line]:
    pieces = text.split("\n")
    ends = accumulate(len(piece) + 1 for piece in pieces)
    return [Line(end - 1 - len(piece), end - 1) for piece, end in zip(pieces, ends, strict=True)]


# --------------------------------------------------------------------- paragraphs


def _paragraph(
    marker: Marker, line: Line, section: Section | None, prefix: str, *, head: bool
) -> Markup:
    content = marker.written(*line)
    if section is None:
        own = Markup(' class="head"') if head else Markup("")
        return Markup("<p{}>{}</p>").format(own, content)
    name = f"h{min(section.level + 1, _LOWEST)}" if _is_heading(section) else "p"
    return Markup('<{0} class="s" id="{1}">{2}</{0}>').format(name, prefix + section.id, content)


def _is_heading(section: Section) -> bool:
    """Return whether a section's paragraph is a heading and no sentence of the text."""
    return len(section.text) <= _LONGEST_HEADING and not section.text.endswith(_STOPS)


# --------------------------------------------------------------------- tables


def _table(marker: Marker, text: str, table: Table, lines: Sequence[Line], label: str) -> Markup:
    """Return a table; what lays out the page (head, signatures) has no header row."""
    heads = max(len(lines) - len(table.rows), 0)
    grid = bool(table.rows) and table.role is not TableRole.HEADER
    rows = (
        _row(marker, text, line, cells)
        for line, cells in zip(lines[heads:], table.rows, strict=False)
    )
    head = _header(table) if grid else (_row(marker, text, line) for line in lines[:heads])
    content = Markup("").join((*head, *rows))
    if not grid:
        return Markup('<table class="lay" role="presentation">{}</table>').format(content)
    return Markup(
        '<div class="grid" tabindex="0" role="group" aria-label="{}"><table>{}</table></div>'
    ).format(label, content)


def _header(table: Table) -> Iterator[Markup]:
    """Return the header as one row, its lines joined as the table has them."""
    cells = (
        Markup("<th>{}</th>").format(escape(shown(cell)).replace(" / ", Markup("<br>")))
        for cell in table.header
    )
    yield Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _row(marker: Marker, text: str, line: Line, cells: Sequence[str] = ()) -> Markup:
    """Return a row; `cells` is the row as the grid has it, empty where there is no grid."""
    pieces = _pieces(text, line)
    placed = _placed(text, pieces, cells) if cells else [(piece, 1) for piece in pieces]
    return Markup("<tr>{}</tr>").format(Markup("").join(_cells(marker, placed)))


def _cells(marker: Marker, placed: Iterable[tuple[Line | None, int]]) -> Iterator[Markup]:
    for piece, width in placed:
        content = marker.written(*piece, cell=True) if piece else Markup("")
        across = Markup(' colspan="{}" class="across"').format(width) if width > 1 else Markup("")
        yield Markup("<td{}>{}</td>").format(across, content)


def _pieces(text: str, line: Line) -> list[Line]:
    """Return the places of a row's cells in the text."""
    start = line.start
    found: list[Line] = []
    for cell in text[line.start : line.end].split(_SEPARATOR):
        found.append(Line(start, start + len(cell)))
        start += len(cell) + len(_SEPARATOR)
    return found


def _placed(
    text: str, pieces: Sequence[Line], cells: Sequence[str]
) -> list[tuple[Line | None, int]]:
    """Return the grid's cells with their place and width, null for one that a merge covers.

    The text has no cell where a merge covers one. A row of one cell goes across, the heading of
    a group (`II | Cải cách thể chế | | |`) after its label, and what does not fit its grid.
    """
    filled = [piece for piece in pieces if piece.start < piece.end]
    if len(filled) == 1 and len(cells) > 1:
        return [(filled[0], len(cells))]
    if filled == list(pieces[:2]) and len(cells) >= _GROUPED:
        return [(pieces[0], 1), (pieces[1], len(cells) - 1)]
    found: list[tuple[Line | None, int]] = []
    waiting = list(pieces)
    for cell in cells:
        fits = bool(waiting) and text[slice(*waiting[0])] == cell
        found.append((waiting.pop(0) if fits else None, 1))
    if waiting and any(piece.start < piece.end for piece in waiting):
        return [(Line(pieces[0].start, pieces[-1].end), len(cells))]
    return found
