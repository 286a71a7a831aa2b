import re
from dataclasses import replace
from typing import Final
from unicodedata import normalize

import pytest

from case_files import Case, each_case
from kehoach_parser.text.document import Grid, Paragraph, SignatureMark
from readers.pdf_files import Page, Stamp, Stroke, Text, pdf, width
from readers.shown import lines, opened

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


@each_case("pdf_text")
def test_lines_become_paragraphs(case: Case) -> None:
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


@pytest.mark.parametrize(
    ("last", "first"),
    [("- Thường trực Đảng ủy xã;", "- Các thôn;"), ("- Thường trực", "Đảng ủy xã;|- Các thôn;")],
)
def test_recipients_go_on_over_a_page_end(last: str, first: str) -> None:
    closing = [
        Text(85, 750, "Nơi nhận:", 12, "i"), Text(370, 750, "TM. ỦY BAN NHÂN DÂN", 13, "b"),
        Text(85, 763, last, 11), Text(400, 765, "CHỦ TỊCH", 13, "b"),
    ]  # fmt: skip
    items = enumerate((*first.split("|"), "- Lưu: VT."))
    after = [*(Text(85, 60 + 13 * n, item, 11) for n, item in items),
             Text(380, 112, "Vũ Minh Đạt", 13, "b")]  # fmt: skip

    shown = _shown(pdf([Page([*BODY, *closing]), Page(after)]))

    assert shown[-1] == (
        "Nơi nhận: / - Thường trực Đảng ủy xã; / - Các thôn; / - Lưu: VT."
        " | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Vũ Minh Đạt"
    )


def test_two_pages_share_a_running_head_where_no_text_stands() -> None:
    pages = [Page([Text(85, 36, f"Dự thảo lần {n}"), *BODY]) for n in (2, 2)]

    found = opened(pdf(pages), "thu.pdf")

    assert found.margins == ("Dự thảo lần 2", "Dự thảo lần 2")


def test_a_running_head_of_few_pages_stands_beside_their_numbers() -> None:
    first = Page([Text(85, 100, "KẾ HOẠCH"), *BODY])
    head = [Text(294, 49, "2"), Text(85, 66, "Bản thảo của Phòng Nội vụ")]
    form = [Text(294, 49, "2"), Text(85, 71, "Mẫu số 1")]

    drafts = opened(pdf([first, Page([*head, *BODY]), Page([*head, *BODY])]), "thu.pdf")
    forms = opened(pdf([first, first, Page([*form, *BODY]), Page([*form, *BODY])]), "thu.pdf")

    assert drafts.margins == ("2", "Bản thảo của Phòng Nội vụ") * 2
    assert lines(forms).count("Mẫu số 1") == 2


def test_a_page_number_beside_a_running_foot_takes_it_along() -> None:
    foot = [Text(85, 770, "Kế hoạch hiến máu năm 2026", 11), Text(480, 770, "Trang 1/1", 11)]

    found = opened(pdf([Page([*BODY, *foot])]), "thu.pdf")

    assert found.margins == ("Kế hoạch hiến máu năm 2026 Trang 1/1",)


def test_pages_that_lie_have_running_heads_of_their_own() -> None:
    upright = Page([Text(85, 40, "Bản thảo lần 2"), *BODY])
    lying = Page([Text(85, 70, "Bản thảo lần 2"), *BODY], size=(842, 595))

    found = opened(pdf([*[upright] * 5, *[lying] * 3]), "thu.pdf")

    assert len(found.margins) == 8


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


def test_a_strip_along_the_edge_does_not_turn_a_short_page() -> None:
    closing = [Text(85, 100, "Nơi nhận:"), Text(85, 120, "- Lưu: VP."), Text(350, 100, "CHỦ TỊCH")]
    strip = Text(20, 700, "Văn bản in từ hệ thống quản lý văn bản và điều hành của xã", 8, angle=1)

    found = opened(pdf([Page([*closing, strip])]), "thu.pdf")

    assert [line.replace("\n", " / ") for line in lines(found)] == [
        "Nơi nhận: / - Lưu: VP. | CHỦ TỊCH"
    ]
    assert "".join(found.margins).startswith("Văn")


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


def test_a_signature_in_small_letters_stands_beside_larger_ones() -> None:
    """Its lines stand closer to one another than to those beside them."""
    drawn = [Text(85, 40, "UBND XÃ ĐÔNG HẢI", 14), Text(85, 56, "Số: 7/KH-UBND", 14),
             Text(400, 37, "Người ký: Lê Văn Tám", 6), Text(400, 44, "Email: a@donghai.vn", 6),
             Text(400, 51, "Cơ quan: UBND xã", 6),
             Text(400, 58, "Thời gian ký: 5/3/2026 8:07:09", 6)]  # fmt: skip

    found = opened(pdf([Page([*drawn, *(Text(i.x, i.y + 60, i.text) for i in BODY)])]), "thu.pdf")

    assert found.signatures == (SignatureMark("Lê Văn Tám", "2026-03-05T08:07:09"),)
    assert lines(found)[:2] == ["UBND XÃ ĐÔNG HẢI", "Số: 7/KH-UBND"]


