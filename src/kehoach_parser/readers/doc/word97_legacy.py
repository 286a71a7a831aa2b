"""A .doc in TCVN3, made ready for anydoc: it drops soft hyphens, which are the letter ư there.

Nor does it tell fonts, of which some draw small letters as capitals. Both are put into the bytes
of the text, character by character in its place, before anydoc reads them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.readers.doc.word97_fonts import capital_spans
from kehoach_parser.readers.doc.word97_text import Piece, Streams, shared
from kehoach_parser.text.legacy import Font
from kehoach_parser.text.legacy_evidence import is_unicode
from kehoach_parser.text.legacy_judge import Judge, Passage
from kehoach_parser.text.legacy_names import TCVN3
from kehoach_parser.text.patterns import pattern

_PARAGRAPH: Final = pattern(r"[^\r\x07\x0b\x0c]+")
_SOFT: Final = frozenset(b"\x1f\xad")
_SMALL: Final = frozenset(b"abcdefghijklmnopqrstuvwxyz")
STAND_INS: Final = "¯´²³ºÿ"
"""Signs of Windows-1252 that are no code of TCVN3; the first that a text lacks stands for ư."""


class Mended(NamedTuple):
    """The main stream with its ư as `stand_in`, empty where the text uses all of them."""

    main: bytes
    stand_in: str


def mended(streams: Streams, pieces: list[Piece], size: int) -> Mended | None:
    """Return the main stream with ư and capitals put in, null where no paragraph is in TCVN3."""
    text = streams.text(pieces, 0, size)
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    old = [span for span, font in _fonts(text, paragraphs) if font and font.encoding == TCVN3]
    if not old:
        return None
    stand_in = next((sign for sign in STAND_INS if sign not in text), "")
    main = bytearray(streams.main)
    for start, end in old if stand_in else ():
        for piece, first, last in _stretches(pieces, start, end):
            _write(main, piece, first, last, stand_in)
    large = capital_spans(streams)
    for start, end in paragraphs if large else ():
        if not is_unicode(text[start:end]):  # words in ASCII too
            for piece, first, last in _stretches(pieces, start, end):
                for span in shared(large, first, last):
                    _enlarge(main, piece, *span)
    return Mended(bytes(main), stand_in)


def _fonts(
    text: str, paragraphs: list[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], Font | None]]:
    """Yield each paragraph's place with what its words are to be decoded as."""
    words = (text[start:end].replace("\x1f", "\xad") for start, end in paragraphs)
    return zip(paragraphs, Judge().fonts([Passage(each) for each in words]), strict=True)


def _stretches(pieces: list[Piece], start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
    """Yield the bytes at which the characters between two places stand, piece by piece."""
    at = max(bisect_right(pieces, start, key=lambda piece: piece.first) - 1, 0)
    while at < len(pieces) and pieces[at].first < end:
        piece = pieces[at]
        first, last = max(start, piece.first), min(end, piece.last)
        if first < last:
            begin = piece.at + (first - piece.first) * piece.width
            yield piece, begin, begin + (last - first) * piece.width
        at += 1


def _write(main: bytearray, piece: Piece, start: int, end: int, sign: str) -> None:
    """Put a sign where soft hyphens are."""
    new = ord(sign).to_bytes(piece.width, "little")
    for at in range(start, end - piece.width + 1, piece.width):
        if main[at] in _SOFT and not any(main[at + 1 : at + piece.width]):
            main[at : at + piece.width] = new


def _enlarge(main: bytearray, piece: Piece, start: int, end: int) -> None:
    """Make small letters of ASCII large."""
    for at in range(start, end - piece.width + 1, piece.width):
        if main[at] in _SMALL and not any(main[at + 1 : at + piece.width]):
            main[at] -= 0x20
