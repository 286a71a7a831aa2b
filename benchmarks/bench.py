"""Speed, medians within one run on one core: `bench.py [--smoke]`.

Writes its own inputs: text of 10 KB to 10 MB and a docx of about 12 pages. The peer (markitdown) is
left out, and named as missing, where the dependency group `bench` is not installed.
"""

import argparse
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from kehoach_parser import parse_bytes
from kehoach_parser.extract.citations import find_references
from kehoach_parser.extract.deadlines import find_deadlines
from kehoach_parser.extract.tables.continued import read_columns
from kehoach_parser.extract.tasks import find_tasks
from kehoach_parser.readers.base import DEFAULT_LIMITS
from kehoach_parser.readers.read import read
from kehoach_parser.segment.header import read_header
from kehoach_parser.segment.outline import build_outline
from kehoach_parser.text.source import build

MEGABYTE = 1_000_000
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN HẢI\nSố: 115/KH-UBND\n"
    "Sơn Hải, ngày 12 tháng 3 năm 2026\n\n"
    "KẾ HOẠCH\nNâng cao chất lượng phục vụ người dân năm 2026\n\n"
)
UNIT = (
    "{n}. Nội dung công việc thứ {n}\n\n"
    "a) Rà soát, chuẩn hóa quy trình giải quyết thủ tục hành chính theo Nghị định số "
    "{n}/2025/NĐ-CP ngày 15/4/2025 của Chính phủ; bảo đảm người dân, doanh nghiệp chỉ cung cấp "
    "thông tin một lần, được hướng dẫn rõ ràng và theo dõi được hồ sơ của mình trên môi trường "
    "mạng; kịp thời tháo gỡ khó khăn, vướng mắc phát sinh ở cơ sở.\n\n"
    "- Cơ quan chủ trì: Sở Nội vụ.\n\n- Cơ quan phối hợp: Sở Tài chính; Ủy ban nhân dân các xã.\n\n"
    "b) Tổ chức tuyên truyền sâu rộng bằng nhiều hình thức phù hợp với từng nhóm đối tượng, gắn "
    "với các phong trào thi đua yêu nước và các cuộc vận động lớn, tạo sự đồng thuận trong cán "
    "bộ, công chức, viên chức và nhân dân; hoàn thành trước ngày 30/6/2026.\n\n"
    "Chất lượng phục vụ đã có chuyển biến rõ nét, song vẫn còn nơi chưa quan tâm đúng mức, việc "
    "phối hợp giữa các cơ quan có lúc chưa chặt chẽ, cơ sở vật chất còn thiếu.\n\n"
)
"""About as dense as real plans are: two tasks, a deadline and a citation in a kilobyte."""


STEADY = 1.2
"""How many times the least time per byte the longest text may take: the clock drifts."""


