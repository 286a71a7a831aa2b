"""Registers whose cells tabs part, or as many blanks everywhere."""

import pytest

from kehoach_parser.readers.plain.tabbed import read_spaced

_ROWS = (
    ("TT", "Nội dung", "Chủ trì", "Thời gian"),
    ("1", "Đào hố trồng tre dọc bờ sông", "Phòng Kinh tế", "Quý I"),
    ("2", "Trồng tre", "Thôn 4", "Quý II"),
)


@pytest.mark.parametrize("gap", ["  ", "    ", "        "])
def test_as_many_blanks_between_any_two_cells(gap: str) -> None:
    lines = [*map(gap.join, _ROWS), "Nơi nhận:"]
    found = read_spaced(lines, 0)
    assert found is not None
    grid, end = found
    assert end == len(_ROWS)
    assert [tuple(cell.text for cell in row) for row in grid.rows] == list(_ROWS)


@pytest.mark.parametrize(
    "lines",
    [
        ["TT    Nội dung     Chủ trì", "1     Đào hố       Thôn 4", "2     Trồng tre    Thôn 5"],
        ["UBND XÃ    CỘNG HÒA    VIỆT NAM", "Số: 1    Ngày    2", "A    B    C"],
        ["TT    Nội dung    Chủ trì", "1    Đào hố    Thôn 4"],
        ["TT    Nội dung    Chủ trì", "1    Đào hố", "2    Trồng tre"],
    ],
)
def test_near_miss_columns_heads_and_few_rows(lines: list[str]) -> None:
    assert read_spaced(lines, 0) is None
