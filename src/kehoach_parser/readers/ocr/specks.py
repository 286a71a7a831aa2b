"""Specks and pen marks that stand among words: what is no text of a line is left out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.patterns import pattern

_SPECKS: Final = pattern(r"(?!\.{3,}|…|\./)[.,:;'`·–_-]+")
"""Not dots to write on, nor what ends a document (`./.`)."""

_BULLET: Final = pattern(r"[-–]")
_STOP: Final = pattern(r"[;:.,]")
_LONE: Final = pattern(r"[a-z]\.?")
_ENDED: Final = pattern(r".*[.;:/]\Z")
_FINAL: Final = pattern(r"\w*\W?(?:\./\.?|/\.)\W?")
"""What ends the text of a document; whoever drafted it signs behind."""

_MOST_BEHIND: Final = 3
_BEFORE: Final = pattern(r"[.,:;`·_]+(?=[^\W_]{2})")
_SURE: Final = 0.9


def cleaned(words: Sequence[Word]) -> list[Word]:
    """Return the words of a line without specks, and without what follows the end of the text.

    Of a line that has nothing but specks none are left.
    """
    if not any(char.isalnum() for word in words for char in word.text):
        return [] if all(_is_mark(word) for word in words) else list(words)
    found = _signed([_bare(word, first=not number) for number, word in enumerate(words)])
    while len(found) > 1 and _is_speck(found[-1], found[-2]):
        _attached(found.pop(), found[-1])
    while len(found) > 1 and _is_mark(found[0]):
        del found[0]
    return found


def _is_mark(word: Word) -> bool:
    return _SPECKS.fullmatch(word.text) is not None and not _BULLET.fullmatch(word.text)


def _bare(word: Word, *, first: bool) -> Word:
    """Return a word without a mark before its letters."""
    match = _BEFORE.match(word.text)
    if match and (first or word.text[match.end()].islower()):
        return replace(word, text=word.text[match.end() :])
    return word


def _signed(words: list[Word]) -> list[Word]:
    end = next((n for n, word in enumerate(words, 1) if _FINAL.fullmatch(word.text)), len(words))
    return words[:end] if len(words) - end <= _MOST_BEHIND else words


def _is_speck(word: Word, before: Word) -> bool:
    ended = _ENDED.match(before.text) is not None
    if _BULLET.fullmatch(word.text):
        return ended
    if _SPECKS.fullmatch(word.text):
        return True
    return ended and _LONE.fullmatch(word.text) is not None and (word.confidence or 0) < _SURE


def _attached(speck: Word, before: Word) -> None:
    """Give a stop that stands alone to the word that it ends."""
    if _STOP.fullmatch(speck.text) and before.text[-1].isalnum():
        before.text += speck.text
