"""The outline: labelled units and unnumbered headings."""

from enum import StrEnum

from pydantic import Field

from kehoach_parser.model.base import Entity


class SectionKind(StrEnum):
    """What a section is for, told by its heading's words."""

    PURPOSE = "purpose"
    OBJECTIVES = "objectives"
    PRINCIPLES = "principles"
    SITUATION = "situation"
    SCOPE = "scope"
    TASKS = "tasks"
    SCHEDULE = "schedule"
    BUDGET = "budget"
    ORGANIZATION = "organization"
    REPORTING = "reporting"
    APPENDIX = "appendix"
    OTHER = "other"


class Section(Entity):
    """A labelled unit (`II`, `1.2`, `đ`, `PHỤ LỤC I`) or an unnumbered heading.

    `text` and `span` cover the unit's own paragraph, label included, not its children.
    `label` is written without punctuation and null for an unnumbered heading, whose step in
    `path` is `~`.
    """

    parent: str | None
    level: int = Field(ge=1)
    label: str | None
    path: str
    heading: str
    kind: SectionKind
