"""Where the rows of a stacked register begin and end: labels that count on, or times of day."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.readers.plain.labels import begins_unit
from kehoach_parser.text.numerals import roman_value
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import GROUP_LABEL, ROW_NUMBER

_TIME: Final = pattern(
    r"(?:(?:Từ\s)?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}(?!\w)|(?:Tuần|Tháng)\s\d{1,2}(?!\d)"
    r"|(?:Trước\s|Từ\s|Ngày\s)?(?:ngày\s)?\d{1,2}[/-]\d{1,4}(?!\w))[^;]{0,30}\Z"
)
"""A time of day, a week, a month or a day, and little behind it."""

_FIRST: Final = frozenset(("1", "1.1", "I", "A"))
_LONGEST_ROW: Final = 40
"""Lines of a row at most."""

_SPACED: Final = 0.45
"""From this share of blank lines on they only part the others; below it they are empty cells."""


class Row(NamedTuple):
    """A row's first cell and the lines below it; blank ones are empty cells."""

    label: str
    lines: list[str]


def begins_rows(line: str, *, timed: bool) -> bool:
    """Return whether a line is the first cell of the first row."""
    return _is_time(line) if timed else value_of(line) in _FIRST


def rows_below(
    lines: list[str], body: int, width: int, fits: Callable[[list[str]], bool], *, timed: bool
) -> tuple[list[Row], int]:
    """Return the rows from the first cell of the first row on, and the line after the last.

    The last row has as many lines as usual, or as columns where they fit those (`fits`).
    """
    starts = list(_times(lines, body) if timed else _labels(lines, body))
    rows = [
        Row(lines[at].strip(), [line.strip() for line in lines[at + 1 : after]])
        for at, after in pairwise(starts)
    ]
    blank = sum(not line for row in rows for line in row.lines)
    spaced = blank > _SPACED * sum(len(row.lines) for row in rows)
    if spaced:
        rows = [Row(row.label, list(filter(None, row.lines))) for row in rows]
    begin = starts[-1] + 1
    below = lines[begin : begin + _LONGEST_ROW]
    words, used = _last(below, width - 1, spaced=spaced)
    if len(words) < width - 1 or not fits(words):
        words, used = _last(below, _usual(rows, width), spaced=spaced)
    return [*rows, Row(lines[starts[-1]].strip(), words)], begin + used


def value_of(line: str) -> str:
    """Return the number, Roman numeral or letter that a line is, without leading zeros.

    >>> value_of(" 03. "), value_of("(IV)"), value_of("3 lớp")
    ('3', 'IV', '')
    """
    label = line.strip()
    if not (ROW_NUMBER.fullmatch(label) or GROUP_LABEL.fullmatch(label)):
        return ""
    return label.strip("(.)/").lstrip("0") or "0"


def counts(label: str) -> bool:
    """Return whether a label is a number, not a group's."""
    return value_of(label)[:1].isdigit()


def _usual(rows: Sequence[Row], width: int) -> int:
    """Return how many lines most rows have, those of groups left out."""
    sizes = sorted(len(row.lines) for row in rows if len(row.lines) >= width // 2)
    return sizes[len(sizes) // 2] if sizes else width - 1


def _last(lines: Sequence[str], size: int, *, spaced: bool) -> tuple[list[str], int]:
    """Return the lines of the last row, so many at most, and how far they go."""
    found: list[str] = []
    for number, line in enumerate(map(str.strip, lines)):
        if len(found) == size or (found and begins_unit(line) and line[0] not in "-+"):
            return found, number
        if line or not spaced:
            found.append(line)
    return found, len(lines)


def _is_time(line: str) -> bool:
    """Return whether a line is a time, not one that a page wrapped (`Tuần 1 (02 -`)."""
    time = line.strip()
    whole = time[-1:] not in {"-", "–"} and time.count("(") == time.count(")")
    return whole and _TIME.match(time) is not None


def _times(lines: list[str], body: int) -> Iterator[int]:
    """Yield the lines of times, as long as they follow one another closely in one section."""
    since = body
    for at in range(body, len(lines)):
        line = lines[at].strip()
        if at - since > _LONGEST_ROW or (line.isupper() and begins_unit(line)):
            return
        if _is_time(lines[at]):
            since = at
            yield at


def _labels(lines: list[str], body: int) -> Iterator[int]:
    """Yield the lines where rows begin: numbers count on, and begin anew below a group."""
    number: tuple[int, ...] = (0,)
    group, since = "", body
    for at in range(body, len(lines)):
        if at - since > _LONGEST_ROW:
            return
        value = value_of(lines[at])
        if counts(value):
            counted = tuple(map(int, value.split(".")))
            anew = counted[-1] == 1 and not counts(lines[since])
            if not (anew or _counts_on(counted, number)):
                continue
            number = counted
        elif value and _follows(value, group):
            group = value
        else:
            continue
        since = at
        yield at


def _counts_on(here: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Return whether a number is the next: `3` after `2`, `1.2` after `1.1`, `2.1` after `1.4`."""
    first, *last = here
    above, *below = before
    if not last:
        return first == above + 1
    following = below[0] + 1 if below and first == above else 1
    return last[0] == following and first - above in {0, 1}


def _follows(value: str, group: str) -> bool:
    """Return whether a group's label is the next: `II` after `I`, `B` after `A`."""
    if not group:
        return value in _FIRST
    here, before = roman_value(value), roman_value(group)
    if here and before:
        return here == before + 1
    return len(value) == len(group) == 1 and ord(value) == ord(group) + 1
