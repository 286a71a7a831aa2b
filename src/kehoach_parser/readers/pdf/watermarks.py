"""Watermarks: words across a page that are no part of its text (`DỰ THẢO`, `BẢN SAO`)."""

from collections.abc import Sequence
from statistics import median
from typing import Final, Protocol

from kehoach_parser.readers.pdf.chars import Word

_LARGE: Final = 2.5
"""How many times as large as the page's words a watermark is."""


class Colours(Protocol):
    """Knows how words are painted."""

    def is_pale(self, word: Word) -> bool:
        """Return whether a word is nearer to white than to black, or can be seen through."""
        ...


def take_watermarks(words: Sequence[Word], page: Colours) -> tuple[list[str], list[Word]]:
    """Return the words of watermarks, and the words of a page without them.

    A watermark is aslant, or large and pale or with words of the text drawn over it.
    """
    if not words:
        return [], []
    large = _LARGE * median(word.size for word in words)
    bases = {
        (word.base, word.size)
        for word in words
        if word.size > large and (page.is_pale(word) or _is_under_text(word, words))
    }
    marks = {w.order for w in words if w.slanted or (w.base, w.size) in bases}
    if not marks:
        return [], list(words)
    texts = [word.text for word in words if word.order in marks]
    return texts, [word for word in words if word.order not in marks]


def _is_under_text(mark: Word, words: Sequence[Word]) -> bool:
    """Return whether smaller words stand on a word."""
    return any(
        2 * word.size < mark.size
        and mark.x0 < (word.x0 + word.x1) / 2 < mark.x1
        and mark.top < (word.top + word.bottom) / 2 < mark.bottom
        for word in words
    )
