"""Signs that open items, as the few bullets that the rooms after the readers tell apart.

Word's picture bullets come as any sign (`►`, `◆`, `✔`), and where a file has lost their font as
the letter behind them (`Ø`, `ü`, `§`; `o` of Courier New). What they look like says nothing but
which items stand on one level, so signs of one kind become one.
"""

import re
from typing import Final

from kehoach_parser.text.document import Block, Document, Paragraph
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_KINDS: Final = {
    "➢": "►▶▷▸‣➤➔➜→⇒⇨☞»",
    "▪": "■□◻◼❑❒⁃",
    "❖": "◆◇✦✧★☆",
    "✓": "✔✅√",
    "○": "◯◎",
    "·": "∙⋅",
}
_LETTERS: Final = {"Ø": "➢", "§": "▪", "q": "▪", "v": "❖", "ü": "✓", "o": "○", "~": "-"}
"""What a sign font shows for a letter, and a wave for a dash: a bullet before a capital only."""

_ARROWS: Final = {"=>": "➢", "->": "➢", ">>": "➢"}
_CIRCLED: Final = {chr(0x2460 + number): f"({number + 1})" for number in range(20)}
_KNOWN: Final = (
    {sign: known for known, signs in _KINDS.items() for sign in signs}
    | _LETTERS | _ARROWS | _CIRCLED
)  # fmt: skip
SIGNS: Final = "".join(_KINDS.values()) + "".join(_CIRCLED)
"""The signs that open an item wherever they begin a line, for use inside `[…]`."""

OPENING: Final = rf"[{SIGNS}]\s*[^\W_]|(?:[=-]>|>>)\s*[{UPPER}]|[{''.join(_LETTERS)}]\s+[{UPPER}]"
"""How such an item begins, as a regex."""

_OPENING: Final = pattern(rf"(?P<sign>[{SIGNS}]|[=-]>|>>|[{''.join(_LETTERS)}](?=\s+[{UPPER}]))\s*")
_FIRST: Final = frozenset(sign[0] for sign in _KNOWN) - {"-"}
_IN_CELL: Final = pattern(
    rf"^(?:[{''.join(_KINDS.values())}{''.join(_KINDS)}●◦]|[–—−](?=[^\S\n])|[=-]>|>>"
    rf"|[{''.join(_LETTERS)}](?=[^\S\n]+[{UPPER}]))[^\S\n]*(?=[^\W\d_])",
    re.MULTILINE,
)
"""How an item opens in a cell, where lists have one level; a sign alone is a mark."""

_FIRST_IN_CELL: Final = (_FIRST - set(_LETTERS)).union(_KINDS, "●◦–—−", map("{} ".format, _LETTERS))


def with_known_bullets(document: Document) -> Document:
    """Return a document whose items open with signs that are known as bullets."""
    if document.ocr or not any(map(_opens, document.blocks)):
        return document
    return document._replace(blocks=tuple(map(_respelled, document.blocks)))


def _opens(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.text[:1] in _FIRST or block.text.startswith("->")
    lines = "\n".join([cell.text for row in block.rows for cell in row]).split("\n")
    beginnings = {line[:2] for line in lines}
    return any(two[:1] in _FIRST_IN_CELL or two in _FIRST_IN_CELL for two in beginnings)


def _respelled(block: Block) -> Block:
    if not _opens(block):
        return block
    if isinstance(block, Paragraph):
        return _with_bullet(block)
    rows = (
        tuple(cell._replace(text=_IN_CELL.sub("- ", cell.text)) for cell in row)
        for row in block.rows
    )
    return block._replace(rows=tuple(rows))


def _with_bullet(block: Paragraph) -> Paragraph:
    match = _OPENING.match(block.text)
    if match is None or match.end() == len(block.text):
        return block
    opening = f"{_KNOWN[match['sign']]} "
    text = opening + block.text[match.end() :]
    bold = block.bold and max(block.bold - match.end() + len(opening), 0)
    return block._replace(text=text, bold=min(bold, len(text)))
