"""Tables in pipes: merged cells found again."""

from case_files import Case, each_case
from kehoach_parser.readers.plain.pipes import read_table


@each_case("pipe_merges")
def test_phenomena(case: Case) -> None:
    grid, end = read_table(case["lines"], 0)
    shown = [
        [[cell.column, cell.columns, cell.rows, cell.text] for cell in row] for row in grid.rows
    ]
    assert shown == case["rows"]
    assert grid.header_rows == case["header_rows"]
    assert end == len(case["lines"])


def test_a_cell_covers_the_rows_of_those_left_out_below() -> None:
    full = [f"| {number} | Rà soát | Sở Y tế | Tháng {number} |" for number in (1, 4, 5)]
    left_out = ["| 2 | Lập danh mục | Tháng 2 |", "| 3 | Đếm | Tháng 3 |"]
    grid, _ = read_table([full[0], *left_out, *full[1:]], 0)
    assert [(cell.column, cell.rows) for cell in grid.rows[0]] == [(0, 1), (1, 1), (2, 3), (3, 1)]
    assert [cell.column for cell in grid.rows[2]] == [0, 1, 3]
