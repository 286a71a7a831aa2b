"""Samples as plain text: what a clerk gets who copies the document out of the program."""

from samples_source import blocks


def plain_text(sample: blocks.Sample) -> str:
    """Return the document with one paragraph a line and tables in pipes."""
    return "\n".join(line for block in sample.blocks for line in _lines(block)) + "\n"


def _lines(block: blocks.Block) -> list[str]:  # noqa: PLR0911 - one case a block
    match block:
        case blocks.Head():
            return [*block.left, *block.right]
        case blocks.Title():
            return list(block.lines)
        case blocks.Text() | blocks.Numbered():
            label = f"{block.label} " if isinstance(block, blocks.Numbered) else ""
            note = [block.note] if block.note else []
            return [label + block.text.replace(blocks.NOTE_MARK, ""), *note]
        case blocks.Bullet():
            return [f"- {block.text}"]
        case blocks.Grid():
            rows = ([cell.replace("\n", "; ") for cell in row] for row in block.filled())
            return [f"| {' | '.join(row)} |" for row in rows]
        case blocks.Closing():
            name = [block.name] if block.name else []
            return ["Nơi nhận:", *blocks.recipient_lines(block), *block.signature, *name]
        case blocks.Landscape():
            return []
