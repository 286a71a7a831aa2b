"""Tables before they have a format: columns that know their header, and rows of cells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from kehoach_parser.model import Plan
from kehoach_parser.text.visible import visible

Cell: TypeAlias = str | int | date | None
"""What stands in a cell; null and "" leave it empty."""


class OfPlan(Protocol):
    """A row that knows which plan it is from."""

    @property
    def plan(self) -> Plan:
        """The plan that says what the row says."""
        ...


Row = TypeVar("Row", bound=OfPlan)
Row_contra = TypeVar("Row_contra", bound=OfPlan, contravariant=True)


@dataclass(frozen=True)
class Column(Generic[Row_contra]):
    """A column: its header, its width in characters, and what a row has there.

    One that is not `always` there stands where a row has something for it.
    """

    header: str
    width: int
    value: Callable[[Row_contra], Cell]
    always: bool = True


class Heading(NamedTuple):
    """A column's header as it is written, and the width that it needs."""

    text: str
    width: int


class Table(NamedTuple):
    """A table to write: `rows` have a cell for each of `headings`."""

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


def document_name(plan: Plan) -> str:
    """Return what people call a document: its number, else its file's name."""
    return visible(plan.metadata.code or plan.source.name)


def document_names(plans: Sequence[Plan]) -> str:
    """Return what a file of these plans is called by: their names, of many how many they are."""
    if len(plans) > _FEW:
        return f"{len(plans)} văn bản"
    return ", ".join(map(document_name, plans))


DOCUMENT: Final = Column[OfPlan]("Văn bản", 15, lambda row: document_name(row.plan), always=False)
SECRECY: Final = Column[OfPlan]("Độ mật", 9, lambda row: row.plan.metadata.secrecy, always=False)
_MARGIN: Final = 2
_FEW: Final = 5  # names that a title still holds


def tabled(
    name: str, columns: Sequence[Column[Row]], rows: Sequence[Row], *, whole: bool = False
) -> Table:
    """Return a table of the columns that its rows need, of all of them where it is `whole`.

    Rows of several documents each name their own; one marked secret carries its mark.
    """
    several = len({id(row.plan) for row in rows}) > 1
    offered: tuple[Column[Row], ...] = (DOCUMENT, *columns, SECRECY)
    chosen = [
        column
        for column in offered
        if whole or column.always or (column is DOCUMENT and several) or _wanted(column, rows)
    ]
    cells = tuple(tuple(column.value(row) for column in chosen) for row in rows)
    headings = tuple(
        Heading(column.header, _width(column, [row[place] for row in cells]))
        for place, column in enumerate(chosen)
    )
    return Table(name, headings, cells)


def _wanted(column: Column[Row], rows: Sequence[Row]) -> bool:
    return column is not DOCUMENT and any(map(column.value, rows))


def _width(column: Column[Row], cells: Sequence[Cell]) -> int:
    """Return the width that a column needs: that of its longest cell, not more than its own."""
    word = max(map(len, column.header.split()))
    longest = max((len(line) for cell in cells for line in str(cell or "").split("\n")), default=0)
    return max(min(longest + _MARGIN, column.width), word + _MARGIN)
