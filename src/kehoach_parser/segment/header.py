"""The head of a document as metadata: NĐ 30/2020/NĐ-CP, Phụ lục I, and the Party's own rules."""

from typing import Final

from kehoach_parser.findings import finding
from kehoach_parser.lexicon.doctypes import DocType, type_by_name
from kehoach_parser.lexicon.stamps import stamped
from kehoach_parser.model import DocumentType, Metadata
from kehoach_parser.model.base import Span
from kehoach_parser.segment.article import read_article
from kehoach_parser.segment.below_title import attached_plan, names_below, read_closing
from kehoach_parser.segment.closings import find_closings
from kehoach_parser.segment.code import Code, find_code, is_blank_number
from kehoach_parser.segment.head_fields import (
    Fields,
    read_code,
    read_marks,
    read_place,
    report_blanks,
    type_record,
)
from kehoach_parser.segment.headless import Body, body_of_plan
from kehoach_parser.segment.headline import title_above, title_of_headline, type_in_headline
from kehoach_parser.segment.issuer import (
    is_motto,
    read_issuer,
    read_mixed_issuer,
    with_level,
    with_small_letters,
)
from kehoach_parser.segment.letter import (
    ADDRESSED,
    HEAD_LINES,
    addressed_line,
    bare_title,
    is_address,
    letter_end,
    letter_title,
)
from kehoach_parser.segment.page_foot import foot_of_page
from kehoach_parser.segment.pieces import Piece, pieces
from kehoach_parser.segment.place_date import body_beside
from kehoach_parser.segment.structure import Header, Lost
from kehoach_parser.segment.title import (
    Title,
    TypeLine,
    find_type,
    is_in_headline,
    read_title,
)
from kehoach_parser.text.source import SourceText

_ADDRESS_LINES: Final = 4
"""Within how many lines at the top `Kính gửi` makes a text without a head a letter."""

_LONGEST: Final = 400
"""Characters of a line in the head: with a longer paragraph the body has begun."""

_NUMBER_WORDS: Final = ("Số", "SỐ", "Sô", "số:", "số :", "Sổ")
"""How the line of the number begins, slips included."""

_LONGEST_MENU: Final = 300
_ABOVE_MOTTO: Final = 6
"""How many lines stand above the motto at most where the issuer comes first."""

_BEFORE_CODE: Final = 24
"""Within how many characters of its line the number begins (`Số:`)."""

_NUMBER: Final = "Số:"
_TORN_LINES: Final = 6
"""Within how many lines below `Số:` a blank number's symbol stands."""

_SUMMARY: Final = frozenset(
    ("số hiệu", "số ký hiệu", "ngày ban hành", "ngày có hiệu lực", "ngày hết hiệu lực", "trích yếu",
     "loại văn bản", "cơ quan ban hành", "nơi ban hành", "người ký", "lĩnh vực", "tình trạng")
)  # fmt: skip
"""What the summary says that a law portal sets above a document."""

_LETTER: Final = DocType("CV", "Công văn", "all")


def read_header(source: SourceText) -> Header:
    """Return the metadata, the end of the head and the closing blocks.

    A text without number, type line and motto has its headline as title and the finding
    `not-a-plan`, or `head-lost` where its parts are those of a plan.
    """
    foot = foot_of_page(source)
    if foot == len(source.lines):
        return _read_header(source)
    return _read_header(source.before(foot))._replace(foot=foot)


def _read_header(source: SourceText) -> Header:
    """Return what a text says that no page's foot follows."""
    last = _last_of_head(source)
    code_line, code = _code(source, last)
    party = code is not None and code.is_party
    type_line = find_type(source, _type_from(source, code_line), last, party=party)
    if type_line is None and code_line:
        type_line = find_type(source, 0, code_line, party=party)
    if type_line and type_line.above and code and code.doc_type is None:
        type_line = None  # a page's headline above a letter
    if type_line is None and code is None and not _is_official(source, last):
        body = body_of_plan(source)
        return _article(source) if body is None else _headless(source, body)
    return _official(source, type_line, code_line, code)


