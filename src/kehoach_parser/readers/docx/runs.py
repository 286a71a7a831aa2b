"""The words inside one docx paragraph: runs with their looks, notes, boxes and fields."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.floating import stands_above
from kehoach_parser.readers.docx.styles import ParagraphLook, Styles, read_marks
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.runs import NO_MARKS, Marks, Piece

_SIGNS: Final = {
    f"{w.W}tab": "\t",
    f"{w.W}ptab": "\t",
    f"{w.W}br": "\n",
    f"{w.W}cr": "\n",
    f"{w.W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{w.W}softHyphen": "\N{SOFT HYPHEN}",
}
_FIELD: Final = f"{w.W}fldChar"
_SYMBOL: Final = f"{w.W}sym"
_FOOTNOTE: Final = f"{w.W}footnoteReference"
_ENDNOTE: Final = f"{w.W}endnoteReference"
_DRAWINGS: Final = frozenset((f"{w.W}drawing", f"{w.W}pict", f"{w.W}object", w.ALTERNATES))
_RUBY: Final = f"{w.W}ruby"
_RUBY_BASE: Final = f"{w.W}rubyBase"
_FORMULAS: Final = frozenset((f"{w.MATH}oMath", f"{w.MATH}oMathPara"))
_OPEN: Final = frozenset(
    f"{w.W}{tag}"
    for tag in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
"""Elements that only wrap: what they hold stands in the text (w:del and w:moveFrom do not)."""

WRAPPERS: Final = (*sorted(_OPEN), w.STRUCTURED, w.ALTERNATES)
"""All elements that may stand around paragraphs, rows or cells (`opened` says what they show)."""

_PRIVATE: Final = 0xF000
_LAST_PRIVATE: Final = 0xF0FF


class Look(NamedTuple):
    """How a run is shown, with all that it inherits."""

    bold: bool
    italic: bool
    hidden: bool
    capitals: bool


class Line:
    """What one paragraph shows: pieces of text, its label, and what is anchored in it."""

    __slots__ = ("above", "boxes", "label", "notes", "pieces")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.label = ""
        self.pieces: list[Piece] = []
        self.above: list[Element] = []
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []


class RunReader:
    """Reads runs; a field may begin in one paragraph and end in another, so its state stays."""

    def __init__(self, styles: Styles) -> None:
        """Resolve looks by these styles."""
        self._styles = styles
        self._looks: dict[tuple[Marks, Marks], Look] = {}
        self._codes: list[bool] = []

    def read(self, parent: Element, look: ParagraphLook, line: Line) -> None:
        """Add all that an element's runs show to the line."""
        for child in parent:
            tag = child.tag
            if tag == w.RUN:
                self._run(child, look, line)
            elif tag == w.PARAGRAPH_PROPERTIES:
                continue
            elif tag in _FORMULAS:
                words = "".join(part.text or "" for part in child.iter(w.FORMULA_TEXT))
                line.pieces.append(Piece(words, bold=False, italic=False))
            else:
                inner = opened(child)
                if inner is not None:
                    self.read(inner, look, line)

    @property
    def in_field(self) -> bool:
        """Whether a field goes on, so that words may be its code."""
        return bool(self._codes)

    def plain_bold(self, look: ParagraphLook) -> bool | None:
        """Return whether runs that say nothing are bold, null where they are not shown as is."""
        found = self._look(look, NO_MARKS)
        return None if found.hidden or found.capitals else found.bold

    def _run(self, run: Element, look: ParagraphLook, line: Line) -> None:
        text = ""
        marks = NO_MARKS
        for child in run:
            tag = child.tag
            if tag == w.TEXT:
                words = child.text or ""
                text += as_one_line(words) if "\n" in words else words
            elif tag == w.RUN_PROPERTIES:
                marks = read_marks(child)
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag == _FIELD:
                self._field(child)
            elif tag == _SYMBOL:
                text += _symbol(child)
            elif not self._look(look, marks).hidden:
                self._anchored(child, look, line)
        if text and True not in self._codes:
            looks = self._look(look, marks)
            if not looks.hidden:
                text = text.upper() if looks.capitals else text
                line.pieces.append(Piece(text, looks.bold, looks.italic))

    def _field(self, mark: Element) -> None:
        """Follow a field: its code is not shown, its result is."""
        kind = mark.get(f"{w.W}fldCharType")
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _anchored(self, child: Element, look: ParagraphLook, line: Line) -> None:
        tag = child.tag
        if tag in _DRAWINGS:
            place = line.above if stands_above(child) else line.boxes
            place += boxes(child)
            if tag == w.ALTERNATES:
                self._alternate_text(child, look, line)
        elif tag in {_FOOTNOTE, _ENDNOTE}:
            line.notes.append((tag, child.get(w.ID, "")))
        elif tag == _RUBY:
            for base in child.iterchildren(_RUBY_BASE):
                self.read(base, look, line)

    def _alternate_text(self, child: Element, look: ParagraphLook, line: Line) -> None:
        """Read the words that stand directly in an alternative (newer Words write emoji so)."""
        inner = opened(child)
        if inner is not None and inner.find(w.TEXT) is not None:
            self._run(inner, look, line)

    def _look(self, look: ParagraphLook, marks: Marks) -> Look:
        key = (look.marks, marks)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = _resolve(self._styles, look.marks, marks)
        return found


