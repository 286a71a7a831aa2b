"""The columns of the task register, as offices head them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from kehoach_parser.exporters.duties import Duty, document_name

Cell: TypeAlias = str | int | date | None
"""What stands in a cell; null and "" leave it empty."""


@dataclass(frozen=True)
class Column:
    """A column: its header, its width in characters, and what a row has there.

    One that is not `always` there stands where a row has something for it.
    """

    header: str
    width: int
    value: Callable[[Duty], Cell]
    always: bool = True


DOCUMENT: Final = Column("Văn bản", 18, lambda duty: document_name(duty.plan), always=False)
SECRECY: Final = Column("Độ mật", 9, lambda duty: duty.plan.metadata.secrecy, always=False)
COLUMNS: Final = (
    Column("STT", 6, lambda duty: duty.number),
    Column("Nhiệm vụ", 58, lambda duty: duty.task),
    Column("Cơ quan chủ trì", 24, lambda duty: duty.lead),
    Column("Cơ quan phối hợp", 24, lambda duty: duty.coordinating),
    Column("Người phụ trách", 18, lambda duty: duty.responsible, always=False),
    Column("Cấp trình, phê duyệt", 18, lambda duty: duty.approving, always=False),
    Column("Thời hạn", 20, lambda duty: duty.time),
    Column("Hạn chót", 12, lambda duty: duty.last_day),
    Column("Sản phẩm", 24, lambda duty: duty.deliverables),
    Column("Căn cứ", 22, lambda duty: duty.basis),
    Column("Mục", 12, lambda duty: duty.place),
    Column("Trang", 7, lambda duty: duty.page),
)


def columns_of(rows: Sequence[Duty]) -> tuple[Column, ...]:
    """Return the columns that a register of these rows needs.

    Of several documents each row names its own; a document marked secret carries its mark.
    """
    several = len({id(row.plan) for row in rows}) > 1
    own = (column for column in COLUMNS if column.always or any(map(column.value, rows)))
    secret = (SECRECY,) if any(map(SECRECY.value, rows)) else ()
    return (*((DOCUMENT,) if several else ()), *own, *secret)
