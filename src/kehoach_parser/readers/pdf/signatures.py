"""Signature boxes: who signed a file digitally and when, kept out of the text."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import line_text, rows
from kehoach_parser.text.document import Box, SignatureMark
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
_TRIGGERS: Final = ("ký:", "ký bởi", "Ký bởi", "ký số bởi", "igitally signed")
_MOST_ROWS: Final = 9
_ROW_STEP: Final = 2.2


class Signed(NamedTuple):
    """What was read from signature boxes, their whole texts, and the words of the page left."""

    marks: list[SignatureMark]
    texts: list[str]
    words: list[Word]


def take_signatures(words: Sequence[Word], stamps: Sequence[Box]) -> Signed:
    """Take the signature boxes out of a page's words.

    A box is an annotation with the words of a signature or a time to the second, or such words
    drawn into the page.
    """
    marks: list[SignatureMark] = []
    texts: list[str] = []
    gone: set[int] = set()
    for group in (*_stamped(words, stamps), *_drawn(words)):
        if any(word.order in gone for word in group):
            continue
        text = "\n".join(line_text(row) for row in rows(group))
        mark = _read_signature(text)
        if mark is None and not all(_LABEL.match(line) for line in text.split("\n")):
            continue
        if mark:
            marks.append(mark)
        texts.append(text)
        gone |= {word.order for word in group}
    return Signed(marks, texts, [word for word in words if word.order not in gone])


def _read_signature(text: str) -> SignatureMark | None:
    r"""Return what a signature box says, null where the text is none.

    >>> _read_signature("Ký bởi: Sở Y tế\nNgày ký: 02.03.2026 08:05:09 +07:00")
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


def _stamped(words: Sequence[Word], stamps: Sequence[Box]) -> list[list[Word]]:
    """Return the words of each annotation."""
    groups: list[list[Word]] = [[] for _ in stamps]
    for word in words:
        if not word.stamp:
            continue
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        holding = [n for n, box in enumerate(stamps)
                   if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1]  # fmt: skip
        if holding:
            groups[holding[0]].append(word)
    return [group for group in groups if group]


def _drawn(words: Sequence[Word]) -> list[list[Word]]:
    """Return groups of words drawn into the page that begin like a signature box."""
    text = " ".join(word.text for word in words)
    if not any(trigger in text for trigger in _TRIGGERS):
        return []
    found: list[list[Word]] = []
    lines = rows(words)
    for number, line in enumerate(lines):
        whole = line_text(line)
        match = _SIGNER.search(whole)
        if not match:
            continue
        first = _word_at(line, match.start())
        group = _box_below(lines[number : number + _MOST_ROWS], line[first:])
        if group:
            found.append(group)
    return found


def _word_at(line: list[Word], offset: int) -> int:
    for number in range(len(line)):
        if len(line_text(line[: number + 1])) > offset:
            return number
    return 0


def _box_below(lines: list[list[Word]], head: list[Word]) -> list[Word]:
    """Return the rows from the signer's down to the time's, as wide as the box is."""
    left = head[0].x0 - 3
    group = list(head)
    last = head[0]
    for row in lines[1:]:
        part = [word for word in row if word.x0 >= left and abs(word.size - last.size) < 1]
        if not part or part[0].base - last.base > _ROW_STEP * last.size:
            break
        if part[0].x0 > left + 30 * last.size:
            break
        group += part
        last = part[0]
        if _TIME.search(line_text(part)):
            return group
    return group if _TIME.search(line_text(head)) else []
