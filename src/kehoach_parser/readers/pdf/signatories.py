"""Those who sign side by side: a joint plan, a school's (`HIỆU TRƯỞNG | CHỦ TỊCH CÔNG ĐOÀN`).

Two, three or more stand in a row, and rows of them below each other; each is read by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.signing import posts
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, Line, line_text, pieces
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_CAPACITY: Final = pattern(
    rf"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)[./]\s?(?=[{UPPER}]{{2}})"
    r"|(?:PHÊ |KÝ )?DUYỆT\b|XÁC NHẬN\b|ĐẠI DIỆN\b|NGƯỜI (?:LẬP|BÁO)\b|TỔ TRƯỞNG\b|KẾ TOÁN\b"
)
"""How what stands above a signature begins, beside the posts of `signing.tsv`."""

_NAME: Final = pattern(rf"(?:[\w.]+\s){{0,4}}?[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{1,5}}")
"""A person's name, titles and ranks before it included (`Thượng tướng Lê Văn Tám`)."""

_RECIPIENTS: Final = pattern(r"\W*N[ơƠ][iI]\s*(?:nhận|NHẬN)")
_ROOM: Final = 11.0
"""Sizes from a post to the name below it at most."""

_NEAR: Final = 0.6 * COLUMN_GAP
_OVER: Final = 2.0
"""Sizes: room between the columns of a row, and how far words may reach over a column's edge."""


@dataclass(slots=True)
class Signatures:
    """Those who sign in one row: the lines of each, from left to right."""

    sides: list[list[Line]]

    @property
    def lines(self) -> list[Line]:
        """All lines, by column."""
        return [line for side in self.sides for line in side]


class Block(NamedTuple):
    """A row of signatures among a page's rows: the first, the one behind the last, its columns."""

    first: int
    last: int
    signatures: Signatures


def find_signatures(rows: Sequence[list[Word]], page: int) -> Block | None:
    """Return the first row of signatures on a page, null where nobody signs beside another."""
    for first, row in enumerate(rows):
        parts = pieces(row, COLUMN_GAP)
        if _is_signed(parts):
            sides = [[Line(part, page)] for part in parts]
            count = _collect(sides, rows[first + 1 :], page)
            if any(_is_named(side) for side in sides):
                return Block(first, first + 1 + count, Signatures(sides))
    return None


def _is_signed(parts: Sequence[list[Word]]) -> bool:
    """Return whether a row is of two or more capacities or posts, and nothing else."""
    return len(parts) > 1 and all(_begins_signature(line_text(part)) for part in parts)


def _begins_signature(text: str) -> bool:
    if not text.isupper():
        return False
    return _CAPACITY.match(text) is not None or bare(text).startswith(tuple(posts()))


def _collect(sides: list[list[Line]], rows: Sequence[list[Word]], page: int) -> int:
    """Put what stands below into its column, until each has its name; return how many rows."""
    edges = [(a[0].x1 + b[0].x0) / 2 for a, b in pairwise(sides)]
    base = sides[0][0].base
    for count, row in enumerate(rows):
        parts = pieces(row, _NEAR)
        places = [_place(part, edges) for part in parts]
        ended = _RECIPIENTS.match(line_text(row)) or row[0].base - base > _ROOM * row[0].size
        if ended or any(at is None or _is_named(sides[at]) for at in places):
            return count
        for at, part in zip(places, parts, strict=True):
            if at is not None:
                sides[at].append(Line(part, page))
        base = row[0].base
    return len(rows)


def _place(part: Sequence[Word], edges: Sequence[float]) -> int | None:
    """Return the column in which words stand, null where they reach far into another."""
    x0, x1 = part[0].x0, max(word.x1 for word in part)
    at = sum((x0 + x1) / 2 > edge for edge in edges)
    over = _OVER * part[0].size
    left = edges[at - 1] if at else x0
    right = edges[at] if at < len(edges) else x1
    return at if x0 > left - over and x1 < right + over else None


def _is_named(side: Sequence[Line]) -> bool:
    """Return whether a column has come to a person's name."""
    text = side[-1].text
    return not text.isupper() and _NAME.fullmatch(text) is not None
