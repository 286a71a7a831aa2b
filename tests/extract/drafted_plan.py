"""Plans drafted for tests: lines of text and tables in, the duties found in them out."""

from typing import Any

from kehoach_parser.extract.citations import find_references
from kehoach_parser.extract.deadlines import find_deadlines
from kehoach_parser.extract.tables.continued import read_columns
from kehoach_parser.extract.tasks import Duties, find_tasks
from kehoach_parser.model import Deadline, Task
from kehoach_parser.segment.header import read_header
from kehoach_parser.segment.outline import build_outline
from kehoach_parser.text.document import Block, Cell, Document, Grid, Paragraph
from kehoach_parser.text.source import build

HEAD = ("ỦY BAN NHÂN DÂN", "XÃ AN BÌNH", "Số: 12/KH-UBND", "An Bình, ngày 05 tháng 3 năm 2026",
        "KẾ HOẠCH", "Thực hiện công tác dân vận năm 2026")  # fmt: skip
FOOT = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bảy")

Row = list[str | dict[str, Any] | None]


def grid_of(rows: list[Row], header_rows: int = 0) -> Grid:
    """Return a grid; a cell is its text, or its text with `columns`, `rows`, `bold`; null: none."""
    cells = tuple(tuple(_cells(row)) for row in rows)
    width = max(cell.column + cell.columns for row in cells for cell in row)
    return Grid(cells, width, header_rows)


def _cells(row: Row) -> list[Cell]:
    found: list[Cell] = []
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            found.append(Cell(cell, column))
        elif cell is not None:
            found.append(Cell(cell["text"], column, cell.get("columns", 1), cell.get("rows", 1),
                              bool(cell.get("bold"))))  # fmt: skip
    return found


def duties_of(blocks: list[Any], foot: tuple[str, ...] = FOOT) -> tuple[Duties, list[Deadline]]:
    """Return what is found below a plan's head; a block is a line, or a table as a list of rows."""
    found: list[Block] = [Paragraph(line, centered=True) for line in HEAD]
    found += [Paragraph(block) if isinstance(block, str) else grid_of(block) for block in blocks]
    found += [Paragraph(line) for line in foot]
    source = build(Document("docx", tuple(found)))
    header = read_header(source)
    outline = build_outline(source, header)
    mentions = find_references(source, header)
    columns = read_columns(source)
    dates = find_deadlines(source, header, outline, mentions.citations, columns)
    duties = find_tasks(source, outline, header, columns, dates.deadlines, mentions)
    for task in duties.tasks:
        assert source.text[slice(*task.span)] == task.text
    for unit in duties.units:
        assert all(source.text[slice(*span)] for span in unit.mentions)
    return duties, list(dates.deadlines)


def shown(task: Task, dates: list[Deadline]) -> dict[str, Any]:
    """Return a task as cases state it."""
    words = {date.id: date.text for date in dates}
    fields = task.model_dump(mode="json")
    return {
        **fields,
        "deadlines": [words[one] for one in task.deadlines],
        "clarity": list(task.clarity.five),
    }
