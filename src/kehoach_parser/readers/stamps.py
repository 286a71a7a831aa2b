"""What stands on a page and is no text of it: digital signatures, and stamps of receipt (dấu đến).

A PDF shows them where they stand (`pdf.signatures`, `pdf.receipts`); elsewhere they are lines.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.readers.letterhead import bears_motto
from kehoach_parser.text.document import Block, Cell, Document, Grid, Paragraph, SignatureMark
from kehoach_parser.text.patterns import pattern

_SIGNER: Final = pattern(
    r"(?:Người\s+ký|(?:Được\s+)?[Kk]ý\s+(?:số\s+)?bởi|Digitally\s+signed\s+by)\s*:?\s*(?P<name>[^\n]*)"
)
_LABEL: Final = pattern(
    r"(?:Email|E-mail|Cơ\s+quan(?:\s+phát\s+hành)?|Chức\s+vụ|Đơn\s+vị|Tổ\s+chức|Thời\s+gian\s+ký|Ngày\s+ký|Ký\s+ngày"
    r"|Date|Reason|Location|Lý\s+do|Địa\s+điểm)\s*:",
    re.IGNORECASE,
)
_TIME: Final = pattern(
    r"""(?: (?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})
          | (?P<iso_year>\d{4})[./-](?P<iso_month>\d{1,2})[./-](?P<iso_day>\d{1,2}) )
    [\sT,]{1,3} (?P<hour>\d{1,2}):(?P<minute>\d{2}):(?P<second>\d{2})
    (?: \s{0,3} (?:GMT|UTC)? \s? (?P<sign>[+-])(?P<zone_hour>\d{2})[:']?(?P<zone_minute>\d{2})'? )?
    """,
    re.VERBOSE,
)
_SIGNED: Final = "ký"
_TRIGGERS: Final = ("ký:", "ký bởi", "Ký bởi", "ký số bởi", "igitally signed")
_MOST_LINES: Final = 9
_LONGEST: Final = 300
"""Characters of a signature that stands in one line."""

_ANCHOR: Final = "ĐẾN"
_HEAD: Final = pattern(r"(?:(?:CÔNG VĂN|VĂN BẢN|CV)\s+)?ĐẾN(?:\s+(?:Số|Giờ|Ngày)\b.{0,30})?\Z")
_LINE: Final = pattern(
    r"(?P<field>Số|Ngày|Giờ|Chuyển|Lưu hồ sơ(?:\s+số)?|Số và ký hiệu HS)\s*(?:[:.…\d].{0,60})?\Z"
)
"""Lines of the stamp as NĐ 30/2020/NĐ-CP, Phụ lục IV draws it, filled in or not."""

_DAY: Final = "Ngày"
_CODE: Final = "/"
_MOST_ROWS: Final = 12
"""Rows of the tables that lay out a head or a closing; registers have more."""


def begins_signature_box(line: str) -> re.Match[str] | None:
    """Return where a line names who signed a file digitally, null where it does not."""
    return _SIGNER.search(line)


def is_labelled(line: str) -> bool:
    """Return whether a line of a signature says where, when or why."""
    return _LABEL.match(line) is not None


def tells_time(line: str) -> bool:
    """Return whether a line has a time to the second."""
    return _TIME.search(line) is not None


def may_be_signature(text: str) -> bool:
    """Return whether a text has the first words of a signature."""
    return any(trigger in text for trigger in _TRIGGERS)


def read_signature(text: str) -> SignatureMark | None:
    r"""Return what a signature box says, null where the text is none.

    >>> read_signature("Ký bởi: Sở Y tế\nNgày ký: 02.03.2026 08:05:09 +07:00")
    SignatureMark(signer='Sở Y tế', signed_at='2026-03-02T08:05:09+07:00')
    """
    time = _TIME.search(text)
    named = _SIGNER.search(text)
    if not named and not time:
        return None
    if named:
        lines = [named["name"]]
        for line in text[named.end() :].split("\n")[1:]:
            if _LABEL.match(line) or _TIME.search(line):
                break
            lines.append(line)
    else:
        lines = [
            line for line in text.split("\n")
            if not (_LABEL.match(line) or "@" in line or _TIME.search(line) or _zone(line))
        ]  # fmt: skip
        lines = [line for line in lines if not (time and line in time[0])]
    signer = " ".join(" ".join(lines).split())
    return SignatureMark(signer, _moment(time) if time else None)


def _zone(line: str) -> bool:
    return re.fullmatch(r"\s*[+-]\d{2}:?\d{2}\s*", line) is not None


def _moment(time: re.Match[str]) -> str:
    year, month, day = (
        (time["year"], time["month"], time["day"])
        if time["year"]
        else (time["iso_year"], time["iso_month"], time["iso_day"])
    )
    zone = f"{time['sign']}{time['zone_hour']}:{time['zone_minute']}" if time["sign"] else ""
    clock = f"{int(time['hour']):02}:{time['minute']}:{time['second']}"
    return f"{year}-{int(month):02}-{int(day):02}T{clock}{zone}"


def heads_receipt(line: str) -> bool:
    """Return whether a line heads a stamp of receipt.

    >>> heads_receipt("CÔNG VĂN ĐẾN"), heads_receipt("ĐẾN NĂM 2030")
    (True, False)
    """
    return _HEAD.match(line) is not None


def is_of_receipt(line: str) -> bool:
    """Return whether a line may stand below the head of a stamp of receipt."""
    return _LINE.match(line) is not None


def with_stamps_taken(document: Document) -> Document:
    """Return a document without the signatures and stamps of receipt among its lines."""
    if not any(map(_may_bear, document.blocks)):
        return document
    taken = _Taken([], [])
    blocks: list[Block] = []
    paragraphs: list[Paragraph] = []
    above: list[Grid] = []
    for block in (*document.blocks, None):
        if isinstance(block, Paragraph):
            paragraphs.append(block)
            continue
        beside = above[-1:] + ([block] if block else [])
        blocks += taken.from_paragraphs(paragraphs, headed=bears_motto(beside))
        paragraphs = []
        if block is not None:
            blocks.append(taken.from_grid(block))
            above.append(block)
    return document._replace(
        blocks=tuple(blocks),
        margins=(*document.margins, *taken.texts),
        signatures=(*document.signatures, *taken.marks),
    )


def _may_bear(block: Block) -> bool:
    if isinstance(block, Paragraph):
        text = block.text
        return _ANCHOR in text or (_SIGNED in text and may_be_signature(text))
    if len(block.rows) > _MOST_ROWS:
        return False
    return any(_may_bear(Paragraph(cell.text)) for row in block.rows for cell in row)


class _Taken(NamedTuple):
    """What was read from signatures, and the lines that were taken out of the text."""

    marks: list[SignatureMark]
    texts: list[str]

    def from_paragraphs(self, found: list[Paragraph], *, headed: bool) -> Iterator[Paragraph]:
        """Yield paragraphs without the stamps among them; `headed` if a head stands beside them."""
        lines = [(number, line) for number, paragraph in enumerate(found)
                 for line in paragraph.text.split("\n")]  # fmt: skip
        gone = self._gone([line for _, line in lines], headed=headed)
        if not gone:
            yield from found
            return
        touched = {lines[place][0] for place in gone}
        for number, paragraph in enumerate(found):
            if number not in touched:
                yield paragraph
                continue
            left = [line for place, (owner, line) in enumerate(lines)
                    if owner == number and place not in gone]  # fmt: skip
            if left:
                text = "\n".join(left)
                bold = len(text) if paragraph.bold >= len(paragraph.text) else 0
                yield paragraph._replace(text=text, bold=bold)

    def from_grid(self, grid: Grid) -> Grid:
        """Return a table that lays out a head or a closing without the stamps in its cells."""
        if not _may_bear(grid):
            return grid
        rows = (tuple(self._from_cell(cell) for cell in row) for row in grid.rows)
        return grid._replace(rows=tuple(rows))

    def _from_cell(self, cell: Cell) -> Cell:
        lines = cell.text.split("\n")
        gone = self._gone(lines, headed=False)
        if not gone:
            return cell
        left = (line for place, line in enumerate(lines) if place not in gone)
        return cell._replace(text="\n".join(left))

    def _gone(self, lines: Sequence[str], *, headed: bool) -> set[int]:
        """Return which lines are of a stamp."""
        gone: set[int] = set()
        for start, line in enumerate(lines):
            if start in gone:
                continue
            if _ANCHOR in line and _HEAD.match(line.strip()):
                first, last = _receipt(lines, start, headed=headed)
            elif may_be_signature(line) and _SIGNER.match(line.strip()):
                first, last = start, self._signature(lines, start)
            else:
                continue
            gone.update(range(first, last))
            self.texts.extend(lines[first:last])
        return gone

    def _signature(self, lines: Sequence[str], start: int) -> int:
        """Note the signature that begins in a line; return where it ends, there if it is none."""
        for end in range(start + 1, min(start + 1 + _MOST_LINES, len(lines) + 1)):
            line = lines[end - 1].strip()
            if _TIME.search(line):
                text = "\n".join(lines[start:end])
                if len(text) > _LONGEST:
                    return start
                mark = read_signature(_LABEL.sub(r"\n\g<0>", text))
                if mark:
                    self.marks.append(mark)
                return end
        return start


def _receipt(lines: Sequence[str], head: int, *, headed: bool) -> tuple[int, int]:
    """Return where a stamp of receipt begins and ends, an empty range where the line heads none.

    The body that got the document stands above, where the document's own head is elsewhere.
    """
    end = head + 1
    fields: set[str] = set()
    while end < len(lines):
        line = lines[end].strip()
        match = _LINE.match(line)
        if not match or match["field"] in fields or (_CODE in line and _DAY not in line):
            break
        fields.add(match["field"])
        end += 1
    if not fields or not any(_DAY in line for line in lines[head:end]):
        return head, head
    following = lines[end].strip() if end < len(lines) else ""
    elsewhere = headed or (following.isupper() and not bears_motto([Paragraph(following)]))
    return head - (elsewhere and head == 1 and lines[0].strip().isupper()), end
