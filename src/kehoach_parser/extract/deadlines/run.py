"""What builders read: the run of tokens that fits a form."""

from typing import Final, NamedTuple, TypeVar

from kehoach_parser.extract.deadlines.atoms import Clock
from kehoach_parser.extract.deadlines.expression import LIMITS, Expression
from kehoach_parser.extract.deadlines.lexer import CODES, SEPARATORS, Token
from kehoach_parser.extract.deadlines.moments import Moment, Part
from kehoach_parser.model import DeadlineKind, Modality

T = TypeVar("T")

_LIMITS: Final = {
    CODES["BEFORE"]: Modality.BEFORE, CODES["BY"]: Modality.BY, CODES["UNTIL"]: Modality.BY,
    CODES["END"]: Modality.BY, CODES["WITHIN"]: Modality.WITHIN, CODES["AT"]: Modality.ON,
    CODES["FROM"]: Modality.FROM, CODES["SINCE"]: Modality.FROM, CODES["AFTER"]: Modality.AFTER,
    CODES["WHOLE"]: Modality.DURING,
}  # fmt: skip


class Run(NamedTuple):
    """Tokens that fit the form `form`, in the lower-cased text `low`."""

    low: str
    tokens: list[Token]
    form: str

    @property
    def codes(self) -> str:
        """The codes of the tokens."""
        return "".join([token.code for token in self.tokens])

    @property
    def span(self) -> tuple[int, int]:
        """The place of the tokens, without separators at the edges; brackets are closed."""
        tokens = self.tokens
        first, last = 0, len(tokens) - 1
        while tokens[first].code in SEPARATORS:
            first += 1
        while tokens[last].code in SEPARATORS:
            last -= 1
        start, end = tokens[first].start, tokens[last].end
        opened = self.low.count("(", start, end) > self.low.count(")", start, end)
        return start, end + (opened and self.low.startswith(")", end))

    @property
    def clock(self) -> Clock | None:
        """The last clock: the end of `8h30 - 9h00`."""
        clocks = self.values(Clock)
        return clocks[-1] if clocks else None

    @property
    def part(self) -> Part | None:
        """The part of a stretch that is meant (đầu, giữa, cuối)."""
        value = self.first("PART")
        return None if value is None else Part(value)

    @property
    def limit(self) -> Modality | None:
        """How the words before a stretch bind it; `chậm nhất trước` is before."""
        return limit_of(self.tokens)

    def has(self, name: str) -> bool:
        """Return whether a token of a name is among them."""
        return CODES[name] in self.codes

    def values(self, kind: type[T]) -> list[T]:
        """Return the values of one type."""
        return [token.value for token in self.tokens if type(token.value) is kind]

    def moments(self) -> list[Moment]:
        """Return the calendar stretches."""
        return self.values(Moment)

    def numbers(self, name: str = "NUMBER") -> list[int]:
        """Return the numbers that the tokens of a name bear."""
        code = CODES[name]
        return [t.value for t in self.tokens if t.code == code and isinstance(t.value, int)]

    def first(self, name: str) -> int | None:
        """Return the number that the first token of a name bears."""
        code = CODES[name]
        for token in self.tokens:
            if token.code == code and isinstance(token.value, int):
                return token.value
        return None

    def part_of(self, tokens: list[Token]) -> "Run":
        """Return a run of some of the tokens."""
        return self._replace(tokens=tokens)

    def expression(self, kind: DeadlineKind | None = None) -> Expression:
        """Return the expression of the whole run, as far as its words say it."""
        start, end = self.span
        return Expression(self.form, start, end, kind, self.limit, part=self.part, clock=self.clock)


def limit_of(tokens: list[Token]) -> Modality | None:
    """Return how limit words among tokens bind, null for none."""
    found = [limit for token in tokens if (limit := _LIMITS.get(token.code))]
    for strong in LIMITS:
        if strong in found:
            return strong
    return found[-1] if found else None
