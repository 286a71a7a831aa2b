"""A plan of 60 printed pages: points with headings, tasks, units, dates and citations."""

from functools import cache
from typing import Final

from kehoach_parser import Plan, parse_text

PAGES: Final = 60
LETTERS_A_PAGE: Final = 2600
"""What a page of a plan holds in 14 point letters (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

_HEAD: Final = """ỦY BAN NHÂN DÂN TỈNH SƠN HẢI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 900/KH-UBND
Sơn Hải, ngày 12 tháng 3 năm 2026
KẾ HOẠCH
Phát triển kinh tế nông thôn giai đoạn 2026 - 2030
I. NHIỆM VỤ, GIẢI PHÁP
"""
_UNITS: Final = (
    "Sở Nông nghiệp và Môi trường", "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Công an tỉnh",
    "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Xây dựng", "Sở Tư pháp",
)  # fmt: skip
_ACTIONS: Final = (
    "rà soát các công trình thủy lợi nhỏ, kênh mương nội đồng trên địa bàn các xã vùng cao",
    "xây dựng cơ sở dữ liệu về nhà văn hóa thôn, chợ nông thôn và điểm sinh hoạt cộng đồng",
    "tổ chức tập huấn cho cán bộ cơ sở về quản lý tài sản, đất đai và hồ sơ lưu trữ",
    "kiểm tra việc chấp hành quy định về an toàn thực phẩm tại các cơ sở chế biến",
)


@cache
def long_plan() -> Plan:
    """Return the plan."""
    lines = [_HEAD]
    letters = number = 0
    while letters < PAGES * LETTERS_A_PAGE:
        lines.append(_paragraphs(number))
        letters += len(lines[-1])
        number += 1
    return parse_text("".join(lines), name="ke-hoach-60-trang.txt")


def _paragraphs(number: int) -> str:
    """Return a numbered point: its heading, two tasks, and who does them by when."""
    lead, help_ = (_UNITS[(number + step) % len(_UNITS)] for step in (0, 4))
    first, second = (_ACTIONS[(number + step) % len(_ACTIONS)] for step in (0, 1))
    month, year = number % 12 + 1, 2026 + number % 5
    return (
        f"{number + 1}. Nhóm nhiệm vụ thứ {number + 1} về phát triển nông thôn\n"
        f"a) {lead} chủ trì, phối hợp với {help_} {first}, theo Nghị định số "
        f"{number % 90 + 10}/2025/NĐ-CP ngày 05/3/2025 của Chính phủ; hoàn thành trước ngày "
        f"{number % 27 + 1:02}/{month}/{year}. Kết quả được tổng hợp, công khai để Nhân dân biết "
        f"và giám sát trong suốt quá trình thực hiện.\n"
        f"b) {help_} {second}; định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh.\n"
    )
