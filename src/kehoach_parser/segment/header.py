"""The head of a document as metadata: NĐ 30/2020/NĐ-CP, Phụ lục I, and the Party's own rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.model import Attached, DocumentType, Issuer, Metadata, Signer
from kehoach_parser.model.base import Span
from kehoach_parser.segment.article import read_article
from kehoach_parser.segment.closing import Closing, find_place_date
from kehoach_parser.segment.closings import find_closings
from kehoach_parser.segment.code import Code, find_code, is_blank_number
from kehoach_parser.segment.headless import body_of_plan
from kehoach_parser.segment.issuer import (
    is_motto,
    issuer_of_capacity,
    issuer_of_sentence,
    read_issuer,
    read_mixed_issuer,
    with_level,
    with_small_letters,
)
from kehoach_parser.segment.letter import (
    ADDRESSED,
    HEAD_LINES,
    bare_title,
    is_address,
    letter_end,
    letter_title,
)
from kehoach_parser.segment.pieces import Piece, pieces
from kehoach_parser.segment.place_date import body_beside, issued_day, lone_day, place_name
from kehoach_parser.segment.structure import Header
from kehoach_parser.segment.title import (
    Title,
    TypeLine,
    find_type,
    is_in_headline,
    read_title,
    title_above,
    title_of_headline,
    type_in_headline,
)
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_ADDRESS_LINES: Final = 4
"""Within how many lines at the top `Kính gửi` makes a text without a head a letter."""

_AUTHORITY_LINES: Final = 3
"""Lines under a title among which one may name who decides."""

_PREAMBLE: Final = 6_000  # characters in which the plan says who issues it
_URGENCY: Final = pattern(r"\W*(HỎA TỐC HẸN GIỜ|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)\W*")
_SECRECY: Final = pattern(r"\W*(TUYỆT MẬT|TỐI MẬT|MẬT)\W*")
_SUMMARY: Final = frozenset(
    ("số hiệu", "số ký hiệu", "ngày ban hành", "ngày có hiệu lực", "ngày hết hiệu lực", "trích yếu",
     "loại văn bản", "cơ quan ban hành", "nơi ban hành", "người ký", "lĩnh vực", "tình trạng")
)  # fmt: skip
_COMMITTEE: Final = pattern(
    r"(?:(?:UBND|[ỦU][yỷ] ban nhân dân)\s)?\b(?P<level>tỉnh|thành phố|huyện|quận|thị xã|xã|phường"
    r"|thị trấn|đặc khu)\s"
)
_LETTER: Final = DocType("CV", "Công văn", "all")
_PLANS: Final = frozenset({"KH", "CTr", "ĐA", "PA"})


@dataclass(slots=True)
class _Draft:
    """What the head's pieces say so far, each field with its place."""

    values: dict[str, object] = field(default_factory=dict[str, object])
    spans: dict[str, Span] = field(default_factory=dict[str, Span])
    findings: list[Finding] = field(default_factory=list[Finding])
    year: int | None = None
    dated: bool = False

    def put(self, name: str, value: object, span: Span | None) -> None:
        """Keep the first value of a field."""
        if value is not None and name not in self.values:
            self.values[name] = value
            if span is not None:
                self.spans[name] = span


def read_header(source: SourceText) -> Header:
    """Return the metadata, the end of the head and the closing blocks.

    A text without number, type line and motto has its headline as title and the finding
    `not-a-plan`, or `head-lost` where its parts are those of a plan.
    """
    last = min(len(source.lines), HEAD_LINES)
    code_line, code = _code(source, last)
    party = code is not None and code.is_party
    type_line = find_type(source, _type_from(source, code_line), last, party=party)
    if type_line is None and code_line:
        type_line = find_type(source, 0, code_line, party=party)
    if type_line and type_line.above and code and code.doc_type is None:
        type_line = None  # a page's headline above a letter
    if type_line is None and code is None and not _is_official(source, last):
        first = body_of_plan(source)
        return _article(source) if first is None else _headless(source, first)
    return _official(source, type_line, code_line, code)


