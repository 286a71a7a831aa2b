"""Tables drawn with pipes (Markdown, and text that copies it) as grids."""

from typing import Final

from kehoach_parser.readers.plain.drawn import whole_cell
from kehoach_parser.readers.plain.labels import begins_unit
from kehoach_parser.readers.plain.lines import continues
from kehoach_parser.readers.plain.markup import BREAK_TAG, strip_marks
from kehoach_parser.readers.plain.pipe_merges import PipeRow, grid_of
from kehoach_parser.text.document import Grid
from kehoach_parser.text.patterns import pattern

_RULE: Final = pattern(r"[|+]?\s*:?[-=]{2,}:?\s*(?:[|+]\s*:?[-=]{2,}:?\s*)*[|+]?\Z")
_BLANKS: Final = pattern(r"(?<!\s)\s{2,}")
_ESCAPED: Final = "\\|"
_HELD: Final = "\ue0ff"
_FEWEST_WRAPS: Final = 3
_WRAP_SHARE: Final = 3
"""Of how many breaks within cells one goes on in small letters where pages wrapped the cells."""

_GAP_LINES: Final = 6
"""Blank lines that a page break leaves inside a table."""


def _is_row(line: str) -> bool:
    """Return whether a stripped line can be a row: a pipe opens or closes it, or it is a rule."""
    piped = "|" in (line[0], line[-1]) and line.count("|") > 1
    return piped or (line[0] == "+" and _is_rule(line))


def begins_table(line: str, following: str) -> bool:
    """Return whether a table begins here: a row in pipes, or any row above a drawn rule."""
    if _is_row(line):
        return True
    return "|" in line and "|" in following and _is_rule(following.strip())


def read_table(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the table that begins at a line, and the number of the line after it.

    A page break inside (blank lines, then rows of the same width) does not end it. Rows above
    the first rule are its header.
    """
    rows: list[PipeRow] = []
    heads = 0
    at, seen = start, start
    blanks = 0
    while at < len(lines) and blanks <= _GAP_LINES:
        line = lines[at].strip()
        at += 1
        if not line or line == "\f":
            blanks += 1
            continue
        if not (_is_row(line) or ("|" in line and not blanks)):
            break
        if _is_rule(line):
            heads = heads or len(rows)
        elif blanks and rows and not _same_table(rows, _row(line), lines, at):
            break
        else:
            _add(rows, _row(line))
        blanks, seen = 0, at
    return grid_of(_unwrapped(rows), heads), seen


def _unwrapped(rows: list[PipeRow]) -> list[PipeRow]:
    """Return the rows, lines within cells joined where most are the lines of a page.

    So converters of PDF write cells: `Phòng Kế<br>hoạch - Tài<br>chính`.
    """
    broken = [text.split("\n") for row in rows for text in row.words if "\n" in text]
    below = [line for lines in broken for line in lines[1:] if not begins_unit(line)]
    going_on = sum([line[:1].islower() for line in below])
    if going_on < _FEWEST_WRAPS or going_on * _WRAP_SHARE < len(below):
        return rows
    return [row._replace(words=tuple([_whole(text) for text in row.words])) for row in rows]


def _whole(text: str) -> str:
    return whole_cell(text.split("\n")) if "\n" in text else text


def _same_table(rows: list[PipeRow], row: PipeRow, lines: list[str], at: int) -> bool:
    """Return whether rows after a gap go on: as wide, and no new head (a rule) below them."""
    if len(row.words) != len(rows[0].words):
        return False
    below = lines[at].strip() if at < len(lines) else ""
    return not (below and _is_rule(below) and row.words != rows[0].words)


def _is_rule(line: str) -> bool:
    return line[0] in "|+:-=" and _RULE.match(line) is not None


def _row(line: str) -> PipeRow:
    line = line.replace(_ESCAPED, _HELD)
    parts = line.removeprefix("|").removesuffix("|").split("|")
    words: list[str] = []
    bold: list[bool] = []
    for part in parts:
        if not part.strip():
            words.append("")
            bold.append(False)
            continue
        runs = [strip_marks(piece) for piece in _pieces(part)]
        text = "\n".join(run.text for run in runs if run.text).replace(_HELD, "|")
        words.append(text)
        bold.append(bool(text) and all(run.bold >= len(run.text) for run in runs))
    return PipeRow(tuple(words), tuple(bold))


def _pieces(part: str) -> list[str]:
    """Return the paragraphs of a cell: at `<br>`, and where two blanks stand between sentences.

    Converters write a break in a cell as blanks.
    """
    pieces: list[str] = []
    for line in BREAK_TAG.split(part):
        pieces.append(line.strip())
        if "  " not in pieces[-1]:
            continue
        first, *others = _BLANKS.split(pieces.pop())
        pieces.append(first)
        for other in others:
            joined = other[0].islower() or other[0] == "/" or _is_syllable(pieces[-1])
            if joined or continues(pieces[-1], other, gap=False):
                pieces[-1] = f"{pieces[-1]} {other}"
            else:
                pieces.append(other)
    return pieces


def _is_syllable(piece: str) -> bool:
    """Return whether a piece is one word that others follow (`Sở` of `Sở  Tài chính`)."""
    return piece.isalpha() and piece.istitle()


def _add(rows: list[PipeRow], row: PipeRow) -> None:
    """Append a row; what a page break cut off a cell goes back into it."""
    column = _cut_cell(rows[-1], row) if rows else None
    if column is None:
        rows.append(row)
        return
    last = rows[-1]
    words = list(last.words)
    words[column] = f"{words[column]}\n{row.words[column]}"
    rows[-1] = PipeRow(tuple(words), last.bold)


def _cut_cell(last: PipeRow, row: PipeRow) -> int | None:
    """Return the column of a row's only cell, where it goes on with an unfinished one above."""
    filled = [index for index, text in enumerate(row.words) if text]
    if len(filled) != 1 or filled[0] == 0 or len(row.words) != len(last.words):
        return None
    column = filled[0]
    above = last.words[column]
    if row.bold[column] or not last.words[0] or not above or above[-1] in ".!?:":
        return None
    return column
