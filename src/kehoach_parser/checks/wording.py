"""Pieces of a document's text as messages quote them."""

from typing import Final

LONGEST: Final = 60


def clipped(text: str, most: int = LONGEST) -> str:
    """Return a text on one line, cut at a blank where it is long.

    >>> clipped("Ủy ban nhân dân tỉnh ban hành Kế hoạch", 20)
    'Ủy ban nhân dân…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0] + "…"
