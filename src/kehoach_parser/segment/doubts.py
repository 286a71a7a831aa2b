"""What OCR is not sure of in the head, and in facts: a guess is told, a number is not guessed."""

from collections.abc import Iterable
from typing import Final, TypeVar

from kehoach_parser.findings import Finding, finding
from kehoach_parser.model import Metadata
from kehoach_parser.model.base import Entity, Span
from kehoach_parser.segment.structure import Header
from kehoach_parser.text.source import SourceText

_NUMBERED: Final = ("number", "code")
_TOLD: Final = ("issuer", "place", "issued_on", "title")
_GUESSED: Final = 0.4
"""Confidence below which a day is no more than a guess: in handwriting, or read in several ways."""

_LONGEST: Final = 60

E = TypeVar("E", bound=Entity)


def without_guesses(source: SourceText, header: Header) -> Header:
    """Return the head without a number or day that OCR doubts, and with what else it doubts told.

    A wrong number or day leads to another document, so that a doubtful one counts as blank.
    """
    if not source.doubts:
        return header
    metadata = header.metadata
    found: list[Finding] = []
    place = next((metadata.spans[n] for n in _NUMBERED if n in metadata.spans), None)
    if metadata.number and place and _least(source, _number_in(source, metadata, place)):
        found.append(finding("ocr-number-doubtful", place, text=source.text[slice(*place)]))
        metadata = metadata.model_copy(update={"number": None, "code": None})
    place = metadata.spans.get("issued_on")
    if metadata.issued_on and place and _doubts_digits(source, place):
        text = source.text[slice(*place)].strip(" ,")
        found.append(finding("ocr-date-doubtful", place, text=text))
        metadata = metadata.model_copy(update={"issued_on": None})
    told = {metadata.spans[name] for name in _TOLD
            if name in metadata.spans and getattr(metadata, name)}  # fmt: skip
    told |= {signer.span for signer in metadata.signers if signer.span}
    found += doubtful(source, sorted(told))
    return header._replace(metadata=metadata, findings=(*header.findings, *found))


def _number_in(source: SourceText, metadata: Metadata, place: Span) -> Span:
    """Return where the digits of the number stand within a place."""
    at = source.text.find(metadata.number or "", *place)
    return (at, at + len(metadata.number or "")) if at >= 0 else place


def _doubts_digits(source: SourceText, span: Span) -> bool:
    """Return whether the digits of a word in a span are a guess."""
    start, end = span
    return any(
        any(char.isdigit() for char in source.text[d.start : d.end])
        for d in source.doubts
        if d.start < end and start < d.end and d.confidence < _GUESSED
    )


def doubtful(source: SourceText, places: Iterable[Span]) -> list[Finding]:
    """Return a finding for each place that holds a word OCR is not sure of."""
    found: list[Finding] = []
    for place in places:
        least = _least(source, place)
        if least is not None:
            text = source.text[slice(*place)]
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            found.append(finding("ocr-doubtful", place, text=shown, confidence=f"{least:.2f}"))
    return found


def with_confidence(source: SourceText, entities: Iterable[E]) -> tuple[E, ...]:
    """Return facts of a few words as sure as their least sure word."""
    if not source.doubts:
        return tuple(entities)
    return tuple(
        entity if (least := _least(source, entity.span)) is None
        else entity.model_copy(update={"confidence": least})
        for entity in entities
    )  # fmt: skip


def _least(source: SourceText, span: Span) -> float | None:
    """Return the confidence of the least sure doubtful word in a span, null without one."""
    start, end = span
    return min(
        (d.confidence for d in source.doubts if d.start < end and start < d.end), default=None
    )
