"""What builders share: the span and the clock of a run of tokens."""

from typing import Final

from kehoach_parser.extract.deadlines.atoms import Clock
from kehoach_parser.extract.deadlines.lexer import CODES, Token

_EDGES: Final = frozenset(CODES[name] for name in ("GAP", "COMMA", "AND", "DASH", "SLASH", "OPEN",
                                                  "CLOSE", "FILLER"))  # fmt: skip


def trimmed(tokens: list[Token]) -> tuple[int, int]:
    """Return the span of tokens without separators at the edges."""
    words = [token for token in tokens if token.code not in _EDGES]
    return words[0].start, words[-1].end


def clock_of(tokens: list[Token]) -> Clock | None:
    """Return the last clock among tokens: the end of `8h30 - 9h00`."""
    return next((t.value for t in reversed(tokens) if isinstance(t.value, Clock)), None)
