"""CSV: the task register for any spreadsheet (RFC 4180, UTF-8 with a byte order mark)."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.columns import COLUMNS, DOCUMENT, SECRECY, Cell
from kehoach_parser.exporters.duties import duties
from kehoach_parser.exporters.formulas import neutral
from kehoach_parser.model import Plan

HEADED: Final = (DOCUMENT, *COLUMNS, SECRECY)
"""All columns, always, so that programs find each where it was."""


class Csv:
    """A row for each task; dates are ISO 8601, which spreadsheets of every language read."""

    name: Final = "csv"
    suffix: Final = "csv"
    media_type: Final = "text/csv; charset=utf-8; header=present"
    binary: Final = False
    lossless: Final = False

    def render(self, plans: Sequence[Plan], options: ExportOptions) -> bytes:
        """Return the header and a row for each task of all plans."""
        del options
        header = [column.header for column in HEADED]
        rows = ([column.value(duty) for column in HEADED] for duty in duties(plans))
        return written(header, rows)


def written(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as CSV; lines end with CR LF, an empty value is an empty field."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_field(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _field(cell: Cell) -> str:
    return neutral(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
