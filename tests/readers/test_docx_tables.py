"""Tables of Word documents: merges, header rows, borders, bold cells."""

import docx as python_docx
import pytest

from kehoach_parser.text.document import Cell, Grid
from readers.docx_files import docx, paragraph
from readers.shown import lines, opened


def _cell(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text, '', run)}</w:tc>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _grid(*rows: str, properties: str = "", styles: str = "") -> Grid:
    body = f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"
    (block,) = opened(docx(body, styles=styles)).blocks
    assert isinstance(block, Grid)
    return block


def _places(grid: Grid) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(cell.text, cell.column, cell.columns, cell.rows) for cell in row] for row in grid.rows
    ]


def test_a_cell_over_two_columns() -> None:
    grid = _grid(_row(_cell("A", '<w:gridSpan w:val="2"/>'), _cell("B")), _row(*map(_cell, "CDE")))
    assert _places(grid) == [
        [("A", 0, 2, 1), ("B", 2, 1, 1)],
        [("C", 0, 1, 1), ("D", 1, 1, 1), ("E", 2, 1, 1)],
    ]
    assert grid.width == 3


def test_a_cell_over_three_rows() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    grid = _grid(
        _row(_cell("A", begin), _cell("B")),
        _row(_cell("ẩn", go_on), _cell("C")),
        _row(_cell("", go_on), _cell("D")),
        _row(_cell("E", begin), _cell("F")),
    )
    assert _places(grid) == [
        [("A", 0, 1, 3), ("B", 1, 1, 1)], [("C", 1, 1, 1)], [("D", 1, 1, 1)],
        [("E", 0, 1, 1), ("F", 1, 1, 1)],
    ]  # fmt: skip


def test_a_block_over_rows_and_columns() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    grid = _grid(
        _row(_cell("A", f'{wide}<w:vMerge w:val="restart"/>'), _cell("B")),
        _row(_cell("", f"{wide}<w:vMerge/>"), _cell("C")),
    )
    assert _places(grid) == [[("A", 0, 2, 2), ("B", 2, 1, 1)], [("C", 2, 1, 1)]]


def test_a_merge_that_nothing_began_is_a_cell() -> None:
    grid = _grid(_row(_cell("A"), _cell("B")), _row(_cell("C", "<w:vMerge/>"), _cell("D")))
    assert _places(grid)[1] == [("C", 0, 1, 1), ("D", 1, 1, 1)]


def test_the_old_way_to_merge_across() -> None:
    grid = _grid(
        _row(_cell("A", '<w:hMerge w:val="restart"/>'), _cell("", "<w:hMerge/>"), _cell("B"))
    )
    assert _places(grid) == [[("A", 0, 2, 1), ("B", 2, 1, 1)]]


def test_a_row_that_begins_further_right() -> None:
    grid = _grid(
        _row(*map(_cell, "ABC")), _row(*map(_cell, "DE"), properties='<w:gridBefore w:val="1"/>')
    )
    assert _places(grid)[1] == [("D", 1, 1, 1), ("E", 2, 1, 1)]


@pytest.mark.parametrize("span", ["0", "-3", "x", "999999999"])
def test_an_absurd_span_stays_within_words_limit(span: str) -> None:
    grid = _grid(_row(_cell("A", f'<w:gridSpan w:val="{span}"/>'), _cell("B")))
    assert 1 <= grid.rows[0][0].columns <= 63


def test_header_rows_are_the_first_ones_so_marked() -> None:
    head = "<w:tblHeader/>"
    off = '<w:tblHeader w:val="0"/>'
    marked = [_row(_cell("A"), _cell("B"), properties=said) for said in (head, head, off, head)]
    assert _grid(*marked).header_rows == 2
    assert _grid(_row(_cell("A"), _cell("B")), marked[0]).header_rows == 0


def test_a_cell_is_bold_when_all_its_words_are() -> None:
    (row,) = _grid(_row(_cell("A", "", "<w:b/>"), _cell("B"), _cell("", "", "<w:b/>"))).rows
    assert [cell.bold for cell in row] == [True, False, False]


_LINE = '<w:top w:val="single"/>'
_NO_LINE = '<w:top w:val="nil"/><w:left w:val="none"/>'
_BORDERS = f"<w:tblBorders>{_LINE}</w:tblBorders>"
_CELL_LINES = f"<w:tcBorders>{_LINE}</w:tcBorders>"
_CELL_NONE = f"<w:tcBorders>{_NO_LINE}</w:tcBorders>"
_STYLE = '<w:tblStyle w:val="Luoi"/>'
_RULED = (
    ("nothing said", "", "", False),
    ("lines of the table", _BORDERS, "", True),
    ("lines said to be none", f"<w:tblBorders>{_NO_LINE}</w:tblBorders>", "", False),
    ("lines of the style", _STYLE, "", True),
    ("the table against its style", f"{_STYLE}<w:tblBorders>{_NO_LINE}</w:tblBorders>", "", False),
    ("lines of the cells", "", _CELL_LINES, True),
    ("cells against the table", _BORDERS, _CELL_NONE, False),
    ("an unknown style", '<w:tblStyle w:val="Khong"/>', "", False),
)


@pytest.mark.parametrize(
    ("table", "cell", "ruled"), [row[1:] for row in _RULED], ids=[row[0] for row in _RULED]
)
def test_ruled(table: str, cell: str, *, ruled: bool) -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Goc"><w:tblPr>'
        f"{_BORDERS}</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="Luoi"><w:basedOn w:val="Goc"/></w:style>'
    )
    rows = [_row(_cell("A", cell), _cell("B", cell)), _row(_cell("C", cell), _cell("D", cell))]
    assert _grid(*rows, properties=table, styles=styles).ruled is ruled


def test_a_line_under_one_name_makes_no_ruled_table() -> None:
    lined, plain = _cell("UBND", _CELL_LINES), _cell("Số")
    assert not _grid(_row(lined, plain, plain), _row(lined, plain)).ruled
    assert _grid(_row(lined, plain), _row(lined, plain)).ruled


def test_a_table_that_another_library_made() -> None:
    import io  # noqa: PLC0415 - only here

    made = python_docx.Document()
    made.add_paragraph("Trước")
    table = made.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "A"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "B"
    table.cell(1, 1).text = "C"
    made.add_paragraph("Sau", style="Heading 1")
    buffer = io.BytesIO()
    made.save(buffer)
    document = opened(buffer.getvalue())
    assert lines(document)[0] == "Trước"
    grid = document.blocks[1]
    assert isinstance(grid, Grid)
    assert grid.rows[0] == (Cell("A", 0, 1, 2), Cell("B", 1, 2, 1))
    assert grid.rows[1] == (Cell("C", 1), Cell("", 2))
    assert getattr(document.blocks[2], "heading", None) == 1
