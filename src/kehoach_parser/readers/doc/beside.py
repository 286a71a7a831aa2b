"""What stands beside the text of a .doc and anydoc leaves out: text boxes and page headers.

Only what is sure of its place is put back: a head and stamps above the text, a closing below it
or beside the half that the text has.
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.stamps import is_stamp
from kehoach_parser.readers.columns import begins_recipients
from kehoach_parser.readers.doc.word97_text import FIELD_CODE, NOT_SHOWN, Piece, Streams
from kehoach_parser.readers.letterhead import bears_motto, with_letterhead
from kehoach_parser.readers.signatories import begins_signature, is_name
from kehoach_parser.readers.stamps import heads_receipt
from kehoach_parser.text.document import Block, Paragraph
from kehoach_parser.text.patterns import pattern

_BOXES_AT: Final = 0x25A
_BOX: Final = 22
_HEADERS_AT: Final = 0xF2
"""Where the FIB points to the ends of boxes, each with an entry, and to those of headers."""

_TOP: Final = 20
"""Blocks within which a head stands."""

_ENDS: Final = pattern(r"[\r\x07\x0b\x0c]")
_UNSEEN: Final = pattern(r"[\x00-\x08\x0e-\x1f]")

Story = tuple[Paragraph, ...]


class Beside(NamedTuple):
    """The paragraphs of each box, and of each header and footer."""

    boxes: tuple[Story, ...] = ()
    margins: tuple[Story, ...] = ()


class Placed(NamedTuple):
    """Blocks with what was put back, and how many letters of boxes were not."""

    blocks: tuple[Block, ...]
    left: int


def read_beside(streams: Streams, pieces: list[Piece], counts: Sequence[int]) -> Beside:
    """Return what stands beside the text; `counts` are the characters of the text's parts.

    Raises `struct.error` where the file's tables are broken.
    """
    start, headers, boxes = sum(counts[:2]), counts[2], counts[-1]
    return Beside(
        tuple(_stories(streams, pieces, (sum(counts[:-1]), boxes), (_BOXES_AT, _BOX))),
        tuple(_stories(streams, pieces, (start, headers), (_HEADERS_AT, 0))),
    )


def with_boxes(blocks: tuple[Block, ...], beside: Beside) -> Placed:
    """Return the blocks with the head, the stamps and the closing that boxes or headers hold."""
    boxes = [box for box in beside.boxes if not any(heads_receipt(line.text) for line in box)]
    first = next((n for n, box in enumerate(boxes) if _closes(box)), len(boxes))
    head = [line for box in boxes[:first] for line in box]
    below = [line for box in boxes[first:] if not _has_like(blocks, box) for line in box]
    if not bears_motto(head):
        beside_motto = bears_motto(blocks[:_TOP])
        head = [line for line in head if is_stamp(line.text) or (beside_motto and _names(line))]
        blocks = (*head, *blocks)
    shown = with_letterhead(blocks, [head, *beside.margins])
    left = _letters(boxes) - _letters([head, below])
    place = next((n for n, block in enumerate(shown) if _closes((block,))), len(shown))
    return Placed((*shown[:place], *below, *shown[place:]), left)


def _stories(
    streams: Streams, pieces: list[Piece], part: tuple[int, int], index: tuple[int, int]
) -> Iterator[Story]:
    """Yield the stories of a part of the text, which the file's index parts."""
    start, size = part
    ends = streams.structure(index[0]) if size else b""
    count = (len(ends) - 4) // (4 + index[1])
    places = struct.unpack_from(f"<{count + 1}I", ends) if count > 0 else (0, size)
    for first, last in pairwise(places):
        if first < last <= size:
            story = _paragraphs(streams.text(pieces, start + first, start + last))
            if story:
                yield story


def _paragraphs(text: str) -> Story:
    lines = _ENDS.split(FIELD_CODE.sub("", text))
    shown = (_UNSEEN.sub("", line).strip() for line in lines)
    return tuple(Paragraph(line) for line in shown if line)


def _closes(blocks: Sequence[Block]) -> bool:
    """Return whether blocks begin with recipients, or with a signature."""
    first = blocks[0]
    signs = isinstance(first, Paragraph) and begins_signature(first.text)
    return signs or begins_recipients(blocks)


def _names(line: Paragraph) -> bool:
    """Return whether a line is one of the left side of a head: a body's name, the number."""
    return line.text.isupper() or line.text.startswith("Số")


def _has_like(blocks: Sequence[Block], box: Story) -> bool:
    """Return whether a text has recipients itself, or a name below a post, as a box has."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    if begins_recipients(box):
        return any(begins_recipients((block,)) for block in blocks)
    return any(is_name(below) and begins_signature(above) for above, below in pairwise(texts))


def _letters(stories: Sequence[Sequence[Paragraph]]) -> int:
    return sum(len(NOT_SHOWN.sub("", one.text)) for story in stories for one in story)
