"""What stands below the title and belongs to the head: who issues, who signs, a plan attached."""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.findings import finding
from kehoach_parser.model import Attached, DocumentType, Issuer, Signer
from kehoach_parser.model.base import Span
from kehoach_parser.segment.closing import Closing
from kehoach_parser.segment.head_fields import Fields, put_place, type_record
from kehoach_parser.segment.issuer import issuer_of_capacity, issuer_of_sentence
from kehoach_parser.segment.letter import HEAD_LINES
from kehoach_parser.segment.title import find_type, read_title
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_AUTHORITY_LINES: Final = 3
"""Lines under a title among which one may name who decides."""

_PREAMBLE: Final = 6_000
"""Characters in which a plan says who issues it."""

_COMMITTEE: Final = pattern(
    r"(?i:(?P<area>địa bàn )?\b(?P<level>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn"
    r"|đặc khu))\b"
)
"""What the committee of a place is over; a title names the level alone (`trên địa bàn tỉnh`)."""

_PLANS: Final = frozenset({"KH", "CTr", "ĐA", "PA"})


def names_below(source: SourceText, number: int, place: str | None) -> Iterator[str]:
    """Yield what may name the authority in full, in capitals.

    The lines under a title, who the preamble says issues the plan, and the committee of the place.
    """
    yield from map(source.words, source.lines[number : number + _AUTHORITY_LINES])
    start = source.lines[number].start if number < len(source.lines) else len(source.text)
    preamble = source.text[start : start + _PREAMBLE]
    found = issuer_of_sentence(preamble, start, place)
    if found is not None:
        yield found[0].name.upper()
    if place is None:
        return
    levels = list(_COMMITTEE.finditer(source.text, 0, start + _PREAMBLE))
    named = (each for each in levels if source.text.startswith(f" {place}", each.end()))
    titled = (each for each in levels if each["area"] and each.end() < start)
    for committee in (*named, *titled):
        yield f"ỦY BAN NHÂN DÂN {committee['level']} {place}".upper()


def read_closing(source: SourceText, fields: Fields, blocks: list[Closing], body: int) -> None:
    """Take signers and recipients of the first closing block, and what the head lacks."""
    block = blocks[0] if blocks else None
    if block is not None:
        fields.put("signers", block.signers, None)
        fields.put("recipients", block.recipients, None)
        if not fields.dated and block.place_date is not None:
            offset = source.text.find(block.place_date.string, source.lines[block.first].start)
            put_place(fields, block.place_date, max(offset, 0))
    if "issuer" in fields.values:
        return
    found = _issuer_below(source, body, block.signers if block else (), fields.place)
    if found is not None:
        fields.put("issuer", *found)
        fields.findings.append(finding("issuer-inferred", found[1], name=found[0].name))


def _issuer_below(
    source: SourceText, body: int, signers: tuple[Signer, ...], place: str | None
) -> tuple[Issuer, Span | None] | None:
    """Return the issuer that the preamble names, else the body that the first signer acts for."""
    start = source.lines[body].start if body < len(source.lines) else len(source.text)
    found = issuer_of_sentence(source.text[start : start + _PREAMBLE], start, place)
    if found is not None:
        return found
    for signer in signers:
        issuer = issuer_of_capacity(signer.capacity, place)
        if issuer is not None:
            return issuer, None
    return None


def attached_plan(
    source: SourceText, fields: Fields, blocks: list[Closing]
) -> tuple[int, int] | None:
    """Return the lines of an attached plan's head, which stands behind the first signature."""
    doc_type = fields.values.get("document_type")
    plan_itself = isinstance(doc_type, DocumentType) and doc_type.code in _PLANS
    if not blocks or plan_itself:
        return None
    first = blocks[0].last
    last = min(first + HEAD_LINES // 2, len(source.lines))
    found = find_type(source, first, last, party=False)
    if found is None or found.doc_type.code not in _PLANS:
        return None
    title = read_title(source, found, None)
    plan = Attached(document_type=type_record(found.doc_type), title=title.text)
    fields.put("attached", plan, title.span)
    return first, title.end
