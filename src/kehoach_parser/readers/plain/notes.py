"""Footnotes of Markdown: read as converters write them, each set below the words it explains."""

from typing import Final

from kehoach_parser.text.document import Block, Paragraph
from kehoach_parser.text.patterns import pattern

_LINKED: Final = pattern(r"\[\[(\d{1,3})\]\]\(#[^()\s]{0,40}note[^()\s]{0,40}\)")
_EXPLAINED: Final = pattern(
    r"^(?P<mark>\d{1,3})\. (?P<words>[^\n]+) \[\N{UPWARDS ARROW}\]\(#[^()\s]{1,80}\)[^\S\n]*$"
)
_NOTE: Final = pattern(r"\A(?P<mark>\[[^\[\]\s]{1,20}\]) ")


def with_note_marks(text: str) -> str:
    r"""Return Markdown whose linked numbers of notes are marks of notes.

    >>> with_note_marks("ngân sách[[1]](#footnote-1) năm nay")
    'ngân sách[^1] năm nay'
    >>> with_note_marks("1. Theo biên bản. [↑](#footnote-ref-1)")
    '[^1]: Theo biên bản.'
    """
    if "(#" not in text:
        return text
    text = _LINKED.sub(r"[^\1]", text)
    lines = [_EXPLAINED.sub(r"[^\g<mark>]: \g<words>", line) for line in text.split("\n")]
    return "\n".join(lines)


def with_notes_below(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks, each note behind the one paragraph that bears its mark, unmarked."""
    kept: list[Block] = []
    notes: list[tuple[str, Paragraph]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.footnote and (match := _NOTE.match(block.text)):
            notes.append((match["mark"], block))
        else:
            kept.append(block)
    left = [note for mark, note in reversed(notes) if not _placed(kept, mark, note)]
    return (*kept, *reversed(left))


def _placed(blocks: list[Block], mark: str, note: Paragraph) -> bool:
    """Set a note behind the paragraph that bears its mark once, and say whether one does."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.text.count(mark) == 1:
            place = block.text.index(mark)
            bold = max(block.bold - len(mark), 0) if place < block.bold else block.bold
            blocks[at] = block._replace(text=block.text.replace(mark, ""), bold=bold)
            blocks.insert(at + 1, note._replace(text=note.text.removeprefix(mark).lstrip()))
            return True
    return False
