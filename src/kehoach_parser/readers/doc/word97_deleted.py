"""Words of a .doc that tracked changes deleted or that are hidden: anydoc would read them.

A soft hyphen is put into the place of each of their characters, which anydoc drops.
"""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.readers.doc.word97_text import Piece, Streams, operands, shared

_RUNS_AT: Final = 0xFA
_GONE: Final = frozenset((0x0800, 0x083C))
"""What a run says that is marked as deleted (sprmCFRMarkDel) or hidden (sprmCFVanish)."""

_SIGNS: Final = tuple(code.to_bytes(2, "little") + b"\x01" for code in sorted(_GONE))
_DROPPED: Final = 0x1F
_TEXT: Final = frozenset((0x09, 0x0B, *range(0x20, 0x100)))
"""Characters of words; marks of paragraphs, cells, fields and pictures stay."""


def without_deleted(streams: Streams, pieces: list[Piece]) -> bytes | None:
    """Return the main stream without such words, null where there are none."""
    if not any(sign in streams.main for sign in _SIGNS):
        return None
    gone = sorted(_spans(streams))
    main = bytearray(streams.main)
    for piece in pieces if gone else ():
        end = piece.at + (piece.last - piece.first) * piece.width
        for first, last in shared(gone, piece.at, end):
            _drop(main, piece, first, last)
    return bytes(main) if gone else None


def _spans(streams: Streams) -> Iterator[tuple[int, int]]:
    for start, end, page, at in streams.paged(_RUNS_AT, 1):
        said = page[at + 1 : at + 1 + page[at]] if at else b""
        if any(code in _GONE and operand[:1] == b"\x01" for code, operand in operands(said)):
            yield start, end


def _drop(main: bytearray, piece: Piece, start: int, end: int) -> None:
    for at in range(start, end - piece.width + 1, piece.width):
        if main[at] in _TEXT or any(main[at + 1 : at + piece.width]):
            main[at : at + piece.width] = _DROPPED.to_bytes(piece.width, "little")
