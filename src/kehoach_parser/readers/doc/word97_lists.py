"""Lists of a .doc: their levels, and the labels that they show (MS-DOC 2.9.131, 2.9.150)."""

import struct
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_text import Streams
from kehoach_parser.readers.number_formats import BULLET, NO_NUMBER
from kehoach_parser.readers.numbered import LEVELS, LONGEST_TEXT, Counter, Level, NumberedList

_LISTS_AT: Final = 0x2E2
_USES_AT: Final = 0x2EA
_LIST: Final = struct.Struct("<i22xBx")
"""Identity of a list, and whether it has one level instead of nine."""

_USE: Final = struct.Struct("<i8xB3x")
"""Identity of its list, and how many of the levels it overrides."""

_OVERRIDE: Final = struct.Struct("<iI")
_DEPTH: Final = 0xF
_NEW_START: Final = 0x10
_NEW_LEVEL: Final = 0x20
"""What a use says of a level: a number to start with, or all of it anew."""

_LEVEL: Final = struct.Struct("<iBB9xB8xBBBx")
"""First number, format, flags, what follows the label, sizes of paragraph and character
properties, and after which level it starts anew where a flag says so."""

_LEGAL: Final = 0x4
_RESTARTS_AFTER: Final = 0x8
_NOTHING: Final = 2
_MOST_LISTS: Final = 4096

_FORMATS: Final = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    22: "decimalZero", 23: BULLET, 255: NO_NUMBER,
}  # fmt: skip


class Lists(NamedTuple):
    """The uses of a file's lists, in order."""

    uses: list[NumberedList]

    def label(self, use: int, depth: int) -> str:
        """Count one paragraph of a list use (1-based) at a level (0-based); return its label."""
        if not 0 < use <= len(self.uses):
            return ""
        found = self.uses[use - 1]
        return found.label(depth) if 0 <= depth < len(found.levels) else ""


def read_lists(streams: Streams) -> Lists:
    """Return the lists; raises `struct.error` or `IndexError` where their tables are broken."""
    lists = streams.structure(_LISTS_AT)
    uses = streams.structure(_USES_AT)
    if not lists or not uses:
        return Lists([])
    (count,) = struct.unpack_from("<H", lists)
    start, size = struct.unpack_from("<II", streams.main, _LISTS_AT)
    at = start + size
    levels: dict[int, list[Level]] = {}
    for number in range(min(count, _MOST_LISTS)):
        name, single = _LIST.unpack_from(lists, 2 + _LIST.size * number)
        levels[name] = []
        for _ in range(1 if single & 1 else LEVELS):
            level, at = _level(streams.table, at)
            levels[name].append(level)
    return Lists(_uses(uses, levels))


def _uses(table: bytes, levels: dict[int, list[Level]]) -> list[NumberedList]:
    """Return the uses; what they override stands behind all of them, in the same order."""
    (count,) = struct.unpack_from("<I", table)
    at = 4 + _USE.size * count
    counters = {name: Counter() for name in levels}
    found: list[NumberedList] = []
    for number in range(min(count, _MOST_LISTS)):
        name, overridden = _USE.unpack_from(table, 4 + _USE.size * number)
        own = list(levels.get(name, []))
        starts: dict[int, int] = {}
        if overridden:
            at = _override(table, at + 4, overridden, own, starts)
        elif at < len(table):
            at += 4
        found.append(NumberedList(str(number), tuple(own), starts, counters.get(name, Counter())))
    return found


def _override(
    table: bytes, at: int, count: int, levels: list[Level], starts: dict[int, int]
) -> int:
    """Put what a use says of levels into `levels` and `starts`; return where that ends."""
    for _ in range(count):
        start, flags = _OVERRIDE.unpack_from(table, at)
        at += _OVERRIDE.size
        depth = flags & _DEPTH
        level = None
        if flags & _NEW_LEVEL:
            level, at = _level(table, at)
        if depth < len(levels):
            levels[depth] = level or levels[depth]
            if flags & _NEW_START:
                starts[depth] = level.start if level else start
    return at


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return the level that begins at a byte, and where the next one does."""
    start, kind, flags, follow, characters, paragraphs, after = _LEVEL.unpack_from(table, at)
    at += _LEVEL.size + characters + paragraphs
    (size,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * min(size, LONGEST_TEXT)].decode("utf-16-le", "replace")
    level = Level(
        start,
        _FORMATS.get(kind, "decimal"),
        "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in text),
        restart=after if flags & _RESTARTS_AFTER else None,
        legal=bool(flags & _LEGAL),
        suffix="" if follow == _NOTHING else " ",
    )
    return level, at + 2 + 2 * size
