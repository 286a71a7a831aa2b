"""Signs that open items, as the few bullets that the rooms after the readers tell apart.

Word's picture bullets come as any sign (`►`, `◆`, `✔`), and where a file has lost their font as
the letter behind them (`Ø`, `ü`, `§`; `o` of Courier New). What they look like says nothing but
which items stand on one level, so signs of one kind become one.
"""

from typing import Final

from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_KINDS: Final = {
    "➢": "►▶▷▸▹▻‣➤➔➜➡➙→⇒⇨☞»❯➾➪",
    "▪": "■□◻◼◽◾❑❒⁃◘",
    "❖": "◆◇✦✧✪★☆✱✲✳❋⬥",
    "✓": "✔✅√",
    "○": "◯◎◉",
    "·": "∙⋅・‧",
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
_FIRST: Final = frozenset(sign[0] for sign in _KNOWN)


def with_known_bullets(document: Document) -> Document:
    """Return a document whose items open with signs that are known as bullets."""
    if not any(_opens(block) for block in document.blocks):
        return document
    blocks = tuple(
        _respelled(block) if isinstance(block, Paragraph) and _opens(block) else block
        for block in document.blocks
    )
    return document._replace(blocks=blocks)


def _opens(block: object) -> bool:
    return isinstance(block, Paragraph) and block.text[:1] in _FIRST


def _respelled(block: Paragraph) -> Paragraph:
    match = _OPENING.match(block.text)
    if match is None or match.end() == len(block.text):
        return block
    opening = f"{_KNOWN[match['sign']]} "
    text = opening + block.text[match.end() :]
    bold = block.bold and max(block.bold - match.end() + len(opening), 0)
    return block._replace(text=text, bold=min(bold, len(text)))
