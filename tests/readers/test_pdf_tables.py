import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import pytest

from kehoach_parser.text.document import Grid
from readers.pdf_files import Boxes, Page, Stamp, Stroke, Text, pdf
from readers.shown import cell_texts, lines, opened

EDGES: Final = (60.0, 100.0, 340.0, 440.0, 530.0)


def _ruled(
    rows: Sequence[tuple[str, ...]],
    top: float = 80,
    *,
    edges: tuple[float, ...] = EDGES,
    step: float = 40,
    path: bool = False,
) -> Iterator[Text | Stroke]:
    """Yield a table of equal rows: a cell's lines are parted by `|`."""
    bottom = top + step * len(rows)
    for x in edges:
        yield Stroke(x, top, x, bottom, path=path)
    for number, row in enumerate((*rows, ())):
        y = top + step * number
        yield Stroke(edges[0], y, edges[-1], y, path=path)
        for x, cell in zip(edges, row, strict=False):
            for line, text in enumerate(cell.split("|")):
                if text:
                    yield Text(x + 6, y + 14 + 13 * line, text, 12)


def _grids(*pages: Page) -> list[Grid]:
    return [block for block in opened(pdf(pages), "bang.pdf").blocks if isinstance(block, Grid)]


@pytest.mark.parametrize("path", [False, True])
def test_a_ruled_table_keeps_its_cells(*, path: bool) -> None:
    rows = [("TT", "Nội dung", "Chủ trì", "Thời gian"),
            ("1", "Khảo sát hộ có nhu cầu vay vốn|trồng rừng", "Phòng Kinh tế", ""),
            ("2", "Tập huấn", "Hội Nông dân", "Tháng 7")]  # fmt: skip

    (grid,) = _grids(Page(list(_ruled(rows, path=path))))

    assert cell_texts(grid.rows) == [[cell.replace("|", " ") for cell in row] for row in rows]
    assert (grid.width, grid.ruled, grid.page) == (4, True, 1)


def test_merged_cells_say_what_they_cover() -> None:
    strokes = [
        Stroke(60, 80, 400, 80), Stroke(60, 110, 260, 110), Stroke(60, 140, 400, 140),
        Stroke(60, 80, 60, 140), Stroke(160, 110, 160, 140), Stroke(260, 80, 260, 140),
        Stroke(400, 80, 400, 140),
    ]  # fmt: skip
    texts = [Text(66, 100, "Phân công"), Text(66, 130, "Chủ trì"), Text(166, 130, "Phối hợp"),
             Text(266, 115, "Ghi chú")]  # fmt: skip

    (grid,) = _grids(Page([*strokes, *texts]))

    shapes = [[(c.text, c.column, c.columns, c.rows) for c in row] for row in grid.rows]
    assert shapes == [
        [("Phân công", 0, 2, 1), ("Ghi chú", 2, 1, 2)],
        [("Chủ trì", 0, 1, 1), ("Phối hợp", 1, 1, 1)],
    ]


def test_several_tables_a_page_stand_between_their_paragraphs() -> None:
    first = _ruled([("A", "một"), ("B", "hai")], edges=(60, 120, 300))
    second = _ruled([("C", "ba"), ("D", "bốn")], 260, edges=(60, 120, 300))
    page = Page([Text(60, 60, "Biểu 1"), *first, Text(60, 240, "Biểu 2"), *second])

    shown = lines(opened(pdf([page]), "bang.pdf"))

    assert shown == ["Biểu 1", "A | một", "B | hai", "Biểu 2", "C | ba", "D | bốn"]


