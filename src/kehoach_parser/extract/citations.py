"""Citations: every mention of a document, read and resolved (the field's `văn bản viện dẫn`).

The steps: the text without wraps (`citing.flat`), mentions by code and by law (`citing.scan`),
short forms (`citing.shortforms`), their documents (`citing.resolve`), roles and edges
(`citing.roles`), records (`extract.references`).
"""

from typing import NamedTuple

from kehoach_parser.extract.citing.drafts import Draft
from kehoach_parser.extract.citing.flat import flatten
from kehoach_parser.extract.citing.lists import handed_on, spread
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.numbers import tidy
from kehoach_parser.extract.citing.organs import named_in_titles
from kehoach_parser.extract.citing.plan_years import without_plan_years
from kehoach_parser.extract.citing.resolve import Cited, Own, Resolver
from kehoach_parser.extract.citing.roles import reasons
from kehoach_parser.extract.citing.scan import scan
from kehoach_parser.extract.citing.shortforms import aliases, blanks, pointers, short_numbers
from kehoach_parser.extract.references import build_records
from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.doctypes import type_by_code
from kehoach_parser.model import Citation, CitationForm, Reference, ReferenceRole
from kehoach_parser.segment.structure import Header
from kehoach_parser.text.source import SourceText


class Mentions(NamedTuple):
    """The cited documents, their mentions, and what was odd about them."""

    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]


def find_references(source: SourceText, header: Header) -> Mentions:
    """Return the documents that a text cites, each once, and each mention of them.

    The document's own number in its header is no citation; elsewhere (`Kèm theo Kế hoạch số …`)
    it refers to the plan itself, role `self`.
    """
    text = flatten(source.text)
    own = _own(header)
    found = [one for one in scan(text) if not _in_header(one, source, header, own)]
    listed = named_in_titles(spread(text, handed_on(text, found)))
    mentions = without_plan_years(text, listed)
    resolver = Resolver(text, own)
    resolver.full(mentions)
    resolver.short(list(short_numbers(text)))
    resolver.names(list(aliases(text)))
    resolver.pointers(list(pointers(text)), [(at, found.code) for at, found in blanks(text)])
    _give_roles(text, resolver.cited, own.draft)
    references, citations = build_records(source, resolver.cited)
    odd = [*resolver.registry.findings, *_disagreements(mentions)]
    odd.sort(key=lambda one: one.span or (0, 0))
    return Mentions(references, citations, tuple(odd))


def _own(header: Header) -> Own:
    metadata = header.metadata
    attached = metadata.attached.document_type if metadata.attached else None
    codes = frozenset(found.code for found in (metadata.document_type, attached) if found)
    kind = type_by_code(metadata.document_type.code) if metadata.document_type else None
    issuer = metadata.issuer.name if metadata.issuer else None
    draft = Draft(kind, metadata.code, metadata.number, issued_on=metadata.issued_on,
                  issuer=issuer, title=metadata.title, own=True)  # fmt: skip
    draft.year = metadata.issued_on.year if metadata.issued_on else None
    return Own(tidy(metadata.code).key if metadata.code else None, draft, codes)


def _in_header(mention: Mention, source: SourceText, header: Header, own: Own) -> bool:
    """Return whether a mention is the document's own number in its header.

    A page that shows a document names it above the head too (`Kế hoạch 12/KH-UBND năm 2026`).
    """
    blank = header.metadata.spans.get("symbol") if own.key is None else None
    if blank and blank[0] <= mention.start and mention.end <= blank[1]:
        return True  # `Số: …/2026/KH-ĐHSH`
    if mention.key != own.key:
        return False
    if mention.named:
        return mention.end <= header.metadata.spans.get("code", (0, 0))[0]
    return source.line_at(mention.start) < header.end


def _give_roles(text: str, cited: list[Cited], own: Draft) -> None:
    named = [
        (one.draft, (one.start, one.end))
        for one in cited
        if one.draft and one.form is not CitationForm.ANAPHORA
    ]
    found = reasons(text, [place for _, place in named])
    for (draft, _), reason in zip(named, found, strict=True):
        if draft is own:
            continue
        draft.roles.add(reason.role)
        parent = named[reason.parent][0] if reason.parent is not None else None
        if parent is not None and parent is not draft:
            parent.implements[draft] = None
        if reason.role is ReferenceRole.IMPLEMENTS:
            own.implements[draft] = None
    own.roles.add(ReferenceRole.SELF)


def _disagreements(mentions: list[Mention]) -> list[Finding]:
    return [
        finding("citation-type-differs", (one.start, one.end), number=one.code, word=one.word.name,
                type=one.doctype.name)
        for one in mentions
        if one.word and one.doctype
    ]  # fmt: skip
