"""What the grammar reads: a time expression, before a year or a role is chosen for it."""

from dataclasses import dataclass
from typing import Final, TypeVar

from kehoach_parser.extract.deadlines.atoms import Clock
from kehoach_parser.extract.deadlines.lexer import CODES, Token
from kehoach_parser.extract.deadlines.moments import Moment, Part
from kehoach_parser.model import DeadlineKind, Modality


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at `[start, end)` of the text.

    `form` is the row of `lexicon/deadline_forms.tsv` that it fits. `moments` holds the calendar
    stretch, or the first and the last one of a range. `limit` is the word that bounds it (null: a
    bare stretch). `kind` is null where the calendar decides (date or interval).
    """

    form: str
    start: int
    end: int
    kind: DeadlineKind | None = None
    limit: Modality | None = None
    moments: tuple[Moment, ...] = ()
    part: Part | None = None
    clock: Clock | None = None
    rule: str | None = None
    duration: str | None = None
    anchor: str | None = None
    condition: str | None = None
    flags: tuple[str, ...] = ()


_LIMITS: Final = {
    CODES["BEFORE"]: Modality.BEFORE, CODES["BY"]: Modality.BY, CODES["UNTIL"]: Modality.BY,
    CODES["END"]: Modality.BY, CODES["WITHIN"]: Modality.WITHIN, CODES["AT"]: Modality.ON,
    CODES["FROM"]: Modality.FROM, CODES["SINCE"]: Modality.FROM, CODES["AFTER"]: Modality.AFTER,
}  # fmt: skip
T = TypeVar("T")

_STRONGER: Final = (Modality.BEFORE, Modality.BY)


def limit_of(tokens: list[Token]) -> Modality | None:
    """Return how the words before a stretch bind it: `chậm nhất trước` is before.

    `từ … đến …` and clocks are read by their own builders.
    """
    found = [limit for token in tokens if (limit := _LIMITS.get(token.code))]
    for strong in _STRONGER:
        if strong in found:
            return strong
    return found[-1] if found else None


def values(tokens: list[Token], kind: type[T]) -> list[T]:
    """Return the values of one type among tokens."""
    return [token.value for token in tokens if isinstance(token.value, kind)]
