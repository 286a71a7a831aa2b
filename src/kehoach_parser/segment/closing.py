"""The closing block: Nơi nhận on the left, the signature on the right (NĐ 30/2020, ô 7 và 9b)."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from kehoach_parser.lexicon.signing import spelled_post
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import Signer
from kehoach_parser.segment.pieces import Piece, pieces
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

RECIPIENTS: Final = pattern(r"\W*(?:Nơi|NƠI)\s+(?:nhận|NHẬN|gửi)\s*:?\W*")
CAPACITY: Final = pattern(
    r"\W*(?:T\.?M|K\.?T|T\.?L|T\.?U\.?Q|Q|T/M|K/T|T/L|TM/|KT/)\s*[./]?\s*\.?\s*"
    rf"(?=[{UPPER}]{{2,}})(?<=[./\s])"
)
_APPROVED: Final = r"(?:(?:(?:PHÊ|KÝ)\s)?DUYỆT|XÁC NHẬN)\s(?:CỦA\s)?"
"""Before the post of whoever approves what another has signed (`PHÊ DUYỆT CỦA GIÁM ĐỐC`)."""

POSITION: Final = pattern(
    rf"\W*(?:{_APPROVED}(?:BAN GIÁM|LÃNH ĐẠO|BGH)\b"
    rf"|(?:{_APPROVED})?(?:(?:PHÓ|QUYỀN|Q\.|TỔNG|CHÁNH|ĐỒNG|TỔ)\s+|P\.\s*)*"
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|HIỆU PHÓ|BÍ THƯ|TRƯỞNG|CHỦ NHIỆM|CHÁNH|THỦ TƯỚNG|VĂN PHÒNG"
    r"|(?:BỘ|THỨ|(?:CHI )?CỤC|VỤ|VIỆN|ĐỒN|TRẠM|HẠT|ĐỘI|THỦ|(?:SƯ|TRUNG|LỮ|TIỂU|HẢI|QUÂN) ĐOÀN"
    r"|ĐẠI ĐỘI) TRƯỞNG|CHỈ HUY|TỔNG THƯ KÝ|CHÍNH (?:ỦY|UỶ|TRỊ VIÊN)|THƯ KÝ|KẾ TOÁN TRƯỞNG"
    r"|ỦY VIÊN|UỶ VIÊN"
    r"|TƯ LỆNH|PHỤ TRÁCH|THỐNG ĐỐC|TỔNG THANH TRA|(?:TỔNG )?KIỂM TOÁN"
    r"|NGƯỜI (?:LẬP|BÁO)|TỔNG BIÊN TẬP|TM\.)\b)"
)
_DEPUTY: Final = pattern(r"(?<=\w)[\s,-]+(?=(?:PHÓ|THỨ)\s)")
"""Before the post of whoever signs for the head, in the head's line."""

_APPROVAL: Final = pattern(rf"\A\W*{_APPROVED}")
PLACE_DATE: Final = pattern(
    r"(?P<place>[^\W\d_][^,;:.\d]{1,40}(?:\.\s?[^,;:\d]{2,30}"
    r"|(?:(?<=uận\s|hôn\s)|(?<=ường\s)|(?<=[Ấấ]p\s|hố\s)|(?<=hố số\s))\d\d?)?)"
    r"\s?[,;]?\s*[nN]gày\s*(?P<day>[\d\s.…_/]*?)\s*"
    r"tháng\s*(?P<month>[\d\s.…_/]*?)\s*,?\s*năm\s*(?P<year>\d\s?\d\s?\d\s?\d|[\d.…_]*)",
)
_PLACE_DAY: Final = pattern(
    rf"(?!Thứ |Chủ nhật)(?P<place>(?:T[Pp]\.\s?)?[{UPPER}][^,;:.\d]{{1,40}}), ?(?:ngày\s?)?"
    r"(?P<day>\d\d?|[.…_ ]{0,9})\s?[/.-]\s?(?P<month>\d\d?|[.…_ ]{0,9})\s?[/.-]"
    r"\s?(?P<year>\d{4}|20[.…_ ]{1,5})\.?"
)
"""A line that is place and day in digits, as small offices write it; of drafts they are blank."""

