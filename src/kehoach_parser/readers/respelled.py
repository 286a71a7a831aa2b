"""A document whose letters and blanks are put right, in its paragraphs and cells alike."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from kehoach_parser.findings import finding
from kehoach_parser.text.document import Block, Document, Paragraph

_FIRST: Final = 300
"""Paragraphs and cells that are looked at: what is torn or glued is so all over."""


class Mended(NamedTuple):
    """A text, and how many signs were taken out of its syllables or put between them."""

    text: str
    signs: int


class Repair(NamedTuple):
    """Whether a text needs it, what it makes of a line, and the finding that tells of it."""

    is_needed: Callable[[str], bool]
    of_line: Callable[[str], str]
    code: str


def mend(text: str, repair: Repair) -> Mended:
    """Return a text put right, as it is where nothing in it asks for that."""
    if not repair.is_needed(text):
        return Mended(text, 0)
    whole = "\n".join(map(repair.of_line, text.split("\n")))
    return Mended(whole, abs(len(whole) - len(text)))


def respelled(document: Document, repair: Repair) -> Document:
    """Return a document put right, with the finding that says how many signs were wrong."""
    first = "\n".join(islice(_texts(document.blocks), _FIRST))
    if document.ocr or not repair.is_needed(first):
        return document
    blocks = tuple(_respelled(block, repair.of_line) for block in document.blocks)
    count = abs(sum(map(len, _texts(document.blocks))) - sum(map(len, _texts(blocks))))
    told = (finding(repair.code, count=count),) if count else ()
    return document._replace(blocks=blocks, findings=(*document.findings, *told))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row)


def _respelled(block: Block, of_line: Callable[[str], str]) -> Block:
    def whole(text: str) -> str:
        return "\n".join(map(of_line, text.split("\n")))

    if isinstance(block, Paragraph):
        bold = len(whole(block.text[: block.bold]))
        return block._replace(text=whole(block.text), bold=bold)
    rows = (tuple(cell._replace(text=whole(cell.text)) for cell in row) for row in block.rows)
    return block._replace(rows=tuple(rows))
