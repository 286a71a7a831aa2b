"""The "5 rõ" rule: whether a task says its work, people, time, result and responsibility.

Rõ việc, rõ người, rõ tiến độ, rõ kết quả, rõ trách nhiệm (STANDARDS §7: a slogan, not a schema).
"""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.model import Clarity

_PRODUCT: Final = re.compile(
    r"""(?<!\w)(?:xây\ dựng|ban\ hành|trình|gửi|soạn\ thảo|lập|công\ bố|phê\ duyệt|hoàn\ thành|nộp
        |tổng\ hợp|báo\ cáo)\b[^.;]{0,60}?\b(?:kế\ hoạch|báo\ cáo|đề\ án|quyết\ định|văn\ bản
        |quy\ chế
        |danh\ mục|dự\ thảo|nghị\ quyết|chương\ trình|hướng\ dẫn|phương\ án|tờ\ trình|kết\ quả
        |danh\ sách|hồ\ sơ|dự\ toán|biểu\ mẫu|tài\ liệu)\b""",
    re.VERBOSE,
)
_ANSWERS: Final = re.compile(r"chịu trách nhiệm|người đứng đầu")
_COLLECTIVE: Final = re.compile(
    r"(?:các|những|mọi|từng|mỗi|toàn thể)\s|(?:sở|bộ|ban|cơ quan), |địa phương\Z"
)
_SHORTEST_WORK: Final = 4


def clarity_of(copy: Copy, draft: Draft, *, timed: bool) -> Clarity:
    """Return what a task makes clear.

    `work`: an action with its object; `people`: a leading unit or a person; `time`: a deadline;
    `result`: a product, in its column or in the words; `responsibility`: one answerable head,
    that is a person or post, one leading unit that is no collective, or words that say so.
    """
    low = copy.low[draft.start : draft.end]
    return Clarity(
        work=_says_work(copy, draft),
        people=bool(draft.lead or draft.persons),
        time=timed,
        result=bool(draft.deliverables) or _PRODUCT.search(low) is not None,
        responsibility=bool(draft.persons or _one_head(draft) or _ANSWERS.search(low)),
    )


def _says_work(copy: Copy, draft: Draft) -> bool:
    words = copy.low[draft.start : draft.end].split()
    if len(words) < _SHORTEST_WORK:
        return False
    duties = unit_words().duties
    place = draft.start
    for word in words[:60]:
        place = copy.low.index(word, place)
        found = duties.at(copy.low, place)
        if found and found.value in ("verb", "opening"):
            return True
        place += len(word)
    return False


def _one_head(draft: Draft) -> bool:
    return len(draft.lead) == 1 and not _COLLECTIVE.match(draft.lead[0].text.lower())
