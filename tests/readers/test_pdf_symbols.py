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
