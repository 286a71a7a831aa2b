"""Tables of contents (mục lục): they repeat the headings with their pages, as margins do."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.text.document import Block, Document, Paragraph
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern

_HEADING: Final = "mục lục"
_SHORT: Final = 20
_ENTRY: Final = pattern(
    r"(?P<words>[^\n]*?\w[^\n]*?)(?P<gap>[\s.…·_]*(?:\t|\.{3}|(?:\.\s){3}|…|_{3})[\s.…·_]*|\s)"
    r"(?P<page>\d{1,3})\s*\Z"
)
_LEADERS: Final = ("\t", "...", ". . .", "…", "___")
_FEWEST: Final = 2
"""Entries below the word `MỤC LỤC`."""

_FEWEST_BARE: Final = 4
"""Entries with leaders below no such word."""

_WRAPPED: Final = 3
"""Lines that an entry takes at most."""

_LONGEST: Final = 400


class _Entries(NamedTuple):
    """The words of entries and the block behind them.

    `led` says that leaders lead to their pages, `named` that the word `MỤC LỤC` stands above.
    """

    words: list[str]
    end: int
    led: bool = False
    named: bool = False


def without_contents(document: Document) -> Document:
    """Return the document with its tables of contents among the margins.

    Below the word `MỤC LỤC` lines that lead by dots or a tab to page numbers which never fall are
    its entries; without that word, or without leaders, most of them come again as headings.
    """
    blocks = document.blocks
    if not any(isinstance(block, Paragraph) and _may_belong(block.text) for block in blocks):
        return document
    lines = frozenset(key(block.text) for block in blocks if isinstance(block, Paragraph))
    kept: list[Block] = []
    taken: list[str] = []
    at = 0
    while at < len(blocks):
        found = _entries_at(blocks, at)
        passed = blocks[at : found.end]
        if _is_list(found, lines):
            taken += (block.text for block in passed if isinstance(block, Paragraph))
        else:
            kept += passed
        at = found.end
    if not (taken and kept):
        return document
    return document._replace(blocks=tuple(kept), margins=(*document.margins, *taken))


def _may_belong(text: str) -> bool:
    if text[-1:].isdigit() and any(sign in text for sign in _LEADERS):
        return True
    return len(text) < _SHORT and _is_heading(text)


def _is_heading(text: str) -> bool:
    return text.strip(" .:*").lower() == _HEADING


def _entries_at(blocks: Sequence[Block], start: int) -> _Entries:
    """Return the entries that begin at a block, none and the next block where none do."""
    first = blocks[start]
    none = _Entries([], start + 1)
    if not isinstance(first, Paragraph) or not _may_belong(first.text):
        return none
    named = _is_heading(first.text)
    found = _entries(blocks, start + named)._replace(named=named)
    return found if len(found.words) >= (_FEWEST if named else _FEWEST_BARE) else none


def _is_list(found: _Entries, lines: frozenset[str]) -> bool:
    """Return whether entries are a table of contents: by its word and leaders, or by the text."""
    again = sum(key(words) in lines for words in found.words)
    return (found.named and found.led) or 2 * again >= len(found.words) > 0


def _entries(blocks: Sequence[Block], start: int) -> _Entries:
    """Return the entries from a block on; lines without a page belong to the entry below."""
    words: list[str] = []
    before = ""
    end = at = start
    last = 0
    led = False
    while at < len(blocks) and at - end < _WRAPPED:
        block = blocks[at]
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
            break
        at += 1
        entry = _ENTRY.match(block.text)
        if entry is None:
            before = f"{before} {block.text}"
            continue
        leads = not entry["gap"].isspace() or "\t" in entry["gap"]
        led = led if words else leads
        if int(entry["page"]) < last or leads != led or (before and words and not led):
            break
        last = int(entry["page"])
        words.append(f"{before} {entry['words']}")
        before, end = "", at
    return _Entries(words, end, led)
