"""What the grammar reads: a time expression, before a year or a role is chosen for it."""

from typing import Final, NamedTuple

from kehoach_parser.extract.deadlines.atoms import Clock
from kehoach_parser.extract.deadlines.moments import Moment, Part
from kehoach_parser.model import DeadlineKind, Modality

LIMITS: Final = (Modality.BEFORE, Modality.BY)
"""How a time limits what is done, the stronger first."""


class Expression(NamedTuple):
    """A time expression at `[start, end)` of the text.

    `form` is the row of `lexicon/deadline_forms.tsv` that it fits. `moments` holds the calendar
    stretch, or the first and the last one of a range. `limit` is the word that bounds it (null: a
    bare stretch). `kind` is null where the calendar decides (date or interval). `duration` is
    ISO 8601, negative for terms before an event. `anchor` and `condition` are in lower case.
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
