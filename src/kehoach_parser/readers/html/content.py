"""Where a web page keeps its document: menus, forms, notices and hidden parts left out."""

import re
from typing import Final

from lxml.html import HtmlElement

from kehoach_parser.text.patterns import pattern

_DROPPED: Final = frozenset(
    ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
     "button", "select", "option", "input", "textarea", "label", "nav", "aside", "head",
     "title", "dialog", "audio", "video", "map")
)  # fmt: skip
_HIDDEN: Final = pattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_CHROME: Final = pattern(
    r"(?:^|[\s_-])(?:nav|menu|breadcrumbs?|sidebar|footer|comments?|share|social|ads?|advert\w*|banner|"
    r"related|cookie|popup|modal|login|search|toolbar|pagination|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FIELD: Final = pattern(
    r"(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Căn cứ |Thực hiện |Điều \d|KẾ HOẠCH|QUYẾT ĐỊNH"
    r"|Nơi nhận|Số\s*:"
    r"|[IVX]{1,4}\. |\d{1,2}\. |[a-zđ]\) |[-+–] )"
)
_CONTAINERS: Final = frozenset(
    ("html", "body", "div", "section", "article", "main", "form", "center", "span", "font",
     "table", "tbody", "tr", "td", "th")
)  # fmt: skip
_CELLS: Final = frozenset(("table", "tbody", "tr", "td", "th"))
_ROWS: Final = frozenset(("table", "tbody", "tr"))
_INLINE: Final = frozenset(
    ("a", "b", "i", "em", "strong", "u", "s", "span", "font", "sup", "sub", "small", "big",
     "br", "ins", "del", "mark", "code")
)  # fmt: skip
_SECTION: Final = pattern(r"(?:Word|Text)?Section\d{0,3}")
"""Names of the parts of one document that word processors save as a page."""

_HEAD: Final = 40
_PROSE: Final = 80
"""Characters from which a block counts as prose; menus and captions are shorter."""
_FIELD_WEIGHT: Final = 3
_SHARE: Final = 0.6
_CELL_SHARE: Final = 0.9
_LINKS: Final = 0.5
_DATA_COLUMNS: Final = 3
_DATA_ROWS: Final = 3
"""Rows of so many cells that a table lays out no page."""


def _is_dropped(element: HtmlElement) -> bool:
    """Return whether an element is no content: a script, a form's control, or hidden."""
    if element.tag in _DROPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def prune(root: HtmlElement) -> None:
    """Remove what is no content from the tree, the text after it kept."""
    doomed = [
        element
        for element in root.iter()
        if element is not root and (not isinstance(element.tag, str) or _is_dropped(element))
    ]
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()


def document_root(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's document.

    Prose in the field's own forms (grounds, labels, Quốc hiệu) counts more than other prose. A
    cell must hold nearly all of it, lest a large table be taken for the document.
    """
    return content_root(root, _prose(root), _CELL_SHARE)


def content_root(
    root: HtmlElement, own: dict[HtmlElement, float], cell_share: float = _SHARE
) -> HtmlElement:
    """Return the element that holds the content, of which each element has `own` as its share.

    It goes down from the page as long as one child holds most of the content (a cell:
    `cell_share` of it). A table of data is no layout: what it stands in holds the content.
    """
    weights = _weights(root, own)
    found = root
    while True:
        children = [child for child in found if child.tag in _CONTAINERS]
        best = max(children, key=lambda child: weights.get(child, 0.0), default=None)
        share = cell_share if best is not None and best.tag in _CELLS else _SHARE
        if (
            best is None
            or not weights.get(found)
            or weights.get(best, 0.0) < share * weights[found]
        ):
            return _around_rows(found)
        if _is_section(best):
            return found
        found = best


def _is_section(element: HtmlElement) -> bool:
    """Return whether an element is one of the sections that a word processor's page is of."""
    name = element.get("class") or element.get("id") or ""
    return element.tag == "div" and _SECTION.fullmatch(name) is not None


def _around_rows(found: HtmlElement) -> HtmlElement:
    """Return what holds a table of data, where the content ended within its rows."""
    if found.tag not in _ROWS:
        return found
    table = next(found.iterancestors("table"), None) if found.tag != "table" else found
    parent = table.getparent() if table is not None else None
    if table is None or parent is None:
        return found
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    headed = any(cell.tag == "th" for row in rows for cell in row)
    wide = sum(len(row) >= _DATA_COLUMNS for row in rows)
    return parent if headed or wide >= _DATA_ROWS else found


def chrome(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements inside that are page furniture: named so and full of links."""
    words, links = _lengths(root)
    found: list[HtmlElement] = []
    for element in root.iter("div", "section", "ul", "ol", "header", "footer", "form", "p"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element is root or not (_CHROME.search(name) or element.tag == "footer"):
            continue
        if links.get(element, 0) >= words.get(element, 0) * _LINKS:
            found.append(element)
    return frozenset(found)


def _lengths(root: HtmlElement) -> tuple[dict[HtmlElement, int], dict[HtmlElement, int]]:
    """Return for each element how many characters it holds, and how many in links."""
    words: dict[HtmlElement, int] = {}
    links: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        size = words.get(element, 0) + len((element.text or "").strip())
        words[element] = size
        if element.tag == "a" and element.get("href"):
            links[element] = size
        parent = element.getparent()
        if parent is not None and element is not root:
            words[parent] = words.get(parent, 0) + size + len((element.tail or "").strip())
            links[parent] = links.get(parent, 0) + links.get(element, 0)
    return words, links


def _weights(root: HtmlElement, own: dict[HtmlElement, float]) -> dict[HtmlElement, float]:
    """Return how much of the content each element holds with those in it."""
    weights = dict(own)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and element is not root:
            weights[parent] = weights.get(parent, 0.0) + weights.get(element, 0.0)
    return weights


def _prose(root: HtmlElement) -> dict[HtmlElement, float]:
    """Return the weight of each block's own words without links.

    Inline elements give theirs to the block.
    """
    owner: dict[HtmlElement, HtmlElement | None] = {}
    sizes: dict[HtmlElement, int] = {}
    heads: dict[HtmlElement, str] = {}
    for element in root.iter():
        parent = element.getparent() if element is not root else None
        above = owner.get(parent) if parent is not None else None
        link = element.tag == "a" and element.get("href") is not None
        owner[element] = None if link else (above if element.tag in _INLINE else element)
        for block, text in ((owner[element], element.text), (above, element.tail)):
            if block is not None and text and (words := text.strip()):
                sizes[block] = sizes.get(block, 0) + len(words)
                if len(heads.get(block, "")) < _HEAD:
                    heads[block] = f"{heads.get(block, '')} {words[:_HEAD]}"
    return {
        block: float(size * _FIELD_WEIGHT if _FIELD.match(" ".join(heads[block].split())) else size)
        for block, size in sizes.items()
        if size >= _PROSE or _FIELD.match(" ".join(heads[block].split()))
    }
