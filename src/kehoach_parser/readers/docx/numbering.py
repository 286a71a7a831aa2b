"""Automatic numbering of a docx: the labels as Word shows them (ECMA-376, part 1, 17.9)."""

from collections.abc import Callable
from typing import Final

from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.styles import read_marks
from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import number_of
from kehoach_parser.readers.numbered import LEVELS, LONGEST_TEXT, Counter, Level, NumberedList
from kehoach_parser.text.patterns import pattern

_CUSTOM: Final = pattern(r"(?P<first>0{0,9}1)\s*,")
"""A format given by example: `001, 002, 003, ...`."""


class Numbering:
    """Counts paragraphs in reading order and renders their labels."""

    def __init__(
        self, load: Callable[[], Element | None], style_number: Callable[[str], str | None]
    ) -> None:
        """Keep how to load the part, which many documents never need.

        `style_number` gives the list that a numbering style names.
        """
        self._load = load
        self._loaded = False
        self._numbers: dict[str, Element] = {}
        self._abstracts: dict[str, Element] = {}
        self._style_number = style_number
        self._lists: dict[str, NumberedList | None] = {}
        self._counters: dict[str, Counter] = {}

    def label(self, number_id: str, level: int | None, styles: tuple[str, ...] = ()) -> str:
        """Count one paragraph and return its label with the blank after it, "" for none.

        A null level is the one that the list links to the nearest of the paragraph's styles.
        """
        if not self._loaded:
            self._index()
        if number_id not in self._lists:
            self._lists[number_id] = self._list(number_id)
        found = self._lists[number_id]
        if found is None:
            return ""
        if level is None:
            level = _linked(found.levels, styles)
        return found.label(level)

    def _index(self) -> None:
        self._loaded = True
        root = self._load()
        for element in () if root is None else root:
            if element.tag == f"{w.W}num":
                self._numbers.setdefault(element.get(w.NUMBER_ID, ""), element)
            elif element.tag == f"{w.W}abstractNum":
                self._abstracts.setdefault(element.get(f"{w.W}abstractNumId", ""), element)

    def _list(self, number_id: str) -> NumberedList | None:
        number = self._numbers.get(number_id)
        name = self._abstract_of(number)
        if number is None or name is None:
            return None
        levels = [Level(hidden=True)] * LEVELS
        for element in self._abstracts[name].iterchildren(f"{w.W}lvl"):
            levels[_level_of(element)] = _read_level(element)
        starts: dict[int, int] = {}
        for override in number.iterchildren(f"{w.W}lvlOverride"):
            index = _level_of(override)
            own = override.find(f"{w.W}lvl")
            if own is not None:
                levels[index] = _read_level(own)
            start = override.find(f"{w.W}startOverride")
            if start is not None:
                starts[index] = number_of(start.get(w.VAL), 1)
        counter = self._counters.setdefault(name, Counter())
        return NumberedList(number_id, tuple(levels), starts, counter)

    def _abstract_of(self, first: Element | None) -> str | None:
        """Return the abstract list behind a list, through one that a numbering style names."""
        number = first
        for _ in range(LEVELS):
            if number is None:
                return None
            link = number.find(f"{w.W}abstractNumId")
            name = link.get(w.VAL, "") if link is not None else ""
            if name not in self._abstracts:
                return None
            style = self._abstracts[name].find(f"{w.W}numStyleLink")
            target = self._style_number(style.get(w.VAL, "")) if style is not None else None
            if target is None or self._numbers.get(target) is number:
                return name
            number = self._numbers.get(target)
        return None


def _level_of(element: Element) -> int:
    return min(max(number_of(element.get(w.LEVEL), 0), 0), LEVELS - 1)


def _read_level(element: Element) -> Level:
    values = {child.tag: child.get(w.VAL) for child in element}
    restart = values.get(f"{w.W}lvlRestart")
    legal = element.find(f"{w.W}isLgl")
    return Level(
        start=number_of(values.get(f"{w.W}start"), 0),
        kind=values.get(f"{w.W}numFmt") or _custom_kind(element),
        text=(values.get(f"{w.W}lvlText") or "")[:LONGEST_TEXT],
        restart=None if restart is None else number_of(restart, 0),
        legal=legal is not None and w.is_on(legal),
        suffix="" if values.get(f"{w.W}suff") == "nothing" else " ",
        hidden=bool(read_marks(element.find(w.RUN_PROPERTIES)).hidden),
        style=values.get(w.PARAGRAPH_STYLE),
    )


def _custom_kind(element: Element) -> str:
    """Return the format of a level that newer Words give by example, as digits to pad to."""
    for kind in element.iterfind(f"{w.ALTERNATES}/{w.CHOICE}/{w.W}numFmt"):
        match = _CUSTOM.match(kind.get(f"{w.W}format", ""))
        if match:
            return f"pad{len(match['first'])}"
    older = element.find(f"{w.ALTERNATES}/{w.FALLBACK}/{w.W}numFmt")
    return older.get(w.VAL, "decimal") if older is not None else "decimal"


def _linked(levels: tuple[Level, ...], styles: tuple[str, ...]) -> int:
    for style in styles:
        for index, level in enumerate(levels):
            if level.style == style:
                return index
    return 0
