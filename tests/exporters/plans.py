"""Plans for tests of exports: those of the samples, and small ones made by hand."""

from functools import cache
from pathlib import Path

from kehoach_parser import Plan, parse, parse_text

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = """ỦY BAN NHÂN DÂN XÃ AN LẠC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND
An Lạc, ngày 10 tháng 02 năm 2026
KẾ HOẠCH
Chỉnh lý tài liệu lưu trữ năm 2026
"""


@cache
def sample(name: str) -> Plan:
    """Return the plan of a sample."""
    return parse(SAMPLES / name)


def samples() -> list[Plan]:
    """Return the plans of all samples."""
    names = sorted(path.name for path in SAMPLES.glob("*.expected.json"))
    return [sample(name.removesuffix(".expected.json")) for name in names]


def planned(*tasks: str, head: str = HEAD) -> Plan:
    """Return a plan of one section with these tasks."""
    lines = "\n".join(f"{number}. {task}" for number, task in enumerate(tasks, 1))
    return parse_text(f"{head}\nI. NHIỆM VỤ\n{lines}\n", name="ke-hoach.txt")