def _article(source: SourceText) -> Header:
    found, posted_on = read_article(source)
    metadata = Metadata(
        title=found[0] if found else None, spans={"title": found[1]} if found else {}
    )
    end = source.line_at(found[1][0]) + 1 if found else 0
    return Header(metadata, end, findings=(finding("not-a-plan"),), posted_on=posted_on)


def _headless(source: SourceText, first: int) -> Header:
    """Return what the copy of a plan without its head still says; `first` begins its outline."""
    draft = _Draft()
    found = title_above(source, first)
    end = source.line_at(found[1][0]) + 1 if found else 0
    if found:
        _read_headline(draft, *found)
    blocks, _ = find_closings(source, end)
    _read_closing(source, draft, blocks, end)
    metadata = Metadata.model_validate({**draft.values, "spans": draft.spans})
    closings = tuple((block.first, block.last) for block in blocks)
    told = (finding("head-lost"), *draft.findings)
    return Header(metadata, end, closings, findings=told, headless=True)


def _read_headline(draft: _Draft, words: str, span: Span) -> None:
    """Take the type and the title of a headline (`Kế hoạch trồng rừng`)."""
    named = type_in_headline(words)
    if named is not None:
        kind, begin = named
        start, end = span
        draft.put(
            "document_type",
            DocumentType(code=kind.code, name=kind.name),
            (start, start + begin - 1),
        )
        words, span = words[begin:], (start + begin, end)
    draft.put("title", words, span)


def _official(
    source: SourceText, type_line: TypeLine | None, code_line: int, code: Code | None
) -> Header:
    draft = _Draft()
    head = pieces(source, 0, type_line.line if type_line else letter_end(source, code_line))
    _read_code(draft, code)
    _read_place(source, draft, head)
    _read_marks(draft, head)
    lines = [
        piece
        for piece in map(body_beside, head)
        if not (is_address(piece) or _is_summary(source, piece))
    ]
    issuer = read_issuer(lines) or read_mixed_issuer(lines)
    title = _title(source, type_line, code, head, issuer[0].name if issuer else None)
    if issuer:
        below = _below(source, title.end, draft.values.get("place"))
        draft.put("issuer", with_level(with_small_letters(*issuer, lines), below), issuer[1])
    if type_line:
        _read_marks(draft, pieces(source, type_line.line + 1, title.end))  # boxes on the title
        draft.put("urgency", type_line.urgency, _line_span(source, type_line))
    draft.put("title", title.text, title.span)
    draft.put("document_type", _type_of(type_line, code), _line_span(source, type_line))
    blocks, bundle = find_closings(source, title.end)
    _read_closing(source, draft, blocks, title.end)
    attached = _attached(source, draft, blocks, bundle)
    _blanks(draft, code, head)
    metadata = Metadata.model_validate({**draft.values, "spans": draft.spans})
    closings = tuple((block.first, block.last) for block in blocks)
    if bundle is not None:
        draft.findings.append(finding("several-documents", page=source.lines[bundle].page))
    found = tuple(draft.findings)
    return Header(metadata, title.end, closings, attached, draft.year, bundle, found)


def _title(
    source: SourceText,
    type_line: TypeLine | None,
    code: Code | None,
    head: list[Piece],
    issuer: str | None,
) -> Title:
    """Return the title at the type line, else what a letter is about, else a portal's headline."""
    if type_line:
        title = read_title(source, type_line, issuer)
    else:
        title = letter_title(head)
        if title.text is None and code and code.doc_type:
            title = bare_title(source, title.end, code.doc_type, issuer)
    told = (
        title_of_headline(source, code.code) if title.text is None and code and code.code else None
    )
    return title._replace(text=told[0], span=told[1]) if told else title


