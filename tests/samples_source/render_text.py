"""Samples as plain text: what a clerk gets who copies the document out of the program."""

from samples_source.blocks import (
    NOTE_MARK,
    Block,
    Bullet,
    Closing,
    Grid,
    Head,
    Landscape,
    Numbered,
    Sample,
    Text,
    Title,
    recipient_lines,
)


def plain_text(sample: Sample) -> str:
    """Return the document with one paragraph a line and tables in pipes."""
    return "\n".join(line for block in sample.blocks for line in _lines(block)) + "\n"


def _lines(block: Block) -> list[str]:  # noqa: PLR0911 - one case a block
    match block:
        case Head():
            return [*block.left, *block.right]
        case Title():
            return list(block.lines)
        case Text() | Numbered():
            label = f"{block.label} " if isinstance(block, Numbered) else ""
            note = [block.note] if block.note else []
            return [label + block.text.replace(NOTE_MARK, ""), *note]
        case Bullet():
            return [f"- {block.text}"]
        case Grid():
            rows = ([cell.replace("\n", "; ") for cell in row] for row in block.filled())
            return [f"| {' | '.join(row)} |" for row in rows]
        case Closing():
            name = [block.name] if block.name else []
            return ["Nơi nhận:", *recipient_lines(block), *block.signature, *name]
        case Landscape():
            return []
