"""A long register: a docx of 5,000 rows to a plan, against reading its cells with bare lxml.

    python benchmarks/register.py [ROWS]

Seven columns as registers have them: number, work, product, lead, helpers, deadline, remark. Prints
processor time on one core, the median of several runs.
"""

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final

from kehoach_parser import parse_bytes

ROWS: Final = 5_000
ROUNDS: Final = 5
HEAD: Final = ("ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI", "Số: 115/KH-UBND",
               "Sơn Hải, ngày 12 tháng 3 năm 2026", "KẾ HOẠCH",
               "Triển khai các nhiệm vụ trọng tâm năm 2026", "PHỤ LỤC",
               "DANH MỤC NHIỆM VỤ")  # fmt: skip
COLUMNS: Final = ("STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp",
                  "Thời gian hoàn thành", "Ghi chú")  # fmt: skip
WORKS: Final = (
    "Rà soát, chuẩn hóa quy trình giải quyết thủ tục hành chính lĩnh vực {n} ở các xã, phường",
    "Tổ chức tập huấn cho đội ngũ tiếp nhận hồ sơ đợt {n}, bảo đảm người dân theo dõi được hồ sơ",
    "Xây dựng, trình cấp có thẩm quyền ban hành định mức số {n} làm cơ sở đặt hàng dịch vụ công",
    "Thực hiện Quyết định số {n}/QĐ-UBND ngày 15/4/2025 của Ủy ban nhân dân tỉnh về thủy lợi",
)
PRODUCTS: Final = ("Báo cáo kết quả", "Quyết định của Ủy ban nhân dân tỉnh", "Kế hoạch tập huấn")
UNITS: Final = ("Sở Nội vụ", "Sở Tài chính", "Văn phòng UBND tỉnh", "Công an tỉnh",
                "Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Môi trường",
                "Sở Khoa học và Công nghệ")  # fmt: skip
HELPERS: Final = ("Các sở, ban, ngành; UBND các xã, phường, đặc khu", "Sở Tư pháp, Sở Xây dựng",
                  "Các cơ quan, đơn vị liên quan", "")  # fmt: skip
TIMES: Final = ("Trước ngày {d:02}/{m}/2026", "Quý {q}/2026", "Tháng {m}/2026", "Thường xuyên",
                "Hằng năm")  # fmt: skip
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main() -> int:
    """Print both times and how they compare."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    data = register_docx(rows)
    tasks = len(parse_bytes(data, name="k.docx").tasks)
    own = seconds(lambda: parse_bytes(data, name="k.docx"))
    bare = seconds(lambda: read_cells(data))
    print(f"register of {rows} rows, {len(data)} bytes, {tasks} tasks")
    print(f"bare lxml   {bare * 1e3:7.0f} ms")
    print(f"whole plan  {own * 1e3:7.0f} ms  {own / bare:4.2f}x")
    return 0


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median processor time of some rounds."""
    spent: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def register_docx(rows: int) -> bytes:
    """Return a plan with a register of so many rows, as python-docx writes it."""
    from docx import Document

    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=len(COLUMNS))
    for cell, text in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = text
    head: Any = next(document.element.iter(f"{WORD}tr"))
    for number in range(1, rows + 1):
        row = deepcopy(head)
        for shown, text in zip(row.iter(f"{WORD}t"), cells(number), strict=True):
            shown.text = text
        head.getparent().append(row)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def cells(n: int) -> tuple[str, ...]:
    """Return the texts of a row."""
    month = n % 9 + 4
    term = TIMES[n % len(TIMES)].format(d=n % 27 + 1, m=month, q=("II", "III", "IV")[n % 3])
    return (str(n), WORKS[n % len(WORKS)].format(n=n), PRODUCTS[n % len(PRODUCTS)],
            UNITS[n % len(UNITS)], HELPERS[n % len(HELPERS)], term, "")  # fmt: skip


def read_cells(data: bytes) -> list[str]:
    """Return the text of each cell, read with nothing but lxml."""
    from lxml import etree  # noqa: PLC0415 - as the reader loads it

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [
        "".join(shown.text or "" for shown in cell.iter(f"{WORD}t"))
        for cell in root.iter(f"{WORD}tc")
    ]


if __name__ == "__main__":
    sys.exit(main())
