"""How a list shows a number: the formats of WordprocessingML (ECMA-376, part 1, 17.18.59)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

BULLET: Final = "bullet"
NO_NUMBER: Final = "none"

_TYPED_BULLETS: Final = frozenset("-–—+*•")
"""Bullets that are signs of the text itself; others are glyphs of a symbol font."""

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN: Final = 3999
_LETTERS: Final = 26
_LARGEST_LETTERED: Final = 780
"""Word repeats the letter after z (aa, bb, … up to 30 times)."""

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR: Final = MappingProxyType({
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
})  # fmt: skip
_VIETNAMESE: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_WORDS: Final = 100
"""Numbers from here on are shown in digits where words are asked for."""


def shown(kind: str, value: int) -> str:
    """Return a number in a format; one that is not known here is decimal.

    >>> [shown(kind, 4) for kind in ("upperRoman", "lowerLetter", "ordinal", "pad3")]
    ['IV', 'd', '4th', '004']
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


def roman(value: int) -> str:
    """Return a Roman number.

    >>> roman(1994)
    'MCMXCIV'
    """
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    parts: list[str] = []
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        parts.append(sign * count)
    return "".join(parts)


def letter(value: int) -> str:
    """Return a letter as Word counts them.

    >>> letter(3), letter(28)
    ('C', 'BB')
    """
    if not 0 < value <= _LARGEST_LETTERED:
        return str(value)
    times, index = divmod(value - 1, _LETTERS)
    return chr(ord("A") + index) * (times + 1)


def ordinal(value: int) -> str:
    """Return an English ordinal in digits.

    >>> ordinal(2), ordinal(11), ordinal(23)
    ('2nd', '11th', '23rd')
    """
    endings = {1: "st", 2: "nd", 3: "rd"}
    teen = value // 10 % 10 == 1
    return f"{value}{'th' if teen else endings.get(value % 10, 'th')}"


def cardinal_words(value: int) -> str:
    """Return an English number in words.

    >>> cardinal_words(42)
    'Forty-two'
    """
    return _words(value).capitalize()


def ordinal_words(value: int) -> str:
    """Return an English ordinal in words.

    >>> ordinal_words(1), ordinal_words(20), ordinal_words(32)
    ('First', 'Twentieth', 'Thirty-second')
    """
    head, dash, last = _words(value).rpartition("-")
    if last[:1].isdigit():
        return ordinal(value)
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    else:
        last = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
    return f"{head}{dash}{last}".capitalize()


def vietnamese_words(value: int) -> str:
    """Return a Vietnamese number in words.

    >>> vietnamese_words(5), vietnamese_words(15), vietnamese_words(21)
    ('năm', 'mười lăm', 'hai mươi mốt')
    """
    if not 0 <= value < _WORDS:
        return str(value)
    tens, ones = divmod(value, 10)
    if not tens:
        return _VIETNAMESE[ones]
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _VIETNAMESE[ones])
    head = "mười" if tens == 1 else f"{_VIETNAMESE[tens]} mươi"
    return f"{head} {last}" if ones else head


def _words(value: int) -> str:
    if not 0 <= value < _WORDS:
        return str(value)
    if value < len(_ONES):
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones]}" if ones else _TENS[tens - 2]


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType({
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": letter,
    "lowerLetter": lambda value: letter(value).lower(),
    "ordinal": ordinal,
    "cardinalText": cardinal_words,
    "ordinalText": ordinal_words,
    "vietnameseCounting": vietnamese_words,
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "hex": lambda value: f"{value:X}",
    NO_NUMBER: lambda _: "",
})  # fmt: skip
