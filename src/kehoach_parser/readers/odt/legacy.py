"""Old encodings in an odt: fonts of styles tell where they stand, words where no font does.

The tree is decoded before it is read, so that the reader of blocks meets nothing but Unicode.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.legacy.runs import LegacyText, Run
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.odt.styles import Styles
from kehoach_parser.text.legacy import draws_symbols, font_of


class _Words(NamedTuple):
    """A text of the tree: that of an element, or (`tail`) what follows it, with its font."""

    element: Element
    tail: bool
    font: str

    @property
    def text(self) -> str:
        return (self.element.tail if self.tail else self.element.text) or ""

    def put(self, text: str) -> None:
        if self.tail:
            self.element.tail = text
        else:
            self.element.text = text


def mend(part: Element, styles: Styles, done: LegacyText) -> None:
    """Decode the words of a part in place."""
    paragraphs = [
        list(_words(paragraph, styles.font("paragraph", paragraph.get(o.STYLE_NAME, "")), styles))
        for paragraph in part.iter(o.PARAGRAPH, o.HEADING)
    ]
    runs = [[Run(words.text, font_of(words.font)) for words in line] for line in paragraphs]
    for line, texts in zip(paragraphs, done.decoded(runs), strict=True):
        for words, text in zip(line, texts or (), strict=False):
            words.put(text)


def _words(element: Element, font: str, styles: Styles) -> Iterator[_Words]:
    """Yield the words of a paragraph; those of paragraphs in a note or box are not its own."""
    if element.text and not draws_symbols(font):
        yield _Words(element, tail=False, font=font)
    for child in element:
        if child.tag not in {o.PARAGRAPH, o.HEADING}:
            named = child.get(o.STYLE_NAME) if child.tag == o.SPAN else None
            own = styles.font("text", named) if named else ""
            yield from _words(child, own or font, styles)
        if child.tail and not draws_symbols(font):
            yield _Words(child, tail=True, font=font)
