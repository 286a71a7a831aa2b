"""A Party plan in the Party's own form (`*`, `Số 45-KH/TU`, `I-`, `T/M`) of a made-up province."""

from typing import Final

from samples_source.blocks import Bullet, Closing, Head, Numbered, Sample, Text, Title

_RULE: Final = "Chỉ thị số 117-CT/TW"

PARTY_PLAN: Final = Sample(
    "ke-hoach-tinh-uy",
    "Kế hoạch thực hiện Chỉ thị số 117-CT/TW",
    (
        Head(
            ("TỈNH ỦY SƠN HẢI", "*", "Số 45-KH/TU"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Hải, ngày 26 tháng 02 năm 2026"),
        ),
        Title(
            (
                "KẾ HOẠCH",
                "thực hiện Chỉ thị số 117-CT/TW, ngày 15/01/2026 của Ban Bí thư",
                "về công tác lưu trữ, số hóa tài liệu của Đảng",
                "-----",
            )
        ),
        Text(
            f"Thực hiện {_RULE}, ngày 15/01/2026 của Ban Bí thư về công tác lưu trữ, số hóa tài"
            " liệu của Đảng; căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư, Ban"
            " Thường vụ Tỉnh ủy xây dựng Kế hoạch thực hiện như sau:"
        ),
        Numbered(0, "I-", "MỤC ĐÍCH, YÊU CẦU", bold=True, auto=False),
        Numbered(1, "1-", "Mục đích", bold=True, auto=False),
        Bullet(
            f"Quán triệt sâu sắc quan điểm, chủ trương nêu trong {_RULE}; nâng cao nhận thức của"
            " cán bộ, đảng viên về giá trị của tài liệu lưu trữ.",
            auto=False,
        ),
        Numbered(1, "2-", "Yêu cầu", bold=True, auto=False),
        Bullet(
            "Việc số hóa phải bảo đảm bí mật nhà nước, an toàn thông tin, tiết kiệm, hiệu quả.",
            auto=False,
        ),
        Numbered(0, "II-", "NHIỆM VỤ, GIẢI PHÁP", bold=True, auto=False),
        Numbered(1, "1-", "Công tác quán triệt, tuyên truyền", bold=True, auto=False),
        Bullet(
            f"Các cấp ủy tổ chức quán triệt {_RULE} đến cán bộ, đảng viên, hoàn thành trước ngày"
            " 30/4/2026.",
            auto=False,
        ),
        Bullet(
            "Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với Văn phòng Tỉnh ủy biên soạn"
            " tài liệu tuyên truyền, hoàn thành trong quý II/2026.",
            auto=False,
        ),
        Numbered(1, "2-", "Công tác số hóa tài liệu", bold=True, auto=False),
        Bullet(
            "Văn phòng Tỉnh ủy khảo sát, lập danh mục tài liệu cần số hóa, trình Ban Thường vụ Tỉnh"
            " ủy trước ngày 15/6/2026.",
            auto=False,
        ),
        Bullet(
            "Các đảng ủy trực thuộc Tỉnh ủy số hóa tài liệu hình thành từ năm 2010 đến năm 2020,"
            " hoàn thành chậm nhất ngày 31/12/2027.",
            auto=False,
        ),
        Numbered(1, "3-", "Công tác kiểm tra, giám sát", bold=True, auto=False),
        Bullet(
            f"Ủy ban Kiểm tra Tỉnh ủy chủ trì kiểm tra việc thực hiện {_RULE}; báo cáo Ban Thường"
            " vụ Tỉnh ủy trước ngày 15/12 hằng năm.",
            auto=False,
        ),
        Numbered(0, "III-", "TỔ CHỨC THỰC HIỆN", bold=True, auto=False),
        Numbered(
            1,
            "1-",
            "Các ban đảng, Ủy ban Kiểm tra Tỉnh ủy, Văn phòng Tỉnh ủy, các đảng ủy trực thuộc Tỉnh"
            " ủy xây dựng kế hoạch thực hiện, hoàn thành trước ngày 20/3/2026.",
            auto=False,
        ),
        Numbered(
            1,
            "2-",
            "Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo việc bố trí kinh phí cho công tác số hóa tài"
            " liệu theo quy định.",
            auto=False,
        ),
        Numbered(
            1,
            "3-",
            "Văn phòng Tỉnh ủy thường xuyên theo dõi, đôn đốc việc thực hiện Kế hoạch này; định kỳ"
            " 6 tháng, hằng năm báo cáo Ban Thường vụ Tỉnh ủy.",
            auto=False,
        ),
        Closing(
            (
                "Ban Bí thư Trung ương Đảng (để báo cáo)",
                "Văn phòng Trung ương Đảng",
                "Các ban đảng, Ủy ban Kiểm tra Tỉnh ủy",
                "Các đảng ủy trực thuộc Tỉnh ủy",
                "Các đồng chí Tỉnh ủy viên",
                "Lưu Văn phòng Tỉnh ủy",
            ),
            ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
            "Lê Quang Thịnh",
            end=",",
        ),
    ),
)
"""The plan of a Tỉnh ủy that does not exist."""
