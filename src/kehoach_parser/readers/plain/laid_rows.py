"""Lines of cells to rows: each begins with its label, or lies around it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.text.row_labels import ROW_LABEL

_BULLETS: Final = ("- ", "+ ", "• ", "* ")


_LOOK_AHEAD: Final = 3
"""Lines of a row in which its task begins, where other cells are taller."""

_GOES_ON: Final = 6
"""By how many lines a row may lie unevenly around its label, so that it begins with a task."""

_BLANK: Final = 1
"""Cells beside the first that may be blank where a row begins without its first cell."""


class Line(NamedTuple):
    """The cells of a line or of a row; of a bar its label, and the words over the other columns."""

    cells: list[str]
    bar: str | None = None


def rows_of(lines: Sequence[Line], tasks: int, *, counted: bool) -> list[Line]:
    """Return the rows that lines make.

    `tasks` is the column of the tasks, `counted` tells that the first column holds labels.
    """
    begins = [_begins(line, counted=counted) for line in lines]
    if counted and _stand_in_the_middle(lines, begins, tasks):
        begins = _around_labels(lines, begins, tasks)
    rows: list[list[Line]] = []
    for line, first in zip(lines, begins, strict=True):
        if first or not rows or rows[-1][0].bar is not None:
            rows.append([line])
        else:
            rows[-1].append(line)
    return [_whole(row) for row in rows]


def _whole(lines: list[Line]) -> Line:
    """Return a row of its lines."""
    if len(lines) == 1:
        return lines[0]
    columns = zip(*(line.cells for line in lines), strict=True)
    return Line([_joined([text for text in column if text]) for column in columns])


def _joined(texts: list[str]) -> str:
    """Return a cell of its lines; what begins with a bullet stands on its own."""
    return "".join(
        text if n == 0 else f"\n{text}" if text.startswith(_BULLETS) else f" {text}"
        for n, text in enumerate(texts)
    )


def _begins(line: Line, *, counted: bool) -> bool:
    """Return whether a line begins a row by what stands in its first column."""
    if line.bar is not None:
        return True
    first, *others = line.cells
    if counted:
        return ROW_LABEL.fullmatch(first) is not None
    beside = [cell for cell in others if cell]
    anew = len(beside) >= len(others) - _BLANK and _starts_anew(line)
    goes_on = first[:1].islower() and first[1:2] not in {")", "."}
    return (bool(first and beside) and not (goes_on or beside[0][0].islower())) or anew


def _stand_in_the_middle(lines: Sequence[Line], begins: Sequence[bool], tasks: int) -> bool:
    """Return whether labels stand in the middle of their rows: tasks go on beside many of them."""
    beside = [
        line.cells[tasks]
        for line, first in zip(lines, begins, strict=True)
        if first and line.bar is None and line.cells[0][:1].isdigit()
    ]
    return 3 * sum(not text or text[0].islower() for text in beside) > len(beside)


def _around_labels(lines: Sequence[Line], labelled: Sequence[bool], tasks: int) -> list[bool]:
    """Return which lines begin rows whose labels stand in the middle of them.

    Between two labels that is the line which makes the row above it lie evenly around its label,
    or one near to it with which a task begins.
    """
    begins = [line.bar is not None or _titles_group(line, tasks) for line in lines]
    labels = [n for n, is_label in enumerate(labelled) if is_label and not begins[n]]
    start = 0
    for label, following in zip(labels, [*labels[1:], len(lines)], strict=True):
        bars = [n for n in range(start, label) if begins[n]]
        start = bars[-1] + 1 if bars else start
        begins[start] = True
        end = next((n for n in range(label + 1, following) if begins[n]), following)
        even = 2 * label - start + 1
        near = range(label + 1, end + 1)
        start = min(near, key=lambda n: abs(n - even) + _hinders(lines, n, tasks), default=end)
        start = end if following == len(lines) else start
    return begins


def _titles_group(line: Line, tasks: int) -> bool:
    """Return whether a line has a group's label and words among the tasks alone."""
    label = line.cells[0]
    titled = bool(label) and ROW_LABEL.fullmatch(label) is not None and not label[0].isdigit()
    return titled and not any(line.cells[1:tasks] + line.cells[tasks + 1 :])


def _hinders(lines: Sequence[Line], number: int, tasks: int) -> int:
    """Return how much speaks against a row's beginning with a line: a task that goes on there."""
    if number >= len(lines) or lines[number].bar is not None:
        return 0
    begun = next((line.cells[tasks] for line in lines[number:number + _LOOK_AHEAD]
                  if line.bar is None and line.cells[tasks]), "")  # fmt: skip
    goes_on = sum(cell[:1].islower() for cell in lines[number].cells)
    return _GOES_ON * begun[:1].islower() + goes_on


def _starts_anew(line: Line) -> bool:
    filled = [cell for cell in line.cells if cell]
    return bool(filled) and all(not cell[0].islower() for cell in filled)
