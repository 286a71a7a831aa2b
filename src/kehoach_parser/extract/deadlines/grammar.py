"""The grammar: time expressions over the codes of the lexer.

    expression := recurrence | range | term | stretch | event | often
    recurrence := "định kỳ"? limit? (day | month | weekday | number) every
    range      := "từ" clock? day ("đến" "hết"?) day
    term       := limit? number unit "làm việc"? ("kể từ" …)?
    stretch    := clock? limit? part? (day | week | month | quarter | half | year)
    event      := ("trước" | "ngay"? "sau") "khi" …
    limit      := "trước" | "chậm nhất" "là"? | "đến" "hết"? | "trong" | "vào" | "từ" | "sau"
    part       := "đầu" | "giữa" | "cuối"

Each form is a row of `lexicon/deadline_forms.tsv`, written with the names of the codes and of
the groups below; the first row that fits at a place wins. `builders` turns its tokens into
expressions.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from kehoach_parser.extract.deadlines.builders import BUILDERS
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.lexer import CODES, GAP, Raw, Token, lex
from kehoach_parser.extract.deadlines.run import Run
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.patterns import pattern

GROUPS: Final = {
    "LIMIT": "BY FILLER? COMMA? (BEFORE|UNTIL|WITHIN|AT)? END? FILLER?"
    "|(UNTIL (END|BEFORE)?|WITHIN (AT|END|UNTIL)?|(BEFORE|END|AT|FROM)) FILLER?|(AFTER|SINCE)",
    "CLOCKS": "(LIMIT? FROM)? TIMEOFDAY? CLOCK ((DASH|UNTIL) CLOCK)? COMMA? TIMEOFDAY? COMMA?",
    "DAYS": "TIMEOFDAY? COMMA? (WEEKDAY COMMA? OPEN?)? ((DAY FILLER?)? DATE|DAY WEAKDATE)",
    "WEEKLYDAY": "TIMEOFDAY? DAY? WEEKDAY (WEEK (WEEKDAY|PART))?",
    "STRETCH": "PART? FILLER? (MONTHNAME|QUARTERNAME|HALF|YEARNAME|YEARS)",
    "UNIT": "DAY|WEEK|MONTH|QUARTER|YEAR",
    "SEP": "(COMMA|AND|SLASH)",
}
"""Names that stand for several codes."""

_LONGEST_RUN: Final = 64
_SHORTEST_PIECE: Final = 32
"""Words of time in a row: expressions have some dozen, longer runs are read in pieces."""
_ENDS: Final = pattern("[" + re.escape("".join(CODES[n] for n in ("COMMA", "OPEN"))) + "]")
Shape = tuple[str, int, int]
"""A form, and its first and last place in a run of codes."""

_NAME: Final = pattern(r"[A-Z]+")
_GROUP: Final = pattern(r"\((?!\?)")
_LONGEST_LIST: Final = 12
"""How often a `*` or `+` of the table repeats at most: a list of thousands is no expression."""
_ONE_OF: Final = pattern(r"\(\?:((?:\\?[^()|?*+\\]\|)+\\?[^()|?*+\\])\)")
"""Single codes as alternatives: as a class they compile twice as fast, and all do at the start."""


@cache
def _compiled(pattern: str) -> str:
    """Return a row's pattern as a regex over codes."""

    def code(match: re.Match[str]) -> str:
        name = match[0]
        return f"(?:{_compiled(GROUPS[name])})" if name in GROUPS else re.escape(CODES[name])

    whole = _NAME.sub(code, _GROUP.sub("(?:", pattern)).replace(" ", "")
    whole = whole.replace(")*", f"){{0,{_LONGEST_LIST}}}").replace(")+", f"){{1,{_LONGEST_LIST}}}")
    return _ONE_OF.sub(lambda match: f"[{match[1].replace('|', '')}]", whole)


@cache
def _forms() -> tuple[re.Pattern[str], tuple[str, ...]]:
    table = rows("deadline_forms")
    joined = "|".join(f"(?P<f{n}>{_compiled(row['pattern'])})" for n, row in enumerate(table))
    return re.compile(joined), tuple(row["form"] for row in table)


@lru_cache(maxsize=8192)
def _shapes(codes: str) -> tuple[Shape, ...]:
    """Return the forms in a run of codes with their places; runs repeat a lot, so they are kept."""
    return tuple(_shapes_from(codes, 0))


def _shapes_from(codes: str, start: int) -> Iterator[Shape]:
    whole, forms = _forms()
    for match in whole.finditer(codes, start):
        yield forms[int((match.lastgroup or "f0")[1:])], match.start(), match.end()


def parse(low: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Return the time expressions of a lower-cased text (between two offsets), in order.

    >>> low = "báo cáo trước ngày 15/11 hằng năm."
    >>> [low[found.start:found.end] for found in parse(low)]
    ['trước ngày 15/11 hằng năm']
    """
    codes, tokens = lex(low, start, end)
    found: list[Expression] = []
    at = 0
    for run in codes.split(GAP):
        for piece in _pieces(run) if len(run) > _LONGEST_RUN else (run,):
            if len(piece) > 1 or piece in _alone():
                found += _built(low, piece, tokens, at)
            at += len(piece)
        at += 1
    return found


def _pieces(codes: str) -> Iterator[str]:
    """Yield a long run in pieces that end at a comma, a bracket or the like where they can."""
    start = 0
    while len(codes) - start > _LONGEST_RUN:
        ends = _ENDS.search(codes, start + _SHORTEST_PIECE, start + _LONGEST_RUN)
        end = ends.end() if ends else start + _LONGEST_RUN
        yield codes[start:end]
        start = end
    yield codes[start:]


@cache
def _alone() -> frozenset[str]:
    """Return the codes that are an expression by themselves (`hằng năm`); most words are none."""
    whole, _ = _forms()
    return frozenset(code for code in CODES.values() if whole.match(code))


def _built(low: str, codes: str, tokens: list[Raw], at: int) -> Iterator[Expression]:
    """Yield the expressions of a run whose tokens begin at `at`.

    Where a form fits the codes but not their values (`60 ngày, từ ngày 01/3 …`), its later tokens
    may begin another one.
    """
    shapes = iter(_shapes(codes))
    while (shape := next(shapes, None)) is not None:
        form, start, end = shape
        fitting = [Token(*fields) for fields in tokens[at + start : at + end]]
        expressions = BUILDERS[form](Run(low, fitting, form))
        yield from expressions
        if not expressions and end - start > 1:
            shapes = _shapes_from(codes, start + 1)
