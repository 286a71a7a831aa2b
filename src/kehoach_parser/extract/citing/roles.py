"""Why a document is cited, told by the words before it, and which cited document carries out which.

A mention in another's title (`Kế hoạch số A … về thực hiện Chỉ thị số B`) gives an edge from A
to B and no role of the plan; a list goes on with the role of its first.
"""

import re
from typing import Final, NamedTuple

from kehoach_parser.model import ReferenceRole
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.literals import places
from kehoach_parser.text.patterns import pattern

_REACH: Final = 200
_NEAR: Final = 64
_FILLERS: Final = (
    "có hiệu quả tốt nghiêm túc đầy đủ các nội dung việc và tinh thần mục tiêu nhiệm vụ của kịp "
    "thời giải pháp trong tại nêu quy định chỉ đạo một số điều toàn bộ cho phần hướng dẫn vào đề "
    "nghị yêu cầu"
).replace(" ", "|")
"""Words that may stand between a verb and the document it governs."""


_GOVERNS: Final = pattern(rf"(?:,? (?:{_FILLERS})){{0,12}} [“\"(]?\Z")
"""What may stand between the verb and the document, both ends included."""

_VERBS: Final = {
    verb: role
    for role, verbs in (
        (ReferenceRole.REPLACES,
         ("thay thế", "thay cho", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "hết hiệu lực")),
        (ReferenceRole.AMENDS, ("sửa đổi", "bổ sung", "điều chỉnh")),
        (ReferenceRole.IMPLEMENTS,
         ("thực hiện", "triển khai", "quán triệt", "cụ thể hóa", "cụ thể hoá", "thi hành",
          "hưởng ứng", "thể chế hóa")),
        (ReferenceRole.BASIS, ("căn cứ", "theo", "xét", "dựa trên", "phù hợp với")),
    )
    for verb in verbs
}  # fmt: skip
"""What a verb before a document says of it; the first that governs it counts."""

_AT_REQUEST: Final = pattern(
    r"(?:theo|xét) (?:đề nghị|đề xuất|ý kiến|kiến nghị|báo cáo)[^;.,]{0,60} tại (?:các )?\Z"
)
_OPENINGS: Final = (
    (ReferenceRole.BASIS, pattern(r"[\W\d_]*(?:[a-zđ]\)[ ])?(?:Căn cứ|Theo|Xét|CĂN CỨ)\b")),
    (ReferenceRole.IMPLEMENTS, pattern(
        r"[\W\d_]*(?:Tiếp tục |Nhằm |Để |Về việc |Tổ chức |V/v )?"
        r"(?:[tT]hực hiện|[tT]riển khai|[qQ]uán triệt)\b")),
)  # fmt: skip
_CONNECTOR: Final = pattern(r"[ ,;]*(?:và|hoặc|cùng|cùng[ ]với)?[ ]?(?:các[ ])?\Z", re.VERBOSE)
_RESTART: Final = pattern(r"(?:[;,][ ]|[ ]và[ ])(?:và[ ])?(?:các[ ])?\Z")
_NEXT_NAMED: Final = pattern(rf";[ ](?:các[ ])?[{UPPER}][^;,.()]{{0,80}}\Z")
"""The next document of a chain, with words between its type and its number."""

_AND_AT: Final = pattern(
    r"[ ]và[ ](?:theo[ ])?(?:đề nghị|đề xuất|ý kiến|kiến nghị|báo cáo)[ ]của[ ][^;.,]{2,80}"
    r"[ ]tại[ ]\Z"
)
"""Another body's request beside the first one (`đề nghị của A tại X và đề nghị của B tại Y`)."""

_APART: Final = pattern(r";|,[ ][A-ZĐÀ-Ỹ]|\A,|\A[ ]và[ ]|[ ]và[ ]theo[ ]")


Place = tuple[int, int]


class Reason(NamedTuple):
    """The role of a mention, and the index of the mention whose title holds it."""

    role: ReferenceRole
    parent: int | None


def reasons(text: str, mentions: list[Place]) -> list[Reason]:
    """Return the reason of each mention; `mentions` are their places in the order of the text."""
    found: list[Reason] = []
    for index, mention in enumerate(mentions):
        found.append(_reason(text, mentions, index, mention, found))
    return found


def _reason(
    text: str, mentions: list[Place], index: int, mention: Place, found: list[Reason]
) -> Reason:
    start = mention[0]
    floor = max(0, start - _REACH, text.rfind("\n", max(0, start - _REACH), start) + 1)
    before = mentions[index - 1][1] if index else -1
    gap = text[before:start] if floor <= before <= start else ". "
    if ")" in gap and (outer := _before_bracket(text, mentions, index)) is not None:
        index, gap = outer + 1, gap[gap.index(")") + 1 :]
    if ". " in gap:
        return Reason(_alone(text, max(floor, before), start), None)
    if _CONNECTOR.match(gap):
        return _sibling(found, index - 1, keep=";" not in gap)
    if _AND_AT.match(gap):
        return _sibling(found, index - 1, keep=True)
    role = _near_role(gap[-_NEAR:])
    if role is None and (_RESTART.search(gap) or _NEXT_NAMED.search(gap)):
        return _sibling(found, index - 1, keep=False)
    if role and _APART.search(gap):
        return Reason(role, None)
    parent = index - 1 if role is ReferenceRole.IMPLEMENTS else None
    return Reason(ReferenceRole.MENTIONS, parent)


def _before_bracket(text: str, mentions: list[Place], index: int) -> int | None:
    """Return the last mention before the bracket that holds the previous one, null for none.

    `Chỉ thị số A … (gọi tắt là Chỉ thị số A); Nghị quyết số B`: B goes on with the chain of the
    first, not with the short form.
    """
    end = mentions[index - 1][1]
    if "(" in text[end : mentions[index][0]].partition(")")[0]:
        return None
    opening = text.rfind("(", max(0, end - _REACH), end)
    outer = index - 1
    while outer >= 0 and mentions[outer][0] > opening:
        outer -= 1
    return outer if opening >= 0 and outer >= 0 else None


def _alone(text: str, floor: int, start: int) -> ReferenceRole:
    role = _near_role(text[max(floor, start - _NEAR) : start])
    if role:
        return role
    line = text[floor:start]
    dot = line.rfind(". ")
    sentence = line[dot + 2 :] if dot >= 0 else line
    if sentence.rpartition(";")[2].strip() not in {"", sentence.strip()}:
        return ReferenceRole.MENTIONS  # another clause than the one that the verb opens
    openings = (role for role, form in _OPENINGS if form.match(sentence))
    return next(openings, ReferenceRole.MENTIONS)


def _near_role(lead: str) -> ReferenceRole | None:
    low = lead.lower()
    for verb, role in _VERBS.items():
        if verb in low and _governs(verb, low):
            return role
    return ReferenceRole.BASIS if _AT_REQUEST.search(low) else None


def _governs(verb: str, low: str) -> bool:
    """Return whether nothing but fillers stands between a verb and the end of the words."""
    return any(_GOVERNS.match(low, at + len(verb)) for at in places(low, verb, 0, len(low)))


def _sibling(found: list[Reason], index: int, *, keep: bool) -> Reason:
    """Return the reason of the mention before in a list; after `;` that of the outermost."""
    if keep:
        return found[index]
    parent = found[index].parent
    while parent is not None:
        index = parent
        parent = found[index].parent
    return Reason(found[index].role, None)
