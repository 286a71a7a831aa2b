"""Which forced breaks of a paragraph begin a line, and which are only blanks."""

import time

import pytest

from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from kehoach_parser.text.source import build, split_breaks


def _lines(text: str, *, bold: int = 0, centered: bool = False) -> list[str]:
    return [line for _, line in split_breaks(Paragraph(text, bold=bold, centered=centered))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Rà soát hồ sơ\ntồn đọng", ["Rà soát hồ sơ tồn đọng"]),
        ("Rà soát hồ sơ. \nLập danh mục", ["Rà soát hồ sơ. ", "Lập danh mục"]),
        ("KẾ HOẠCH\nCải cách hành chính", ["KẾ HOẠCH", "Cải cách hành chính"]),
        ("Thực hiện\nKẾ HOẠCH\nnăm 2026", ["Thực hiện KẾ HOẠCH năm 2026"]),
        ("Rà soát\n- Sở Y tế", ["Rà soát", "- Sở Y tế"]),
        ("Rà soát\n\n2. Báo cáo", ["Rà soát", "2. Báo cáo"]),
        ("1. Mục đích\nNâng cao nhận thức", ["1. Mục đích", "Nâng cao nhận thức"]),
        ("a) Công an tỉnh\nChủ trì rà soát", ["a) Công an tỉnh", "Chủ trì rà soát"]),
        ("b) Mua sắm\nSở Y tế chủ trì", ["b) Mua sắm", "Sở Y tế chủ trì"]),
        ("2.1. Rà soát hồ sơ\ntồn đọng", ["2.1. Rà soát hồ sơ tồn đọng"]),
        ("1. UBND thành phố\nHải Phòng chủ trì", ["1. UBND thành phố Hải Phòng chủ trì"]),
        ("Mục đích\nNâng cao nhận thức", ["Mục đích Nâng cao nhận thức"]),
    ],
)
def test_a_break_begins_a_line_where_one_ends_or_a_label_stands(
    text: str, lines: list[str]
) -> None:
    assert _lines(text) == lines


def test_each_line_of_a_heading_stays() -> None:
    text = "về việc\ncải cách"
    assert _lines(text, centered=True) == _lines(text, bold=len(text)) == ["về việc", "cải cách"]


def test_bold_words_before_a_break_are_a_heading() -> None:
    text = "Mục đích\nNâng cao nhận thức"
    assert _lines(text, bold=8) == ["Mục đích", "Nâng cao nhận thức"]
    assert _lines(text, bold=3) == ["Mục đích Nâng cao nhận thức"]


def test_offsets_are_those_of_the_paragraph() -> None:
    text = "Một.\n\nHai\nba.\n- Bốn"
    for start, line in split_breaks(Paragraph(text)):
        assert text[start : start + len(line)].replace("\n", " ") == line


def test_breaks_in_masses_take_linear_time() -> None:
    started = time.process_time()
    assert len(split_breaks(Paragraph("việc\n" * 50_000))) == 1
    assert time.process_time() - started < 3


@pytest.mark.parametrize("words", ["quý\nIII/2027, báo cáo", "năm\n2027. Sau đó", "Điều\n5. Sở"])
def test_a_number_that_words_call_for_begins_no_line(words: str) -> None:
    assert _lines(f"Rà soát trong {words}") == [f"Rà soát trong {words}".replace("\n", " ")]
    assert len(_lines("Báo cáo hằng năm\n2. Rà soát")) == 2


def test_a_table_without_cells_vanishes_and_empty_rows_of_others_stay() -> None:
    grids = (Grid(((), ()), 0), Grid(((), (Cell("A", 0),)), 1))
    source = build(Document("docx", (Paragraph("Kế hoạch"), *grids)))
    assert source.text == "Kế hoạch\n\nA"
    assert [len(grid.rows) for grid in source.grids] == [2]


def test_a_table_out_of_all_measure_is_lines_of_text() -> None:
    rows = (tuple(Cell(str(n), n) for n in range(200)), (Cell("A\nB", 0), Cell("C", 2)))
    source = build(Document("docx", (Grid(rows, 200),)))
    assert source.text.endswith("\nA B | C")
    assert not source.grids
    assert [found.code for found in source.findings] == ["table-too-wide"]


@pytest.mark.parametrize("words", ["Rà soát hồ sơ ;", "Trồng cây ,", "Sửa đường ."])
def test_a_blank_before_the_last_mark_goes_in_a_line_and_in_a_cell(words: str) -> None:
    regular = "Sở Nội vụ"
    lines = build(Document("text", (Paragraph(regular), Paragraph(words), Paragraph(regular))))
    table = build(Document("docx", (Grid(((Cell(words, 0), Cell(regular, 1)),), 2),)))
    mended = words.replace(" ;", ";").replace(" ,", ",").replace(" .", ".")
    assert lines.text.split("\n")[1] == mended
    assert table.text.split(" | ")[0] == mended
