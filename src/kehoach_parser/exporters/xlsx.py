"""xlsx: the task register as a workbook, with sheets of deadlines, cited documents and facts."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.exporters import cited, duties, occasions, particulars
from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.packages import made_on
from kehoach_parser.exporters.tables import Table, document_names, tabled
from kehoach_parser.exporters.template import filled
from kehoach_parser.exporters.workbooks import About, workbook
from kehoach_parser.model import Plan


def render(plans: Sequence[Plan], options: ExportOptions) -> bytes:
    """Return one workbook for all plans; with a template the office's own one, filled."""
    if options.template:
        return filled(options.template, duties.duties(plans), made_on(plans))
    return workbook(tables(plans), about(plans))


def tables(plans: Sequence[Plan]) -> tuple[Table, ...]:
    """Return the workbook's sheets."""
    return (
        tabled("Nhiệm vụ", duties.COLUMNS, duties.duties(plans)),
        tabled("Thời hạn", occasions.COLUMNS, occasions.occasions(plans)),
        tabled("Văn bản viện dẫn", cited.COLUMNS, cited.cited(plans)),
        tabled("Thông tin", particulars.COLUMNS, particulars.particulars(plans)),
        tabled("Lưu ý", particulars.NOTE_COLUMNS, particulars.notes(plans)),
    )


def about(plans: Sequence[Plan], title: str = "Danh mục nhiệm vụ") -> About:
    """Return a workbook's title, day and secrecy mark."""
    return About(f"{title}: {document_names(plans)}", made_on(plans), _highest_mark(plans))


_MARKS: Final = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
"""The secrecy marks, the lowest first (Luật Bảo vệ bí mật nhà nước 2018, Điều 8)."""


def _highest_mark(plans: Sequence[Plan]) -> str | None:
    """Return the highest secrecy mark of all plans, null where none has one."""
    found = [plan.metadata.secrecy for plan in plans if plan.metadata.secrecy]
    ranks = {mark: rank for rank, mark in enumerate(_MARKS)}
    return max(found, key=lambda mark: ranks.get(mark, 0), default=None)
