"""Footnotes: small lines at the foot of a page, bound to the raised numbers in its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import Line
from kehoach_parser.text.patterns import pattern

_SMALL: Final = 0.9
_RAISED: Final = 0.8
_NUMBER: Final = pattern(r"\(?\[?(?P<number>\d{1,3})[\])]?[.:]?\Z")
_GLUED: Final = pattern(r"(?P<number>\d{1,3})(?=[^\W\d_])")


@dataclass(slots=True)
class Note:
    """A footnote: its number, and its lines without it."""

    number: str
    lines: list[Line]


def take_notes(
    lines: list[Line], size: float, *, strokes: Sequence[float], going_on: bool
) -> tuple[list[Line], list[Note]]:
    """Part a page's lines into its text and its footnotes.

    `size` is that of the text; notes are smaller, or stand below one of the `strokes` (places
    from the top). `going_on` says that the page before had notes: then the lines below a stroke
    may begin with the rest of one, which gets an empty number.
    """
    first = _foot(lines, size, strokes, going_on=going_on)
    notes: list[Note] = []
    raised = _raised(lines[:first])
    for line in lines[first:]:
        number = _begins(line, raised)
        if number:
            notes.append(Note(number, [line]))
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Note("", [line]))
    for note in notes:
        if note.number:
            _drop_number(note)
    return lines[:first], [note for note in notes if note.lines]


def _foot(lines: list[Line], size: float, strokes: Sequence[float], *, going_on: bool) -> int:
    """Return the index of the first line of the notes, the count of lines where there are none."""
    for stroke in strokes:
        first = next((n for n, line in enumerate(lines) if line.top > stroke - 1), len(lines))
        if first < len(lines) and (
            _begins(lines[first], _raised(lines[:first]))
            or (going_on and lines[first].size < _SMALL * size)
        ):
            return first
    small = len(lines)
    while small and lines[small - 1].size < _SMALL * size:
        small -= 1
    raised = _raised(lines[:small])
    return next((n for n in range(small, len(lines)) if _begins(lines[n], raised)), len(lines))


def _raised(lines: Sequence[Line]) -> set[str]:
    return {number for line in lines for word in line.words if (number := _mark_of(word, line))}


def _mark_of(word: Word, line: Line) -> str:
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
        number = _mark_of(word, line)
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
