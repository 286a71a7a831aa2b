"""Pages that hold plain text: its lines stand in one element, parted by breaks or as they are."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.readers.plain.reader import laid_out
from kehoach_parser.text.document import Block, Paragraph

_FEWEST: Final = 15
"""Breaks from which a page may be plain text."""

_WITHIN: Final = 3
"""Breaks within a paragraph that is made of lines."""

_SHARE: Final = 0.8


def from_lines(blocks: Sequence[Block]) -> tuple[Block, ...] | None:
    """Return the blocks of a page that is plain text, null for one that has paragraphs."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    breaks = [text.count("\n") for text in texts]
    if len(texts) < len(blocks) or sum(breaks) < _FEWEST:
        return None
    held = [text for text, count in zip(texts, breaks, strict=True) if count >= _WITHIN]
    if sum(map(len, held)) < _SHARE * sum(map(len, texts)):
        return None
    return laid_out("\n\n".join(texts), markdown=False)[0]
