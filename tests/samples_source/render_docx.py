"""Samples as docx: the parts of the package as Word writes them, the same bytes at every run."""

import io
import zipfile
from html import escape
from typing import Final

from samples_source import blocks
from samples_source.package import PARTS, core_properties, footnotes_part

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_UPRIGHT: Final = '<w:pgSz w:w="11907" w:h="16840"/>'
_ACROSS: Final = '<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>'
_MARGINS: Final = (
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="709"'
    ' w:footer="709" w:gutter="0"/>'
)
_NUMBERED_PAGES: Final = '<w:headerReference w:type="default" r:id="rId4"/>'
_HALVES: Final = (3372, 5700)
_NO_MARGINS: Final = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_LINES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def docx_bytes(sample: blocks.Sample) -> bytes:
    """Return the document as a docx package (members stored with a fixed time)."""
    notes: list[str] = []
    body = "".join(_markup(block, notes) for block in sample.blocks)
    across = any(isinstance(block, blocks.Landscape) for block in sample.blocks)
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{_WORD}"'
        f' xmlns:r="{_LINKS}"><w:body>{body}'
        f"{_section(_ACROSS) if across else _section(_UPRIGHT, first=True)}</w:body></w:document>"
    )
    parts = {
        **PARTS,
        "docProps/core.xml": core_properties(escape(sample.subject)),
        "word/footnotes.xml": footnotes_part([_runs(note) for note in notes]),
        "word/document.xml": document,
    }
    return _package(parts)


def _package(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            member = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, part.encode())
    return out.getvalue()


def _markup(block: blocks.Block, notes: list[str]) -> str:  # noqa: PLR0911 - one case a block
    match block:
        case blocks.Head():
            return _pair(block.left, block.right, bold=True)
        case blocks.Title():
            line = "".join(
                _paragraph(_runs(line, bold=block.bold, italic=block.italic), "center")
                for line in block.lines
            )
            return line + _paragraph("")
        case blocks.Text():
            return _paragraph(_noted(block.text, block.note, notes, italic=block.italic), "both")
        case blocks.Numbered():
            return _numbered(block, notes)
        case blocks.Bullet():
            if block.auto:
                return _paragraph(_runs(block.text), "both", numbering=(2, 0))
            return _paragraph(_runs(f"- {block.text}"), "both")
        case blocks.Grid():
            return _table(block) + _paragraph("")
        case blocks.Closing():
            return _closing(block)
        case blocks.Landscape():
            return f"<w:p><w:pPr>{_section(_UPRIGHT, first=True)}</w:pPr></w:p>"


def _section(size: str, *, first: bool = False) -> str:
    plain_first = "<w:titlePg/>" if first else ""
    return f"<w:sectPr>{_NUMBERED_PAGES}{size}{_MARGINS}{plain_first}</w:sectPr>"


def _numbered(block: blocks.Numbered, notes: list[str]) -> str:
    words = block.text if block.auto else f"{block.label} {block.text}"
    runs = _noted(words, block.note, notes, bold=block.bold)
    return _paragraph(runs, "both", numbering=(1, block.level) if block.auto else None)


def _noted(
    text: str, note: str | None, notes: list[str], *, bold: bool = False, italic: bool = False
) -> str:
    if note is None:
        return _runs(text, bold=bold, italic=italic)
    notes.append(note)
    before, after = text.split(blocks.NOTE_MARK)
    mark = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{len(notes)}"/></w:r>'
    )
    return _runs(before, bold=bold, italic=italic) + mark + _runs(after, bold=bold, italic=italic)


def _runs(text: str, *, bold: bool = False, italic: bool = False) -> str:
    looks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    words = escape(text, quote=False)
    run = f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    return run if text else ""


def _paragraph(runs: str, align: str = "left", numbering: tuple[int, int] | None = None) -> str:
    list_place = (
        f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
        if numbering
        else ""
    )
    indent = '<w:ind w:firstLine="567"/>' if align == "both" and not numbering else ""
    return f'<w:p><w:pPr>{list_place}{indent}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def _pair(left: tuple[str, ...], right: tuple[str, ...], *, bold: bool) -> str:
    columns = (
        "".join(_paragraph(_runs(line, bold=bold and line.isupper()), "center") for line in lines)
        for lines in (left, right)
    )
    return _borderless(*columns)


def _closing(block: blocks.Closing) -> str:
    left = _paragraph(_runs("Nơi nhận:", bold=True, italic=True)) + "".join(
        _paragraph(_runs(line)) for line in blocks.recipient_lines(block)
    )
    gap = _paragraph("") * 4
    name = _paragraph(_runs(block.name, bold=True), "center") if block.name else ""
    signature = (_paragraph(_runs(line, bold=True), "center") for line in block.signature)
    return _borderless(left, "".join(signature) + gap + name) + _paragraph("")


def _borderless(left: str, right: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
        for width, inner in zip(_HALVES, (left, right), strict=True)
    )
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9072" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_NO_MARGINS}</w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{_HALVES[0]}"/><w:gridCol w:w="{_HALVES[1]}"/></w:tblGrid>'
        f"<w:tr>{cells}</w:tr></w:tbl>"
    )


def _table(grid: blocks.Grid) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    hanging: dict[int, tuple[int, int]] = {}
    rows = "".join(_row(grid, y, row, hanging) for y, row in enumerate(grid.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    grid: blocks.Grid,
    number: int,
    row: tuple[blocks.GridCell, ...],
    hanging: dict[int, tuple[int, int]],
) -> str:
    cells: list[str] = []
    x, left = 0, list(row)
    while x < len(grid.widths):
        if hanging.get(x, (0, 0))[0]:
            more, across = hanging[x]
            hanging[x] = (more - 1, across)
            cells.append(_cell(grid, x, blocks.GridCell("", across), "<w:vMerge/>"))
        else:
            cell = left.pop(0)
            across = cell.across
            hanging[x] = (cell.down - 1, across)
            merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
            cells.append(_cell(grid, x, cell, merge))
        x += across
    header = "<w:trPr><w:tblHeader/></w:trPr>" if number < grid.header_rows else ""
    return f"<w:tr>{header}{''.join(cells)}</w:tr>"


def _cell(grid: blocks.Grid, x: int, cell: blocks.GridCell, merge: str) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    width = sum(grid.widths[x : x + cell.across])
    inner = "".join(
        _paragraph(_runs(line, bold=cell.bold), "center" if cell.bold else "left")
        for line in cell.text.split("\n")
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>'
