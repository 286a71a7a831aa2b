"""Numbers as they are written: Roman, in Vietnamese words, letters of lists (a b c d đ), days."""

from datetime import date
from functools import lru_cache
from typing import Final

LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters of lists (NĐ 30/2020, Phụ lục I): đ counts, f j w z do not."""

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_WITHOUT_BAR: Final = LETTERS.replace("đ", "")
"""As lists are written that pass over đ (a b c d e g)."""

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
"""The words for 0 to 9."""

WORD_VALUES: Final = {word: value for value, word in enumerate(DIGITS) if value} | {
    "nhất": 1, "tư": 4, "bẩy": 7, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
"""What words count, ordinals and months too (`thứ nhất`, `tháng tư`)."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_SIGNS: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN: Final = 3999


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
    """Return a number as Roman numeral, in digits where it has none.

    >>> roman(49), roman(1994), roman(0)
    ('XLIX', 'MCMXCIV', '0')
    """
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    parts: list[str] = []
    for size, sign in _ROMAN_SIGNS:
        count, value = divmod(value, size)
        parts.append(sign * count)
    return "".join(parts)


def day_of(year: str | int, month: str | int, day: str | int) -> date | None:
    """Return the day of these numbers, null where no calendar has it.

    >>> day_of("2026", "2", "30"), day_of(2026, 2, 28)
    (None, datetime.date(2026, 2, 28))
    """
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, OverflowError):  # the latter for a month of ten digits
        return None


@lru_cache(maxsize=128)
def letter_values(letter: str) -> tuple[int, ...]:
    """Return the places that a letter can have in a list, the Vietnamese order first.

    >>> letter_values("g"), letter_values("d"), letter_values("f")
    ((7, 6), (4,), (6,))
    """
    lower = letter.lower()
    places = (order.find(lower) + 1 for order in (LETTERS, _LATIN, _WITHOUT_BAR))
    return tuple(dict.fromkeys(place for place in places if place))
