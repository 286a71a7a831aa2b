"""Heads and closings that paragraphs show in two columns by tabs or blanks, as grids.

Old Word files set "ỦY BAN NHÂN DÂN" and Quốc hiệu on one line, with a tab between them.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.signing import RECIPIENTS, RECIPIENTS_TEXT
from kehoach_parser.readers.cells import in_columns
from kehoach_parser.readers.columns import begins_columns, read_signatures, split_line
from kehoach_parser.readers.headtext import names_type
from kehoach_parser.text.document import Block, Document, Grid, Paragraph
from kehoach_parser.text.patterns import pattern

_HARD: Final = "\N{NO-BREAK SPACE}"
_GAPS: Final = ("\t", "   ", _HARD * 3, f"{_HARD} {_HARD}")
"""Wide gaps as word processors and web editors write them."""

_ITEM: Final = pattern(r"\A(?:[-+*•–]|Lưu\b|Như\b)|[;,.]\Z")
_OTHER: Final = pattern(rf"Kính g[ửở]i|{RECIPIENTS_TEXT}")
"""What begins a part of its own."""
_LONGEST: Final = 90
"""Characters of a line that stands in one column."""
_AHEAD: Final = 2
_MOST_SIGNED: Final = 30
"""Paragraphs from the posts of signers to their names at most."""


class _Halves(NamedTuple):
    left: str
    right: str


def lay_out_columns(document: Document) -> Document:
    """Return the document, heads and closings in two columns as grids without borders."""
    blocks = document.blocks
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        columns = _columns(blocks, at)
        found.append(columns[0] if columns else blocks[at])
        at = columns[1] if columns else at + 1
    laid = any(new is not old for new, old in zip(found, blocks, strict=False))
    return document._replace(blocks=tuple(found)) if laid else document


def _columns(blocks: Sequence[Block], start: int) -> tuple[Grid, int] | None:
    """Return the columns that begin with a paragraph, and the block after them."""
    first = blocks[start]
    if not isinstance(first, Paragraph) or not _has_gap(first.text):
        return None
    line = _plain(first.text.partition("\n")[0])
    if line.isupper() and (signed := _signatures(blocks, start)):
        return signed
    run = _run(blocks, start) if begins_columns(line) else []
    after = start + len(run)
    return (_grid(run, blocks[start:after]), after) if run else None


def _has_gap(text: str) -> bool:
    return "\t" in text or "   " in text or (_HARD in text and any(gap in text for gap in _GAPS))


def _signatures(blocks: Sequence[Block], start: int) -> tuple[Grid, int] | None:
    """Return those who sign side by side from a paragraph on, and the block after them."""
    lines: list[str] = []
    ends: list[int] = []
    for at in range(start, min(len(blocks), start + _MOST_SIGNED)):
        block = blocks[at]
        if not isinstance(block, Paragraph) or block.footnote:
            break
        lines += _plain(block.text).split("\n")
        ends.append(len(lines))
    found = read_signatures(lines, 0)
    if found is None or found[1] not in ends:
        return None
    grid = found[0]._replace(page=blocks[start].page)
    return grid, start + ends.index(found[1]) + 1


def _plain(text: str) -> str:
    return text.replace(_HARD, " ")


def _run(blocks: Sequence[Block], start: int) -> list[list[_Halves]]:
    """Return the halves of the lines of each paragraph in two columns from a block on.

    A line on the left alone belongs to them where it is one of the recipients, or where it is
    in capitals and a line with two sides follows soon.
    """
    run: list[list[_Halves]] = []
    size = 0
    closing = False
    for block in blocks[start:]:
        lines = _halves(block)
        if lines is None or (run and _ends_columns(lines[0])):
            break
        closing = closing or RECIPIENTS.match(lines[0].left) is not None
        run.append(lines)
        if any(line.right or (closing and _ITEM.search(line.left)) for line in lines):
            size = len(run)
        elif len(run) - size > _AHEAD or (lines[0].left and not _waits(lines[0], closing=closing)):
            break
    return run[:size]


def _ends_columns(line: _Halves) -> bool:
    """Return whether a line stands below the columns: who is addressed, the document's type."""
    return bool(_OTHER.match(line.left)) or names_type(line.left + line.right)


def _waits(line: _Halves, *, closing: bool) -> bool:
    """Return whether a line on the left can belong to a head that goes on."""
    return not closing and line.left.isupper()


def _halves(block: Block) -> list[_Halves] | None:
    """Return what stands at the left and at the right of each line, null for other blocks."""
    if not isinstance(block, Paragraph) or block.footnote or block.heading:
        return None
    lines: list[_Halves] = []
    for text in _plain(block.text).split("\n"):
        split = split_line(text)
        if split:
            lines.append(_Halves(split.left, split.right))
        elif len(text) > _LONGEST:
            return None
        elif text[:1] == "\t" or text[:3] == "   ":
            lines.append(_Halves("", text.strip()))
        else:
            lines.append(_Halves(text.strip(), ""))
    return lines


def _grid(run: list[list[_Halves]], blocks: Sequence[Block]) -> Grid:
    halves = [line for lines in run for line in lines]
    bold = all(isinstance(block, Paragraph) and block.bold >= len(block.text) for block in blocks)
    sides = (filter(None, side) for side in zip(*halves, strict=True))
    return in_columns(sides, blocks[0].page, bold=bold)
