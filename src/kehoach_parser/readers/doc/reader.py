"""Reader of Word 97-2003 files (.doc) through anydoc, and what it leaves out.

Only `anydoc.to_document` may be called: other functions of it can send a file to a service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.findings import finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.doc.beside import with_boxes
from kehoach_parser.readers.doc.blocks import convert_blocks
from kehoach_parser.readers.doc.word97 import Word97
from kehoach_parser.readers.doc.word97_labels import with_numbers
from kehoach_parser.text.document import Block, Document, Paragraph
from kehoach_parser.text.legacy_signs import any_legacy

if TYPE_CHECKING:
    import anydoc


def read_doc(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a .doc file, with findings for what its reader cannot see.

    Raises `FormatError` where the file is broken or encrypted, `LimitError` over a limit.
    """
    original = Word97(data, name)
    source = _convert(original.data, name)
    blocks = convert_blocks(source, original, name, limits.max_depth)
    blocks = with_numbers(blocks, original.labels.rows)
    tabbed = tuple(_with_tabs(block, original) for block in blocks)
    shown, left = with_boxes(tabbed, original.beside)
    margins = tuple(line.text for margin in original.beside.margins for line in margin)
    found = (finding("doc-text-boxes", count=left),) if left else ()
    document = Document("doc", shown, margins, findings=found)
    is_old = bool(original.stand_in) or any_legacy(shown)
    return _decoded(document, original) if is_old else document


def _decoded(document: Document, original: Word97) -> Document:
    """Return a document with its old encodings in Unicode, and what of them could not be read."""
    from kehoach_parser.readers.legacy.blocks import (  # noqa: PLC0415 - old texts only
        decoded_blocks,
    )

    blocks, legacy = decoded_blocks(document.blocks, original.stand_in)
    found = legacy.findings()
    fonts = original.old_fonts()
    if not found and fonts:
        found = (finding("doc-legacy-fonts", fonts=", ".join(fonts)),)
    if legacy.changed and original.soft_hyphens and not original.stand_in:
        found = (*found, finding("doc-soft-hyphens", count=original.soft_hyphens))
    return document._replace(
        blocks=blocks, encoding=legacy.encoding, findings=(*found, *document.findings)
    )


def _with_tabs(block: Block, original: Word97) -> Block:
    """Return a paragraph with its tabs; the same words are bold."""
    if not isinstance(block, Paragraph):
        return block
    text = original.with_tabs(block.text)
    if text == block.text:
        return block
    bold = len(text) if block.bold >= len(block.text) else min(block.bold, len(text))
    return block._replace(text=text, bold=bold)


def _convert(data: bytes, name: str) -> anydoc.Document:
    import anydoc

    try:
        return anydoc.to_document(data, "doc")
    except anydoc.EncryptedError as error:
        raise FormatError("file-encrypted", name=name) from error
    except anydoc.ResourceLimitError as error:
        raise LimitError("too-large-inside", name=name, limit=error.limit) from error
    except anydoc.ConvertError as error:
        raise FormatError("doc-broken", name=name) from error
