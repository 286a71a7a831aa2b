"""Text whose paragraphs begin with an indent: programs that keep a page's layout write it.

Where all lines that go on stand at one margin and labels stand inside it, a line at the margin
goes on, though it begins with a capital and though the letters of a page's lines differ in number.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.plain.labels import LABEL
from kehoach_parser.readers.plain.printed import LONG
from kehoach_parser.text.letters import ENDS, UPPER
from kehoach_parser.text.patterns import pattern

_INDENT: Final = 3
"""Columns inside the margin from which a line is indented."""

_GOING_ON: Final = 8
_LABELLED: Final = 5
_SHARE: Final = 0.9
_COLUMNS: Final = "   "
_BULLETS: Final = "-+–—•▪●"
_CLOSING: Final = ("/.", ":")
"""How a line ends that nothing at the margin goes on with."""

_LOOSE_LABEL: Final = pattern(rf"(?:[-–]\s+(?![{UPPER}])|Căn cứ\s|Theo đề nghị\s)")
"""What begins a line like a label and stands within sentences, too."""


class Margin(NamedTuple):
    """Where lines stand that go on; `least` characters has a line that is full."""

    column: int
    least: int

    def holds(self, indent: int) -> bool:
        """Return whether a line with this indent stands at the margin."""
        return abs(indent - self.column) < _INDENT - 1

    def goes_on(self, before: str, line: str, *, gap: bool) -> bool:
        """Return whether a line at the margin goes on with the line above; `gap` is a page's end.

        >>> Margin(0, 30).goes_on("xử lý vi phạm trong quá trình thực hiện", "Đề án.", gap=True)
        True
        """
        if line.isupper() or before.isupper() or before.endswith(_CLOSING):
            return False
        if _COLUMNS in line or _COLUMNS in before:
            return False
        ended = before[-1] in ENDS
        full = len(before) >= self.least
        if LABEL.match(line):
            return full and not (ended or gap or LABEL.match(before)) and _is_loose(line)
        return full or (len(before) >= LONG and not (ended or gap))


def margin_of(lines: Sequence[str]) -> Margin | None:
    """Return the margin of a text whose paragraphs are indented, null for any other text."""
    if sum([line.startswith(_COLUMNS) for line in lines]) < _LABELLED:
        return None
    bare = [(len(line) - len(line.lstrip()), line.strip()) for line in lines]
    going_on = [
        (indent, len(above))
        for (_, above), (indent, line) in pairwise(bare)
        if line and line[0].islower() and len(above) >= LONG and above[-1] not in ENDS
        and _COLUMNS not in above
    ]  # fmt: skip
    if len(going_on) < _GOING_ON:
        return None
    ((column, count),) = Counter(indent for indent, _ in going_on).most_common(1)
    labelled = [
        indent - column >= _INDENT
        for indent, line in bare
        if line and line[0] not in _BULLETS and _COLUMNS not in line and LABEL.match(line)
    ]
    inside = sum(labelled)
    if count < len(going_on) * _SHARE or inside < max(_LABELLED, len(labelled) * 2 // 3):
        return None
    sizes = sorted([size for indent, size in going_on if indent == column])
    return Margin(column, sizes[len(sizes) // 10])


def _is_loose(line: str) -> bool:
    return _LOOSE_LABEL.match(line) is not None
