"""Lines that stand alone and are known: the State's name, types above titles, posts of signers."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from kehoach_parser.lexicon.ocr_words import bare, type_lines, whole_lines
from kehoach_parser.lexicon.signing import posts

_LEAST: Final = 12
_ALIKE: Final = 0.8
"""Letters at least of a line that every document has, and how like it is what was read."""

_LEAST_SHORT: Final = 6
_ALIKE_SHORT: Final = 0.9
"""The same of types and posts, which are short and like other words."""


def whole_line(text: str) -> str | None:
    """Return the known line that a line nearly is, or is but for marks; null for any other.

    >>> whole_line("LỤNG HÒA XÃ HỘI CHÙ NGHĨA VIỆT NAM")
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
    >>> whole_line("HƯNG DẪN"), whole_line("THỨ TRƯỞỠNG"), whole_line("QUY ĐỊNH")
    ('HƯỚNG DẪN', 'THỨ TRƯỞNG', None)
    """
    letters = bare(text)
    if letters in _shorter() or letters in posts():
        return None
    short = _most_alike(letters, _shorter(), _LEAST_SHORT, _ALIKE_SHORT) if text.isupper() else None
    if short:
        return _shorter()[short]
    line = _most_alike(letters, _longer(), _LEAST, _ALIKE)
    if line is None or (line != letters and line.startswith(letters)):
        return None  # a narrow cell breaks it: the next line goes on
    return _longer()[line].upper() if text.isupper() else _longer()[line]


def _most_alike(letters: str, lines: Iterable[str], least: int, alike: float) -> str | None:
    if len(letters) < least:
        return None
    like = {
        line: SequenceMatcher(None, letters, line, autojunk=False).ratio()
        for line in lines
        if 2 * min(len(line), len(letters)) >= alike * (len(line) + len(letters))
    }
    best = max(like, key=lambda line: (like[line], line), default="")
    return best if best and like[best] >= alike else None


@cache
def _longer() -> dict[str, str]:
    return {bare(line): line for line in whole_lines()}


@cache
def _shorter() -> dict[str, str]:
    """Return types and posts in capitals by their letters; `KT.` before a post is left out."""
    alone = {letters: post for letters, post in posts().items() if "." not in post}
    return {**alone, **{bare(line): line for line in type_lines()}}
