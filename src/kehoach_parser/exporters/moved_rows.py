"""A sheet whose table has grown: formulas, filters and areas follow its rows, as in Excel."""

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kehoach_parser.text.patterns import pattern

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_AREA: Final = pattern(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?P<from>\$?[A-Z]{1,3}\$?)(?P<first>[1-9]\d{0,6})"
    r"(?::(?P<to>\$?[A-Z]{1,3}\$?)(?P<last>[1-9]\d{0,6}))?"
)


class Growth(NamedTuple):
    """Rows `first` to `last` are filled now; those from `free` on went down by `shift`."""

    first: int
    last: int
    free: int
    shift: int

    def area(self, words: str, sheet: str | None = None) -> str:
        """Return an area where it lies now; one that ended at the table's last row ends there.

        `sheet` is asked for in areas that name theirs, null where the area is the sheet's own.

        >>> Growth(6, 9, 8, 2).area("B6:B7"), Growth(6, 9, 8, 2).area("$C$8")
        ('B6:B9', '$C$10')
        """
        found = _AREA.fullmatch(words)
        named = found["sheet"] if found else None
        if found is None or (named.strip("'").replace("''", "'") if named else None) != sheet:
            return words
        first = self._moved(int(found["first"]))
        begins = f"{named}!{found['from']}{first}" if named else f"{found['from']}{first}"
        return f"{begins}:{found['to']}{self._end(int(found['last']))}" if found["to"] else begins

    def _moved(self, row: int) -> int:
        return row + self.shift if row >= self.free else row

    def _end(self, row: int) -> int:
        inside = self.first - 1 <= row < self.free
        return max(row, self.last) if inside else self._moved(row)


def follow(book: "Workbook", grown: "Worksheet", growth: Growth) -> None:
    """Let all that refers to rows of a sheet that has grown refer to where they are now."""
    for sheet in book.worksheets:
        rows: Any = sheet.iter_rows()
        for cell in (cell for row in rows for cell in row):
            if cell.data_type == "f" and isinstance(cell.value, str):
                own = sheet is grown
                cell.value = _formula(cell.value, grown.title, growth, own=own)
    for names in (book.defined_names, grown.defined_names):
        for name in names.values():
            if isinstance(name.attr_text, str):
                name.attr_text = growth.area(name.attr_text, grown.title)
    _areas(grown, growth)


def _formula(words: str, title: str, growth: Growth, *, own: bool) -> str:
    """Return a formula with its areas where they are now; `own` stands on the grown sheet."""
    from openpyxl.formula import Tokenizer
    from openpyxl.formula.tokenizer import TokenizerError

    try:
        tokens = [token.value for token in Tokenizer(words).items]
    except TokenizerError:  # what Excel itself would refuse
        return words
    return "=" + "".join(
        growth.area(token, title) if "!" in token or not own else growth.area(token)
        for token in tokens
    )


def _areas(sheet: "Worksheet", growth: Growth) -> None:
    """Let filter, tables, choices and looks by condition cover the new rows; the print area too."""
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.cell_range import MultiCellRange

    def all_of(areas: object) -> str:
        return " ".join(growth.area(area) for area in str(areas).split())

    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = growth.area(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = growth.area(table.ref)
        if table.autoFilter and table.autoFilter.ref:
            table.autoFilter.ref = growth.area(table.autoFilter.ref)
    for choice in sheet.data_validations.dataValidation:
        choice.sqref = MultiCellRange(all_of(choice.sqref))
    looks: Any = ConditionalFormattingList()
    conditions: Any = sheet.conditional_formatting
    for condition in conditions:
        for look in condition.rules:
            looks.add(all_of(condition.sqref), look)
    sheet.conditional_formatting = looks
    if sheet.print_area:
        areas = re.split(r",(?=')", sheet.print_area)
        sheet.print_area = ",".join(growth.area(area.rpartition("!")[2]) for area in areas)
