"""Bullets of symbol fonts in PDFs."""

import pytest

from readers.pdf_files import FONTS, Page, Text, pdf
from readers.shown import lines, opened

_WORDS = "Các thôn nạo vét kênh mương trước mùa mưa."


def _shown(sign: str, font: str = FONTS[0]) -> list[str]:
    texts = [
        text for y in (100, 130) for text in (Text(113, y, sign, style="b"), Text(131, y, _WORDS))
    ]
    return lines(opened(pdf([Page(texts)], fonts=(FONTS[0], font, FONTS[2])), "thu.pdf"))


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
        ("Ø", FONTS[0], "Ø"),
    ],
)
def test_bullets(sign: str, font: str, shown: str) -> None:
    assert _shown(sign, font) == [f"{shown} {_WORDS}"] * 2