_PLACE_MONTH: Final = pattern(
    rf"(?P<place>(?:T[Pp]\.\s?)?[{UPPER}][^,;:.\d]{{1,40}}),(?P<day>) ?tháng (?P<month>\d\d?)"
    r" năm (?P<year>\d{4})\W*"
)
"""A line that names place, month and year: the day is still to come."""

_CAPITAL_NAME: Final = (3, 4)
"""Words of a name in capitals; `DANH MỤC` begins like one."""

_HERO: Final = "HỒ CHÍ MINH"
"""Whose name unions and a city have in capitals above a signature."""

_LONGEST_PLACE: Final = 100  # with the blanks around it
_SYLLABLE: Final = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]*"
"""A syllable of a person's name, also of the highlands' peoples (`H'Nga Niê`)."""

_NAME: Final = pattern(
    r"(?:[A-ZĐ][\wĐđ]{0,5}\.\s?|(?:[BD]S\.?\s?)?CK\s?I{1,2}\s|(?:BS|ThS|TS)\s|(?:Đại|Thượng|Trung|Thiếu)\s(?:tá|tướng|úy)[,\s-]\s?"
    r"|(?:Hòa thượng|Thượng tọa|Đại đức|Ni sư|Ni trưởng|Sư cô|Linh mục|Mục sư)\s)*"
    rf"(?P<name>{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,5}})\s*(?:\*|\d|\([đĐ]ã ký\))?\s*"
)
_JOINED: Final = pattern(
    rf"([^{LOWER}]{{5,80}}?)\s+(?:[-–/]\s+([^{LOWER}]{{3,60}}?)\s+)?(?:\((?:đã ký|Đã ký)\)\s+)?"
    rf"({_SYLLABLE}(?:\s+{_SYLLABLE}){{1,4}})\W*(?:\((?:đã ký|Đã ký)\))?\W*"
)
"""Capacity, position and name in one line (`KT. GIÁM ĐỐC - PHÓ GIÁM ĐỐC Lê Văn Tám`)."""

_DASH: Final = pattern(r"(?:\s*[-–—+•*·]){1,2}\s*")
_FILED: Final = pattern(r"\W*Lưu\b")
"""How the last recipient begins."""

_FILE: Final = pattern(r"\s*[A-Za-z]:?\\\w.*")
"""Where the typist's file lies, printed below Nơi nhận."""

_INLINE: Final = pattern(
    rf"(?:[;,.]\s*|(?:(?<=b/c)|(?<=\)))\s+)[-–]\s*(?=[{UPPER}])|\s+[-–]\s+(?=(?:Các|Lưu|Như)\s)"
)
"""Where a list that lost its lines goes on to the next recipient."""


class Closing(NamedTuple):
    """A closing block: its lines (last exclusive), who signed, who receives, place and date."""

    first: int
    last: int
    signers: tuple[Signer, ...]
    recipients: tuple[str, ...]
    place_date: re.Match[str] | None


def starts_closing(source: SourceText, number: int) -> bool:
    """Return whether a closing block begins with this line."""
    line = source.lines[number]
    words = source.words(line)
    if line.table is None:
        if _is_recipients(words) or CAPACITY.match(words):
            return True
        return words.isupper() and _lone_position(source, number)
    if line.row:
        return False
    if _is_register(source, line.table):
        return False
    found = pieces(source, number, source.grids[line.table].lines[-1] + 1)
    signed = any(_is_recipients(p.text) or CAPACITY.match(p.text) for p in found)
    return signed or _has_position(found)


def _has_position(found: list[Piece]) -> bool:
    """Whether a column of a layout table begins with a position and ends with who holds it."""
    last = {piece.column: piece for piece in found}
    column: int | None = None
    for piece in found:
        begins, column = piece.column != column, piece.column
        if begins and piece.text.isupper() and POSITION.match(piece.text) is not None:
            end = last[column]
            if end is not piece and (names_somebody(end.text) or _in_capitals(end.text)):
                return True
    return False


def names_somebody(words: str) -> bool:
    """Return whether a line is nothing but a person's name, titles before it included."""
    return _name(words) is not None


