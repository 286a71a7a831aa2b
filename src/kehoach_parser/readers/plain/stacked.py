"""Registers whose cells a text gives below one another, without any mark between them.

Word processors save tables so as plain text, and scripts that take the words of a page's
elements. The first column shows where rows begin: it counts on, or tells times of day. What else
a row holds goes to the columns in its order, each line where it fits best (`stacked_cells`).
"""

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import PEOPLE, PERIOD, heads_register, role_of
from kehoach_parser.readers.cells import row_of
from kehoach_parser.readers.plain.stacked_cells import fit_columns, rows_of
from kehoach_parser.readers.plain.stacked_rows import Row, begins_rows, counts, rows_below, value_of
from kehoach_parser.text.document import Cell, Grid
from kehoach_parser.text.patterns import pattern

_MARKS: Final = ("TT", "tt", "tự")
"""What the header of a first column ends in (`STT`, `Số thứ tự`)."""

_TIMES: Final = ("hời gian", "HỜI GIAN", "iờ", "IỜ", "Tháng", "THÁNG", "Tuần", "TUẦN")
_LONGEST_MARK: Final = 12
_LONGEST_HEADER: Final = 90
_HEADER_LINES: Final = 24
_KNOWN: Final = 3
"""Columns whose header words must be known, the task's among them; two below times."""

_FEWEST_ROWS: Final = 2
_NAME_LINES: Final = 2
"""Lines of a group's name at most."""


_COLUMN_NUMBER: Final = pattern(r"\(?\d{1,2}\)?")
_FEWEST_BELOW: Final = 2
"""Heads of a second row below one that is merged over them."""

_KIND: Final = {
    **dict.fromkeys(PEOPLE, "who"),
    **dict.fromkeys(("deadline", PERIOD), "when"),
}


class Stack(NamedTuple):
    """A register as a grid without borders, and the line after it."""

    grid: Grid
    end: int


def counts_rows(words: str) -> bool:
    """Return whether a line is the header of a column that counts a register's rows.

    >>> counts_rows("STT"), counts_rows("Số thứ tự"), counts_rows("TTHC")
    (True, True, False)
    """
    return len(words) <= _LONGEST_MARK and words.endswith(_MARKS) and role_of(words) == "stt"


def begins_stack(words: str) -> bool:
    """Return whether a line can be the header of a register's first column."""
    return len(words) <= _LONGEST_MARK and (counts_rows(words) or words.endswith(_TIMES))


def read_stack(lines: list[str], start: int) -> Stack | None:
    """Return the register below the header of its first column, null where there is none."""
    timed = not counts_rows(lines[start].strip())
    below = range(start + 1, min(start + _HEADER_LINES, len(lines)))
    first = (at for at in below if begins_rows(lines[at], timed=timed))
    body = next((at for at in first if not _numbers_columns(lines, at)), None)
    if body is None:
        return None
    heads = _heads(lines[start:body])
    if not heads_register(heads, _KNOWN - timed):
        return None
    roles = [role_of(head) for head in heads]
    fits = partial(fit_columns, roles=roles[1:])
    rows, end = rows_below(lines, body, len(heads), fits, timed=timed)
    if sum(timed or counts(row.label) for row in rows) < _FEWEST_ROWS:
        return None
    found = [row_of(heads)]
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        group = not timed and _is_group(row, after)
        found += [_group(row, len(heads))] if group else _cells(row, roles[1:])
    return Stack(Grid(tuple(found), len(heads), 1, ruled=False), end)


def _numbers_columns(lines: list[str], at: int) -> bool:
    """Return whether numbers of columns begin with a line: below it stands the next one."""
    below = (line.strip() for line in lines[at + 1 : at + _HEADER_LINES])
    following = next((line for line in below if line), "")
    return value_of(lines[at]) == "1" and value_of(following) == "2"


def _heads(lines: Sequence[str]) -> list[str]:
    """Return the header's cells; a line in small letters or brackets goes on with one."""
    heads: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if _COLUMN_NUMBER.fullmatch(line):
            continue
        if len(heads) > 1 and (line[0].islower() or line[0] in "(/"):
            heads[-1] += f" {line}"
        else:
            heads.append(line[:_LONGEST_HEADER])
    return _unfolded(heads)


def _unfolded(heads: list[str]) -> list[str]:
    """Return the heads with those of a second row in the place of the one they stand below.

    They come last, behind a head of another kind: `Phân công`, `Thời hạn`, `Chủ trì`, `Phối hợp`.
    """
    kinds = [_KIND.get(role_of(head) or "") for head in heads]
    last = kinds[-1]
    if last is None:
        return heads
    first = next((n for n in range(len(kinds), 0, -1) if kinds[n - 1] != last), 0)
    over = kinds.index(last)
    if over == first and [role_of(head) == PERIOD for head in heads[first : first + 2]] == [
        False,
        True,
    ]:
        first += 1  # `Thời gian`, `Tháng 2`, `Tháng 3`
    if over >= first or first > len(heads) - _FEWEST_BELOW:
        return heads
    return [*heads[:over], *heads[first:], *heads[over + 1 : first]]


def _is_group(row: Row, after: Row | None) -> bool:
    """Return whether a row has nothing but a group's label and name."""
    if counts(row.label):
        return False
    words = list(filter(None, row.lines))
    begins = after is not None and value_of(after.label) == "1"
    return len(words) == 1 or (begins and len(words) <= _NAME_LINES)


def _group(row: Row, width: int) -> tuple[Cell, ...]:
    return Cell(row.label, 0), Cell(" ".join(filter(None, row.lines)), 1, width - 1)


def _cells(row: Row, roles: Sequence[str | None]) -> list[tuple[Cell, ...]]:
    """Return the cells of a row, and of the rows beside which its first cells are merged."""
    texts = rows_of(row.lines, roles)
    first = row_of((row.label, *texts[0]))
    if len(texts) == 1:
        return [first]
    merged = min(map(_blanks, texts[1:])) + 1
    tall = (cell._replace(rows=len(texts)) for cell in first[:merged])
    return [(*tall, *first[merged:]), *(row_of(("", *other))[merged:] for other in texts[1:])]


def _blanks(texts: Sequence[str]) -> int:
    """Return how many cells at the left are blank: those above cover them."""
    return next((n for n, text in enumerate(texts) if text), len(texts))
