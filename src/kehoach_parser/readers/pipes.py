"""Tables drawn with pipes (Markdown, and text that copies it) as grids."""

import re
from typing import Final, NamedTuple

from kehoach_parser.readers.markup import strip_marks
from kehoach_parser.text.document import Cell, Grid

_RULE: Final = re.compile(r"[|+]?\s*:?[-=]{2,}:?\s*(?:[|+]\s*:?[-=]{2,}:?\s*)*[|+]?\Z")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED: Final = "\\|"
_HELD: Final = "\ue0ff"
_GAP_LINES: Final = 6
"""Blank lines that a page break leaves inside a table."""


class _Row(NamedTuple):
    words: tuple[str, ...]
    bold: tuple[bool, ...]


def is_row(line: str) -> bool:
    """Return whether a stripped line can be a row: it begins with a pipe, or is a drawn rule."""
    return (line[0] == "|" and line.count("|") > 1) or (line[0] == "+" and _is_rule(line))


def begins_table(line: str, following: str) -> bool:
    """Return whether a table begins here: a row in pipes, or any row above a drawn rule."""
    if line[0] in "|+" and is_row(line):
        return True
    return "|" in line and "|" in following and _is_rule(following.strip())


def read_table(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table that begins at a line, and the number of the line after it.

    A page break inside (blank lines, then rows of the same width) does not end it. Rows above
    the first rule are its header.
    """
    rows: list[_Row] = []
    heads = 0
    at, seen = start, start
    blanks = 0
    while at < len(lines) and blanks <= _GAP_LINES:
        line = lines[at].strip()
        at += 1
        if not line or line == "\f":
            blanks += 1
            continue
        if not (is_row(line) or ("|" in line and not blanks)):
            break
        if _is_rule(line):
            heads = heads or len(rows)
        elif blanks and rows and not _same_table(rows, _row(line), lines, at):
            break
        else:
            _add(rows, _row(line))
        blanks, seen = 0, at
    return _grid(rows, heads), seen


def _same_table(rows: list[_Row], row: _Row, lines: list[str], at: int) -> bool:
    """Return whether rows after a gap go on: as wide, and no new head (a rule) below them."""
    if len(row.words) != len(rows[0].words):
        return False
    below = lines[at].strip() if at < len(lines) else ""
    return not (below and _is_rule(below) and row.words != rows[0].words)


def _is_rule(line: str) -> bool:
    return line[0] in "|+:-=" and _RULE.match(line) is not None


def _row(line: str) -> _Row:
    line = line.replace(_ESCAPED, _HELD)
    parts = line.removeprefix("|").removesuffix("|").split("|")
    words: list[str] = []
    bold: list[bool] = []
    for part in parts:
        if not part.strip():
            words.append("")
            bold.append(False)
            continue
        runs = [strip_marks(piece.strip()) for piece in _BREAK.split(part)]
        text = "\n".join(run.text for run in runs if run.text).replace(_HELD, "|")
        words.append(text)
        bold.append(bool(text) and all(run.bold >= len(run.text) for run in runs))
    return _Row(tuple(words), tuple(bold))


def _add(rows: list[_Row], row: _Row) -> None:
    """Append a row; what a page break cut off a cell goes back into it."""
    column = _cut_cell(rows[-1], row) if rows else None
    if column is None:
        rows.append(row)
        return
    last = rows[-1]
    words = list(last.words)
    words[column] = f"{words[column]}\n{row.words[column]}"
    rows[-1] = _Row(tuple(words), last.bold)


def _cut_cell(last: _Row, row: _Row) -> int | None:
    """Return the column of a row's only cell, where it goes on with an unfinished one above."""
    filled = [index for index, text in enumerate(row.words) if text]
    if len(filled) != 1 or filled[0] == 0 or len(row.words) != len(last.words):
        return None
    column = filled[0]
    above = last.words[column]
    if row.bold[column] or not last.words[0] or not above or above[-1] in ".!?:":
        return None
    return column


def _grid(rows: list[_Row], heads: int) -> Grid:
    width = max((len(row.words) for row in rows), default=0)
    cells = tuple(
        tuple(
            Cell(text, column, bold=bold)
            for column, (text, bold) in enumerate(zip(row.words, row.bold, strict=True))
        )
        for row in rows
    )
    return Grid(cells, width, heads if heads < len(rows) else 0)