def find_place_date(text: str) -> re.Match[str] | None:
    """Return where a text names a place and a day (`Hà Nội, ngày … tháng … năm …`).

    Any letter may begin a place: what stands long before the first `ngày` need not be tried.
    """
    day = text.find("gày")
    if "tháng" not in text:
        dated = day >= 0 or ("/" in text and text.rstrip(" .")[-4:].isdigit())
        return _PLACE_DAY.fullmatch(text) if dated else None
    if day < 0:
        return _PLACE_MONTH.fullmatch(text)
    return PLACE_DATE.search(text, max(0, day - _LONGEST_PLACE))


def read_closing(source: SourceText, first: int, last: int) -> Closing:
    """Return what a closing block says; its lines are `first` to `last`, exclusive."""
    found = pieces(source, first, last)
    recipients, rest = _recipients(found)
    date = next(
        (m for m in (find_place_date(p.text) for p in (*rest, *found)) if m is not None), None
    )
    return Closing(first, last, _signers(rest) or _without_post(found, rest), recipients, date)


def _is_recipients(words: str) -> bool:
    return RECIPIENTS.match(words) is not None


def _is_register(source: SourceText, table: int) -> bool:
    grid = source.grids[table]
    return grid.width > 4 and len(grid.rows) > 4  # noqa: PLR2004 - a layout has two or three columns


def _lone_position(source: SourceText, number: int) -> bool:
    """Return whether a position in capitals has a name below it, as in plans without TM. or KT."""
    words = source.words(source.lines[number])
    if POSITION.match(words) is None:
        return False
    below = source.lines[number + 1 : number + 6]
    return any(line.table is None and names_somebody(source.words(line)) for line in below)


def _recipients(found: list[Piece]) -> tuple[tuple[str, ...], list[Piece]]:
    """Return the items of Nơi nhận, and the pieces that are not part of it."""
    start = next((i for i, p in enumerate(found) if _is_recipients(p.text)), None)
    if start is None:
        return (), found
    column = found[start].column
    stop = start + 1
    while stop < len(found) and _goes_on(found[stop], column):
        if _is_held(found[stop].text, found[stop + 1] if stop + 1 < len(found) else None):
            break
        stop += 1
    listed, rest = _interleaved(found[stop:], column)
    lines = [RECIPIENTS.sub("", found[start].text, count=1)]
    lines += [piece.text for piece in (*found[start + 1 : stop], *listed)]
    return _items(list(_before_file(lines))), found[:start] + rest


def _interleaved(rest: list[Piece], column: int) -> tuple[list[Piece], list[Piece]]:
    """Return the recipients among the lines of a signature, and the other lines.

    Text drawn from a page gives both sides line by line: the list then ends with `- Lưu: …`.
    """
    dashed = [n for n, p in enumerate(rest) if p.column == column and _DASH.match(p.text)]
    last = next((n for n in dashed if _FILED.match(rest[n].text)), None)
    if last is None or column >= 0:
        return [], rest
    taken = [n for n in dashed if n <= last]
    return [rest[n] for n in taken], [p for n, p in enumerate(rest) if n not in taken]


def _goes_on(piece: Piece, column: int) -> bool:
    if piece.column != column:
        return False
    text = piece.text
    if CAPACITY.match(text) or (text.isupper() and POSITION.match(text)):
        return False
    dashed = _DASH.match(text) is not None
    return dashed or not (piece.bold or PLACE_DATE.match(text))


def _items(lines: list[str]) -> tuple[str, ...]:
    """Join wrapped lines: with dashes each dash begins an item, without each end mark ends one."""
    dashed = any(_DASH.match(line) for line in lines)
    items: list[str] = []
    for line in lines:
        ended = not items or items[-1].rstrip()[-1:] in ";.,"
        new = _DASH.match(line) is not None if dashed else ended
        text = _DASH.sub("", line, count=1) if _DASH.match(line) else line
        if new or not items:
            items.append(text)
        else:
            items[-1] += f" {text}"
    whole = (part for item in items for part in _inline(item))
    return tuple(filter(None, (item.replace("; (", " (").strip(" ;.,/-–") for item in whole)))


def _before_file(lines: list[str]) -> Iterator[str]:
    """Yield the lines with words up to the path of the document's own file."""
    for line in lines:
        if _FILE.fullmatch(line):
            return
        if line.strip():
            yield line


