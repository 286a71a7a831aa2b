"""Paragraphs that are lines of a page: text pasted from a PDF, pages that converters made."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kehoach_parser.text.document import Block, Document, Paragraph
from kehoach_parser.text.letters import ENDS
from kehoach_parser.text.patterns import pattern

if TYPE_CHECKING:
    from kehoach_parser.readers.plain.labels import Counts
    from kehoach_parser.readers.plain.wrapping import Wrapping

_PROSE: Final = 40
"""Characters from which a paragraph that ends without a mark may be a line that goes on."""

_FEWEST: Final = 3
_LABEL: Final = pattern(r"[a-zđ]{1,2}\d?[.)/]")


def with_whole_paragraphs(document: Document) -> Document:
    """Return the document with lines joined to paragraphs, where its paragraphs are lines.

    Most of those that end without a mark go on in lower case then, in ordinary documents hardly
    one does.
    """
    blocks = document.blocks
    if not _is_wrapped(blocks):
        return document
    # Loaded here: few documents are wrapped.
    from kehoach_parser.readers.plain.labels import Counts  # noqa: PLC0415
    from kehoach_parser.readers.plain.lines import joint  # noqa: PLC0415
    from kehoach_parser.readers.plain.wrapping import wrapping_of  # noqa: PLC0415

    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    wrapping = wrapping_of(texts)
    counts = Counts()
    found: list[Block] = []
    last = ""  # the line that the next one may go on with
    for block in blocks:
        if not isinstance(block, Paragraph) or block.footnote:
            found.append(block)
            last = ""
            continue
        before = found[-1] if last else None
        text = block.text.strip()
        if isinstance(before, Paragraph) and _joins(before, last, block, wrapping, counts):
            found[-1] = _joined(before, block, joint(last, text))
        else:
            counts.note(text)
            found.append(block)
        last = text
    return document._replace(blocks=tuple(found))


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    goes_on = stops = 0
    for block, after in pairwise(blocks):
        if not isinstance(block, Paragraph) or not isinstance(after, Paragraph):
            continue
        text, below = block.text.rstrip(), after.text.lstrip()
        if len(text) < _PROSE or block.centered or text[-1] in ENDS or text.isupper():
            continue
        goes_on += below[:1].islower() and not _LABEL.match(below)
        stops += 1
    return goes_on >= _FEWEST and 2 * goes_on > stops


def _joins(
    before: Paragraph, last: str, block: Paragraph, wrapping: "Wrapping", counts: "Counts"
) -> bool:
    """Return whether a paragraph goes on with the one before; looks part a heading from text."""
    from kehoach_parser.readers.plain.lines import continues  # noqa: PLC0415 - as above

    whole = block.bold >= len(block.text)
    if before.heading or block.heading or before.centered != block.centered:
        return False
    if whole != (before.bold >= len(before.text)):
        return False
    return continues(last, block.text.strip(), gap=False, wrapping=wrapping, counts=counts)


def _joined(before: Paragraph, block: Paragraph, blank: str) -> Paragraph:
    first = before.text.rstrip()
    text = f"{first}{blank}{block.text.strip()}"
    whole = before.bold >= len(before.text) and block.bold >= len(block.text)
    return before._replace(
        text=text,
        bold=len(text) if whole else min(before.bold, len(first)),
        italic=before.italic and block.italic,
    )
