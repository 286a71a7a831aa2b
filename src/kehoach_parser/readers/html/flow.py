"""The running content of HTML as paragraphs with their looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from kehoach_parser.readers.html.lists import Lists, has_own_label, shown_label
from kehoach_parser.readers.html.notes import NOTE
from kehoach_parser.text.document import Paragraph
from kehoach_parser.text.patterns import pattern

BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
     "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_BOLD: Final = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITALIC: Final = frozenset(("i", "em", "cite"))
_BOLD_STYLE: Final = pattern(
    r"font-weight\s*:\s*(?P<value>bold|[6-9]00|normal|[1-5]00)", re.IGNORECASE
)
_ITALIC_STYLE: Final = pattern(r"font-style\s*:\s*(?P<value>italic|oblique|normal)", re.IGNORECASE)
_ALIGN_STYLE: Final = pattern(r"text-align\s*:\s*(?P<value>\w+)", re.IGNORECASE)
_CASE_STYLE: Final = pattern(r"text-transform\s*:\s*(?P<value>\w+)", re.IGNORECASE)
_FLOATS: Final = pattern(r"float\s*:\s*left", re.IGNORECASE)
_WORD_BULLET: Final = pattern(
    r"[·•▪§Øüvqo\uf020-\uf0ff]\N{NO-BREAK SPACE}{2,}[ \N{NO-BREAK SPACE}]*"
)
"""A bullet of Word's: a glyph of Symbol, Wingdings or Courier New, and the gap behind it."""

_BLANKS: Final = pattern(r"[ \t\r\n\f]+")
_EDGES: Final = " \t\n\N{NO-BREAK SPACE}"
_RULE: Final = pattern(
    r"[ \t\N{NO-BREAK SPACE}]*(?:[-\N{EN DASH}_*=]{2,}|\*)[ \t\N{NO-BREAK SPACE}]*\Z"
)


class Looks(NamedTuple):
    """How text stands at one place of the tree."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    heading: int = 0
    verbatim: bool = False
    capitals: bool = False
    footnote: bool = False


@dataclass(slots=True)
class Flow:
    """Collects text until a block ends, then gives it as a paragraph."""

    looks: list[Looks] = field(default_factory=lambda: [Looks()])
    lists: Lists = field(default_factory=Lists)
    parts: list[tuple[str, Looks]] = field(default_factory=lambda: [])
    label: str = ""
    bare_labels: bool = False
    """Whether an item without words shows its label, as the first column of a register does."""
    afloat: HtmlElement | None = None
    torn: bool = False

    def start(self, element: HtmlElement) -> Iterator[Paragraph]:
        """Enter an element; a block ends the paragraph before it."""
        tag = element.tag
        if tag == "br":
            if not (self.torn and element.get("clear")):  # that one only ends the picture's side
                self.parts.append(("\n", self.looks[-1]))
        elif tag in BLOCKS:
            yield from self.flush()
        self.looks.append(_looks(element, self.looks[-1]))
        if tag in {"ul", "ol"}:
            self.lists.enter(element)
        elif tag == "li":
            self.label = self.lists.label(element)
        elif self.label and not self.parts and _FLOATS.search(element.get("style") or ""):
            self.afloat = element
        if element.text:
            self.text(element.text)

    def end(self, element: HtmlElement) -> Iterator[Paragraph]:
        """Leave an element, then take the text behind it."""
        if element.tag in BLOCKS:
            yield from self.flush()
            if element.tag == "li" and self.label and self.bare_labels:
                yield Paragraph(self.label)
                self.label = ""
        elif element is self.afloat:
            self.label = shown_label(text for text, _ in self.parts)
            self.parts, self.afloat = [], None
        self.looks.pop()
        if element.tag in {"ul", "ol"}:
            self.lists.leave()
        if element.tag == "img":
            self.torn = element.get("align") in {"left", "right"}

    def text(self, text: str) -> None:
        """Take a text, its blanks as a browser shows them; a tab between words stays one."""
        looks = self.looks[-1]
        if not looks.verbatim:
            text = _BLANKS.sub(_blank, text)
            if self.torn and self.parts and self.parts[-1][0][-1:].isalpha():
                text = text.lstrip(" ")
        if text:
            self.torn = False
            self.parts.append((text.upper() if looks.capitals else text, looks))

    def flush(self) -> Iterator[Paragraph]:
        """Give the paragraphs that were collected: two breaks in a row end one."""
        parts, self.parts = self.parts, []
        self.torn = False
        line: list[tuple[str, Looks]] = []
        broken = False
        for text, looks in parts:
            if text == "\n" and broken:
                yield from self._paragraph(line)
                line = []
            else:
                line.append((text, looks))
            broken = text == "\n" or (broken and not text.strip())
        yield from self._paragraph(line)

    def _paragraph(self, parts: list[tuple[str, Looks]]) -> Iterator[Paragraph]:
        text, bold, italic = _joined(parts)
        if not text:
            return
        looks = parts[0][1]
        for part, its in parts:
            if part.strip():
                looks = its
                break
        sign = _WORD_BULLET.match(text)
        if sign:
            text, bold = f"- {text[sign.end() :]}", max(bold - sign.end() + 2, 0)
        if self.label and not has_own_label(text):
            text, bold = f"{self.label} {text}", bold and bold + len(self.label) + 1
        self.label = ""
        yield Paragraph(
            text, min(bold, len(text)), italic, looks.centered, looks.heading, looks.footnote
        )


def paragraphs(root: HtmlElement) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell, tables in it as running text."""
    flow = Flow(bare_labels=True)
    events: tuple[Literal["start", "end"], ...] = ("start", "end")
    for event, element in iterwalk(root, events=events):
        if event == "start":
            yield from flow.start(element)
        else:
            yield from flow.end(element)
            if element is not root and element.tail:
                flow.text(element.tail)
    yield from flow.flush()


