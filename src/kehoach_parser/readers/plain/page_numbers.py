"""Numbers of pages that stand between the lines of a text."""

from itertools import pairwise
from typing import Final

from kehoach_parser.readers.plain.stacked import counts_rows
from kehoach_parser.text.patterns import pattern

_PAGE_NUMBER: Final = pattern(
    r"(?:-\s*|[Tt]rang\s+)?(\d{1,4})(?:\s*-|/\d{1,4})?\Z"
    r"|[=\-–—]{2,}\s*(?i:trang|page)\s+(\d{1,4})\s*[=\-–—]{2,}\Z"
)
"""A number alone, or between the rules by which programs part pages (`===== Trang 2 =====`)."""

_NUMBER_LENGTH: Final = 80
"""Characters of a line, blanks included, beyond which it is prose and no page number."""

_PAGE_LINES: Final = 12
"""Lines with words that a page has at least."""


def without_page_numbers(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return the lines with a page break for each page's number, and those numbers.

    A page number stands alone between blank lines or at a page break (a form feed), and counts
    on from page to page; a single one counts only alone at a page break. In a text with the
    header of a register, numbers with few lines between them count its rows.
    """
    runs = _runs(lines)
    if not runs:
        return lines, ()
    tabled = any(counts_rows(line.strip()) for line in lines)
    dropped = {
        index
        for run in runs
        if (len(run) > 1 and not (tabled and _are_near(lines, run)))
        or (_alone(lines, run[0]) and _at_break(lines, run[0]))
        for index in run
    }
    if not dropped:
        return lines, ()
    kept = ["\f" if index in dropped else line for index, line in enumerate(lines)]
    return kept, tuple(lines[index].strip() for index in sorted(dropped))


def _runs(lines: list[str]) -> list[list[int]]:
    """Return the lines that are a number alone, those together that count on."""
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        if not line or len(line) > _NUMBER_LENGTH:
            continue
        found = _PAGE_NUMBER.match(line.strip())
        if found is None or not (found[2] or _alone(lines, index) or _edges(lines, index)):
            continue
        if runs and _number(line) == _number(lines[runs[-1][-1]]) + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _are_near(lines: list[str], run: list[int]) -> bool:
    """Return whether bare numbers stand as near as the rows of a table."""
    if not lines[run[0]].strip().isdigit():
        return False
    gaps = sorted(
        sum(1 for line in lines[here + 1 : after] if line.strip()) for here, after in pairwise(run)
    )
    return gaps[len(gaps) // 2] < _PAGE_LINES


def _number(line: str) -> int:
    match = _PAGE_NUMBER.match(line.strip())
    return int(match[1] or match[2]) if match else -1


def _alone(lines: list[str], index: int) -> bool:
    before = lines[index - 1].strip() if index else ""
    after = lines[index + 1].strip() if index + 1 < len(lines) else ""
    return not before and not after


def _edges(lines: list[str], index: int) -> bool:
    """Return whether a line is the first or the last of its page."""
    return "\f" in (lines[index - 1] if index else "\f", *lines[index + 1 : index + 2])


def _at_break(lines: list[str], index: int) -> bool:
    near = lines[max(index - 2, 0) : index + 3]
    return any("\f" in line for line in near)
