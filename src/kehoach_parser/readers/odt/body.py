"""The blocks of an odt in reading order: paragraphs, lists, tables, text boxes and notes."""

from typing import Final, NamedTuple

from kehoach_parser.errors import LimitError
from kehoach_parser.readers.cells import as_note
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.letterhead import bears_motto
from kehoach_parser.readers.number_formats import number_of, within
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.odt.lists import LEVELS, OUTLINE, Count, ListStyles
from kehoach_parser.readers.odt.styles import Styles
from kehoach_parser.readers.odt.tables import frames, read_grid
from kehoach_parser.readers.odt.text import Line, TextReader, boxes
from kehoach_parser.readers.runs import paragraph_of
from kehoach_parser.text.document import Block

_CONTINUE: Final = f"{o.WORDS}continue-numbering"
_CONTINUE_LIST: Final = f"{o.WORDS}continue-list"
_OVERRIDE: Final = f"{o.WORDS}style-override"
_NO_NUMBER: Final = f"{o.WORDS}is-list-header"
_RESTART: Final = f"{o.WORDS}restart-numbering"
_NUMBERED: Final = f"{o.WORDS}numbered-paragraph"
_SKIPPED: Final = frozenset((
    f"{o.WORDS}tracked-changes", f"{o.OFFICE}forms", f"{o.OFFICE}annotation",
    f"{o.WORDS}sequence-decls", f"{o.WORDS}variable-decls", f"{o.WORDS}user-field-decls",
))  # fmt: skip
"""Elements among blocks that show nothing: what was deleted, forms, comments, declarations."""


class _Place(NamedTuple):
    """Where in a list a paragraph stands: its style ("" for its own), level and numbers."""

    style: str
    level: int
    numbers: Count
    first: int | None = None
    """The number that the item itself asks for."""


