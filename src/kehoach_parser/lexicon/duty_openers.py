"""Verbs that open a duty and stand in no body's name after a dash."""

from typing import Final

DUTY_OPENERS: Final = (
    "báo cáo", "bảo đảm", "bố trí", "chỉ đạo", "chịu trách nhiệm", "chủ trì", "chuẩn bị",
    "có trách nhiệm", "đảm bảo", "đẩy mạnh", "đề nghị", "đôn đốc", "hướng dẫn", "khẩn trương",
    "kịp thời", "nâng cao", "phát huy", "phối hợp", "quán triệt", "rà soát", "tập trung",
    "tăng cường", "tham mưu", "thực hiện", "tiếp tục", "triển khai", "xác định", "yêu cầu",
)  # fmt: skip
"""`Sở Y tế - Chủ trì …` is a unit and its duty; `Phòng Hành chính - Tổ chức` is one name."""
