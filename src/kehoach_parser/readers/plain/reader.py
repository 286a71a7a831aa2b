"""Plain text: hard wraps joined, lost paragraph breaks found again, tables and columns kept."""

from typing import Final, NamedTuple

from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.composed import COMPOSED
from kehoach_parser.readers.encoding import decode
from kehoach_parser.readers.glued import GLUED
from kehoach_parser.readers.parted_head import with_parted_head
from kehoach_parser.readers.plain.assembly import Assembly
from kehoach_parser.readers.plain.escapes import with_line_ends
from kehoach_parser.readers.plain.loose_bars import (
    BAR,
    ENDING_BAR,
    with_cells_apart,
    without_loose_bars,
)
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
from kehoach_parser.text.document import Block, Document, Paragraph
from kehoach_parser.text.legacy_signs import may_be_legacy
from kehoach_parser.text.patterns import pattern

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
    if BAR in text:
        lines = with_cells_apart(lines)
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
    for repair in (COMPOSED, TORN, GLUED):
        text, signs = mend(text, repair)
        if signs:
            found = (*found, finding(repair.code, count=signs))
    return _Words(text, old or encoding, (*told, *found))


def in_unicode(text: str) -> tuple[str, str | None, tuple[Finding, ...]]:
    """Return a text with lines in old encodings decoded, the encoding of most, and findings."""
    if not may_be_legacy(text):
        return text, None, ()
    from kehoach_parser.readers.legacy.runs import decoded_lines  # noqa: PLC0415 - old files only

    return decoded_lines(text)
