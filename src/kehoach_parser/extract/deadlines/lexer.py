"""The lexer: words of time in a text, and what stands between them.

One pass over the lower-cased text finds calendar atoms (`atoms`) and the words of
`lexicon/deadline_words.tsv`. The result is a string of one-letter codes with a token for each
letter; a blank (`GAP`) means that other words stand between two tokens. The grammar is written
over the names of the codes.
"""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.atoms import LEADS, READERS, Clock, Value, patterns
from kehoach_parser.extract.deadlines.trie import trie_pattern
from kehoach_parser.lexicon.rows import listed, rows
from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.patterns import pattern

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
    "ADHOC": "d", "MINUTES": "p", "ISSUE": "I", "DECADE": "C", "WEAKSHORT": "#", "LAST": "O",
    "HAPPENS": "*", "HALFUNIT": "@", "SEASON": "%", "FEAST": "$", "SESSION": "~",
}  # fmt: skip
"""The code of each token by its name in the tables; punctuation first."""

GAP: Final = CODES["GAP"]
SEPARATORS: Final = frozenset(
    CODES[name] for name in ("GAP", "COMMA", "AND", "DASH", "SLASH", "OPEN", "CLOSE", "FILLER")
)
"""The codes of what stands between words of time."""
_FILLERS: Final = (
    "là",
    "của",
    "các",
    "những",
    "mùng",
    "mồng",
    "khoảng",
    "thời điểm",
    "khoảng thời gian",
    "thời gian",
    ":",
)
_SEPARATOR_WORDS: Final = {
    "": "", ",": ",", "và": "&", "hoặc": "&", ", và": "&", ", các": ",",
    "-": "-", "–": "-", "—": "-", "->": "-", "→": "-", "à": "-", "÷": "-",
    "/": "/", "(": "(", ")": ")", ";": "&", **dict.fromkeys(_FILLERS, "_"),
}  # fmt: skip
_ORDINALS: Final = ("đợt ", "lần ", "chuyến ", "khóa ", "bước ", "lớp ", "giai đoạn ")
_NOT_INSIDE: Final = r"(?<![^\W_][/.,_-])" + "".join(f"(?<!{word})" for word in _ORDINALS)
"""A digit that continues no number or code (`1.234`), and counts no turn (`đợt 1`)."""
_COUNTED: Final = r"(?<=/)(?=\d\d? lần)"  # `tháng/01 lần`
_RANGE_END: Final = r"(?:(?<=/\d{4}-)|(?<=\d/\d-)|(?<=\d/\d\d-))(?=\d\d?/\d\d?(?:/\d{4})?(?![\d/]))"
"""A date after a date and a dash without blanks: `29/6/2026-09/7/2026`, `02/3-07/3`."""
_CLOCK_RANGE: Final = r"(?:(?<=\d[hg]-)|(?<=[hg]\d\d-)|(?<=:\d\d-))(?=\d{1,2}(?:[hg:]|\sgiờ))"
"""A clock after another and a dash without blanks: `07h30-10h00`."""
_NO_TIME: Final = (
    r"(?!\d{1,4}(?:/[^\d\s]| \d))(?!\d+(?:[,.]\d+)?\s?%)"  # codes, figures in a row, shares
    r"(?!(?<=\n)\d\d?(?:\.\d{1,2}){0,3}(?:[.)]\s|\s\|))"  # labels of paragraphs and rows
)
_NO_WORD: Final = "[^0-9a-z_ß-ỹ]"
"""What stands before a word of a text in lower case: a set of characters to begin with is sought
much faster than the place where a word begins."""

_WORD_ENDS: Final = r"(?![^\W\d])"  # a digit may be glued to the word: `ngày15/5`
_ONCE: Final = ("DAY", "MONTH", "QUARTER")
"""Words that say nothing before themselves (`năm năm` are five years)."""
_OPENING: Final = 80
"""Characters within which a word that opens a text is known, with what must or may not follow."""

_LONGEST: Final = max(map(len, _SEPARATOR_WORDS)) + 2


class Token(NamedTuple):
    """A word of time at `[start, end)`; separators have no value."""

    code: str
    start: int
    end: int
    value: Value | Clock = None


Raw = tuple[str, int, int, Value | Clock]
"""A token's fields: most tokens of a text begin no expression and are never made into records."""


_BETWEEN: Final[Raw] = (GAP, 0, 0, None)
"""What stands for any other words: no expression runs over them, so their place is not kept."""


class Lexed(NamedTuple):
    """The codes as a string, and the fields of the token of each letter."""

    codes: str
    tokens: list[Raw]


_DIGIT: Final = "0"
"""What stands for any digit in the table of atoms."""


