"""Where the closing blocks of a file stand, and where a second document begins."""

from typing import Final

from kehoach_parser.segment.closing import (
    CAPACITY,
    PLACE_DATE,
    POSITION,
    RECIPIENTS,
    Closing,
    names_somebody,
    read_closing,
    starts_closing,
)
from kehoach_parser.segment.code import find_code
from kehoach_parser.segment.issuer import is_motto
from kehoach_parser.segment.marks import appendix_label, is_bullet, is_title_like
from kehoach_parser.segment.numbering import read_label
from kehoach_parser.segment.title import read_type
from kehoach_parser.text.source import SourceText

_BUNDLE_WINDOW: Final = 8
_LONGEST_BLOCK: Final = 60
_TITLE_WORDS: Final = 4
_LISTS: Final = ("DANH MỤC", "DANH SÁCH", "BẢNG TỔNG HỢP")
"""First lines of appended titles that are shorter."""
_SIGNING_LINES: Final = 4
"""Lines above a name among which its position stands; between them "(đã ký)"."""

_PARTS: Final = (("roman", 1), ("phần", 1), ("chương", 1))


def find_closings(source: SourceText, start: int) -> tuple[list[Closing], int | None]:
    """Return the closing blocks below a line, and the line where another document begins.

    A head of its own (the motto and a number line, be it blank) behind a signature begins
    another document.
    """
    found: list[Closing] = []
    number = start
    while number < len(source.lines):
        if found and _begins_document(source, number):
            return found, number
        if not starts_closing(source, number):
            number += 1
            continue
        first = _with_place(source, number, start)
        last = _end(source, number)
        found.append(read_closing(source, first, last))
        number = last
    return found, None


def _with_place(source: SourceText, number: int, start: int) -> int:
    """Return the line of the place and date above a signature, as letters of schools have it."""
    if number > start:
        above = source.lines[number - 1]
        if above.table is None and PLACE_DATE.fullmatch(source.words(above).strip(" .")):
            return number - 1
    return number


def _end(source: SourceText, number: int) -> int:
    """Return the first line behind the closing block that begins with a line."""
    lines = source.lines
    table = lines[number].table
    last = source.grids[table].lines[-1] + 1 if table is not None else number + 1
    while last < len(lines) and last - number < _LONGEST_BLOCK:
        if _leaves(source, last):
            return last
        last += 1
    return last


def _leaves(source: SourceText, number: int) -> bool:
    """Return whether the line belongs to what follows a closing block."""
    line = source.lines[number]
    words = source.words(line)
    if line.table is not None:
        return line.row == 0 and not starts_closing(source, number) and bool(words)
    if _signs(words) or _is_signature(source, number):
        return False
    if words.isupper() and CAPACITY.match(source.words(source.lines[number - 1])):
        return False  # `KT. VIỆN TRƯỞNG` / `VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO`
    if appendix_label(words) or is_motto(words) or _first_part(words):
        return True
    named = read_type(words, party=False)
    if named and (words.isupper() or named[1] < 0):
        return True
    long = len(words.split()) >= _TITLE_WORDS or words in _LISTS
    return long and is_title_like(words, bold=line.all_bold, centered=line.centered)


def _signs(words: str) -> bool:
    """Return whether the line is one of Nơi nhận or of a signature."""
    if RECIPIENTS.match(words) or CAPACITY.match(words) or is_bullet(words):
        return True
    return words.isupper() and POSITION.match(words) is not None


def _is_signature(source: SourceText, number: int) -> bool:
    """Return whether the line is the name below a position, which four words in bold may be too."""
    above = source.lines[max(number - _SIGNING_LINES, 0) : number]
    return names_somebody(source.words(source.lines[number])) and any(
        line.table is None and _signs(source.words(line)) and source.words(line).isupper()
        for line in above
    )


def _first_part(words: str) -> bool:
    label = read_label(words)
    return label is not None and label.readings[0] in _PARTS


def _begins_document(source: SourceText, number: int) -> bool:
    """Return whether a head of its own begins here: the motto with a number line near it.

    A table that goes on is no beginning.
    """
    line = source.lines[number]
    if line.row or not is_motto(source.words(line)):
        return False
    near = source.lines[number : number + _BUNDLE_WINDOW]
    return any(find_code(source.words(line), line.start) is not None for line in near)
