"""How the lines of a text are wrapped, measured over all of them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.plain.labels import LABEL
from kehoach_parser.readers.plain.printed import INDENTED, LONG, column_width, fills, is_within
from kehoach_parser.text.letters import ENDS

_SPACED_SHARE: Final = 0.2
_WRAP_LIMIT: Final = 170
_WRAP_LINES: Final = 8
_RAGGED_LINES: Final = 5
_PARTED_LABELS: Final = 3
_BULLETS: Final = "-+•|"
_TABLES: Final = ("|", "<", "+-", "+=", "--")
"""How a line begins that a table is made of: no width holds it."""

_WRAP_SHARE: Final = 0.5
_FULL: Final = 0.8
_WHOLE: Final = 0.97


class Wrapping(NamedTuple):
    """How a text was wrapped: at which width (0: not), and whether blank lines part it.

    `ragged` text was wrapped at no one width, as the source of a web page is. In `parted` text a
    blank line stands between any two paragraphs, so that other lines only go on. `column` is the
    width in print of lines that a page wrapped (0: not a page).
    """

    width: int = 0
    spaced: bool = False
    ragged: bool = False
    parted: bool = False
    column: int = 0


UNWRAPPED: Final = Wrapping()
"""Text whose lines are paragraphs."""


def wrapping_of(lines: Sequence[str]) -> Wrapping:
    """Return how a text's lines were wrapped and spaced."""
    blank = sum([not line.strip() for line in lines])
    width = wrap_width(lines)
    spaced = blank > len(lines) * _SPACED_SHARE
    parted = blank > 0 and _is_parted(lines)
    return Wrapping(width, spaced, not width and _is_ragged(lines), parted, column_width(lines))


def _is_parted(lines: Sequence[str]) -> bool:
    """Return whether labels stand behind blank lines, and wrapped lines behind the others."""
    pairs = [
        (above, line)
        for above, line in pairwise([line.strip().lstrip("*") for line in lines])
        if line and line[0] not in _BULLETS
    ]
    open_ends = sum([line[0].islower() for above, line in pairs if above and above[-1] not in ENDS])
    if open_ends < _RAGGED_LINES:
        return False
    goes_on = within = parted = 0
    for above, line in pairs:
        if not LABEL.match(line):
            goes_on += bool(above) and line[0].islower() and above[-1] not in ENDS
        elif above:
            within += 1
        else:
            parted += 1
    return goes_on >= _RAGGED_LINES and parted >= _PARTED_LABELS and within * 4 <= parted


def _is_ragged(lines: Sequence[str]) -> bool:
    """Return whether most lines of prose without an end mark go on in lower case."""
    goes_on = stops = 0
    for line, after in pairwise(map(str.strip, lines)):
        if len(line) >= LONG and after and line[-1] not in ENDS and not line.isupper():
            goes_on += after[0].islower()
            stops += not after[0].islower()
    return goes_on >= _RAGGED_LINES and goes_on > stops


def wrap_width(lines: Iterable[str]) -> int:
    """Return the width at which the lines were wrapped, 0 where they were not.

    Wrapped text has most of its longer lines near one length; in other text each paragraph is a
    line of its own length.
    """
    bare = [line.strip() for line in lines]
    sizes = sorted(
        [len(line) for line in bare if len(line) >= LONG and not line.startswith(_TABLES)]
    )
    if len(sizes) < _WRAP_LINES:
        return 0
    widest = sizes[min(int(len(sizes) * 0.98), len(sizes) - 1)]
    if widest > _WRAP_LIMIT:
        return 0
    full = sum(size >= widest * _FULL for size in sizes)
    return sizes[-1] if full >= len(sizes) * _WRAP_SHARE else 0


def is_full(line: str, following: str, wrapping: Wrapping) -> bool:
    """Return whether the next line's first word had no room left in a line."""
    if wrapping.column:
        return fills(line, following, wrapping.column)
    least = _WHOLE if is_within(line) else INDENTED
    needed = len(line) + 1 + len(following.split(" ", 1)[0])
    return bool(wrapping.width) and needed > wrapping.width * least
