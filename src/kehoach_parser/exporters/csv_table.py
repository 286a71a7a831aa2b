"""CSV: the task register for any spreadsheet (RFC 4180, UTF-8 with a byte order mark)."""

import csv
import io
from collections.abc import Sequence

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.duties import COLUMNS, duties
from kehoach_parser.exporters.formulas import neutral
from kehoach_parser.exporters.tables import Cell, Table, tabled
from kehoach_parser.model import Plan


def render(plans: Sequence[Plan], _: ExportOptions) -> bytes:
    """Return a row for each task, with all columns always: programs find each where it was.

    Dates are ISO 8601, which spreadsheets of every language read.
    """
    return written(tabled("", COLUMNS, duties(plans), whole=True))


def written(table: Table) -> bytes:
    """Return a table as CSV; lines end with CR LF, an empty value is an empty field."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heading.text for heading in table.headings)
    writer.writerows([_field(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _field(cell: Cell) -> str:
    return neutral(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
