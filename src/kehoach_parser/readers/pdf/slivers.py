"""Letters that a browser prints twice: those of a line that reach over the end of its page.

It cuts pages through the room between lines, where descenders and marks above capitals stand,
and draws the letters that these belong to on both pages.
"""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.margins import Row, Sheet

_LONGEST: Final = 2
_AT: Final = 1.0
"""Points by which a letter's place may differ from page to page."""

_DEEP: Final = 2
"""Rows at the end of a page: its last line, and letters of the next page's first one."""


def without_slivers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages without rows that are but letters of a line on the page before or after."""
    found = list(sheets)
    for at in range(1, len(found)):
        above, below = found[at - 1].rows, found[at].rows
        over = above and any(_is_sliver(above[-1], row) for row in below[:_DEEP])
        under = below and any(_is_sliver(below[0], row) for row in above[-_DEEP:])
        if over:
            found[at - 1] = found[at - 1]._replace(rows=above[:-1])
        if under:
            found[at] = found[at]._replace(rows=below[1:])
    return found


def _is_sliver(row: Row, whole: Row) -> bool:
    """Return whether all words of a row are letters of a line, at their places in it."""
    if len(row) >= len(whole) or any(len(word.text) > _LONGEST for word in row):
        return False
    owners = [_owner(word, whole) for word in row]
    return None not in owners and any(
        owner is not None and len(word.text) < len(owner.text)
        for word, owner in zip(row, owners, strict=True)
    )


def _owner(letter: Word, whole: Row) -> Word | None:
    """Return the word of a line that has a letter at its place, null where none has."""
    for word in whole:
        if word.x0 - _AT <= letter.x0 and letter.x1 <= word.x1 + _AT:
            same = letter.text in word.text and abs(letter.size - word.size) < _AT
            return word if same else None
    return None
