"""Looks that a page gives to classes in its own style sheet, written to the elements themselves.

LibreOffice and Google Docs save a document so. Only rules for one class count, or for the labels
of its items (`.lst-kix_a-0>li:before`), and only what readers of pages ask for; what depends on
the place of an element, on the screen or on a script (`display`) is left alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from kehoach_parser.text.patterns import pattern

_SELECTOR: Final = pattern(
    r"(?P<tag>p|li|ol|ul|td|th|h[1-6]|span|b|i|em|strong)?\.(?P<name>[\w-]{1,60})"
    r"(?P<labels>\s?>\s?li::?before)?"
)
_KEPT: Final = pattern(
    r"(?:^|[;\s])(?P<property>(?P<name>text-align|font-weight|font-style|font-family|text-transform"
    r"|list-style(?:-type)?|content"
    r"|border(?:-(?:top|right|bottom|left))?(?:-style)?)\s*:[^;{}]{1,200})",
    re.IGNORECASE,
)
_COMMENT: Final = pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ALIGNED: Final = frozenset(("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_BORDERED: Final = frozenset(("td", "th", "table"))
_LISTS: Final = frozenset(("ol", "ul"))
_LABELS: Final = "labels"
"""In the place of a tag: what a rule says of the labels of a list's items."""

_MOST_RULES: Final = 5000

_Rules = dict[tuple[str, str], list[tuple[str, str]]]
"""Tag ("" for any) and class; names of properties with what is said of them."""


def apply_classes(root: HtmlElement) -> None:
    """Add to the `style` of each element, behind its own, what its classes say."""
    rules: _Rules = {}
    for sheet in root.iter("style"):
        _collect(sheet.text or "", rules)
    if not rules:
        return
    for element in root.iter():
        names = element.get("class") if isinstance(element.tag, str) else None
        if names:
            said = [text for name in names.split() for text in _said(element, name, rules)]
            if said:
                element.set("style", ";".join((element.get("style") or "", *said)))


def _said(element: HtmlElement, name: str, rules: _Rules) -> Iterator[str]:
    for tag in (_LABELS, element.tag, "") if element.tag in _LISTS else (element.tag, ""):
        for property_name, text in rules.get((tag, name), ()):
            if property_name == "content" or tag == _LABELS:
                counts = property_name == "content" and tag == _LABELS
            elif property_name == "text-align":
                counts = element.tag in _ALIGNED
            else:
                counts = not property_name.startswith("border") or element.tag in _BORDERED
            if counts:
                yield text


def _collect(sheet: str, rules: _Rules) -> None:
    """Add a sheet's rules; of rules for one class the later stands first."""
    for selectors, body in _blocks(_COMMENT.sub(" ", sheet)):
        found = [(kept["name"].lower(), kept["property"]) for kept in _KEPT.finditer(body)]
        for selector in selectors.split(",") if found else ():
            match = _SELECTOR.fullmatch(selector.replace("<!--", " ").strip())
            if match and len(rules) < _MOST_RULES:
                key = (_LABELS if match["labels"] else match["tag"] or "", match["name"])
                rules[key] = found + rules.get(key, [])


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and bodies; what stands inside an at-rule (`@media`) is left out."""
    depth = 0
    selectors = text = ""
    for number, part in enumerate(re.split(r"([{}])", sheet)):
        if number % 2 == 0:
            text = part
        elif part == "{":
            depth += 1
            selectors = text if depth == 1 else selectors
        else:
            if depth == 1 and not selectors.lstrip().startswith("@"):
                yield selectors, text
            depth = max(depth - 1, 0)
