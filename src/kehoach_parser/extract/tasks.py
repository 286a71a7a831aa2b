"""Tasks: from prose and from registers, with their units, deadlines and citations."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from kehoach_parser.extract.citations import Mentions
from kehoach_parser.extract.clarity import clarity_of
from kehoach_parser.extract.consistency import consistency
from kehoach_parser.extract.copies import Copy, UnitName, copy_of
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.naming import units_of
from kehoach_parser.extract.prose.among_units import know_bodies
from kehoach_parser.extract.prose.attribute_lines import give_attributes
from kehoach_parser.extract.prose.contexts import Reading
from kehoach_parser.extract.prose.directing import TASK_KINDS
from kehoach_parser.extract.prose.duties import read_duties
from kehoach_parser.extract.prose.paragraphs import ORDERS_BELOW, items_of
from kehoach_parser.extract.prose.timed_heads import hand_times
from kehoach_parser.extract.repeats import repeats_of
from kehoach_parser.extract.roles.headings import Context
from kehoach_parser.extract.roles.inside import asked
from kehoach_parser.extract.tables.columns import Columns
from kehoach_parser.extract.tables.reading import read_tables
from kehoach_parser.findings import Finding
from kehoach_parser.lexicon.doctypes import PLANS
from kehoach_parser.model import Citation, Deadline, Table, Task, TaskOrigin, Unit
from kehoach_parser.segment.structure import Header, Lost, Outline
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
        drafts += _prose_drafts(source, copy, outline, header)
    drafts.sort(key=lambda draft: (draft.line, draft.start))
    times, cited = _Places(deadlines), _Places(mentions.citations)
    finisher = _Finisher(source, copy, outline, repeats_of(copy, drafts), times, cited)
    tasks = tuple([finisher.task(number, draft) for number, draft in enumerate(drafts)])
    return Duties(tasks, tables, units_of(copy, drafts), tuple(consistency(header, drafts)))


def _prose_drafts(
    source: SourceText, copy: Copy, outline: Outline, header: Header
) -> Iterable[Draft]:
    """Return the tasks of the paragraphs, with what their lines and headings say of them."""
    named = header.metadata.document_type
    unnamed = named is not None and named.code in PLANS and not _has_duties(outline)
    items = items_of(source, copy, outline)
    know_bodies(copy, outline, items, header.metadata.recipients)
    reading = Reading(copy, outline, items, unnamed, inside=header.lost is Lost.PART)
    start, end = _line_before(source, outline)
    if start < end:
        reading.contexts[-1] = Context(tuple(asked(copy, start, end)))
        reading.ordered = ORDERS_BELOW.search(copy.low, start, end) is not None
    read_duties(reading)
    give_attributes(reading)
    hand_times(reading)
    return reading.drafts.values()


def _has_duties(outline: Outline) -> bool:
    """Return whether a section is of a kind that holds tasks."""
    return any(section.kind in TASK_KINDS for section in outline.sections)


def _line_before(source: SourceText, outline: Outline) -> tuple[int, int]:
    """Return the paragraph before the first section, which may ask for what follows it."""
    line = source.lines[outline.heads[0] - 1] if outline.heads and outline.heads[0] else None
    if line is None or line.table is not None or not source.words(line).endswith(":"):
        return 0, 0
    return line.start, line.end


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


class _Finisher(NamedTuple):
    """What a draft becomes a task with: `same` are the repeats by their numbers."""

    source: SourceText
    copy: Copy
    outline: Outline
    same: dict[int, int]
    deadlines: _Places
    citations: _Places

    def task(self, number: int, draft: Draft) -> Task:
        """Return the record of a draft by its number."""
        line = self.source.lines[draft.line]
        times = self.deadlines.inside(draft.stretches)
        if draft.time_above and not times:
            times = self.deadlines.inside([draft.time_above])
        section = self.outline.sections[draft.section].id if draft.section >= 0 else None
        return Task(
            id=f"t{number + 1}",
            text=self.source.text[draft.start : draft.end],
            span=(draft.start, draft.end),
            page=line.page,
            box=line.box,
            confidence=line.confidence,
            label=draft.label,
            path=draft.path,
            section=section,
            origin=TaskOrigin.PARAGRAPH if draft.table is None else TaskOrigin.TABLE,
            table=None if draft.table is None else f"table{draft.table + 1}",
            row=draft.row,
            lead=_texts(draft.lead),
            coordinating=_texts(draft.coordinating),
            approving=_texts(draft.approving),
            responsible=", ".join(dict.fromkeys(draft.persons)) or None,
            deliverables=tuple(dict.fromkeys(draft.deliverables)),
            deadlines=times,
            citations=self.citations.inside(draft.stretches),
            same_as=f"t{self.same[number] + 1}" if number in self.same else None,
            clarity=clarity_of(self.copy, draft, timed=bool(times)),
        )


def _texts(names: list[UnitName]) -> tuple[str, ...]:
    return tuple([name.text for name in names])
