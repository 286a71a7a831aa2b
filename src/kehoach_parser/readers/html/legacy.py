"""Old encodings in a web page: `<font face=".VnTime">`, `font-family` of CSS, or words alone."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from kehoach_parser.readers.html.flow import BLOCKS
from kehoach_parser.readers.legacy.runs import LegacyText
from kehoach_parser.readers.legacy.trees import Words, mend_lines
from kehoach_parser.text.legacy import draws_symbols
from kehoach_parser.text.patterns import pattern

_FAMILY: Final = pattern(r"font-family\s*:\s*(?P<name>[^;,}]{1,80})", re.IGNORECASE)
_BREAKING: Final = BLOCKS | {"br"}
_UNSHOWN: Final = frozenset(("script", "style", "title"))
_EVENTS: Final[tuple[Literal["start", "end"], ...]] = ("start", "end")


def mend(tree: HtmlElement) -> LegacyText:
    """Decode the words of a page in place; return what was done."""
    done = LegacyText()
    mend_lines(_lines(tree), done)
    return done


def _lines(tree: HtmlElement) -> Iterator[list[Words]]:
    """Yield the words of each line, those of fonts of signs left out."""
    fonts = [""]
    line: list[Words] = []
    for event, element in iterwalk(tree, events=_EVENTS):
        if not isinstance(element.tag, str):
            continue
        if element.tag in _BREAKING:
            yield line
            line = []
        if event == "start":
            fonts.append(_font(element) or fonts[-1])
        else:
            fonts.pop()
        words = Words(element, event == "end", fonts[-1])
        unshown = event == "start" and element.tag in _UNSHOWN
        if words.text and not unshown and not draws_symbols(words.font):
            line.append(words)
    yield line


def _font(element: HtmlElement) -> str:
    """Return the font that an element names, of several the first."""
    style = _FAMILY.search(element.get("style") or "")
    return style["name"] if style else (element.get("face") or "").partition(",")[0]
