"""Words of acting at a place: verbs, adverbs and links, with their sort (`duty_words.tsv`)."""

from typing import Final

from kehoach_parser.lexicon.unit_words import unit_words

ACTING: Final = frozenset({"verb", "adverb", "modal", "opening"})
"""Sorts of words behind a name that tell that it is of somebody who acts."""

DOING: Final = ACTING - {"opening"}
"""Those that no name holds, and no clause of one (`các xã có điểm thi …`)."""

ENDING: Final = frozenset({"verb", "adverb", "modal", "link"})
"""Sorts of words at which a name ends in a sentence; `opening` ones stand in names too."""

GENERIC: Final = frozenset(
    {"thực hiện", "triển khai", "tổ chức", "tập trung", "xác định", "chủ trì", "phối hợp"}
    | {"phân công", "giao", "tham gia", "chịu trách nhiệm", "hỗ trợ", "quan tâm", "chú trọng"}
    | {"tăng cường", "quy định", "làm đầu mối", "giúp", "tiến hành", "quán triệt"}
)
"""Verbs that a lead-in may have without directing an action of its own."""


def sort_at(folded: str, place: int) -> str:
    """Return the sort of the word of acting that stands at a place, empty for none.

    >>> sort_at("sở nội vụ rà soát", 10)
    'verb'
    """
    found = unit_words().duties.at(folded, place)
    return found.value if found else ""
