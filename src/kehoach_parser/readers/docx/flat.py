"""Tables of a docx in one walk: nearly all cells of a register hold nothing but plain words.

The walk meets rows, cells and words, and whatever tells more than words do (`_TELLING`). A cell
with such an element, or with words that stand elsewhere than in a run of a paragraph of its own,
is left to the reader of blocks.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.runs import WRAPPERS, as_one_line
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.runs import GLYPH
from kehoach_parser.text.document import Block

CELL_TELLING: Final = frozenset(
    f"{w.W}{name}" for name in ("gridSpan", "vMerge", "hMerge", "cellDel", "tcBorders")
)
"""What a `w:tcPr` may hold that the reader of tables acts upon."""

_TELLING: Final = (
    *(f"{w.W}{name}" for name in (
        "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "fldChar", "sym", "ruby",
        "footnoteReference", "endnoteReference", "drawing", "pict", "object", "numPr", "vanish",
        "caps", "rStyle", "del", "moveFrom", "tbl",
    )),
    f"{w.MATH}oMath", f"{w.MATH}oMathPara", w.ALTERNATES, w.CHUNK,
)  # fmt: skip
"""What makes of a cell more than words; all that the reader of runs acts upon."""

_MET: Final = (
    w.TEXT, w.CELL, w.ROW, w.ROW_PROPERTIES, w.BOLD, w.PARAGRAPH_STYLE, *CELL_TELLING, *_TELLING
)  # fmt: skip


class CellReader(Protocol):
    """What the table asks the reader of the body."""

    def blocks(self, parent: Element) -> list[Block]:
        """Return the blocks inside a cell."""
        ...

    def plain_bold(self, style: str | None) -> bool | None:
        """Return whether a paragraph style is bold, null where it does more (numbers, hides)."""
        ...

    @property
    def in_field(self) -> bool:
        """Whether a field goes on, so that words may be its code."""
        ...


class FlatRow:
    """A row with its cells; `words` holds the paragraphs of each.

    The sets hold numbers of cells: `odd` are to be read block by block, `light` have words that
    are not bold, of `told` the `w:tcPr` holds something that tells.
    """

    __slots__ = ("cells", "element", "light", "odd", "properties", "told", "words")

    def __init__(self, element: Element, properties: Element | None = None) -> None:
        """Begin without cells."""
        self.element = element
        self.properties = properties
        self.cells: list[Element] = []
        self.words: list[list[str]] = []
        self.odd: set[int] = set()
        self.light: set[int] = set()
        self.told: set[int] = set()

    def read(self) -> list[tuple[str, bool]]:
        """Return the text of each cell, and whether all its words are bold."""
        texts = [_joined(lines) if lines else "" for lines in self.words]
        if GLYPH.search("".join(texts)):
            self.odd.update(range(len(texts)))
        return [(text, bool(text) and n not in self.light) for n, text in enumerate(texts)]


def is_flat(table: Element) -> bool:
    """Return whether rows and cells stand in no wrapper, such as a content control."""
    levels = (w.TABLE, w.ROW)
    return not any(
        (parent := wrapper.getparent()) is not None and parent.tag in levels
        for wrapper in table.iter(*WRAPPERS)
    )


class FlatWalk:
    """One walk over a table, and what it knows of the row, the cell and the run that it is in.

    Elements are told apart by identity, which lasts as long as they are held here.
    """

    def __init__(self, table: Element, reader: CellReader) -> None:
        """Begin before the first row."""
        self._table = table
        self._reader = reader
        self._default = reader.plain_bold(None)
        self._row = FlatRow(table)
        self._cell: Element | None = None
        self._number = -1
        self._lines: list[str] = []
        self._paragraph: Element | None = None
        self._base: bool | None = False
        self._styled: Element | None = None
        self._style_bold: bool | None = False
        self._marked: Element | None = None
        self._mark_bold = False

    def rows(self) -> Iterator[FlatRow]:
        """Yield the rows; rows of inner tables belong to the cells that hold them."""
        for element in self._table.iter(*_MET):
            tag = element.tag
            if tag == w.TEXT:
                self._words(element)
            elif tag == w.CELL:
                self._begin_cell(element)
            elif tag != w.ROW:
                self._note(tag, element)
            elif element.getparent() is self._table:
                if self._row.element is not self._table:
                    yield self._row
                self._row, self._cell, self._number = FlatRow(element), None, -1
        if self._row.element is not self._table:
            yield self._row

    def _begin_cell(self, element: Element) -> None:
        row = self._row
        if element.getparent() is row.element:
            self._cell = element
            self._number += 1
            self._lines = []
            row.cells.append(element)
            row.words.append(self._lines)

    def _words(self, element: Element) -> None:
        run = element.getparent()
        paragraph = run.getparent() if run is not None else None
        if paragraph is None or paragraph.getparent() is not self._cell:
            self._row.odd.add(self._number)
            return
        words = element.text
        if not words:
            return
        if "\n" in words:
            words = as_one_line(words)
        if paragraph is self._paragraph:
            self._lines[-1] += words
        else:
            self._paragraph = paragraph
            self._lines.append(words)
            self._base = self._style_bold if paragraph is self._styled else self._default
            if self._base is None:
                self._row.odd.add(self._number)
        if not (self._mark_bold if run is self._marked else self._base) and not words.isspace():
            self._row.light.add(self._number)

    def _note(self, tag: str, element: Element) -> None:
        """Take in what is said of a row, a cell, a paragraph or a run."""
        row, properties = self._row, element.getparent()
        if tag == w.ROW_PROPERTIES and properties is row.element:
            row.properties = element
        if self._cell is None:  # said of the row, or of the table
            return
        owner = properties.getparent() if properties is not None else None
        kind = None if owner is None else owner.tag
        if tag == w.BOLD:
            if kind == w.RUN:  # else of a paragraph's mark, or what a tracked change replaced
                self._marked, self._mark_bold = owner, w.is_on(element)
        elif tag == w.PARAGRAPH_STYLE:
            if kind == w.PARAGRAPH:
                self._styled, self._style_bold = owner, self._reader.plain_bold(element.get(w.VAL))
                if self._style_bold is None:
                    row.odd.add(self._number)
        elif tag in CELL_TELLING:
            row.told.add(self._number)
        else:
            row.odd.add(self._number)


def _joined(lines: list[str]) -> str:
    """Return a cell's paragraphs, those of nothing but blanks left out."""
    if len(lines) == 1:
        return "" if lines[0].isspace() else lines[0]
    return "\n".join([line for line in lines if not line.isspace()])
