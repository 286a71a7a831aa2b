"""The order of the stages, and nothing else: bytes in, `Plan` out."""

import gc
import hashlib
from pathlib import PurePath
from typing import NamedTuple

from kehoach_parser._version import __version__
from kehoach_parser.errors import FormatError
from kehoach_parser.extract.citations import Mentions, find_references
from kehoach_parser.extract.clarity import share_met
from kehoach_parser.extract.deadlines import Dates, find_deadlines, plan_period
from kehoach_parser.extract.tables.continued import read_columns
from kehoach_parser.extract.tasks import Duties, find_tasks
from kehoach_parser.findings import Finding
from kehoach_parser.messages import Language, messages, say
from kehoach_parser.model import (
    Diagnostic,
    Metadata,
    Period,
    Plan,
    Severity,
    Signature,
    Source,
    SourceFormat,
)
from kehoach_parser.readers.base import DEFAULT_LIMITS, Limits
from kehoach_parser.readers.read import read
from kehoach_parser.segment.doubts import doubtful, with_confidence, without_guesses
from kehoach_parser.segment.header import read_header
from kehoach_parser.segment.outline import build_outline
from kehoach_parser.segment.structure import Header, Outline
from kehoach_parser.text.document import Document
from kehoach_parser.text.source import SourceText, build


class Options(NamedTuple):
    """What a caller may set: the limits on a file, and the language of the diagnostics."""

    limits: Limits = DEFAULT_LIMITS
    language: Language = "vi"


DEFAULT = Options()


def run(data: bytes, name: str, options: Options = DEFAULT) -> Plan:
    """Return the plan that a file's bytes hold; `name` is the file's name, folders are dropped.

    Raises `KehoachError` where no document can be had.
    """
    # The search for cyclic garbage would look at each record of a long plan again: a fifth of the
    # time of a long register. The stages make no cycles, readers hardly any.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _plan(read(data, name, options.limits), data, name, options)
    finally:
        # Without a freeze: what the caller holds would be old at once, and its cycles never found.
        if was_on:
            gc.enable()


def _plan(document: Document, data: bytes, name: str, options: Options) -> Plan:
    source = build(document)
    if not (source.text or document.findings):  # one tells where there are only pictures
        raise FormatError("file-empty", name=name)
    header = read_header(source)
    if header.rest is not None:  # of a file that bundles several documents, the first
        source = source.before(header.rest)
    header = without_guesses(source, _complete(source, header, document))
    outline = build_outline(source, header)
    mentions = find_references(source, header)
    columns = read_columns(source)
    dates = find_deadlines(source, header, outline, mentions.citations, columns)
    duties = find_tasks(source, outline, header, columns, dates.deadlines, mentions)
    facts = (*mentions.citations, *dates.deadlines)
    found = (
        *source.findings, *header.findings, *outline.findings, *mentions.findings,
        *dates.findings, *duties.findings, *doubtful(source, [fact.span for fact in facts]),
    )  # fmt: skip
    return Plan(
        source=_source(document, data, name),
        metadata=header.metadata,
        sections=outline.sections,
        tasks=duties.tasks,
        clarity=share_met(duties.tasks),
        references=mentions.references,
        citations=with_confidence(source, mentions.citations),
        deadlines=with_confidence(source, dates.deadlines),
        tables=duties.tables,
        diagnostics=_diagnostics(source, found, options.language),
        units=duties.units,
        text=source.text,
    )


def _complete(source: SourceText, header: Header, document: Document) -> Header:
    """Add what other stages know: the plan's own period, and the file's digital signatures."""
    metadata = header.metadata
    period = _period(source, metadata)
    signatures = tuple(
        Signature.model_validate({"signer": mark.signer, "signed_at": mark.signed_at})
        for mark in document.signatures
    )
    if period is None and not signatures:
        return header
    return header._replace(
        metadata=metadata.model_copy(update={"period": period, "signatures": signatures})
    )


def _period(source: SourceText, metadata: Metadata) -> Period | None:
    """Return the period that the title says, else the title of the plan that is carried.

    What was over before the document was issued is what it looks into (`Giám sát … 2021 - 2025`).
    """
    for name in ("title", "attached"):
        span = metadata.spans.get(name)
        period = plan_period(source.text[slice(*span)], span[0]) if span else None
        if period:
            issued = metadata.issued_on
            return None if period.end and issued and period.end < issued else period
    return None


def _source(document: Document, data: bytes, name: str) -> Source:
    return Source(
        name=PurePath(name.replace("\\", "/")).name,
        format=SourceFormat(document.format),
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        pages=document.pages,
        encoding=document.encoding,
        ocr=document.ocr,
        parser=f"kehoach-parser {__version__}",
    )


def _diagnostics(
    source: SourceText, found: tuple[Finding, ...], language: Language
) -> tuple[Diagnostic, ...]:
    """Return the findings in words, in the order of the text, those of the whole file first."""
    ordered = sorted(found, key=lambda item: item.span or (-1, -1))
    return tuple(
        Diagnostic(
            code=item.code,
            severity=Severity(messages()[item.code].severity),
            message=say(item.code, item.params, language),
            span=item.span,
            page=item.page or (source.page_at(item.span[0]) if item.span else None),
        )
        for item in ordered
    )


__all__ = ["DEFAULT", "Dates", "Duties", "Mentions", "Options", "Outline", "run"]
