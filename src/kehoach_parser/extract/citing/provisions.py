"""The place inside a document that a citation names: `điểm a khoản 2 Điều 5`, `Mục II`."""

import re
from typing import Final

from kehoach_parser.model import Provision
from kehoach_parser.text.patterns import pattern

_REACH: Final = 90
_JOIN: Final = r"(?:,[ ]|[ ]và[ ]|;[ ])"
_LETTER: Final = r"[a-zđ](?!\w)"
_NUMBER: Final = "[0-9]{1,3}[a-z]?"
_LABEL: Final = pattern(r"(?:[đĐ]iểm|[kK]hoản|[đĐ]iều)[ ]")


def _several(one: str, again: str) -> str:
    """Return the regex of a list of numbers, before each of which the label may stand again."""
    return rf"{one}(?:{_JOIN}(?:{again})?{one}){{0,6}}"


_LABELS: Final = {  # not again where a part of the first is meant (`khoản 2 Điều 42, Điều 43`)
    "point": rf"[đĐ]iểm[ ](?P<point>{_several(_LETTER, '[đĐ]iểm[ ]')})",
    "clause": rf"[kK]hoản[ ](?P<clause>{_several(_NUMBER, '(?(point)(?!)|[kK]hoản[ ])')})",
    "article": rf"[đĐ]iều[ ](?P<article>{_several(_NUMBER, '(?(clause)(?!)|[đĐ]iều[ ])')})",
    "section": r"(?:[mM]ục[ ])?(?P<section>"
    r"(?:(?<=[mM]ục[ ])|(?:[pP]hần|[cC]hương|[pP]hụ[ ]lục|PHỤ[ ]LỤC)[ ])"
    r"(?:số[ ])?(?:[IVX]{1,5}|[0-9]{1,2})(?:[./][0-9]{1,2}){0,2})",
}
_LINK: Final = (
    r",?[ ]?(?:của[ ]|tại[ ]|(?:được[ ])?ban[ ]hành[ ]kèm[ ]theo[ ]|kèm[ ]theo[ ]|thuộc[ ])?"
)
_PROVISION: Final = pattern(
    rf"(?:{_LABELS['point']},?[ ])?(?:{_LABELS['clause']},?[ ])?(?:{_LABELS['article']},?[ ]?)?"
    rf"(?:{_LABELS['section']}[ ]?)?{_LINK}\Z"
)
_FIRST: Final = pattern(
    r"[đĐkKmMpPcC](?:(?<=[đĐ])i(?:ểm|ều)|(?<=[kK])hoản|(?<=[mM])ục|(?<=[pP])h(?:ần|ụ)|(?<=[cC])hương"
    r"|(?<=P)HỤ)[ ]"
)
"""The first word of a place inside; a set of letters in front is sought fastest."""

_NEAR: Final = pattern(r"[0-9IVXa-zđ][,]?[ ](?:của[ ]|tại[ ]|thuộc[ ]|.*kèm[ ]theo[ ])?\Z")

_PART: Final = pattern(r"(?:[đĐ]iểm|[kK]hoản)[ ]\w{1,3},?[ ]\Z")
"""Before an article of which only a part is meant (`khoản 2 Điều 42, Điều 43` of a law)."""


def read_provision(text: str, lead: int) -> tuple[Provision, int] | None:
    """Return the provision named right before a document, and where its words begin.

    >>> read_provision("theo điểm a khoản 2 Điều 5 Nghị định", 27)[0]
    Provision(point='a', clause='2', article='5', section=None)
    """
    floor = max(0, lead - _REACH)
    window = text[floor:lead]
    window = window[window.rfind("\n") + 1 :]
    if not _NEAR.search(window[-24:]):
        return None
    for match in _FIRST.finditer(window):
        found = _PROVISION.match(window, match.start())
        if found and _begins_inside(window, found):
            continue
        if found and any(found.groupdict().values()):
            values = {name: _tidy(value) for name, value in found.groupdict().items()}
            return Provision(**values), lead - len(window) + match.start()
    return None


def _begins_inside(window: str, found: re.Match[str]) -> bool:
    """Return whether of the first of several articles only a part is meant."""
    several = _LABEL.search(found["article"] or "") is not None
    return several and _PART.search(window, 0, found.start()) is not None


def _tidy(value: str | None) -> str | None:
    """Return the numbers of a list with commas between them, and no label said again."""
    if value is None:
        return None
    return _LABEL.sub("", value).replace(" và ", ", ").replace("; ", ", ")
