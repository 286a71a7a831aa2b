"""Plain text: hard wraps joined, lost paragraph breaks found again, tables and columns kept."""

import unicodedata
from typing import Final, NamedTuple

from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.encoding import decode
from kehoach_parser.readers.glued import GLUED
from kehoach_parser.readers.headtext import names_type, split_head, stands_right
from kehoach_parser.readers.plain.assembly import Assembly
from kehoach_parser.readers.plain.escapes import with_line_ends
from kehoach_parser.readers.plain.loose_bars import ENDING_BAR, without_loose_bars
from kehoach_parser.readers.plain.markup import (
    with_line_breaks,
    without_front_matter,
    without_tags,
    without_wrapped_marks,
)
from kehoach_parser.readers.plain.notes import with_note_marks, with_notes_below
from kehoach_parser.readers.plain.page_numbers import without_page_numbers
from kehoach_parser.readers.plain.webtext import (
    restore_lines,
    runs_together,
    with_points_apart,
    with_sections_apart,
    with_stamps_apart,
)
from kehoach_parser.readers.respelled import mend
from kehoach_parser.readers.runs import with_signs
from kehoach_parser.readers.torn import TORN
from kehoach_parser.text.document import Block, Cell, Document, Grid, Paragraph
from kehoach_parser.text.legacy_signs import may_be_legacy
from kehoach_parser.text.normalise import marks_apart
from kehoach_parser.text.patterns import pattern

_HEAD_BLOCKS: Final = 24
_HEAD_ROWS: Final = 3
_SIDES: Final = 2
_LEAST_MARGIN: Final = " " * 4
_NO_WIDTH: Final = ("\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NO-BREAK SPACE}")
"""What pages put between words, which would hide where lines begin."""

_ANY_NO_WIDTH: Final = pattern(f"[{''.join(_NO_WIDTH)}]+")

_TRAILING: Final = pattern(r"(?<![ \t])(?<![^\n]\|) +(?=\n)")
"""Blanks at a line's end; behind a bar or a tab they are a table's last cell."""


class _Words(NamedTuple):
    """A file's text in Unicode, its syllables whole, and how it came to that."""

    text: str
    encoding: str | None
    findings: tuple[Finding, ...]


def read_plain(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a plain text in any encoding."""
    del name, limits  # `read.read` holds the size
    return read_text(data, markdown=False)


def read_text(data: bytes, *, markdown: bool) -> Document:
    """Return the content of a text; `markdown` says that its marks and entities count."""
    words = _words(data)
    text = words.text
    if markdown:
        text = without_wrapped_marks(with_line_breaks(without_front_matter(text)))
        text = with_note_marks(text)
    elif "<" in text:
        text = without_tags(text)
    blocks, margins = laid_out(text, markdown=markdown)
    return Document(
        "md" if markdown else "txt", blocks, margins, encoding=words.encoding,
        findings=words.findings,
    )  # fmt: skip


def laid_out(text: str, *, markdown: bool) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks of a text's lines, and the numbers of its pages."""
    if " \n" in text:
        text = _TRAILING.sub("", text)
    if runs_together(text):
        return tuple(Paragraph(line) for line in restore_lines(text)), ()
    text = with_stamps_apart(with_points_apart(with_sections_apart(text)))
    lines, margins = without_page_numbers(_flush(text.replace("\f", "\n\f\n").split("\n")))
    if ENDING_BAR in text:
        lines = without_loose_bars(lines)
    return with_parted_head(with_notes_below(Assembly(lines, markdown=markdown).run())), margins


def _flush(lines: list[str]) -> list[str]:
    """Return the lines without the margin of blanks that a page's layout gives all of them."""
    first = next(filter(str.strip, lines), "")
    if not first.startswith(_LEAST_MARGIN):
        return lines
    margin = min(len(line) - len(line.lstrip(" ")) for line in lines if line.strip())
    return [line[margin:] if line.strip() else line for line in lines]


def _words(data: bytes) -> _Words:
    """Return a file's text; what tears or glues syllables must not hide where lines go on."""
    text, encoding, found = decode(data)
    text = with_line_ends(text) if "\\n" in text else text
    if any(sign in text for sign in _NO_WIDTH):
        odd = sum(any(sign in line for sign in _NO_WIDTH) for line in text.split("\n"))
        found = (*found, finding("text-mended", count=odd))
        text = _ANY_NO_WIDTH.sub("", text)
    text, old, told = in_unicode(text)
    text = with_signs(text)
    if not unicodedata.is_normalized("NFC", text):
        if marks := marks_apart(text):
            found = (*found, finding("text-decomposed", count=marks))
        text = unicodedata.normalize("NFC", text)
    for repair in (TORN, GLUED):
        text, blanks = mend(text, repair)
        if blanks:
            found = (*found, finding(repair.code, count=blanks))
    return _Words(text, old or encoding, (*told, *found))


def in_unicode(text: str) -> tuple[str, str | None, tuple[Finding, ...]]:
    """Return a text with lines in old encodings decoded, the encoding of most, and findings."""
    if not may_be_legacy(text):
        return text, None, ()
    from kehoach_parser.readers.legacy.runs import decoded_lines  # noqa: PLC0415 - old files only

    return decoded_lines(text)


def with_parted_head(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks, each component of the head in a paragraph of its own."""
    found = [part for block in blocks[:_HEAD_BLOCKS] for part in _components(block)]
    return (*_with_type_below_head(found), *blocks[_HEAD_BLOCKS:])


def _with_type_below_head(blocks: list[Block]) -> list[Block]:
    """Return the blocks of a head, the type below the Quốc hiệu that a program put behind it."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and names_type(block.text):
            end = at + 1
            for beside in blocks[end:]:
                if not (isinstance(beside, Paragraph) and stands_right(beside.text)):
                    break
                end += 1
            return [*blocks[:at], *blocks[at + 1 : end], block, *blocks[end:]]
    return blocks


def _components(block: Block) -> list[Block]:
    """Return a paragraph's components of the head, itself where it is none or one."""
    if not isinstance(block, Paragraph):
        return [_with_parted_cells(block)]
    lines, rest = split_head(" ".join(block.text.split()))
    if len(lines) + bool(rest) < 2:  # noqa: PLR2004 - it is one component
        return [block]
    whole = block.bold >= len(block.text)
    parts = (line for line in (*lines, _with_breaks(block.text, rest)) if line)
    return [block._replace(text=line, bold=len(line) if whole else 0) for line in parts]


def _with_parted_cells(grid: Grid) -> Grid:
    """Return a layout table, each component of a head in a line of its cell."""
    if grid.width != _SIDES or len(grid.rows) > _HEAD_ROWS:
        return grid
    rows = tuple(tuple(map(_parted_cell, row)) for row in grid.rows)
    return grid._replace(rows=rows)


def _parted_cell(cell: Cell) -> Cell:
    if "\n" in cell.text:
        return cell
    lines, rest = split_head(cell.text)
    return cell._replace(text="\n".join((*lines, rest) if rest else lines)) if lines else cell


def _with_breaks(text: str, rest: str) -> str:
    """Return the end of a text that is `rest` without its line breaks, with them."""
    if "\n" not in text:
        return rest
    letters = "".join(rest.split())
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    end = text[places[-len(letters)] :] if letters else ""
    return end if "".join(end.split()) == letters else rest
