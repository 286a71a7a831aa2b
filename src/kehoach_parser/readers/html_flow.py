"""The running content of HTML as paragraphs with their looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from kehoach_parser.text.document import Paragraph
from kehoach_parser.text.patterns import pattern

_BLOCKS: Final = frozenset(
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
_BLANKS: Final = pattern(r"[ \t\r\n\f]+")
_RULE: Final = pattern(
    r"[ \t\N{NO-BREAK SPACE}]*(?:[-\N{EN DASH}_*=]{2,}|\*)[ \t\N{NO-BREAK SPACE}]*\Z"
)
_NOTE_LINK: Final = pattern(r"#_?(?P<note>(?:ftn|edn|fn|note)-?\d+)\Z", re.IGNORECASE)
_NOTE_ID: Final = pattern(r"(?:ftn|edn|fn|note)-?\d+\Z", re.IGNORECASE)
_LONGEST_NUMBER: Final = 6
"""Digits that no list counts up to."""
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Looks(NamedTuple):
    """How text stands at one place of the tree."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    heading: int = 0
    verbatim: bool = False
    note: str = ""


class Piece(NamedTuple):
    """A paragraph, the notes that it points to, and the note that it belongs to."""

    paragraph: Paragraph
    notes: tuple[str, ...] = ()
    note: str = ""


@dataclass(slots=True)
class _List:
    """A list that is open: its next number and how it is written (``: bullets)."""

    style: str
    number: int


@dataclass(slots=True)
class Flow:
    """Collects text until a block ends, then gives it as a paragraph."""

    looks: list[Looks] = field(default_factory=lambda: [Looks()])
    lists: list[_List] = field(default_factory=list[_List])
    parts: list[tuple[str, Looks]] = field(default_factory=list[tuple[str, Looks]])
    notes: list[str] = field(default_factory=list[str])
    label: str = ""

    def start(self, element: HtmlElement) -> Iterator[Piece]:
        """Enter an element; a block ends the paragraph before it."""
        tag = element.tag
        if tag == "br":
            self.parts.append(("\n", self.looks[-1]))
        elif tag in _BLOCKS:
            yield from self.flush()
        self.looks.append(_looks(element, self.looks[-1]))
        if tag in {"ul", "ol"}:
            self.lists.append(_opened(element))
        elif tag == "li":
            self.label = self._numbered(element)
        elif tag == "a" and (link := _NOTE_LINK.search(element.get("href") or "")):
            self.notes.append(link["note"].lower())
        if element.text:
            self.text(element.text)

    def end(self, element: HtmlElement) -> Iterator[Piece]:
        """Leave an element, then take the text behind it."""
        if element.tag in _BLOCKS:
            yield from self.flush()
        self.looks.pop()
        if element.tag in {"ul", "ol"} and self.lists:
            self.lists.pop()

    def text(self, text: str) -> None:
        """Take a text, its blanks as a browser shows them."""
        looks = self.looks[-1]
        self.parts.append((text if looks.verbatim else _BLANKS.sub(" ", text), looks))

    def flush(self) -> Iterator[Piece]:
        """Give the paragraphs that were collected: two breaks in a row end one."""
        parts, self.parts = self.parts, []
        notes, self.notes = tuple(self.notes), []
        line: list[tuple[str, Looks]] = []
        broken = False
        for text, looks in parts:
            if text == "\n" and broken:
                yield from self._paragraph(line, notes)
                line = []
            else:
                line.append((text, looks))
            broken = text == "\n" or (broken and not text.strip())
        yield from self._paragraph(line, notes)

    def _paragraph(self, parts: list[tuple[str, Looks]], notes: tuple[str, ...]) -> Iterator[Piece]:
        text, bold, italic = _joined(parts)
        if not text:
            return
        looks = parts[0][1]
        for part, its in parts:
            if part.strip():
                looks = its
                break
        if self.label:
            text, bold = f"{self.label} {text}", bold and bold + len(self.label) + 1
            self.label = ""
        yield Piece(
            Paragraph(
                text, min(bold, len(text)), italic, looks.centered, looks.heading, bool(looks.note)
            ),
            notes,
            looks.note,
        )

    def _numbered(self, element: HtmlElement) -> str:
        if not self.lists:
            return ""
        current = self.lists[-1]
        value = element.get("value") or ""
        if value.isdecimal() and len(value) < _LONGEST_NUMBER:
            current.number = int(value)
        label = _label(current)
        current.number += 1
        return label


