"""What a register's column or an attribute line is for, by its header words.

The rows are in `register_headers.tsv`: `role` and its `words` (folded, no punctuation), an
`example` that has the role and a `near_miss` that has not.
"""

from functools import cache
from typing import Final

from kehoach_parser.lexicon.phrases import Phrases, listed
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import fold, key
from kehoach_parser.text.patterns import pattern

_BRACKETS: Final = pattern(r"\([^()]*\)")
_ROLE_INSIDE: Final = (
    ("chủ trì", "lead"), ("phối hợp", "coop"), ("thời gian", "deadline"), ("thời hạn", "deadline"),
    ("sản phẩm", "deliverable"), ("nhiệm vụ", "task"), ("phụ trách", "lead"),
)  # fmt: skip
"""Words that tell the role where a header does not begin with known ones."""

_LONGEST_HEADER: Final = 90
DOERS: Final = "thực hiện"
"""A label of who acts, where a unit's name follows it; as a column's header it says nothing."""


@cache
def _table() -> Phrases[str]:
    return Phrases(
        (words, row["role"]) for row in rows("register_headers") for words in listed(row["words"])
    )


@cache
def role_of(header: str) -> str | None:
    """Return the role that a header's words name, null where they name none.

    >>> role_of("Cơ quan chủ trì thực hiện"), role_of("Đơn vị chủ trì/phối hợp"), role_of("Họ tên")
    ('lead', 'lead+coop', None)
    """
    if len(header) > _LONGEST_HEADER:
        return None
    words = key(_BRACKETS.sub(" ", header)) or key(header)
    found = _table().at(words, 0)
    if found:
        both = found.value == "lead" and "phối hợp" in words[found.end :]
        return "lead+coop" if both else found.value
    return next((role for word, role in _ROLE_INSIDE if word in words), None)


@cache
def labels() -> Phrases[str]:
    """Return the header words as the labels of attribute lines (`Đơn vị chủ trì: …`), by role."""
    roles = {"lead", "coop", "lead+coop", "deadline", "deliverable", "approver", "supervisor",
             "funding", "place", "monitor", "audience"}  # fmt: skip
    known = (
        (fold(words), row["role"])
        for row in rows("register_headers")
        if row["role"] in roles
        for words in listed(row["words"])
    )
    return Phrases((*known, (DOERS, "lead")))