def test_outer_edges_that_are_not_drawn_are_known_from_the_others() -> None:
    strokes = [Stroke(60, y, 400, y) for y in (80, 110, 140)]
    strokes += [Stroke(150, 80, 150, 140), Stroke(300, 80, 300, 140)]
    texts = [Text(x + 4, y, word) for y, words in ((100, "một hai ba"), (130, "bốn năm sáu"))
             for x, word in zip((60, 150, 300), words.split(), strict=True)]  # fmt: skip

    (grid,) = _grids(Page([*strokes, *texts]))

    assert cell_texts(grid.rows) == [
        ["một", "hai", "ba"], ["bốn", "năm", "sáu"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "strokes",
    [
        [Stroke(200, 90, 300, 90)],
        [Stroke(40, 40, 555, 40), Stroke(40, 40, 40, 800), Stroke(555, 40, 555, 800),
         Stroke(40, 800, 555, 800)],
    ],
    ids=["underline", "page-frame"],
)  # fmt: skip
def test_strokes_that_part_nothing_make_no_table(strokes: list[Stroke]) -> None:
    assert not _grids(Page([*strokes, Text(60, 100, "Khai mạc lúc bảy giờ.")]))


def test_a_word_over_a_wall_is_parted() -> None:
    table = _ruled([("1", "Rà soát", "", ""), ("2", "", "", "")])

    (grid,) = _grids(Page([*table, Text(310, 94, "thángmười", 12)]))

    assert [cell.text for cell in grid.rows[0]] == ["1", "Rà soát tháng", "mười", ""]


def test_turned_words_stay_in_their_cell() -> None:
    table = _ruled([("", "Nội dung"), ("1", "Kiểm tra")], edges=(60, 100, 300), step=60)

    (grid,) = _grids(Page([*table, Text(84, 130, "Số", angle=1), Text(84, 112, "TT", angle=1)]))

    assert grid.rows[0][0].text == "Số TT"


def _register(count: int, pages: int) -> list[Page]:
    """Return a register with a head on each page, and rows of one to three lines."""
    rows = [
        (str(n), "|".join([f"Nhiệm vụ thứ {n} của năm", "và việc kèm theo", "nó"][: 1 + n % 3]),
         f"Phòng số {n}", f"Quý {n % 4 + 1}/2027")
        for n in range(1, count + 1)
    ]  # fmt: skip
    size = -(-count // pages)
    head = ("TT", "Nhiệm vụ", "Chủ trì", "Hoàn thành")
    return [
        Page(
            [Text(300, 40, str(n + 1)), *_ruled([head, *rows[n * size : (n + 1) * size]], step=60)]
        )
        for n in range(pages)
    ]


def test_a_register_of_sixty_rows_over_eight_pages_keeps_every_row() -> None:
    (grid,) = _grids(*_register(60, 8))

    assert [row[0].text for row in grid.rows] == ["TT", *map(str, range(1, 61))]
    assert [row[2].text for row in grid.rows[1:]] == [f"Phòng số {n}" for n in range(1, 61)]
    assert grid.rows[2][1].text == "Nhiệm vụ thứ 2 của năm và việc kèm theo nó"
    assert grid.header_rows == 1
    assert grid.pages == (1, *(n // 8 + 1 for n in range(60)))


@pytest.mark.parametrize("again", [("", "Việc", "Ai", "Khi"), ("TT", "Viêc", "Ai", "Khí")])
def test_a_head_that_a_scan_gives_otherwise_on_each_page_is_one(again: tuple[str, ...]) -> None:
    first = Page(list(_ruled([("TT", "Việc", "Ai", "Khi"), ("1", "Đo đạc", "Tổ A", "Quý I")])))
    second = Page(list(_ruled([again, ("2", "In ấn", "Tổ B", "Quý II")])))

    (grid,) = _grids(first, second)

    assert [row[1].text for row in grid.rows] == ["Việc", "Đo đạc", "In ấn"]


def test_a_row_that_only_looks_like_a_head_is_a_row() -> None:
    first = Page(list(_ruled([("TT", "Việc", "Ai", "Khi"), ("1", "Đo đạc", "Tổ A", "Quý I")])))
    second = Page(list(_ruled([("TT", "Nơi", "Ai", "Hạn"), ("2", "In ấn", "Tổ B", "Quý II")])))

    (grid,) = _grids(first, second)

    assert len(grid.rows) == 4


def _broken(last: tuple[str, ...], first: tuple[str, ...], *, shift: float = 0) -> list[list[str]]:
    """Return the rows of a table whose rows `last` and `first` stand on two pages."""
    head = [("TT", "Việc", "Ai", "Khi"), ("1", "Đo đạc", "Tổ A", "Quý I")]
    edges = tuple(x + shift for x in EDGES)
    pages = (
        Page(list(_ruled([*head, last]))),
        Page(list(_ruled([first, ("9", "Tổng kết", "Tổ C", "Quý IV")], edges=edges))),
    )
    (grid,) = _grids(*pages)
    return cell_texts(grid.rows[2:])


def test_a_row_that_a_page_end_cuts_is_whole() -> None:
    rows = _broken(("2", "Xây dựng bản đồ ngập", "Tổ B", "Quý II"), ("", "lụt của xã.", "", ""))

    assert rows[0] == ["2", "Xây dựng bản đồ ngập lụt của xã.", "Tổ B", "Quý II"]
    assert len(rows) == 2


def test_a_row_cut_in_all_its_cells_is_whole() -> None:
    rows = _broken(
        ("Tuần", "Xây dựng bản đồ", "Bà Lý,", "Trước"), ("hai", "ngập", "ông Tá", "15/6/2026")
    )

    assert rows[0] == ["Tuần hai", "Xây dựng bản đồ ngập", "Bà Lý, ông Tá", "Trước 15/6/2026"]


def test_a_merged_cell_that_a_page_end_cuts_is_whole() -> None:
    above = [item for item in _ruled([("TT", "Việc", "Ai"), ("1", "Đo đạc", "Tổ B và các"),
                                      ("2", "In ấn tài", "")], edges=EDGES[:4])
             if not (isinstance(item, Stroke) and item.y0 == item.y1 == 160)]  # fmt: skip
    above.append(Stroke(60, 160, 340, 160))
    below = _ruled([("", "liệu", "thôn"), ("3", "Gửi đi", "Tổ D")], edges=EDGES[:4])

    (grid,) = _grids(
        Page([*above, Stroke(340, 80, 440, 80), Stroke(340, 120, 440, 120)]), Page(list(below))
    )

    assert grid.rows[1][2].text == "Tổ B và các thôn"


def test_a_row_with_its_own_number_is_no_rest() -> None:
    rows = _broken(
        ("2", "Xây dựng bản đồ", "Tổ B", "Quý II"), ("3", "in bản đồ", "tổ D", "Quý III")
    )

    assert [row[0] for row in rows] == ["2", "3", "9"]


def test_a_full_row_without_number_belongs_to_the_cell_above() -> None:
    rows = _broken(
        ("2", "Xây dựng bản đồ.", "Tổ B", "Quý II"), ("", "In bản đồ.", "Tổ D", "Quý III")
    )

    assert rows == [
        ["2", "Xây dựng bản đồ.", "Tổ B", "Quý II"],
        ["In bản đồ.", "Tổ D", "Quý III"],
        ["9", "Tổng kết", "Tổ C", "Quý IV"],
    ]


def test_a_table_goes_on_where_the_next_page_is_shifted() -> None:
    rows = _broken(("2", "a.", "b.", "c."), ("3", "d.", "e.", "f."), shift=20)

    assert [row[0] for row in rows] == ["2", "3", "9"]


def test_tables_of_other_columns_stay_apart() -> None:
    first = Page(list(_ruled([("TT", "Việc", "Ai", "Khi"), ("1", "Đo", "A", "B")])))
    second = Page(list(_ruled([("Số", "Tên"), ("1", "Hạ")], edges=(60, 220, 530))))

    assert len(_grids(first, Page([Text(60, 60, "Biểu 2"), *second.items]))) == 2
    assert len(_grids(first, Page(list(_ruled([("Số", "Tên")], edges=(60, 220, 530)))))) == 2


def test_centred_and_short_lines_of_a_cell_are_paragraphs_where_more_would_fit() -> None:
    cell = "- Rà soát quỹ đất;|- Cắm mốc."
    table = _ruled([("TT", "Nội dung"), ("1", cell)], edges=(60, 100, 340))

    (grid,) = _grids(Page(list(table)))

    assert grid.rows[1][1].text == cell.replace("|", "\n")


def _level(rows: Sequence[tuple[str, ...]]) -> Page:
    strokes = [Stroke(60, 80 + 40 * n, 500, 80 + 40 * n) for n in range(len(rows) + 1)]
    texts = [
        Text(x, 100 + 40 * n, cell, 12)
        for n, row in enumerate(rows)
        for x, cell in zip((64, 110, 380), row, strict=False)
    ]
    return Page([*strokes, *texts])


def test_level_strokes_alone_make_a_table_where_the_words_stand_in_columns() -> None:
    rows = [("TT", "Nội dung công việc", "Chủ trì"), ("1", "Mua sắm sách", "Thư viện"),
            ("2", "Sửa chữa bàn ghế", "Văn phòng")]  # fmt: skip

    assert lines(opened(pdf([_level(rows)]), "bang.pdf")) == [" | ".join(row) for row in rows]


def test_level_strokes_to_write_on_make_no_table() -> None:
    page = _level([("Họ và tên:",), ("Lớp:",), ("Trường:",), ("Ngày sinh:",)])

    assert not _grids(page)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("15/12|/2026", "15/12/2026"),
        ("Trướ|c 3/4", "Trước 3/4"),
        ("Nhóm|nghiệ|p vụ", "Nhóm nghiệp vụ"),
        ("HĐNX|Q", "HĐNXQ"),
        ("(PA4|)", "(PA4)"),
        ("Khoa|học", "Khoa học"),
        ("20256|20267", "20256 20267"),
    ],
)
def test_a_word_wider_than_its_cell_is_whole(cell: str, text: str) -> None:
    rows = [("Việc", "Ai"), (cell, "Tổ A")]

    (grid,) = _grids(Page(list(_ruled(rows, edges=(60, 100, 300), step=60))))

    assert grid.rows[1][0].text == text


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [("Sở Y tế", "Sở Nội vụ", "Sở Y tế\nSở Nội vụ"), ("Sở Y tế ", "Lào Cai", "Sở Y tế Lào Cai"),
     ("Sở Y", "tế", "Sở Y tế"), ("UBND TP.", "Lào Cai", "UBND TP. Lào Cai"),
     ("Số 57-", "NQ/TW", "Số 57-NQ/TW")],
)  # fmt: skip
def test_lines_of_a_cell_end_where_the_file_has_no_blank(
    first: str, second: str, text: str
) -> None:
    above = [
        Text(85, 100 + 17 * n, f"hội viên các chi hội trong xã tham gia đợt {n} ") for n in range(7)
    ]
    table = list(
        _ruled([("Việc", "Ai"), ("Đo đạc", f"{first}|{second}")], 300, edges=(60, 130, 190))
    )

    (grid,) = _grids(Page([*above, *table]))

    assert grid.rows[1][1].text == text


def test_lines_of_a_cell_go_on_where_the_file_has_no_blanks_at_all() -> None:
    above = [
        Text(85, 100 + 17 * n, f"hội viên các chi hội trong xã tham gia đợt {n}") for n in range(7)
    ]
    table = list(_ruled([("Việc", "Ai"), ("Đo đạc", "Sở Y tế|Lào Cai")], 300, edges=(60, 130, 190)))

    (grid,) = _grids(Page([*above, *table]))

    assert grid.rows[1][1].text == "Sở Y tế Lào Cai"


def test_rows_drawn_with_room_between_them_are_one_table() -> None:
    rows = [("Việc", "Ai"), ("Đo đất", "Tổ A"), ("Vẽ bản đồ", "Tổ B")]
    xs = (60.0, 160.0, 300.0)
    items = [item for n, row in enumerate(rows) for item in _ruled([row], 80 + 45 * n, edges=xs)]
    other = _ruled([("Giống", "Số cây"), ("Bần", "500")], 300, edges=xs)

    first, second = _grids(Page([*items, *other]))

    assert cell_texts(first.rows) == [list(row) for row in rows]
    assert len(second.rows) == 2


@pytest.mark.parametrize("stroked", [True, False])
def test_a_table_may_be_one_path(*, stroked: bool) -> None:
    rows = [("Việc", "Ai"), ("Đo đất", "Tổ A")]
    xs, ys = (60.0, 160.0, 300.0), (80.0, 120.0, 160.0)
    cells = [(x0, y0, x1, y1) for x0, x1 in pairwise(xs) for y0, y1 in pairwise(ys)]
    thin = [(x, ys[0], x + 0.5, ys[-1]) for x in xs] + [(xs[0], y, xs[-1], y + 0.5) for y in ys]
    words = [item for item in _ruled(rows, edges=xs) if isinstance(item, Text)]

    (grid,) = _grids(Page([Boxes(cells if stroked else thin, stroked), *words]))

    assert cell_texts(grid.rows) == [list(row) for row in rows]


def test_ruling_may_stand_in_a_form_of_its_own() -> None:
    rows = [("Việc", "Ai"), ("Đo đất", "Tổ A")]
    items = list(_ruled(rows, edges=(60, 160, 300)))
    ruling = Stamp((50, 70, 310, 170), [item for item in items if isinstance(item, Stroke)])
    words = [item for item in items if isinstance(item, Text)]

    (grid,) = _grids(Page(words, [ruling]))

    assert cell_texts(grid.rows) == [list(row) for row in rows]


def test_what_a_library_logs_of_a_font_is_not_shown() -> None:
    """Where only the level lines of a table are drawn, a library is asked for the columns."""
    strokes = [Stroke(60, y, 500, y) for y in (80, 110, 140, 170)]
    words = [Text(x, y, "ab", 12) for x in (70, 250, 420) for y in (100, 130, 160)]
    data = pdf([Page([*strokes, *words])])
    broken = data.replace(b"/FontBBox", b"/FontBBoy")
    assert broken != data
    program = (
        "import sys, kehoach_parser as k; k.parse_bytes(sys.stdin.buffer.read(), name='k.pdf')"
    )
    ended = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", program], input=broken, capture_output=True, check=True
    )
    assert ended.stderr == b""
