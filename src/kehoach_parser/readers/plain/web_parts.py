"""What stands in one paragraph of a text that has lost its lines: grounds, headings, closing."""

import re
from typing import Final

from kehoach_parser.readers.plain.web_closings import archived, attached, closing_lines
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_BASIS: Final = pattern(
    r"(?<=[;.,:] )(?:- )?(?=(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét (?:đề nghị|Tờ trình)|"
    r"Trên cơ sở|Sau khi) )"
)
_ORDER: Final = pattern(
    r"(?<=[;.,:] )(?=(?:QUYẾT ĐỊNH|NGHỊ ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|THÔNG TƯ|YÊU CẦU) ?:)"
)
_CAPITALS: Final = pattern(rf"[{UPPER}\d ,;:()/&–-]+(?= [{UPPER}][{LOWER}])")
_FIRST_WORDS: Final = pattern(
    rf"(?P<topic>[{UPPER}][{LOWER}]+(?:,? [{LOWER}]+){{1,4}})(?= [{UPPER}])"
)
_OPENED: Final = pattern(
    rf"""[^.;:()]{{4,160}}[ ](?P<last>[{LOWER}]+)
    (?=[ ](?:Tuyên[ ]truyền|Hướng[ ]dẫn|Tổ[ ]chức|Tập[ ]trung|Thực[ ]hiện|Triển[ ]khai|Tiếp[ ]tục
       |Xây[ ]dựng|Tăng[ ]cường|Phối[ ]hợp|Chủ[ ]trì|H[ằà]ng[ ]năm|Các|Căn[ ]cứ|Trên[ ]cơ[ ]sở
       |Đẩy[ ]mạnh|Nâng[ ]cao|Rà[ ]soát|Thường[ ]xuyên|[ĐB]ảo[ ]đảm|Quán[ ]triệt|Phát[ ]huy|Sau
       |Huy[ ]động|Việc|Trong|Theo(?=[ ](?:chức[ ]năng|nhiệm[ ]vụ|quy[ ]định|phân[ ]công)))
      ,?[ ][{LOWER}])""",
    re.VERBOSE,
)
"""A heading without end mark, then the first words of a sentence."""

_BODY_OPENED: Final = pattern(
    rf"""(?:U[ỷy][ ]ban|Ủy[ ]ban|UBND|Sở|Ban|Phòng|Văn[ ]phòng|Công[ ]an|Trung[ ]tâm|Chi[ ]cục
       |Cơ[ ]quan|Các|Đảng[ ]u[ỷy]|Đảng[ ]ủy|Trường|Hội)
    [ ](?:[^.;:()]{{2,80}}[ ])?(?P<last>[{LOWER}]+)
    (?=[ ](?:Xây[ ]dựng|Tham[ ]mưu|Chủ[ ]trì|Phối[ ]hợp|Căn[ ]cứ|Là[ ]đầu[ ]mối)[ ])""",
    re.VERBOSE,
)
"""A body without an end mark, then its duty, be its object a name (`Xây dựng Kế hoạch …`)."""

_NAMING: Final = frozenset(
    ("hoạch", "trình", "án", "hội", "nghị", "động", "trào", "lễ", "thi", "ngày", "tuần", "tháng",
     "ban", "phòng", "sở", "bộ", "tổ", "đội", "nhóm", "định", "thị", "tư", "luật", "đề", "hình",
     "quyết", "và", "của", "về", "với", "là", "số", "cuộc", "bộ", "môn", "ngành", "tên", "mục")
)  # fmt: skip
"""Words after which a capital begins a name, no sentence (`Kế hoạch Tổ chức hội thi`)."""

_TOPICS: Final = frozenset(
    ("Mục đích", "Yêu cầu", "Mục tiêu", "Mục tiêu chung", "Mục tiêu tổng quát",
     "Mục tiêu cụ thể", "Chỉ tiêu", "Quan điểm", "Phạm vi", "Đối tượng", "Thời gian",
     "Địa điểm", "Thành phần", "Nội dung", "Kinh phí", "Kinh phí thực hiện", "Nhiệm vụ",
     "Giải pháp", "Hình thức", "Phương pháp", "Tiến độ", "Tổ chức thực hiện",
     "Mục đích, yêu cầu", "Phạm vi thực hiện", "Phạm vi áp dụng", "Đối tượng áp dụng",
     "Thời gian thực hiện", "Địa điểm thực hiện", "Nội dung thực hiện", "Hình thức thực hiện",
     "Nguồn kinh phí", "Nội dung và hình thức")
)  # fmt: skip
"""Headings of a plan that stand alone on their line."""


_ARTICLE_TOPIC: Final = pattern(
    rf"""
    Điều[ ]\d{{1,3}}[a-z]?[ ]?[.:][ ]
    (?:Phạm[ ]vi(?:[ ]điều[ ]chỉnh)?(?:(?:,|[ ]và)[ ]đối[ ]tượng[ ]áp[ ]dụng)?
      |Đối[ ]tượng[ ]áp[ ]dụng
      |Giải[ ]thích[ ]từ[ ]ngữ|(?:Hiệu[ ]lực|Điều[ ]khoản|Trách[ ]nhiệm)[ ]thi[ ]hành
      |(?:Tổ[ ]chức|Trách[ ]nhiệm)[ ]thực[ ]hiện|Tổ[ ]chức[ ]thi[ ]hành|Quy[ ]định[ ]chuyển[ ]tiếp
      |Vị[ ]trí(?:,|[ ]và)[ ]chức[ ]năng|Nhiệm[ ]vụ(?:,|[ ]và)[ ]quyền[ ]hạn|Cơ[ ]cấu[ ]tổ[ ]chức)
    (?=[ ][{UPPER}][{LOWER}])
    """,
    re.VERBOSE,
)
"""The heading of an article that every regulation has, before its first words."""


def preamble(piece: str) -> list[str]:
    """Split the grounds ("Căn cứ …;") and the words of enactment before the first label."""
    grounds = (ground for part in _ORDER.split(piece) for ground in _BASIS.split(part))
    return [line.strip() for ground in grounds for line in closing_lines(ground)]


def unit(piece: str) -> list[str]:
    """Split what a label's piece holds besides its own paragraph: its heading, the closing."""
    if archive := archived(piece):
        return archive
    if piece.startswith("PHỤ LỤC "):
        return attached(piece)
    if topic := _ARTICLE_TOPIC.match(piece):
        return [topic[0], *closing_lines(piece[topic.end() :].strip())]
    if "; Căn cứ " in piece:
        first, *grounds = preamble(piece)
        return [*closing_lines(first), *grounds]
    label, _, words = piece.partition(" ")
    head = _heading_end(label, words)
    if head:
        rest = words[head:].strip()
        return [f"{label} {words[:head].strip()}", *closing_lines(rest)]
    return closing_lines(piece)


def _heading_end(label: str, words: str) -> int:
    """Return where a heading without an end mark ends before its first sentence, 0 if nowhere."""
    if label[:1] in "IVX":
        capitals = _CAPITALS.match(words)
        return capitals.end() if capitals and " " in capitals[0].strip() else 0
    if not label[:1].isdigit() and label[1:2] != ")":
        return 0
    start = _FIRST_WORDS.match(words)
    if start and start["topic"] in _TOPICS:
        return start.end()
    opened = _BODY_OPENED.match(words) or _OPENED.match(words)
    return opened.end() if opened and opened["last"] not in _NAMING else 0
