"""Styles of a docx: what a paragraph or a run looks like through inheritance."""

import re
from typing import Final, NamedTuple

from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import number_of, within
from kehoach_parser.readers.runs import NO_MARKS, Marks
from kehoach_parser.text.patterns import pattern

_HEADING: Final = pattern(r"heading (?P<level>[1-9])\Z", re.IGNORECASE)
"""Word stores its own heading styles under these names in every language."""

_BODY_LEVEL: Final = 9
"""Outline level of body text (`w:outlineLvl`), which is no heading."""

_LONGEST_CHAIN: Final = 20
_NO_LINE: Final = frozenset(("nil", "none"))


class ParagraphLook(NamedTuple):
    """A paragraph style with all that it inherits.

    `chain` holds the style's id and those it is based on; `level` is the list level, null
    where the numbering itself says it (`w:lvl/w:pStyle`).
    """

    marks: Marks = NO_MARKS
    centered: bool = False
    heading: int = 0
    number_id: str | None = None
    level: int | None = None
    chain: tuple[str, ...] = ()


class Styles:
    """Resolves styles when they are first asked for: documents define far more than they use."""

    def __init__(self, root: Element | None) -> None:
        """Index the styles by id; `root` is the styles part, null where there is none."""
        self._elements: dict[str, Element] = {}
        self._default: str | None = None
        self._looks: dict[str | None, ParagraphLook] = {}
        self._characters: dict[str, Marks] = {}
        self.defaults = NO_MARKS
        if root is not None:
            self._index(root)

    def paragraph(self, style: str | None) -> ParagraphLook:
        """Return the look of a paragraph style, of the default one for null or unknown."""
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = _paragraph_look(self.paragraph_chain(style))
        return look

    def paragraph_chain(self, style: str | None) -> tuple[Element, ...]:
        """Return a style's element and those it is based on, the default one for null."""
        return self._chain(style if style in self._elements else self._default)

    def character(self, style: str) -> Marks:
        """Return the character properties of a character style."""
        marks = self._characters.get(style)
        if marks is None:
            marks = NO_MARKS
            for element in reversed(self._chain(style)):
                marks = read_marks(element.find(w.RUN_PROPERTIES)).over(marks)
            self._characters[style] = marks
        return marks

    def number_id(self, style: str) -> str | None:
        """Return the numbering that a numbering style points to."""
        return self.paragraph(style).number_id if style in self._elements else None

    def ruled(self, style: str | None) -> bool:
        """Return whether a table style draws any line."""
        for element in self._chain(style):
            for borders in element.iter(w.TABLE_BORDERS, w.CELL_BORDERS):
                if draws(borders):
                    return True
        return False

    def _index(self, root: Element) -> None:
        for element in root.iterchildren(w.STYLE):
            name = element.get(w.STYLE_ID)
            if name is not None:
                self._elements.setdefault(name, element)
                is_default = element.get(f"{w.W}default") in {"1", "true"}
                if is_default and element.get(w.TYPE) == "paragraph":
                    self._default = name
        found = root.find(f"{w.W}docDefaults/{w.W}rPrDefault/{w.RUN_PROPERTIES}")
        self.defaults = read_marks(found)

    def _chain(self, style: str | None) -> tuple[Element, ...]:
        """Return a style's element and those it is based on; a circle is cut."""
        chain: list[Element] = []
        while style is not None and len(chain) < _LONGEST_CHAIN:
            element = self._elements.get(style)
            if element is None or element in chain:
                break
            chain.append(element)
            base = element.find(w.BASED_ON)
            style = base.get(w.VAL) if base is not None else None
        return tuple(chain)


def read_marks(properties: Element | None) -> Marks:
    """Return what a `w:rPr` says itself."""
    if properties is None:
        return NO_MARKS
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    style: str | None = None
    for child in properties:
        tag = child.tag
        if tag == w.BOLD:
            bold = w.is_on(child)
        elif tag == w.ITALIC:
            italic = w.is_on(child)
        elif tag == w.HIDDEN:
            hidden = w.is_on(child)
        elif tag == w.CAPITALS:
            capitals = w.is_on(child)
        elif tag == w.RUN_STYLE:
            style = child.get(w.VAL)
    return Marks(bold, italic, hidden, capitals, style)


def draws(borders: Element) -> bool:
    """Return whether a `w:tblBorders` or `w:tcBorders` has a visible line."""
    return any(line.get(w.VAL, "nil") not in _NO_LINE for line in borders)


def heading_level(outline: Element) -> int:
    """Return the heading level of a `w:outlineLvl`: 1 to 9, 0 for body text."""
    level = number_of(outline.get(w.VAL), _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def _paragraph_look(chain: tuple[Element, ...]) -> ParagraphLook:
    marks = NO_MARKS
    centered, heading, number_id, level = False, 0, None, None
    for element in reversed(chain):
        marks = read_marks(element.find(w.RUN_PROPERTIES)).over(marks)
        heading = _named_level(element) or heading
        properties = element.find(w.PARAGRAPH_PROPERTIES)
        if properties is None:
            continue
        alignment = properties.find(w.ALIGNMENT)
        if alignment is not None:
            centered = alignment.get(w.VAL) == "center"
        outline = properties.find(w.OUTLINE_LEVEL)
        if outline is not None:
            heading = heading_level(outline)
        numbering = properties.find(w.NUMBERING)
        if numbering is not None:
            found, level = read_numbering(numbering)
            number_id = found or number_id
    names = tuple(element.get(w.STYLE_ID, "") for element in chain)
    return ParagraphLook(marks, centered, heading, number_id, level, names)


def _named_level(element: Element) -> int:
    name = element.find(w.STYLE_NAME)
    match = _HEADING.match(name.get(w.VAL, "")) if name is not None else None
    return int(match["level"]) if match else 0


def read_numbering(properties: Element) -> tuple[str | None, int | None]:
    """Return the numbering id and the level (0 to 8) of a `w:numPr`, null where not said."""
    number_id, level = None, None
    for child in properties:
        if child.tag == w.NUMBER_ID:
            number_id = child.get(w.VAL)
        elif child.tag == w.LEVEL:
            level = within(child.get(w.VAL), 8, least=0)
    return number_id, level
