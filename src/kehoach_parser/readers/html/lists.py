"""The labels of lists in HTML: as a browser shows them, or as the item itself gives them."""

import re
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

_STYLES: Final = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "none": "none",
}  # fmt: skip
"""Values of `list-style-type`, with the signs of the attribute `type` that say the same."""

_SAID: Final = pattern(r"list-style(?:-type)?\s*:\s*(?P<values>[^;]*)", re.IGNORECASE)
_MARKER: Final = pattern(r"content\s*:\s*(?P<parts>[^;]*)", re.IGNORECASE)
_PART: Final = pattern(
    r"\"(?P<words>[^\"]*)\"|counter\(\s*(?P<counter>[\w-]+)\s*(?:,\s*(?P<style>[\w-]+)\s*)?\)"
)
"""What Google Docs makes a label of: `"" counter(lst-ctn-kix_a-0,upper-roman) ". "`."""


@dataclass(slots=True)
class _List:
    """A list that is open: its style and its next number.

    A `hollow` one begins with an inner list instead of an item; `marker` holds the parts of
    which the style sheet makes its labels.
    """

    style: str
    number: int = 1
    hollow: bool = False
    marker: str = ""


class Lists:
    """Follows the lists that are open, and remembers those that a later one goes on."""

    def __init__(self) -> None:
        """Begin outside of lists."""
        self._open: list[_List] = []
        self._closed: dict[int, _List] = {}
        self._counters: dict[str, int] = {}

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
        label = self._marked(current) if current.marker else _label(current, element)
        current.number += 1
        return label

    def _marked(self, current: _List) -> str:
        """Return a label of the parts that the style sheet names; the last counter is its own."""
        parts = list(_PART.finditer(current.marker))
        own = next((part["counter"] for part in reversed(parts) if part["counter"]), None)
        if own is None:
            return bullet("".join(part["words"] for part in parts))
        self._counters[own] = current.number
        return "".join(
            _number(_STYLES.get(part["style"] or "", "1"), self._counters.get(part["counter"], 1))
            if part["counter"]
            else part["words"]
            for part in parts
        ).strip()


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
    said = element.get("style") or ""
    marker = _MARKER.search(said)
    style = element.get("type") or _styled(said)
    first = next((child.tag for child in element if isinstance(child.tag, str)), None)
    hollow = first in {"ol", "ul"}
    if marker:
        return _List("1", number_of(element.get("start"), 1), hollow, marker["parts"])
    if style == "none" or element.tag == "ul":
        return _List("none" if style == "none" else "", hollow=hollow)
    return _List((style or "1")[0], number_of(element.get("start"), 1), hollow)


def _styled(said: str) -> str | None:
    """Return the sign of how a list or an item counts by its style, null where it does not say."""
    match = _SAID.search(said)
    values = match["values"].lower().split() if match else ()
    return next((_STYLES[value] for value in values if value in _STYLES), None)


def _label(current: _List, item: HtmlElement) -> str:
    style, number = current.style, current.number
    if style not in _UNCOUNTED:
        style = _styled(item.get("style") or "") or style
    if style == "none":
        return ""
    if not style:
        return "-"
    return _number(style, number) + (")" if style in "aA" else ".")


def _number(style: str, number: int) -> str:
    """Return a number as a list shows it.

    >>> [_number(style, 4) for style in "1aAiI"]
    ['4', 'd', 'D', 'iv', 'IV']
    """
    return shown(BY_FIRST.get(style, "decimal"), number)
