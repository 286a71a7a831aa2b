"""Verbs that open a duty and stand in no body's name after a dash."""

from typing import Final

DUTY_OPENERS: Final = (
    "bám sát", "báo cáo", "bảo đảm", "bố trí", "chuẩn bị", "chỉ đạo", "chịu trách nhiệm",
    "chủ trì", "chủ động", "có trách nhiệm", "cập nhật", "huy động", "hướng dẫn",
    "khẩn trương", "khắc phục", "kịp thời", "nghiêm túc", "ngăn chặn", "nâng cao", "phát huy",
    "phối hợp", "quyết liệt", "quán triệt", "rà soát", "siết chặt", "tham mưu",
    "thường xuyên", "thực hiện", "tiếp tục", "triển khai", "tăng cường", "tập trung",
    "tổ chức thực hiện", "tổ chức triển khai", "xác định", "yêu cầu", "đôn đốc",
    "đảm bảo", "đẩy mạnh", "đề nghị", "đổi mới",
)  # fmt: skip
"""`Sở Y tế - Chủ trì …` is a unit and its duty; `Phòng Hành chính - Tổ chức` is one name."""
