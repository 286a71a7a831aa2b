"""A made-up province's plan with a register of 25 tasks in its appendix."""

from typing import Final

from samples_source.blocks import (
    Bullet,
    Closing,
    Grid,
    GridCell,
    Head,
    Landscape,
    Numbered,
    Sample,
    Text,
    Title,
    row,
)

_DIGITAL: Final = "Sở Khoa học và Công nghệ"
_OFFICE: Final = "Văn phòng Ủy ban nhân dân tỉnh"
_BRANCHES: Final = "Các sở, ban, ngành"
_COMMUNES: Final = "Ủy ban nhân dân các xã, phường, đặc khu"
_ALL: Final = f"{_BRANCHES}; {_COMMUNES}"

_PREAMBLE: Final = (
    Text(
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
        italic=True,
    ),
    Text(
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện"
        " thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng"
        " Dịch vụ công quốc gia;",
        italic=True,
    ),
    Text(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá"
        " phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Chương trình"
        " hành động số 09-CTr/TU ngày 15 tháng 01 năm 2026 của Tỉnh ủy Sơn Hải thực hiện Nghị"
        " quyết số 57-NQ/TW (sau đây gọi tắt là Chương trình hành động số 09-CTr/TU);",
        italic=True,
    ),
    Text(
        "Xét Tờ trình số 63/TTr-SKHCN ngày 05 tháng 3 năm 2026 của Sở Khoa học và Công nghệ;",
        italic=True,
    ),
    Text(
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch nâng cao chất lượng giải quyết thủ tục hành chính"
        " và cung cấp dịch vụ công trực tuyến giai đoạn 2026 - 2030 như sau:"
    ),
)

_AIMS: Final = (
    Numbered(0, "I.", "MỤC ĐÍCH, YÊU CẦU", bold=True),
    Numbered(1, "1.", "Mục đích", bold=True),
    Numbered(
        2,
        "a)",
        "Cụ thể hóa Nghị quyết số 57-NQ/TW và Chương trình hành động số 09-CTr/TU trong lĩnh vực"
        " giải quyết thủ tục hành chính; lấy sự hài lòng của người dân, doanh nghiệp làm thước đo"
        " chất lượng phục vụ.",
    ),
    Numbered(
        2,
        "b)",
        "Nâng tỷ lệ hồ sơ trực tuyến toàn trình{note}, giảm thời gian đi lại và chi phí tuân thủ"
        " của người dân, doanh nghiệp.",
        note="Theo Quyết định số 214/QĐ-UBND ngày 20 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân"
        " tỉnh công bố danh mục 812 thủ tục hành chính đủ điều kiện thực hiện toàn trình.",
    ),
    Numbered(1, "2.", "Yêu cầu", bold=True),
    Numbered(
        2,
        "a)",
        "Việc phân công phải rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm"
        " quyền.",
    ),
    Numbered(
        2,
        "b)",
        "Nhiệm vụ phải bám sát điều kiện thực tế của từng cơ quan, địa phương; tránh trùng lặp,"
        " hình thức, lãng phí.",
    ),
    Numbered(0, "II.", "MỤC TIÊU", bold=True),
    Numbered(1, "1.", "Mục tiêu đến hết năm 2026", bold=True),
    Bullet("Ít nhất 70% hồ sơ thủ tục hành chính được giải quyết trực tuyến toàn trình."),
    Bullet("100% kết quả giải quyết thủ tục hành chính có bản điện tử có giá trị pháp lý."),
    Numbered(1, "2.", "Mục tiêu đến năm 2030", bold=True),
    Bullet("Ít nhất 90% hồ sơ thủ tục hành chính được giải quyết trực tuyến toàn trình."),
    Bullet("Mức độ hài lòng của người dân, doanh nghiệp đạt từ 95% trở lên."),
)

