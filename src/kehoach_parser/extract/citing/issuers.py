"""The issuer beside a number: its name read word by word, from the tables of bodies.

`lexicon/issuers.tsv` says of each word that begins a name what may follow: nothing (`body`), a
place or a body above (`open`, `level`), a body (`post`), or words up to a verb (`free`).
"""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.before import named_type
from kehoach_parser.lexicon.bodies import bodies
from kehoach_parser.lexicon.citation_words import words_of
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_REACH: Final = 170
_MOST_WORDS: Final = 16
_PLACE_WORDS: Final = 6
_LONGEST_PIECE: Final = 40
_END: Final = pattern(r"\s[Vv]/[Vv]\b|[;:\n|“”\"*\[]|(?<!TP)(?<!Tp)\.(?=[\s./]|\Z)|\s/\s")
_HEADS: Final = frozenset(
    ("sở", "phòng", "trường", "công đoàn", "trung tâm", "bệnh viện", "thường trực", "ban thường vụ",
     "ban chấp hành", "chủ tịch")
)  # fmt: skip
"""Heads that may stand in small letters before a proper name."""

_TERM: Final = pattern(
    r"[ ]?,?[ ]?(?P<open>\()?(?:khóa|khoá|Khóa|Khoá|KHÓA|KHOÁ)[ ]?(?:[IVX]+|[0-9]+)(?(open)\))"
)
_MEETING: Final = pattern(r"Hội nghị (?:lần thứ \w+(?: \w+)?|Trung ương \w+),? (?=Ban Chấp|BCH)")
_PLACE: Final = pattern(rf"(?:[ ](?:[-–][ ])?|[-–])(?P<word>[{UPPER}]\w*)")
_WARDS: Final = (" quận", " phường")
_WARD: Final = pattern(r"[ ]\d{1,2}(?![\d/])")
"""The number that is the name of a district or ward (`Quận 1`)."""

_WORD: Final = pattern(r",?[ ](?:[-–][ ])?(?P<word>[^\s,;:()]+)")
_LETTERS: Final = pattern(rf"[A-ZĐƯ&]{{2,8}}(?![\w&])(?![ ][{UPPER}]{{2}})")
_AGAINST: Final = pattern(r",[ ]chống[ ]")
"""How the field of a board goes on after a comma (`Ban Chỉ đạo phòng, chống dịch bệnh`)."""

STOPS: Final = words_of("issuer_stop")
_NO_PLACE: Final = words_of("no_place")


class Issuer(NamedTuple):
    """A name, and where its words end."""

    name: str
    end: int


class Piece(NamedTuple):
    """A folded beginning of a name and what may follow it."""

    words: str
    role: str


@cache
def _pieces() -> dict[str, tuple[Piece, ...]]:
    """Return the pieces by their first word, the longest first."""
    found = {fold(row["words"]): row["role"] for row in rows("issuers")}
    for body in bodies():
        if body.level == "territory":
            continue
        role = "body" if body.level == "central" else "open"
        for name in (body.name, *body.short):
            found.setdefault(fold(name), role)
    by_first: dict[str, list[Piece]] = {}
    for words in sorted(found, key=len, reverse=True):
        by_first.setdefault(words.split(" ")[0], []).append(Piece(words, found[words]))
    return {first: tuple(pieces) for first, pieces in by_first.items()}


def read_issuer(text: str, start: int) -> Issuer | None:
    """Return the issuer whose name begins at an offset.

    >>> text = "Ủy ban nhân dân tỉnh Hà Nam chuyển đổi"
    >>> read_issuer(text, 0).name
    'Ủy ban nhân dân tỉnh Hà Nam'
    """
    window = text[start : start + _REACH]
    stop = _END.search(window)
    name, end = read_name(window[: stop.start()] if stop else window)
    return Issuer(name, start + end) if name else None


@lru_cache(maxsize=4096)
def read_name(window: str) -> tuple[str, int]:
    """Return the name that a text begins with and where it ends, empty and 0 where none does.

    A level alone (`thị xã`) names nobody.
    """
    meeting = _MEETING.match(window)
    begin = meeting.end() if meeting else 0
    folded = fold(window)
    shouted = window[begin : begin + 12].isupper()
    at, only_level = _past_pieces(window, folded, begin, shouted=shouted)
    if at == begin or (only_level and window[begin].islower()):
        return "", 0
    at = len(window[:at].rstrip(" -–,"))
    term = _TERM.match(window, at)
    end = term.end() if term else at
    return window[begin:end].strip(), end


