"""The parts that the sample documents are made of; renderers turn them into docx, HTML and text.

A sample is a text beside this module, a block a line, whose first word says what it is:

- `subject` (for the document's properties), `title` and `below` (in italics below a title), `text`,
  `italic`, `across` (what follows stands on new pages across)
- `0`, `1`, `2`: a labelled paragraph by its level, `*` for bold; `-`: a line with a dash; `=` where
  the label or the dash is typed; `{note …}` is a footnote
- `head` and `sign`: two columns, ` || ` between them; `to;` and `to,`: the recipients by how each
  but the last ends
- `grid` with the number of header rows and the columns' widths, then a `row` a line, `row*` in
  bold; `>2 ` before a cell's words: it covers two columns, `^2 `: two rows
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NOTE_MARK: Final = "{note}"
"""Stands in a text where the number of its footnote is to stand."""


@dataclass(frozen=True, slots=True)
class Head:
    """The borderless table of two columns at the top of the first page."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """Centred bold lines: type name and subject, or the title of an appendix."""

    lines: tuple[str, ...]
    bold: bool = True
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph without a label."""

    text: str
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A labelled paragraph: `level` 0 `I.`, 1 `1.`, 2 `a)`; `auto`: numbered by the program."""

    level: int
    label: str
    text: str
    bold: bool = False
    auto: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line that begins with a dash."""

    text: str
    auto: bool = True


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that covers `across` columns and `down` rows."""

    text: str
    across: int = 1
    down: int = 1
    bold: bool = False


def row(*texts: str, bold: bool = False) -> tuple[GridCell, ...]:
    """Return the cells of a row, each in one column."""
    return tuple(GridCell(text, bold=bold) for text in texts)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; `widths` in twentieths of a point, rows hold the cells that begin in them."""

    widths: tuple[int, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    header_rows: int = 1

    def filled(self) -> list[list[str]]:
        """Return the texts of the whole grid, merged cells repeated in each place they cover."""
        full = [["" for _ in self.widths] for _ in self.rows]
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(self.rows):
            x = 0
            for cell in row:
                while (y, x) in taken:
                    x += 1
                for place in ((y + a, x + b) for a in range(cell.down) for b in range(cell.across)):
                    taken.add(place)
                    full[place[0]][place[1]] = cell.text
                x += cell.across
        return full


@dataclass(frozen=True, slots=True)
class Closing:
    """The table at the end: recipients at the left, the signature at the right."""

    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    name: str | None
    end: str = ";"


@dataclass(frozen=True, slots=True)
class Landscape:
    """What follows stands on new pages across."""


Block = Head | Title | Text | Numbered | Bullet | Grid | Closing | Landscape


@dataclass(frozen=True, slots=True)
class Sample:
    """A document: file name without extension, its title for the properties, its blocks."""

    name: str
    subject: str
    blocks: tuple[Block, ...]


def recipient_lines(closing: Closing) -> list[str]:
    """Return the items of Nơi nhận as they are written: dash, `;`, at the end a full stop."""
    last = len(closing.recipients) - 1
    return [
        f"- {item}{'.' if number == last else closing.end}"
        for number, item in enumerate(closing.recipients)
    ]


def read_sample(name: str) -> Sample:
    """Return the sample that a text beside this module describes."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines()
    parts = [(kind, words) for kind, _, words in (line.partition(" ") for line in lines)]
    return Sample(name, parts[0][1], tuple(_blocks(parts[1:])))


def _blocks(parts: list[tuple[str, str]]) -> Iterator[Block]:
    for number, (kind, words) in enumerate(parts):
        match kind:
            case "head":
                yield Head(*map(_listed, words.split(" || ")))
            case "title" | "below":
                yield Title(_listed(words), bold=kind == "title", italic=kind == "below")
            case "text" | "italic":
                yield Text(words, italic=kind == "italic")
            case "-" | "-=":
                yield Bullet(words, auto=kind == "-")
            case "grid":
                heads, *widths = map(int, words.split())
                yield Grid(tuple(widths), tuple(_rows(parts[number + 1 :])), heads)
            case "to;" | "to,":
                signature, _, name = parts[number + 1][1].partition(" || ")
                yield Closing(_listed(words), _listed(signature), name or None, kind[-1])
            case "across":
                yield Landscape()
            case "row" | "row*" | "sign":
                continue  # read with the block above
            case _:
                yield _numbered(kind, *words.split(" ", 1))


def _numbered(kind: str, label: str, words: str) -> Numbered:
    note = re.search(r"{note (.+?)}", words)
    text = words.replace(note[0], NOTE_MARK) if note else words
    return Numbered(int(kind[0]), label, text, bold="*" in kind, auto="=" not in kind,
                    note=note and note[1])  # fmt: skip


def _rows(parts: list[tuple[str, str]]) -> Iterator[tuple[GridCell, ...]]:
    for kind, words in parts:
        if not kind.startswith("row"):
            return
        yield tuple(_cell(cell, bold=kind == "row*") for cell in words.split(" | "))


def _cell(words: str, *, bold: bool) -> GridCell:
    covering = re.match(r"([>^])(\d) ", words)
    text = words[covering.end() :] if covering else words
    count = int(covering[2]) if covering else 1
    across, down = (count, 1) if covering and covering[1] == ">" else (1, count)
    return GridCell(text.replace("\\n", "\n"), across, down, bold)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split(" | "))