_DUTIES: Final = (
    Numbered(0, "III.", "NHIỆM VỤ, GIẢI PHÁP", bold=True),
    Numbered(1, "1.", "Hoàn thiện thể chế, quy trình giải quyết thủ tục hành chính", bold=True),
    Numbered(
        2,
        "a)",
        "Rà soát, đơn giản hóa quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt"
        " phương án cắt giảm tối thiểu 30% thời gian giải quyết.",
    ),
    Bullet(f"Cơ quan chủ trì: {_OFFICE}."),
    Bullet(f"Cơ quan phối hợp: {_ALL}."),
    Bullet("Thời gian hoàn thành: Trước ngày 30/6/2026."),
    Numbered(
        2,
        "b)",
        "Công khai đầy đủ bộ thủ tục hành chính trên Cổng Dịch vụ công quốc gia chậm nhất 03 ngày"
        " làm việc kể từ ngày quyết định công bố được ban hành.",
    ),
    Bullet(f"Cơ quan chủ trì: {_BRANCHES}."),
    Numbered(1, "2.", "Phát triển hạ tầng số, dữ liệu số", bold=True),
    Numbered(
        2,
        "a)",
        "Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính tỉnh, kết nối với Cơ sở dữ liệu"
        " quốc gia về dân cư và các cơ sở dữ liệu chuyên ngành.",
    ),
    Numbered(
        2,
        "b)",
        "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực; tái sử dụng dữ liệu đã"
        " số hóa khi tiếp nhận hồ sơ.",
    ),
    Numbered(2, "c)", "Bảo đảm an toàn, an ninh mạng cho các hệ thống thông tin theo cấp độ."),
    Text(f"Đơn vị chủ trì: {_DIGITAL}; đơn vị phối hợp: Công an tỉnh, Sở Tài chính."),
    Text("Thời gian thực hiện: Từ quý II/2026 đến quý IV/2027."),
    Numbered(1, "3.", "Nâng cao năng lực cán bộ, kỹ năng số của người dân", bold=True),
    Numbered(
        2,
        "a)",
        "Hằng năm, tổ chức bồi dưỡng kỹ năng số cho công chức làm việc tại Trung tâm Phục vụ hành"
        " chính công cấp xã (Sở Nội vụ chủ trì).",
    ),
    Numbered(
        2,
        "b)",
        "Thường xuyên tuyên truyền, hướng dẫn người dân sử dụng dịch vụ công trực tuyến thông qua"
        " Tổ công nghệ số cộng đồng.",
    ),
    Numbered(0, "IV.", "KINH PHÍ THỰC HIỆN", bold=True),
    Numbered(
        1,
        "1.",
        "Kinh phí thực hiện Kế hoạch được bảo đảm từ ngân sách nhà nước theo phân cấp và các nguồn"
        " hợp pháp khác.",
    ),
    Numbered(
        1,
        "2.",
        "Căn cứ nhiệm vụ được giao, hằng năm các cơ quan, đơn vị, địa phương lập dự toán kinh phí"
        " gửi Sở Tài chính thẩm định, trình cấp có thẩm quyền phê duyệt.",
    ),
)

