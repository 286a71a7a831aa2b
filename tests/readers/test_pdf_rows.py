"""Merged cells that a page end cuts in two, with their words in one half."""

import pytest

from kehoach_parser.readers.pdf.rows import continued, goes_on
from kehoach_parser.readers.pdf.tables import Row, Table
from kehoach_parser.text.document import Cell
from readers.shown import cell_texts

_BOX = (0.0, 0.0, 30.0, 30.0)


def _row(*cells: tuple[str, int] | None) -> Row:
    """Return a row of cells with how many rows they cover, null where one from above does."""
    return tuple(
        Cell(text, column, rows=rows)
        for column, (text, rows) in ((n, cell) for n, cell in enumerate(cells) if cell)
    )


def _table(page: int, *rows: Row) -> Table:
    return Table((0.0, 10.0, 20.0, 30.0), rows, (page,) * len(rows), _BOX)


_HEAD = _row(("TT", 1), ("Việc", 1), ("Ai", 1))


def _leads(above: tuple[Row, ...], below: tuple[Row, ...]) -> list[tuple[str, int]]:
    table = continued(_table(1, _HEAD, *above), _table(2, *below))
    return [(cell.text, cell.rows) for row in table.rows[1:] for cell in row if cell.column == 2]


@pytest.mark.parametrize(
    ("rest", "shown"),
    [
        (_row(("", 1), ("UBND xã", 1), ("Tổ B", 1)), [["3", "Đo đất UBND xã", "Tổ A Tổ B"]]),
        (_row(("", 1), ("Tổng cộng", 1), ("40 triệu", 1)),
         [["3", "Đo đất", "Tổ A"], ["Tổng cộng", "40 triệu"]]),
        (_row(("4", 1), ("UBND xã", 1), ("Tổ B", 1)),
         [["3", "Đo đất", "Tổ A"], ["4", "UBND xã", "Tổ B"]]),
        (_row(("", 1), ("Việc", 1), ("Ai", 1)), [["3", "Đo đất", "Tổ A"], ["Việc", "Ai"]]),
    ],
    ids=["rest", "near miss: sums", "near miss: a number", "near miss: a head"],
)  # fmt: skip
def test_a_row_without_number_below_numbered_ones_is_the_rest_of_a_cut_one(
    rest: Row, shown: list[list[str]]
) -> None:
    rows = [_row((str(n), 1), ("Đo đất", 1), ("Tổ A", 1)) for n in (1, 2, 3)]
    table = continued(_table(1, _HEAD, *rows), _table(2, rest))
    assert cell_texts(table.rows[3:]) == shown


@pytest.mark.parametrize(
    ("above", "below", "leads"),
    [
        pytest.param(
            (_row(("1", 1), ("Đo", 1), ("Tổ A", 2)), _row(("2", 1), ("Vẽ", 1), None)),
            (_row(("3", 1), ("In", 1), ("", 2)), _row(("4", 1), ("Gửi", 1), None)),
            [("Tổ A", 4)],
            id="the words above",
        ),
        pytest.param(
            (_row(("1", 1), ("Đo", 1), ("", 2)), _row(("2", 1), ("Vẽ", 1), None)),
            (_row(("3", 1), ("In", 1), ("Tổ A", 2)), _row(("4", 1), ("Gửi", 1), None)),
            [("Tổ A", 4)],
            id="the words in the middle, below",
        ),
        pytest.param(
            (_row(("1", 1), ("Đo", 1), ("Tổ A", 1)),),
            (_row(("2", 1), ("Vẽ", 1), ("", 2)), _row(("3", 1), ("In", 1), None)),
            [("Tổ A", 3)],
            id="one row above",
        ),
        pytest.param(
            (_row(("1", 1), ("Đo vẽ các", 1), ("Tổ A", 1)),),
            (_row(("", 1), ("thửa đất", 1), ("", 2)), _row(("2", 1), ("In", 1), None)),
            [("Tổ A", 2)],
            id="the row is cut too",
        ),
        pytest.param(
            (_row(("1", 1), ("Đo", 1), ("Tổ A", 1)),),
            (_row(("2", 1), ("Vẽ", 1), ("", 1)), _row(("3", 1), ("In", 1), ("Tổ B", 1))),
            [("Tổ A", 1), ("", 1), ("Tổ B", 1)],
            id="an empty cell of one row stays empty",
        ),
        pytest.param(
            (_row(("1", 1), ("Đo", 1), ("Tổ A", 2)), _row(("2", 1), ("Vẽ", 1), None)),
            (_row(("3", 1), ("In", 1), ("Tổ B", 2)), _row(("4", 1), ("Gửi", 1), None)),
            [("Tổ A", 2), ("Tổ B", 2)],
            id="another cell begins",
        ),
    ],
)
def test_merged_cells_reach_over_a_page_end(
    above: tuple[Row, ...], below: tuple[Row, ...], leads: list[tuple[str, int]]
) -> None:
    assert _leads(above, below) == leads


def test_a_row_whose_first_cell_is_cut_goes_on() -> None:
    above = _row(("Ngày 04/3 (8h00", 1), ("Trồng cây;", 1), ("Hội Phụ nữ, Hội", 1))
    below = _row(("- 11h00)", 1), ("phát quà", 1), ("Nông dân", 1))
    last = _row(("Ngày 05/3", 1), ("tổng kết", 1), ("Tổ A", 1))

    table = continued(_table(1, _HEAD, above), _table(2, below, last))

    assert cell_texts(table.rows[1:]) == [
        ["Ngày 04/3 (8h00 - 11h00)", "Trồng cây; phát quà", "Hội Phụ nữ, Hội Nông dân"],
        ["Ngày 05/3", "tổng kết", "Tổ A"],
    ]


@pytest.mark.parametrize(("sure", "rows"), [(0.9, 2), (None, 3)])
def test_a_head_that_a_scan_misreads_once_is_repeated(sure: float | None, rows: int) -> None:
    head = _row(("TT", 1), ("Việc", 1), ("Ai", 1), ("Khi nào", 1))
    misread = tuple(cell._replace(confidence=sure) for cell in (Cell("11", 0), *head[1:]))
    body = [_row((str(n), 1), ("Đo", 1), ("Tổ A", 1), ("Quý I", 1)) for n in (1, 2)]
    first = _table(1, misread, body[0])._replace(xs=(0.0, 10.0, 20.0, 25.0, 30.0))
    second = _table(2, head, body[1])._replace(xs=first.xs)

    assert len(continued(first, second).rows) == rows + 1


def test_rows_of_a_page_that_lacks_an_edge_stand_in_the_columns_of_the_others() -> None:
    above = _table(1, _HEAD, _row(("1", 1), ("Đo", 1), ("Tổ A", 1)))
    below = Table((0.0, 10.0, 30.0), (_row(("II", 1), ("Sau khi đo", 1)),), (2,), _BOX)

    table = continued(above, below)

    assert goes_on(above, below)
    assert [(cell.text, cell.column, cell.columns) for cell in table.rows[-1]] == [
        ("II", 0, 1), ("Sau khi đo", 1, 2),
    ]  # fmt: skip
