"""Tasks: from prose and from registers, with their units, deadlines and citations."""

from bisect import bisect_left
from typing import Final, NamedTuple

from kehoach_parser.extract.citations import Mentions
from kehoach_parser.extract.clarity import clarity_of
from kehoach_parser.extract.columns import Columns
from kehoach_parser.extract.consistency import consistency
from kehoach_parser.extract.copies import Copy, UnitName, copy_of
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.naming import units_of
from kehoach_parser.extract.prose.attribute_lines import give_attributes
from kehoach_parser.extract.prose.contexts import Reading
from kehoach_parser.extract.prose.directing import TASK_KINDS
from kehoach_parser.extract.prose.duties import read_duties
from kehoach_parser.extract.prose.paragraphs import items_of
from kehoach_parser.extract.prose.timed_heads import hand_times
from kehoach_parser.extract.repeats import repeats_of
from kehoach_parser.extract.roles.assignment import asked
from kehoach_parser.extract.tables import read_tables
from kehoach_parser.findings import Finding
from kehoach_parser.model import Citation, Deadline, Table, Task, TaskOrigin, Unit
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.source import SourceText


class Duties(NamedTuple):
    """The tasks and tables of a plan in document order, its bodies, and what was noticed."""

    tasks: tuple[Task, ...]
    tables: tuple[Table, ...]
    units: tuple[Unit, ...]
    findings: tuple[Finding, ...]


def find_tasks(
    source: SourceText,
    outline: Outline,
    header: Header,
    columns: tuple[Columns, ...],
    deadlines: tuple[Deadline, ...],
    mentions: Mentions,
) -> Duties:
    """Return who is to do what; a deadline or citation belongs to the task that contains it."""
    copy = copy_of(source.text)
    tables, drafts = read_tables(source, copy, outline, header, columns)
    if header.is_official:
        named = header.metadata.document_type
        unnamed = named is not None and named.code in _PLANS and not _has_duties(outline)
        items = items_of(source, copy, outline)
        reading = Reading(copy, outline, items, official=True, unnamed=unnamed)
        reading.asked += _asked_before(source, copy, outline)
        read_duties(reading)
        give_attributes(reading)
        hand_times(reading)
        drafts += reading.drafts.values()
    drafts.sort(key=lambda draft: (draft.line, draft.start))
    finished = _finish(
        source, copy, outline, drafts, _Places(deadlines), _Places(mentions.citations)
    )
    return Duties(finished, tables, units_of(copy, drafts), tuple(consistency(header, drafts)))


def _has_duties(outline: Outline) -> bool:
    """Return whether a section is of a kind that holds tasks."""
    return any(section.kind in TASK_KINDS for section in outline.sections)


def _asked_before(source: SourceText, copy: Copy, outline: Outline) -> list[UnitName]:
    """Return whom the paragraph before the first section asks for what follows it."""
    line = source.lines[outline.heads[0] - 1] if outline.heads and outline.heads[0] else None
    if line is None or line.table is not None or not source.words(line).endswith(":"):
        return []
    return asked(copy, line.start, line.end)


class _Places:
    """Entities by their place, to be asked for those inside a stretch."""

    def __init__(self, entities: "tuple[Deadline, ...] | tuple[Citation, ...]") -> None:
        self._entities = sorted(entities, key=lambda entity: entity.span)
        self._starts = [entity.span[0] for entity in self._entities]

    def inside(self, stretches: list[tuple[int, int]]) -> tuple[str, ...]:
        """Return the ids of the entities inside the stretches, each once, in order."""
        found: list[str] = []
        starts, number = self._starts, 0
        for start, end in sorted(stretches) if len(stretches) > 1 else stretches:
            number = bisect_left(starts, start, number)
            while number < len(starts) and starts[number] < end:
                if self._entities[number].span[1] <= end:
                    found.append(self._entities[number].id)
                number += 1
        return tuple(found)


def _finish(
    source: SourceText,
    copy: Copy,
    outline: Outline,
    drafts: list[Draft],
    deadlines: _Places,
    citations: _Places,
) -> tuple[Task, ...]:
    same = repeats_of(copy, drafts)
    tasks: list[Task] = []
    for number, draft in enumerate(drafts):
        line = source.lines[draft.line]
        times = deadlines.inside(draft.stretches)
        if draft.time_above and not times:
            times = deadlines.inside([draft.time_above])
        tasks.append(
            Task(
                id=f"t{number + 1}",
                text=source.text[draft.start : draft.end],
                span=(draft.start, draft.end),
                page=line.page,
                box=line.box,
                confidence=line.confidence,
                label=draft.label,
                path=draft.path,
                section=outline.sections[draft.section].id if draft.section >= 0 else None,
                origin=TaskOrigin.PARAGRAPH if draft.table is None else TaskOrigin.TABLE,
                table=None if draft.table is None else f"{_TABLE}{draft.table + 1}",
                row=draft.row,
                lead=_texts(draft.lead),
                coordinating=_texts(draft.coordinating),
                approving=_texts(draft.approving),
                responsible=", ".join(dict.fromkeys(draft.persons)) or None,
                deliverables=tuple(dict.fromkeys(draft.deliverables)),
                deadlines=times,
                citations=citations.inside(draft.stretches),
                same_as=f"t{same[number] + 1}" if number in same else None,
                clarity=clarity_of(copy, draft, timed=bool(times)),
            )
        )
    return tuple(tasks)


def _texts(names: list[UnitName]) -> tuple[str, ...]:
    return tuple([name.text for name in names])


_TABLE: Final = "table"
_PLANS: Final = ("KH", "CTr", "PA")
"""Types of documents that are plans by their name."""
