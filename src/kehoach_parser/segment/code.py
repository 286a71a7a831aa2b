"""The number line of a document's head: `Số: 594/KH-UBND`, `Số 80-KH/TU`, `Số:      /KH-UBND`."""

import re
from typing import Final, NamedTuple

from kehoach_parser.lexicon.doctypes import DocType, is_party_code, type_of_code
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_TYPED: Final = r"(?:KH|QĐ|CT|CTr|NQ|TB|BC|CV|HD|KL|TTr)\s?/\s?[A-ZĐ]"
"""How a symbol begins that has no mark before it: `Số: 244 KH/ĐTN`, `Số: 41QĐ/ SNV`."""

_NUMBER_LINE: Final = pattern(
    rf"""
    (?:^|(?<=[\s|(\-_]))(?:Luật\s|Pháp\slệnh\s)?(?:(?:Số|SỐ|Sô)\s*[:.;]?|^(?:số|Sổ)\s?:)\s*
    (?P<number>\d[\d.]*[a-zA-ZđĐ]?(?=\s*[-–/]|\s{{0,3}}{_TYPED})|[.…_\s\[\]()xX]*(?=[-–/]))
    \s*(?P<gap>[-–/]|(?={_TYPED}))\s*
    (?P<symbol>
        (?:(?P<year>(?:19|20)\s?\d\s?\d)\s?/\s?)?
        [{UPPER}0-9][\w&.,+đĐ]*
        (?:\s?[-–/]\s?[{UPPER}0-9][\w&.+]*(?:,[A-Z]\w*)*|[-–/](?=\s|$))*
    )
    """,
    re.VERBOSE,
)
_BLANK: Final = " .…_\t\n[]()xX"
"""What stands where a number is still to be filled in (`Số: [   ]/KH-UBND`, `Số: xx/KH-UBND`)."""

_BLANK_NUMBER: Final = pattern(r"^(?:Số|SỐ)\s*[:.]?\s*[.…_\s]*$")
_SPACE: Final = pattern(r"\s+")


class Code(NamedTuple):
    """Số, ký hiệu as written: `number` is null while blank, `symbol` is the code without it."""

    number: str | None
    symbol: str
    code: str | None
    span: tuple[int, int]
    doc_type: DocType | None

    @property
    def is_party(self) -> bool:
        """Whether it has the Party's shape, number-TYPE/ORGAN."""
        return is_party_code(f"{self.number or '1'}-{self.symbol}") and "/" in self.symbol


def find_code(text: str, offset: int) -> Code | None:
    """Return the code in a line of the head; `offset` is the line's place in the text.

    >>> find_code("Số 80-KH/TU", 0).symbol
    'KH/TU'
    >>> find_code("Số:      /KH-UBND", 0).number is None
    True
    """
    match = _NUMBER_LINE.search(text)
    if match is None:
        return None
    number = match["number"].strip(_BLANK) or None
    symbol = _SPACE.sub("", match["symbol"]).replace("–", "-").strip("-/.,;")
    gap = match["gap"].replace("–", "-")
    whole = f"{number}{gap}{symbol}" if number else None
    bare = symbol.split("/", 1)[1] if match["year"] and "/" in symbol else symbol
    start = match.start("number") if number else match.start("symbol")
    end = match.start("symbol") + len(match["symbol"].rstrip())
    doc_type = type_of_code(f"{number or 1}{gap or '/'}{symbol}")
    return Code(number, bare, whole, (offset + start, offset + end), doc_type)


def is_blank_number(text: str) -> bool:
    """Return whether a line is `Số:` with nothing behind it."""
    return _BLANK_NUMBER.match(text) is not None
