"""What the reader of the output should know about the document."""

from enum import StrEnum

from kehoach_parser.model.base import Page, Record, Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Diagnostic(Record):
    """A finding about the document: its stable `code`, and a sentence for people."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    page: Page | None = None
