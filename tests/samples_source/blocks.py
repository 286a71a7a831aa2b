"""The parts that the sample documents are made of; renderers turn them into docx, HTML and text."""

from dataclasses import dataclass, field
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
    blocks: tuple[Block, ...] = field(default_factory=tuple)


def recipient_lines(closing: Closing) -> list[str]:
    """Return the items of Nơi nhận as they are written: dash, `;`, at the end a full stop."""
    last = len(closing.recipients) - 1
    return [
        f"- {item}{'.' if number == last else closing.end}"
        for number, item in enumerate(closing.recipients)
    ]
