"""A register of 60 rows over many pages: what a PDF reader has to keep together."""

from typing import Final

from samples_source.blocks import Grid, GridCell, Head, Numbered, Sample, Title

ROWS: Final = 60

_ACTIONS: Final = (
    "Rà soát, cập nhật danh mục",
    "Xây dựng, trình phê duyệt đề án",
    "Tổ chức kiểm tra, đánh giá thực trạng",
    "Hoàn thiện cơ sở dữ liệu dùng chung về",
    "Tuyên truyền, phổ biến rộng rãi trong Nhân dân các quy định về",
)
_OBJECTS: Final = (
    "công trình thủy lợi nhỏ, kênh mương nội đồng trên địa bàn các xã vùng cao",
    "nhà văn hóa thôn, tổ dân phố đã xuống cấp, không còn bảo đảm an toàn khi sử dụng",
    "đội ngũ cán bộ thú y cơ sở",
    "chợ nông thôn, trung tâm thương mại và cửa hàng tiện lợi ở các xã đặc biệt khó khăn, vùng cao",
)
_UNITS: Final = (
    "Sở Nông nghiệp và Môi trường",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Công Thương",
    "Sở Nội vụ",
    "Sở Dân tộc và Tôn giáo",
    "Công an tỉnh",
    "Sở Y tế",
)
_TIMES: Final = (
    "Trước ngày {day:02}/{month}/2026",
    "Quý {quarter}/2026",
    "Tháng {month}/2026",
    "Thường xuyên",
)
_QUARTERS: Final = ("I", "II", "III", "IV")


def duty(number: int) -> str:
    """Return the words of a row's task."""
    return f"{_ACTIONS[number % len(_ACTIONS)]} {_OBJECTS[number % len(_OBJECTS)]}, đợt {number}"


def unit(number: int) -> str:
    """Return the lead unit of a row."""
    return _UNITS[number % len(_UNITS)]


def term(number: int) -> str:
    """Return the deadline of a row."""
    month = number % 9 + 4
    return _TIMES[number % len(_TIMES)].format(
        day=number % 27 + 1, month=month, quarter=_QUARTERS[(month - 1) // 3]
    )


def _row(number: int) -> tuple[GridCell, ...]:
    helper = unit(number + 3)
    return tuple(
        GridCell(text) for text in (str(number), duty(number), unit(number), helper, term(number))
    )


LONG_REGISTER: Final = Sample(
    "register-60-rows",
    "Danh mục nhiệm vụ 60 dòng",
    (
        Head(
            ("ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI", "Số: 233/KH-UBND"),
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Sơn Hải, ngày 02 tháng 4 năm 2026",
            ),
        ),
        Title(("KẾ HOẠCH", "Triển khai các nhiệm vụ trọng tâm năm 2026")),
        Numbered(0, "I.", "DANH MỤC NHIỆM VỤ", bold=True, auto=False),
        Grid(
            widths=(700, 3100, 1850, 1850, 1572),
            rows=(
                tuple(
                    GridCell(text, bold=True)
                    for text in (
                        "TT",
                        "Nội dung nhiệm vụ",
                        "Cơ quan chủ trì",
                        "Cơ quan phối hợp",
                        "Thời gian hoàn thành",
                    )
                ),
                *map(_row, range(1, ROWS + 1)),
            ),
        ),
    ),
)
"""A plan that is nearly all register."""
