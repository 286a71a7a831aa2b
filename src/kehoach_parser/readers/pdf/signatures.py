"""Signature boxes: who signed a file digitally and when, kept out of the text."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import line_text, rows
from kehoach_parser.readers.stamps import (
    begins_signature_box,
    is_labelled,
    may_be_signature,
    read_signature,
    tells_time,
)
from kehoach_parser.text.document import Box, SignatureMark

_FIRST: Final = ("ký", "Ký", "signed")
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
        mark = read_signature(text)
        if mark is None and not all(map(is_labelled, text.split("\n"))):
            continue
        if mark:
            marks.append(mark)
        texts.append(text)
        gone |= {word.order for word in group}
    return Signed(marks, texts, [word for word in words if word.order not in gone])


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
    """Return groups of words drawn into the page that begin like a signature box.

    Its letters are small: only words of their size are looked at, since lines of other words
    beside the box stand farther apart.
    """
    text = " ".join(word.text for word in words)
    if not may_be_signature(text):
        return []
    found: list[list[Word]] = []
    sizes = {word.size for word in words if word.text.startswith(_FIRST)}
    for size in sizes:
        lines = rows([word for word in words if abs(word.size - size) < 1])
        for number, line in enumerate(lines):
            match = begins_signature_box(line_text(line))
            if match:
                first = _word_at(line, match.start())
                group = _box_below(lines[number : number + _MOST_ROWS], line[first:])
                found += [group] if group else []
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
        if tells_time(line_text(part)):
            return group
    return group if tells_time(line_text(head)) else []
