"""Which places of the text are marked, and by which id page and text know a fact."""

from collections.abc import Iterator

from kehoach_parser.exporters.page.marks import Mark
from kehoach_parser.model import Metadata, Plan

FIELDS = (
    "document_type", "code", "symbol", "number", "title", "attached", "issuer", "place",
    "issued_on", "urgency", "secrecy",
)  # fmt: skip
"""Fields of the head by which a place is called where several share it, the first that fits."""


def marks_of(plan: Plan) -> Iterator[Mark]:
    """Return the marks of all facts but the outline, whose paragraphs bear them."""
    yield from (Mark(*task.span, "t", task.id) for task in plan.tasks)
    yield from (Mark(*item.span, "d", item.id) for item in plan.deadlines)
    yield from (Mark(*item.span, "c", item.id) for item in plan.citations)
    for unit in plan.units:
        yield from (Mark(*span, "u", unit.id) for span in unit.mentions)
    yield from _head(plan.metadata)
    for number, diagnostic in enumerate(plan.diagnostics, 1):
        if diagnostic.span:
            yield Mark(*diagnostic.span, "g", f"g{number}")


def places(metadata: Metadata) -> dict[str, str]:
    """Return the id of each field's place in the text; fields that share a place share the id."""
    first: dict[tuple[int, int], str] = {}
    found: dict[str, str] = {}
    for field in FIELDS:
        if span := metadata.spans.get(field):
            found[field] = first.setdefault(span, f"m-{field}")
    return found


def _head(metadata: Metadata) -> Iterator[Mark]:
    for field, name in places(metadata).items():
        if name == f"m-{field}":
            yield Mark(*metadata.spans[field], "m", name)
    for number, signer in enumerate(metadata.signers, 1):
        if signer.span:
            yield Mark(*signer.span, "m", f"m-signer{number}")
