"""Old Vietnamese encodings: letters as codes of one or two bytes that fonts of their own draw.

Text in them reads as Western European letters and signs: `KÕ ho¹ch` in TCVN3 (ABC), `Keá hoaïch`
in VNI-Windows. Whether a text is one is judged in `text.legacy_evidence`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise, zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.text.capitals import enlarged, with_capitals
from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.legacy_names import BKHCM2, TCVN3, VISCII, VNI, VPS
from kehoach_parser.text.patterns import alternatives, pattern

_COLUMNS: Final = {TCVN3: 1, VNI: 2, VISCII: 3, VPS: 4, BKHCM2: 5}
_TABLE: Final = Path(__file__).with_name("legacy_letters.tsv")
_SIGNS: Final = "\xa1-\xbe\xd7\xf7"
"""Codes of TCVN3 that are signs, not letters, in Latin-1."""

_LONE_SIGN: Final = pattern(
    rf"(?<![A-Za-z{_SIGNS}\xc0-\xff])[{_SIGNS}](?![A-Za-z{_SIGNS}\xc0-\xff])"
)
"""A sign with no letter beside it."""


class Font(NamedTuple):
    """What a font's name says of the text in it; `capitals` that small letters look large."""

    encoding: str
    capitals: bool = False


_FONT: Final = pattern(
    r"""
    (?:[A-Z]{6}\+)?                                         # a part of a font, in PDFs
    (?: (?P<tcvn3>\.[Vv][Nn](?=[A-Za-z0-9])|[Vv]n(?=[A-Z][a-z]))
    | (?i:VNI)(?=[-\s_A-Z]) )
    """,
    re.VERBOSE,
)
_SYMBOLS: Final = pattern(r"(?:[A-Z]{6}\+)?(?:Symbol|Wingdings|Webdings|Marlett|ZapfDingbats)")
_QUOTES: Final = "\"' \t\r\n"
_STYLED: Final = pattern(r"(?:[,-]?(?:Bold|Italic|Regular|Normal|MT|[-, ]))+\Z", re.IGNORECASE)


@lru_cache(maxsize=1024)
def font_of(name: str) -> Font | None:
    """Return what a font's name says, null for one of Unicode; PDFs put a tag before it.

    >>> font_of(".VnTimeH"), font_of("ABCDEF+VNI-Times,Bold"), font_of("Times New Roman")
    (Font(encoding='tcvn3', capitals=True), Font(encoding='vni-windows', capitals=False), None)
    """
    name = name.strip(_QUOTES)
    match = _FONT.match(name)
    if match is None:
        return None
    if not match["tcvn3"]:
        return Font(VNI)
    return Font(TCVN3, _STYLED.sub("", name).endswith(("H", "h")))


@lru_cache(maxsize=1024)
def draws_symbols(name: str) -> bool:
    """Return whether a font draws signs in the place of letters: what they stand for is unknown.

    >>> draws_symbols("Wingdings 2"), draws_symbols(".VnTime")
    (True, False)
    """
    return _SYMBOLS.match(name.strip(_QUOTES)) is not None


@cache
def codes(encoding: str) -> dict[str, str]:
    """Return the letters of an encoding by their codes, read as Latin-1.

    In VNI the mark after a capital may be that of a small letter (`Uûy ban`).
    """
    rows = [line.split("\t") for line in _TABLE.read_text("utf-8").splitlines()[1:]]
    column = _COLUMNS[encoding]
    found = {bytes.fromhex(row[column]).decode("latin-1"): row[0] for row in rows if row[column]}
    if encoding == VNI:
        found |= {code[0] + code[1].lower(): letter for code, letter in found.items()
                  if len(code) > 1 and code[0].isupper()}  # fmt: skip
    return found


@cache
def code_pattern(encoding: str) -> re.Pattern[str]:
    """Return the pattern of one code; those of two letters come first."""
    return compiled(alternatives(codes(encoding)))


@cache
def _letters(encoding: str) -> dict[int, str]:
    """Return the table for `str.translate` of an encoding whose codes are one letter each."""
    return {ord(code): letter for code, letter in codes(encoding).items()}


def decode(text: str, encoding: str, *, capitals: bool = False) -> str:
    """Return a text in Unicode; `capitals` says that its font draws small letters large.

    >>> decode("KÕ HO¹CH n¨m 2026", TCVN3), decode("Keá hoaïch naêm 2026", VNI)
    ('KẾ HOẠCH năm 2026', 'Kế hoạch năm 2026')
    """
    return decode_parts((text,), encoding, (capitals,))[0]


def decode_parts(
    texts: Sequence[str], encoding: str, capitals: Iterable[bool] = ()
) -> tuple[str, ...]:
    """Return the parts of one text in Unicode; a code that two parts share goes to the first.

    `capitals` says of each part whether its font draws small letters large.
    """
    whole = "".join(texts)
    edges = list(accumulate(map(len, texts), initial=0))
    if encoding == TCVN3:
        shown = _cut(_translated(whole), edges)
        drawn = (enlarged(part) if large else part for part, large in zip_longest(shown, capitals))
        whole = with_capitals("".join(drawn))
    elif len(max(codes(encoding), key=len)) == 1:
        whole = whole.translate(_letters(encoding))
    else:
        whole, edges = _joined(whole, edges, encoding)
    return tuple(_cut(whole, edges))


def _cut(text: str, edges: list[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise(edges)]


def _translated(text: str) -> str:
    """Return TCVN3 text in Unicode, signs that stand alone kept.

    A bullet `·`, a quotation mark or a paragraph sign may stand in it from another font.
    """
    decoded = text.translate(_letters(TCVN3))
    closed = text.rfind("»")
    alone = [m.start() for m in _LONE_SIGN.finditer(text) if not _is_letter(m, closed)]
    if not alone:
        return decoded
    kept = list(decoded)
    for place in alone:
        kept[place] = text[place]
    return "".join(kept)


def _is_letter(match: re.Match[str], closed: int) -> bool:
    """Return whether a sign alone is a word or an abbreviation all the same.

    `®` is the currency (`5.000 ®`), `«` is "ô" where no quotation ends behind it (`closed` is
    the last place of `»`), `§` before a point or a stroke begins `§/c`, `§.`.
    """
    sign, end = match[0], match.end()
    if sign == "§":
        return match.string[end : end + 1] in {".", "/", "-"}
    return sign == "®" or (sign == "«" and closed < end)


def _joined(text: str, edges: list[int], encoding: str) -> tuple[str, list[int]]:
    """Return a text of codes of one or two letters in Unicode, and where its parts end there."""
    letters = codes(encoding)
    pieces: list[str] = []
    doubles: list[int] = []
    at = 0
    for match in code_pattern(encoding).finditer(text):
        pieces += (text[at : match.start()], letters[match[0]])
        at = match.end()
        if len(match[0]) > 1:
            doubles.append(match.start())
    pieces.append(text[at:])
    # A code that an edge cuts goes to the part where it begins.
    return "".join(pieces), [edge - bisect_right(doubles, edge - 2) for edge in edges]


def letter_places(text: str, encoding: str) -> Iterator[int]:
    """Yield for each letter of a decoded text where its code begins.

    >>> list(letter_places("keá hoaïch", VNI))
    [0, 1, 3, 4, 5, 6, 8, 9]
    """
    at = 0
    for match in code_pattern(encoding).finditer(text):
        yield from range(at, match.start() + 1)
        at = match.end()
    yield from range(at, len(text))
