"""Which forms fit a run of codes: rows of `lexicon/deadline_forms.tsv`, each a regex of its own.

A form is tried, and its regex compiled, only where the run has the codes without which the form
cannot be: few plans meet more than a third of the forms.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.lexer import CODES
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.patterns import pattern

GROUPS: Final = {
    "LIMIT": "BY FILLER? COMMA? (BEFORE|UNTIL|WITHIN|AT)? END? FILLER?"
    "|(UNTIL (END|BEFORE)?|WITHIN (AT|END|UNTIL)?|(BEFORE|END|AT|FROM)) FILLER?|(AFTER|SINCE)",
    "CLOCKS": "(((WITHIN|AT) FILLER?)? FROM)? TIMEOFDAY? CLOCK ((DASH|UNTIL) CLOCK)? "
    "COMMA? TIMEOFDAY? COMMA?",
    "DAYS": "TIMEOFDAY? COMMA? (DAY? WEEKDAY COMMA? OPEN?)? "
    "(SEASON? (DAY FILLER?)? DATE|DAY WEAKDATE)",
    "WEEKLYDAY": "TIMEOFDAY? DAY? WEEKDAY "
    "(WEEK (WEEKDAY|PART|NUMBER) (AND WEEK (WEEKDAY|NUMBER))?)?",
    "STRETCH": "PART? FILLER? (MONTHNAME|QUARTERNAME|HALF|YEARNAME|YEARS)",
    "UNIT": "DAY|WEEK|MONTH|QUARTER|YEAR",
    "GLOSS": "OPEN (DAY? DATE|WEEKDAY) CLOSE",
    "SEP": "(COMMA|AND|SLASH)",
}
"""Names that stand for several codes; none of them fits nothing."""

_NAME: Final = pattern(r"[A-Z]+")
_GROUP: Final = pattern(r"\((?!\?)")
_LONGEST_LIST: Final = 12
"""How often a `*` or `+` of the table repeats at most: a list of thousands is no expression."""
_ONE_OF: Final = pattern(r"\(\?:((?:\\?[^()|?*+\\]\|)+\\?[^()|?*+\\])\)")
"""Single codes as alternatives: as a class they compile twice as fast."""

_OPTIONAL: Final = pattern(r"[A-Z]+[?*]")
_BRACKET: Final = pattern(r"\((?P<ahead>\?!)?(?P<ways>[^()]*)\)(?P<times>[?*]?)")


class Shape(NamedTuple):
    """A form, and its first and last place in a run of codes."""

    form: str
    start: int
    end: int


class Form(NamedTuple):
    """A row of the table: its regex over codes, and the sets of which it needs a code each."""

    name: str
    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


def shapes(codes: str, start: int = 0) -> Iterator[Shape]:
    """Yield the forms in a run of codes from left to right; at a place the first row that fits."""
    possible = _possible(frozenset(codes))
    while start < len(codes):
        found = (
            Shape(form.name, start, match.end())
            for form in possible
            if (match := form.regex.match(codes, start))
        )
        shape = next(found, None)
        start = shape.end if shape else start + 1
        if shape:
            yield shape


@lru_cache(maxsize=4096)
def _possible(present: frozenset[str]) -> tuple[Form, ...]:
    """Return the forms that can be in a run with these codes."""
    return tuple(
        form for form in forms() if not any(need.isdisjoint(present) for need in form.needs)
    )


@cache
def forms() -> tuple[Form, ...]:
    """Return the table's rows in its order."""
    return tuple(
        Form(row["form"], pattern(_over_codes(row["pattern"])), needs(row["pattern"]))
        for row in rows("deadline_forms")
    )


@cache
def _over_codes(row: str) -> str:
    """Return a row's pattern as a regex over codes."""

    def code(match: re.Match[str]) -> str:
        name = match[0]
        return f"(?:{_over_codes(GROUPS[name])})" if name in GROUPS else re.escape(CODES[name])

    whole = _NAME.sub(code, _GROUP.sub("(?:", row)).replace(" ", "")
    whole = whole.replace(")*", f"){{0,{_LONGEST_LIST}}}").replace(")+", f"){{1,{_LONGEST_LIST}}}")
    return _ONE_OF.sub(lambda match: f"[{match[1].replace('|', '')}]", whole)


def needs(row: str) -> tuple[frozenset[str], ...]:
    """Return sets of codes: what fits a row's pattern has a code of each.

    >>> [sorted(need) for need in needs("LIMIT? (DATE|DAY NUMBER?) FILLER? EVERY")]
    [['D', 'N'], ['e']]
    """
    names = _expanded(row)
    while "(" in names:
        names = _BRACKET.sub(_one_of, names)
    each = [names] if "|" in names else names.replace("+", "").split()
    return tuple(frozenset(CODES[name] for name in _NAME.findall(one)) for one in each)


def _expanded(row: str) -> str:
    """Return a pattern without what may be missing, its groups spelled out."""
    return _NAME.sub(
        lambda match: f"({_expanded(GROUPS[match[0]])})" if match[0] in GROUPS else match[0],
        _OPTIONAL.sub("", row),
    )


def _one_of(bracket: re.Match[str]) -> str:
    """Return the names in a bracket as one item, nothing where the bracket may fit nothing."""
    ways = bracket["ways"].split("|")
    if bracket["ahead"] or bracket["times"] or not all(map(str.strip, ways)):
        return ""
    return "/".join(_NAME.findall(bracket["ways"]))
