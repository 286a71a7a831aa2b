"""Those who sign side by side: a joint plan, a school's (`HIỆU TRƯỞNG | CHỦ TỊCH CÔNG ĐOÀN`).

Two, three or more stand in a row, and rows of them below each other; each is read by itself.
Places are whatever the format measures in: points of a page, characters of a line.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.signing import CAPACITY_TEXT, RECIPIENTS, posts
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_CAPACITY: Final = pattern(
    rf"(?:{CAPACITY_TEXT}[./]\s?|[TK]/[MTL]\s)(?=[{UPPER}]{{2}})"
    r"|(?:PHÊ |KÝ )?DUYỆT\b|XÁC NHẬN\b|ĐẠI DIỆN\b|NGƯỜI (?:LẬP|BÁO)\b|TỔ TRƯỞNG\b|KẾ TOÁN\b"
)
"""How what stands above a signature begins, beside the posts of `signing.tsv`."""

_NAME: Final = pattern(rf"(?:[\w.]+\s){{0,4}}?[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{1,5}}")
"""A person's name, titles and ranks before it included (`Thượng tướng Lê Văn Tám`)."""


class Part(NamedTuple):
    """What stands together in a row, and where it begins and ends."""

    text: str
    start: float
    end: float


class Signatories:
    """The columns of a row of signatures: where they part, and what each was given last."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Begin with the row of capacities or posts."""
        self._edges = [(left.end + right.start) / 2 for left, right in pairwise(parts)]
        self._last = [part.text for part in parts]

    @property
    def named(self) -> bool:
        """Whether a column has come to a person's name."""
        return any(map(is_name, self._last))

    def take(self, parts: Sequence[Part], over: float) -> list[int] | None:
        """Return the columns of a row's parts, null where the signatures have ended.

        No part reaches further over an edge than `over`, and nothing follows a name.
        """
        found: list[int] = []
        for part in parts:
            at = self._place(part, over)
            if at is None or is_name(self._last[at]) or RECIPIENTS.match(part.text):
                return None
            found.append(at)
        for at, part in zip(found, parts, strict=True):
            self._last[at] = part.text
        return found

    def _place(self, part: Part, over: float) -> int | None:
        at = sum((part.start + part.end) / 2 > edge for edge in self._edges)
        left = self._edges[at - 1] if at else part.start
        right = self._edges[at] if at < len(self._edges) else part.end
        return at if part.start >= left - over and part.end <= right + over else None


def begins_signatures(texts: Sequence[str]) -> bool:
    """Return whether a row is of two or more capacities or posts, and nothing else.

    >>> begins_signatures(["HIỆU TRƯỞNG", "TM. BCH CÔNG ĐOÀN"])
    True
    >>> begins_signatures(["Nơi nhận:", "HIỆU TRƯỞNG"]), begins_signatures(["HIỆU TRƯỞNG"])
    (False, False)
    """
    return len(texts) > 1 and all(map(begins_signature, texts))


def begins_signature(text: str) -> bool:
    """Return whether a text in capitals begins with a capacity or a post."""
    if not text.isupper():
        return False
    return _CAPACITY.match(text) is not None or bare(text).startswith(tuple(posts()))


def is_name(text: str) -> bool:
    """Return whether a text is a person's name."""
    return not text.isupper() and _NAME.fullmatch(text) is not None
