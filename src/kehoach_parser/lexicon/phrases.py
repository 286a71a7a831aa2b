"""Phrases that are looked up at a place in folded text: one dictionary step, no scanning."""

from collections.abc import Iterable
from typing import Final, Generic, NamedTuple, TypeVar

from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_WORD: Final = pattern(r"[^\W_]+|\S")
_PEEK: Final = 2
"""How many characters after its first word tell a longer phrase from most others."""

_SIGNS: Final = frozenset(".:'")
"""What may end a phrase right after its first word (`P.`)."""

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase found at a place: where it ends, and what the table says of it."""

    end: int
    value: T


class Phrases(Generic[T]):
    """A table of phrases by how they begin; the longest one that fits counts.

    >>> Phrases([("ban", 1), ("Ban Chỉ đạo", 2)]).at("ban chỉ đạo tỉnh", 0)
    Found(end=11, value=2)
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Keep the phrases folded, the longest first."""
        self._words: dict[str, T] = {}
        self._longer: dict[str, tuple[dict[str, T], list[int]]] = {}
        firsts: set[str] = set()
        for phrase, value in entries:
            folded = fold(phrase)
            first = _WORD.match(folded)
            if first is None:
                continue
            if first.end() == len(folded):
                self._words.setdefault(folded, value)
                firsts.add(folded)
                continue
            beginning = folded[: first.end() + _PEEK]  # less where the phrase ends with a sign
            self._longer.setdefault(beginning, ({}, []))[0].setdefault(folded, value)
            firsts.add(first[0])
        for phrases, sizes in self._longer.values():
            sizes.extend(sorted({len(phrase) for phrase in phrases}, reverse=True))
        self.openers: Final = frozenset(firsts)
        """The first words of all phrases, folded."""

    def at(self, folded: str, place: int) -> Found[T] | None:
        """Return the longest phrase that stands at a place of a folded text."""
        word = _WORD.match(folded, place)
        return self.of(word[0], folded, place) if word else None

    def of(self, word: str, folded: str, place: int) -> Found[T] | None:
        """Return the longest phrase at a place whose first word is known."""
        if word not in self.openers:
            return None
        after = place + len(word)
        longer = self._longer.get(folded[place : after + _PEEK])
        if longer is None and folded[after : after + 1] in _SIGNS:
            longer = self._longer.get(folded[place : after + 1])
        if longer is not None:
            phrases, sizes = longer
            for size in sizes:
                phrase = folded[place : place + size]
                if phrase in phrases:
                    end = place + len(phrase)  # less than the size at the text's end
                    if phrase[-1] == "." or not folded[end : end + 1].isalnum():
                        return Found(end, phrases[phrase])
        return Found(after, self._words[word]) if word in self._words else None