class BodyReader:
    """Walks the body and other parts; list numbers go on from one to the next."""

    def __init__(self, styles: Styles, lists: ListStyles, name: str, depth: int) -> None:
        """Use these styles; `depth` bounds tables, lists and text boxes in one another."""
        self._styles = styles
        self._lists = lists
        self._name = name
        self._most = depth
        self._depth = 0
        self._inside = 0
        self._text = TextReader(styles)
        self._counts: dict[str, Count] = {}
        self._due: list[Element] = []

    def blocks(self, parent: Element) -> list[Block]:
        """Return the blocks inside a body, cell, text box, note, header or footer.

        Raises `LimitError` where tables, lists or boxes nest too deeply.
        """
        found: list[Block] = []
        self._walk(parent, found)
        return found

    def _walk(self, parent: Element, found: list[Block]) -> None:
        """Add the blocks of a part; a note stands after the paragraph or table with its mark."""
        self._enter()
        self._inside += 1
        for child in parent:
            self._block(child, found)
        self._inside -= 1
        self._depth -= 1

    def _enter(self) -> None:
        if self._depth > self._most:
            raise LimitError("too-deep", name=self._name, most=self._most)
        self._depth += 1

    def _block(self, child: Element, found: list[Block]) -> None:
        tag = child.tag
        if tag in {o.PARAGRAPH, o.HEADING}:
            self._paragraph(child, None, found)
        elif tag == o.LIST:
            self._list(child, None, found)
        elif tag == o.TABLE:
            self._table(child, found)
        elif tag == _NUMBERED:
            self._numbered(child, found)
        elif tag.startswith(o.DRAWN):
            for box in boxes(child):
                self._walk(box, found)
        elif tag not in _SKIPPED and not o.is_hidden(child):
            self._group(child, found)

    def _group(self, parent: Element, found: list[Block]) -> None:
        """Read a section or an index: what it holds stands where it does."""
        self._enter()
        for child in parent:
            self._block(child, found)
        self._depth -= 1

    def _list(self, element: Element, outer: _Place | None, found: list[Block]) -> None:
        self._enter()
        style = element.get(o.STYLE_NAME, outer.style if outer else "")
        count = outer.numbers if outer else self._count(element, style)
        level = outer.level + 1 if outer else 0
        for item in element.iterchildren(o.LIST_ITEM, o.LIST_HEADER):
            first = number_of(item.get(o.START_VALUE), -1)
            place = _Place(item.get(_OVERRIDE, style), level, count, first if first >= 0 else None)
            self._item(item, place, found)
        self._depth -= 1

    def _item(self, item: Element, place: _Place, found: list[Block]) -> None:
        """Read a list item: its first paragraph bears the number."""
        label: _Place | None = place if item.tag == o.LIST_ITEM else None
        for child in item:
            if child.tag in {o.PARAGRAPH, o.HEADING}:
                self._paragraph(child, label, found, in_list=True)
                label = None
            elif child.tag == o.LIST:
                self._list(child, place, found)
            else:
                self._block(child, found)

    def _numbered(self, element: Element, found: list[Block]) -> None:
        """Read a paragraph that is a list item by itself."""
        style = element.get(o.STYLE_NAME, "")
        count = self._counts.setdefault(element.get(f"{o.WORDS}list-id", style), Count())
        level = within(element.get(f"{o.WORDS}level"), LEVELS) - 1
        first = number_of(element.get(o.START_VALUE), -1)
        place = _Place(style, level, count, first if first >= 0 else None)
        for child in element.iterchildren(o.PARAGRAPH, o.HEADING):
            self._paragraph(child, place, found, in_list=True)

    def _count(self, element: Element, style: str) -> Count:
        """Return the numbers that an outermost list counts with: its own, or an earlier list's."""
        earlier = element.get(_CONTINUE_LIST)
        count = None
        if earlier is not None:
            count = self._counts.get(earlier)
        if count is None and (earlier is not None or element.get(_CONTINUE) == "true"):
            count = self._counts.get(f"\N{NULL}{style}")
        count = count or Count()
        self._counts[f"\N{NULL}{style}"] = count
        if name := element.get(o.ID):
            self._counts[name] = count
        return count

    def _paragraph(
        self, element: Element, place: _Place | None, found: list[Block], *, in_list: bool = False
    ) -> None:
        look = self._styles.paragraph(element.get(o.STYLE_NAME, ""))
        line = Line()
        self._text.read(element, look.marks, line)
        heading = 0
        if element.tag == o.HEADING:
            heading = min(number_of(element.get(o.OUTLINE_LEVEL), 1), LEVELS)
            if not in_list and look.list_style != "":
                place = self._outline(element, heading)
        label = ""
        if place is not None and element.get(_NO_NUMBER) != "true":
            style = place.style or look.list_style or ""
            label = self._lists.label(style, place.level, place.numbers, place.first)
        inner: list[Block] = []
        for box in line.boxes:
            self._walk(box, inner)
        heads = bool(inner) and bears_motto(inner)
        found += inner if heads else ()
        paragraph = paragraph_of(label, line.pieces, centered=look.centered, heading=heading)
        if paragraph is not None:
            found.append(paragraph)
        self._due += line.notes
        found += () if heads else inner
        self._place_notes(found)

    def _outline(self, element: Element, heading: int) -> _Place:
        count = self._counts.setdefault(OUTLINE, Count())
        start = number_of(element.get(o.START_VALUE), -1)
        restarts = element.get(_RESTART) == "true" and start >= 0
        return _Place(OUTLINE, max(heading - 1, 0), count, start if restarts else None)

    def _table(self, table: Element, found: list[Block]) -> None:
        """Add a table; cells above one another are frames around paragraphs."""
        cells = frames(table)
        if cells:
            for cell in cells:
                self._walk(cell, found)
            return
        grid = read_grid(table, self._styles, self.blocks)
        if grid.rows:
            found.append(grid)
        self._place_notes(found)

    def _place_notes(self, found: list[Block]) -> None:
        if self._inside != 1:
            return
        due, self._due = self._due, []
        for note in due:
            found += map(as_note, self.blocks(note))
