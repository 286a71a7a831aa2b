"""Markdown: the plan with its headings, lists and tables; our own reader reads it back."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.model import Plan, Section, Table, TableRole
from kehoach_parser.text.patterns import pattern

_BETWEEN: Final = "\n\n---\n\n"
"""What stands between two plans."""

_DEEPEST: Final = 6
_LONGEST_HEADING: Final = 200
_SENTENCE_ENDS: Final = (".", ";", ",", ":")
_BREAK: Final = " / "
_ITEMS: Final = ("- ", "+ ")
_MEANT: Final = pattern(r"[\\`*_<>\[\]|~&]|^(?:\#{1,6}\s|[-+=]{2,}|\*\s)")
"""What Markdown would take for a mark of its own."""


def render(plans: Sequence[Plan], _: ExportOptions) -> bytes:
    """Return the plans, parted by a rule; one without its text has its outline and tasks."""
    pages = ("".join(_page(plan)).strip() for plan in plans)
    return f"{_BETWEEN.join(pages)}\n".encode()


class Paragraph(NamedTuple):
    """A paragraph in Markdown; items of a list follow one another without an empty line."""

    text: str
    item: bool = False


def _page(plan: Plan) -> Iterator[str]:
    """Yield the paragraphs of a plan with the lines between them."""
    before = Paragraph("")
    for paragraph in _paragraphs(plan):
        yield "\n" if before.item and paragraph.item else "\n\n"
        yield paragraph.text
        before = paragraph


def _paragraphs(plan: Plan) -> Iterator[Paragraph]:
    if plan.metadata.secrecy:
        yield Paragraph(f"**{escaped(plan.metadata.secrecy)}**")
    yield from _lines(plan) if plan.text else _outline(plan)


def _lines(plan: Plan) -> Iterator[Paragraph]:
    """Yield the plan's text line by line, a table where it stands."""
    sections = {section.span[0]: section for section in reversed(plan.sections)}
    tables = {table.span[0]: table for table in plan.tables}
    parents = {section.parent for section in plan.sections}
    start = 0
    while start < len(plan.text):
        end = plan.text.find("\n", start)
        end = len(plan.text) if end < 0 else end
        if table := tables.get(start):
            yield from _table(plan, table, plan.text[slice(*table.span)])
            end = max(table.span[1], end)
        elif section := sections.get(start):
            yield _heading(section, plan.text[start:end], parent=section.id in parents)
        elif words := plan.text[start:end].strip():
            yield _headline(plan, start, words)
        start = end + 1


def _headline(plan: Plan, start: int, words: str) -> Paragraph:
    """Return a line of the text: the document's type is the title, its summary stands out."""
    places = plan.metadata.spans
    kind, title = places.get("document_type"), places.get("title")
    if kind and start == kind[0]:
        return Paragraph(f"# {escaped(words)}")
    if title and title[0] <= start < title[1]:
        return Paragraph(f"**{escaped(words)}**")
    return _paragraph(words)


def _heading(section: Section, words: str, *, parent: bool) -> Paragraph:
    """Return a section's own paragraph, as a heading where it is one and no sentence."""
    sentence = words.endswith(_SENTENCE_ENDS) and not parent
    if sentence or len(words) > _LONGEST_HEADING:
        return _paragraph(words)
    return Paragraph(f"{'#' * min(section.level + 1, _DEEPEST)} {escaped(words)}")


def _paragraph(words: str) -> Paragraph:
    if words.startswith(_ITEMS):
        return Paragraph(words[:2] + escaped(words[2:]), item=True)
    return Paragraph(escaped(words))


def _table(plan: Plan, table: Table, words: str) -> Iterator[Paragraph]:
    """Yield a table; one that only lays out the page gives its cells one after another."""
    if table.role is TableRole.HEADER or not table.rows:
        for line in _with_whole_title(plan, table, words).split("\n"):
            for cell in line.split(" | "):
                yield from (_paragraph(part.strip()) for part in cell.split(_BREAK) if part.strip())
        return
    rule = "| --- " * len(table.header) + "|"
    rows = [_row(table.header), rule, *map(_row, _with_works(plan, table))]
    yield Paragraph("\n".join(rows))


def _with_whole_title(plan: Plan, table: Table, words: str) -> str:
    """Return a head's words with the summary below the number (`V/v …`) in one line."""
    start, end = plan.metadata.spans.get("title", (0, 0))
    first, last = start - table.span[0], end - table.span[0]
    if not 0 <= first < last <= len(words):
        return words
    return words[:first] + words[first:last].replace(_BREAK, " ") + words[last:]


def _with_works(plan: Plan, table: Table) -> Iterator[list[str]]:
    """Yield the rows, a task's words in each that it has: Markdown cannot merge them downwards."""
    works = {task.row: task.text for task in plan.tasks if task.table == table.id}
    above = [""] * len(table.header)
    for number, row in enumerate(table.rows):
        work = works.get(number, "")
        missing = work and not any(work in cell for cell in row)
        yield [
            up if missing and not cell and work in up else cell
            for cell, up in zip_longest(row, above[: len(row)], fillvalue="")
        ]
        above = [cell or up for cell, up in zip_longest(row, above[: len(row)], fillvalue="")]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(cell).replace(_BREAK, '<br>') for cell in cells)} |"


def _outline(plan: Plan) -> Iterator[Paragraph]:
    """Yield what a plan without its text still says: title, outline, tasks, tables."""
    data = plan.metadata
    if data.document_type:
        yield Paragraph(f"# {escaped(data.document_type.name.upper())}")
    if data.title:
        yield Paragraph(f"**{escaped(data.title)}**")
    parents = {section.parent for section in plan.sections}
    for section in plan.sections:
        yield _heading(section, section.text, parent=section.id in parents)
        for task in plan.tasks:
            if task.section == section.id and task.text not in section.text and task.row is None:
                yield Paragraph(f"- {escaped(task.text)}", item=True)
    for table in plan.tables:
        if table.role is TableRole.TASK_REGISTER:
            yield from _table(plan, table, "")


def escaped(text: str) -> str:
    r"""Return a text in which no letter is a mark of Markdown.

    >>> escaped("<b> 2*3"), escaped("# a")
    ('\\<b\\> 2\\*3', '\\# a')
    """
    return _MEANT.sub(lambda match: f"\\{match[0]}", text)