def _past_pieces(window: str, folded: str, begin: int, *, shouted: bool) -> tuple[int, bool]:
    """Return where the pieces of a name end, and whether it is a level without its place."""
    at, only_level = begin, False
    while (piece := _next_piece(window, folded, begin, at)) is not None:
        only_level = piece.role == "level" and at == begin
        at += len(piece.words)
        if piece.role == "free" or (shouted and piece.role in {"open", "level"}):
            return _free_end(window, folded, at), only_level
        if piece.role in {"open", "level"}:
            named = _place_end(window, at)
            only_level = only_level and named == at
            at = named
        at += piece.role == "post" and window.startswith(",", at)
        if piece.role == "body" or not window.startswith(" ", at):
            break
        at += 1
    return at, only_level


def _next_piece(window: str, folded: str, begin: int, at: int) -> Piece | None:
    """Return the piece of a name at an offset; only the first may be letters alone."""
    below = at > begin
    return _piece_at(folded, at, window, below=below) or (None if below else _acronym(window, at))


def _piece_at(folded: str, at: int, window: str, *, below: bool) -> Piece | None:
    """Return the longest piece at an offset; a name that no level begins has a capital.

    `below` another body it may lack it (`Ban Thường vụ tỉnh ủy`).
    """
    gap = folded.find(" ", at)
    first = folded[at:gap] if gap > 0 else folded[at:]
    for piece in _pieces().get(first.rstrip(",)("), ()):
        end = at + len(piece.words)
        after = folded[end : end + 1]
        if folded.startswith(piece.words, at) and not (after.isalnum() or after == "&"):
            if piece.role == "free" and " ".join(folded[at : at + 24].split(" ")[:2]) in STOPS:
                return None
            small = piece.role == "level" or piece.words.startswith("ủy ban")
            proper = piece.words in _HEADS and after == " " and window[end + 1 : end + 2].isupper()
            if small or proper or window[at].isupper() or (below and piece.words.endswith(" ủy")):
                return piece
            return None
    return None


def _acronym(window: str, at: int) -> Piece | None:
    """Return a body that only its letters name (`BCĐ tỉnh`), null where the text is in capitals."""
    match = _LETTERS.match(window, at)
    return Piece(match[0], "open") if match else None


def _place_end(window: str, at: int) -> int:
    """Return the end of the capitalised words after a level or an open name."""
    for _ in range(_PLACE_WORDS):
        ward = _WARD.match(window, at) if window[:at].lower().endswith(_WARDS) else None
        if ward:
            return ward.end()
        match = _PLACE.match(window, at)
        if match is None or _no_place(window, match):
            return at
        at = match.end()
    return at


def _no_place(window: str, match: re.Match[str]) -> bool:
    word = match["word"]
    begin = match.start("word")
    if fold(word) in _NO_PLACE or (len(word) > 1 and word.isupper()) or _begins_body(window, begin):
        return True
    pair = " ".join(window[begin : begin + 24].split(" ")[:2])
    return named_type(pair) is not None or fold(pair) in STOPS


def _begins_body(window: str, at: int) -> bool:
    """Return whether a body's name begins here, and no place (`Thanh tra`, not `Thanh Hóa`)."""
    ahead = fold(window[at : at + _LONGEST_PIECE])
    found = _pieces().get(ahead.split(" ", 1)[0].rstrip(",)("), ())
    return any(
        ahead.startswith(piece.words) and not ahead[len(piece.words) :][:1].isalnum()
        for piece in found
    )


def _free_end(window: str, folded: str, at: int) -> int:
    """Return where a name of unknown words ends: before a verb, a type word or a mark.

    An "và" before these joins the name to what is no part of it. A type may be its first word
    or stand behind a dash (`Vụ Kế hoạch - Tài chính`, `Phòng Tài chính - Kế hoạch`).
    """
    begun = end = at
    for _ in range(_MOST_WORDS):
        match = _WORD.match(window, at)
        if match is None or (match[0][0] == "," and not _AGAINST.match(window, at)):
            return end
        begin = match.start("word")
        pair = folded[begin : begin + 24].replace(",", "").split(" ")[:2]
        if window[begin].islower() or window[at - 1 : at].isupper():
            if pair[0] in STOPS or " ".join(pair) in STOPS:
                return end
            if pair[0] in {"và", "tới"} and not window[match.end() + 1 : match.end() + 2].isalpha():
                return end
        if at > begun and "- " not in match[0] and named_type(" ".join(pair).rstrip(" ,")):
            return end
        at = match.end()
        end = end if pair[0] == "và" else at
    return end