def _below(source: SourceText, number: int, place: object) -> Iterator[str]:
    """Yield what may name the authority in full, in capitals.

    The lines under a title, who the preamble says issues the plan, and the committee of the place.
    """
    yield from map(source.words, source.lines[number : number + _AUTHORITY_LINES])
    start = source.lines[number].start if number < len(source.lines) else len(source.text)
    preamble = source.text[start : start + _PREAMBLE]
    found = issuer_of_sentence(preamble, start, place if isinstance(place, str) else None)
    if found is not None:
        yield found[0].name.upper()
    for committee in _COMMITTEE.finditer(source.text, 0, start + _PREAMBLE):
        if isinstance(place, str) and source.text.startswith(place, committee.end()):
            yield f"ỦY BAN NHÂN DÂN {committee['level']} {place}".upper()


# --------------------------------------------------------------------- number, date, marks


def _code(source: SourceText, last: int) -> tuple[int, Code | None]:
    """Return the number of the document and its line; one in a headline counts only alone."""
    headline: tuple[int, Code | None] = (0, None)
    for number in range(last):
        line = source.lines[number]
        if line.table is None and number > 0 and line.end - line.start > 400:  # noqa: PLR2004
            break  # a long paragraph: the head is over
        words = source.words(line)
        if "Số" not in words and "SỐ" not in words and "Sô" not in words:
            continue
        for piece in pieces(source, number, number + 1):
            code = find_code(piece.text, piece.start)
            if code and _opens_line(piece.text, code, piece.start):
                if not is_in_headline(source, number):
                    return number, code
                headline = headline if headline[1] else (number, code)
    return headline


def _opens_line(text: str, code: Code, start: int) -> bool:
    """Return whether only `Số:` stands before the code: one in a title or sentence is cited."""
    return code.span[0] - start < 24 and not text.startswith(("Căn cứ", "(", "Thực hiện"))  # noqa: PLR2004


def _type_from(source: SourceText, code_line: int) -> int:
    if not code_line:
        return 0
    return code_line if source.lines[code_line].table is None else code_line + 1


def _is_official(source: SourceText, last: int) -> bool:
    """Return whether the head has the Quốc hiệu, or says at its top to whom a letter goes."""
    lines = [source.words(line) for line in source.lines[:last]]
    return any(map(is_motto, lines)) or any(map(ADDRESSED.match, lines[:_ADDRESS_LINES]))


def _read_code(draft: _Draft, code: Code | None) -> None:
    if code is None:
        return
    draft.put("number", code.number, code.span)
    draft.put("symbol", code.symbol, code.span)
    draft.put("code", code.code, code.span)


def _read_place(source: SourceText, draft: _Draft, head: list[Piece]) -> None:
    for piece, below in zip_longest(head, head[1:]):
        match = find_place_date(piece.text)
        if not match and below and "gày" in piece.text and below.column == piece.column:
            match = find_place_date(_joined(source, piece, below))
        if match and not piece.text.startswith(("Căn cứ", "(")):
            _put_place(draft, match, piece.start)
            return
    issued, span = lone_day(head)
    draft.put("issued_on", issued, span)
    draft.year = issued.year if issued else draft.year


def _joined(source: SourceText, piece: Piece, below: Piece) -> str:
    """Return two lines as one, blanks for what parts them (`… ngày 4` / `tháng 5 năm …`)."""
    gap = " " * (below.start - piece.end)
    return source.text[piece.start : piece.end] + gap + source.text[below.start : below.end]


def _put_place(draft: _Draft, match: re.Match[str], offset: int) -> None:
    place = place_name(match["place"])
    start = offset + match.start("place") + match["place"].find(place or "")
    if place and place.isupper() and " " in place and "." not in place:
        place = place.title()
    draft.put("place", place, (start, offset + match.end("place")))
    issued = issued_day(match)
    draft.put("issued_on", issued, (offset + match.end("place"), offset + match.end()))
    digits = "".join(match["year"].split())
    draft.year = int(digits) if digits.isdigit() and len(digits) == 4 else draft.year  # noqa: PLR2004
    draft.dated = True


