"""Letterheads: heads of documents that stand in the header of the page."""

from collections.abc import Iterable, Sequence
from typing import Final

from kehoach_parser.readers.cells import cell_text
from kehoach_parser.text.document import Block
from kehoach_parser.text.patterns import pattern

_MOTTO: Final = pattern(
    r"C[ỘO]NG\s+H(?:[ÒÓÕỊ]A|O[ÀÁÃ])\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
_TOP: Final = 20
"""Blocks within which a head stands."""


def with_letterhead(blocks: Sequence[Block], margins: Iterable[Sequence[Block]]) -> list[Block]:
    """Return a body with the head above it that stands in a page's header, if it has none."""
    for margin in margins:
        if bears_motto(margin):
            return list(blocks) if bears_motto(blocks[:_TOP]) else [*margin, *blocks]
    return list(blocks)


def bears_motto(blocks: Sequence[Block]) -> bool:
    """Return whether blocks hold the motto, as the head of a document does."""
    return _MOTTO.search(cell_text(list(blocks))) is not None
