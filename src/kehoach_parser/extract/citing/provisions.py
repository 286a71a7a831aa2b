"""The place inside a document that a citation names: `điểm a khoản 2 Điều 5`, `Mục II`."""

from typing import Final

from kehoach_parser.model import Provision
from kehoach_parser.text.patterns import pattern

_REACH: Final = 90
_JOIN: Final = r"(?:,[ ]|[ ]và[ ]|;[ ])"
_LABELS: Final = {
    "point": rf"[đĐ]iểm[ ](?P<point>[a-zđ](?![a-zđ])(?:{_JOIN}[a-zđ](?!\w)){{0,6}})",
    "clause": rf"[kK]hoản[ ](?P<clause>[0-9]{{1,3}}[a-z]?(?:{_JOIN}[0-9]{{1,3}}[a-z]?){{0,6}})",
    "article": rf"[đĐ]iều[ ](?P<article>[0-9]{{1,3}}[a-z]?(?:{_JOIN}[0-9]{{1,3}}[a-z]?){{0,6}})",
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
        if found and any(found.groupdict().values()):
            values = {name: _tidy(value) for name, value in found.groupdict().items()}
            return Provision(**values), lead - len(window) + match.start()
    return None


def _tidy(value: str | None) -> str | None:
    return value.replace(" và ", ", ").replace("; ", ", ") if value else None
