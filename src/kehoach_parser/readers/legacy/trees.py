"""Old encodings in a tree of elements (HTML, odt): the words of a line decoded where they stand."""

from collections.abc import Iterable
from typing import NamedTuple

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.legacy.runs import LegacyText, Run
from kehoach_parser.text.legacy import font_of


class Words(NamedTuple):
    """A text of the tree: that of an element, or (`tail`) what follows it, with its font."""

    element: Element
    tail: bool
    font: str

    @property
    def text(self) -> str:
        """The words as they stand now."""
        return (self.element.tail if self.tail else self.element.text) or ""

    def put(self, text: str) -> None:
        """Set other words in their place."""
        if self.tail:
            self.element.tail = text
        else:
            self.element.text = text


def mend_lines(lines: Iterable[list[Words]], done: LegacyText) -> None:
    """Decode the words of each line in place; `done` takes down what was decoded."""
    kept = list(lines)
    runs = [[Run(words.text, font_of(words.font)) for words in line] for line in kept]
    for line, texts in zip(kept, done.decoded(runs), strict=True):
        for words, text in zip(line, texts or (), strict=False):
            words.put(text)
