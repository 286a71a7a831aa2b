"""The rows of the sheet of cited documents: each document once."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kehoach_parser.exporters.labels import REFERENCE_ROLES
from kehoach_parser.exporters.tables import Column
from kehoach_parser.model import Citation, Plan, Reference


class Cited(NamedTuple):
    """A cited document with its mentions."""

    plan: Plan
    number: int
    reference: Reference
    mentions: tuple[Citation, ...]


COLUMNS: Final = (
    Column[Cited]("STT", 6, lambda row: row.number),
    Column[Cited]("Loại", 16, lambda row: row.reference.type_name),
    Column[Cited]("Số, ký hiệu", 20, lambda row: row.reference.code),
    Column[Cited]("Ngày ban hành", 14, lambda row: row.reference.issued_on),
    Column[Cited]("Cơ quan ban hành", 24, lambda row: row.reference.issuer),
    Column[Cited]("Tên văn bản", 48, lambda row: row.reference.title),
    Column[Cited]("Vai trò", 16, lambda row: REFERENCE_ROLES[row.reference.role]),
    Column[Cited]("Số lần dẫn", 9, lambda row: len(row.reference.mentions)),
    Column[Cited]("Lời dẫn đầu tiên", 40, lambda row: row.mentions[0].text if row.mentions else ""),
    Column[Cited]("Trang", 7, lambda row: row.mentions[0].page if row.mentions else None),
)


def cited(plans: Iterable[Plan]) -> tuple[Cited, ...]:
    """Return the cited documents of all plans in the order of their first mention."""
    return tuple(
        Cited(plan, number, reference, _mentions(plan, reference))
        for plan in plans
        for number, reference in enumerate(plan.references, 1)
    )


def _mentions(plan: Plan, reference: Reference) -> tuple[Citation, ...]:
    wanted = set(reference.mentions)
    return tuple(citation for citation in plan.citations if citation.id in wanted)
