"""Tables that a text draws with signs, as converters and databases write them."""

import pytest

from kehoach_parser.readers.plain.markdown import read_markdown
from kehoach_parser.readers.plain.reader import read_text
from kehoach_parser.text.document import Cell, Grid, Paragraph
from readers.shown import assert_linear, lines

DRAWN = """\
Giao việc như sau:

+-----+----------------+---------------+
| STT | Việc           | Ai làm        |
+:===:+================+:=============:+
| I   | Trồng cây                      |
+-----+----------------+---------------+
| 1   | Mua giống lúa, | Tổ 1          |
|     | ngô            +---------------+
|     |                | - Tổ 2;       |
|     |                | - Tổ 3        |
+-----+----------------+---------------+

Hết.
"""
BOXES = """\
┌─────┬────────┐
│ STT │ Việc   │
├─────┼────────┤
│ 1   │ Đào hố │
└─────┴────────┘
"""


def _blocks(text: str, *, markdown: bool = False) -> tuple[Paragraph | Grid, ...]:
    return read_text(text.encode(), markdown=markdown).blocks


def test_cells_wrap_and_merge() -> None:
    first, grid, last = _blocks(DRAWN)
    assert (first, last) == (Paragraph("Giao việc như sau:"), Paragraph("Hết."))
    assert isinstance(grid, Grid)
    assert grid.rows == (
        (Cell("STT", 0), Cell("Việc", 1), Cell("Ai làm", 2)),
        (Cell("I", 0), Cell("Trồng cây", 1, 2)),
        (Cell("1", 0, rows=2), Cell("Mua giống lúa, ngô", 1, rows=2), Cell("Tổ 1", 2)),
        (Cell("- Tổ 2;\n- Tổ 3", 2),),
    )
    assert (grid.width, grid.header_rows) == (3, 1)


def test_boxes_are_drawn_with_other_strokes() -> None:
    assert lines(read_text(BOXES.encode(), markdown=False)) == ["STT | Việc", "1 | Đào hố"]


def test_marks_within_cells_are_dropped() -> None:
    (grid,) = _blocks(DRAWN[20:-6].replace("Mua giống lúa,", "**Mua giống** "), markdown=True)
    assert isinstance(grid, Grid)
    assert grid.rows[2][1].text == "Mua giống ngô"


@pytest.mark.parametrize("text", ["+ Rà soát hồ sơ", "+-----+", "+ a | b\n+ c | d", "+--+\nchữ"])
def test_near_miss_other_lines_with_such_signs(text: str) -> None:
    assert not any(isinstance(block, Grid) for block in _blocks(text))


@pytest.mark.parametrize("piece", ["+--+--+\n", "+--+--+\n| a | b |\n", "+---", "┌─┬", "|  |\n"])
def test_time_grows_with_the_size_only(piece: str) -> None:
    assert_linear(read_markdown, piece)
