"""Speed of the deadline stage: plan text at growing sizes, then texts built to be slow.

    python benchmarks/deadlines.py [MEGABYTES]

Prints MB/s of processor time on one core (UTF-8 bytes of text). The text is made here: a plan's
sentences with about one time expression in 800 bytes. The bad cases must stay within 3 times the
time per MB of plan text, and 10 times the text must not take more than twice as long per MB.
"""

import sys
import time
from datetime import date
from typing import Final

from kehoach_parser.extract.deadlines import find_deadlines
from kehoach_parser.model import DocumentType, Metadata, Section, SectionKind
from kehoach_parser.segment.structure import Header, Outline, Zone
from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.source import SourceText, build

HEADER: Final = Header(
    Metadata(document_type=DocumentType(code="KH", name="Kế hoạch"), issued_on=date(2026, 1, 5)), 0
)
SECTION: Final = Section(
    id="s1", text="", span=(0, 0), parent=None, level=1, label="II", path="II", heading="",
    kind=SectionKind.TASKS,
)  # fmt: skip
PROSE: Final = (
    "Các phòng, đơn vị trực thuộc chủ động xây dựng nội dung cụ thể, phân công rõ người, rõ việc, "
    "rõ thời gian và rõ kết quả; phối hợp kiểm tra, đôn đốc, kịp thời tháo gỡ khó khăn, vướng mắc "
    "phát sinh trong quá trình thực hiện; bảo đảm 100% hồ sơ được giải quyết đúng hạn, tỷ lệ hài "
    "lòng đạt từ 95% trở lên, giảm 12% chi phí so với cùng kỳ."
)
TIMED: Final = (
    "Sở Nội vụ tổng hợp, báo cáo kết quả trước ngày {day} tháng {month} năm 2026; hoàn thành việc "
    "kiểm tra trong quý {quarter}/2026."
)
BAD: Final = (
    "1", "1 ", "12/", "1/2/", "2026-", "ngày ", "tháng ", "tháng tháng ", "trước ", "trước trước ",
    "quý ", "quý quý ", "tuần ", "thứ hai, ", "quý I, ", "giai đoạn ", "báo cáo, ",
)  # fmt: skip
DENSE: Final = (
    "ngày 5, ", "ngày 05/6, ", "tháng 4, ", "hằng năm, ", "định kỳ 6 tháng, ", "năm 2026, ",
    "năm ", "khi ", "khi có ", "trong 5 ngày ", "từ ngày 1 ", "8h30 - ", "mùng 6 Tết ", "2026 - ",
    "trước ngày 5/6. ", "thường xuyên, ", "(tháng 5) ", "ít nhất 10 ngày ", "cuối học kỳ, ",
)  # fmt: skip
"""Nothing but time expressions, or what may begin one: each is read, so these only stay linear."""
ROUNDS: Final = 3  # the quickest counts: the machine may have other work
SLOWEST: Final = 3.0
STEEPEST: Final = 2.0


def plan_text(megabytes: float) -> str:
    """Return a plan's text of a size in UTF-8 megabytes."""
    paragraph = f"{PROSE}\n{PROSE}\n{PROSE}\n{TIMED}\n"
    count = int(megabytes * 1e6 / len(paragraph.encode())) + 1
    return "".join(
        paragraph.format(day=n % 28 + 1, month=n % 12 + 1, quarter=("I", "II", "III", "IV")[n % 4])
        for n in range(count)
    )


def source_of(text: str) -> SourceText:
    """Return a text as the stage gets it."""
    return build(Document("txt", tuple(Paragraph(line) for line in text.split("\n"))))


def seconds_per_megabyte(text: str) -> tuple[float, int]:
    """Return the processor time for a megabyte of a text, and the deadlines found."""
    source = source_of(text)
    count = len(source.lines)
    outline = Outline((SECTION,), (0,) * count, (Zone.BODY,) * count, (), (), ())
    start = time.process_time()
    found = find_deadlines(source, HEADER, outline, (), ())
    spent = time.process_time() - start
    return spent / (len(source.text.encode()) / 1e6), len(found.deadlines)


def main() -> int:
    """Print the table; return 1 where a bad case is too slow, or time grows faster than text."""
    most = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seconds_per_megabyte(plan_text(0.1))
    each: list[float] = []
    for size in (most / 100, most / 10, most):
        text = plan_text(size)
        spent, count = min(seconds_per_megabyte(text) for _ in range(ROUNDS))
        each.append(spent)
        print(f"plan {size:6.2f} MB  {1 / spent:7.1f} MB/s  {count} deadlines")
    slow = each[-1] > STEEPEST * each[-2]
    for piece in BAD:
        text = repeated(piece, most)
        spent, count = min(seconds_per_megabyte(text) for _ in range(ROUNDS))
        slow |= spent > SLOWEST * each[-1]
        print(f"{piece!r:20} {1 / spent:6.1f} MB/s {spent / each[-1]:6.2f} x plan")
    for piece in DENSE:
        spent, count = seconds_per_megabyte(repeated(piece, most / 10))
        less, _ = seconds_per_megabyte(repeated(piece, most / 100))
        slow |= spent > STEEPEST * less
        print(f"{piece!r:20} {1 / spent:6.1f} MB/s {spent / less:6.2f} x tenth  {count} deadlines")
    return 1 if slow else 0


def repeated(piece: str, megabytes: float) -> str:
    """Return a text of one piece, of a size in UTF-8 megabytes."""
    return piece * int(megabytes * 1e6 / len(piece.encode()))


if __name__ == "__main__":
    sys.exit(main())
