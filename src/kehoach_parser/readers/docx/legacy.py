"""Old encodings in a docx: fonts tell where they stand, words where no font does.

The tree is decoded before it is read, so that the reader of blocks meets nothing but Unicode.
"""

from collections.abc import Callable, Iterator
from typing import Final

from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.styles import Styles
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.legacy.runs import LegacyText, Run
from kehoach_parser.text.legacy import Font, draws_symbols, font_of
from kehoach_parser.text.patterns import pattern

_FONTS: Final = f"{w.W}rFonts"
_SOFT_HYPHEN: Final = f"{w.W}softHyphen"
_BREAKS: Final[dict[object, str]] = {
    f"{w.W}tab": "\t", f"{w.W}ptab": "\t", f"{w.W}br": "\n", f"{w.W}cr": "\n",
}  # fmt: skip
"""What parts words within a paragraph."""

_LABEL: Final = f"{w.W}lvlText"
_KINDS: Final = ("hAnsi", "ascii")
"""Which font draws a letter: codes above ASCII have the one for `hAnsi`."""

_DEFAULTS: Final = f"{w.W}docDefaults/{w.W}rPrDefault/{w.RUN_PROPERTIES}"
_WORD: Final = pattern(r"[A-Za-z]")
"""A label with words; one sign alone is a bullet of a font of signs."""

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class LegacyParts:
    """Decodes the parts of a docx in place."""

    def __init__(
        self, root: Element | None, styles: Styles, theme: Callable[[], Element | None]
    ) -> None:
        """Inherit fonts from these styles (`root` is their part); the theme loads when needed."""
        self.text = LegacyText()
        self._styles = styles
        self._load_theme = theme
        self._theme: dict[str, str] | None = None
        self._default = None if root is None else self._said(root.find(_DEFAULTS))
        self._styled: dict[str | None, str | None] = {}

    def mend(self, root: Element) -> None:
        """Decode the words, and the labels of lists, that a part holds."""
        for hyphen in list(root.iter(_SOFT_HYPHEN)):
            # ư of TCVN3 is the soft hyphen, for which Word has an element of its own.
            if font_of(self._font(hyphen)):
                hyphen.tag, hyphen.text = w.TEXT, "\N{SOFT HYPHEN}"
        paragraphs = list(self._paragraphs(root))
        runs = [
            [
                Run(_BREAKS.get(part.tag, part.text or ""), font_of(self._font(part)))
                for part in parts
            ]
            for parts in paragraphs
        ]
        for parts, texts in zip(paragraphs, self.text.decoded(runs), strict=True):
            for part, text in zip(parts, texts or (), strict=False):
                if part.tag == w.TEXT:
                    part.text = text
        labels = [label for label in root.iter(_LABEL) if _WORD.search(label.get(w.VAL, ""))]
        shown = [[Run(label.get(w.VAL, ""), self._label_font(label))] for label in labels]
        for label, texts in zip(labels, self.text.decoded(shown), strict=True):
            if texts:
                label.set(w.VAL, texts[0])

    def _paragraphs(self, root: Element) -> Iterator[list[Element]]:
        """Yield the words of each paragraph; those of a text box are not its anchor's."""
        found: dict[Element | None, list[Element]] = {}
        for text in root.iter(w.TEXT, *_BREAKS):
            if not draws_symbols(self._font(text)):
                owner = next(text.iterancestors(w.PARAGRAPH), None)
                found.setdefault(owner, []).append(text)
        yield from found.values()

    def _font(self, text: Element) -> str:
        """Return the name of a run's font: its own, its styles', the default."""
        run = text.getparent()
        properties = run.find(w.RUN_PROPERTIES) if run is not None else None
        name = self._said(properties)
        if name is None and properties is not None:
            style = properties.find(w.RUN_STYLE)
            name = self._of_style(style.get(w.VAL)) if style is not None else None
        return name or self._of_paragraph(text) or self._default or ""

    def _of_paragraph(self, text: Element) -> str | None:
        paragraph = next(text.iterancestors(w.PARAGRAPH), None)
        path = f"{w.PARAGRAPH_PROPERTIES}/{w.PARAGRAPH_STYLE}"
        style = paragraph.find(path) if paragraph is not None else None
        return self._of_style(None if style is None else style.get(w.VAL))

    def _of_style(self, style: str | None) -> str | None:
        """Return the font of a style, of the default paragraph style for null."""
        if style not in self._styled:
            chain = self._styles.paragraph_chain(style)
            names = (self._said(element.find(w.RUN_PROPERTIES)) for element in chain)
            self._styled[style] = next((name for name in names if name), None)
        return self._styled[style]

    def _label_font(self, label: Element) -> Font | None:
        level = label.getparent()
        properties = level.find(w.RUN_PROPERTIES) if level is not None else None
        return font_of(self._said(properties) or "")

    def _said(self, properties: Element | None) -> str | None:
        """Return the font that run properties name, by itself or by its place in the theme."""
        fonts = properties.find(_FONTS) if properties is not None else None
        if fonts is None:
            return None
        for kind in _KINDS:
            place = fonts.get(f"{w.W}{kind}Theme")
            name = self._themed(place) if place else fonts.get(f"{w.W}{kind}")
            if name:
                return name
        return None

    def _themed(self, place: str) -> str | None:
        """Return the theme's font for headings (`majorHAnsi` …) or for the body."""
        if self._theme is None:
            root = self._load_theme()
            self._theme = {} if root is None else dict(_faces(root))
        return self._theme.get(place[:5])


def _faces(theme: Element) -> Iterator[tuple[str, str]]:
    """Yield the fonts of a theme by where they stand: `major` (headings), `minor` (body)."""
    for kind in ("major", "minor"):
        for latin in theme.iterfind(f".//{_DRAWING}{kind}Font/{_DRAWING}latin"):
            yield kind, latin.get("typeface", "")
