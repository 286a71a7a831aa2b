"""Numbers of documents: State, Party, normative, Assembly, unions, companies, standards.

The grammar: NUMBER [-/] [YEAR /] PART ([-/.] PART)*, with blanks and dashes as clerks leave
them. A PART is Latin letters with Đ and Ư, so no Vietnamese word is one.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.doctypes import DocType, type_by_code, type_of_code
from kehoach_parser.text.letters import SYLLABLE_OR_NUMBER
from kehoach_parser.text.patterns import pattern

_GAP: Final = r"[ ]{0,3}"
_PART: Final = r"[A-ZĐƯ][A-Za-zĐđƯ0-9&]*"
_UPPER: Final = r"(?:[A-ZĐƯ&]{2,}[0-9]{0,2}|TTg|CTr|TTr)"

CODE: Final = pattern(
    rf"""
    (?P<number>[0-9](?:(?<!\w[0-9])|(?<=[sS]ố[0-9]))(?<![0-9][.,:/\-–][0-9])[0-9]{{0,5}}(?:\.[0-9]{{1,4}})?(?:[a-zA-Z](?![A-ZĐ]))?)
    (?P<mark>{_GAP}[-–/]{_GAP}|\.(?=[A-ZĐ]{{2}})|[ ]?(?=(?:QĐ|NQ|CT|KH|TB|BC|CV|TT|KL|HD|NĐ)[-/]))
    (?:(?P<year>(?:19|20)[0-9]{{2}})[ ]?[-–/]?{_GAP})?
    (?P<symbol>{_PART}(?:[ ][-–/][ ]{_UPPER})?
        (?: [-–/.,&+]{_PART} | [ ][-–/]{_UPPER} | [-–/]{_GAP}{_UPPER} ){{0,7}}
        (?: (?<=QH)[ ]1[0-9] | (?<=BGD)[ ]ĐT | ,[ ][A-ZĐ]{{2,6}}(?:&[A-ZĐ]{{2,6}})?(?=[ ]ngày) )?
    )(?!\w)
    """,
    re.VERBOSE,
)
"""A number with its symbol, wherever it stands; whether it is one, the words around tell.

Blanks that slip in are read over where nothing else can stand (`43/2013/QH 13`, `TT-BGD ĐT`).
"""

STANDARD: Final = pattern(
    r"""CVN(?<=[QT]CVN)(?:[ ](?:ISO|IEC|ISO/IEC|HACCP))?[ ]?[0-9](?:[0-9.\-]*[0-9])?
    (?:[ ]?:[ ]?(?P<year>(?:19|20)[0-9]{2}))?(?:/[A-ZĐ][A-ZĐa-z]*)?""",
    re.VERBOSE,
)
"""A technical standard: `QCVN 102:2016/BTTTT`, `TCVN ISO 9001:2015`."""

ODD: Final = pattern(r"ố[ ](?P<code>(?=[^\s,;()]{0,30}[0-9])[A-ZĐ][A-ZĐa-z0-9.&]*[-/][\w./&-]*\w)")
"""A company's number that begins with letters, after `số`: `YBX-SA032/26-LR`."""

_GLUED: Final = pattern(
    r"\b(NQ|QĐ|QD|CT|KH|NĐ|ND|TT(?!CP)|BC|TB|CĐ|KL|HD|TTr|CTr)(CP|TTg|UBND|HĐND|TW|TU|BTC|BNV)\b"
)
_UNPARTED: Final = pattern(r"\A(?P<number>[0-9.]+)(?=[A-ZĐ]{2,4}[-/])")
_ASSEMBLY: Final = pattern(r"(?:UBTV)?QH[0-9IVX]{1,4}\Z")
_YEAR: Final = pattern(r"[/:-](?P<year>(?:19|20)[0-9]{2})(?![0-9])")
_NUMBER: Final = pattern(r"[0-9](?:[0-9.]*[0-9])?(?:[a-zA-Z](?![A-Za-zĐ]))?")
_SEPARATORS: Final = pattern(r"[-/.&,:+]+")
_CASES: Final = {"TTG": "TTg", "CTR": "CTr", "TTR": "TTr", "Ttg": "TTg"}


class Code(NamedTuple):
    """A code as it is written but tidy, its key, its type (null: none in it) and its year."""

    code: str
    key: str
    number: str
    doctype: DocType | None
    year: int | None
    normative: bool


@lru_cache(maxsize=4096)
def tidy(raw: str) -> Code:
    """Return what a raw code says.

    >>> tidy("157- KH/TU").code, tidy("42/2022/NĐCP").key == tidy("42/2022/NĐ-CP").key
    ('157-KH/TU', True)
    """
    code = "".join(raw.split()).replace("–", "-").rstrip(".,-/&")
    code = SYLLABLE_OR_NUMBER.sub(lambda match: _CASES.get(match[0], match[0]), code)
    spread = _GLUED.sub(r"\1-\2", _UNPARTED.sub(r"\g<number>/", code))
    number = _NUMBER.match(spread)
    symbol = spread[number.end() :] if number else spread
    year = _YEAR.search(code)
    bare = same_number(number[0]) if number else ""
    normative = year is not None or is_assembly(code)
    return Code(code, bare + _folded(symbol), bare or code, type_of_code(spread),
                int(year["year"]) if year else None, normative)  # fmt: skip


def is_assembly(code: str) -> bool:
    """Return whether a code is the National Assembly's, which bears no type.

    >>> is_assembly("72/2025/QH15"), is_assembly("72/NQ-CP")
    (True, False)
    """
    return _ASSEMBLY.search(code) is not None


def same_number(number: str) -> str:
    """Return a number without leading zeros, the form in which `8` and `08` meet."""
    return number.lstrip("0").lower() or "0"


def _folded(symbol: str) -> str:
    """Return a symbol's letters: the first type in its right letters, the rest without bars."""
    folded: list[str] = []
    doctype = None
    for part in filter(None, _SEPARATORS.split(symbol)):
        found = type_by_code(part) if doctype is None and not part.isdigit() else None
        doctype = doctype or found
        plain = part.upper().replace("Đ", "D").replace("Ư", "U")
        folded.append(f"<{found.code}>" if found else plain)
    return "".join(folded)
