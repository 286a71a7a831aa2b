"""Pages for the tests of segmentation, written as lines.

`**…**` is bold, `^…` centred, `a | b` a row of a layout table, `||a | b` a row of a ruled table.
"""

from collections.abc import Iterator

from kehoach_parser.text.document import Block, Cell, Document, Grid, Paragraph
from kehoach_parser.text.source import SourceText, build


def page(*lines: str) -> SourceText:
    """Return the source of a page."""
    return build(Document("txt", tuple(_blocks(lines))))


def _blocks(lines: tuple[str, ...]) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    ruled = False
    for line in (*lines, ""):
        if " | " in line:
            ruled = line.startswith("||")
            parts = line.removeprefix("||").split(" | ")
            rows.append(tuple(Cell(part.replace(" / ", "\n"), i) for i, part in enumerate(parts)))
            continue
        if rows:
            yield Grid(tuple(rows), len(rows[0]), ruled=ruled)
            rows = []
        if line:
            yield _paragraph(line)


def _paragraph(line: str) -> Paragraph:
    centered = line.startswith("^")
    text = line.removeprefix("^")
    bold = text.startswith("**") and text.endswith("**")
    text = text.strip("*") if bold else text
    return Paragraph(text, bold=len(text) if bold else 0, centered=centered)
