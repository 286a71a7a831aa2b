"""Phrases that are looked up at a place in folded text: one dictionary step, no scanning."""

import re
from collections.abc import Iterable
from typing import Final, Generic, NamedTuple, TypeVar

from kehoach_parser.text.folding import fold

_WORD: Final = re.compile(r"[^\W_]+|\S")
T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase found at a place: where it ends, and what the table says of it."""

    end: int
    value: T


class Phrases(Generic[T]):
    """A table of phrases by their first word; the longest one that fits counts.

    >>> Phrases([("ban", 1), ("Ban Chỉ đạo", 2)]).at("ban chỉ đạo tỉnh", 0)
    Found(end=11, value=2)
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Keep the phrases folded, the longest first."""
        self._table: dict[str, list[tuple[str, int, T]]] = {}
        for phrase, value in entries:
            folded = fold(phrase)
            first = _WORD.match(folded)
            if first:
                self._table.setdefault(first[0], []).append((folded, len(folded), value))
        for found in self._table.values():
            found.sort(key=lambda entry: entry[1], reverse=True)

    @property
    def openers(self) -> frozenset[str]:
        """The first words of all phrases, folded."""
        return frozenset(self._table)

    def at(self, folded: str, place: int) -> Found[T] | None:
        """Return the longest phrase that stands at a place of a folded text."""
        word = _WORD.match(folded, place)
        return self.of(word[0], folded, place) if word else None

    def of(self, word: str, folded: str, place: int) -> Found[T] | None:
        """Return the longest phrase at a place whose first word is known."""
        for phrase, size, value in self._table.get(word, ()):
            end = place + size
            if folded.startswith(phrase, place) and not folded[end : end + 1].isalnum():
                return Found(end, value)
        return None


def listed(cell: str) -> tuple[str, ...]:
    """Return the items of a table's cell, which `; ` separates."""
    return tuple(item for item in cell.split("; ") if item)
