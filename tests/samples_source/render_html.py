"""Samples as a web page, with the tables' merges as they are."""

from html import escape

from samples_source import blocks


def web_page(sample: blocks.Sample) -> str:
    """Return a page that holds nothing but the document."""
    body = "\n".join(_markup(block) for block in sample.blocks)
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(sample.subject)}</title></head>\n<body>\n{body}\n</body></html>\n"
    )


def _markup(block: blocks.Block) -> str:  # noqa: PLR0911 - one case a block
    match block:
        case blocks.Head():
            return _pair(block.left, block.right)
        case blocks.Title():
            return f'<p align="center"><b>{"<br>".join(map(escape, block.lines))}</b></p>'
        case blocks.Text() | blocks.Numbered():
            label = f"{block.label} " if isinstance(block, blocks.Numbered) else ""
            note = f"\n<p><i>{escape(block.note)}</i></p>" if block.note else ""
            return f"<p>{escape(label + block.text.replace(blocks.NOTE_MARK, ''))}</p>{note}"
        case blocks.Bullet():
            return f"<p>- {escape(block.text)}</p>"
        case blocks.Grid():
            return _table(block)
        case blocks.Closing():
            name = (block.name,) if block.name else ()
            return _pair(("Nơi nhận:", *blocks.recipient_lines(block)), (*block.signature, *name))
        case blocks.Landscape():
            return "<hr>"


def _pair(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{'<br>'.join(map(escape, lines))}</td>" for lines in (left, right))
    return f'<table border="0"><tr>{cells}</tr></table>'


def _table(grid: blocks.Grid) -> str:
    rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows)
    return f'<table border="1">\n{rows}\n</table>'


def _cell(cell: blocks.GridCell) -> str:
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    words = escape(cell.text).replace("\n", "<br>")
    return f"<td{spans}>{words}</td>"
