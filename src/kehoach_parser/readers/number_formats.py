"""Numbers of lists as files write and show them: formats of ECMA-376, part 1, 17.18.59."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kehoach_parser.text.numerals import DIGITS, roman

BULLET: Final = "bullet"
NO_NUMBER: Final = "none"
BY_FIRST: Final = {
    "": NO_NUMBER, "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
    "I": "upperRoman",
}  # fmt: skip
"""Formats by the sign of their first number, as HTML and OpenDocument name them."""

_TYPED_BULLETS: Final = frozenset("-–—+*•")
"""Bullets that are signs of the text itself; others are glyphs of a symbol font."""

MOST_COLUMNS: Final = 63
"""Word's own limit."""

_DIGITS: Final = 9
"""Digits beyond which no list counts, and no table has columns."""

_LETTERS: Final = 26
_LARGEST_LETTERED: Final = 780
"""Word repeats the letter after z (aa, bb, … up to 30 times)."""

_WORDS: Final = 100
"""Numbers from here on are shown in digits where words are asked for."""


def number_of(value: str | None, default: int) -> int:
    """Return an attribute's whole number, the default where there is none or one past belief.

    >>> number_of("12", 0), number_of(None, 1), number_of("9" * 40, 1)
    (12, 1, 1)
    """
    if value is None or not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
        return default
    return int(value)


def within(value: str | None, most: int, *, least: int = 1) -> int:
    """Return an attribute's whole number between two bounds, the lower one where there is none.

    >>> within("70", 63), within(None, 63), within("0", 8, least=0)
    (63, 1, 0)
    """
    return min(max(number_of(value, least), least), most)


def shown(kind: str, value: int) -> str:
    """Return a number in a format; one that Vietnamese lists do not have is decimal.

    >>> [shown(kind, 4) for kind in ("upperRoman", "lowerLetter", "cardinalText", "pad3")]
    ['IV', 'd', '4', '004']
    """
    if kind.startswith("pad"):
        return str(value).zfill(int(kind.removeprefix("pad")))
    return _FORMATS.get(kind, str)(value)


def bullet(sign: str) -> str:
    """Return the sign of a bulleted list as it stands in the text, "" for none.

    >>> bullet("+"), bullet("\uf0b7"), bullet(" ")
    ('+', '-', '')
    """
    sign = sign.strip()
    return sign if sign in _TYPED_BULLETS else "-" if sign else ""


def letter(value: int) -> str:
    """Return a letter as Word counts them.

    >>> letter(3), letter(28)
    ('C', 'BB')
    """
    if not 0 < value <= _LARGEST_LETTERED:
        return str(value)
    times, index = divmod(value - 1, _LETTERS)
    return chr(ord("A") + index) * (times + 1)


def _vietnamese_words(value: int) -> str:
    """Return a Vietnamese number in words.

    >>> _vietnamese_words(5), _vietnamese_words(15), _vietnamese_words(21)
    ('năm', 'mười lăm', 'hai mươi mốt')
    """
    if not 0 <= value < _WORDS:
        return str(value)
    tens, ones = divmod(value, 10)
    if not tens:
        return DIGITS[ones]
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, DIGITS[ones])
    head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    return f"{head} {last}" if ones else head


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType({
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": letter,
    "lowerLetter": lambda value: letter(value).lower(),
    "vietnameseCounting": _vietnamese_words,
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    NO_NUMBER: lambda _: "",
})  # fmt: skip
