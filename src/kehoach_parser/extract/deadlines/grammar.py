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
from functools import cache, lru_cache
from typing import Final

from kehoach_parser.extract.deadlines.builders import BUILDERS
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.lexer import CODES, GAP, lex
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

_NAME: Final = pattern(r"[A-Z]+")
_ONE_OF: Final = pattern(r"\(\?:((?:\\?[^()|?*+\\]\|)+\\?[^()|?*+\\])\)")
"""Single codes as alternatives: as a class they compile twice as fast, and all do at the start."""


@cache
def _compiled(pattern: str) -> str:
    """Return a row's pattern as a regex over codes."""

    def code(match: re.Match[str]) -> str:
        name = match[0]
        return f"(?:{_compiled(GROUPS[name])})" if name in GROUPS else re.escape(CODES[name])

    whole = _NAME.sub(code, pattern.replace("(", "(?:")).replace(" ", "")
    return _ONE_OF.sub(lambda match: f"[{match[1].replace('|', '')}]", whole)


@cache
def _forms() -> tuple[re.Pattern[str], tuple[str, ...]]:
    table = rows("deadline_forms")
    joined = "|".join(f"(?P<f{n}>{_compiled(row['pattern'])})" for n, row in enumerate(table))
    return re.compile(joined), tuple(row["form"] for row in table)


@lru_cache(maxsize=8192)
def _shapes(codes: str) -> tuple[tuple[str, int, int], ...]:
    """Return the forms in a run of codes with their places; runs repeat a lot, so they are kept."""
    pattern, forms = _forms()
    return tuple(
        (forms[int((match.lastgroup or "f0")[1:])], match.start(), match.end())
        for match in pattern.finditer(codes)
    )


def parse(low: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Return the time expressions of a lower-cased text (between two offsets), in order.

    >>> low = "báo cáo trước ngày 15/11 hằng năm."
    >>> [low[found.start:found.end] for found in parse(low)]
    ['trước ngày 15/11 hằng năm']
    """
    codes, tokens = lex(low, start, end)
    found: list[Expression] = []
    at = 0
    for codes_of_run in codes.split(GAP):
        for form, first, last in _shapes(codes_of_run):
            found += BUILDERS[form](Run(low, tokens[at + first : at + last], form))
        at += len(codes_of_run) + 1
    return found