def opened(element: Element) -> Element | None:
    """Return what to read in the place of a wrapping element, null where it shows nothing.

    Of alternatives (`mc:AlternateContent`) the first counts; a content control whose words
    only say "click here" holds nothing.
    """
    tag = element.tag
    if tag in _OPEN:
        return element
    if tag == w.STRUCTURED:
        properties = element.find(w.STRUCTURED_PROPERTIES)
        placeholder = properties.find(w.PLACEHOLDER) if properties is not None else None
        if placeholder is not None and w.is_on(placeholder):
            return None
        return element.find(w.STRUCTURED_CONTENT)
    if tag == w.ALTERNATES:
        choice = element.find(w.CHOICE)
        return element.find(w.FALLBACK) if choice is None else choice
    return None


def as_one_line(words: str) -> str:
    """Return the words of a `w:t`: a line feed in it, as some tools write, shows as a blank."""
    return words.replace("\n", " ")


def boxes(drawing: Element) -> Iterator[Element]:
    """Yield the text boxes of a drawing, each once; boxes inside a box are left to its reader."""
    if drawing.tag == w.BOX_CONTENT:
        yield drawing
        return
    inner = opened(drawing) if drawing.tag == w.ALTERNATES else drawing
    if inner is not None:
        for child in inner:
            yield from boxes(child)


def _resolve(styles: Styles, base: Marks, direct: Marks) -> Look:
    """Return the look of a run: what it says itself, else its styles.

    A toggle that both the paragraph and the character style set is off again (17.7.3).
    """
    own = styles.character(direct.style) if direct.style else NO_MARKS
    default = styles.defaults
    return Look(
        _toggled(direct.bold, base.bold, own.bold, default.bold),
        _toggled(direct.italic, base.italic, own.italic, default.italic),
        _toggled(direct.hidden, base.hidden, own.hidden, default.hidden),
        _toggled(direct.capitals, base.capitals, own.capitals, default.capitals),
    )


def _toggled(*said: bool | None) -> bool:
    """Return one toggle from what the run, both its styles and the defaults say."""
    direct, paragraph, character, default = said
    if direct is not None:
        return direct
    return bool(paragraph) != bool(character) or bool(default)


def _symbol(symbol: Element) -> str:
    try:
        code = int(symbol.get(f"{w.W}char", ""), 16)
        sign = chr(code)
    except (ValueError, OverflowError):
        return ""
    return sign if _PRIVATE <= code <= _LAST_PRIVATE or sign.isprintable() else ""
