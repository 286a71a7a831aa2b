"""Words that are wider than their cell: cut at its edge wherever it comes, and whole again here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kehoach_parser.readers.pdf.lines import Line
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_FIGURES: Final = pattern(
    r"(?:[\dIVX]{1,4}[/.-]){1,2}(?:19|20)\d{2}|\d{1,3}(?:\.\d{3})+"  # 31/12/2026, 1.250.000
)
_LETTERS: Final = pattern(r"[^\W\d_]+\Z")
_CLOSES: Final = pattern(r"[)\]”,;:.!?%]+\Z")
_STOPS: Final = ".,;:)”"
_CODE: Final = pattern(r"\d(?:/\d{4})?[-/][A-ZĐ]{1,4}[-/][A-ZĐ]*\n[A-ZĐ]{1,4}\b")
"""A document's symbol that a cell's edge cuts: `37-QĐ/T` `W`."""

_SLACK: Final = 1.3
"""How many letters more would not have gone into the cell."""


def made_whole(lines: Sequence[Line], room: float) -> list[Line]:
    """Return the lines of a cell with words that its edge cuts put together again.

    Such a word stands alone on its line, has no blank behind it and fills the `room` of the cell
    (points).
    """
    found: list[Line] = []
    lift = 0.0  # a line that is gone leaves no room
    for line in lines:
        line.base -= lift
        if not found or not _is_cut(found[-1], line, room):
            found.append(line)
            continue
        last = found[-1]
        found[-1] = _joined(last, line)
        if len(line.words) > 1:
            found.append(_without_first(line, line.base))
        else:
            lift += line.base - last.base
    return found


def _is_cut(last: Line, line: Line, room: float) -> bool:
    word, rest = last.words[-1], line.words[0]
    if len(last.words) > 1 or word.blank:
        return False
    if word.confidence is not None and not _CODE.search(f"{word.text}\n{rest.text}"):
        return False  # scans do not tell blanks
    letter = (rest.x1 - rest.x0) / len(rest.text)
    return last.x1 - last.x0 + _SLACK * letter > room and is_one_word(word.text, rest.text)


def is_one_word(first: str, second: str) -> bool:
    """Return whether two pieces are one word, by their letters.

    >>> is_one_word("Trướ", "c"), is_one_word("31/12/2", "026;"), is_one_word("70-NQ/T", "W")
    (True, True, True)
    >>> is_one_word("Nhóm", "nhiệ"), is_one_word("2025", "2026"), is_one_word("KHỐI", "A")
    (False, False, False)
    """
    whole = (first + second).rstrip(_STOPS)
    if _CLOSES.match(second) or _FIGURES.fullmatch(whole):
        return not _FIGURES.fullmatch(first) or not second[0].isdigit()
    head, tail = _LETTERS.search(first), WORD.match(second)
    if head is None or tail is None:
        return False
    if tail[0].isupper():
        few = 1 if head.start() == 0 else 2
        return head[0].isupper() and len(tail[0]) <= few and not is_syllable(head[0].lower())
    pieces = (head[0].lower(), tail[0])
    whole_syllable = is_syllable("".join(pieces))
    return tail[0].islower() and (whole_syllable or not any(map(is_syllable, pieces)))


def _joined(last: Line, line: Line) -> Line:
    """Return a line of the whole word; it ends where its last piece does."""
    word, rest = last.words[-1], line.words[0]
    whole = replace(word, text=word.text + rest.text, blank=rest.blank, places=())
    found = Line([whole], last.page)
    found.base = last.base
    if len(line.words) == 1:
        found.x1 = line.x1
    return found


def _without_first(line: Line, base: float) -> Line:
    """Return a line without its first word, in whose place its second one begins."""
    first, second, *rest = line.words
    found = Line([replace(second, x0=first.x0, places=()), *rest], line.page)
    found.base = base
    return found
