"""The root of the output: one `Plan` for one input file."""

from enum import StrEnum
from typing import Final

from kehoach_parser.model.base import Record, Share
from kehoach_parser.model.deadline import Deadline
from kehoach_parser.model.diagnostic import Diagnostic
from kehoach_parser.model.metadata import Metadata
from kehoach_parser.model.reference import Citation, Reference
from kehoach_parser.model.section import Section
from kehoach_parser.model.table import Table
from kehoach_parser.model.task import Task, Unit

SCHEMA_VERSION: Final = "1.0"
"""The version of the output contract (semver)."""


class SourceFormat(StrEnum):
    """The format of the input, told by its content."""

    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    TXT = "txt"
    MD = "md"
    HTML = "html"
    ODT = "odt"
    RTF = "rtf"
    PNG = "png"
    JPG = "jpg"
    TIFF = "tiff"


class Source(Record):
    """The input file: `name` without folders, `bytes` its size, `parser` with its version."""

    name: str
    format: SourceFormat
    sha256: str
    bytes: int
    pages: int | None = None
    encoding: str | None = None
    ocr: str | None = None
    parser: str


class Plan(Record):
    """Everything that one document says; every span points into `text`.

    `clarity` is the share of the five of the "5 rõ" rule that the tasks meet on average, 0 to 1,
    null without tasks.
    """

    schema_version: str = SCHEMA_VERSION
    source: Source
    metadata: Metadata
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    clarity: Share | None = None
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tables: tuple[Table, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    units: tuple[Unit, ...] = ()
    text: str