def _last_of_head(source: SourceText) -> int:
    """Return the line before which a head ends at the latest; a page's menu above it is none."""
    above = 0
    for number, line in enumerate(source.lines[:_LONGEST_MENU]):
        if line.end - line.start > _LONGEST:
            break
        words = source.words(line)
        if is_motto(words) or (words[:2] in {"Số", "SỐ"} and find_code(words, line.start)):
            above = max(number - _ABOVE_MOTTO, 0)
            break
    return min(len(source.lines), above + HEAD_LINES)


def _article(source: SourceText) -> Header:
    """Return what a text says that is no document: the headline of a story, and its day."""
    found, posted_on = read_article(source)
    metadata = Metadata(
        title=found[0] if found else None, spans={"title": found[1]} if found else {}
    )
    end = source.line_at(found[1][0]) + 1 if found else 0
    return Header(metadata, end, findings=(finding("not-a-plan"),), posted_on=posted_on)


def _headless(source: SourceText, body: Body) -> Header:
    """Return what the copy of a plan without its head still says."""
    fields = Fields()
    found = title_above(source, body.first)
    end = source.line_at(found[1][0]) + 1 if found else 0
    if found:
        _read_headline(fields, *found)
    kind = type_by_name(body.opens) if body.opens else None
    if kind:
        fields.put("document_type", type_record(kind), None)
    blocks, _ = find_closings(source, end)
    read_closing(source, fields, blocks, end)
    metadata = fields.metadata()
    closings = tuple((block.first, block.last) for block in blocks)
    told = (finding("head-lost"), *fields.findings)
    lost = Lost.PART if body.inside else Lost.HEAD
    return Header(metadata, end, closings, findings=told, lost=lost)


def _read_above_address(source: SourceText, fields: Fields) -> None:
    """Take the headline that a page sets above `Kính gửi` for the head that it leaves out."""
    found = title_above(source, addressed_line(source) or 0)
    if found and not any(is_motto(source.words(line)) for line in source.lines[:HEAD_LINES]):
        _read_headline(fields, *found)


def _read_headline(fields: Fields, words: str, span: Span) -> None:
    """Take the type and the title of a headline (`Kế hoạch trồng rừng`)."""
    named = type_in_headline(words)
    if named is not None:
        kind, begin = named
        start, end = span
        fields.put("document_type", type_record(kind), (start, start + begin - 1))
        words, span = words[begin:], (start + begin, end)
    fields.put("title", words, span)


def _official(
    source: SourceText, type_line: TypeLine | None, code_line: int, code: Code | None
) -> Header:
    """Return what the head of a document says, and what stands below it."""
    fields = Fields()
    head = pieces(source, 0, type_line.line if type_line else letter_end(source, code_line))
    read_code(fields, code)
    read_place(source, fields, head)
    read_marks(fields, head)
    title = _read_issuer_and_title(source, fields, type_line, code, head)
    if type_line:
        boxes = pieces(source, type_line.line + 1, title.end)  # that stand on the title
        read_marks(fields, boxes, above_title=False)
        fields.put("urgency", type_line.urgency, _line_span(source, type_line))
    fields.put("title", title.text, title.span)
    if not (type_line or code or title.text):
        _read_above_address(source, fields)
    fields.put("document_type", _type_of(type_line, code), _line_span(source, type_line))
    blocks, bundle = find_closings(source, title.end)
    own = source if bundle is None else source.before(bundle)
    read_closing(own, fields, blocks, title.end)
    attached = attached_plan(own, fields, blocks)
    report_blanks(fields, code, head)
    if bundle is not None:
        fields.findings.append(finding("several-documents", page=source.lines[bundle].page))
    closings = tuple((block.first, block.last) for block in blocks)
    found = tuple(fields.findings)
    return Header(fields.metadata(), title.end, closings, attached, fields.year, bundle, found)


