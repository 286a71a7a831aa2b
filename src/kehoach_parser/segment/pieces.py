"""Pieces: the lines of a page's head or foot, read column by column where a table lays them out."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import BREAK, GridCell, GridText, SourceText

_NUMBER: Final = pattern(r"(?:Số|SỐ)\s?:?\s?\d{1,5}")
_SYMBOL: Final = pattern(r"[A-ZĐ]{2,4}\s?[-–]")
"""The halves of a number that has blanks about its slash, as a break between lines has them."""


class Piece(NamedTuple):
    """A line, or a line of a layout table's cell, with its place, line number and column.

    `column` is -1 for a paragraph.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    bold: bool
    centered: bool


def pieces(source: SourceText, first: int, last: int) -> list[Piece]:
    """Return the pieces of the lines `first` to `last` (exclusive), tables by column."""
    found: list[Piece] = []
    number = first
    while number < last:
        line = source.lines[number]
        if line.table is None:
            words = source.words(line)
            found.append(
                Piece(words, line.start, line.end, number, -1, line.all_bold, line.centered)
            )
            number += 1
            continue
        grid = source.grids[line.table]
        found += _by_column(source, grid, number, last)
        number = max(grid.lines[-1] + 1, number + 1)
    return found


def _by_column(source: SourceText, grid: GridText, first: int, last: int) -> Iterator[Piece]:
    columns: dict[int, list[tuple[GridCell, int]]] = {}
    for row, number in zip(grid.rows, grid.lines, strict=True):
        if first <= number < last:
            for cell in row:
                columns.setdefault(cell.column, []).append((cell, number))
    for column in sorted(columns):
        for cell, number in columns[column]:
            yield from _split_cell(source, cell.start, cell.end, number, column)


def _split_cell(
    source: SourceText, start: int, end: int, line: int, column: int
) -> Iterator[Piece]:
    """Yield the lines of a cell."""
    bold = source.lines[line].bold > 0
    at = start
    for part in _lines(source.text[start:end]):
        if part:
            yield Piece(part, at, at + len(part), line, column, bold, centered=False)
        at += len(part) + len(BREAK)


def _lines(text: str) -> list[str]:
    """Return the lines of a cell's text; `Số: 12 / KH-UBND` is one."""
    parts = text.split(BREAK)
    for at, part in enumerate(parts[:-1]):
        if part[-1:].isdigit() and _NUMBER.fullmatch(part) and _SYMBOL.match(parts[at + 1]):
            return [*parts[:at], BREAK.join(parts[at : at + 2]), *parts[at + 2 :]]
    return parts