_ORDERS: Final = (
    Numbered(0, "V.", "TỔ CHỨC THỰC HIỆN", bold=True),
    Numbered(1, "1.", _DIGITAL, bold=True),
    Numbered(
        2,
        "a)",
        f"Chủ trì, phối hợp với {_OFFICE} và các cơ quan liên quan hướng dẫn, theo dõi, đôn đốc"
        " việc thực hiện Kế hoạch này.",
        auto=False,
    ),
    Numbered(
        2,
        "b)",
        "Xây dựng bộ chỉ số đánh giá chất lượng phục vụ, hoàn thành trong tháng 5/2026.",
        auto=False,
    ),
    Numbered(
        2,
        "c)",
        "Tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân tỉnh trước ngày 20 của tháng cuối"
        " quý.",
        auto=False,
    ),
    Numbered(
        2,
        "d)",
        "Tham mưu Ủy ban nhân dân tỉnh tổ chức sơ kết trong năm 2028 và tổng kết trong quý IV năm"
        " 2030.",
        auto=False,
    ),
    Numbered(
        2,
        "đ)",
        "Tham mưu điều chỉnh, bổ sung Kế hoạch khi có chỉ đạo của cấp có thẩm quyền.",
        auto=False,
    ),
    Numbered(
        1,
        "2.",
        f"{_OFFICE} chủ trì, phối hợp với Sở Nội vụ kiểm tra việc tiếp nhận, giải quyết thủ tục"
        " hành chính tại các sở, ban, ngành và Ủy ban nhân dân cấp xã; hằng tháng công khai kết"
        " quả đánh giá trên Cổng Thông tin điện tử tỉnh.",
    ),
    Numbered(
        1,
        "3.",
        "Công an tỉnh: Kết nối, chia sẻ dữ liệu dân cư phục vụ giải quyết thủ tục hành chính; phối"
        f" hợp với {_DIGITAL} kiểm tra an toàn thông tin định kỳ 06 tháng một lần.",
    ),
    Numbered(
        1,
        "4.",
        "Báo và Phát thanh, Truyền hình tỉnh xây dựng chuyên mục hỏi đáp về dịch vụ công, phát sóng"
        " vào thứ Sáu hằng tuần.",
    ),
    Numbered(1, "5.", _ALL, bold=True),
    Numbered(
        2,
        "a)",
        "Ban hành kế hoạch thực hiện của cơ quan, địa phương mình chậm nhất ngày 31 tháng 3 năm"
        f" 2026, gửi {_DIGITAL} để theo dõi.",
    ),
    Numbered(
        2,
        "b)",
        f"Báo cáo kết quả thực hiện về {_DIGITAL} trước ngày 10 của tháng cuối quý và trước ngày"
        " 30/11 hằng năm.",
    ),
    Numbered(
        1,
        "6.",
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh tuyên"
        " truyền, vận động đoàn viên, hội viên, Nhân dân tham gia giám sát việc thực hiện Kế"
        " hoạch.",
    ),
    Text(
        "Kế hoạch này thay thế Kế hoạch số 92/KH-UBND ngày 08 tháng 4 năm 2022 của Ủy ban nhân dân"
        " tỉnh."
    ),
    Text(
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương báo"
        f" cáo Ủy ban nhân dân tỉnh (qua {_DIGITAL}) để xem xét, giải quyết./."
    ),
    Closing(
        (
            "Bộ Khoa học và Công nghệ (để báo cáo)",
            "Thường trực Tỉnh ủy",
            "Thường trực HĐND tỉnh",
            "Chủ tịch, các PCT UBND tỉnh",
            "Ủy ban MTTQ Việt Nam tỉnh",
            "Các sở, ban, ngành tỉnh",
            "UBND các xã, phường, đặc khu",
            "Cổng Thông tin điện tử tỉnh",
            "Lưu: VT, KSTT",
        ),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "Đặng Thị Thu Hường",
    ),
)


def _group(label: str, name: str) -> tuple[GridCell, ...]:
    return (GridCell(label, bold=True), GridCell(name, across=5, bold=True))


def _heads(*texts: str) -> tuple[GridCell, ...]:
    return tuple(GridCell(text, bold=True) for text in texts)


