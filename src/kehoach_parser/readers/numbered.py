"""Lists that number paragraphs: running numbers, and the labels as Word shows them.

ECMA-376, part 1, 17.9 and MS-DOC 2.4.6.3 say the same of them.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kehoach_parser.readers.number_formats import BULLET, NO_NUMBER, bullet, shown
from kehoach_parser.text.patterns import pattern

LEVELS: Final = 9
LONGEST_TEXT: Final = 255
"""A longer text around a number would be a bomb: each paragraph of the list repeats it."""

_PLACE: Final = pattern(r"%(?P<level>[1-9])")


class Level(NamedTuple):
    """One level: `text` holds `%1` where the number of level 1 stands.

    `restart` is the 1-based level after which it starts anew (0: never), `style` the paragraph
    style that it is linked to.
    """

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = " "
    hidden: bool = False
    style: str | None = None


@dataclass(slots=True)
class Counter:
    """The running numbers of one abstract list, shared by all lists made from it."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    started: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])


class NumberedList(NamedTuple):
    """A list under its name: its levels, its overridden starts, and the counter it shares."""

    name: str
    levels: tuple[Level, ...]
    starts: dict[int, int]
    counter: Counter

    def label(self, level: int) -> str:
        """Count one paragraph; return its label with the blank after it, "" for none."""
        self._count(level)
        looks = self.levels[level]
        if looks.hidden:
            return ""
        if looks.kind == BULLET:
            text = bullet(looks.text)
        else:
            text = _PLACE.sub(
                lambda match: self._number(looks, int(match["level"]) - 1), looks.text
            )
        return text + looks.suffix if text.strip() else ""

    def _count(self, level: int) -> None:
        """Step the level's number, and let the deeper ones start anew."""
        values, started = self.counter.values, self.counter.started
        value = values[level]
        if level in self.starts and (self.name, level) not in started:
            started.add((self.name, level))
            value = self._start(level)
        else:
            value = self._start(level) if value is None else value + 1
        values[level] = value
        for deeper in range(level + 1, len(self.levels)):
            restart = self.levels[deeper].restart
            if restart is None or level < restart:
                values[deeper] = None

    def _start(self, level: int) -> int:
        return self.starts.get(level, self.levels[level].start)

    def _number(self, looks: Level, level: int) -> str:
        """Return one number inside a label; a level not reached yet shows its start."""
        if level >= len(self.levels):
            return ""
        value = self.counter.values[level]
        if value is None:
            value = self._start(level)
        kind = self.levels[level].kind
        if looks.legal and kind != NO_NUMBER:
            kind = "decimal"
        return shown(kind, value)
