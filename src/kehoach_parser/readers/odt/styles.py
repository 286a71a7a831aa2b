"""Styles of an odt: what a paragraph, a run or a cell looks like through inheritance."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import number_of
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.runs import NO_MARKS, Marks

_STYLE: Final = f"{o.STYLES}style"
_DEFAULT: Final = f"{o.STYLES}default-style"
_NAME: Final = f"{o.STYLES}name"
_FAMILY: Final = f"{o.STYLES}family"
_PARENT: Final = f"{o.STYLES}parent-style-name"
_LIST_STYLE: Final = f"{o.STYLES}list-style-name"
_TEXT: Final = f"{o.STYLES}text-properties"
_PARAGRAPH: Final = f"{o.STYLES}paragraph-properties"
_CELL: Final = f"{o.STYLES}table-cell-properties"
_FACE: Final = f"{o.STYLES}font-name"
_FONT_FACE: Final = f"{o.STYLES}font-face"
_FONT_FAMILY: Final = f"{o.LOOKS}font-family"
_WEIGHT: Final = f"{o.LOOKS}font-weight"
_SLANT: Final = f"{o.LOOKS}font-style"
_CASE: Final = f"{o.LOOKS}text-transform"
_ALIGN: Final = f"{o.LOOKS}text-align"
_DISPLAY: Final = f"{o.WORDS}display"
_BORDERS: Final = tuple(
    f"{o.LOOKS}border{side}" for side in ("", "-top", "-bottom", "-left", "-right")
)
_LONGEST_CHAIN: Final = 20
_BOLD_WEIGHT: Final = 600


class ParagraphLook(NamedTuple):
    """A paragraph style with all that it inherits.

    `list_style` is null where no style says which list paragraphs belong to, "" where one says
    that they belong to none.
    """

    marks: Marks = NO_MARKS
    centered: bool = False
    list_style: str | None = None


class Styles:
    """Resolves styles when they are first asked for; the first of equal names counts."""

    def __init__(self, *groups: Element | None) -> None:
        """Index these groups (`office:automatic-styles`, `office:styles`, font faces)."""
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._marks: dict[str, Marks] = {}
        self._ruled: dict[str, bool] = {}
        self._fonts: dict[tuple[str, str], str] = {}
        self._faces: dict[str, str] = {}
        for group in groups:
            for element in () if group is None else group:
                family = element.get(_FAMILY, "")
                if element.tag == _STYLE:
                    self._elements.setdefault((family, element.get(_NAME, "")), element)
                elif element.tag == _DEFAULT:
                    self._defaults.setdefault(family, element)
                elif element.tag == _FONT_FACE:
                    named = element.get(f"{o.DRAWING_LOOKS}font-family", "")
                    self._faces.setdefault(element.get(_NAME, ""), named.strip("'"))

    def paragraph(self, name: str) -> ParagraphLook:
        """Return the look of a paragraph style, of the default one where it is unknown."""
        look = self._paragraphs.get(name)
        if look is None:
            look = self._paragraphs[name] = self._paragraph_look(name)
        return look

    def marks(self, name: str) -> Marks:
        """Return what a character style says."""
        marks = self._marks.get(name)
        if marks is None:
            marks = self._marks[name] = _stacked_marks(self._chain("text", name))
        return marks

    def font(self, family: str, name: str) -> str:
        """Return the font that a style names, "" where neither it nor the default does."""
        key = (family, name)
        found = self._fonts.get(key)
        if found is None:
            chain = [*self._chain(family, name)]
            if family in self._defaults:
                chain.append(self._defaults[family])
            found = self._fonts[key] = next(self._named_fonts(chain), "")
        return found

    def ruled(self, name: str) -> bool:
        """Return whether a cell style draws any line."""
        ruled = self._ruled.get(name)
        if ruled is None:
            ruled = any(map(_draws, self._chain("table-cell", name)))
            self._ruled[name] = ruled
        return ruled

    def _named_fonts(self, chain: list[Element]) -> Iterator[str]:
        for element in chain:
            properties = element.find(_TEXT)
            if properties is not None:
                face = properties.get(_FACE, "")
                name = self._faces.get(face, face) or properties.get(_FONT_FAMILY, "")
                if name:
                    yield name

    def _paragraph_look(self, name: str) -> ParagraphLook:
        chain = [*self._chain("paragraph", name)]
        if "paragraph" in self._defaults:
            chain.append(self._defaults["paragraph"])
        marks = _stacked_marks(chain)
        alignments = _said(chain, _PARAGRAPH, _ALIGN)
        lists = (element.get(_LIST_STYLE) for element in chain)
        return ParagraphLook(
            marks,
            next(alignments, "start") == "center",
            next((found for found in lists if found is not None), None),
        )

    def _chain(self, family: str, name: str | None) -> Iterator[Element]:
        """Yield a style's element and those it is based on; a circle is cut."""
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get((family, name or ""))
            if element is None:
                return
            yield element
            name = element.get(_PARENT)


def _stacked_marks(chain: Iterator[Element] | list[Element]) -> Marks:
    marks = NO_MARKS
    for element in chain:
        marks = marks.over(_own_marks(element.find(_TEXT)))
    return marks


def _own_marks(properties: Element | None) -> Marks:
    if properties is None:
        return NO_MARKS
    weight, slant = properties.get(_WEIGHT), properties.get(_SLANT)
    display, case = properties.get(_DISPLAY), properties.get(_CASE)
    return Marks(
        None if weight is None else weight == "bold" or number_of(weight, 0) >= _BOLD_WEIGHT,
        None if slant is None else slant in {"italic", "oblique"},
        None if display is None else display == "none",
        None if case is None else case == "uppercase",
    )


def _said(chain: list[Element], group: str, name: str) -> Iterator[str]:
    for element in chain:
        properties = element.find(group)
        value = properties.get(name) if properties is not None else None
        if value is not None:
            yield value


def _draws(style: Element) -> bool:
    properties = style.find(_CELL)
    if properties is None:
        return False
    lines = (properties.get(name, "none") for name in _BORDERS)
    return any("none" not in line and "hidden" not in line for line in lines)
