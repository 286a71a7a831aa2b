"""The fields of a head, each with its place: number, place and day, urgency and secrecy."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.lexicon.stamps import stamped
from kehoach_parser.model import DocumentType, Metadata
from kehoach_parser.model.base import Span
from kehoach_parser.segment.closing import find_place_date
from kehoach_parser.segment.code import Code, is_blank_number
from kehoach_parser.segment.pieces import Piece
from kehoach_parser.segment.place_date import issued_day, lone_day, place_name
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_YEAR: Final = pattern(r"(?:19|20)\d\d\.?")
_YEAR_DIGITS: Final = 4


@dataclass(slots=True)
class Fields:
    """What the head's pieces say so far, each field with its place."""

    values: dict[str, object] = field(default_factory=lambda: {})
    spans: dict[str, Span] = field(default_factory=lambda: {})
    findings: list[Finding] = field(default_factory=lambda: [])
    year: int | None = None
    dated: bool = False

    def put(self, name: str, value: object, span: Span | None) -> None:
        """Keep the first value of a field."""
        if value is not None and name not in self.values:
            self.values[name] = value
            if span is not None:
                self.spans[name] = span

    @property
    def place(self) -> str | None:
        """The place beside the day, null where the head has none."""
        place = self.values.get("place")
        return place if isinstance(place, str) else None

    def metadata(self) -> Metadata:
        """Return the fields as the record of the output."""
        return Metadata.model_validate({**self.values, "spans": self.spans})


def type_record(kind: DocType) -> DocumentType:
    """Return a type as the record of the output."""
    return DocumentType(code=kind.code, name=kind.name)


def read_code(fields: Fields, code: Code | None) -> None:
    """Take number and symbol."""
    if code is None:
        return
    fields.put("number", code.number, code.span)
    fields.put("symbol", code.symbol, code.span)
    fields.put("code", code.code, code.span)


def read_place(source: SourceText, fields: Fields, head: list[Piece]) -> None:
    """Take place and day of the piece that holds them, broken over two lines or not.

    The year may stand alone two lines below: a page's other column lies between.
    """
    for piece, below, last in zip_longest(head, head[1:], head[2:]):
        match = find_place_date(piece.text)
        for later in (below, last) if "gày" in piece.text else ():
            if later is None or later.column != piece.column or (match and match["year"]):
                break
            if later is below or _YEAR.fullmatch(later.text):
                match = find_place_date(_joined(source, piece, later)) or match
        if match and not piece.text.startswith(("Căn cứ", "Kính gửi", "(")):
            put_place(fields, match, piece.start)
            return
    issued, span = lone_day(head)
    fields.put("issued_on", issued, span)
    fields.year = issued.year if issued else fields.year


def _joined(source: SourceText, piece: Piece, below: Piece) -> str:
    """Return two lines as one, blanks for what parts them (`… ngày 4` / `tháng 5 năm …`)."""
    gap = " " * (below.start - piece.end)
    return source.text[piece.start : piece.end] + gap + source.text[below.start : below.end]


def put_place(fields: Fields, match: re.Match[str], offset: int) -> None:
    """Take place and day of a match of `find_place_date` in a text that begins at an offset."""
    place = place_name(match["place"])
    start = offset + match.start("place") + match["place"].find(place or "")
    if place and place.isupper() and " " in place and "." not in place:
        place = place.title()
    fields.put("place", place, (start, offset + match.end("place")))
    issued = issued_day(match)
    fields.put("issued_on", issued, (offset + match.end("place"), offset + match.end()))
    digits = "".join(match["year"].split())
    if digits.isdigit() and len(digits) == _YEAR_DIGITS:
        fields.year = int(digits)
    fields.dated = True


def read_marks(fields: Fields, head: list[Piece], *, above_title: bool = True) -> None:
    """Take urgency and secrecy (`HỎA TỐC`, `MẬT`); a secret document is told about.

    Within a title `TÀI LIỆU MẬT` may be its words.
    """
    for piece in head:
        stamp = stamped(piece.text)
        if stamp is None or not (stamp.alone or above_title):
            continue
        span = piece.start, piece.end
        fields.put("urgency", stamp.urgency, span)
        fields.put("secrecy", stamp.secrecy, span)
        if stamp.secrecy:
            fields.findings.append(finding("secret", span, mark=stamp.secrecy))


def report_blanks(fields: Fields, code: Code | None, head: list[Piece]) -> None:
    """Report what the head leaves blank: a blank is never filled with a guess."""
    if code is not None and code.number is None:
        fields.findings.append(finding("number-blank", code.span))
    elif code is None and any(is_blank_number(piece.text) for piece in head):
        fields.findings.append(finding("number-blank"))
    if fields.dated and "issued_on" not in fields.values:
        fields.findings.append(finding("date-blank", fields.spans.get("place")))
