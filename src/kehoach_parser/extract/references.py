"""Records of what was cited: references with their ids, roles and edges, and citations."""

from typing import Final

from kehoach_parser.extract.citing.drafts import Draft
from kehoach_parser.extract.citing.resolve import Cited
from kehoach_parser.extract.citing.uri import canonical_uri
from kehoach_parser.model import Citation, Reference, ReferenceRole
from kehoach_parser.text.source import SourceText

_STRONGEST: Final = tuple(ReferenceRole)


def build_records(
    source: SourceText, cited: list[Cited]
) -> tuple[tuple[Reference, ...], tuple[Citation, ...]]:
    """Return the references in the order of their first mention, and the citations."""
    ids: dict[Draft, str] = {}
    mentions: dict[Draft, list[str]] = {}
    for number, one in enumerate(cited, 1):
        if one.draft is not None:
            ids.setdefault(one.draft, f"r{len(ids) + 1}")
            mentions.setdefault(one.draft, []).append(f"c{number}")
    references = tuple(_reference(draft, ids, tuple(mentions[draft])) for draft in ids)
    citations = tuple(_citation(source, number, one, ids) for number, one in enumerate(cited, 1))
    return references, citations


def _reference(draft: Draft, ids: dict[Draft, str], mentions: tuple[str, ...]) -> Reference:
    doctype = draft.doctype
    return Reference(
        id=ids[draft],
        type=doctype.code if doctype else None,
        type_name=doctype.name if doctype else None,
        code=draft.spelling,
        year=draft.year,
        issued_on=draft.issued_on,
        issuer=draft.issuer,
        title=draft.title,
        aliases=tuple(draft.aliases),
        role=min(draft.roles, key=_STRONGEST.index, default=ReferenceRole.MENTIONS),
        implements=tuple(ids[other] for other in draft.implements if other in ids),
        uri=canonical_uri(
            doctype, draft.spelling, draft.issuer, draft.issued_on, draft.year, draft.title
        ),
        mentions=mentions,
    )


def _citation(source: SourceText, number: int, one: Cited, ids: dict[Draft, str]) -> Citation:
    line = source.lines[source.line_at(one.start)]
    return Citation(
        id=f"c{number}",
        text=source.text[one.start : one.end],
        span=(one.start, one.end),
        page=line.page,
        box=line.box,
        confidence=line.confidence,
        reference=ids[one.draft] if one.draft else None,
        form=one.form,
        provision=one.provision,
        candidates=tuple(ids[draft] for draft in one.candidates if draft in ids),
    )
