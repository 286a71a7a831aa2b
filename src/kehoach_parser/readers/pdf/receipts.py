"""Stamps of receipt (dấu đến): who got a document, its number there and the day, no text of it."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, line_text, pieces, rows
from kehoach_parser.readers.stamps import heads_receipt, is_of_receipt

_ANCHOR: Final = "ĐẾN"
_DAY: Final = "Ngày"
_NEAR: Final = 60.0
_ABOVE, _BELOW = 30.0, 80.0
"""Points around the stamp's head within which its lines stand."""

_SIZE: Final = 2.0


def take_receipts(words: Sequence[Word]) -> tuple[list[str], list[Word]]:
    """Return the texts of stamps of receipt, and the words of a page without them."""
    if not any(word.text == _ANCHOR for word in words):
        return [], list(words)
    parts = [part for row in rows(words) for part in pieces(row, COLUMN_GAP)]
    texts: list[str] = []
    gone: set[int] = set()
    for head in parts:
        if not heads_receipt(line_text(head)):
            continue
        held = [head, *(part for part in parts if part is not head and _belongs(part, head))]
        stamp = [line_text(part) for part in held]
        if len(held) > 1 and any(_DAY in text for text in stamp):
            texts += stamp
            gone |= {word.order for part in held for word in part}
    return texts, [word for word in words if word.order not in gone]


def _belongs(part: Sequence[Word], head: Sequence[Word]) -> bool:
    """Return whether a line near the stamp's head is one of its lines, or the body above it."""
    first, anchor = part[0], head[0]
    below = first.base - anchor.base
    if not -_ABOVE < below < _BELOW or abs(first.size - anchor.size) > _SIZE:
        return False
    text = line_text(part)
    if is_of_receipt(text):
        return abs(first.x0 - anchor.x0) < _NEAR
    above = -2.5 * anchor.size < below < 0 and text.isupper()
    return above and _spans(part, head)


def _spans(part: Sequence[Word], head: Sequence[Word]) -> bool:
    """Return whether a line in the same small size stands over the stamp's head."""
    same = abs(part[0].size - head[0].size) < _SIZE / 4
    end = max(word.x1 for word in part)
    return same and part[0].x0 - 2 <= head[0].x0 and head[-1].x1 <= end + _NEAR
