"""The document's head and its file as the page lists them."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kehoach_parser.exporters.page.facts import places
from kehoach_parser.exporters.page.tasks import Named
from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.model import Metadata, Plan, Source

_KILO: Final = 1024


class Field(NamedTuple):
    """A line of the document's head: its heading, and what the document says there."""

    heading: str
    values: tuple[Named, ...]


def head_fields(plan: Plan, say: Wording) -> tuple[Field, ...]:
    """Return what the head says, and which file it stands in; what is unknown is left out."""
    fields = (
        Field(say(f"field-{name}"), tuple(value for value in values if value.words))
        for name, values in (*_head(plan.metadata, say), *_file(plan.source, say))
    )
    return tuple(field for field in fields if field.values)


def _head(metadata: Metadata, say: Wording) -> Iterator[tuple[str, Iterable[Named]]]:
    place = places(metadata)
    kind, issuer, attached = metadata.document_type, metadata.issuer, metadata.attached
    yield "document_type", [Named(kind.name if kind else "", place.get("document_type"))]
    yield "code", [Named(_code(metadata), place.get("code") or place.get("symbol"))]
    bodies = (issuer.parent, issuer.name) if issuer else ()
    yield "issuer", [Named(" · ".join(filter(None, bodies)), place.get("issuer"))]
    yield "place", [Named(metadata.place or "", place.get("place"))]
    day = say.day(metadata.issued_on) if metadata.issued_on else ""
    yield "issued_on", [Named(day, place.get("issued_on"))]
    yield "title", [Named(metadata.title or "", place.get("title"))]
    plan = f"{attached.document_type.name}: {attached.title or ''}" if attached else ""
    yield "attached", [Named(plan, place.get("attached"))]
    yield "period", [Named(metadata.period.text if metadata.period else "", None)]
    yield "urgency", [Named(metadata.urgency or "", place.get("urgency"))]
    yield "secrecy", [Named(metadata.secrecy or "", place.get("secrecy"))]
    yield "signers", _signers(metadata)
    yield "recipients", [Named(item, None) for item in metadata.recipients]
    yield "signatures", [Named(item.signer, None) for item in metadata.signatures]


def _code(metadata: Metadata) -> str:
    return metadata.code or (f"…/{metadata.symbol}" if metadata.symbol else "")


def _signers(metadata: Metadata) -> Iterator[Named]:
    for number, signer in enumerate(metadata.signers, 1):
        post = " ".join(filter(None, (signer.capacity, signer.position)))
        words = f"{signer.name} ({post})" if post else signer.name
        yield Named(words, f"m-signer{number}" if signer.span else None)


def _file(source: Source, say: Wording) -> Iterator[tuple[str, Iterable[Named]]]:
    size = f"{-(-source.bytes // _KILO)} KB"
    name = say("file", name=source.name, format=source.format.value, size=size)
    pages = say("file-pages", pages=source.pages) if source.pages else ""
    yield "file", [Named(", ".join(filter(None, (name, pages))), None)]
    yield "parser", [Named(", ".join(filter(None, (source.parser, source.ocr))), None)]
    yield "sha256", [Named(source.sha256, None)]
