"""Tables as an Excel workbook: printable, sortable, with dates that are dates."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kehoach_parser.exporters.formulas import risky
from kehoach_parser.exporters.packages import settled
from kehoach_parser.exporters.tables import SECRECY, Cell, Heading, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LAST_DAY: Final = "Hạn chót"
"""The column whose dates are coloured by how near they are."""

LONGEST: Final = 32_767
"""The most characters that a cell of Excel holds."""

_FIRST_YEAR: Final = 1900  # Excel knows no earlier dates
_A4: Final = 9
_LINE: Final = 15.75  # points; a line of Times New Roman 12
_FILLED: Final = 1.08  # letters of Times New Roman 12 in a unit of width, capitals reckoned in
_FILLED_WIDE: Final = 1.2  # the same in a wide column, whose long words are mostly small letters
_WIDE: Final = 30
_PAGE: Final = 280  # units of width that still can be read on one page
_PADDING: Final = 3.0
_HIGHEST: Final = 409.0  # Excel's own limit
_BODY: Final[dict[str, Any]] = {
    "font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True,
    "border": 1,
}  # fmt: skip
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "head": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DDE7F3"},
    "words": {},
    "quoted": {"quote_prefix": True},
    "number": {"align": "center"},
    "date": {"align": "center", "num_format": "dd/mm/yyyy"},
    "secret": {"align": "center", "bold": True, "font_color": "#C00000"},
}
_COLOURS: Final = (
    ("AND(ISNUMBER({cell}),{cell}<TODAY())", {"bg_color": "#F8CBAD", "font_color": "#9C0006"}),
    ("AND(ISNUMBER({cell}),{cell}<=TODAY()+7)", {"bg_color": "#FFEB9C"}),
    ("ISNUMBER({cell})", {"bg_color": "#E2EFDA"}),
)  # fmt: skip
"""Past, within a week, later: formulas, so that the colours are right on the day of reading."""


class About(NamedTuple):
    """What a workbook says of itself; `mark` is the secrecy that it carries."""

    title: str
    made: datetime
    mark: str | None = None


def workbook(tables: Sequence[Table], about: About) -> bytes:
    """Return a workbook with a sheet for each table."""
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": about.title, "created": about.made})  # pyright: ignore[reportUnknownMemberType]
    looks = {name: book.add_format({**_BODY, **look}) for name, look in _LOOKS.items()}  # pyright: ignore[reportUnknownMemberType]
    for table in tables:
        sheet = book.add_worksheet(table.name)  # pyright: ignore[reportUnknownMemberType]
        _print_setup(sheet, table, about)
        _fill(sheet, table, looks)
        _colour(book, sheet, table)
    book.close()
    return settled(target.getvalue(), about.made)


def _print_setup(sheet: "Worksheet", table: Table, about: About) -> None:
    """Set A4 landscape, as wide as can be read, the header row on each page, the mark above."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    pages = -(-sum(heading.width for heading in table.headings) // _PAGE)
    sheet.fit_to_pages(max(pages, 1), 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.repeat_rows(0)
    mark = f'&R&"Times New Roman,Bold"&14{about.mark}' if about.mark else ""
    title = about.title.replace("&", "&&")[:150]
    sheet.set_header(f'&L&"Times New Roman,Italic"&10{title}{mark}')  # pyright: ignore[reportUnknownMemberType]
    sheet.set_footer('&C&"Times New Roman,Regular"&10&P/&N')  # pyright: ignore[reportUnknownMemberType]
    if about.mark:
        sheet.set_tab_color("#C00000")


def _height(row: Sequence[Cell], headings: Sequence[Heading]) -> float:
    """Return the height in points that a row's wrapped words need.

    Excel would find it by itself when it opens the file; LibreOffice and previews do not.
    """
    pairs = zip(row, headings, strict=True)
    most = max((_lines(cell, heading.width) for cell, heading in pairs if cell), default=1)
    return min(most * _LINE + _PADDING, _HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    room = int(width * (_FILLED_WIDE if width > _WIDE else _FILLED))
    return sum(len(wrap(line, room)) or 1 for line in str(cell).split("\n"))


def _fill(sheet: "Worksheet", table: Table, looks: "dict[str, Format]") -> None:
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, heading.width)
        sheet.write_string(0, column, heading.text, looks["head"])
    sheet.set_row(0, _height([heading.text for heading in table.headings], table.headings))
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, _height(row, table.headings))
        for column, cell in enumerate(row):
            secret = table.headings[column].text == SECRECY.header
            _write(sheet, (number, column), cell, looks, secret=secret)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)


def _write(
    sheet: "Worksheet",
    place: tuple[int, int],
    cell: Cell,
    looks: "dict[str, Format]",
    *,
    secret: bool,
) -> None:
    """Write a cell as what it is; words are never a formula, whatever they begin with."""
    if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        sheet.write_datetime(*place, datetime.combine(cell, time()), looks["date"])
    elif isinstance(cell, int):
        sheet.write_number(*place, cell, looks["number"])
    elif cell is None or cell == "":
        sheet.write_blank(*place, None, looks["words"])
    else:
        text = str(cell)[:LONGEST]
        look = "secret" if secret else "quoted" if risky(text) else "words"
        sheet.write_string(*place, text, looks[look])


def _colour(book: "Workbook", sheet: "Worksheet", table: Table) -> None:
    """Colour the last days by how near they are on the day of reading."""
    from xlsxwriter.utility import xl_col_to_name

    for column, heading in enumerate(table.headings):
        if heading.text == LAST_DAY and table.rows:
            cell = f"${xl_col_to_name(column)}2"
            for formula, look in _COLOURS:
                rule = {"type": "formula", "criteria": f"={formula.format(cell=cell)}",
                        "format": book.add_format(look), "stop_if_true": True}  # fmt: skip  # pyright: ignore[reportUnknownMemberType]
                sheet.conditional_format(1, column, len(table.rows), column, rule)
