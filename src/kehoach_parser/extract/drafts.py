"""A task while it is put together: its words, its units, and the stretches that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach_parser.extract.copies import UnitName
from kehoach_parser.lexicon.bodies import unit_key

Stretch = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A task before its ids: `stretches` are where its deadlines and citations stand.

    `led` and `dated` tell that the task's own words or lines name a lead or a time, which
    attributes of its group do not replace; `handed` that its lead is that of what stands above.
    """

    start: int
    end: int
    label: str | None
    path: str | None
    section: int
    line: int
    table: int | None = None
    row: int | None = None
    led: bool = False
    dated: bool = False
    handed: bool = False
    lead: list[UnitName] = field(default_factory=lambda: [])
    coordinating: list[UnitName] = field(default_factory=lambda: [])
    approving: list[UnitName] = field(default_factory=lambda: [])
    persons: list[str] = field(default_factory=lambda: [])
    deliverables: list[str] = field(default_factory=lambda: [])
    stretches: list[Stretch] = field(default_factory=lambda: [])
    time_above: Stretch | None = None

    def add(self, role: str, names: Sequence[UnitName]) -> None:
        """Add names to `lead`, `coordinating` or `approving`, each body once."""
        if not names:
            return
        target: list[UnitName] = getattr(self, role)
        if not target and len(names) == 1:
            target += names
            return
        seen = {unit_key(name.text) for name in target}
        for name in names:
            key = unit_key(name.text)
            if key not in seen:
                seen.add(key)
                target.append(name)

    def add_helpers(self, names: Sequence[UnitName]) -> None:
        """Add coordinating units that words name; who leads does not also help."""
        if names:
            leading = {unit_key(name.text) for name in self.lead}
            self.add("coordinating", [n for n in names if unit_key(n.text) not in leading])
