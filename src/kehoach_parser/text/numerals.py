"""Labels as numbers: Roman, arabic, and the Vietnamese letters (a b c d đ e g h)."""

from functools import lru_cache
from typing import Final

LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters of lists (NĐ 30/2020, Phụ lục I): đ counts, f j w z do not."""

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_WITHOUT_BAR: Final = LETTERS.replace("đ", "")
"""As lists are written that pass over đ (a b c d e g)."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ONES: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS: Final = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")


def roman_value(text: str) -> int | None:
    """Return the value of a Roman numeral up to 99, null where it is none.

    >>> roman_value("XIV"), roman_value("IIX")
    (14, None)
    """
    total = 0
    for here, after in zip(text, (*text[1:], ""), strict=True):
        value = _ROMAN.get(here)
        if value is None:
            return None
        total += -value if value < _ROMAN.get(after, 0) else value
    return total if 0 < total < 100 and roman(total) == text else None  # noqa: PLR2004 - no label is higher


def roman(value: int) -> str:
    """Return a number from 1 to 99 as Roman numeral.

    >>> roman(49)
    'XLIX'
    """
    return _TENS[value // 10] + _ONES[value % 10]


@lru_cache(maxsize=128)
def letter_values(letter: str) -> tuple[int, ...]:
    """Return the places that a letter can have in a list, the Vietnamese order first.

    >>> letter_values("g"), letter_values("d"), letter_values("f")
    ((7, 6), (4,), (6,))
    """
    lower = letter.lower()
    places = (order.find(lower) + 1 for order in (LETTERS, _LATIN, _WITHOUT_BAR))
    return tuple(dict.fromkeys(place for place in places if place))
