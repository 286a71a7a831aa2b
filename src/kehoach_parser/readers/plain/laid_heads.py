"""The header of a register that a text lays out in columns of characters, over several lines."""

from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import PEOPLE, heads_register, role_of
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import ROW_LABEL_TEXT

_HEAD_LINES: Final = 5
_LONGEST_HEADER: Final = 240
_FEWEST_COLUMNS: Final = 3
_WIDE: Final = pattern(r"\S+(?: \S+)*")
_COUNT: Final = pattern(r"(?:S\.?TT|TT|Stt|STT|ST|Số TT)(?:\s{2}|\Z)")
_LABELLED: Final = pattern(rf"\s*{ROW_LABEL_TEXT}\s{{2,}}\S")
_INDENT: Final = 5
"""Blanks before the upper lines of a header, beside which no number is counted."""

_NARROW: Final = 25
"""Characters of a line of a head."""

_SHORT: Final = 4
"""Characters of a head's rest (`STT` in a narrow column), or of a head of marks (`T5`)."""

_LETTERS: Final = ("STT", "TT")
_HARD: Final = "\N{NO-BREAK SPACE}"
_LOOK_AHEAD: Final = 3
"""Lines in which the head of the count stands, from the header's first on."""


class Piece(NamedTuple):
    """Words between gaps, and the column of characters at which they begin."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.text)


class Head(NamedTuple):
    """A column's head with what stands over it and others; the header takes `lines`."""

    text: str
    start: int
    end: int
    upper: str = ""
    lines: int = 1

    @property
    def counts(self) -> bool:
        """Whether the column counts the rows; its head may stand letter by letter."""
        return role_of(self.text) == "stt" or self.text.replace(" ", "") in _LETTERS

    @property
    def names_task(self) -> bool:
        """Whether tasks stand in the column."""
        return role_of(self.text) == "task"


def cell_pieces(line: str) -> list[Piece]:
    """Return the words of a line between gaps."""
    return [Piece(match[0], match.start()) for match in _WIDE.finditer(line.replace(_HARD, " "))]


def heads_of(lines: list[str], at: int) -> list[Head]:
    """Return the heads of the register whose header begins with a line, none where there is none.

    Where the head of the count stands lower, as many lines follow it as stand above.
    """
    first = cell_pieces(lines[at].rstrip())
    ahead = lines[at : at + _LOOK_AHEAD]
    above = next((n for n, line in enumerate(ahead) if _COUNT.match(line.lstrip())), -1)
    fewest = (_FEWEST_COLUMNS, _FEWEST_COLUMNS - 1, 1)[min(above + 1, 2)]
    if len(first) < fewest or len(lines[at]) > _LONGEST_HEADER or not first:
        return []
    if above > 0 and (first[0].start < _INDENT or _titles(first, ahead[above])):
        return []
    last = _last_line(lines, at, above)
    heads = heads_in(lines[at:last])
    known = heads[0].counts or heads_register(head.text for head in heads)
    return heads if known and len(heads) >= _FEWEST_COLUMNS else []


def _titles(words: list[Piece], counted: str) -> bool:
    """Return whether a line above the head of the count is a title, in capitals or long."""
    capitals = words[0].text.isupper() and not counted.isupper()
    return len(words) == 1 and (capitals or len(words[0].text) > _NARROW)


def _last_line(lines: list[str], at: int, above: int) -> int:
    """Return the line after the last of a header; `above` lines stand over the head of the count.

    Without any of these it goes on in short lines up to the first label, or with words in small
    letters, and with heads below heads.
    """
    last = at + max(above, 0) + 1
    most = min(last + above if above > 0 else at + _HEAD_LINES, len(lines))
    end = next(
        (n for n in range(last, most) if not lines[n].strip() or _LABELLED.match(lines[n])), most
    )
    if above > 0:
        return end
    below = [cell_pieces(line) for line in lines[last:end]]
    labelled = end < len(lines) and _LABELLED.match(lines[end])
    if labelled and all(len(piece.text) <= _NARROW for row in below for piece in row):
        return end
    return next((last + n for n, row in enumerate(below) if not all(map(_goes_on, row))), end)


def _goes_on(piece: Piece) -> bool:
    """Return whether words in a lower line are a head, or the rest of one."""
    first = piece.text[0]
    return first.islower() or first == "(" or len(piece.text) < _SHORT or bool(role_of(piece.text))


def heads_in(lines: list[str]) -> list[Head]:
    """Return the heads by column, from the lowest line up; one over several is their upper."""
    heads: list[Head] = []
    for line in reversed(lines):
        row = cell_pieces(line.rstrip())
        below = {
            piece: [n for n, head in enumerate(heads) if _overlap(head, piece)] for piece in row
        }
        taken = {n for numbers in below.values() for n in numbers}
        for piece, numbers in below.items():
            if len(numbers) > 1:
                for n in numbers:
                    heads[n] = heads[n]._replace(upper=piece.text)
            elif numbers and _stands_over(heads, numbers[0], piece, taken):
                continue  # what the lower heads say themselves
            elif numbers:
                heads[numbers[0]] = _above(heads[numbers[0]], piece)
            else:
                heads.append(Head(piece.text, piece.start, piece.end))
        heads.sort(key=lambda head: head.start)
    return [head._replace(lines=len(lines)) for head in heads]


def _stands_over(heads: list[Head], number: int, piece: Piece, taken: set[int]) -> bool:
    """Return whether a head stands over one column and others beside it, with heads of their own.

    `Phân công thực hiện` over `Chủ trì`, `Phối hợp`, `Theo dõi`; not `Thời gian` over `thực hiện`.
    """
    beside = {number - 1, number + 1} - taken
    acting = any(role_of(heads[n].text) in PEOPLE for n in beside if 0 <= n < len(heads))
    return acting and role_of(piece.text) == "lead" and role_of(heads[number].text) in PEOPLE


def _above(head: Head, piece: Piece) -> Head:
    if head.upper:
        return head._replace(upper=f"{piece.text} {head.upper}")
    start, end = min(head.start, piece.start), max(head.end, piece.end)
    return head._replace(text=f"{piece.text} {head.text}", start=start, end=end)


def _overlap(head: Head, piece: Piece) -> bool:
    return head.start < piece.end and piece.start < head.end
