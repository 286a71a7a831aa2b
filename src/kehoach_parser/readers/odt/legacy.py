"""Old encodings in an odt: fonts of styles tell where they stand, words where no font does.

The tree is decoded before it is read, so that the reader of blocks meets nothing but Unicode.
"""

from collections.abc import Iterator

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.legacy.runs import LegacyText
from kehoach_parser.readers.legacy.trees import Words, mend_lines
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.odt.styles import Styles
from kehoach_parser.text.legacy import draws_symbols


def mend(part: Element, styles: Styles, done: LegacyText) -> None:
    """Decode the words of a part in place."""
    paragraphs = (
        list(_words(paragraph, styles.font("paragraph", paragraph.get(o.STYLE_NAME, "")), styles))
        for paragraph in part.iter(o.PARAGRAPH, o.HEADING)
    )
    mend_lines(paragraphs, done)


def _words(element: Element, font: str, styles: Styles) -> Iterator[Words]:
    """Yield the words of a paragraph; those of paragraphs in a note or box are not its own."""
    if element.text and not draws_symbols(font):
        yield Words(element, tail=False, font=font)
    for child in element:
        if child.tag not in {o.PARAGRAPH, o.HEADING}:
            named = child.get(o.STYLE_NAME) if child.tag == o.SPAN else None
            own = styles.font("text", named) if named else ""
            yield from _words(child, own or font, styles)
        if child.tail and not draws_symbols(font):
            yield Words(child, tail=True, font=font)