_REGISTER: Final = Grid(
    widths=(700, 4700, 2300, 2500, 2000, 1800),
    header_rows=3,
    rows=(
        (
            GridCell("TT", down=2, bold=True),
            GridCell("Nhiệm vụ", down=2, bold=True),
            GridCell("Cơ quan thực hiện", across=2, bold=True),
            GridCell("Thời gian hoàn thành", down=2, bold=True),
            GridCell("Sản phẩm", down=2, bold=True),
        ),
        _heads("Chủ trì", "Phối hợp"),
        _heads("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        _group("I", "HOÀN THIỆN THỂ CHẾ, QUY TRÌNH"),
        (
            GridCell("1"),
            GridCell(
                "Rà soát, đơn giản hóa quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê"
                " duyệt phương án cắt giảm tối thiểu 30% thời gian giải quyết"
            ),
            GridCell(_OFFICE, down=2),
            GridCell(_ALL),
            GridCell("Trước ngày 30/6/2026"),
            GridCell("Quyết định phê duyệt phương án"),
        ),
        row(
            "2",
            "Công bố danh mục thủ tục hành chính thực hiện không phụ thuộc địa giới hành chính",
            _BRANCHES,
            "Quý II/2026",
            "Quyết định công bố",
        ),
        row(
            "3",
            "Xây dựng phương án phân cấp giải quyết thủ tục hành chính cho cấp xã",
            "Sở Nội vụ",
            f"Sở Tư pháp, {_OFFICE}",
            "Tháng 9/2026",
            "Phương án",
        ),
        row(
            "4",
            "Trình Hội đồng nhân dân tỉnh nghị quyết miễn, giảm lệ phí khi nộp hồ sơ trực tuyến",
            "Sở Tài chính",
            "Sở Tư pháp",
            "Chậm nhất ngày 15 tháng 6 năm 2026",
            "Dự thảo nghị quyết",
        ),
        row(
            "5",
            "Cập nhật quy trình điện tử của thủ tục hành chính mới công bố",
            _BRANCHES,
            _OFFICE,
            "Trong thời hạn 05 ngày làm việc kể từ ngày công bố",
            "Quy trình điện tử",
        ),
        _group("II", "PHÁT TRIỂN HẠ TẦNG SỐ, DỮ LIỆU SỐ"),
        row(
            "6",
            "Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính tỉnh",
            _DIGITAL,
            _OFFICE,
            "Từ tháng 4/2026 đến tháng 10/2026",
            "Hệ thống được nghiệm thu",
        ),
        row(
            "7",
            "Kết nối với Cơ sở dữ liệu quốc gia về dân cư",
            "Công an tỉnh",
            _DIGITAL,
            "Quý III/2026",
            "Biên bản kết nối",
        ),
        row(
            "8",
            "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
            _ALL,
            "Sở Nội vụ",
            "2026 - 2028",
            "Kho dữ liệu số",
        ),
        row(
            "9",
            "Trang bị thiết bị cho Trung tâm Phục vụ hành chính công cấp xã",
            _COMMUNES,
            f"Sở Tài chính\n{_DIGITAL}",
            "Năm 2026",
            "Thiết bị được bàn giao",
        ),
        (
            GridCell("10"),
            GridCell("Giám sát an toàn thông tin mạng"),
            GridCell(_DIGITAL, down=2),
            GridCell("Công an tỉnh", down=2),
            GridCell("Thường xuyên"),
            GridCell("Báo cáo giám sát"),
        ),
        row(
            "11",
            "Phê duyệt lại cấp độ an toàn của các hệ thống thông tin",
            "Trước ngày 01/12/2026",
            "Quyết định phê duyệt",
        ),
        row(
            "12",
            "Diễn tập ứng cứu sự cố an toàn thông tin",
            "Công an tỉnh",
            "Bộ Chỉ huy Quân sự tỉnh",
            "Hằng năm",
            "Cuộc diễn tập",
        ),
        _group("III", "TUYÊN TRUYỀN, BỒI DƯỠNG"),
        row(
            "13",
            "Bồi dưỡng kỹ năng số cho công chức làm việc tại Bộ phận Một cửa",
            "Sở Nội vụ",
            "Trường Chính trị tỉnh",
            "Tháng 5 và tháng 11 hằng năm",
            "Lớp bồi dưỡng",
        ),
        row(
            "14",
            "Hướng dẫn người dân nộp hồ sơ trực tuyến tại nhà văn hóa thôn, tổ dân phố",
            _COMMUNES,
            "Tỉnh đoàn Sơn Hải",
            "Thường xuyên",
            "",
        ),
        row(
            "15",
            "Thực hiện chuyên mục “Chính quyền số” trên sóng truyền hình",
            "Báo và Phát thanh, Truyền hình tỉnh",
            _DIGITAL,
            "Hằng tháng",
            "Chuyên mục",
        ),
        row(
            "16",
            "Tổ chức Cuộc thi trực tuyến tìm hiểu về dịch vụ công",
            "Tỉnh đoàn Sơn Hải",
            "Sở Giáo dục và Đào tạo",
            "Từ ngày 01/9/2026 đến ngày 10/10/2026",
            "Cuộc thi",
        ),
        row(
            "17",
            "Khảo sát mức độ hài lòng của người dân, doanh nghiệp",
            _OFFICE,
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
            "06 tháng một lần",
            "Báo cáo khảo sát",
        ),
        _group("IV", "KIỂM TRA, SƠ KẾT, TỔNG KẾT"),
        row(
            "18",
            "Kiểm tra việc thực hiện tại các cơ quan, địa phương",
            "Sở Nội vụ",
            _OFFICE,
            "Quý II và quý III/2026",
            "Kết luận kiểm tra",
        ),
        row(
            "19",
            "Họp giao ban Tổ công tác cải cách thủ tục hành chính",
            _OFFICE,
            _BRANCHES,
            "Ngày 25 hằng tháng",
            "Thông báo kết luận",
        ),
        row(
            "20",
            "Báo cáo quý về tình hình thực hiện Kế hoạch",
            _DIGITAL,
            _ALL,
            "Trước ngày 20 của tháng cuối quý",
            "Báo cáo",
        ),
        row(
            "21",
            "Báo cáo năm về tình hình thực hiện Kế hoạch",
            _DIGITAL,
            _ALL,
            "Trước ngày 15/12 hằng năm",
            "Báo cáo",
        ),
        row(
            "22",
            "Sơ kết việc thực hiện Kế hoạch",
            _DIGITAL,
            _ALL,
            "Trước ngày 31/12/2028",
            "Hội nghị sơ kết",
        ),
        row(
            "23",
            "Tổng kết việc thực hiện Kế hoạch",
            _DIGITAL,
            _ALL,
            "Quý IV/2030",
            "Hội nghị tổng kết",
        ),
        row(
            "24",
            "Khen thưởng tập thể, cá nhân có thành tích xuất sắc",
            "Sở Nội vụ",
            _DIGITAL,
            "Khi có hướng dẫn của Bộ Nội vụ",
            "Quyết định khen thưởng",
        ),
        row(
            "25",
            "Tham mưu chủ trương cho giai đoạn tiếp theo",
            _DIGITAL,
            "",
            "",
            "Tờ trình",
        ),
    ),
)

PROVINCE_PLAN: Final = Sample(
    "ke-hoach-ubnd-tinh",
    "Kế hoạch nâng cao chất lượng giải quyết thủ tục hành chính",
    (
        Head(
            ("ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI", "Số: 187/KH-UBND"),
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Sơn Hải, ngày 12 tháng 3 năm 2026",
            ),
        ),
        Title(
            (
                "KẾ HOẠCH",
                "Nâng cao chất lượng giải quyết thủ tục hành chính và cung cấp",
                "dịch vụ công trực tuyến trên địa bàn tỉnh Sơn Hải giai đoạn 2026 - 2030",
            )
        ),
        *_PREAMBLE,
        *_AIMS,
        *_DUTIES,
        *_ORDERS,
        Landscape(),
        Title(
            (
                "PHỤ LỤC",
                "DANH MỤC NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH GIAI ĐOẠN 2026 - 2030",
            )
        ),
        Title(
            (
                (
                    "(Kèm theo Kế hoạch số 187/KH-UBND ngày 12 tháng 3 năm 2026 của Ủy ban nhân"
                    " dân tỉnh Sơn Hải)"
                ),
            ),
            bold=False,
            italic=True,
        ),
        _REGISTER,
    ),
)
"""The plan of the Ủy ban nhân dân of a province that does not exist."""
