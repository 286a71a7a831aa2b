"""What every OCR engine is."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kehoach_parser.readers.ocr.pixels import Picture


class Spotted(NamedTuple):
    """A word that an engine read: its box in pixels, and how sure it is (0 to 1).

    `line` tells which words the engine saw as one line; `top` and `bottom` are the line's.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    line: int


class Engine(Protocol):
    """Reads pictures of pages. The same picture gives the same words, whatever was read before."""

    @property
    def version(self) -> str:
        """Name and version, as `Plan.source.ocr` holds them."""
        ...

    def turns(self, shown: Picture) -> int:
        """Return by how many quarter turns clockwise the page must be turned to be upright."""
        ...

    def read(
        self, shown: Picture, walls: tuple["Wall", ...], columns: "Columns" = ()
    ) -> list[Spotted]:
        """Return the words of an upright page; no word or line runs over a wall."""
        ...

    def look(self, shown: Picture, box: "Bounds") -> list[Spotted]:
        """Return the words of what a box shows as one line; none where this would take long."""
        ...


Bounds = tuple[int, int, int, int]
"""Left, top, right and bottom edge in pixels."""


Columns = Sequence[Sequence[Bounds]]
"""The cells of each column of the page's tables."""


class Wall(NamedTuple):
    """An upright stroke of a table's ruling, in pixels."""

    x: float
    top: float
    bottom: float