def _inline(item: str) -> list[str]:
    """Split items that a lost line break left in one line (`- A; - B; - Lưu: VT.`)."""
    return _INLINE.split(item)


def _signers(found: list[Piece]) -> tuple[Signer, ...]:
    """Read the signature column by column: capacity and position in capitals, then the name."""
    signers: list[Signer] = []
    office = _Office()
    column = None
    found = [*_unjoined(found)]
    for piece, below in zip_longest(found, found[1:]):
        if piece.column != column and piece.column >= 0:
            office = _Office()  # a name may stand below the table that holds its position
        column = piece.column
        text = piece.text.strip()
        last = below is None or below.column != column
        if last and office.is_said and _in_capitals(text):
            signers.append(office.signer(text, piece.start + piece.text.index(text)))
            continue
        if office.takes(text) or not (office.is_said or _is_held(text, below)):
            continue
        name = _name(office.without_post(text))
        if name:
            signers.append(office.signer(name, piece.start + piece.text.index(name)))
            office = _Office()
    return tuple(signers)


def _without_post(found: list[Piece], rest: list[Piece]) -> tuple[Signer, ...]:
    """Return who is named beside the recipients where the post is unreadable, or none is told."""
    column = next((piece.column for piece in found if _is_recipients(piece.text)), -1)
    aside = [piece for piece in rest if piece.column > column >= 0]
    name = _name(aside[-1].text) if aside else None
    if name is None or name.split()[0] not in unit_words().surnames:
        return ()
    start = aside[-1].start + aside[-1].text.index(name)
    return (Signer(capacity=None, position=None, name=name, span=(start, start + len(name))),)


def _is_held(text: str, below: Piece | None) -> bool:
    """Return whether a line in small letters is a post, and the next one the name of its holder."""
    return below is not None and _name(below.text) is not None and spelled_post(text) == text


def _unjoined(found: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those of one line apart that hold capacity, position and name."""
    for piece in found:
        text = piece.text
        office = not text.isupper() and (CAPACITY.match(text) or POSITION.match(text))
        joined = _JOINED.fullmatch(text) if office else None
        if joined is None:
            yield piece
            continue
        for start, end in filter(lambda span: span[0] >= 0, map(joined.span, (1, 2, 3))):
            yield piece._replace(
                text=piece.text[start:end], start=piece.start + start, end=piece.start + end
            )


class _Office:
    """In what capacity and position the next one signs whose name comes, a line each."""

    def __init__(self) -> None:
        self._capacity: list[str] = []
        self._position: list[str] = []

    @property
    def is_said(self) -> bool:
        """Whether any line said something of it."""
        return bool(self._capacity or self._position)

    def takes(self, text: str) -> bool:
        """Take a line in capitals that says a capacity or a position; tell whether it does."""
        if CAPACITY.match(text):
            capacity, *post = _DEPUTY.split(text, maxsplit=1)
            self._capacity.append(capacity)
            self._position += post
            return True
        if not (text.isupper() and (self.is_said or POSITION.match(text))):
            return False
        words = _APPROVAL.sub("", text)
        (self._position if POSITION.match(words) else self._capacity).append(words)
        return True

    def without_post(self, text: str) -> str:
        """Return a line without the post in small letters before the name, which is taken."""
        post = spelled_post(text)
        if not post:
            return text
        self._position.append(post)
        return text[len(post) :].strip(" :,")

    def signer(self, name: str, start: int) -> Signer:
        """Return who signs, with the place of the name."""
        return Signer(
            capacity=" ".join(self._capacity) or None,
            position=" ".join(_own(self._position)) or None,
            name=name,
            span=(start, start + len(name)),
        )


def _own(position: list[str]) -> list[str]:
    """Return the lines of a position without that of the head for whom a deputy signs."""
    held = [line for line in position if f"PHÓ {line}" not in position]
    return held or position


def _name(text: str) -> str | None:
    match = _NAME.fullmatch(text.strip())
    return match["name"] if match else None


def _in_capitals(text: str) -> bool:
    """Return whether a line is a person's name in capitals, known by the surname."""
    if not text.isupper() or POSITION.match(text) or text == _HERO:
        return False
    words = text.split()
    named = len(words) in _CAPITAL_NAME and all(map(str.isalpha, words))
    return named and words[0].capitalize() in unit_words().surnames
