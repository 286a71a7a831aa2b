"""Speed of the citation stage: plan text at growing sizes, then texts built to be slow.

    python benchmarks/citations.py [MEGABYTES]

Prints MB/s of processor time on one core (UTF-8 bytes of text). The text is made here: a plan's
sentences with about one citation in 700 bytes. The bad cases must stay within 3 times the time
per MB of plan text.
"""

import sys
import time
from typing import Final

from kehoach_parser.extract.citations import find_references
from kehoach_parser.model import DocumentType, Metadata
from kehoach_parser.segment.structure import Header
from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.source import SourceText, build

HEADER: Final = Header(
    Metadata(document_type=DocumentType(code="KH", name="Kế hoạch"), code="15/KH-SNV"), 0
)
PROSE: Final = (
    "Các phòng, đơn vị trực thuộc chủ động xây dựng nội dung cụ thể, phân công rõ người, rõ việc, "
    "rõ thời gian và rõ kết quả; thường xuyên kiểm tra, đôn đốc, kịp thời báo cáo khó khăn, vướng "
    "mắc phát sinh trong quá trình thực hiện nhiệm vụ được giao trước ngày 15 tháng 12 hằng năm."
)
CITING: Final = (
    "Căn cứ Kế hoạch số {n}/KH-UBND ngày 10/3/2026 của Ủy ban nhân dân tỉnh Hà Nam về cải cách "
    "hành chính; theo khoản 2 Điều 5 Nghị định số {m}/2025/NĐ-CP của Chính phủ."
)
BAD: Final = ("số ", "1", "Nghị quyết ", "1/2/", "A-", "này ", "(viết tắt là ", "của UBND tỉnh ",
              "điểm a khoản 2 ", "luật ", "tháng 1/2026 ")  # fmt: skip
SLOWEST: Final = 3.0


def plan_text(megabytes: float) -> str:
    """Return a plan's text of a size in UTF-8 megabytes."""
    paragraph = f"{PROSE}\n{PROSE}\n{PROSE}\n{CITING}\n"
    size = len(paragraph.encode())
    count = int(megabytes * 1e6 / size) + 1
    return "".join(paragraph.format(n=n % 900 + 1, m=n % 170 + 1) for n in range(count))


def source_of(text: str) -> SourceText:
    """Return a text as the stage gets it."""
    return build(Document("txt", tuple(Paragraph(line) for line in text.split("\n"))))


def seconds_per_megabyte(text: str) -> tuple[float, int]:
    """Return the processor time for a megabyte of a text, and the citations found."""
    source = source_of(text)
    start = time.process_time()
    found = find_references(source, HEADER)
    spent = time.process_time() - start
    return spent / (len(source.text.encode()) / 1e6), len(found.citations)


def main() -> int:
    """Print the table; return 1 where a bad case is too slow."""
    most = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seconds_per_megabyte(plan_text(0.1))
    normal = 0.0
    for size in (most / 100, most / 10, most):
        normal, count = seconds_per_megabyte(plan_text(size))
        print(f"plan {size:6.2f} MB  {1 / normal:7.1f} MB/s  {count} citations")
    slow = 0
    for piece in BAD:
        text = piece * int(most * 1e6 / len(piece.encode()))
        spent, count = seconds_per_megabyte(text)
        slow += spent > SLOWEST * normal
        print(
            f"{piece!r:18} {1 / spent:7.1f} MB/s  {spent / normal:4.2f} x plan  {count} citations"
        )
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
