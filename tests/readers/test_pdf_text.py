import json
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import pytest

from kehoach_parser.text.document import Grid, Paragraph, SignatureMark
from readers.pdf_files import Page, Stamp, Stroke, Text, pdf
from readers.shown import lines, opened

CASES: Final[list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "pdf_text.json").read_text("utf-8")
)
BODY: Final = (
    Text(113, 100, "Hội Chữ thập đỏ xã vận động hiến máu tình nguyện đợt một trong dịp đầu"),
    Text(85, 117, "xuân."),
    Text(113, 140, "Các chi hội lập danh sách người đăng ký và gửi về trạm y tế chậm nhất sau"),
    Text(85, 157, "ba ngày."),
)


def _shown(data: bytes) -> list[str]:
    return [line.replace("\n", " / ") for line in lines(opened(data, "thu.pdf"))]


def _text(x: float, y: float, text: str, style: str = "", size: float = 14) -> Text:
    return Text(x, y, text, size, style)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_lines_become_paragraphs(case: dict[str, Any]) -> None:
    page = Page([_text(*item) for item in case["lines"]])

    assert [normalize("NFC", line) for line in _shown(pdf([page]))] == case["expected"]


def test_a_paragraph_goes_on_over_a_page_end_and_page_numbers_are_no_text() -> None:
    open_end = "Ban Chỉ đạo tổng hợp kết quả của các thôn rồi gửi cho Hội cấp trên ngay"
    first = Page([*BODY, Text(113, 780, open_end)])
    second = Page([Text(294, 40, "2"), Text(85, 80, "trong tuần."), Text(113, 103, "12 thôn dự.")])

    found = opened(pdf([first, second]), "thu.pdf")

    assert lines(found)[-2:] == [
        "Ban Chỉ đạo tổng hợp kết quả của các thôn rồi gửi cho Hội cấp trên ngay trong tuần.",
        "12 thôn dự.",
    ]
    assert found.margins == ("2",)


def test_running_heads_are_no_text_however_their_digits_change() -> None:
    pages = [
        Page([Text(85, 40, f"Kế hoạch năm 2026 - trang {n} của 4", size=10), *BODY])
        for n in (1, 2, 3, 4)
    ]

    found = opened(pdf(pages), "thu.pdf")

    assert len(found.margins) == 4
    assert not any("trang" in line for line in lines(found))


def test_a_line_that_two_pages_share_is_no_running_head() -> None:
    found = opened(pdf([Page([Text(85, 60, "Mẫu số 1"), *BODY]) for _ in range(2)]), "thu.pdf")

    assert lines(found).count("Mẫu số 1") == 2
    assert found.margins == ()


def test_recipients_go_on_over_a_page_end() -> None:
    closing = [
        Text(85, 750, "Nơi nhận:", 12, "i"), Text(370, 750, "TM. ỦY BAN NHÂN DÂN", 13, "b"),
        Text(85, 763, "- Thường trực Đảng ủy xã;", 11), Text(400, 765, "CHỦ TỊCH", 13, "b"),
    ]  # fmt: skip
    after = [Text(85, 60, "- Các thôn;", 11), Text(85, 73, "- Lưu: VT.", 11),
             Text(380, 95, "Vũ Minh Đạt", 13, "b")]  # fmt: skip

    shown = _shown(pdf([Page([*BODY, *closing]), Page(after)]))

    assert shown[-1] == (
        "Nơi nhận: / - Thường trực Đảng ủy xã; / - Các thôn; / - Lưu: VT."
        " | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Vũ Minh Đạt"
    )


def test_looks_page_and_box_are_kept() -> None:
    page = Page([Text(296, 100, "KẾ HOẠCH", style="b"), Text(294, 140, "(Dự thảo)", style="i"), *(
        Text(item.x, item.y + 100, item.text) for item in BODY)])  # fmt: skip

    title, draft, body = opened(pdf([Page(()), page]), "thu.pdf").blocks[:3]

    assert isinstance(title, Paragraph)
    assert isinstance(draft, Paragraph)
    assert isinstance(body, Paragraph)
    assert (title.bold, title.centered, title.page) == (8, True, 2)
    assert (draft.italic, draft.bold, body.italic, body.centered) == (True, 0, False, False)
    assert body.box is not None
    assert body.box[0] == pytest.approx(85, abs=1)
    assert body.box[3] == pytest.approx(220, abs=2)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    page = Page(
        [*BODY, Stroke(85, 300, 385, 300), Stroke(85, 330, 385, 330), Stroke(85, 300, 85, 330),
         Stroke(385, 300, 385, 330), Stroke(200, 300, 200, 330), Text(90, 320, "Số"),
         Text(210, 320, "Họ tên")],
        size=(842, 595), rotate=rotate,
    )  # fmt: skip

    found = opened(pdf([page]), "thu.pdf")

    assert lines(found)[2] == "Số | Họ tên"
    assert lines(found)[0].endswith("dịp đầu xuân.")
    assert found.blocks[2].box == pytest.approx((85, 300, 385, 330), abs=1.5)


def test_stamped_words_are_put_into_the_line_below_them() -> None:
    page = Page(
        [Text(85, 80, "Số:"), Text(180, 80, "/QĐ-UBND"), Text(320, 80, "CỘNG HÒA XÃ HỘI"), *BODY],
        [Stamp((105, 60, 170, 85), (Text(112, 78, "2045", 10),))],
    )

    assert _shown(pdf([page]))[0].startswith("Số: 2045/QĐ-UBND")


def test_a_stamped_signature_goes_to_the_signatures() -> None:
    stamp = Stamp(
        (300, 20, 560, 60),
        (Text(304, 30, "Người ký: Sở Du lịch", 8), Text(304, 40, "Email: sdl@haison.gov.vn", 8),
         Text(304, 50, "Thời gian ký: 5/3/2026 8:07:09 +07:00", 8)),
    )  # fmt: skip

    found = opened(pdf([Page(BODY, [stamp])]), "thu.pdf")

    assert found.signatures == (SignatureMark("Sở Du lịch", "2026-03-05T08:07:09+07:00"),)
    assert len(lines(found)) == 2


def test_columns_are_one_grid_without_ruling() -> None:
    head = [Text(96, 60, "ĐẢNG BỘ XÃ LŨNG CÚ", 13),
            Text(350, 60, "ĐẢNG CỘNG SẢN VIỆT NAM", 13, "b"),
            Text(150, 76, "*", 13), Text(110, 92, "Số 31-KH/ĐU", 13),
            Text(370, 93, "Lũng Cú, ngày 02 tháng 4 năm 2026", 13, "i")]  # fmt: skip

    grid = opened(pdf([Page([*head, *(Text(i.x, i.y + 60, i.text) for i in BODY)])])).blocks[0]

    assert isinstance(grid, Grid)
    assert (grid.ruled, grid.width, grid.page) == (False, 2, 1)
    assert grid.rows[0][0].text == "ĐẢNG BỘ XÃ LŨNG CÚ\n*\nSố 31-KH/ĐU"
