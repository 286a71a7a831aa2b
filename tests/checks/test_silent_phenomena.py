"""What real documents do that is no fault: no rule may speak of it."""

from pathlib import Path
from typing import Final

import pytest

from checks.check_samples import found_in
from kehoach_parser.checks.rule import Example, edit

_FIRST: Final = (
    "1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng, trình Ủy ban nhân dân tỉnh"
)
_BUDGET: Final = (
    "1. Sở Tài chính tham mưu, trình Ủy ban nhân dân tỉnh phê duyệt dự toán kinh phí trong quý II"
    " năm 2026."
)
_ENFORCED: Final = (
    "1. Giám đốc Sở Tài chính, thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này./."
)
_PROGRAMME: Final = """\
III. NỘI DUNG, CHƯƠNG TRÌNH HỘI NGHỊ

- Tuyên bố lý do, giới thiệu đại biểu;

- Phát biểu bế mạc.

IV. TỔ CHỨC THỰC HIỆN"""
_ROW_OF_FIRST: Final = (
    "| 1 | Xây dựng, trình Ủy ban nhân dân tỉnh ban hành Quyết định về quy trình một cửa"
    " | Sở Tư pháp | Sở Nội vụ |"
)
_ROW: Final = "| 1 | Khảo sát mức độ hài lòng của người dân | Sở Nội vụ | Các sở, ban, ngành |"
_LETTER: Final = """\
| VĂN PHÒNG TỈNH / ___________ / Số: 71/VP-NC / V/v rà soát hồ sơ một cửa | CỘNG HOÀ XÃ HỘI \
CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / ______________ / Sơn Hải, ngày 12 tháng 9 năm \
2025 |
| --- | --- |

Kính gửi: Sở Nội vụ.

1. Giao Sở Nội vụ rà soát hồ sơ một cửa, báo cáo trước ngày 15/10/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Nguyễn Văn Minh
"""
"""A letter: its subject stands in the same row as the motto, with lines drawn below the names."""

_MERGED: Final = """\
<p>KẾ HOẠCH</p><p>Tuyên truyền năm 2026</p><p>I. PHÂN CÔNG NHIỆM VỤ</p><table>
<tr><td>STT</td><td>Nhiệm vụ</td><td>Sản phẩm</td><td>Chủ trì</td><td>Thời gian</td></tr>
<tr><td>1</td><td>Rà soát thủ tục</td><td>Báo cáo</td><td>Sở Y tế</td><td>Quý I</td></tr>
<tr><td rowspan="2">2</td><td rowspan="2">Xây dựng kế hoạch tự kiểm tra</td>
<td>Kế hoạch của tỉnh</td><td>Sở Nội vụ</td><td>Tháng 3</td></tr>
<tr><td>Kế hoạch của xã</td><td>Sở Tài chính</td><td>Tháng 4</td></tr>
<tr><td>3</td><td>Tập huấn công chức</td><td>Hội nghị</td><td>Sở Y tế</td><td>Quý II</td></tr>
</table>
"""
"""A register whose number and task stand for two rows with a result each."""

_ALL_LEAD: Final = edit((_ROW, _ROW.replace("Sở Nội vụ", "Các sở, ban, ngành")))
_ONE_OF_ALL: Final = edit(
    (_FIRST, "1. Các sở, ban, ngành xây dựng, trình Ủy ban nhân dân tỉnh"),
    (_ROW, _ROW_OF_FIRST),
    ("| Trước ngày 30/9/2026 |", "| Trước ngày 15/5/2026 |"),
)
_TOLD_BY_ROW: Final = edit(
    (f"{_FIRST} ban hành Quyết định về quy trình một cửa trước ngày 15/5/2026.",
     "1. Rà soát đội ngũ làm việc ở bộ phận một cửa xã, phường."),
    (_ROW, "| 1 | Rà soát đội ngũ làm việc ở bộ phận một cửa xã, phường | Sở Nội vụ | Sở Y tế |"),
)  # fmt: skip
_LAST_ARTICLE: Final = edit((_BUDGET, _ENFORCED))
_AGENDA: Final = edit(("III. TỔ CHỨC THỰC HIỆN", _PROGRAMME))


@pytest.mark.parametrize(
    ("code", "example"),
    [
        ("FMT010", Example(whole=_LETTER, name="cong-van.md")),
        ("TXT006", Example(whole=_LETTER, name="cong-van.md")),
        ("REG002", Example(whole=_MERGED, name="ke-hoach.html")),
        ("REG004", _ONE_OF_ALL),
        ("UNIT005", _ALL_LEAD),
        ("DUE001", _LAST_ARTICLE),
        ("STR004", _AGENDA),
        ("STR004", _TOLD_BY_ROW),
        ("DUE001", _TOLD_BY_ROW),
        ("UNIT001", _TOLD_BY_ROW),
    ],
)
def test_the_phenomenon_is_no_finding(code: str, example: Example, tmp_path: Path) -> None:
    assert code not in {problem.code for problem in found_in(example, tmp_path)}
