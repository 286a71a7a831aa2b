"""The field's words for the values of the contract."""

from typing import Final

from kehoach_parser.model import DeadlineKind, DeadlineRole, ReferenceRole, Severity

ROLES: Final = {
    DeadlineRole.DEADLINE: "Thời hạn",
    DeadlineRole.REPORT: "Báo cáo",
    DeadlineRole.PERIOD: "Thời kỳ",
    DeadlineRole.EVENT: "Sự kiện",
}
KINDS: Final = {
    DeadlineKind.DATE: "Ngày",
    DeadlineKind.INTERVAL: "Khoảng thời gian",
    DeadlineKind.RECURRING: "Lặp lại",
    DeadlineKind.RELATIVE: "Tính theo việc khác",
    DeadlineKind.CONDITIONAL: "Khi có điều kiện",
    DeadlineKind.ONGOING: "Liên tục",
    DeadlineKind.FUZZY: "Ước chừng",
}
REFERENCE_ROLES: Final = {
    ReferenceRole.SELF: "Chính văn bản này",
    ReferenceRole.IMPLEMENTS: "Thực hiện",
    ReferenceRole.BASIS: "Căn cứ",
    ReferenceRole.AMENDS: "Sửa đổi, bổ sung",
    ReferenceRole.REPLACES: "Thay thế",
    ReferenceRole.MENTIONS: "Nhắc đến",
}
SEVERITIES: Final = {
    Severity.ERROR: "Lỗi",
    Severity.WARNING: "Cảnh báo",
    Severity.INFO: "Lưu ý",
}
