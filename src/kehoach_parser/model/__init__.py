"""The output contract as frozen pydantic records, one file a noun."""

from kehoach_parser.model.base import Box, Record, Span
from kehoach_parser.model.deadline import (
    Deadline,
    DeadlineKind,
    DeadlineRole,
    Modality,
    Window,
    YearSource,
)
from kehoach_parser.model.diagnostic import Diagnostic, Severity
from kehoach_parser.model.metadata import (
    Attached,
    DocumentType,
    Issuer,
    Metadata,
    Period,
    Signature,
    Signer,
)
from kehoach_parser.model.plan import SCHEMA_VERSION, Plan, Source, SourceFormat
from kehoach_parser.model.reference import (
    Citation,
    CitationForm,
    Provision,
    Reference,
    ReferenceRole,
)
from kehoach_parser.model.section import Section, SectionKind
from kehoach_parser.model.table import Table, TableRole
from kehoach_parser.model.task import Clarity, Task, TaskOrigin, Unit

__all__ = [
    "SCHEMA_VERSION",
    "Attached",
    "Box",
    "Citation",
    "CitationForm",
    "Clarity",
    "Deadline",
    "DeadlineKind",
    "DeadlineRole",
    "Diagnostic",
    "DocumentType",
    "Issuer",
    "Metadata",
    "Modality",
    "Period",
    "Plan",
    "Provision",
    "Record",
    "Reference",
    "ReferenceRole",
    "Section",
    "SectionKind",
    "Severity",
    "Signature",
    "Signer",
    "Source",
    "SourceFormat",
    "Span",
    "Table",
    "TableRole",
    "Task",
    "TaskOrigin",
    "Unit",
    "Window",
    "YearSource",
]
