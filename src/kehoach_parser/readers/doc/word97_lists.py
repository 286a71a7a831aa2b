"""Lists of a .doc: their levels, and the labels that they show (MS-DOC 2.9.131, 2.9.150)."""

import struct
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_text import Streams
from kehoach_parser.readers.number_formats import NO_NUMBER, bullet, shown

_LISTS_AT: Final = 0x2E2
_USES_AT: Final = 0x2EA
_LIST: Final = struct.Struct("<i22xBx")
"""Identity of a list, and whether it has one level instead of nine."""

_USE: Final = struct.Struct("<i12x")
_LEVEL: Final = struct.Struct("<iBx9xB8xBB2x")
"""First number, format, what follows the label, sizes of paragraph and character properties."""

_LEVELS: Final = 9
_MOST_LISTS: Final = 4096
_LONGEST_TEXT: Final = 255
"""A longer text around a number would be a bomb: each paragraph of the list repeats it."""

_FORMATS: Final = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    22: "decimalZero", 255: NO_NUMBER,
}  # fmt: skip
_BULLET: Final = 23


class Level(NamedTuple):
    """One level: its first number, its format, its text; control codes stand for numbers.

    Code 0 is the number of level 1, code 1 that of level 2.
    """

    start: int
    kind: int
    text: str


@dataclass(slots=True)
class Lists:
    """The lists of a file, and the numbers that they have reached."""

    levels: dict[int, list[Level]]
    uses: list[int]
    values: dict[int, list[int | None]] = field(default_factory=lambda: {})

    def label(self, use: int, depth: int) -> str:
        """Count one paragraph of a list use (1-based) at a level (0-based); return its label."""
        if not 0 < use <= len(self.uses):
            return ""
        name = self.uses[use - 1]
        levels = self.levels.get(name, [])
        if not 0 <= depth < len(levels):
            return ""
        values = self.values.setdefault(name, [None] * _LEVELS)
        value = values[depth]
        values[depth] = levels[depth].start if value is None else value + 1
        values[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if levels[depth].kind == _BULLET:
            return bullet(levels[depth].text)
        return "".join(
            self._number(levels, values, ord(sign)) if ord(sign) < len(levels) else sign
            for sign in levels[depth].text
        ).strip()

    @staticmethod
    def _number(levels: list[Level], values: list[int | None], depth: int) -> str:
        value = values[depth]
        level = levels[depth]
        kind = _FORMATS.get(level.kind, "decimal")
        return shown(kind, level.start if value is None else value)


def read_lists(streams: Streams) -> Lists:
    """Return the lists; raises `struct.error` or `IndexError` where their tables are broken."""
    lists = streams.structure(_LISTS_AT)
    uses = streams.structure(_USES_AT)
    if not lists or not uses:
        return Lists({}, [])
    (count,) = struct.unpack_from("<H", lists)
    start, size = struct.unpack_from("<II", streams.main, _LISTS_AT)
    at = start + size
    levels: dict[int, list[Level]] = {}
    for number in range(min(count, _MOST_LISTS)):
        name, single = _LIST.unpack_from(lists, 2 + _LIST.size * number)
        levels[name] = []
        for _ in range(1 if single & 1 else _LEVELS):
            level, at = _level(streams.table, at)
            levels[name].append(level)
    (count,) = struct.unpack_from("<I", uses)
    names = [
        _USE.unpack_from(uses, 4 + _USE.size * number)[0]
        for number in range(min(count, _MOST_LISTS))
    ]
    return Lists(levels, names)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return the level that begins at a byte, and where the next one does."""
    start, kind, _, characters, paragraphs = _LEVEL.unpack_from(table, at)
    at += _LEVEL.size + characters + paragraphs
    (size,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * min(size, _LONGEST_TEXT)].decode("utf-16-le", "replace")
    return Level(start, kind, text), at + 2 + 2 * size
