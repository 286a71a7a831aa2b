"""Runs of words to the text of one paragraph, for the formats of word processors."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.text.document import Paragraph
from kehoach_parser.text.patterns import pattern

GLYPH: Final = pattern("[\uf020-\uf0ff]")
_GLYPHS: Final = str.maketrans({
    "\uf0b7": "•", "\uf0a7": "▪", "\uf06c": "●", "\uf06e": "■", "\uf06f": "□", "\uf071": "❑",
    "\uf0a8": "◻", "\uf076": "❖", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0fe": "☑", "\uf0fd": "☒",
    "\uf0fb": "✗", "\uf0e0": "→", "\uf0e8": "➔", "\uf0f0": "⇨", "\uf0de": "⇒", "\uf0ae": "→",
    "\uf046": "☞", "\uf028": "☎", "\uf02a": "✉", "\uf02d": "-", "\uf020": " ", "\uf02b": "+",
    "\uf0a3": "≤", "\uf0b3": "≥", "\uf0b1": "±", "\uf0b4": "×", "\uf0b8": "÷", "\uf0b9": "≠",
    "\uf0bb": "≈", "\uf0b0": "°", "\uf0e5": "∑", "\uf044": "Δ", "\uf061": "α", "\uf062": "β",
})  # fmt: skip
"""Glyphs of Symbol and Wingdings as characters; where both use a code, the sign that plans have
(bullets and boxes are Wingdings', relations are Symbol's)."""


class Marks(NamedTuple):
    """Character properties that are said at one place; null where they are not."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    style: str | None = None

    def over(self, base: "Marks") -> "Marks":
        """Return these properties, those of `base` where nothing is said."""
        if base == NO_MARKS:
            return self
        return Marks(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.hidden if self.hidden is None else self.hidden,
            base.capitals if self.capitals is None else self.capitals,
            self.style or base.style,
        )


NO_MARKS: Final = Marks()


class Piece(NamedTuple):
    """Words of one look."""

    text: str
    bold: bool
    italic: bool


def paragraph_of(
    label: str, pieces: Sequence[Piece], *, centered: bool, heading: int
) -> Paragraph | None:
    """Return the paragraph that a label and words make, null where only blanks would show."""
    if not (label or pieces):
        return None
    text, bold, italic = _joined(label, pieces)
    return None if text.isspace() else Paragraph(text, bold, italic, centered, heading)


def _joined(label: str, pieces: Sequence[Piece]) -> tuple[str, int, bool]:
    """Return the text, how many leading characters are bold, and whether all is italic.

    Blanks, and the label, go with the words after them.

    >>> _joined("1. ", (Piece("Mục", True, False), Piece(" ", False, False)))
    ('1. Mục ', 7, False)
    """
    text, bold, italic, leading = label, 0, bool(pieces), True
    for words, is_bold, is_italic in pieces:
        text += words
        if not words.isspace():
            italic = italic and is_italic
            leading = leading and is_bold
        if leading and is_bold:
            bold = len(text)
    if leading and bold:
        bold = len(text)
    return with_signs(text), bold, italic


def with_signs(text: str) -> str:
    """Return a text with the signs that symbol fonts show in the place of their codes.

    >>> with_signs("\uf0fc Đạt")
    '✓ Đạt'
    """
    return text.translate(_GLYPHS) if GLYPH.search(text) else text