def _blank(found: re.Match[str]) -> str:
    """Return what a run of blanks shows: a tab within a line is one that a word processor set."""
    blanks = found[0]
    return "\t" if "\t" in blanks and "\n" not in blanks and "\r" not in blanks else " "


def _looks(element: HtmlElement, outer: Looks) -> Looks:
    tag = element.tag
    bold = outer.bold or tag in _BOLD
    italic = outer.italic or tag in _ITALIC
    centered = outer.centered or tag == "center"
    capitals = outer.capitals
    heading = (
        int(tag[1]) if tag in _BOLD and tag[0] == "h" and tag[1:].isdecimal() else outer.heading
    )
    align = element.get("align")
    if align:
        centered = align.lower() == "center"
    style = element.get("style")
    if style:
        weight, slant, side, case = (
            _BOLD_STYLE.search(style), _ITALIC_STYLE.search(style), _ALIGN_STYLE.search(style),
            _CASE_STYLE.search(style),
        )  # fmt: skip
        bold = weight["value"].lower() in {"bold", "600", "700", "800", "900"} if weight else bold
        italic = slant["value"].lower() != "normal" if slant else italic
        centered = side["value"].lower() == "center" if side else centered
        capitals = case["value"].lower() == "uppercase" if case else capitals
    return Looks(
        bold, italic, centered, heading, outer.verbatim or tag == "pre", capitals,
        outer.footnote or element.get(NOTE) is not None,
    )  # fmt: skip


def _joined(parts: list[tuple[str, Looks]]) -> tuple[str, int, bool]:
    """Return the text, how many of its first characters are bold, and whether all is italic.

    Lines that are only a drawn rule ("-------") are dropped.
    """
    out: list[str] = []
    size = bold = 0
    leading = italic = True
    ended = True
    for text, looks in _without_rules(parts):
        piece = text.lstrip(" \t") if ended else text
        if not piece:
            continue
        ended = piece[-1] in " \n"
        out.append(piece)
        size += len(piece)
        if piece.strip(_EDGES):
            leading = leading and looks.bold
            italic = italic and looks.italic
        bold = size if leading else bold
    joined = "".join(out)
    text = joined.strip(_EDGES)
    lead = len(joined) - len(joined.lstrip(_EDGES))
    return text, min(max(bold - lead, 0), len(text)), bool(text) and italic


def _without_rules(parts: list[tuple[str, Looks]]) -> list[tuple[str, Looks]]:
    lines: list[list[tuple[str, Looks]]] = [[]]
    for part in parts:
        lines[-1].append(part)
        if part[0] == "\n":
            lines.append([])
    kept = [
        line for line in lines if not _RULE.match("".join(text for text, _ in line).strip("\n"))
    ]
    return [part for line in kept for part in line]
