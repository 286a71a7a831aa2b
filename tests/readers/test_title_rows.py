"""Type and title in the last row of the table that lays out the head."""

from kehoach_parser.readers.title_rows import with_title_below
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph

_HEAD = (Cell("SỞ Y TẾ\nSố: 5/KH-SYT", 0), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1))


def _below(*rows: tuple[Cell, ...]) -> tuple[object, ...]:
    grid = Grid((_HEAD, *rows), 2, ruled=False)
    return with_title_below(Document("docx", (grid, Paragraph("Căn cứ luật;")))).blocks


def test_type_and_title_become_paragraphs() -> None:
    found = _below(
        (Cell("KẾ HOẠCH\nTiêm chủng mở rộng", 0, columns=2, bold=True),),
        (Cell("(Kèm theo Quyết định số 3/QĐ-SYT)", 0), Cell("", 1)),
    )
    assert found == (
        Grid((_HEAD,), 2, ruled=False),
        Paragraph("KẾ HOẠCH", bold=8, centered=True),
        Paragraph("Tiêm chủng mở rộng", bold=18, centered=True),
        Paragraph("(Kèm theo Quyết định số 3/QĐ-SYT)", centered=True),
        Paragraph("Căn cứ luật;"),
    )


def test_rows_below_the_title_stay_a_table() -> None:
    row = (Cell("1", 0), Cell("Rà soát", 1))
    found = _below((Cell("KẾ HOẠCH", 0, columns=2),), row)
    assert found[1:] == (
        Paragraph("KẾ HOẠCH", centered=True),
        Grid((row,), 2, ruled=False),
        Paragraph("Căn cứ luật;"),
    )


def test_near_misses() -> None:
    beside = (Cell("KẾ HOẠCH", 0), Cell("KẾT QUẢ", 1))
    other = (Cell("KẾ HOẠCH TUẦN 3 CỦA TỔ", 0, columns=2),)
    assert len(_below(beside)) == len(_below(other)) == 2
    register = Grid((_HEAD, (Cell("KẾ HOẠCH", 0, columns=2),)), 2)
    below = Document("docx", (Paragraph("KẾ HOẠCH"), register))
    assert with_title_below(below) is below
