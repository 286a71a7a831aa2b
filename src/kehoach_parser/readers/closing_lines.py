"""Closing blocks whose two columns run together line by line: each gets its own again.

So they look where a program or a page makes one blank of the tabs between recipients and
signature: `Nơi nhận: TM. ỦY BAN NHÂN DÂN` / `- Như trên; CHỦ TỊCH` / `- Lưu: VT. Lê Văn Tám`.
"""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.readers.cells import in_columns
from kehoach_parser.readers.signatories import begins_signature, is_name
from kehoach_parser.text.document import Block, Document, Grid, Paragraph
from kehoach_parser.text.patterns import pattern

_LISTED: Final = "Nơi nhận"
_FIRST: Final = pattern(r"(?P<left>\W*Nơi nhận ?:?)\s+(?P<right>\S.*)")
_GAP: Final = pattern(r"(?<=[;.,:)])\s+")
_SIGNED: Final = pattern(r"\(?[Đđ]ã k[ýí]\)?")
_OFFICE: Final = pattern(r"\w{2,5}\.")
"""How the archive's sign ends (`Lưu: VT, TH. Lê Văn Tám`)."""

_FILED: Final = pattern(r"\W*Lưu\b")
_BULLETS: Final = ("-", "–", "+", "•", "*")
_BEFORE: Final = 16
"""Characters within which a closing block's first line names the recipients."""

_LONGEST_REST: Final = 30
_ENDS: Final = ".,;:"
_MOST: Final = 40
"""Paragraphs of a closing block."""


def with_closings_parted(document: Document) -> Document:
    """Return a document with recipients and signature side by side, where they ran together."""
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _LISTED in block.text[:_BEFORE]:
            closing = _Closing()
            end = number + closing.take(blocks[number : number + _MOST])
            if closing.named:
                return document._replace(
                    blocks=(*blocks[:number], closing.grid(block.page), *blocks[end:])
                )
    return document


class _Closing:
    """The lines of both columns so far."""

    def __init__(self) -> None:
        self._left: list[str] = []
        self._right: list[str] = []

    @property
    def named(self) -> bool:
        """Whether somebody signs."""
        return any(map(is_name, self._right))

    def grid(self, page: int | None) -> Grid:
        """Return the columns as a table without borders."""
        return in_columns((self._left, self._right), page)

    def take(self, blocks: Sequence[Block]) -> int:
        """Take the paragraphs of the block, and return how many these are."""
        for number, block in enumerate(blocks):
            sides = self._sides(block.text.split("\n")) if isinstance(block, Paragraph) else None
            if sides is None:
                return number
            for left, right in sides:
                self._left += [left] if left else []
                self._right += [right] if right else []
        return len(blocks)

    def _sides(self, lines: Sequence[str]) -> list[tuple[str, str]] | None:
        """Return what each line has on either side, null where one is no part of the block."""
        found: list[tuple[str, str]] = []
        for line in filter(None, map(str.strip, lines)):
            if not (self._left or found):
                first = _FIRST.fullmatch(line)
                if first is None or not begins_signature(first["right"]):
                    return None
                found.append((first["left"], first["right"]))
            elif _signs(line):
                found.append(("", line))
            elif line.startswith(_BULLETS) and not self._ended:
                found.append(_parted(line))
            elif not found and self._goes_on(line):
                self._left[-1] += f" {line}"
            else:
                return None
        return found

    def _goes_on(self, line: str) -> bool:
        """Return whether a line is the rest of a recipient, or whoever wrote the text (`(Tâm)`)."""
        if not self._left or len(line) > _LONGEST_REST:
            return False
        if self._ended:
            return line[0] == "(" or line.isalpha()
        return self._left[-1][-1] not in _ENDS

    @property
    def _ended(self) -> bool:
        """Whether the last recipient, the archive, was taken."""
        return bool(self._left) and _FILED.match(self._left[-1]) is not None


def _parted(line: str) -> tuple[str, str]:
    """Return a recipient, and what of the signature stands behind it.

    >>> _parted("- Thường trực Tỉnh ủy; KT. CHỦ TỊCH")
    ('- Thường trực Tỉnh ủy;', 'KT. CHỦ TỊCH')
    >>> _parted("- Bộ Nội vụ; Bộ Tài chính;")
    ('- Bộ Nội vụ; Bộ Tài chính;', '')
    """
    for gap in _GAP.finditer(line):
        if _signs(line[gap.end() :]):
            return line[: gap.start()], line[gap.end() :]
    return line, ""


def _signs(words: str) -> bool:
    """Return whether words are of a signature: a capacity, a post, a name or what is said of it."""
    if words.isupper():
        return begins_signature(words)
    named = is_name(words) and _OFFICE.match(words) is None
    return named or _SIGNED.fullmatch(words) is not None
