"""Footnotes of a web page, put behind the paragraph that bears their mark.

A mark and its note point to each other: the mark's link leads to the note, the note's back to
the mark. That holds for pages that Word, LibreOffice, Google Docs and pandoc write, whatever
they call the anchors. Where the link back is lost, the usual names tell a note.
"""

import re
from itertools import islice
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from kehoach_parser.text.patterns import pattern

NOTE: Final = "data-kehoach-note"
"""Set on the element that holds a note."""

_MARK: Final = pattern(r"\W{0,3}\w{0,4}\W{0,3}")
"""What a mark shows: `[1]`, `(*)`, `iv`."""

_NAME: Final = pattern(r"_?(?:ftn|edn|fn|note)-?\d+", re.IGNORECASE)
_HOLDER_NAME: Final = pattern(r"(?:sd)?(?:foot|end)?(?:note|ftnt?|edn|fn)-?\d+", re.IGNORECASE)
_BLOCKS: Final = frozenset(
    ("p", "li", "div", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
     "section", "aside")
)  # fmt: skip
_HOLDERS: Final = frozenset(("li", "div", "aside"))
_MOST: Final = 2000
_FEW: Final = 5
"""Links that a note holds at most; elements around a mark that may bear its name."""

_LARGEST_CELL: Final = 2000
"""Characters of a cell that is one of a table rather than a page's frame."""


class _Note(NamedTuple):
    """The block that holds a note, and the link in it that leads back."""

    holder: HtmlElement
    back: HtmlElement | None


def place_notes(root: HtmlElement) -> None:
    """Move each note behind the block, or the table, with its mark; drop marks and links back."""
    links = [link for link in root.iter("a") if _goal(link)][:_MOST]
    if not links:
        return
    anchors = _anchors(root)
    order = {element: number for number, element in enumerate(root.iter())}
    last: dict[HtmlElement, HtmlElement] = {}
    done: set[HtmlElement] = set()
    for link in links:
        found = _note(link, anchors) if link not in done else None
        block = _block_with_mark(link)
        if found is None or block is None or order[found.holder] < order[link]:
            continue
        if block in found.holder.iterancestors():
            continue
        mark = link.text_content().strip()
        _drop(link)
        if found.back is not None:
            done.add(found.back)
            _drop(found.back)
        else:
            _cut(found.holder, mark)
        _move(found.holder, last.get(block, block))
        last[block] = found.holder


def _goal(link: HtmlElement) -> str:
    """Return the name that a link within the page leads to, "" for other links."""
    href = link.get("href") or ""
    return href[1:] if href.startswith("#") else ""


def _anchors(root: HtmlElement) -> dict[str, HtmlElement]:
    found: dict[str, HtmlElement] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _note(link: HtmlElement, anchors: dict[str, HtmlElement]) -> _Note | None:
    """Return the note that a link leads to, null where it is no mark."""
    name = _goal(link)
    target = anchors.get(name, anchors.get(name.lstrip("_")))
    if target is None or not _MARK.fullmatch(link.text_content()):
        return None
    block = _nearest_block(target)
    if block is None:
        return None
    candidates: list[HtmlElement] = [target, *islice(block.iter("a"), _FEW + 1)]
    if len(candidates) > _FEW + 1:
        candidates = [target]
    back = next((one for one in candidates if _leads_to(one, link, anchors)), None)
    if back is None and not _NAME.fullmatch(name):
        return None
    around = block.getparent()
    named = around is not None and _HOLDER_NAME.fullmatch(around.get("id") or "") is not None
    return _Note(around if around is not None and named and around.tag in _HOLDERS else block, back)


def _leads_to(candidate: HtmlElement, link: HtmlElement, anchors: dict[str, HtmlElement]) -> bool:
    """Return whether a link leads back to a mark: to it, what it holds, or what is close by."""
    goal = anchors.get(_goal(candidate)) if candidate is not link and _goal(candidate) else None
    if goal is None:
        return False
    near = (link, *islice(link.iterancestors(), _FEW), link.getprevious(), link.getnext())
    return (goal in near and goal.tag not in {"body", "html"}) or goal in link.iter()


def _nearest_block(inside: HtmlElement) -> HtmlElement | None:
    if inside.tag in _BLOCKS:
        return inside
    return next((above for above in inside.iterancestors() if above.tag in _BLOCKS), None)


def _block_with_mark(link: HtmlElement) -> HtmlElement | None:
    """Return what a note stands behind: the paragraph of its mark, or the table around it."""
    for cell in link.iterancestors("td", "th"):
        if len(cell.text_content()) <= _LARGEST_CELL:
            return next(cell.iterancestors("table"), None)
        break
    return _nearest_block(link)


def _drop(link: HtmlElement) -> None:
    """Remove a link, and what only raises it; the text behind it stays."""
    parent = link.getparent()
    if (
        parent is not None
        and parent.tag in {"sup", "span"}
        and parent.text_content().strip() == link.text_content().strip()
    ):
        link = parent
    link.drop_tree()


def _cut(holder: HtmlElement, mark: str) -> None:
    """Remove the mark that a note without a link back begins with."""
    for element in holder.iter():
        text = (element.text or "").lstrip()
        if text:
            element.text = text.removeprefix(mark).lstrip()
            return


def _move(holder: HtmlElement, behind: HtmlElement) -> None:
    holder.drop_tree()
    holder.tail = None
    holder.set(NOTE, "")
    behind.addnext(holder)
