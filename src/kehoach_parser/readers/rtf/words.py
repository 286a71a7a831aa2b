"""Control words of RTF (specification 1.9.1): signs, and destinations by what becomes of them."""

from enum import Enum
from typing import Final


class Place(Enum):
    """Where the words of a destination go that do not go on in the paragraph."""

    LABEL = "label"
    FONTS = "fonts"
    NOTE = "note"
    BOX = "box"
    MARGIN = "margin"
    INNER_ROW = "inner row"


PLACES: Final = {
    b"listtext": Place.LABEL, b"pntext": Place.LABEL, b"fonttbl": Place.FONTS,
    b"footnote": Place.NOTE, b"shptxt": Place.BOX, b"dptxbxtext": Place.BOX,
    b"nesttableprops": Place.INNER_ROW,
    **dict.fromkeys((
        b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr",
        b"footerf",
    ), Place.MARGIN),
}  # fmt: skip

STORIES: Final = frozenset((Place.NOTE, Place.BOX, Place.MARGIN))
"""Places that hold paragraphs of their own."""

SILENT: Final = frozenset((
    b"colortbl", b"stylesheet", b"info", b"pict", b"sn", b"sv", b"nonshppict", b"shprslt",
    b"nonesttables", b"xe", b"tc", b"tcn", b"rxe", b"fldinst", b"ftnsep", b"ftnsepc", b"ftncn",
    b"aftnsep", b"aftnsepc", b"aftncn", b"template", b"private", b"objalias", b"objname",
    b"mmathPict", b"mctrlPr", b"mrPr", b"mchr", b"mbegChr", b"mendChr", b"msepChr",
))  # fmt: skip
"""Destinations without words of the text, or with words that stand elsewhere too: what old
readers show for a shape, a picture or a nested table."""

STARRED: Final = frozenset((
    b"shpinst", b"do", b"ud", b"nesttableprops", b"footnote", b"moMath", b"moMathPara",
))  # fmt: skip
r"""Destinations that readers may ignore (`\*`) and this one enters; it ignores all others."""

SIGNS: Final = {
    b"tab": "\t", b"line": "\n", b"page": "\n", b"column": "\n", b"emdash": "\N{EM DASH}",
    b"endash": "\N{EN DASH}", b"emspace": "\N{EM SPACE}", b"enspace": "\N{EN SPACE}",
    b"qmspace": " ", b"bullet": "\N{BULLET}", b"lquote": "\N{LEFT SINGLE QUOTATION MARK}",
    b"rquote": "\N{RIGHT SINGLE QUOTATION MARK}", b"ldblquote": "\N{LEFT DOUBLE QUOTATION MARK}",
    b"rdblquote": "\N{RIGHT DOUBLE QUOTATION MARK}",
}  # fmt: skip

ESCAPED: Final = {
    b"\\": "\\", b"{": "{", b"}": "}", b"~": "\N{NO-BREAK SPACE}", b"\t": "\t",
    b"_": "\N{NON-BREAKING HYPHEN}", b"-": "\N{SOFT HYPHEN}",
}  # fmt: skip

LINE_ENDS: Final = frozenset((b"\r", b"\n"))
"""After a backslash they are a paragraph mark."""

PAGES: Final = {b"mac": 10000, b"pc": 437, b"pca": 850}
"""Words that name the document's code page."""