def _letter(line: Text, word: str, letter: str, y: float) -> Text:
    """Return a letter of a line's word at its place, on another height."""
    before = line.text[: line.text.index(word) + word.index(letter)]
    return Text(line.x + width(before), y, letter, line.size)


def test_letters_that_a_browser_draws_on_two_pages_stand_once() -> None:
    last = Text(113, 780, "Ban Chỉ đạo tổng hợp kết quả rồi gửi cho Hội cấp trên ngay")
    first = Text(85, 80, "trong tuần theo quy định của Ủy ban nhân dân tỉnh.")
    over = [_letter(last, "tổng", "g", 64), _letter(last, "gửi", "g", 64)]
    under = [_letter(first, "Ủy", "Ủ", 796)]

    found = opened(pdf([Page([*BODY, last, *under]), Page([*over, first])]), "thu.pdf")

    assert lines(found)[-1] == f"{last.text} {first.text}"


def test_near_miss_a_short_line_that_ends_a_paragraph_on_the_next_page() -> None:
    last = Text(85, 780, "và Ban Chỉ đạo tổng hợp kết quả rồi gửi cho Hội cấp trên, Ban Thường vụ")

    found = opened(pdf([Page([*BODY, last]), Page([Text(85, 64, "và"), *BODY])]), "thu.pdf")

    assert f"{last.text} và" in lines(found)[2]


def test_columns_are_one_grid_without_ruling() -> None:
    head = [Text(96, 60, "ĐẢNG BỘ XÃ LŨNG CÚ", 13),
            Text(350, 60, "ĐẢNG CỘNG SẢN VIỆT NAM", 13, "b"),
            Text(150, 76, "*", 13), Text(110, 92, "Số 31-KH/ĐU", 13),
            Text(370, 93, "Lũng Cú, ngày 02 tháng 4 năm 2026", 13, "i")]  # fmt: skip

    grid = opened(pdf([Page([*head, *(Text(i.x, i.y + 60, i.text) for i in BODY)])])).blocks[0]

    assert isinstance(grid, Grid)
    assert (grid.ruled, grid.width, grid.page) == (False, 2, 1)
    assert grid.rows[0][0].text == "ĐẢNG BỘ XÃ LŨNG CÚ\n*\nSố 31-KH/ĐU"


@pytest.mark.parametrize("form", ["NFD", "tones alone"])
def test_marks_apart_are_joined_before_lines_are_read(form: str) -> None:
    items = [Text(85, 600, "Nơi nhận:", 12, "b"), Text(85, 616, "- Hội cấp trên;", 11),
             Text(85, 630, "- Lưu: VP.", 11), Text(350, 600, "TM. BAN CHẤP HÀNH", 14, "b"),
             Text(360, 616, "CHỦ TỊCH", 14, "b"),
             Text(350, 690, "Đỗ Thị Ngọc", 14, "b")]  # fmt: skip
    apart = [replace(item, text=_apart(item.text, form)) for item in (*BODY, *items)]

    found = opened(pdf([Page(apart)]), "thu.pdf")

    assert lines(found) == lines(opened(pdf([Page([*BODY, *items])]), "thu.pdf"))
    assert [each.code for each in found.findings] == ["text-decomposed"]


def _apart(text: str, form: str) -> str:
    whole = normalize("NFD", text)
    if form == "NFD":
        return whole
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = re.split(f"([{tones}])", whole)
    return "".join(part if part in tones else normalize("NFC", part) for part in parts)


@pytest.mark.parametrize(
    "mark",
    [
        Text(180, 420, "DỰ THẢO LẦN 2", 80, "b", angle=0.5),
        Text(180, 140, "DỰ THẢO", 60, "b"),
        Text(180, 420, "BẢN SAO", 60, "b", gray=0.8),
    ],
)
def test_a_watermark_is_no_text(mark: Text) -> None:
    found = opened(pdf([Page([mark, *BODY])]), "thu.pdf")

    assert lines(found) == lines(opened(pdf([Page(BODY)]), "thu.pdf"))
    assert "".join(found.margins).replace(" ", "") == mark.text.replace(" ", "")


@pytest.mark.parametrize(
    "words",
    [Text(85, 420, "KẾ HOẠCH", 40, "b"), Text(85, 420, "Ghi chú", 14, gray=0.8),
     Text(85, 420, "Mời", angle=0.05)],
)  # fmt: skip
def test_large_pale_or_skewed_words_alone_are_no_watermark(words: Text) -> None:
    assert words.text in lines(opened(pdf([Page([*BODY, words])]), "thu.pdf"))


