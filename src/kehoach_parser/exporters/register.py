"""The register of incoming documents (sổ đăng ký văn bản đến): a row for each document.

Its columns are those of NĐ 30/2020/NĐ-CP, Phụ lục IV; the data about each document those of
Phụ lục VI. What only the receiving office knows (day and number of arrival, who takes it) stays
empty for the clerk.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.csv_table import written
from kehoach_parser.exporters.tables import Cell, Heading, Table
from kehoach_parser.exporters.workbooks import workbook
from kehoach_parser.exporters.xlsx import about
from kehoach_parser.model import Metadata, Plan

NAME: Final = "Sổ đăng ký văn bản đến"
_PRIORITIES: Final = {None: 0, "KHẨN": 1, "THƯỢNG KHẨN": 2, "HỎA TỐC": 3, "HỎA TỐC HẸN GIỜ": 4}
"""Degrees of urgency as QCVN 102:2016/BTTTT numbers them."""


@dataclass(frozen=True)
class Field:
    """A column: `label` in Vietnamese, `name` as Phụ lục VI has it, `longest` in characters.

    It has no `value` where only the receiving office knows it.
    """

    label: str
    width: int
    value: Callable[[Plan], Cell] | None = None
    name: str = ""
    longest: int = 0

    def cell(self, plan: Plan) -> Cell:
        """Return what stands there, cut at a word to the length that the decree allows."""
        found = self.value(plan) if self.value else None
        if isinstance(found, str) and self.longest < len(found) and self.longest:
            return shorten(found, self.longest, placeholder="…")
        return found


def _type(data: Metadata) -> str:
    return data.document_type.name if data.document_type else ""


def _issuer(plan: Plan) -> Cell:
    return plan.metadata.issuer.name if plan.metadata.issuer else None


def _summary(plan: Plan) -> Cell:
    return " ".join(filter(None, (_type(plan.metadata), plan.metadata.title)))


def _remarks(plan: Plan) -> Cell:
    data = plan.metadata
    attached = f"Kèm theo {data.attached.document_type.name}" if data.attached else None
    return "; ".join(filter(None, (data.secrecy, data.urgency, attached)))


def _priority(plan: Plan) -> Cell:
    return _PRIORITIES.get(plan.metadata.urgency)


def _position(plan: Plan) -> Cell:
    return plan.metadata.signers[-1].position if plan.metadata.signers else None


def _signer(plan: Plan) -> Cell:
    return plan.metadata.signers[-1].name if plan.metadata.signers else None


INCOMING: Final = (
    Field("Ngày đến", 12),
    Field("Số đến", 9),
    Field("Tác giả", 26, _issuer),
    Field("Số, ký hiệu văn bản", 18, lambda plan: plan.metadata.code or plan.metadata.symbol),
    Field("Ngày tháng văn bản", 14, lambda plan: plan.metadata.issued_on),
    Field("Tên loại và trích yếu nội dung văn bản", 52, _summary),
    Field("Đơn vị hoặc người nhận", 20),
    Field("Ngày chuyển", 12),
    Field("Ký nhận", 12),
    Field("Ghi chú", 18, _remarks),
)
"""The ten columns of Phụ lục IV, in its words and order."""

_DATA: Final = (
    Field("Mã định danh cơ quan", 14, None, "OrganId", 13),
    Field("Năm hình thành hồ sơ", 12, None, "FileCatalog", 4),
    Field("Số và ký hiệu hồ sơ", 14, None, "FileNotation", 20),
    Field("Số thứ tự văn bản trong hồ sơ", 12, None, "DocOrdinal", 3),
    Field("Tên loại văn bản", 14, lambda plan: _type(plan.metadata), "TypeName", 100),
    Field("Số của văn bản", 15, lambda plan: plan.metadata.number, "CodeNumber", 11),
    Field("Ký hiệu của văn bản", 16, lambda plan: plan.metadata.symbol, "CodeNotation", 30),
    Field("Ngày, tháng, năm văn bản", 13, lambda plan: plan.metadata.issued_on, "IssuedDate"),
    Field("Tên cơ quan ban hành văn bản", 24, _issuer, "OrganName", 200),
    Field("Trích yếu nội dung", 44, lambda plan: plan.metadata.title, "Subject", 500),
    Field("Ngôn ngữ", 11, lambda _: "Tiếng Việt", "Language", 30),
    Field("Số trang của văn bản", 15, lambda plan: plan.source.pages, "PageAmount"),
    Field("Ghi chú", 16, _remarks, "Description", 500),
    Field("Ngày, tháng, năm đến", 13, None, "ArrivalDate"),
    Field("Số đến", 14, None, "ArrivalNumber"),
    Field("Chức vụ người ký", 18, _position, "Position", 100),
    Field("Họ và tên người ký", 20, _signer, "FullName", 50),
    Field("Mức độ khẩn", 10, _priority, "Priority"),
    Field("Nơi nhận", 36, lambda plan: "; ".join(plan.metadata.recipients), "ToPlaces", 1000),
    Field("Ý kiến phân phối, chỉ đạo, trạng thái xử lý", 18, None, "TraceHeaderList"),
    Field("Hạn giải quyết", 12, None, "DueDate"),
)
"""The data of an incoming document, Phụ lục VI, with their names and lengths."""


def render_xlsx(plans: Sequence[Plan], _: ExportOptions) -> bytes:
    """Return a workbook: a sheet for Phụ lục IV, one for the data of Phụ lục VI."""
    labels = [f"{field.label}\n({field.name})" for field in _DATA]
    sheets = (
        _table(NAME, INCOMING, [field.label for field in INCOMING], plans),
        _table("Dữ liệu (Phụ lục VI)", _DATA, labels, plans),
    )
    return workbook(sheets, about(plans, NAME))


def render_csv(plans: Sequence[Plan], _: ExportOptions) -> bytes:
    """Return CSV: the columns of Phụ lục IV, then those of Phụ lục VI by their names."""
    fields = INCOMING + _DATA
    return written(_table(NAME, fields, [field.name or field.label for field in fields], plans))


def _table(
    name: str, fields: Sequence[Field], headers: Sequence[str], plans: Sequence[Plan]
) -> Table:
    widths = (field.width for field in fields)
    return Table(
        name,
        tuple(map(Heading, headers, widths)),
        tuple(tuple(field.cell(plan) for field in fields) for plan in plans),
    )
