"""docx: the task register as a Word document ready to sign, laid out as NĐ 30/2020/NĐ-CP has it."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.duties import COLUMNS, duties
from kehoach_parser.exporters.packages import made_on, settled
from kehoach_parser.exporters.paper import (
    FONT,
    WIDTH,
    Look,
    grid,
    line,
    page_setup,
    rule,
    side_by_side,
)
from kehoach_parser.exporters.slim import slim
from kehoach_parser.exporters.tables import Table, document_names, tabled
from kehoach_parser.exporters.workbooks import LAST_DAY
from kehoach_parser.model import Metadata, Plan
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell as WordCell  # pyright: ignore[reportPrivateUsage]

_TITLE: Final = "DANH MỤC NHIỆM VỤ"
NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
_OTHERS: Final = ("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH")
"""What stands there in documents of the Party (HD 36-HD/VPTW) and of the Youth Union."""
_LONGEST_HEAD: Final = 600
_LEFT_SHARE: Final = 0.4
_LEFT_WIDTH: Final = WIDTH * _LEFT_SHARE
_RIGHT_WIDTH: Final = WIDTH - _LEFT_WIDTH
_MOTTO_WIDTH: Final = 5.8  # cm, as long as the motto in 14 points
_ISSUER_WIDTH: Final = 3.0  # cm
_ROOM_TO_SIGN: Final = 4  # empty lines
_FOR_ANOTHER: Final = pattern(r"\s+((?:KT|TL|TUQ)\.)")
"""Where a capacity goes on in a line of its own: `TM. ỦY BAN NHÂN DÂN` / `KT. CHỦ TỊCH`."""


def render(plans: Sequence[Plan], _: ExportOptions) -> bytes:
    """Return one Word document; each plan's register begins on a page of its own."""
    document = _blank(plans)
    for number, plan in enumerate(plans):
        section = document.add_section() if number else document.sections[0]
        page_setup(section, plan.metadata.secrecy)
        _head(document, plan)
        _title(document, plan)
        grid(document, _register(plan))
        _closing(document, plan.metadata)
    slim(document)
    data = BytesIO()
    document.save(data)
    return settled(data.getvalue(), made_on(plans))


def _blank(plans: Sequence[Plan]) -> "Document":
    """Return a document without content, in the letters of administrative documents."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = Document()
    normal = cast("ParagraphStyle", document.styles["Normal"])
    normal.font.name, normal.font.size = FONT, Pt(13)
    for fonts in normal.element.iterdescendants(qn("w:rFonts")):
        fonts.set(qn("w:eastAsia"), FONT)
        fonts.set(qn("w:cs"), FONT)
    about = document.core_properties
    about.title = f"{_TITLE.capitalize()}: {document_names(plans)}"[:255]
    about.author, about.comments = "", ""
    about.created = about.modified = made_on(plans)
    return document


def _register(plan: Plan) -> Table:
    """Return the register without columns that say nothing, and without the day to sort by."""
    columns = [column for column in COLUMNS if column.header != LAST_DAY]
    table = tabled(_TITLE, columns, duties([plan]))
    kept = [place for place, cells in enumerate(zip(*table.rows, strict=True)) if any(cells)]
    if not kept:
        return table
    return Table(
        _TITLE,
        tuple(table.headings[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def _head(document: "Document", plan: Plan) -> None:
    """Write who issues, number and day to fill in, and under whose name."""
    data = plan.metadata
    left, right = side_by_side(document, _LEFT_SHARE)
    lines: list[tuple[str, Look]] = []
    if data.issuer and data.issuer.parent:
        lines.append((data.issuer.parent.upper(), Look(align="center")))
    lines.append((data.issuer.name.upper() if data.issuer else "", Look(bold=True, align="center")))
    _write(left, lines)
    if other := _other_name(plan):
        line(left.add_paragraph(), "*", Look(align="center"))
        line(left.add_paragraph(), "Số          -", Look(align="center"))
        _write(right, [(other, Look(14, bold=True, align="center"))])
    else:
        rule(left.add_paragraph(), _ISSUER_WIDTH, _LEFT_WIDTH)
        line(left.add_paragraph(), "Số:          /", Look(align="center"))
        _write(right, [(NATION, Look(bold=True, align="center")),
                       (MOTTO, Look(14, bold=True, align="center"))])  # fmt: skip
    rule(right.add_paragraph(), _MOTTO_WIDTH, _RIGHT_WIDTH)
    day = f"{data.place or '          '}, ngày      tháng      năm          "
    line(right.add_paragraph(), day, Look(italic=True, align="center"))


def _other_name(plan: Plan) -> str | None:
    """Return what a document's head bears in the place of the nation's name."""
    spans = plan.metadata.spans
    begins = spans.get("document_type") or spans.get("title")
    head = fold(plan.text[: begins[0] if begins else _LONGEST_HEAD])
    return next((name for name in _OTHERS if fold(name) in head), None)


def _write(cell: "WordCell", lines: Sequence[tuple[str, Look]]) -> None:
    """Write lines into a cell, the first into the paragraph that each cell has."""
    for number, (text, look) in enumerate(lines):
        line(cell.add_paragraph() if number else cell.paragraphs[0], text, look)


def _title(document: "Document", plan: Plan) -> None:
    data = plan.metadata
    line(document.add_paragraph(), "", Look())
    line(document.add_paragraph(), _TITLE, Look(14, bold=True, align="center"))
    if data.title:
        line(document.add_paragraph(), data.title, Look(14, bold=True, align="center"))
    line(document.add_paragraph(), _source(plan), Look(italic=True, align="center", after=8))


def _source(plan: Plan) -> str:
    """Return where the tasks are from: `(Theo Kế hoạch số 12/KH-UBND ngày … của …)`."""
    data = plan.metadata
    kind = data.document_type.name if data.document_type else "văn bản"
    number = f" số {data.code}" if data.code else ""
    day = f" ngày {data.issued_on:%d/%m/%Y}" if data.issued_on else ""
    issuer = f" của {data.issuer.name}" if data.issuer else ""
    return f"(Theo {kind}{number}{day}{issuer})"


def _closing(document: "Document", data: Metadata) -> None:
    """Write to whom it goes, and who signs with room to do it."""
    between = line(document.add_paragraph(), "", Look())
    between.paragraph_format.keep_with_next = True
    left, right = side_by_side(document, 0.5)
    names = data.recipients or ("Lưu: VT",)
    ends = [";"] * (len(names) - 1) + ["."]
    items = [(f"- {name}{end}", Look(11)) for name, end in zip(names, ends, strict=True)]
    _write(left, [("Nơi nhận:", Look(12, bold=True, italic=True)), *items])
    look = Look(14, bold=True, align="center")
    _write(right, [(text, look) for text in _signing(data)])


def _signing(data: Metadata) -> list[str]:
    """Return the lines of who signs: capacity, post, room to sign, name."""
    if not data.signers:
        return [""] * _ROOM_TO_SIGN
    signer = data.signers[-1]
    capacity = _FOR_ANOTHER.sub(r"\n\1", signer.capacity or "").split("\n")
    posts = [post.upper() for post in (*capacity, signer.position) if post]
    return [*posts, *[""] * _ROOM_TO_SIGN, signer.name]
