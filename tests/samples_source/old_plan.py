"""A commune's plan of 2005 in the fonts of TCVN3, one paragraph put in later in Unicode."""

from typing import Final

from samples_source.blocks import (
    Bullet,
    Closing,
    Grid,
    Head,
    Numbered,
    Sample,
    Text,
    Title,
    row,
)

LATER: Final = (
    "Trạm Y tế xã chủ trì, phối hợp với Đoàn Thanh niên xã tổ chức chiến dịch diệt bọ gậy,"
    " hoàn thành trước ngày 20/5/2005."
)
"""The paragraph in Unicode."""


OLD_PLAN: Final = Sample(
    "ke-hoach-xa-phong-vntime",
    "Kế hoạch phòng, chống dịch bệnh mùa hè",
    (
        Head(
            ("UỶ BAN NHÂN DÂN", "XÃ TÂN THUỶ", "Số: 08/KH-UBND"),
            (
                "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Tân Thuỷ, ngày 18 tháng 4 năm 2005",
            ),
        ),
        Title(("KẾ HOẠCH", "Phòng, chống dịch bệnh mùa hè năm 2005")),
        Text(
            "Căn cứ Chỉ thị số 05/2005/CT-UBND ngày 28/3/2005 của Uỷ ban nhân dân huyện Tân Lộc về"
            " tăng cường công tác phòng, chống dịch bệnh;",
            italic=True,
        ),
        Text("Uỷ ban nhân dân xã Tân Thuỷ xây dựng kế hoạch như sau:"),
        Numbered(0, "I.", "MỤC ĐÍCH, YÊU CẦU", bold=True, auto=False),
        Text("Không để dịch lớn xảy ra; nâng cao ý thức giữ gìn vệ sinh của từng người dân."),
        Numbered(0, "II.", "NỘI DUNG, NHIỆM VỤ", bold=True, auto=False),
        Numbered(1, "1.", "Công tác tuyên truyền", bold=True, auto=False),
        Bullet(
            "Ban Văn hoá thông tin xã phát tin trên đài truyền thanh mỗi tuần 02 buổi.", auto=False
        ),
        Bullet("Các thôn tổ chức họp dân, xong trước ngày 30/4/2005.", auto=False),
        Numbered(1, "2.", "Vệ sinh môi trường", bold=True, auto=False),
        Text(LATER),
        Text(
            "Hợp tác xã nông nghiệp khơi thông cống rãnh, thu gom rác thải ở chợ và các trục đường"
            " trong tháng 5/2005."
        ),
        Numbered(0, "III.", "TỔ CHỨC THỰC HIỆN", bold=True, auto=False),
        Grid(
            widths=(700, 4072, 2300, 2000),
            rows=(
                row("STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian", bold=True),
                row("1", "Lập dự trù thuốc, hoá chất", "Trạm Y tế xã", "25/4/2005"),
                row("2", "Phun thuốc diệt muỗi ở các khu dân cư", "Trạm Y tế xã", "Tháng 6/2005"),
                row("3", "Kiểm tra vệ sinh các quán ăn", "Ban Công an xã", "Quý II/2005"),
            ),
        ),
        Text("Trạm Y tế xã tổng hợp, báo cáo Uỷ ban nhân dân xã trước ngày 25 hàng tháng./."),
        Closing(
            ("UBND huyện (báo cáo)", "Đảng uỷ, HĐND xã", "Các thôn", "Lưu: VP"),
            ("TM. UỶ BAN NHÂN DÂN", "CHỦ TỊCH"),
            "Đỗ Văn Thưởng",
        ),
    ),
)
"""A plan of the years before Unicode."""
