"""Characters made regular, each repair with its place: nothing here changes what a text means."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

LOOK_ALIKES: Final = {"\N{LATIN CAPITAL LETTER ETH}": "Đ", "\N{LATIN SMALL LETTER ETH}": "đ",
                      "\N{LATIN CAPITAL LETTER AFRICAN D}": "Đ", "\N{FRACTION SLASH}": "/",
                      "\N{DIVISION SLASH}": "/", "\N{FULLWIDTH SOLIDUS}": "/"}  # fmt: skip
"""What looks like đ or the slash of a number (`87\u20442017`), and is written for it."""

_CYRILLIC: Final = dict(zip(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458",
    "ABEKMHOPCTXSIJaeopcyxsij", strict=True,
))  # fmt: skip
"""Letters that the software of scanners writes for Latin ones (`BYT-\u0412\u0421\u0422`); a word of
other Cyrillic letters is left as it is."""

_TO_LATIN: Final = str.maketrans(_CYRILLIC)

HYPHENS: Final = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
INVISIBLE: Final = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    "\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
)
"""Characters that show nothing."""

_BLANKS: Final = r"\t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS: Final = r"\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ufffe\uffff"

_SINGLETONS: Final = r"\u0340\u0341\u0374\u037e\u1f71-\u1fff\u2126\u212a\u212b"
"""Letters and marks that NFC replaces by another one."""

_NOTHING: Final = INVISIBLE + _CONTROLS
_MARKS: Final = r"\u0300-\u036f"
_CYRILLIC_RUN: Final = (
    rf"(?<![\u0400-\u04ff])[{''.join(_CYRILLIC)}]+(?![\u0400-\u04ff]|[{_NOTHING}]*[{_MARKS}])"
)
_IRREGULAR: Final = pattern(
    rf"[ {_BLANKS}][ {_BLANKS}{_NOTHING}]+ | [{_BLANKS}] | [{HYPHENS}] | [{_NOTHING}]"
    rf"| [{''.join(LOOK_ALIKES)}] | .[{_NOTHING}]*[{_MARKS}][{_MARKS}{_NOTHING}]*"
    rf"| [{_SINGLETONS}\ud800-\udfff]"
    rf"| {_CYRILLIC_RUN}",
    re.VERBOSE,
)
_ODD: Final = (
    rf"[{_BLANKS}{HYPHENS}{_NOTHING}{''.join(LOOK_ALIKES)}{_MARKS}{_SINGLETONS}\ud800-\udfff"
    rf"{''.join(_CYRILLIC)}]"
)
_MARK: Final = pattern(f"[{_MARKS}]")
_SUSPECT: Final = pattern(_ODD)
"""One class of all that may be irregular, but for two blanks: twelve times as fast to look for."""

_OF_ONE_NAME: Final = r"(?<=[A-ZĐ]{2},)[A-ZĐ]+(?:,[A-ZĐ]+)*&[A-ZĐ]"
"""Behind a comma that an office's short name holds (`Sở VH,TT&DL`): a joined word follows."""

_MISSET: Final = pattern(
    rf"""
    [ ] (?: (?<=[^\W\d_][ ]) (?: [,;:](?=[ ]|\Z|[^\W\d_]) | [.](?=[ ]|\Z) )
          | (?<=[(][ ])(?=\w)
          | (?=[)])(?<=\w[ ]) )
    | [,;:.](?=[^\W\d_]) (?: (?<=[^\W\d_][,;]) (?!{_OF_ONE_NAME}) | (?<=[^\W\d_]{{2}}:)
          | (?<=[{LOWER}]{{2}}[.])(?=[{UPPER}][{LOWER}]) )
    """,
    re.VERBOSE,
)
"""Blanks on the wrong side of a mark, or none after it (`các sở ,ngành`, `( nếu có )`)."""

_GLUED: Final = pattern(r"[,;:.](?=[^\W\d_])")
"""What no blank follows: much cheaper to look for."""

_SHOWS_NOTHING: Final = pattern(f"[{_NOTHING}]+")
_BLANK_RUN: Final = pattern(rf"[ {_BLANKS}][ {_BLANKS}{_NOTHING}]*\Z")


class Normalised(NamedTuple):
    """A regular text and how its offsets lead back: pairs of (offset here, offset there)."""

    text: str
    anchors: tuple[tuple[int, int], ...] = ()
    mended: bool = False

    def origin(self, offset: int) -> int:
        """Return the offset in the text as it was read.

        >>> normalise("a\u00a0 b").origin(2)
        3
        """
        index = bisect_right(self.anchors, (offset, 1 << 60)) - 1
        here, there = self.anchors[index] if index >= 0 else (0, 0)
        return there + offset - here

    def position(self, origin: int) -> int:
        """Return the offset here for one in the text as it was read."""
        index = bisect_right(self.anchors, origin, key=lambda pair: pair[1]) - 1
        here, there = self.anchors[index] if index >= 0 else (0, 0)
        following = self.anchors[index + 1][0] if index + 1 < len(self.anchors) else len(self.text)
        return min(here + origin - there, following)


