"""Tables whose cells a web page's text gives below one another, a bar alone after each.

Extractors print a table so: the words of a cell on lines of their own, then a line with nothing
but a bar (or the bar behind the last word). The ends of the rows are lost; they show where the
first column counts on.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from kehoach_parser.lexicon.register_headers import heads_register, role_of
from kehoach_parser.readers.headtext import NATION
from kehoach_parser.readers.plain.labels import begins_unit
from kehoach_parser.readers.signatories import begins_signature
from kehoach_parser.text.letters import LOWER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import GROUP_LABEL, ROW_LABEL

BAR: Final = "|"
ENDING_BAR: Final = "|\n"
"""What a text holds where bars stand alone on lines, or after the only cell of a row."""

_SUBJECT: Final = pattern(r"\W*V/v\b")
_DATED: Final = pattern(r"[^,|]{2,40}, ngày\b")
_FILED: Final = pattern(r"(?:\A|[;\s])[-–+]?\s*Lưu\b[^;|]*\Z")
_CAPITALS: Final = pattern(rf"\s\w*[{LOWER}].*\Z")
"""What stands behind the words in capitals: a name."""

_HEAD_LINES: Final = 40
_LONGEST_HEAD: Final = 600
"""Characters of the cells of a head: issuer, Quốc hiệu, number, place and date."""

_FIRST_ROW: Final = pattern(r"\(?(?:0?1|I|A)[.)]?\Z")
_WIDEST: Final = 12
"""Columns of a register."""

_GROUP: Final = 2
"""Cells of a row that is merged over the width: its label and its name."""


def without_loose_bars(lines: list[str]) -> list[str]:
    """Return the lines with tables as rows in pipes, a head in one line, no other lone bars."""
    lines = [part for line in lines for part in (_parted(line) if BAR in line else (line,))]
    bars = [at for at, line in enumerate(lines) if line.strip() == BAR]
    if not bars:
        return lines
    found = _with_registers(lines, bars)
    start, end = _head(found)
    if end:
        words = " ".join(line.strip() for line in found[start:end] if line.strip() != BAR)
        found = [*found[:start], words, "", *found[end:]]
    return ["" if line.strip() == BAR else line for line in found]


def with_cells_apart(lines: list[str]) -> list[str]:
    """Return the lines, the bar gone between two cells of a head or a closing block.

    Where a cell has several lines, the bar stands between the last of one and the first of the
    next: `V/v cấp nước | Hạ Long, ngày 2 …`, `- Lưu: VT. | CHỦ TỊCH`.
    """
    return [
        part for line in lines for part in (_cells_of(line) if line.count(BAR) == 1 else (line,))
    ]


def _cells_of(line: str) -> tuple[str, ...]:
    """Return what stands before and behind a line's only bar, where these are two such cells."""
    left, _, right = (" ".join(cell.split()) for cell in line.partition(BAR))
    if _SUBJECT.match(left):
        return (left, right) if _DATED.match(right) else (line,)
    signed = _FILED.search(left) and begins_signature(_CAPITALS.sub("", right).strip())
    return (left, right) if signed else (line,)


def _parted(line: str) -> tuple[str, ...]:
    """Return a line, the bar that ends a row of one cell on a line of its own."""
    words, bar, rest = line.strip().partition(BAR)
    return (words, BAR) if bar and words and not rest else (line,)


def _head(lines: list[str]) -> tuple[int, int]:
    """Return the lines of a head with the Quốc hiệu, up to its last bar; (0, 0) without one.

    What a page sets above it ends in a blank line, in a row of more than one cell, or where after
    lines in small letters the first one in capitals stands.
    """
    words, start, end = "", 0, 0
    for at, line in enumerate(lines[:_HEAD_LINES]):
        part = line.strip()
        if part == BAR:
            end = at + 1 if NATION.search(words) else end
        elif not end and (not part or BAR in part or len(words) > _LONGEST_HEAD):
            words, start = "", at + 1
        elif part.isupper() and words and _is_above(lines[start:at]):
            words, start = part, at
        else:
            words += f" {part}"
            if len(words) > _LONGEST_HEAD:
                break
    return (start, end) if end else (0, 0)


def _is_above(lines: list[str]) -> bool:
    """Return whether lines are a page's own: without bars, capitals, or a number."""
    return not any(BAR in line or line.isupper() or "Số" in line for line in lines)


def _with_registers(lines: list[str], bars: list[int]) -> list[str]:
    """Return the lines with each register among the bars as rows in pipes."""
    found: list[str] = []
    at = 0
    for number, bar in enumerate(bars):
        start = bar - 1
        if start < at or role_of(lines[start].strip()) != "stt":
            continue
        table = _register(_cells(lines, start, bars, number))
        if table:
            rows, used = table
            found += [*lines[at:start], "", *rows, ""]
            at = bars[number + used - 1] + 1
    return [*found, *lines[at:]]


def _cells(lines: list[str], start: int, bars: list[int], number: int) -> Iterator[str]:
    """Yield the words of the cells from a line on, each up to its bar; `number` is the first's."""
    while number < len(bars):
        words: list[str] = []
        for line in filter(None, map(str.strip, lines[start : bars[number]])):
            words += ("<br>" if words and begins_unit(line) else " ", line)
        yield "".join(words).strip()
        start = bars[number] + 1
        number += 1


def _register(cells: Iterator[str]) -> tuple[list[str], int] | None:
    """Return a register's rows in pipes and how many cells they use, null where it is none."""
    ahead = deque(islice(cells, _WIDEST + 1))
    width = next((n for n, cell in enumerate(ahead) if n > 1 and _FIRST_ROW.match(cell)), 0)
    if not heads_register(islice(ahead, width)):
        return None
    rows = [_row([ahead.popleft() for _ in range(width)]), BAR + "---|" * width]
    used = width
    while True:
        ahead.extend(islice(cells, max(width - len(ahead), 0)))
        if not ahead or not ROW_LABEL.fullmatch(ahead[0]):
            return rows, used
        size = _GROUP if _is_group(ahead) else width
        if size > len(ahead):
            return rows, used
        rows.append(_row([ahead.popleft() for _ in range(size)] + [""] * (width - size)))
        used += size


def _is_group(ahead: Sequence[str]) -> bool:
    """Return whether a row is only a group's label and name: the next row begins behind them."""
    return bool(
        len(ahead) > _GROUP
        and GROUP_LABEL.fullmatch(ahead[0])
        and ROW_LABEL.fullmatch(ahead[_GROUP])
    )


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace(BAR, '¦') for cell in cells)} |"
