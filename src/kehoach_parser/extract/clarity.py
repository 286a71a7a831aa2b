"""The "5 rõ" rule: whether a task says its work, people, time, result and responsibility.

Rõ việc, rõ người, rõ tiến độ, rõ kết quả, rõ trách nhiệm; "6 rõ" adds rõ thẩm quyền. It is a
slogan, and no text says how it is to be measured.
"""

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.names.heads import MANY
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import Clarity, Task
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.literals import holds_any, words_at
from kehoach_parser.text.patterns import pattern

_MAKES: Final = (
    "xây dựng", "ban hành", "trình", "gửi", "soạn thảo", "lập", "công bố", "phê duyệt",
    "hoàn thành", "nộp", "tổng hợp", "báo cáo",
)  # fmt: skip
_PRODUCT: Final = pattern(
    r"""\b[^.;]{0,60}?\b(?:kế\ hoạch|báo\ cáo|đề\ án|quyết\ định|văn\ bản|quy\ chế|danh\ mục
        |dự\ thảo|nghị\ quyết|chương\ trình|hướng\ dẫn|phương\ án|tờ\ trình|kết\ quả
        |danh\ sách|hồ\ sơ|dự\ toán|biểu\ mẫu|tài\ liệu)\b""",
    re.VERBOSE,
)
"""What a verb of making makes, up to its name."""

_ANSWERS: Final = ("chịu trách nhiệm", "người đứng đầu")
_COMPETENT: Final = "có thẩm quyền"
"""How plans name whoever may decide (`trình cấp có thẩm quyền`, `cơ quan có thẩm quyền`)."""
_COLLECTIVE: Final = pattern(r"(?:sở|bộ|ban|cơ quan), |địa phương\Z")
_SHORTEST_WORK: Final = 4
_SEARCHED: Final = 300
_VERBS: Final = frozenset({"verb", "opening"})


def clarity_of(copy: Copy, draft: Draft, *, timed: bool) -> Clarity:
    """Return what a task makes clear.

    `work`: an action with its object; `people`: a leading unit or a person; `time`: a deadline;
    `result`: a product, in its column or in the words; `responsibility`: one answerable head,
    that is a person or post, one leading unit that is no collective, or words that say so;
    `authority`: who decides on it, by name or as the competent level.
    """
    return _clarity(
        _says_work(copy, draft),
        bool(draft.lead or draft.persons),
        timed,
        bool(draft.deliverables) or _makes(copy.low[draft.start : draft.end]),
        bool(draft.persons or _one_head(draft) or _answers(copy, draft)),
        bool(draft.approving) or copy.low.find(_COMPETENT, draft.start, draft.end) >= 0,
    )


@cache
def _clarity(*said: bool) -> Clarity:
    """Return the record of what is said, in the order of its fields; there are only 64 of them."""
    return Clarity(**dict(zip(Clarity.model_fields, said, strict=True)))


def share_met(tasks: Collection[Task]) -> float | None:
    """Return the share of the five that tasks meet on average (two digits), null without tasks."""
    if not tasks:
        return None
    five = [said for task in tasks for said in task.clarity.five]
    return round(sum(five) / len(five), 2)


def _makes(words: str) -> bool:
    for verb in _MAKES:
        if verb in words:
            for place in words_at(words, verb, 0, len(words)):
                if _PRODUCT.match(words, place + len(verb)):
                    return True
    return False


def _answers(copy: Copy, draft: Draft) -> bool:
    return holds_any(copy.low, _ANSWERS, draft.start, draft.end)


def _says_work(copy: Copy, draft: Draft) -> bool:
    if copy.low.count(" ", draft.start, draft.end) < _SHORTEST_WORK - 1:
        return False
    duties = unit_words().duties
    reach = min(draft.end, draft.start + _SEARCHED)
    for word in WORD.finditer(copy.low, draft.start, reach):
        if word[0] in duties.openers:
            found = duties.of(word[0], copy.low, word.start())
            if found and found.value in _VERBS:
                return True
    return False


def _one_head(draft: Draft) -> bool:
    if len(draft.lead) != 1:
        return False
    name = draft.lead[0].text.lower()
    return not (MANY.match(name) or _COLLECTIVE.match(name))
