"""The rows of the sheet that says what a document is, and of the one with notes on it."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kehoach_parser.exporters.labels import SEVERITIES
from kehoach_parser.exporters.tables import Cell, Column
from kehoach_parser.model import Diagnostic, Metadata, Plan


class Particular(NamedTuple):
    """One thing known about a document."""

    plan: Plan
    name: str
    value: Cell


class Note(NamedTuple):
    """One thing that the reader should know about a document."""

    plan: Plan
    diagnostic: Diagnostic


COLUMNS: Final = (
    Column[Particular]("Thông tin", 26, lambda row: row.name),
    Column[Particular]("Nội dung", 100, lambda row: row.value),
)
NOTE_COLUMNS: Final = (
    Column[Note]("Mức", 12, lambda row: SEVERITIES[row.diagnostic.severity]),
    Column[Note]("Mã", 26, lambda row: row.diagnostic.code),
    Column[Note]("Nội dung", 100, lambda row: row.diagnostic.message),
    Column[Note]("Trang", 7, lambda row: row.diagnostic.page),
)


def particulars(plans: Iterable[Plan]) -> tuple[Particular, ...]:
    """Return what is known about each document, unknown things left out."""
    return tuple(
        Particular(plan, name, value) for plan in plans for name, value in known(plan) if value
    )


def notes(plans: Iterable[Plan]) -> tuple[Note, ...]:
    """Return the diagnostics of all plans."""
    return tuple(Note(plan, found) for plan in plans for found in plan.diagnostics)


def known(plan: Plan) -> Iterator[tuple[str, Cell]]:
    """Yield what is known about a document by its Vietnamese name; unknown values are empty."""
    data = plan.metadata
    yield "Độ mật", data.secrecy
    yield "Độ khẩn", data.urgency
    yield "Tên loại", data.document_type.name if data.document_type else None
    yield "Số, ký hiệu", data.code or data.symbol
    yield "Trích yếu", data.title
    yield "Cơ quan ban hành", data.issuer.name if data.issuer else None
    yield "Cơ quan chủ quản", data.issuer.parent if data.issuer else None
    yield "Địa danh", data.place
    yield "Ngày ban hành", data.issued_on
    yield "Thời kỳ của kế hoạch", data.period.text if data.period else None
    yield "Văn bản kèm theo", _attached(data)
    yield "Người ký", "\n".join(map(" ".join, _signers(data)))
    yield "Ký số", "; ".join(signature.signer for signature in data.signatures)
    yield "Nơi nhận", "\n".join(data.recipients)
    yield "Tệp", plan.source.name
    yield "Số trang", plan.source.pages
    yield "Mã kiểm (SHA-256)", plan.source.sha256
    yield "Chương trình", plan.source.parser


def _attached(data: Metadata) -> str | None:
    if data.attached is None:
        return None
    return " ".join(filter(None, (data.attached.document_type.name, data.attached.title)))


def _signers(data: Metadata) -> Iterator[list[str]]:
    for signer in data.signers:
        yield [word for word in (signer.capacity, signer.position, signer.name) if word]
