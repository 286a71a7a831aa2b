"""Labels of the outline that OCR mistakes, put right where their sequence allows one reading."""

import re
from collections.abc import Sequence
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.numerals import LETTERS, roman, roman_value
from kehoach_parser.text.patterns import pattern

_ROMAN_LIKE: Final = pattern(r"(?P<label>[IVXLHTlUY1!|\]]{1,5})(?P<end>[.,:–-]?)")
_PLAIN_ROMAN: Final = pattern(r"[IVX]{1,5}\.|[IVX]{2,5}")
"""A numeral that no word looks like, though its stop was not seen: `II Các phòng`."""

_NUMBER_LIKE: Final = pattern(r"(?P<label>[0-9lI|\]O]{1,2})(?P<end>[.,])")
_DECIMAL_LIKE: Final = pattern(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3}),")
_LETTER_LIKE: Final = pattern(r"(?P<label>[a-zđ])(?P<end>[).])")
_STROKES: Final = str.maketrans({"L": "I", "l": "I", "1": "I", "!": "I", "|": "I", "]": "I",
                                 "T": "I", "H": "II", "U": "II", "Y": "V"})  # fmt: skip
_DIGITS: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "]": "1", "O": "0"})
_TWINS: Final = {"d": "đ", "đ": "d", "e": "c", "c": "e"}
_SECOND: Final = 2
_SKIPPED: Final = 2
"""Steps to the next number at most: authors skip one at times."""


class Labels:
    """The labels met so far, and what the next of each kind must be."""

    def __init__(self) -> None:
        """Begin before the first label."""
        self._roman = 0
        self._number = 0
        self._letter = -1

    def repaired(self, row: Sequence[Word], then: str) -> str | None:
        """Return the label that a row must begin with, null where it is right or none.

        `then` is the next label as it was read: what is before `1.` is no `1.` itself.
        """
        first = row[0].text
        following = next((word.text for word in row[1:] if word.text.strip("-–.")), "")
        if not following[:1].isalpha():
            return None
        if first == "I." and then.translate(_DIGITS) == "1.":
            self._begin(1)
            return None
        capitals = all(word.text.upper() == word.text for word in row[1:4])
        numeral = _PLAIN_ROMAN.fullmatch(first) and following[0].isupper()
        if (capitals or row[0].bold or numeral) and (match := _ROMAN_LIKE.fullmatch(first)):
            return self._as_roman(match, capitals=capitals)
        number = _NUMBER_LIKE.fullmatch(first) if following[0].isupper() else None
        if number and (number["label"] != "I" or self._roman):  # `I.` may be what it seems
            return self._as_number(number)
        decimal = _DECIMAL_LIKE.fullmatch(first)
        if decimal:
            return f"{decimal['label']}."
        letter = _LETTER_LIKE.fullmatch(first)
        return self._as_letter(letter) if letter else None

    def _as_roman(self, match: re.Match[str], *, capitals: bool) -> str | None:
        """Return a numeral put right: the next one, or the last one that lost a stroke."""
        number = _NUMBER_LIKE.fullmatch(match[0])
        small = match["label"] in ("l", "]", "|") or not capitals
        if number and (match["label"].isdigit() or (small and self._roman)):
            mended = self._as_number(number)
            if mended or match["label"].isdigit():
                return mended
        strokes = match["label"].translate(_STROKES)
        due = roman(self._roman + 1)
        lost = strokes == due[:-1] and self._roman >= _SECOND
        doubled = len(due) > _SECOND and set(due) == {"I"} == set(strokes) and strokes > due
        if strokes == due or lost or doubled:
            self._begin(self._roman + 1)
            label = f"{due}-" if match["end"] in {"-", "–"} else f"{due}."
            return None if match[0] in {label, f"{due}–"} else label
        if value := roman_value(strokes):
            self._begin(value)
        lone = _PLAIN_ROMAN.fullmatch(match[0]) if value and capitals and not match["end"] else None
        return f"{match[0]}." if lone else None

    def _begin(self, roman: int) -> None:
        """Go on below a part."""
        self._roman = roman
        self._number, self._letter = 0, -1

    def _as_number(self, match: re.Match[str]) -> str | None:
        value = match["label"].translate(_DIGITS)
        if not value.isdigit():
            return None
        due = str(self._number + 1)
        right = due if value == due else None
        if match["end"] == "," and 0 < self._number < int(value) <= self._number + _SKIPPED:
            right = due = value
        if right is None and match["label"].isdigit() and match["end"] == ".":
            self._number = int(value)
            self._letter = -1
            return None
        if right is None:
            return None
        self._number = int(due)
        self._letter = -1
        return None if match[0] == f"{due}." else f"{due}."

    def _as_letter(self, match: re.Match[str]) -> str | None:
        label = match["label"]
        due = LETTERS[self._letter + 1] if self._letter + 1 < len(LETTERS) else ""
        if label == due:
            self._letter += 1
        elif _TWINS.get(label) == due:
            self._letter += 1
            return f"{due}{match['end']}"
        elif label in LETTERS:
            self._letter = LETTERS.index(label)
        return None


def labels_after(rows: Sequence[Sequence[Word]]) -> list[str]:
    """Return for each row what the next row with a number or numeral before it begins with."""
    found: list[str] = []
    then = ""
    for row in reversed(rows):
        found.append(then)
        first = row[0].text
        if _NUMBER_LIKE.fullmatch(first) or _ROMAN_LIKE.fullmatch(first):
            then = first
    return found[::-1]