def test_a_cut_code_is_whole_where_letters_of_the_page_are_unknown() -> None:
    page = Page(
        [Text(60, 60, "\N{CYRILLIC CAPITAL LETTER ZHE}", 14),
         Text(113, 100, "Ban Chấp hành Hội cơ sở thực hiện đúng nội dung Kế hoạch số 46/KH-"),
         Text(85, 117, "HCTĐ của Hội cấp trên.")],
    )  # fmt: skip

    assert _shown(pdf([page]))[-1].endswith("số 46/KH-HCTĐ của Hội cấp trên.")


def test_an_appendix_at_the_left_edge_ends_the_closing() -> None:
    page = Page([
        *BODY,
        _text(85, 220, "Nơi nhận:"), _text(400, 220, "TRƯỞNG BAN"),
        _text(85, 240, "- Lưu VP."), _text(400, 300, "Lê Thị Na"),
        _text(85, 330, "PHỤ LỤC"), _text(85, 350, "DANH SÁCH"),
    ])  # fmt: skip
    assert _shown(pdf([page]))[-3:] == [
        "Nơi nhận: / - Lưu VP. | TRƯỞNG BAN / Lê Thị Na",
        "PHỤ LỤC",
        "DANH SÁCH",
    ]


def test_a_label_that_a_tab_parts_from_its_words_begins_no_closing() -> None:
    page = Page([
        *BODY,
        _text(113, 190, "3-"), _text(149, 190, "Trạm y tế xã tổng hợp danh sách và báo cáo."),
        _text(85, 220, "Nơi nhận:"), _text(400, 220, "TRƯỞNG BAN"),
        _text(85, 240, "- Lưu VP."), _text(400, 300, "Lê Thị Na"),
    ])  # fmt: skip
    assert _shown(pdf([page]))[-2:] == [
        "3- Trạm y tế xã tổng hợp danh sách và báo cáo.",
        "Nơi nhận: / - Lưu VP. | TRƯỞNG BAN / Lê Thị Na",
    ]


def test_a_stamp_of_receipt_is_no_text() -> None:
    head = [Text(85, 60, "SỞ NỘI VỤ"), Text(330, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    stamp = [Text(90, 96, "UBND XÃ BÃI BỒI", 8), Text(90, 108, "ĐẾN", 8),
             Text(120, 108, "Số: 412", 8), Text(90, 118, "Ngày: 03/3/2026", 8),
             Text(90, 128, "Chuyển: VHXH", 8)]  # fmt: skip
    body = [replace(text, y=text.y + 80) for text in BODY]

    found = opened(pdf([Page([*head, *stamp, *body])]), "den.pdf")

    assert found.margins[:2] == ("ĐẾN", "UBND XÃ BÃI BỒI")
    assert not any("412" in line or "03/3" in line for line in lines(found))


def test_the_word_den_alone_is_no_stamp() -> None:
    found = opened(pdf([Page([Text(85, 60, "ĐẾN"), *BODY])]), "den.pdf")

    assert lines(found)[0] == "ĐẾN"


def _with_note(lines: int) -> Page:
    """Return a page whose first paragraph bears a note, with other paragraphs behind it."""
    said = "Các thôn rà soát quỹ đất trồng cây"
    body = [Text(85, 80, said), Text(85 + width(said), 75, "1", 8)]
    body += [Text(85, 110 + 30 * n, f"Đoạn {'abcdefghij'[n]}.") for n in range(lines)]
    return Page([*body, Text(85, 700, "1", 6), Text(92, 702, "Gồm cả các thôn mới lập", 10)])


NEXT_PAGE: Final = Page(
    [*(Text(85, 80 + 30 * n, f"Câu {'abcdefghij'[n]}.") for n in range(10)),
     Stroke(85, 690, 200, 690), Text(85, 702, "sau khi sáp nhập xã.", 10)]
)  # fmt: skip


@pytest.mark.parametrize("lines", [0, 9])
def test_a_note_goes_on_below_the_stroke_of_the_next_page(lines: int) -> None:
    document = opened(pdf([_with_note(lines), NEXT_PAGE]), "thu.pdf")

    notes = [b.text for b in document.blocks if isinstance(b, Paragraph) and b.footnote]
    assert notes == ["Gồm cả các thôn mới lập sau khi sáp nhập xã."]


def test_small_words_below_a_stroke_are_no_note_where_the_page_before_had_none() -> None:
    document = opened(pdf([Page(NEXT_PAGE.items[:10]), NEXT_PAGE]), "thu.pdf")

    assert not any(isinstance(b, Paragraph) and b.footnote for b in document.blocks)
