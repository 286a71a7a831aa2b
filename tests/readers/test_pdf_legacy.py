"""PDFs in the fonts of TCVN3 and VNI, and what printing makes of their codes."""

import re
from collections.abc import Sequence
from typing import Final

import pytest

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.legacy import OldWords
from kehoach_parser.text.document import Grid, Paragraph
from kehoach_parser.text.legacy_names import TCVN3, VNI
from legacy_text import encoded
from readers.pdf_files import FONTS, Page, Stroke, Text, pdf
from readers.shown import lines, opened

LINES: Final = (
    "Kế hoạch kiểm tra công tác văn thư của cơ quan,",
    "người được giao chủ trì báo cáo Sở Nội vụ thực hiện như sau:",
    "1. Rà soát hồ sơ, tài liệu ở từng đơn vị.",
)
TAGGED: Final = tuple(f"ABCDEF+.VnTime{style}" for style in ("", "-Bold", "-Italic"))


def _page(texts: Sequence[str], style: str = "") -> Page:
    return Page([Text(60, 80 + 20 * n, text, style=style) for n, text in enumerate(texts)])


def _printed(texts: Sequence[str], fonts: Sequence[str] = FONTS) -> list[str]:
    return lines(opened(pdf([_page(texts)], fonts=fonts), "a.pdf"))


@pytest.mark.parametrize(
    ("encoding", "fonts"),
    [(TCVN3, TAGGED), (TCVN3, FONTS), (VNI, ("VNI-Times",) * 3), (VNI, FONTS)],
)
def test_pages(encoding: str, fonts: Sequence[str]) -> None:
    document = opened(pdf([_page([encoded(t, encoding) for t in LINES])], fonts=fonts), "a.pdf")
    assert lines(document) == [" ".join(LINES[:2]), LINES[2]]
    assert document.encoding == encoding
    assert [found.code for found in document.findings] == ["legacy-decoded"]


@pytest.mark.parametrize("soft", ["-", ""])
def test_the_letter_that_printing_makes_a_hyphen_or_drops(soft: str) -> None:
    texts = [encoded(line, TCVN3).replace("\u00ad", soft) for line in LINES]
    assert _printed(texts * 4, TAGGED)[:2] == [" ".join(LINES[:2]), LINES[2]]


@pytest.mark.parametrize(
    ("end", "begin", "soft"),
    [("ng\u00ad", "êi", "\u00ad"), ("tr\u00ad", "êng", "\u00ad"), ("ng-", "êi", "\u00ad"),
     ("tr-", "êng", "")],
)  # fmt: skip
def test_a_line_that_ends_inside_a_word(end: str, begin: str, soft: str) -> None:
    texts = [encoded(line, TCVN3).replace("\u00ad", soft) for line in LINES] * 4
    long = "Giao c¸c c¬ quan thùc hiÖn vµ chÞu tr¸ch nhiÖm vÒ mäi "
    shown = " ".join(_printed([*texts, long + end, begin + " cã tªn trong danh s¸ch nµy."]))
    word = {"êi": "người", "êng": "trường"}[begin]
    assert f"về mọi {word} có tên" in shown.replace("\u00ad", "")


def test_a_font_for_capitals() -> None:
    items = [Text(60, 80, "kÕ ho¹ch thanh tra", style="b"),
             *(Text(60, 120 + 20 * n, encoded(t, TCVN3)) for n, t in enumerate(LINES))]  # fmt: skip
    data = pdf([Page(items)], fonts=(".VnTime", "XYZABC+.VnTimeH-Bold", ".VnTime"))
    (title, *_) = opened(data, "a.pdf").blocks
    assert isinstance(title, Paragraph)
    assert (title.text, title.bold) == ("KẾ HOẠCH THANH TRA", len(title.text))


def test_pages_without_codes_follow_those_before() -> None:
    texts = [encoded(line, TCVN3).replace("\u00ad", "") for line in LINES]
    pages = [_page(texts * 4), _page(["- Lu: VT, VP."])]
    assert lines(opened(pdf(pages, fonts=TAGGED), "a.pdf"))[-1] == "- Lưu: VT, VP."


def test_pages_in_unicode_stay() -> None:
    texts = [*LINES, "có cô Hoà 10 µm ® ñ"]
    assert _printed(texts, TAGGED)[-1].endswith("có cô Hoà 10 µm ® ñ")
    document = opened(pdf([_page(LINES)], fonts=TAGGED), "a.pdf")
    assert (document.encoding, document.findings) == (None, ())


def test_signs_of_other_fonts_stay() -> None:
    items = [Text(60, 80 + 20 * n, encoded(t, TCVN3)) for n, t in enumerate(LINES)]
    data = pdf([Page([*items, Text(60, 160, "ü", style="b")])],
               fonts=(".VnTime", "Wingdings", ".VnTime"))  # fmt: skip
    assert lines(opened(data, "a.pdf"))[-1] == "✓"


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_a_word_over_the_line_of_a_table_is_cut_at_its_letters(encoding: str) -> None:
    xs = (60.0, 200.0, 340.0, 480.0)
    rows = [("Nội dung", "Chủ trì", "Thời gian"), ("Khảo sát hộ", "Sở Nội vụ", "Quý III"),
            ("", "", "Tháng bảy")]  # fmt: skip
    items: list[Text | Stroke] = [Stroke(x, 80, x, 170) for x in xs]
    for n, row in enumerate((*rows, ("",) * 3)):
        items.append(Stroke(xs[0], 80 + 30 * n, xs[-1], 80 + 30 * n))
        for x, cell in zip(xs, row, strict=False):
            items += [Text(x + 6, 100 + 30 * n, encoded(cell, encoding), 12)] if cell else []
    wide = encoded("đượcđược", encoding)
    items.append(Text(xs[1] - 6 * len(wide) / 2, 160, wide, 12))
    (grid,) = [b for b in opened(pdf([Page(items)]), "a.pdf").blocks if isinstance(b, Grid)]
    assert [cell.text for cell in grid.rows[1]] == list(rows[1])
    assert [cell.text for cell in grid.rows[2]] == ["được", "được", "Tháng bảy"]


def test_a_mark_of_vni_that_a_blank_seems_to_part_belongs_to_its_letter() -> None:
    text = encoded("Sở Nội vụ thực hiện", VNI)
    words = [_word(match[0], match.start()) for match in re.finditer(r"\S+", text)]
    words[-1:] = [_word("hie", 20), _word("än", 24, close=True)]

    old = OldWords()
    old.mend(words, text)

    assert [word.text for word in words] == ["Sở", "Nội", "vụ", "thực", "hiện"]
    assert words[-1].places == (0, 1, 2, 5)  # of `ệ` that of its letter, which the mark follows
    assert old.encoding == VNI


def _word(text: str, order: int, *, close: bool = False) -> Word:
    x0, x1 = 7.0 * order, 7.0 * (order + len(text))
    return Word(text, x0, 0, x1, 14, 11, 14, bold=False, italic=False, order=order, close=close)


def test_nothing_is_loaded_for_a_page_of_unicode() -> None:
    old = OldWords()
    old.mend([], "Kế hoạch kiểm tra")
    assert (old.encoding, old.findings()) == (None, ())
