"""A commune's draft: number, day and month blank, a small register; the commune is made up."""

from typing import Final

from samples_source.blocks import Closing, Grid, Head, Numbered, Sample, Text, Title, row

DRAFT_PLAN: Final = Sample(
    "du-thao-ke-hoach-xa",
    "Dự thảo kế hoạch phòng cháy, chữa cháy",
    (
        Head(
            ("ỦY BAN NHÂN DÂN", "XÃ TÂN THỦY", "Số:        /KH-UBND", "DỰ THẢO"),
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Tân Thủy, ngày       tháng       năm 2026",
            ),
        ),
        Title(
            (
                "KẾ HOẠCH",
                "Phòng cháy, chữa cháy và cứu nạn, cứu hộ trên địa bàn xã Tân Thủy năm 2026",
            )
        ),
        Text(
            "Căn cứ Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ ngày 29 tháng 11 năm 2024;",
            italic=True,
        ),
        Text(
            "Thực hiện Kế hoạch số ......../KH-UBND ngày ..../..../2026 của Ủy ban nhân dân tỉnh,"
            " Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung sau:"
        ),
        Numbered(0, "I.", "MỤC TIÊU", bold=True, auto=False),
        Text("Kiềm chế số vụ cháy; không để xảy ra cháy lớn gây thiệt hại nghiêm trọng về người."),
        Numbered(0, "II.", "NỘI DUNG, NHIỆM VỤ", bold=True, auto=False),
        Numbered(1, "1.", "Công tác tuyên truyền", bold=True, auto=False),
        Text(
            "Công an xã chủ trì, phối hợp với Đoàn Thanh niên xã tổ chức tuyên truyền tại các khu"
            " dân cư trước ngày 20/4."
        ),
        Text("Các thôn tổ chức ký cam kết với từng hộ gia đình, xong trong tháng 5."),
        Numbered(1, "2.", "Công tác kiểm tra", bold=True, auto=False),
        Text(
            "Kiểm tra định kỳ các cơ sở có nguy hiểm về cháy, nổ trong quý III (Công an xã chủ"
            " trì)."
        ),
        Text(
            "Các cơ sở kinh doanh khắc phục tồn tại trong thời hạn 15 ngày kể từ ngày lập biên bản"
            " kiểm tra."
        ),
        Numbered(0, "III.", "TỔ CHỨC THỰC HIỆN", bold=True, auto=False),
        Text("Ủy ban nhân dân xã phân công nhiệm vụ như sau:"),
        Grid(
            widths=(700, 4072, 2300, 2000),
            rows=(
                row("STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian", bold=True),
                row("1", "Kiện toàn Đội dân phòng các thôn", "Công an xã", "Tháng 4/2026"),
                row("2", "Mua sắm phương tiện chữa cháy", "Phòng Kinh tế", "30/6/2026"),
                row("3", "Thực tập phương án chữa cháy tại chợ Tân Thủy", "Công an xã", ""),
                row(
                    "4",
                    "Báo cáo kết quả thực hiện",
                    "Văn phòng HĐND và UBND xã",
                    "Trước ngày 15/11/2026",
                ),
            ),
        ),
        Text("Yêu cầu các đơn vị, các thôn nghiêm túc thực hiện Kế hoạch này./."),
        Closing(
            (
                "UBND tỉnh (báo cáo)",
                "Đảng ủy, HĐND xã",
                "Các thôn",
                "Lưu: VT",
            ),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            None,
        ),
    ),
)
"""A draft that nobody has signed, numbered or dated."""
