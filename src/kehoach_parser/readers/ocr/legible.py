"""Which lines of a picture are text: stamps, pens and specks are read as a few letters too."""

from collections.abc import Iterable, Sequence
from typing import Final

from kehoach_parser.readers.ocr.engines.base import Bounds, Spotted
from kehoach_parser.text.patterns import pattern

Words = list[Spotted]

_LEAST: Final = ((3, 0.65), (8, 0.5), (1000, 0.35))
"""Lines up to so many letters are no text where an engine is less sure of them."""

_LEAST_IN_TABLE: Final = 0.3
"""The same within a ruled table, where few stamps lie and many lines have one word."""

_NUMBER_LINE: Final = pattern(r"S\w{1,2}\s?:?\s?\S{0,12}\s?[/-]\s?[A-ZĐ]{2}[\w&/-]*")
"""`Số: …/KH-UBND`: the number is often written by hand, what is printed behind it counts."""

_BULLET: Final = pattern("[-–+•*]")
_LEAST_BULLET: Final = 0.15
_BESIDE: Final = 4.0
"""Heights of a line: how wide a bullet is at least, and how far left of its words it stands."""


def legible(lines: Sequence[Words], tables: Sequence[Bounds]) -> list[Words]:
    """Return the lines that are text, bullets with the words that they stand before.

    `tables` are the edges of ruled tables, in pixels.
    """
    found = [words for words in lines if _is_text(words, tables)]
    starts = {id(words): number for number, words in enumerate(found)}
    for words in lines:
        beside = None if id(words) in starts else _with_bullet(words, found)
        if beside is not None:
            found[beside] = _joined(words[0], found[beside])
    return found


def letters(words: Iterable[Spotted]) -> int:
    """Return how many characters words have."""
    return sum(len(word.text) for word in words)


def _is_text(words: Words, tables: Sequence[Bounds]) -> bool:
    count = letters(words)
    if not any(char.isalnum() for word in words for char in word.text):
        return count > 1
    sure = sum(word.confidence * len(word.text) for word in words) / count
    if any(_is_within(words, table) for table in tables):
        return sure >= _LEAST_IN_TABLE
    if sure >= next(least for most, least in _LEAST if count <= most):
        return True
    return _NUMBER_LINE.fullmatch(" ".join(word.text for word in words)) is not None


def _is_within(words: Words, table: Bounds) -> bool:
    left, top, right, bottom = table
    middle = (words[0].top + words[0].bottom) / 2
    return top < middle < bottom and left < words[0].x0 and words[-1].x1 < right


def _with_bullet(words: Words, lines: Sequence[Words]) -> int | None:
    """Return the line that a bullet stands before, null where it is a speck."""
    bullet = words[0]
    height = bullet.bottom - bullet.top
    if len(words) > 1 or not _BULLET.fullmatch(bullet.text):
        return None
    if bullet.x1 - bullet.x0 < _LEAST_BULLET * height:
        return None
    middle = (bullet.top + bullet.bottom) / 2
    near = [
        (line[0].x0, number)
        for number, line in enumerate(lines)
        if line[0].top < middle < line[0].bottom
        and 0 < line[0].x0 - bullet.x1 < _BESIDE * height
        and not _BULLET.match(line[0].text)
    ]
    return min(near)[1] if near else None


def _joined(bullet: Spotted, line: Words) -> Words:
    first = line[0]
    return [bullet._replace(line=first.line, top=first.top, bottom=first.bottom), *line]
