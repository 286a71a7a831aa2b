"""The sound plan: a made-up document that no rule objects to; rules' examples are changes of it."""

from typing import Final

SOUND: Final = """\
ỦY BAN NHÂN DÂN
TỈNH SƠN HẢI
Số: 24/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sơn Hải, ngày 09 tháng 3 năm 2026

KẾ HOẠCH
Nâng cao chất lượng giải quyết thủ tục hành chính năm 2026

Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển \
khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Quyết định số 118/QĐ-TTg ngày 15 \
tháng 01 năm 2026 của Thủ tướng Chính phủ về cải cách thủ tục hành chính; Ủy ban nhân dân tỉnh ban \
hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích: Nâng cao mức độ hài lòng của người dân, doanh nghiệp.

2. Yêu cầu: Phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả.

II. NHIỆM VỤ

1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng, trình Ủy ban nhân dân tỉnh ban hành \
Quyết định về quy trình một cửa trước ngày 15/5/2026.

2. Văn phòng Ủy ban nhân dân tỉnh chủ trì, phối hợp với các sở, ban, ngành xây dựng báo cáo rà \
soát thủ tục hành chính theo Quyết định số 118/QĐ-TTg, hoàn thành trước ngày 30/6/2026.

III. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính tham mưu, trình Ủy ban nhân dân tỉnh phê duyệt dự toán kinh phí trong quý II năm \
2026.

2. Các sở, ban, ngành thực hiện các nhiệm vụ tại Phụ lục kèm theo, gửi báo cáo kết quả về Sở Nội \
vụ trước ngày 15/12/2026.

Nơi nhận:
- Văn phòng Ủy ban nhân dân tỉnh;
- Sở Nội vụ;
- Sở Tài chính;
- Các sở, ban, ngành;
- Lưu: VT, NC.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Minh

PHỤ LỤC
NHIỆM VỤ CHI TIẾT

| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm |
| --- | --- | --- | --- | --- | --- |
| 1 | Khảo sát mức độ hài lòng của người dân | Sở Nội vụ | Các sở, ban, ngành \
| Trước ngày 30/9/2026 | Báo cáo khảo sát |
| 2 | Tập huấn công chức bộ phận một cửa | Sở Nội vụ | Sở Tài chính | Trước ngày 15/7/2026 \
| Hội nghị tập huấn |
| 3 | Bố trí trang thiết bị cho bộ phận một cửa | Sở Tài chính | Sở Nội vụ \
| Trước ngày 31/7/2026 | Danh mục trang thiết bị |
"""
"""In Markdown, whose tables a plain text cannot say as surely."""
