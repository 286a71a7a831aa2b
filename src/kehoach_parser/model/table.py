"""Tables as they stand in the document."""

from enum import StrEnum

from kehoach_parser.model.base import Box, Page, Record, Span


class TableRole(StrEnum):
    """What a table is: a register of tasks, the layout of the page's head, or something else."""

    TASK_REGISTER = "task_register"
    HEADER = "header"
    OTHER = "other"


class Table(Record):
    """A table: `header` is its header row (joined where it has several), `rows` the rows below.

    Each row has as many cells as the grid has columns; a cell that a merge covers is empty.
    A line break in a cell is ` / `.
    """

    id: str
    role: TableRole
    section: str | None
    span: Span
    page: Page | None = None
    box: Box | None = None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
