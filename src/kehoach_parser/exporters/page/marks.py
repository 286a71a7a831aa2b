"""Facts marked in the text: spans that may overlap become elements that nest."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from markupsafe import Markup, escape

ELEMENTS: Final = {
    "t": "mark", "m": 'span class="m"', "g": 'span class="g"', "u": "u", "c": "cite", "d": "em"
}  # fmt: skip
"""The element of each kind, the outer ones first: task, metadata, diagnostic, unit, citation, time.

Short names, because a long plan has thousands of them.
"""

_RANKS: Final = {kind: rank for rank, kind in enumerate(ELEMENTS)}

_UNSEEN: Final = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that turn the direction of writing: shown, they would let words stand in another order."""


class Mark(NamedTuple):
    """A fact's place, `[start, end)` in the text; `kind` is a key of `ELEMENTS`."""

    start: int
    end: int
    kind: str
    fact: str

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts marks so that an outer one comes before those inside it."""
        return (self.start, -self.end, _RANKS[self.kind])


def shown(text: str) -> str:
    r"""Return a text without the marks that turn the direction of writing.

    >>> shown("Kế\u202e hoạch")
    'Kế hoạch'
    """
    return text.translate(_UNSEEN)


class Marker:
    """Writes ranges of one text with their marks; a mark's first piece bears its anchor."""

    def __init__(self, text: str, marks: Iterable[Mark], prefix: str = "") -> None:
        """Take the marks of a whole text; `prefix` stands before each anchor."""
        self._text = text
        self._marks = sorted(
            (mark for mark in marks if mark.start < mark.end), key=attrgetter("order")
        )
        self._prefix = prefix
        self._anchored: set[str] = set()
        self._next = 0
        self._begun: list[Mark] = []

    def written(self, start: int, end: int, *, cell: bool = False) -> Markup:
        """Return the range as HTML; ranges must be asked for in the text's order.

        In a table's cell ` / ` is a line break.
        """
        pieces = self._pieces(start, end, self._within(start, end))
        if cell:
            pieces = (piece.replace(" / ", Markup("<br>")) for piece in pieces)
        return Markup("").join(pieces)

    def _within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that touch a range; those that have ended are forgotten."""
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            self._begun.append(self._marks[self._next])
            self._next += 1
        self._begun = [mark for mark in self._begun if mark.end > start]
        return [mark for mark in self._begun if mark.start < end]

    def _pieces(self, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Markup]:
        waiting = list(reversed(marks))
        open_marks: list[Mark] = []
        place = start
        for cut in _cuts(start, end, marks):
            yield self._plain(place, cut)
            place = cut
            again = _closed(open_marks, cut)
            yield again.ends
            while waiting and waiting[-1].start <= cut:
                again.reopened.append(waiting.pop())
            for mark in sorted(again.reopened, key=lambda mark: (-mark.end, *mark.order)):
                open_marks.append(mark)
                yield self._opened(mark)
        yield self._plain(place, end)
        yield _ends(open_marks)

    def _opened(self, mark: Mark) -> Markup:
        element = Markup(ELEMENTS[mark.kind])  # noqa: S704 - our own
        if mark.fact in self._anchored:
            return Markup('<{} data-f="{}">').format(element, mark.fact)
        self._anchored.add(mark.fact)
        return Markup('<{} id="{}">').format(element, self._prefix + mark.fact)

    def _plain(self, start: int, end: int) -> Markup:
        return escape(shown(self._text[start:end]))


class _Closing(NamedTuple):
    """The end tags at a cut, and the marks that go on after it."""

    ends: Markup
    reopened: list[Mark]


def _closed(open_marks: list[Mark], cut: int) -> _Closing:
    """Take the marks that end at a cut off the pile, with those that lie on them."""
    ending = [index for index, mark in enumerate(open_marks) if mark.end <= cut]
    if not ending:
        return _Closing(Markup(""), [])
    over = open_marks[ending[0] :]
    del open_marks[ending[0] :]
    return _Closing(_ends(over), [mark for mark in over if mark.end > cut])


def _ends(marks: Sequence[Mark]) -> Markup:
    names = (ELEMENTS[mark.kind].partition(" ")[0] for mark in reversed(marks))
    return Markup("").join(Markup("</{}>").format(name) for name in names)


def _cuts(start: int, end: int, marks: Iterable[Mark]) -> list[int]:
    """Return where a mark begins or ends inside a range, its start included."""
    places = {max(start, mark.start) for mark in marks}
    places |= {mark.end for mark in marks if mark.end < end}
    return sorted(places)
