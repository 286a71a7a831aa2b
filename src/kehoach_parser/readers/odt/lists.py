"""Automatic numbering of an odt: the labels as LibreOffice shows them (ISO/IEC 26300, 19.5)."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import BY_FIRST, NO_NUMBER, bullet, number_of, shown
from kehoach_parser.readers.odt import names as o
from kehoach_parser.text.patterns import pattern

OUTLINE: Final = "\N{NULL}outline"
"""Our name for the one list that numbers headings; no style can have it."""

LEVELS: Final = 10
_LIST_STYLE: Final = f"{o.WORDS}list-style"
_OUTLINE_STYLE: Final = f"{o.WORDS}outline-style"
_NUMBERED: Final = frozenset((f"{o.WORDS}list-level-style-number", f"{o.WORDS}outline-level-style"))
_BULLETED: Final = frozenset(
    (f"{o.WORDS}list-level-style-bullet", f"{o.WORDS}list-level-style-image")
)
_PADDED: Final = pattern(r"(?P<first>0{1,9}1)\b")
"""A format given by example: `01, 02, 03, ...`."""

_PLACE: Final = pattern(r"%(?P<level>1?[0-9])%")
_LONGEST_TEXT: Final = 255
"""A longer text around a number would be a bomb: each paragraph of the list repeats it."""


class _Level(NamedTuple):
    """One level of a list style; `text` holds `%1%` where the number of level 1 stands."""

    kind: str = NO_NUMBER
    text: str = ""
    start: int = 1
    gap: str = " "
    sign: str = ""


class Count:
    """The running numbers of one list, by level; null where none was reached."""

    def __init__(self) -> None:
        """Begin with no number."""
        self.values: list[int | None] = [None] * LEVELS

    def step(self, level: int, start: int, first: int | None) -> None:
        """Go on by one at a level, or to `first`; deeper levels start anew."""
        value = self.values[level]
        if first is not None:
            self.values[level] = first
        else:
            self.values[level] = start if value is None else value + 1
        self.values[level + 1 :] = [None] * (LEVELS - level - 1)


class ListStyles:
    """The list styles of a document, and how they show a number."""

    def __init__(self, *groups: Element | None) -> None:
        """Index the list styles of these groups; the first of equal names counts."""
        self._elements: dict[str, Element] = {}
        self._levels: dict[str, tuple[_Level, ...]] = {}
        for group in groups:
            for element in () if group is None else group:
                if element.tag == _LIST_STYLE:
                    self._elements.setdefault(element.get(f"{o.STYLES}name", ""), element)
                elif element.tag == _OUTLINE_STYLE:
                    self._elements.setdefault(OUTLINE, element)

    def label(self, style: str, level: int, count: Count, first: int | None = None) -> str:
        """Count one paragraph and return its label with the blank after it, "" for none.

        `level` is 0-based; `first` is the number that the item itself asks for.
        """
        levels = self._levels.get(style)
        if levels is None:
            levels = self._levels[style] = self._read(style)
        level = min(level, LEVELS - 1)
        looks = levels[level]
        count.step(level, looks.start, first)
        text = looks.sign or _numbered(levels, looks, count)
        # Of a level without a number the points around it may be left.
        said = bool(looks.sign) or any(map(str.isalnum, text))
        return text + looks.gap if said else ""

    def _read(self, style: str) -> tuple[_Level, ...]:
        levels = [_Level()] * LEVELS
        for element in self._elements.get(style, ()):
            place = number_of(element.get(f"{o.WORDS}level"), 1) - 1
            if 0 <= place < LEVELS:
                levels[place] = _read_level(element, place)
        return tuple(levels)


def _read_level(element: Element, place: int) -> _Level:
    gap = "" if _followed_by(element) == "nothing" else " "
    if element.tag in _BULLETED:
        return _Level(gap=gap, sign=bullet(element.get(f"{o.WORDS}bullet-char", "-")))
    if element.tag not in _NUMBERED:
        return _Level()
    example = element.get(f"{o.STYLES}num-format", "")
    padded = _PADDED.match(example)
    kind = f"pad{len(padded['first'])}" if padded else BY_FIRST.get(example, "decimal")
    template = element.get(f"{o.EXTENDED}num-list-format")
    if template is None:
        template = _composed(element, place)
    return _Level(kind, template[:_LONGEST_TEXT], number_of(element.get(o.START_VALUE), 1), gap)


def _composed(element: Element, place: int) -> str:
    """Return the text around the numbers as older files give it, in parts."""
    count = number_of(element.get(f"{o.WORDS}display-levels"), 1)
    first = max(place + 1 - count, 0)
    numbers = ".".join(f"%{level + 1}%" for level in range(first, place + 1))
    before = element.get(f"{o.STYLES}num-prefix", "")
    return f"{before}{numbers}{element.get(f'{o.STYLES}num-suffix', '')}"


def _followed_by(element: Element) -> str | None:
    for found in _alignments(element):
        return found.get(f"{o.WORDS}label-followed-by")
    return None


def _alignments(element: Element) -> Iterator[Element]:
    for properties in element.iterchildren(f"{o.STYLES}list-level-properties"):
        yield from properties.iterchildren(f"{o.STYLES}list-level-label-alignment")


def _numbered(levels: tuple[_Level, ...], looks: _Level, count: Count) -> str:
    def number(place: str) -> str:
        level = int(place) - 1
        if not 0 <= level < LEVELS:
            return ""
        value = count.values[level]
        return shown(levels[level].kind, levels[level].start if value is None else value)

    return _PLACE.sub(lambda match: number(match["level"]), looks.text)