def _read_marks(draft: _Draft, head: list[Piece]) -> None:
    for piece in head:
        urgency = _URGENCY.fullmatch(piece.text)
        secrecy = _SECRECY.fullmatch(piece.text)
        draft.put("urgency", urgency and urgency[1].replace("HOẢ", "HỎA"), (piece.start, piece.end))
        draft.put("secrecy", secrecy and secrecy[1], (piece.start, piece.end))
        if secrecy:
            draft.findings.append(finding("secret", (piece.start, piece.end), mark=secrecy[1]))


def _is_summary(source: SourceText, piece: Piece) -> bool:
    """Return whether a piece stands in the summary that a law portal sets above a document."""
    label, bar, _ = source.words(source.lines[piece.line]).replace(":", "|").partition("|")
    return bool(bar) and label.strip().lower() in _SUMMARY


# --------------------------------------------------------------------- type and title


def _type_of(type_line: TypeLine | None, code: Code | None) -> DocumentType:
    """Return the type: the one in the number (VBHN), else the type line's, else công văn."""
    by_code = code.doc_type if code else None
    found = type_line.doc_type if type_line else by_code or _LETTER
    if by_code and by_code.code == "VBHN":
        found = by_code
    return DocumentType(code=found.code, name=found.name)


def _line_span(source: SourceText, type_line: TypeLine | None) -> Span | None:
    if type_line is None:
        return None
    line = source.lines[type_line.line]
    end = line.start + type_line.rest if type_line.rest >= 0 else line.end
    return line.start, end


# --------------------------------------------------------------------- closing, attached plan


def _read_closing(source: SourceText, draft: _Draft, blocks: list[Closing], body: int) -> None:
    """Take signers and recipients of the first closing block, and what the head lacks."""
    block = blocks[0] if blocks else None
    if block is not None:
        draft.put("signers", block.signers, None)
        draft.put("recipients", block.recipients, None)
        if not draft.dated and block.place_date is not None:
            offset = source.text.find(block.place_date.string, source.lines[block.first].start)
            _put_place(draft, block.place_date, max(offset, 0))
    if "issuer" in draft.values:
        return
    place = draft.values.get("place")
    named = place if isinstance(place, str) else None
    found = _issuer_below(source, body, block.signers if block else (), named)
    if found is not None:
        draft.put("issuer", *found)
        draft.findings.append(finding("issuer-inferred", found[1], name=found[0].name))


def _issuer_below(
    source: SourceText, body: int, signers: tuple[Signer, ...], place: str | None
) -> tuple[Issuer, Span | None] | None:
    start = source.lines[body].start if body < len(source.lines) else len(source.text)
    found = issuer_of_sentence(source.text[start : start + _PREAMBLE], start, place)
    if found is not None:
        return found
    for signer in signers:
        issuer = issuer_of_capacity(signer.capacity, place)
        if issuer is not None:
            return issuer, None
    return None


def _attached(
    source: SourceText,
    draft: _Draft,
    blocks: list[Closing],
    bundle: int | None,
) -> tuple[int, int] | None:
    """Return the lines of an attached plan's head, which stands behind the first signature."""
    doc_type = draft.values.get("document_type")
    plan_itself = isinstance(doc_type, DocumentType) and doc_type.code in _PLANS
    if not blocks or plan_itself:
        return None
    first = blocks[0].last
    last = min(first + HEAD_LINES // 2, bundle if bundle is not None else len(source.lines))
    found = find_type(source, first, last, party=False)
    if found is None or found.doc_type.code not in _PLANS:
        return None
    title = read_title(source, found, None)
    plan = DocumentType(code=found.doc_type.code, name=found.doc_type.name)
    draft.put("attached", Attached(document_type=plan, title=title.text), title.span)
    return first, title.end


def _blanks(draft: _Draft, code: Code | None, head: list[Piece]) -> None:
    """Report what the draft leaves blank: a blank is never filled with a guess."""
    if code is not None and code.number is None:
        draft.findings.append(finding("number-blank", code.span))
    elif code is None and any(is_blank_number(piece.text) for piece in head):
        draft.findings.append(finding("number-blank"))
    if draft.dated and "issued_on" not in draft.values:
        draft.findings.append(finding("date-blank", draft.spans.get("place")))
