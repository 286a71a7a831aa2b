"""The ladder of labels: which label is whose child, told by forms and sequences.

A label that goes on where an open one of its form stopped is its sibling. A new form goes below
whatever is open, but never below something that is lower on the ladder. Labels that jump or
repeat are kept and reported.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from kehoach_parser.segment.numbering import Label

_RANKS: Final = {
    "appendix": 0, "phần": 1, "chương": 2, "heading": 3, "capital": 4, "roman": 4, "mục": 4,
    "điều": 4, "number": 6, "decimal2": 7, "mixed2": 7, "decimal3": 8, "mixed3": 8,
    "decimal4": 9, "mixed4": 9, "decimal5": 10, "letter)": 11, "letter.": 11, "number)": 11,
    "step": 11,
    "(number)": 12, "(letter)": 12, "pair": 12, "small roman": 13, "(roman)": 13,
}  # fmt: skip
_MOST_JUMP: Final = 3
_LONG: Final = 100
"""A number that labels only what a list has come to; elsewhere a sum or an amount begins a line."""

_DEEPEST: Final = 12
"""Rungs below which lists that start again do not nest; no plan comes near it."""


@dataclass(slots=True)
class Rung:
    """An open unit: its form and value, the index of its section, and the numbers of its label."""

    form: str
    value: int
    section: int
    parts: tuple[int, ...] = ()


class Step(NamedTuple):
    """Where a label goes: how many rungs stay open above it, and what was odd about it."""

    depth: int
    form: str
    value: int
    oddity: str | None = None
    expected: int = 0


class Ladder:
    """The open units, the outermost first."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self.rungs: list[Rung] = []
        self._article = 0  # articles count on from chapter to chapter

    def place(self, label: Label, *, announced: bool) -> Step | None:
        """Return where a label belongs, null where it cannot be a label here.

        `announced` says that the paragraph before ended with a colon, so that a list that
        starts again at 1 is its child.
        """
        for form, value in label.readings:
            depth = self._continues(form, value, label.parts)
            if depth is not None:
                return Step(depth, form, value)
        first = next(((f, v) for f, v in label.readings if v == 1), None)
        if first is not None:
            return self._starts(*first, label.parts, announced=announced)
        return self._jumps(label)

    def open(self, step: Step, section: int, parts: tuple[int, ...] = ()) -> None:
        """Close what the step leaves, and open the new unit."""
        del self.rungs[step.depth :]
        self.rungs.append(Rung(step.form, step.value, section, parts))
        if step.form == "điều":
            self._article = step.value

    def open_beside(self, step: Step, section: int) -> None:
        """Open an unnumbered heading without closing the lists above it."""
        del self.rungs[self.heading_depth() :]
        self.rungs.append(Rung(step.form, step.value, section))

    def heading_depth(self) -> int:
        """Return the depth of an unnumbered heading: beside an open one, else innermost."""
        depths = (depth for depth, rung in enumerate(self.rungs) if rung.form == "heading")
        return next(depths, len(self.rungs))

    def _continues(self, form: str, value: int, parts: tuple[int, ...]) -> int | None:
        for depth in range(len(self.rungs) - 1, -1, -1):
            rung = self.rungs[depth]
            if rung.form == form and rung.value + 1 == value and rung.parts[:-1] == parts[:-1]:
                return depth
        return None

    def _starts(
        self, form: str, value: int, parts: tuple[int, ...], *, announced: bool
    ) -> Step | None:
        if parts:
            return Step(self._under(parts, form), form, value)
        depth = self._last(form)
        if depth is None:
            return Step(self._rank_depth(form), form, value)
        heading = self._last("heading")
        if heading is not None and heading > depth:
            return Step(heading + 1, form, value)
        if announced and depth == len(self.rungs) - 1 < _DEEPEST and form != "roman":
            return Step(depth + 1, form, value)
        return Step(depth, form, value, "label-repeat", self.rungs[depth].value + 1)

    def _jumps(self, label: Label) -> Step | None:
        form, value = label.readings[0]
        if label.parts:
            return self._decimal_jump(label)
        depth = self._last(form)
        if form == "điều" and value == self._article + 1:
            return Step(self._rank_depth(form) if depth is None else depth, form, value)
        last = 0 if depth is None else self.rungs[depth].value
        if form.startswith("number") and value >= _LONG and not last < value <= last + _MOST_JUMP:
            return None
        if depth is None:
            return Step(self._rank_depth(form), form, value, "label-jump", 1)
        oddity = "label-repeat" if value <= last else "label-jump"
        return Step(depth, form, value, oddity, last + 1)

    def _decimal_jump(self, label: Label) -> Step | None:
        """Accept a decimal label out of order only below the unit that its first numbers name."""
        form, value = label.readings[0]
        depth = self._under(label.parts, form)
        sibling = self.rungs[depth] if depth < len(self.rungs) else None
        parent = self.rungs[depth - 1] if depth else None
        named = parent is not None and parent.value == label.parts[-2]
        near = sibling is not None and sibling.form == form and value <= sibling.value + _MOST_JUMP
        if not named and not near:
            return None
        return Step(depth, form, value, "label-jump", sibling.value + 1 if sibling else 1)

    def _under(self, parts: tuple[int, ...], form: str) -> int:
        """Return the depth below the rung whose number is the label's last but one."""
        for depth in range(len(self.rungs) - 1, -1, -1):
            rung = self.rungs[depth]
            if rung.form == form:
                return depth
            same = rung.parts == parts[:-1] if rung.parts else rung.value == parts[-2]
            over = _RANKS[rung.form] < _RANKS[form] or rung.form == "number)"
            if same and over and rung.form != "heading":
                return depth + 1
        return self._rank_depth(form)

    def _last(self, form: str) -> int | None:
        depths = [depth for depth, rung in enumerate(self.rungs) if rung.form == form]
        return depths[-1] if depths else None

    def _rank_depth(self, form: str) -> int:
        rank = _RANKS[form]
        for depth, rung in enumerate(self.rungs):
            held = rung.form == "step" and rank >= _RANKS["number"]  # `Bước 1:` with its `1.`
            if _RANKS[rung.form] > rank and not held:
                return depth
        return len(self.rungs)
