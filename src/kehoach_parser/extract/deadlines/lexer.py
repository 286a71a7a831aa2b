"""The lexer: words of time in a text, and what stands between them.

One pass over the lower-cased text finds calendar atoms (`atoms.py`) and the words of
`lexicon/deadline_words.tsv`. The result is a string of one-letter codes with a token for each
letter; a blank (`GAP`) means that other words stand between two tokens. The grammar is written
over the names of the codes.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.atoms import LEADS, PATTERNS, READERS, Clock, Value
from kehoach_parser.lexicon.rows import rows

CODES: Final = {
    "GAP": " ", "COMMA": ",", "AND": "&", "DASH": "-", "SLASH": "/", "OPEN": "(", "CLOSE": ")",
    "FILLER": "_",
    "DATE": "D", "WEAKDATE": "j", "NUMBER": "n", "MONTHNAME": "M", "WEAKMONTH": "k",
    "QUARTERNAME": "q", "HALF": "h", "YEARNAME": "y", "YEARS": "Y", "BAREYEARS": "z",
    "BAREYEAR": "Z", "CLOCK": "c", "WEEKDAY": "w", "EVERY": "e", "NEXT": "x", "SEMESTER": "H",
    "DAY": "N", "MONTH": "T", "YEAR": "A", "QUARTER": "Q", "WEEK": "W", "PART": "o",
    "TIMEOFDAY": "B", "BEFORE": "b", "BY": "l", "UNTIL": "u", "END": "U", "WITHIN": "i", "AT": "v",
    "FROM": "f", "SINCE": "r", "AFTER": "s", "ATONCE": "g", "WHEN": "K", "PERIODIC": "P",
    "TIMES": "L", "LEAST": "m", "WORKING": "V", "OFTEN": "F", "WHOLE": "E", "TENURE": "J",
    "FINISH": "X", "REVIEW": "R", "SCHOOLYEAR": "S", "NOW": "a", "TET": "t",
}  # fmt: skip
"""The code of each token by its name in the tables; punctuation first."""

GAP: Final = CODES["GAP"]
_FILLERS: Final = ("là", "của", "khoảng", "thời điểm", "khoảng thời gian", "thời gian", ":")
_SEPARATORS: Final = {
    "": "", ",": ",", "và": "&", "hoặc": "&", ", và": "&", "-": "-", "–": "-", "—": "-",
    "/": "/", "(": "(", ")": ")", ";": "&", **dict.fromkeys(_FILLERS, "_"),
}  # fmt: skip
_LONGEST: Final = max(map(len, _SEPARATORS)) + 2


class Token(NamedTuple):
    """A word of time at `[start, end)`; separators have no value."""

    code: str
    start: int
    end: int
    value: Value | Clock = None


class Lexed(NamedTuple):
    """The codes as a string, and the token of each letter."""

    codes: str
    tokens: list[Token]


@cache
def _words() -> dict[str, tuple[str, int | None]]:
    found: dict[str, tuple[str, int | None]] = {}
    for row in rows("deadline_words"):
        for word in row["words"].split("; "):
            found[word] = CODES[row["token"]], int(row["value"]) if row["value"] else None
    return found


@cache
def _scanner() -> re.Pattern[str]:
    """Return the pattern of whatever may begin a token, grouped by first letter for speed."""
    groups: dict[str, list[str]] = {}
    for literal in (*_words(), *LEADS):
        groups.setdefault(literal[0], []).append(literal[1:])
    words = "|".join(
        f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})"
        for first, rest in sorted(groups.items())
    )
    return re.compile(rf"\b(?:\d|{words}|t(?=\.?\d))".replace(" ", r"\s"))


@cache
def _atoms(first: str) -> re.Pattern[str]:
    """Return the pattern of the atoms that begin with a word (`0`: any digit)."""
    found = [f"(?P<{name}>{regex})" for name, leads, regex in PATTERNS if first in leads.split()]
    return re.compile("|".join(found) or "(?!)", re.VERBOSE)


def lower(text: str) -> str:
    """Return the text in lower case, character by character (its length stays)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def lex(low: str, start: int = 0, end: int | None = None) -> Lexed:
    """Return the tokens of a lower-cased text between two offsets.

    >>> lex("trước ngày 15/11 hằng năm").codes
    'bNDe'
    """
    tokens: list[Token] = []
    last = start
    for match in _scanner().finditer(low, start, len(low) if end is None else end):
        at = match.start()
        if (at < last and tokens) or (at and _inside(low, at)):
            continue
        token = _token(low, match)
        if token is None:
            continue
        if tokens and (separator := _separator(low, last, at)):
            tokens.append(Token(separator, last, at))
        tokens.append(token)
        last = token.end
    return Lexed("".join([token.code for token in tokens]), tokens)


def _token(low: str, match: re.Match[str]) -> Token | None:
    """Return the atom that begins at a match, else the word of the table."""
    literal = match[0]
    atom = _atoms("0" if literal.isdigit() else literal.split()[0]).match(low, match.start())
    if atom:
        name = atom.lastgroup or ""
        kind, value = READERS[name](atom[0])
        return Token(CODES[kind], atom.start(), atom.end(), value)
    end = match.end()
    if literal not in _words() or (end < len(low) and low[end].isalnum()):
        return None
    code, number = _words()[literal]
    return Token(code, match.start(), end, number)


def _inside(low: str, at: int) -> bool:
    """Tell whether a match continues a number or code (`1.234`, `QĐ-12`)."""
    if not low[at].isdigit():
        return False
    return low[at - 1] in "/.,-_" and at > 1 and low[at - 2].isalnum()


def _separator(low: str, start: int, end: int) -> str:
    """Return the code of what stands between two tokens, empty for a blank."""
    if end - start > _LONGEST:
        return GAP
    gap = low[start:end]
    if "\n" in gap or " | " in gap:
        return GAP
    return _SEPARATORS.get(gap.strip(), GAP)
