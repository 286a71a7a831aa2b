"""Small plans for tests: a title, body lines, a table; header and outline by the real stages."""

from datetime import date

from kehoach_parser.extract.deadlines import Dates, find_deadlines, plan_period
from kehoach_parser.extract.deadlines.frame import Timeframe, timeframe
from kehoach_parser.extract.tables.continued import read_columns
from kehoach_parser.model import (
    Citation,
    CitationForm,
    DocumentType,
    Metadata,
    Section,
    SectionKind,
)
from kehoach_parser.segment.structure import Header, Outline, Zone
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from kehoach_parser.text.source import SourceText, build

KH = DocumentType(code="KH", name="Kế hoạch")


def dates_of(
    lines: list[str],
    title: str = "",
    issued_on: str | None = None,
    kind: str = "tasks",
    table: list[list[str]] | None = None,
    cited: dict[str, str] | None = None,
) -> Dates:
    """Return the deadlines of a plan with one section that holds all lines and the table.

    `cited` gives the form of each citation by its words.
    """
    blocks: list[Paragraph | Grid] = [Paragraph(title or "Về một việc"), *map(Paragraph, lines)]
    if table:
        rows = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in table)
        blocks.append(Grid(rows, len(table[0])))
    source = build(Document("txt", tuple(blocks)))
    head = source.lines[0]
    metadata = Metadata(
        document_type=KH,
        issued_on=date.fromisoformat(issued_on) if issued_on else None,
        period=plan_period(title, 0),
        spans={"title": (head.start, head.end)},
    )
    return find_deadlines(
        source, Header(metadata, 1), _outline(source, kind), _citations(source, cited or {}),
        read_columns(source),
    )  # fmt: skip


def frame_of(issued_on: str | None = None, period: str = "") -> Timeframe:
    """Return the frame of a plan with an issue date and a period in words."""
    found = plan_period(period, 0)
    issued = date.fromisoformat(issued_on) if issued_on else None
    return timeframe(
        issued, found.start if found else None, found.end if found else None, words=period
    )


def _outline(source: SourceText, kind: str) -> Outline:
    count = len(source.lines)
    section = Section(
        id="s1", text="", span=(0, 0), parent=None, level=1, label="II", path="II", heading="",
        kind=SectionKind(kind),
    )  # fmt: skip
    owner = (-1, *[0] * (count - 1))
    zones = (Zone.HEADER, *[Zone.BODY] * (count - 1))
    return Outline((section,), owner, zones, (0,), (-1,), ((),))


def _citations(source: SourceText, cited: dict[str, str]) -> list[Citation]:
    found: list[Citation] = []
    for words, form in cited.items():
        start = source.text.index(words)
        span = (start, start + len(words))
        found.append(
            Citation(id="c1", text=words, span=span, reference="r1", form=CitationForm(form))
        )
    return found
