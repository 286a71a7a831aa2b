"""Word pages as NĐ 30/2020/NĐ-CP, Phụ lục I lays them out: paper, letters, lines, tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from kehoach_parser.exporters.tables import Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.shared import Length
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell  # pyright: ignore[reportPrivateUsage]
    from docx.table import _Row as WordRow  # pyright: ignore[reportPrivateUsage]
    from docx.text.paragraph import Paragraph

FONT: Final = "Times New Roman"
LONG_EDGE, SHORT_EDGE = 29.7, 21.0  # cm; A4 lies, its tables are wide
TOP, BOTTOM, LEFT, RIGHT = 2.0, 2.0, 3.0, 2.0  # cm; mục I.4: 20-25, 20-25, 30-35, 15-20 mm
WIDTH: Final = LONG_EDGE - LEFT - RIGHT
_CELL_SIZE: Final = 12  # points
_CENTRED: Final = frozenset({"STT", "Mục", "Trang"})
_TALLEST: Final = 12  # lines; to keep a taller row whole would leave too much of a page empty
_LETTERS: Final = 5  # in a cm of a line
_NARROWEST: Final = 12  # a share of the widths, enough for the header "Trang"


class Look(NamedTuple):
    """How a line is written; `align` is `left`, `center` or `right`, sizes in points."""

    size: float = 13
    bold: bool = False
    italic: bool = False
    align: str = "left"
    after: float = 0


def page_setup(section: "Section", mark: str | None) -> None:
    """Set paper and margins, page numbers above from the second page on, the mark on each page."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(LONG_EDGE), Cm(SHORT_EDGE)
    section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)
    section.left_margin, section.right_margin = Cm(LEFT), Cm(RIGHT)
    section.header_distance = Cm(1)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    _field(line(section.header.paragraphs[0], "", Look(align="center")), "PAGE")
    _restart(section)
    if mark:
        line(section.header.add_paragraph(), mark, Look(bold=True, align="right"))
        line(section.first_page_header.paragraphs[0], mark, Look(bold=True, align="right"))


def _restart(section: "Section") -> None:
    """Let the pages of a section count from 1."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    margins = section._sectPr.find(qn("w:pgMar"))  # noqa: SLF001 - its XML  # pyright: ignore[reportPrivateUsage]
    if margins is not None:
        margins.addnext(numbers)


def line(paragraph: "Paragraph", text: str, look: Look) -> "Paragraph":
    """Write a text into an empty paragraph; a line feed in it begins a new line."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
    from docx.shared import Pt

    paragraph.alignment = WD_PARAGRAPH_ALIGNMENT[look.align.upper()]
    paragraph.paragraph_format.space_after = Pt(look.after)
    paragraph.paragraph_format.space_before = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic = look.bold, look.italic
    run.font.size = Pt(look.size)
    return paragraph


def rule(paragraph: "Paragraph", width: float, room: float) -> None:
    """Draw a line of `width` cm in the middle of a column of `room` cm."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    indent = Cm(max((room - width) / 2, 0))
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = indent
    form.space_after, form.line_spacing = Pt(2), Pt(3)
    border = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        border.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - its XML  # pyright: ignore[reportPrivateUsage]


def _field(paragraph: "Paragraph", code: str) -> None:
    """Add a field that Word computes, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)  # noqa: SLF001 - its XML  # pyright: ignore[reportPrivateUsage]


def side_by_side(document: "Document", share: float) -> "tuple[WordCell, WordCell]":
    """Return the cells of a table without borders over the page; the left has `share` of it."""
    from docx.shared import Cm

    table = document.add_table(1, 2)
    table.autofit = False
    left, right = table.rows[0].cells
    for column, part in enumerate((share, 1 - share)):
        table.columns[column].width = table.cell(0, column).width = Cm(WIDTH * part)
    _unbroken(table.rows[0])
    return left, right


def grid(document: "Document", table: Table) -> None:
    """Write a table over the page's width, its header row again on each page."""
    from docx.shared import Cm

    shares = [max(heading.width, _NARROWEST) for heading in table.headings]
    widths = [Cm(WIDTH * share / sum(shares)) for share in shares]
    made = document.add_table(len(table.rows) + 1, len(table.headings), "Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    texts = [[heading.text for heading in table.headings], *map(_texts, table.rows)]
    for number, (row, words) in enumerate(zip(made.rows, texts, strict=True)):
        for cell, text, width, heading in zip(
            row.cells, words, widths, table.headings, strict=True
        ):
            cell.width = width
            centred = not number or heading.text in _CENTRED
            look = Look(_CELL_SIZE, bold=not number, align="center" if centred else "left")
            line(cell.paragraphs[0], text, look)
    _row_rules(made, [any(map(_is_tall, words, widths)) for words in texts])


def _is_tall(text: str, width: "Length") -> bool:
    room: float = width.cm
    return len(text) > _TALLEST * _LETTERS * room


def _texts(cells: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in cells]


def _row_rules(table: "WordTable", tall: Sequence[bool]) -> None:
    """Repeat the header row on each page, break tall rows only, keep the last with who signs."""
    from docx.oxml import OxmlElement

    for number, row in enumerate(table.rows):
        if not tall[number]:
            _unbroken(row)
        if number == 0:
            rules = row._tr.get_or_add_trPr()  # noqa: SLF001 - its XML  # pyright: ignore[reportPrivateUsage]
            rules.append(OxmlElement("w:tblHeader"))
    for cell in table.rows[-1].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _unbroken(row: "WordRow") -> None:
    """Keep a row on one page."""
    from docx.oxml import OxmlElement

    rules = row._tr.get_or_add_trPr()  # noqa: SLF001 - its XML  # pyright: ignore[reportPrivateUsage]
    rules.append(OxmlElement("w:cantSplit"))