def main() -> int:
    """Print each figure; 1 where a long text takes longer per byte than a short one."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--smoke", action="store_true", help="small inputs, one round")
    smoke = words.parse_args().smoke
    rounds = 1 if smoke else 7
    docx = plan_docx(4 if smoke else 60)
    _stages(plan_text(MEGABYTE // 10 if smoke else MEGABYTE * 3 // 2), rounds)
    sizes = (10_000, 100_000, 3 * MEGABYTE) if smoke else (10_000, MEGABYTE, 10 * MEGABYTE)
    linear = _linearity(sizes, min(rounds, 3))
    _register(500 if smoke else 5_000)
    _peer(docx, rounds)
    _cold(docx, rounds)
    return 0 if linear else 1


def plan_text(size: int) -> bytes:
    """Return a plan as text of about `size` bytes."""
    unit = len(UNIT.encode())
    units = "".join(UNIT.format(n=n) for n in range(1, size // unit + 1))
    return f"{HEAD}I. NHIỆM VỤ\n\n{units}".encode()


def plan_docx(units: int) -> bytes:
    """Return a plan as docx: prose, and a register with a row for each unit."""
    from docx import Document

    document = Document()
    for line in (HEAD + "I. NHIỆM VỤ\n" + "".join(UNIT.format(n=n) for n in range(1, units))).split(
        "\n"
    ):
        if line:
            document.add_paragraph(line)
    table = document.add_table(rows=1, cols=4)
    for cell, text in zip(
        table.rows[0].cells, ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"), strict=True
    ):
        cell.text = text
    for number in range(1, units):
        row = (str(number), f"Rà soát nội dung {number}", "Sở Nội vụ", "Quý II/2026")
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _median(work: Callable[[], object], rounds: int) -> float:
    """Return the median of some rounds; patterns and tables, made at first use, are not timed."""
    work()
    return statistics.median(_timed(work) for _ in range(rounds))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _stages(data: bytes, rounds: int) -> None:
    """Print text to plan in MB/s, and the share of each stage."""
    document = read(data, "k.txt", DEFAULT_LIMITS)
    source = build(document)
    header = read_header(source)
    outline = build_outline(source, header)
    mentions = find_references(source, header)
    columns = read_columns(source)
    dates = find_deadlines(source, header, outline, mentions.citations, columns)
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: read(data, "k.txt", DEFAULT_LIMITS),
        "normalise": lambda: build(document),
        "header": lambda: read_header(source),
        "outline": lambda: build_outline(source, header),
        "references": lambda: find_references(source, header),
        "columns": lambda: read_columns(source),
        "deadlines": lambda: find_deadlines(source, header, outline, mentions.citations, columns),
        "tasks": lambda: find_tasks(source, outline, header, columns, dates.deadlines, mentions),
    }
    whole = _median(lambda: parse_bytes(data, name="k.txt"), rounds)
    print(f"text to plan      {len(data) / MEGABYTE / whole:6.2f} MB/s  ({len(data)} bytes)")
    for name, work in stages.items():
        seconds = _median(work, rounds)
        print(f"  {name:15} {len(data) / MEGABYTE / seconds:6.1f} MB/s  {seconds / whole:5.0%}")


def _linearity(sizes: tuple[int, ...], rounds: int) -> bool:
    """Print the time per byte at each size, against the smallest; return whether it never grows."""
    taken: list[float] = []
    for size in sizes:
        data = plan_text(size)
        each = _median(partial(parse_bytes, data, name="k.txt"), rounds) / len(data)
        taken.append(each)
        print(
            f"linearity         {each * 1e9:6.0f} ns a byte at {size:>8}  {each / taken[0]:4.2f}x"
        )
    growth = taken[-1] / min(taken)
    if growth > STEADY:
        print(f"not linear: {growth:.2f} times the least time per byte, at most {STEADY} expected")
    return growth <= STEADY


def _register(rows: int) -> None:
    """Print what the benchmark of a long register prints."""
    file = str(Path(__file__).with_name("register.py"))
    subprocess.run([sys.executable, file, str(rows)], check=True)  # noqa: S603 - our own command


def _peer(data: bytes, rounds: int) -> None:
    """Print a docx to JSON, warm, against markitdown making Markdown of it."""
    own = _median(lambda: parse_bytes(data, name="k.docx").model_dump_json(), rounds * 3)
    print(f"docx to JSON      {own * 1e3:6.1f} ms")
    if find_spec("markitdown") is None:
        print("docx, markitdown  not installed (dependency group bench)")
        return
    markitdown = import_module("markitdown")  # a peer that few machines have: not for type checkers
    peer, form = markitdown.MarkItDown(), markitdown.StreamInfo(extension=".docx")
    other = _median(lambda: peer.convert_stream(io.BytesIO(data), stream_info=form), rounds)
    print(f"docx, markitdown  {other * 1e3:6.1f} ms  {other / own:5.1f}x")


def _cold(data: bytes, rounds: int) -> None:
    """Print the command's cold start against `import typer`, byte code cached for all alike."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "k.docx"
        file.write_bytes(data)
        commands = {
            "import typer": ["-c", "import typer"],
            "--version": ["-m", "kehoach_parser", "--version"],
            "--help": ["-m", "kehoach_parser", "--help"],
            "parse": ["-m", "kehoach_parser", "parse", str(file)],
        }
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        base = 0.0
        for name, words in commands.items():
            command = partial(_silently, [sys.executable, *words], environment)
            command()
            seconds = _median(command, rounds)
            base = base or seconds
            print(f"cold {name:12} {seconds * 1e3:6.0f} ms  {seconds / base:4.2f}x")


def _silently(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command


if __name__ == "__main__":
    sys.exit(main())