def pieces(root: HtmlElement) -> Iterator[Piece]:
    """Yield the paragraphs of an element's content, tables as running text."""
    flow = Flow()
    events: tuple[Literal["start", "end"], ...] = ("start", "end")
    for event, element in iterwalk(root, events=events):
        if event == "start":
            yield from flow.start(element)
        else:
            yield from flow.end(element)
            if element is not root and element.tail:
                flow.text(element.tail)
    yield from flow.flush()


def _looks(element: HtmlElement, outer: Looks) -> Looks:
    tag = element.tag
    bold = outer.bold or tag in _BOLD
    italic = outer.italic or tag in _ITALIC
    centered = outer.centered or tag == "center"
    heading = (
        int(tag[1]) if tag in _BOLD and tag[0] == "h" and tag[1:].isdecimal() else outer.heading
    )
    align = element.get("align")
    if align:
        centered = align.lower() == "center"
    style = element.get("style")
    if style:
        weight, slant, side = (
            _BOLD_STYLE.search(style), _ITALIC_STYLE.search(style), _ALIGN_STYLE.search(style)
        )  # fmt: skip
        bold = weight["value"].lower() in {"bold", "600", "700", "800", "900"} if weight else bold
        italic = slant["value"].lower() != "normal" if slant else italic
        centered = side["value"].lower() == "center" if side else centered
    note = outer.note
    if not note and (name := element.get("id")) and _NOTE_ID.match(name):
        note = name.lower()
    return Looks(bold, italic, centered, heading, outer.verbatim or tag == "pre", note)


def _joined(parts: list[tuple[str, Looks]]) -> tuple[str, int, bool]:
    """Return the text, how many of its first characters are bold, and whether all is italic.

    Lines that are only a drawn rule ("-------") are dropped.
    """
    out: list[str] = []
    size = bold = 0
    leading = italic = True
    ended = True
    for text, looks in _without_rules(parts):
        piece = text.lstrip(" ") if ended else text
        if not piece:
            continue
        ended = piece[-1] in " \n"
        out.append(piece)
        size += len(piece)
        if piece.strip(" \n\N{NO-BREAK SPACE}"):
            leading = leading and looks.bold
            italic = italic and looks.italic
        bold = size if leading else bold
    joined = "".join(out)
    text = joined.strip(" \n\N{NO-BREAK SPACE}")
    lead = len(joined) - len(joined.lstrip(" \n\N{NO-BREAK SPACE}"))
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


def _opened(element: HtmlElement) -> _List:
    plain = "none" in (element.get("style") or "") or element.get("type") == "none"
    if element.tag == "ul" or plain:
        return _List("none" if plain else "", 1)
    start = element.get("start") or ""
    number = int(start) if start.isdecimal() and len(start) < _LONGEST_NUMBER else 1
    return _List((element.get("type") or "1")[0], number)


def _label(current: _List) -> str:
    number = current.number
    if current.style == "none":
        return ""
    if not current.style:
        return "-"
    if current.style in "aA":
        letter = chr(ord(current.style) + (number - 1) % 26)
        return f"{letter})"
    if current.style in "iI":
        roman = ""
        rest = number % 40
        for value, digits in _ROMAN:
            roman += digits * (rest // value)
            rest %= value
        return f"{roman.upper() if current.style == 'I' else roman}."
    return f"{number}."
