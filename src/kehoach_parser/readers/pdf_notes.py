"""Footnotes: small lines at the foot of a page, bound to the raised numbers in its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kehoach_parser.readers.pdf_chars import Word
from kehoach_parser.readers.pdf_lines import Line

_SMALL: Final = 0.9
_RAISED: Final = 0.8
_NUMBER: Final = re.compile(r"\(?\[?(?P<number>\d{1,3})[\])]?[.:]?\Z")
_GLUED: Final = re.compile(r"(?P<number>\d{1,3})(?=[^\W\d_])")


@dataclass(slots=True)
class Note:
    """A footnote: its number, and its lines without it."""

    number: str
    lines: list[Line]


def take_notes(lines: list[Line], size: float, *, going_on: bool) -> tuple[list[Line], list[Note]]:
    """Part a page's lines into its text and its footnotes.

    `size` is that of the text. `going_on` says that the page before had notes: then small lines
    at the foot may begin with the rest of one, which gets an empty number.
    """
    first = len(lines)
    while first and lines[first - 1].size < _SMALL * size:
        first -= 1
    raised = {number for line in lines[:first] for word in line.words
              if (number := mark_of(word, line))}  # fmt: skip
    notes: list[Note] = []
    begun = False
    for index in range(first, len(lines)):
        line = lines[index]
        number = _begins(line, raised)
        if number:
            notes.append(Note(number, [line]))
            begun = True
        elif notes:
            notes[-1].lines.append(line)
        elif going_on and not begun:
            notes.append(Note("", [line]))
        else:
            first = index + 1
    if not begun and not (going_on and notes and not raised):
        return lines, []
    for note in notes:
        if note.number:
            _drop_number(note)
    return lines[:first], [note for note in notes if note.lines]


def mark_of(word: Word, line: Line) -> str:
    """Return the note's number that a word bears, empty where it bears none."""
    if word.raised:
        return word.text[-word.raised :]
    small = word.text.isdigit() and word.size < _RAISED * line.size
    return word.text if small and word is not line.words[0] else ""


def drop_marks(line: Line, numbers: Sequence[str]) -> list[str]:
    """Take the marks of these notes out of a line; returns those that it bore."""
    borne: list[str] = []
    kept: list[Word] = []
    for word in line.words:
        number = mark_of(word, line)
        if number and number in numbers:
            borne.append(number)
            if not word.raised:
                continue
            word.text = word.text[: -word.raised]
            word.raised = 0
        kept.append(word)
    if borne:
        line.words = kept
        line.measure()
    return borne


def _begins(line: Line, raised: set[str]) -> str:
    first = line.words[0]
    match = _NUMBER.match(first.text)
    if match and len(line.words) > 1:
        small = first.size < _RAISED * line.size
        return match["number"] if small or match["number"] in raised else ""
    glued = _GLUED.match(first.text)
    return glued["number"] if glued and glued["number"] in raised else ""


def _drop_number(note: Note) -> None:
    line = note.lines[0]
    first = line.words[0]
    if _NUMBER.match(first.text):
        line.words = line.words[1:]
    else:
        first.text = first.text[len(note.number) :]
    if line.words:
        line.measure()
    else:
        note.lines.pop(0)
