"""The lexer: words of time in a text, and what stands between them.

One pass over the lower-cased text finds calendar atoms (`atoms`) and the words of
`lexicon/deadline_words.tsv`. The result is a string of one-letter codes with a token for each
letter; a blank (`GAP`) means that other words stand between two tokens. The grammar is written
over the names of the codes.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.atoms import LEADS, READERS, Clock, Value, patterns
from kehoach_parser.lexicon.rows import rows

CODES: Final = {
    "GAP": " ", "COMMA": ",", "AND": "&", "DASH": "-", "SLASH": "/", "OPEN": "(", "CLOSE": ")",
    "FILLER": "_",
    "DATE": "D", "WEAKDATE": "j", "NUMBER": "n", "MONTHNAME": "M", "WEAKMONTH": "k",
    "QUARTERNAME": "q", "HALF": "h", "YEARNAME": "y", "YEARS": "Y", "BAREYEARS": "z",
    "BAREYEAR": "Z", "CLOCK": "c", "WEEKDAY": "w", "EVERY": "e", "NEXT": "x",
    "WEEKNAME": "G", "SEMESTER": "H",
    "DAY": "N", "MONTH": "T", "YEAR": "A", "QUARTER": "Q", "WEEK": "W", "PART": "o",
    "TIMEOFDAY": "B", "BEFORE": "b", "BY": "l", "UNTIL": "u", "END": "U", "WITHIN": "i", "AT": "v",
    "FROM": "f", "SINCE": "r", "AFTER": "s", "ATONCE": "g", "WHEN": "K", "PERIODIC": "P",
    "TIMES": "L", "LEAST": "m", "WORKING": "V", "OFTEN": "F", "WHOLE": "E", "TENURE": "J",
    "FINISH": "X", "REVIEW": "R", "SCHOOLYEAR": "S", "NOW": "a", "TET": "t",
    "ADHOC": "d", "MINUTES": "p", "LUNARDAY": "O", "ISSUE": "I", "DECADE": "C", "WEAKSHORT": "#",
}  # fmt: skip
"""The code of each token by its name in the tables; punctuation first."""

GAP: Final = CODES["GAP"]
SEPARATORS: Final = frozenset(
    CODES[name] for name in ("GAP", "COMMA", "AND", "DASH", "SLASH", "OPEN", "CLOSE", "FILLER")
)
"""The codes of what stands between words of time."""
_FILLERS: Final = ("là", "của", "các", "khoảng", "thời điểm", "khoảng thời gian", "thời gian", ":")
_SEPARATOR_WORDS: Final = {
    "": "", ",": ",", "và": "&", "hoặc": "&", ", và": "&", "-": "-", "–": "-", "—": "-",
    "/": "/", "(": "(", ")": ")", ";": "&", **dict.fromkeys(_FILLERS, "_"),
}  # fmt: skip
_ORDINALS: Final = ("đợt ", "lần ", "khóa ", "bước ", "lớp ", "giai đoạn ")
_ORDINAL_LENGTH: Final = max(map(len, _ORDINALS))
_LONGEST: Final = max(map(len, _SEPARATOR_WORDS)) + 2


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


class _Tables(NamedTuple):
    """What the lexer looks up: what may begin a token, the atoms by first word, the words."""

    scanner: re.Pattern[str]
    atoms: dict[str, re.Pattern[str]]
    words: dict[str, tuple[str, int | None]]


@cache
def _tables() -> _Tables:
    words: dict[str, tuple[str, int | None]] = {}
    for row in rows("deadline_words"):
        for word in row["words"].split("; "):
            words[word] = CODES[row["token"]], int(row["value"]) if row["value"] else None
    return _Tables(_scanner((*words, *LEADS)), _atoms(), words)


def _scanner(literals: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of all literals, grouped by first letter (three times as fast)."""
    groups: dict[str, list[str]] = {}
    for literal in literals:
        groups.setdefault(literal[0], []).append(literal[1:])
    words = "|".join(
        f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})"
        for first, rest in sorted(groups.items())
    )
    return re.compile(rf"\b(?:\d|{words}|t(?=\.?\d))")


def _atoms() -> dict[str, re.Pattern[str]]:
    """Return for each first word (`0`: any digit) the pattern of the atoms that begin with it."""
    found: dict[str, list[str]] = {}
    for name, leads, pattern in patterns():
        for lead in leads:
            found.setdefault(lead, []).append(f"(?P<{name}>{pattern})")
    return {lead: re.compile("|".join(group)) for lead, group in found.items()}


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
    scanner, atoms, words = _tables()
    tokens: list[Token] = []
    last = start
    for match in scanner.finditer(low, start, len(low) if end is None else end):
        at = match.start()
        if (at < last and tokens) or (at and _inside(low, at)):
            continue
        literal = match[0]
        atom = atoms.get("0" if literal.isdigit() else literal.partition(" ")[0])
        token = (atom and _atom(atom.match(low, at))) or _word(low, match, words)
        if token is None:
            continue
        if tokens and (separator := _separator(low, last, at)):
            tokens.append(Token(separator, last, at))
        tokens.append(token)
        last = token.end
    return Lexed("".join([token.code for token in tokens]), tokens)


def _atom(match: re.Match[str] | None) -> Token | None:
    if match is None:
        return None
    kind, value = READERS[match.lastgroup or ""](match[0])
    return Token(CODES[kind], match.start(), match.end(), value)


def _word(low: str, match: re.Match[str], words: dict[str, tuple[str, int | None]]) -> Token | None:
    found = words.get(match[0])
    start, end = match.span()
    if found is None or (end < len(low) and low[end].isalnum()):
        return None
    return Token(found[0], start, end, found[1])


def _inside(low: str, at: int) -> bool:
    """Tell whether a match continues a number or code (`1.234`), or counts a turn (`đợt 1`)."""
    if not low[at].isdigit():
        return False
    if low[at - 1] == " ":
        return low.endswith(_ORDINALS, max(at - _ORDINAL_LENGTH, 0), at)
    return low[at - 1] in "/.,-_" and at > 1 and low[at - 2].isalnum()


def _separator(low: str, start: int, end: int) -> str:
    """Return the code of what stands between two tokens, empty for a blank."""
    if end - start > _LONGEST:
        return GAP
    gap = low[start:end]
    if "\n" in gap or " | " in gap:
        return GAP
    return _SEPARATOR_WORDS.get(gap.strip(), GAP)
