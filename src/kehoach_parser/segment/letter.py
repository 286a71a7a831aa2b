"""The head of a letter (công văn), which has no type line: its title, and to whom it goes."""

from typing import Final

from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.segment.closing import find_place_date
from kehoach_parser.segment.code import find_code
from kehoach_parser.segment.issuer import is_motto
from kehoach_parser.segment.pieces import Piece
from kehoach_parser.segment.title import Title, TypeLine, read_title
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

HEAD_LINES: Final = 40
_ABOUT: Final = pattern(
    r"\W*(?:(?:Trích yếu|TRÍCH YẾU):\s*)?(?:V/v|V/V|Về việc|v/v)[:.]?\s*(?P<title>.+)"
)
_OPEN_END: Final = pattern(r"\s(?:thực hiện|triển khai|ban hành|của|về|và|các|cho|theo|năm)\Z")
"""How a line ends whose words need others."""

_FEWEST_WORDS: Final = 3
ADDRESSED: Final = pattern(r"\W*(?:Kính g[ửở]i|KÍNH GỬI)\b")


def is_address(piece: Piece) -> bool:
    """Return whether a piece says when and where a document was issued, or its number."""
    return bool(find_place_date(piece.text) or find_code(piece.text, 0))


def addressed_line(source: SourceText) -> int | None:
    """Return the line of a letter's `Kính gửi`, null where it has none."""
    head = enumerate(source.lines[:HEAD_LINES])
    return next((number for number, line in head if ADDRESSED.match(source.words(line))), None)


def letter_end(source: SourceText, code_line: int) -> int:
    """Return the first line below the head of a letter: behind `Kính gửi` and its list."""
    last = min(len(source.lines), HEAD_LINES)
    to = addressed_line(source)
    end = (to if to is not None else code_line) + 1
    if to is None and end < last and find_place_date(source.words(source.lines[end])):
        end += 1
    table = source.lines[end - 1].table
    while end < last and table is not None and source.lines[end].table == table:
        end += 1
    while (
        to is not None
        and end < last
        and source.words(source.lines[end]).startswith(("-", "NƠI NHẬN"))
    ):
        end += 1
    return end


def letter_title(head: list[Piece]) -> Title:
    """Return what follows `V/v` in a head, else the lines right below the number.

    The Party's letters have their title there without `V/v`.
    """
    end = head[-1].line + 1 if head else 0
    for index, piece in enumerate(head):
        match = _ABOUT.match(piece.text)
        if match:
            wrapped = _wrapped(head, index)
            text = " ".join((match["title"], *(p.text for p in wrapped)))
            last = wrapped[-1].end if wrapped else piece.end
            if text.endswith("”") and "“" not in text:  # `“V/v …”`: the quotes hold both
                text, last = text[:-1], last - 1
            return Title(text.strip(" .;"), (piece.start + match.start("title"), last), end)
    lines = _below_number(head)
    if not lines:
        return Title(None, None, end)
    text = " ".join(piece.text for piece in lines)
    return Title(text.strip(" .;"), (lines[0].start, lines[-1].end), end)


def _below_number(head: list[Piece]) -> list[Piece]:
    """Return the lines in small letters below the number, down to who is addressed."""
    at = next((n for n, piece in enumerate(head) if find_code(piece.text, 0)), len(head))
    found: list[Piece] = []
    for piece in head[at + 1 :]:
        if piece.column != head[at].column or not _may_title(piece):
            break
        found.append(piece)
    return found if found and len(found[0].text.split()) >= _FEWEST_WORDS else []


def _may_title(piece: Piece) -> bool:
    text = piece.text
    if not text[:1].isalnum() or text.isupper() or text[-1:] in ":;":
        return False
    return not (is_address(piece) or is_motto(text) or ADDRESSED.match(text))


def bare_title(source: SourceText, end: int, doc_type: DocType, issuer: str | None) -> Title:
    """Return the title in capitals under a head whose line with the type is lost."""
    found = read_title(source, TypeLine(end - 1, doc_type, -1), issuer) if end else None
    if found is None or found.text is None or not found.text.isupper():
        return Title(None, None, end)
    return found


def _wrapped(head: list[Piece], index: int) -> list[Piece]:
    """Return the pieces below `V/v …` that go on in its cell or in lower case."""
    found: list[Piece] = []
    for piece in head[index + 1 :]:
        if piece.column != head[index].column or is_address(piece) or ADDRESSED.match(piece.text):
            break
        above = found[-1] if found else head[index]
        goes_on = piece.text[:1].islower() or _OPEN_END.search(above.text)
        if not goes_on and piece.line != head[index].line:
            break
        found.append(piece)
    return found