def _read_issuer_and_title(
    source: SourceText,
    fields: Fields,
    type_line: TypeLine | None,
    code: Code | None,
    head: list[Piece],
) -> Title:
    """Take the issuer, which ends the title; its level and place may stand below that."""
    lines = [
        piece
        for piece in map(body_beside, head)
        if not (is_address(piece) or stamped(piece.text) or _is_summary(source, piece))
    ]
    issuer = read_issuer(lines) or read_mixed_issuer(lines)
    title = _title(source, type_line, code, head, issuer[0].name if issuer else None)
    if issuer:
        below = names_below(source, title.end, fields.place)
        fields.put("issuer", with_level(with_small_letters(*issuer, lines), below), issuer[1])
    return title


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
    if title.text is not None or code is None or code.code is None:
        return title
    told = title_of_headline(source, code.code)
    return title._replace(text=told[0], span=told[1]) if told else title


def _code(source: SourceText, last: int) -> tuple[int, Code | None]:
    """Return the number of the document and its line; one in a headline counts only alone."""
    headline: tuple[int, Code | None] = (0, None)
    for number in range(last):
        line = source.lines[number]
        if line.table is None and number > 0 and line.end - line.start > _LONGEST:
            break
        words = source.words(line)
        if not any(word in words for word in _NUMBER_WORDS):
            continue
        for piece in pieces(source, number, number + 1):
            code = find_code(piece.text, piece.start)
            if code and _opens_line(piece.text, code, piece.start):
                if not is_in_headline(source, number):
                    return number, code
                headline = headline if headline[1] else (number, code)
        if is_blank_number(words) and (code := _torn_code(source, number, last)):
            return number, code
    return headline


def _torn_code(source: SourceText, number: int, last: int) -> Code | None:
    """Return the code below a line that is `Số:`: in the next one, or `/KH-UBND` further down."""
    for below in range(number + 1, min(number + 1 + _TORN_LINES, last)):
        line = source.lines[below]
        words = source.words(line)
        if words[:1] == "/" or (below == number + 1 and words[:1].isdecimal()):
            code = find_code(f"{_NUMBER}{words}", line.start - len(_NUMBER))
            return code if code and code.symbol[0].isalpha() else None
    return None


def _opens_line(text: str, code: Code, start: int) -> bool:
    """Return whether only `Số:` stands before the code: one in a title or sentence is cited."""
    cited = text.startswith(("Căn cứ", "(", "Thực hiện"))
    return code.span[0] - start < _BEFORE_CODE and not cited


def _type_from(source: SourceText, code_line: int) -> int:
    """Return from which line on the type is looked for: not above the number, nor in its table."""
    if not code_line:
        return 0
    return code_line if source.lines[code_line].table is None else code_line + 1


def _is_official(source: SourceText, last: int) -> bool:
    """Return whether the head has the Quốc hiệu, or says at its top to whom a letter goes."""
    lines = [source.words(line) for line in source.lines[:last]]
    return any(map(is_motto, lines)) or any(map(ADDRESSED.match, lines[:_ADDRESS_LINES]))


def _is_summary(source: SourceText, piece: Piece) -> bool:
    """Return whether a piece stands in the summary that a law portal sets above a document."""
    label, bar, _ = source.words(source.lines[piece.line]).replace(":", "|").partition("|")
    return bool(bar) and label.strip().lower() in _SUMMARY


def _type_of(type_line: TypeLine | None, code: Code | None) -> DocumentType:
    """Return the type: the one in the number (VBHN), else the type line's, else công văn."""
    by_code = code.doc_type if code else None
    found = type_line.doc_type if type_line else by_code or _LETTER
    if by_code and by_code.code == "VBHN":
        found = by_code
    return type_record(found)


def _line_span(source: SourceText, type_line: TypeLine | None) -> Span | None:
    if type_line is None:
        return None
    line = source.lines[type_line.line]
    end = line.start + type_line.rest if type_line.rest >= 0 else line.end
    return line.start, end
