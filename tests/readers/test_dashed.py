"""Tables whose columns a line of dashes tells, as converters of documents write them."""

import pytest

from kehoach_parser.readers.plain.markdown import read_markdown
from kehoach_parser.readers.plain.reader import read_text
from kehoach_parser.text.document import Grid
from readers.shown import assert_linear, lines

WRAPPED = """\
Phân công như sau:

  ---------------------------------------------
  TT       Nội dung          Đơn vị chủ
           công việc         trì
  -------- ----------------- ------------------
  1        Trồng sen ở ao    Chi hội
           làng              Phụ nữ

  2        - Nạo mương;      **Thôn Bắc**
           - Đắp bờ
  ---------------------------------------------

Hết.
"""
SIMPLE = """\
  TT   Việc        Ai làm
  ---- ----------- --------
  1    Mua giống   Tổ Một
  2    Chăm bón    Tổ Hai

Hết.
"""


def test_cells_that_wrap() -> None:
    assert lines(read_text(WRAPPED.encode(), markdown=True)) == [
        "Phân công như sau:",
        "TT | Nội dung công việc | Đơn vị chủ trì",
        "1 | Trồng sen ở ao làng | Chi hội Phụ nữ",
        "2 | - Nạo mương;\n- Đắp bờ | Thôn Bắc",
        "Hết.",
    ]


def test_a_row_a_line() -> None:
    document = read_text(SIMPLE.encode(), markdown=False)
    assert lines(document) == [
        "TT | Việc | Ai làm", "1 | Mua giống | Tổ Một", "2 | Chăm bón | Tổ Hai", "Hết.",
    ]  # fmt: skip
    grid = document.blocks[0]
    assert isinstance(grid, Grid)
    assert (grid.width, grid.header_rows) == (3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "UBND XÃ AN BÌNH\n------- ---------------\nSố: 5/KH-UBND",
        "--------------------\nCăn cứ Luật;\n--------------------",
        "--------------------\nViệc  Ai\n----  ---\nCấy  Tổ Một",
        "--- --- ---\n1 2 3",
        "Việc\n--- ---",
        "--- ---\n--------------------",
    ],
)
def test_near_miss_rules_that_open_no_table(text: str) -> None:
    blocks = read_text(text.encode(), markdown=False).blocks
    assert not any(isinstance(block, Grid) and block.ruled for block in blocks)


@pytest.mark.parametrize(
    "piece", ["--- --- ---\n", "a\n--- --- ---\n", "--------------------\na\n--- ---\n", "-- "]
)
def test_time_grows_with_the_size_only(piece: str) -> None:
    assert_linear(read_markdown, piece)
