"""The growing outline: sections with their parents, and an owner and a zone for each line."""

from typing import Final, NamedTuple

from kehoach_parser.findings import Finding
from kehoach_parser.model import Section, SectionKind
from kehoach_parser.segment.kinds import carried_out, child_kind, kind_of
from kehoach_parser.segment.ladder import Ladder, Step
from kehoach_parser.segment.structure import Outline, Zone
from kehoach_parser.text.folding import fold
from kehoach_parser.text.source import SourceText

_FIELDS: Final = ("cơ sở vật chất", "công tác cơ sở vật chất", "công tác tài chính")
"""How a field of a school's work is headed, which elsewhere says what a plan needs."""

_ABOUT: Final = ("về hoạt động", "về công tác", "hoạt động", "công tác", "về nội dung")
"""How the parts of a report begin that name no kind of their own."""
_SENTENCE_ENDS: Final = (".", ";", "./")


class Opening(NamedTuple):
    """A unit that begins: its lines, where it belongs, and what it is called.

    `beside` keeps the rungs above an unnumbered heading open: `2.` below it may go on a list
    that began before.
    """

    first: int
    last: int
    step: Step
    label: str | None
    heading: str
    kind: SectionKind | None = None
    parts: tuple[int, ...] = ()
    beside: bool = False


class Sections:
    """Sections in order; `ladder` holds the open ones."""

    def __init__(self, source: SourceText) -> None:
        """Begin an outline over a text."""
        self.ladder = Ladder()
        self._source = source
        self._sections: list[Section] = []
        self._heads: list[int] = []
        self._parents: list[int] = []
        self._children: list[list[int]] = []
        self._owner: list[int] = []
        self._zones: list[Zone] = []
        self._flat: SectionKind | None = None

    @property
    def any(self) -> bool:
        """Whether a section was found."""
        return bool(self._sections)

    def pass_line(self, zone: Zone) -> None:
        """Give the next line to the innermost open section."""
        rungs = self.ladder.rungs
        self._owner.append(rungs[-1].section if rungs else -1)
        self._zones.append(zone)

    def add(self, opening: Opening, zone: Zone) -> None:
        """Open a section with the next lines."""
        rungs = self.ladder.rungs
        parent = rungs[opening.step.depth - 1].section if opening.step.depth else None
        index = len(self._sections)
        self._sections.append(self._section(opening, parent))
        self._heads.append(opening.first)
        self._parents.append(-1 if parent is None else parent)
        self._children.append([])
        if parent is not None:
            self._children[parent].append(index)
        if opening.beside:
            self.ladder.open_beside(opening.step, index)
        else:
            self.ladder.open(opening.step, index, opening.parts)
        lines = opening.last - opening.first + 1
        self._owner += [index] * lines
        self._zones += [zone] * lines

    def outline(self, findings: tuple[Finding, ...], body: int) -> Outline:
        """Return the finished outline; without any section the body begins with a line."""
        zones = self._zones
        if not self._sections:
            zones = [
                Zone.BODY if zone is Zone.PREAMBLE and number >= body else zone
                for number, zone in enumerate(zones)
            ]
        return Outline(
            tuple(self._sections),
            tuple(self._owner),
            tuple(zones),
            tuple(self._heads),
            tuple(self._parents),
            tuple(map(tuple, self._children)),
            findings,
        )

    def _section(self, opening: Opening, parent: int | None) -> Section:
        above = self._sections[parent] if parent is not None else None
        line = self._source.lines[opening.first]
        span = (line.start, self._source.lines[opening.last].end)
        text = self._source.text[slice(*span)]
        return Section(
            id=f"s{len(self._sections) + 1}",
            parent=above.id if above else None,
            level=above.level + 1 if above else 1,
            label=opening.label,
            path=_path(above, opening.label),
            heading=opening.heading,
            kind=opening.kind or self._kind(above, opening, text),
            text=text,
            span=span,
            page=line.page,
            box=line.box,
            confidence=line.confidence,
        )

    def _kind(self, above: Section | None, opening: Opening, text: str) -> SectionKind:
        """Return the kind of a unit, be it a point beside its heading, as lists of pages have it.

        `1. NHIỆM VỤ:` without anything below it, then `2. Trồng cây.`: the heading lost its own
        number.
        """
        kind = _kind(above, opening.heading, text)
        if above is not None:
            return kind
        headed = opening.heading.isupper()
        if kind is SectionKind.OTHER and self._flat and not headed and self._goes_on(opening.first):
            return self._flat
        numbered = (opening.label or "").isdigit()
        self._flat = kind if headed and numbered else None
        return kind

    def _goes_on(self, first: int) -> bool:
        """Return whether nothing stands between a heading in capitals and a line."""
        last = self._sections[-1]
        between = self._source.text[last.span[1] : self._source.lines[first].start]
        return not last.heading.isupper() or not between.strip()


def _path(above: Section | None, label: str | None) -> str:
    step = label or "~"
    return f"{above.path}/{step}" if above and label else step


def _kind(above: Section | None, heading: str, text: str) -> SectionKind:
    """Return the kind of a unit; a point `(1)` is a sentence even where nothing stands above."""
    if above is None:
        if text.startswith("("):
            return child_kind(heading) or SectionKind.OTHER
        if carried_out(heading, text):
            return SectionKind.ORGANIZATION
        return kind_of(heading, sentence=text.endswith(_SENTENCE_ENDS)) or SectionKind.OTHER
    own = child_kind(heading)
    folded = fold(heading)
    reported = above.kind is SectionKind.SITUATION and folded.startswith(_ABOUT)
    field = above.kind is SectionKind.TASKS and folded.startswith(_FIELDS)
    return above.kind if reported or field or own is None else own
