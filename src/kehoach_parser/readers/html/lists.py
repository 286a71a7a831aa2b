"""The labels of lists in HTML: as a browser shows them, or as the item itself gives them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from kehoach_parser.readers.number_formats import BY_FIRST, bullet, number_of, shown
from kehoach_parser.text.patterns import pattern

_TYPED: Final = pattern(
    r"(?:Điều\s\d{1,3}|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,6}|[a-zđA-ZĐ]))[.)/:](?=\s|\Z)"
    r"|[-+•](?=\s)"
)
"""A label at the beginning of an item's own words; a browser would show both."""

_UNCOUNTED: Final = frozenset(("", "none"))
"""Styles without numbers: bullets, and no label."""

_STYLES: Final = (
    ("lower-alpha", "a"), ("lower-latin", "a"), ("upper-alpha", "A"), ("upper-latin", "A"),
    ("lower-roman", "i"), ("upper-roman", "I"),
)  # fmt: skip
"""Values of `list-style-type`, with the signs of the attribute `type` that say the same."""


@dataclass(slots=True)
class _List:
    """A list that is open: its style and its next number.

    A `hollow` one begins with an inner list instead of an item.
    """

    style: str
    number: int = 1
    hollow: bool = False


class Lists:
    """Follows the lists that are open, and remembers those that a later one goes on."""

    def __init__(self) -> None:
        """Begin outside of lists."""
        self._open: list[_List] = []
        self._closed: dict[int, _List] = {}

    def enter(self, element: HtmlElement) -> None:
        """Open a list; word processors leave out the items above one that goes on."""
        depth = len(self._open)
        found = _opened(element)
        goes_on = found.hollow or (depth > 0 and self._open[-1].hollow)
        earlier = self._closed.get(depth)
        if goes_on and earlier and earlier.style == found.style and element.get("start") is None:
            found.number = earlier.number
        self._open.append(found)

    def leave(self) -> None:
        """Close a list."""
        if self._open:
            left = self._open.pop()
            if left.style not in _UNCOUNTED:
                self._closed[len(self._open)] = left

    def label(self, element: HtmlElement) -> str:
        """Count an item and return its label, "" outside of lists."""
        if not self._open:
            return ""
        current = self._open[-1]
        current.hollow = False
        if current.style not in _UNCOUNTED:
            for depth in [depth for depth in self._closed if depth >= len(self._open)]:
                del self._closed[depth]
        current.number = number_of(element.get("value"), current.number)
        label = _label(current)
        current.number += 1
        return label


def has_own_label(words: str) -> bool:
    """Return whether an item's words begin with a label that was typed.

    >>> has_own_label("a) Rà soát"), has_own_label("- Rà soát"), has_own_label("A. B và C"[3:])
    (True, True, False)
    """
    return _TYPED.match(words) is not None


def shown_label(words: Iterable[str]) -> str:
    """Return a label from the words of an element that floats before its item.

    >>> shown_label(["II", ". "]), shown_label(["-."])
    ('II.', '-')
    """
    text = "".join(words).strip()
    return text if any(map(str.isalnum, text)) else bullet(text[:1])


def _opened(element: HtmlElement) -> _List:
    plain = "none" in (element.get("style") or "") or element.get("type") == "none"
    first = next((child.tag for child in element if isinstance(child.tag, str)), None)
    hollow = first in {"ol", "ul"}
    if element.tag == "ul" or plain:
        return _List("none" if plain else "", hollow=hollow)
    number = number_of(element.get("start"), 1)
    return _List(_counting(element), number, hollow=hollow)


def _counting(element: HtmlElement) -> str:
    """Return the sign of how an ordered list counts, as its `type` or its style says."""
    said = element.get("style") or ""
    styled = next((sign for words, sign in _STYLES if words in said), "1")
    return (element.get("type") or styled)[0]


def _label(current: _List) -> str:
    style, number = current.style, current.number
    if style == "none":
        return ""
    if not style:
        return "-"
    return f"{shown(BY_FIRST.get(style, 'decimal'), number)}{')' if style in 'aA' else '.'}"