def normalise(text: str) -> Normalised:
    r"""Return the text in NFC with regular blanks, hyphens and letters, stripped.

    >>> normalise("Số:   \u00d0\u00e3  ").text
    'Số: Đã'
    """
    if is_regular(text):
        return stripped(text)
    found = _repaired(text)
    return _set_right(found) if _is_misset(found.text) else found


def in_latin(text: str) -> str:
    r"""Return the text with Latin letters for the Cyrillic ones that scanners write for them.

    >>> in_latin("BYT-\u0412\u0421\u0422") == "BYT-BCT"
    True
    """
    return re.sub(_CYRILLIC_RUN, lambda match: match[0].translate(_TO_LATIN), text)


def marks_apart(text: str) -> int:
    r"""Return how many accents a text writes apart from their letters (Unicode tổ hợp, NFD).

    >>> marks_apart("Kê\u0301 hoa\u0323ch")
    2
    """
    return len(_MARK.findall(text))


def is_regular(text: str) -> bool:
    """Return whether nothing in a text is to be repaired, blanks at its ends apart."""
    if _SUSPECT.search(text) or "  " in text or _is_misset(text):
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def are_regular(texts: Iterable[str]) -> bool:
    """Return whether nothing in several texts is to be repaired; they are asked all at once."""
    return is_regular(" \n".join(texts))  # a mark at a text's end has a blank behind it, as at \Z


def _is_misset(text: str) -> bool:
    """Return whether a blank stands on the wrong side of a mark; what hardly any text has first."""
    if not (
        " ," in text or " ;" in text or " :" in text or " ." in text or "( " in text
        or " )" in text or _GLUED.search(text)
    ):  # fmt: skip
        return False
    return _MISSET.search(text) is not None


def stripped(text: str) -> Normalised:
    """Return a text in which nothing but the blanks at its ends is to be repaired."""
    short = text.strip()
    lead = len(text) - len(text.lstrip()) if len(short) < len(text) else 0
    return Normalised(short, ((0, lead),) if lead else ())


def _repaired(text: str) -> Normalised:
    pieces: list[str] = []
    anchors: list[tuple[int, int]] = []
    here = there = 0
    mended = False
    for match in _irregular(text):
        good = text[there : match.start()]
        new = _regular(match[0])
        if not here and not good.strip() and new == " ":
            new = ""
        pieces += (good, new)
        mended = mended or not match[0].isspace()
        here += len(good) + len(new)
        there = match.end()
        anchors.append((here, there))
    pieces.append(text[there:])
    return _composed("".join(pieces), anchors, mended=mended)


def _set_right(found: Normalised) -> Normalised:
    """Return the text with a blank after each mark between words and none before it.

    >>> normalise("kiểm tra , đôn đốc các sở,ngành ( nếu có )").text
    'kiểm tra, đôn đốc các sở, ngành (nếu có)'
    """
    text = found.text
    pieces: list[str] = []
    moved = [(0, 0)]
    here = there = 0
    for match in _MISSET.finditer(text):
        mark = match[0].lstrip(" ")
        glued = text[match.end() : match.end() + 1] not in {"", " "}
        pieces += (text[there : match.start()], mark, " " * (glued and bool(mark)))
        here += sum(map(len, pieces[-3:]))
        there = match.end()
        moved.append((here, there))
    right = Normalised("".join((*pieces, text[there:])), tuple(moved))
    anchors = {(here, found.origin(there)) for here, there in moved}
    anchors |= {(right.position(here), there) for here, there in found.anchors}
    return Normalised(right.text, tuple(sorted(anchors)), mended=True)


def _irregular(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be repaired, in order; a mark's letter stands before what looks odd."""
    odd = double = -1
    at = 0
    while True:
        if odd < at:
            suspect = _SUSPECT.search(text, at)
            odd = suspect.start() if suspect else len(text)
        if double < at:
            blanks = text.find("  ", at)
            double = blanks if blanks >= 0 else len(text)
        match = _IRREGULAR.search(text, max(at, min(odd, double) - 1))
        if match is None:
            return
        yield match
        at = match.end()


def _composed(text: str, anchors: list[tuple[int, int]], *, mended: bool) -> Normalised:
    inner = text.strip()
    lead = len(text) - len(text.lstrip())
    first = Normalised(text, tuple(anchors)).origin(lead)
    moved = [(0, first), *((here - lead, there) for here, there in anchors if here > lead)]
    if not unicodedata.is_normalized("NFC", inner):
        # Other scripts compose too (Hangul, kana); there the places are only near.
        inner = unicodedata.normalize("NFC", inner)
    return Normalised(inner, tuple(moved), mended)


def _regular(piece: str) -> str:
    if _BLANK_RUN.match(piece):
        return " "
    if piece in HYPHENS:
        return "-"
    if len(piece) == 1 and (piece in LOOK_ALIKES):
        return LOOK_ALIKES[piece]
    if piece[-1] in _CYRILLIC:
        return piece.translate(_TO_LATIN)
    if (len(piece) == 1 and not piece.isprintable()) or piece in INVISIBLE:
        return ""
    bare = _SHOWS_NOTHING.sub("", piece)
    return "".join(LOOK_ALIKES.get(c, c) for c in unicodedata.normalize("NFC", bare))