class _Atoms(NamedTuple):
    """The names of some atoms, and their pattern: a group for each, the first that fits counts."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]


class _Known(NamedTuple):
    """What may stand where a literal does: atoms that begin with it, or the word."""

    atoms: tuple[_Atoms, ...]
    code: str | None
    value: int | None = None


class _Tables(NamedTuple):
    """What the lexer looks up: what may begin a token, and what it may be."""

    scanner: re.Pattern[str]
    known: dict[str, _Known]


@cache
def _tables() -> _Tables:
    atoms = _atoms()
    known = {literal: _Known(atoms[literal.partition(" ")[0]], None) for literal in LEADS}
    known |= dict.fromkeys("0123456789", _Known(atoms[_DIGIT], None))
    aheads = {**LEADS}
    for row in rows("deadline_words"):
        value = int(row["value"]) if row["value"] else None
        for word in listed(row["words"]):
            found = atoms.get(word.partition(" ")[0], ())
            known[word] = _Known(found, CODES[row["token"]], value)
            said_twice = f"(?! {word}(?!\\w))" if row["token"] in _ONCE else ""
            aheads[word] = _WORD_ENDS + said_twice
    continues = rf"(?:{_NOT_INSIDE}|{_COUNTED}|{_RANGE_END}|{_CLOCK_RANGE})"
    digit = rf"(?=\d){_NO_TIME}{continues}\d"  # a digit first: most words are none
    firsts = "".join(sorted({literal[0] for literal in known}))
    scanner = rf"{_NO_WORD}(?=[{firsts}])({digit}|{trie_pattern(aheads)})"
    return _Tables(compiled(scanner), known)


def _atoms() -> dict[str, tuple[_Atoms, ...]]:
    """Return for each first word (`0`: any digit) the atoms that begin with it.

    Those of digits, which most tokens are, have one pattern; words share theirs.
    """
    found: dict[str, tuple[_Atoms, ...]] = {}
    digits: dict[str, str] = {}
    for name, leads, regex in patterns():
        atom = _Atoms((name,), pattern(f"({regex})"))  # compiled when one of its words is met
        for lead in leads:
            found[lead] = (*found.get(lead, ()), atom)
        if _DIGIT in leads:
            digits[name] = f"({regex})"
    found[_DIGIT] = (_Atoms(tuple(digits), pattern("|".join(digits.values()))),)
    return found


def lex(low: str, start: int = 0, end: int | None = None) -> Lexed:
    """Return the tokens of a lower-cased text between two offsets.

    >>> lex("trước ngày 15/11 hằng năm").codes
    'bNDe'
    """
    stop = len(low) if end is None else end
    if start or not _tables().scanner.match("\n" + low[:_OPENING]):
        return _lexed(low, start, stop)
    codes, tokens = _lexed("\n" + low, 1, stop + 1)
    return Lexed(codes, [(code, at - 1, stop - 1, value) for code, at, stop, value in tokens])


def _lexed(low: str, start: int, end: int) -> Lexed:
    """Return the tokens between two offsets; one at the text's own start is not seen."""
    scanner, known = _tables()
    tokens: list[Raw] = []
    last = start
    for match in scanner.finditer(low, max(start - 1, 0), end):
        at = match.start(1)
        if at < last:
            continue
        atoms, code, value = known[match[1]]
        token = _first(atoms, low, at) if atoms else None
        if token is None:
            if code is None:
                continue
            token = (code, at, match.end(), value)
        if tokens:
            separator = _separator(low[last:at]) if at - last <= _LONGEST else GAP
            if separator == GAP:
                tokens.append(_BETWEEN)
            elif separator:
                tokens.append((separator, last, at, None))
        tokens.append(token)
        last = token[2]
        if "0" <= low[last : last + 1] <= "9":  # `ngày15/5`: the scanner sees no word begin there
            glued = _first(known[_DIGIT].atoms, low, last)
            if glued:
                tokens.append(glued)
                last = glued[2]
    return Lexed("".join([token[0] for token in tokens]), tokens)


def _first(atoms: tuple[_Atoms, ...], low: str, at: int) -> Raw | None:
    """Return the token of the first atom that stands at a place."""
    for names, regex in atoms:
        match = regex.match(low, at)
        if match and match.lastindex:
            code, value = _reading(names[match.lastindex - 1], match[0])
            return code, at, match.end(), value
    return None


@lru_cache(maxsize=4096)
def _reading(name: str, text: str) -> tuple[str, Value | Clock]:
    """Return the code and value of an atom; a document says the same years and days often."""
    kind, value = READERS[name](text)
    return CODES[kind], value


@lru_cache(maxsize=4096)
def _separator(gap: str) -> str:
    """Return the code of what stands between two tokens, empty for a blank."""
    if "\n" in gap or " | " in gap:
        return GAP
    return _SEPARATOR_WORDS.get(gap.strip(), GAP)
