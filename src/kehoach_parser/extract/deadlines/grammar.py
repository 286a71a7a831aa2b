"""The grammar: time expressions over the codes of the lexer.

    expression := recurrence | quota | range | until | term | stretch | event | often
    recurrence := "định kỳ"? limit? (times | range) every
                | "định kỳ"? every ","? limit? times
                | "định kỳ" period ("," period)*
    quota      := "ít nhất"? number "lần" "/" unit | every number "lần" (limit? times)?
    range      := "từ" clock? day "đến" "hết"? clock? day
    until      := "từ" ("nay" | "khi" …) "đến" limit? stretch
    term       := limit? number unit "làm việc"? ("kể từ" …)?
    stretch    := clock? limit? part? times
    event      := ("trước" | "ngay"? "sau") "khi" … | "khi" …
    often      := "thường xuyên" | "cả năm"
    times      := time (("," | "và") time)*
    time       := day | weekday | week | month | quarter | half | year | school year
    every      := ("hằng" | "mỗi") unit | unit "sau"
    limit      := "trước" | "chậm nhất" "là"? | "đến" "hết"? | "trong" | "vào" | "từ" | "sau"
    part       := "đầu" | "giữa" | "cuối"

Each form is a row of `lexicon/deadline_forms.tsv`, written with the names of the codes and of
the groups in `forms`; the first row that fits at a place wins. `builders` turns its tokens into
expressions.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kehoach_parser.extract.deadlines.builders import BUILDERS
from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.forms import Shape, shapes
from kehoach_parser.extract.deadlines.lexer import CODES, GAP, Raw, Token, lex
from kehoach_parser.extract.deadlines.run import Run
from kehoach_parser.text.patterns import pattern

_LONGEST_RUN: Final = 64
_SHORTEST_PIECE: Final = 32
"""Words of time in a row: expressions have some dozen, longer runs are read in pieces."""
_ENDS: Final = pattern("[" + re.escape("".join(CODES[n] for n in ("COMMA", "OPEN"))) + "]")


@lru_cache(maxsize=8192)
def _shapes(codes: str) -> tuple[Shape, ...]:
    """Return the forms in a run of codes with their places; runs repeat a lot, so they are kept."""
    return tuple(shapes(codes))


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
            if _shapes(piece):  # most words of time are no expression by themselves
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


def _built(low: str, codes: str, tokens: list[Raw], at: int) -> Iterator[Expression]:
    """Yield the expressions of a run whose tokens begin at `at`.

    Where a form fits the codes but not their values (`60 ngày, từ ngày 01/3 …`), its later tokens
    may begin another one.
    """
    fitting = iter(_shapes(codes))
    while (shape := next(fitting, None)) is not None:
        form, start, end = shape
        words = [Token(*fields) for fields in tokens[at + start : at + end]]
        expressions = BUILDERS[form](Run(low, words, form))
        yield from expressions
        if not expressions and end - start > 1:
            fitting = shapes(codes, start + 1)
