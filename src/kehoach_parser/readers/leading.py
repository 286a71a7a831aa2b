"""Whether a text that begins with elements of HTML goes on as Markdown behind them.

Converters of Word files and engines that read pages write tables as HTML, and the table of a
document's head stands first.
"""

import re
from typing import Final

from kehoach_parser.text.patterns import pattern

_OPENING: Final = pattern(
    rb"\s*(?:<!--.{0,2000}?-->\s*){0,9}<(?P<name>[a-z][a-z0-9]{0,15})[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = pattern(rb"<(?P<end>/?)(?P<name>[a-z][a-z0-9]{0,15})\b[^<>]{0,2000}>", re.IGNORECASE)
_ELEMENTS: Final = 100
_PARAGRAPHS: Final = 2


def goes_on_as_text(head: bytes) -> bool:
    r"""Return whether paragraphs without a tag stand behind the elements that a text begins with.

    >>> goes_on_as_text(b"<table><tr><td>a</td></tr></table>\n\n**b**\n\nc d")
    True
    >>> goes_on_as_text(b"<p>a</p>\n\n<pre>\nb\n\nc\n\nd\n</pre>")
    False
    """
    at = 0
    for _ in range(_ELEMENTS):
        opening = _OPENING.match(head, at)
        if opening is None:
            break
        at = _behind(head, opening.start("name") - 1, opening["name"].lower())
        if at < 0:
            return False
    rest = head[at:].replace(b"\r\n", b"\n").split(b"\n\n")
    return at > 0 and sum([b"<" not in part and bool(part.strip()) for part in rest]) >= _PARAGRAPHS


def _behind(head: bytes, start: int, name: bytes) -> int:
    """Return where the element that begins at a place has its end, -1 where it has none."""
    depth = 0
    for tag in _TAG.finditer(head, start):
        if tag["name"].lower() == name:
            depth += -1 if tag["end"] else 1
            if not depth:
                return tag.end()
    return -1
