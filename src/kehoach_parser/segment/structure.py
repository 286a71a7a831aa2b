"""What segmentation gives: the header's metadata, and the outline with an owner for each line."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from kehoach_parser.findings import Finding
from kehoach_parser.model import Metadata, Section


class Zone(IntEnum):
    """The part of the document in which a line stands."""

    HEADER = 0
    PREAMBLE = 1
    BODY = 2
    CLOSING = 3
    APPENDIX = 4
    FOOT = 5


class Lost(IntEnum):
    """What a copy lacks of its plan: nothing, its head, or also the head of the part it is of."""

    NOTHING = 0
    HEAD = 1
    PART = 2


class Header(NamedTuple):
    """The page's head: metadata, and the number of the first line below it.

    `attached` is the range of lines of an attached plan's own head, `closings` the ranges of
    the closing blocks (Nơi nhận, signature), last lines exclusive. `year` is the year of the
    date line, also where its day is blank. `rest` is the first line of another document that
    the file bundles. `lost` is what a copy of a plan lacks: with `PART` it begins among duties.
    `posted_on` is the day on which an article was posted. `foot` is the first line of a page's
    foot (links, buttons), which is no part of the document.
    """

    metadata: Metadata
    end: int
    closings: tuple[tuple[int, int], ...] = ()
    attached: tuple[int, int] | None = None
    year: int | None = None
    rest: int | None = None
    findings: tuple[Finding, ...] = ()
    lost: Lost = Lost.NOTHING
    posted_on: date | None = None
    foot: int | None = None

    @property
    def is_official(self) -> bool:
        """Whether the text has an outline and duties, as an article has not."""
        return self.lost > Lost.NOTHING or self.metadata.document_type is not None


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline over the lines of a `SourceText`.

    `owner[n]` is the index into `sections` of the innermost section that line `n` belongs to
    (its own paragraph, or a paragraph, bullet or row below it), -1 for none. `zones[n]` is the
    line's zone. `heads[i]` is the line of section `i`'s own paragraph, `parents[i]` the
    index of the section above it, -1 for none, `children[i]` those of its direct children.
    """

    sections: tuple[Section, ...]
    owner: tuple[int, ...]
    zones: tuple[Zone, ...]
    heads: tuple[int, ...]
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    findings: tuple[Finding, ...] = ()
