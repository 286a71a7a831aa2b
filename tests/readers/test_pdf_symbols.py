"""Bullets of symbol fonts in PDFs."""

import pytest

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.symbols import put_signs
from readers.pdf_files import FONTS, Page, Text, pdf
from readers.shown import lines, opened

_WORDS = "Các thôn nạo vét kênh mương trước mùa mưa."


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        ("\uf0fc", FONTS[0], "✓"),
        ("\uf0b7", "ABCDEF+SymbolMT", "•"),
        ("ü", "ABCDEF+Wingdings-Regular", "✓"),
        ("§", "Wingdings", "▪"),
        ("Ø", "WINGDINGS", "➢"),
        ("✓", "Wingdings", "✓"),
        ("\uf0ff", "Wingdings", "\uf0ff"),
        ("z", "Wingdings", "z"),
        ("üØ", "Wingdings", "üØ"),
        ("Ø", FONTS[0], "Ø"),
    ],
)
def test_signs(sign: str, font: str, shown: str) -> None:
    word = Word(sign, 0, 0, 9, 9, 9, 9, bold=False, italic=False, order=0, font=font)
    put_signs([word])
    assert word.text == shown


def test_bullets_of_a_page() -> None:
    texts = [
        text for y in (100, 130) for text in (Text(113, y, "ü", style="b"), Text(131, y, _WORDS))
    ]
    data = pdf([Page(texts)], fonts=(FONTS[0], "ABCDEF+Wingdings", FONTS[2]))
    assert lines(opened(data, "thu.pdf")) == [f"✓ {_WORDS}"] * 2


def test_hyphens_that_a_program_names_soft_are_hyphens() -> None:
    line = "Kế hoạch số 12\u00adKH/ĐU năm 2027 \u00ad 2028"
    assert lines(opened(pdf([Page([Text(60, 80, line)])]), "thu.pdf")) == [
        line.replace("\u00ad", "-")
    ]
